//! Why a signature does not match: tries the mistakes that people make and says which of them explains it.

use super::{
    COMPACT, DEVICE_NAME, DIGEST_MAX_BYTES, Facts, GATEWAY, Layout, NONCE, PRODUCT_ID, PRODUCT_SECRET, PSK, SignMethod,
    TIME, WIFI, base64, device_key, lay_out, read, same, text_of,
};
use ::hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::Sha256;

use crate::action::prelude::*;
use crate::action::row::Input;
use crate::atom::atom;
use crate::error::Result;
use crate::input;
use crate::json::Json;
use crate::text;

/// What is known of a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(serde::Serialize))]
pub struct Diagnosis {
    /// Whether it is right.
    pub matches: bool,
    /// The text that should have been signed.
    pub text: String,
    /// What explains it, by code; empty if it is right.
    pub findings: Vec<&'static str>,
}

const KIND: Input = input!(required("kind", Text, "").one_of(&["device", "gateway"]));

/// How far a Bluetooth device's time lies ahead of the phone's, in seconds.
const BLUETOOTH_AHEAD_S: i64 = 60;

/// What nobody should sign: the names of a gateway's request.
const REQUEST: &Layout = &[
    ("DeviceName=", DEVICE_NAME),
    ("&DeviceTimestamp=", TIME),
    ("&Nonce=", NONCE),
    ("&ProductId=", PRODUCT_ID),
];

/// The text to sign, then those that it is mistaken for and what that mistake is called.
type Layouts = [(&'static Layout, &'static str)];

const FOR_GATEWAY: &Layouts = &[
    (GATEWAY, ""),
    (WIFI, "bind-type-differs"),
    (REQUEST, "request-names-signed"),
];
const FOR_WIFI: &Layouts = &[(WIFI, ""), (COMPACT, "bind-type-differs")];
const FOR_COMPACT: &Layouts = &[(COMPACT, ""), (WIFI, "bind-type-differs")];

/// A signature as bytes, and whether it was written as hex.
fn read_signature(text: &str) -> Option<(Vec<u8>, bool)> {
    if let Some(bytes) = read_hex(text.as_bytes()) {
        return Some((bytes, true));
    }
    let bytes = base64::decode(text.as_bytes())?;
    matches!(bytes.len(), 20 | DIGEST_MAX_BYTES).then_some((bytes, false))
}

fn read_hex(text: &[u8]) -> Option<Vec<u8>> {
    if !matches!(text.len(), 40 | 64) {
        return None;
    }
    let mut bytes = Vec::new();
    for pair in text.chunks(2) {
        let mut byte = 0;
        for letter in pair {
            let digit = u8::try_from(char::from(*letter).to_digit(16)?).ok()?;
            byte = byte << 4 | digit;
        }
        bytes.push(byte);
    }
    Some(bytes)
}

/// The times that may have been signed in place of the right one, and what that is called.
fn times(time: i64) -> [(i64, &'static str); 5] {
    [
        (time, ""),
        (time.saturating_add(BLUETOOTH_AHEAD_S), "time-plus-60"),
        (time.saturating_sub(BLUETOOTH_AHEAD_S), "time-minus-60"),
        (time.wrapping_mul(1000), "time-in-milliseconds"),
        (time / 1000, "time-given-in-milliseconds"),
    ]
}

/// What [`hmac`](super::hmac()) says, but by other means than what signs: a second opinion.
#[inline(never)]
fn hmac(method: SignMethod, key: &[u8], text: &[u8]) -> Vec<u8> {
    // An HMAC takes a key of any length.
    match method {
        SignMethod::HmacSha1 => Hmac::<Sha1>::new_from_slice(key)
            .map(|mac| mac.chain_update(text).finalize().into_bytes().to_vec())
            .unwrap_or_default(),
        SignMethod::HmacSha256 => Hmac::<Sha256>::new_from_slice(key)
            .map(|mac| mac.chain_update(text).finalize().into_bytes().to_vec())
            .unwrap_or_default(),
    }
}

/// Examines a device's or a gateway sub-device's signature.
///
/// # Errors
/// Kind `parameter`, naming the input: what the matching `verify` function takes, and `kind`.
#[inline(never)]
pub fn diagnose<V: Json>(input: &V) -> Result<Diagnosis> {
    let is_device = read(input, &KIND)? == "device";
    let secret = read(input, if is_device { &PSK } else { &PRODUCT_SECRET })?;
    let plain = Vec::from(secret.as_bytes());
    let (mut facts, keys, layouts);
    if is_device {
        keys = [(device_key(&secret)?, ""), (plain, "psk-not-decoded")];
        facts = Facts::of_device(input, input)?;
        layouts = if facts.is_compact() { FOR_COMPACT } else { FOR_WIFI };
    } else {
        // Where it is no Base64, the second key only repeats the first.
        let decoded = base64::decode(secret.as_bytes()).unwrap_or_else(|| plain.clone());
        keys = [(plain, ""), (decoded, "secret-decoded")];
        facts = Facts::of_gateway(input)?;
        layouts = FOR_GATEWAY;
    }
    let mut found = Diagnosis {
        matches: false,
        text: facts.text(),
        findings: Vec::new(),
    };
    let Some((signature, is_hex)) = read_signature(&text_of(input, atom!("signature"))) else {
        found.findings.push("malformed");
        return Ok(found);
    };
    let method = if signature.len() == DIGEST_MAX_BYTES {
        SignMethod::HmacSha256
    } else {
        SignMethod::HmacSha1
    };
    let wrong_method = if method == facts.method {
        ""
    } else {
        "sign-method-differs"
    };
    // The fewest mistakes that together explain the signature; of as few, those that are tried first.
    let mut best = ["key-or-input-differs", "", "", "", ""];
    let mut fewest = usize::MAX;
    let time = text::parse_integer(&facts.fields[TIME]).unwrap_or_default();
    let nonce = std::mem::take(&mut facts.fields[NONCE]);
    for (key, wrong_key) in &keys {
        for (time, wrong_time) in times(time) {
            facts.fields[TIME] = text::integer(time);
            for wrong_nonce in &["", "conn-id-not-signed"] {
                // A gateway's nonce is never empty.
                if wrong_nonce.is_empty() {
                    facts.fields[NONCE].clone_from(&nonce);
                } else if is_device {
                    facts.fields[NONCE].clear();
                }
                for (layout, wrong_layout) in layouts {
                    let mistakes = [wrong_method, wrong_key, wrong_time, wrong_nonce, wrong_layout];
                    let count = mistakes.iter().filter(|mistake| !mistake.is_empty()).count();
                    if count < fewest
                        && same(
                            &hmac(method, key, lay_out(layout, &facts.fields).as_bytes()),
                            &signature,
                        )
                    {
                        best = mistakes;
                        fewest = count;
                    }
                }
            }
        }
    }
    let form = match (is_device, is_hex) {
        (true, false) => "base64-instead-of-hex",
        (false, true) => "hex-instead-of-base64",
        _ => "",
    };
    found
        .findings
        .extend([form].into_iter().chain(best).filter(|mistake| !mistake.is_empty()));
    found.matches = found.findings.is_empty();
    Ok(found)
}
