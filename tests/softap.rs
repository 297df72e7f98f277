//! Provisioning through the device's hotspot: the message that is sent, and every datagram that may come back.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use iotexplorer_client::error::ErrorKind;
use iotexplorer_client::softap::{encode_token, parse_reply};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{rows, text};

fn parsed(datagram: &str) -> Value {
    // Some firmware sends the rest of its buffer along; the host cuts it off.
    let message = datagram.split('\0').next().unwrap_or_default();
    parse_reply(&serde_json::from_str(message).unwrap_or(Value::Null))
}

/// One of the two lists of `tests/vectors/softap.json`.
fn vectors(list: &str) -> Vec<Value> {
    let both = rows("softap");
    let row = both.iter().find(|row| row["of"] == list).unwrap();
    let rows = row["rows"].as_array().unwrap().clone();
    assert!(!rows.is_empty());
    rows
}

#[test]
fn datagrams_are_read_as_the_vectors_say() {
    for row in vectors("replies") {
        let reply = parsed(text(&row, "text"));
        assert_eq!(reply, row["expected"], "{}", text(&row, "id"));
    }
}

#[test]
fn messages_are_written_or_refused_as_the_vectors_say() {
    for row in vectors("messages") {
        let at = text(&row, "id");
        match encode_token(&row["input"]) {
            Ok(message) => assert_eq!(message, text(&row, "expected"), "{at}"),
            Err(error) => {
                assert_eq!(error.kind, ErrorKind::Parameter, "{at}: {error:?}");
                assert_eq!(error.code, text(&row["error"], "code"), "{at}");
                assert_eq!(error.parameter.as_deref(), row["error"]["parameter"].as_str(), "{at}");
                let shown = format!("{error:?}");
                for secret in ["abcd1234", "6ab82618a9d529a2ee777bf6e528a0fd"] {
                    assert!(!shown.contains(secret), "{at}: {shown}");
                }
            }
        }
    }
}

#[test]
fn a_datagram_of_nothing_but_brackets_is_nothing() {
    assert_eq!(parsed(&"[".repeat(65_507)), json!({ "type": "other" }));
    assert_eq!(parsed(&"\0".repeat(65_507)), json!({ "type": "other" }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_datagram_has_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = parsed(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_object_has_an_answer(
        values in proptest::collection::vec(
            (
                prop_oneof![
                    Just("cmdType"), Just("productId"), Just("deviceName"), Just("protoVersion"), Just("deviceReply"),
                    Just("log"), Just("signature"), Just("timestamp"), Just("connId"), Just("wifiConfigState"),
                ],
                prop_oneof![
                    Just(json!(null)), Just(json!(2)), Just(json!(7)), Just(json!("2")), Just(json!(1e300)), Just(json!(-2)),
                    Just(json!([])), Just(json!({})), Just(json!(true)), any::<f64>().prop_map(|number| json!(number)),
                    any::<String>().prop_map(|text| json!(text)),
                ],
            ),
            0..8,
        ),
    ) {
        let message: Value = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<serde_json::Map<_, _>>().into();
        let _ = parsed(&message.to_string());
    }

    #[test]
    fn a_message_holds_what_went_in(ssid in "\\PC{1,8}", password in any::<[char; 12]>(), token in "\\PC{1,40}") {
        let password: String = password.iter().collect();
        let message = encode_token(&json!({ "ssid": ssid, "password": password, "token": token })).unwrap();
        let expected = json!({ "cmdType": 1, "ssid": ssid, "password": password, "token": token });
        prop_assert_eq!(serde_json::from_str::<Value>(&message).unwrap(), expected);
        // A device that hears itself talked to does not answer.
        prop_assert_eq!(parsed(&message), json!({ "type": "other" }));
    }

    #[test]
    fn a_devices_answer_comes_through(product_id in "[!-:<-~]{1,20}", device_name in "[!-:<-~]{1,48}", rest in "[\0\r\n \t]{0,9}") {
        let message = json!({ "cmdType": 2, "productId": product_id, "deviceName": device_name, "protoVersion": "2.0" });
        let reply = parsed(&format!("{message}{rest}"));
let expected = json!({ "type": "device", "productId": product_id, "deviceName": device_name, "protoVersion": "2.0" });
        prop_assert_eq!(reply, expected);
    }
}
