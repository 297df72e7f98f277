//! Checking parameters against an Action's table.
//!
//! The same code checks the parameters of a request and the inputs of a signature, so that both name what is wrong in the
//! same way.

use super::LIMIT_MAX_ENTRIES;
use super::row::{Input, Row, Type};
use crate::atom::{Atom, atom};
use crate::error::{Cause, Error, Result, Secrets, Text, code};
use crate::json::{Entry, Json, JsonType, SAFE_INTEGER_MAX, TextFlaw, Thrown};
use crate::text;

/// Parameters that every call carries and no caller overrides.
pub const COMMON: [Atom; 3] = [atom!("Action"), atom!("RequestId"), atom!("AccessToken")];

/// The same for calls before sign-in. Their `Signature` follows when everything else is known.
pub const COMMON_BEFORE_SIGN_IN: [Atom; 5] = [
    atom!("Action"),
    atom!("RequestId"),
    atom!("AppKey"),
    atom!("Timestamp"),
    atom!("Nonce"),
];

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
    let params = read_object(atom!("params"), params)?;
    if let Some(action) = action {
        let mut inputs = action.inputs();
        while let Some(input) = inputs.input() {
            let notes = input.read_notes();
            // Most are texts that go as they came.
            let is_plain = input.kind == Type::TEXT && !notes.is_restricted && !notes.is_secret;
            let value = if is_plain {
                if let Some(flaw) = params.take(input.name, body) {
                    check_flaw(&input, flaw)?;
                    continue;
                }
                None
            } else {
                params.get(input.name)
            };
            let value = match value {
                Some(value) => check_value(&input, notes.is_restricted, &value)?,
                None => match notes.default {
                    Some(default) => default.into(),
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
    add_others(&params, body, &atom!("").into())
}

/// Reads the own properties of what should be a plain object.
fn read_object<V: Json>(name: Atom, params: Option<&V>) -> Result<V> {
    let Some(params) = params.filter(|params| params.json_type() != JsonType::Absent) else {
        return Ok(V::new_object());
    };
    if !params.is_object() {
        return Err(wrong_type(name, atom!("a plain object")));
    }
    params.copy().map_err(|thrown| unreadable(&name.into(), thrown))
}

/// The extra parameters of a client, which go with every call, or with one: an object.
///
/// # Errors
/// Kind `parameter`, naming `commonParams` and the entry.
pub fn check_common<V: Json>(params: Option<&V>) -> Result<V> {
    let params = read_object(atom!("commonParams"), params)?;
    let mut checked = V::new_object();
    add_others(&params, &mut checked, &atom!("commonParams.").into())?;
    Ok(checked)
}

/// The error for a value whose getter, `toJSON` or proxy threw, or that is half a character; `name` where nobody knows better.
#[inline(never)]
pub(crate) fn unreadable<V: Json>(name: &V, thrown: Thrown<V>) -> Error {
    let name = thrown.name.as_ref().unwrap_or(name).said();
    match thrown.class {
        None => Error::parameter(code!("Parameter.BadText"), name),
        Some(class) => Error::parameter(code!("Parameter.Unreadable"), name).because(Cause::Redacted {
            name: class.said(),
            message: Text::default(),
            code: None,
        }),
    }
}

#[inline(never)]
fn wrong_type(name: impl Into<Text>, wanted: Atom) -> Error {
    Error::parameter(code!("Parameter.WrongType"), name).detail(wanted)
}

/// Adds parameters that no table knows: they pass as they came, unless JSON cannot say them. Common ones are left out. An
/// error calls them by their name behind `prefix`.
#[inline(never)]
fn add_others<V: Json>(params: &V, to: &mut V, prefix: &V) -> Result<()> {
    for Entry { name, value } in params.others(Some(&to.clone())) {
        let kind = value.json_type();
        if COMMON.iter().any(|common| name.is(*common)) || kind == JsonType::Absent {
            continue;
        }
        let shown = || prefix.plus(&name);
        if name.is(atom!("__proto__")) {
            return Err(Error::parameter(code!("Parameter.Forbidden"), shown().said()));
        }
        if kind == JsonType::Other {
            return Err(wrong_type(shown().said(), atom!("something that JSON can say")));
        }
        if let Some(value) = value.plain().map_err(|thrown| unreadable(&shown(), thrown))? {
            to.set_by(&name, value);
        }
    }
    Ok(())
}

/// The value of a parameter that the table knows, as it is sent.
fn check_value<V: Json>(input: &Input, is_restricted: bool, value: &V) -> Result<V> {
    let (wanted, named) = match input.kind {
        Type::TEXT => {
            check_text(input, value)?;
            return if is_restricted {
                allowed(input, value)
            } else {
                Ok(value.clone())
            };
        }
        Type::NUMBER => (JsonType::Number, atom!("a finite number")),
        Type::BOOLEAN => (JsonType::Boolean, atom!("true or false")),
        Type::OBJECT => (JsonType::Object, atom!("an object")),
        Type::LIST => (JsonType::List, atom!("a list")),
        Type::TEXTS => (JsonType::List, atom!("a list of texts")),
        _ => {
            // Most are plain numbers, and go as they came.
            let (min, max, _) = range(input);
            #[allow(clippy::cast_precision_loss)]
            if let Some(number) = value.number()
                && number.abs() <= SAFE_INTEGER_MAX
                && value.is_whole()
                && number >= min as f64
                && number <= max as f64
            {
                return Ok(value.clone());
            }
            return read_whole(input, value).map(|digits| V::from_digits(&digits));
        }
    };
    if value.json_type() == wanted
        && let Some(value) = value.plain().map_err(|thrown| unreadable(&input.name.into(), thrown))?
        && (input.kind != Type::TEXTS || value.items().all(|item| item.json_type() == JsonType::Text))
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
    Ok(allowed(input, value)?.text().unwrap_or_default())
}

#[inline(never)]
pub(crate) fn check_text<V: Json>(input: &Input, value: &V) -> Result<()> {
    check_flaw(input, value.text_flaw())
}

fn check_flaw(input: &Input, flaw: TextFlaw) -> Result<()> {
    match flaw {
        TextFlaw::Empty if input.required => Err(Error::parameter(code!("Parameter.Empty"), input.name)),
        TextFlaw::None | TextFlaw::Empty => Ok(()),
        TextFlaw::HalfCharacter => Err(Error::parameter(code!("Parameter.BadText"), input.name)),
        TextFlaw::NoText => Err(wrong_type(input.name, atom!("text"))),
    }
}

#[inline(never)]
fn allowed<V: Json>(input: &Input, value: &V) -> Result<V> {
    input
        .allowed(value)
        .map_err(|only| Error::parameter(code!("Parameter.NotAllowed"), input.name).detail(only.said()))
}

/// The least and the largest number that an input may be, and how an error says it.
fn range(input: &Input) -> (i64, i64, Atom) {
    match input.kind {
        Type::LIMIT => (0, LIMIT_MAX_ENTRIES, atom!("from 0 to 50")),
        Type::INTEGER => (
            i64::MIN,
            i64::MAX,
            atom!("from -9223372036854775808 to 9223372036854775807"),
        ),
        _ => (0, i64::MAX, atom!("from 0 to 9223372036854775807")),
    }
}

/// The digits of a whole number: a safe number, a bigint, or a text of decimal digits.
fn read_whole<V: Json>(input: &Input, value: &V) -> Result<String> {
    let Some(digits) = value.digits() else {
        return Err(wrong_type(
            input.name,
            atom!("a whole number: a safe number, a bigint, or decimal digits"),
        ));
    };
    let (min, max, range) = range(input);
    match text::parse_integer(&digits) {
        Some(number) if number >= min && number <= max => Ok(text::integer(number)),
        _ => Err(Error::parameter(code!("Parameter.OutOfRange"), input.name).detail(range)),
    }
}
