//! The web's own request object, for hosts whose fetch carries the requests.

use gloo_net::http::Headers;
use wasm_bindgen::prelude::*;
use web_sys::{Request, RequestInit};

use crate::http::CONTENT_TYPE;

/// A request with the settings in `init`, which the driver has made; `undefined` where the host does not take them. The driver
/// has also made sure that the host has `Headers` and `Request`.
#[wasm_bindgen(js_name = webRequest)]
pub fn web_request(url: &str, init: &RequestInit) -> JsValue {
    let (name, content_type) = CONTENT_TYPE;
    let headers = Headers::new();
    headers.set(name, content_type);
    init.set_headers(&headers.into_raw());
    Request::new_with_str_and_init(url, init).map_or(JsValue::UNDEFINED, Into::into)
}
