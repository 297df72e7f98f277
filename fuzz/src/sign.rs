//! Signatures: `device`, `gateway` or `app`, then a line that is the key, then the input as JSON. What is signed and with what
//! digest is worked out here a second time, from the wire's description and with other people's HMAC and Base64.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use data_encoding::{BASE64, HEXLOWER};
use iotexplorer_client::error::{ErrorKind, Result};
use iotexplorer_client::sign::diagnose::diagnose;
use iotexplorer_client::sign::{self, SignMethod, Signer};
use serde_json::{Value, json};

use crate::{SECRETS, hides, json, text};

pub fn run(data: &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (kind, rest) = data.split_at(end);
    let rest = rest.get(1..).unwrap_or_default();
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let (key, rest) = rest.split_at(end);
    let input = json(&text(rest)).unwrap_or_else(|| json!({}));

    base64_is_read(&text(key));
    match kind {
        b"device" => device(key, input),
        b"gateway" => gateway(&text(key), input),
        b"app" => app(&text(key), input),
        _ => {}
    }
}

/// Any text as a psk: what is Base64 for two other readers is a key of theirs, and nothing else is one.
fn base64_is_read(psk: &str) {
    // The other one takes several texts in a row for one.
    let is_one = !psk.trim_end_matches('=').contains('=');
    let key = BASE64.decode(psk.as_bytes()).ok().filter(|_| is_one);
    assert_eq!(
        STANDARD.decode(psk).ok(),
        key,
        "two readers of Base64 differ on {psk:?}"
    );
    let signed = sign::sign_device(&json!({ "psk": psk, "productId": "P", "deviceName": "D", "timestamp": 1 }));
    let expected = key.map(|key| sha1(&key, "DeviceName=D&DeviceTimestamp=1&ProductId=P&ConnId="));
    // An empty text is no psk, though it is Base64.
    let expected = expected
        .filter(|_| !psk.is_empty())
        .map(|digest| HEXLOWER.encode(&digest));
    assert_eq!(signed.ok(), expected, "{psk:?}");
}

fn sha1(key: &[u8], text: &str) -> Vec<u8> {
    hmac_sha1_compact::HMAC::mac(text.as_bytes(), key).to_vec()
}

fn sha256(key: &[u8], text: &str) -> Vec<u8> {
    hmac_sha256::HMAC::mac(text.as_bytes(), key).to_vec()
}

/// What is the same for all signers: `expected` is what should be signed, if the input is good, and how. The key is found in
/// `secret`, or is it.
fn is_signed(signer: Signer, input: &Value, secret: &Value, expected: Option<(String, String)>) {
    let explained = match signer {
        Signer::Gateway => sign::gateway_text(input),
        Signer::Device => sign::device_text(input).map(|(text, _)| text),
        Signer::App => app_text(input, true),
    };
    let signed = sign::sign(signer, input, secret);
    let name = if signer == Signer::App {
        "Signature"
    } else {
        "signature"
    };
    let verified = sign::verify(signer, input, secret);
    for error in [explained.as_ref().err(), signed.as_ref().err(), verified.as_ref().err()] {
        let Some(error) = error else { continue };
        assert_eq!(error.kind, ErrorKind::Parameter);
        hides(&format!("{} {:?}", error.detail, error.cause), &SECRETS);
    }
    let Some((text, signature)) = expected else {
        assert!(signed.is_err(), "signed: {input}");
        assert!(verified.is_err(), "verified: {input}");
        return;
    };
    assert_eq!(explained.as_deref(), Ok(&*text));
    assert_eq!(signed.as_deref(), Ok(&*signature));

    let verify = |given: Value| -> bool {
        let mut input = input.clone();
        input[name] = given;
        sign::verify(signer, &input, secret).expect("the rest is good")
    };
    // What came along is right only if it is the same.
    let is_same = input[name].as_str().is_some_and(|given| match signer {
        Signer::Device => given.eq_ignore_ascii_case(&signature),
        _ => given == signature,
    });
    assert_eq!(verified, Ok(is_same), "{input}");
    assert!(verify(Value::from(&*signature)));
    assert_eq!(
        verify(Value::from(signature.to_ascii_uppercase())),
        signer == Signer::Device
    );
    // Any other is wrong: cut off, added to, with one letter another, written otherwise, no text at all.
    let letters = signature.chars().count();
    for at in [0, letters / 2, letters - 1] {
        let other = |letter: char| if letter == '0' { '1' } else { '0' };
        let changed: String = signature
            .chars()
            .enumerate()
            .map(|(place, letter)| if place == at { other(letter) } else { letter })
            .collect();
        assert!(!verify(Value::from(changed)));
        assert!(!verify(Value::from(signature.chars().skip(at + 1).collect::<String>())));
    }
    let bytes = if signer == Signer::Device {
        HEXLOWER.decode(signature.as_bytes())
    } else {
        BASE64.decode(signature.as_bytes())
    };
    let bytes = bytes.expect("written as it should be");
    let otherwise = if signer == Signer::Device {
        BASE64.encode(&bytes)
    } else {
        HEXLOWER.encode(&bytes)
    };
    for wrong in [
        Value::from(otherwise),
        Value::from(format!("{signature} ")),
        Value::from(format!("{signature}\0")),
        Value::from(""),
        Value::Null,
        Value::from(1),
        json!([signature]),
    ] {
        assert!(!verify(wrong.clone()), "{wrong} is taken for {signature}");
    }
}

/// An input with the key under its name, unless it brings one.
fn with_key(mut input: Value, name: &str, key: String) -> Value {
    if let Some(fields) = input.as_object_mut() {
        fields.entry(name).or_insert(Value::from(key));
    }
    input
}

/// A text that must be there and not empty, as `read` sees it.
fn required(input: &Value, name: &str) -> Option<String> {
    input[name].as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Unix seconds: a number or digits.
fn time(input: &Value) -> Option<String> {
    let number = match &input["timestamp"] {
        Value::String(digits) if !digits.starts_with(['-', '+']) => digits.parse::<i64>().ok(),
        Value::Number(number) => {
            let safe = number
                .as_f64()
                .filter(|number| number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0);
            // Exact up to there.
            safe.map(|number| number as i64)
        }
        _ => None,
    };
    number
        .filter(|seconds| *seconds >= 0)
        .map(|seconds| seconds.to_string())
}

fn device(key: &[u8], input: Value) {
    let input = with_key(input, "psk", BASE64.encode(key));
    let expected = || {
        let psk = STANDARD.decode(required(&input, "psk")?).ok()?;
        let (product, device, time) = (
            required(&input, "productId")?,
            required(&input, "deviceName")?,
            time(&input)?,
        );
        let optional = |name: &str| match &input[name] {
            Value::Null if input.get(name).is_none() => Some(None),
            Value::String(text) => Some(Some(text.clone())),
            _ => None,
        };
        let (conn_id, bind_type) = (optional("connId")?, optional("bindType")?);
        let text = match bind_type.as_deref() {
            None | Some("wifi_sign") => {
                let conn_id = conn_id.unwrap_or_default();
                format!("DeviceName={device}&DeviceTimestamp={time}&ProductId={product}&ConnId={conn_id}")
            }
            Some("bluetooth_sign" | "bluetooth_sigh" | "other_sign") => {
                format!("{product}{device};{};{time}", conn_id?)
            }
            Some(_) => return None,
        };
        let digest = match optional("signMethod")?.as_deref() {
            None | Some("hmacsha1") => sha1(&psk, &text),
            Some("hmacsha256") => sha256(&psk, &text),
            Some(_) => return None,
        };
        Some((text, HEXLOWER.encode(&digest)))
    };
    let expected = expected();
    is_signed(Signer::Device, &input, &input, expected.clone());
    if let Some((_, signature)) = expected {
        let method = sign::device_text(&input).map(|(_, method)| method);
        let wanted = if signature.len() == 64 {
            SignMethod::HmacSha256
        } else {
            SignMethod::HmacSha1
        };
        assert_eq!(method, Ok(wanted));
        is_diagnosed("device", &input, &signature, &sign::verify_device(&input));
    }
}

fn gateway(key: &str, input: Value) {
    let input = with_key(input, "productSecret", key.to_owned());
    let expected = || {
        let secret = required(&input, "productSecret")?;
        let (product, device, nonce) = (
            required(&input, "productId")?,
            required(&input, "deviceName")?,
            required(&input, "nonce")?,
        );
        let time = time(&input)?;
        let text = format!("deviceName={device}&nonce={nonce}&productId={product}&timestamp={time}");
        let signature = BASE64.encode(&sha1(secret.as_bytes(), &text));
        Some((text, signature))
    };
    let expected = expected();
    is_signed(Signer::Gateway, &input, &input, expected.clone());
    if let Some((_, signature)) = expected {
        is_diagnosed("gateway", &input, &signature, &sign::verify_gateway(&input));
    }
}

/// That the diagnosis agrees with the check, and finds something wherever that does not hold.
fn is_diagnosed(kind: &str, input: &Value, signature: &str, verified: &Result<bool>) {
    let mut input = input.clone();
    input["kind"] = Value::from(kind);
    let found = diagnose(&input).expect("the same inputs");
    assert_eq!(&Ok(found.matches), verified);
    assert_eq!(found.matches, found.findings.is_empty());
    input["signature"] = Value::from(signature);
    let found = diagnose(&input).expect("the same inputs");
    assert!(found.matches && found.findings.is_empty(), "{:?}", found.findings);
}

fn app(secret: &str, mut params: Value) {
    if let Some(fields) = params.as_object_mut() {
        fields.remove("AppSecret");
    }
    // One that must not be shown, beside whatever there is.
    hidden_is_hidden(&params);
    let expected = || {
        let fields = params.as_object()?;
        let mut sorted = BTreeMap::new();
        for (name, value) in fields.iter().filter(|(name, _)| *name != "Signature") {
            let shown = match value {
                Value::String(text) if !text.is_empty() => text.clone(),
                Value::Bool(_) | Value::Number(_) => value.to_string(),
                _ => return None,
            };
            sorted.insert(name.as_bytes(), (name.replace('_', "."), shown));
        }
        let pairs: Vec<String> = sorted.values().map(|(name, value)| format!("{name}={value}")).collect();
        let text = pairs.join("&");
        Some((text.clone(), BASE64.encode(&sha1(secret.as_bytes(), &text))))
    };
    let has_fraction = params
        .as_object()
        .is_some_and(|fields| fields.values().any(Value::is_f64));
    let mut expected = expected();
    if has_fraction && expected.is_some() {
        // How JavaScript writes those is the host's affair.
        let text = app_text(&params, true).expect("what can be signed");
        expected = Some((text.clone(), BASE64.encode(&sha1(secret.as_bytes(), &text))));
    }
    let app_secret = Value::from(secret);
    if secret.is_empty() {
        assert!(sign::sign_app(&params, &app_secret).is_err() && sign::verify_app(&params, &app_secret).is_err());
    } else {
        is_signed(Signer::App, &params, &app_secret, expected);
    }
}

/// That the text which is shown has no secret under a name that says what it is.
fn hidden_is_hidden(params: &Value) {
    let mut params = params.clone();
    let Some(fields) = params.as_object_mut() else { return };
    let marked = "marked-password-0815";
    fields.insert("UserPassword".into(), Value::from(marked));
    let others = |value: &Value| !value.to_string().contains(marked);
    let is_elsewhere = fields
        .iter()
        .any(|(name, value)| name.contains(marked) || (name != "UserPassword" && !others(value)));
    if let (Ok(shown), false) = (app_text(&params, false), is_elsewhere) {
        assert!(shown.contains("UserPassword=***"));
        hides(&shown, &[marked]);
    }
}

/// The text of an `appapi` call as a string.
fn app_text(params: &Value, reveal: bool) -> Result<String> {
    sign::app_text(params, reveal).map(|text| text.as_str().unwrap_or_default().to_owned())
}
