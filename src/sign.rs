//! The signatures of the wire: the signed texts, the digests, and their check.
//!
//! Everything is an argument, time and nonce included. ProductSecret, psk and AppSecret belong to a server, a factory or
//! a device: a shipped page or mini-program receives a signature and never makes one.

pub mod diagnose;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::action::check::{read_integer, read_text, unreadable};
use crate::action::prelude::*;
use crate::error::{Error, Result, code};
use crate::json::{Json, JsonType};

/// Which text a device signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BindType {
    /// `wifi_sign`: named values, ConnId last.
    Wifi,
    /// `bluetooth_sign` and `other_sign`: product and device, nonce, time.
    Compact,
}

impl BindType {
    /// What it may be mistaken for.
    fn other(self) -> Self {
        match self {
            Self::Wifi => Self::Compact,
            Self::Compact => Self::Wifi,
        }
    }
}

/// The digest behind a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignMethod {
    /// `hmacsha1`, the default.
    HmacSha1,
    /// `hmacsha256`.
    HmacSha256,
}

const PRODUCT_SECRET: Param = required("productSecret", Text, "");
const PSK: Param = required("psk", Text, "");
const PRODUCT_ID: Param = required("productId", Text, "");
const DEVICE_NAME: Param = required("deviceName", Text, "");
const NONCE: Param = required("nonce", Text, "");
const TIMESTAMP: Param = required("timestamp", Time, "");
const CONN_ID: Param = optional("connId", Text, "");
const BIND_TYPE: Param = optional("bindType", Text, "")
    .one_of(&["wifi_sign", "bluetooth_sign", "other_sign"])
    .alias("bluetooth_sigh", "bluetooth_sign");
const SIGN_METHOD: Param = optional("signMethod", Text, "").one_of(&["hmacsha1", "hmacsha256"]);
const APP_SECRET: Param = required("appSecret", Text, "");

/// Reads inputs by name, so that a bad one is an error that names it.
struct Input<'a, V>(&'a V);

impl<V: Json> Input<'_, V> {
    fn text(&self, param: &Param) -> Result<Option<String>> {
        match self.given(param.name)? {
            Some(value) => read_text(param, &value).map(Some),
            None if param.required => Err(Error::parameter(code!("Parameter.Missing"), param.name)),
            None => Ok(None),
        }
    }

    fn required(&self, param: &Param) -> Result<String> {
        self.text(param).map(Option::unwrap_or_default)
    }

    fn secret(&self, param: &Param) -> Result<Zeroizing<String>> {
        self.required(param).map(Zeroizing::new)
    }

    /// A time, in Unix seconds.
    fn seconds(&self) -> Result<i64> {
        let name = TIMESTAMP.name;
        let value = self
            .given(name)?
            .ok_or_else(|| Error::parameter(code!("Parameter.Missing"), name))?;
        read_integer(name, &value, 0, i64::MAX)
    }

    fn given(&self, name: &str) -> Result<Option<V>> {
        if !self.0.is_object() {
            return Err(Error::parameter(code!("Parameter.WrongType"), "input").detail("a plain object"));
        }
        Ok(self.0.get(name).filter(|value| value.json_type() != JsonType::Absent))
    }
}

/// The text that a server signs to attach a sub-device to a gateway.
///
/// # Errors
/// Kind `parameter`, naming the input: `productId`, `deviceName`, `nonce` (texts that are not empty), `timestamp` (Unix
/// seconds).
pub fn gateway_text<V: Json>(input: &V) -> Result<String> {
    let input = Input(input);
    let device_name = input.required(&DEVICE_NAME)?;
    let nonce = input.required(&NONCE)?;
    let product_id = input.required(&PRODUCT_ID)?;
    let time = input.seconds()?.to_string();
    Ok(gateway_text_of(&device_name, &nonce, &product_id, &time))
}

fn gateway_text_of(device_name: &str, nonce: &str, product_id: &str, time: &str) -> String {
    [
        "deviceName=",
        device_name,
        "&nonce=",
        nonce,
        "&productId=",
        product_id,
        "&timestamp=",
        time,
    ]
    .concat()
}

/// Signs [`gateway_text`] with `productSecret`: Base64 of an HMAC-SHA1, 28 characters.
///
/// # Errors
/// Kind `parameter`, naming the input.
pub fn sign_gateway<V: Json>(input: &V) -> Result<String> {
    let secret = Input(input).secret(&PRODUCT_SECRET)?;
    Ok(BASE64.encode(hmac_sha1(secret.as_bytes(), gateway_text(input)?.as_bytes())))
}

/// Whether `signature` is the one of [`sign_gateway`]; false for any that is malformed.
///
/// # Errors
/// Kind `parameter`, naming the input, for everything but the signature.
pub fn verify_gateway<V: Json>(input: &V) -> Result<bool> {
    let expected = sign_gateway(input)?;
    let given = input.text_of("signature").unwrap_or_default();
    Ok(same(expected.as_bytes(), given.as_bytes()))
}

/// How a device's signature is made: the text, and the digest.
///
/// # Errors
/// Kind `parameter`, naming the input: `productId`, `deviceName`, `timestamp`, `connId` (required unless the bind type is
/// `wifi_sign`), `bindType`, `signMethod`.
pub fn device_text<V: Json>(input: &V) -> Result<(String, SignMethod)> {
    let facts = device_facts(input)?;
    Ok((facts.text(), facts.method))
}

/// What a device signs, and how.
struct DeviceFacts {
    product_id: String,
    device_name: String,
    time: i64,
    conn_id: Option<String>,
    bind_type: BindType,
    method: SignMethod,
}

impl DeviceFacts {
    fn text(&self) -> String {
        let time = self.time.to_string();
        let conn_id = self.conn_id.as_deref().unwrap_or_default();
        match self.bind_type {
            BindType::Wifi => wifi_text(&self.product_id, &self.device_name, conn_id, &time),
            BindType::Compact => compact_text(&self.product_id, &self.device_name, conn_id, &time),
        }
    }
}

fn wifi_text(product_id: &str, device_name: &str, conn_id: &str, time: &str) -> String {
    [
        "DeviceName=",
        device_name,
        "&DeviceTimestamp=",
        time,
        "&ProductId=",
        product_id,
        "&ConnId=",
        conn_id,
    ]
    .concat()
}

fn compact_text(product_id: &str, device_name: &str, nonce: &str, time: &str) -> String {
    [product_id, device_name, ";", nonce, ";", time].concat()
}

fn device_facts<V: Json>(input: &V) -> Result<DeviceFacts> {
    let input = Input(input);
    let product_id = input.required(&PRODUCT_ID)?;
    let device_name = input.required(&DEVICE_NAME)?;
    let time = input.seconds()?;
    let bind_type = match input.text(&BIND_TYPE)?.as_deref() {
        None | Some("wifi_sign") => BindType::Wifi,
        Some(_) => BindType::Compact,
    };
    let method = match input.text(&SIGN_METHOD)?.as_deref() {
        Some("hmacsha256") => SignMethod::HmacSha256,
        _ => SignMethod::HmacSha1,
    };
    let conn_id = input.text(&CONN_ID)?;
    if bind_type == BindType::Compact && conn_id.is_none() {
        return Err(Error::parameter(code!("Parameter.Missing"), CONN_ID.name));
    }
    Ok(DeviceFacts {
        product_id,
        device_name,
        time,
        conn_id,
        bind_type,
        method,
    })
}

/// Signs [`device_text`] with `psk`, whose Base64 is decoded first: lower-case hex, 40 or 64 characters.
///
/// # Errors
/// Kind `parameter`, naming the input.
pub fn sign_device<V: Json>(input: &V) -> Result<String> {
    let psk = Input(input).secret(&PSK)?;
    let key = BASE64
        .decode(psk.as_bytes())
        .map(Zeroizing::new)
        .map_err(|_| Error::parameter(code!("Parameter.NotAllowed"), PSK.name).detail("Base64"))?;
    let (text, method) = device_text(input)?;
    Ok(hex(&digest(method, &key, text.as_bytes())))
}

/// Whether `signature`, hex in either case, is the one of [`sign_device`]; false for any that is malformed.
///
/// # Errors
/// Kind `parameter`, naming the input, for everything but the signature.
pub fn verify_device<V: Json>(input: &V) -> Result<bool> {
    let expected = sign_device(input)?;
    let given = input.text_of("signature").unwrap_or_default().to_ascii_lowercase();
    Ok(same(expected.as_bytes(), given.as_bytes()))
}

/// Words in a name that make its value one not to be shown.
const HIDDEN: [&str; 6] = ["password", "pwd", "code", "token", "secret", "signature"];

/// The text that an `appapi` call signs: all parameters but `Signature`, by name, `_` in a name written as `.`.
///
/// With `reveal` false the values of passwords, codes and tokens read `***`.
///
/// # Errors
/// Kind `parameter`, naming the parameter: an empty text, an object, a list, `null`.
pub fn app_text<V: Json>(params: &V, reveal: bool) -> Result<String> {
    if !params.is_object() {
        return Err(Error::parameter(code!("Parameter.WrongType"), "params").detail("a plain object"));
    }
    let entries = params.entries().map_err(|thrown| unreadable("params", thrown))?;
    let mut pairs = Vec::new();
    for entry in entries {
        let name = &entry.name;
        if !entry.well_formed {
            return Err(Error::parameter(code!("Parameter.BadText"), name));
        }
        if name == "Signature" || entry.value.json_type() == JsonType::Absent {
            continue;
        }
        let shown = reveal || !HIDDEN.iter().any(|word| name.to_ascii_lowercase().contains(word));
        let value = plain_value(name, &entry.value)?;
        pairs.push((entry.name, if shown { value } else { "***".into() }));
    }
    // Original names decide the order; the dots are written afterwards.
    pairs.sort();
    let joined: Vec<String> = pairs
        .iter()
        .map(|(name, value)| [&name.replace('_', "."), "=", value].concat())
        .collect();
    Ok(joined.join("&"))
}

fn plain_value<V: Json>(name: &str, value: &V) -> Result<String> {
    match value.json_type() {
        JsonType::Text => read_text(&Param { name: "", ..APP_VALUE }, value).map_err(|mut error| {
            error.parameter = Some(name.into());
            error
        }),
        JsonType::Number if value.number().is_some_and(f64::is_finite) => {
            Ok(value.to_json().ok().flatten().unwrap_or_default())
        }
        JsonType::Boolean => Ok(value.to_json().ok().flatten().unwrap_or_default()),
        JsonType::BigInt => Ok(value.digits().unwrap_or_default()),
        _ => {
            Err(Error::parameter(code!("Parameter.WrongType"), name).detail("text, a number or a boolean to be signed"))
        }
    }
}

const APP_VALUE: Param = required("", Text, "");

/// Signs [`app_text`] with the AppSecret: Base64 of an HMAC-SHA1.
///
/// # Errors
/// Kind `parameter`, naming the parameter, or `appSecret` where that is no text or empty.
pub fn sign_app<V: Json>(params: &V, app_secret: &V) -> Result<String> {
    let secret = match app_secret.json_type() {
        JsonType::Absent => Err(Error::parameter(code!("Parameter.Missing"), APP_SECRET.name)),
        _ => read_text(&APP_SECRET, app_secret),
    };
    let secret = secret.map(Zeroizing::new)?;
    let text = Zeroizing::new(app_text(params, true)?);
    Ok(BASE64.encode(hmac_sha1(secret.as_bytes(), text.as_bytes())))
}

/// Whether `params.Signature` is the one of [`sign_app`]; false for any that is malformed.
///
/// # Errors
/// Kind `parameter`, naming the parameter, for everything but the signature.
pub fn verify_app<V: Json>(params: &V, app_secret: &V) -> Result<bool> {
    let expected = sign_app(params, app_secret)?;
    let given = params.text_of("Signature").unwrap_or_default();
    Ok(same(expected.as_bytes(), given.as_bytes()))
}

/// Letters and digits: what a nonce is made of.
pub(crate) const NONCE_LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// The longest nonce that is made.
pub const NONCE_MAX_CHARS: usize = 64;

/// A nonce of `length` characters from random bytes that `fill` supplies; every character is equally likely.
pub fn nonce(length: usize, mut fill: impl FnMut(&mut [u8])) -> String {
    let mut nonce = String::with_capacity(length);
    let mut bytes = [0; 32];
    // A host that supplies the same bytes for ever must not hang us: after so many rounds any byte will do.
    for round in 0..64 {
        if nonce.len() >= length {
            break;
        }
        fill(&mut bytes);
        for byte in bytes {
            // 248 is the largest multiple of 62 in a byte: what lies above would favour the first letters.
            if nonce.len() < length && (byte < 248 || round > 32) {
                nonce.extend(
                    NONCE_LETTERS
                        .get(usize::from(byte) % NONCE_LETTERS.len())
                        .copied()
                        .map(char::from),
                );
            }
        }
    }
    nonce
}

fn digest(method: SignMethod, key: &[u8], text: &[u8]) -> Vec<u8> {
    match method {
        SignMethod::HmacSha1 => hmac_sha1(key, text).to_vec(),
        SignMethod::HmacSha256 => hmac_sha256(key, text).to_vec(),
    }
}

/// The plain digest.
#[inline(never)]
pub(crate) fn sha1(bytes: &[u8]) -> [u8; 20] {
    use sha1::Digest as _;
    Sha1::digest(bytes).into()
}

fn hmac_sha1(key: &[u8], text: &[u8]) -> [u8; 20] {
    // An HMAC takes a key of any length.
    Hmac::<Sha1>::new_from_slice(key).map_or([0; 20], |mac| mac.chain_update(text).finalize().into_bytes().into())
}

fn hmac_sha256(key: &[u8], text: &[u8]) -> [u8; 32] {
    Hmac::<Sha256>::new_from_slice(key).map_or([0; 32], |mac| mac.chain_update(text).finalize().into_bytes().into())
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .map(|digit| char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }))
        .collect()
}

/// Compares without early exit on content.
fn same(expected: &[u8], given: &[u8]) -> bool {
    expected.ct_eq(given).into()
}
