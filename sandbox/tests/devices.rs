//! More devices than the seed has, and families that hold them.

mod common;

use std::collections::BTreeSet;

use common::{GATEWAY, Server};
use serde_json::{Value, json};

fn added(server: &Server, kind: &str, count: u32) -> Vec<Value> {
    let answer = server.control("devices", json!({ "kind": kind, "count": count }));
    answer["devices"].as_array().unwrap().clone()
}

fn count(server: &Server) -> usize {
    server.show("devices").as_array().unwrap().len()
}

#[test]
fn hundreds_of_devices_each_with_a_name_and_a_key_of_its_own() {
    let server = Server::start();
    let seeded = count(&server);
    assert_eq!(added(&server, "sub", 500).len(), 500);
    assert_eq!(added(&server, "sub", 1).len(), 1);
    assert_eq!(count(&server), seeded + 501);
    let seed = server.show("seed");
    let devices = seed["devices"].as_array().unwrap();
    for name in ["deviceName", "psk"] {
        let all: BTreeSet<&str> = devices.iter().map(|device| device[name].as_str().unwrap()).collect();
        assert_eq!(all.len(), seeded + 501, "{name}");
    }
    server.control("reset", json!({}));
    assert_eq!(count(&server), seeded);
}

#[test]
fn each_kind_can_be_bound_as_the_seeded_ones_of_its_kind() {
    let server = Server::start();
    let only = |kind| {
        let [device] = &added(&server, kind, 1)[..] else {
            panic!("one {kind}");
        };
        let name = |name| device[name].as_str().unwrap().to_owned();
        (name("productId"), name("deviceName"))
    };
    let (product_id, plug) = only("wifi");
    let token = server.make_token();
    let report = json!({ "token": token, "productId": product_id, "deviceName": plug });
    server.control("device/report-token", report);
    server.call("AppTokenBindDeviceFamily", common::token_bind(&token, &plug, "f-home"));
    let (product_id, lock) = only("bluetooth");
    let signed = server.signed(&product_id, &lock, "f-home", json!({}));
    server.call("AppSigBindDeviceInFamily", signed);
    let (product_id, sensor) = only("sub");
    let signed = server.gateway_signed(&product_id, &sensor, "gateway-1");
    server.call("AppSigGatewayBindDevice", signed);
    for device in [plug, lock, sensor] {
        let device = server.device(&device);
        assert_eq!((&device["familyId"], &device["binds"]), (&json!("f-home"), &json!(1)));
    }
    assert_eq!(only("gateway").0, GATEWAY);
    assert_eq!(server.device(&only("virtual").1)["kind"], "virtual");
}

#[test]
fn a_family_holds_as_many_as_it_is_told_to() {
    let server = Server::start();
    let bind = || {
        let sensor = added(&server, "sub", 1)[0]["deviceName"].as_str().unwrap().to_owned();
        let signed = server.gateway_signed(common::SENSOR, &sensor, "gateway-1");
        server.call("AppSigGatewayBindDevice", signed)["Response"]["Error"]["Code"].clone()
    };
    let limit = |limit: u32| server.control("family", json!({ "familyId": "f-home", "deviceLimit": limit }));
    // The seed's gateway and lamp.
    assert_eq!(limit(2), json!({ "familyId": "f-home", "deviceLimit": 2 }));
    assert_eq!(bind(), "LimitExceeded.FamilyDeviceExceedLimit");
    limit(3);
    assert_eq!(bind(), Value::Null);
    assert_eq!(bind(), "LimitExceeded.FamilyDeviceExceedLimit");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let server = Server::start();
    let status = |path: &str, body: Value| server.post(path, &body).status;
    for body in [
        json!({}),
        json!({ "kind": "sub", "count": 0 }),
        json!({ "kind": "sub", "count": 1_001 }),
        json!({ "kind": "sub", "count": -1 }),
        json!({ "kind": "toaster" }),
        json!({ "kind": "sub", "other": 1 }),
    ] {
        assert_eq!(status("/control/devices", body.clone()), 400, "{body}");
    }
    assert_eq!(
        status("/control/family", json!({ "familyId": "nobody", "deviceLimit": 1 })),
        404
    );
    assert_eq!(status("/control/family", json!({ "familyId": "f-home" })), 400);
    let seeded = count(&server);
    assert_eq!(
        status("/control/devices", json!({ "kind": "wifi", "count": 1_000 })),
        200
    );
    assert_eq!(count(&server), seeded + 1_000);
}
