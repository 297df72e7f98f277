//! The host's own values, seen as JSON.

use std::num::NonZeroU32;

use super::host::{self, Place};
use crate::atom::{Atom, atom};
use crate::error::Text;
use crate::http::{Answer, Body};
use crate::json::{Entry, Json, JsonType, TextFlaw, Thrown};
use crate::transport::NoteKind;

/// A value of the host's, by its place: where it is in the host's list, and of what type it is. The list begins with all
/// atoms; what follows belongs to the call or question at hand. Never 0, so that a value or none is one word, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Js(NonZeroU32);

/// How many bits of a place say the type.
const TYPE_BITS: u32 = 4;
/// What those bits say of a text.
const TEXT: NonZeroU32 = NonZeroU32::new(5).unwrap();
/// And of `true`.
const TRUE: u32 = 10;

impl From<Atom> for Js {
    fn from(atom: Atom) -> Self {
        Self(TEXT | u32::from(atom.place()) << TYPE_BITS)
    }
}

impl Default for Js {
    fn default() -> Self {
        Self::UNDEFINED
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
    /// What is before the list. The host says 0.
    pub(super) const UNDEFINED: Self = Self(NonZeroU32::new(!0 << TYPE_BITS).unwrap());

    /// What is there, if anything.
    pub(super) fn defined(place: Place) -> Option<Self> {
        NonZeroU32::new(place).map(Self)
    }

    /// What is there, `undefined` included.
    pub(super) fn at(place: Place) -> Self {
        Self::defined(place).unwrap_or_default()
    }

    /// A text, which is there.
    fn text_in(place: Place) -> Self {
        Self(TEXT | place)
    }

    pub(super) fn id(self) -> Place {
        self.0.get()
    }

    fn type_place(self) -> u32 {
        self.id() % (1 << TYPE_BITS)
    }

    pub(super) fn is_true(self) -> bool {
        self.type_place() == TRUE
    }

    /// What class of error came out, and of which property, is said by a list.
    #[inline(always)]
    fn or_thrown(self) -> Result<Self, Thrown<Self>> {
        if self.json_type() == JsonType::Object {
            return Ok(self);
        }
        let item = |at| Self::defined(host::item(self.id(), at));
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
        let item = Js::defined(host::item(self.list.id(), self.at));
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

    #[inline(always)]
    fn text(&self) -> Option<String> {
        host::text(self.id())
    }

    fn said(&self) -> Text {
        if self.type_place() == TEXT.get() {
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
        host::same(self.id(), Self::from(atom).id())
    }

    fn place(&self) -> Option<usize> {
        usize::try_from(host::atom(self.id())).ok()
    }

    fn same(&self, other: &Self) -> bool {
        host::same(self.id(), other.id())
    }

    fn plus(&self, other: &Self) -> Self {
        Self::text_in(host::plus(self.id(), other.id()))
    }

    fn split(&self, part: Atom) -> Option<(Self, Self)> {
        let list = Self::defined(host::split(self.id(), Self::from(part).id()))?;
        let mut parts = list.items();
        Some((parts.next()?, parts.next()?))
    }

    #[inline(always)]
    fn find(&self, part: Atom) -> Option<usize> {
        usize::try_from(host::find(self.id(), Self::from(part).id())).ok()
    }

    fn replaced(&self, part: &Self, with: Atom) -> Self {
        Self::at(host::replaced(self.id(), part.id(), Self::from(with).id()))
    }

    fn scrubbed(&self, secrets: &Self, min_chars: u32) -> Self {
        Self::at(host::scrubbed(self.id(), secrets.id(), min_chars))
    }

    fn lower(&self) -> Self {
        Self::text_in(host::lower(self.id()))
    }

    fn text_flaw(&self) -> TextFlaw {
        flaw(host::text_flaw(self.id())).unwrap_or(TextFlaw::NoText)
    }

    fn take(&self, name: Atom, to: &mut Self) -> Option<TextFlaw> {
        flaw(host::take(self.id(), Self::from(name).id(), to.id()))
    }

    #[inline(always)]
    fn number(&self) -> Option<f64> {
        let number = host::number(self.id());
        (!number.is_nan()).then_some(number)
    }

    fn is_whole(&self) -> bool {
        self.type_place() == JsonType::Number as u32
    }

    fn digits(&self) -> Option<String> {
        host::digits(self.id())
    }

    #[inline(always)]
    fn get(&self, name: Atom) -> Option<Self> {
        Self::defined(host::get(self.id(), Self::from(name).id()))
    }

    fn items(&self) -> impl Iterator<Item = Self> {
        Items { list: *self, at: 0 }
    }

    #[inline(never)]
    fn copy(&self) -> Result<Self, Thrown<Self>> {
        Self::at(host::copy(self.id())).or_thrown()
    }

    fn others(&self, known: Option<&Self>) -> impl Iterator<Item = Entry<Self>> {
        let mut items = Items {
            list: Self::at(host::others(self.id(), known.map_or(0, |known| known.id()))),
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
        let row = Self::at(host::plain(self.id())).or_thrown()?;
        Ok(row.get(atom!("value")))
    }

    fn to_json(&self) -> Self {
        Self::at(host::json(self.id()))
    }

    fn is_longer(&self, bytes: u32) -> bool {
        host::is_longer(self.id(), bytes)
    }

    fn from_digits(digits: &str) -> Self {
        Self::at(host::from_digits(digits))
    }

    fn parse(json: &str) -> Option<Self> {
        Self::defined(host::parse(json))
    }

    fn set_by(&mut self, name: &Self, value: Self) {
        host::set(self.id(), name.id(), value.id());
    }

    fn remove(&mut self, name: Atom) {
        host::remove(self.id(), Self::from(name).id());
    }

    fn mend(&mut self, name: Atom, also: Option<Atom>, is_loose: bool) {
        let also = also.map_or(Self::UNDEFINED, Self::from);
        host::mend(self.id(), Self::from(name).id(), also.id(), is_loose);
    }

    fn push(&mut self, item: Self) {
        host::push(self.id(), item.id());
    }

    fn new_list() -> Self {
        Self::at(host::new_list())
    }

    fn new_object() -> Self {
        Self::at(host::new_object())
    }

    fn from_text(text: &str) -> Self {
        Self::text_in(host::from_text(text))
    }

    fn uuid(_random: impl FnOnce() -> [u8; 16]) -> Self {
        Self::text_in(host::uuid())
    }

    fn from_number(number: f64) -> Self {
        Self::at(host::from_number(number))
    }

    fn from_bool(value: bool) -> Self {
        Self::at(host::from_bool(value))
    }

    fn note(self, kind: NoteKind) {
        host::note(kind as u32, self.id());
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
