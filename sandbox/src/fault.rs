//! Faults that a test arranges beforehand, each for the next calls that it matches.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Waits, then answers as ever. Given up on meanwhile, the call still takes effect.
    Delay,
    /// Takes effect at once, waits, then answers.
    DelayAfter,
    /// Resets the connection; nothing took effect.
    DropBefore,
    /// Takes effect, then resets the connection.
    DropAfter,
    /// A status without JSON; nothing took effect.
    Status,
    /// Takes effect, then a status without JSON.
    StatusAfter,
    /// A proxy's page; nothing took effect.
    Html,
    /// Takes effect, then a proxy's page.
    HtmlAfter,
    /// 429, with Retry-After if one is given; nothing took effect.
    TooMany,
    /// Takes effect; half of the answer.
    Truncated,
    /// Takes effect; an empty body.
    Empty,
    /// Takes effect; the answer names another request.
    WrongRequestId,
    /// An error of the cloud's; nothing took effect.
    Error,
    /// Takes effect, then an error of the cloud's.
    ErrorAfter,
    /// Takes effect twice, as if something on the way had repeated it; the second answer.
    Duplicate,
    /// A body given word by word; nothing took effect.
    Raw,
    /// Takes effect, then a body given word by word.
    RawAfter,
}

impl Kind {
    /// The name that control routes and the log use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Delay => "delay",
            Self::DelayAfter => "delay-after",
            Self::DropBefore => "drop-before",
            Self::DropAfter => "drop-after",
            Self::Status => "status",
            Self::StatusAfter => "status-after",
            Self::Html => "html",
            Self::HtmlAfter => "html-after",
            Self::TooMany => "too-many",
            Self::Truncated => "truncated",
            Self::Empty => "empty",
            Self::WrongRequestId => "wrong-request-id",
            Self::Error => "error",
            Self::ErrorAfter => "error-after",
            Self::Duplicate => "duplicate",
            Self::Raw => "raw",
            Self::RawAfter => "raw-after",
        }
    }
}

/// A fault as it is asked for.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Fault {
    /// The Action it waits for; absent: any.
    pub action: Option<String>,
    pub kind: Kind,
    /// How many matching calls it hits.
    #[serde(default = "once")]
    pub times: u32,
    /// How many matching calls it lets pass before.
    #[serde(default)]
    pub skip: u32,
    /// The HTTP status, for `status`, `html` and `raw`.
    pub status: Option<u16>,
    /// The cloud's code, for `error`.
    pub code: Option<String>,
    /// The cloud's message, for `error`.
    pub message: Option<String>,
    /// How long to wait: before everything, or for the kinds that take effect first, after that.
    #[serde(default)]
    pub delay_ms: u64,
    /// The value of Retry-After: seconds or a date.
    pub retry_after: Option<Value>,
    /// The body, for `raw`.
    pub body: Option<String>,
    /// The body's content type, for `raw`.
    pub content_type: Option<String>,
}

const fn once() -> u32 {
    1
}

impl Fault {
    /// What is wrong with it, if anything.
    pub fn complaint(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Error | Kind::ErrorAfter if self.code.is_none() => Some("This kind of fault needs a code."),
            Kind::Raw | Kind::RawAfter if self.body.is_none() => Some("This kind of fault needs a body."),
            Kind::Delay | Kind::DelayAfter if self.delay_ms == 0 => Some("This kind of fault needs a delayMs."),
            _ if self.times == 0 => Some("times must be at least 1."),
            _ if self.status.is_some_and(|status| !(200..=599).contains(&status)) => {
                Some("status must be from 200 to 599.")
            }
            _ => None,
        }
    }
}

/// The faults that wait, first come first served.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    waiting: Vec<(u64, Fault)>,
    last_id: u64,
}

impl Faults {
    /// Adds a fault and says its id.
    pub fn add(&mut self, fault: Fault) -> u64 {
        self.last_id += 1;
        self.waiting.push((self.last_id, fault));
        self.last_id
    }

    /// The fault that hits a call of that Action now.
    pub fn take(&mut self, action: &str) -> Option<Fault> {
        for at in 0..self.waiting.len() {
            let fault = &mut self.waiting[at].1;
            if fault.action.as_deref().is_some_and(|wanted| wanted != action) {
                continue;
            }
            if fault.skip > 0 {
                fault.skip -= 1;
                continue;
            }
            let hit = fault.clone();
            fault.times -= 1;
            if fault.times == 0 {
                self.waiting.remove(at);
            }
            return Some(hit);
        }
        None
    }

    pub fn clear(&mut self) {
        self.waiting.clear();
    }
}
