//! The table as the module carries it: every Action's facts as one list, written when this is compiled from the same constants
//! that people read.
//!
//! A list of words, each an [`Atom`] and what it is. That is what is left of a table whose structs, lists and pointers would be
//! many times the size; reading it takes a few loops.

use super::{ALL, Access, Action, Auth, Field, Kind, Param};
use crate::atom::{Atom, atom};
use crate::json::Json;

// What a word is. A parameter is `PARAM`, twice its type, and
// one more if it is required; a field is `FIELD` and its type. What follows a parameter or field belongs to it.
const PARAM: u8 = 0;
const FIELD: u8 = 22;
/// Ends the fields of an object.
const END: u8 = 33;
/// A field that is an object: its own fields follow.
const OBJECT: u8 = FIELD + Type::OBJECT.0;
/// The value of this parameter must not be shown.
const SECRET: u8 = 34;
/// One of the only values.
const VALUE: u8 = 35;
/// Another spelling of the value that the next word names.
const ALIAS: u8 = 36;
/// What an alias means, or what is sent for a parameter that is left out.
const MEANT: u8 = 37;
const DEFAULT: u8 = 38;
/// Another spelling of the field.
const ALSO: u8 = 39;
/// A field of a list's elements that has another spelling, or is loose; behind a text or a boolean: it is loose.
const ITEM: u8 = 40;
const LOOSE_ITEM: u8 = 41;
/// The name of an Action.
const READ_ONLY: u8 = 42;
const CHANGING: u8 = 43;
/// One that changes something before anybody is signed in.
const BEFORE_SIGN_IN: u8 = 44;
/// Behind the last word of a list.
const NOTHING: u8 = 45;

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
    /// [`Kind::Object`] and [`Kind::Map`].
    pub const OBJECT: Self = Self(7);
    /// [`Kind::List`].
    pub const LIST: Self = Self(8);
    /// [`Kind::Texts`].
    pub const TEXTS: Self = Self(9);
    /// A field that is a [wrapper](super::Field::wrapper).
    pub const WRAPPER: Self = Self(10);

    #[expect(
        clippy::panic,
        reason = "at compile time: a table that cannot be made does not compile"
    )]
    const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::TEXT,
            Kind::Integer => Self::INTEGER,
            Kind::Limit => Self::LIMIT,
            Kind::Count => Self::COUNT,
            Kind::Time => Self::TIME,
            Kind::Number => Self::NUMBER,
            Kind::Boolean => Self::BOOLEAN,
            Kind::Object(_) | Kind::Map => Self::OBJECT,
            Kind::List(_) => Self::LIST,
            Kind::Texts => Self::TEXTS,
            Kind::Any => panic!("within structs only"),
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

/// A word of a table and what it is.
#[derive(Debug, Clone, Copy)]
#[cfg(not(target_arch = "wasm32"))]
pub struct Word {
    atom: Atom,
    is: u8,
}

/// A word of a table and what it is: its number in the lower bits, and above them what it is. Half the size of two fields.
#[derive(Debug, Clone, Copy)]
#[cfg(target_arch = "wasm32")]
pub struct Word(u16);

/// How many bits of a word are its number.
#[cfg(target_arch = "wasm32")]
const ATOM_BITS: u32 = 10;

/// What fills a table before it is written.
const BLANK: Word = Word::new(Atom::of(""), NOTHING);

#[cfg(not(target_arch = "wasm32"))]
impl Word {
    /// A word of a table of another's, with what it is there.
    #[must_use]
    pub const fn new(atom: Atom, is: u8) -> Self {
        Self { atom, is }
    }

    const fn parts(self) -> (Atom, u8) {
        (self.atom, self.is)
    }
}

#[cfg(target_arch = "wasm32")]
impl Word {
    /// A word of a table of another's, with what it is there.
    ///
    /// # Panics
    /// When this is compiled, where there are more atoms, or more that a word may be, than it has bits for.
    #[must_use]
    pub const fn new(atom: Atom, is: u8) -> Self {
        assert!(atom.place() < 1 << ATOM_BITS, "more atoms than a word can say");
        assert!(is < 1 << (u16::BITS - ATOM_BITS));
        Self(atom.place() | (is as u16) << ATOM_BITS)
    }

    #[allow(clippy::cast_possible_truncation)]
    const fn parts(self) -> (Atom, u8) {
        (Atom::at(self.0 % (1 << ATOM_BITS)), (self.0 >> ATOM_BITS) as u8)
    }
}

/// Writes the list; with no room at all it only measures.
struct Writer<const N: usize> {
    words: [Word; N],
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
            words: [BLANK; N],
            length: 0,
        }
    }

    const fn word(&mut self, word: &'static str, is: u8) {
        if self.length < N {
            self.words[self.length] = Word::new(atom_of(word), is);
        }
        self.length += 1;
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
            self.field(&fields[at]);
            at += 1;
        }
    }

    const fn field(&mut self, field: &Field) {
        if field.wrapper {
            self.word(field.name, FIELD + Type::WRAPPER.0);
            return;
        }
        if matches!(field.kind, Kind::Any) {
            return;
        }
        self.word(field.name, FIELD + Type::of(field.kind).0);
        if let Some(spelling) = field.also {
            self.word(spelling, ALSO);
        }
        match field.kind {
            Kind::Object(inner) => {
                self.fields(inner.fields);
                self.word("", END);
            }
            Kind::Map => self.word("", END),
            Kind::List(inner) => self.items(inner.fields),
            Kind::Text | Kind::Boolean if field.loose => self.word("", LOOSE_ITEM),
            _ => {}
        }
    }

    /// Of a list's elements what has to be put right.
    const fn items(&mut self, fields: &[Field]) {
        let mut at = 0;
        while at < fields.len() {
            let field = &fields[at];
            if field.loose || field.also.is_some() {
                self.word(field.name, if field.loose { LOOSE_ITEM } else { ITEM });
                if let Some(spelling) = field.also {
                    self.word(spelling, ALSO);
                }
            }
            at += 1;
        }
    }

    const fn action(&mut self, action: &Action) {
        let access = match (action.auth, action.access) {
            (Auth::AppSecret, _) => BEFORE_SIGN_IN,
            (_, Access::ReadOnly) => READ_ONLY,
            (_, Access::Changing) => CHANGING,
        };
        self.word(action.name, access);
        let mut at = 0;
        while at < action.params.len() {
            self.param(&action.params[at]);
            at += 1;
        }
        self.fields(action.output);
    }

    const fn actions(&mut self, actions: &[&Action]) {
        let mut at = 0;
        while at < actions.len() {
            self.action(actions[at]);
            at += 1;
        }
    }
}

/// Natively a row may hold what no list has, for tests.
#[cfg(not(target_arch = "wasm32"))]
const fn atom_of(text: &'static str) -> Atom {
    Atom::made_up(text)
}
#[cfg(target_arch = "wasm32")]
const fn atom_of(text: &'static str) -> Atom {
    Atom::of(text)
}

const LENGTH: usize = {
    let mut writer = Writer::<0>::new();
    writer.actions(ALL);
    writer.length
};

/// Every Action, one after the other.
#[allow(long_running_const_eval)]
static TABLE: [Word; LENGTH] = {
    let mut writer = Writer::<LENGTH>::new();
    writer.actions(ALL);
    writer.words
};

/// Where each Action begins in [`TABLE`].
#[expect(
    clippy::indexing_slicing,
    reason = "at compile time: a table that cannot be made does not compile"
)]
static STARTS: [u16; ALL.len()] = {
    let mut starts = [0; ALL.len()];
    let mut writer = Writer::<0>::new();
    let mut at = 0;
    while at < ALL.len() {
        assert!(writer.length <= u16::MAX as usize, "the table is too long");
        #[allow(clippy::cast_possible_truncation)]
        {
            starts[at] = writer.length as u16;
        }
        writer.action(ALL[at]);
        at += 1;
    }
    starts
};

/// The rest of a table: words and what they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(&'static [Word]);

impl Words {
    /// A table of another's: words, and with each what it is, less than [`NOTHING`].
    pub(crate) const fn of(table: &'static [Word]) -> Self {
        Self(table)
    }

    /// The next word and what it is; at the end one that is nothing known.
    pub(crate) fn next(&mut self) -> (Atom, u8) {
        let Some((word, rest)) = self.0.split_first() else {
            return BLANK.parts();
        };
        self.0 = rest;
        word.parts()
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
    pub(crate) fn list(self, wanted: Atom) -> bool {
        let mut fields = self;
        let mut depth = 0;
        loop {
            match fields.next() {
                (name, FIELD..END) if depth == 0 && name == wanted => return true,
                (_, OBJECT) => depth += 1,
                (_, END) => depth -= 1,
                (_, FIELD..END | ALSO | ITEM | LOOSE_ITEM) => {}
                _ => return false,
            }
        }
    }

    /// The next field of this object, and its other spelling; `None` after the last.
    pub(crate) fn field(&mut self) -> Option<(Atom, Type, Option<Atom>)> {
        let (name, is) = self.next();
        let kind = is.checked_sub(FIELD).filter(|_| is < END)?;
        Some((name, Type(kind), self.also()))
    }

    /// The other spelling of what was read last.
    fn also(&mut self) -> Option<Atom> {
        let mut ahead = *self;
        let (also, of) = ahead.next();
        (of == ALSO).then(|| {
            *self = ahead;
            also
        })
    }

    /// Behind a field that is a list, the next field of its elements that has to be put right: its other spelling, and whether it
    /// is a whole number that may come as digits.
    pub(crate) fn item(&mut self) -> Option<(Atom, Option<Atom>, bool)> {
        let mut ahead = *self;
        let (name, is) = ahead.next();
        (is == ITEM || is == LOOSE_ITEM).then(|| {
            *self = ahead;
            (name, self.also(), is == LOOSE_ITEM)
        })
    }
}

/// One parameter, or one input of a signature: what [`check`](super::check) holds a value against.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// The wire's name.
    pub name: Atom,
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
    pub default: Option<Atom>,
    /// Not every text may be sent.
    pub is_restricted: bool,
}

impl Input {
    /// A text of which there is nothing else to say.
    pub(crate) const fn text(name: Atom, required: bool) -> Self {
        Self {
            name,
            kind: Type::TEXT,
            required,
            notes: Words(&[]),
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
    pub(crate) fn allowed<V: Json>(&self, given: &V) -> Result<V, V> {
        let mut notes = self.notes;
        let mut only: Option<V> = None;
        loop {
            let (word, is) = notes.next();
            match is {
                VALUE if given.is(word) => return Ok(given.clone()),
                VALUE => {
                    let before = only.map_or_else(|| atom!("one of: ").into(), |only| only.plus(&atom!(", ").into()));
                    only = Some(before.plus(&if word == atom!("") { atom!("(empty)") } else { word }.into()));
                }
                ALIAS if given.is(word) => return Ok(notes.next().0.into()),
                SECRET..=DEFAULT => {}
                _ => return only.map_or_else(|| Ok(given.clone()), Err),
            }
        }
    }
}

/// How many words a parameter has.
#[doc(hidden)]
#[must_use]
pub const fn measure(param: &Param) -> usize {
    let mut writer = Writer::<0>::new();
    writer.param(param);
    writer.length
}

/// The words of a parameter.
#[doc(hidden)]
#[must_use]
pub const fn write<const N: usize>(param: &Param) -> [Word; N] {
    let mut writer = Writer::<N>::new();
    writer.param(param);
    writer.words
}

/// The input that a [`Param`] describes: see [`input!`](crate::input).
#[doc(hidden)]
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "at compile time: a table that cannot be made does not compile"
)]
pub const fn read(words: &'static [Word]) -> Input {
    let (word, notes) = words.split_first().expect("a parameter has a name");
    let (name, is) = word.parts();
    Input {
        name,
        kind: Type(is / 2),
        required: is % 2 == 1,
        notes: Words(notes),
    }
}

/// The [`Input`] that a [`Param`] describes, made when this is compiled.
#[macro_export]
macro_rules! input {
    ($param:expr) => {{
        const PARAM: $crate::action::Param = $param;
        static WORDS: [$crate::action::row::Word; $crate::action::row::measure(&PARAM)] =
            $crate::action::row::write(&PARAM);
        const INPUT: $crate::action::row::Input = $crate::action::row::read(&WORDS);
        INPUT
    }};
}

/// One Action, as the module knows it.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The wire's name.
    pub name: Atom,
    /// Whether calling it changes nothing.
    pub is_read_only: bool,
    /// Whether it is called before sign-in, and signed with the AppSecret.
    pub is_before_sign_in: bool,
    words: Words,
}

impl Row {
    fn read(words: &'static [Word]) -> Self {
        let mut words = Words(words);
        let (name, is) = words.next();
        Self {
            name,
            is_read_only: is == READ_ONLY,
            is_before_sign_in: is == BEFORE_SIGN_IN,
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
        writer.action(action);
        Self::read(writer.words[..writer.length].to_vec().leak())
    }
}

/// The Action of that wire name.
#[must_use]
#[cfg(not(target_arch = "wasm32"))]
pub fn find(name: &str) -> Option<Row> {
    at(ALL.iter().position(|action| action.name == name)?)
}

/// The Action that a text names.
pub(crate) fn named<V: Json>(name: &V) -> Option<Row> {
    at(name.place()?)
}

/// The Action at that place of the table.
fn at(place: usize) -> Option<Row> {
    let start = STARTS.get(place)?;
    Some(Row::read(TABLE.get(usize::from(*start)..)?))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use serde_json::json;

    /// Every fact that the module needs comes back out of the text as it went in.
    #[test]
    fn the_text_says_what_the_constants_say() {
        for action in ALL {
            let row = find(action.name).unwrap();
            assert_eq!(row.name.as_str(), action.name);
            assert_eq!(row.is_read_only, action.access == Access::ReadOnly);
            assert_eq!(row.is_before_sign_in, action.auth == Auth::AppSecret);
            let mut inputs = row.inputs();
            for param in action.params {
                let input = inputs.input().unwrap();
                assert_eq!(
                    (input.name.as_str(), input.kind, input.required),
                    (param.name, Type::of(param.kind), param.required)
                );
                let notes = input.read_notes();
                assert_eq!(
                    (notes.is_secret, notes.default.map(Atom::as_str)),
                    (param.secret, param.default)
                );
                assert_eq!(notes.is_restricted, !param.values.is_empty() || param.alias.is_some());
                for value in param.values {
                    assert_eq!(input.allowed(&json!(value)), Ok(json!(value)));
                }
                if let Some((spelling, meant)) = param.alias {
                    assert_eq!(input.allowed(&json!(spelling)), Ok(json!(meant)));
                }
                assert_eq!(input.allowed(&json!("another")).is_ok(), param.values.is_empty());
            }
            assert!(inputs.input().is_none());
            let mut fields = row.fields();
            assert_fields(&mut fields, action.output);
            for field in action.output {
                assert!(row.fields().list(Atom::of(field.name)));
            }
            assert!(!row.fields().list(atom!("RequestId")));
        }
        assert!(find("").is_none() && find("App").is_none());
    }

    fn assert_fields(words: &mut Words, fields: &[Field]) {
        for field in fields.iter().filter(|field| !matches!(field.kind, Kind::Any)) {
            let kind = if field.wrapper {
                Type::WRAPPER
            } else {
                Type::of(field.kind)
            };
            assert_eq!(
                words.field(),
                Some((Atom::of(field.name), kind, field.also.map(Atom::of)))
            );
            match field.kind {
                _ if field.wrapper => {}
                Kind::Object(inner) => assert_fields(words, inner.fields),
                Kind::Map => assert_eq!(words.field(), None),
                Kind::List(inner) => assert_items(words, inner.fields),
                Kind::Text | Kind::Boolean => assert_eq!(words.item().is_some(), field.loose),
                _ => {}
            }
        }
        assert_eq!(words.field(), None);
    }

    fn assert_items(words: &mut Words, fields: &[Field]) {
        for field in fields.iter().filter(|field| field.loose || field.also.is_some()) {
            assert_eq!(
                words.item(),
                Some((Atom::of(field.name), field.also.map(Atom::of), field.loose))
            );
        }
        assert_eq!(words.item(), None);
    }

    /// A field of an object within is none of the payload's.
    #[test]
    fn fields_within_fields_are_not_listed() {
        let row = find("AppSigBindDeviceInFamily").unwrap();
        assert!(row.fields().list(atom!("AppDeviceInfo")));
        assert!(!row.fields().list(atom!("DeviceId")));
    }

    #[test]
    fn the_values_are_named_where_none_fits() {
        let input = crate::input!(crate::action::optional("x", Kind::Text, "").one_of(&["", "1"]));
        assert_eq!(input.allowed(&json!("2")), Err(json!("one of: (empty), 1")));
        assert_eq!(
            (input.name.as_str(), input.kind, input.required),
            ("x", Type::TEXT, false)
        );
    }
}
