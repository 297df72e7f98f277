//! Why a signature does not match: tries the mistakes that people make and says which of them explains it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use zeroize::Zeroizing;

use super::{
    BindType, DEVICE_NAME, Input, NONCE, PRODUCT_ID, PRODUCT_SECRET, PSK, SignMethod, compact_text, device_facts,
    digest, gateway_text_of, same, wifi_text,
};
use crate::action::prelude::*;
use crate::error::{Error, Result, code};
use crate::json::Json;

/// What is known of a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// Whether it is right.
    pub matches: bool,
    /// The text that should have been signed.
    pub text: String,
    /// What explains it, by code; empty if it is right.
    pub findings: Vec<&'static str>,
}

const KIND: Param = required("kind", Text, "").one_of(&["device", "gateway"]);

/// How far a Bluetooth device's time lies ahead of the phone's, in seconds.
const BLUETOOTH_AHEAD_S: i64 = 60;

/// Examines a device's or a gateway sub-device's signature.
///
/// # Errors
/// Kind `parameter`, naming the input: what the matching `verify` function takes, and `kind`.
pub fn diagnose<V: Json>(input: &V) -> Result<Diagnosis> {
    match &*Input(input).required(&KIND)? {
        "device" => device(input),
        _ => gateway(input),
    }
}

/// A signature as bytes, and whether it was written as hex.
fn read_signature(text: &str) -> Option<(Vec<u8>, bool)> {
    let is_hex = matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hex {
        let digits: Vec<u8> = text
            .chars()
            .filter_map(|digit| digit.to_digit(16))
            .filter_map(|digit| u8::try_from(digit).ok())
            .collect();
        let pair = |pair: &[u8]| pair.iter().fold(0, |byte, digit| byte << 4 | digit);
        return Some((digits.chunks(2).map(pair).collect(), true));
    }
    let bytes = BASE64.decode(text).ok()?;
    matches!(bytes.len(), 20 | 32).then_some((bytes, false))
}

/// The times that may have been signed in place of the right one, and what that is called.
fn times(time: i64) -> [(i64, &'static str); 5] {
    [
        (time, ""),
        (time.saturating_add(BLUETOOTH_AHEAD_S), "time-plus-60"),
        (time.saturating_sub(BLUETOOTH_AHEAD_S), "time-minus-60"),
        (time.saturating_mul(1000), "time-in-milliseconds"),
        (time / 1000, "time-given-in-milliseconds"),
    ]
}

/// The keys that may have been used: the right one, and what it is taken for.
fn keys(decoded: Option<Vec<u8>>, plain: &str, decoded_is_right: bool) -> Vec<(Zeroizing<Vec<u8>>, &'static str)> {
    let plain = Zeroizing::new(plain.as_bytes().to_vec());
    let mut keys = match decoded.map(Zeroizing::new) {
        Some(decoded) if decoded_is_right => vec![(decoded, ""), (plain, "psk-not-decoded")],
        Some(decoded) => vec![(plain, ""), (decoded, "secret-decoded")],
        None => vec![(plain, "")],
    };
    keys.dedup_by(|one, other| one.0 == other.0);
    keys
}

/// The fewest mistakes that together explain a signature.
struct Search<'a> {
    signature: &'a [u8],
    best: Option<Vec<&'static str>>,
}

impl Search<'_> {
    fn offer(&mut self, key: &[u8], text: &str, method: SignMethod, mistakes: &[&'static str]) {
        let mistakes: Vec<_> = mistakes.iter().copied().filter(|mistake| !mistake.is_empty()).collect();
        let better = self.best.as_ref().is_none_or(|best| mistakes.len() < best.len());
        if better && same(&digest(method, key, text.as_bytes()), self.signature) {
            self.best = Some(mistakes);
        }
    }

    fn finish(self, form: &'static str, text: String) -> Diagnosis {
        let mut findings = self.best.unwrap_or_else(|| vec!["key-or-input-differs"]);
        if !form.is_empty() {
            findings.insert(0, form);
        }
        Diagnosis {
            matches: findings.is_empty(),
            text,
            findings,
        }
    }
}

fn malformed(text: String) -> Diagnosis {
    Diagnosis {
        matches: false,
        text,
        findings: vec!["malformed"],
    }
}

fn method_of(signature: &[u8]) -> SignMethod {
    if signature.len() == 32 {
        SignMethod::HmacSha256
    } else {
        SignMethod::HmacSha1
    }
}

fn device<V: Json>(input: &V) -> Result<Diagnosis> {
    let psk = Input(input).secret(&PSK)?;
    let facts = device_facts(input)?;
    let text = facts.text();
    let decoded = BASE64.decode(psk.as_bytes()).ok();
    if decoded.is_none() {
        return Err(Error::parameter(code!("Parameter.NotAllowed"), PSK.name).detail("Base64"));
    }
    let Some((signature, is_hex)) = read_signature(&input.text_of("signature").unwrap_or_default()) else {
        return Ok(malformed(text));
    };
    let method = method_of(&signature);
    let wrong_method = if method == facts.method {
        ""
    } else {
        "sign-method-differs"
    };
    let conn_id = facts.conn_id.as_deref().unwrap_or_default();
    let mut conn_ids = vec![(conn_id, "")];
    if !conn_id.is_empty() {
        conn_ids.push(("", "conn-id-not-signed"));
    }
    let types = [(facts.bind_type, ""), (facts.bind_type.other(), "bind-type-differs")];
    let mut search = Search {
        signature: &signature,
        best: None,
    };
    for (key, wrong_key) in keys(decoded, &psk, true) {
        for (time, wrong_time) in times(facts.time) {
            for (conn_id, wrong_conn_id) in &conn_ids {
                for (bind_type, wrong_type) in types {
                    let time = time.to_string();
                    let text = match bind_type {
                        BindType::Wifi => wifi_text(&facts.product_id, &facts.device_name, conn_id, &time),
                        BindType::Compact => compact_text(&facts.product_id, &facts.device_name, conn_id, &time),
                    };
                    let mistakes = [wrong_method, wrong_key, wrong_time, wrong_conn_id, wrong_type];
                    search.offer(&key, &text, method, &mistakes);
                }
            }
        }
    }
    Ok(search.finish(if is_hex { "" } else { "base64-instead-of-hex" }, text))
}

fn gateway<V: Json>(input: &V) -> Result<Diagnosis> {
    let fields = Input(input);
    let secret = fields.secret(&PRODUCT_SECRET)?;
    let (device_name, nonce) = (fields.required(&DEVICE_NAME)?, fields.required(&NONCE)?);
    let product_id = fields.required(&PRODUCT_ID)?;
    let time = fields.seconds()?;
    let text = gateway_text_of(&device_name, &nonce, &product_id, &time.to_string());
    let Some((signature, is_hex)) = read_signature(&input.text_of("signature").unwrap_or_default()) else {
        return Ok(malformed(text));
    };
    let method = method_of(&signature);
    let wrong_method = if method == SignMethod::HmacSha1 {
        ""
    } else {
        "sign-method-differs"
    };
    let mut search = Search {
        signature: &signature,
        best: None,
    };
    for (key, wrong_key) in keys(BASE64.decode(secret.as_bytes()).ok(), &secret, false) {
        for (time, wrong_time) in times(time) {
            let time = time.to_string();
            let texts = [
                (gateway_text_of(&device_name, &nonce, &product_id, &time), ""),
                (wifi_text(&product_id, &device_name, &nonce, &time), "bind-type-differs"),
                (
                    [
                        "DeviceName=",
                        &device_name,
                        "&DeviceTimestamp=",
                        &time,
                        "&Nonce=",
                        &nonce,
                        "&ProductId=",
                        &product_id,
                    ]
                    .concat(),
                    "request-names-signed",
                ),
            ];
            for (text, wrong_text) in texts {
                search.offer(&key, &text, method, &[wrong_method, wrong_key, wrong_time, wrong_text]);
            }
        }
    }
    Ok(search.finish(if is_hex { "hex-instead-of-base64" } else { "" }, text))
}
