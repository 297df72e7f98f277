//! QR codes: every form that is read, and what is handed out for it.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use iotexplorer_client::error::{ErrorKind, Result};
use iotexplorer_client::scan::scan;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{rows, text};

fn scanned(code: &str) -> Result<Value> {
    let code = code.trim();
    scan(code, &serde_json::from_str(code).unwrap_or(Value::Null))
}

fn assert_unknown(code: &str, at: &str) {
    let error = match scanned(code) {
        Ok(plan) => panic!("{at}: {plan:?}"),
        Err(error) => error,
    };
    assert_eq!(error.kind, ErrorKind::Parameter, "{at}");
    assert_eq!(error.code, "Parameter.UnknownQrCode", "{at}");
    assert_eq!(error.parameter.as_deref(), Some("text"), "{at}");
    // The same for every text, so nothing of it can be in there.
    assert_eq!(error, scanned("").unwrap_err(), "{at}");
}

#[test]
fn codes_become_plans_as_the_vectors_say() {
    for row in rows("scan") {
        let at = text(&row, "id");
        let code = text(&row, "text");
        match &row["expected"] {
            Value::Null => assert_unknown(code, at),
            expected => {
                let plan = scanned(code).unwrap_or_else(|error| panic!("{at}: {error:?}"));
                assert_eq!(&plan, expected, "{at}");
            }
        }
    }
}

#[test]
fn what_is_longer_than_any_code_is_not_looked_at() {
    let object = |padding: usize| {
        let extra = "x".repeat(padding);
        json!({ "ProductId": "P", "DeviceName": "d", "Signature": "s", "extra": extra }).to_string()
    };
    let overhead = object(0).len();
    assert!(scanned(&object(4296 - overhead)).is_ok());
    assert_unknown(&object(4297 - overhead), "one too long");
    assert_unknown(&"{".repeat(1_000_000), "endless");
}

/// By the book, and in another way than the one under test.
fn base64(raw: &[u8]) -> String {
    let bits: String = raw.iter().map(|byte| format!("{byte:08b}")).collect();
    let letters: Vec<char> = ('A'..='Z')
        .chain('a'..='z')
        .chain('0'..='9')
        .chain(['+', '/'])
        .collect();
    let mut text: String = bits
        .as_bytes()
        .chunks(6)
        .map(|bits| letters[usize::from_str_radix(&format!("{:0<6}", str::from_utf8(bits).unwrap()), 2).unwrap()])
        .collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

fn identifier() -> impl Strategy<Value = String> {
    // Printable, without the separator of fields.
    "[!-:<-~]{1,48}"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_an_answer(code in any::<String>()) {
        let _ = scanned(&code);
    }

    #[test]
    fn anything_like_a_code_has_an_answer(
        start in prop_oneof![Just("https://x/?"), Just("HTTP://"), Just("{\"ProductId\":"), Just("P;d;"), Just("")],
        rest in "(page=|signature=|productId=|softap|hmacsha1|[;&=%?#{}\":,0-9a-fA-F+/ -]|\\PC){0,40}",
    ) {
        let _ = scanned(&[start, &rest].concat());
    }

    #[test]
    fn fields_and_objects_say_the_same(
        [product_id, device_name, conn_id] in [identifier(), identifier(), identifier()],
        time in 0_u64..1_000_000_000_000_000,
        raw in prop_oneof![proptest::collection::vec(any::<u8>(), 20), proptest::collection::vec(any::<u8>(), 32)],
        form in 0..3,
    ) {
        let hex: String = raw.iter().map(|byte| format!("{byte:02x}")).collect();
        let method = if raw.len() == 20 { "hmacsha1" } else { "hmacsha256" };
        let written = match form {
            0 => base64(&raw),
            1 => hex.clone(),
            _ => hex.to_uppercase(),
        };
        // Where a field begins as an object or an address does, that is what the text is taken for.
        prop_assume!(!product_id.starts_with('{') && !product_id.to_ascii_lowercase().starts_with("http"));
        let fields = [&*product_id, &device_name, &conn_id, &time.to_string(), method, &written].join(";");
        let object = json!({
            "ProductId": product_id, "DeviceName": device_name, "ConnId": conn_id, "DeviceTimestamp": time,
            "Signature": written, "BindType": "other_sign",
        });
        let expected = json!({
            "type": "bind", "bindType": "other_sign", "signMethod": method,
            "device": {
                "ProductId": product_id, "DeviceName": device_name, "DeviceTimestamp": time,
                "ConnId": conn_id, "Signature": hex,
            },
        });
        prop_assert_eq!(&scanned(&fields).unwrap(), &expected);
        prop_assert_eq!(&scanned(&object.to_string()).unwrap(), &expected);
    }

    #[test]
    fn an_address_gives_back_what_was_encoded_into_it(word in "[!-~]{1,60}") {
        let encoded: String = word.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let address = format!("https://iot.cloud.tencent.com/iotexplorer/device?page=virtual&signature={encoded}");
        prop_assert_eq!(scanned(&address).unwrap(), json!({ "type": "device-signature", "signature": word }));
        let address = format!("https://brand.example/?page=softap&productId={encoded}#add");
        let plan = scanned(&address).unwrap();
        prop_assert_eq!(plan, json!({ "type": "provision", "method": "softap", "productId": word }));
    }
}
