//! C2SP's Wycheproof vectors of HMAC-SHA1 and HMAC-SHA256 (`vectors/wycheproof/`, under their own licence), through the
//! function that makes every signature: natively, and compiled to WebAssembly.

use iotexplorer_client::sign::{SignMethod, hmac};
use serde_json::Value;

const FILES: [(SignMethod, &str); 2] = [
    (
        SignMethod::HmacSha1,
        include_str!("vectors/wycheproof/hmac_sha1_test.json"),
    ),
    (
        SignMethod::HmacSha256,
        include_str!("vectors/wycheproof/hmac_sha256_test.json"),
    ),
];

fn bytes(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().expect("hex");
    assert_eq!(hex.len() % 2, 0);
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex"))
        .collect()
}

/// Every tag is compared as the vector says how long it is: cut off, or whole.
fn every_vector_holds() {
    for (method, file) in FILES {
        let file: Value = serde_json::from_str(file).expect("JSON");
        let mut seen = 0;
        for group in file["testGroups"].as_array().expect("groups") {
            let tag_bytes = usize::try_from(group["tagSize"].as_u64().expect("a size") / 8).expect("a size");
            for vector in group["tests"].as_array().expect("tests") {
                let digest = hmac(method, &bytes(&vector["key"]), &bytes(&vector["msg"]));
                assert_eq!(digest.len(), if method == SignMethod::HmacSha1 { 20 } else { 32 });
                let tag = bytes(&vector["tag"]);
                assert_eq!(tag.len(), tag_bytes, "{vector}");
                let is_valid = match vector["result"].as_str() {
                    Some("valid") => true,
                    Some("invalid") => false,
                    other => panic!("a result of {other:?}"),
                };
                assert_eq!(digest[..tag_bytes] == tag, is_valid, "{method:?} {vector}");
                seen += 1;
            }
        }
        assert_eq!(Some(seen), file["numberOfTests"].as_u64());
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_vector_holds_natively() {
    every_vector_holds();
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn every_vector_holds_in_webassembly() {
    every_vector_holds();
}
