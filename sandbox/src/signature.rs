//! The signatures that devices and servers make, written from their descriptions and not from the client's code.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Map, Value};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// What a sub-device's server signs with the ProductSecret, in Base64.
pub(crate) fn gateway_bind(
    product_secret: &str,
    product_id: &str,
    device_name: &str,
    nonce: &str,
    time: i64,
) -> String {
    let time = time.to_string();
    let mut pairs = [
        ("timestamp", time.as_str()),
        ("productId", product_id),
        ("nonce", nonce),
        ("deviceName", device_name),
    ];
    pairs.sort_unstable();
    let text = pairs.map(|(name, value)| format!("{name}={value}")).join("&");
    STANDARD.encode(hmac_sha1(product_secret.as_bytes(), &text))
}

/// What a device signs, apart from its key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeviceText<'a> {
    pub product_id: &'a str,
    pub device_name: &'a str,
    pub time: i64,
    pub conn_id: &'a str,
    pub bind_type: &'a str,
    pub sign_method: &'a str,
}

/// What a device signs with its psk (its decoded bytes), in hexadecimal. None if the type or the method is unknown.
pub(crate) fn device_bind(psk: &[u8], signed: DeviceText<'_>) -> Option<String> {
    let DeviceText {
        product_id,
        device_name,
        time,
        conn_id,
        ..
    } = signed;
    let text = match signed.bind_type {
        "wifi_sign" => {
            format!("DeviceName={device_name}&DeviceTimestamp={time}&ProductId={product_id}&ConnId={conn_id}")
        }
        "bluetooth_sign" | "other_sign" => format!("{product_id}{device_name};{conn_id};{time}"),
        _ => return None,
    };
    match signed.sign_method {
        "hmacsha1" => Some(hex(&hmac_sha1(psk, &text))),
        "hmacsha256" => Some(hex(&hmac_sha256(psk, &text))),
        _ => None,
    }
}

/// What an application signs before anybody is signed in: all parameters but the signature. None if one of them is empty or
/// has parts, which no two clients sign alike.
pub(crate) fn app_text(params: &Map<String, Value>) -> Option<String> {
    let mut names: Vec<&String> = params.keys().filter(|name| *name != "Signature").collect();
    names.sort_unstable_by_key(|name| name.as_bytes());
    let pairs: Option<Vec<String>> = names
        .into_iter()
        .map(|name| {
            let value = match &params[name] {
                Value::String(text) if !text.is_empty() => text.clone(),
                value @ (Value::Number(_) | Value::Bool(_)) => value.to_string(),
                _ => return None,
            };
            Some(format!("{}={value}", name.replace('_', ".")))
        })
        .collect();
    Some(pairs?.join("&"))
}

/// What comes of it with the AppSecret, in Base64.
pub(crate) fn app(app_secret: &str, text: &str) -> String {
    STANDARD.encode(hmac_sha1(app_secret.as_bytes(), text))
}

/// The whole SHA-256 of a text, for short hashes and made-up tokens.
pub(crate) fn sha256_hex(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Base64, as psks are written.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

fn hmac_sha1(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha1>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hmac_sha256(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_shared_vectors_hold() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/signatures.json");
        let vectors: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let mut checked = 0;
        for vector in &vectors {
            let text = |name: &str| vector["input"][name].as_str().unwrap();
            let signature = match vector["kind"].as_str().unwrap() {
                "gateway" => gateway_bind(
                    text("productSecret"),
                    text("productId"),
                    text("deviceName"),
                    text("nonce"),
                    vector["input"]["timestamp"].as_i64().unwrap(),
                ),
                "device" => {
                    let signed = DeviceText {
                        product_id: text("productId"),
                        device_name: text("deviceName"),
                        time: vector["input"]["timestamp"].as_i64().unwrap(),
                        conn_id: text("connId"),
                        bind_type: text("bindType"),
                        sign_method: text("signMethod"),
                    };
                    device_bind(&STANDARD.decode(text("psk")).unwrap(), signed).unwrap()
                }
                _ => {
                    let params = vector["input"]["params"].as_object().unwrap();
                    app(text("appSecret"), &app_text(params).unwrap())
                }
            };
            assert_eq!(signature, vector["signature"], "{vector}");
            checked += 1;
        }
        assert!(
            checked >= 6,
            "only {checked} vectors of the two kinds the sandbox checks"
        );
    }
}
