//! The host's own values, seen as JSON.

use super::host::{self, Place};
use crate::atom::{Atom, atom};
use crate::error::Text;
use crate::http::{Answer, Body};
use crate::json::{Entry, Json, JsonType, TextFlaw, Thrown};

/// A value of the host's, by its place: where it is in the host's list, and of what type it is. The list begins with all
/// atoms; what follows belongs to the call or question at hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Js(pub(super) Place);

/// How many bits of a place say the type.
const TYPE_BITS: u32 = 4;
/// What those bits say of a text.
const TEXT: u32 = 5;
/// And of `true`.
const TRUE: u32 = 10;

impl From<Atom> for Js {
    fn from(atom: Atom) -> Self {
        Self(u32::from(atom.place()) << TYPE_BITS | TEXT)
    }
}

impl From<&str> for Js {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl From<String> for Js {
    fn from(text: String) -> Self {
        Self::from_text(&text)
    }
}

/// What a text says stays with the host.
impl std::fmt::Display for Js {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl Js {
    pub(super) const UNDEFINED: Self = Self(0);

    pub(super) fn defined(self) -> Option<Self> {
        (self != Self::UNDEFINED).then_some(self)
    }

    fn type_place(self) -> u32 {
        self.0 % (1 << TYPE_BITS)
    }

    pub(super) fn is_true(self) -> bool {
        self.type_place() == TRUE
    }

    /// What class of error came out, and of which property, is said by a list.
    #[inline(never)]
    fn or_thrown(self) -> Result<Self, Thrown<Self>> {
        if self.json_type() == JsonType::Object {
            return Ok(self);
        }
        let item = |at| Self(host::item(self.0, at)).defined();
        Err(Thrown {
            class: item(0).filter(|class| class.json_type() == JsonType::Text),
            name: item(1),
        })
    }
}

/// The elements of a list, as far as they are defined.
struct Items {
    list: Js,
    at: u32,
}

impl Iterator for Items {
    type Item = Js;
    fn next(&mut self) -> Option<Js> {
        let item = Js(host::item(self.list.0, self.at)).defined();
        self.at = self.at.saturating_add(1);
        item
    }
}

impl Json for Js {
    fn json_type(&self) -> JsonType {
        const TYPES: [JsonType; 1 << TYPE_BITS] = [
            JsonType::Absent,
            JsonType::Null,
            JsonType::Boolean,
            JsonType::Number,
            JsonType::BigInt,
            JsonType::Text,
            JsonType::List,
            JsonType::Object,
            JsonType::Other,
            // A number with a fraction, and `true`.
            JsonType::Number,
            JsonType::Boolean,
            JsonType::Other,
            JsonType::Other,
            JsonType::Other,
            JsonType::Other,
            JsonType::Other,
        ];
        #[expect(clippy::indexing_slicing, reason = "as many types as there are places")]
        TYPES[self.type_place() as usize]
    }

    #[inline(never)]
    fn text(&self) -> Option<String> {
        host::text(self.0)
    }

    fn said(&self) -> Text {
        if self.type_place() == TEXT {
            *self
        } else {
            Self::UNDEFINED
        }
    }

    fn of_text(text: Text) -> Self {
        text
    }

    #[inline(never)]
    fn is(&self, atom: Atom) -> bool {
        host::same(self.0, Self::from(atom).0)
    }

    fn place(&self) -> Option<usize> {
        usize::try_from(host::atom(self.0)).ok()
    }

    fn same(&self, other: &Self) -> bool {
        host::same(self.0, other.0)
    }

    fn plus(&self, other: &Self) -> Self {
        Self(host::plus(self.0, other.0))
    }

    fn split(&self, part: Atom) -> Option<(Self, Self)> {
        let list = Self(host::split(self.0, Self::from(part).0));
        let mut parts = list.items();
        Some((parts.next()?, parts.next()?))
    }

    #[inline(never)]
    fn find(&self, part: Atom) -> Option<usize> {
        usize::try_from(host::find(self.0, Self::from(part).0)).ok()
    }

    fn replaced(&self, part: &Self, with: Atom) -> Self {
        Self(host::replaced(self.0, part.0, Self::from(with).0))
    }

    fn scrubbed(&self, secrets: &Self, min_chars: u32) -> Self {
        Self(host::scrubbed(self.0, secrets.0, min_chars))
    }

    fn lower(&self) -> Self {
        Self(host::lower(self.0))
    }

    fn text_flaw(&self) -> TextFlaw {
        flaw(host::text_flaw(self.0)).unwrap_or(TextFlaw::NoText)
    }

    fn take(&self, name: Atom, to: &mut Self) -> Option<TextFlaw> {
        flaw(host::take(self.0, Self::from(name).0, to.0))
    }

    #[inline(never)]
    fn number(&self) -> Option<f64> {
        let number = host::number(self.0);
        (!number.is_nan()).then_some(number)
    }

    fn is_whole(&self) -> bool {
        self.type_place() == JsonType::Number as u32
    }

    fn digits(&self) -> Option<String> {
        host::digits(self.0)
    }

    #[inline(never)]
    fn get(&self, name: Atom) -> Option<Self> {
        Self(host::get(self.0, Self::from(name).0)).defined()
    }

    fn items(&self) -> impl Iterator<Item = Self> {
        Items { list: *self, at: 0 }
    }

    #[inline(never)]
    fn copy(&self) -> Result<Self, Thrown<Self>> {
        Self(host::copy(self.0)).or_thrown()
    }

    fn others(&self, known: Option<&Self>) -> impl Iterator<Item = Entry<Self>> {
        let mut items = Items {
            list: Self(host::others(self.0, known.copied().unwrap_or_default().0)),
            at: 0,
        };
        std::iter::from_fn(move || {
            Some(Entry {
                name: items.next()?,
                value: items.next()?,
            })
        })
    }

    fn plain(&self) -> Result<Option<Self>, Thrown<Self>> {
        let row = Self(host::plain(self.0)).or_thrown()?;
        Ok(row.get(atom!("value")))
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

    fn set_by(&mut self, name: &Self, value: Self) {
        host::set(self.0, name.0, value.0);
    }

    fn remove(&mut self, name: Atom) {
        host::remove(self.0, Self::from(name).0);
    }

    fn mend(&mut self, name: Atom, also: Option<Atom>, is_loose: bool) {
        let also = also.map_or(Self::UNDEFINED, Self::from);
        host::mend(self.0, Self::from(name).0, also.0, is_loose);
    }

    fn push(&mut self, item: Self) {
        host::push(self.0, item.0);
    }

    fn new_list() -> Self {
        Self(host::new_list())
    }

    fn new_object() -> Self {
        Self(host::new_object())
    }

    fn from_text(text: &str) -> Self {
        Self(host::from_text(text))
    }

    fn from_uuid(uuid: &uuid::Uuid) -> Self {
        Self(host::from_uuid(uuid.as_bytes()))
    }

    fn from_number(number: f64) -> Self {
        Self(host::from_number(number))
    }

    fn from_bool(value: bool) -> Self {
        Self(host::from_bool(value))
    }
}

/// As the host counts them; nothing for what is not there.
fn flaw(number: u32) -> Option<TextFlaw> {
    match number {
        0 => Some(TextFlaw::None),
        1 => Some(TextFlaw::Empty),
        2 => Some(TextFlaw::HalfCharacter),
        3 => Some(TextFlaw::NoText),
        _ => None,
    }
}

/// An answer as the host has read it: its body where that is a JSON object, else what may be said of it; how long the server
/// asks to wait, below zero if it does not.
///
/// # Errors
/// The name of the field that is not what it should be, where the host says so by a status of 0.
pub(super) fn read_response(value: Js, status: u32, retry_after_ms: f64) -> Result<Answer<Js>, Js> {
    let Ok(status @ 1..) = u16::try_from(status) else {
        return Err(value);
    };
    Ok(Answer {
        status,
        retry_after_ms: (retry_after_ms >= 0.0).then_some(retry_after_ms),
        body: Body {
            json: Some(value).filter(Json::is_object),
            excerpt: value.said(),
        },
    })
}
