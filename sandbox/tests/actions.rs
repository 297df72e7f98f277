//! Each Action's success in both envelopes, whole.

mod common;

use common::{ALICE, GATEWAY, LOCK, PLUG, SENSOR, Server, token_bind};
use serde_json::{Value, json};

/// Checks the answer against an expectation in which `"*time*"` stands for a time near now.
#[track_caller]
fn expect(answer: &Value, expected: &Value) {
    fn settle(answer: &Value, expected: &Value) -> Value {
        match (answer, expected) {
            (Value::Number(number), Value::String(text)) if text == "*time*" => {
                let near = number.as_i64().is_some_and(|time| (common::now() - time).abs() < 60);
                if near { expected.clone() } else { answer.clone() }
            }
            (Value::Object(own), Value::Object(wanted)) => own
                .iter()
                .map(|(name, value)| (name.clone(), settle(value, wanted.get(name).unwrap_or(&Value::Null))))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            (Value::Array(own), Value::Array(wanted)) if own.len() == wanted.len() => own
                .iter()
                .zip(wanted)
                .map(|(value, wanted)| settle(value, wanted))
                .collect(),
            _ => answer.clone(),
        }
    }
    assert_eq!(settle(answer, expected), *expected);
}

fn device(device_name: &str, family: &str) -> Value {
    json!({
        "DeviceId": format!("{PLUG}/{device_name}"),
        "ProductId": PLUG,
        "DeviceName": device_name,
        "AliasName": "",
        "IconUrl": "",
        "FamilyId": family,
        "RoomId": "0",
        "DeviceType": 0,
        "CreateTime": "*time*",
        "UpdateTime": "*time*",
    })
}

fn with_request_id(mut payload: Value) -> Value {
    payload["RequestId"] = json!("req-1");
    payload
}

fn live(payload: Value) -> Value {
    json!({ "code": 0, "msg": "", "data": with_request_id(payload) })
}

#[test]
fn by_token_as_documented() {
    let server = Server::start();
    let created = server.call("AppCreateDeviceBindToken", json!({}));
    let token = created["Response"]["Data"]["Token"].as_str().unwrap().to_owned();
    assert_eq!(token.len(), 32);
    expect(
        &created,
        &json!({ "Response": { "Data": { "Token": token, "RequestId": "req-1" } } }),
    );
    let state = |number| json!({ "Response": { "Data": { "State": number, "RequestId": "req-1" } } });
    expect(
        &server.call("AppGetDeviceBindTokenState", json!({ "Token": token })),
        &state(1),
    );
    server.control(
        "device/report-token",
        json!({ "token": token, "productId": PLUG, "deviceName": "plug-1" }),
    );
    expect(
        &server.call("AppGetDeviceBindTokenState", json!({ "Token": token })),
        &state(2),
    );
    let bound = server.call("AppTokenBindDeviceFamily", token_bind(&token, "plug-1", "f-home"));
    expect(&bound, &json!({ "Response": { "Data": { "RequestId": "req-1" } } }));
    let asked = json!({ "ProductId": PLUG, "DeviceName": "plug-1", "FamilyId": "f-home" });
    let got = server.call("AppGetDeviceInFamily", asked);
    expect(
        &got,
        &json!({ "Response": { "Data": device("plug-1", "f-home"), "RequestId": "req-1" } }),
    );
    assert_eq!(
        server.device("plug-1"),
        json!({
            "productId": PLUG, "deviceName": "plug-1", "kind": "wifi", "online": true,
            "familyId": "f-home", "roomId": "0", "binds": 1,
        })
    );
}

#[test]
fn by_token_live() {
    let server = Server::start_live();
    let created = server.call("AppCreateDeviceBindToken", json!({ "TokenLengthType": "1" }));
    let token = created["data"]["Token"].as_str().unwrap().to_owned();
    assert_eq!(token.len(), 6);
    expect(&created, &live(json!({ "Token": token })));
    expect(
        &server.call("AppGetDeviceBindTokenState", json!({ "Token": token })),
        &live(json!({ "State": 1 })),
    );
    server.control(
        "device/report-token",
        json!({ "token": token, "productId": PLUG, "deviceName": "plug-2" }),
    );
    expect(
        &server.call("AppGetDeviceBindTokenState", json!({ "Token": token })),
        &live(json!({ "State": 2, "ProductId": PLUG, "DeviceName": "plug-2" })),
    );
    let mut bind = token_bind(&token, "plug-2", "f-home");
    bind["RoomId"] = json!("r-living");
    expect(&server.call("AppTokenBindDeviceFamily", bind), &live(json!({})));
    let asked = json!({ "ProductId": PLUG, "DeviceName": "plug-2", "FamilyId": "f-home" });
    let mut expected = device("plug-2", "f-home");
    expected["RoomId"] = json!("r-living");
    expect(&server.call("AppGetDeviceInFamily", asked), &live(expected));
}

#[test]
fn by_signature_in_both_envelopes() {
    let server = Server::start();
    let info = |product_id: &str, device_name: &str, update_time: &str| {
        json!({
            "DeviceId": format!("{product_id}/{device_name}"),
            "ProductId": product_id,
            "DeviceName": device_name,
            "AliasName": "",
            "IconUrl": "",
            "FamilyId": "f-home",
            "RoomId": "0",
            "CreateTime": "*time*",
            update_time: "*time*",
        })
    };
    let wifi = server.call(
        "AppSigBindDeviceInFamily",
        server.signed(PLUG, "plug-1", "f-home", json!({})),
    );
    let payload = json!({ "AppDeviceInfo": info(PLUG, "plug-1", "UpdateTIme") });
    expect(&wifi, &json!({ "Response": { "RequestId": "req-1", "data": payload } }));
    let bluetooth = server.signed(LOCK, "lock-1", "f-home", json!({}));
    assert_eq!(bluetooth["BindType"], "bluetooth_sign");
    let bluetooth = server.call_in("live", "AppSigBindDeviceInFamily", bluetooth);
    expect(
        &bluetooth,
        &live(json!({ "AppDeviceInfo": info(LOCK, "lock-1", "UpdateTime") })),
    );
}

#[test]
fn every_way_of_signing_is_accepted() {
    let server = Server::start();
    for bind_type in ["wifi_sign", "bluetooth_sign", "other_sign"] {
        for sign_method in ["hmacsha1", "hmacsha256"] {
            server.control("reset", json!({}));
            let ask = json!({ "bindType": bind_type, "signMethod": sign_method, "connId": "客厅" });
            let signed = server.signed(PLUG, "plug-3", "f-home", ask);
            assert_eq!(signed["ConnId"], "客厅");
            let answer = server.call("AppSigBindDeviceInFamily", signed);
            assert!(
                answer["Response"]["data"]["AppDeviceInfo"].is_object(),
                "{bind_type} {sign_method}: {answer}"
            );
        }
    }
    // An omitted BindType, SignMethod and ConnId mean wifi_sign, hmacsha1 and nothing; DeviceId may stand for the pair.
    server.control("reset", json!({}));
    let mut signed = server.signed(PLUG, "plug-3", "f-home", json!({ "connId": "" }));
    for name in ["BindType", "SignMethod", "ConnId", "ProductId", "DeviceName"] {
        signed.as_object_mut().unwrap().remove(name);
    }
    signed["DeviceId"] = json!(format!("{PLUG}/plug-3"));
    signed["RoomId"] = json!("");
    let answer = server.call("AppSigBindDeviceInFamily", signed);
    assert_eq!(answer["Response"]["data"]["AppDeviceInfo"]["DeviceName"], "plug-3");
}

#[test]
fn bluetooth_signs_a_minute_later_than_the_phone() {
    let server = Server::start();
    let phone = common::now() - 30;
    let signed = server.signed(LOCK, "lock-2", "f-home", json!({ "timestamp": phone }));
    assert_eq!(signed["DeviceTimestamp"], phone + 60);
}

#[test]
fn through_the_gateway_and_page_by_page() {
    let server = Server::start();
    let gateway = json!({ "productId": GATEWAY, "deviceName": "gateway-1" });
    for number in 1..=6 {
        let name = format!("sensor-{number}");
        let style = if number % 2 == 0 { "live" } else { "documented" };
        let params = server.gateway_signed(SENSOR, &name, "gateway-1");
        let answer = server.call_in(style, "AppSigGatewayBindDevice", params);
        match style {
            "live" => expect(&answer, &live(json!({}))),
            _ => expect(&answer, &json!({ "Response": { "RequestId": "req-1" } })),
        }
        let device = server.device(&name);
        assert_eq!((&device["familyId"], &device["gateway"]), (&json!("f-home"), &gateway));
    }
    let entry = |number: u32| {
        json!({
            "ProductId": SENSOR,
            "DeviceName": format!("sensor-{number}"),
            "DeviceId": format!("{SENSOR}/sensor-{number}"),
            "AliasName": "",
            "UserId": ALICE,
            "RoomId": "0",
            "FamilyId": "f-home",
            "IconUrl": "",
            "DeviceType": 2,
            "CreateTime": "*time*",
            "UpdateTime": "*time*",
        })
    };
    let page = |offset: u32, limit: u32| {
        json!({
            "GatewayProductId": GATEWAY, "GatewayDeviceName": "gateway-1", "Offset": offset, "Limit": limit,
        })
    };
    let payload = |numbers: &[u32]| json!({ "Total": 6, "DeviceList": numbers.iter().map(|number| entry(*number)).collect::<Vec<_>>() });
    let first = server.call("AppGetFamilySubDeviceList", page(0, 4));
    expect(&first, &json!({ "Response": with_request_id(payload(&[1, 2, 3, 4])) }));
    let second = server.call_in("live", "AppGetFamilySubDeviceList", page(4, 4));
    expect(&second, &live(payload(&[5, 6])));
    let asked = json!({ "ProductId": SENSOR, "DeviceName": "sensor-1", "FamilyId": "f-home" });
    assert_eq!(
        server.call("AppGetDeviceInFamily", asked)["Response"]["Data"]["DeviceType"],
        2
    );
}

#[test]
fn what_other_clients_ask_first() {
    let server = Server::start();
    let user = json!({
        "UserID": ALICE, "NickName": "Alice", "Avatar": "", "CountryCode": "86", "PhoneNumber": "10000000001",
        "Email": "alice@example.com",
    });
    let asked = server.call("AppGetUser", json!({}));
    expect(&asked, &json!({ "Response": { "RequestId": "req-1", "Data": user } }));
    // The official client reads the user from data.Data, sends 100 as the limit, and adds these to every body.
    let live_extras = json!({ "RegionId": 1, "Platform": "weapp", "lang": "zh-CN", "uin": "unknown" });
    expect(
        &server.call_in("live", "AppGetUser", live_extras),
        &live(json!({ "Data": user })),
    );
    let family = |id: &str, name: &str| json!({ "FamilyId": id, "Name": name, "Role": 1, "CreateTime": 1_700_000_000, "UpdateTime": 1_700_000_000 });
    let families = json!({ "Total": 2, "FamilyList": [family("f-home", "Home"), family("f-cabin", "Cabin")] });
    let asked = json!({ "Offset": 0, "Limit": 100 });
    expect(
        &server.call_in("live", "AppGetFamilyList", asked.clone()),
        &live(families.clone()),
    );
    expect(
        &server.call("AppGetFamilyList", asked),
        &json!({ "Response": with_request_id(families) }),
    );
    let second = server.call("AppGetFamilyList", json!({ "Offset": 1 }));
    assert_eq!(second["Response"]["FamilyList"], json!([family("f-cabin", "Cabin")]));
}

#[test]
fn the_query_of_the_url_changes_nothing() {
    let server = Server::start_live();
    let body = server.body(ALICE, "AppGetUser", json!({}));
    let path = format!("{}?uin=unknown&cmd=AppGetSomethingElse", iotexplorer_sandbox::API_PATH);
    assert_eq!(server.post(&path, &body).json()["data"]["Data"]["UserID"], ALICE);
    let entry = &server.show("log")["requests"][0];
    assert_eq!(
        entry["query"],
        json!({ "uin": "unknown", "cmd": "AppGetSomethingElse" })
    );
}

#[test]
fn a_reset_begins_the_very_same_world() {
    let server = Server::start();
    let seed = server.show("seed");
    let token = server.reported_token("plug-1");
    server.call("AppTokenBindDeviceFamily", token_bind(&token, "plug-1", "f-home"));
    server.control("token", json!({ "userId": ALICE, "op": "renew" }));
    server.control("fault", json!({ "kind": "empty" }));
    assert_eq!(
        server.control("reset", json!({ "envelope": "live" })),
        json!({ "envelope": "live" })
    );
    assert_eq!(server.call("AppGetUser", json!({}))["code"], 0);
    assert_eq!(server.control("reset", json!({})), json!({ "envelope": "documented" }));
    assert_eq!(server.show("seed"), seed);
    assert_eq!(server.show("log"), json!({ "requests": [] }));
    assert_eq!(server.make_token(), token, "tokens come in the same order");
    assert_eq!(server.device("plug-1")["binds"], 0);
}

#[test]
fn what_was_scheduled_before_a_reset_stays_there() {
    let server = Server::start();
    server.control(
        "device/online",
        json!({ "productId": PLUG, "deviceName": "plug-1", "online": true, "delayMs": 150 }),
    );
    server.control("reset", json!({}));
    server.control(
        "device/online",
        json!({ "productId": PLUG, "deviceName": "plug-2", "online": true, "delayMs": 250 }),
    );
    assert_eq!(server.device("plug-2")["online"], false);
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(server.device("plug-2")["online"], true);
    assert_eq!(server.device("plug-1")["online"], false);
}
