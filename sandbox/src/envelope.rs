//! Answers, wrapped as the reference documents them or as the live service does it.

use clap::ValueEnum;
use iotexplorer_client::action::{Field, Kind};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::served::Served;

/// How answers are wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// As each Action's page shows it: `{"Response": …}`.
    #[default]
    Documented,
    /// As shipped clients receive it: `{"code": 0, "msg": "", "data": …}`.
    Live,
}

impl Style {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        <Self as ValueEnum>::from_str(text, false).ok()
    }
}

/// A refusal in the cloud's terms, in both languages it speaks.
#[derive(Debug, Clone)]
pub(crate) struct Fail {
    pub code: &'static str,
    pub english: String,
    pub chinese: String,
}

impl Fail {
    pub fn new(code: &'static str, english: impl Into<String>, chinese: impl Into<String>) -> Self {
        Self {
            code,
            english: english.into(),
            chinese: chinese.into(),
        }
    }
}

/// Wraps a payload.
pub(crate) fn success(style: Style, served: &Served, mut payload: Map<String, Value>, request_id: &str) -> Value {
    match style {
        Style::Live => {
            if served.name == "AppGetUser" {
                // The official client reads the user one level deeper than anything else.
                payload = Map::from_iter([("Data".to_owned(), Value::Object(payload))]);
            }
            payload.insert("RequestId".to_owned(), json!(request_id));
            json!({ "code": 0, "msg": "", "data": payload })
        }
        Style::Documented => documented_success(served, payload, request_id),
    }
}

/// Takes the shape of the documented example: whether there is a `Response` at all, which name the payload stands under, if
/// any, on which side of it `RequestId` is, and in which spelling and type a field came that has two.
fn documented_success(served: &Served, mut payload: Map<String, Value>, request_id: &str) -> Value {
    let example: Value = serde_json::from_str(served.example).unwrap_or_default();
    shape_like(&example, served.output, &mut payload);
    let request_id = json!(request_id);
    let Some(response) = example.get("Response") else {
        payload.insert("RequestId".to_owned(), request_id);
        return Value::Object(payload);
    };
    // An output may itself be called Data; then it is a field and no wrapper.
    let wrapper = ["Data", "data"]
        .into_iter()
        .find(|name| response[name].is_object() && served.output.iter().all(|field| field.name != *name));
    let Some(wrapper) = wrapper else {
        payload.insert("RequestId".to_owned(), request_id);
        return json!({ "Response": payload });
    };
    let mut outer = Map::new();
    if response[wrapper].get("RequestId").is_some() {
        payload.insert("RequestId".to_owned(), request_id);
    } else {
        outer.insert("RequestId".to_owned(), request_id);
    }
    outer.insert(wrapper.to_owned(), Value::Object(payload));
    json!({ "Response": outer })
}

fn shape_like(example: &Value, fields: &[Field], payload: &mut Map<String, Value>) {
    for field in fields {
        match (field.kind, payload.get_mut(field.name)) {
            (Kind::Object(inner), Some(Value::Object(object))) => shape_like(example, inner.fields, object),
            (Kind::List(inner), Some(Value::Array(list))) => {
                for object in list.iter_mut().filter_map(Value::as_object_mut) {
                    shape_like(example, inner.fields, object);
                }
            }
            // A few numbers are texts on their page, and a few texts numbers.
            (_, Some(value)) => match (found(example, field.name), &*value) {
                (Some(Value::Number(_)), Value::String(text)) => {
                    if let Ok(number) = text.parse::<u32>() {
                        *value = json!(number);
                    }
                }
                (Some(Value::String(_)), Value::Number(number)) => *value = json!(number.to_string()),
                _ => {}
            },
            (_, None) => {}
        }
        if let Some(other) = field.also
            && mentions(example, other)
            // An envelope may be called like a field.
            && !mentions(example, field.name)
            && let Some(value) = payload.remove(field.name)
        {
            payload.insert(other.to_owned(), value);
        }
    }
}

fn mentions(value: &Value, name: &str) -> bool {
    found(value, name).is_some()
}

/// The first value of that name, however deep.
fn found<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value {
        Value::Object(object) => object
            .get(name)
            .or_else(|| object.values().find_map(|inner| found(inner, name))),
        Value::Array(list) => list.iter().find_map(|inner| found(inner, name)),
        _ => None,
    }
}

/// Wraps a failure.
pub(crate) fn failure(style: Style, code: &str, message: &str, request_id: &str) -> Value {
    let error = json!({ "Code": code, "Message": message });
    match style {
        Style::Documented => json!({ "Response": { "Error": error, "RequestId": request_id } }),
        Style::Live => {
            json!({ "code": number(code), "msg": message, "data": { "Error": error, "RequestId": request_id } })
        }
    }
}

/// A number in place of a code. The live service's own numbers are documented nowhere; these only differ by category.
fn number(code: &str) -> u16 {
    match code.split('.').next().unwrap_or(code) {
        "InvalidParameter" => 10001,
        "InvalidParameterValue" => 10002,
        "InvalidAction" => 10003,
        "UnauthorizedOperation" => 10004,
        "ResourceNotFound" => 10005,
        "LimitExceeded" => 10006,
        "UnsupportedOperation" => 10007,
        "InternalError" => 10008,
        _ => 10000,
    }
}

/// The payload inside a documented example, for Actions without rules of their own.
pub(crate) fn payload_of_example(served: &Served) -> Map<String, Value> {
    let example: Value = serde_json::from_str(served.example).unwrap_or_default();
    let response = example.get("Response").unwrap_or(&example);
    let named = |name: &str| served.output.iter().any(|field| field.name == name);
    let inner = ["Data", "data"]
        .into_iter()
        .filter(|name| !named(name))
        .find_map(|name| response[name].as_object());
    let mut payload = inner.or(response.as_object()).cloned().unwrap_or_default();
    payload.remove("RequestId");
    payload
}
