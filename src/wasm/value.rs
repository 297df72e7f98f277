//! The host's own values, seen as JSON, and its answers.

use js_sys::{Array, JSON, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::http::{Answer, Body};
use crate::json::{Entry, Json, JsonType, Thrown, quote_big_integers};

/// A value of the host's.
#[derive(Clone, Debug)]
pub(super) struct Js(JsValue);

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, js_name = keys, catch)]
    fn own_keys(object: &JsValue) -> Result<Array, JsValue>;

    // Throws at a revoked proxy.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;

    #[wasm_bindgen(js_name = String)]
    fn decimal(value: &JsValue) -> JsString;
}

impl Js {
    pub(super) fn of(value: &JsValue) -> Self {
        Self(value.clone())
    }

    pub(super) fn new(value: JsValue) -> Self {
        Self(value)
    }

    pub(super) fn into_inner(self) -> JsValue {
        self.0
    }
}

/// The class of something thrown, where it is one of the language's own; anything else may have been given any name.
fn thrown_by(thrown: &JsValue, property: Option<String>) -> Thrown {
    const KNOWN: [&str; 5] = [
        "TypeError",
        "RangeError",
        "SyntaxError",
        "ReferenceError",
        "DOMException",
    ];
    let name = Reflect::get(thrown, &"name".into())
        .ok()
        .and_then(|name| name.as_string());
    let class = name
        .filter(|name| KNOWN.contains(&&**name))
        .unwrap_or_else(|| "Error".into());
    Thrown { class, property }
}

impl Json for Js {
    #[inline(never)]
    fn json_type(&self) -> JsonType {
        let value = &self.0;
        if value.is_string() {
            JsonType::Text
        } else if value.is_undefined() {
            JsonType::Absent
        } else if value.is_null() {
            JsonType::Null
        } else if value.as_f64().is_some() {
            JsonType::Number
        } else if value.as_bool().is_some() {
            JsonType::Boolean
        } else if value.is_bigint() {
            JsonType::BigInt
        } else if is_array(value).unwrap_or(false) {
            JsonType::List
        } else if value.is_object() {
            JsonType::Object
        } else {
            JsonType::Other
        }
    }

    #[inline(never)]
    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn is_well_formed(&self) -> bool {
        self.0.dyn_ref::<JsString>().is_none_or(JsString::is_valid_utf16)
    }

    #[inline(never)]
    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn digits(&self) -> Option<String> {
        self.0.is_bigint().then(|| String::from(decimal(&self.0)))
    }

    #[inline(never)]
    fn get(&self, name: &str) -> Option<Self> {
        let value = Reflect::get(&self.0, &name.into()).ok()?;
        (!value.is_undefined()).then_some(Self(value))
    }

    #[inline(never)]
    fn items(&self) -> Vec<Self> {
        if is_array(&self.0).unwrap_or(false) {
            Array::from(&self.0).iter().map(Self).collect()
        } else {
            Vec::new()
        }
    }

    #[inline(never)]
    fn entries(&self) -> Result<Vec<Entry<Self>>, Thrown> {
        let keys = own_keys(&self.0).map_err(|thrown| thrown_by(&thrown, None))?;
        let read = |key: JsValue| {
            let value = Reflect::get(&self.0, &key).map_err(|thrown| thrown_by(&thrown, key.as_string()))?;
            let name = key.as_string().unwrap_or_default();
            let well_formed = !name.contains('\u{fffd}') || Self(key).is_well_formed();
            Ok(Entry {
                name,
                well_formed,
                value: Self(value),
            })
        };
        keys.iter().map(read).collect()
    }

    #[inline(never)]
    fn to_json(&self) -> Result<Option<String>, Thrown> {
        JSON::stringify(&self.0)
            .map(|json| json.as_string())
            .map_err(|thrown| thrown_by(&thrown, None))
    }

    #[inline(never)]
    fn set(&mut self, name: &str, value: Self) {
        // Fails on a frozen object only, and none of those we write to is frozen.
        let _ = Reflect::set(&self.0, &name.into(), &value.0);
    }

    fn remove(&mut self, name: &str) {
        if let Some(object) = self.0.dyn_ref::<Object>() {
            let _ = Reflect::delete_property(object, &name.into());
        }
    }

    fn new_object() -> Self {
        Self(Object::new().into())
    }

    #[inline(never)]
    fn from_text(text: &str) -> Self {
        Self(text.into())
    }

    fn from_number(number: f64) -> Self {
        Self(number.into())
    }

    fn from_bool(value: bool) -> Self {
        Self(value.into())
    }
}

/// Parses a body. Its text enters the module only where it holds a number that the host would round.
fn read_body(text: &JsString) -> Body<Js> {
    let trimmed = text.trim();
    let has_long_number = trimmed.search(&js_sys::RegExp::new("\\d{16}", "")) >= 0;
    let json = if has_long_number {
        JSON::parse(&quote_big_integers(&String::from(&trimmed)))
    } else {
        parse(&trimmed)
    };
    let start = u32::try_from(Body::<Js>::START_CHARS).unwrap_or_default();
    Body {
        json: json.ok().map(Js),
        length: usize::try_from(text.length()).unwrap_or_default(),
        start: String::from(&trimmed.substring(0, start)),
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn parse(text: &JsString) -> Result<JsValue, JsValue>;
}

/// An answer from its parts.
pub(super) fn answer(status: u16, retry_after: Option<&str>, body: &JsString) -> Answer<Js> {
    Answer {
        status,
        retry_after_ms: retry_after.and_then(retry_after_ms),
        body: read_body(body),
    }
}

/// `Retry-After`: seconds, or a date.
fn retry_after_ms(header: &str) -> Option<f64> {
    let ms = match header.trim().parse::<u32>() {
        Ok(seconds) => f64::from(seconds) * 1000.0,
        Err(_) => js_sys::Date::parse(header) - js_sys::Date::now(),
    };
    ms.is_finite().then_some(ms.max(0.0))
}

/// Reads `{ status, body, headers? }`.
///
/// # Errors
/// The name of the field that is not what it should be.
pub(super) fn read_response(response: &JsValue) -> Result<Answer<Js>, &'static str> {
    let response = Js::of(response);
    if !response.is_object() {
        return Err("response");
    }
    let status = response
        .get("status")
        .and_then(|status| status.number())
        .unwrap_or(f64::NAN);
    if status.trunc() != status || !(100.0..=999.0).contains(&status) {
        return Err("status");
    }
    let body = response
        .get("body")
        .and_then(|body| body.0.dyn_into::<JsString>().ok())
        .ok_or("body")?;
    let retry_after = response
        .some("headers")
        .and_then(|headers| headers.text_of("retry-after"));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(answer(status as u16, retry_after.as_deref(), &body))
}
