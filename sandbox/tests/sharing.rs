//! Who belongs to a family, who uses another's device, and the messages that invite them.

#![allow(clippy::needless_pass_by_value, reason = "callers write json!({…}) in place")]

mod common;

use common::{ALICE, BOB, LAMP, PLUG, Server, payload};
use serde_json::{Value, json};

const VALUE: &str = "InvalidParameterValue";

fn lamp(more: Value) -> Value {
    let mut params = json!({ "ProductId": LAMP, "DeviceName": "lamp-1" });
    for (name, value) in more.as_object().unwrap() {
        params[name] = value.clone();
    }
    params
}

fn ask(server: &Server, user: &str, action: &str, params: Value) -> Value {
    payload(&server.call_as(user, action, params))
}

fn home() -> Value {
    json!({ "FamilyId": "f-home" })
}

/// Alice invites Bob, and Bob comes.
fn bob_joins(server: &Server) {
    let invitation = ask(
        server,
        ALICE,
        "AppInviteMember",
        json!({ "FamilyId": "f-home", "Name": "Home" }),
    );
    assert_eq!(ask(server, BOB, "AppJoinFamily", invitation), json!({}));
}

#[test]
fn a_member_uses_what_the_administrator_changes() {
    let server = Server::start();
    let members = || {
        let list = server.call_in("live", "AppGetFamilyMemberList", home())["data"]["MemberList"].clone();
        let member = |member: &Value| format!("{} {}", member["NickName"].as_str().unwrap(), member["Role"]);
        list.as_array().unwrap().iter().map(member).collect::<Vec<_>>()
    };
    assert_eq!(members(), ["Alice 1"]);
    assert_eq!(server.code_as(BOB, "AppGetFamilyMemberList", home()), VALUE);
    bob_joins(&server);
    assert_eq!(members(), ["Alice 1", "Bob 0"]);
    let families = ask(&server, BOB, "AppGetFamilyList", json!({}));
    assert_eq!(
        (&families["Total"], &families["FamilyList"][0]["Role"]),
        (&json!(2), &json!(0))
    );
    ask(
        &server,
        BOB,
        "AppControlDeviceData",
        lamp(json!({ "Data": r#"{"power_switch":1}"# })),
    );
    for (action, params) in [
        (
            "AppModifyFamily",
            json!({ "FamilyId": "f-home", "Name": "x", "Address": "x" }),
        ),
        ("AppDeleteFamily", json!({ "FamilyId": "f-home", "Name": "Home" })),
        ("AppCreateRoom", json!({ "FamilyId": "f-home", "Name": "x" })),
        ("AppInviteMember", json!({ "FamilyId": "f-home", "Name": "Home" })),
        ("AppUpdateDeviceInFamily", lamp(json!({ "AliasName": "x" }))),
        (
            "AppDeleteDeviceInFamily",
            lamp(json!({ "FamilyId": "f-home", "RoomId": "0" })),
        ),
        (
            "AppDeleteFamilyMember",
            json!({ "FamilyId": "f-home", "MemberId": ALICE }),
        ),
    ] {
        assert_eq!(server.code_as(BOB, action, params), VALUE, "{action}");
    }
    // The documented answer has no envelope at all.
    let bare = server.call("AppGetFamilyMemberList", home());
    assert_eq!((&bare["Total"], &bare["RequestId"]), (&json!(2), &json!("req-1")));
}

#[test]
fn members_go_or_are_sent_away() {
    let server = Server::start();
    assert_eq!(
        server.code_as(BOB, "AppJoinFamily", json!({ "ShareToken": "made-up" })),
        VALUE
    );
    bob_joins(&server);
    let again = ask(
        &server,
        ALICE,
        "AppInviteMember",
        json!({ "FamilyId": "f-home", "Name": "Home" }),
    );
    assert_eq!(server.code_as(BOB, "AppJoinFamily", again), VALUE, "is in it already");
    assert_eq!(server.code("AppExitFamily", home()), VALUE, "its administrator");
    assert_eq!(ask(&server, BOB, "AppExitFamily", home()), json!({}));
    assert_eq!(server.code_as(BOB, "AppExitFamily", home()), VALUE, "is in it no more");
    bob_joins(&server);
    assert_eq!(
        server.code(
            "AppDeleteFamilyMember",
            json!({ "FamilyId": "f-cabin", "MemberId": BOB })
        ),
        VALUE
    );
    assert_eq!(
        server.code("AppDeleteFamilyMember", json!({ "MemberId": ALICE })),
        VALUE,
        "oneself"
    );
    // Older pages know no FamilyId.
    assert_eq!(
        ask(&server, ALICE, "AppDeleteFamilyMember", json!({ "MemberId": BOB })),
        json!({})
    );
    assert_eq!(server.code_as(BOB, "AppGetDeviceData", lamp(json!({}))), VALUE);
}

#[test]
fn a_device_is_shared_and_taken_back() {
    let server = Server::start();
    let device = || lamp(json!({ "FamilyId": "f-home" }));
    let token = ask(&server, ALICE, "AppCreateShareDeviceToken", device())["ShareDeviceToken"].clone();
    let accept = lamp(json!({ "ShareDeviceToken": token }));
    let told = |user: &str| {
        ask(
            &server,
            user,
            "AppDescribeShareDeviceToken",
            json!({ "ShareDeviceToken": token }),
        )["ShareDeviceTokenInfo"]
            .clone()
    };
    let info = told(BOB);
    assert_eq!(
        (&info["FromUserNick"], &info["UserId"], &info["AliasName"]),
        (&json!("Alice"), &json!(""), &json!("Lamp"))
    );
    let code = |user: &str, action: &str, params: Value| server.code_as(user, action, params);
    let value = |code: &str| format!("{VALUE}.{code}");
    assert_eq!(
        code(ALICE, "AppBindUserShareDevice", accept.clone()),
        value("CannotBindOwnDevice")
    );
    let mut other = accept.clone();
    other["DeviceName"] = json!("lamp-2");
    assert_eq!(code(BOB, "AppBindUserShareDevice", other), VALUE);
    let unknown = lamp(json!({ "ShareDeviceToken": "made-up" }));
    assert_eq!(
        code(BOB, "AppBindUserShareDevice", unknown),
        value("InvalidShareDeviceToken")
    );
    assert_eq!(
        ask(&server, BOB, "AppBindUserShareDevice", accept.clone()),
        json!({ "Status": "OK" })
    );
    assert_eq!(
        code(BOB, "AppBindUserShareDevice", accept.clone()),
        value("ShareDeviceTokenUsed")
    );
    let second = ask(&server, ALICE, "AppCreateShareDeviceToken", device())["ShareDeviceToken"].clone();
    let twice = lamp(json!({ "ShareDeviceToken": second }));
    assert_eq!(code(BOB, "AppBindUserShareDevice", twice), value("DeviecBinded"));
    assert_eq!(
        (&told(ALICE)["UserId"], &told(ALICE)["UserNick"]),
        (&json!(BOB), &json!("Bob"))
    );

    let page = json!({ "Offset": 0, "Limit": 10 });
    let shared = || ask(&server, BOB, "AppListUserShareDevices", page.clone());
    assert_eq!(
        (&shared()["Total"], &shared()["ShareDevices"][0]["DeviceId"]),
        (&json!(1), &json!(format!("{LAMP}/lamp-1")))
    );
    let time = shared()["ShareDevices"][0]["CreateTime"].as_str().unwrap().to_owned();
    assert!(
        time.starts_with("20") && time.ends_with('Z') && time.len() == 20,
        "{time}"
    );
    assert_eq!(
        code(BOB, "AppListUserShareDevices", json!({ "Offset": 0, "Limit": 101 })),
        VALUE
    );
    let users = || ask(&server, ALICE, "AppListShareDeviceUsers", lamp(page.clone()));
    assert_eq!(
        (&users()["Users"][0]["UserId"], &users()["Users"][0]["PhoneNumber"]),
        (&json!(BOB), &json!("100****02"))
    );
    assert_eq!(code(BOB, "AppListShareDeviceUsers", lamp(page.clone())), VALUE);

    // Used like one's own, and not changed.
    ask(
        &server,
        BOB,
        "AppControlDeviceData",
        lamp(json!({ "Data": r#"{"brightness":5}"# })),
    );
    assert_eq!(
        code(BOB, "AppUpdateDeviceInFamily", lamp(json!({ "AliasName": "x" }))),
        VALUE
    );
    assert_eq!(code(BOB, "AppCreateShareDeviceToken", device()), value("NoPermission"));
    assert_eq!(
        ask(
            &server,
            ALICE,
            "AppRemoveShareDeviceUser",
            lamp(json!({ "RemoveUserId": BOB }))
        ),
        json!({ "Status": "OK" })
    );
    let gone = value("AppDeviceNotExist");
    assert_eq!(
        code(ALICE, "AppRemoveShareDeviceUser", lamp(json!({ "RemoveUserId": BOB }))),
        gone
    );
    assert_eq!(code(BOB, "AppRemoveUserShareDevice", lamp(json!({}))), gone);
    assert_eq!(code(BOB, "AppGetDeviceData", lamp(json!({}))), VALUE);
    assert_eq!(shared()["Total"], 0);
}

#[test]
fn whoever_has_no_use_for_it_gives_it_back() {
    let server = Server::start();
    let share = || {
        let token = ask(
            &server,
            ALICE,
            "AppCreateShareDeviceToken",
            lamp(json!({ "FamilyId": "f-home" })),
        );
        ask(&server, BOB, "AppBindUserShareDevice", lamp(token));
    };
    share();
    assert_eq!(
        ask(&server, BOB, "AppRemoveUserShareDevice", lamp(json!({}))),
        json!({ "Status": "OK" })
    );
    share();
    // Nobody keeps the use of a device that has left its family.
    ask(
        &server,
        ALICE,
        "AppDeleteDeviceInFamily",
        lamp(json!({ "FamilyId": "f-home", "RoomId": "0" })),
    );
    let page = json!({ "Offset": 0, "Limit": 10 });
    assert_eq!(ask(&server, BOB, "AppListUserShareDevices", page)["Total"], 0);
}

#[test]
fn invitations_arrive_as_messages() {
    let server = Server::start();
    let inbox = |user: &str, category: u8, last: Value| {
        ask(
            &server,
            user,
            "AppGetMessages",
            json!({ "Category": category, "Limit": 1, "MsgID": last }),
        )
    };
    let msg = |page: &Value, name: &str| {
        let message = &page["Msgs"][0];
        let other = name.replace("Id", "ID");
        message
            .get(name)
            .or_else(|| message.get(&other))
            .cloned()
            .unwrap_or_default()
    };
    ask(
        &server,
        ALICE,
        "AppSendShareFamilyInvite",
        json!({ "FamilyId": "f-home", "ToUserID": BOB }),
    );
    ask(
        &server,
        ALICE,
        "AppSendShareFamilyInvite",
        json!({ "FamilyId": "f-cabin", "ToUserID": BOB }),
    );
    ask(
        &server,
        ALICE,
        "AppSendShareDeviceInvite",
        lamp(json!({ "ToUserID": BOB })),
    );
    for to in [ALICE, "user-9"] {
        let code = server.code(
            "AppSendShareFamilyInvite",
            json!({ "FamilyId": "f-home", "ToUserID": to }),
        );
        assert_eq!(code, VALUE, "{to}");
    }
    let page = inbox(BOB, 2, json!(""));
    assert_eq!(
        (&page["Listover"], msg(&page, "FamilyName"), msg(&page, "MsgType")),
        (&json!(false), json!("Cabin"), json!(204))
    );
    let older = inbox(BOB, 2, msg(&page, "MsgId"));
    assert_eq!(
        (&older["Listover"], msg(&older, "FamilyName")),
        (&json!(true), json!("Home"))
    );
    let token = json!({ "ShareToken": older["Msgs"][0]["Attachments"]["ShareToken"] });
    assert_eq!(ask(&server, BOB, "AppJoinFamily", token), json!({}));
    let notice = inbox(BOB, 3, json!(""));
    let token = json!({ "ShareDeviceToken": notice["Msgs"][0]["Attachments"]["ShareToken"] });
    assert_eq!(
        server.code_as(BOB, "AppBindUserShareDevice", lamp(token)),
        "InvalidParameterValue.CannotBindOwnDevice",
        "of the same family by now"
    );
    assert_eq!(inbox(ALICE, 2, json!(""))["Msgs"], json!([]));
    let id = json!({ "MsgID": msg(&notice, "MsgId") });
    assert_eq!(
        server.code("AppDeleteMessage", id.clone()),
        "InvalidParameterValue.MsgIDInvalid",
        "Bob's"
    );
    assert_eq!(server.call_as(BOB, "AppDeleteMessage", id)["Response"]["Data"], "OK");
    assert_eq!(inbox(BOB, 3, json!(""))["Msgs"], json!([]));
    let plug = json!({ "ProductId": PLUG, "DeviceName": "plug-cabin", "ToUserID": ALICE });
    assert_eq!(
        server.code_as(BOB, "AppSendShareDeviceInvite", plug),
        "InvalidParameterValue.NoPermission"
    );
}
