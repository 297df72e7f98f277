//! Parameters: what is refused, what is sent for what was handed in, and what passes untouched.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use iotexplorer_client::action::check::check_common;
use iotexplorer_client::action::prelude::*;
use iotexplorer_client::action::{ALL, Kind, LIMIT_MAX_ENTRIES};
use iotexplorer_client::envelope::{self, Prepared};
use iotexplorer_client::error::{ErrorKind, Result};
use serde_json::{Map, Value, json};
use support::{
    ACCESS_TOKEN, Asking, BIND_TOKEN, Request as _, SIGNATURE, assert_no_secret, common, fields, own_fields, prepared,
    rows, text,
};

/// The own fields that are sent for `params`, in order.
fn sent(action: &str, params: Option<&Value>, untyped: bool) -> Result<Vec<(String, Value)>> {
    let request = Prepared::new(action, params, untyped)?.request(common("at", "id"))?;
    Ok(own_fields(action, &request, common("at", "id")).into_iter().collect())
}

#[test]
fn parameters_are_sent_or_refused_as_the_vectors_say() {
    for row in rows("params") {
        let at = text(&row, "id");
        // In a vector null stands for params left out, unless it says that it was given.
        let params = Some(&row["params"]).filter(|params| !params.is_null() || row["given"] == json!(true));
        let outcome = sent(text(&row, "action"), params, row["untyped"] == json!(true));
        let (fields, wanted) = (&row["expected"]["fields"], &row["expected"]["error"]);
        match outcome {
            Ok(own) => {
                let own: Vec<Value> = own.into_iter().map(|(name, value)| json!([name, value])).collect();
                let expected: Vec<Value> = fields
                    .as_array()
                    .unwrap_or_else(|| panic!("{at}: sent {own:?} instead of {wanted}"))
                    .iter()
                    .map(|pair| match pair[1]["digits"].as_str() {
                        // Written as text here, since a JavaScript reader of this file would round it.
                        Some(digits) => json!([pair[0], digits.parse::<i64>().unwrap()]),
                        None => pair.clone(),
                    })
                    .collect();
                assert_eq!(own, expected, "{at}");
            }
            Err(error) => {
                assert!(!wanted.is_null(), "{at}: {error:?}");
                assert_eq!(error.kind, ErrorKind::Parameter, "{at}");
                assert_eq!(error.code, text(wanted, "code"), "{at}");
                assert_eq!(error.parameter.as_deref(), wanted["parameter"].as_str(), "{at}");
                assert_eq!(error.action.as_deref(), row["action"].as_str(), "{at}");
                assert!(!error.retryable && !error.may_be_bound, "{at}");
                assert!(
                    error.text().starts_with(text(wanted, "parameter")),
                    "{at}: {}",
                    error.text()
                );
            }
        }
    }
}

/// A good value for a parameter.
fn good(param: &Param) -> Value {
    match param.kind {
        Kind::Text => json!(param.values.iter().find(|value| !value.is_empty()).unwrap_or(&"text")),
        Kind::Integer | Kind::Time | Kind::Count | Kind::Limit => json!(5),
        Kind::Number => json!(1.5),
        Kind::Boolean => json!(true),
        Kind::Object(_) | Kind::Map => json!({}),
        Kind::List(_) => json!([]),
        Kind::Texts => json!(["text", ""]),
        Kind::Any => unreachable!("within structs only"),
    }
}

fn good_params(action: &Action) -> Map<String, Value> {
    action
        .params
        .iter()
        .map(|param| (param.name.into(), good(param)))
        .collect()
}

/// Whatever Actions there are: each parameter missing, null, empty and mistyped.
#[test]
fn every_parameter_of_every_action_is_checked() {
    for action in ALL {
        let whole = good_params(action);
        sent(action.name, Some(&Value::Object(whole.clone())), false).unwrap();
        for param in action.params {
            let at = format!("{} {}", action.name, param.name);
            let with = |value: Option<Value>| {
                let mut params = whole.clone();
                match value {
                    Some(value) => params.insert(param.name.into(), value),
                    None => params.shift_remove(param.name),
                };
                sent(action.name, Some(&Value::Object(params)), false)
            };
            let refused = |value: Option<Value>, code: &str| {
                let error = with(value.clone()).expect_err(&format!("{at} took {value:?}"));
                assert_eq!(error.code, code, "{at} {value:?}");
                assert_eq!(error.parameter.as_deref(), Some(param.name), "{at} {value:?}");
                assert_eq!(error.action.as_deref(), Some(action.name), "{at} {value:?}");
            };
            match param.required {
                true => refused(None, "Parameter.Missing"),
                false => drop(with(None).unwrap()),
            }
            let wrong = [
                json!(null),
                json!("text"),
                json!(1.5),
                json!(true),
                json!({}),
                json!([]),
                json!(""),
            ];
            for value in wrong {
                let fits = match param.kind {
                    Kind::Text => value.is_string(),
                    Kind::Number => value.is_number(),
                    Kind::Boolean => value.is_boolean(),
                    Kind::Object(_) | Kind::Map => value.is_object(),
                    Kind::List(_) | Kind::Texts => value.is_array(),
                    Kind::Any => true,
                    Kind::Integer | Kind::Time | Kind::Count | Kind::Limit => false,
                };
                if !fits {
                    refused(Some(value), "Parameter.WrongType");
                }
            }
            match param.kind {
                Kind::Texts => refused(Some(json!(["text", 1])), "Parameter.WrongType"),
                Kind::Text if param.required => refused(Some(json!("")), "Parameter.Empty"),
                Kind::Text if !param.values.is_empty() => refused(Some(json!("no such value")), "Parameter.NotAllowed"),
                Kind::Time | Kind::Count => {
                    refused(Some(json!(-1)), "Parameter.OutOfRange");
                    refused(Some(json!("9223372036854775808")), "Parameter.OutOfRange");
                    with(Some(json!("9223372036854775807"))).unwrap();
                }
                Kind::Limit => {
                    refused(Some(json!(LIMIT_MAX_ENTRIES + 1)), "Parameter.OutOfRange");
                    refused(Some(json!("-1")), "Parameter.WrongType");
                    with(Some(json!(LIMIT_MAX_ENTRIES))).unwrap();
                }
                _ => {}
            }
        }
    }
}

/// Types that none of the seven Actions takes.
#[test]
fn integers_and_other_types_are_checked_too() {
    use iotexplorer_client::action::check::check_params;
    use iotexplorer_client::action::row::Row;
    use iotexplorer_client::error::Secrets;
    static ROW: Action = Action {
        params: &[
            optional("Whole", Integer, ""),
            optional("Size", Number, ""),
            optional("Yes", Boolean, ""),
            optional("Thing", Object(&structs::APP_DEVICE_INFO), ""),
            optional("Things", List(&structs::APP_DEVICE_INFO), ""),
        ],
        ..iotexplorer_client::action::catalog::app_get_device_in_family::ACTION
    };
    let check = |params: Value| {
        let mut body = json!({});
        check_params(Some(Row::of(&ROW)), Some(&params), &mut body, &mut Secrets::default()).map(|()| body)
    };
    for good in [
        json!({ "Whole": -7 }),
        json!({ "Size": 1.5 }),
        json!({ "Yes": false }),
        json!({ "Thing": { "b": [1] } }),
        json!({ "Things": [1, "x"] }),
    ] {
        assert_eq!(check(good.clone()), Ok(good));
    }
    for bad in [
        json!({ "Whole": "-7" }),
        json!({ "Size": "1.5" }),
        json!({ "Yes": 1 }),
        json!({ "Yes": null }),
        json!({ "Thing": [] }),
        json!({ "Thing": null }),
        json!({ "Things": {} }),
        json!({ "Things": "[]" }),
    ] {
        let error = check(bad.clone()).unwrap_err();
        assert_eq!(error.code, "Parameter.WrongType", "{bad}");
    }
}

#[test]
fn a_body_may_be_one_mebibyte_and_no_more() {
    const BODY_MAX_BYTES: usize = envelope::BODY_MAX_BYTES as usize;
    let params = |name: String| json!({ "ProductId": "P", "FamilyId": "f", "DeviceName": name });
    let body =
        |name: String| Prepared::new("AppGetDeviceInFamily", Some(&params(name)), false)?.request(common("at", "id"));
    let rest = body("x".into()).unwrap().len() - 1;

    let exact = body("n".repeat(BODY_MAX_BYTES - rest)).unwrap();
    assert_eq!(exact.len(), 1024 * 1024);
    let error = body("n".repeat(BODY_MAX_BYTES - rest + 1)).unwrap_err();
    assert_eq!((error.kind, &*error.code), (ErrorKind::Parameter, "Parameter.TooLarge"));
    assert_eq!(error.parameter.as_deref(), Some("DeviceName"));
    assert_eq!(error.action.as_deref(), Some("AppGetDeviceInFamily"));

    // Bytes count, not characters; and what JSON writes, not what was handed in.
    assert_eq!(
        body("客".repeat(BODY_MAX_BYTES / 3)).unwrap_err().code,
        "Parameter.TooLarge"
    );
    assert_eq!(
        body("\u{0}".repeat(BODY_MAX_BYTES / 6)).unwrap_err().code,
        "Parameter.TooLarge"
    );
    assert_eq!(
        body("\"".repeat(BODY_MAX_BYTES / 2)).unwrap_err().code,
        "Parameter.TooLarge"
    );
    // Extras and the common ones count as well.
    let mut extra = params("D".into());
    extra["Extra"] = json!("x".repeat(BODY_MAX_BYTES));
    let error = prepared("AppGetDeviceInFamily", &extra)
        .request(common("at", "id"))
        .unwrap_err();
    assert_eq!(error.parameter.as_deref(), Some("Extra"));
    let token = "t".repeat(BODY_MAX_BYTES);
    let error = prepared("AppGetDeviceInFamily", &params("D".into()))
        .request(common(&token, "id"))
        .unwrap_err();
    assert_eq!(error.code, "Parameter.TooLarge");
}

/// The parameters of the client go with every call, and override nothing.
#[test]
fn common_parameters_are_added_and_never_override() {
    let added = json!({
        "RegionId": 1, "lang": "zh-CN", "FamilyId": "from the client", "Extra": "from the client",
        "Action": "AppDeleteFamily", "RequestId": "x", "AccessToken": "x", "Nested": { "b": [null] },
    });
    let added = check_common(Some(&added)).unwrap();
    let params = json!({ "ProductId": "P", "FamilyId": "f", "DeviceName": "D", "Extra": "from the call" });
    let common = Asking {
        params: Some(&added),
        ..common("at", "id")
    };
    let request = prepared("AppGetDeviceInFamily", &params).request(common).unwrap();
    assert_eq!(
        request,
        concat!(
            r#"{"Action":"AppGetDeviceInFamily","RequestId":"id","AccessToken":"at","ProductId":"P","FamilyId":"f","#,
            r#""DeviceName":"D","Extra":"from the call","RegionId":1,"lang":"zh-CN","Nested":{"b":[null]}}"#
        )
    );
    // A default of the table is the call's own too.
    let bind_type = check_common(Some(&json!({ "BindType": "other_sign" }))).unwrap();
    let params =
        json!({ "FamilyId": "f", "ProductId": "P", "DeviceName": "D", "DeviceTimestamp": 1, "Signature": "s" });
    let common = Asking {
        params: Some(&bind_type),
        ..common
    };
    let request = prepared("AppSigBindDeviceInFamily", &params).request(common).unwrap();
    assert_eq!(fields(&request)["BindType"], json!("wifi_sign"));
}

/// A bad one is named as what it is: an option of the client, not a parameter of a call.
#[test]
fn bad_common_parameters_are_named() {
    assert_eq!(check_common::<Value>(None), Ok(json!({})));
    for (bad, code, parameter) in [
        (json!([]), "Parameter.WrongType", "commonParams"),
        (json!("x"), "Parameter.WrongType", "commonParams"),
        (json!(null), "Parameter.WrongType", "commonParams"),
        (
            json!({ "__proto__": 1 }),
            "Parameter.Forbidden",
            "commonParams.__proto__",
        ),
    ] {
        let error = check_common(Some(&bad)).unwrap_err();
        assert_eq!((error.kind, &*error.code), (ErrorKind::Parameter, code), "{bad}");
        assert_eq!(error.parameter.as_deref(), Some(parameter), "{bad}");
    }
}

/// Texts go out so that the cloud reads what was handed in, whatever is in them.
#[test]
fn texts_survive_the_way_to_json() {
    let every: String = (0..=0x1f_u8)
        .map(char::from)
        .chain("\"\\/\u{7f}\u{80}\u{2028}\u{d7ff}\u{e000}\u{ffff}😀".chars())
        .collect();
    let own = sent(
        "AppGetDeviceInFamily",
        Some(&json!({ "ProductId": every, "FamilyId": "\\u0000", "DeviceName": "</script>" })),
        false,
    )
    .unwrap();
    let values: Vec<_> = own.iter().map(|(_, value)| value.as_str().unwrap()).collect();
    assert_eq!(values, [&*every, "\\u0000", "</script>"]);
    let request = prepared(
        "AppGetDeviceInFamily",
        &json!({ "ProductId": "P", "FamilyId": "f", "DeviceName": "D" }),
    )
    .request(common("to\"ken\n", "i\\d"))
    .unwrap();
    assert_eq!(fields(&request)["AccessToken"], json!("to\"ken\n"));
    assert_eq!(fields(&request)["RequestId"], json!("i\\d"));
}

/// Integers go out as JSON numbers with all their digits.
#[test]
fn integers_keep_their_digits() {
    let params = json!({
        "FamilyId": "f", "ProductId": "P", "DeviceName": "D", "DeviceTimestamp": "9223372036854775807", "Signature": "s"
    });
    let request = prepared("AppSigBindDeviceInFamily", &params)
        .request(common("at", "id"))
        .unwrap();
    assert!(
        request.contains(r#""DeviceTimestamp":9223372036854775807,"#),
        "{}",
        request
    );
}

/// An Action is read-only only where the table says so.
#[test]
fn what_the_table_does_not_know_counts_as_changing_something() {
    let untyped = Prepared::new("AppListSomething", Some(&json!({})), true).unwrap();
    assert!(!untyped.is_read_only());
    for action in ALL {
        let prepared = Prepared::new(action.name, Some(&Value::Object(good_params(action))), true).unwrap();
        assert_eq!(prepared.is_read_only(), action.access == ReadOnly, "{}", action.name);
    }
    for (name, access) in [
        ("AppCreateDeviceBindToken", Changing),
        ("AppGetDeviceBindTokenState", ReadOnly),
        ("AppGetDeviceInFamily", ReadOnly),
        ("AppGetFamilySubDeviceList", ReadOnly),
        ("AppSigBindDeviceInFamily", Changing),
        ("AppSigGatewayBindDevice", Changing),
        ("AppTokenBindDeviceFamily", Changing),
    ] {
        assert_eq!(iotexplorer_client::action::find(name).unwrap().access, access, "{name}");
    }
}

/// No refusal repeats a secret that was handed in, be it right or wrong.
#[test]
fn refusals_repeat_no_value() {
    let whole =
        json!({ "FamilyId": "f", "ProductId": "P", "DeviceName": "D", "DeviceTimestamp": 1, "Signature": SIGNATURE });
    let secrets = [
        json!(SIGNATURE),
        json!([SIGNATURE]),
        json!({ "x": BIND_TOKEN }),
        json!(ACCESS_TOKEN),
    ];
    for name in [
        "FamilyId",
        "ProductId",
        "DeviceTimestamp",
        "BindType",
        "SignMethod",
        "Signature",
        "__proto__",
    ] {
        for secret in &secrets {
            let mut params = whole.clone();
            params[name] = secret.clone();
            match Prepared::new("AppSigBindDeviceInFamily", Some(&params), false) {
                Ok(prepared) => assert_no_secret(&format!("{prepared:?}")),
                Err(error) => assert_no_secret(&format!("{error:?} {}", error.text())),
            }
        }
    }
}
