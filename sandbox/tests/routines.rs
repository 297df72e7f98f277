//! Timers, scenes and automations; codes that bind; and a token that several devices report.

#![allow(clippy::needless_pass_by_value, reason = "callers write json!({…}) in place")]

mod common;

use common::{ALICE, BOB, GATEWAY, LAMP, LOCK, PLUG, Server, VIRTUAL, payload};
use serde_json::{Value, json};

const VALUE: &str = "InvalidParameterValue";
const NO_PERMISSION: &str = "InvalidParameterValue.NoPermission";

fn with(mut params: Value, name: &str, value: Value) -> Value {
    params[name] = value;
    params
}

fn call(server: &Server, action: &str, params: Value) -> Value {
    payload(&server.call(action, params))
}

fn lamp() -> Value {
    json!({ "ProductId": LAMP, "DeviceName": "lamp-1" })
}

#[test]
fn timers_are_kept_with_their_device() {
    let server = Server::start();
    let mut timer = json!({
        "TimerName": "Morning", "Days": "0111110", "TimePoint": "07:30", "Repeat": 1, "Data": r#"{"power_switch":1}"#,
    });
    for (name, value) in lamp().as_object().unwrap() {
        timer[name] = value.clone();
    }
    let made = call(&server, "AppCreateTimer", timer.clone());
    assert_eq!(made["TimerName"], "Morning");
    let own = with(lamp(), "TimerId", made["TimerId"].clone());
    let list = || server.call_in("live", "AppGetTimerList", lamp())["data"]["TimerList"].clone();
    assert_eq!(
        (&list()[0]["TimerId"], &list()[0]["Status"]),
        (&made["TimerId"], &json!("1"))
    );
    call(&server, "AppModifyTimerStatus", with(own.clone(), "Status", json!(0)));
    assert_eq!(list()[0]["Status"], "0");
    let changed = with(timer.clone(), "TimerId", made["TimerId"].clone());
    call(&server, "AppModifyTimer", with(changed, "TimePoint", json!("9:05")));
    assert_eq!(list()[0]["TimePoint"], "9:05");
    for (name, value) in [
        ("Days", json!("111111")),
        ("Days", json!("1111112")),
        ("TimePoint", json!("24:00")),
        ("TimePoint", json!("7")),
        ("TimePoint", json!("07:60")),
        ("Repeat", json!(2)),
        ("Data", json!("on")),
        ("Data", json!(r#"{"volume":1}"#)),
        ("DeviceName", json!("lamp-2")),
    ] {
        assert_eq!(
            server.code("AppCreateTimer", with(timer.clone(), name, value.clone())),
            VALUE,
            "{name} = {value}"
        );
    }
    assert_eq!(server.code_as(BOB, "AppGetTimerList", lamp()), VALUE);
    assert_eq!(
        server.code("AppDeleteTimer", with(own.clone(), "TimerId", json!("none"))),
        VALUE
    );
    assert_eq!(
        server.code("AppModifyTimerStatus", with(own.clone(), "Status", json!(2))),
        VALUE
    );
    call(&server, "AppDeleteTimer", own.clone());
    assert_eq!(list(), json!([]));
    assert_eq!(server.code("AppDeleteTimer", own), VALUE, "twice");
}

#[test]
fn a_scene_switches_the_lamp() {
    let server = Server::start();
    let tell = |product: &str, name: &str, data: &str| json!({ "ActionType": 0, "ProductId": product, "DeviceName": name, "Data": data });
    let actions = json!([
        tell(LAMP, "lamp-1", r#"{"power_switch":1,"brightness":30}"#),
        { "ActionType": 1, "Data": "5" },
        tell(GATEWAY, "gateway-1", r#"{"mode":"night"}"#),
    ]);
    let scene = json!({ "FamilyId": "f-home", "SceneName": "Evening", "SceneIcon": "i", "Actions": actions });
    let made = call(&server, "AppCreateScene", scene.clone());
    let page = json!({ "FamilyId": "f-home", "Offset": 0, "Limit": 10 });
    let list = || server.call_in("live", "AppGetSceneList", page.clone())["data"]["SceneList"].clone();
    let first = list()[0].clone();
    assert_eq!(
        (&first["SceneName"], &first["UserId"], &first["Flag"]),
        (&json!("Evening"), &json!(ALICE), &json!(0))
    );
    assert_eq!(first["Actions"], scene["Actions"]);
    call(&server, "AppRunScene", made.clone());
    let data = call(&server, "AppGetDeviceData", lamp())["Data"].clone();
    let data: Value = serde_json::from_str(data.as_str().unwrap()).unwrap();
    assert_eq!(
        (&data["power_switch"]["Value"], &data["brightness"]["Value"]),
        (&json!(1), &json!(30))
    );
    let mut renamed = with(scene, "SceneName", json!("Night"));
    renamed["SceneId"] = made["SceneId"].clone();
    call(&server, "AppModifyScene", renamed);
    // A device that is gone makes it unusable in part.
    let unbind = with(with(lamp(), "FamilyId", json!("f-home")), "RoomId", json!("0"));
    call(&server, "AppDeleteDeviceInFamily", unbind);
    assert_eq!(
        (&list()[0]["SceneName"], &list()[0]["Flag"]),
        (&json!("Night"), &json!(1))
    );
    call(&server, "AppRunScene", made.clone());
    for action in ["AppRunScene", "AppDeleteScene"] {
        assert_eq!(server.code_as(BOB, action, made.clone()), NO_PERMISSION);
    }
    call(&server, "AppDeleteScene", made.clone());
    assert_eq!(
        (server.code("AppRunScene", made), list()),
        (VALUE.to_owned(), json!([]))
    );
}

#[test]
fn automations_are_kept_as_they_were_given() {
    let server = Server::start();
    let automation = json!({
        "FamilyId": "f-home", "Icon": "i", "Name": "Dusk", "Status": 1, "MatchType": 0,
        "Conditions": [{ "CondId": "1", "CondType": 1, "Timer": { "Days": "1111111", "TimePoint": "18:00" } }],
        "Actions": [], "EffectiveBeginTime": "00:00", "EffectiveEndTime": "23:59", "EffectiveDays": "1111111",
    });
    let made = call(&server, "AppCreateAutomation", automation.clone());
    let shown = || server.call_in("live", "AppDescribeAutomation", made.clone())["data"]["Data"].clone();
    let mut expected = automation.clone();
    expected["AutomationId"] = made["AutomationId"].clone();
    expected.as_object_mut().unwrap().remove("FamilyId");
    assert_eq!(shown(), expected);
    let list = || call(&server, "AppGetAutomationList", json!({ "FamilyId": "f-home" }))["List"].clone();
    assert_eq!((&list()[0]["Name"], &list()[0]["Status"]), (&json!("Dusk"), &json!(1)));
    call(
        &server,
        "AppModifyAutomationStatus",
        with(made.clone(), "Status", json!(0)),
    );
    assert_eq!(list()[0]["Status"], 0);
    call(&server, "AppModifyAutomation", with(expected, "Name", json!("Dawn")));
    assert_eq!((&shown()["Name"], &shown()["Status"]), (&json!("Dawn"), &json!(1)));
    assert_eq!(
        server.code_as(BOB, "AppDescribeAutomation", made.clone()),
        NO_PERMISSION
    );
    assert_eq!(server.code_as(BOB, "AppCreateAutomation", automation), NO_PERMISSION);
    assert_eq!(
        server.code("AppModifyAutomationStatus", with(made.clone(), "Status", json!(3))),
        VALUE
    );
    call(&server, "AppDeleteAutomation", made.clone());
    assert_eq!(
        (server.code("AppDescribeAutomation", made), list()),
        (VALUE.to_owned(), json!([]))
    );
}

#[test]
fn a_printed_code_binds_once() {
    let server = Server::start();
    let code = server.control(
        "device/code",
        json!({ "productId": VIRTUAL, "deviceName": "virtual-1" }),
    );
    let bind = json!({ "FamilyId": "f-home", "DeviceSignature": code["deviceSignature"], "RoomId": "" });
    assert_eq!(
        server.code(
            "AppSecureAddDeviceInFamily",
            with(bind.clone(), "FamilyId", json!("f-bob"))
        ),
        VALUE
    );
    let info = call(&server, "AppSecureAddDeviceInFamily", bind.clone())["AppDeviceInfo"].clone();
    assert_eq!(
        (&info["DeviceId"], &info["RoomId"]),
        (&json!(format!("{VIRTUAL}/virtual-1")), &json!("0"))
    );
    assert_eq!(server.code("AppSecureAddDeviceInFamily", bind), VALUE, "used up");
    assert_eq!(
        server
            .post(
                "/control/device/code",
                &json!({ "productId": PLUG, "deviceName": "plug-9" })
            )
            .status,
        404
    );
    assert!(
        !server
            .get("/control/log")
            .body
            .contains(code["deviceSignature"].as_str().unwrap())
    );
}

#[test]
fn newer_firmware_is_bound_by_what_it_reports() {
    let server = Server::start();
    let token = server.make_token();
    let states = || {
        let answer = server.call_in("live", "AppGetMultiDeviceBindTokenState", json!({ "Token": token }));
        answer["data"]["Data"].clone()
    };
    assert_eq!(states(), json!([]));
    let report = |name: &str| json!({ "token": token, "productId": PLUG, "deviceName": name, "tokenVersion": 3 });
    server.control("device/report-token", report("plug-1"));
    server.control(
        "device/report-token",
        with(report("plug-2"), "familyId", json!("f-cabin")),
    );
    // The cabin is full now, and a third one stays out of it.
    server.control(
        "device/report-token",
        with(report("plug-3"), "familyId", json!("f-cabin")),
    );
    let state = |name: &str, state: u8| json!({ "ProductId": PLUG, "DeviceName": name, "State": state });
    assert_eq!(
        states(),
        json!([state("plug-1", 2), state("plug-2", 2), state("plug-3", 1)])
    );
    let families = ["plug-1", "plug-2", "plug-3"].map(|name| server.device(name)["familyId"].clone());
    assert_eq!(families, [json!("f-home"), json!("f-cabin"), Value::Null]);
    // Older firmware does not show up here, and its token flow goes on as ever.
    let old = with(report("plug-4"), "tokenVersion", json!(2));
    server.control("device/report-token", old);
    assert_eq!(states().as_array().unwrap().len(), 3);
    call(
        &server,
        "AppTokenBindDeviceFamily",
        common::token_bind(&token, "plug-4", "f-home"),
    );
    assert_eq!(server.device("plug-4")["binds"], 1);
    let somebody_elses = server.code_as(BOB, "AppGetMultiDeviceBindTokenState", json!({ "Token": token }));
    assert_eq!(somebody_elses, VALUE);
    for (name, value) in [("tokenVersion", json!(4)), ("deviceName", json!("plug-9"))] {
        let wrong = with(report("plug-1"), name, value);
        assert_ne!(
            server.post("/control/device/report-token", &wrong).status,
            200,
            "{name}"
        );
    }
    let lock = json!({ "token": token, "productId": LOCK, "deviceName": "lock-1", "tokenVersion": 3 });
    assert_eq!(server.post("/control/device/report-token", &lock).status, 400);
    let dead = server.make_token();
    server.control("bind-token", json!({ "token": dead, "op": "expire" }));
    server.control(
        "device/report-token",
        json!({ "token": dead, "productId": PLUG, "deviceName": "plug-3", "tokenVersion": 3 }),
    );
    assert!(
        server.device("plug-3")["familyId"].is_null(),
        "nobody is bound by a dead token"
    );
}
