//! Signatures: every vector, the checks with their negative cases, the texts that are signed, and the nonce.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use iotexplorer_client::error::{Error, ErrorKind, Result};
use iotexplorer_client::sign::fast::{
    Desk, FIELDS, FOR_COMPACT, FOR_GATEWAY, FOR_WIFI, KEEP_KEY, KEPT_BYTES, KEPT_KEY, SHA256,
};
use iotexplorer_client::sign::{
    NONCE_MAX_CHARS, SignMethod, device_text, gateway_text, hmac, nonce, sign_app, sign_device, sign_gateway,
    verify_app, verify_device, verify_gateway,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha1::Sha1;
use sha2::Sha256;
use support::{rows, text};

/// The text of an `appapi` call as a string.
fn app_text(params: &Value, reveal: bool) -> Result<String> {
    iotexplorer_client::sign::app_text(params, reveal).map(|text| text.as_str().unwrap().to_owned())
}

/// The given vectors, then ours.
fn vectors() -> Vec<Value> {
    let mut all = rows("signatures");
    all.extend(rows("signatures-more"));
    all
}

fn of_kind(kind: &str) -> Vec<Value> {
    let found: Vec<_> = vectors().into_iter().filter(|row| row["kind"] == kind).collect();
    assert!(!found.is_empty(), "no vector of kind {kind}");
    found
}

fn sign(row: &Value) -> Result<String> {
    let input = &row["input"];
    match text(row, "kind") {
        "gateway" => sign_gateway(input),
        "device" => sign_device(input),
        "app" => sign_app(&input["params"], &input["appSecret"]),
        other => panic!("kind {other}"),
    }
}

/// Checks a signature for a vector's input.
fn verify(row: &Value, signature: &Value) -> bool {
    let mut input = row["input"].clone();
    match text(row, "kind") {
        "gateway" => {
            input["signature"] = signature.clone();
            verify_gateway(&input)
        }
        "device" => {
            input["signature"] = signature.clone();
            verify_device(&input)
        }
        "app" => {
            input["params"]["Signature"] = signature.clone();
            verify_app(&input["params"], &input["appSecret"])
        }
        other => panic!("kind {other}"),
    }
    .unwrap()
}

#[test]
fn every_vector_is_signed() {
    for row in vectors() {
        assert_eq!(sign(&row).as_deref(), Ok(text(&row, "signature")), "{row}");
    }
}

#[test]
fn every_vector_is_explained() {
    for row in vectors() {
        let input = &row["input"];
        let explained = match text(&row, "kind") {
            "gateway" => gateway_text(input),
            "device" => device_text(input).map(|(text, _)| text),
            _ => app_text(&input["params"], true),
        };
        assert_eq!(explained.as_deref(), Ok(text(&row, "plaintext")), "{row}");
    }
}

/// Explaining needs no secret: the text is the same without one.
#[test]
fn explaining_needs_no_secret() {
    for row in of_kind("gateway").iter().chain(&of_kind("device")) {
        let mut input = row["input"].clone();
        let object = input.as_object_mut().unwrap();
        object.shift_remove("productSecret");
        object.shift_remove("psk");
        let explained = match text(row, "kind") {
            "gateway" => gateway_text(&input).unwrap(),
            _ => device_text(&input).unwrap().0,
        };
        assert_eq!(explained, text(row, "plaintext"));
    }
}

#[test]
fn a_right_signature_is_accepted() {
    for row in vectors() {
        assert!(verify(&row, &row["signature"]), "{row}");
    }
}

/// Hex counts in either case; Base64 does not.
#[test]
fn the_case_of_hex_does_not_matter() {
    for row in of_kind("device") {
        let signature = text(&row, "signature");
        let mixed: String = signature
            .char_indices()
            .map(|(at, letter)| {
                if at % 2 == 0 {
                    letter.to_ascii_uppercase()
                } else {
                    letter
                }
            })
            .collect();
        assert!(verify(&row, &json!(signature.to_ascii_uppercase())), "{row}");
        assert!(verify(&row, &json!(mixed)), "{row}");
    }
    for row in of_kind("gateway").iter().chain(&of_kind("app")) {
        assert!(
            !verify(row, &json!(text(row, "signature").to_ascii_uppercase())),
            "{row}"
        );
        assert!(
            !verify(row, &json!(text(row, "signature").to_ascii_lowercase())),
            "{row}"
        );
    }
}

#[test]
fn any_character_changed_is_refused() {
    for row in vectors() {
        let signature = text(&row, "signature");
        for at in 0..signature.len() {
            for other in ['0', 'a', 'A', '=', '/', ' ', '\0', 'é'] {
                let old = char::from(signature.as_bytes()[at]);
                let same_hex = row["kind"] == "device" && old.eq_ignore_ascii_case(&other);
                if old == other || same_hex {
                    continue;
                }
                let changed = [&signature[..at], &other.to_string(), &signature[at + 1..]].concat();
                assert!(!verify(&row, &json!(changed)), "{changed} for {row}");
            }
        }
    }
}

/// Whatever is no signature at all is refused without an error.
#[test]
fn malformed_signatures_are_refused() {
    use base64::Engine as _;
    for row in vectors() {
        let right = text(&row, "signature");
        let raw = match text(&row, "kind") {
            "device" => (0..right.len())
                .step_by(2)
                .map(|at| u8::from_str_radix(&right[at..at + 2], 16).unwrap())
                .collect(),
            _ => base64::engine::general_purpose::STANDARD.decode(right).unwrap(),
        };
        let hex: String = raw.iter().map(|byte| format!("{byte:02x}")).collect();
        let base64 = base64::engine::general_purpose::STANDARD.encode(&raw);
        // The other form of the same bytes is wrong too.
        let other_form = if row["kind"] == "device" { base64 } else { hex };
        for wrong in [
            json!(other_form),
            json!(""),
            json!(&right[..right.len() - 1]),
            json!(format!("{right}0")),
            json!(format!("{right}\n")),
            json!(format!(" {right}")),
            json!(format!("0x{right}")),
            json!(right.trim_end_matches('=').to_owned() + "=="),
            json!("0".repeat(right.len())),
            json!("z".repeat(right.len())),
            json!("客".repeat(10_000)),
            json!(null),
            json!(5),
            json!(true),
            json!([right]),
            json!({ "signature": right }),
        ] {
            assert!(!verify(&row, &wrong), "{wrong} for {row}");
        }
    }
}

#[test]
fn no_signature_is_refused_too() {
    let gateway = &of_kind("gateway")[0]["input"];
    assert_eq!(verify_gateway(gateway), Ok(false));
    let device = &of_kind("device")[0]["input"];
    assert_eq!(verify_device(device), Ok(false));
    let app = &of_kind("app")[0]["input"];
    let mut params = app["params"].clone();
    params.as_object_mut().unwrap().shift_remove("Signature");
    assert_eq!(verify_app(&params, &app["appSecret"]), Ok(false));
}

/// A signature holds for its own input only: each part of it matters.
#[test]
fn a_signature_of_something_else_is_refused() {
    for row in of_kind("gateway").iter().chain(&of_kind("device")) {
        for (name, value) in row["input"].as_object().unwrap() {
            let mut other = row.clone();
            other["input"][name] = match name.as_str() {
                "timestamp" => json!(424_242),
                "psk" => json!("//////////////////////////8="),
                "bindType" if value == "wifi_sign" => json!("bluetooth_sign"),
                "bindType" => json!("wifi_sign"),
                "signMethod" if value == "hmacsha1" => json!("hmacsha256"),
                "signMethod" => json!("hmacsha1"),
                _ => json!(format!("{}x", value.as_str().unwrap())),
            };
            assert!(!verify(&other, &row["signature"]), "{name} of {row}");
        }
    }
}

/// Bad input is an error of kind `parameter` that names the field, from signing, checking and explaining alike.
#[test]
fn bad_input_is_named() {
    type Function = fn(&Value) -> Option<Error>;
    let gateway = json!({ "productSecret": "s", "productId": "P", "deviceName": "D", "nonce": "n", "timestamp": 1 });
    let device = json!({ "psk": "AAEC", "productId": "P", "deviceName": "D", "timestamp": 1, "connId": "c",
        "bindType": "wifi_sign", "signMethod": "hmacsha1" });
    let functions: [(&Value, bool, Function); 6] = [
        (&gateway, true, |input| sign_gateway(input).err()),
        (&gateway, true, |input| verify_gateway(input).err()),
        (&gateway, false, |input| gateway_text(input).err()),
        (&device, true, |input| sign_device(input).err()),
        (&device, true, |input| verify_device(input).err()),
        (&device, false, |input| device_text(input).err()),
    ];
    for (whole, takes_secret, function) in functions {
        assert_eq!(function(whole), None);
        for name in whole.as_object().unwrap().keys() {
            if !takes_secret && matches!(name.as_str(), "productSecret" | "psk") {
                continue;
            }
            let optional = matches!(name.as_str(), "connId" | "bindType" | "signMethod");
            let refused = |value: Option<Value>, code: &str| {
                let mut input = whole.clone();
                match value.clone() {
                    Some(value) => input[name] = value,
                    None => drop(input.as_object_mut().unwrap().shift_remove(name)),
                }
                let error = function(&input).unwrap_or_else(|| panic!("{name} {value:?} passed"));
                assert_eq!(
                    (error.kind, &*error.code),
                    (ErrorKind::Parameter, code),
                    "{name} {value:?}"
                );
                assert_eq!(error.parameter.as_deref(), Some(&**name), "{value:?}");
            };
            for wrong in [json!(null), json!(true), json!([]), json!({})] {
                refused(Some(wrong), "Parameter.WrongType");
            }
            if !optional {
                refused(None, "Parameter.Missing");
            }
            match name.as_str() {
                "timestamp" => {
                    for wrong in [
                        json!(1.5),
                        json!("now"),
                        json!(""),
                        json!("-1"),
                        json!(9_007_199_254_740_992_i64),
                    ] {
                        refused(Some(wrong), "Parameter.WrongType");
                    }
                    refused(Some(json!(-1)), "Parameter.OutOfRange");
                    refused(Some(json!("9223372036854775808")), "Parameter.OutOfRange");
                }
                "bindType" => refused(Some(json!("qr_sign")), "Parameter.NotAllowed"),
                "signMethod" => refused(Some(json!("HMACSHA1")), "Parameter.NotAllowed"),
                "psk" => {
                    for wrong in ["not base64!", "AAE", "AAE=x", "AAEC\n", "__--"] {
                        refused(Some(json!(wrong)), "Parameter.NotAllowed");
                    }
                    refused(Some(json!("")), "Parameter.Empty");
                }
                "connId" => {}
                _ => refused(Some(json!("")), "Parameter.Empty"),
            }
            if name != "timestamp" {
                refused(Some(json!(5)), "Parameter.WrongType");
            }
        }
        for wrong in [json!(null), json!("x"), json!([])] {
            let error = function(&wrong).unwrap();
            assert_eq!(
                (error.kind, &*error.code),
                (ErrorKind::Parameter, "Parameter.WrongType"),
                "{wrong}"
            );
        }
    }
}

/// Without a connId Wi-Fi signs an empty one, and everything else has nothing to sign.
#[test]
fn a_conn_id_may_be_left_out_over_wifi_only() {
    let mut input = json!({ "psk": "AAEC", "productId": "P", "deviceName": "D", "timestamp": 1 });
    for wifi in [json!(null), json!("wifi_sign")] {
        if wifi.is_string() {
            input["bindType"] = wifi;
        }
        assert_eq!(
            device_text(&input).unwrap().0,
            "DeviceName=D&DeviceTimestamp=1&ProductId=P&ConnId="
        );
    }
    for compact in ["bluetooth_sign", "bluetooth_sigh", "other_sign"] {
        input["bindType"] = json!(compact);
        let error = sign_device(&input).unwrap_err();
        assert_eq!(
            (&*error.code, error.parameter.as_deref()),
            ("Parameter.Missing", Some("connId")),
            "{compact}"
        );
    }
}

/// `other_sign` signs what Bluetooth signs, and the misspelt name means the right one.
#[test]
fn other_bind_types_sign_the_bluetooth_text() {
    let bluetooth: Vec<_> = of_kind("device")
        .into_iter()
        .filter(|row| row["input"]["bindType"] == "bluetooth_sign")
        .collect();
    assert!(bluetooth.len() >= 2);
    for row in bluetooth {
        for same in ["other_sign", "bluetooth_sigh"] {
            let mut other = row.clone();
            other["input"]["bindType"] = json!(same);
            assert_eq!(sign(&other).as_deref(), Ok(text(&row, "signature")), "{same}");
        }
    }
}

/// The time is signed as it was given: nobody adds sixty seconds here.
#[test]
fn the_time_is_used_as_given() {
    for (given, signed) in [
        (json!(0), "0"),
        (json!("0060"), "60"),
        (json!(1_574_170_043), "1574170043"),
    ] {
        let input = json!({
            "productId": "P", "deviceName": "D", "timestamp": given, "connId": "n", "bindType": "bluetooth_sign"
        });
        assert_eq!(
            device_text(&input).unwrap(),
            (format!("PD;n;{signed}"), SignMethod::HmacSha1)
        );
    }
}

#[test]
fn app_parameters_are_sorted_and_joined() {
    for (params, expected) in [
        (json!({ "b": "2", "a": "1" }), "a=1&b=2"),
        (json!({ "a_b_c": "x_y" }), "a.b.c=x_y"),
        // By the original names: `_` stands after the capitals, `.` would stand before them.
        (json!({ "A_": "1", "AB": "2" }), "AB=2&A.=1"),
        (
            json!({ "Signature": "s", "signature": "t", "A": "1" }),
            "A=1&signature=t",
        ),
        (json!({ "客": "1", "z": "2", "Z": "3", "é": "4" }), "Z=3&z=2&é=4&客=1"),
        (
            json!({ "n": 1, "f": 1.5, "t": true, "u": false, "w": 1.0, "m": -3 }),
            "f=1.5&m=-3&n=1&t=true&u=false&w=1",
        ),
        (json!({ "a": " x&y=z%20" }), "a= x&y=z%20"),
        (json!({}), ""),
    ] {
        assert_eq!(app_text(&params, true).as_deref(), Ok(expected), "{params}");
    }
}

#[test]
fn what_cannot_be_signed_before_sign_in_is_named() {
    let secret = json!("s");
    for (value, code) in [
        (json!(""), "Parameter.Empty"),
        (json!({}), "Parameter.WrongType"),
        (json!([]), "Parameter.WrongType"),
        (json!([1]), "Parameter.WrongType"),
        (json!(null), "Parameter.WrongType"),
    ] {
        let params = json!({ "Action": "A", "Bad": value });
        for error in [
            app_text(&params, true).unwrap_err(),
            app_text(&params, false).unwrap_err(),
            sign_app(&params, &secret).unwrap_err(),
            verify_app(&params, &secret).unwrap_err(),
        ] {
            assert_eq!((error.kind, &*error.code), (ErrorKind::Parameter, code), "{params}");
            assert_eq!(error.parameter.as_deref(), Some("Bad"), "{params}");
        }
    }
    for params in [json!(null), json!("x"), json!([])] {
        assert_eq!(
            sign_app(&params, &secret).unwrap_err().parameter.as_deref(),
            Some("params"),
            "{params}"
        );
    }
    for bad in [json!(""), json!(null), json!(5), json!({})] {
        let error = sign_app(&json!({ "Action": "A" }), &bad).unwrap_err();
        assert_eq!(
            (error.kind, error.parameter.as_deref()),
            (ErrorKind::Parameter, Some("appSecret")),
            "{bad}"
        );
    }
}

/// Passwords, codes and tokens read `***` unless they are to be revealed; the rest is shown.
#[test]
fn explaining_hides_what_is_not_to_be_shown() {
    let params = json!({
        "Action": "AppLogin", "AppKey": "key", "Password": "pw-1", "OldPassword": "pw-2", "VerificationCode": "123456",
        "AccessToken": "token-1", "WxCode": "code-1", "Timestamp": 5, "Phone_Code": "654321"
    });
    let hidden = app_text(&params, false).unwrap();
    for value in ["pw-1", "pw-2", "123456", "token-1", "code-1", "654321"] {
        assert!(!hidden.contains(value), "{hidden}");
    }
    assert_eq!(hidden.matches("=***").count(), 6, "{hidden}");
    assert!(hidden.contains("Action=AppLogin&AppKey=key&"), "{hidden}");
    let shown = app_text(&params, true).unwrap();
    assert_eq!(
        shown,
        "AccessToken=token-1&Action=AppLogin&AppKey=key&OldPassword=pw-2&Password=pw-1&Phone.Code=654321&Timestamp=5\
         &VerificationCode=123456&WxCode=code-1"
    );
    // What is signed is never the hidden text.
    let signature = sign_app(&params, &json!("s")).unwrap();
    let mut signed = params.clone();
    signed["Signature"] = json!(signature);
    assert_eq!(verify_app(&signed, &json!("s")), Ok(true));
    signed["Password"] = json!("***");
    assert_eq!(verify_app(&signed, &json!("s")), Ok(false));
}

/// No error of a signature repeats a secret.
#[test]
fn errors_hold_no_secret() {
    let secret = "c3VwZXItc2VjcmV0LXZhbHVl!";
    let bad = [
        sign_device(&json!({ "psk": secret, "productId": "P", "deviceName": "D", "timestamp": 1 })).unwrap_err(),
        sign_device(&json!({ "psk": [secret] })).unwrap_err(),
        sign_gateway(&json!({ "productSecret": secret, "productId": "" })).unwrap_err(),
        sign_app(&json!({ "Password": "" }), &json!(secret)).unwrap_err(),
        sign_app(&json!({ "Password": [secret] }), &json!(secret)).unwrap_err(),
    ];
    for error in bad {
        let shown = format!("{error:?} {}", error.text());
        assert!(!shown.contains(secret), "{shown}");
    }
}

/// A stream of bytes that repeats only after a long time.
fn bytes() -> impl FnMut(&mut [u8]) {
    let mut state = 0x1234_5678_9abc_def0_u64;
    move |buffer| {
        for byte in buffer {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            *byte = state.to_be_bytes()[0];
        }
    }
}

#[test]
fn a_nonce_has_its_length_and_its_letters() {
    for length in 0..=NONCE_MAX_CHARS {
        let made = nonce(length, bytes());
        assert_eq!(made.chars().count(), length);
        assert!(made.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{made}");
    }
}

/// Every letter is as likely as any other: none is off by a tenth in sixty thousand.
#[test]
fn a_nonce_favours_no_letter() {
    let mut seen: BTreeMap<char, u32> = BTreeMap::new();
    let mut fill = bytes();
    for _ in 0..2_000 {
        for letter in nonce(62, &mut fill).chars() {
            *seen.entry(letter).or_default() += 1;
        }
    }
    assert_eq!(seen.len(), 62);
    for (letter, count) in seen {
        assert!(
            (1_800..=2_200).contains(&count),
            "{letter} came {count} times of 2000 expected"
        );
    }
}

/// The bytes that would favour the first letters are thrown away.
#[test]
fn a_nonce_skips_the_bytes_above_the_last_multiple() {
    let mut next = 240_u8;
    let made = nonce(9, |buffer| {
        for byte in buffer {
            *byte = next;
            next = next.wrapping_add(1);
        }
    });
    // 240..=247 are 54..=61, the last eight digits; 248..=255 are skipped; 0 is the first letter.
    assert_eq!(made, "23456789A");
}

/// A host without randomness gets a poor nonce, but it does not hang.
#[test]
fn a_constant_source_of_randomness_ends() {
    for byte in [0, 61, 62, 247, 248, 255] {
        for length in [1, 5, NONCE_MAX_CHARS] {
            let made = nonce(length, |buffer| buffer.fill(byte));
            assert_eq!(made.len(), length, "{byte}");
            assert!(made.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        }
    }
}

/// Ours and the crate's, over every length of a key and of a text that ends in another place of a block.
#[test]
fn an_hmac_is_that_of_the_crate() {
    fn theirs<M: Mac + KeyInit>(key: &[u8], text: &[u8]) -> Vec<u8> {
        let mac = <M as KeyInit>::new_from_slice(key).unwrap();
        mac.chain_update(text).finalize().into_bytes().to_vec()
    }
    let bytes: Vec<u8> = (0..=255_u8)
        .cycle()
        .map(|at| at.wrapping_mul(151) ^ 77)
        .take(300)
        .collect();
    for key in (0..=bytes.len()).step_by(7).chain(60..70) {
        let key = &bytes[..key];
        for text in 0..200 {
            let text = &bytes[bytes.len() - text..];
            assert_eq!(hmac(SignMethod::HmacSha1, key, text), theirs::<Hmac<Sha1>>(key, text));
            assert_eq!(
                hmac(SignMethod::HmacSha256, key, text),
                theirs::<Hmac<Sha256>>(key, text)
            );
        }
    }
}

/// Key and fields of what is plain.
#[derive(Debug)]
struct Plain {
    what: u32,
    fields: [String; FIELDS],
    time: u32,
}

fn plain() -> impl Strategy<Value = Plain> {
    let field = || prop_oneof!["[ -~]{1,12}", "[\\x00-\\x7f]{1,128}"];
    let psk = proptest::collection::vec(any::<u8>(), 1..=96).prop_map(|key| STANDARD.encode(key));
    let what = (
        prop_oneof![Just(FOR_GATEWAY), Just(FOR_WIFI), Just(FOR_COMPACT)],
        any::<bool>(),
    );
    (what, field(), psk, field(), field(), field(), any::<u32>()).prop_map(
        |((what, is_long), secret, psk, product, device, nonce, time)| {
            let is_gateway = what == FOR_GATEWAY;
            Plain {
                what: if is_long && !is_gateway { what + SHA256 } else { what },
                fields: [if is_gateway { secret } else { psk }, product, device, nonce],
                time,
            }
        },
    )
}

impl Plain {
    /// Signs what stands there as if a host had written it.
    fn signed(&self, desk: &mut Desk, more: u32, key: &[u8]) -> Vec<u8> {
        let written: Vec<u8> = [key, self.fields[1..].concat().as_bytes()].concat();
        desk.letters[..written.len()].copy_from_slice(&written);
        let mut lengths = [u8::try_from(key.len()).unwrap(); FIELDS];
        for (length, field) in lengths.iter_mut().zip(&self.fields).skip(1) {
            *length = u8::try_from(field.len()).unwrap();
        }
        let length = desk.sign(self.what + more, lengths, self.time);
        let signed = desk.letters[..length].to_vec();
        desk.letters[..length].fill(0);
        assert!(desk.is_empty(), "nothing else is left");
        signed
    }

    /// The same for the careful.
    fn input(&self) -> Value {
        let [key, product, device, nonce] = &self.fields;
        let mut input = json!({ "productId": product, "deviceName": device, "timestamp": self.time });
        if self.what == FOR_GATEWAY {
            input["productSecret"] = json!(key);
            input["nonce"] = json!(nonce);
        } else {
            input["psk"] = json!(key);
            input["connId"] = json!(nonce);
            input["bindType"] = json!(if self.what & 3 == FOR_WIFI {
                "wifi_sign"
            } else {
                "other_sign"
            });
            input["signMethod"] = json!(if self.what & SHA256 == 0 {
                "hmacsha1"
            } else {
                "hmacsha256"
            });
        }
        input
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_plain_is_signed_on_a_desk_as_anywhere_else(plain in plain()) {
        let input = plain.input();
        let expected = if plain.what == FOR_GATEWAY { sign_gateway(&input) } else { sign_device(&input) }.unwrap();
        let mut desk = Desk::EMPTY;
        let key = plain.fields[0].as_bytes();
        prop_assert_eq!(plain.signed(&mut desk, 0, key), expected.as_bytes());
        let kept = plain.signed(&mut desk, KEEP_KEY, key);
        prop_assert_eq!(kept.len(), KEPT_BYTES);
        prop_assert_eq!(plain.signed(&mut desk, KEPT_KEY, &kept), expected.as_bytes());
    }

    /// Nothing a host may say of the desk panics, or leaves behind what was on it.
    #[test]
    fn any_lengths_are_survived(what: u32, lengths: [u8; FIELDS], time: u32, letters in "[\\x00-\\x7f]{512}") {
        let mut desk = Desk::EMPTY;
        let given = lengths.iter().map(|length| usize::from(*length)).sum::<usize>().min(letters.len());
        desk.letters[..given].copy_from_slice(&letters.as_bytes()[..given]);
        let length = desk.sign(what, lengths, time);
        desk.letters[..length].fill(0);
        prop_assert!(desk.is_empty());
    }
}
