//! The exports: conversions between JavaScript and the core, and nothing more.
//!
//! Everything here is synchronous. Calls and flows are machines that JavaScript knows by number; the driver (driver.js in the
//! package) does what they want and tells them, with [`step`], what came of it.

mod heap;
mod host;
pub mod request;
mod value;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::action::check::check_common;
use crate::action::row;
use crate::client::{Call, Setup};
use crate::envelope::{Common, Prepared, read_answer};
use crate::error::{Cause, Error, OwnCode, Result, Secrets, code};
use crate::flow::{self, Flow, Kind};
use crate::json::{Json as _, JsonType};
use crate::sign::Signer;
use crate::transport::{Machine, Moment, Note, Want};
use crate::{scan, sign, softap};
use host::{Place, to_js};
use value::Js;

/// Takes the host's functions. Called once, before anything else.
#[wasm_bindgen]
pub fn setup(host: &JsValue) {
    host::connect(host);
}

/// Random bytes that are fetched from the host at once.
const POOL_BYTES: usize = 1024;

thread_local! {
    static POOL: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Random bytes, fetched from the host in larger pieces.
fn fill_random(bytes: &mut [u8]) {
    // Taken out while it is used: the host's function may come back here.
    let mut pool = POOL.take();
    if pool.len() < bytes.len() {
        pool = vec![0; POOL_BYTES.max(bytes.len())];
        host::random(&mut pool);
    }
    for byte in bytes {
        *byte = pool.pop().unwrap_or_default();
    }
    POOL.set(pool);
}

/// This moment.
fn now(ms: f64) -> Moment<Js> {
    let mut random = [0; 16];
    fill_random(&mut random);
    Moment {
        ms,
        random,
        notes: Vec::new(),
    }
}

fn is_true(value: Option<Js>) -> bool {
    value.is_some_and(|value| host::is_true(value.0))
}

/// Builds a request without sending it: its body.
fn build_request(action: Js, params: Js, options: Js) -> Result<Js> {
    let prepared = Prepared::of(&action, Some(&params), is_true(options.get("untyped")))?;
    let params = check_common(options.get("commonParams").as_ref()).map_err(|error| error.of(&prepared.name))?;
    prepared.body(Common {
        access_token: options.get("accessToken").unwrap_or(Js::UNDEFINED),
        request_id: options
            .get("requestId")
            .unwrap_or_else(|| Js::from_text(&now(0.0).uuid())),
        params: Some(params),
    })
}

/// Reads an answer that somebody else received.
fn parse_response(action: Js, response: Js, untyped: Js) -> Result<Js> {
    let name = action.text().unwrap_or_default();
    let known = row::find(&name);
    if known.is_none() && !is_true(Some(untyped)) {
        return Err(Error::parameter(code!("Parameter.UnknownAction"), "action").of(&name));
    }
    let answer = value::read_response(response)
        .map_err(|field| Error::parameter(code!("Parameter.WrongType"), &field).of(&name))?;
    read_answer(known, &answer, None, &Secrets::default()).map_err(|error| error.of(&name))
}

/// Why a signature does not match: `{ matches, text, findings }`, these by code.
#[cfg(feature = "diagnose")]
fn diagnose(input: Js) -> Result<Js> {
    let found = sign::diagnose::diagnose(&input)?;
    Ok(Js(host::keep(serde_wasm_bindgen::to_value(&found).unwrap_or_default())))
}

/// A nonce of so many letters and digits, at most [`sign::NONCE_MAX_CHARS`].
fn nonce(length: Js) -> Js {
    // Saturates.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let length = length.number().unwrap_or_default() as usize;
    Js::from_text(&sign::nonce(length.min(sign::NONCE_MAX_CHARS), fill_random))
}

// What [`ask`] can be asked. The facade has the same numbers.
const BUILD_REQUEST: u32 = 0;
const PARSE_RESPONSE: u32 = 1;
const SIGN_GATEWAY: u32 = 2;
const SIGN_DEVICE: u32 = 3;
const SIGN_APP: u32 = 4;
const VERIFY_GATEWAY: u32 = 5;
const VERIFY_DEVICE: u32 = 6;
const VERIFY_APP: u32 = 7;
const EXPLAIN_GATEWAY: u32 = 8;
const EXPLAIN_DEVICE: u32 = 9;
const EXPLAIN_APP: u32 = 10;
#[cfg(feature = "diagnose")]
const DIAGNOSE: u32 = 11;
const NONCE: u32 = 12;
const SCAN: u32 = 13;
const SOFTAP_MESSAGE: u32 = 14;
const SOFTAP_REPLY: u32 = 15;

/// Everything that is answered at once. One export for all of them: each has a price in the module and in its glue.
///
/// Answers `undefined` where it has told the host's `fail` an error.
#[wasm_bindgen]
pub fn ask(what: u32, first: Place, second: Place, third: Place) -> Place {
    let place = answer(what, first, second, third);
    if what >= SIGN_GATEWAY {
        // What is left there of a digest is as good as the key.
        zeroize::zeroize_stack::<STACK_BYTES>();
    }
    place
}

/// What answering takes of the stack is less; a test sees that the whole stack of the shipped module is empty afterwards.
const STACK_BYTES: usize = 2048;

// Not part of its caller, whose own variables would not be wiped.
#[inline(never)]
fn answer(what: u32, first: Place, second: Place, third: Place) -> Place {
    let (one, two) = (&Js(first), &Js(second));
    let text = |text: Result<String>| text.map(|text| Js::from_text(&text));
    let truth = |truth: Result<bool>| truth.map(Js::from_bool);
    handed(match what {
        BUILD_REQUEST => build_request(*one, *two, Js(third)),
        PARSE_RESPONSE => parse_response(*one, *two, Js(third)),
        SIGN_GATEWAY | SIGN_DEVICE | SIGN_APP => text(sign::sign(signer(what), one, two)),
        VERIFY_GATEWAY | VERIFY_DEVICE | VERIFY_APP => truth(sign::verify(signer(what), one, two)),
        EXPLAIN_GATEWAY => text(sign::gateway_text(one)),
        EXPLAIN_DEVICE => text(sign::device_text(one).map(|(text, _)| text)),
        EXPLAIN_APP => text(sign::app_text(one, is_true(Some(*two)))),
        #[cfg(feature = "diagnose")]
        DIAGNOSE => diagnose(*one),
        NONCE => Ok(nonce(*one)),
        SCAN => scan::scan(&one.text().unwrap_or_default(), two),
        SOFTAP_MESSAGE => text(softap::encode_token(one)),
        SOFTAP_REPLY => Ok(softap::parse_reply(one)),
        _ => Ok(Js::UNDEFINED),
    })
}

fn signer(what: u32) -> Signer {
    match what {
        SIGN_GATEWAY | VERIFY_GATEWAY => Signer::Gateway,
        SIGN_DEVICE | VERIFY_DEVICE => Signer::Device,
        _ => Signer::App,
    }
}

fn handed(outcome: Result<Js>) -> Place {
    match outcome {
        Ok(value) => value.0,
        Err(error) => {
            host::fail(to_js(&error).0);
            0
        }
    }
}

/// Things that JavaScript knows by number. An outer `None` is a number that is free; an inner one stands for a thing that
/// is in use, whose number nobody else may get meanwhile.
struct Numbered<T>(RefCell<Vec<Option<Option<T>>>>);

impl<T> Numbered<T> {
    const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    fn add(&self, thing: T) -> Option<u32> {
        let mut things = self.0.try_borrow_mut().ok()?;
        let at = things.iter().position(Option::is_none).unwrap_or(things.len());
        if at == things.len() {
            things.push(None);
        }
        if let Some(slot) = things.get_mut(at) {
            *slot = Some(Some(thing));
        }
        u32::try_from(at).ok()
    }

    /// Taken out while it is used, so that nothing is borrowed if the host's functions come back here.
    fn take(&self, at: u32) -> Option<T> {
        self.0.try_borrow_mut().ok()?.get_mut(at as usize)?.as_mut()?.take()
    }

    /// Puts it back, or, with `None`, lets go of its number.
    fn put(&self, at: u32, thing: Option<T>) {
        if let Ok(mut things) = self.0.try_borrow_mut()
            && let Some(slot) = things.get_mut(at as usize)
        {
            *slot = thing.map(Some);
        }
    }
}

thread_local! {
    static RUNS: Numbered<Box<dyn Machine<Js>>> = const { Numbered::new() };
}

fn number(outcome: Result<u32>) -> u32 {
    outcome.unwrap_or_else(|error| handed(Err(error)))
}

/// What [`start`] can start; anything else is a call. The facade has the same numbers.
const FLOWS: [(u32, Kind); 3] = [(1, Kind::Token), (2, Kind::Signature), (3, Kind::Gateway)];

/// Starts a call of `action` with `params`, or a flow, which keeps the bind's `params`; answers its number.
///
/// `config` are the client's options, `options` the call's or the flow's, checked and filled in.
#[wasm_bindgen]
pub fn start(what: u32, config: Place, options: Place, action: Place, params: Place) -> u32 {
    let make = || -> Result<u32> {
        let (own, input) = (Options(Js(config)), Options(Js(options)));
        let common_params = own.0.get("commonParams");
        let setup = Rc::new(Setup {
            common_params: common_params.map(|params| check_common(Some(&params))).transpose()?,
            access_token: own
                .0
                .get("accessToken")
                .filter(|token| token.json_type() == JsonType::Text),
            timeout_ms: own.number("timeoutMs"),
            // Saturates: what is out of range becomes the nearest that is in it.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            retries: own.number("retries") as u32,
            can_renew: own.is_function("accessToken"),
            is_heard: own.is_function("onEvent"),
        });
        let timeout_ms = input.number("timeoutMs");
        let machine: Box<dyn Machine<Js>> = match FLOWS.iter().find(|(number, _)| *number == what) {
            Some((_, kind)) => Box::new(Flow::new(
                *kind,
                setup,
                flow::Options {
                    params: Js(params),
                    poll_ms: input.number("pollIntervalMs"),
                    timeout_ms,
                    resume: input.optional("resume"),
                },
            )),
            None => {
                let prepared = Prepared::of(&Js(action), Some(&Js(params)), is_true(input.0.get("untyped")))?;
                let mut call = Call::new(prepared, setup);
                call.request_id = input.0.get("requestId");
                if timeout_ms > 0.0 {
                    call.timeout_ms = timeout_ms;
                }
                Box::new(call)
            }
        };
        Ok(RUNS.with(|runs| runs.add(machine)).unwrap_or_default())
    };
    number(make())
}

/// Options that the facade has checked and filled in already; what is missing all the same reads as empty.
struct Options(Js);

impl Options {
    #[inline(never)]
    fn optional(&self, name: &str) -> Option<String> {
        self.0.text_of(name)
    }

    #[inline(never)]
    fn text(&self, name: &str) -> String {
        self.optional(name).unwrap_or_default()
    }

    #[inline(never)]
    fn number(&self, name: &str) -> f64 {
        self.0.get(name).and_then(|value| value.number()).unwrap_or_default()
    }

    fn is_function(&self, name: &str) -> bool {
        self.0
            .get(name)
            .is_some_and(|value| value.json_type() == JsonType::Other)
    }
}

/// Tells a call or flow what happened, and the host what it wants now. With the outcome it is gone.
///
/// `heard` is 0 for nothing yet, 1 for an access token, 2 for an answer, 3 for what a function of the caller's gave,
/// 4 for a failure (`{ place, parameter?, foreign? or name, message, inner? }` with its code's place in the table), 5 for
/// time that has passed, 6 for an abort.
#[wasm_bindgen]
pub fn step(run: u32, heard: u32, value: Place, ms: f64) -> Place {
    let Some(mut machine) = RUNS.with(|runs| runs.take(run)) else {
        return 0;
    };
    let mut now = now(ms);
    let value = Js(value);
    match heard {
        1 => machine.hear_token(value),
        2 => match value::read_response(value) {
            Ok(answer) => machine.hear_answer(&answer, &mut now),
            Err(field) => {
                let error = Error::new(code!("Protocol.BadTransportAnswer")).detail(field);
                machine.hear_failure(error, &mut now);
            }
        },
        3 => machine.hear_reply(&value, &mut now),
        4 => machine.hear_failure(read_failure(&Options(value)), &mut now),
        5 => machine.hear_clock(),
        6 => machine.hear_abort(&mut now),
        _ => {}
    }
    let want = machine.next(&mut now);
    for Note { kind, value } in now.notes {
        host::note(kind as u32, value.0);
    }
    match want {
        Want::Done(outcome) => {
            RUNS.with(|runs| runs.put(run, None));
            handed(outcome)
        }
        Want::Do { what, ms, with } => {
            RUNS.with(|runs| runs.put(run, Some(machine)));
            host::want(what as u32, ms, with.map_or(0, |value| value.0));
            0
        }
    }
}

/// What kept the driver from doing what was wanted.
fn read_failure(failure: &Options) -> Error {
    // Saturates: what is no place stays none.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let code = OwnCode::at(failure.number("place") as u8);
    let mut error = Error::new(code.unwrap_or(code!("Network.Failed")));
    error.parameter = failure.optional("parameter");
    error.cause = match failure.0.get("foreign").and_then(|at| at.number()) {
        // Exact: the number of something in a list.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some(at) => Some(Cause::Foreign(at as usize)),
        None => failure.optional("name").map(|name| Cause::Redacted {
            name,
            message: failure.text("message"),
            code: failure.optional("inner"),
        }),
    };
    error
}
