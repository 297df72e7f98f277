//! The signatures of the wire: the signed texts, the digests, and their check.
//!
//! Everything is an argument, time and nonce included. ProductSecret, psk and AppSecret belong to a server, a factory or
//! a device: a shipped page or mini-program receives a signature and never makes one.

pub(crate) mod base64;
#[cfg(any(not(target_arch = "wasm32"), feature = "diagnose"))]
pub mod diagnose;
pub mod fast;
mod hmac;

pub use hmac::hmac;
use subtle::ConstantTimeEq as _;

use crate::action::check::{check_text, read_value, unreadable};
use crate::action::prelude::*;
use crate::action::row::Input;
use crate::atom::{Atom, atom};
use crate::error::{Error, Result, code};
use crate::input;
use crate::json::{Entry, Json, JsonType};
use crate::text;

/// The digest behind a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignMethod {
    /// `hmacsha1`, the default.
    HmacSha1,
    /// `hmacsha256`.
    HmacSha256,
}

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signer {
    /// A server, for a gateway's sub-device.
    Gateway,
    /// A device.
    Device,
    /// A server, before sign-in.
    App,
}

/// [`sign_gateway`], [`sign_device`] or [`sign_app`]. The first two find the key and how it is used in `secret`, which may be the
/// input; the last takes it for the AppSecret.
///
/// # Errors
/// Theirs.
#[inline(never)]
pub fn sign<V: Json>(signer: Signer, input: &V, secret: &V) -> Result<String> {
    match signer {
        Signer::Gateway => {
            let key = read(secret, &PRODUCT_SECRET)?;
            Ok(sign_in_base64(&key, &gateway_text(input)?))
        }
        Signer::Device => {
            let psk = read(secret, &PSK)?;
            let key = device_key(&psk)?;
            let facts = Facts::of_device(input, secret)?;
            let mut signature = String::with_capacity(2 * DIGEST_MAX_BYTES);
            text::push_hex(&mut signature, &hmac(facts.method, &key, facts.text().as_bytes()));
            Ok(signature)
        }
        Signer::App => sign_app(input, secret),
    }
}

/// [`verify_gateway`], [`verify_device`] or [`verify_app`]; `secret` as with [`sign`].
///
/// # Errors
/// Theirs.
#[inline(never)]
pub fn verify<V: Json>(signer: Signer, input: &V, secret: &V) -> Result<bool> {
    let expected = sign(signer, input, secret)?;
    let name = if signer == Signer::App {
        atom!("Signature")
    } else {
        atom!("signature")
    };
    let mut given = text_of(input, name);
    if signer == Signer::Device {
        given.make_ascii_lowercase();
    }
    Ok(same(expected.as_bytes(), given.as_bytes()))
}

// The inputs that are part of a signed text, by their place in [`Facts::fields`].
const PRODUCT_ID: usize = 0;
const DEVICE_NAME: usize = 1;
/// A device calls it ConnId.
const NONCE: usize = 2;
const TIME: usize = 3;

/// A device's further input.
const BIND_TYPE: usize = 4;

const GATEWAY_INPUT: &[Input] = &[
    input!(required("productId", Text, "")),
    input!(required("deviceName", Text, "")),
    input!(required("nonce", Text, "")),
    input!(required("timestamp", Time, "")),
];
const CONN_ID: &str = "connId";
const DEVICE_INPUT: &[Input] = &[
    input!(required("productId", Text, "")),
    input!(required("deviceName", Text, "")),
    input!(optional(CONN_ID, Text, "")),
    input!(required("timestamp", Time, "")),
    input!(
        optional("bindType", Text, "")
            .one_of(&["wifi_sign", "bluetooth_sign", "other_sign"])
            .alias("bluetooth_sigh", "bluetooth_sign")
    ),
];
const SIGN_METHOD: Input = input!(optional("signMethod", Text, "").one_of(&["hmacsha1", "hmacsha256"]));
const PRODUCT_SECRET: Input = input!(required("productSecret", Text, ""));
const PSK: Input = input!(required("psk", Text, ""));
const APP_SECRET: Input = input!(required("appSecret", Text, ""));
const APP_VALUE: Input = input!(required("", Text, ""));

/// The inputs by these places; empty where there is none.
type Fields = [String; DEVICE_INPUT.len()];

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
#[inline(never)]
fn lay_out(layout: &Layout, fields: &Fields) -> String {
    let mut text = String::with_capacity(TEXT_CHARS);
    for (before, place) in layout {
        text.push_str(before);
        text.push_str(fields.get(*place).map_or("", String::as_str));
    }
    text
}

/// Room for a usual signed text.
const TEXT_CHARS: usize = 160;

/// Reads one input by name, so that a bad one is an error that names it; empty where it is absent and may be.
#[inline(never)]
pub(crate) fn read<V: Json>(input: &V, param: &Input) -> Result<String> {
    if !input.is_object() {
        return Err(not_an_object(atom!("input")));
    }
    match input.get(param.name) {
        Some(value) => read_value(param, &value),
        None if param.required => Err(missing(param.name)),
        None => Ok(String::new()),
    }
}

fn missing(name: Atom) -> Error {
    Error::parameter(code!("Parameter.Missing"), name)
}

fn not_an_object(name: Atom) -> Error {
    Error::parameter(code!("Parameter.WrongType"), name).detail(atom!("a plain object"))
}

/// What a device or a gateway's server signs.
struct Facts {
    fields: Fields,
    layout: &'static Layout,
    method: SignMethod,
}

impl Facts {
    fn read<V: Json>(input: &V, params: &[Input]) -> Result<Self> {
        let mut fields = Fields::default();
        for (field, param) in fields.iter_mut().zip(params) {
            *field = read(input, param)?;
        }
        Ok(Self {
            fields,
            layout: GATEWAY,
            method: SignMethod::HmacSha1,
        })
    }

    fn of_gateway<V: Json>(input: &V) -> Result<Self> {
        Self::read(input, GATEWAY_INPUT)
    }

    #[inline(never)]
    fn of_device<V: Json>(input: &V, secret: &V) -> Result<Self> {
        let mut facts = Self::read(input, DEVICE_INPUT)?;
        if read(secret, &SIGN_METHOD)? == "hmacsha256" {
            facts.method = SignMethod::HmacSha256;
        }
        if facts.is_compact() {
            if input.get(atom!(CONN_ID)).is_none() {
                return Err(missing(atom!(CONN_ID)));
            }
            facts.layout = COMPACT;
        } else {
            facts.layout = WIFI;
        }
        Ok(facts)
    }

    fn text(&self) -> String {
        lay_out(self.layout, &self.fields)
    }

    /// Whether a device's bind type is one without names in its text.
    fn is_compact(&self) -> bool {
        !matches!(self.fields[BIND_TYPE].as_str(), "" | "wifi_sign")
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
    sign(Signer::Gateway, input, input)
}

/// Whether `signature` is the one of [`sign_gateway`]; false for any that is malformed.
///
/// # Errors
/// Kind `parameter`, naming the input, for everything but the signature.
pub fn verify_gateway<V: Json>(input: &V) -> Result<bool> {
    verify(Signer::Gateway, input, input)
}

/// How a device's signature is made: the text, and the digest.
///
/// # Errors
/// Kind `parameter`, naming the input: `productId`, `deviceName`, `timestamp`, `connId` (required unless the bind type is
/// `wifi_sign`), `bindType`, `signMethod`.
pub fn device_text<V: Json>(input: &V) -> Result<(String, SignMethod)> {
    let facts = Facts::of_device(input, input)?;
    Ok((facts.text(), facts.method))
}

/// The key that a device signs with: its psk, whose Base64 is decoded.
fn device_key(psk: &str) -> Result<Vec<u8>> {
    base64::decode(psk.as_bytes())
        .ok_or_else(|| Error::parameter(code!("Parameter.NotAllowed"), PSK.name).detail(atom!("Base64")))
}

/// Signs [`device_text`] with `psk`, whose Base64 is decoded first: lower-case hex, 40 or 64 characters.
///
/// # Errors
/// Kind `parameter`, naming the input.
pub fn sign_device<V: Json>(input: &V) -> Result<String> {
    sign(Signer::Device, input, input)
}

/// Whether `signature`, hex in either case, is the one of [`sign_device`]; false for any that is malformed.
///
/// # Errors
/// Kind `parameter`, naming the input, for everything but the signature.
pub fn verify_device<V: Json>(input: &V) -> Result<bool> {
    verify(Signer::Device, input, input)
}

#[inline(never)]
fn text_of<V: Json>(input: &V, name: Atom) -> String {
    input.text_of(name).unwrap_or_default()
}

/// Words in a name that make its value one not to be shown.
const HIDDEN: [Atom; 6] = [
    atom!("password"),
    atom!("pwd"),
    atom!("code"),
    atom!("token"),
    atom!("secret"),
    atom!("signature"),
];

/// The text that an `appapi` call signs: all parameters but `Signature`, by name, `_` in a name written as `.`.
///
/// With `reveal` false the values of passwords, codes and tokens read `***`.
///
/// # Errors
/// Kind `parameter`, naming the parameter: an empty text, an object, a list, `null`.
#[inline(never)]
pub fn app_text<V: Json>(params: &V, reveal: bool) -> Result<V> {
    if !params.is_object() {
        return Err(not_an_object(atom!("params")));
    }
    let params = params
        .copy()
        .map_err(|thrown| unreadable(&atom!("params").into(), thrown))?;
    let mut text: Option<V> = None;
    // Original names decide the order; the dots are written afterwards.
    for Entry { name, value } in params.others(None) {
        if name.is(atom!("Signature")) {
            continue;
        }
        let mut shown = plain_value(&name, &value)?;
        let lower = name.lower();
        if !reveal && HIDDEN.iter().any(|word| lower.find(*word).is_some()) {
            shown = atom!("***").into();
        }
        let mut part = name.replaced(&atom!("_").into(), atom!("."));
        if let Some(text) = text {
            part = text.plus(&atom!("&").into()).plus(&part);
        }
        text = Some(part.plus(&atom!("=").into()).plus(&shown));
    }
    Ok(text.unwrap_or_else(|| atom!("").into()))
}

/// The value of a parameter as it is signed: a text.
fn plain_value<V: Json>(name: &V, value: &V) -> Result<V> {
    match value.json_type() {
        JsonType::Text => match check_text(&APP_VALUE, value) {
            Ok(()) => Ok(value.clone()),
            Err(mut error) => {
                error.parameter = Some(name.said());
                Err(error)
            }
        },
        JsonType::Number | JsonType::Boolean => Ok(value.to_json()),
        JsonType::BigInt => Ok(V::from_text(&value.digits().unwrap_or_default())),
        _ => {
            let wanted = atom!("text, a number or a boolean to be signed");
            Err(Error::parameter(code!("Parameter.WrongType"), name.said()).detail(wanted))
        }
    }
}

#[inline(never)]
pub(crate) fn json_of<V: Json>(value: &V) -> String {
    value.to_json().text().unwrap_or_default()
}

/// Signs [`app_text`] with the AppSecret: Base64 of an HMAC-SHA1.
///
/// # Errors
/// Kind `parameter`, naming the parameter, or `appSecret` where that is no text or empty.
pub fn sign_app<V: Json>(params: &V, app_secret: &V) -> Result<String> {
    if app_secret.json_type() == JsonType::Absent {
        return Err(missing(APP_SECRET.name));
    }
    let secret = read_value(&APP_SECRET, app_secret)?;
    let text = app_text(params, true)?.text().unwrap_or_default();
    Ok(sign_in_base64(&secret, &text))
}

/// The same for a request, whose callers' stack lives on: what is there of the key is overwritten at once.
#[inline(never)]
pub(crate) fn sign_request<V: Json>(params: &V, app_secret: &V) -> Result<String> {
    let signature = sign_request_unwiped(params, app_secret);
    #[cfg(target_arch = "wasm32")]
    zeroize::zeroize_stack::<SIGNING_STACK_BYTES>();
    signature
}

/// What signing a request takes of the stack is less.
#[cfg(target_arch = "wasm32")]
const SIGNING_STACK_BYTES: usize = 2048;

// Not part of its caller, whose own variables would not be wiped.
#[inline(never)]
fn sign_request_unwiped<V: Json>(params: &V, app_secret: &V) -> Result<String> {
    sign_app(params, app_secret)
}

/// Whether `params.Signature` is the one of [`sign_app`]; false for any that is malformed.
///
/// # Errors
/// Kind `parameter`, naming the parameter, for everything but the signature.
pub fn verify_app<V: Json>(params: &V, app_secret: &V) -> Result<bool> {
    verify(Signer::App, params, app_secret)
}

/// What begins with letters and digits, of which a nonce is made.
pub(crate) const NONCE_LETTERS: &str = base64::LETTERS;
/// How many of them.
pub(crate) const LETTERS: usize = 62;

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
                text::push_letter(&mut nonce, NONCE_LETTERS, usize::from(*byte) % LETTERS);
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

/// Compares without early exit on content.
fn same(expected: &[u8], given: &[u8]) -> bool {
    expected.ct_eq(given).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 2202 and RFC 4231, and a key at either side of a block as Python's `hmac` has it.
    #[test]
    fn hmac_is_the_one_of_the_standards() {
        let long = "Test Using Larger Than Block-Size Key - Hash Key First";
        let cases: [(SignMethod, &[u8], &str, &str); 8] = [
            (
                SignMethod::HmacSha1,
                b"Jefe",
                "what do ya want for nothing?",
                "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
            ),
            (
                SignMethod::HmacSha1,
                &[0xaa; 80],
                long,
                "aa4ae5e15272d00e95705637ce8a3b55ed402112",
            ),
            (
                SignMethod::HmacSha1,
                &[7; 64],
                "x",
                "94a1963f43833b3a6e66803ea11349ea9a63756e",
            ),
            (
                SignMethod::HmacSha1,
                &[7; 65],
                "x",
                "59caad42ca1d705e6414d443e91489a636eaf155",
            ),
            (
                SignMethod::HmacSha256,
                b"Jefe",
                "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                SignMethod::HmacSha256,
                &[0xaa; 131],
                long,
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
            (
                SignMethod::HmacSha256,
                &[7; 64],
                "x",
                "72eb5e2941defeb37ad65961919eebff581f6ccb397a04d3ae80f705019c2356",
            ),
            (
                SignMethod::HmacSha256,
                &[7; 65],
                "x",
                "089d3b040b4df3b1c1a5a61006abce46402a775de368c0303def8bbc5887459f",
            ),
        ];
        for (method, key, text, digest) in cases {
            let mut hex = String::new();
            text::push_hex(&mut hex, &hmac(method, key, text.as_bytes()));
            assert_eq!(hex, digest, "{method:?}, a key of {}", key.len());
        }
    }
}
