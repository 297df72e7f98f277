//! The wire: requests rebuilt field by field from the reference, and answers read from every envelope there is.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use iotexplorer_client::action::prelude::*;
use iotexplorer_client::action::row::{self, Row};
use iotexplorer_client::action::{self, ALL, Kind};
use iotexplorer_client::envelope::{Prepared, read_answer};
use iotexplorer_client::error::{Error, ErrorKind, Result, SHOWN_CHARS};
use iotexplorer_client::http::{ENDPOINT_CHINA, ENDPOINT_OVERSEAS};
use serde_json::{Map, Value, json};
use support::{
    BIND_TOKEN, Request as _, answer, assert_no_secret, common, fields, own_fields, prepared, rows, secrets, text,
};

/// Reads a body as the answer to `action`, whose request had the id `sent`.
fn read(name: &str, status: u16, body: &str) -> Result<Value> {
    let row = row::find(name).unwrap();
    read_answer(Some(row), &answer(status, body), Some(&json!("sent")), &secrets(&[]))
}

/// Holds an outcome against what a vector expects.
fn check(at: &str, outcome: &Result<Value>, expected: &Value) {
    match (outcome, &expected["result"], &expected["error"]) {
        (Ok(result), wanted, Value::Null) => assert_eq!(result, wanted, "{at}"),
        (Err(error), Value::Null, wanted) => check_error(at, error, wanted),
        _ => panic!("{at}: {outcome:?} instead of {expected}"),
    }
}

fn check_error(at: &str, error: &Error, wanted: &Value) {
    assert_eq!(error.kind.as_str(), text(wanted, "kind"), "{at}");
    assert_eq!(error.code, text(wanted, "code"), "{at}");
    for (name, value) in wanted.as_object().unwrap() {
        let shown = value.as_str().unwrap_or_default();
        match name.as_str() {
            "kind" | "code" => {}
            "message" => assert_eq!(error.detail, shown, "{at}"),
            "requestId" => assert_eq!(error.request_id.as_deref(), Some(shown), "{at}"),
            "status" => assert_eq!(error.status.map(u64::from), value.as_u64(), "{at}"),
            "mentions" => assert!(error.text().contains(shown), "{at}: {}", error.text()),
            "hides" => assert!(!error.text().contains(shown), "{at}: {}", error.text()),
            "excerpt" => assert!(error.text().contains(shown), "{at}: {}", error.text()),
            "length" => assert!(
                error.text().contains(&format!("{value} characters")),
                "{at}: {}",
                error.text()
            ),
            "noExcerpt" => assert!(error.text().contains("no JSON object;"), "{at}: {}", error.text()),
            other => panic!("{at}: nobody checks {other}"),
        }
    }
}

#[test]
fn requests_of_the_reference_are_rebuilt_field_by_field() {
    for row in rows("reference") {
        let printed: Map<String, Value> = serde_json::from_str(text(&row["request"], "mended")).unwrap();
        let of = |name: &str| printed[name].as_str().unwrap();
        let mut own = printed.clone();
        for name in ["Action", "RequestId", "AccessToken"] {
            own.shift_remove(name).unwrap();
        }
        let request = prepared(of("Action"), &Value::Object(own))
            .request(common(of("AccessToken"), of("RequestId")))
            .unwrap();
        assert_eq!(of("Action"), text(&row, "action"));
        assert_eq!(
            Value::Object(fields(&request)),
            Value::Object(printed.clone()),
            "{}",
            row["id"]
        );
    }
}

#[test]
fn answers_of_the_reference_are_read() {
    for row in rows("reference") {
        for example in row["answers"].as_array().unwrap() {
            let at = format!("{} {}", row["id"], example["id"]);
            let outcome = read(text(&row, "action"), 200, text(example, "mended"));
            check(&at, &outcome, &example["expected"]);
        }
    }
}

/// A repair is named where the page's JSON is none, and only there.
#[test]
fn examples_are_as_printed_but_for_the_repairs_named() {
    for row in rows("reference") {
        let exchanges = std::iter::once(&row["request"]).chain(row["answers"].as_array().unwrap());
        for example in exchanges {
            let (printed, mended) = (text(example, "printed"), text(example, "mended"));
            let valid = serde_json::from_str::<Value>(printed).is_ok();
            assert_eq!(valid, example["repair"].is_null(), "{printed}");
            assert_eq!(valid, printed == mended, "{printed}");
            assert!(serde_json::from_str::<Value>(mended).is_ok(), "{mended}");
        }
    }
}

/// What the page prints wrong is refused like anything else that is no JSON.
#[test]
fn answers_that_the_reference_prints_wrong_are_protocol_errors() {
    let mut seen = 0;
    for row in rows("reference") {
        for example in row["answers"].as_array().unwrap() {
            if !example["repair"].is_null() {
                let error = read(text(&row, "action"), 200, text(example, "printed")).unwrap_err();
                assert_eq!((error.kind, &*error.code), (ErrorKind::Protocol, "Protocol.NotJson"));
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 3);
}

#[test]
fn the_example_of_every_action_is_an_exchange() {
    for action in ALL {
        let example = action.docs.example;
        let params: Value = serde_json::from_str(example.params).unwrap();
        let request = prepared(action.name, &params).request(common("at", "id")).unwrap();
        let sent = own_fields(action.name, &request, common("at", "id"));
        let mut expected = params.as_object().unwrap().clone();
        // What the table adds on its own.
        for param in action.params {
            if let Some(default) = param.default {
                expected.entry(param.name).or_insert(json!(default));
            }
        }
        assert_eq!(Value::Object(sent), Value::Object(expected), "{}", action.name);

        let result = read(action.name, 200, example.answer).unwrap();
        assert!(result["RequestId"].is_string(), "{}", action.name);
        for field in action.output.iter().filter(|field| !field.optional) {
            assert!(!result[field.name].is_null(), "{}: no {}", action.name, field.name);
        }
    }
}

/// Every field that the Action lists, with a value of its type, and one that it does not list.
fn payload(action: &Action) -> Map<String, Value> {
    fn value(kind: Kind) -> Value {
        match kind {
            Kind::Text => json!("客厅 \"text\""),
            Kind::Integer | Kind::Time | Kind::Count | Kind::Limit => json!(7),
            Kind::Number => json!(1.5),
            Kind::Boolean => json!(true),
            Kind::Object(shape) => object(shape.fields),
            Kind::Map => json!({ "key": 1 }),
            Kind::List(shape) => json!([object(shape.fields), object(shape.fields)]),
            Kind::Texts => json!(["a", ""]),
            Kind::Any => json!(true),
        }
    }
    fn object(fields: &[Field]) -> Value {
        Value::Object(
            fields
                .iter()
                .filter(|field| !field.wrapper)
                .map(|field| (field.name.into(), value(field.kind)))
                .collect(),
        )
    }
    let mut payload: Map<String, Value> = action
        .output
        .iter()
        .filter(|field| !field.wrapper)
        .map(|field| (field.name.into(), value(field.kind)))
        .collect();
    payload.insert("Undocumented".into(), json!([{ "kept": true }, null]));
    payload
}

/// A template with the payload's fields where it says so.
fn fill(template: &Value, payload: &Map<String, Value>) -> Value {
    let Value::Object(object) = template else {
        return template.clone();
    };
    let mut filled = Map::new();
    for (name, value) in object {
        if name == "..." {
            filled.extend(payload.clone());
        } else {
            filled.insert(name.clone(), fill(value, payload));
        }
    }
    Value::Object(filled)
}

#[test]
fn every_envelope_is_read_for_every_action() {
    let envelopes = rows("envelopes");
    for number in 1..=9 {
        let of = |row: &Value| text(row, "id").split('-').next() == Some(&number.to_string());
        assert!(envelopes.iter().any(of), "no envelope {number}");
    }
    for action in ALL {
        let payload = payload(action);
        for row in &envelopes {
            let at = format!("{} in envelope {}", action.name, row["id"]);
            let body = fill(&row["body"], &payload).to_string();
            // Where `Data` is a field of the Action's, no payload is in an object of that name.
            let name = ["Data", "data"].into_iter().find(|name| payload.contains_key(*name));
            if name.is_some_and(|name| body.contains(&format!(r#""{name}":{{"#)) && row["expected"] == "payload") {
                continue;
            }
            let status = u16::try_from(row["status"].as_u64().unwrap()).unwrap();
            let outcome = read(action.name, status, &body);
            match &row["expected"] {
                Value::String(what) => {
                    let mut expected = if what == "payload" { payload.clone() } else { Map::new() };
                    expected.insert("RequestId".into(), json!("r-envelope"));
                    assert_eq!(
                        outcome.as_ref().ok(),
                        Some(&Value::Object(expected)),
                        "{at}: {outcome:?}"
                    );
                }
                error => {
                    let outcome = outcome.unwrap_err();
                    assert_eq!(outcome.kind, ErrorKind::Api, "{at}");
                    assert_eq!(outcome.code, text(error, "code"), "{at}");
                    assert_eq!(outcome.detail, text(error, "message"), "{at}");
                    assert_eq!(outcome.action.as_deref(), Some(action.name), "{at}");
                    assert_eq!(outcome.status, Some(status), "{at}");
                    let none = error["noRequestId"].as_bool().unwrap_or(false);
                    let id = if none { "sent" } else { "r-envelope" };
                    assert_eq!(outcome.request_id.as_deref(), Some(id), "{at}");
                }
            }
        }
    }
}

/// Whatever the envelope, a white space more or an order of keys less changes nothing.
#[test]
fn envelopes_may_be_written_in_any_way() {
    for row in rows("envelopes") {
        let action = action::find("AppGetDeviceInFamily").unwrap();
        let body = fill(&row["body"], &payload(action));
        let plain = read(action.name, 200, &body.to_string());
        let pretty = format!("\u{feff}\r\n{}\n", serde_json::to_string_pretty(&body).unwrap());
        assert_eq!(read(action.name, 200, &pretty), plain, "{}", row["id"]);
        assert_eq!(
            read(action.name, 200, &reversed(&body).to_string()),
            plain,
            "{}",
            row["id"]
        );
    }
}

fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(object) => Value::Object(
            object
                .iter()
                .rev()
                .map(|(name, value)| (name.clone(), reversed(value)))
                .collect(),
        ),
        other => other.clone(),
    }
}

#[test]
fn answers_are_read_in_the_order_of_the_rules() {
    for row in rows("answers") {
        let status = u16::try_from(row["status"].as_u64().unwrap()).unwrap();
        let outcome = read(text(&row, "action"), status, text(&row, "body"));
        check(text(&row, "id"), &outcome, &row["expected"]);
    }
}

/// A body that holds an error, a code or nothing at all is never a success, whatever status it has.
#[test]
fn no_failure_reads_as_success() {
    let failures = [
        r#"{"Response":{"Error":{"Code":"A.B","Message":"m"}}}"#,
        r#"{"code":1,"msg":"m"}"#,
        r#"{"code":"x","msg":"m","data":null}"#,
        r#"{"code":1,"msg":"m","data":{"Error":{"Code":"A.B","Message":"m"}}}"#,
        "",
        "[]",
        "null",
        "\"OK\"",
        "<html></html>",
        "{",
    ];
    for action in ALL {
        for body in failures {
            for status in [200, 204, 301, 400, 401, 403, 404, 408, 429, 500, 502, 503, 504, 599] {
                let outcome = read(action.name, status, body);
                assert!(outcome.is_err(), "{} {status} {body}: {outcome:?}", action.name);
            }
        }
        for status in [100, 199, 300, 301, 304, 400, 404, 429, 500, 599, 999] {
            let outcome = read(action.name, status, r#"{"Response":{"Data":{},"RequestId":"r"}}"#);
            assert!(outcome.is_err(), "{} {status}: {outcome:?}", action.name);
        }
    }
}

/// An Action without a row is read by the same rules, without the list of its fields.
#[test]
fn untyped_answers_are_read_too() {
    let read = |body| read_answer(None, &answer(200, body), None, &secrets(&[]));
    let result = read(r#"{"Response":{"Data":{"State":"two","DeviceList":5}}}"#).unwrap();
    assert_eq!(result, json!({ "State": "two", "DeviceList": 5 }));
    let error = read(r#"{"code":5,"msg":"five"}"#).unwrap_err();
    assert_eq!(
        (error.kind, &*error.code, error.action.as_deref()),
        (ErrorKind::Api, "5", None)
    );
}

/// Fourteen Actions of the reference list an output named `Data` or `data`: for those it is no envelope.
#[test]
fn a_listed_data_is_the_payloads_own() {
    static LISTS_DATA: Action = Action {
        output: &[field("Data", Text, "")],
        ..action::catalog::app_get_device_in_family::ACTION
    };
    static LISTS_LOWER: Action = Action {
        output: &[field("data", Object(&structs::APP_DEVICE_INFO), "")],
        ..action::catalog::app_get_device_in_family::ACTION
    };
    let read = |row: &'static Action, body: &Value| {
        read_answer(Some(Row::of(row)), &answer(200, &body.to_string()), None, &secrets(&[]))
    };
    let texts = json!({ "Response": { "Data": "{}", "RequestId": "r" } });
    assert_eq!(read(&LISTS_DATA, &texts), Ok(json!({ "Data": "{}", "RequestId": "r" })));
    let object = json!({ "Response": { "Data": { "a": 1 }, "RequestId": "r" } });
    assert_eq!(read(&LISTS_DATA, &object).unwrap_err().code, "Protocol.BadField");
    let lower = json!({ "Response": { "data": { "DeviceId": "P/D" }, "RequestId": "r" } });
    assert_eq!(
        read(&LISTS_LOWER, &lower),
        Ok(json!({ "data": { "DeviceId": "P/D" }, "RequestId": "r" }))
    );
    // The live style's `data` stays an envelope.
    let live = json!({ "code": 0, "msg": "", "data": { "Data": "x", "RequestId": "r" } });
    assert_eq!(read(&LISTS_DATA, &live), Ok(json!({ "Data": "x", "RequestId": "r" })));
}

/// A text that is known to come as a number is handed out as text, and no other is.
#[test]
fn a_loose_text_may_come_as_a_number() {
    let room = |action, value: Value| {
        let body = json!({ "Response": { "Data": { "RoomId": value }, "RequestId": "r" } });
        read(action, 200, &body.to_string()).map(|result| result["RoomId"].clone())
    };
    for (value, wanted) in [
        (json!(0), json!("0")),
        (json!(-12), json!("-12")),
        (json!("r_1"), json!("r_1")),
        (json!(""), json!("")),
        (json!(null), json!(null)),
    ] {
        assert_eq!(room("AppUpdateDeviceInFamily", value), Ok(wanted));
    }
    for value in [json!(true), json!([]), json!({})] {
        let error = room("AppUpdateDeviceInFamily", value).unwrap_err();
        assert_eq!((&*error.code, &*error.detail), ("Protocol.BadField", "RoomId"));
    }
    assert_eq!(
        room("AppGetDeviceInFamily", json!(0)).unwrap_err().code,
        "Protocol.BadField"
    );
}

/// Where the reference's examples and tables disagree, one reading is handed out.
#[test]
fn spellings_and_types_of_the_examples_are_put_right() {
    let of = |name: &str| {
        let action = action::find(name).unwrap();
        read(name, 200, action.docs.example.answer).unwrap()
    };
    assert_eq!(of("AppUpdateDeviceInFamily")["RoomId"], "0");
    let devices = of("AppGetFamilyDeviceList")["DeviceList"].clone();
    assert_eq!(devices[0]["UserId"], "1");
    assert_eq!(devices[0].get("UserID"), None);
    let timer = r#"{"Response":{"TimerList":[{"Status":"1"},{"Status":0}],"RequestId":"r"}}"#;
    let timers = read("AppGetTimerList", 200, timer).unwrap()["TimerList"].clone();
    assert_eq!((&timers[0]["Status"], &timers[1]["Status"]), (&json!(1), &json!(0)));
    let statuses = r#"{"Response":{"Devices":[{"DeviceName":"d","Online":1}],"RequestId":"r"}}"#;
    let statuses = read("AppGetDeviceStatuses", 200, statuses).unwrap();
    assert_eq!(statuses["DeviceStatuses"][0]["Online"], 1);
    assert_eq!(statuses.get("Devices"), None);
    let output = r#"{"Response":{"OutputParqams":"{}","RequestId":"r"}}"#;
    assert_eq!(
        read("AppCallDeviceActionSync", 200, output).unwrap()["OutputParams"],
        "{}"
    );
    assert_eq!(of("AppDescribeAutomation")["Data"]["AutomationId"], "a_cd61dd");
    assert_eq!(of("AppGetToken")["ExpireAt"], 1_556_076_201);
}

/// The types that none of the seven Actions lists.
#[test]
fn booleans_and_numbers_are_held_to_their_types() {
    static ROW: Action = Action {
        output: &[field("Yes", Boolean, ""), field("Size", Number, "")],
        ..action::catalog::app_get_device_in_family::ACTION
    };
    let read = |body: Value| {
        read_answer(
            Some(Row::of(&ROW)),
            &answer(200, &body.to_string()),
            None,
            &secrets(&[]),
        )
    };
    for good in [
        json!({ "Yes": true, "Size": 1.5 }),
        json!({ "Yes": false, "Size": -3 }),
        json!({ "Yes": null }),
    ] {
        assert_eq!(read(json!({ "Response": good })), Ok(good));
    }
    for bad in [
        json!({ "Yes": 1 }),
        json!({ "Yes": "true" }),
        json!({ "Size": "1.5" }),
        json!({ "Size": true }),
    ] {
        assert_eq!(
            read(json!({ "Response": bad })).unwrap_err().code,
            "Protocol.BadField",
            "{bad}"
        );
    }
}

#[test]
fn requests_carry_nothing_else_and_go_where_they_should() {
    let prepared = Prepared::<Value>::new("AppCreateDeviceBindToken", None, false).unwrap();
    assert_eq!(
        prepared.request(common("at", "id")).unwrap(),
        r#"{"Action":"AppCreateDeviceBindToken","RequestId":"id","AccessToken":"at"}"#
    );
    assert_eq!(
        ENDPOINT_CHINA,
        "https://iot.cloud.tencent.com/api/exploreropen/tokenapi"
    );
    assert_eq!(
        ENDPOINT_OVERSEAS,
        "https://oversea.iotcloud.tencentiotcloud.com/api/exploreropen/tokenapi"
    );
}

/// What the cloud repeats of a request's secrets is taken out, wherever it stands.
#[test]
fn errors_hold_no_secret_of_their_request() {
    let row = row::find("AppTokenBindDeviceFamily");
    let secret = BIND_TOKEN;
    let bodies = [
        (
            200,
            json!({ "Response": { "Error": { "Code": "A.B", "Message": format!("bad {secret}!") } } }).to_string(),
        ),
        (
            200,
            json!({ "Response": { "Error": { "Code": secret, "Message": secret } } }).to_string(),
        ),
        (
            200,
            json!({ "Response": { "Error": { "Code": "A" }, "RequestId": secret } }).to_string(),
        ),
        (200, json!({ "code": 1, "msg": secret }).to_string()),
        (200, json!({ "code": secret, "msg": "" }).to_string()),
        (502, format!("<p>{secret}</p>")),
        (200, format!("token={secret}")),
        (200, json!({ "Response": secret }).to_string()),
        (200, format!("{{\"Token\":\"{secret}\"")),
    ];
    for (status, body) in bodies {
        let error = read_answer(row, &answer(status, &body), Some(&json!("sent")), &secrets(&[secret])).unwrap_err();
        assert_no_secret(&format!("{error:?} {}", error.text()));
    }
    // The id that the caller chose may repeat one too, as the reference's example does.
    let error = read_answer(
        row,
        &answer(200, r#"{"code":1,"msg":""}"#),
        Some(&json!(secret)),
        &secrets(&[secret]),
    )
    .unwrap_err();
    assert_no_secret(&format!("{error:?}"));
}

/// An excerpt ends after so many characters, perhaps in the middle of a secret: half of one is shown no more than all.
#[test]
fn an_excerpt_shows_no_half_of_a_secret() {
    for before in 0..=SHOWN_CHARS {
        let body = format!("{}{BIND_TOKEN} and more that follows", ".".repeat(before));
        let error = read_answer(None, &answer(502, &body), None, &secrets(&[BIND_TOKEN])).unwrap_err();
        assert!(
            !error.text().contains(&BIND_TOKEN[..4]),
            "after {before}: {}",
            error.text()
        );
    }
}

/// A secret that holds another one is taken out whole.
#[test]
fn a_secret_within_a_secret_leaves_nothing_behind() {
    let hidden = secrets(&["abc", "abcdef", "", "abc"]);
    assert_eq!(hidden.scrub(&json!("x abcdef y abc z ab")), json!("x *** y *** z ab"));
    assert_eq!(format!("{hidden:?}"), "Secrets(4 hidden)");
}

#[test]
fn nothing_that_can_be_printed_shows_a_secret() {
    let params = json!({ "Token": BIND_TOKEN, "ProductId": "P", "DeviceName": "D", "FamilyId": "f", "RoomId": "0" });
    let prepared = prepared("AppTokenBindDeviceFamily", &params);
    let request = prepared.request(common(support::ACCESS_TOKEN, "id")).unwrap();
    assert!(request.contains(BIND_TOKEN));
    let answer = answer(
        200,
        &json!({ "Response": { "Data": { "Token": BIND_TOKEN } } }).to_string(),
    );
    assert_no_secret(&format!("{prepared:?} {:?} {answer:?}", prepared.secrets()));
}
