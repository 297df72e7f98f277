//! What a scanned QR code asks for, as a plan.
//!
//! Codes are read as widely as shipped apps write and read them, and handed out exactly as the API takes them:
//!
//! | text | plan |
//! | --- | --- |
//! | a JSON object with `ProductId`, `DeviceName`, `Signature` | `device-signature` |
//! | the same with `DeviceTimestamp` (or `Timestamp`, `TimeStamp`), perhaps `ConnId`, `SignMethod`, `BindType` | `bind` |
//! | `<ProductId>;<DeviceName>;<connId>;<timestamp>;<signMethod>;<signature>` | `bind`, `other_sign` |
//! | a URL with `signature=` | `device-signature` |
//! | a URL with `page=softap`, `smartconfig` or `adddevice`, and `productId=` | `provision` |
//! | 24 to 128 letters, digits, `+`, `/`, `-`, `_`, with up to two `=` at the end | `device-signature` |
//!
//! Anything else is an error. Sources: `MainActivity.kt` and `TrtcDeviceInfo.java` of tencentyun/iot-link-android,
//! `TIoTScanlViewController.m` of tencentyun/iot-link-ios, `qrCode.js` of
//! tencentyun/qcloud-iotexplorer-appdev-miniprogram-sdk-demo, `esp_qcloud_prov_tencent.c` of espressif/esp-qcloud.
//!
//! - The JSON code of the console holds no time, so it cannot be the signature of `AppSigBindDeviceInFamily`: all three
//!   clients send it to `AppSecureAddDeviceInFamily`.
//! - The host of a URL is not looked at: brands print codes with addresses of their own. `signature=` counts more than
//!   `page=`. `%41` is decoded; `+` is not, since it is part of Base64.
//! - Every device signature that was ever published has 32 hexadecimal digits. A text that says by nothing else what it
//!   is must look like that or like the Base64 or hex of a digest; what goes by its name in a URL or an object need only
//!   be printable.
//! - A device's own signature may be Base64 or hex in either case, whatever the form. Its length says which digest made
//!   it, and must fit a `SignMethod` that says so too.

use crate::action::row::{Word, Words};
use crate::atom::{Atom, atom};
use crate::error::{Error, Result, code};
use crate::json::{Json, JsonType};
use crate::sign::{base64, json_of};
use crate::text;

/// The most that a QR code holds, in characters.
const MAX_BYTES: usize = 4296;
/// The shortest and the longest text that is taken for a signature although nothing says so.
const BARE_MIN_CHARS: usize = 24;
const BARE_MAX_CHARS: usize = 128;
/// The last time that is exact in JavaScript, in Unix seconds.
const TIME_MAX: u64 = (1 << 53) - 1;

/// A name of a table of facts after which another one of the same fact follows.
const ALIAS: u8 = 0;
/// The last name of a text.
pub(crate) const TEXT: u8 = 1;
/// The last name of a text that may be written as a number.
pub(crate) const NUMBER: u8 = 2;

/// What is said of a signed device, in the order of a code of fields: names in an object, as the API and as devices spell
/// them. The bind type has no place in a code of fields.
pub(crate) static SIGNED: [Word; 17] = [
    Word::new(atom!("ProductId"), ALIAS),
    Word::new(atom!("productId"), TEXT),
    Word::new(atom!("DeviceName"), ALIAS),
    Word::new(atom!("deviceName"), TEXT),
    Word::new(atom!("ConnId"), ALIAS),
    Word::new(atom!("connId"), TEXT),
    Word::new(atom!("DeviceTimestamp"), ALIAS),
    Word::new(atom!("deviceTimestamp"), ALIAS),
    Word::new(atom!("Timestamp"), ALIAS),
    Word::new(atom!("TimeStamp"), ALIAS),
    Word::new(atom!("timestamp"), NUMBER),
    Word::new(atom!("SignMethod"), ALIAS),
    Word::new(atom!("signMethod"), TEXT),
    Word::new(atom!("Signature"), ALIAS),
    Word::new(atom!("signature"), TEXT),
    Word::new(atom!("BindType"), ALIAS),
    Word::new(atom!("bindType"), TEXT),
];
static SIGNATURE: [Word; 1] = [Word::new(atom!("signature"), TEXT)];
static PAGE: [Word; 2] = [Word::new(atom!("page"), TEXT), Word::new(atom!("productId"), TEXT)];
static PROVISION: [Word; 2] = [Word::new(atom!("method"), TEXT), Word::new(atom!("productId"), TEXT)];

/// How to provide what an address asks for.
const METHODS: [&str; 3] = ["softap", "smartconfig", "adddevice"];

/// Reads the text of a QR code, without white space around it; `json` is what the host's JSON parser made of it, if anything. The plan is an object with a
/// `type`:
///
/// - `bind`: with `bindType`, `signMethod` and `device`, which are options of the signature flow;
/// - `provision`: with `method` (`softap`, `smartconfig` or `adddevice`) and `productId`;
/// - `device-signature`: with `signature`.
///
/// # Errors
/// Kind `parameter`, code `Parameter.UnknownQrCode`, for everything that is none of the forms. It holds nothing of the
/// text.
pub fn scan<V: Json>(text: &str, json: &V) -> Result<V> {
    let mut plan = V::new_object();
    // One list for all that is read on the way: it is given back in one place.
    if read(text, json, &mut Vec::new(), &mut plan).is_none() {
        return Err(Error::parameter(code!("Parameter.UnknownQrCode"), atom!("text")));
    }
    Ok(plan)
}

fn read<V: Json>(text: &str, json: &V, facts: &mut Vec<String>, plan: &mut V) -> Option<()> {
    if text.len() > MAX_BYTES {
        return None;
    }
    if text.starts_with("{") {
        read_facts(json, &SIGNED, facts)?;
        return bind(facts, true, plan);
    }
    if !is_printable(text) {
        return None;
    }
    if text.starts_with("http") {
        return read_address(text, facts, plan);
    }
    pieces(text, ";", facts);
    if facts.len() > 1 {
        pieces("other_sign", ";", facts);
        return bind(facts, false, plan);
    }
    if !is_bare_signature(text) {
        return None;
    }
    device_signature(text, plan)
}

/// Without spaces and what is not ASCII, as all identifiers and signatures are.
fn is_printable(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_bare_signature(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=');
    let padding = text::find(text, "=").unwrap_or(text.len());
    (BARE_MIN_CHARS..=BARE_MAX_CHARS).contains(&text.len())
        && text.len().saturating_sub(padding) <= 2
        && text.bytes().all(is_letter)
}

#[inline(never)]
fn device_signature<V: Json>(signature: &str, plan: &mut V) -> Option<()> {
    set_text(plan, atom!("signature"), signature);
    set_type(plan, atom!("device-signature"))
}

/// The parts of an ASCII text between any of these delimiters.
#[inline(never)]
fn pieces(text: &str, delimiters: &str, pieces: &mut Vec<String>) {
    let mut piece = String::new();
    for (at, byte) in text.bytes().enumerate() {
        if delimiters.bytes().any(|delimiter| delimiter == byte) {
            pieces.push(std::mem::take(&mut piece));
        } else {
            text::push_letter(&mut piece, text, at);
        }
    }
    pieces.push(piece);
}

/// Reads a URL: what its query says, or what is behind a `#` where pages route by that; the last of several, as in shipped
/// apps.
fn read_address<V: Json>(address: &str, facts: &mut Vec<String>, plan: &mut V) -> Option<()> {
    let mut said = V::new_object();
    pieces(address, "?&#", facts);
    for piece in &*facts {
        if let Some((name, value)) = text::split_once(piece, "=") {
            // What is percent-encoded is a byte, and so is this to whoever reads JSON. What is cut off is no text then.
            let json = V::from_text(value).to_json().text().unwrap_or_default();
            let decoded = V::parse(&text::replace(&json, "%", "\\u00"));
            said.set_by(&V::from_text(name), decoded.unwrap_or_else(|| V::from_bool(false)));
        }
    }
    read_facts(&said, &SIGNATURE, facts)?;
    if let [signature] = &**facts
        && !signature.is_empty()
    {
        return device_signature(signature, plan);
    }
    read_facts(&said, &PAGE, facts)?;
    let [page, product_id] = &**facts else {
        return None;
    };
    if product_id.is_empty() || !METHODS.contains(&&**page) {
        return None;
    }
    write_facts(plan, &PROVISION, facts);
    set_type(plan, atom!("provision"))
}

/// Fills `facts` with what an object says under the names of a table: printable texts, and numbers as text where they may
/// be; empty where it says nothing.
#[inline(never)]
pub(crate) fn read_facts<V: Json>(object: &V, table: &'static [Word], facts: &mut Vec<String>) -> Option<()> {
    let mut words = Words::of(table);
    let mut found = None;
    facts.clear();
    loop {
        let (name, is) = words.next();
        if is > NUMBER {
            return Some(());
        }
        if found.is_none() {
            found = object.some(name);
        }
        if is != ALIAS {
            let fact = match found.take() {
                None => String::new(),
                Some(value) if is == NUMBER && value.json_type() == JsonType::Number => json_of(&value),
                Some(value) => value.text()?,
            };
            let is_fact = is_printable(&fact);
            facts.push(fact);
            if !is_fact {
                return None;
            }
        }
    }
}

/// Sets what there is of these facts, under the first name of each.
#[inline(never)]
pub(crate) fn write_facts<V: Json>(to: &mut V, table: &'static [Word], facts: &[String]) {
    let mut words = Words::of(table);
    for fact in facts {
        let (name, mut is) = words.next();
        while is == ALIAS {
            is = words.next().1;
        }
        if !fact.is_empty() {
            set_text(to, name, fact);
        }
    }
}

#[inline(never)]
pub(crate) fn set_text<V: Json>(to: &mut V, name: Atom, text: &str) {
    to.set(name, V::from_text(text));
}

#[inline(never)]
pub(crate) fn set_type<V: Json>(to: &mut V, kind: Atom) -> Option<()> {
    to.set(atom!("type"), kind.into());
    Some(())
}

/// Checks what a code says of a device and sets the options of the signature flow: all or nothing. `may_lack_time` says
/// that one without a time brings the other kind of signature.
#[inline(never)]
pub(crate) fn bind<V: Json>(facts: &mut [String], may_lack_time: bool, to: &mut V) -> Option<()> {
    let [product_id, device_name, conn_id, time, stated, signature, bind_type] = facts else {
        return None;
    };
    if product_id.is_empty() || device_name.is_empty() || signature.is_empty() {
        return None;
    }
    if may_lack_time && time.is_empty() {
        return device_signature(signature, to);
    }
    let bound_by = match &**bind_type {
        "" | "wifi_sign" => "wifi_sign",
        "bluetooth_sign" | "bluetooth_sigh" => "bluetooth_sign",
        "other_sign" => "other_sign",
        _ => return None,
    };
    // No Base64 of a digest is as long as the hex of one.
    if !matches!(signature.len(), 40 | 64) {
        let bytes = base64::decode(signature.as_bytes())?;
        signature.clear();
        text::push_hex(signature, &bytes);
    }
    signature.make_ascii_lowercase();
    let sign_method = match signature.len() {
        40 => "hmacsha1",
        64 => "hmacsha256",
        _ => return None,
    };
    let is_told = !conn_id.is_empty() || bound_by == "wifi_sign";
    let is_method = stated.is_empty() || stated == sign_method;
    let is_hex = signature.bytes().all(|digit| digit.is_ascii_hexdigit());
    // What is negative is beyond the last time, too.
    #[allow(clippy::cast_sign_loss)]
    let seconds = text::parse_integer(time)? as u64;
    if seconds > TIME_MAX || !(is_told && is_method && is_hex) {
        return None;
    }
    // What is no fact of the device, or no text.
    time.clear();
    stated.clear();
    bind_type.clear();
    let mut device = V::new_object();
    write_facts(&mut device, &SIGNED, facts);
    // Exact: not beyond what is.
    #[allow(clippy::cast_precision_loss)]
    device.set(atom!("DeviceTimestamp"), V::from_number(seconds as f64));
    set_text(to, atom!("bindType"), bound_by);
    set_text(to, atom!("signMethod"), sign_method);
    to.set(atom!("device"), device);
    set_type(to, atom!("bind"))
}
