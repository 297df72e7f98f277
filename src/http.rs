//! Requests and answers as plain values.

use crate::error::Text;
use crate::json::Json;

/// The whole `tokenapi` URL for users in mainland China.
pub const ENDPOINT_CHINA: &str = "https://iot.cloud.tencent.com/api/exploreropen/tokenapi";
/// The whole `tokenapi` URL for users elsewhere.
pub const ENDPOINT_OVERSEAS: &str = "https://oversea.iotcloud.tencentiotcloud.com/api/exploreropen/tokenapi";

/// The only header a request carries: its name and value.
pub const CONTENT_TYPE: (&str, &str) = ("content-type", "application/json");

/// An answer whose body the host has parsed.
#[derive(Debug, Clone)]
pub struct Answer<V> {
    /// The HTTP status.
    pub status: u16,
    /// How long the server asks to wait before the next try, in milliseconds.
    pub retry_after_ms: Option<f64>,
    /// The body.
    pub body: Body<V>,
}

/// A body, parsed, or as much of its text as an error may show.
#[derive(Clone)]
pub struct Body<V> {
    /// What it says, if it is JSON. Integers beyond 2^53 have become texts.
    pub json: Option<V>,
    /// Where it is no JSON object what an error may say of it: its length, and unless it is JSON its beginning.
    pub excerpt: Text,
}

impl<V> std::fmt::Debug for Body<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // An answer may hold a token.
        f.write_str("Body")
    }
}

impl<V: Json> Answer<V> {
    /// Whether the status is one of success.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Far more than is shown, so that a secret is whole when it is taken out.
#[cfg(not(target_arch = "wasm32"))]
const EXCERPT_MAX_CHARS: usize = 65_536;

#[cfg(not(target_arch = "wasm32"))]
impl Body<serde_json::Value> {
    /// Reads a body as the host's `JSON.parse` would.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let trimmed = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
        let length = text.encode_utf16().count();
        let mut excerpt = format!("{length} characters, no JSON object");
        if !trimmed.is_empty() && !trimmed.starts_with(['{', '[']) {
            let shown = trimmed.chars().take(EXCERPT_MAX_CHARS);
            excerpt.push_str(": ");
            excerpt.extend(shown.map(|letter| if letter.is_control() { ' ' } else { letter }));
        }
        Self {
            json: serde_json::from_str(&crate::json::quote_big_integers(trimmed)).ok(),
            excerpt,
        }
    }
}
