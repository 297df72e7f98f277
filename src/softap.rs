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

use crate::action::row::{Input, Word, Words};
use crate::atom::atom;
use crate::error::{Error, Result, code};
use crate::json::Json;
use crate::scan::{NUMBER, SIGNED, TEXT, bind, read_facts, set_text, set_type, write_facts};
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

/// The inputs of a message. Behind each stands a power of two, that of the most bytes it may have: odd for one that is
/// required, even for one that may be left out.
static MESSAGE: [Word; 5] = [
    Word::new(atom!("ssid"), 5),
    Word::new(atom!("password"), PASSWORD),
    Word::new(atom!("token"), UNLIMITED),
    Word::new(atom!("bssid"), UNLIMITED - 1),
    Word::new(atom!("region"), UNLIMITED - 1),
];
/// Stands behind a password.
const PASSWORD: u8 = PASSWORD_MAX_BYTES.trailing_zeros() as u8;
/// Stands behind what may be of any length.
const UNLIMITED: u8 = 31;
const _: () = assert!(
    SSID_MAX_BYTES == 1 << 5 && PASSWORD_MAX_BYTES == 1 << 6,
    "as in the table"
);

/// The message that hands a Wi-Fi and a token to the device: `ssid`, `password` (empty or left out for an open Wi-Fi),
/// `token`, and `bssid` and `region` if given.
///
/// # Errors
/// Kind `parameter`, naming the input: `ssid` or `token` missing or empty, no text, or a Wi-Fi's
/// name or password longer than there can be.
pub fn encode_token<V: Json>(input: &V) -> Result<String> {
    let mut message = V::new_object();
    message.set(atom!("cmdType"), V::from_number(1.0));
    let mut words = Words::of(&MESSAGE);
    loop {
        let (name, is) = words.next();
        if is > UNLIMITED {
            return Ok(sign::json_of(&message));
        }
        let text = sign::read(input, &Input::text(name, is % 2 == 1))?;
        if text.len() > 1 << is {
            return Err(Error::parameter(code!("Parameter.TooLong"), name));
        }
        // An open Wi-Fi has an empty password; what else may be left out is then.
        if !text.is_empty() || is == PASSWORD {
            set_text(&mut message, name, &text);
        }
    }
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
    if read(message, &mut Vec::new(), &mut reply).is_none() {
        set_type(&mut reply, atom!("other"));
    }
    reply
}

/// Sets nothing before it is clear what this is.
fn read<V: Json>(message: &V, facts: &mut Vec<String>, reply: &mut V) -> Option<()> {
    static COMMAND: [Word; 1] = [Word::new(atom!("cmdType"), NUMBER)];
    static DEVICE: [Word; 3] = [
        Word::new(atom!("productId"), TEXT),
        Word::new(atom!("deviceName"), TEXT),
        Word::new(atom!("protoVersion"), NUMBER),
    ];
    read_facts(message, &COMMAND, facts)?;
    // Android's client does not look for it.
    let [command] = &**facts else {
        return None;
    };
    let is_answer = matches!(command.as_bytes(), [] | [b'2']);
    let is_state = matches!(command.as_bytes(), [b'7']);
    if is_answer && let Some(kind) = message.text_at(atom!("deviceReply")) {
        reply.set(atom!("current"), V::from_bool(!kind.is(atom!("Previous_Error"))));
        reply.set(
            atom!("log"),
            message.text_at(atom!("log")).unwrap_or_else(|| atom!("").into()),
        );
        return set_type(reply, atom!("error"));
    }
    read_facts(message, &DEVICE, facts)?;
    let [product_id, device_name, _] = &**facts else {
        return None;
    };
    if product_id.is_empty() || device_name.is_empty() || !(is_answer || is_state) {
        return None;
    }
    if is_state {
        reply.set(
            atom!("state"),
            V::from_number(message.get(atom!("wifiConfigState"))?.number()?),
        );
    }
    write_facts(reply, &DEVICE, facts);
    if is_state {
        return set_type(reply, atom!("state"));
    }
    // Without a time it did not sign.
    if read_facts(message, &SIGNED, facts).is_some() {
        let _ = bind(facts, false, reply);
    }
    set_type(reply, atom!("device"))
}
