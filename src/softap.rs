//! Provisioning through the device's own hotspot: the messages. The socket is the caller's.
//!
//! The phone joins the device's Wi-Fi and sends [`encode_token`] by UDP to [`ADDRESS`], port [`PORT`]: again every
//! [`RESEND_MS`], [`ATTEMPTS`] times, until [`parse_reply`] finds the device's answer. Then the device joins the home's
//! Wi-Fi and reports the token, and the phone goes back there too.
//!
//! What firmware really sends, and what becomes of it:
//!
//! | datagram | reply | sent by |
//! | --- | --- | --- |
//! | `{"cmdType":2,"productId":…,"deviceName":…,"protoVersion":"2.0"}` | `device` | espressif/esp-qcloud `esp_qcloud_prov_tencent.c`; with `productRegion`, three times, ending in `\r\n`: tencentyun/qcloud-iot-esp-wifi `qcloud_wifi_config.c` |
//! | the same with `signature`, `timestamp`, `connId` | `device`, with `bindType`, `signMethod` and `device` to bind by | read by `TIoTSoftapWaitVC.m` of tencentyun/iot-link-ios and `DeviceInfo.java` of tencentyun/iot-link-android |
//! | `{"cmdType":2,"deviceReply":"Current_Error","log":…}`, or `Previous_Error` | `error` | `wifi_config_error_handle.c` of the same; one port of it writes the number as a string |
//! | `{"cmdType":7,…,"protoVersion":"3.0","wifiConfigState":…}` | `state` | the IoT Hub device C SDK of 2023, `wifi_config.h`; a broadcast |
//! | logs as plain text, echoes, other `cmdType`s | `other` | `app_send_dev_log`, and whoever else is in that network |
//!
//! Apps add `bssid` and `region` to the message (both SDKs above); firmware takes `region` for the site that it
//! connects to.

use crate::action::prelude::*;
use crate::action::row::Input;
use crate::error::{Error, Result, code};
use crate::input;
use crate::json::{Json, push_text};
use crate::scan::{bind, fact, read_object};
use crate::sign;

/// Where devices listen in their own hotspot.
pub const ADDRESS: &str = "192.168.4.1";
/// The UDP port they listen on.
pub const PORT: u16 = 8266;
/// How long to wait for an answer before sending again, in milliseconds.
pub const RESEND_MS: u32 = 2_000;
/// How often to send before giving up.
pub const ATTEMPTS: u32 = 5;

/// The longest name of a Wi-Fi that there can be.
pub const SSID_MAX_BYTES: usize = 32;
/// The longest password that firmware has room for, and that a Wi-Fi can have.
pub const PASSWORD_MAX_BYTES: usize = 64;

/// The message that hands a Wi-Fi and a token to the device: `ssid`, `password` (empty or left out for an open Wi-Fi),
/// `token`, and `bssid` and `region` if given.
///
/// # Errors
/// Kind `parameter`, naming the input: `ssid` or `token` missing or empty, no text, or a Wi-Fi's
/// name or password longer than there can be.
pub fn encode_token<V: Json>(input: &V) -> Result<String> {
    const FIELDS: [(Input, usize); 5] = [
        (input!(required("ssid", Text, "")), SSID_MAX_BYTES),
        (input!(optional("password", Text, "")), PASSWORD_MAX_BYTES),
        (input!(required("token", Text, "")), usize::MAX),
        (input!(optional("bssid", Text, "")), usize::MAX),
        (input!(optional("region", Text, "")), usize::MAX),
    ];
    let mut message = String::from("{\"cmdType\":1");
    for (field, max_bytes) in &FIELDS {
        let text = sign::read(input, field)?;
        if text.len() > *max_bytes {
            return Err(Error::parameter(code!("Parameter.TooLong"), field.name));
        }
        // An open Wi-Fi has an empty password; what else may be left out is then.
        if field.required || field.name == "password" || !text.is_empty() {
            message.push(',');
            push_text(&mut message, field.name);
            message.push(':');
            push_text(&mut message, &text);
        }
    }
    message.push('}');
    Ok(message)
}

/// Reads a datagram, as the host's JSON parser understood it. Whatever arrives, there is an answer, since anybody can send
/// to an open port: an object with a `type`.
///
/// - `device`: `productId`, `deviceName`, perhaps `protoVersion`, and the options of the signature flow if it signed;
/// - `error`: `log` in the device's own words, `current` false for what went wrong another time;
/// - `state`: the same three, and `state`: 0 joins the Wi-Fi, 1 connects to the cloud, 2 could not, 3 reports the
///   token, 4 could not, 5 has;
/// - `other`: nothing that a device would say.
#[must_use]
pub fn parse_reply<V: Json>(message: &V) -> V {
    let mut reply = V::new_object();
    let kind = read(message, &mut reply).unwrap_or_else(|| {
        // Without what was set before it turned out to be nothing.
        reply = V::new_object();
        "other"
    });
    reply.set("type", V::from_text(kind));
    reply
}

fn read<V: Json>(message: &V, reply: &mut V) -> Option<&'static str> {
    let command = fact(message, &["cmdType"], true)?;
    // Android's client does not look for it.
    let is_answer = matches!(&*command, "2" | "");
    if is_answer && let Some(kind) = message.text_of("deviceReply") {
        reply.set("current", V::from_bool(kind != "Previous_Error"));
        reply.set("log", V::from_text(&message.text_of("log").unwrap_or_default()));
        return Some("error");
    }
    for name in ["productId", "deviceName", "protoVersion"] {
        let is_version = name == "protoVersion";
        let text = fact(message, &[name], is_version)?;
        if !text.is_empty() {
            reply.set(name, V::from_text(&text));
        } else if !is_version {
            return None;
        }
    }
    if command == "7" {
        reply.set("state", V::from_number(message.get("wifiConfigState")?.number()?));
        return Some("state");
    }
    // One that did not sign says no time either.
    if let Some(facts) = read_object(message).filter(|_| message.some("timestamp").is_some()) {
        bind(&facts, true, reply);
    }
    is_answer.then_some("device")
}
