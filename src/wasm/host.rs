//! The functions that a host supplies, and errors as JavaScript's own.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::{Context, Waker};

use js_sys::{Function, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::value::Js;
use crate::error::{Cause, Error, ErrorKind};
use crate::http::HttpRequest;
use crate::json::Json as _;

#[wasm_bindgen]
extern "C" {
    /// What a host supplies.
    #[derive(Clone)]
    pub type Host;

    #[wasm_bindgen(method, structural, catch, js_name = error)]
    fn make_error(this: &Host, kind: &str, code: &str, message: &str, details: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, structural, catch)]
    fn random(this: &Host, bytes: &Uint8Array) -> Result<(), JsValue>;

    #[wasm_bindgen(method, structural, catch, js_name = abortController)]
    fn abort_controller(this: &Host) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, structural, getter, catch, js_name = transport)]
    fn transport(this: &Host) -> Result<JsValue, JsValue>;
}

thread_local! {
    static HOST: RefCell<Option<Host>> = const { RefCell::new(None) };
}

pub(super) fn install(host: Host) {
    HOST.with(|slot| *slot.borrow_mut() = Some(host));
}

fn with_host<T>(ask: impl FnOnce(&Host) -> Result<T, JsValue>) -> Option<T> {
    // A copy, so that nothing is borrowed while foreign code runs.
    let host = HOST.with(|slot| slot.borrow().clone())?;
    ask(&host).ok()
}

/// Fills bytes from the host's best randomness; false where it has none.
pub(super) fn fill(bytes: &mut [u8]) -> bool {
    let Ok(length) = u32::try_from(bytes.len()) else {
        return false;
    };
    let array = Uint8Array::new_with_length(length);
    let filled = with_host(|host| host.random(&array)).is_some();
    array.copy_to(bytes);
    filled
}

/// The host's own way to send, where it has one.
pub(super) fn transport() -> Option<Function> {
    with_host(Host::transport)?.dyn_into().ok()
}

/// An error that JavaScript can throw.
pub(super) fn to_js_plain(error: &Error) -> JsValue {
    to_js(error, &[])
}

/// The same, for one that may be caused by something in `thrown`.
pub(super) fn to_js(error: &Error, thrown: &[JsValue]) -> JsValue {
    let details = Object::new();
    let set = |name: &str, value: JsValue| {
        let _ = Reflect::set(&details, &name.into(), &value);
    };
    let texts = [
        ("action", &error.action),
        ("requestId", &error.request_id),
        ("parameter", &error.parameter),
    ];
    for (name, value) in texts {
        if let Some(value) = value {
            set(name, value.into());
        }
    }
    if let Some(status) = error.status {
        set("status", status.into());
    }
    if error.may_be_bound {
        set("mayBeBound", true.into());
    }
    set("retryable", error.retryable.into());
    match &error.cause {
        None => {}
        Some(Cause::Redacted { name, message, code }) => {
            let mut copy = Js::new_object();
            copy.set("name", Js::from_text(name));
            copy.set("message", Js::from_text(message));
            if let Some(code) = code {
                copy.set("code", Js::from_text(code));
            }
            set("redacted", copy.into_inner());
        }
        Some(Cause::Foreign(at)) => set("cause", thrown.get(*at).cloned().unwrap_or_default()),
        Some(Cause::Error(cause)) => set("cause", to_js(cause, thrown)),
    }
    let message = error.text();
    with_host(|host| host.make_error(error.kind.as_str(), &error.code, &message, &details))
        .unwrap_or_else(|| js_sys::Error::new(&message).into())
}

/// What can be said of something that the host threw.
pub(super) fn redact(thrown: &JsValue) -> Cause {
    const MESSAGE_MAX_CHARS: usize = 200;
    let text = |name: &str| {
        let value = Reflect::get(thrown, &name.into()).ok()?;
        // The host writes numbers down, too: formatting floats is heavy.
        let written = || {
            value
                .as_f64()
                .and_then(|_| js_sys::JSON::stringify(&value).ok()?.as_string())
        };
        value.as_string().or_else(written)
    };
    let code = text("code").or_else(|| {
        // undici hides what happened one level down.
        let inner = Reflect::get(thrown, &"cause".into()).ok()?;
        Reflect::get(&inner, &"code".into()).ok()?.as_string()
    });
    let message = thrown
        .as_string()
        .or_else(|| text("message"))
        .or_else(|| text("errMsg"))
        .unwrap_or_default();
    Cause::Redacted {
        name: text("name").unwrap_or_else(|| "Error".into()),
        message: message.chars().take(MESSAGE_MAX_CHARS).collect(),
        code,
    }
}

/// What an error of ours is, if `thrown` is one: its kind and code. Hosts' transports reject with these.
pub(super) fn kind_of(thrown: &JsValue) -> Option<(ErrorKind, String)> {
    let thrown = Js::of(thrown);
    if thrown.text_of("name")? != "IotError" {
        return None;
    }
    let name = thrown.text_of("kind")?;
    let kind = ErrorKind::ALL.into_iter().find(|kind| kind.as_str() == name)?;
    let code = thrown.text_of("code")?;
    matches!(kind, ErrorKind::Network | ErrorKind::Timeout | ErrorKind::Protocol).then_some((kind, code))
}

/// A request as JavaScript sees it.
pub(super) fn http_request(request: &HttpRequest, (name, value): (&str, &str)) -> JsValue {
    let mut headers = Js::new_object();
    headers.set(name, Js::from_text(value));
    let mut object = Js::new_object();
    object.set("method", Js::from_text("POST"));
    object.set("url", Js::from_text(&request.url));
    object.set("headers", headers);
    object.set("body", Js::from_text(&request.body));
    object.into_inner()
}

/// Something that happens once, and whoever waits for it.
#[derive(Default)]
pub(super) struct Bell {
    rung: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

impl Bell {
    pub(super) fn ring(&self) {
        self.rung.set(true);
        for waker in self.waiting.take() {
            waker.wake();
        }
    }

    pub(super) fn has_rung(&self) -> bool {
        self.rung.get()
    }

    /// Whether it has rung; if not, `context` is woken once it does.
    pub(super) fn poll(&self, context: &Context<'_>) -> bool {
        if !self.has_rung() {
            let mut waiting = self.waiting.borrow_mut();
            if !waiting.iter().any(|waker| waker.will_wake(context.waker())) {
                waiting.push(context.waker().clone());
            }
        }
        self.has_rung()
    }
}

/// A caller's signal, listened to until this is dropped.
pub(super) struct Signal {
    bell: Rc<Bell>,
    heard: Option<(JsValue, Closure<dyn FnMut()>)>,
}

fn call_method(object: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method = Reflect::get(object, &name.into())?.dyn_into::<Function>()?;
    method.apply(object, &arguments.iter().copied().collect::<js_sys::Array>())
}

impl Signal {
    /// Listens to `signal`, if it is one.
    pub(super) fn listen(signal: &JsValue) -> Self {
        let bell = Rc::new(Bell::default());
        if !signal.is_object() {
            return Self { bell, heard: None };
        }
        let ring = Rc::clone(&bell);
        let closure = Closure::<dyn FnMut()>::new(move || ring.ring());
        // Listened to first and looked at second, so that nothing falls in between. A signal that cannot be listened to
        // can still be looked at.
        let _ = call_method(signal, "addEventListener", &[&"abort".into(), closure.as_ref()]);
        if Reflect::get(signal, &"aborted".into()).is_ok_and(|aborted| aborted.is_truthy()) {
            bell.ring();
        }
        Self {
            bell,
            heard: Some((signal.clone(), closure)),
        }
    }

    pub(super) fn bell(&self) -> &Bell {
        &self.bell
    }
}

impl Drop for Signal {
    fn drop(&mut self) {
        if let Some((signal, closure)) = self.heard.take() {
            let _ = call_method(&signal, "removeEventListener", &[&"abort".into(), closure.as_ref()]);
        }
    }
}

/// An abort controller for one attempt, which aborts it when dropped before its time.
pub(super) struct Attempt {
    controller: Option<JsValue>,
}

impl Attempt {
    pub(super) fn new() -> Self {
        Self {
            controller: with_host(Host::abort_controller),
        }
    }

    /// The signal to hand to a transport.
    pub(super) fn signal(&self) -> JsValue {
        let signal = self
            .controller
            .as_ref()
            .and_then(|controller| Reflect::get(controller, &"signal".into()).ok());
        signal.unwrap_or_default()
    }

    /// Says that the attempt has ended, so that there is nothing to abort.
    pub(super) fn ended(&mut self) {
        self.controller = None;
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        if let Some(controller) = self.controller.take() {
            let _ = call_method(&controller, "abort", &[]);
        }
    }
}
