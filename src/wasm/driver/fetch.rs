//! Sending with the host's fetch, through gloo-net.
//!
//! gloo-net panics on hosts that reject with something that is no `Error` or answer with something that is no
//! `Response`. So it builds the request, and what comes back is looked at here before it is believed.

use gloo_net::http::Request;
use js_sys::{Function, JsString, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use super::value::{self, Js};
use super::{Answer, CONTENT_TYPE, Error, ErrorKind, HttpRequest, Result, network_error, redact};
use crate::json::{Json as _, JsonType};

/// The largest answer that is read, in bytes.
const BODY_MAX_BYTES: f64 = 8.0 * 1024.0 * 1024.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch, catch)]
    fn host_fetch(request: &web_sys::Request) -> Result<JsValue, JsValue>;

    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &JsValue, options: &JsValue) -> Result<JsString, JsValue>;
}

fn failed(thrown: &JsValue) -> Error {
    network_error().because(redact(thrown))
}

/// Sends a request and reads its answer.
pub(super) async fn fetch(request: &HttpRequest, signal: &JsValue) -> Result<Answer<Js>> {
    require_fetch()?;
    let (name, content_type) = CONTENT_TYPE;
    let built = Request::post(&request.url)
        .header(name, content_type)
        .redirect(RequestRedirect::Error)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoStore)
        .abort_signal(signal.is_object().then(|| signal.unchecked_ref::<AbortSignal>()))
        .body(&*request.body)
        .map_err(|error| failed(&error.to_string().into()))?;
    let promise = host_fetch(&built.into()).map_err(|thrown| failed(&thrown))?;
    let response = JsFuture::from(Promise::resolve(&promise))
        .await
        .map_err(|thrown| failed(&thrown))?;
    let response = Js::new(response);
    let status = response
        .get("status")
        .and_then(|status| status.number())
        .unwrap_or_default();
    let headers = response.some("headers").map(Js::into_inner).unwrap_or_default();
    if !(100.0..=999.0).contains(&status) {
        let message = "fetch answered something that is no response";
        return Err(Error::new(ErrorKind::Protocol, "Protocol.BadTransportAnswer", message));
    }
    let retry_after = method(&headers, "get", &"retry-after".into())
        .ok()
        .and_then(|value| value.as_string());
    let text = read_text(&response).await?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(value::answer(status as u16, retry_after.as_deref(), &text))
}

/// Everything that gloo-net takes for granted.
fn require_fetch() -> Result<()> {
    let global = js_sys::global();
    for name in ["fetch", "Request", "Headers", "URL", "URLSearchParams"] {
        if !Reflect::get(&global, &name.into()).is_ok_and(|value| value.is_function()) {
            let message = ["this host has no ", name, "; hand in a transport"].concat();
            return Err(Error::new(ErrorKind::Network, "Network.Failed", message));
        }
    }
    Ok(())
}

fn method(object: &JsValue, name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())?
        .dyn_into::<Function>()?
        .call1(object, argument)
}

/// The whole body as text. Read piece by piece, so that one without end is given up in time.
async fn read_text(response: &Js) -> Result<JsString> {
    let Some(stream) = response
        .some("body")
        .filter(|body| body.json_type() == JsonType::Object)
    else {
        // Hosts without streams, and answers without body.
        let text =
            method(&response.clone().into_inner(), "text", &JsValue::UNDEFINED).map_err(|thrown| failed(&thrown))?;
        let text = JsFuture::from(Promise::resolve(&text))
            .await
            .map_err(|thrown| failed(&thrown))?;
        let text = text.dyn_into::<JsString>().unwrap_or_else(|_| JsString::from(""));
        return if f64::from(text.length()) > BODY_MAX_BYTES {
            Err(too_large())
        } else {
            Ok(text)
        };
    };
    let reader = method(&stream.into_inner(), "getReader", &JsValue::UNDEFINED).map_err(|thrown| failed(&thrown))?;
    let decoder = TextDecoder::new().map_err(|thrown| failed(&thrown))?;
    let more = Object::new();
    let _ = Reflect::set(&more, &"stream".into(), &JsValue::TRUE);
    let mut text = JsString::from("");
    let mut bytes = 0.0;
    loop {
        let piece = method(&reader, "read", &JsValue::UNDEFINED).map_err(|thrown| failed(&thrown))?;
        let piece = JsFuture::from(Promise::resolve(&piece))
            .await
            .map_err(|thrown| failed(&thrown))?;
        let piece = Js::new(piece);
        if piece.get("done").is_none_or(|done| done.into_inner().is_truthy()) {
            let rest = decoder
                .decode(&JsValue::UNDEFINED, &JsValue::UNDEFINED)
                .map_err(|thrown| failed(&thrown))?;
            return Ok(text.concat(&rest));
        }
        let value = piece.get("value").map(Js::into_inner).unwrap_or_default();
        bytes += Js::of(&value)
            .get("byteLength")
            .and_then(|length| length.number())
            .unwrap_or_default();
        if bytes > BODY_MAX_BYTES {
            let _ = method(&reader, "cancel", &JsValue::UNDEFINED);
            return Err(too_large());
        }
        let piece = decoder.decode(&value, &more).map_err(|thrown| failed(&thrown))?;
        text = text.concat(&piece);
    }
}

fn too_large() -> Error {
    Error::new(
        ErrorKind::Protocol,
        "Protocol.TooLarge",
        "the answer is larger than 8 MiB",
    )
}
