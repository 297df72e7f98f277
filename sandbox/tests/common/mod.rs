//! A sandbox of the test's own, and a client that is only a socket: it sends exactly what it is told to and sees exactly
//! how the connection ends.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::needless_pass_by_value, reason = "callers write json!({…}) in place")]

pub mod cloud;

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use iotexplorer_client::action::{Action, Auth};
use iotexplorer_client::sign::sign_app;
use iotexplorer_sandbox::{API_PATH, APP_API_PATH, Options, Sandbox, Style};
use serde_json::{Value, json};

pub const ALICE: &str = "user-1";
pub const BOB: &str = "user-2";

/// A running sandbox; it ends with the test process.
pub struct Server {
    pub port: u16,
}

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

impl Server {
    pub fn start() -> Self {
        Self::start_with(Options {
            quiet: true,
            ..Options::default()
        })
    }

    pub fn start_live() -> Self {
        Self::start_with(Options {
            quiet: true,
            envelope: Style::Live,
            ..Options::default()
        })
    }

    pub fn start_with(options: Options) -> Self {
        let (ready, port) = mpsc::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let sandbox = Sandbox::start(options).await.unwrap();
                ready.send(sandbox.origin()).unwrap();
                sandbox.run().await;
            });
        });
        let origin = port.recv().unwrap();
        Self {
            port: origin.rsplit(':').next().unwrap().parse().unwrap(),
        }
    }

    /// Sends bytes and reads until the connection ends.
    pub fn exchange(&self, request: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8(answer).unwrap())
    }

    pub fn try_send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> io::Result<Answer> {
        let mut request = format!("{method} {path} HTTP/1.1\r\n");
        if headers.iter().all(|(name, _)| *name != "Host") {
            request += &format!("Host: 127.0.0.1:{}\r\n", self.port);
        }
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        request += &format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let answer = self.exchange(&request)?;
        let Some((head, body)) = answer.split_once("\r\n\r\n") else {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, answer));
        };
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers: Vec<_> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let chunked = headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("transfer-encoding"));
        assert!(!chunked, "answers have a Content-Length");
        Ok(Answer {
            status,
            headers,
            body: body.to_owned(),
        })
    }

    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.try_send(method, path, headers, body).unwrap()
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], "")
    }

    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, &[("Content-Type", "application/json")], &body.to_string())
    }

    /// A control request that is expected to succeed.
    pub fn control(&self, path: &str, body: Value) -> Value {
        let answer = self.post(&format!("/control/{path}"), &body);
        assert_eq!(answer.status, 200, "{path} {body}: {}", answer.body);
        answer.json()
    }

    pub fn show(&self, path: &str) -> Value {
        self.get(&format!("/control/{path}")).json()
    }

    pub fn access_token(&self, user: &str) -> String {
        let seed = self.show("seed");
        let users = seed["users"].as_array().unwrap();
        let found = users.iter().find(|entry| entry["userId"] == user).unwrap();
        found["accessToken"].as_str().unwrap_or_default().to_owned()
    }

    /// The whole body of a call as that user.
    pub fn body(&self, user: &str, action: &str, params: Value) -> Value {
        let mut body = json!({ "Action": action, "RequestId": "req-1", "AccessToken": self.access_token(user) });
        for (name, value) in params.as_object().unwrap() {
            body[name] = value.clone();
        }
        body
    }

    /// The whole body of a call before sign-in, signed by the application.
    pub fn app_body(&self, action: &str, params: Value) -> Value {
        static NONCE: AtomicU64 = AtomicU64::new(1);
        let mut body = json!({
            "Action": action,
            "RequestId": "req-1",
            "AppKey": APP_KEY,
            "Timestamp": now(),
            "Nonce": NONCE.fetch_add(1, Ordering::Relaxed),
        });
        for (name, value) in params.as_object().unwrap() {
            body[name] = value.clone();
        }
        // What cannot be signed goes out with a signature that cannot be right.
        let signature = sign_app(&body, &json!(APP_SECRET)).unwrap_or_default();
        body["Signature"] = json!(signature);
        body
    }

    /// A call before sign-in.
    pub fn call_app(&self, action: &str, params: Value) -> Value {
        self.post(APP_API_PATH, &self.app_body(action, params)).json()
    }

    /// A call of any Action where it belongs, by the first user where it needs one.
    pub fn call_any(&self, style: &str, action: &Action, params: Value) -> Value {
        let (path, body) = match action.auth {
            Auth::AccessToken => (API_PATH, self.body(ALICE, action.name, params)),
            Auth::AppSecret => (APP_API_PATH, self.app_body(action.name, params)),
        };
        let headers = [("Content-Type", "application/json"), ("X-Sandbox-Envelope", style)];
        self.send("POST", path, &headers, &body.to_string()).json()
    }

    /// A call as that user.
    pub fn call_as(&self, user: &str, action: &str, params: Value) -> Value {
        let answer = self.post(API_PATH, &self.body(user, action, params));
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.json()
    }

    pub fn call(&self, action: &str, params: Value) -> Value {
        self.call_as(ALICE, action, params)
    }

    /// The call, in the envelope of that style.
    pub fn call_in(&self, style: &str, action: &str, params: Value) -> Value {
        let body = self.body(ALICE, action, params).to_string();
        let headers = [("Content-Type", "application/json"), ("X-Sandbox-Envelope", style)];
        self.send("POST", API_PATH, &headers, &body).json()
    }

    /// The code of the error that the call is answered with, in documented style.
    pub fn code_as(&self, user: &str, action: &str, params: Value) -> String {
        let answer = self.call_as(user, action, params);
        let code = answer["Response"]["Error"]["Code"].as_str();
        code.unwrap_or_else(|| panic!("no error: {answer}")).to_owned()
    }

    pub fn code(&self, action: &str, params: Value) -> String {
        self.code_as(ALICE, action, params)
    }

    pub fn device(&self, device_name: &str) -> Value {
        let devices = self.show("devices");
        let found = devices
            .as_array()
            .unwrap()
            .iter()
            .find(|device| device["deviceName"] == device_name);
        found.unwrap_or_else(|| panic!("no device {device_name}")).clone()
    }

    /// A bind token, in documented style.
    pub fn make_token(&self) -> String {
        let answer = self.call_in("documented", "AppCreateDeviceBindToken", json!({}));
        answer["Response"]["Data"]["Token"].as_str().unwrap().to_owned()
    }

    /// A bind token that the plug of that name has reported.
    pub fn reported_token(&self, plug: &str) -> String {
        let token = self.make_token();
        let report = json!({ "token": token, "productId": PLUG, "deviceName": plug });
        self.control("device/report-token", report);
        token
    }

    /// The parameters of a signature bind, as the device gives them.
    pub fn signed(&self, product_id: &str, device_name: &str, family_id: &str, extra: Value) -> Value {
        let mut ask = json!({ "productId": product_id, "deviceName": device_name });
        for (name, value) in extra.as_object().unwrap() {
            ask[name] = value.clone();
        }
        let mut params = self.control("device/sign", ask);
        params["FamilyId"] = json!(family_id);
        params
    }

    /// The parameters of a gateway bind, as "our server" signs them.
    pub fn gateway_signed(&self, product_id: &str, device_name: &str, gateway: &str) -> Value {
        let signed = self.control("sign", json!({ "productId": product_id, "deviceName": device_name }));
        json!({
            "ProductId": product_id,
            "DeviceName": device_name,
            "GatewayProductId": GATEWAY,
            "GatewayDeviceName": gateway,
            "DeviceTimestamp": signed["timestamp"],
            "Nonce": signed["nonce"],
            "Signature": signed["signature"],
        })
    }
}

/// The code of the error that this answer in documented style tells of.
#[track_caller]
pub fn error_code(answer: &Value) -> &str {
    let code = answer["Response"]["Error"]["Code"].as_str();
    code.unwrap_or_else(|| panic!("no error: {answer}"))
}

/// The payload of an answer in documented style that is no error.
#[track_caller]
pub fn payload(answer: &Value) -> Value {
    let response = answer.get("Response").unwrap_or(answer);
    assert!(response["Error"].is_null() && response.is_object(), "{answer}");
    let inner = ["Data", "data"].into_iter().find(|name| response[name].is_object());
    let mut payload = inner.map_or(response, |name| &response[name]).clone();
    payload.as_object_mut().unwrap().remove("RequestId");
    payload
}

pub const APP_KEY: &str = "FAKEAPPKEY00000001";
pub const APP_SECRET: &str = "fake-app-secret-of-the-sandbox";
pub const LAMP: &str = "LAMPWIFI7G";
pub const PLUG: &str = "PLUGWIFI1A";
pub const LOCK: &str = "LOCKBLUE2B";
pub const GATEWAY: &str = "GATEWAY03C";
pub const SENSOR: &str = "SENSORSB4D";
pub const VIRTUAL: &str = "VIRTDEMO5E";
pub const NOT_LINKED: &str = "NOTLINKED6";

/// The parameters of a token bind into that family.
pub fn token_bind(token: &str, plug: &str, family: &str) -> Value {
    json!({ "Token": token, "ProductId": PLUG, "DeviceName": plug, "FamilyId": family, "RoomId": "0" })
}

pub fn now() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap()
}

pub fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}
