//! Families, rooms, devices and a lamp: what the next pages of an app do after a bind.

#![allow(clippy::needless_pass_by_value, reason = "callers write json!({…}) in place")]

mod common;

use common::{ALICE, BOB, GATEWAY, LAMP, PLUG, SENSOR, Server, payload, token_bind};
use serde_json::{Value, json};

const VALUE: &str = "InvalidParameterValue";

fn call(server: &Server, action: &str, params: Value) -> Value {
    payload(&server.call(action, params))
}

fn lamp(more: Value) -> Value {
    let mut params = json!({ "ProductId": LAMP, "DeviceName": "lamp-1" });
    for (name, value) in more.as_object().unwrap() {
        params[name] = value.clone();
    }
    params
}

/// Names of the devices in a room; an empty one is the whole family.
fn devices_in(server: &Server, family_id: &str, room_id: &str) -> Vec<String> {
    let page = call(
        server,
        "AppGetFamilyDeviceList",
        json!({ "FamilyId": family_id, "RoomId": room_id }),
    );
    let devices = page["DeviceList"].as_array().unwrap();
    assert_eq!(page["Total"], devices.len());
    devices
        .iter()
        .map(|device| device["DeviceName"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_family_is_made_changed_and_deleted() {
    let server = Server::start();
    let made = call(
        &server,
        "AppCreateFamily",
        json!({ "Name": "Office", "Address": "Street 1" }),
    );
    let id = made["FamilyId"].as_str().unwrap();
    assert!(id.starts_with("f_") && id.len() == 34, "{id}");
    let family = call(&server, "AppDescribeFamily", json!({ "FamilyId": id }));
    assert!((family["CreateTime"].as_i64().unwrap() - common::now()).abs() < 60);
    assert_eq!(
        (&family["FamilyName"], &family["Address"]),
        (&json!("Office"), &json!("Street 1"))
    );
    let change = json!({ "FamilyId": id, "Name": "Study", "Address": "Street 2" });
    assert_eq!(call(&server, "AppModifyFamily", change.clone()), json!({}));
    let list = call(&server, "AppGetFamilyList", json!({ "Offset": 2 }));
    assert_eq!(
        (&list["Total"], &list["FamilyList"][0]["Name"]),
        (&json!(3), &json!("Study"))
    );
    assert_eq!(list["FamilyList"][0]["Role"], 1);
    // Somebody else's, and the name that must come along.
    for (action, params) in [
        ("AppModifyFamily", change),
        ("AppDescribeFamily", json!({ "FamilyId": id })),
        ("AppDeleteFamily", json!({ "FamilyId": id, "Name": "Study" })),
    ] {
        assert_eq!(server.code_as(BOB, action, params), VALUE, "{action}");
    }
    assert_eq!(
        server.code("AppDeleteFamily", json!({ "FamilyId": id, "Name": "Office" })),
        VALUE
    );
    assert_eq!(server.code("AppDescribeFamily", json!({ "FamilyId": "f-none" })), VALUE);
    let plug = token_bind(&server.reported_token("plug-1"), "plug-1", id);
    call(&server, "AppTokenBindDeviceFamily", plug);
    assert_eq!(
        call(&server, "AppDeleteFamily", json!({ "FamilyId": id, "Name": "Study" })),
        json!({})
    );
    assert_eq!(server.code("AppDescribeFamily", json!({ "FamilyId": id })), VALUE);
    assert!(
        server.device("plug-1")["familyId"].is_null(),
        "its devices are nobody's"
    );
}

#[test]
fn rooms_count_their_devices_and_leave_them_to_the_default_room() {
    let server = Server::start();
    let made = call(
        &server,
        "AppCreateRoom",
        json!({ "FamilyId": "f-home", "Name": "Kitchen" }),
    );
    let kitchen = made["RoomId"].as_str().unwrap();
    assert!(kitchen.starts_with("r_") && kitchen.len() == 34, "{kitchen}");
    let rooms = || {
        let list = server.call_in("live", "AppGetRoomList", json!({ "FamilyId": "f-home" }));
        let rooms = list["data"]["RoomList"].as_array().unwrap();
        let room = |room: &Value| format!("{} {}", room["RoomName"].as_str().unwrap(), room["DeviceNum"]);
        rooms.iter().map(room).collect::<Vec<_>>()
    };
    assert_eq!(rooms(), ["Living room 1", "Bedroom 0", "Kitchen 0"]);
    let move_to = |room: &str| lamp(json!({ "FamilyId": "f-home", "RoomId": room }));
    assert_eq!(call(&server, "AppModifyFamilyDeviceRoom", move_to(kitchen)), json!({}));
    assert_eq!(rooms(), ["Living room 0", "Bedroom 0", "Kitchen 1"]);
    assert_eq!(devices_in(&server, "f-home", kitchen), ["lamp-1"]);
    let renamed = json!({ "FamilyId": "f-home", "RoomId": kitchen, "Name": "Galley" });
    assert_eq!(call(&server, "AppModifyRoom", renamed), json!({}));
    // Without a name nothing changes, though the page allows it.
    call(
        &server,
        "AppModifyRoom",
        json!({ "FamilyId": "f-home", "RoomId": kitchen }),
    );
    assert_eq!(rooms()[2], "Galley 1");
    let of_room = |room: &str| json!({ "FamilyId": "f-home", "RoomId": room });
    for (action, params) in [
        ("AppModifyFamilyDeviceRoom", move_to("r-attic")),
        (
            "AppModifyRoom",
            json!({ "FamilyId": "f-home", "RoomId": "r-attic", "Name": "x" }),
        ),
        ("AppDeleteRoom", of_room("r-attic")),
        ("AppDeleteRoom", of_room("0")),
        ("AppGetFamilyDeviceList", of_room("r-attic")),
    ] {
        assert_eq!(server.code(action, params), VALUE, "{action}: no room of this family");
    }
    assert_eq!(server.code_as(BOB, "AppDeleteRoom", of_room(kitchen)), VALUE);
    assert_eq!(
        server.code_as(BOB, "AppCreateRoom", json!({ "FamilyId": "f-home", "Name": "x" })),
        VALUE
    );
    assert_eq!(call(&server, "AppDeleteRoom", of_room(kitchen)), json!({}));
    assert_eq!(rooms(), ["Living room 0", "Bedroom 0"]);
    assert_eq!(devices_in(&server, "f-home", "0"), ["gateway-1", "lamp-1"]);
    // Without a family, the rooms of all.
    let all = server.call_in("live", "AppGetRoomList", json!({}));
    assert_eq!(all["data"]["Total"], 3);
}

#[test]
fn devices_are_listed_by_room_and_page_by_page() {
    let server = Server::start();
    assert_eq!(devices_in(&server, "f-home", ""), ["gateway-1", "lamp-1"]);
    assert_eq!(devices_in(&server, "f-home", "r-living"), ["lamp-1"]);
    assert_eq!(devices_in(&server, "f-home", "0"), ["gateway-1"]);
    let token = server.reported_token("plug-1");
    call(
        &server,
        "AppTokenBindDeviceFamily",
        token_bind(&token, "plug-1", "f-home"),
    );
    let asked = json!({ "FamilyId": "f-home", "RoomId": "", "Offset": 1, "Limit": 1 });
    let page = server.call_in("live", "AppGetFamilyDeviceList", asked);
    let entry = json!({
        "DeviceId": format!("{LAMP}/lamp-1"), "ProductId": LAMP, "DeviceName": "lamp-1", "AliasName": "Lamp",
        "IconUrl": "", "UserId": ALICE, "FamilyId": "f-home", "RoomId": "r-living", "DeviceType": 0,
        "CreateTime": 1_700_000_000, "UpdateTime": 1_700_000_000,
    });
    assert_eq!(
        (&page["data"]["Total"], &page["data"]["DeviceList"]),
        (&json!(3), &json!([entry]))
    );
    assert_eq!(
        server.code("AppGetFamilyDeviceList", json!({ "FamilyId": "f-bob", "RoomId": "" })),
        VALUE
    );
}

#[test]
fn a_device_is_renamed_moved_and_unbound() {
    let server = Server::start();
    let renamed = call(&server, "AppUpdateDeviceInFamily", lamp(json!({ "AliasName": "台灯" })));
    assert_eq!(
        (&renamed["AliasName"], &renamed["RoomId"]),
        (&json!("台灯"), &json!("r-living"))
    );
    let asked = lamp(json!({ "FamilyId": "f-home" }));
    assert_eq!(
        call(&server, "AppGetDeviceInFamily", asked.clone())["AliasName"],
        "台灯"
    );
    let in_family = |family: &str| lamp(json!({ "FamilyId": family, "RoomId": "0" }));
    for (action, params) in [
        (
            "AppUpdateDeviceInFamily",
            json!({ "ProductId": PLUG, "DeviceName": "plug-1", "AliasName": "x" }),
        ),
        ("AppModifyFamilyDeviceRoom", in_family("f-cabin")),
        ("AppDeleteDeviceInFamily", in_family("f-cabin")),
        ("AppDeleteDeviceInFamily", in_family("f-bob")),
    ] {
        assert_eq!(server.code(action, params), VALUE, "{action}: not in that family");
    }
    for action in [
        "AppUpdateDeviceInFamily",
        "AppModifyFamilyDeviceRoom",
        "AppDeleteDeviceInFamily",
    ] {
        let params = lamp(json!({ "FamilyId": "f-home", "RoomId": "0", "AliasName": "x" }));
        assert_eq!(server.code_as(BOB, action, params), VALUE, "{action}");
    }
    assert_eq!(call(&server, "AppDeleteDeviceInFamily", in_family("f-home")), json!({}));
    assert_eq!(server.code("AppGetDeviceInFamily", asked), "ResourceNotFound");
    assert_eq!(
        server.code("AppDeleteDeviceInFamily", in_family("f-home")),
        VALUE,
        "twice"
    );
    assert_eq!(devices_in(&server, "f-home", ""), ["gateway-1"]);
    // The page's example has the default room as a number.
    let gateway = json!({ "ProductId": GATEWAY, "DeviceName": "gateway-1", "AliasName": "12" });
    let renamed = call(&server, "AppUpdateDeviceInFamily", gateway);
    assert_eq!((&renamed["RoomId"], &renamed["AliasName"]), (&json!(0), &json!("12")));
    // Bound again it has no name, and is in the default room.
    let again = server.signed(LAMP, "lamp-1", "f-home", json!({}));
    let info = server.call_in("live", "AppSigBindDeviceInFamily", again)["data"]["AppDeviceInfo"].clone();
    assert_eq!((&info["AliasName"], &info["RoomId"]), (&json!(""), &json!("0")));
}

#[test]
fn sub_devices_come_and_go_with_their_gateway() {
    let server = Server::start();
    let pair = |name: &str| json!({ "ProductId": SENSOR, "DeviceName": name, "GatewayProductId": GATEWAY, "GatewayDeviceName": "gateway-1" });
    let info = call(&server, "AppBindSubDeviceInFamily", pair("sensor-1"))["AppDeviceInfo"].clone();
    assert_eq!(
        (&info["FamilyId"], &info["DeviceName"]),
        (&json!("f-home"), &json!("sensor-1"))
    );
    call(&server, "AppBindSubDeviceInFamily", pair("sensor-2"));
    let reach = || {
        let page = json!({ "ProductId": SENSOR, "GatewayProductId": GATEWAY, "GatewayDeviceName": "gateway-1", "Offset": 0, "Limit": 50 });
        let list = call(&server, "AppGetGatewayBindDeviceList", page)["DeviceList"].clone();
        let state = |device: &Value| device["BindStatus"].as_i64().unwrap();
        list.as_array().unwrap().iter().map(state).collect::<Vec<_>>()
    };
    assert_eq!(reach(), [1, 1, 0, 0, 0, 0]);
    assert_eq!(call(&server, "AppGatewayUnbindDevice", pair("sensor-1")), json!({}));
    assert_eq!(
        server.code("AppGatewayUnbindDevice", pair("sensor-1")),
        "UnsupportedOperation"
    );
    assert_eq!(reach(), [0, 1, 0, 0, 0, 0]);
    assert_eq!(devices_in(&server, "f-home", ""), ["gateway-1", "lamp-1", "sensor-2"]);
    for (name, value) in [("GatewayDeviceName", "gateway-cabin"), ("DeviceName", "sensor-99")] {
        let mut params = pair("sensor-3");
        params[name] = json!(value);
        assert_eq!(server.code("AppBindSubDeviceInFamily", params), VALUE, "{value}");
    }
    let code = server.code_as(BOB, "AppGatewayUnbindDevice", pair("sensor-2"));
    assert_eq!(code, "UnauthorizedOperation.NoPermissionToFamily");
    let gateway = json!({ "FamilyId": "f-home", "ProductId": GATEWAY, "DeviceName": "gateway-1", "RoomId": "0" });
    call(&server, "AppDeleteDeviceInFamily", gateway);
    assert_eq!(devices_in(&server, "f-home", ""), ["lamp-1"]);
}

#[test]
fn products_say_what_their_devices_have() {
    let server = Server::start();
    let asked =
        json!({ "ProductIds": [LAMP, GATEWAY], "DeviceIds": [format!("{LAMP}/lamp-1"), format!("{LAMP}/lamp-2")] });
    let products = call(&server, "AppGetProducts", asked)["Products"].clone();
    let names: Vec<_> = products
        .as_array()
        .unwrap()
        .iter()
        .map(|product| &product["ProductId"])
        .collect();
    assert_eq!(names, [LAMP, LAMP, GATEWAY], "once for each device asked about");
    let template: Value = serde_json::from_str(products[0]["DataTemplate"].as_str().unwrap()).unwrap();
    let defines: Vec<_> = template["properties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|property| format!("{} {}", property["id"], property["define"]["type"]))
        .collect();
    assert_eq!(
        defines,
        [r#""power_switch" "bool""#, r#""brightness" "int""#, r#""color" "enum""#]
    );
    assert_eq!(template["properties"][1]["define"]["max"], "100");
    assert_eq!(
        server.code("AppGetProducts", json!({ "ProductIds": ["NOPRODUCT0"] })),
        VALUE
    );
}

#[test]
fn the_lamp_does_what_it_is_told() {
    let server = Server::start();
    let data = || -> Value {
        let data = call(&server, "AppGetDeviceData", lamp(json!({})))["Data"].clone();
        serde_json::from_str(data.as_str().unwrap_or_else(|| panic!("{data}"))).unwrap()
    };
    let at_first = json!({ "Value": 0, "LastUpdate": 1_700_000_000_000_i64 });
    assert_eq!(data()["power_switch"], at_first);
    let tell = |data: &str| server.call("AppControlDeviceData", lamp(json!({ "Data": data })));
    assert_eq!(
        tell(r#"{"power_switch":1}"#),
        json!({ "Response": { "Data": "", "RequestId": "req-1" } })
    );
    assert_eq!(data()["power_switch"]["Value"], 1);
    assert!((data()["power_switch"]["LastUpdate"].as_i64().unwrap() / 1000 - common::now()).abs() < 60);
    assert_eq!(data()["brightness"]["Value"], 80, "the others stay");
    for wrong in [
        "on",
        "[]",
        r#"{"power_switch":2}"#,
        r#"{"power_switch":true}"#,
        r#"{"brightness":101}"#,
        r#"{"brightness":-1}"#,
        r#"{"color":3}"#,
        r#"{"color":1,"volume":1}"#,
    ] {
        assert_eq!(
            server.code("AppControlDeviceData", lamp(json!({ "Data": wrong }))),
            VALUE,
            "{wrong}"
        );
    }
    assert_eq!(data()["color"]["Value"], 0, "nothing of this took effect");
    // A device without a template takes anything.
    let gateway = json!({ "ProductId": GATEWAY, "DeviceName": "gateway-1", "Data": r#"{"mode":"night"}"# });
    call(&server, "AppControlDeviceData", gateway);
    for action in ["AppGetDeviceData", "AppControlDeviceData"] {
        let params = lamp(json!({ "Data": "{}" }));
        assert_eq!(server.code_as(BOB, action, params), VALUE, "{action}");
    }
    let plug = json!({ "ProductId": PLUG, "DeviceName": "plug-1" });
    assert_eq!(server.code("AppGetDeviceData", plug), VALUE, "bound nowhere");
}

#[test]
fn a_lamp_without_power_does_it_later() {
    let server = Server::start();
    let status = || {
        let asked = json!({ "DeviceIds": [format!("{LAMP}/lamp-1")] });
        call(&server, "AppGetDeviceStatuses", asked)["DeviceStatuses"][0]["Online"].clone()
    };
    let online = |is: bool| {
        server.control(
            "device/online",
            json!({ "productId": LAMP, "deviceName": "lamp-1", "online": is }),
        )
    };
    let power = || {
        let devices = server.show("device/data");
        let lamp = devices
            .as_array()
            .unwrap()
            .iter()
            .find(|device| device["deviceName"] == "lamp-1");
        lamp.unwrap()["data"]["power_switch"].clone()
    };
    assert_eq!(status(), 1);
    online(false);
    assert_eq!(status(), 0);
    call(
        &server,
        "AppControlDeviceData",
        lamp(json!({ "Data": r#"{"power_switch":1}"# })),
    );
    assert_eq!(power(), 0);
    online(true);
    assert_eq!((status(), power()), (json!(1), json!(1)));
    // Somebody presses its switch.
    let pressed = json!({ "productId": LAMP, "deviceName": "lamp-1", "data": { "power_switch": 0 } });
    server.control("device/data", pressed.clone());
    assert_eq!(power(), 0);
    let mut wrong = pressed;
    wrong["data"]["power_switch"] = json!(7);
    assert_eq!(server.post("/control/device/data", &wrong).status, 400);
    for other in ["PLUGWIFI1A/plug-1", "LAMPWIFI7G", "LAMPWIFI7G/lamp-9"] {
        assert_eq!(
            server.code("AppGetDeviceStatuses", json!({ "DeviceIds": [other] })),
            VALUE,
            "{other}"
        );
    }
}

#[test]
fn the_lamp_remembers_the_newest_first() {
    let server = Server::start();
    for brightness in [10, 20] {
        let data = json!({ "brightness": brightness }).to_string();
        call(&server, "AppControlDeviceData", lamp(json!({ "Data": data })));
    }
    let read = |more: Value| {
        let mut params = lamp(
            json!({ "FieldName": "brightness", "MinTime": 0, "MaxTime": (common::now() + 60) * 1000, "Limit": 2 }),
        );
        for (name, value) in more.as_object().unwrap() {
            params[name] = value.clone();
        }
        call(&server, "AppGetDeviceDataHistory", params)
    };
    let values = |page: &Value| -> Vec<String> {
        let results = page["Results"].as_array().unwrap();
        results
            .iter()
            .map(|past| past["Value"].as_str().unwrap().to_owned())
            .collect()
    };
    let first = read(json!({}));
    assert_eq!(
        (values(&first), &first["Listover"]),
        (vec!["20".to_owned(), "10".to_owned()], &json!(true))
    );
    let rest = read(json!({ "Context": first["Context"] }));
    assert_eq!(
        (values(&rest), &rest["Listover"]),
        (vec!["80".to_owned()], &json!(false))
    );
    assert_eq!(values(&read(json!({ "MaxTime": 1_700_000_000_000_i64 }))), ["80"]);
    let unknown = lamp(json!({ "FieldName": "volume", "MinTime": 0, "MaxTime": 1, "Limit": 1 }));
    assert_eq!(server.code("AppGetDeviceDataHistory", unknown), VALUE);
}
