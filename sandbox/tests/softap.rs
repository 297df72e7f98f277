//! The device that waits for SoftAP messages, over real UDP.

mod common;

use std::net::UdpSocket;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use common::{LOCK, PLUG, Server, token_bind};
use iotexplorer_client::softap::{PORT, encode_token, parse_reply};
use iotexplorer_sandbox::{API_PATH, Options, SOFTAP_PORT, Sandbox};
use serde_json::{Value, json};

/// How long to wait for what comes, and for what does not.
const PATIENCE: Duration = Duration::from_secs(5);
const SILENCE: Duration = Duration::from_millis(200);

/// A phone in the device's hotspot.
struct Phone(UdpSocket);

impl Phone {
    fn near(port: u16) -> Self {
        let socket = UdpSocket::bind(("127.0.0.1", 0)).unwrap();
        socket.connect(("127.0.0.1", port)).unwrap();
        Self(socket)
    }

    fn send(&self, bytes: impl AsRef<[u8]>) {
        self.0.send(bytes.as_ref()).unwrap();
    }

    fn hear(&self, patience: Duration) -> Option<String> {
        self.0.set_read_timeout(Some(patience)).unwrap();
        let mut bytes = [0; 2048];
        let length = self.0.recv(&mut bytes).ok()?;
        Some(String::from_utf8(bytes[..length].to_vec()).unwrap())
    }

    fn ask(&self, message: impl AsRef<[u8]>) -> Value {
        self.send(message);
        let datagram = self.hear(PATIENCE).expect("an answer");
        assert!(datagram.ends_with("\r\n"), "as firmware does");
        parse_reply(&serde_json::from_str::<Value>(&datagram).unwrap())
    }

    /// Hands a Wi-Fi and a token over, as the package does, and reads the answer likewise.
    fn provision(&self, token: &str) -> Value {
        let input = json!({ "ssid": "Home", "password": "abcd1234", "token": token });
        self.ask(encode_token(&input).unwrap())
    }
}

fn device(name: &str) -> Value {
    json!({ "type": "device", "productId": PLUG, "deviceName": name, "protoVersion": "2.0" })
}

fn state(server: &Server, token: &str) -> Value {
    server.call("AppGetDeviceBindTokenState", json!({ "Token": token }))["Response"]["Data"]["State"].clone()
}

/// Puts a plug in setup mode; its port.
fn open_hotspot(server: &Server, plug: &str, delay_ms: u64) -> u16 {
    let body = json!({ "productId": PLUG, "deviceName": plug, "delayMs": delay_ms });
    let answer = server.control("device/softap", body);
    assert_eq!(answer["address"], "127.0.0.1");
    answer["port"].as_u64().unwrap().try_into().unwrap()
}

#[test]
fn a_device_takes_the_token_joins_and_is_bound() {
    let server = Server::start();
    let token = server.make_token();
    let phone = Phone::near(open_hotspot(&server, "plug-2", 300));
    let begun = Instant::now();
    assert_eq!(phone.provision(&token), device("plug-2"));
    // An answer may have been lost: the same again, and no second report.
    assert_eq!(phone.provision(&token), device("plug-2"));
    if begun.elapsed() < Duration::from_millis(250) {
        assert_eq!(state(&server, &token), 1, "it is still joining");
        assert_eq!(server.device("plug-2")["online"], false);
    }
    while state(&server, &token) != 2 {
        assert!(begun.elapsed() < PATIENCE, "it never reported");
        thread::sleep(Duration::from_millis(20));
    }
    assert!(
        begun.elapsed() >= Duration::from_millis(300),
        "not before it had joined"
    );
    assert_eq!(server.device("plug-2")["online"], true);
    server.call("AppTokenBindDeviceFamily", token_bind(&token, "plug-2", "f-home"));
    assert_eq!(server.device("plug-2")["binds"], 1);
}

#[test]
fn what_lacks_something_is_complained_of_and_what_is_no_message_is_not_answered() {
    let server = Server::start();
    let phone = Phone::near(open_hotspot(&server, "plug-1", 0));
    let token = server.make_token();
    for message in [
        json!({ "cmdType": 3 }),
        json!({ "cmdType": "1", "ssid": "s", "password": "p", "token": token }),
        json!({ "cmdType": 1, "ssid": "s", "password": "p" }),
        json!({ "cmdType": 1, "ssid": "", "password": "p", "token": token }),
        json!({ "cmdType": 1, "ssid": "s", "password": 5, "token": token }),
        json!({ "cmdType": 1, "ssid": "s".repeat(33), "password": "p", "token": token }),
        json!({ "cmdType": 1, "ssid": "s", "password": "p".repeat(65), "token": token }),
        json!({}),
    ] {
        let reply = phone.ask(message.to_string());
        assert_eq!(
            (&reply["type"], &reply["current"]),
            (&json!("error"), &json!(true)),
            "{message}"
        );
        assert!(!reply["log"].as_str().unwrap().is_empty());
    }
    assert_eq!(state(&server, &token), 1);

    phone.send("");
    phone.send("hello");
    phone.send("[1]");
    phone.send([0xff; 40]);
    phone.send("{".repeat(60_000));
    assert_eq!(phone.hear(SILENCE), None);
    assert_eq!(phone.provision(&token), device("plug-1"), "and it is there still");
}

#[test]
fn only_devices_with_wifi_have_a_hotspot_and_a_port_has_one_of_them() {
    let server = Server::start();
    let refused = |body: Value| server.post("/control/device/softap", &body).status;
    assert_eq!(refused(json!({ "productId": LOCK, "deviceName": "lock-1" })), 400);
    assert_eq!(refused(json!({ "productId": PLUG, "deviceName": "nobody" })), 404);
    let port = open_hotspot(&server, "plug-1", 0);
    assert_eq!(
        refused(json!({ "productId": PLUG, "deviceName": "plug-2", "port": port })),
        409
    );
}

#[test]
fn a_reset_ends_what_was_under_way() {
    let server = Server::start();
    let phone = Phone::near(open_hotspot(&server, "plug-1", 100));
    let token = server.make_token();
    assert_eq!(phone.provision(&token), device("plug-1"));
    server.control("reset", json!({}));
    // The same token as before: every world makes the same ones.
    assert_eq!(server.make_token(), token);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(state(&server, &token), 1);
    phone.send(r#"{"cmdType":1,"ssid":"s","password":"p","token":"t"}"#);
    assert_eq!(phone.hear(SILENCE), None, "its world is gone");
}

/// A sandbox with `--lan`, as a phone sees it.
fn lan(options: Options) -> (Option<u16>, String) {
    let options = Options {
        lan: true,
        quiet: true,
        ..options
    };
    let (ready, facts) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let sandbox = Sandbox::start(options).await.unwrap();
            let port = sandbox.softap().map(|address| address.port());
            ready.send((port, sandbox.endpoint())).unwrap();
            sandbox.run().await;
        });
    });
    facts.recv().unwrap()
}

#[test]
fn in_the_network_a_phone_binds_one_device_after_the_other() {
    let (port, endpoint) = lan(Options {
        softap_port: Some(0),
        ..Options::default()
    });
    let (origin, path) = endpoint.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let server = Server {
        port: origin.rsplit(':').next().unwrap().parse().unwrap(),
    };
    let path = format!("/{path}");
    let before = path.strip_suffix(API_PATH).unwrap();
    let call = |action: &str, params: Value| {
        let mut body = params;
        body["Action"] = json!(action);
        body["RequestId"] = json!("r");
        body["AccessToken"] = json!("fake-access-token-of-user-1-0000");
        let answer = server.post(&path, &body);
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.json()["Response"].clone()
    };
    let phone = Phone::near(port.unwrap());
    for plug in ["plug-1", "plug-2"] {
        let token = call("AppCreateDeviceBindToken", json!({}))["Data"]["Token"].clone();
        let token = token.as_str().unwrap();
        assert_eq!(phone.provision(token), device(plug));
        let begun = Instant::now();
        while call("AppGetDeviceBindTokenState", json!({ "Token": token }))["Data"]["State"] != 2 {
            assert!(begun.elapsed() < PATIENCE, "it never reported");
            thread::sleep(Duration::from_millis(50));
        }
        let bound = call("AppTokenBindDeviceFamily", token_bind(token, plug, "f-home"));
        assert_eq!(bound["Error"], Value::Null);
    }
    // The key is for every path, and nothing that resembles it is one.
    assert_eq!(server.get(&format!("{before}/control/mode")).json()["lan"], true);
    let key = before.strip_prefix("/key/").unwrap();
    assert_eq!(key.len(), 32);
    for wrong in [
        "/control/mode".to_owned(),
        "/key/control/mode".to_owned(),
        format!("/key/{}/control/mode", &key[1..]),
        format!("/key/{}0/control/mode", &key[1..]),
        format!("/key/{key}0/control/mode"),
        format!("/key/{key}control/mode"),
        format!("/key/{}/control/mode", key.to_uppercase()),
        format!("/{key}/control/mode"),
        format!("/key/{key}"),
    ] {
        assert_eq!(server.get(&wrong).status, 403, "{wrong}");
    }
}

#[test]
fn there_is_none_unless_asked_for() {
    assert_eq!(SOFTAP_PORT, PORT, "the sandbox's own opinion is the package's");
    let (port, endpoint) = lan(Options::default());
    assert_eq!(port, None);
    assert!(endpoint.contains("/key/"), "{endpoint}");
}

/// Several devices take the same token, and each is bound by what it reports.
#[test]
fn newer_firmware_needs_no_bind() {
    let server = Server::start();
    let token = server.make_token();
    for plug in ["plug-1", "plug-2"] {
        let body = json!({ "productId": PLUG, "deviceName": plug, "tokenVersion": 3 });
        let port = server.control("device/softap", body)["port"].as_u64().unwrap();
        assert_eq!(Phone::near(port.try_into().unwrap()).provision(&token), device(plug));
    }
    let states = || {
        let answer = server.call("AppGetMultiDeviceBindTokenState", json!({ "Token": token }));
        answer["Response"]["Data"].clone()
    };
    let state = |plug: &str| json!({ "ProductId": PLUG, "DeviceName": plug, "State": 2 });
    let begun = Instant::now();
    while states() != json!([state("plug-1"), state("plug-2")]) {
        assert!(begun.elapsed() < PATIENCE, "{}", states());
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(server.device("plug-2")["familyId"], "f-home");
    let newest = json!({ "productId": PLUG, "deviceName": "plug-3", "tokenVersion": 4 });
    assert_eq!(server.post("/control/device/softap", &newest).status, 400);
}
