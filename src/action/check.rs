//! Checking parameters against an Action's table.
//!
//! The same code checks the parameters of a request and the inputs of a signature, so that both name what is wrong in the
//! same way.

use super::LIMIT_MAX_ENTRIES;
use super::row::{Input, Row, Type};
use crate::error::{Cause, Error, Result, Secrets, code};
use crate::json::{Entry, Json, JsonType, TextFlaw, Thrown};
use crate::text;

/// Parameters that every call carries and no caller overrides.
pub const COMMON: [&str; 3] = ["Action", "RequestId", "AccessToken"];

/// Checks what a caller hands in for `action`, `None` for one that the table does not have, and adds it to `body`.
///
/// Documented parameters come first, in the table's order; what the table does not know follows as it came.
///
/// # Errors
/// Kind `parameter`, naming Action and parameter.
pub fn check_params<V: Json>(
    action: Option<Row>,
    params: Option<&V>,
    body: &mut V,
    secrets: &mut Secrets<V>,
) -> Result<()> {
    let params = read_object("params", params)?;
    if let Some(action) = action {
        let mut inputs = action.inputs();
        while let Some(input) = inputs.input() {
            let notes = input.read_notes();
            let value = match params.get(input.name) {
                Some(value) => check_value(&input, notes.is_restricted, &value)?,
                None => match notes.default {
                    Some(default) => V::from_text(default),
                    None if input.required => return Err(Error::parameter(code!("Parameter.Missing"), input.name)),
                    None => continue,
                },
            };
            if notes.is_secret {
                secrets.add(&value);
            }
            body.set(input.name, value);
        }
    }
    add_others(&params, body)
}

/// Reads the own properties of what should be a plain object.
fn read_object<V: Json>(name: &str, params: Option<&V>) -> Result<V> {
    let Some(params) = params.filter(|params| params.json_type() != JsonType::Absent) else {
        return Ok(V::new_object());
    };
    if !params.is_object() {
        return Err(wrong_type(name, "a plain object"));
    }
    params.copy().map_err(|thrown| unreadable(name, &thrown))
}

/// The extra parameters of a client, which go with every call, or with one: an object.
///
/// # Errors
/// Kind `parameter`, naming `commonParams` and the entry.
pub fn check_common<V: Json>(params: Option<&V>) -> Result<V> {
    const NAME: &str = "commonParams";
    let params = read_object(NAME, params)?;
    let mut checked = V::new_object();
    match add_others(&params, &mut checked) {
        Ok(()) => Ok(checked),
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

/// Adds parameters that no table knows: they pass as they came, unless JSON cannot say them. Common ones are left out.
#[inline(never)]
fn add_others<V: Json>(params: &V, to: &mut V) -> Result<()> {
    for Entry { name, value } in params.others(to) {
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
        if let Some(value) = plain(&name, &value)? {
            to.set(&name, value);
        }
    }
    Ok(())
}

fn plain<V: Json>(name: &str, value: &V) -> Result<Option<V>> {
    value.plain().map_err(|thrown| unreadable(name, &thrown))
}

/// The value of a parameter that the table knows, as it is sent.
fn check_value<V: Json>(input: &Input, is_restricted: bool, value: &V) -> Result<V> {
    let (wanted, named) = match input.kind {
        Type::TEXT => {
            check_text(input, value)?;
            return if is_restricted {
                allowed(input, value).map(|text| V::from_text(&text))
            } else {
                Ok(value.clone())
            };
        }
        Type::NUMBER => (JsonType::Number, "a finite number"),
        Type::BOOLEAN => (JsonType::Boolean, "true or false"),
        Type::OBJECT => (JsonType::Object, "an object"),
        Type::LIST => (JsonType::List, "a list"),
        _ => return read_whole(input, value).map(|digits| V::from_digits(&digits)),
    };
    if value.json_type() == wanted
        && let Some(value) = plain(input.name, value)?
    {
        return Ok(value);
    }
    Err(wrong_type(input.name, named))
}

/// Reads the value of an input that the table knows: a text as it is sent, or the digits of a whole number.
///
/// # Errors
/// Kind `parameter`.
pub fn read_value<V: Json>(input: &Input, value: &V) -> Result<String> {
    if input.kind != Type::TEXT {
        return read_whole(input, value);
    }
    check_text(input, value)?;
    allowed(input, value)
}

#[inline(never)]
fn check_text<V: Json>(input: &Input, value: &V) -> Result<()> {
    match value.text_flaw() {
        TextFlaw::Empty if input.required => Err(Error::parameter(code!("Parameter.Empty"), input.name)),
        TextFlaw::None | TextFlaw::Empty => Ok(()),
        TextFlaw::HalfCharacter => Err(bad_text(input.name)),
        TextFlaw::NoText => Err(wrong_type(input.name, "text")),
    }
}

#[inline(never)]
fn allowed<V: Json>(input: &Input, value: &V) -> Result<String> {
    input
        .allowed(value.text().unwrap_or_default())
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
