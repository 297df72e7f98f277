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

    /// Makes an `IotError`. Its code is the cloud's, or the own one of that place where there is none.
    fn error(
        code: Place,
        place: u32,
        detail: Place,
        action: Place,
        request_id: Place,
        parameter: Place,
        status: u32,
        flags: u32,
        cause: Place,
    ) -> Place;
    /// Makes a copy of a foreign error that is safe to show.
    fn redacted(name: Place, message: Place, code: Place) -> Place;

    /// Fills bytes from the host's best randomness.
    pub(super) fn random(bytes: &mut [u8]);
    /// Says what the machine of that number wants, by the number of its [`Task`](crate::transport::Task).
    pub(super) fn want(run: u32, task: u32, ms: f64, with: Place);
    /// Says that what was asked has failed, with the error.
    pub(super) fn fail(error: Place);
    /// Hands over a note: the kind's number is that of [`NoteKind`](crate::transport::NoteKind).
    pub(super) fn note(kind: u32, value: Place);

    pub(super) fn text(value: Place) -> Option<String>;
    pub(super) fn number(value: Place) -> f64;
    pub(super) fn get(object: Place, name: Place) -> Place;
    pub(super) fn set(object: Place, name: Place, value: Place);
    pub(super) fn remove(object: Place, name: Place);
    /// Whether two values are the same: texts, that is.
    pub(super) fn same(one: Place, other: Place) -> bool;
    /// A text's place in the list of atoms; -1 if it is none.
    pub(super) fn atom(text: Place) -> i32;
    /// Where a text has that part; -1 if it has not.
    pub(super) fn find(text: Place, part: Place) -> i32;
    /// What a text has before and behind the first such part, as a list; nothing where it has none.
    pub(super) fn split(text: Place, part: Place) -> Place;
    pub(super) fn replaced(text: Place, part: Place, with: Place) -> Place;
    pub(super) fn scrubbed(text: Place, secrets: Place, min_chars: u32) -> Place;
    pub(super) fn plus(one: Place, other: Place) -> Place;
    /// An element of a list; nothing behind the last one, or of what is no list.
    pub(super) fn item(list: Place, at: u32) -> Place;
    pub(super) fn lower(text: Place) -> Place;
    pub(super) fn push(list: Place, item: Place);
    /// Puts a field of a list's elements right: its other spelling, if any, and digits of a whole number, if it may be that.
    pub(super) fn mend(list: Place, name: Place, also: Place, is_loose: bool);
    #[wasm_bindgen(js_name = newList)]
    pub(super) fn new_list() -> Place;
    #[wasm_bindgen(js_name = newObject)]
    pub(super) fn new_object() -> Place;
    #[wasm_bindgen(js_name = fromText)]
    pub(super) fn from_text(text: &str) -> Place;
    /// A UUID, version 4, of random bytes.
    pub(super) fn uuid() -> Place;
    #[wasm_bindgen(js_name = fromNumber)]
    pub(super) fn from_number(number: f64) -> Place;
    #[wasm_bindgen(js_name = fromBool)]
    pub(super) fn from_bool(value: bool) -> Place;
    #[cfg(feature = "diagnose")]
    pub(super) fn keep(value: JsValue) -> Place;
    pub(super) fn take(from: Place, name: Place, to: Place) -> u32;
    #[wasm_bindgen(js_name = textFlaw)]
    pub(super) fn text_flaw(value: Place) -> u32;
    pub(super) fn digits(value: Place) -> Option<String>;
    pub(super) fn copy(object: Place) -> Place;
    pub(super) fn others(object: Place, known: Place) -> Place;
    pub(super) fn plain(value: Place) -> Place;
    pub(super) fn json(value: Place) -> Place;
    #[wasm_bindgen(js_name = isLonger)]
    pub(super) fn is_longer(text: Place, bytes: u32) -> bool;
    #[wasm_bindgen(js_name = fromDigits)]
    pub(super) fn from_digits(digits: &str) -> Place;
    pub(super) fn parse(json: &str) -> Place;
}

/// `error` was told that the error is worth another try.
const RETRYABLE: u32 = 1;
/// `error` was told that the device may be bound.
const MAY_BE_BOUND: u32 = 2;

/// Where the table has none of our codes: the code is the cloud's, which may be empty.
const NO_PLACE: u32 = 255;

/// An error that JavaScript can throw. What the caller's own code threw stays as it is.
#[inline(never)]
pub(super) fn to_js(facts: &Error) -> Js {
    let place = |text: &Option<Js>| text.unwrap_or_default().id();
    let cause = match &facts.cause {
        None => Js::UNDEFINED,
        Some(Cause::Redacted { name, message, code }) => Js::at(redacted(name.id(), message.id(), place(code))),
        Some(Cause::Foreign(thrown)) => *thrown,
        Some(Cause::Error(cause)) => to_js(cause),
    };
    let mut flags = 0;
    if facts.retryable {
        flags |= RETRYABLE;
    }
    if facts.may_be_bound {
        flags |= MAY_BE_BOUND;
    }
    let (code, own) = match &facts.code {
        Code::Own(code) => (Js::UNDEFINED, code.place().into()),
        Code::Cloud(code) => (*code, NO_PLACE),
    };
    Js::at(error(
        code.id(),
        own,
        facts.detail.id(),
        place(&facts.action),
        place(&facts.request_id),
        place(&facts.parameter),
        facts.status.unwrap_or_default().into(),
        flags,
        cause.id(),
    ))
}
