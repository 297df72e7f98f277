//! The exports: conversions between JavaScript and the core, and nothing more.

mod driver;
mod host;
mod value;

use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use serde::Deserialize;
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

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Config {
    endpoint: String,
    timeout_ms: f64,
    retries: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TokenFlowInput {
    family_id: String,
    room_id: String,
    product_id: Option<String>,
    device_name: Option<String>,
    poll_interval_ms: f64,
    timeout_ms: f64,
    resume: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SignatureFlowInput {
    family_id: String,
    room_id: Option<String>,
    bind_type: Option<String>,
    sign_method: Option<String>,
    poll_interval_ms: f64,
    timeout_ms: f64,
    resume: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DeviceInput {
    product_id: String,
    device_name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SubDevicesInput {
    gateway: DeviceInput,
    family_id: String,
    concurrency: u32,
    timeout_ms: f64,
}

/// Reads options that the facade has checked already.
fn options<T: for<'de> Deserialize<'de>>(value: &JsValue) -> Result<T> {
    serde_wasm_bindgen::from_value(value.clone())
        .map_err(|_| Error::parameter("Parameter.WrongType", "options", "are not what this function takes"))
}

/// How long a flow that has no option for it waits before it asks again.
const POLL_MS: f64 = 2_000.0;

#[wasm_bindgen]
impl Engine {
    /// Takes a client's options, checked and filled in by the facade.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue) -> Result<Engine, JsValue> {
        let read = || {
            let Config {
                endpoint,
                timeout_ms,
                retries,
            } = options(config)?;
            let common_params = check_common(Some(&Js::of(&given(config, "commonParams"))))?;
            let access_token = given(config, "accessToken");
            let setup = Setup {
                endpoint,
                common_params,
                timeout_ms,
                retries,
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
            Ok(Call::new(prepared, self.session.setup(), own))
        };
        self.run(start(), Callbacks::default(), options)
    }

    /// The token flow.
    #[wasm_bindgen(js_name = bindWithToken)]
    pub fn bind_with_token(&self, flow: &JsValue) -> Promise {
        let start = || {
            let input: TokenFlowInput = options(flow)?;
            let own = TokenOptions {
                family_id: input.family_id,
                room_id: input.room_id,
                product_id: input.product_id,
                device_name: input.device_name,
                poll_ms: input.poll_interval_ms,
                timeout_ms: input.timeout_ms,
                resume: input.resume,
            };
            TokenFlow::new(self.session.setup(), own, &driver::now())
        };
        self.run(start(), Callbacks::read(flow), flow)
    }

    /// The signature flow.
    #[wasm_bindgen(js_name = bindWithSignature)]
    pub fn bind_with_signature(&self, flow: &JsValue) -> Promise {
        let start = || {
            let input: SignatureFlowInput = options(flow)?;
            let device = Js::of(&given(flow, "device"));
            let mut params = Js::new_object();
            for name in ["ProductId", "DeviceName", "DeviceTimestamp", "ConnId", "Signature"] {
                if let Some(value) = device.get(name) {
                    params.set(name, value);
                }
            }
            let texts = [
                ("FamilyId", Some(input.family_id)),
                ("RoomId", input.room_id),
                ("BindType", input.bind_type),
                ("SignMethod", input.sign_method),
            ];
            for (name, value) in texts {
                if let Some(value) = value {
                    params.set(name, Js::from_text(&value));
                }
            }
            let own = SignatureOptions {
                params,
                poll_ms: input.poll_interval_ms,
                timeout_ms: input.timeout_ms,
                resume: input.resume,
            };
            SignatureFlow::new(self.session.setup(), &own, &driver::now())
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
        let input: Result<SubDevicesInput> = options(flow);
        let names: Result<Vec<DeviceInput>> = sub_devices.iter().map(options).collect();
        future_to_promise(async move {
            let (input, names) = match (input, names) {
                (Ok(input), Ok(names)) => (input, names),
                (Err(error), _) | (_, Err(error)) => return Err(to_js_plain(&error)),
            };
            let concurrency = usize::try_from(input.concurrency).unwrap_or(usize::MAX);
            let start = |at: usize| {
                let DeviceInput {
                    product_id,
                    device_name,
                } = names.get(at)?;
                let target = Target {
                    product_id: product_id.clone(),
                    device_name: device_name.clone(),
                    family_id: input.family_id.clone(),
                };
                let gateway = Gateway {
                    product_id: input.gateway.product_id.clone(),
                    device_name: input.gateway.device_name.clone(),
                };
                let own = GatewayOptions {
                    gateway,
                    target,
                    poll_ms: POLL_MS,
                    timeout_ms: input.timeout_ms,
                };
                Some(GatewayFlow::<Js>::new(session.setup(), own, &driver::now()))
            };
            driver::run_batch(&session, start, &sub_devices, &callbacks, &signal, concurrency).await
        })
    }
}

impl Engine {
    /// Runs a machine that could be made; a promise in any case.
    fn run<M>(&self, machine: Result<M>, callbacks: Callbacks, options: &JsValue) -> Promise
    where
        M: crate::transport::Machine<Js> + 'static,
    {
        let session = Rc::clone(&self.session);
        let signal = Signal::listen(&given(options, "signal"));
        future_to_promise(async move {
            let mut machine = match machine {
                Ok(machine) => machine,
                Err(error) => return Err(to_js_plain(&error)),
            };
            driver::run(&session, &mut machine, &callbacks, &signal, &JsValue::UNDEFINED)
                .await
                .map(Js::into_inner)
        })
    }
}

/// What comes out when the caller cancelled a batch.
fn aborted(may_be_bound: bool) -> JsValue {
    let error = Error::new(ErrorKind::Aborted, "Aborted.BySignal", "was cancelled").maybe_bound(may_be_bound);
    to_js(&error, &[])
}
