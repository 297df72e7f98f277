//! Checking parameters against an Action's table, and writing them as JSON.
//!
//! The same code checks the parameters of a request and the inputs of a signature, so that both name what is wrong in the
//! same way.

use super::{Action, Kind, LIMIT_MAX_ENTRIES, Param};
use crate::error::{Cause, Error, Result, Secrets, code};
use crate::json::{Entry, Json, JsonType, SAFE_INTEGER_MAX, Thrown, has_escaped_surrogate, push_text};

/// Parameters that every call carries and no caller overrides.
pub const COMMON: [&str; 3] = ["Action", "RequestId", "AccessToken"];

/// Parameters that have passed the checks, as JSON.
#[derive(Clone)]
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

/// Checks what a caller hands in for `action`; `None` for one that the table does not have.
///
/// Documented parameters come first, in the table's order; what the table does not know follows as it came.
///
/// # Errors
/// Kind `parameter`, naming Action and parameter.
pub fn check_params<V: Json>(action: Option<&Action>, params: Option<&V>) -> Result<Checked> {
    let table = action.map_or(&[][..], |action| action.params);
    let entries = read_entries("params", params)?;
    let mut checked = Checked {
        fields: Vec::new(),
        secrets: Secrets::default(),
    };
    for param in table {
        let given = entries
            .iter()
            .find(|entry| entry.name == param.name)
            .map(|entry| &entry.value);
        match given.filter(|value| value.json_type() != JsonType::Absent) {
            Some(value) => {
                let json = write_param(param, value)?;
                if param.secret
                    && let Some(secret) = value.text()
                {
                    checked.secrets.add(&secret);
                }
                checked.fields.push((param.name.into(), json));
            }
            None => match param.default {
                Some(default) => {
                    let mut json = String::new();
                    push_text(&mut json, default);
                    checked.fields.push((param.name.into(), json));
                }
                None if param.required => {
                    return Err(Error::parameter(code!("Parameter.Missing"), param.name));
                }
                None => {}
            },
        }
    }
    for entry in entries {
        if !COMMON.contains(&&*entry.name)
            && !table.iter().any(|param| param.name == entry.name)
            && let Some(json) = write_extra(&entry)?
        {
            checked.fields.push((entry.name, json));
        }
    }
    Ok(checked)
}

/// Reads the own properties of what should be a plain object.
fn read_entries<V: Json>(name: &str, params: Option<&V>) -> Result<Vec<Entry<V>>> {
    let Some(params) = params.filter(|params| params.json_type() != JsonType::Absent) else {
        return Ok(Vec::new());
    };
    if !params.is_object() {
        return Err(Error::parameter(code!("Parameter.WrongType"), name).detail("a plain object"));
    }
    params.entries().map_err(|thrown| unreadable(name, thrown))
}

/// The extra parameters of a client, which go with every call.
///
/// # Errors
/// Kind `parameter`, naming `commonParams` and the entry.
pub fn check_common<V: Json>(params: Option<&V>) -> Result<Vec<(String, String)>> {
    const NAME: &str = "commonParams";
    let within = |mut error: Error| {
        error.parameter = error.parameter.take().map(|entry| [NAME, ".", &entry].concat());
        error
    };
    let mut fields = Vec::new();
    for entry in read_entries(NAME, params)? {
        if !COMMON.contains(&&*entry.name)
            && let Some(json) = write_extra(&entry).map_err(within)?
        {
            fields.push((entry.name, json));
        }
    }
    Ok(fields)
}

/// The error for a value whose getter, `toJSON` or proxy threw.
pub(crate) fn unreadable(name: &str, thrown: Thrown) -> Error {
    let name = thrown.property.as_deref().unwrap_or(name);
    Error::parameter(code!("Parameter.Unreadable"), name).because(Cause::Redacted {
        name: thrown.class,
        message: String::new(),
        code: None,
    })
}

fn wrong_type(name: &str, wanted: &str) -> Error {
    Error::parameter(code!("Parameter.WrongType"), name).detail(wanted)
}

fn bad_text(name: &str) -> Error {
    Error::parameter(code!("Parameter.BadText"), name)
}

/// A parameter that the table does not know: it passes as it came, unless JSON cannot say it.
fn write_extra<V: Json>(entry: &Entry<V>) -> Result<Option<String>> {
    let Entry {
        name,
        well_formed,
        value,
    } = entry;
    if !well_formed {
        return Err(bad_text(name));
    }
    if name == "__proto__" {
        return Err(Error::parameter(code!("Parameter.Forbidden"), name));
    }
    match value.json_type() {
        JsonType::Absent => Ok(None),
        JsonType::Other => Err(wrong_type(name, "something that JSON can say")),
        JsonType::BigInt => Ok(value.digits()),
        JsonType::Number if !value.number().is_some_and(f64::is_finite) => Err(wrong_type(name, "a finite number")),
        _ => write_any(name, value),
    }
}

fn write_any<V: Json>(name: &str, value: &V) -> Result<Option<String>> {
    if !value.is_well_formed() {
        return Err(bad_text(name));
    }
    let json = value.to_json().map_err(|thrown| unreadable(name, thrown))?;
    if json.as_deref().is_some_and(has_escaped_surrogate) {
        return Err(bad_text(name));
    }
    Ok(json)
}

/// A documented parameter.
fn write_param<V: Json>(param: &Param, value: &V) -> Result<String> {
    let name = param.name;
    match param.kind {
        Kind::Text => {
            let text = read_text(param, value)?;
            let mut json = String::with_capacity(text.len() + 2);
            push_text(&mut json, &text);
            Ok(json)
        }
        Kind::Integer => read_integer(name, value, i64::MIN, i64::MAX).map(|number| number.to_string()),
        Kind::Time | Kind::Count => read_integer(name, value, 0, i64::MAX).map(|number| number.to_string()),
        Kind::Limit => read_integer(name, value, 0, LIMIT_MAX_ENTRIES).map(|number| number.to_string()),
        Kind::Number => match value.number() {
            Some(number) if number.is_finite() => Ok(write_any(name, value)?.unwrap_or_default()),
            _ => Err(wrong_type(name, "a finite number")),
        },
        Kind::Boolean if value.json_type() == JsonType::Boolean => Ok(write_any(name, value)?.unwrap_or_default()),
        Kind::Boolean => Err(wrong_type(name, "true or false")),
        Kind::Object(_) if value.json_type() == JsonType::Object => {
            write_any(name, value)?.ok_or_else(|| wrong_type(name, "an object"))
        }
        Kind::Object(_) => Err(wrong_type(name, "an object")),
        Kind::List(_) if value.json_type() == JsonType::List => {
            write_any(name, value)?.ok_or_else(|| wrong_type(name, "a list"))
        }
        Kind::List(_) => Err(wrong_type(name, "a list")),
    }
}

/// A text that the table allows.
///
/// # Errors
/// Kind `parameter`.
pub fn read_text<V: Json>(param: &Param, value: &V) -> Result<String> {
    let name = param.name;
    let Some(text) = value.text() else {
        return Err(wrong_type(name, "text"));
    };
    if text.contains('\u{fffd}') && !value.is_well_formed() {
        return Err(bad_text(name));
    }
    if text.is_empty() && param.required {
        return Err(Error::parameter(code!("Parameter.Empty"), name));
    }
    if let Some((spelling, meant)) = param.alias
        && text == spelling
    {
        return Ok(meant.into());
    }
    if !param.values.is_empty() && !param.values.contains(&&*text) {
        let known: Vec<_> = param
            .values
            .iter()
            .map(|value| if value.is_empty() { "(empty)" } else { value })
            .collect();
        let allowed = ["one of: ", &known.join(", ")].concat();
        return Err(Error::parameter(code!("Parameter.NotAllowed"), name).detail(allowed));
    }
    Ok(text)
}

/// An integer: a safe number, a bigint, or a text of decimal digits.
///
/// # Errors
/// Kind `parameter`.
pub fn read_integer<V: Json>(name: &str, value: &V, min: i64, max: i64) -> Result<i64> {
    const WANTED: &str = "a whole number: a safe number, a bigint, or decimal digits";
    let number = match value.json_type() {
        JsonType::Number => {
            let number = value.number().unwrap_or(f64::NAN);
            if number.trunc() != number || number.abs() > SAFE_INTEGER_MAX {
                return Err(wrong_type(name, WANTED));
            }
            // Exact: a safe integer fits.
            #[allow(clippy::cast_possible_truncation)]
            Some(number as i64)
        }
        JsonType::BigInt => value.digits().unwrap_or_default().parse().ok(),
        JsonType::Text => {
            let text = value.text().unwrap_or_default();
            if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(wrong_type(name, WANTED));
            }
            text.parse().ok()
        }
        _ => return Err(wrong_type(name, WANTED)),
    };
    number.filter(|number| (min..=max).contains(number)).ok_or_else(|| {
        let [min, max] = [min, max].map(|bound| bound.to_string());
        let range = ["from ", &min, " to ", &max].concat();
        Error::parameter(code!("Parameter.OutOfRange"), name).detail(range)
    })
}
