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

use crate::error::{Error, Result, code};
use crate::json::{Json, JsonType};
use crate::sign::base64;
use crate::text::{parse_integer, push_hex, split_once};

/// The most that a QR code holds, in characters.
const MAX_BYTES: usize = 4296;
/// The shortest and the longest text that is taken for a signature although nothing says so.
const BARE_MIN_CHARS: usize = 24;
const BARE_MAX_CHARS: usize = 128;
/// The last time that is exact in JavaScript, in Unix seconds.
const TIME_MAX: i64 = (1 << 53) - 1;

/// What is said of a signed device, in the order of a code of fields: names in an object, as the API and as devices spell
/// them. The bind type has no place in a code of fields.
const FACTS: [&[&str]; 7] = [
    &["ProductId", "productId"],
    &["DeviceName", "deviceName"],
    &["ConnId", "connId"],
    &[
        "DeviceTimestamp",
        "deviceTimestamp",
        "Timestamp",
        "TimeStamp",
        "timestamp",
    ],
    &["SignMethod", "signMethod"],
    &["Signature", "signature"],
    &["BindType", "bindType"],
];
/// The one of them that may be a number.
const TIME: usize = 3;

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
    let Some(kind) = read(text, json, &mut plan) else {
        return Err(Error::parameter(code!("Parameter.UnknownQrCode"), "text"));
    };
    plan.set("type", V::from_text(kind));
    Ok(plan)
}

fn read<V: Json>(text: &str, json: &V, plan: &mut V) -> Option<&'static str> {
    if text.len() > MAX_BYTES {
        return None;
    }
    if text.starts_with('{') {
        return bind(&read_object(json)?, true, plan);
    }
    if !is_printable(text) {
        return None;
    }
    if text.starts_with("http") {
        return read_address(text, plan);
    }
    let mut facts = Vec::new();
    let mut rest = text;
    while let Some((fact, behind)) = split_once(rest, ";") {
        facts.push(fact.into());
        rest = behind;
    }
    facts.push(rest.into());
    if let [_, _, ..] = &*facts {
        return bind(&facts, false, plan);
    }
    is_bare_signature(text).then(|| device_signature(text, plan))
}

/// Without spaces and what is not ASCII, as all identifiers and signatures are.
fn is_printable(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_bare_signature(text: &str) -> bool {
    let is_letter = |(at, byte): (usize, u8)| match byte {
        b'+' | b'/' | b'-' | b'_' => true,
        // Padding.
        b'=' => at + 2 >= text.len(),
        _ => byte.is_ascii_alphanumeric(),
    };
    (BARE_MIN_CHARS..=BARE_MAX_CHARS).contains(&text.len()) && text.bytes().enumerate().all(is_letter)
}

fn device_signature<V: Json>(signature: &str, plan: &mut V) -> &'static str {
    plan.set("signature", V::from_text(signature));
    "device-signature"
}

fn read_address<V: Json>(address: &str, plan: &mut V) -> Option<&'static str> {
    let signature = value_of(address, "signature=")?;
    if !signature.is_empty() {
        return Some(device_signature(&signature, plan));
    }
    let method = value_of(address, "page=")?;
    let product_id = value_of(address, "productId=")?;
    if product_id.is_empty() || !matches!(&*method, "softap" | "smartconfig" | "adddevice") {
        return None;
    }
    plan.set("method", V::from_text(&method));
    plan.set("productId", V::from_text(&product_id));
    Some("provision")
}

/// What a URL says under this name in its query, or behind a `#` where pages route by that; the last of several, as in
/// shipped apps, and empty if there is none. Nothing for what is cut off, or not printable once decoded.
#[inline(never)]
fn value_of(address: &str, name: &str) -> Option<String> {
    let is_delimiter = |byte| matches!(byte, b'?' | b'&' | b'#');
    let mut value = "";
    let mut rest = address;
    while let Some(at) = rest.bytes().position(is_delimiter) {
        rest = rest.get(at + 1..)?;
        value = rest.strip_prefix(name).unwrap_or(value);
    }
    let mut decoded = String::new();
    let mut bytes = value.bytes();
    while let Some(byte) = bytes.next()
        && !is_delimiter(byte)
    {
        let mut letter = char::from(byte);
        if letter == '%' {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            letter = char::from_u32(digit()? << 4 | digit()?)?;
        }
        if !letter.is_ascii_graphic() {
            return None;
        }
        decoded.push(letter);
    }
    Some(decoded)
}

/// What an object says of a signed device; empty where it says nothing.
pub(crate) fn read_object<V: Json>(object: &V) -> Option<Vec<String>> {
    let mut facts = Vec::new();
    for (at, names) in FACTS.iter().enumerate() {
        facts.push(fact(object, names, at == TIME)?);
    }
    Some(facts)
}

/// What an object says under one of these names: printable text, or a number as text; empty if it says nothing.
#[inline(never)]
pub(crate) fn fact<V: Json>(object: &V, names: &[&str], may_be_number: bool) -> Option<String> {
    let Some(value) = names.iter().find_map(|name| object.some(name)) else {
        return Some(String::new());
    };
    let text = if may_be_number && value.json_type() == JsonType::Number {
        value.to_json().ok()?
    } else {
        value.text()
    }?;
    is_printable(&text).then_some(text)
}

/// Checks what a code says of a device and sets the options of the signature flow: all or nothing. An object without a time
/// brings the other kind of signature.
pub(crate) fn bind<V: Json>(facts: &[String], is_object: bool, to: &mut V) -> Option<&'static str> {
    let [product_id, device_name, conn_id, time, stated, signature, rest @ ..] = facts else {
        return None;
    };
    if product_id.is_empty() || device_name.is_empty() || signature.is_empty() || rest.is_empty() == is_object {
        return None;
    }
    if is_object && time.is_empty() {
        return Some(device_signature(signature, to));
    }
    let bind_type = match rest.first().map_or("other_sign", |given| given) {
        "" | "wifi_sign" => "wifi_sign",
        "bluetooth_sign" | "bluetooth_sigh" => "bluetooth_sign",
        "other_sign" => "other_sign",
        _ => return None,
    };
    // No Base64 of a digest is as long as the hex of one.
    let mut hex = String::new();
    match signature.len() {
        40 | 64 => hex = signature.to_ascii_lowercase(),
        _ => push_hex(&mut hex, &base64::decode(signature)?),
    }
    let sign_method = match hex.len() {
        40 => "hmacsha1",
        64 => "hmacsha256",
        _ => return None,
    };
    let is_told = !conn_id.is_empty() || bind_type == "wifi_sign";
    let is_method = stated.is_empty() || stated == sign_method;
    let is_hex = hex.bytes().all(|digit| digit.is_ascii_hexdigit());
    let time = parse_integer(time).filter(|time| (0..=TIME_MAX).contains(time) && is_told && is_method && is_hex)?;
    let mut device = V::new_object();
    device.set("ProductId", V::from_text(product_id));
    device.set("DeviceName", V::from_text(device_name));
    // Exact: not beyond what is.
    #[allow(clippy::cast_precision_loss)]
    device.set("DeviceTimestamp", V::from_number(time as f64));
    if !conn_id.is_empty() {
        device.set("ConnId", V::from_text(conn_id));
    }
    device.set("Signature", V::from_text(&hex));
    to.set("bindType", V::from_text(bind_type));
    to.set("signMethod", V::from_text(sign_method));
    to.set("device", device);
    Some("bind")
}
