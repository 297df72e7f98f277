//! The messages of a device's own hotspot: JSON, read as a datagram and as what is to be sent.

use iotexplorer_client::error::ErrorKind;
use iotexplorer_client::softap::{PASSWORD_MAX_BYTES, SSID_MAX_BYTES, encode_token, parse_reply};
use serde_json::Value;

use crate::scan::is_signed;
use crate::{json, text};

pub fn run(data: &[u8]) {
    let input = json(&text(data)).unwrap_or_default();
    is_reply(&input, &parse_reply(&input));
    match encode_token(&input) {
        Ok(message) => is_message(&input, &message),
        Err(error) => {
            assert_eq!(error.kind, ErrorKind::Parameter);
            let named = ["input", "ssid", "password", "token", "bssid", "region"];
            assert!(error.parameter.as_deref().is_some_and(|name| named.contains(&name)));
        }
    }
}

/// That a message says what it was made from, and nothing else.
fn is_message(input: &Value, message: &str) {
    let sent: Value = serde_json::from_str(message).expect("JSON");
    let sent = sent.as_object().expect("an object");
    assert_eq!(sent.get("cmdType").and_then(Value::as_u64), Some(1));
    let length = |name: &str| sent.get(name).and_then(Value::as_str).map_or(usize::MAX, str::len);
    assert!((1..=SSID_MAX_BYTES).contains(&length("ssid")) && length("password") <= PASSWORD_MAX_BYTES);
    assert!(length("token") >= 1);
    for (name, value) in sent {
        let given = &input[name];
        let left_out = name == "password" && given.is_null() && value == "";
        assert!(name == "cmdType" || left_out || value == given, "{name} is {value}");
    }
    for name in ["bssid", "region"] {
        assert!(sent.contains_key(name) || input[name] == "" || input[name].is_null());
    }
}

/// That a reply is one of those that there are.
fn is_reply(datagram: &Value, reply: &Value) {
    let fields = reply.as_object().expect("an object");
    let has = |name: &str| reply[name].as_str().is_some_and(|text| !text.is_empty());
    match reply["type"].as_str() {
        Some("other") => assert_eq!(fields.len(), 1),
        Some("error") => {
            assert!(reply["log"].is_string() && datagram["deviceReply"].is_string());
            assert_eq!(reply["current"], datagram["deviceReply"] != "Previous_Error");
            assert_eq!(fields.len(), 3);
        }
        Some("state") => {
            assert!(has("productId") && has("deviceName"));
            assert_eq!(reply["state"].as_f64(), datagram["wifiConfigState"].as_f64());
        }
        Some("device") => {
            assert!(has("productId") && has("deviceName"));
            if fields.contains_key("device") {
                is_signed(reply);
            }
        }
        other => panic!("a reply of type {other:?}"),
    }
    for name in ["productId", "deviceName"] {
        assert!(reply[name].is_null() || reply[name] == datagram[name]);
    }
}
