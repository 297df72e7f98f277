//! The host's own values, seen as JSON, and its answers.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::host;
use crate::http::{Answer, Body};
use crate::json::{Entry, Json, JsonType, Thrown};
use crate::text;

/// A value of the host's.
#[derive(Clone, Debug)]
pub(super) struct Js(JsValue);

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

    pub(super) fn as_js(&self) -> &JsValue {
        &self.0
    }

    fn defined(self) -> Option<Self> {
        (!self.0.is_undefined()).then_some(self)
    }

    /// The elements of what is known to be an array.
    #[inline(never)]
    fn elements(&self) -> Vec<JsValue> {
        let list: &Array = self.0.unchecked_ref();
        (0..list.length()).map(|at| list.get(at)).collect()
    }
}

impl Json for Js {
    #[inline(never)]
    fn json_type(&self) -> JsonType {
        const TYPES: [JsonType; 8] = [
            JsonType::Absent,
            JsonType::Null,
            JsonType::Boolean,
            JsonType::Number,
            JsonType::BigInt,
            JsonType::Text,
            JsonType::List,
            JsonType::Object,
        ];
        let at = usize::try_from(host::type_of(&self.0)).unwrap_or(TYPES.len());
        TYPES.get(at).copied().unwrap_or(JsonType::Other)
    }

    #[inline(never)]
    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn is_well_formed(&self) -> bool {
        host::is_well_formed(&self.0)
    }

    #[inline(never)]
    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn digits(&self) -> Option<String> {
        host::digits(&self.0).as_string()
    }

    #[inline(never)]
    fn get(&self, name: &str) -> Option<Self> {
        Self(host::get(&self.0, name)).defined()
    }

    fn items(&self) -> Vec<Self> {
        if self.json_type() == JsonType::List {
            self.elements().into_iter().map(Self).collect()
        } else {
            Vec::new()
        }
    }

    #[inline(never)]
    fn entries(&self) -> Result<Vec<Entry<Self>>, Thrown> {
        let list = Self(host::entries(&self.0));
        if let Some(thrown) = list.text() {
            let (class, property) = text::split_once(&thrown, " ").unwrap_or((&thrown, ""));
            return Err(Thrown {
                class: class.into(),
                property: (class.len() < thrown.len()).then(|| property.into()),
            });
        }
        let mut entries = Vec::new();
        let mut elements = list.elements().into_iter();
        while let (Some(name), Some(value)) = (elements.next(), elements.next()) {
            entries.push(Entry {
                name: name.as_string().unwrap_or_default(),
                value: Self(value),
            });
        }
        Ok(entries)
    }

    #[inline(never)]
    fn to_json(&self) -> Result<Option<String>, Thrown> {
        let json = Self(host::json(&self.0));
        let text = json.text();
        if text.is_none() && !json.0.is_undefined() {
            let thrown = json.elements().into_iter().next().and_then(|class| class.as_string());
            return Err(Thrown {
                class: thrown.unwrap_or_default(),
                property: None,
            });
        }
        Ok(text)
    }

    #[inline(never)]
    fn set(&mut self, name: &str, value: Self) {
        host::set(&self.0, name, &value.0);
    }

    fn remove(&mut self, name: &str) {
        host::remove(&self.0, name);
    }

    fn new_object() -> Self {
        Self(host::new_object())
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

/// Reads `{ status, body, headers? }`.
///
/// # Errors
/// The name of the field that is not what it should be.
#[inline(never)]
pub(super) fn read_response(response: &JsValue) -> Result<Answer<Js>, String> {
    let read = Js(host::read_response(response));
    if let Some(field) = read.text() {
        return Err(field);
    }
    let number = |name| read.get(name).and_then(|number| number.number()).unwrap_or(-1.0);
    let retry_after_ms = number("retryAfterMs");
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(Answer {
        status: number("status") as u16,
        retry_after_ms: (retry_after_ms >= 0.0).then_some(retry_after_ms),
        body: Body {
            json: read.get("json"),
            excerpt: read.text_of("excerpt").unwrap_or_default(),
        },
    })
}
