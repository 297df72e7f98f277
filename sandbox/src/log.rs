//! What was asked, for tests to look at: every secret as a short hash, and never as itself.

use iotexplorer_client::action::Param;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::envelope::Style;
use crate::signature::sha256_hex;

/// How many calls are kept; the oldest go first.
const MAX_ENTRIES: usize = 10_000;
/// Hexadecimal digits of a hash that stand for a secret.
const HASH_DIGITS: usize = 12;

/// Names whose values are secret in any Action, beside those that the table marks.
const SECRET_NAMES: &[&str] = &[
    "accesstoken",
    "appsecret",
    "code",
    "devicesecret",
    "devicesignature",
    "jscode",
    "password",
    "productsecret",
    "psk",
    "secret",
    "signature",
    "token",
    "verificationcode",
];

/// One call.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entry {
    #[serde(skip)]
    pub number: u64,
    /// Unix milliseconds.
    pub at: i64,
    pub action: Value,
    pub request_id: Value,
    /// The query of the URL: some clients send one, ours must not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<Value>,
    pub params: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<&'static str>,
    /// None while it is being answered, and for good if it never was.
    pub status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub envelope: Style,
}

/// The calls since the last reset.
#[derive(Debug, Default)]
pub(crate) struct Log {
    entries: Vec<Entry>,
    next: u64,
}

impl Log {
    /// Adds an entry and says under which number it can be completed.
    pub fn add(&mut self, mut entry: Entry) -> u64 {
        self.next += 1;
        entry.number = self.next;
        if self.entries.len() >= MAX_ENTRIES {
            self.entries.remove(0);
        }
        self.entries.push(entry);
        self.next
    }

    /// The entry of that number, unless it is gone.
    pub fn entry_mut(&mut self, number: u64) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.number == number)
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Forgets the entries, not the count: what is still being answered must not complete another's entry.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

/// Hides secrets by name and by value.
#[derive(Debug)]
pub(crate) struct Redaction<'a> {
    /// Every secret known so far.
    pub known: Vec<String>,
    /// The form of the call, if there is one.
    pub params: &'a [Param],
}

impl Redaction<'_> {
    /// The call's own parameters with `AccessToken`; `Action` and `RequestId` stand beside them.
    pub fn params(&self, body: &Map<String, Value>) -> Value {
        let own = body
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "Action" | "RequestId"));
        Value::Object(own.map(|(name, value)| self.entry(name, value)).collect())
    }

    /// The pairs of a URL's query.
    pub fn query(&self, pairs: &[(String, String)]) -> Option<Value> {
        let pair = |(name, value): &(String, String)| self.entry(name, &Value::String(value.clone()));
        (!pairs.is_empty()).then(|| Value::Object(pairs.iter().map(pair).collect()))
    }

    fn entry(&self, name: &str, value: &Value) -> (String, Value) {
        let marked = self.params.iter().any(|param| param.secret && param.name == name);
        let secret = marked || SECRET_NAMES.contains(&name.to_ascii_lowercase().as_str());
        let value = if secret { hash(value) } else { self.value(value) };
        (self.text(name), value)
    }

    /// A value with every known secret in it hidden.
    pub fn value(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(text)),
            Value::Array(list) => list.iter().map(|inner| self.value(inner)).collect(),
            Value::Object(object) => {
                Value::Object(object.iter().map(|(name, value)| self.entry(name, value)).collect())
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        }
    }

    /// A text with every known secret in it hidden.
    pub fn text(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for secret in &self.known {
            if text.contains(secret.as_str()) {
                text = text.replace(secret.as_str(), &hash_text(secret));
            }
        }
        text
    }
}

fn hash(value: &Value) -> Value {
    Value::String(match value {
        Value::String(text) => hash_text(text),
        other => hash_text(&other.to_string()),
    })
}

fn hash_text(text: &str) -> String {
    let mut hash = sha256_hex(text);
    hash.truncate(HASH_DIGITS);
    format!("sha256:{hash}")
}
