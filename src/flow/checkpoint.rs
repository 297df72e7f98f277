//! A flow's progress as a string, so that it can go on after the app was killed.
//!
//! Holds no access token, signature or secret; that of the token flow holds the bind token.

use crate::atom::atom;
use crate::error::{Error, Result, code};
use crate::json::Json;
use crate::sign::{self, SignMethod};
use crate::text;

/// What every checkpoint begins with: whose it is, and the version that is written and the only one that is read.
const PREFIX: &str = "iotexplorer-checkpoint.2.";
/// How many bytes of a digest show that nothing was changed by accident. Nothing secret keys it: whoever holds a
/// checkpoint may use it anyway.
const DIGEST_BYTES: usize = 8;
/// Where the record begins: behind the prefix, the digest in hex, and a dot.
const RECORD_AT: usize = PREFIX.len() + 2 * DIGEST_BYTES + 1;
/// How long after its deadline a bind that may have been sent can still be asked about: one day.
pub const DOUBT_MAX_MS: f64 = 86_400_000.0;
/// How long the asking takes at least, once resumed.
pub const RESUME_MIN_MS: f64 = 30_000.0;

/// How far a flow had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Stage {
    /// There is a bind token.
    Created = 1,
    /// The device has it.
    Sent = 2,
    /// The bind is about to be sent.
    Binding = 3,
    /// The device is bound.
    Bound = 4,
}

impl Stage {
    /// As a checkpoint says it; later stages have larger numbers.
    #[must_use]
    pub fn number(self) -> f64 {
        f64::from(self as u8)
    }
}

/// The string to store for a record: an object of texts and numbers.
#[must_use]
pub fn write<V: Json>(record: &V) -> String {
    seal(&record.to_json().text().unwrap_or_default())
}

fn seal(json: &str) -> String {
    let mut digest = String::new();
    let whole = sign::hmac(SignMethod::HmacSha1, PREFIX.as_bytes(), json.as_bytes());
    text::push_hex(&mut digest, whole.get(..DIGEST_BYTES).unwrap_or_default());
    text::concat(&[PREFIX, &digest, ".", json])
}

/// Reads a stored string.
///
/// # Errors
/// Kind `flow`, code `Flow.BadCheckpoint`: of another version, damaged, or none of ours.
pub fn read<V: Json>(text: &str) -> Result<V> {
    text.get(RECORD_AT..)
        .filter(|json| seal(json) == text)
        .and_then(V::parse)
        .filter(V::is_object)
        .ok_or_else(|| {
            let error = Error::new(code!("Flow.BadCheckpoint"));
            let is_ours = PREFIX.strip_suffix("2.").is_some_and(|ours| text.starts_with(ours));
            if text.starts_with(PREFIX) || !is_ours {
                return error;
            }
            error.detail(atom!("it was written by another version of this package"))
        })
}
