//! What an Action is: its name, who may call it, its parameters and its answer, as data.
//!
//! Every Action of the cloud is one constant in a file of its own below this module. Checking, request building, answer
//! reading, the TypeScript declarations, the reference and the sandbox all read these constants; nothing else knows an
//! Action by name except the bind flows.
//!
//! What only people read (descriptions, documented codes, examples) sits behind [`docs`] and the feature of that name, so
//! that the shipped module carries none of it.

pub mod catalog;
pub mod check;
#[cfg(feature = "docs")]
pub mod chinese;
pub mod row;
pub mod structs;

pub use catalog::ALL;

/// Everything an Action file needs.
pub mod prelude {
    pub use super::Access::{Changing, ReadOnly};
    pub use super::Auth::{AccessToken, AppSecret};
    pub use super::Kind::{Any, Boolean, Count, Integer, Limit, List, Map, Number, Object, Text, Texts, Time};
    pub use super::structs;
    pub use super::{Action, Docs, Example, Field, Param, docs, field, optional, required};
}

/// One API Action.
#[derive(Debug, Clone, Copy)]
pub struct Action {
    /// The wire's name, which is also the name people know.
    pub name: &'static str,
    /// How the cloud knows who is calling.
    pub auth: Auth,
    /// Whether calling it changes anything, and so whether a lost answer may simply be asked for again.
    pub access: Access,
    /// Its own parameters, in the order of the reference; the common ones are left out.
    pub params: &'static [Param],
    /// The fields of its payload, `RequestId` left out.
    pub output: &'static [Field],
    /// What people read about it; empty unless the feature `docs` is on.
    pub docs: DocsSlot,
}

/// How a call proves who makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Auth {
    /// `AccessToken` in the body: calls of a signed-in user, sent to `tokenapi`.
    AccessToken,
    /// `AppKey`, and a signature made with the AppSecret: calls before sign-in, sent to `appapi`. All of these change something.
    AppSecret,
}

/// Whether an Action only reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reads only: repeating it does no harm.
    ReadOnly,
    /// Changes something: sent once, unless the cloud refused it unread.
    Changing,
}

/// The JSON type of a parameter or field, with what the wire demands beyond it.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A string.
    Text,
    /// A whole number that fits 64 bits, signed.
    Integer,
    /// How many: a whole number from 0 to 2^63 − 1.
    Count,
    /// Unix seconds: a whole number from 0 to 2^63 − 1.
    Time,
    /// How many entries of a list to answer: 0 to [`LIMIT_MAX_ENTRIES`].
    Limit,
    /// A JSON number that may have a fraction.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An object of the named struct.
    Object(&'static Struct),
    /// An object whose members nobody documents here.
    Map,
    /// A list of objects of the named struct.
    List(&'static Struct),
    /// A list of strings.
    Texts,
    /// A string, number or boolean, as a product defines it. Within structs only.
    Any,
}

/// The most entries one page of a list holds: what the reference allows for `Limit`.
pub const LIMIT_MAX_ENTRIES: i64 = 50;

/// A named shape that several Actions use.
#[derive(Debug)]
pub struct Struct {
    /// Its name in the reference.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// One parameter of an Action.
#[derive(Debug, Clone, Copy)]
pub struct Param {
    /// The wire's name.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// Whether the cloud insists on it. A required text must not be empty.
    pub required: bool,
    /// Whether its value must not appear in any error, event or log.
    pub secret: bool,
    /// The only values the cloud takes; empty: any.
    pub values: &'static [&'static str],
    /// Another spelling that callers use for one of `values`, and what is sent for it.
    pub alias: Option<(&'static str, &'static str)>,
    /// What is sent when the caller leaves it out.
    pub default: Option<&'static str>,
    /// What it means, for people; empty unless the feature `docs` is on.
    pub about: &'static str,
}

impl Param {
    /// Marks the value as one that must never be shown.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Closes the set of values.
    #[must_use]
    pub const fn one_of(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }

    /// Accepts `spelling` from a caller and sends `value` for it.
    #[must_use]
    pub const fn alias(mut self, spelling: &'static str, value: &'static str) -> Self {
        self.alias = Some((spelling, value));
        self
    }

    /// Sends `value` when the caller leaves the parameter out.
    #[must_use]
    pub const fn or(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }
}

/// One field of an answer.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The name handed out.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// Another spelling the cloud is known to use; handed out under `name`.
    pub also: Option<&'static str>,
    /// Whether answers are known to come without it.
    pub optional: bool,
    /// Whether its value must not appear in any error, event or log.
    pub secret: bool,
    /// Whether it is known to come in another JSON type, too: a text as a number, a boolean as its text, and in the elements of lists
    /// a whole number as its digits (elsewhere both are read of every whole number). Handed out as its kind says.
    pub loose: bool,
    /// Whether it is a whole number known to be beyond 2^53 − 1, which is handed out as the text of its digits.
    pub wide: bool,
    /// Whether this object is known to come or not to come around its fields; they are handed out without it.
    pub wrapper: bool,
    /// What it means, for people; empty unless the feature `docs` is on.
    pub about: &'static str,
}

impl Field {
    /// Accepts a second spelling from the cloud.
    #[must_use]
    pub const fn also(mut self, spelling: &'static str) -> Self {
        self.also = Some(spelling);
        self
    }

    /// Accepts another JSON type, too: see [`Field::loose`](Field#structfield.loose).
    #[must_use]
    pub const fn loose(mut self) -> Self {
        self.loose = true;
        self
    }

    /// Says that this whole number may be handed out as the text of its digits.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Says that this object may stand around fields that are listed beside it.
    #[must_use]
    pub const fn wrapper(mut self) -> Self {
        self.wrapper = true;
        self.optional = true;
        self
    }

    /// Says that answers are known to come without it.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Marks the value as one that must never be shown.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }
}

const fn param(name: &'static str, kind: Kind, required: bool, about: &'static str) -> Param {
    let about = if cfg!(feature = "docs") { about } else { "" };
    Param {
        name,
        kind,
        required,
        secret: false,
        values: &[],
        alias: None,
        default: None,
        about,
    }
}

/// A parameter the cloud insists on.
#[must_use]
pub const fn required(name: &'static str, kind: Kind, about: &'static str) -> Param {
    param(name, kind, true, about)
}

/// A parameter that may be left out.
#[must_use]
pub const fn optional(name: &'static str, kind: Kind, about: &'static str) -> Param {
    param(name, kind, false, about)
}

/// A field of an answer.
#[must_use]
pub const fn field(name: &'static str, kind: Kind, about: &'static str) -> Field {
    let about = if cfg!(feature = "docs") { about } else { "" };
    Field {
        name,
        kind,
        also: None,
        optional: false,
        secret: false,
        loose: false,
        wide: false,
        wrapper: false,
        about,
    }
}

/// What people read about an Action.
#[derive(Debug, Clone, Copy)]
pub struct Docs {
    /// The chapter it belongs to: `bind`, `device`, `gateway`, ….
    pub group: &'static str,
    /// What it does, in one English sentence.
    pub about: &'static str,
    /// The same in Chinese.
    pub about_zh: &'static str,
    /// Number of its reference page, where it has one that is known.
    pub page: Option<u32>,
    /// Where the reference contradicts itself or the live service, and what this client does about it.
    pub notes: &'static [&'static str],
    /// What no page says and is assumed here, or was seen in shipped clients only.
    pub assumed: &'static [&'static str],
    /// The error codes that its page documents, those of a missing sign-in included.
    pub codes: &'static [&'static str],
    /// An exchange from the reference.
    pub example: Example,
}

/// An exchange from the reference, made valid JSON where the page's is not.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The request's own parameters.
    pub params: &'static str,
    /// The answer's whole body.
    pub answer: &'static str,
}

/// [`Docs`] where the feature `docs` is on, nothing elsewhere.
#[cfg(feature = "docs")]
pub type DocsSlot = Docs;
/// [`Docs`] where the feature `docs` is on, nothing elsewhere.
#[cfg(not(feature = "docs"))]
pub type DocsSlot = ();

/// Keeps `docs` where the feature is on and forgets it elsewhere.
#[cfg(feature = "docs")]
#[must_use]
pub const fn docs(docs: Docs) -> DocsSlot {
    docs
}

/// Keeps `docs` where the feature is on and forgets it elsewhere.
#[cfg(not(feature = "docs"))]
#[must_use]
pub const fn docs(_: Docs) -> DocsSlot {}

/// The Action of that wire name, with all that people read. The module itself goes by its [`row`].
#[must_use]
pub fn find(name: &str) -> Option<&'static Action> {
    ALL.iter().copied().find(|action| action.name == name)
}

/// The reference's list of all Actions.
#[cfg(feature = "docs")]
const OVERVIEW_PAGE: u32 = 40773;

#[cfg(feature = "docs")]
impl Action {
    /// The Action's reference page; the list of all where it has none of its own.
    #[must_use]
    pub fn reference(&self) -> String {
        let page = self.docs.page.unwrap_or(OVERVIEW_PAGE);
        format!("https://cloud.tencent.com/document/product/1081/{page}")
    }

    /// Whether its answer is one page of a list, asked for by `Offset` and `Limit`.
    #[must_use]
    pub fn is_paged(&self) -> bool {
        ["Offset", "Limit"]
            .iter()
            .all(|name| self.params.iter().any(|param| param.name == *name))
            && self.list().is_some()
    }

    /// The first list of its answer.
    #[must_use]
    pub fn list(&self) -> Option<&'static Field> {
        self.output
            .iter()
            .find(|field| matches!(field.kind, Kind::List(_) | Kind::Texts))
    }

    /// The name of its file: snake_case.
    #[must_use]
    pub fn file_stem(&self) -> String {
        let mut stem = String::new();
        for (at, letter) in self.name.char_indices() {
            if letter.is_ascii_uppercase() && at > 0 {
                stem.push('_');
            }
            stem.push(letter.to_ascii_lowercase());
        }
        stem
    }

    /// The name of its JavaScript method: lowerCamel.
    #[must_use]
    pub fn method(&self) -> String {
        let mut letters = self.name.chars();
        letters
            .next()
            .map(|first| first.to_ascii_lowercase())
            .into_iter()
            .chain(letters)
            .collect()
    }
}
