//! The web's own request object, made by gloo-net: how each request is sent that the host's fetch carries.

use gloo_net::http::Request;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use crate::http::CONTENT_TYPE;

/// A `Request` that follows no redirect, carries no cookie and tells no referrer. The driver has made sure that the host has all
/// that gloo-net takes for granted.
///
/// `undefined` where the host does not take the address or the body.
#[wasm_bindgen(js_name = webRequest)]
pub fn web_request(url: &str, body: &str, signal: &JsValue) -> JsValue {
    let (name, content_type) = CONTENT_TYPE;
    Request::post(url)
        .header(name, content_type)
        .redirect(RequestRedirect::Error)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoStore)
        .abort_signal(signal.is_object().then(|| signal.unchecked_ref::<AbortSignal>()))
        .body(body)
        .map_or(JsValue::UNDEFINED, |request| web_sys::Request::from(request).into())
}
