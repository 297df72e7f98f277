//! Reading QR codes: the text of one.

use iotexplorer_client::envelope::Prepared;
use iotexplorer_client::error::code;
use iotexplorer_client::scan::scan;
use serde_json::{Value, json};

use crate::{json, text};

pub fn run(data: &[u8]) {
    let input = text(data);
    // As the package hands it in.
    let code = input.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let plan: Value = match scan(code, &json(code).unwrap_or_default()) {
        Ok(plan) => plan,
        Err(error) => {
            assert!(error.is(code!("Parameter.UnknownQrCode")));
            assert_eq!((error.parameter.as_deref(), &*error.detail), (Some("text"), ""));
            assert!(error.cause.is_none());
            return;
        }
    };
    let mut texts = Vec::new();
    match plan["type"].as_str() {
        Some("bind") => {
            is_signed(&plan);
            return;
        }
        Some("provision") => {
            assert!(matches!(
                plan["method"].as_str(),
                Some("softap" | "smartconfig" | "adddevice")
            ));
            texts.extend(["method", "productId"]);
        }
        Some("device-signature") => texts.push("signature"),
        other => panic!("a plan to {other:?}"),
    }
    assert_eq!(plan.as_object().map(|plan| plan.len()), Some(texts.len() + 1));
    for name in texts {
        let text = plan[name].as_str().expect("a text");
        assert!(
            !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic()),
            "{name} is {text:?}"
        );
    }
}

/// That these options of the signature flow make a request that can be sent.
pub fn is_signed(plan: &Value) {
    let device = &plan["device"];
    let signature = device["Signature"].as_str().expect("a signature");
    let method = match signature.len() {
        40 => "hmacsha1",
        64 => "hmacsha256",
        other => panic!("a signature of {other}"),
    };
    assert_eq!(plan["signMethod"], method);
    assert!(
        signature
            .bytes()
            .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')),
        "{signature}"
    );
    let seconds = device["DeviceTimestamp"].as_u64().expect("a time");
    assert!(seconds < 1 << 53);
    assert!(plan["bindType"] == "wifi_sign" || device["ConnId"].as_str().is_some_and(|id| !id.is_empty()));
    let mut params = json!({ "FamilyId": "f", "BindType": plan["bindType"], "SignMethod": plan["signMethod"] });
    for (name, value) in device.as_object().expect("an object") {
        let is_plain = value
            .as_str()
            .is_none_or(|text| text.bytes().all(|byte| byte.is_ascii_graphic()));
        assert!(is_plain, "{name} is {value}");
        params[name] = value.clone();
    }
    Prepared::new("AppSigBindDeviceInFamily", Some(&params), false).expect("a request that can be sent");
}
