//! The exports: conversions between JavaScript and the core, and nothing more.
//!
//! Everything here is synchronous. Calls and flows are machines that live in an [`Engine`]; the driver (driver.js in the package)
//! does what they want and tells them, with [`Engine::step`], what came of it.

mod host;
pub mod request;
mod value;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use serde::ser::{Serialize, SerializeMap, Serializer};
use wasm_bindgen::prelude::*;

use crate::action::check::check_common;
use crate::client::{Call, CallOptions, Setup};
use crate::envelope::{Common, Prepared, read_answer};
use crate::error::{Cause, Code, Error, OwnCode, Result, Secrets, code};
use crate::flow::gateway::{GatewayFlow, GatewayOptions};
use crate::flow::signature::{SignatureFlow, SignatureOptions};
use crate::flow::token::{TokenFlow, TokenOptions};
use crate::flow::{Gateway, Target};
use crate::json::Json as _;
use crate::transport::{Heard, Machine, Moment, Note, Question, Want};
use crate::{action, sign};
use host::to_js;
use value::Js;

/// Takes the host's functions. Called once, before anything else.
#[wasm_bindgen]
pub fn setup(host: &JsValue) {
    host::connect(host);
}

/// Random bytes that are fetched from the host at once.
const POOL_BYTES: usize = 256;

thread_local! {
    static POOL: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Random bytes, fetched from the host in larger pieces.
fn fill_random(bytes: &mut [u8]) {
    POOL.with_borrow_mut(|pool| {
        if pool.len() < bytes.len() {
            pool.resize(POOL_BYTES.max(bytes.len()), 0);
            host::random(pool);
        }
        let rest = pool.split_off(pool.len() - bytes.len());
        bytes.copy_from_slice(&rest);
    });
}

/// This moment.
fn now(ms: f64) -> Moment {
    let mut random = [0; 16];
    fill_random(&mut random);
    Moment { ms, random }
}

fn text(name: &'static str, value: &JsValue) -> Result<String> {
    value
        .as_string()
        .ok_or_else(|| Error::parameter(code!("Parameter.WrongType"), name).detail("text"))
}

fn given(value: &JsValue, name: &str) -> JsValue {
    Js::of(value).get(name).map_or(JsValue::UNDEFINED, Js::into_inner)
}

fn flag(value: &JsValue, name: &str) -> bool {
    given(value, name).as_bool().unwrap_or(false)
}

/// Builds a request without sending it: hands its URL and body to the host's `want`.
#[wasm_bindgen(js_name = buildRequest)]
pub fn build_request(action: &JsValue, params: &JsValue, options: &JsValue) -> Result<(), JsValue> {
    let build = || {
        let name = text("action", action)?;
        let prepared = Prepared::new(&name, Some(&Js::of(params)), flag(options, "untyped"))?;
        let common = given(options, "commonParams");
        let request = prepared.request(Common {
            endpoint: &text("endpoint", &given(options, "endpoint"))?,
            access_token: &text("accessToken", &given(options, "accessToken"))?,
            request_id: &given(options, "requestId")
                .as_string()
                .unwrap_or_else(|| now(0.0).uuid()),
            params: &check_common(Some(&Js::of(&common))).map_err(|error| error.of(&name))?,
        })?;
        host::want(SEND, 0.0, &request.url, &request.body);
        Ok(())
    };
    build().map_err(|error| to_js(&error))
}

/// Reads an answer that somebody else received.
#[wasm_bindgen(js_name = parseResponse)]
pub fn parse_response(action: &JsValue, response: &JsValue, untyped: bool) -> Result<JsValue, JsValue> {
    let parse = || {
        let name = text("action", action)?;
        let known = action::find(&name);
        if known.is_none() && !untyped {
            return Err(Error::parameter(code!("Parameter.UnknownAction"), "action").of(&name));
        }
        let answer = value::read_response(response)
            .map_err(|field| Error::parameter(code!("Parameter.WrongType"), &field).of(&name))?;
        read_answer(known, &answer, None, &Secrets::default()).map_err(|error| error.of(&name))
    };
    parse().map(Js::into_inner).map_err(|error| to_js(&error))
}

fn plain<T: Into<JsValue>>(result: Result<T>) -> Result<JsValue, JsValue> {
    result.map(Into::into).map_err(|error| to_js(&error))
}

/// Signs as a server does for a gateway's sub-device.
#[wasm_bindgen(js_name = signGatewayBind)]
pub fn sign_gateway_bind(input: &JsValue) -> Result<JsValue, JsValue> {
    plain(sign::sign_gateway(&Js::of(input)))
}

/// Signs as a device does.
#[wasm_bindgen(js_name = signDeviceBind)]
pub fn sign_device_bind(input: &JsValue) -> Result<JsValue, JsValue> {
    plain(sign::sign_device(&Js::of(input)))
}

/// Signs as a server does before sign-in.
#[wasm_bindgen(js_name = signAppRequest)]
pub fn sign_app_request(params: &JsValue, app_secret: &JsValue) -> Result<JsValue, JsValue> {
    plain(sign::sign_app(&Js::of(params), &Js::of(app_secret)))
}

/// Whether the signature for a gateway's sub-device is right.
#[wasm_bindgen(js_name = verifyGatewayBind)]
pub fn verify_gateway_bind(input: &JsValue) -> Result<JsValue, JsValue> {
    plain(sign::verify_gateway(&Js::of(input)))
}

/// Whether a device's signature is right.
#[wasm_bindgen(js_name = verifyDeviceBind)]
pub fn verify_device_bind(input: &JsValue) -> Result<JsValue, JsValue> {
    plain(sign::verify_device(&Js::of(input)))
}

/// Whether the signature of a call before sign-in is right.
#[wasm_bindgen(js_name = verifyAppRequest)]
pub fn verify_app_request(params: &JsValue, app_secret: &JsValue) -> Result<JsValue, JsValue> {
    plain(sign::verify_app(&Js::of(params), &Js::of(app_secret)))
}

/// The text that is signed for a gateway's sub-device.
#[wasm_bindgen(js_name = explainGatewayBind)]
pub fn explain_gateway_bind(input: &JsValue) -> Result<JsValue, JsValue> {
    plain(sign::gateway_text(&Js::of(input)))
}

/// The text that a device signs.
#[wasm_bindgen(js_name = explainDeviceBind)]
pub fn explain_device_bind(input: &JsValue) -> Result<JsValue, JsValue> {
    plain(sign::device_text(&Js::of(input)).map(|(text, _)| text))
}

/// The text that is signed before sign-in.
#[wasm_bindgen(js_name = explainAppRequest)]
pub fn explain_app_request(params: &JsValue, reveal: bool) -> Result<JsValue, JsValue> {
    plain(sign::app_text(&Js::of(params), reveal))
}

/// Why a signature does not match: `[matches, text, codes joined by commas]`.
#[wasm_bindgen]
pub fn diagnose(input: &JsValue) -> Result<JsValue, JsValue> {
    plain(sign::diagnose::diagnose(&Js::of(input)).map(|found| {
        let codes = found.findings.join(",");
        Array::of3(&found.matches.into(), &found.text.into(), &codes.into())
    }))
}

/// A nonce of `length` letters and digits, at most [`sign::NONCE_MAX_CHARS`].
#[wasm_bindgen]
#[must_use]
pub fn nonce(length: u32) -> String {
    let length = usize::try_from(length)
        .unwrap_or(sign::NONCE_MAX_CHARS)
        .min(sign::NONCE_MAX_CHARS);
    sign::nonce(length, fill_random)
}

/// What one client's calls and flows run on.
#[wasm_bindgen]
pub struct Engine {
    setup: Rc<Setup>,
    is_heard: bool,
    machines: RefCell<Vec<Option<AnyMachine>>>,
}

/// Any call or flow: what runs them exists once for all.
type AnyMachine = Box<dyn Machine<Js>>;

// What `want` is called with.
const DONE: u32 = 0;
const TOKEN: u32 = 1;
const RENEWED_TOKEN: u32 = 2;
const SEND: u32 = 3;
const WAIT: u32 = 4;
const SEND_TO_DEVICE: u32 = 5;
const SIGN: u32 = 6;

// What `note` is called with.
const EVENT: u32 = 0;
const PROGRESS: u32 = 1;
const CHECKPOINT: u32 = 2;

/// Options that the facade has checked and filled in already; what is missing all the same reads as empty.
struct Options(Js);

impl Options {
    fn of(value: &JsValue) -> Self {
        Self(Js::of(value))
    }

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

    #[inline(never)]
    fn inner(&self, name: &str) -> Self {
        Self(Js::new(given(self.0.as_js(), name)))
    }

    fn gateway(&self) -> Gateway {
        Gateway {
            product_id: self.text("productId"),
            device_name: self.text("deviceName"),
        }
    }
}

/// How long a flow that has no option for it waits before it asks again.
const POLL_MS: f64 = 2_000.0;

#[wasm_bindgen]
impl Engine {
    /// Takes a client's options, checked and filled in by the facade.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue) -> Result<Engine, JsValue> {
        let own = Options::of(config);
        let setup = Setup {
            endpoint: own.text("endpoint"),
            common_params: check_common(Some(&own.inner("commonParams").0)).map_err(|error| to_js(&error))?,
            timeout_ms: own.number("timeoutMs"),
            // Saturates: what is out of range becomes the nearest that is in it.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            retries: own.number("retries") as u32,
            can_renew: given(config, "accessToken").is_function(),
        };
        Ok(Engine {
            setup: Rc::new(setup),
            is_heard: given(config, "onEvent").is_function(),
            machines: RefCell::default(),
        })
    }

    /// One call. Answers its number, as the flows do.
    pub fn call(&self, action: &JsValue, params: &JsValue, options: &JsValue) -> Result<u32, JsValue> {
        let start = || {
            let name = text("action", action)?;
            let prepared = Prepared::new(&name, Some(&Js::of(params)), flag(options, "untyped"))?;
            let own = CallOptions {
                request_id: given(options, "requestId").as_string(),
                timeout_ms: given(options, "timeoutMs").as_f64(),
                ..CallOptions::default()
            };
            Ok(boxed(Call::new(prepared, Rc::clone(&self.setup), own)))
        };
        self.add(start())
    }

    /// The token flow.
    #[wasm_bindgen(js_name = bindWithToken)]
    pub fn bind_with_token(&self, flow: &JsValue, ms: f64) -> Result<u32, JsValue> {
        let input = Options::of(flow);
        let own = TokenOptions {
            family_id: input.text("familyId"),
            room_id: input.text("roomId"),
            product_id: input.optional("productId"),
            device_name: input.optional("deviceName"),
            poll_ms: input.number("pollIntervalMs"),
            timeout_ms: input.number("timeoutMs"),
            resume: input.optional("resume"),
        };
        self.add(TokenFlow::new(Rc::clone(&self.setup), own, &now(ms)).map(boxed))
    }

    /// The signature flow. `params` are the bind's own.
    #[wasm_bindgen(js_name = bindWithSignature)]
    pub fn bind_with_signature(&self, flow: &JsValue, params: &JsValue, ms: f64) -> Result<u32, JsValue> {
        let input = Options::of(flow);
        let own = SignatureOptions {
            params: Js::of(params),
            poll_ms: input.number("pollIntervalMs"),
            timeout_ms: input.number("timeoutMs"),
            resume: input.optional("resume"),
        };
        self.add(SignatureFlow::new(Rc::clone(&self.setup), &own, &now(ms)).map(boxed))
    }

    /// The gateway flow of one sub-device.
    #[wasm_bindgen(js_name = bindSubDevice)]
    pub fn bind_sub_device(&self, flow: &JsValue, sub_device: &JsValue, ms: f64) -> Result<u32, JsValue> {
        let input = Options::of(flow);
        let Gateway {
            product_id,
            device_name,
        } = Options::of(sub_device).gateway();
        let own = GatewayOptions {
            gateway: input.inner("gateway").gateway(),
            target: Target {
                product_id,
                device_name,
                family_id: input.text("familyId"),
            },
            poll_ms: POLL_MS,
            timeout_ms: input.number("timeoutMs"),
        };
        self.add(Ok(boxed(GatewayFlow::new(Rc::clone(&self.setup), own, &now(ms)))))
    }

    /// Tells a machine what happened, and the host what it wants now. With the outcome the machine is gone.
    ///
    /// `heard` is 0 for nothing yet, 1 for an access token, 2 for an answer, 3 for what a function of the caller's gave,
    /// 4 for a failure (`{ place, parameter?, foreign? or name, message, inner? }` with its code's place in the table), 5 for
    /// time that has passed, 6 for an abort.
    pub fn step(&self, id: usize, heard: u32, value: &JsValue, ms: f64) -> Result<JsValue, JsValue> {
        // Taken out while it works, so that nothing is borrowed if the host's functions come back here.
        let Some(mut machine) = self.machines.borrow_mut().get_mut(id).and_then(Option::take) else {
            return Ok(JsValue::UNDEFINED);
        };
        let now = now(ms);
        if let Some(heard) = read_heard(heard, value) {
            machine.hear(heard, &now);
        }
        let want = machine.next(&now);
        for note in machine.notes() {
            self.tell(&note);
        }
        let (kind, ms, first, second) = match want {
            Want::Done(outcome) => {
                host::want(DONE, 0.0, "", "");
                return outcome.map(Js::into_inner).map_err(|error| to_js(&error));
            }
            Want::Token { renew, until_ms } => {
                let kind = if renew { RENEWED_TOKEN } else { TOKEN };
                (kind, until_ms - ms, String::new(), String::new())
            }
            Want::Send { request, timeout_ms } => (SEND, timeout_ms, request.url, request.body),
            Want::Wait { ms } => (WAIT, ms, String::new(), String::new()),
            Want::Ask { question, until_ms } => match question {
                Question::SendToDevice { token } => (SEND_TO_DEVICE, until_ms - ms, token, String::new()),
                Question::Sign { nonce, timestamp } => (SIGN, until_ms - ms, nonce, timestamp.to_string()),
            },
        };
        if let Some(slot) = self.machines.borrow_mut().get_mut(id) {
            *slot = Some(machine);
        }
        host::want(kind, ms, &first, &second);
        Ok(JsValue::UNDEFINED)
    }
}

impl Engine {
    #[inline(never)]
    fn add(&self, machine: Result<AnyMachine>) -> Result<u32, JsValue> {
        let machine = machine.map_err(|error| to_js(&error))?;
        let mut machines = self.machines.borrow_mut();
        let at = machines.iter().position(Option::is_none).unwrap_or(machines.len());
        match machines.get_mut(at) {
            Some(slot) => *slot = Some(machine),
            None => machines.push(Some(machine)),
        }
        Ok(u32::try_from(at).unwrap_or_default())
    }

    fn tell(&self, note: &Note) {
        let (kind, value) = match note {
            Note::Checkpoint(text) => (CHECKPOINT, Ok(JsValue::from(text))),
            Note::Progress(_) => (PROGRESS, to_value(note)),
            _ if !self.is_heard => return,
            _ => (EVENT, to_value(note)),
        };
        if let Ok(value) = value {
            host::note(kind, &value);
        }
    }
}

/// What is told of a note, as an object; never fails.
fn to_value(note: &Note) -> Result<JsValue, serde_wasm_bindgen::Error> {
    note.serialize(&serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true))
}

impl Serialize for Note {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut text = |name: &str, value: Option<&str>| match value {
            Some(value) => map.serialize_entry(name, value),
            None => Ok(()),
        };
        let (kind, traffic) = match self {
            Self::Progress(progress) => {
                text("step", Some(progress.step))?;
                text("productId", progress.product_id.as_deref())?;
                text("deviceName", progress.device_name.as_deref())?;
                map.serialize_entry("remainingMs", &progress.remaining_ms)?;
                write_code(&mut map, progress.code.as_ref())?;
                return map.end();
            }
            Self::Checkpoint(_) => return map.end(),
            Self::Request(traffic) => ("request", traffic),
            Self::Response(traffic) => ("response", traffic),
            Self::Retry(traffic) => ("retry", traffic),
        };
        text("type", Some(kind))?;
        text("action", Some(&traffic.action))?;
        text("requestId", Some(&traffic.request_id))?;
        let ms = if kind == "retry" { "delayMs" } else { "durationMs" };
        for (name, number) in [
            ("attempt", Some(f64::from(traffic.attempt))),
            ("status", traffic.status.map(f64::from)),
            (ms, traffic.ms),
        ] {
            if let Some(number) = number {
                map.serialize_entry(name, &number)?;
            }
        }
        write_code(&mut map, traffic.code.as_ref())?;
        map.end()
    }
}

/// A code of ours as its number: the facade writes its name.
fn write_code<M: SerializeMap>(map: &mut M, code: Option<&Code>) -> Result<(), M::Error> {
    match code {
        Some(Code::Own(code)) => map.serialize_entry("code", &code.place()),
        Some(Code::Cloud(code)) => map.serialize_entry("code", code),
        None => Ok(()),
    }
}

fn read_heard(kind: u32, value: &JsValue) -> Option<Heard<Js>> {
    Some(match kind {
        1 => Heard::Token(value.as_string().unwrap_or_default()),
        2 => match value::read_response(value) {
            Ok(answer) => Heard::Answer(answer),
            Err(field) => Heard::Failed(Error::new(code!("Protocol.BadTransportAnswer")).detail(field)),
        },
        3 => Heard::Reply(Js::of(value)),
        4 => Heard::Failed(read_failure(&Options::of(value))),
        5 => Heard::Woke,
        6 => Heard::Aborted,
        _ => return None,
    })
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

fn boxed(machine: impl Machine<Js> + 'static) -> AnyMachine {
    Box::new(machine)
}
