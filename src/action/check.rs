//! Checking parameters against an Action's table, and writing them as JSON.
//!
//! The same code checks the parameters of a request and the inputs of a signature, so that both name what is wrong in the
//! same way.

use super::LIMIT_MAX_ENTRIES;
use super::row::{Input, Row, Type};
use crate::error::{Cause, Error, Result, Secrets, code};
use crate::json::{Entry, Json, JsonType, Thrown, push_text};
use crate::text;

/// Parameters that every call carries and no caller overrides.
pub const COMMON: [&str; 3] = ["Action", "RequestId", "AccessToken"];

/// Parameters that have passed the checks, as JSON.
#[derive(Clone, Default)]
pub struct Checked {
    /// Names and JSON texts, in the order they are sent.
    pub fields: Vec<(String, String)>,
    /// The secret ones' values.
    pub secrets: Secrets,
}

impl std::fmt::Debug for Checked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list()
            .entries(self.fields.iter().map(|(name, _)| name))
            .finish()
    }
}

/// Checks what a caller hands in for `action`, `None` for one that the table does not have, and adds it to `checked`.
///
/// Documented parameters come first, in the table's order; what the table does not know follows as it came.
///
/// # Errors
/// Kind `parameter`, naming Action and parameter.
pub fn check_params<V: Json>(action: Option<Row>, params: Option<&V>, checked: &mut Checked) -> Result<()> {
    let mut entries = read_entries("params", params)?;
    if let Some(action) = action {
        let mut inputs = action.inputs();
        while let Some(input) = inputs.input() {
            let (is_secret, default) = input.secret_and_default();
            let given = entries.iter_mut().find(|entry| entry.name == input.name);
            let value = match given {
                Some(entry) if entry.value.json_type() != JsonType::Absent => {
                    // A name that is left out of what follows.
                    entry.name = COMMON[0].into();
                    read_value(&input, &entry.value)?
                }
                _ => match default {
                    Some(default) => default.into(),
                    None if input.required => return Err(Error::parameter(code!("Parameter.Missing"), input.name)),
                    None => continue,
                },
            };
            if is_secret {
                checked.secrets.add(&value);
            }
            let mut json = String::new();
            if input.kind == Type::TEXT {
                push_text(&mut json, &value);
            } else {
                json = value;
            }
            checked.fields.push((input.name.into(), json));
        }
    }
    write_extras(entries, &mut checked.fields)
}

/// Reads the own properties of what should be a plain object.
fn read_entries<V: Json>(name: &str, params: Option<&V>) -> Result<Vec<Entry<V>>> {
    let Some(params) = params.filter(|params| params.json_type() != JsonType::Absent) else {
        return Ok(Vec::new());
    };
    if !params.is_object() {
        return Err(wrong_type(name, "a plain object"));
    }
    params.entries().map_err(|thrown| unreadable(name, &thrown))
}

/// The extra parameters of a client, which go with every call: names and JSON texts.
///
/// # Errors
/// Kind `parameter`, naming `commonParams` and the entry.
pub fn check_common<V: Json>(params: Option<&V>) -> Result<Vec<(String, String)>> {
    const NAME: &str = "commonParams";
    let entries = read_entries(NAME, params)?;
    let mut fields = Vec::new();
    match write_extras(entries, &mut fields) {
        Ok(()) => Ok(fields),
        Err(mut error) => {
            let entry = error.parameter.take().unwrap_or_default();
            error.parameter = Some(text::concat(&[NAME, ".", &entry]));
            Err(error)
        }
    }
}

/// The error for a value whose getter, `toJSON` or proxy threw, or that is half a character.
#[inline(never)]
pub(crate) fn unreadable(name: &str, thrown: &Thrown) -> Error {
    let (class, name) = text::split_once(&thrown.0, " ").unwrap_or((&thrown.0, name));
    if class.is_empty() {
        return bad_text(name);
    }
    Error::parameter(code!("Parameter.Unreadable"), name).because(Cause::Redacted {
        name: class.into(),
        message: String::new(),
        code: None,
    })
}

#[inline(never)]
fn wrong_type(name: &str, wanted: &str) -> Error {
    Error::parameter(code!("Parameter.WrongType"), name).detail(wanted)
}

#[inline(never)]
fn bad_text(name: &str) -> Error {
    Error::parameter(code!("Parameter.BadText"), name)
}

/// Parameters that no table knows: they pass as they came, unless JSON cannot say them. Common ones are left out.
#[inline(never)]
fn write_extras<V: Json>(entries: Vec<Entry<V>>, fields: &mut Vec<(String, String)>) -> Result<()> {
    for Entry { name, value } in entries {
        let kind = value.json_type();
        if COMMON.contains(&&*name) || kind == JsonType::Absent {
            continue;
        }
        if name == "__proto__" {
            return Err(Error::parameter(code!("Parameter.Forbidden"), &name));
        }
        if kind == JsonType::Other {
            return Err(wrong_type(&name, "something that JSON can say"));
        }
        if let Some(json) = write_any(&name, &value)? {
            fields.push((name, json));
        }
    }
    Ok(())
}

fn write_any<V: Json>(name: &str, value: &V) -> Result<Option<String>> {
    value.to_json().map_err(|thrown| unreadable(name, &thrown))
}

/// The value of a parameter that the table knows: a text as it is, anything else as JSON.
///
/// # Errors
/// Kind `parameter`.
pub fn read_value<V: Json>(input: &Input, value: &V) -> Result<String> {
    let (wanted, named) = match input.kind {
        Type::TEXT => return read_text(input, value),
        Type::NUMBER => (JsonType::Number, "a finite number"),
        Type::BOOLEAN => (JsonType::Boolean, "true or false"),
        Type::OBJECT => (JsonType::Object, "an object"),
        Type::LIST => (JsonType::List, "a list"),
        _ => return read_whole(input, value),
    };
    if value.json_type() == wanted
        && let Some(json) = write_any(input.name, value)?
    {
        return Ok(json);
    }
    Err(wrong_type(input.name, named))
}

fn read_text<V: Json>(input: &Input, value: &V) -> Result<String> {
    let Some(text) = value.text() else {
        return Err(wrong_type(input.name, "text"));
    };
    if !value.is_well_formed() {
        return Err(bad_text(input.name));
    }
    if text.is_empty() && input.required {
        return Err(Error::parameter(code!("Parameter.Empty"), input.name));
    }
    input
        .allowed(text)
        .map_err(|only| Error::parameter(code!("Parameter.NotAllowed"), input.name).detail(only))
}

/// The digits of a whole number: a safe number, a bigint, or a text of decimal digits.
fn read_whole<V: Json>(input: &Input, value: &V) -> Result<String> {
    let Some(digits) = value.digits() else {
        return Err(wrong_type(
            input.name,
            "a whole number: a safe number, a bigint, or decimal digits",
        ));
    };
    let (min, max, range) = match input.kind {
        Type::LIMIT => (0, LIMIT_MAX_ENTRIES, "from 0 to 50"),
        Type::INTEGER => (i64::MIN, i64::MAX, "from -9223372036854775808 to 9223372036854775807"),
        _ => (0, i64::MAX, "from 0 to 9223372036854775807"),
    };
    match text::parse_integer(&digits) {
        Some(number) if number >= min && number <= max => Ok(text::integer(number)),
        _ => Err(Error::parameter(code!("Parameter.OutOfRange"), input.name).detail(range)),
    }
}
