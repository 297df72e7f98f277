//! Texts as HTML.

use std::fmt::Write as _;

use iotexplorer_client::action::chinese::chinese;
use serde_json::Value;

/// A text that people read, in the languages that it exists in. Backticks mark code.
pub struct Words<'a> {
    en: &'a str,
    zh: Option<&'a str>,
}

impl<'a> Words<'a> {
    /// One that exists in both.
    pub const fn both(en: &'a str, zh: &'a str) -> Self {
        Self { en, zh: Some(zh) }
    }

    /// One of an Action's, whose Chinese stands in a table of its own.
    pub fn of_action(en: &'a str) -> Self {
        let zh = chinese(en);
        Self { en, zh }
    }

    /// In both languages, one behind the other.
    pub fn joined(&self) -> String {
        let parts: Vec<&str> = std::iter::once(self.en).chain(self.zh).collect();
        parts.join(" ")
    }

    /// As HTML. The stylesheet hides the one of the other language.
    pub fn html(&self) -> String {
        let en = prose(self.en);
        match self.zh {
            Some(zh) if zh == self.en => en,
            Some(zh) => format!(
                "<span class=\"en\" lang=\"en\">{en}</span><span class=\"zh\" lang=\"zh-CN\">{}</span>",
                prose(zh)
            ),
            None => format!("<span lang=\"en\">{en}</span>"),
        }
    }
}

/// Text of which nothing is markup.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Text in which backticks mark code.
pub fn prose(text: &str) -> String {
    let text = escaped(text);
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text;
    }
    let marked = parts.iter().enumerate().map(|(at, part)| {
        if at % 2 == 1 {
            format!("<code>{part}</code>")
        } else {
            (*part).to_owned()
        }
    });
    marked.collect()
}

/// A long name, which may break after dots and before capitals.
pub fn breakable(name: &str) -> String {
    let mut text = String::new();
    let mut before = ' ';
    for letter in name.chars() {
        if before == '.' || (before.is_ascii_lowercase() && letter.is_ascii_uppercase()) {
            text.push_str("<wbr>");
        }
        text.push(letter);
        before = letter;
    }
    text
}

/// A value as JavaScript source, as people write it.
pub fn javascript(value: &Value, indent: &str) -> String {
    let inner = format!("{indent}  ");
    match value {
        Value::String(text) => {
            let text = text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n");
            format!("'{text}'")
        }
        Value::Array(list) if list.iter().all(|one| !one.is_object() && !one.is_array()) => {
            let list: Vec<String> = list.iter().map(|one| javascript(one, indent)).collect();
            format!("[{}]", list.join(", "))
        }
        Value::Array(list) => {
            let mut text = String::from("[\n");
            for one in list {
                let _ = writeln!(text, "{inner}{},", javascript(one, &inner));
            }
            format!("{text}{indent}]")
        }
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            let mut text = String::from("{\n");
            for (name, value) in members {
                let is_plain = name.starts_with(|first: char| first.is_ascii_alphabetic())
                    && name
                        .chars()
                        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
                let name = if is_plain { name.clone() } else { format!("'{name}'") };
                let _ = writeln!(text, "{inner}{name}: {},", javascript(value, &inner));
            }
            format!("{text}{indent}}}")
        }
        other => other.to_string(),
    }
}
