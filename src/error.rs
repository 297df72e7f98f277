//! What can go wrong: one error type for calls, flows, signatures and parameters.
//!
//! An error says of which kind it is, carries a stable code, and names the Action, request and parameter it is about as
//! far as they are known. It never holds a secret: whoever makes one from foreign text passes it through
//! [`Secrets::scrub`].

#[cfg(feature = "docs")]
pub mod codes;

use std::borrow::Cow;

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
        name: String,
        /// Its message without secrets.
        message: String,
        /// Its `code`, such as `ECONNRESET`.
        code: Option<String>,
    },
    /// Something a function of the caller's threw, by its number in the driver's list.
    Foreign(usize),
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

/// What is known of an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Which part failed.
    pub kind: ErrorKind,
    /// The cloud's whole code, or one of our own.
    pub code: Cow<'static, str>,
    /// What happened, for a log. The Action's name is put in front where it is shown.
    pub message: String,
    /// The Action, where there is one.
    pub action: Option<String>,
    /// The id of the request, as the answer repeated it or else as it was sent.
    pub request_id: Option<String>,
    /// The HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// The parameter or option at fault.
    pub parameter: Option<String>,
    /// Whether trying again makes sense.
    pub retryable: bool,
    /// Whether a bind was sent whose outcome is not known.
    pub may_be_bound: bool,
    /// What lies behind it.
    pub cause: Option<Cause>,
}

/// A result whose error is ours.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error of `kind` with one of our own codes.
    #[must_use]
    pub fn new(kind: ErrorKind, code: &'static str, message: impl Into<String>) -> Self {
        Self::with_code(kind, Cow::Borrowed(code), message.into(), None)
    }

    /// An error of kind `parameter` about `parameter`.
    #[must_use]
    pub fn parameter(code: &'static str, parameter: &str, message: impl Into<String>) -> Self {
        let mut error = Self::new(ErrorKind::Parameter, code, message);
        error.parameter = Some(parameter.into());
        error
    }

    /// An error of kind `api`: what the cloud answered.
    #[must_use]
    pub fn api(code: String, message: String, status: u16) -> Self {
        Self::with_code(ErrorKind::Api, Cow::Owned(code), message, Some(status))
    }

    fn with_code(kind: ErrorKind, code: Cow<'static, str>, message: String, status: Option<u16>) -> Self {
        let retryable = is_retryable(kind, &code, status);
        Self(Box::new(Facts {
            kind,
            code,
            message,
            action: None,
            request_id: None,
            status,
            parameter: None,
            retryable,
            may_be_bound: false,
            cause: None,
        }))
    }

    /// The sentence for a log: what is at fault, then what is wrong with it. The facade puts the Action in front.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.parameter {
            Some(parameter) if self.kind == ErrorKind::Parameter => [parameter, " ", &self.message].concat(),
            _ if self.message.is_empty() => self.code.clone().into_owned(),
            _ => self.message.clone(),
        }
    }

    /// Names the Action.
    #[must_use]
    pub fn of(mut self, action: &str) -> Self {
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
        self.kind == ErrorKind::Api
            && (self.code.contains("InvalidAccessToken") || self.code.contains("VERIFY_LOGIN_FAIL"))
    }

    /// Whether it is the cloud's error of exactly that code.
    #[must_use]
    pub fn is_api(&self, code: &str) -> bool {
        self.kind == ErrorKind::Api && self.code == code
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
        is_internal(&self.code) || self.status.is_some_and(is_retryable_status)
    }
}

/// Statuses after which trying again makes sense.
#[must_use]
pub fn is_retryable_status(status: u16) -> bool {
    status == 429 || status >= 500
}

fn is_internal(code: &str) -> bool {
    code.starts_with("InternalError")
}

/// The rule behind `retryable`. A test holds it against the table of codes: true where the remedy is to retry or wait.
fn is_retryable(kind: ErrorKind, code: &str, status: Option<u16>) -> bool {
    match kind {
        ErrorKind::Api => {
            is_internal(code)
                || status.is_some_and(is_retryable_status)
                || matches!(
                    code.strip_prefix("InvalidParameterValue."),
                    Some(
                        "BindDeviceNotConnected"
                            | "TokenNotBind"
                            | "ReadTokenInfoError"
                            | "TokenInfoSaveError"
                            | "FamilyDeviceCountReadError"
                    )
                )
        }
        ErrorKind::Network => code != "Network.DomainNotAllowed",
        ErrorKind::Timeout => true,
        ErrorKind::Protocol => {
            matches!(
                code,
                "Protocol.NotJson" | "Protocol.BadEnvelope" | "Protocol.ServerError" | "Protocol.TooManyRequests"
            )
        }
        ErrorKind::Flow => matches!(
            code,
            "Flow.OutcomeUnknown" | "Flow.SendToDeviceFailed" | "Flow.SignFailed"
        ),
        ErrorKind::Init => matches!(code, "Init.Crashed" | "Init.LoadFailed"),
        ErrorKind::Parameter | ErrorKind::Aborted => false,
    }
}

/// The shortest secret that the cloud hands out: a bind token of six characters.
const SECRET_MIN_BYTES: usize = 6;

/// The secret values of one request, for keeping them out of what is shown.
#[derive(Clone, Default)]
pub struct Secrets(Vec<String>);

impl Secrets {
    /// Remembers a secret.
    pub fn add(&mut self, secret: &str) {
        if !secret.is_empty() && !self.0.iter().any(|known| known == secret) {
            self.0.push(secret.into());
            // The longest first, so that one that holds another leaves no rest behind.
            self.0.sort_by_key(|known| std::cmp::Reverse(known.len()));
        }
    }

    /// `text` with every secret replaced by `***`.
    #[must_use]
    pub fn scrub(&self, text: &str) -> String {
        let mut clean = String::from(text);
        for secret in &self.0 {
            if clean.contains(secret.as_str()) {
                clean = clean.replace(secret.as_str(), "***");
            }
        }
        clean
    }

    /// The same for an error code, which decides what is done next: a secret shorter than any the cloud hands out may be
    /// part of any word, and is left.
    #[must_use]
    pub fn scrub_code(&self, code: &str) -> String {
        let long = self.0.iter().filter(|secret| secret.len() >= SECRET_MIN_BYTES).cloned();
        Self(long.collect()).scrub(code)
    }

    /// The same for a text that was cut off: what its end may hold of a secret is replaced too.
    #[must_use]
    pub fn scrub_cut(&self, text: &str) -> String {
        let mut clean = self.scrub(text);
        let cut = self.0.iter().flat_map(|secret| {
            let heads = secret.char_indices().skip(1);
            heads.filter_map(|(end, _)| secret.get(..end))
        });
        let longest = cut.filter(|head| clean.ends_with(head)).map(str::len).max();
        if let Some(longest) = longest {
            clean.truncate(clean.len() - longest);
            clean.push_str("***");
        }
        clean
    }
}

impl Drop for Secrets {
    fn drop(&mut self) {
        use zeroize::Zeroize as _;
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Secrets({} hidden)", self.0.len())
    }
}
