//! The only asynchronous code: runs any machine against the host.
//!
//! It sends, waits and asks as the machine wants, races each of these against its time and the caller's signal, and
//! reports back. Whatever a host or a caller's function throws becomes a value here; nothing passes Rust's frames.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::Poll;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::host::{self, Attempt, Bell, Signal, redact, to_js};
use super::value::{self, Js};
use crate::client::Setup;
use crate::error::{Cause, Error, ErrorKind, Result};
use crate::http::{Answer, CONTENT_TYPE, HttpRequest};
use crate::json::Json as _;
use crate::transport::{Heard, Machine, Moment, Note, Progress, Question, Traffic, Want};

mod fetch;

/// Random bytes that are fetched from the host at once.
const POOL_BYTES: usize = 256;

thread_local! {
    static POOL: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Random bytes, fetched from the host in larger pieces.
pub(super) fn fill_random(bytes: &mut [u8]) {
    POOL.with(|pool| {
        for byte in bytes {
            let mut next = pool.borrow_mut().pop();
            if next.is_none() {
                let mut fresh = vec![0; POOL_BYTES];
                if !host::fill(&mut fresh) {
                    // Better than the same id for every request; no secret is made from it.
                    fresh.fill_with(|| {
                        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                        let byte = (js_sys::Math::random() * 256.0) as u8;
                        byte
                    });
                }
                next = fresh.pop();
                *pool.borrow_mut() = fresh;
            }
            *byte = next.unwrap_or_default();
        }
    });
}

/// This moment.
pub(super) fn now() -> Moment {
    let mut random = [0; 16];
    fill_random(&mut random);
    Moment {
        ms: js_sys::Date::now(),
        random,
    }
}

/// A refused access token is renewed once for all calls that were refused with it.
#[derive(Default)]
struct Renewal {
    /// How often it has been renewed.
    count: u32,
    /// What the last renewal gave, kept for the calls that were under way when it began.
    promise: Option<Promise>,
}

/// One client's part of the driver.
pub(super) struct Session {
    setup: Rc<Setup>,
    access_token: JsValue,
    transport: Option<Function>,
    on_event: Option<Function>,
    renewal: RefCell<Renewal>,
    running: Cell<u32>,
}

impl Session {
    pub(super) fn new(
        setup: Setup,
        access_token: JsValue,
        transport: Option<Function>,
        on_event: Option<Function>,
    ) -> Self {
        Self {
            setup: Rc::new(setup),
            access_token,
            transport: transport.or_else(host::transport),
            on_event,
            renewal: RefCell::default(),
            running: Cell::new(0),
        }
    }

    pub(super) fn setup(&self) -> Rc<Setup> {
        Rc::clone(&self.setup)
    }
}

/// Counts what runs on a session, and lets go of a renewed token with the last one.
struct Running<'a>(&'a Session);

impl<'a> Running<'a> {
    fn on(session: &'a Session) -> Self {
        session.running.set(session.running.get() + 1);
        Self(session)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let left = self.0.running.get().saturating_sub(1);
        self.0.running.set(left);
        if left == 0 {
            self.0.renewal.borrow_mut().promise = None;
        }
    }
}

/// A flow's functions of the caller's.
#[derive(Default)]
pub(super) struct Callbacks {
    send_to_device: Option<Function>,
    sign: Option<Function>,
    on_progress: Option<Function>,
    on_checkpoint: Option<Function>,
}

impl Callbacks {
    pub(super) fn read(options: &JsValue) -> Self {
        let function = |name| {
            Js::of(options)
                .get(name)
                .and_then(|value| value.into_inner().dyn_into().ok())
        };
        Self {
            send_to_device: function("sendToDevice"),
            sign: function("sign"),
            on_progress: function("onProgress"),
            on_checkpoint: function("onCheckpoint"),
        }
    }
}

/// How a race ended.
enum Race<T> {
    Won(T),
    TimeUp,
    Aborted,
}

/// Waits for `work`, but no longer than `ms`, nor beyond an abort. An answer that is there wins over a timer that rang
/// late, as timers do after a time in the background.
async fn race<T>(work: impl Future<Output = T>, ms: f64, signal: &Signal) -> Race<T> {
    let mut work = pin!(work);
    let timer = Rc::new(Bell::default());
    let ring = Rc::clone(&timer);
    let _timeout = ms.is_finite().then(|| Timeout::new(timer_ms(ms), move || ring.ring()));
    poll_fn(|context| {
        if signal.bell().poll(context) {
            return Poll::Ready(Race::Aborted);
        }
        if let Poll::Ready(value) = work.as_mut().poll(context) {
            return Poll::Ready(Race::Won(value));
        }
        if timer.poll(context) {
            return Poll::Ready(Race::TimeUp);
        }
        Poll::Pending
    })
    .await
}

/// A time that hosts' timers can take: they are 32 bits wide.
fn timer_ms(ms: f64) -> u32 {
    const LONGEST_MS: f64 = 2_147_483_647.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let ms = ms.ceil().clamp(0.0, LONGEST_MS) as u32;
    ms
}

/// Runs a machine to its end.
///
/// `subject` is handed to the caller's functions where they want to know what they are asked about.
pub(super) async fn run(
    session: &Session,
    machine: &mut dyn Machine<Js>,
    callbacks: &Callbacks,
    signal: &Signal,
    subject: &JsValue,
) -> Result<Js, JsValue> {
    let _running = Running::on(session);
    let mut thrown = Vec::new();
    let mut renewals = session.renewal.borrow().count;
    loop {
        if signal.bell().has_rung() {
            machine.hear(Heard::Aborted, &now());
        }
        let want = machine.next(&now());
        for note in machine.notes() {
            tell(session, callbacks, note);
        }
        let (code, message) = match want {
            Want::Ask { .. } => ("Timeout.Flow", "what the flow asked for did not come in time"),
            _ => ("Timeout.Request", "there was no answer in time"),
        };
        let race = match want {
            Want::Done(outcome) => return outcome.map_err(|error| to_js(&error, &thrown)),
            Want::Token { renew, until_ms } => {
                let token = access_token(session, renew, &mut renewals, &mut thrown);
                race(token, until_ms - js_sys::Date::now(), signal).await
            }
            Want::Send { request, timeout_ms } => {
                race(send(session, &request, timeout_ms, &mut thrown), timeout_ms, signal).await
            }
            Want::Wait { ms } => match race(std::future::pending(), ms, signal).await {
                Race::TimeUp => Race::Won(Heard::Woke),
                other => other,
            },
            Want::Ask { question, until_ms } => {
                let asked = ask(callbacks, question, subject, &mut thrown);
                race(asked, until_ms - js_sys::Date::now(), signal).await
            }
        };
        let heard = match race {
            Race::Won(heard) => heard,
            Race::TimeUp => Heard::Failed(Error::new(ErrorKind::Timeout, code, message)),
            Race::Aborted => Heard::Aborted,
        };
        machine.hear(heard, &now());
    }
}

/// Waits for what a function of the caller's gave, be it a promise or a value.
async fn settle(result: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    let value = result?;
    if value.is_object() {
        JsFuture::from(Promise::resolve(&value)).await
    } else {
        Ok(value)
    }
}

/// Keeps something that the caller's own code threw, to be handed on as it is.
fn keep(thrown: &mut Vec<JsValue>, value: JsValue) -> Cause {
    thrown.push(value);
    Cause::Foreign(thrown.len() - 1)
}

async fn access_token(session: &Session, renew: bool, renewals: &mut u32, thrown: &mut Vec<JsValue>) -> Heard<Js> {
    let Some(function) = session.access_token.dyn_ref::<Function>() else {
        return Heard::Token(session.access_token.as_string().unwrap_or_default());
    };
    let result = if renew {
        settle(Ok(renewed(session, function, renewals).into())).await
    } else {
        *renewals = session.renewal.borrow().count;
        settle(function.call0(&JsValue::UNDEFINED)).await
    };
    let failed = |message| Error::parameter("Parameter.AccessTokenFailed", "accessToken", message);
    match result {
        Ok(value) => match value.as_string() {
            Some(token) if !token.is_empty() && Js::of(&value).is_well_formed() => Heard::Token(token),
            _ => Heard::Failed(failed("must return a text that is not empty")),
        },
        Err(value) => Heard::Failed(failed("failed").because(keep(thrown, value))),
    }
}

/// The renewal that follows those this call has seen: the one under way, or a new one.
fn renewed(session: &Session, function: &Function, renewals: &mut u32) -> Promise {
    let shared = {
        let renewal = session.renewal.borrow();
        renewal.promise.clone().filter(|_| renewal.count != *renewals)
    };
    let promise = shared.unwrap_or_else(|| {
        // Not borrowed here: the function may call the client.
        let asked = function.call0(&JsValue::UNDEFINED);
        let promise = asked.map_or_else(|thrown| Promise::reject(&thrown), |value| Promise::resolve(&value));
        let mut renewal = session.renewal.borrow_mut();
        renewal.count = renewal.count.wrapping_add(1);
        renewal.promise = Some(promise.clone());
        promise
    });
    *renewals = session.renewal.borrow().count;
    promise
}

/// Sends one request. The attempt is aborted when this future is dropped before it ends.
async fn send(session: &Session, request: &HttpRequest, timeout_ms: f64, thrown: &mut Vec<JsValue>) -> Heard<Js> {
    let mut attempt = Attempt::new();
    let sent = match &session.transport {
        Some(transport) => {
            let mut options = Js::new_object();
            options.set("timeoutMs", Js::from_number(timeout_ms));
            options.set("signal", Js::new(attempt.signal()));
            let request = host::http_request(request, CONTENT_TYPE);
            let result = transport.call2(&JsValue::UNDEFINED, &request, &options.into_inner());
            match settle(result).await {
                Ok(response) => value::read_response(&response).map_err(|field| {
                    let message = ["the transport's answer has no usable ", field].concat();
                    Error::new(ErrorKind::Protocol, "Protocol.BadTransportAnswer", message)
                }),
                Err(value) => Err(transport_error(value, thrown)),
            }
        }
        None => fetch::fetch(request, &attempt.signal()).await,
    };
    attempt.ended();
    sent.map_or_else(Heard::Failed, Heard::Answer)
}

/// What the transport threw, handed on as it is; one of our own keeps its kind.
fn transport_error(value: JsValue, thrown: &mut Vec<JsValue>) -> Error {
    let known = host::kind_of(&value);
    let cause = keep(thrown, value);
    let error = match known {
        Some((kind, code)) => {
            let mut error = Error::new(kind, "Network.Failed", "the request failed");
            error.code = code.into();
            error
        }
        None => network_error(),
    };
    error.because(cause)
}

fn network_error() -> Error {
    Error::new(ErrorKind::Network, "Network.Failed", "no answer could be had")
}

/// Asks the caller.
async fn ask(callbacks: &Callbacks, question: Question, subject: &JsValue, thrown: &mut Vec<JsValue>) -> Heard<Js> {
    let (function, first, second, code, what) = match question {
        Question::SendToDevice { token } => (
            &callbacks.send_to_device,
            token.into(),
            JsValue::UNDEFINED,
            "Flow.SendToDeviceFailed",
            "sendToDevice() failed",
        ),
        Question::Sign { nonce, timestamp } => {
            let mut facts = Js::new_object();
            facts.set("nonce", Js::from_text(&nonce));
            #[allow(clippy::cast_precision_loss)]
            facts.set("timestamp", Js::from_number(timestamp as f64));
            (
                &callbacks.sign,
                subject.clone(),
                facts.into_inner(),
                "Flow.SignFailed",
                "sign() failed",
            )
        }
    };
    let result = match function {
        Some(function) => settle(function.call2(&JsValue::UNDEFINED, &first, &second)).await,
        None => Ok(JsValue::UNDEFINED),
    };
    match result {
        Ok(value) => Heard::Reply(Js::new(value)),
        Err(value) => Heard::Failed(Error::new(ErrorKind::Flow, code, what).because(keep(thrown, value))),
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TrafficEvent {
    #[serde(rename = "type")]
    kind: &'static str,
    action: String,
    request_id: String,
    attempt: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_ms: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delay_ms: Option<f64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProgressEvent {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    step: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    product_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    device_name: Option<String>,
    remaining_ms: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

/// Hands something to a listener. What a listener throws is its own affair: it must not break a binding.
fn hand(listener: Option<&Function>, what: &impl Serialize) {
    if let Some(listener) = listener
        && let Ok(value) = serde_wasm_bindgen::to_value(what)
    {
        let _ = listener.call1(&JsValue::UNDEFINED, &value);
    }
}

fn tell(session: &Session, callbacks: &Callbacks, note: Note) {
    let on_event = session.on_event.as_ref();
    match note {
        Note::Request(traffic) => tell_traffic(on_event, "request", traffic),
        Note::Response(traffic) => tell_traffic(on_event, "response", traffic),
        Note::Retry(traffic) => tell_traffic(on_event, "retry", traffic),
        Note::Progress(Progress {
            step,
            product_id,
            device_name,
            remaining_ms,
            code,
        }) => {
            let mut event = ProgressEvent {
                kind: None,
                step,
                product_id,
                device_name,
                remaining_ms,
                code,
            };
            hand(callbacks.on_progress.as_ref(), &event);
            event.kind = Some("progress");
            hand(on_event, &event);
        }
        Note::Checkpoint(text) => {
            if let Some(listener) = &callbacks.on_checkpoint {
                let _ = listener.call1(&JsValue::UNDEFINED, &text.into());
            }
        }
    }
}

fn tell_traffic(listener: Option<&Function>, kind: &'static str, traffic: Traffic) {
    if listener.is_none() {
        return;
    }
    let Traffic {
        action,
        request_id,
        attempt,
        status,
        code,
        ms,
    } = traffic;
    let (duration_ms, delay_ms) = if kind == "retry" { (None, ms) } else { (ms, None) };
    hand(
        listener,
        &TrafficEvent {
            kind,
            action,
            request_id,
            attempt,
            status,
            code,
            duration_ms,
            delay_ms,
        },
    );
}

/// Runs one machine per sub-device, some at a time, and answers how each of them ended, in order.
///
/// # Errors
/// Only where the caller cancelled.
pub(super) async fn run_batch(
    session: &Session,
    start: impl Fn(usize) -> Option<Box<dyn Machine<Js>>>,
    subjects: &[JsValue],
    callbacks: &Callbacks,
    signal: &Signal,
    concurrency: usize,
) -> Result<JsValue, JsValue> {
    let _running = Running::on(session);
    let results = js_sys::Array::new();
    let next = Cell::new(0);
    let perhaps_bound = Cell::new(false);
    let worker = || async {
        loop {
            let at = next.get();
            let (Some(subject), Some(mut machine)) = (subjects.get(at), start(at)) else {
                return;
            };
            next.set(at + 1);
            let outcome = run(session, &mut *machine, callbacks, signal, subject).await;
            let bound = match &outcome {
                Ok(_) => true,
                Err(error) => Js::of(error).get("mayBeBound").is_some(),
            };
            perhaps_bound.set(perhaps_bound.get() || bound);
            let mut result = Js::new_object();
            result.set("subDevice", Js::of(subject));
            result.set("ok", Js::from_bool(outcome.is_ok()));
            match outcome {
                Ok(device) => result.set("device", device),
                Err(error) => result.set("error", Js::new(error)),
            }
            let _ = Reflect::set_u32(&results, u32::try_from(at).unwrap_or_default(), &result.into_inner());
            if signal.bell().has_rung() {
                return;
            }
        }
    };
    let mut workers: Vec<Pin<Box<dyn Future<Output = ()> + '_>>> = Vec::new();
    for _ in 0..concurrency.min(subjects.len()) {
        workers.push(Box::pin(worker()));
    }
    poll_fn(|context| {
        workers.retain_mut(|worker| worker.as_mut().poll(context).is_pending());
        if workers.is_empty() {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
    if signal.bell().has_rung() {
        return Err(super::aborted(perhaps_bound.get()));
    }
    Ok(results.clone().into())
}
