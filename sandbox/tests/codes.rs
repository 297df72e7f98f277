//! When the sandbox refuses, and with which code; and that every documented code can be had.

mod common;

use common::{ALICE, BOB, GATEWAY, LOCK, NOT_LINKED, PLUG, SENSOR, Server, VIRTUAL, error_code, token_bind};
use iotexplorer_client::action::{self, Auth, Kind};
use iotexplorer_sandbox::API_PATH;
use serde_json::{Value, json};

const VALUE: &str = "InvalidParameterValue";
const SAME_FAMILY: &str = "UnsupportedOperation.CannotBindSameFamily";

fn with(mut params: Value, name: &str, value: Value) -> Value {
    params[name] = value;
    params
}

fn without(mut params: Value, name: &str) -> Value {
    params.as_object_mut().unwrap().remove(name);
    params
}

#[test]
fn what_is_wrong_with_any_call() {
    let server = Server::start();
    assert_eq!(server.code("AppMakeCoffee", json!({})), "InvalidAction");
    assert_eq!(server.code("AppGetUser", json!({ "Action": 5 })), "InvalidParameter");
    assert_eq!(
        server.code("AppGetUser", json!({ "RequestId": "" })),
        "InvalidParameter"
    );
    let invalid = "InvalidParameterValue.InvalidAccessToken";
    for token in [json!("someone-else's"), json!(""), json!(null), json!(7)] {
        assert_eq!(server.code("AppGetUser", json!({ "AccessToken": token })), invalid);
    }
    let old = server.access_token(ALICE);
    assert_eq!(
        server.control("token", json!({ "userId": ALICE, "op": "expire" })),
        json!({ "accessToken": null })
    );
    for action in action::ALL {
        let code = match action.auth {
            Auth::AccessToken => invalid,
            Auth::AppSecret => "InvalidAction",
        };
        assert_eq!(
            server.code(action.name, json!({ "AccessToken": old })),
            code,
            "{}",
            action.name
        );
    }
    let renewed = server.control("token", json!({ "userId": ALICE, "op": "renew" }));
    let fresh = renewed["accessToken"].as_str().unwrap();
    assert_ne!(fresh, old);
    assert_eq!(server.code("AppGetUser", json!({ "AccessToken": old })), invalid);
    assert!(server.call("AppGetUser", json!({ "AccessToken": fresh }))["Response"]["Data"].is_object());
}

#[test]
fn messages_come_in_the_language_asked_for() {
    let server = Server::start();
    let message = |lang: Value| {
        let params = json!({ "AccessToken": "no", "lang": lang });
        server.call("AppGetUser", params)["Response"]["Error"]["Message"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(message(json!("zh-CN")), "Token无效");
    assert_eq!(message(json!("en-US")), "Invalid AccessToken");
    assert_eq!(message(json!(null)), "Invalid AccessToken");
}

#[test]
fn failures_in_live_style() {
    let server = Server::start_live();
    let answer = server.call("AppGetUser", json!({ "AccessToken": "no" }));
    let error = json!({ "Code": "InvalidParameterValue.InvalidAccessToken", "Message": "Invalid AccessToken" });
    let data = json!({ "Error": error, "RequestId": "req-1" });
    assert_eq!(
        answer,
        json!({ "code": 10002, "msg": "Invalid AccessToken", "data": data })
    );
}

#[test]
fn every_parameter_of_every_action_is_checked() {
    let server = Server::start();
    let token = json!(server.access_token(ALICE));
    let mut checked = 0;
    for action in action::ALL {
        let example: Value = serde_json::from_str(action.docs.example.params).unwrap();
        let lists = |code: &str| action.docs.codes.contains(&code);
        // One page lists neither.
        let nearest = |code: &'static str| if lists(code) || !lists(VALUE) { code } else { VALUE };
        let missing = if lists("ErrorRequiredParamNotFound") {
            "ErrorRequiredParamNotFound"
        } else {
            nearest("InvalidParameter")
        };
        // What has parts cannot be signed, and what is not signed is looked at no further.
        let mistyped = match action.auth {
            Auth::AccessToken => nearest("InvalidParameter"),
            Auth::AppSecret => VALUE,
        };
        let code = |params: Value| {
            let answer = match action.auth {
                Auth::AccessToken => {
                    let mut body = params;
                    body["Action"] = json!(action.name);
                    body["RequestId"] = json!("req-1");
                    body["AccessToken"] = token.clone();
                    server.post(API_PATH, &body).json()
                }
                Auth::AppSecret => server.call_app(action.name, params),
            };
            error_code(&answer).to_owned()
        };
        for param in action.params {
            let name = param.name;
            let at = |value: &Value| format!("{} with {name} = {value}", action.name);
            if param.required {
                assert_eq!(
                    code(without(example.clone(), name)),
                    missing,
                    "{} without {name}",
                    action.name
                );
                checked += 1;
            }
            for wrong in [
                json!([]),
                json!([5]),
                json!({}),
                json!(true),
                json!(1.5),
                json!("5"),
                json!(5),
                json!(null),
            ] {
                let is_right = match param.kind {
                    Kind::Text => wrong.is_string(),
                    Kind::Integer | Kind::Count | Kind::Time | Kind::Limit => wrong.is_i64(),
                    Kind::Number => wrong.is_number(),
                    Kind::Boolean => wrong.is_boolean(),
                    Kind::Object(_) | Kind::Map => wrong.is_object(),
                    Kind::List(_) => wrong.is_array(),
                    Kind::Texts => wrong == json!([]),
                    Kind::Any => unreachable!("within structs only"),
                };
                // A number signs as its digits do, and is found out after that.
                let expected = if wrong == json!(5) || wrong == json!(1.5) || wrong == json!(true) {
                    nearest("InvalidParameter")
                } else {
                    mistyped
                };
                if !is_right {
                    assert_eq!(
                        code(with(example.clone(), name, wrong.clone())),
                        expected,
                        "{}",
                        at(&wrong)
                    );
                }
            }
            let refuses = |value: Value| {
                let refused = code(with(example.clone(), name, value.clone()));
                assert_eq!(refused, nearest(VALUE), "{}", at(&value));
            };
            if matches!(param.kind, Kind::Text) && param.required {
                refuses(json!(""));
            }
            if matches!(param.kind, Kind::Count | Kind::Time | Kind::Limit) {
                refuses(json!(-1));
            }
            if matches!(param.kind, Kind::Limit) && action.name != "AppGetFamilyList" {
                refuses(json!(51));
            }
            if !param.values.is_empty() {
                refuses(json!("other"));
            }
        }
    }
    assert!(checked > 200, "only {checked} required parameters");
    // A misprint of one page; only what clients and its example say is taken.
    let signed = with(
        server.signed(LOCK, "lock-1", "f-home", json!({})),
        "BindType",
        json!("bluetooth_sigh"),
    );
    assert_eq!(server.code("AppSigBindDeviceInFamily", signed), VALUE);
}

#[test]
fn the_life_of_a_bind_token() {
    let server = Server::start();
    let state = |user, token: &str| server.code_as(user, "AppGetDeviceBindTokenState", json!({ "Token": token }));
    let bind = |token: &str| server.code("AppTokenBindDeviceFamily", token_bind(token, "plug-1", "f-home"));
    let (none, expired) = (
        "InvalidParameterValue.TokenNotExist",
        "InvalidParameterValue.TokenIsExpire",
    );
    assert_eq!(state(ALICE, "made-up"), none);
    assert_eq!(bind("made-up"), none);
    let token = server.make_token();
    assert_eq!(state(BOB, &token), none, "somebody else's");
    assert_eq!(bind(&token), "InvalidParameterValue.TokenNotBind");
    server.control(
        "device/report-token",
        json!({ "token": token, "productId": PLUG, "deviceName": "plug-2" }),
    );
    assert_eq!(bind(&token), VALUE, "another device reported it");
    server.control("bind-token", json!({ "token": token, "op": "expire" }));
    assert_eq!(state(ALICE, &token), expired);
    assert_eq!(bind(&token), expired);
    let token = server.reported_token("plug-1");
    server.control("bind-token", json!({ "token": token, "op": "forget" }));
    assert_eq!(state(ALICE, &token), none);
    assert_eq!(bind(&token), none);
    // What a bind uses up is gone; its exact repeat learns that the device is there, another family does not get it.
    let token = server.reported_token("plug-1");
    let bound = server.call("AppTokenBindDeviceFamily", token_bind(&token, "plug-1", "f-home"));
    assert!(bound["Response"]["Error"].is_null(), "{bound}");
    assert_eq!(state(ALICE, &token), none);
    assert_eq!(bind(&token), SAME_FAMILY);
    let repeat = token_bind(&token, "plug-1", "f-home");
    let code = server.code_as(BOB, "AppTokenBindDeviceFamily", repeat);
    assert_eq!(code, none, "somebody else's");
    assert_eq!(
        server.code("AppTokenBindDeviceFamily", token_bind(&token, "plug-1", "f-cabin")),
        none
    );
    assert_eq!(server.device("plug-1")["binds"], 1);
}

#[test]
fn a_token_is_usable_once_the_device_has_reported_it() {
    let server = Server::start();
    let token = server.make_token();
    let report = json!({ "token": token, "productId": PLUG, "deviceName": "plug-1", "delayMs": 300 });
    let answer = server.control("device/report-token", report);
    assert_eq!(answer, json!({ "productId": PLUG, "deviceName": "plug-1" }));
    let state = || {
        let answer = server.call("AppGetDeviceBindTokenState", json!({ "Token": token }));
        answer["Response"]["Data"]["State"].as_i64().unwrap()
    };
    assert_eq!(state(), 1);
    assert_eq!(server.device("plug-1")["online"], false);
    std::thread::sleep(std::time::Duration::from_millis(800));
    assert_eq!(state(), 2);
    assert_eq!(server.device("plug-1")["online"], true);
}

#[test]
fn where_a_token_bind_may_put_what() {
    let server = Server::start();
    let token = server.reported_token("plug-1");
    let params = || token_bind(&token, "plug-1", "f-home");
    let code = |name: &str, value: &str| server.code("AppTokenBindDeviceFamily", with(params(), name, json!(value)));
    assert_eq!(code("FamilyId", "f-none"), "ResourceNotFound.StudioFamilyNotExist");
    assert_eq!(code("FamilyId", "f-bob"), "UnauthorizedOperation.NoPermissionToFamily");
    assert_eq!(code("RoomId", "r-attic"), VALUE, "another family's room");
    assert_eq!(
        code("ProductId", "NOPRODUCT0"),
        "ResourceNotFound.StudioProductNotExist"
    );
    assert_eq!(
        code("ProductId", NOT_LINKED),
        "UnauthorizedOperation.APPNoPermissionToStudioProduct"
    );
    assert_eq!(code("DeviceName", "plug-99"), "ResourceNotFound.DeviceNotExist");
    assert_eq!(server.device("plug-1")["binds"], 0, "nothing of this took effect");
    // One more fits into the nearly full family.
    let bound = server.call("AppTokenBindDeviceFamily", token_bind(&token, "plug-1", "f-cabin"));
    assert!(bound["Response"]["Error"].is_null(), "{bound}");
    let second = server.reported_token("plug-2");
    let full = "LimitExceeded.FamilyDeviceExceedLimit";
    assert_eq!(
        server.code("AppTokenBindDeviceFamily", token_bind(&second, "plug-2", "f-cabin")),
        full
    );
    // A device moves when another family's member provisions it anew.
    let third = server.reported_token("plug-1");
    server.call("AppTokenBindDeviceFamily", token_bind(&third, "plug-1", "f-home"));
    let device = server.device("plug-1");
    assert_eq!((&device["familyId"], &device["binds"]), (&json!("f-home"), &json!(2)));
    let fourth = server.reported_token("plug-1");
    assert_eq!(
        server.code("AppTokenBindDeviceFamily", token_bind(&fourth, "plug-1", "f-home")),
        SAME_FAMILY
    );
    assert_eq!(server.device("plug-1")["binds"], 2);
}

#[test]
fn signature_binds_that_are_refused() {
    let server = Server::start();
    let action = "AppSigBindDeviceInFamily";
    let good = server.signed(PLUG, "plug-1", "f-home", json!({ "online": false }));
    assert_eq!(
        server.code(action, good.clone()),
        "InvalidParameterValue.BindDeviceNotConnected"
    );
    server.control(
        "device/online",
        json!({ "productId": PLUG, "deviceName": "plug-1", "online": true }),
    );
    let upper = good["Signature"].as_str().unwrap().to_uppercase();
    for (name, value) in [
        ("Signature", json!("0000000000000000000000000000000000000000")),
        ("Signature", json!(upper)),
        ("ConnId", json!("other")),
        ("DeviceTimestamp", json!(good["DeviceTimestamp"].as_i64().unwrap() + 1)),
        ("DeviceName", json!("plug-2")),
        ("SignMethod", json!("hmacsha256")),
        ("BindType", json!("bluetooth_sign")),
        ("FamilyId", json!("f-none")),
        ("FamilyId", json!("f-bob")),
        ("RoomId", json!("r-attic")),
        ("ProductId", json!("NOPRODUCT0")),
        ("DeviceName", json!("plug-99")),
        ("DeviceId", json!(format!("{PLUG}/plug-2"))),
        ("DeviceId", json!("plug-1")),
    ] {
        assert_eq!(
            server.code(action, with(good.clone(), name, value.clone())),
            VALUE,
            "{name} = {value}"
        );
    }
    for seconds in [-601 - 5, 601 + 5] {
        let stale = server.signed(
            PLUG,
            "plug-1",
            "f-home",
            json!({ "timestamp": common::now() + seconds }),
        );
        assert_eq!(server.code(action, stale), VALUE, "{seconds} s from now");
    }
    for (product_id, device_name) in [(NOT_LINKED, "unlinked-1"), (VIRTUAL, "virtual-1"), (SENSOR, "sensor-1")] {
        let signed = server.signed(product_id, device_name, "f-home", json!({}));
        assert_eq!(server.code(action, signed), VALUE, "{device_name}");
    }
    assert_eq!(server.device("plug-1")["binds"], 0, "nothing of this took effect");
    let bound = server.call(action, good.clone());
    assert!(bound["Response"]["data"].is_object(), "{bound}");
    assert_eq!(server.code(action, good), SAME_FAMILY);
    assert_eq!(server.device("plug-1")["binds"], 1);
    // Nine and a half minutes off is near enough.
    let late = server.signed(
        LOCK,
        "lock-1",
        "f-home",
        json!({ "timestamp": common::now() - 570 - 60 }),
    );
    assert!(server.call(action, late)["Response"]["data"].is_object());
}

#[test]
fn gateway_binds_that_are_refused() {
    let server = Server::start();
    let action = "AppSigGatewayBindDevice";
    let good = server.gateway_signed(SENSOR, "sensor-1", "gateway-1");
    let code = |name: &str, value: Value| server.code(action, with(good.clone(), name, value));
    let mismatch = "InvalidParameterValue.BindDeviceSigMismatch";
    assert_eq!(code("Signature", json!("AAAA")), mismatch);
    assert_eq!(code("Nonce", json!("other")), mismatch);
    assert_eq!(code("DeviceName", json!("sensor-2")), mismatch);
    assert_eq!(
        code("DeviceTimestamp", json!(good["DeviceTimestamp"].as_i64().unwrap() - 1)),
        mismatch
    );
    for seconds in [-606, 606] {
        let ask = json!({ "productId": SENSOR, "deviceName": "sensor-1", "timestamp": common::now() + seconds });
        let stale = server.control("sign", ask);
        let params = with(good.clone(), "DeviceTimestamp", stale["timestamp"].clone());
        assert_eq!(
            server.code(action, with(params, "Signature", stale["signature"].clone())),
            mismatch
        );
    }
    assert_eq!(
        code("ProductId", json!("NOPRODUCT0")),
        "ResourceNotFound.StudioProductNotExist"
    );
    assert_eq!(
        code("GatewayProductId", json!("NOPRODUCT0")),
        "ResourceNotFound.StudioProductNotExist"
    );
    assert_eq!(
        code("ProductId", json!(NOT_LINKED)),
        "UnauthorizedOperation.APPNoPermissionToStudioProduct"
    );
    assert_eq!(
        code("DeviceName", json!("sensor-99")),
        "ResourceNotFound.DeviceNotExist"
    );
    assert_eq!(
        code("GatewayDeviceName", json!("gateway-99")),
        "ResourceNotFound.DeviceNotExist"
    );
    let virtual_one = server.gateway_signed(VIRTUAL, "virtual-1", "gateway-1");
    assert_eq!(
        server.code(action, virtual_one),
        "UnsupportedOperation.NotBindVirtualDevice"
    );
    let no_sub = server.gateway_signed(PLUG, "plug-1", "gateway-1");
    assert_eq!(server.code(action, no_sub), "UnsupportedOperation.DeviceType");
    let no_gateway = with(
        with(good.clone(), "GatewayProductId", json!(LOCK)),
        "GatewayDeviceName",
        json!("lock-1"),
    );
    assert_eq!(server.code(action, no_gateway), "UnsupportedOperation.DeviceType");
    assert_eq!(
        server.code_as(BOB, action, good.clone()),
        "UnauthorizedOperation.NoPermissionToFamily"
    );
    let switch = |online: bool| json!({ "productId": GATEWAY, "deviceName": "gateway-1", "online": online });
    server.control("device/online", switch(false));
    assert_eq!(
        server.code(action, good.clone()),
        "InvalidParameterValue.BindDeviceNotConnected"
    );
    assert_eq!(server.device("sensor-1")["online"], false);
    server.control("device/online", switch(true));
    assert_eq!(server.device("sensor-1")["binds"], 0, "nothing of this took effect");
    assert!(server.call(action, good.clone())["Response"]["Error"].is_null());
    assert_eq!(server.code(action, good), SAME_FAMILY);
    assert_eq!(server.device("sensor-1")["binds"], 1);
    // The other gateway's family has room for one.
    assert!(
        server.call(action, server.gateway_signed(SENSOR, "sensor-2", "gateway-cabin"))["Response"]["Error"].is_null()
    );
    let third = server.gateway_signed(SENSOR, "sensor-3", "gateway-cabin");
    assert_eq!(server.code(action, third), "LimitExceeded.FamilyDeviceExceedLimit");
}

#[test]
fn questions_that_are_refused() {
    let server = Server::start();
    let device = json!({ "ProductId": PLUG, "DeviceName": "plug-1", "FamilyId": "f-home" });
    let code = |name: &str, value: &str| server.code("AppGetDeviceInFamily", with(device.clone(), name, json!(value)));
    assert_eq!(code("FamilyId", "f-home"), "ResourceNotFound", "bound nowhere");
    assert_eq!(code("DeviceName", "plug-cabin"), "ResourceNotFound", "bound elsewhere");
    assert_eq!(code("DeviceName", "plug-99"), "ResourceNotFound");
    assert_eq!(code("FamilyId", "f-none"), "ResourceNotFound");
    assert_eq!(code("FamilyId", "f-bob"), "ResourceNotFound.StudioMemberNotExist");
    assert_eq!(
        code("ProductId", NOT_LINKED),
        "UnauthorizedOperation.APPNoPermissionToStudioProduct"
    );
    let page = json!({ "GatewayProductId": GATEWAY, "GatewayDeviceName": "gateway-1", "Offset": 0, "Limit": 10 });
    let list = "AppGetFamilySubDeviceList";
    let gone = with(page.clone(), "GatewayDeviceName", json!("gateway-99"));
    assert_eq!(server.code(list, gone), "ResourceNotFound.DeviceNotExist");
    assert_eq!(
        server.code_as(BOB, list, page.clone()),
        "InvalidParameterValue.NoPermission"
    );
    let lock = with(
        with(page, "GatewayProductId", json!(LOCK)),
        "GatewayDeviceName",
        json!("lock-1"),
    );
    assert_eq!(server.code(list, lock), "UnsupportedOperation");
}

#[test]
fn every_documented_code_of_every_action_can_be_had() {
    let server = Server::start();
    let body = server.body(ALICE, "", json!({}));
    let mut seen = 0;
    for action in action::ALL {
        for code in action.docs.codes {
            for style in ["documented", "live"] {
                let fault = json!({ "action": action.name, "kind": "error", "code": code, "message": "为什么" });
                server.control("fault", fault);
                let headers = [("Content-Type", "application/json"), ("X-Sandbox-Envelope", style)];
                let body = with(body.clone(), "Action", json!(action.name)).to_string();
                let answer = server.send("POST", API_PATH, &headers, &body).json();
                let error = json!({ "Code": code, "Message": "为什么" });
                if style == "live" {
                    assert!(answer["code"].as_i64().unwrap() != 0);
                    assert_eq!(answer["msg"], "为什么");
                    assert_eq!(answer["data"], json!({ "Error": error, "RequestId": "req-1" }));
                } else {
                    let response = json!({ "Error": error, "RequestId": "req-1" });
                    assert_eq!(answer, json!({ "Response": response }));
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "only {seen}");
}
