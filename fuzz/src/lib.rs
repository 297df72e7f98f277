//! What coverage-guided fuzzing holds the core against: one module for each target, with the rules that must hold whatever
//! comes in. The program of a target in `fuzz_targets/` only calls its `run`.
//!
//! Inputs are texts wherever that is possible, so that what is in `corpus/` can be read: a line or two of words, then JSON.

pub mod answer;
pub mod checkpoint;
pub mod machines;
pub mod params;
pub mod scan;
pub mod sign;
pub mod softap;

use std::borrow::Cow;

use iotexplorer_client::http::{Answer, Body};
use serde_json::Value;

/// Secrets that may be anywhere in an input, and nowhere in what is shown: as short as a bind token and longer, one with the
/// beginning of another.
pub const SECRETS: [&str; 3] = ["k7Q2z9", "marked-secret", "marked-secret-of-the-user"];

/// An input as text.
fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// The first line, and everything behind it.
fn line(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

/// What JSON says, if it is any.
fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// An answer as a host hands it in.
fn answer_of(status: u16, body: &str) -> Answer<Value> {
    Answer {
        status,
        retry_after_ms: None,
        body: Body::read(body),
    }
}

/// That none of the secrets is in a text.
#[track_caller]
fn hides(shown: &str, secrets: &[&str]) {
    for secret in secrets {
        assert!(!shown.contains(secret), "shows {secret}: {shown}");
    }
}
