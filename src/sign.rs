//! The signatures of the wire: the signed texts, the digests, and their check.
//!
//! Everything is an argument, time and nonce included. ProductSecret, psk and AppSecret belong to a server, a factory or
//! a device: a shipped page or mini-program receives a signature and never makes one.

pub(crate) mod base64;
#[cfg(any(not(target_arch = "wasm32"), feature = "diagnose"))]
pub mod diagnose;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::action::check::{read_value, unreadable};
use crate::action::prelude::*;
use crate::action::row::Input;
use crate::error::{Error, Result, code};
use crate::input;
use crate::json::{Json, JsonType};
use crate::text;

/// The digest behind a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignMethod {
    /// `hmacsha1`, the default.
    HmacSha1,
    /// `hmacsha256`.
    HmacSha256,
}

// The inputs that are part of a signed text, by their place in [`Facts::fields`].
const PRODUCT_ID: usize = 0;
const DEVICE_NAME: usize = 1;
/// A device calls it ConnId.
const NONCE: usize = 2;
const TIME: usize = 3;

// A device's further inputs.
const BIND_TYPE: usize = 4;
const SIGN_METHOD: usize = 5;

const GATEWAY_INPUT: &[Input] = &[
    input!(required("productId", Text, "")),
    input!(required("deviceName", Text, "")),
    input!(required("nonce", Text, "")),
    input!(required("timestamp", Time, "")),
];
const DEVICE_INPUT: &[Input] = &[
    input!(required("productId", Text, "")),
    input!(required("deviceName", Text, "")),
    input!(optional("connId", Text, "")),
    input!(required("timestamp", Time, "")),
    input!(
        optional("bindType", Text, "")
            .one_of(&["wifi_sign", "bluetooth_sign", "other_sign"])
            .alias("bluetooth_sigh", "bluetooth_sign")
    ),
    input!(optional("signMethod", Text, "").one_of(&["hmacsha1", "hmacsha256"])),
];
const PRODUCT_SECRET: Input = input!(required("productSecret", Text, ""));
const PSK: Input = input!(required("psk", Text, ""));
const APP_SECRET: Input = input!(required("appSecret", Text, ""));
const APP_VALUE: Input = input!(required("", Text, ""));

/// A signed text: what stands before each input, and which input it is.
type Layout = [(&'static str, usize)];

/// What a gateway's server signs.
const GATEWAY: &Layout = &[
    ("deviceName=", DEVICE_NAME),
    ("&nonce=", NONCE),
    ("&productId=", PRODUCT_ID),
    ("&timestamp=", TIME),
];
/// What a device signs for `wifi_sign`: named values, ConnId last.
const WIFI: &Layout = &[
    ("DeviceName=", DEVICE_NAME),
    ("&DeviceTimestamp=", TIME),
    ("&ProductId=", PRODUCT_ID),
    ("&ConnId=", NONCE),
];
/// What a device signs for `bluetooth_sign` and `other_sign`: product and device, nonce, time.
const COMPACT: &Layout = &[("", PRODUCT_ID), ("", DEVICE_NAME), (";", NONCE), (";", TIME)];
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

#[inline(never)]
fn lay_out(layout: &Layout, fields: &[String]) -> String {
    let mut text = String::with_capacity(TEXT_CHARS);
    for (before, place) in layout {
        text.push_str(before);
        text.push_str(&fields[*place]);
    }
    text
}

/// Room for a usual signed text.
const TEXT_CHARS: usize = 160;

/// Reads one input by name, so that a bad one is an error that names it; empty where it is absent and may be.
#[inline(never)]
pub(crate) fn read<V: Json>(input: &V, param: &Input) -> Result<String> {
    if !input.is_object() {
        return Err(not_an_object("input"));
    }
    match input.get(param.name) {
        Some(value) => read_value(param, &value),
        None if param.required => Err(missing(param.name)),
        None => Ok(String::new()),
    }
}

fn missing(name: &str) -> Error {
    Error::parameter(code!("Parameter.Missing"), name)
}

fn not_an_object(name: &str) -> Error {
    Error::parameter(code!("Parameter.WrongType"), name).detail("a plain object")
}

/// What a device or a gateway's server signs.
struct Facts {
    fields: Vec<String>,
    layouts: &'static Layouts,
    method: SignMethod,
}

impl Facts {
    fn read<V: Json>(input: &V, params: &[Input]) -> Result<Self> {
        let mut fields = Vec::with_capacity(params.len());
        for param in params {
            fields.push(read(input, param)?);
        }
        Ok(Self {
            fields,
            layouts: FOR_GATEWAY,
            method: SignMethod::HmacSha1,
        })
    }

    fn of_gateway<V: Json>(input: &V) -> Result<Self> {
        Self::read(input, GATEWAY_INPUT)
    }

    #[inline(never)]
    fn of_device<V: Json>(input: &V) -> Result<Self> {
        let mut facts = Self::read(input, DEVICE_INPUT)?;
        facts.layouts = match facts.fields[BIND_TYPE].as_str() {
            "" | "wifi_sign" => FOR_WIFI,
            _ => {
                let conn_id = DEVICE_INPUT[NONCE].name;
                if input.get(conn_id).is_none() {
                    return Err(missing(conn_id));
                }
                FOR_COMPACT
            }
        };
        if facts.fields[SIGN_METHOD] == "hmacsha256" {
            facts.method = SignMethod::HmacSha256;
        }
        Ok(facts)
    }

    fn text(&self) -> String {
        lay_out(self.layouts[0].0, &self.fields)
    }
}

/// The text that a server signs to attach a sub-device to a gateway.
///
/// # Errors
/// Kind `parameter`, naming the input: `productId`, `deviceName`, `nonce` (texts that are not empty), `timestamp` (Unix
/// seconds).
pub fn gateway_text<V: Json>(input: &V) -> Result<String> {
    Ok(Facts::of_gateway(input)?.text())
}

/// Signs [`gateway_text`] with `productSecret`: Base64 of an HMAC-SHA1, 28 characters.
///
/// # Errors
/// Kind `parameter`, naming the input.
pub fn sign_gateway<V: Json>(input: &V) -> Result<String> {
    let secret = Zeroizing::new(read(input, &PRODUCT_SECRET)?);
    Ok(sign_in_base64(&secret, &gateway_text(input)?))
}

/// Whether `signature` is the one of [`sign_gateway`]; false for any that is malformed.
///
/// # Errors
/// Kind `parameter`, naming the input, for everything but the signature.
pub fn verify_gateway<V: Json>(input: &V) -> Result<bool> {
    let expected = sign_gateway(input)?;
    Ok(same(expected.as_bytes(), text_of(input, "signature").as_bytes()))
}

/// How a device's signature is made: the text, and the digest.
///
/// # Errors
/// Kind `parameter`, naming the input: `productId`, `deviceName`, `timestamp`, `connId` (required unless the bind type is
/// `wifi_sign`), `bindType`, `signMethod`.
pub fn device_text<V: Json>(input: &V) -> Result<(String, SignMethod)> {
    let facts = Facts::of_device(input)?;
    Ok((facts.text(), facts.method))
}

/// The key that a device signs with: its psk, whose Base64 is decoded.
fn device_key(psk: &str) -> Result<Zeroizing<Vec<u8>>> {
    match base64::decode(psk) {
        Some(key) => Ok(Zeroizing::new(key)),
        None => Err(Error::parameter(code!("Parameter.NotAllowed"), PSK.name).detail("Base64")),
    }
}

/// Signs [`device_text`] with `psk`, whose Base64 is decoded first: lower-case hex, 40 or 64 characters.
///
/// # Errors
/// Kind `parameter`, naming the input.
pub fn sign_device<V: Json>(input: &V) -> Result<String> {
    let psk = Zeroizing::new(read(input, &PSK)?);
    let key = device_key(&psk)?;
    let (text, method) = device_text(input)?;
    let mut signature = String::with_capacity(2 * DIGEST_MAX_BYTES);
    text::push_hex(&mut signature, &hmac(method, &key, text.as_bytes()));
    Ok(signature)
}

/// Whether `signature`, hex in either case, is the one of [`sign_device`]; false for any that is malformed.
///
/// # Errors
/// Kind `parameter`, naming the input, for everything but the signature.
pub fn verify_device<V: Json>(input: &V) -> Result<bool> {
    let expected = sign_device(input)?;
    let mut given = text_of(input, "signature");
    given.make_ascii_lowercase();
    Ok(same(expected.as_bytes(), given.as_bytes()))
}

#[inline(never)]
fn text_of<V: Json>(input: &V, name: &str) -> String {
    input.text_of(name).unwrap_or_default()
}

/// Words in a name that make its value one not to be shown.
const HIDDEN: &[&str] = &["password", "pwd", "code", "token", "secret", "signature"];

fn is_hidden(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    HIDDEN.iter().any(|word| text::contains(&name, word))
}

/// The text that an `appapi` call signs: all parameters but `Signature`, by name, `_` in a name written as `.`.
///
/// With `reveal` false the values of passwords, codes and tokens read `***`.
///
/// # Errors
/// Kind `parameter`, naming the parameter: an empty text, an object, a list, `null`.
#[inline(never)]
pub fn app_text<V: Json>(params: &V, reveal: bool) -> Result<String> {
    if !params.is_object() {
        return Err(not_an_object("params"));
    }
    let mut entries = params.entries().map_err(|thrown| unreadable("params", &thrown))?;
    // Original names decide the order; the dots are written afterwards. No name is there twice.
    entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    let mut text = String::new();
    for entry in &entries {
        let name = &entry.name;
        if name == "Signature" || entry.value.json_type() == JsonType::Absent {
            continue;
        }
        let value = plain_value(name, &entry.value)?;
        if !text.is_empty() {
            text::push(&mut text, "&");
        }
        let shown = if reveal || !is_hidden(name) { &*value } else { "***" };
        for part in &[&*text::replace(name, "_", "."), "=", shown] {
            text::push(&mut text, part);
        }
    }
    Ok(text)
}

fn plain_value<V: Json>(name: &str, value: &V) -> Result<String> {
    match value.json_type() {
        JsonType::Text => read_value(&APP_VALUE, value).map_err(|mut error| {
            error.parameter = Some(name.into());
            error
        }),
        JsonType::Number if value.number().is_some_and(f64::is_finite) => Ok(json_of(value)),
        JsonType::Boolean => Ok(json_of(value)),
        JsonType::BigInt => Ok(value.digits().unwrap_or_default()),
        _ => {
            Err(Error::parameter(code!("Parameter.WrongType"), name).detail("text, a number or a boolean to be signed"))
        }
    }
}

fn json_of<V: Json>(value: &V) -> String {
    value.to_json().ok().flatten().unwrap_or_default()
}

/// Signs [`app_text`] with the AppSecret: Base64 of an HMAC-SHA1.
///
/// # Errors
/// Kind `parameter`, naming the parameter, or `appSecret` where that is no text or empty.
pub fn sign_app<V: Json>(params: &V, app_secret: &V) -> Result<String> {
    if app_secret.json_type() == JsonType::Absent {
        return Err(missing(APP_SECRET.name));
    }
    let secret = Zeroizing::new(read_value(&APP_SECRET, app_secret)?);
    let text = Zeroizing::new(app_text(params, true)?);
    Ok(sign_in_base64(&secret, &text))
}

/// Whether `params.Signature` is the one of [`sign_app`]; false for any that is malformed.
///
/// # Errors
/// Kind `parameter`, naming the parameter, for everything but the signature.
pub fn verify_app<V: Json>(params: &V, app_secret: &V) -> Result<bool> {
    let expected = sign_app(params, app_secret)?;
    Ok(same(expected.as_bytes(), text_of(params, "Signature").as_bytes()))
}

/// Letters and digits: what a nonce is made of.
pub(crate) const NONCE_LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

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
        for byte in &bytes {
            // 248 is the largest multiple of 62 in a byte: what lies above would favour the first letters.
            if nonce.len() < length && (*byte < 248 || round > 32) {
                text::push_letter(&mut nonce, NONCE_LETTERS, usize::from(*byte) % NONCE_LETTERS.len());
            }
        }
    }
    nonce
}

/// The longest digest.
const DIGEST_MAX_BYTES: usize = 32;

fn sign_in_base64(secret: &str, text: &str) -> String {
    base64::encode(&hmac(SignMethod::HmacSha1, secret.as_bytes(), text.as_bytes()))
}

/// The plain digest.
#[inline(never)]
pub(crate) fn sha1(bytes: &[u8]) -> [u8; 20] {
    use sha1::Digest as _;
    Sha1::digest(bytes).into()
}

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

/// Compares without early exit on content.
fn same(expected: &[u8], given: &[u8]) -> bool {
    expected.ct_eq(given).into()
}
