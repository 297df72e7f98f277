//! Reading answers: `<Action> <status> <id that was sent>`, and the body from the next line on.

use iotexplorer_client::action::{self, Field, Kind, row};
use iotexplorer_client::envelope::read_answer;
use iotexplorer_client::error::{Code, Error, ErrorKind, Secrets, code};
use iotexplorer_client::http::{Answer, Body};
use iotexplorer_client::json::SAFE_INTEGER_MAX;
use serde::de::IgnoredAny;
use serde_json::{Value, json};

use crate::{SECRETS, answer_of, hides, line, text};

pub fn run(data: &[u8]) {
    let input = text(data);
    let (head, body) = line(&input);
    let mut words = head.split(' ');
    let name = words.next().unwrap_or_default();
    let status = words.next().and_then(|word| word.parse().ok()).unwrap_or(200);
    let sent_id = words.next().map(Value::from);
    let sent_id = sent_id.as_ref();
    let mut secrets = Secrets::default();
    SECRETS.iter().for_each(|secret| secrets.add(&json!(secret)));

    let answer = answer_of(status, body);
    // Keeping the digits of large integers makes no JSON of what is none.
    let is_json = serde_json::from_str::<IgnoredAny>(body.trim_matches(is_space)).is_ok();
    assert!(is_json || answer.body.json.is_none(), "read as JSON");
    match read_answer(row::find(name), &answer, sent_id, &secrets) {
        Ok(payload) => is_payload(name, &answer, sent_id, &payload, &secrets),
        Err(error) => is_error(name, &answer, body, &error),
    }
}

/// What is taken off a body before it is read.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

/// What must hold for a success.
fn is_payload(name: &str, answer: &Answer<Value>, sent_id: Option<&Value>, payload: &Value, secrets: &Secrets<Value>) {
    assert!(
        (200..300).contains(&answer.status),
        "success with status {}",
        answer.status
    );
    let fields = payload.as_object().expect("a payload is an object");
    assert!(sent_id.is_none() || fields.get("RequestId").is_some_and(|id| !id.is_null()));
    let refused = |object: &Value| object["Error"]["Code"].is_string();
    for object in [payload, answer.body.json.as_ref().expect("JSON")] {
        assert!(
            !refused(object) && !refused(&object["Response"]),
            "an Error was read as success"
        );
    }
    let listed = action::find(name).map_or(&[][..], |action| action.output);
    are_typed(payload, listed);
    // Handed out once, it reads the same again, unless the Action's own `Data` is not to be told from an envelope.
    if !listed.iter().any(|field| field.name.eq_ignore_ascii_case("data")) {
        let again = Answer {
            body: Body {
                json: Some(json!({ "Response": { "Data": payload } })),
                excerpt: String::new(),
            },
            ..answer.clone()
        };
        let read = read_answer(row::find(name), &again, sent_id, secrets);
        assert_eq!(read.as_ref(), Ok(payload));
    }
}

/// That the listed fields are of their types, or null, or not there.
fn are_typed(object: &Value, fields: &[Field]) {
    for field in fields.iter().filter(|field| !field.wrapper) {
        let value = &object[field.name];
        let fits = match field.kind {
            _ if value.is_null() => true,
            Kind::Text => value.is_string(),
            Kind::Number => value.is_number(),
            Kind::Boolean => value.is_boolean(),
            Kind::List(_) | Kind::Texts => value.is_array(),
            Kind::Any => true,
            Kind::Map => value.is_object(),
            Kind::Object(inner) => {
                are_typed(value, inner.fields);
                value.is_object()
            }
            Kind::Integer | Kind::Count | Kind::Time | Kind::Limit => is_whole(value),
        };
        assert!(fits, "{} is {value}", field.name);
        assert!(
            field.also.is_none_or(|spelling| object.get(spelling).is_none()),
            "{} under its other spelling",
            field.name
        );
    }
}

/// A whole number, or the digits of one that is no number of its own in JavaScript.
fn is_whole(value: &Value) -> bool {
    match value.as_str() {
        None => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        Some(text) => {
            let digits = text.strip_prefix('-').unwrap_or(text);
            let is_beyond = text.parse::<f64>().is_ok_and(|number| number.abs() > SAFE_INTEGER_MAX);
            is_beyond && !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
        }
    }
}

/// What must hold for an error.
fn is_error(name: &str, answer: &Answer<Value>, body: &str, error: &Error) {
    assert_eq!(error.status, Some(answer.status));
    assert_eq!(error.action.as_deref(), row::find(name).map(|row| row.name.as_str()));
    assert!(!error.may_be_bound && error.cause.is_none() && error.parameter.is_none());
    match (&error.kind, &error.code) {
        (ErrorKind::Api, Code::Cloud(_)) => assert!(answer.body.json.is_some()),
        (ErrorKind::Protocol, Code::Own(code)) => {
            let is_json = answer.body.json.as_ref().is_some_and(Value::is_object);
            let is_for_json = [code!("Protocol.BadEnvelope"), code!("Protocol.BadField")].contains(code);
            assert!(is_json || !is_for_json);
            // What begins like JSON is not shown.
            let is_hidden = body.trim_start_matches(is_space).starts_with(['{', '[']);
            assert!(
                !is_hidden || is_for_json || is_json || error.detail.ends_with(" characters, no JSON object"),
                "shows {}",
                error.detail
            );
            let is_refused = !(200..300).contains(&answer.status);
            assert!(is_for_json || is_refused != error.is(code!("Protocol.NotJson")));
        }
        other => panic!("an answer cannot be an error of {other:?}"),
    }
    hides(&format!("{error:?} {}", error.text()), &SECRETS);
}
