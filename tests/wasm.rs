//! The exports, compiled to WebAssembly: in Node and in a browser. The host's part is played by a few lines of JavaScript, and
//! the driver's by a loop in virtual time.

#![cfg(target_arch = "wasm32")]

use iotexplorer_client::error::OwnCode;
use iotexplorer_client::wasm::{
    Engine, build_request, explain_app_request, explain_device_bind, explain_gateway_bind, nonce, parse_response,
    setup, sign_app_request, sign_device_bind, sign_gateway_bind, verify_app_request, verify_device_bind,
    verify_gateway_bind,
};
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

/// What the facade supplies: errors as plain objects, random bytes, the host's own abort controllers.
fn install() {
    setup(&js("{
        error: (code, place, message, action, requestId, parameter) => ({ code, place, message, action, requestId, parameter }),
        redacted: (name, message, code) => ({ name, message, code }),
        random: (bytes) => crypto.getRandomValues(bytes),
        want: (kind, ms, url, body) => { globalThis.built = { url, body } },
    }"));
}

/// The error that came out, if it is of that kind and code.
fn failed(outcome: Result<JsValue, JsValue>, kind: &str, code: &str) -> JsValue {
    let error = outcome.expect_err("an error");
    let own = get(&error, "place").as_f64().and_then(|place| OwnCode::at(place as u8));
    let found = match (text_of(&error, "code"), own) {
        (cloud, _) if !cloud.is_empty() => ("api".into(), cloud),
        (_, own) => own.map_or_else(Default::default, |own| {
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
    build_request(&"AppGetDeviceInFamily".into(), &js(PARAMS), &js(OPTIONS)).expect("a request");
    let request = js("globalThis.built");
    assert_eq!(text_of(&request, "url"), "https://cloud.test/x");
    assert_eq!(
        text_of(&request, "body"),
        "{\"Action\":\"AppGetDeviceInFamily\",\"RequestId\":\"r\",\"AccessToken\":\"token\",\"ProductId\":\"P\",\
         \"FamilyId\":\"f\",\"DeviceName\":\"客厅\",\"lang\":\"en\"}"
    );
}

#[wasm_bindgen_test]
fn a_request_that_cannot_be_sent_is_an_error_of_the_hosts() {
    install();
    let build = |action: &str, params: &str| {
        build_request(&action.into(), &js(params), &js(OPTIONS)).map(|()| JsValue::UNDEFINED)
    };
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
        parse_response(&"AppGetDeviceInFamily".into(), &response, false)
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
            let (signed, verified, explained) = match &*kind {
                "gateway" => (
                    sign_gateway_bind(&input),
                    verify_gateway_bind(&with("signature", &input)),
                    explain_gateway_bind(&input),
                ),
                "device" => (
                    sign_device_bind(&input),
                    verify_device_bind(&with("signature", &input)),
                    explain_device_bind(&input),
                ),
                _ => {
                    let (params, secret) = (get(&input, "params"), get(&input, "appSecret"));
                    (
                        sign_app_request(&params, &secret),
                        verify_app_request(&with("Signature", &params), &secret),
                        explain_app_request(&params, true),
                    )
                }
            };
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
    setup(&js("{ random: (bytes) => bytes.fill(63) }"));
    let letters: Vec<String> = (0..20).map(|_| nonce(32)).collect();
    assert_eq!(letters.last(), Some(&"B".repeat(32)));
    install();
}

/// What [`Engine::step`] is told, and what it says it wants: the numbers of the driver.
const NOTHING: u32 = 0;
const TOKEN: u32 = 1;
const ANSWER: u32 = 2;
const REPLY: u32 = 3;
const WOKE: u32 = 5;
const ABORTED: u32 = 6;
const WANTS: [&str; 7] = [
    "done",
    "token",
    "renewed-token",
    "send",
    "wait",
    "send-to-device",
    "sign",
];

/// A host in virtual time: its cloud is a JavaScript function of `(body, count)`, and so is what the caller would do.
struct Stage {
    engine: Engine,
    /// What the module said: `wants`, `events`, `steps`, `checkpoints`.
    said: JsValue,
    cloud: Function,
    clock_ms: f64,
}

impl Stage {
    fn new(cloud: &str) -> Self {
        let said = js("{ wants: [], events: [], steps: [], checkpoints: [], actions: [] }");
        let host = Function::new_with_args(
            "said",
            "return {
                error: (code, place, message, action, requestId, parameter, status, flags, cause) =>
                    ({ code, place, message, action, requestId, parameter, status, flags, cause }),
                redacted: (name, message, code) => ({ name, message, code }),
                random: (bytes) => crypto.getRandomValues(bytes),
                want: (...want) => said.wants.push(want),
                note: (kind, value) => {
                    if (kind === 0) said.events.push(value.type);
                    else if (kind === 1) said.steps.push(value.step);
                    else said.checkpoints.push(value);
                },
            }",
        );
        setup(&host.call1(&JsValue::UNDEFINED, &said).expect("a host"));
        let config = js("{
            accessToken: 'secret-token', endpoint: 'https://cloud.test/x', timeoutMs: 5000, retries: 1, onEvent: () => {},
        }");
        Self {
            engine: Engine::new(&config).expect("an engine"),
            said,
            cloud: js(cloud).unchecked_into(),
            clock_ms: 1_700_000_000_000.0,
        }
    }

    /// The last want: its name and its two texts.
    fn want(&self) -> (&'static str, f64, String, String) {
        let wants = Array::from(&get(&self.said, "wants"));
        let want = Array::from(&wants.get(wants.length() - 1));
        let number = |at| want.get(at).as_f64().expect("a number");
        let text = |at| want.get(at).as_string().expect("a text");
        (WANTS[number(0) as usize], number(1), text(2), text(3))
    }

    /// Runs a machine to its end; `caller` answers its questions.
    fn run(&mut self, id: Result<u32, JsValue>, caller: &str) -> Result<JsValue, JsValue> {
        let (id, caller) = (id? as usize, js(caller).unchecked_into::<Function>());
        let (mut heard, mut value) = (NOTHING, JsValue::UNDEFINED);
        for count in 0..100 {
            let outcome = self.engine.step(id, heard, &value, self.clock_ms)?;
            let (want, ms, first, second) = self.want();
            let call = |function: &Function, first: &JsValue, second: &JsValue| {
                function.call2(&JsValue::UNDEFINED, first, second).expect("a value")
            };
            (heard, value) = match want {
                "done" => return Ok(outcome),
                "token" => (TOKEN, "secret-token".into()),
                "send" => {
                    assert_eq!(first, "https://cloud.test/x");
                    let body = JSON::parse(&second).expect("JSON");
                    get(&self.said, "actions")
                        .unchecked_into::<Array>()
                        .push(&get(&body, "Action"));
                    (ANSWER, call(&self.cloud, &body, &count.into()))
                }
                "wait" => {
                    self.clock_ms += ms;
                    (WOKE, JsValue::UNDEFINED)
                }
                _ => (REPLY, call(&caller, &first.into(), &second.into())),
            };
        }
        panic!("it does not end");
    }

    fn said(&self, name: &str) -> Vec<String> {
        let mut said: Vec<_> = Array::from(&get(&self.said, name))
            .iter()
            .filter_map(|entry| entry.as_string())
            .collect();
        said.dedup();
        said
    }
}

const NOBODY: &str = "() => undefined";

#[wasm_bindgen_test]
fn a_call_is_sent_and_its_answer_read() {
    let mut stage = Stage::new(
        "({ RequestId }) => ({ status: 200, body: JSON.stringify({ Response: { DeviceId: 'P/D', RequestId } }) })",
    );
    let options = js("{ requestId: 'mine', untyped: false }");
    let call = stage.engine.call(&"AppGetDeviceInFamily".into(), &js(PARAMS), &options);
    let answer = stage.run(call, NOBODY).expect("an answer");
    assert_eq!(json(&answer), r#"{"DeviceId":"P/D","RequestId":"mine"}"#);
    assert_eq!(stage.said("events"), ["request", "response"]);
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
        let call = stage
            .engine
            .call(&"AppCreateDeviceBindToken".into(), &JsValue::UNDEFINED, &js("{}"));
        let error = failed(stage.run(call, NOBODY), "protocol", code);
        assert_eq!(text_of(&error, "action"), "AppCreateDeviceBindToken", "{cloud}");
    }
}

#[wasm_bindgen_test]
fn what_kept_the_driver_from_it_comes_out_as_it_went_in() {
    let stage = Stage::new(NOBODY);
    let engine = &stage.engine;
    let call = || {
        let id = engine.call(&"AppCreateDeviceBindToken".into(), &JsValue::UNDEFINED, &js("{}"));
        let id = id.expect("a call") as usize;
        engine.step(id, NOTHING, &JsValue::UNDEFINED, 1.0).expect("a want");
        engine.step(id, TOKEN, &"secret-token".into(), 2.0).expect("a want");
        assert_eq!(stage.want().0, "send");
        id
    };
    let failure = |code: &str, more: &str| {
        let place = OwnCode::of(code).place();
        js(&format!("{{ place: {place}, {more} }}"))
    };
    let cause = "name: 'TypeError', message: 'no secret-token', inner: 'X'";
    let refused = failure("Network.Failed", cause);
    let error = failed(engine.step(call(), 4, &refused, 3.0), "network", "Network.Failed");
    // The access token has been taken out of what the host said.
    assert_eq!(
        json(&get(&error, "cause")),
        r#"{"name":"TypeError","message":"no ***","code":"X"}"#
    );
    let late = failure("Timeout.Request", "foreign: 7");
    let error = failed(engine.step(call(), 4, &late, 3.0), "timeout", "Timeout.Request");
    assert_eq!(get(&error, "cause"), JsValue::from(7));
    let id = call();
    failed(
        engine.step(id, ABORTED, &JsValue::UNDEFINED, 3.0),
        "aborted",
        "Aborted.BySignal",
    );
    // It has ended: what comes late is ignored.
    assert_eq!(engine.step(id, WOKE, &JsValue::UNDEFINED, 4.0), Ok(JsValue::UNDEFINED));
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
    let flow = js("{ familyId: 'f', roomId: '0', pollIntervalMs: 2000, timeoutMs: 60000 }");
    let id = stage.engine.bind_with_token(&flow, stage.clock_ms);
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
    assert_eq!(stage.said("actions"), actions);
    let steps = [
        "token-created",
        "sent-to-device",
        "waiting",
        "token-usable",
        "binding",
        "bound",
        "confirmed",
    ];
    assert_eq!(stage.said("steps"), steps);
    assert!(stage.said("checkpoints").len() >= 3);
}

#[wasm_bindgen_test]
fn the_signature_flow_runs() {
    let mut stage = Stage::new(CLOUD);
    let flow = js("{ pollIntervalMs: 2000, timeoutMs: 10000 }");
    let params = js("{
        FamilyId: 'f', BindType: 'wifi_sign', ProductId: 'P', DeviceName: 'D', DeviceTimestamp: '1574170043', ConnId: 'c',
        Signature: 'ab',
    }");
    let id = stage.engine.bind_with_signature(&flow, &params, stage.clock_ms);
    let device = stage.run(id, NOBODY).expect("a device");
    assert_eq!(text_of(&device, "DeviceId"), "P/D");
    assert_eq!(
        stage.said("actions"),
        ["AppSigBindDeviceInFamily", "AppGetDeviceInFamily"]
    );
}

#[wasm_bindgen_test]
fn the_gateway_flow_runs() {
    let mut stage = Stage::new(CLOUD);
    let flow = js("{ familyId: 'f', gateway: { productId: 'G', deviceName: 'g' }, timeoutMs: 10000 }");
    let sub_device = js("{ productId: 'P', deviceName: 'D' }");
    let start = |stage: &Stage| stage.engine.bind_sub_device(&flow, &sub_device, stage.clock_ms);
    let id = start(&stage);
    let signer = "(nonce, timestamp) => ({ signature: 'c2ln', nonce, timestamp: Number(timestamp) })";
    let device = stage.run(id, signer).expect("a device");
    assert_eq!(text_of(&device, "DeviceId"), "P/D");
    assert_eq!(
        stage.said("actions"),
        ["AppSigGatewayBindDevice", "AppGetDeviceInFamily"]
    );
    let id = start(&stage);
    failed(stage.run(id, "() => 5"), "flow", "Flow.SignFailed");
}
