//! Where the documents contradict themselves: both spellings, places and types of an answer read the same.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use iotexplorer_client::action::prelude::*;
use iotexplorer_client::action::row;
use iotexplorer_client::action::{self, ALL};
use iotexplorer_client::envelope::read_answer;
use iotexplorer_client::error::Result;
use serde_json::{Value, json};
use support::{Request as _, answer, common, fields, prepared, secrets};

fn read(name: &str, body: &Value) -> Result<Value> {
    let row = row::find(name).unwrap();
    read_answer(Some(row), &answer(200, &body.to_string()), None, &secrets(&[]))
}

/// Within the envelope that most examples have.
fn within(mut payload: Value) -> Value {
    payload["RequestId"] = json!("r");
    json!({ "Response": payload })
}

/// An Action, two answers that the documents show for it, and what is handed out of either.
struct Odd {
    action: &'static str,
    one: Value,
    other: Value,
    result: Value,
}

fn odd(action: &'static str, one: Value, other: Value, result: Value) -> Odd {
    Odd {
        action,
        one: within(one),
        other: within(other),
        result,
    }
}

#[expect(clippy::too_many_lines, reason = "rows of a table")]
fn oddities() -> Vec<Odd> {
    let list = |name: &str, item: Value| json!({ name: [item] });
    let no_envelope = |name: &str, item: Value| json!({ "RequestId": "r", "Total": 1, name: [item] });
    vec![
        // Spellings.
        odd(
            "AppGetFamilyDeviceList",
            list("DeviceList", json!({ "UserID": "1", "DeviceName": "d" })),
            list("DeviceList", json!({ "UserId": "1", "DeviceName": "d" })),
            list("DeviceList", json!({ "UserId": "1", "DeviceName": "d" })),
        ),
        odd(
            "AppGetFamilySubDeviceList",
            json!({ "Total": "1", "DeviceList": [{ "UserID": "1" }] }),
            json!({ "Total": 1, "DeviceList": [{ "UserId": "1" }] }),
            json!({ "Total": 1, "DeviceList": [{ "UserId": "1" }] }),
        ),
        odd(
            "AppGetDeviceStatuses",
            list("DeviceStatuses", json!({ "DeviceName": "d", "Online": 1 })),
            list("Devices", json!({ "DeviceName": "d", "Online": 1 })),
            list("DeviceStatuses", json!({ "DeviceName": "d", "Online": 1 })),
        ),
        odd(
            "AppGetRoomList",
            list("RoomList", json!({ "RoomId": "5" })),
            list("FamilyList", json!({ "RoomId": "5" })),
            list("RoomList", json!({ "RoomId": "5" })),
        ),
        odd(
            "AppGetMessages",
            json!({ "Data": { "Listover": true, "Msgs": [{ "UserID": "1", "FromUserID": "2", "MsgID": "3", "RelateUserID": "4" }] } }),
            json!({ "Listover": "true", "Msgs": [{ "UserId": "1", "FromUserId": "2", "MsgId": "3", "RelateUserId": "4" }] }),
            json!({ "Listover": true, "Msgs": [{ "UserId": "1", "FromUserId": "2", "MsgId": "3", "RelateUserId": "4" }] }),
        ),
        odd(
            "AppDescribeShareDeviceToken",
            json!({ "ShareDeviceTokenInfo": { "DeviceName": "d" } }),
            json!({ "ShareDeviceTokenInfo": { "DeviecName": "d" } }),
            json!({ "ShareDeviceTokenInfo": { "DeviceName": "d" } }),
        ),
        odd(
            "AppSigBindDeviceInFamily",
            json!({ "Data": { "AppDeviceInfo": { "CreateTime": "7", "UpdateTIme": "8" } } }),
            json!({ "data": { "AppDeviceInfo": { "CreateTime": 7, "UpdateTime": 8 } } }),
            json!({ "AppDeviceInfo": { "CreateTime": 7, "UpdateTime": 8 } }),
        ),
        odd(
            "AppBindSubDeviceInFamily",
            json!({ "Data": { "AppDeviceInfo": { "CreateTime": "7", "UpdateTime": "8" } } }),
            json!({ "AppDeviceInfo": { "CreateTime": 7, "UpdateTIme": 8 } }),
            json!({ "AppDeviceInfo": { "CreateTime": 7, "UpdateTime": 8 } }),
        ),
        odd(
            "AppCallDeviceActionSync",
            json!({ "OutputParams": "{}" }),
            json!({ "OutputParqams": "{}" }),
            json!({ "OutputParams": "{}" }),
        ),
        odd(
            "AppCreateCellphoneUser",
            json!({ "Data": { "UserID": "1" } }),
            json!({ "Data": { "UserId": "1" } }),
            json!({ "UserID": "1" }),
        ),
        odd(
            "AppCreateEmailUser",
            json!({ "Data": { "UserID": "1" } }),
            json!({ "Data": { "UserId": "1" } }),
            json!({ "UserID": "1" }),
        ),
        odd(
            "AppSendVerificationCode",
            json!({ "Data": "OK", "UserID": "1" }),
            json!({ "Data": "OK", "UserId": "1" }),
            json!({ "Data": "OK", "UserID": "1" }),
        ),
        odd(
            "AppSendEmailVerificationCode",
            json!({ "Data": "OK", "UserID": "1" }),
            json!({ "Data": "OK", "UserId": "1" }),
            json!({ "Data": "OK", "UserId": "1" }),
        ),
        odd(
            "AppGetDeviceInFamily",
            json!({ "Data": { "CreateTime": "7", "UpdateTIme": 8 } }),
            json!({ "CreateTime": 7, "UpdateTime": "8" }),
            json!({ "CreateTime": 7, "UpdateTime": 8 }),
        ),
        odd(
            "AppSecureAddDeviceInFamily",
            json!({ "Data": { "AppDeviceInfo": { "UpdateTIme": 8 } } }),
            json!({ "AppDeviceInfo": { "UpdateTime": "8" } }),
            json!({ "AppDeviceInfo": { "UpdateTime": 8 } }),
        ),
        odd(
            "AppGetUser",
            json!({ "Data": { "UserID": "1" } }),
            json!({ "UserId": "1" }),
            json!({ "UserId": "1" }),
        ),
        // Places.
        Odd {
            action: "AppGetFamilyMemberList",
            one: no_envelope("MemberList", json!({ "UserID": "1", "Role": 1 })),
            other: within(json!({ "Total": "1", "MemberList": [{ "UserId": "1", "Role": 1 }] })),
            result: json!({ "Total": 1, "MemberList": [{ "UserId": "1", "Role": 1 }] }),
        },
        odd(
            "AppGetDeviceLocation",
            json!({ "Data": { "Location": { "Longitude": 102.8, "Latitude": 24.3 }, "CreateTime": 7 } }),
            json!({ "Data": { "Longitude": 102.8, "Latitude": 24.3, "CreateTime": 7 } }),
            json!({ "Longitude": 102.8, "Latitude": 24.3, "CreateTime": 7 }),
        ),
        odd(
            "AppGetDeviceLocationHistory",
            json!({ "Data": [{ "Location": { "Longitude": 1, "Latitude": 2 }, "CreateTime": 7 }] }),
            json!({ "Data": { "Pos": [{ "Location": { "Longitude": 1, "Latitude": 2 }, "CreateTime": 7 }] } }),
            json!({ "Pos": [{ "Location": { "Longitude": 1, "Latitude": 2 }, "CreateTime": 7 }] }),
        ),
        odd(
            "AppGetToken",
            json!({ "Data": { "ExpireAt": 7, "Token": "t" } }),
            json!({ "ExpireAt": "7", "Token": "t" }),
            json!({ "ExpireAt": 7, "Token": "t" }),
        ),
        odd(
            "AppGetTokenByWeiXin",
            json!({ "Data": { "ExpireAt": 7, "Token": "t" } }),
            json!({ "ExpireAt": 7, "Token": "t" }),
            json!({ "ExpireAt": 7, "Token": "t" }),
        ),
        odd(
            "AppCreateDeviceBindToken",
            json!({ "Data": { "Token": "t", "RequestId": "r" } }),
            json!({ "Token": "t" }),
            json!({ "Token": "t" }),
        ),
        // Types.
        odd(
            "AppGetTimerList",
            list("TimerList", json!({ "TimerId": "t", "Status": "1" })),
            list("TimerList", json!({ "TimerId": "t", "Status": 1 })),
            list("TimerList", json!({ "TimerId": "t", "Status": 1 })),
        ),
        odd(
            "AppUpdateDeviceInFamily",
            json!({ "Data": { "RoomId": 0 } }),
            json!({ "Data": { "RoomId": "0" } }),
            json!({ "RoomId": "0" }),
        ),
        odd(
            "AppCreateRoom",
            json!({ "Data": { "RoomId": 123_456 } }),
            json!({ "Data": { "RoomId": "123456" } }),
            json!({ "RoomId": "123456" }),
        ),
        odd(
            "AppCreateFence",
            json!({ "FenceId": "7" }),
            json!({ "FenceId": 7 }),
            json!({ "FenceId": 7 }),
        ),
        odd(
            "AppGetFenceList",
            list("List", json!({ "FenceId": "8", "CreateTime": "7", "UpdateTime": "9" })),
            list("List", json!({ "FenceId": 8, "CreateTime": 7, "UpdateTime": 9 })),
            list("List", json!({ "FenceId": 8, "CreateTime": 7, "UpdateTime": 9 })),
        ),
        odd(
            "AppGetFenceEventList",
            list("List", json!({ "EventType": "enter", "CreateTime": "7" })),
            list("List", json!({ "EventType": "enter", "CreateTime": 7 })),
            list("List", json!({ "EventType": "enter", "CreateTime": 7 })),
        ),
        odd(
            "AppGetGatewayBindDeviceList",
            json!({ "Total": "2", "DeviceList": [] }),
            json!({ "Total": 2, "DeviceList": [] }),
            json!({ "Total": 2, "DeviceList": [] }),
        ),
    ]
}

#[test]
fn both_forms_of_the_documents_read_the_same() {
    let mut wrong = Vec::new();
    for odd in oddities() {
        let mut result = odd.result.clone();
        result["RequestId"] = json!("r");
        for body in [&odd.one, &odd.other] {
            let outcome = read(odd.action, body);
            if outcome.as_ref() != Ok(&result) {
                wrong.push(format!("{}: {body} reads as {outcome:?}", odd.action));
            }
        }
        // Else one of them proves nothing.
        assert_ne!(odd.one, odd.other, "{}", odd.action);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the table says of another spelling, place or type is tried above.
#[test]
fn every_oddity_of_the_table_is_tried() {
    fn is_odd(fields: &[Field]) -> bool {
        fields.iter().any(|field| {
            field.also.is_some()
                || field.loose
                || field.wrapper
                || match field.kind {
                    Object(inner) | List(inner) => is_odd(inner.fields),
                    _ => false,
                }
        })
    }
    let tried = oddities();
    for action in ALL.iter().filter(|action| is_odd(action.output)) {
        assert!(tried.iter().any(|odd| odd.action == action.name), "{}", action.name);
    }
}

/// Only what is known to come in another type may.
#[test]
fn other_texts_and_booleans_are_held_to_their_types() {
    for (action, payload) in [
        ("AppGetMessages", json!({ "Listover": "yes" })),
        ("AppGetMessages", json!({ "Listover": "1" })),
        ("AppGetMessages", json!({ "Listover": 1 })),
        ("IotVideoDescribeCloudStorageEvents", json!({ "Listover": "true" })),
        ("AppCreateRoom", json!({ "RoomId": true })),
        ("AppCreateRoom", json!({ "RoomId": ["5"] })),
        ("AppCreateScene", json!({ "SceneId": 5 })),
        ("AppCreateFence", json!({ "FenceId": "seven" })),
        ("AppGetDeviceLocation", json!({ "Location": 5 })),
        ("AppGetRoomList", json!({ "FamilyList": {} })),
    ] {
        let error = read(action, &within(payload.clone())).unwrap_err();
        assert_eq!(error.code, "Protocol.BadField", "{action} {payload}");
    }
    for nothing in [json!({}), json!({ "Listover": null })] {
        assert!(read("AppGetMessages", &within(nothing.clone())).is_ok(), "{nothing}");
    }
}

/// What stands beside a wrapper wins over what is in it, and the same goes for two spellings at once.
#[test]
fn the_proper_place_and_spelling_win() {
    let both = json!({ "Data": { "Location": { "Longitude": 1, "Latitude": 2 }, "Longitude": 3 } });
    let result = read("AppGetDeviceLocation", &within(both)).unwrap();
    assert_eq!(result, json!({ "Longitude": 3, "Latitude": 2, "RequestId": "r" }));
    let both = json!({ "RoomList": [{ "RoomId": "5" }], "FamilyList": [] });
    let result = read("AppGetRoomList", &within(both)).unwrap();
    assert_eq!(result, json!({ "RoomList": [{ "RoomId": "5" }], "RequestId": "r" }));
}

/// Nanoseconds are more than a number holds exactly.
#[test]
fn times_in_nanoseconds_keep_their_digits() {
    let example = |name: &str| action::find(name).unwrap().docs.example.answer;
    let read = |name| read_answer(row::find(name), &answer(200, example(name)), None, &secrets(&[])).unwrap();
    let position = read("AppGetDeviceLocation");
    assert_eq!(position["CreateTime"], "1599013684000000000");
    let history = read("AppGetDeviceLocationHistory");
    assert_eq!(history["Pos"][1]["CreateTime"], "1599013569000000000");
}

/// A music command that fails is an answer like any other: nobody but its caller knows what its code means.
#[test]
fn codes_of_music_commands_are_handed_out() {
    let failed = json!({ "ErrorCode": 200_004, "ErrorMsg": "device not activated", "Data": null });
    for action in ["AppKugouDeviceCommand", "AppKugouUserCommand"] {
        let result = read(action, &within(failed.clone())).unwrap();
        assert_eq!(
            (&result["ErrorCode"], &result["ErrorMsg"]),
            (&json!(200_004), &json!("device not activated"))
        );
    }
}

/// What the examples send is sent, whatever their tables say.
#[test]
fn requests_go_as_the_examples_have_them() {
    let sent = |name: &str, params: &Value| fields(&prepared(name, params).request(common("at", "id")).unwrap());
    // Both spellings of a member: the newest page's is required, the other one goes along.
    let member = json!({ "MemberId": "7", "MemberID": "7" });
    let request = sent("AppDeleteFamilyMember", &member);
    assert_eq!((&request["MemberId"], &request["MemberID"]), (&json!("7"), &json!("7")));
    // The id of a message is beyond what a number holds: text only.
    let message = json!({ "MsgID": "65167410520395776" });
    assert_eq!(sent("AppDeleteMessage", &message)["MsgID"], "65167410520395776");
    let limit = json!({ "FamilyId": "f", "Limit": 100 });
    assert_eq!(sent("AppGetFamilyMemberList", &limit)["Limit"], 100);
    let times = json!({ "FenceId": 8, "ProductId": "P", "DeviceName": "d", "FenceEnable": true, "StartTime": 1_604_307_550_000_u64, "EndTime": 0 });
    assert_eq!(sent("AppGetFenceEventList", &times)["StartTime"], 1_604_307_550_000_u64);
}
