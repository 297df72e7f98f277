//! What the module imports: the host's half of the boundary, and errors as JavaScript's own.
//!
//! Values are places in a list of the host's. None of these functions throws: whatever the host or a caller's getter throws has
//! become a value in host.js.

use wasm_bindgen::prelude::*;

use super::value::Js;
use crate::error::{Cause, Code, Error};

/// A value's place in the host's list.
pub(super) type Place = u32;

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
        cause: Place,
    ) -> Place;
    /// Makes a copy of a foreign error that is safe to show.
    fn redacted(name: &str, message: &str, code: Option<&str>) -> Place;

    /// Fills bytes from the host's best randomness.
    pub(super) fn random(bytes: &mut [u8]);
    /// Says what a machine wants, by the number of its [`Task`](crate::transport::Task).
    pub(super) fn want(task: u32, ms: f64, with: Place);
    /// Says that what was asked has failed, with the error.
    pub(super) fn fail(error: Place);
    /// Hands over a note: the kind's number is that of [`NoteKind`](crate::transport::NoteKind).
    pub(super) fn note(kind: u32, value: Place);

    #[wasm_bindgen(js_name = typeOf)]
    pub(super) fn type_of(value: Place) -> u32;
    pub(super) fn text(value: Place) -> Option<String>;
    pub(super) fn number(value: Place) -> f64;
    pub(super) fn get(object: Place, name: &str) -> Place;
    pub(super) fn set(object: Place, name: &str, value: Place);
    pub(super) fn remove(object: Place, name: &str);
    #[wasm_bindgen(js_name = newObject)]
    pub(super) fn new_object() -> Place;
    #[wasm_bindgen(js_name = fromText)]
    pub(super) fn from_text(text: &str) -> Place;
    #[wasm_bindgen(js_name = fromNumber)]
    pub(super) fn from_number(number: f64) -> Place;
    #[wasm_bindgen(js_name = fromBool)]
    pub(super) fn from_bool(value: bool) -> Place;
    #[cfg(feature = "diagnose")]
    pub(super) fn keep(value: JsValue) -> Place;
    #[wasm_bindgen(js_name = textFlaw)]
    pub(super) fn text_flaw(value: Place) -> u32;
    #[wasm_bindgen(js_name = isTrue)]
    pub(super) fn is_true(value: Place) -> bool;
    pub(super) fn digits(value: Place) -> Option<String>;
    pub(super) fn items(list: Place) -> Place;
    pub(super) fn copy(object: Place) -> Place;
    pub(super) fn others(object: Place, known: Place) -> Place;
    pub(super) fn plain(value: Place) -> Place;
    pub(super) fn json(value: Place) -> Place;
    #[wasm_bindgen(js_name = isLonger)]
    pub(super) fn is_longer(text: Place, bytes: u32) -> bool;
    #[wasm_bindgen(js_name = fromDigits)]
    pub(super) fn from_digits(digits: &str) -> Place;
    pub(super) fn parse(json: &str) -> Place;
    #[wasm_bindgen(js_name = readResponse)]
    pub(super) fn read_response(response: Place) -> Place;
}

/// `error` was told that the error is worth another try.
const RETRYABLE: u32 = 1;
/// `error` was told that the device may be bound.
const MAY_BE_BOUND: u32 = 2;

/// Where the table has none of our codes: the code is the cloud's, which may be empty.
const NO_PLACE: u32 = 255;

/// An error that JavaScript can throw. A foreign cause travels as its number, which the driver knows.
#[inline(never)]
pub(super) fn to_js(facts: &Error) -> Js {
    let cause = match &facts.cause {
        None => Js::UNDEFINED,
        Some(Cause::Redacted { name, message, code }) => Js(redacted(name, message, code.as_deref())),
        #[allow(clippy::cast_precision_loss)]
        Some(Cause::Foreign(at)) => Js(from_number(*at as f64)),
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
        Code::Cloud(code) => (&**code, NO_PLACE),
    };
    Js(error(
        code,
        place,
        &facts.detail,
        facts.action.as_deref(),
        facts.request_id.as_deref(),
        facts.parameter.as_deref(),
        facts.status.unwrap_or_default().into(),
        flags,
        cause.0,
    ))
}
