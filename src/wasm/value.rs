//! The host's own values, seen as JSON, and its answers.

use super::host::{self, Place};
use crate::http::{Answer, Body};
use crate::json::{Entry, Json, JsonType, Thrown};

/// A value of the host's, by its place in the list of the call or question at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Js(pub(super) Place);

impl Js {
    pub(super) const UNDEFINED: Self = Self(0);

    fn defined(self) -> Option<Self> {
        (self != Self::UNDEFINED).then_some(self)
    }

    /// The places of a row that begins here with its length.
    #[expect(clippy::arithmetic_side_effects, reason = "places in a list of the host's")]
    fn row(self) -> std::ops::Range<Place> {
        // Saturates.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let length = host::number(self.0) as Place;
        self.0 + 1..self.0 + 1 + length
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
        TYPES
            .get(host::type_of(self.0) as usize)
            .copied()
            .unwrap_or(JsonType::Other)
    }

    #[inline(never)]
    fn text(&self) -> Option<String> {
        host::text(self.0)
    }

    fn is_well_formed(&self) -> bool {
        host::is_well_formed(self.0)
    }

    #[inline(never)]
    fn number(&self) -> Option<f64> {
        let number = host::number(self.0);
        (!number.is_nan()).then_some(number)
    }

    fn digits(&self) -> Option<String> {
        host::digits(self.0)
    }

    #[inline(never)]
    fn get(&self, name: &str) -> Option<Self> {
        Self(host::get(self.0, name)).defined()
    }

    fn items(&self) -> impl Iterator<Item = Self> {
        Self(host::items(self.0)).row().map(Self)
    }

    #[inline(never)]
    fn entries(&self) -> Result<Vec<Entry<Self>>, Thrown> {
        let list = Self(host::entries(self.0));
        if let Some(thrown) = list.text() {
            return Err(Thrown(thrown));
        }
        let mut entries = Vec::new();
        let mut places = list.row();
        while let (Some(name), Some(value)) = (places.next(), places.next()) {
            entries.push(Entry {
                name: host::text(name).unwrap_or_default(),
                value: Self(value),
            });
        }
        Ok(entries)
    }

    #[inline(never)]
    fn to_json(&self) -> Result<Option<String>, Thrown> {
        match host::json(self.0) {
            Some(thrown) if thrown.starts_with('!') => Err(Thrown(thrown.get(1..).unwrap_or_default().into())),
            json => Ok(json),
        }
    }

    fn parse(json: &str) -> Option<Self> {
        Self(host::parse(json)).defined()
    }

    #[inline(never)]
    fn set(&mut self, name: &str, value: Self) {
        host::set(self.0, name, value.0);
    }

    fn remove(&mut self, name: &str) {
        host::remove(self.0, name);
    }

    fn new_object() -> Self {
        Self(host::new_object())
    }

    fn from_text(text: &str) -> Self {
        Self(host::from_text(text))
    }

    fn from_number(number: f64) -> Self {
        Self(host::from_number(number))
    }

    fn from_bool(value: bool) -> Self {
        Self(host::from_bool(value))
    }
}

/// Reads `{ status, body, headers? }`.
///
/// # Errors
/// The name of the field that is not what it should be.
#[inline(never)]
pub(super) fn read_response(response: Js) -> Result<Answer<Js>, String> {
    let read = Js(host::read_response(response.0));
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
