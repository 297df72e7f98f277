//! Every kind of fault, seen from the socket.

mod common;

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use common::{ALICE, Answer, Server, token_bind};
use iotexplorer_sandbox::API_PATH;
use serde_json::{Value, json};

const BIND: &str = "AppTokenBindDeviceFamily";

/// A server, a bind that is ready to be sent, and the fault that waits for it.
fn arranged(fault: Value) -> (Server, Value) {
    let server = Server::start();
    let token = server.reported_token("plug-1");
    let mut fault = fault;
    fault["action"] = json!(BIND);
    assert!(server.control("fault", fault)["id"].is_number());
    let body = server.body(ALICE, BIND, token_bind(&token, "plug-1", "f-home"));
    (server, body)
}

fn binds(server: &Server) -> i64 {
    server.device("plug-1")["binds"].as_i64().unwrap()
}

/// The answer to the bind under that fault, and how many binds took effect.
fn outcome(fault: Value) -> (Answer, i64) {
    let (server, body) = arranged(fault);
    let answer = server.post(API_PATH, &body);
    (answer, binds(&server))
}

#[test]
fn dropped_connections_are_resets() {
    for (kind, effective) in [("drop-before", 0), ("drop-after", 1)] {
        let (server, body) = arranged(json!({ "kind": kind }));
        let headers = [("Content-Type", "application/json")];
        let error = server
            .try_send("POST", API_PATH, &headers, &body.to_string())
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{kind}");
        assert_eq!(binds(&server), effective, "{kind}");
        let log = server.show("log");
        let entry = log["requests"].as_array().unwrap().last().unwrap();
        assert_eq!((&entry["fault"], &entry["status"]), (&json!(kind), &Value::Null));
        // Only that connection: the repeat goes through.
        let repeat = server.post(API_PATH, &body).json();
        let code = repeat["Response"]["Error"]["Code"].as_str();
        assert_eq!(
            code,
            (effective == 1).then_some("UnsupportedOperation.CannotBindSameFamily")
        );
        assert_eq!(binds(&server), 1);
    }
}

#[test]
fn delays() {
    for kind in ["delay", "delay-after"] {
        let (server, body) = arranged(json!({ "kind": kind, "delayMs": 300 }));
        let begun = Instant::now();
        let answer = server.post(API_PATH, &body);
        assert!(begun.elapsed() >= Duration::from_millis(300), "{kind}");
        assert_eq!(
            answer.json(),
            json!({ "Response": { "Data": { "RequestId": "req-1" } } })
        );
    }
}

#[test]
fn who_hangs_up_during_a_delay_does_not_undo_the_call() {
    let (server, body) = arranged(json!({ "kind": "delay", "delayMs": 300 }));
    let body = body.to_string();
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    let head = format!("POST {API_PATH} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", server.port);
    let length = body.len();
    write!(
        stream,
        "{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    assert!(stream.read(&mut [0; 1]).is_err(), "no answer yet");
    drop(stream);
    assert_eq!(binds(&server), 0);
    std::thread::sleep(Duration::from_millis(700));
    assert_eq!(binds(&server), 1);
}

#[test]
fn a_call_of_before_a_reset_completes_no_entry_of_after() {
    let (server, body) = arranged(json!({ "kind": "delay", "delayMs": 300 }));
    let mut late = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    let (body, head) = (
        body.to_string(),
        format!("POST {API_PATH} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", server.port),
    );
    let length = body.len();
    write!(
        late,
        "{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    std::thread::sleep(Duration::from_millis(100));
    server.control("reset", json!({}));
    // Refused for their access token: entries with a code, and as many as there were numbers before.
    for _ in 0..10 {
        server.post(
            API_PATH,
            &json!({ "Action": "AppGetDeviceInFamily", "RequestId": "r", "AccessToken": "nobody" }),
        );
    }
    let before = server.show("log");
    assert!(before["requests"][0]["code"].is_string(), "{before}");
    std::thread::sleep(Duration::from_millis(700));
    assert_eq!(server.show("log"), before);
}

#[test]
fn answers_that_are_no_json() {
    let (answer, effective) = outcome(json!({ "kind": "status" }));
    assert_eq!((answer.status, effective), (503, 0));
    assert!(serde_json::from_str::<Value>(&answer.body).is_err());
    let (answer, effective) = outcome(json!({ "kind": "status", "status": 500 }));
    assert_eq!((answer.status, effective), (500, 0));
    let (answer, effective) = outcome(json!({ "kind": "status-after", "status": 504 }));
    assert_eq!((answer.status, effective), (504, 1));
    let (answer, effective) = outcome(json!({ "kind": "html" }));
    assert_eq!((answer.status, effective), (502, 0));
    assert_eq!(answer.header("content-type"), Some("text/html"));
    assert!(answer.body.starts_with("<html>"));
    let (answer, effective) = outcome(json!({ "kind": "html-after", "status": 200 }));
    assert_eq!((answer.status, effective), (200, 1));
    let (answer, effective) = outcome(json!({ "kind": "raw", "body": "[1", "status": 418, "contentType": "text/x" }));
    assert_eq!((answer.status, answer.body.as_str(), effective), (418, "[1", 0));
    assert_eq!(answer.header("content-type"), Some("text/x"));
    let (answer, effective) = outcome(json!({ "kind": "raw-after", "body": "{\"code\":1}" }));
    assert_eq!((answer.json(), effective), (json!({ "code": 1 }), 1));
}

#[test]
fn too_many_requests() {
    let (answer, effective) = outcome(json!({ "kind": "too-many", "retryAfter": 2 }));
    assert_eq!(
        (answer.status, answer.header("retry-after"), effective),
        (429, Some("2"), 0)
    );
    let date = "Wed, 21 Oct 2015 07:28:00 GMT";
    let (answer, _) = outcome(json!({ "kind": "too-many", "retryAfter": date }));
    assert_eq!(answer.header("retry-after"), Some(date));
    let (answer, _) = outcome(json!({ "kind": "too-many" }));
    assert_eq!((answer.status, answer.header("retry-after")), (429, None));
}

#[test]
fn damaged_answers() {
    let (answer, effective) = outcome(json!({ "kind": "truncated" }));
    assert_eq!((answer.status, effective), (200, 1));
    assert!(answer.body.starts_with("{\"Response\":"));
    assert!(serde_json::from_str::<Value>(&answer.body).is_err());
    let (answer, effective) = outcome(json!({ "kind": "empty" }));
    assert_eq!((answer.status, answer.body.as_str(), effective), (200, "", 1));
    let (answer, effective) = outcome(json!({ "kind": "wrong-request-id" }));
    let request_id = answer.json()["Response"]["Data"]["RequestId"].clone();
    assert!(request_id.is_string() && request_id != "req-1");
    assert_eq!(effective, 1);
}

#[test]
fn errors_and_repeats() {
    let code = |answer: &Answer| answer.json()["Response"]["Error"]["Code"].as_str().unwrap().to_owned();
    let (answer, effective) = outcome(json!({ "kind": "error", "code": "InternalError" }));
    assert_eq!((code(&answer).as_str(), effective), ("InternalError", 0));
    let (answer, effective) = outcome(json!({ "kind": "error-after", "code": "InternalError", "status": 500 }));
    assert_eq!(
        (code(&answer).as_str(), answer.status, effective),
        ("InternalError", 500, 1)
    );
    let (answer, effective) = outcome(json!({ "kind": "duplicate" }));
    assert_eq!(
        (code(&answer).as_str(), effective),
        ("UnsupportedOperation.CannotBindSameFamily", 1)
    );
}

#[test]
fn faults_count_skip_and_queue() {
    let server = Server::start();
    let status = || {
        server
            .post(API_PATH, &server.body(ALICE, "AppGetUser", json!({})))
            .status
    };
    server.control(
        "fault",
        json!({ "kind": "status", "status": 500, "skip": 1, "times": 2, "action": "AppGetUser" }),
    );
    server.control(
        "fault",
        json!({ "kind": "status", "status": 501, "action": "AppGetFamilyList" }),
    );
    assert_eq!([status(), status(), status(), status()], [200, 500, 500, 200]);
    server.control("fault", json!({ "kind": "status", "status": 502 }));
    server.control("fault", json!({ "kind": "status", "status": 503 }));
    assert_eq!([status(), status(), status()], [502, 503, 200]);
    // What one fault lets pass, the next may hit.
    server.control("fault", json!({ "kind": "status", "status": 504, "skip": 1 }));
    server.control("fault", json!({ "kind": "status", "status": 505 }));
    assert_eq!([status(), status(), status()], [505, 504, 200]);
    server.control("fault", json!({ "kind": "status", "times": 100 }));
    assert_eq!(status(), 503);
    assert_eq!(server.send("DELETE", "/control/fault", &[], "").status, 200);
    assert_eq!(status(), 200);
    let families = server.post(API_PATH, &server.body(ALICE, "AppGetFamilyList", json!({})));
    assert_eq!(families.status, 200, "cleared too");
}

#[test]
fn faults_that_make_no_sense() {
    let server = Server::start();
    for fault in [
        json!({}),
        json!({ "kind": "earthquake" }),
        json!({ "kind": "error" }),
        json!({ "kind": "raw" }),
        json!({ "kind": "delay" }),
        json!({ "kind": "status", "status": 42 }),
        json!({ "kind": "empty", "times": 0 }),
        json!({ "kind": "empty", "tmies": 2 }),
    ] {
        let answer = server.post("/control/fault", &fault);
        assert_eq!(answer.status, 400, "{fault}");
        assert!(answer.json()["error"].is_string());
    }
}
