//! Parameters against an Action's form.

use iotexplorer_client::action::{Kind, LIMIT_MAX_ENTRIES, Param};
use serde_json::{Map, Value};

use crate::envelope::Fail;
use crate::served::Served;

const MISSING: &str = "InvalidParameter";
const WRONG: &str = "InvalidParameterValue";

/// Refuses a missing or ill-formed parameter. Parameters that the form does not list pass: clients add some.
pub(crate) fn params(served: &Served, params: &Map<String, Value>) -> Result<(), Fail> {
    for param in served.params {
        match params.get(param.name) {
            None if param.required => return Err(missing(served, param)),
            None => {}
            Some(value) => one(param, value)?,
        }
    }
    Ok(())
}

fn missing(served: &Served, param: &Param) -> Fail {
    // Some pages have a code of their own for it.
    const OWN: &str = "ErrorRequiredParamNotFound";
    let name = param.name;
    let code = if served.codes.contains(&OWN) { OWN } else { MISSING };
    Fail::new(code, format!("{name} is missing"), format!("缺少参数 {name}"))
}

fn one(param: &Param, value: &Value) -> Result<(), Fail> {
    let name = param.name;
    let mistyped = |wanted: &str| {
        Err(Fail::new(
            MISSING,
            format!("{name} must be {wanted}"),
            format!("参数 {name} 类型错误"),
        ))
    };
    let wrong = |why: &str| {
        Err(Fail::new(
            WRONG,
            format!("{name} {why}"),
            format!("参数 {name} 取值错误"),
        ))
    };
    match param.kind {
        Kind::Text => {
            let Some(text) = value.as_str() else {
                return mistyped("a string");
            };
            if param.required && text.is_empty() {
                return wrong("must not be empty");
            }
            if !param.values.is_empty() && !param.values.contains(&text) {
                return wrong("is none of the documented values");
            }
        }
        Kind::Integer | Kind::Count | Kind::Time | Kind::Limit => {
            let Some(number) = value.as_i64() else {
                return mistyped("a whole number");
            };
            if number < 0 && !matches!(param.kind, Kind::Integer) {
                return wrong("must not be negative");
            }
            if number > LIMIT_MAX_ENTRIES && matches!(param.kind, Kind::Limit) {
                return wrong("is too large");
            }
        }
        Kind::Number if !value.is_number() => return mistyped("a number"),
        Kind::Boolean if !value.is_boolean() => return mistyped("true or false"),
        Kind::Object(_) | Kind::Map if !value.is_object() => return mistyped("an object"),
        Kind::List(_) if !value.is_array() => return mistyped("a list"),
        Kind::Texts if !value.as_array().is_some_and(|items| items.iter().all(Value::is_string)) => {
            return mistyped("a list of strings");
        }
        _ => {}
    }
    Ok(())
}
