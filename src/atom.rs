//! Constant texts, known to module and host by number.
//!
//! Names of parameters and fields, the values of closed sets, steps of flows: whatever the core says or looks for in the same
//! words each time is an [`Atom`]. In the shipped module that is a number; the text stands in a list that the host has
//! (`pkg-template/generated/atoms.js`), so that none of them is in the module, and none is decoded when it crosses over. Natively an
//! atom is its text.

use crate::action::{ALL as ACTIONS, Field, Kind, Param};

/// What the core says besides the words of the Actions' table, about in the order in which its files do: so it compresses best.
const OWN: &[&str] = &[
    "action",
    "",
    "RequestId",
    "Error",
    "Code",
    "Response",
    "data",
    "code",
    "msg",
    "0",
    "Data",
    "Message",
    "type",
    "requestId",
    "attempt",
    "status",
    "retry",
    "delayMs",
    "durationMs",
    "request",
    "response",
    "token",
    "signature",
    "gateway",
    "AppTokenBindDeviceFamily",
    "AppSigBindDeviceInFamily",
    "AppSigGatewayBindDevice",
    "FamilyId",
    "RoomId",
    "ProductId",
    "DeviceName",
    "Token",
    "productId",
    "deviceName",
    "flow",
    "stage",
    "deadline",
    "familyId",
    "step",
    "remainingMs",
    "AppCreateDeviceBindToken",
    "AppGetDeviceBindTokenState",
    "AppGetFamilySubDeviceList",
    "AppGetDeviceInFamily",
    "binding",
    "bound",
    "waiting",
    "InvalidParameterValue.BindDeviceNotConnected",
    "InvalidParameterValue.TokenNotBind",
    "/",
    "DeviceId",
    "confirmed",
    "AppDeviceInfo",
    "UnsupportedOperation.CannotBindSameFamily",
    "GatewayProductId",
    "GatewayDeviceName",
    "Offset",
    "Limit",
    "DeviceList",
    "Total",
    "ResourceNotFound",
    "ResourceNotFound.DeviceNotExist",
    "InvalidParameterValue.AppDeviceNotExist",
    "token-created",
    "no text was returned",
    "sent-to-device",
    "State",
    "token-usable",
    "Nonce",
    "DeviceTimestamp",
    "Signature",
    "nonce",
    "timestamp",
    ".",
    "it was written by another version of this package",
    "Action",
    "AccessToken",
    "AppKey",
    "Timestamp",
    "appKey",
    "params",
    "a plain object",
    "commonParams",
    "commonParams.",
    "__proto__",
    "something that JSON can say",
    "a finite number",
    "true or false",
    "an object",
    "a list",
    "a list of texts",
    "text",
    "from 0 to 50",
    "from -9223372036854775808 to 9223372036854775807",
    "from 0 to 9223372036854775807",
    "a whole number: a safe number, a bigint, or decimal digits",
    "one of: ",
    ", ",
    "(empty)",
    "connId",
    "bindType",
    "wifi_sign",
    "bluetooth_sign",
    "other_sign",
    "bluetooth_sigh",
    "signMethod",
    "hmacsha1",
    "hmacsha256",
    "productSecret",
    "psk",
    "appSecret",
    "input",
    "Base64",
    "password",
    "pwd",
    "secret",
    "***",
    "_",
    "&",
    "=",
    "text, a number or a boolean to be signed",
    "kind",
    "device",
    "ConnId",
    "deviceTimestamp",
    "TimeStamp",
    "SignMethod",
    "BindType",
    "page",
    "method",
    "device-signature",
    "provision",
    "bind",
    "cmdType",
    "protoVersion",
    "deviceReply",
    "log",
    "wifiConfigState",
    "ssid",
    "bssid",
    "region",
    "other",
    "current",
    "Previous_Error",
    "error",
    "state",
    "InternalError",
    "InvalidAccessToken",
    "VERIFY_LOGIN_FAIL",
    "InvalidParameterValue.ReadTokenInfoError",
    "InvalidParameterValue.TokenInfoSaveError",
    "InvalidParameterValue.FamilyDeviceCountReadError",
    "InvalidParameterValue.InternalRPCError",
    "InvalidParameterValue.SendVerifyCodeTooQuick",
    "UnsupportedOperation.SceneRunInProgress",
    "untyped",
    "accessToken",
    "name",
    "message",
    "value",
    "|",
    " ",
    "AppGetMultiDeviceBindTokenState",
    "multi-device",
];

/// A constant text. Made with [`atom!`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg(not(target_arch = "wasm32"))]
pub struct Atom(&'static str);

/// A constant text, as its place in [`ALL`]. Made with [`atom!`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg(target_arch = "wasm32")]
pub struct Atom(u16);

/// The atom of that text, looked up when this is compiled.
#[macro_export]
macro_rules! atom {
    ($text:expr) => {
        const { $crate::atom::Atom::of($text) }
    };
}
pub use atom;

impl Atom {
    /// The atom of that text. Better said with [`atom!`], which leaves the text out of the module.
    ///
    /// # Panics
    /// Where no list has it: what the core says must be in `OWN` above.
    #[must_use]
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn of(text: &'static str) -> Self {
        let _ = place(text);
        Self(text)
    }

    /// The atom of that text. Better said with [`atom!`], which leaves the text out of the module.
    ///
    /// # Panics
    /// Where no list has it: what the core says must be in `OWN` above.
    #[must_use]
    #[cfg(target_arch = "wasm32")]
    #[allow(clippy::cast_possible_truncation)]
    pub const fn of(text: &str) -> Self {
        Self(place(text) as u16)
    }

    /// Its text.
    #[must_use]
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// An atom that no list has, for tests of what no Action says.
    #[must_use]
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) const fn made_up(text: &'static str) -> Self {
        Self(text)
    }

    /// The one at that place of [`ALL`].
    #[must_use]
    #[cfg(target_arch = "wasm32")]
    pub(crate) const fn at(place: u16) -> Self {
        Self(place)
    }

    /// Its place in [`ALL`].
    #[must_use]
    #[cfg(target_arch = "wasm32")]
    pub const fn place(self) -> u16 {
        self.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<Atom> for String {
    fn from(atom: Atom) -> Self {
        atom.0.into()
    }
}

/// Texts, each once.
struct List<const N: usize> {
    texts: [&'static str; N],
    length: usize,
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "at compile time: a list that cannot be made does not compile"
)]
impl<const N: usize> List<N> {
    const fn add(&mut self, text: &'static str) {
        if find(&self.texts, self.length, text) == self.length {
            self.texts[self.length] = text;
            self.length += 1;
        }
    }

    const fn param(&mut self, param: &Param) {
        self.add(param.name);
        let mut at = 0;
        while at < param.values.len() {
            self.add(param.values[at]);
            at += 1;
        }
        if let Some((spelling, meant)) = param.alias {
            self.add(spelling);
            self.add(meant);
        }
        if let Some(default) = param.default {
            self.add(default);
        }
    }

    const fn fields(&mut self, fields: &[Field]) {
        let mut at = 0;
        while at < fields.len() {
            let field = &fields[at];
            if !matches!(field.kind, Kind::Any) {
                self.field(field);
            }
            match field.kind {
                Kind::Object(inner) if !field.wrapper => self.fields(inner.fields),
                Kind::List(inner) => self.items(inner.fields),
                _ => {}
            }
            at += 1;
        }
    }

    const fn items(&mut self, fields: &[Field]) {
        let mut at = 0;
        while at < fields.len() {
            if fields[at].loose || fields[at].also.is_some() {
                self.field(&fields[at]);
            }
            at += 1;
        }
    }

    const fn field(&mut self, field: &Field) {
        self.add(field.name);
        if let Some(spelling) = field.also {
            self.add(spelling);
        }
    }
}

/// More than there are.
const MOST: usize = 2048;

#[expect(
    clippy::indexing_slicing,
    reason = "at compile time: a list that cannot be made does not compile"
)]
#[allow(long_running_const_eval)]
const LIST: List<MOST> = {
    let mut list = List {
        texts: [""; MOST],
        length: 0,
    };
    // The Actions come first: the place of one's name is that of its row.
    let mut at = 0;
    while at < ACTIONS.len() {
        list.add(ACTIONS[at].name);
        at += 1;
    }
    assert!(list.length == ACTIONS.len(), "an Action is there twice");
    at = 0;
    while at < OWN.len() {
        list.add(OWN[at]);
        at += 1;
    }
    at = 0;
    while at < ACTIONS.len() {
        let mut param = 0;
        while param < ACTIONS[at].params.len() {
            list.param(&ACTIONS[at].params[param]);
            param += 1;
        }
        list.fields(ACTIONS[at].output);
        at += 1;
    }
    list
};

/// All of them, in the order in which module and host count them.
#[allow(long_running_const_eval)]
pub const ALL: [&str; LIST.length] = {
    let mut all = [""; LIST.length];
    all.copy_from_slice(LIST.texts.split_at(LIST.length).0);
    all
};

#[allow(long_running_const_eval)]
const fn place(text: &str) -> usize {
    let place = find(&LIST.texts, LIST.length, text);
    assert!(place < LIST.length, "the list in src/atom.rs lacks a text");
    place
}

/// Where a text stands among the first so many; their number if it does not.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "at compile time: a list that cannot be made does not compile"
)]
const fn find(texts: &[&str], length: usize, wanted: &str) -> usize {
    let wanted = wanted.as_bytes();
    let mut place = 0;
    while place < length {
        let text = texts[place].as_bytes();
        let mut at = 0;
        while at < text.len() && at < wanted.len() && text[at] == wanted[at] {
            at += 1;
        }
        if at == text.len() && at == wanted.len() {
            return place;
        }
        place += 1;
    }
    length
}
