//! Who is refused, what bad input gets, what the log hides, and how files are served.

mod common;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use common::{ALICE, LOCK, PLUG, SENSOR, Server, folder, token_bind};
use iotexplorer_sandbox::{API_PATH, Options};
use serde_json::{Value, json};

const JSON: (&str, &str) = ("Content-Type", "application/json");

#[test]
fn foreign_hosts_and_origins() {
    let server = Server::start();
    let port = server.port;
    let (ours, local) = (format!("127.0.0.1:{port}"), format!("localhost:{port}"));
    let host = |value: &str| server.send("GET", "/control/seed", &[("Host", value)], "");
    for own in [&ours, &local] {
        let answer = host(own);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json()["endpoint"], format!("http://{own}{API_PATH}"));
    }
    for foreign in [
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost",
        &format!("evil.example:{port}"),
        "",
    ] {
        let answer = host(foreign);
        assert_eq!(answer.status, 403, "{foreign}");
        assert!(answer.json()["error"].as_str().unwrap().contains("Host"));
        assert_eq!(answer.header("content-type"), Some("application/json"));
    }
    let twice = format!("GET / HTTP/1.1\r\nHost: {ours}\r\nHost: evil.example\r\n\r\n");
    assert!(server.exchange(&twice).unwrap().starts_with("HTTP/1.1 403"));
    let whole = format!("GET http://evil.example/control/seed HTTP/1.1\r\nHost: {ours}\r\n\r\n");
    assert!(server.exchange(&whole).unwrap().starts_with("HTTP/1.1 403"));
    assert!(
        server
            .exchange("GET /control/seed HTTP/1.0\r\n\r\n")
            .unwrap()
            .starts_with("HTTP/1.0 403")
    );
    let body = server.body(ALICE, "AppGetUser", json!({})).to_string();
    let origin =
        |value: &str, path: &str, body: &str| server.send("POST", path, &[("Origin", value), JSON], body).status;
    assert_eq!(origin(&format!("http://{ours}"), API_PATH, &body), 200);
    assert_eq!(origin(&format!("http://{local}"), "/control/reset", "{}"), 200);
    for foreign in [
        "http://evil.example",
        "null",
        &format!("https://{ours}"),
        "http://127.0.0.1:1",
        "",
    ] {
        assert_eq!(origin(foreign, API_PATH, &body), 403, "{foreign}");
        assert_eq!(origin(foreign, "/control/reset", "{}"), 403, "{foreign}");
    }
    let preflight = [
        ("Origin", "http://evil.example"),
        ("Access-Control-Request-Method", "POST"),
    ];
    let answer = server.send("OPTIONS", API_PATH, &preflight, "");
    assert_eq!(answer.status, 403);
    assert_eq!(answer.header("access-control-allow-origin"), None);
}

#[test]
fn bad_input_gets_a_clear_answer() {
    let server = Server::start();
    let status = |method: &str, path: &str, kind: &str, body: &str| {
        let answer = server.send(method, path, &[("Content-Type", kind)], body);
        assert!(answer.json()["error"].is_string() || answer.json()["Response"]["Error"].is_object());
        answer.status
    };
    let json = "application/json";
    assert_eq!(status("POST", "/control/reset", "text/plain", "{}"), 415);
    assert_eq!(
        status("POST", "/control/reset", "application/x-www-form-urlencoded", "{}"),
        415
    );
    assert_eq!(status("POST", "/control/reset", json, "{"), 400);
    assert_eq!(status("POST", "/control/reset", json, r#"{"envelope":"paper"}"#), 400);
    assert_eq!(status("POST", "/control/reset", json, r#"{"envelop":"live"}"#), 400);
    assert_eq!(status("POST", "/control/envelope", json, "{}"), 400);
    assert_eq!(status("POST", "/control/nothing", json, "{}"), 404);
    assert_eq!(status("GET", "/control/reset", json, ""), 405);
    assert_eq!(status("GET", API_PATH, json, ""), 405);
    assert_eq!(status("GET", "/", json, ""), 404);
    assert_eq!(status("POST", API_PATH, "text/plain", "{}"), 415);
    assert_eq!(status("POST", API_PATH, json, "{"), 400);
    assert_eq!(status("POST", API_PATH, json, "[]"), 400);
    assert_eq!(status("POST", API_PATH, json, &" ".repeat(2 * 1024 * 1024 + 1)), 413);
    let unknown = r#"{"productId":"PLUGWIFI1A","deviceName":"plug-99"#;
    assert_eq!(
        status("POST", "/control/device/sign", json, &format!("{unknown}\"}}")),
        404
    );
    assert_eq!(
        status(
            "POST",
            "/control/device/online",
            json,
            &format!("{unknown}\",\"online\":true}}")
        ),
        404
    );
    assert_eq!(
        status(
            "POST",
            "/control/device/report-token",
            json,
            &format!("{unknown}\",\"token\":\"x\"}}")
        ),
        404
    );
    let lock = json!({ "productId": LOCK, "deviceName": "lock-1", "token": "x" }).to_string();
    assert_eq!(status("POST", "/control/device/report-token", json, &lock), 400);
    let sign = |extra: &str| format!(r#"{{"productId":"{LOCK}","deviceName":"lock-1",{extra}}}"#);
    assert_eq!(
        status("POST", "/control/device/sign", json, &sign(r#""bindType":"smoke""#)),
        400
    );
    assert_eq!(
        status("POST", "/control/device/sign", json, &sign(r#""signMethod":"md5""#)),
        400
    );
    assert_eq!(
        status("POST", "/control/device/sign", json, &sign(r#""connId":"""#)),
        400
    );
    assert_eq!(
        status("POST", "/control/sign", json, r#"{"productId":"X","deviceName":"y"}"#),
        404
    );
    assert_eq!(
        status("POST", "/control/token", json, r#"{"userId":"user-9","op":"renew"}"#),
        404
    );
    assert_eq!(
        status("POST", "/control/token", json, r#"{"userId":"user-1","op":"steal"}"#),
        400
    );
    assert_eq!(
        status("POST", "/control/bind-token", json, r#"{"token":"x","op":"expire"}"#),
        404
    );
    let headers = [JSON, ("X-Sandbox-Envelope", "paper")];
    assert_eq!(server.send("POST", API_PATH, &headers, "{}").status, 400);
}

#[test]
fn a_refusal_is_heard_by_who_is_still_sending() {
    let server = Server::start();
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    let head = format!("POST {API_PATH} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", server.port);
    let body = "x".repeat(200_000);
    write!(
        stream,
        "{head}Content-Type: text/plain\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )
    .unwrap();
    std::thread::sleep(Duration::from_millis(100));
    for piece in body.as_bytes().chunks(50_000) {
        stream.write_all(piece).unwrap();
        std::thread::sleep(Duration::from_millis(20));
    }
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 415"), "{answer}");
}

#[test]
fn the_envelope_is_chosen_by_route_and_by_request() {
    let server = Server::start();
    let live = |answer: Value| answer["code"] == 0;
    assert!(!live(server.call("AppGetUser", json!({}))));
    assert!(live(server.call_in("live", "AppGetUser", json!({}))));
    server.control("envelope", json!({ "style": "live" }));
    assert!(live(server.call("AppGetUser", json!({}))));
    assert!(!live(server.call_in("documented", "AppGetUser", json!({}))));
    let log = server.show("log");
    let styles: Vec<_> = log["requests"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["envelope"])
        .collect();
    assert_eq!(styles, ["documented", "live", "live", "documented"]);
}

#[test]
fn no_secret_stands_in_the_log() {
    let server = Server::start();
    let seed = server.show("seed");
    let token = server.reported_token("plug-1");
    server.call("AppTokenBindDeviceFamily", token_bind(&token, "plug-1", "f-home"));
    let short = server.call("AppCreateDeviceBindToken", json!({ "TokenLengthType": "1" }));
    let short = short["Response"]["Data"]["Token"].as_str().unwrap().to_owned();
    let state = server.call("AppGetDeviceBindTokenState", json!({ "Token": short }));
    assert_eq!(state["Response"]["Data"]["State"], 1);
    let signed = server.signed(PLUG, "plug-2", "f-home", json!({}));
    server.call("AppSigBindDeviceInFamily", signed.clone());
    let attached = server.gateway_signed(SENSOR, "sensor-1", "gateway-1");
    server.call("AppSigGatewayBindDevice", attached.clone());
    // In places where none belongs: under other names, inside other texts, in the URL, as names, as the Action.
    let (alice, psk) = (
        server.access_token(ALICE),
        seed["devices"][0]["psk"].as_str().unwrap().to_owned(),
    );
    let secret = seed["products"][0]["productSecret"].as_str().unwrap().to_owned();
    server.call(
        "AppGetUser",
        json!({
            "RequestId": alice,
            "Extra": { "note": format!("my psk is {psk}."), "Password": "hunter2-hunter2", "list": [secret, token] },
            (psk.clone()): 1,
            "DeviceSignature": "qr-signature-text",
            "Ticket": short,
        "Remark": format!("x{short}y"),
            "Attached": attached["Signature"],
        }),
    );
    server.call(&alice, json!({}));
    let path = format!("{API_PATH}?token={short}&x={token}&accesstoken={alice}");
    server.post(&path, &server.body(ALICE, "AppGetUser", json!({})));
    server.control("token", json!({ "userId": ALICE, "op": "renew" }));
    server.call("AppGetUser", json!({ "AccessToken": alice }));
    let log = server.get("/control/log").body;
    let mut secrets = vec![
        token.clone(),
        short.clone(),
        alice.clone(),
        psk,
        secret,
        server.access_token(ALICE),
    ];
    secrets.extend(["hunter2-hunter2", "qr-signature-text"].map(str::to_owned));
    secrets.extend([&signed, &attached].map(|params| params["Signature"].as_str().unwrap().to_owned()));
    for secret in secrets {
        assert!(!log.contains(&secret), "{secret} in {log}");
    }
    // The hashes tell equal from different.
    let log: Value = serde_json::from_str(&log).unwrap();
    let requests = log["requests"].as_array().unwrap();
    let hash = |entry: &Value, name: &str| entry["params"][name].as_str().unwrap().to_owned();
    let bind = requests
        .iter()
        .find(|entry| entry["action"] == "AppTokenBindDeviceFamily")
        .unwrap();
    let state = requests
        .iter()
        .find(|entry| entry["action"] == "AppGetDeviceBindTokenState")
        .unwrap();
    assert!(hash(bind, "Token").starts_with("sha256:") && hash(bind, "Token").len() == 7 + 12);
    assert_ne!(hash(bind, "Token"), hash(state, "Token"));
    assert_eq!(hash(bind, "AccessToken"), hash(state, "AccessToken"));
    let expected = json!({
        "AccessToken": hash(bind, "AccessToken"), "Token": hash(bind, "Token"), "ProductId": PLUG,
        "DeviceName": "plug-1", "FamilyId": "f-home", "RoomId": "0",
    });
    assert_eq!(bind["params"], expected);
    assert_eq!((&bind["requestId"], &bind["status"]), (&json!("req-1"), &json!(200)));
    assert!(bind["at"].as_i64().unwrap() / 1000 - common::now() < 60);
    assert!(bind.get("code").is_none() && bind.get("fault").is_none() && bind.get("query").is_none());
    assert_eq!(
        requests.last().unwrap()["code"],
        "InvalidParameterValue.InvalidAccessToken"
    );
    assert_eq!(server.send("DELETE", "/control/log", &[], "").status, 200);
    assert_eq!(server.show("log"), json!({ "requests": [] }));
}

#[test]
fn the_hash_is_the_beginning_of_sha_256() {
    let server = Server::start();
    server.call("AppGetUser", json!({ "AccessToken": "abc" }));
    // FIPS 180-2's own example.
    assert_eq!(
        server.show("log")["requests"][0]["params"]["AccessToken"],
        "sha256:ba7816bf8f01"
    );
}

#[test]
fn files_and_their_headers() {
    let root = folder("files");
    fs::create_dir_all(root.join("www")).unwrap();
    fs::create_dir_all(root.join("pkg")).unwrap();
    fs::write(root.join("secret.txt"), "not for you").unwrap();
    fs::write(root.join("www/index.html"), "<!doctype html><title>x</title>").unwrap();
    fs::write(root.join("www/app.js"), "export {}").unwrap();
    fs::write(root.join("www/style.css"), "p {}").unwrap();
    fs::write(root.join("pkg/index.js"), "export {}").unwrap();
    fs::write(root.join("pkg/core.wasm"), "\0asm").unwrap();
    let options = Options {
        quiet: true,
        www: Some(root.join("www")),
        pkg: Some(root.join("pkg")),
        ..Options::default()
    };
    let server = Server::start_with(options);
    for (path, kind) in [
        ("/", "text/html"),
        ("/index.html", "text/html"),
        ("/app.js", "text/javascript"),
        ("/style.css", "text/css"),
        ("/pkg/index.js", "text/javascript"),
        ("/pkg/core.wasm", "application/wasm"),
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(
            answer.header("content-type").unwrap().split(';').next(),
            Some(kind),
            "{path}"
        );
        assert_eq!(
            answer.header("content-security-policy"),
            Some("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'")
        );
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
    for path in [
        "/nothing",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/pkg/../../secret.txt",
        "/pkg/%2e%2e/%2e%2e/secret.txt",
        "/pkg/..%5c..%5csecret.txt",
        "//secret.txt",
    ] {
        let answer = server.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.body.contains("not for you"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
    assert_eq!(server.control("reset", json!({})), json!({ "envelope": "documented" }));
}
