//! What the module imports: the host's half of the boundary, and errors as JavaScript's own.
//!
//! None of these functions throws: whatever the host or a caller's getter throws has become a value in host.js.

use wasm_bindgen::prelude::*;

use crate::error::{Cause, Code, Error};

#[wasm_bindgen(module = "/src/wasm/host.js")]
extern "C" {
    /// Takes the functions that differ from host to host, and those of the running call.
    pub(super) fn connect(host: &JsValue);

    /// Makes an `IotError`. Its code is the cloud's, or the own one of that place where that is empty.
    fn error(
        code: &str,
        place: u32,
        detail: &str,
        action: Option<&str>,
        request_id: Option<&str>,
        parameter: Option<&str>,
        status: u32,
        flags: u32,
        cause: &JsValue,
    ) -> JsValue;
    /// Makes a copy of a foreign error that is safe to show.
    fn redacted(name: &str, message: &str, code: Option<&str>) -> JsValue;

    /// Fills bytes from the host's best randomness.
    pub(super) fn random(bytes: &mut [u8]);
    /// Says what a machine wants: [`want`](super::want) has the numbers.
    pub(super) fn want(kind: u32, ms: f64, first: &str, second: &str);
    /// Says that what was asked has failed, with the error.
    pub(super) fn fail(error: &JsValue);
    /// Hands over a note: the kind's number is that of [`NoteKind`](crate::transport::NoteKind).
    pub(super) fn note(kind: u32, value: &JsValue);

    #[wasm_bindgen(js_name = typeOf)]
    pub(super) fn type_of(value: &JsValue) -> u32;
    pub(super) fn get(object: &JsValue, name: &str) -> JsValue;
    pub(super) fn set(object: &JsValue, name: &str, value: &JsValue);
    pub(super) fn remove(object: &JsValue, name: &str);
    #[wasm_bindgen(js_name = newObject)]
    pub(super) fn new_object() -> JsValue;
    #[wasm_bindgen(js_name = isWellFormed)]
    pub(super) fn is_well_formed(value: &JsValue) -> bool;
    pub(super) fn digits(value: &JsValue) -> JsValue;
    pub(super) fn entries(object: &JsValue) -> JsValue;
    pub(super) fn json(value: &JsValue) -> JsValue;
    pub(super) fn parse(json: &str) -> JsValue;
    #[wasm_bindgen(js_name = readResponse)]
    pub(super) fn read_response(response: &JsValue) -> JsValue;
}

/// `error` was told that the error is worth another try.
const RETRYABLE: u32 = 1;
/// `error` was told that the device may be bound.
const MAY_BE_BOUND: u32 = 2;

/// An error that JavaScript can throw. A foreign cause travels as its number, which the driver knows.
#[inline(never)]
pub(super) fn to_js(facts: &Error) -> JsValue {
    let cause = match &facts.cause {
        None => JsValue::UNDEFINED,
        Some(Cause::Redacted { name, message, code }) => redacted(name, message, code.as_deref()),
        Some(Cause::Foreign(at)) => JsValue::from(u32::try_from(*at).unwrap_or_default()),
        Some(Cause::Error(cause)) => to_js(cause),
    };
    let mut flags = 0;
    if facts.retryable {
        flags |= RETRYABLE;
    }
    if facts.may_be_bound {
        flags |= MAY_BE_BOUND;
    }
    let (code, place) = match &facts.code {
        Code::Own(code) => ("", code.place().into()),
        Code::Cloud(code) => (&**code, 0),
    };
    error(
        code,
        place,
        &facts.detail,
        facts.action.as_deref(),
        facts.request_id.as_deref(),
        facts.parameter.as_deref(),
        facts.status.unwrap_or_default().into(),
        flags,
        &cause,
    )
}
