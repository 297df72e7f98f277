//! The exports, compiled to WebAssembly: in Node and in a browser. The host's part is played by a few lines of JavaScript, and
//! the driver's by a loop in virtual time.

#![cfg(target_arch = "wasm32")]

use iotexplorer_client::atom;
use iotexplorer_client::error::OwnCode;
use iotexplorer_client::transport::Task;
use iotexplorer_client::wasm::{ask, setup, start, step};
use js_sys::{Array, Function, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// What a piece of JavaScript gives.
fn js(code: &str) -> JsValue {
    let call = |code: &str| Function::new_no_args(code).call0(&JsValue::UNDEFINED);
    call(&["return (", code, "\n)"].concat()).unwrap_or_else(|thrown| panic!("{code}: {thrown:?}"))
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object")
}

fn text_of(object: &JsValue, name: &str) -> String {
    get(object, name)
        .as_string()
        .unwrap_or_else(|| panic!("no text {name} in {}", json(object)))
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| "undefined".into())
}

fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    Reflect::set(object, &name.into(), &value.into()).expect("an object");
}

/// What the facade supplies; errors are plain objects, and whatever is told is kept in `told`.
fn install() {
    let atoms: Array = atom::ALL.iter().map(|text| JsValue::from(*text)).collect();
    set(&js("globalThis"), "atoms", atoms);
    setup(&js("(() => {
        const told = globalThis.told = { wants: [], events: [], steps: [], checkpoints: [], actions: [], error: undefined };
        return globalThis.host = {
            atoms,
            held: [0],
            error: (code, place, message, action, requestId, parameter, status, flags, cause) =>
                ({ code, place, message, action, requestId, parameter, status, flags, cause }),
            redacted: (name, message, code) => ({ name, message, code }),
            poolBytes: 1024, fillRandom: (bytes) => crypto.getRandomValues(bytes),
            fail: (error) => { told.error = error; },
            want: (...want) => told.wants.push(want),
            note: (kind, value) => {
                if (kind === 0) told.events.push(value.type);
                else if (kind === 1) told.steps.push(value.step);
                else told.checkpoints.push(value);
            },
        };
    })()"));
}

/// A list in `told`, as texts, each once in a row.
fn told(name: &str) -> Vec<String> {
    let mut told: Vec<_> = Array::from(&get(&js("globalThis.told"), name))
        .iter()
        .filter_map(|entry| entry.as_string())
        .collect();
    told.dedup();
    told
}

/// The last thing wanted: by which machine, its name, its time, and what it is to be done with.
fn wanted() -> (u32, &'static str, f64, JsValue) {
    let want = Array::from(&js("globalThis.told.wants.pop() || [0, 0, 0]"));
    let number = |at| want.get(at).as_f64().expect("a number");
    let name = match number(1) {
        0.0 => "",
        task if task == f64::from(Task::Token as u8) => "token",
        task if task == f64::from(Task::RenewedToken as u8) => "renewed-token",
        task if task == f64::from(Task::Send as u8) => "send",
        task if task == f64::from(Task::Wait as u8) => "wait",
        task if task == f64::from(Task::SendToDevice as u8) => "send-to-device",
        _ => "sign",
    };
    (number(0) as u32, name, number(2), want.get(3))
}

// What the facade can ask, by number.
const BUILD_REQUEST: u32 = 0;
const PARSE_RESPONSE: u32 = 1;
const NONCE: u32 = 12;

/// What `ask` answers, or the error that the host was told meanwhile.
fn asked(what: u32, first: &JsValue, second: &JsValue, third: &JsValue) -> Result<JsValue, JsValue> {
    let answer = ask(what, put(first), put(second), put(third), 0);
    error_told().map_or_else(|| Ok(at(answer)), Err)
}

/// A function that src/wasm/host.js has added to what it was given.
fn host(name: &str) -> Function {
    get(&js("globalThis.host"), name).unchecked_into()
}

/// Puts a value where the module finds it.
fn put(value: &JsValue) -> u32 {
    let place = host("put").call2(&JsValue::UNDEFINED, &js("globalThis.host.held"), value);
    place.expect("a place").as_f64().expect("a number") as u32
}

/// What is at that place.
fn at(place: u32) -> JsValue {
    let value = host("at").call2(&JsValue::UNDEFINED, &js("globalThis.host.held"), &place.into());
    value.expect("a value")
}

/// What the host makes of an answer: the place of its body, its status, how long to wait.
fn read(response: &JsValue) -> (u32, u32, f64) {
    let parts: Array = host("partsOf")
        .call1(&JsValue::UNDEFINED, response)
        .expect("its parts")
        .unchecked_into();
    let number = |at| parts.get(at).as_f64().unwrap_or_default();
    (put(&parts.get(0)), number(1) as u32, number(2))
}

/// The error that the host was told since the last time.
fn error_told() -> Option<JsValue> {
    let error = js("(() => { const { error } = globalThis.told; globalThis.told.error = undefined; return error; })()");
    (!error.is_undefined()).then_some(error)
}

fn nonce(length: u32) -> String {
    let nonce = asked(NONCE, &length.into(), &JsValue::UNDEFINED, &JsValue::UNDEFINED).expect("a nonce");
    nonce.as_string().expect("a text")
}

/// The error that came out, if it is of that kind and code.
fn failed(outcome: Result<JsValue, JsValue>, kind: &str, code: &str) -> JsValue {
    let error = outcome.expect_err("an error");
    let own = get(&error, "place").as_f64().and_then(|place| OwnCode::at(place as u8));
    let found = match (get(&error, "code").as_string(), own) {
        (Some(cloud), _) => ("api".into(), cloud),
        (None, own) => own.map_or_else(Default::default, |own| {
            (own.kind().as_str().to_owned(), own.to_string())
        }),
    };
    assert_eq!((&*found.0, &*found.1), (kind, code), "{}", json(&error));
    error
}

const OPTIONS: &str =
    "{ accessToken: 'token', requestId: 'r', endpoint: 'https://cloud.test/x', commonParams: { lang: 'en' } }";
const PARAMS: &str = "{ ProductId: 'P', FamilyId: 'f', DeviceName: '客厅' }";

#[wasm_bindgen_test]
fn a_request_is_built() {
    install();
    let body = asked(BUILD_REQUEST, &"AppGetDeviceInFamily".into(), &js(PARAMS), &js(OPTIONS)).expect("a body");
    assert_eq!(
        body.as_string().expect("a text"),
        "{\"Action\":\"AppGetDeviceInFamily\",\"RequestId\":\"r\",\"AccessToken\":\"token\",\"ProductId\":\"P\",\
         \"FamilyId\":\"f\",\"DeviceName\":\"客厅\",\"lang\":\"en\"}"
    );
}

#[wasm_bindgen_test]
fn a_request_that_cannot_be_sent_is_an_error_of_the_hosts() {
    install();
    let build = |action: &str, params: &str| asked(BUILD_REQUEST, &action.into(), &js(params), &js(OPTIONS));
    let cases = [
        ("AppMakeCoffee", "{}", "Parameter.UnknownAction", "action"),
        ("AppGetDeviceInFamily", "undefined", "Parameter.Missing", "ProductId"),
        ("AppGetDeviceInFamily", "5", "Parameter.WrongType", "params"),
        (
            "AppGetDeviceInFamily",
            "{ ProductId: 5n }",
            "Parameter.WrongType",
            "ProductId",
        ),
        (
            "AppGetDeviceInFamily",
            "{ ProductId: '\\ud800' }",
            "Parameter.BadText",
            "ProductId",
        ),
        (
            "AppGetDeviceInFamily",
            "{ get ProductId() { throw 'x' } }",
            "Parameter.Unreadable",
            "ProductId",
        ),
    ];
    for (action, params, code, parameter) in cases {
        let error = failed(build(action, params), "parameter", code);
        assert_eq!(text_of(&error, "parameter"), parameter, "{params}");
        assert_eq!(text_of(&error, "action"), action, "{params}");
    }
}

#[wasm_bindgen_test]
fn answers_are_read_by_the_hosts_own_parser() {
    install();
    let parse = |status: u16, body: &str| {
        let response = Object::new();
        set(&response, "status", status);
        set(&response, "body", body);
        let (value, status, _) = read(&response);
        let action = put(&"AppGetDeviceInFamily".into());
        let answer = ask(PARSE_RESPONSE, action, value, 0, status);
        error_told().map_or_else(|| Ok(at(answer)), Err)
    };
    let payload = r#"{"DeviceId":"P/客厅","CreateTime":9223372036854775807,"UpdateTime":5,"RequestId":"r"}"#;
    let expected = payload.replace("9223372036854775807", "\"9223372036854775807\"");
    for body in [
        format!(r#"{{"Response":{{"Data":{payload}}}}}"#),
        format!("\u{feff} {{\"code\":0,\"msg\":\"\",\"data\":{payload}}}\n"),
        payload.to_owned(),
    ] {
        assert_eq!(json(&parse(200, &body).expect("an answer")), expected, "{body}");
    }
    let error = failed(
        parse(200, r#"{"code":"A.B","msg":"no","data":{"RequestId":"r"}}"#),
        "api",
        "A.B",
    );
    assert_eq!(
        (text_of(&error, "message"), text_of(&error, "requestId")),
        ("no".into(), "r".into())
    );
    failed(parse(502, "<html>"), "protocol", "Protocol.ServerError");
    failed(
        parse(200, "{\"Response\":{\"DeviceId\":5}}"),
        "protocol",
        "Protocol.BadField",
    );
}

#[wasm_bindgen_test]
fn every_vector_is_signed_verified_and_explained() {
    install();
    let mut kinds = std::collections::BTreeSet::new();
    for file in [
        include_str!("vectors/signatures.json"),
        include_str!("vectors/signatures-more.json"),
    ] {
        for row in Array::from(&JSON::parse(file).expect("JSON")).iter() {
            let (input, signature) = (get(&row, "input"), text_of(&row, "signature"));
            let with = |name: &str, object: &JsValue| -> JsValue {
                let copy: JsValue = Object::assign(&Object::new(), object.unchecked_ref()).into();
                set(&copy, name, signature.as_str());
                copy
            };
            let kind = text_of(&row, "kind");
            // Signing, verifying and explaining of a kind are three apart.
            let (what, input, name, secret) = match &*kind {
                "gateway" => (2, input.clone(), "signature", input),
                "device" => (3, input.clone(), "signature", input),
                _ => (4, get(&input, "params"), "Signature", get(&input, "appSecret")),
            };
            let none = JsValue::UNDEFINED;
            let signed = asked(what, &input, &secret, &none);
            let verified = asked(what + 3, &with(name, &input), &secret, &none);
            let explained = asked(what + 6, &input, &JsValue::TRUE, &none);
            assert_eq!(signed, Ok(JsValue::from(&signature)), "{}", json(&row));
            assert_eq!(verified, Ok(JsValue::TRUE), "{}", json(&row));
            assert_eq!(explained, Ok(get(&row, "plaintext")), "{}", json(&row));
            kinds.insert(kind);
        }
    }
    assert_eq!(kinds.len(), 3);
}

#[wasm_bindgen_test]
fn randomness_is_the_hosts() {
    install();
    // One that always gives the same bytes; what was fetched before is used up first.
    setup(&js(
        "globalThis.host = { ...globalThis.host, poolBytes: 1024, fillRandom: (bytes) => bytes.fill(63) }",
    ));
    let letters: Vec<String> = (0..40).map(|_| nonce(32)).collect();
    assert_eq!(letters.last(), Some(&"B".repeat(32)));
    install();
}

// What `step` is told, by number.
const NOTHING: u32 = 0;
const TOKEN: u32 = 1;
const ANSWER: u32 = 2;
const REPLY: u32 = 3;
const FAILED: u32 = 4;
const WOKE: u32 = 5;
const ABORTED: u32 = 6;
const THREW: u32 = 7;

// What `start` can start, by number.
const CALL: u32 = 0;
const TOKEN_FLOW: u32 = 1;
const SIGNATURE_FLOW: u32 = 2;
const SUB_DEVICE_FLOW: u32 = 3;

/// `number` is the place of a failure's code.
fn stepped(run: u32, heard: u32, value: &JsValue, number: u32, ms: f64) -> Result<JsValue, JsValue> {
    let (place, number, wait) = if heard == ANSWER {
        read(value)
    } else {
        (put(value), number, -1.0)
    };
    let outcome = step(run, heard, place, ms, number, wait);
    error_told().map_or_else(|| Ok(at(outcome)), Err)
}

/// A driver in virtual time: its cloud is a JavaScript function of `(body, count)`, and so is what the caller would do.
struct Stage {
    /// A text is always the same, anything else is asked for.
    access_token: JsValue,
    cloud: Function,
    clock_ms: f64,
}

impl Stage {
    fn new(cloud: &str) -> Self {
        Self::with("undefined", cloud)
    }

    /// The same with an access token that is given otherwise.
    fn with(access_token: &str, cloud: &str) -> Self {
        install();
        Self {
            access_token: js(access_token),
            cloud: js(cloud).unchecked_into(),
            clock_ms: 1_700_000_000_000.0,
        }
    }

    /// Takes the first step: what came of it.
    fn start(&self, what: u32, options: &str, action: &JsValue, params: &JsValue) -> Result<JsValue, JsValue> {
        let options = js(options);
        let number = |name| get(&options, name).as_f64().unwrap_or_default();
        let can_renew = if self.access_token.is_string() { 0 } else { 2 };
        let is_heard = 4;
        let outcome = start(
            what,
            can_renew | is_heard,
            5000.0,
            1,
            0,
            put(&self.access_token),
            0,
            number("timeoutMs"),
            number("pollIntervalMs"),
            put(&get(&options, "requestId")),
            put(action),
            put(params),
            self.clock_ms,
            NOTHING,
        );
        error_told().map_or_else(|| Ok(at(outcome)), Err)
    }

    fn call(&self, action: &str, params: &JsValue, options: &str) -> Result<JsValue, JsValue> {
        self.start(CALL, options, &action.into(), params)
    }

    /// Runs the machine that was started last to its end; `caller` answers its questions.
    fn run(&mut self, started: Result<JsValue, JsValue>, caller: &str) -> Result<JsValue, JsValue> {
        let (mut outcome, caller) = (started?, js(caller).unchecked_into::<Function>());
        for count in 0..100 {
            let (run, want, ms, with) = wanted();
            let call = |function: &Function, first: &JsValue, second: &JsValue| {
                function.call2(&JsValue::UNDEFINED, first, second).expect("a value")
            };
            let (heard, value) = match want {
                "" => return Ok(outcome),
                "token" => (TOKEN, "secret-token".into()),
                "send" => {
                    let body = JSON::parse(&with.as_string().expect("a text")).expect("JSON");
                    js("globalThis.told.actions")
                        .unchecked_into::<Array>()
                        .push(&get(&body, "Action"));
                    (ANSWER, call(&self.cloud, &body, &count.into()))
                }
                "wait" => {
                    self.clock_ms += ms;
                    (WOKE, JsValue::UNDEFINED)
                }
                _ => (REPLY, call(&caller, &with, &JsValue::UNDEFINED)),
            };
            outcome = stepped(run, heard, &value, 0, self.clock_ms)?;
        }
        panic!("it does not end");
    }
}

const NOBODY: &str = "() => undefined";

#[wasm_bindgen_test]
fn a_call_is_sent_and_its_answer_read() {
    let mut stage = Stage::new(
        "({ RequestId }) => ({ status: 200, body: JSON.stringify({ Response: { DeviceId: 'P/D', RequestId } }) })",
    );
    let call = stage.call("AppGetDeviceInFamily", &js(PARAMS), "{ requestId: 'mine' }");
    let answer = stage.run(call, NOBODY).expect("an answer");
    assert_eq!(json(&answer), r#"{"DeviceId":"P/D","RequestId":"mine"}"#);
    assert_eq!(told("events"), ["request", "response"]);
}

#[wasm_bindgen_test]
fn whatever_a_transport_answers_is_an_answer_or_an_error() {
    for (cloud, code) in [
        ("() => undefined", "Protocol.BadTransportAnswer"),
        ("() => ({ status: 200 })", "Protocol.BadTransportAnswer"),
        ("() => ({ status: '200', body: '{}' })", "Protocol.BadTransportAnswer"),
        ("() => ({ get status() { throw 1 } })", "Protocol.BadTransportAnswer"),
        ("() => ({ status: 200, body: '[]' })", "Protocol.NotJson"),
        ("() => ({ status: 200, body: '' })", "Protocol.NotJson"),
    ] {
        let mut stage = Stage::new(cloud);
        // One that changes something, so that nothing is tried again.
        let call = stage.call("AppCreateDeviceBindToken", &JsValue::UNDEFINED, "{}");
        let error = failed(stage.run(call, NOBODY), "protocol", code);
        assert_eq!(text_of(&error, "action"), "AppCreateDeviceBindToken", "{cloud}");
    }
}

#[wasm_bindgen_test]
fn an_access_token_that_is_a_text_is_not_asked_for() {
    let stage = Stage::with("'secret-token'", NOBODY);
    stage
        .call("AppCreateDeviceBindToken", &JsValue::UNDEFINED, "{}")
        .expect("a want");
    let (_, want, _, body) = wanted();
    let body = JSON::parse(&body.as_string().expect("a text")).expect("JSON");
    assert_eq!((want, text_of(&body, "AccessToken")), ("send", "secret-token".into()));
}

#[wasm_bindgen_test]
fn what_kept_the_driver_from_it_comes_out_as_it_went_in() {
    let stage = Stage::new(NOBODY);
    let call = || {
        stage
            .call("AppCreateDeviceBindToken", &JsValue::UNDEFINED, "{}")
            .expect("a want");
        let run = wanted().0;
        stepped(run, TOKEN, &"secret-token".into(), 0, 2.0).expect("a want");
        assert_eq!(wanted().1, "send");
        run
    };
    let place = |code: &str| OwnCode::of(code).place().into();
    let thrown = js("{ name: 'TypeError', message: 'no secret-token', code: 'X' }");
    let refused = stepped(call(), FAILED, &thrown, place("Network.Failed"), 3.0);
    let error = failed(refused, "network", "Network.Failed");
    // The access token has been taken out of what the host said.
    assert_eq!(
        json(&get(&error, "cause")),
        r#"{"name":"TypeError","message":"no ***","code":"X"}"#
    );
    let late = stepped(call(), THREW, &7.into(), place("Timeout.Request"), 3.0);
    let error = failed(late, "timeout", "Timeout.Request");
    assert_eq!(get(&error, "cause"), JsValue::from(7));
    let run = call();
    failed(
        stepped(run, ABORTED, &JsValue::UNDEFINED, 0, 3.0),
        "aborted",
        "Aborted.BySignal",
    );
    // It has ended: what comes late is ignored.
    assert_eq!(stepped(run, WOKE, &JsValue::UNDEFINED, 0, 4.0), Ok(JsValue::UNDEFINED));
}

/// A cloud in a few lines: it answers the Actions of the flows, in live style.
const CLOUD: &str = "(body, count) => {
    const device = { DeviceId: 'P/D', ProductId: 'P', DeviceName: 'D', FamilyId: 'f', RoomId: '0' };
    const payload = {
        AppCreateDeviceBindToken: { Token: 'bind-token' },
        AppGetDeviceBindTokenState: { State: count > 12 ? 2 : 1 },
        AppTokenBindDeviceFamily: {},
        AppSigBindDeviceInFamily: { AppDeviceInfo: device },
        AppSigGatewayBindDevice: {},
        AppGetDeviceInFamily: device,
    }[body.Action];
    return { status: 200, body: JSON.stringify({ code: 0, msg: '', data: payload }) };
}";

#[wasm_bindgen_test]
fn the_token_flow_runs() {
    let mut stage = Stage::new(CLOUD);
    let flow = "{ pollIntervalMs: 2000, timeoutMs: 60000 }";
    let params = js("{ FamilyId: 'f', RoomId: '0' }");
    let id = stage.start(TOKEN_FLOW, flow, &JsValue::UNDEFINED, &params);
    let device = stage
        .run(
            id,
            "(token) => token === 'bind-token' ? { productId: 'P', deviceName: 'D' } : undefined",
        )
        .expect("a device");
    assert_eq!(
        (text_of(&device, "DeviceId"), get(&device, "confirmed")),
        ("P/D".into(), JsValue::TRUE)
    );
    let actions = [
        "AppCreateDeviceBindToken",
        "AppGetDeviceBindTokenState",
        "AppTokenBindDeviceFamily",
        "AppGetDeviceInFamily",
    ];
    assert_eq!(told("actions"), actions);
    let steps = [
        "token-created",
        "sent-to-device",
        "waiting",
        "token-usable",
        "binding",
        "bound",
        "confirmed",
    ];
    assert_eq!(told("steps"), steps);
    assert!(told("checkpoints").len() >= 3);
}

#[wasm_bindgen_test]
fn the_signature_flow_runs() {
    let mut stage = Stage::new(CLOUD);
    let flow = "{ pollIntervalMs: 2000, timeoutMs: 10000 }";
    let params = js("{
        FamilyId: 'f', BindType: 'wifi_sign', ProductId: 'P', DeviceName: 'D', DeviceTimestamp: '1574170043', ConnId: 'c',
        Signature: 'ab',
    }");
    let id = stage.start(SIGNATURE_FLOW, flow, &JsValue::UNDEFINED, &params);
    let device = stage.run(id, NOBODY).expect("a device");
    assert_eq!(text_of(&device, "DeviceId"), "P/D");
    assert_eq!(told("actions"), ["AppSigBindDeviceInFamily", "AppGetDeviceInFamily"]);
}

#[wasm_bindgen_test]
fn the_gateway_flow_runs() {
    let mut stage = Stage::new(CLOUD);
    let flow = "{ pollIntervalMs: 2000, timeoutMs: 10000 }";
    let params = "{
        FamilyId: 'f', ProductId: 'P', DeviceName: 'D', GatewayProductId: 'G', GatewayDeviceName: 'g',
    }";
    let start = |stage: &Stage| stage.start(SUB_DEVICE_FLOW, flow, &JsValue::UNDEFINED, &js(params));
    let id = start(&stage);
    let signer = "({ nonce, timestamp }) => ({ signature: 'c2ln', nonce, timestamp })";
    let device = stage.run(id, signer).expect("a device");
    assert_eq!(text_of(&device, "DeviceId"), "P/D");
    assert_eq!(told("actions"), ["AppSigGatewayBindDevice", "AppGetDeviceInFamily"]);
    let id = start(&stage);
    failed(stage.run(id, "() => 5"), "flow", "Flow.SignFailed");
}
