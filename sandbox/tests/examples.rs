//! Every Action of the table: the documented example goes through the client's builder, the sandbox and the client's reader, in
//! both styles, and the answer has all that the table promises.
//!
//! An example names what no world has (`f_1`, `dev1`): where the sandbox has rules, it is asked about what this world has.

#![allow(clippy::needless_pass_by_value, reason = "callers write json!({…}) in place")]

mod common;

use common::{ALICE, APP_KEY, APP_SECRET, BOB, GATEWAY, LAMP, PLUG, SENSOR, Server, payload, token_bind};
use iotexplorer_client::action::{self, Action, Auth, Field, Kind, row};
use iotexplorer_client::envelope::{AppKeys, Caller, Common, Prepared, read_answer};
use iotexplorer_client::http::{Answer, Body};
use iotexplorer_sandbox::{API_PATH, APP_API_PATH};
use serde_json::{Value, json};

/// The Actions that are answered with their documented example, whatever is asked.
const BY_EXAMPLE: &[&str] = &[
    "AppCallDeviceActionAsync",
    "AppCallDeviceActionSync",
    "AppCheckFirmwareUpdate",
    "AppControlDeviceResource",
    "AppCreateFence",
    "AppCreateProductResource",
    "AppDeleteFence",
    "AppDescribeDeviceResource",
    "AppDescribeFirmwareUpdateStatus",
    "AppGetDeviceAggsData",
    "AppGetDeviceLocation",
    "AppGetDeviceLocationHistory",
    "AppGetFenceEventList",
    "AppGetFenceList",
    "AppGetResourceDownloadUrl",
    "AppGetResourceUploadURL",
    "AppKugouDeviceCommand",
    "AppKugouUserCommand",
    "AppListEventHistory",
    "AppModifyFence",
    "AppModifyFenceStatus",
    "AppPublishFirmwareUpdateMessage",
    "AppPublishMsgAsDevice",
    "AppPublishRRPCMessage",
    "AppReportDataAsDevice",
    "AppReportDeviceEvent",
    "IotVideoDescribeCloudStorageDate",
    "IotVideoDescribeCloudStorageEvents",
    "IotVideoDescribeCloudStorageStreamData",
    "IotVideoDescribeCloudStorageThumbnail",
    "IotVideoDescribeCloudStorageTime",
    "IotVideoGenerateSignedVideoURL",
];

/// Listed by a struct only, which says that it comes once, after an account was to be closed.
const RARE: &str = "CancelAccountTime";

#[test]
fn every_documented_example_is_answered_in_both_styles() {
    let server = Server::start();
    for name in BY_EXAMPLE {
        assert!(action::find(name).is_some(), "{name}");
    }
    for action in action::ALL {
        let is_by_example = BY_EXAMPLE.contains(&action.name);
        for style in ["documented", "live"] {
            server.control("reset", json!({}));
            let mut params: Value = serde_json::from_str(action.docs.example.params).unwrap();
            if !is_by_example {
                suit(&server, action.name, &mut params);
            }
            let at = format!("{} {params} ({style})", action.name);
            let body = ask(&server, action, style, &params);
            if style == "documented" {
                let (got, example) = (parse(&body), parse(action.docs.example.answer));
                assert_eq!(
                    got.get("Response").is_some(),
                    example.get("Response").is_some(),
                    "{at}: {body}"
                );
                if is_by_example {
                    assert_eq!(got, with_id(&example), "{at}");
                }
                for (name, other) in spellings(action.output) {
                    let shows = |name: &str| action.docs.example.answer.contains(&format!("\"{name}\":"));
                    let expected = if shows(other) && !shows(name) { other } else { name };
                    assert!(
                        body.contains(&format!("\"{expected}\":")),
                        "{at}: no {expected} in {body}"
                    );
                }
            }
            let read = read_answer(
                row::find(action.name),
                &Answer {
                    status: 200,
                    retry_after_ms: None,
                    body: Body::read(&body),
                },
                Some(&json!("sent")),
                &iotexplorer_client::error::Secrets::default(),
            );
            let read = read.unwrap_or_else(|error| panic!("{at}: {error:?}\n{body}"));
            assert_eq!(read["RequestId"], "sent", "{at}");
            for field in action.output {
                // What stands in lists and objects there is the example's.
                let depth = if is_by_example { 0 } else { 9 };
                expect_field(&at, field, &read[field.name], depth);
            }
        }
    }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The fields that have two spellings, those of list elements included.
fn spellings(fields: &[Field]) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    for field in fields {
        if let Some(other) = field.also {
            found.push((field.name, other));
        }
        if let Kind::List(inner) | Kind::Object(inner) = field.kind {
            found.extend(spellings(inner.fields));
        }
    }
    found
}

/// The answer with the request's id wherever it has one.
fn with_id(answer: &Value) -> Value {
    let Value::Object(object) = answer else {
        return answer.clone();
    };
    let entry = |(name, value): (&String, &Value)| match name.as_str() {
        "RequestId" => (name.clone(), json!("sent")),
        _ => (name.clone(), with_id(value)),
    };
    Value::Object(object.iter().map(entry).collect())
}

/// Sends what the client would send, and reads all of it.
fn ask(server: &Server, action: &Action, style: &str, params: &Value) -> String {
    let (path, caller) = match action.auth {
        Auth::AccessToken => (API_PATH, Caller::User(json!(server.access_token(ALICE)))),
        Auth::AppSecret => {
            let keys = AppKeys {
                key: json!(APP_KEY),
                secret: json!(APP_SECRET),
            };
            let (timestamp, nonce) = (f64::from(u32::try_from(common::now()).unwrap()), 5_417_523.0);
            (APP_API_PATH, Caller::App { keys, timestamp, nonce })
        }
    };
    let common = Common {
        caller,
        request_id: json!("sent"),
        params: None,
    };
    let mut prepared = Prepared::new(action.name, Some(params), false)
        .unwrap_or_else(|error| panic!("{} {params}: {error:?}", action.name));
    let body = prepared.body(common).unwrap();
    let headers = [("Content-Type", "application/json"), ("X-Sandbox-Envelope", style)];
    let answer = server.send("POST", path, &headers, body.as_str().unwrap());
    assert_eq!(answer.status, 200, "{}: {}", action.name, answer.body);
    answer.body
}

/// The field is there and of its kind, and so is what is in it, down to a depth.
fn expect_field(at: &str, field: &Field, value: &Value, depth: u32) {
    if value.is_null() && (field.optional || field.name == RARE) {
        return;
    }
    let fits = match field.kind {
        Kind::Text => value.is_string(),
        // Beyond what a number can say exactly.
        _ if field.wide => value.as_str().is_some_and(|digits| digits.parse::<i64>().is_ok()) || value.is_i64(),
        Kind::Integer | Kind::Count | Kind::Time | Kind::Limit => value.is_i64(),
        Kind::Number => value.is_number(),
        Kind::Boolean => value.is_boolean(),
        Kind::Object(_) | Kind::Map => value.is_object(),
        Kind::List(_) | Kind::Texts => value.is_array(),
        Kind::Any => !value.is_null(),
    };
    assert!(fits, "{at}: {} is {value}", field.name);
    if depth == 0 {
        return;
    }
    let (inner, objects) = match (field.kind, value) {
        (Kind::List(inner), Value::Array(list)) => {
            assert!(!list.is_empty(), "{at}: {} has nothing to look at", field.name);
            (inner, &list[..])
        }
        (Kind::Object(inner), object) => (inner, std::slice::from_ref(object)),
        _ => return,
    };
    for object in objects {
        // A condition has one of two, as its type says.
        let present = inner
            .fields
            .iter()
            .filter(|field| !object[field.name].is_null() || inner.name != "Condition");
        for field in present {
            // In a list the other spelling stays as it came, unless the reader put it right.
            let spelled = field.also.filter(|also| !object[*also].is_null()).unwrap_or(field.name);
            expect_field(at, field, &object[spelled], depth - 1);
        }
    }
}

/// Makes an example's parameters fit this world, and this world the example.
fn suit(server: &Server, name: &str, params: &mut Value) {
    let given = params.as_object_mut().unwrap();
    for (param, value) in [
        ("FamilyId", json!("f-home")),
        ("RoomId", json!("r-living")),
        ("ProductId", json!(LAMP)),
        ("DeviceName", json!("lamp-1")),
        ("GatewayProductId", json!(GATEWAY)),
        ("GatewayDeviceName", json!("gateway-1")),
        ("ProductIds", json!([LAMP])),
        ("DeviceIds", json!([format!("{LAMP}/lamp-1")])),
        ("FieldName", json!("brightness")),
        ("MinTime", json!(0)),
        ("MaxTime", json!(2_000_000_000_000_i64)),
        ("Offset", json!(0)),
        ("Limit", json!(10)),
        ("Days", json!("0111110")),
        ("TimePoint", json!("9:30")),
        ("Repeat", json!(1)),
        ("CountryCode", json!("86")),
        ("PhoneNumber", json!("10000000009")),
        ("Email", json!("new@example.com")),
        ("ToUserID", json!(BOB)),
        ("Context", json!("")),
    ] {
        if given.contains_key(param) {
            given.insert(param.to_owned(), value);
        }
    }
    let mut set = |param: &str, value: Value| params[param] = value;
    let first = |action: &str, params: Value| payload(&server.call_in("documented", action, params));
    match name {
        "AppGetDeviceBindTokenState" => set("Token", json!(server.make_token())),
        "AppGetMultiDeviceBindTokenState" => {
            let token = server.make_token();
            let report = json!({ "token": token, "productId": PLUG, "deviceName": "plug-1", "tokenVersion": 3 });
            server.control("device/report-token", report);
            set("Token", json!(token));
        }
        "AppTokenBindDeviceFamily" => *params = token_bind(&server.reported_token("plug-1"), "plug-1", "f-home"),
        "AppSigBindDeviceInFamily" => *params = server.signed(PLUG, "plug-1", "f-home", json!({})),
        "AppSecureAddDeviceInFamily" => {
            let code = server.control("device/code", json!({ "productId": PLUG, "deviceName": "plug-1" }));
            set("DeviceSignature", code["deviceSignature"].clone());
        }
        "AppSigGatewayBindDevice" => *params = server.gateway_signed(SENSOR, "sensor-1", "gateway-1"),
        "AppBindSubDeviceInFamily"
        | "AppGatewayUnbindDevice"
        | "AppGetFamilySubDeviceList"
        | "AppGetGatewayBindDeviceList" => {
            if name != "AppBindSubDeviceInFamily" {
                first("AppBindSubDeviceInFamily", sensor());
            }
            if name == "AppGetGatewayBindDeviceList" {
                set("ProductId", json!(SENSOR));
            } else if name != "AppGetFamilySubDeviceList" {
                *params = sensor();
            }
        }
        "AppDeleteFamily" => set("Name", json!("Home")),
        "AppControlDeviceData" => set("Data", json!(r#"{"power_switch":1}"#)),
        "AppJoinFamily" | "AppExitFamily" => {
            let token = payload(&server.call_as(BOB, "AppInviteMember", json!({ "FamilyId": "f-bob", "Name": "x" })));
            if name == "AppExitFamily" {
                first("AppJoinFamily", token);
                set("FamilyId", json!("f-bob"));
            } else {
                *params = token;
            }
        }
        "AppDeleteFamilyMember" => {
            let token = first("AppInviteMember", json!({ "FamilyId": "f-home", "Name": "Home" }));
            payload(&server.call_as(BOB, "AppJoinFamily", token));
            set("MemberId", json!(BOB));
        }
        "AppListShareDeviceUsers" | "AppRemoveShareDeviceUser" => {
            let mut share = json!({ "FamilyId": "f-home", "ProductId": LAMP, "DeviceName": "lamp-1" });
            let token = first("AppCreateShareDeviceToken", share.clone());
            share["ShareDeviceToken"] = token["ShareDeviceToken"].clone();
            payload(&server.call_as(BOB, "AppBindUserShareDevice", share));
            if name == "AppRemoveShareDeviceUser" {
                set("RemoveUserId", json!(BOB));
            }
        }
        "AppDescribeShareDeviceToken"
        | "AppBindUserShareDevice"
        | "AppListUserShareDevices"
        | "AppRemoveUserShareDevice" => {
            let share = shared_by_bob(server);
            if matches!(name, "AppListUserShareDevices" | "AppRemoveUserShareDevice") {
                first("AppBindUserShareDevice", share.clone());
            }
            for (param, value) in share.as_object().unwrap() {
                if params.get(param).is_some() {
                    params[param] = value.clone();
                }
            }
        }
        "AppGetMessages" | "AppDeleteMessage" => {
            let invite = json!({ "FamilyId": "f-bob", "ToUserID": ALICE });
            payload(&server.call_as(BOB, "AppSendShareFamilyInvite", invite));
            let asked = json!({ "Category": 2, "Limit": 10 });
            if name == "AppGetMessages" {
                *params = asked;
            } else {
                let message = &server.call_in("live", "AppGetMessages", asked)["data"]["Msgs"][0];
                set("MsgID", message["MsgId"].clone());
            }
        }
        "AppCreateTimer" | "AppModifyTimer" | "AppModifyTimerStatus" | "AppDeleteTimer" | "AppGetTimerList" => {
            let timer = first("AppCreateTimer", timer());
            for (param, value) in [("Data", json!("{}")), ("TimerId", timer["TimerId"].clone())] {
                if params.get(param).is_some() {
                    params[param] = value;
                }
            }
        }
        "AppModifyScene" | "AppDeleteScene" | "AppRunScene" | "AppGetSceneList" => {
            let scene = json!({ "FamilyId": "f-home", "SceneName": "x", "SceneIcon": "x", "Actions": actions() });
            let scene = first("AppCreateScene", scene);
            if params.get("SceneId").is_some() {
                params["SceneId"] = scene["SceneId"].clone();
            }
        }
        "AppModifyAutomation"
        | "AppModifyAutomationStatus"
        | "AppDescribeAutomation"
        | "AppDeleteAutomation"
        | "AppGetAutomationList" => {
            let automation = first("AppCreateAutomation", automation());
            if params.get("AutomationId").is_some() {
                params["AutomationId"] = automation["AutomationId"].clone();
            }
        }
        "AppGetToken" => *params = json!({ "Email": "alice@example.com", "Password": "fake-password-of-user-1" }),
        "AppSendVerificationCode" | "AppSendEmailVerificationCode" => set("Type", json!("register")),
        "AppCreateCellphoneUser" => set("VerificationCode", sent(server, "register", &phone("10000000009"))),
        "AppCreateEmailUser" => set("VerificationCode", sent(server, "register", &email("new@example.com"))),
        "AppResetPasswordByCellphone" => {
            set("PhoneNumber", json!("10000000001"));
            set("VerificationCode", sent(server, "resetpass", &phone("10000000001")));
        }
        "AppResetPasswordByEmail" => {
            set("Email", json!("alice@example.com"));
            set(
                "VerificationCode",
                sent(server, "resetpass", &email("alice@example.com")),
            );
        }
        "AppUpdateUser" => *params = json!({ "NickName": "x", "Avatar": "https://example.com/x.png" }),
        _ => {}
    }
}

fn sensor() -> Value {
    json!({
        "ProductId": SENSOR, "DeviceName": "sensor-1", "GatewayProductId": GATEWAY, "GatewayDeviceName": "gateway-1",
    })
}

fn timer() -> Value {
    json!({
        "ProductId": LAMP, "DeviceName": "lamp-1", "TimerName": "x", "Days": "1111111", "TimePoint": "07:00",
        "Repeat": 1, "Data": r#"{"power_switch":1}"#,
    })
}

fn actions() -> Value {
    json!([{ "ActionType": 0, "ProductId": LAMP, "DeviceName": "lamp-1", "Data": r#"{"power_switch":1}"# }])
}

fn automation() -> Value {
    let at_seven = json!({ "CondId": "c1", "CondType": 1, "Timer": { "Days": "1111111", "TimePoint": "07:00" } });
    json!({
        "FamilyId": "f-home", "Icon": "x", "Name": "x", "Status": 1, "MatchType": 0, "Conditions": [at_seven],
        "Actions": actions(), "EffectiveBeginTime": "00:00", "EffectiveEndTime": "23:59", "EffectiveDays": "1111111",
    })
}

/// What Alice needs to accept a plug of Bob's.
fn shared_by_bob(server: &Server) -> Value {
    let token = payload(&server.call_as(BOB, "AppCreateDeviceBindToken", json!({})))["Token"].clone();
    let report = json!({ "token": token, "productId": PLUG, "deviceName": "plug-2", "tokenVersion": 3 });
    server.control("device/report-token", report);
    let device = json!({ "FamilyId": "f-bob", "ProductId": PLUG, "DeviceName": "plug-2" });
    let mut share = payload(&server.call_as(BOB, "AppCreateShareDeviceToken", device.clone()));
    share["ProductId"] = device["ProductId"].clone();
    share["DeviceName"] = device["DeviceName"].clone();
    share
}

fn phone(number: &str) -> Value {
    json!({ "CountryCode": "86", "PhoneNumber": number })
}

fn email(email: &str) -> Value {
    json!({ "Email": email })
}

/// A code that was sent there.
fn sent(server: &Server, purpose: &str, to: &Value) -> Value {
    let action = match to["Email"] {
        Value::Null => "AppSendVerificationCode",
        _ => "AppSendEmailVerificationCode",
    };
    let mut params = to.clone();
    params["Type"] = json!(purpose);
    let answer = server.call_app(action, params);
    assert!(answer["Response"]["Error"].is_null(), "{answer}");
    server.show("codes")[0]["code"].clone()
}
