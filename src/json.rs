//! JSON values, seen through a small trait.
//!
//! The shipped module lets the host parse answers and looks at the host's own values; natively the same code looks at
//! `serde_json`. Neither a JSON parser nor a copy of the answer is needed in the module.

use crate::atom::Atom;
use crate::error::Text;

/// The type of a value, JavaScript's extra ones included. The host counts them in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonType {
    /// `undefined`.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A JavaScript `bigint`.
    BigInt,
    /// A string.
    Text,
    /// An array.
    List,
    /// Any other object.
    Object,
    /// What JSON cannot say: a function, a symbol, a number that is none or has no end.
    Other,
}

/// What a value's getter, `toJSON` or proxy threw: only the name of its class, since the rest may hold anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thrown<V> {
    /// The class, where it is one of the language's own. Absent where nothing was thrown, but a text holds half a character, a lone
    /// surrogate.
    pub class: Option<V>,
    /// The property it was about, where that is known.
    pub name: Option<V>,
}

/// What there is to say against a value that is to be sent as a text. The host counts them in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFlaw {
    /// Nothing.
    None,
    /// It is empty.
    Empty,
    /// It holds half a character, a lone surrogate.
    HalfCharacter,
    /// It is no text.
    NoText,
}

/// One own property.
#[derive(Debug, Clone)]
pub struct Entry<V> {
    /// Its name, a text.
    pub name: V,
    /// Its value.
    pub value: V,
}

/// A JSON value.
pub trait Json: Clone + From<Atom> {
    /// Its type.
    fn json_type(&self) -> JsonType;
    /// A string's text; a lone surrogate in it reads as U+FFFD.
    fn text(&self) -> Option<String>;
    /// A text as errors hold it; nothing of what is no text.
    fn said(&self) -> Text;
    /// A text that errors hold.
    fn of_text(text: Text) -> Self;
    /// Whether it is that text.
    fn is(&self, atom: Atom) -> bool;
    /// Its place in the list of all constant texts, if it is one of them.
    fn place(&self) -> Option<usize>;
    /// Whether two texts are the same.
    fn same(&self, other: &Self) -> bool;
    /// Two texts, one after the other.
    #[must_use]
    fn plus(&self, other: &Self) -> Self;
    /// Where a text has that part, in UTF-16 code units.
    fn find(&self, part: Atom) -> Option<usize>;
    /// What a text has before and behind the first such part; `None` where it has none.
    fn split(&self, part: Atom) -> Option<(Self, Self)>;
    /// A text with another text in place of each such part, which is not empty; of what is no text nothing.
    #[must_use]
    fn replaced(&self, part: &Self, with: Atom) -> Self;
    /// A text without secrets: those of a list that have so many UTF-16 code units read `***`, the longest first, so that one that
    /// holds another leaves no rest behind. Of what is no text nothing.
    #[must_use]
    fn scrubbed(&self, secrets: &Self, min_chars: u32) -> Self;
    /// A text in lower case.
    #[must_use]
    fn lower(&self) -> Self;
    /// What there is to say against it as a text.
    fn text_flaw(&self) -> TextFlaw;
    /// Sets `to`'s property of that name to this object's own; what there is to say against it as a text, which may leave `to` as it
    /// was, or nothing if there is none.
    fn take(&self, name: Atom, to: &mut Self) -> Option<TextFlaw> {
        let value = self.get(name)?;
        let flaw = value.text_flaw();
        to.set(name, value);
        Some(flaw)
    }
    /// A number's value.
    fn number(&self) -> Option<f64>;
    /// Whether it is a number without a fraction.
    fn is_whole(&self) -> bool;
    /// The decimal digits of a whole number: a safe number, a bigint, or a text of digits.
    fn digits(&self) -> Option<String>;
    /// A property of an object. `None` where it is absent or this is no object.
    fn get(&self, name: Atom) -> Option<Self>;
    /// The elements of an array.
    fn items(&self) -> impl Iterator<Item = Self>;
    /// A plain object with the own enumerable properties that have string keys, in order.
    ///
    /// # Errors
    /// Where a getter or proxy throws, or a name is no text that can be sent.
    fn copy(&self) -> Result<Self, Thrown<Self>>;
    /// The properties of a plain object, in order, but for those that another one has; without another one all of them, by name.
    fn others(&self, known: Option<&Self>) -> impl Iterator<Item = Entry<Self>>;
    /// What JSON says of the value, as one of its own that nobody changes meanwhile; `None` where JSON leaves it out.
    ///
    /// # Errors
    /// Where it cannot be said in JSON (a cycle, a bigint within, a lone surrogate) or a getter throws.
    fn plain(&self) -> Result<Option<Self>, Thrown<Self>>;
    /// A value of [`Json::plain`], or a plain object of such, as a JSON text. Whole numbers have all their digits.
    fn to_json(&self) -> Self;
    /// Whether a text has more than so many bytes in UTF-8.
    fn is_longer(&self, bytes: u32) -> bool;
    /// A whole number of any size, from its decimal digits.
    fn from_digits(digits: &str) -> Self;
    /// What JSON text says; `None` where it is none.
    fn parse(json: &str) -> Option<Self>;
    /// Sets a property of an object.
    fn set(&mut self, name: Atom, value: Self) {
        self.set_by(&Self::from(name), value);
    }
    /// Sets a property of an object whose name is a text of the host's.
    fn set_by(&mut self, name: &Self, value: Self);
    /// Removes a property of an object.
    fn remove(&mut self, name: Atom);
    /// Puts the elements of a list right: a field that has another spelling, and one that may be a whole number in digits.
    fn mend(&mut self, name: Atom, also: Option<Atom>, is_loose: bool);
    /// Adds to a list of [`Json::new_list`].
    fn push(&mut self, item: Self);
    /// An empty list.
    fn new_list() -> Self;
    /// An empty object.
    fn new_object() -> Self;
    /// A string.
    fn from_text(text: &str) -> Self;
    /// A UUID, version 4, from random bytes, if the host does not make one by itself.
    fn uuid(random: impl FnOnce() -> [u8; 16]) -> Self;
    /// A number.
    fn from_number(number: f64) -> Self;
    /// A boolean.
    fn from_bool(value: bool) -> Self;
    /// Hands this over to the host as a note.
    #[cfg(target_arch = "wasm32")]
    fn note(self, kind: crate::transport::NoteKind);

    /// A property that is neither absent nor null.
    fn some(&self, name: Atom) -> Option<Self> {
        self.get(name)
            .filter(|value| !matches!(value.json_type(), JsonType::Null | JsonType::Absent))
    }

    /// A property that is a text.
    fn text_at(&self, name: Atom) -> Option<Self> {
        self.get(name).filter(|value| value.json_type() == JsonType::Text)
    }

    /// A string property's text.
    fn text_of(&self, name: Atom) -> Option<String> {
        self.get(name)?.text()
    }

    /// Whether this is an object and no array.
    fn is_object(&self) -> bool {
        self.json_type() == JsonType::Object
    }
}

/// The largest integer up to which every integer is a number of its own in JavaScript: 2^53 − 1.
pub const SAFE_INTEGER_MAX: f64 = 9_007_199_254_740_991.0;

#[cfg(not(target_arch = "wasm32"))]
pub use native::quote_big_integers;

/// What the host does for the shipped module (src/wasm/host.js), for tests.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{Atom, Entry, Json, JsonType, SAFE_INTEGER_MAX, Text, TextFlaw, Thrown};
    use crate::{atom, text};
    use serde_json::Value;
    use std::borrow::Cow;

    /// The fewest digits of an integer above 2^53.
    const BIG_DIGITS: usize = 16;

    /// Puts integers beyond 2^53 into quotes, so that a parser that knows only 64-bit floats keeps their digits.
    ///
    /// Works on any text: what is not JSON stays no JSON.
    #[must_use]
    #[expect(clippy::arithmetic_side_effects, reason = "places in a text that is in memory")]
    pub fn quote_big_integers(text: &str) -> Cow<'_, str> {
        let bytes = text.as_bytes();
        let mut out = String::new();
        let mut copied = 0;
        let mut at = 0;
        let mut in_string = false;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'"' => in_string = !in_string,
                b'\\' if in_string => at += 1,
                b'-' | b'0'..=b'9' if !in_string => {
                    let end = number_end(bytes, at);
                    // In the place of a name it is no JSON, nor may quotes make it some.
                    let is_name = text.get(end..).is_some_and(|rest| rest.trim_start().starts_with(':'));
                    if let Some(literal) = text.get(at..end)
                        && is_big_integer(literal)
                        && !is_name
                    {
                        out.push_str(text.get(copied..at).unwrap_or_default());
                        out.push('"');
                        out.push_str(literal);
                        out.push('"');
                        copied = end;
                    }
                    at = end;
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
        if copied == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(text.get(copied..).unwrap_or_default());
        Cow::Owned(out)
    }

    #[expect(clippy::arithmetic_side_effects, reason = "places in a text that is in memory")]
    fn number_end(bytes: &[u8], start: usize) -> usize {
        let mut end = start + 1;
        while let Some(b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-') = bytes.get(end) {
            end += 1;
        }
        end
    }

    /// Whether a literal is a JSON integer above 2^53 in size.
    fn is_big_integer(literal: &str) -> bool {
        const LIMIT: &str = "9007199254740992";
        let digits = literal.strip_prefix('-').unwrap_or(literal);
        digits.len() >= BIG_DIGITS
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && (digits.len() > LIMIT.len() || digits > LIMIT)
    }

    impl From<Atom> for Value {
        fn from(atom: Atom) -> Self {
            atom.as_str().into()
        }
    }

    impl Json for Value {
        fn json_type(&self) -> JsonType {
            match self {
                Self::Null => JsonType::Null,
                Self::Bool(_) => JsonType::Boolean,
                Self::Number(_) => JsonType::Number,
                Self::String(_) => JsonType::Text,
                Self::Array(_) => JsonType::List,
                Self::Object(_) => JsonType::Object,
            }
        }
        fn text(&self) -> Option<String> {
            self.as_str().map(Into::into)
        }
        fn said(&self) -> Text {
            self.text().unwrap_or_default()
        }
        fn of_text(text: Text) -> Self {
            text.into()
        }
        fn is(&self, atom: Atom) -> bool {
            self.as_str() == Some(atom.as_str())
        }
        fn place(&self) -> Option<usize> {
            let text = self.as_str()?;
            atom::ALL.iter().position(|atom| *atom == text)
        }
        fn same(&self, other: &Self) -> bool {
            self == other
        }
        fn plus(&self, other: &Self) -> Self {
            (self.said() + &other.said()).into()
        }
        fn split(&self, part: Atom) -> Option<(Self, Self)> {
            let (before, behind) = self.as_str()?.split_once(part.as_str())?;
            Some((before.into(), behind.into()))
        }
        fn find(&self, part: Atom) -> Option<usize> {
            let text = self.as_str()?;
            let before = text.split_once(part.as_str())?.0;
            Some(before.encode_utf16().count())
        }
        fn replaced(&self, part: &Self, with: Atom) -> Self {
            self.said().replace(&*part.said(), with.as_str()).into()
        }
        fn scrubbed(&self, secrets: &Self, min_chars: u32) -> Self {
            let length = |text: &Self| text.said().encode_utf16().count();
            let mut secrets: Vec<Self> = secrets.items().collect();
            secrets.retain(|secret| length(secret) >= min_chars as usize);
            secrets.sort_by_key(|secret| std::cmp::Reverse(length(secret)));
            let clean = secrets
                .iter()
                .fold(self.said(), |text, secret| text.replace(&*secret.said(), "***"));
            clean.into()
        }
        fn lower(&self) -> Self {
            self.said().to_lowercase().into()
        }
        fn text_flaw(&self) -> TextFlaw {
            match self.as_str() {
                None => TextFlaw::NoText,
                Some("") => TextFlaw::Empty,
                Some(_) => TextFlaw::None,
            }
        }
        fn number(&self) -> Option<f64> {
            self.as_f64()
        }
        fn is_whole(&self) -> bool {
            self.as_f64().is_some_and(|number| number.trunc() == number)
        }
        fn digits(&self) -> Option<String> {
            match self {
                Self::String(text) => text::is_digits(text).then(|| text.clone()),
                Self::Number(number) => {
                    let whole = number.as_f64().filter(|number| number.fract() == 0.0)?;
                    (whole.abs() <= super::SAFE_INTEGER_MAX).then(|| Self::from_number(whole).to_string())
                }
                _ => None,
            }
        }
        fn get(&self, name: Atom) -> Option<Self> {
            self.as_object()?.get(name.as_str()).cloned()
        }
        fn items(&self) -> impl Iterator<Item = Self> {
            self.as_array().cloned().unwrap_or_default().into_iter()
        }
        fn copy(&self) -> Result<Self, Thrown<Self>> {
            Ok(self.clone())
        }
        fn others(&self, known: Option<&Self>) -> impl Iterator<Item = Entry<Self>> {
            let mut own: Vec<_> = self.as_object().into_iter().flatten().collect();
            if known.is_none() {
                own.sort_by_key(|(name, _)| name.encode_utf16().collect::<Vec<_>>());
            }
            own.into_iter()
                .filter(|(name, _)| known.is_none_or(|known| known.get(*name).is_none()))
                .map(|(name, value)| Entry {
                    name: Self::from_text(name),
                    value: value.clone(),
                })
                .collect::<Vec<_>>()
                .into_iter()
        }
        fn plain(&self) -> Result<Option<Self>, Thrown<Self>> {
            // JavaScript does not tell 1.0 from 1, nor -0 from 0.
            if let Self::Number(number) = self
                && let Some(whole) = number.as_f64().filter(|whole| number.is_f64() && whole.fract() == 0.0)
                && whole.abs() <= super::SAFE_INTEGER_MAX
            {
                return Ok(Some(Self::from_number(whole)));
            }
            Ok(Some(self.clone()))
        }
        fn to_json(&self) -> Self {
            let plain = self.plain().ok().flatten();
            plain.unwrap_or_default().to_string().into()
        }
        fn is_longer(&self, bytes: u32) -> bool {
            self.as_str().is_some_and(|text| text.len() > bytes as usize)
        }
        fn from_digits(digits: &str) -> Self {
            digits.parse::<i64>().map_or(Self::Null, Self::from)
        }
        fn parse(json: &str) -> Option<Self> {
            serde_json::from_str(&super::quote_big_integers(json)).ok()
        }
        fn set_by(&mut self, name: &Self, value: Self) {
            if let Some(object) = self.as_object_mut() {
                object.insert(name.said(), value);
            }
        }
        fn remove(&mut self, name: Atom) {
            if let Some(object) = self.as_object_mut() {
                object.shift_remove(name.as_str());
            }
        }
        fn mend(&mut self, name: Atom, also: Option<Atom>, is_loose: bool) {
            for item in self
                .as_array_mut()
                .into_iter()
                .flatten()
                .filter_map(Self::as_object_mut)
            {
                if let Some(value) = also.and_then(|also| item.shift_remove(also.as_str())) {
                    item.entry(name.as_str()).or_insert(value);
                }
                if is_loose
                    && let Some(value) = item.get_mut(name.as_str())
                    && let Some(number) = value
                        .as_str()
                        .filter(|text| text::is_digits(text))
                        .and_then(text::parse_integer)
                    && number <= SAFE_INTEGER_MAX as i64
                {
                    *value = number.into();
                }
            }
        }
        fn push(&mut self, item: Self) {
            if let Some(list) = self.as_array_mut() {
                list.push(item);
            }
        }
        fn new_list() -> Self {
            Self::Array(Vec::new())
        }
        fn new_object() -> Self {
            Self::Object(serde_json::Map::new())
        }
        fn from_text(text: &str) -> Self {
            Self::String(text.into())
        }
        fn uuid(random: impl FnOnce() -> [u8; 16]) -> Self {
            let uuid = uuid::Builder::from_random_bytes(random()).into_uuid();
            uuid.to_string().into()
        }
        fn from_number(number: f64) -> Self {
            if number.fract() == 0.0 && number.abs() <= super::SAFE_INTEGER_MAX {
                #[allow(clippy::cast_possible_truncation)]
                return Self::from(number as i64);
            }
            Self::from(number)
        }
        fn from_bool(value: bool) -> Self {
            Self::Bool(value)
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn big_integers_keep_their_digits() {
        let quoted = r#"{"a":"9007199254740993","b":["-18446744073709551616"],"c":9007199254740992,"d":1e400}"#;
        let plain = r#"{"a":9007199254740993,"b":[-18446744073709551616],"c":9007199254740992,"d":1e400}"#;
        assert_eq!(quote_big_integers(plain), quoted);
    }

    #[test]
    fn texts_and_fractions_stay_as_they_are() {
        for same in [
            r#"{"a":"9007199254740993 \" 9007199254740993","9007199254740993":1}"#,
            "9007199254740993.0",
            "90071992547409930e1",
            "[00000000000000000000009]",
            // No JSON, and not made JSON.
            "{9007199254740993:1}",
            "{18446744073709551616 \n: 1}",
            "\"\\\\\"",
            "",
            "客厅",
        ] {
            assert_eq!(quote_big_integers(same), same);
        }
    }
}
