//! What can go wrong: one error type for calls, flows, signatures and parameters.
//!
//! An error says of which kind it is, carries a stable code, and names the Action, request and parameter it is about as
//! far as they are known. It never holds a secret: whoever makes one from foreign text passes it through
//! [`Secrets::scrub`].
//!
//! The shipped module holds no sentence and no code of our own: it knows those by their place in [`codes::OWN`], and the
//! package makes the message from the same table. Only what is peculiar to one error travels as text.

pub mod codes;

use crate::atom::{Atom, atom};
use crate::json::Json;

/// A text as errors hold it: in the module the host's own, which stays there.
#[cfg(not(target_arch = "wasm32"))]
pub type Text = String;
/// A text as errors hold it: in the module the host's own, which stays there.
#[cfg(target_arch = "wasm32")]
pub type Text = crate::wasm::Js;

/// What a function of the caller's threw, which stays where it is: by its number natively, for tests.
#[cfg(not(target_arch = "wasm32"))]
pub type Thrown = usize;
/// What a function of the caller's threw, which stays where it is: by its number natively, for tests.
#[cfg(target_arch = "wasm32")]
pub type Thrown = crate::wasm::Js;

/// Which part of a call failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The cloud answered an error.
    Api,
    /// What the caller handed in cannot be sent.
    Parameter,
    /// No answer came.
    Network,
    /// No answer came in time.
    Timeout,
    /// The caller cancelled.
    Aborted,
    /// An answer came that is not the cloud's.
    Protocol,
    /// The module is not loaded, or not any more.
    Init,
    /// A bind flow cannot go on.
    Flow,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Api,
        Self::Parameter,
        Self::Network,
        Self::Timeout,
        Self::Aborted,
        Self::Protocol,
        Self::Init,
        Self::Flow,
    ];

    /// The name that JavaScript sees.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Parameter => "parameter",
            Self::Network => "network",
            Self::Timeout => "timeout",
            Self::Aborted => "aborted",
            Self::Protocol => "protocol",
            Self::Init => "init",
            Self::Flow => "flow",
        }
    }
}

/// What would help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Trying again.
    Retry,
    /// Waiting for the device.
    Wait,
    /// A new access token.
    SignIn,
    /// A new bind token.
    NewToken,
    /// A setting in the cloud's console.
    Console,
    /// Other input.
    FixInput,
    /// Nothing.
    None,
}

impl Remedy {
    /// The name that JavaScript sees.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Retry => "retry",
            Self::Wait => "wait",
            Self::SignIn => "sign-in",
            Self::NewToken => "new-token",
            Self::Console => "console",
            Self::FixInput => "fix-input",
            Self::None => "none",
        }
    }
}

/// What lies behind an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// Something the host or a getter threw: a scrubbed copy of its name, message and code.
    Redacted {
        /// Its `name`, `Error` where it has none.
        name: Text,
        /// Its message without secrets.
        message: Text,
        /// Its `code`, such as `ECONNRESET`.
        code: Option<Text>,
    },
    /// Something a function of the caller's threw.
    Foreign(Thrown),
    /// Another error of ours: what a flow heard last before it gave up.
    Error(Error),
}

/// Why a call, a flow or a signature failed. Small, so that passing it on costs nothing where nothing fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Facts>);

impl std::ops::Deref for Error {
    type Target = Facts;
    fn deref(&self) -> &Facts {
        &self.0
    }
}

impl std::ops::DerefMut for Error {
    fn deref_mut(&mut self) -> &mut Facts {
        &mut self.0
    }
}

/// One of our own codes, as its place in [`codes::OWN`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct OwnCode(u8);

/// The own code of that name, looked up when this is compiled: the name is not in the module.
#[macro_export]
macro_rules! code {
    ($name:literal) => {
        const { $crate::error::OwnCode::of($name) }
    };
}
pub use code;

/// The kind of each own code, and whether trying again makes sense.
#[expect(
    clippy::indexing_slicing,
    reason = "at compile time: a table that cannot be made does not compile"
)]
const RULES: [u8; codes::OWN.len()] = {
    let mut rules = [0; codes::OWN.len()];
    let mut at = 0;
    while at < rules.len() {
        let code = &codes::OWN[at];
        let retryable = matches!(code.remedy, Remedy::Retry | Remedy::Wait);
        rules[at] = kind_place(code.code.as_bytes()) | if retryable { RETRYABLE } else { 0 };
        at += 1;
    }
    rules
};
const RETRYABLE: u8 = 0x80;

/// The place in [`ErrorKind::ALL`] of the kind whose name a code begins with, the first letter being a capital.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "at compile time: a table that cannot be made does not compile"
)]
const fn kind_place(code: &[u8]) -> u8 {
    let mut place = 0;
    while place < ErrorKind::ALL.len() {
        let name = ErrorKind::ALL[place].as_str().as_bytes();
        let mut at = 1;
        while at < name.len() && code[at] == name[at] {
            at += 1;
        }
        if at == name.len() && code[at] == b'.' && code[0].eq_ignore_ascii_case(&name[0]) {
            #[allow(clippy::cast_possible_truncation)]
            return place as u8;
        }
        place += 1;
    }
    panic!("a code of ours begins with no kind")
}

impl OwnCode {
    /// The code of that name. Better said with [`code!`], which leaves the name out of the module.
    ///
    /// # Panics
    /// Where the table has none of that name.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::panic,
        reason = "at compile time: a table that cannot be made does not compile"
    )]
    pub const fn of(name: &str) -> Self {
        let mut place = 0;
        while place < codes::OWN.len() {
            let (known, name) = (codes::OWN[place].code.as_bytes(), name.as_bytes());
            let mut at = 0;
            while at < known.len() && at < name.len() && known[at] == name[at] {
                at += 1;
            }
            if at == known.len() && at == name.len() {
                #[allow(clippy::cast_possible_truncation)]
                return Self(place as u8);
            }
            place += 1;
        }
        panic!("no code of ours has this name")
    }

    /// The code at that place of the table.
    #[must_use]
    pub fn at(place: u8) -> Option<Self> {
        (usize::from(place) < RULES.len()).then_some(Self(place))
    }

    /// Its place in the table, by which JavaScript knows it.
    #[must_use]
    pub const fn place(self) -> u8 {
        self.0
    }

    fn rule(self) -> u8 {
        RULES.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// Which part of a call it is about.
    #[must_use]
    pub fn kind(self) -> ErrorKind {
        let place = usize::from(self.rule() & !RETRYABLE);
        ErrorKind::ALL.get(place).copied().unwrap_or(ErrorKind::Api)
    }

    /// Whether trying again makes sense.
    #[must_use]
    pub fn is_retryable(self) -> bool {
        self.rule() >= RETRYABLE
    }
}

/// What went wrong, as a program tells it apart.
#[derive(Clone, PartialEq, Eq)]
pub enum Code {
    /// One of our own.
    Own(OwnCode),
    /// The cloud's whole code.
    Cloud(Text),
}

/// The names of codes, for tests and people; the shipped module has none.
#[cfg(feature = "docs")]
impl std::ops::Deref for OwnCode {
    type Target = str;
    fn deref(&self) -> &str {
        codes::OWN.get(usize::from(self.0)).map_or("", |code| code.code)
    }
}

/// The same where texts are in this memory.
#[cfg(all(feature = "docs", not(target_arch = "wasm32")))]
mod named {
    use super::Code;
    use std::fmt;

    impl std::ops::Deref for Code {
        type Target = str;
        fn deref(&self) -> &str {
            match self {
                Self::Own(code) => code,
                Self::Cloud(code) => code,
            }
        }
    }

    impl PartialEq<str> for Code {
        fn eq(&self, other: &str) -> bool {
            &**self == other
        }
    }

    impl PartialEq<&str> for Code {
        fn eq(&self, other: &&str) -> bool {
            &**self == *other
        }
    }

    impl fmt::Debug for Code {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            (**self).fmt(f)
        }
    }
}

#[cfg(not(all(feature = "docs", not(target_arch = "wasm32"))))]
impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Own(code) => code.0.fmt(f),
            Self::Cloud(code) => code.fmt(f),
        }
    }
}

/// What is known of an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Which part failed.
    pub kind: ErrorKind,
    /// The cloud's whole code, or one of our own.
    pub code: Code,
    /// The cloud's message; of a code of ours what is peculiar to this error, beyond the code's sentence. Often empty.
    pub detail: Text,
    /// The Action, where there is one.
    pub action: Option<Text>,
    /// The id of the request, as the answer repeated it or else as it was sent.
    pub request_id: Option<Text>,
    /// The HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// The parameter or option at fault.
    pub parameter: Option<Text>,
    /// Whether trying again makes sense.
    pub retryable: bool,
    /// Whether a bind was sent whose outcome is not known.
    pub may_be_bound: bool,
    /// Whether the cloud's code is one of a fault within the cloud.
    is_internal: bool,
    /// Whether the cloud's code is one of those that an access token is refused with.
    is_invalid_access_token: bool,
    /// What lies behind it.
    pub cause: Option<Cause>,
}

/// A result whose error is ours.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with one of our own codes, which says of which kind it is: `Error::new(code!("Timeout.Request"))`.
    #[must_use]
    pub fn new(code: OwnCode) -> Self {
        Self::with_facts(code.kind(), Code::Own(code), Text::default(), None, code.is_retryable())
    }

    /// An error of kind `parameter` about `parameter`.
    #[must_use]
    pub fn parameter(code: OwnCode, parameter: impl Into<Text>) -> Self {
        let mut error = Self::new(code);
        error.parameter = Some(parameter.into());
        error
    }

    /// An error of kind `api`: what the cloud answered, both texts.
    #[must_use]
    pub fn api<V: Json>(code: &V, message: &V, status: u16) -> Self {
        let mut error = Self::with_facts(
            ErrorKind::Api,
            Code::Cloud(code.said()),
            message.said(),
            Some(status),
            false,
        );
        error.is_internal = code.find(atom!("InternalError")) == Some(0);
        error.is_invalid_access_token =
            code.find(atom!("InvalidAccessToken")).is_some() || code.find(atom!("VERIFY_LOGIN_FAIL")).is_some();
        // A test holds it against the table of codes: true where the remedy is to retry or wait.
        error.retryable = error.is_server_fault() || PASSING.iter().any(|passing| code.is(*passing));
        error
    }

    fn with_facts(kind: ErrorKind, code: Code, detail: Text, status: Option<u16>, retryable: bool) -> Self {
        Self(Box::new(Facts {
            kind,
            code,
            detail,
            action: None,
            request_id: None,
            status,
            parameter: None,
            retryable,
            may_be_bound: false,
            is_internal: false,
            is_invalid_access_token: false,
            cause: None,
        }))
    }

    /// Adds what is peculiar to this error. Of a parameter it is what the value must be, `one of: a, b`; of anything else
    /// it follows the code's sentence.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<Text>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The message that the package makes of it, the Action left out: `pkg-template/errors.js` does the same.
    #[cfg(all(feature = "docs", not(target_arch = "wasm32")))]
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "not in the module; every code is in the table, and no sentence is empty"
    )]
    pub fn text(&self) -> String {
        let Code::Own(code) = &self.code else {
            let whole = if self.detail.is_empty() {
                &*self.code
            } else {
                &self.detail
            };
            return whole.into();
        };
        let sentence = codes::OWN[usize::from(code.place())].en;
        let mut detail = self.detail.clone();
        if self.kind == ErrorKind::Protocol
            && let Some((end, _)) = detail.char_indices().nth(SHOWN_CHARS)
        {
            detail.truncate(end);
            detail.push('…');
        }
        let sentence = match &self.parameter {
            Some(parameter) if self.kind == ErrorKind::Parameter && !detail.is_empty() => {
                return format!("{parameter} must be {detail}");
            }
            Some(parameter) => sentence.replacen("A value", parameter, 1),
            None => sentence.into(),
        };
        let said = if detail.is_empty() {
            sentence
        } else {
            let end = sentence.find(';').unwrap_or(sentence.len() - 1);
            let (happened, to_do) = sentence.split_at(end);
            format!("{happened}: {detail}{to_do}")
        };
        match self.status {
            Some(status) => format!("HTTP {status}: {said}"),
            None => said,
        }
    }

    /// Names the Action.
    #[must_use]
    pub fn of(mut self, action: impl Into<Text>) -> Self {
        self.action = Some(action.into());
        self
    }

    /// Adds the HTTP status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Adds what lies behind it.
    #[must_use]
    pub fn because(mut self, cause: Cause) -> Self {
        self.cause = Some(cause);
        self
    }

    /// Says that a bind was sent whose outcome is not known.
    #[must_use]
    pub fn maybe_bound(mut self, may_be_bound: bool) -> Self {
        self.may_be_bound = may_be_bound;
        self
    }

    /// Whether the cloud says that nobody is signed in with this access token.
    ///
    /// The reference has one code for it; live clients also match any code that holds one of these words.
    #[must_use]
    pub fn is_invalid_access_token(&self) -> bool {
        self.is_invalid_access_token
    }

    /// Whether it is the cloud's error of exactly that code.
    #[must_use]
    pub fn is_api(&self, code: Atom) -> bool {
        matches!(&self.code, Code::Cloud(known) if is_text(known, code))
    }

    /// Whether it is ours of exactly that code.
    #[must_use]
    pub fn is(&self, code: OwnCode) -> bool {
        self.code == Code::Own(code)
    }

    /// Whether the cloud surely did nothing: it read the request and refused it for good reason.
    ///
    /// Everything else (no answer, an answer of something in between, a fault inside the cloud) leaves open whether a
    /// change was made.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        self.kind == ErrorKind::Api && !self.is_server_fault()
    }

    /// Whether the same request may well succeed a moment later: no answer, too many requests, a fault of a server.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self.kind {
            ErrorKind::Network | ErrorKind::Timeout => self.retryable,
            ErrorKind::Api | ErrorKind::Protocol => self.is_server_fault(),
            _ => false,
        }
    }

    fn is_server_fault(&self) -> bool {
        self.is_internal || self.status.is_some_and(is_retryable_status)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn is_text(text: &Text, atom: Atom) -> bool {
    text == atom.as_str()
}
#[cfg(target_arch = "wasm32")]
fn is_text(text: &Text, atom: Atom) -> bool {
    text.is(atom)
}

/// Statuses after which trying again makes sense.
#[must_use]
pub fn is_retryable_status(status: u16) -> bool {
    status == 429 || status >= 500
}

/// Faults that pass.
const PASSING: [Atom; 8] = [
    atom!("InvalidParameterValue.BindDeviceNotConnected"),
    atom!("InvalidParameterValue.TokenNotBind"),
    atom!("InvalidParameterValue.ReadTokenInfoError"),
    atom!("InvalidParameterValue.TokenInfoSaveError"),
    atom!("InvalidParameterValue.FamilyDeviceCountReadError"),
    atom!("InvalidParameterValue.InternalRPCError"),
    atom!("InvalidParameterValue.SendVerifyCodeTooQuick"),
    atom!("UnsupportedOperation.SceneRunInProgress"),
];

/// How much is shown of an answer that is none.
#[cfg(feature = "docs")]
pub const SHOWN_CHARS: usize = 120;

/// The shortest secret that the cloud hands out: a bind token of six characters.
const SECRET_MIN_CHARS: u32 = 6;

/// The secret values of one request, for keeping them out of what is shown.
#[derive(Clone)]
pub struct Secrets<V>(Option<V>);

impl<V> Default for Secrets<V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<V: Json> Secrets<V> {
    /// Remembers a secret, a text.
    pub fn add(&mut self, secret: &V) {
        self.0.get_or_insert_with(V::new_list).push(secret.clone());
    }

    /// `text` with every secret replaced by `***`.
    #[must_use]
    pub fn scrub(&self, text: &V) -> V {
        self.scrub_longer(text, 1)
    }

    /// The same for a text that an error holds.
    #[must_use]
    pub fn hide(&self, text: &Text) -> Text {
        self.scrub(&V::of_text(text.clone())).said()
    }

    /// The same for an error code, which decides what is done next: a secret shorter than any the cloud hands out may be
    /// part of any word, and is left.
    #[must_use]
    pub fn scrub_code(&self, code: &V) -> V {
        self.scrub_longer(code, SECRET_MIN_CHARS)
    }

    #[inline(never)]
    fn scrub_longer(&self, text: &V, min_chars: u32) -> V {
        match &self.0 {
            Some(secrets) => text.scrubbed(secrets, min_chars),
            None => text.clone(),
        }
    }
}

impl<V: Json> std::fmt::Debug for Secrets<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = self.0.as_ref().map_or(0, |secrets| secrets.items().count());
        write!(f, "Secrets({count} hidden)")
    }
}
