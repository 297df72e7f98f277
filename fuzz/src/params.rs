//! Checking parameters and building requests: `<Action> <request's id> <access token> [untyped]`, then a line of parameters
//! that go with every call, then the call's own, both as JSON.

use std::collections::BTreeSet;

use iotexplorer_client::action::check::{COMMON, check_common};
use iotexplorer_client::action::{self, Kind};
use iotexplorer_client::atom::Atom;
use iotexplorer_client::envelope::{BODY_MAX_BYTES, Caller, Common, Prepared};
use iotexplorer_client::error::{Error, ErrorKind};
use serde_json::Value;

use crate::{SECRETS, hides, json, line, text};

pub fn run(data: &[u8]) {
    let input = text(data);
    let (head, rest) = line(&input);
    let (common, own) = line(rest);
    let mut words = head.split(' ');
    let mut word = || words.next().unwrap_or_default();
    let (name, request_id, access_token, untyped) = (word(), word(), word(), word() == "untyped");

    let common = json(common);
    let common_params = match check_common(common.as_ref()) {
        Ok(params) => params,
        Err(error) => return is_error(&error, None),
    };
    let own = json(own);
    let mut prepared = match Prepared::new(name, own.as_ref(), untyped) {
        Ok(prepared) => prepared,
        Err(error) => return is_error(&error, Some(name)),
    };
    // An application's own parameters are checked by the same code; how they are signed is the target `sign`'s business.
    if prepared.is_before_sign_in() {
        return;
    }
    let sent = prepared
        .body(Common {
            caller: Caller::User(access_token.into()),
            request_id: request_id.into(),
            params: Some(common_params),
        })
        .expect("what is small can be sent");
    let sent = sent.as_str().expect("a text");
    assert!(sent.len() <= BODY_MAX_BYTES as usize);

    let body: Value = serde_json::from_str(sent).unwrap_or_else(|error| panic!("{error}: {sent}"));
    let body = body.as_object().expect("an object");
    for (at, given) in [name, request_id, access_token].into_iter().enumerate() {
        let (name, value) = body.iter().nth(at).expect("the common three");
        assert_eq!(
            (name.as_str(), value.as_str()),
            (COMMON[at].as_str(), Some(given)),
            "{sent}"
        );
    }
    let of = |value: &'_ Option<Value>| value.as_ref().and_then(Value::as_object).cloned().unwrap_or_default();
    let (own, common) = (of(&own), of(&common));
    let known = action::find(name).map_or(&[][..], |action| action.params);

    // Every name once, and none that nobody gave.
    let mut wanted: BTreeSet<&str> = COMMON.into_iter().map(Atom::as_str).collect();
    wanted.extend(own.keys().chain(common.keys()).map(String::as_str));
    wanted.extend(
        known
            .iter()
            .filter(|param| param.default.is_some())
            .map(|param| param.name),
    );
    assert_eq!(body.keys().map(String::as_str).collect::<BTreeSet<_>>(), wanted);
    assert_eq!(names(sent), wanted.len(), "a name twice: {sent}");

    for param in known {
        let sent = body.get(param.name);
        assert!(sent.is_some() || !param.required, "{} is missing", param.name);
        let Some(sent) = sent else { continue };
        if own.get(param.name).is_none() && param.default.is_none() {
            continue;
        }
        let fits = match param.kind {
            Kind::Text => sent.as_str().is_some_and(|text| !(param.required && text.is_empty())),
            Kind::Integer => sent.is_i64(),
            Kind::Count | Kind::Time | Kind::Limit => sent.as_i64().is_some_and(|number| number >= 0),
            Kind::Number => sent.is_number(),
            Kind::Boolean => sent.is_boolean(),
            Kind::Object(_) | Kind::Map => sent.is_object(),
            Kind::List(_) => sent.is_array(),
            Kind::Texts => sent.as_array().is_some_and(|items| items.iter().all(Value::is_string)),
            Kind::Any => true,
        };
        assert!(fits, "{} is {sent}", param.name);
        let is_listed = sent.as_str().is_some_and(|text| param.values.contains(&text));
        assert!(param.values.is_empty() || is_listed, "{} is {sent}", param.name);
        let meant = param
            .alias
            .filter(|(spelling, _)| own.get(param.name).is_some_and(|given| given == spelling));
        let meant = meant
            .map(|(_, meant)| Value::from(meant))
            .or_else(|| own.get(param.name).cloned());
        assert!(meant.is_none_or(|meant| same(&meant, sent)), "{} is {sent}", param.name);
    }
    for (name, value) in own
        .iter()
        .chain(common.iter().filter(|(name, _)| !own.contains_key(*name)))
    {
        let is_plain =
            !COMMON.map(Atom::as_str).contains(&name.as_str()) && !known.iter().any(|param| param.name == name);
        assert!(!is_plain || same(value, &body[name]), "{name} is {}", body[name]);
    }
}

/// Whether the same was sent as was given: JavaScript does not tell 1.0 from 1, nor do digits from a number.
fn same(given: &Value, sent: &Value) -> bool {
    match (given, sent) {
        (Value::Number(given), Value::Number(sent)) => given.as_f64() == sent.as_f64(),
        (Value::String(digits), Value::Number(sent)) => digits.parse::<i64>().ok() == sent.as_i64(),
        (Value::Array(given), Value::Array(sent)) => {
            given.len() == sent.len() && given.iter().zip(sent).all(|(given, sent)| same(given, sent))
        }
        (Value::Object(given), Value::Object(sent)) => {
            given.len() == sent.len()
                && given
                    .iter()
                    .all(|(name, given)| sent.get(name).is_some_and(|sent| same(given, sent)))
        }
        _ => given == sent,
    }
}

/// How many names an object has, the same ones counted again.
fn names(json: &str) -> usize {
    let (mut depth, mut in_text, mut escaped, mut names) = (0, false, false, 0);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            b':' if depth == 1 => names += 1,
            _ => {}
        }
    }
    names
}

fn is_error(error: &Error, name: Option<&str>) {
    assert_eq!(error.kind, ErrorKind::Parameter);
    assert!(error.parameter.is_some());
    assert_eq!(error.action.as_deref(), name);
    // A parameter may have any name; its value is not shown.
    hides(&error.detail, &SECRETS);
}
