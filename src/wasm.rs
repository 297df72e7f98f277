//! The exports: conversions between JavaScript and the core, and nothing more.
//!
//! Everything here is synchronous. Calls and flows are machines that JavaScript knows by number; the driver (driver.js in the
//! package) does what they want and tells them, with [`step`], what came of it.

pub mod desk;
mod heap;
mod host;
#[cfg(not(debug_assertions))]
mod memory;
mod more;
pub mod request;
mod value;

use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::action::check::check_common;
use crate::action::row;
use crate::atom::atom;
use crate::client::{Call, Setup};
use crate::envelope::{AppKeys, Caller, Common, Prepared, read_answer};
use crate::error::{Cause, Error, OwnCode, Result, Secrets, code};
use crate::flow::{Flow, Kind};
use crate::json::Json as _;
use crate::transport::{Machine, Moment, Want};
use host::{Place, to_js};
pub use value::Js;

/// Takes the host's functions. Called once, before anything else.
#[wasm_bindgen]
pub fn setup(host: &JsValue) {
    host::connect(host);
}

/// This moment.
fn now(ms: f64) -> Moment<Js> {
    Moment { ms, notes: PhantomData }
}

/// Fresh random bytes.
pub(crate) fn random() -> [u8; 16] {
    let mut random = [0; 16];
    host::random(&mut random);
    random
}

/// Builds a request without sending it: its body.
fn build_request(action: Js, params: Js, options: Js, timestamp: u32) -> Result<Js> {
    let is_untyped = options.get(atom!("untyped")).is_some_and(Js::is_true);
    let mut prepared = Prepared::of(&action, Some(&params), is_untyped)?;
    let params = options.get(atom!("commonParams"));
    let params = params.map(|params| check_common(Some(&params))).transpose();
    let caller = if prepared.is_before_sign_in() {
        Caller::App {
            keys: app_keys(options),
            timestamp: timestamp.into(),
            nonce: now(0.0).number(),
        }
    } else {
        Caller::User(options.get(atom!("accessToken")).unwrap_or_default())
    };
    prepared.body(Common {
        caller,
        request_id: options.get(atom!("requestId")).unwrap_or_else(|| now(0.0).uuid()),
        params: params.map_err(|error| error.of(prepared.name))?,
    })
}

/// The credentials of an application that options hold.
fn app_keys(options: Js) -> AppKeys<Js> {
    AppKeys {
        key: options.get(atom!("appKey")).unwrap_or_default(),
        secret: options.get(atom!("appSecret")).unwrap_or_default(),
    }
}

/// Reads an answer that somebody else received.
fn parse_response(action: Js, response: Js, untyped: Js, status: u32) -> Result<Js> {
    let name = action.said();
    let known = row::named(&action);
    if known.is_none() && !untyped.is_true() {
        return Err(Error::parameter(code!("Parameter.UnknownAction"), atom!("action")).of(name));
    }
    let answer = value::read_response(response, status, -1.0)
        .map_err(|field| Error::parameter(code!("Parameter.WrongType"), field).of(name))?;
    read_answer(known, &answer, None, &Secrets::default()).map_err(|error| error.of(name))
}

// What [`ask`] can be asked, beside what [`more`] answers. The facade has the same numbers.
const BUILD_REQUEST: u32 = 0;
const PARSE_RESPONSE: u32 = 1;

/// Everything that is answered at once. One export for all of them: each has a price in the module and in its glue.
///
/// Answers `undefined` where it has told the host's `fail` an error.
#[wasm_bindgen]
pub fn ask(what: u32, first: Place, second: Place, third: Place, status: u32) -> Place {
    match what {
        BUILD_REQUEST => handed(build_request(Js::at(first), Js::at(second), Js::at(third), status)),
        PARSE_RESPONSE => handed(parse_response(Js::at(first), Js::at(second), Js::at(third), status)),
        _ => more::ask_wiped(what, first, second),
    }
}

fn handed(outcome: Result<Js>) -> Place {
    match outcome {
        Ok(value) => value.id(),
        Err(error) => {
            host::fail(to_js(&error).id());
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
    static RUNS: Numbered<Run> = const { Numbered::new() };
}

/// A call or a flow: a call is a flow of one step.
enum Run {
    Call(Box<Call<Js>>),
    Flow(Box<Flow<Js>>),
}

/// What [`start`] can start; anything else is a call. The facade has the same numbers.
const FLOWS: [(u32, Kind); 4] = [
    (1, Kind::Token),
    (2, Kind::Signature),
    (3, Kind::Gateway),
    (4, Kind::MultiDevice),
];

// What [`start`] is told of a client and a call. The facade has the same numbers.
/// The Action need not be in the table.
const UNTYPED: u32 = 1;
/// A refused access token can be renewed.
const CAN_RENEW: u32 = 2;
/// Somebody wants to be told of requests and answers.
const IS_HEARD: u32 = 4;

/// Starts a call of `action` with `params`, or a flow, which keeps the bind's `params`, and takes its first [`step`], at `ms`.
///
/// Of the client: how long an attempt may take, how many may follow, its common parameters, its access token where that is always
/// the same, and an application's keys, if it has some. Of the call or flow: its time (0 for none of its own), and its id or the
/// checkpoint it goes on from. All of it has been checked and filled in.
#[wasm_bindgen]
#[expect(
    clippy::too_many_arguments,
    reason = "each is a number; an object would be read one by one"
)]
pub fn start(
    what: u32,
    flags: u32,
    attempt_ms: f64,
    retries: u32,
    common_params: Place,
    access_token: Place,
    app: Place,
    timeout_ms: f64,
    poll_ms: f64,
    id_or_checkpoint: Place,
    action: Place,
    params: Place,
    ms: f64,
    heard: u32,
) -> Place {
    let make = || -> Result<u32> {
        let common_params = Js::defined(common_params);
        let setup = Rc::new(Setup {
            common_params: common_params.map(|params| check_common(Some(&params))).transpose()?,
            access_token: Js::defined(access_token),
            app: Js::defined(app).map(app_keys),
            timeout_ms: attempt_ms,
            retries,
            can_renew: flags & CAN_RENEW != 0,
            is_heard: flags & IS_HEARD != 0,
        });
        let machine = match FLOWS.iter().find(|(number, _)| *number == what) {
            Some((_, kind)) => Run::Flow(more::flow(
                *kind,
                setup,
                Js::at(params),
                poll_ms,
                timeout_ms,
                Js::at(id_or_checkpoint),
            )),
            None => {
                let prepared = Prepared::of(&Js::at(action), Some(&Js::at(params)), flags & UNTYPED != 0)?;
                let mut call = Call::new(prepared, setup);
                call.request_id = Js::defined(id_or_checkpoint);
                if timeout_ms > 0.0 {
                    call.timeout_ms = timeout_ms;
                }
                Run::Call(Box::new(call))
            }
        };
        Ok(RUNS.with(|runs| runs.add(machine)).unwrap_or_default())
    };
    match make() {
        Ok(run) => step(run, heard, 0, ms, 0, 0.0),
        Err(error) => handed(Err(error)),
    }
}

/// Tells a call or flow what happened, and the host what it wants now. With the outcome it is gone.
///
/// `heard` is 0 for nothing yet, 1 for an access token, 2 for an answer (whose status `number` is, see `read_response`), 3 for
/// what a function of the caller's gave, 4 for a failure (the place of whose code `number` is; `value` is what the host threw),
/// 5 for time that has passed, 6 for an abort, 7 for a failure whose `value` is what the caller's own code threw.
#[wasm_bindgen]
pub fn step(run: u32, heard: u32, value: Place, ms: f64, number: u32, retry_after_ms: f64) -> Place {
    let Some(mut taken) = RUNS.with(|runs| runs.take(run)) else {
        return 0;
    };
    let heard = Heard {
        what: heard,
        value: Js::at(value),
        ms,
        number,
        retry_after_ms,
    };
    let want = match &mut taken {
        Run::Call(call) => told(&mut **call, &heard),
        Run::Flow(flow) => more::told(flow, &heard),
    };
    match want {
        Want::Done(outcome) => {
            if let Run::Flow(flow) = taken {
                more::end(flow);
            }
            RUNS.with(|runs| runs.put(run, None));
            handed(outcome)
        }
        Want::Do { what, ms, with } => {
            RUNS.with(|runs| runs.put(run, Some(taken)));
            host::want(run, what as u32, ms, with.map_or(0, Js::id));
            0
        }
    }
}

/// What [`step`] is told of.
struct Heard {
    what: u32,
    value: Js,
    ms: f64,
    number: u32,
    retry_after_ms: f64,
}

/// Tells a machine what happened; what it wants now.
fn told(machine: &mut impl Machine<Js>, heard: &Heard) -> Want<Js> {
    let &Heard {
        what,
        value,
        ms,
        number,
        retry_after_ms,
    } = heard;
    let mut now = now(ms);
    match what {
        1 => machine.hear_token(value),
        2 => match value::read_response(value, number, retry_after_ms) {
            Ok(answer) => machine.hear_answer(&answer, &mut now),
            Err(field) => {
                let error = Error::new(code!("Protocol.BadTransportAnswer")).detail(field);
                machine.hear_failure(error, &mut now);
            }
        },
        3 => machine.hear_reply(&value, &mut now),
        4 => machine.hear_failure(read_failure(number, redacted_cause(value)), &mut now),
        5 => machine.hear_clock(),
        6 => machine.hear_abort(&mut now),
        7 => machine.hear_failure(read_failure(number, Some(Cause::Foreign(value))), &mut now),
        _ => {}
    }
    machine.next(&mut now)
}

/// What kept the driver from doing what was wanted.
fn read_failure(place: u32, cause: Option<Cause>) -> Error {
    const NO_TOKEN: OwnCode = code!("Parameter.AccessTokenFailed");
    let code = u8::try_from(place).ok().and_then(OwnCode::at);
    let code = code.unwrap_or(code!("Network.Failed"));
    let mut error = Error::new(code);
    if code == NO_TOKEN {
        error.parameter = Some(atom!("accessToken").into());
    }
    error.cause = cause;
    error
}

/// What the host threw, if anything.
fn redacted_cause(thrown: Js) -> Option<Cause> {
    Some(Cause::Redacted {
        name: thrown.text_at(atom!("name"))?,
        message: thrown.text_at(atom!("message")).unwrap_or_default(),
        code: thrown.text_at(atom!("code")),
    })
}
