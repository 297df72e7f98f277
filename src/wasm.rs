//! The exports: conversions between JavaScript and the core, and nothing more.

mod driver;
mod host;
mod value;

use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use crate::action::check::check_common;
use crate::client::{Call, CallOptions, Setup};
use crate::envelope::{Common, Prepared, read_answer};
use crate::error::{Error, ErrorKind, Result, Secrets};
use crate::flow::gateway::{GatewayFlow, GatewayOptions};
use crate::flow::signature::{SignatureFlow, SignatureOptions};
use crate::flow::token::{TokenFlow, TokenOptions};
use crate::flow::{Gateway, Target};
use crate::http::CONTENT_TYPE;
use crate::json::Json as _;
use crate::transport::Machine;
use crate::{action, sign};
use driver::{Callbacks, Session};
use host::{Host, Signal, to_js, to_js_plain};
use value::Js;

/// Takes the host's functions. Called once, before anything else.
#[wasm_bindgen]
pub fn setup(host: Host) {
    host::install(host);
}

fn text(name: &'static str, value: &JsValue) -> Result<String> {
    value
        .as_string()
        .ok_or_else(|| Error::parameter("Parameter.WrongType", name, "must be text"))
}

fn given(value: &JsValue, name: &str) -> JsValue {
    Js::of(value).get(name).map_or(JsValue::UNDEFINED, Js::into_inner)
}

fn flag(value: &JsValue, name: &str) -> bool {
    given(value, name).as_bool().unwrap_or(false)
}

/// Builds a request without sending it.
#[wasm_bindgen(js_name = buildRequest)]
pub fn build_request(action: &JsValue, params: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let build = || {
        let name = text("action", action)?;
        let prepared = Prepared::new(&name, Some(&Js::of(params)), flag(options, "untyped"))?;
        let common = given(options, "commonParams");
        let request = prepared.request(Common {
            endpoint: &text("endpoint", &given(options, "endpoint"))?,
            access_token: &text("accessToken", &given(options, "accessToken"))?,
            request_id: &given(options, "requestId")
                .as_string()
                .unwrap_or_else(|| driver::now().uuid()),
            params: &check_common(Some(&Js::of(&common))).map_err(|error| error.of(&name))?,
        })?;
        Ok(host::http_request(&request, CONTENT_TYPE))
    };
    build().map_err(|error| to_js_plain(&error))
}

/// Reads an answer that somebody else received.
#[wasm_bindgen(js_name = parseResponse)]
pub fn parse_response(action: &JsValue, response: &JsValue, untyped: bool) -> Result<JsValue, JsValue> {
    let parse = || {
        let name = text("action", action)?;
        let known = action::find(&name);
        if known.is_none() && !untyped {
            let message = "is no Action that this package knows; pass untyped: true to read it all the same";
            return Err(Error::parameter("Parameter.UnknownAction", "action", message).of(&name));
        }
        let answer = value::read_response(response).map_err(|field| {
            Error::parameter("Parameter.WrongType", field, "is not what an HTTP response has there").of(&name)
        })?;
        read_answer(known, &answer, None, &Secrets::default()).map_err(|error| error.of(&name))
    };
    parse().map(Js::into_inner).map_err(|error| to_js_plain(&error))
}

fn plain<T: Into<JsValue>>(result: Result<T>) -> Result<JsValue, JsValue> {
    result.map(Into::into).map_err(|error| to_js_plain(&error))
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
    sign::nonce(length, driver::fill_random)
}

/// What one client's calls and flows run on.
#[wasm_bindgen]
pub struct Engine {
    session: Rc<Session>,
}

/// Options that the facade has checked and filled in already.
struct Options(Js);

impl Options {
    fn of(value: &JsValue) -> Self {
        Self(Js::of(value))
    }

    fn text(&self, name: &str) -> Result<String> {
        self.optional(name).ok_or_else(|| wrong(name))
    }

    fn optional(&self, name: &str) -> Option<String> {
        self.0.text_of(name)
    }

    fn number(&self, name: &str) -> Result<f64> {
        self.0
            .get(name)
            .and_then(|value| value.number())
            .ok_or_else(|| wrong(name))
    }

    fn whole(&self, name: &str) -> Result<u32> {
        // Saturates: what is out of range becomes the nearest that is in it.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        self.number(name).map(|number| number as u32)
    }

    fn gateway(&self) -> Result<Gateway> {
        Ok(Gateway {
            product_id: self.text("productId")?,
            device_name: self.text("deviceName")?,
        })
    }
}

fn wrong(name: &str) -> Error {
    Error::parameter("Parameter.WrongType", name, "is not what this function takes")
}

/// How long a flow that has no option for it waits before it asks again.
const POLL_MS: f64 = 2_000.0;

#[wasm_bindgen]
impl Engine {
    /// Takes a client's options, checked and filled in by the facade.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue) -> Result<Engine, JsValue> {
        let read = || {
            let own = Options::of(config);
            let access_token = given(config, "accessToken");
            let setup = Setup {
                endpoint: own.text("endpoint")?,
                common_params: check_common(Some(&Js::of(&given(config, "commonParams"))))?,
                timeout_ms: own.number("timeoutMs")?,
                retries: own.whole("retries")?,
                can_renew: access_token.is_function(),
            };
            let function = |name| given(config, name).dyn_into::<Function>().ok();
            Ok(Session::new(
                setup,
                access_token,
                function("transport"),
                function("onEvent"),
            ))
        };
        read()
            .map(|session| Engine {
                session: Rc::new(session),
            })
            .map_err(|error| to_js_plain(&error))
    }

    /// One call.
    pub fn call(&self, action: &JsValue, params: &JsValue, options: &JsValue) -> Promise {
        let start = || {
            let name = text("action", action)?;
            let prepared = Prepared::new(&name, Some(&Js::of(params)), flag(options, "untyped"))?;
            let own = CallOptions {
                request_id: given(options, "requestId").as_string(),
                timeout_ms: given(options, "timeoutMs").as_f64(),
                ..CallOptions::default()
            };
            Ok(boxed(Call::new(prepared, self.session.setup(), own)))
        };
        self.run(start(), Callbacks::default(), options)
    }

    /// The token flow.
    #[wasm_bindgen(js_name = bindWithToken)]
    pub fn bind_with_token(&self, flow: &JsValue) -> Promise {
        let start = || {
            let input = Options::of(flow);
            let own = TokenOptions {
                family_id: input.text("familyId")?,
                room_id: input.text("roomId")?,
                product_id: input.optional("productId"),
                device_name: input.optional("deviceName"),
                poll_ms: input.number("pollIntervalMs")?,
                timeout_ms: input.number("timeoutMs")?,
                resume: input.optional("resume"),
            };
            TokenFlow::new(self.session.setup(), own, &driver::now()).map(boxed)
        };
        self.run(start(), Callbacks::read(flow), flow)
    }

    /// The signature flow.
    #[wasm_bindgen(js_name = bindWithSignature)]
    pub fn bind_with_signature(&self, flow: &JsValue) -> Promise {
        let start = || {
            let input = Options::of(flow);
            let device = Js::of(&given(flow, "device"));
            let mut params = Js::new_object();
            let given =
                ["ProductId", "DeviceName", "DeviceTimestamp", "ConnId", "Signature"].map(|name| (&device, name, name));
            let own = [
                ("familyId", "FamilyId"),
                ("roomId", "RoomId"),
                ("bindType", "BindType"),
                ("signMethod", "SignMethod"),
            ]
            .map(|(own, name)| (&input.0, own, name));
            for (from, own, name) in given.into_iter().chain(own) {
                if let Some(value) = from.get(own) {
                    params.set(name, value);
                }
            }
            let own = SignatureOptions {
                params,
                poll_ms: input.number("pollIntervalMs")?,
                timeout_ms: input.number("timeoutMs")?,
                resume: input.optional("resume"),
            };
            SignatureFlow::new(self.session.setup(), &own, &driver::now()).map(boxed)
        };
        self.run(start(), Callbacks::read(flow), flow)
    }

    /// The gateway flow: as many sub-devices as there are, some at a time.
    #[wasm_bindgen(js_name = bindSubDevices)]
    pub fn bind_sub_devices(&self, flow: &JsValue) -> Promise {
        let session = Rc::clone(&self.session);
        let callbacks = Callbacks::read(flow);
        let signal = Signal::listen(&given(flow, "signal"));
        let sub_devices = Array::from(&given(flow, "subDevices")).to_vec();
        let read = || {
            let input = Options::of(flow);
            let gateway = Options::of(&given(flow, "gateway")).gateway()?;
            let family_id = input.text("familyId")?;
            let timeout_ms = input.number("timeoutMs")?;
            let own = |sub_device: &JsValue| {
                let Gateway {
                    product_id,
                    device_name,
                } = Options::of(sub_device).gateway()?;
                let target = Target {
                    product_id,
                    device_name,
                    family_id: family_id.clone(),
                };
                Ok(GatewayOptions {
                    gateway: gateway.clone(),
                    target,
                    poll_ms: POLL_MS,
                    timeout_ms,
                })
            };
            let all = sub_devices.iter().map(own).collect::<Result<Vec<_>>>()?;
            Ok((all, usize::try_from(input.whole("concurrency")?).unwrap_or(1)))
        };
        let input = read();
        future_to_promise(async move {
            let (all, concurrency) = input.map_err(|error: Error| to_js_plain(&error))?;
            let start = |at: usize| {
                let own: &GatewayOptions = all.get(at)?;
                Some(boxed(GatewayFlow::new(session.setup(), own.clone(), &driver::now())))
            };
            driver::run_batch(&session, start, &sub_devices, &callbacks, &signal, concurrency).await
        })
    }
}

impl Engine {
    /// Runs a machine that could be made; a promise in any case.
    fn run(&self, machine: Result<AnyMachine>, callbacks: Callbacks, options: &JsValue) -> Promise {
        let session = Rc::clone(&self.session);
        let signal = Signal::listen(&given(options, "signal"));
        future_to_promise(async move {
            let mut machine = machine.map_err(|error| to_js_plain(&error))?;
            let outcome = driver::run(&session, &mut *machine, &callbacks, &signal, &JsValue::UNDEFINED).await;
            outcome.map(Js::into_inner)
        })
    }
}

/// Any call or flow: the driver exists once for all of them.
type AnyMachine = Box<dyn Machine<Js>>;

fn boxed(machine: impl Machine<Js> + 'static) -> AnyMachine {
    Box::new(machine)
}

/// What comes out when the caller cancelled a batch.
fn aborted(may_be_bound: bool) -> JsValue {
    let error = Error::new(ErrorKind::Aborted, "Aborted.BySignal", "was cancelled").maybe_bound(may_be_bound);
    to_js(&error, &[])
}
