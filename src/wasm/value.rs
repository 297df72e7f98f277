//! The host's own values, seen as JSON, and its answers.

use super::host::{self, Place};
use crate::http::{Answer, Body};
use crate::json::{Entry, Json, JsonType, TextFlaw, Thrown};

/// A value of the host's, by its place in the list of the call or question at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Js(pub(super) Place);

impl Js {
    pub(super) const UNDEFINED: Self = Self(0);

    fn defined(self) -> Option<Self> {
        (self != Self::UNDEFINED).then_some(self)
    }

    /// What class of error came out is said by a text.
    #[inline(never)]
    fn or_thrown(self) -> Result<Self, Thrown> {
        match self.text() {
            None => Ok(self),
            Some(thrown) => Err(Thrown(thrown)),
        }
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

    fn text_flaw(&self) -> TextFlaw {
        match host::text_flaw(self.0) {
            0 => TextFlaw::None,
            1 => TextFlaw::Empty,
            2 => TextFlaw::HalfCharacter,
            _ => TextFlaw::NoText,
        }
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
    fn copy(&self) -> Result<Self, Thrown> {
        Self(host::copy(self.0)).or_thrown()
    }

    #[inline(never)]
    fn others(&self, known: &Self) -> Vec<Entry<Self>> {
        let mut entries = Vec::new();
        let mut places = Self(host::others(self.0, known.0)).row();
        while let (Some(name), Some(value)) = (places.next(), places.next()) {
            entries.push(Entry {
                name: host::text(name).unwrap_or_default(),
                value: Self(value),
            });
        }
        entries
    }

    fn plain(&self) -> Result<Option<Self>, Thrown> {
        let row = Self(host::plain(self.0)).or_thrown()?;
        Ok(row.get("0"))
    }

    fn to_json(&self) -> Self {
        Self(host::json(self.0))
    }

    fn is_longer(&self, bytes: u32) -> bool {
        host::is_longer(self.0, bytes)
    }

    fn from_digits(digits: &str) -> Self {
        Self(host::from_digits(digits))
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
