//! The table as the module carries it: every Action's facts as one text, written when this is compiled from the same
//! constants that people read.
//!
//! A text of words, each followed by one character that says what the word is. That is what is left of a table whose
//! structs, lists and pointers would be many times the size; reading it takes a few loops.

use super::{ALL, Access, Action, Field, Kind, Param};
use crate::text;

// What a word is. All of these are below the characters of names and values. A parameter is `PARAM`, twice its type, and
// one more if it is required; a field is `FIELD` and its type. What follows a parameter or field belongs to it.
const PARAM: u8 = 0;
const FIELD: u8 = 18;
/// Ends the fields of an object.
const END: u8 = 27;
/// A field that is an object: its own fields follow.
const OBJECT: u8 = FIELD + Type::OBJECT.0;
/// The value of this parameter must not be shown.
const SECRET: u8 = 28;
/// One of the only values.
const VALUE: u8 = 29;
/// Another spelling of the value that the next word names.
const ALIAS: u8 = 30;
/// What an alias means, or what is sent for a parameter that is left out.
const MEANT: u8 = 31;
const DEFAULT: u8 = 32;
/// Another spelling of the field.
const ALSO: u8 = 33;
/// The name of an Action.
const READ_ONLY: u8 = 34;
const CHANGING: u8 = 35;
/// The first character that is part of a word.
const WORD: u8 = 36;

/// A type, as the table counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Type(u8);

impl Type {
    /// [`Kind::Text`].
    pub const TEXT: Self = Self(0);
    /// [`Kind::Integer`].
    pub const INTEGER: Self = Self(1);
    /// [`Kind::Limit`].
    pub const LIMIT: Self = Self(2);
    /// [`Kind::Count`].
    pub const COUNT: Self = Self(3);
    /// [`Kind::Time`].
    pub const TIME: Self = Self(4);
    /// [`Kind::Number`].
    pub const NUMBER: Self = Self(5);
    /// [`Kind::Boolean`].
    pub const BOOLEAN: Self = Self(6);
    /// [`Kind::Object`].
    pub const OBJECT: Self = Self(7);
    /// [`Kind::List`].
    pub const LIST: Self = Self(8);

    const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::TEXT,
            Kind::Integer => Self::INTEGER,
            Kind::Limit => Self::LIMIT,
            Kind::Count => Self::COUNT,
            Kind::Time => Self::TIME,
            Kind::Number => Self::NUMBER,
            Kind::Boolean => Self::BOOLEAN,
            Kind::Object(_) => Self::OBJECT,
            Kind::List(_) => Self::LIST,
        }
    }

    /// Its place in a list of all.
    pub(crate) const fn place(self) -> usize {
        self.0 as usize
    }

    /// Whether it is one of the whole numbers.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self.0, 1..=4)
    }
}

/// Writes the text; with no room at all it only measures.
struct Writer<const N: usize> {
    text: [u8; N],
    length: usize,
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "at compile time: a table that cannot be made does not compile"
)]
impl<const N: usize> Writer<N> {
    const fn new() -> Self {
        Self {
            text: [0; N],
            length: 0,
        }
    }

    const fn byte(&mut self, byte: u8) {
        if self.length < N {
            self.text[self.length] = byte;
        }
        self.length += 1;
    }

    const fn word(&mut self, word: &str, is: u8) {
        let word = word.as_bytes();
        let mut at = 0;
        while at < word.len() {
            assert!(word[at] >= WORD && word[at] < 0x80, "the table cannot hold this");
            self.byte(word[at]);
            at += 1;
        }
        self.byte(is);
    }

    const fn param(&mut self, param: &Param) {
        let required = if param.required { 1 } else { 0 };
        self.word(param.name, PARAM + 2 * Type::of(param.kind).0 + required);
        if param.secret {
            self.word("", SECRET);
        }
        let mut at = 0;
        while at < param.values.len() {
            self.word(param.values[at], VALUE);
            at += 1;
        }
        if let Some((spelling, meant)) = param.alias {
            self.word(spelling, ALIAS);
            self.word(meant, MEANT);
        }
        if let Some(default) = param.default {
            self.word(default, DEFAULT);
        }
    }

    const fn fields(&mut self, fields: &[Field]) {
        let mut at = 0;
        while at < fields.len() {
            let field = &fields[at];
            self.word(field.name, FIELD + Type::of(field.kind).0);
            if let Some(spelling) = field.also {
                self.word(spelling, ALSO);
            }
            if let Kind::Object(inner) = field.kind {
                self.fields(inner.fields);
                self.word("", END);
            }
            at += 1;
        }
    }

    const fn facts(&mut self, action: &Action) {
        let access = match action.access {
            Access::ReadOnly => READ_ONLY,
            Access::Changing => CHANGING,
        };
        self.word(action.name, access);
        let mut at = 0;
        while at < action.params.len() {
            self.param(&action.params[at]);
            at += 1;
        }
        self.fields(action.output);
    }

    /// One Action, its length in front, so that a reader can skip it.
    const fn action(&mut self, action: &Action) {
        let mut measure = Writer::<0>::new();
        measure.facts(action);
        assert!(measure.length < 64 * 64, "an Action is too long for its length");
        #[allow(clippy::cast_possible_truncation)]
        {
            self.byte(b'0' + (measure.length / 64) as u8);
            self.byte(b'0' + (measure.length % 64) as u8);
        }
        self.facts(action);
    }

    const fn actions(&mut self, actions: &[&Action]) {
        let mut at = 0;
        while at < actions.len() {
            self.action(actions[at]);
            at += 1;
        }
    }
}

const LENGTH: usize = {
    let mut writer = Writer::<0>::new();
    writer.actions(ALL);
    writer.length
};

/// Every Action, one after the other.
static TABLE: &str = {
    const TEXT: [u8; LENGTH] = {
        let mut writer = Writer::<LENGTH>::new();
        writer.actions(ALL);
        writer.text
    };
    match str::from_utf8(&TEXT) {
        Ok(text) => text,
        Err(_) => panic!("only ASCII is written"),
    }
};

/// The rest of a table: words and what they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(&'static str);

impl Words {
    /// A table of another's: words, and behind each what it is, less than [`WORD`].
    pub(crate) const fn of(table: &'static str) -> Self {
        Self(table)
    }

    /// The next word and what it is; at the end one that is nothing known.
    #[inline(never)]
    pub(crate) fn next(&mut self) -> (&'static str, u8) {
        let end = self.0.bytes().position(|byte| byte < WORD);
        let Some((word, rest)) = end.and_then(|end| self.0.split_at_checked(end)) else {
            return ("", WORD);
        };
        self.0 = rest.get(1..).unwrap_or_default();
        (word, rest.bytes().next().unwrap_or(WORD))
    }

    /// The next parameter; `None` after the last.
    pub(crate) fn input(&mut self) -> Option<Input> {
        loop {
            let (name, is) = self.next();
            match is {
                PARAM..FIELD => {
                    return Some(Input {
                        name,
                        kind: Type(is / 2),
                        required: is % 2 == 1,
                        notes: *self,
                    });
                }
                SECRET..=DEFAULT => {}
                _ => return None,
            }
        }
    }

    /// Whether one of these fields has that name.
    #[expect(clippy::arithmetic_side_effects, reason = "no deeper than our own table")]
    pub(crate) fn list(self, wanted: &str) -> bool {
        let mut fields = self;
        let mut depth = 0;
        loop {
            match fields.next() {
                (name, FIELD..END) if depth == 0 && name == wanted => return true,
                (_, OBJECT) => depth += 1,
                (_, END) => depth -= 1,
                (_, FIELD..END | ALSO) => {}
                _ => return false,
            }
        }
    }

    /// The next field of this object, and its other spelling; `None` after the last.
    pub(crate) fn field(&mut self) -> Option<(&'static str, Type, Option<&'static str>)> {
        let (name, is) = self.next();
        let kind = is.checked_sub(FIELD).filter(|_| is < END)?;
        let mut ahead = *self;
        let (also, of) = ahead.next();
        let also = (of == ALSO).then(|| {
            *self = ahead;
            also
        });
        Some((name, Type(kind), also))
    }
}

/// One parameter, or one input of a signature: what [`check`](super::check) holds a value against.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// The wire's name.
    pub name: &'static str,
    /// Its type.
    pub kind: Type,
    /// Whether it must be there; a text must not be empty then.
    pub required: bool,
    /// What else there is to say of it, up to the next parameter or field.
    notes: Words,
}

/// What the table adds of a parameter.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Notes {
    /// Its value must never be shown.
    pub is_secret: bool,
    /// What is sent where it is left out.
    pub default: Option<&'static str>,
    /// Not every text may be sent.
    pub is_restricted: bool,
}

impl Input {
    /// A text of which there is nothing else to say.
    pub(crate) const fn text(name: &'static str, required: bool) -> Self {
        Self {
            name,
            kind: Type::TEXT,
            required,
            notes: Words(""),
        }
    }

    /// What else there is to say of it.
    pub(crate) fn read_notes(&self) -> Notes {
        let mut notes = self.notes;
        let mut found = Notes::default();
        loop {
            match notes.next() {
                (_, SECRET) => found.is_secret = true,
                (word, DEFAULT) => found.default = Some(word),
                (_, VALUE..=MEANT) => found.is_restricted = true,
                _ => return found,
            }
        }
    }

    /// What to send for `given`: itself, or what it is an alias of.
    ///
    /// # Errors
    /// The only values there are, where it is none of them.
    pub(crate) fn allowed(&self, given: String) -> Result<String, String> {
        let mut notes = self.notes;
        let mut only = String::new();
        loop {
            let (word, is) = notes.next();
            match is {
                VALUE if word == given => return Ok(given),
                VALUE => {
                    let before = if only.is_empty() { "one of: " } else { ", " };
                    text::push(&mut only, before);
                    text::push(&mut only, if word.is_empty() { "(empty)" } else { word });
                }
                ALIAS if word == given => return Ok(notes.next().0.into()),
                SECRET..=DEFAULT => {}
                _ if only.is_empty() => return Ok(given),
                _ => return Err(only),
            }
        }
    }

    /// The input that a [`Param`] describes: see [`input!`](crate::input).
    #[doc(hidden)]
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "at compile time: a table that cannot be made does not compile"
    )]
    pub const fn read(text: &'static str) -> Self {
        // The name ends at the first character that is none of a word.
        let bytes = text.as_bytes();
        let mut end = 0;
        while bytes[end] >= WORD {
            end += 1;
        }
        let (name, _) = text.split_at(end);
        let (_, notes) = text.split_at(end + 1);
        Self {
            name,
            kind: Type(bytes[end] / 2),
            required: bytes[end] % 2 == 1,
            notes: Words(notes),
        }
    }
}

/// How long the text of a parameter is.
#[doc(hidden)]
#[must_use]
pub const fn measure(param: &Param) -> usize {
    let mut writer = Writer::<0>::new();
    writer.param(param);
    writer.length
}

/// The text of a parameter.
#[doc(hidden)]
#[must_use]
pub const fn write<const N: usize>(param: &Param) -> [u8; N] {
    let mut writer = Writer::<N>::new();
    writer.param(param);
    writer.text
}

/// The [`Input`] that a [`Param`] describes, made when this is compiled.
#[macro_export]
macro_rules! input {
    ($param:expr) => {{
        const PARAM: $crate::action::Param = $param;
        const TEXT: [u8; $crate::action::row::measure(&PARAM)] = $crate::action::row::write(&PARAM);
        const INPUT: $crate::action::row::Input = match str::from_utf8(&TEXT) {
            Ok(text) => $crate::action::row::Input::read(text),
            Err(_) => panic!("only ASCII is written"),
        };
        INPUT
    }};
}

/// One Action, as the module knows it.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The wire's name.
    pub name: &'static str,
    /// Whether calling it changes nothing.
    pub is_read_only: bool,
    words: Words,
}

impl Row {
    fn read(text: &'static str) -> Self {
        let mut words = Words(text);
        let (name, is) = words.next();
        Self {
            name,
            is_read_only: is == READ_ONLY,
            words,
        }
    }

    /// Its parameters.
    pub(crate) fn inputs(self) -> Words {
        self.words
    }

    /// The fields of its payload.
    pub(crate) fn fields(self) -> Words {
        let mut fields = self.words;
        let mut ahead = fields;
        // Behind the parameters.
        while let (_, PARAM..FIELD | SECRET..=DEFAULT) = ahead.next() {
            fields = ahead;
        }
        fields
    }

    /// The row of an Action that is not in the table, for tests of what no Action has.
    #[cfg(feature = "docs")]
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "not in the module")]
    pub fn of(action: &Action) -> Self {
        let mut writer = Writer::<4096>::new();
        writer.facts(action);
        let text = String::from_utf8(writer.text[..writer.length].to_vec());
        Self::read(text.unwrap_or_default().leak())
    }
}

/// The Action of that wire name.
#[must_use]
#[expect(clippy::arithmetic_side_effects, reason = "two digits of our own table")]
pub fn find(name: &str) -> Option<Row> {
    let mut rest = TABLE;
    while let [high, low, ..] = *rest.as_bytes() {
        let length = usize::from(high - b'0') * 64 + usize::from(low - b'0') + 2;
        let row = Row::read(rest.get(2..length)?);
        if row.name == name {
            return Some(row);
        }
        rest = rest.get(length..)?;
    }
    None
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// Every fact that the module needs comes back out of the text as it went in.
    #[test]
    fn the_text_says_what_the_constants_say() {
        for action in ALL {
            let row = find(action.name).unwrap();
            assert_eq!(row.name, action.name);
            assert_eq!(row.is_read_only, action.access == Access::ReadOnly);
            let mut inputs = row.inputs();
            for param in action.params {
                let input = inputs.input().unwrap();
                assert_eq!(
                    (input.name, input.kind, input.required),
                    (param.name, Type::of(param.kind), param.required)
                );
                let notes = input.read_notes();
                assert_eq!((notes.is_secret, notes.default), (param.secret, param.default));
                assert_eq!(notes.is_restricted, !param.values.is_empty() || param.alias.is_some());
                for value in param.values {
                    assert_eq!(input.allowed((*value).into()).as_deref(), Ok(*value));
                }
                if let Some((spelling, meant)) = param.alias {
                    assert_eq!(input.allowed(spelling.into()).as_deref(), Ok(meant));
                }
                assert_eq!(input.allowed("another".into()).is_ok(), param.values.is_empty());
            }
            assert!(inputs.input().is_none());
            let mut fields = row.fields();
            assert_fields(&mut fields, action.output);
            for field in action.output {
                assert!(row.fields().list(field.name));
            }
            assert!(!row.fields().list("RequestId"));
        }
        assert!(find("").is_none() && find("App").is_none());
    }

    fn assert_fields(words: &mut Words, fields: &[Field]) {
        for field in fields {
            assert_eq!(words.field(), Some((field.name, Type::of(field.kind), field.also)));
            if let Kind::Object(inner) = field.kind {
                assert_fields(words, inner.fields);
            }
        }
        assert_eq!(words.field(), None);
    }

    /// A field of an object within is none of the payload's.
    #[test]
    fn fields_within_fields_are_not_listed() {
        let row = find("AppSigBindDeviceInFamily").unwrap();
        assert!(row.fields().list("AppDeviceInfo"));
        assert!(!row.fields().list("DeviceId"));
    }

    #[test]
    fn the_values_are_named_where_none_fits() {
        let input = crate::input!(crate::action::optional("x", Kind::Text, "").one_of(&["", "1"]));
        assert_eq!(input.allowed("2".into()), Err("one of: (empty), 1".into()));
        assert_eq!((input.name, input.kind, input.required), ("x", Type::TEXT, false));
    }
}
