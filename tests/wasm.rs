//! The exports and the driver, compiled to WebAssembly: in Node and in a browser. The host's part is played by a few lines
//! of JavaScript.

#![cfg(target_arch = "wasm32")]

use iotexplorer_client::wasm::{
    Engine, build_request, explain_app_request, explain_device_bind, explain_gateway_bind, nonce, parse_response,
    setup, sign_app_request, sign_device_bind, sign_gateway_bind, verify_app_request, verify_device_bind,
    verify_gateway_bind,
};
use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
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
    let host = js("{
        error: (kind, code, message, details) => ({ ...details, kind, code, message }),
        random: (bytes) => crypto.getRandomValues(bytes),
        abortController: () => new AbortController(),
    }");
    setup(host.unchecked_into());
}

/// The error that came out, if it is of that kind and code.
fn failed(outcome: Result<JsValue, JsValue>, kind: &str, code: &str) -> JsValue {
    let error = outcome.expect_err("an error");
    assert_eq!(
        (&*text_of(&error, "kind"), &*text_of(&error, "code")),
        (kind, code),
        "{}",
        json(&error)
    );
    error
}

const OPTIONS: &str =
    "{ accessToken: 'token', requestId: 'r', endpoint: 'https://cloud.test/x', commonParams: { lang: 'en' } }";
const PARAMS: &str = "{ ProductId: 'P', FamilyId: 'f', DeviceName: '客厅' }";

#[wasm_bindgen_test]
fn a_request_is_built() {
    install();
    let request = build_request(&"AppGetDeviceInFamily".into(), &js(PARAMS), &js(OPTIONS)).expect("a request");
    assert_eq!(text_of(&request, "method"), "POST");
    assert_eq!(text_of(&request, "url"), "https://cloud.test/x");
    assert_eq!(
        json(&get(&request, "headers")),
        r#"{"content-type":"application/json"}"#
    );
    assert_eq!(
        text_of(&request, "body"),
        "{\"Action\":\"AppGetDeviceInFamily\",\"RequestId\":\"r\",\"AccessToken\":\"token\",\"ProductId\":\"P\",\
         \"FamilyId\":\"f\",\"DeviceName\":\"客厅\",\"lang\":\"en\"}"
    );
}

#[wasm_bindgen_test]
fn a_request_that_cannot_be_sent_is_an_error_of_the_hosts() {
    install();
    let build = |action: &str, params: &str| build_request(&action.into(), &js(params), &js(OPTIONS));
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
    setup(
        js("{ error: (kind) => kind, random: (bytes) => bytes.fill(63), abortController: () => undefined }")
            .unchecked_into(),
    );
    let letters: Vec<String> = (0..20).map(|_| nonce(32)).collect();
    assert_eq!(letters.last(), Some(&"B".repeat(32)));
    // A host whose randomness fails still gets something.
    setup(
        js("{ error: (kind) => kind, random: () => { throw 'none' }, abortController: () => { throw 'none' } }")
            .unchecked_into(),
    );
    let letters: Vec<String> = (0..20).map(|_| nonce(32)).collect();
    assert!(letters.iter().all(|letters| letters.len() == 32));
    assert_ne!(letters.get(18), letters.get(19));
    install();
}

/// An engine whose requests are answered by `transport`, a function of `(body, options)` that gives `{ status, body }`.
fn engine(transport: &str) -> (Engine, JsValue) {
    install();
    let config = js(&format!(
        "(() => {{
            const sent = [];
            const answer = {transport};
            return {{
                accessToken: 'secret-token', endpoint: 'https://cloud.test/x', timeoutMs: 5000, retries: 1, commonParams: undefined, sent,
                onEvent: (event) => sent.push(event.type),
                transport: (request, options) => {{
                    const body = JSON.parse(request.body);
                    sent.push(body.Action);
                    return answer(body, options, sent.length);
                }},
            }};
        }})()"
    ));
    (Engine::new(&config).expect("an engine"), get(&config, "sent"))
}

async fn outcome(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}

#[wasm_bindgen_test]
async fn a_call_goes_through_the_transport() {
    let (engine, sent) = engine(
        "async ({ RequestId }) => ({ status: 200, body: JSON.stringify({ Response: { DeviceId: 'P/D', RequestId } }) })",
    );
    let options = js("{ signal: undefined, timeoutMs: undefined, requestId: 'mine', untyped: false }");
    let answer = outcome(engine.call(&"AppGetDeviceInFamily".into(), &js(PARAMS), &options))
        .await
        .expect("an answer");
    assert_eq!(json(&answer), r#"{"DeviceId":"P/D","RequestId":"mine"}"#);
    assert_eq!(json(&sent), r#"["request","AppGetDeviceInFamily","response"]"#);
}

#[wasm_bindgen_test]
async fn whatever_a_transport_does_the_promise_settles() {
    let cases = [
        ("() => Promise.reject('text')", "network"),
        ("() => Promise.reject(undefined)", "network"),
        ("() => Promise.reject({ errMsg: 'request:fail' })", "network"),
        ("() => { throw Symbol('x') }", "network"),
        (
            "() => { throw { get message() { throw 1 }, get name() { throw 2 } } }",
            "network",
        ),
        (
            "() => Promise.reject({ name: 'IotError', kind: 'timeout', code: 'Timeout.Request' })",
            "timeout",
        ),
        ("() => undefined", "protocol"),
        ("async () => ({ status: 200 })", "protocol"),
        ("() => ({ get status() { throw 1 } })", "protocol"),
        ("async () => ({ status: 200, body: '[]' })", "protocol"),
    ];
    for (transport, kind) in cases {
        let (engine, _) = engine(transport);
        // One that changes something, so that nothing is tried again.
        let error = outcome(engine.call(&"AppCreateDeviceBindToken".into(), &JsValue::UNDEFINED, &js("{}"))).await;
        let error = error.expect_err(transport);
        assert_eq!(text_of(&error, "kind"), kind, "{transport}");
        assert_eq!(text_of(&error, "action"), "AppCreateDeviceBindToken", "{transport}");
    }
}

#[wasm_bindgen_test]
async fn an_attempt_has_its_time_and_its_signal() {
    let (engine, sent) = engine(
        "(body, { signal }, count) => new Promise(() => signal.addEventListener('abort', () => sent.push('aborted')))",
    );
    let promise = engine.call(
        &"AppCreateDeviceBindToken".into(),
        &JsValue::UNDEFINED,
        &js("{ timeoutMs: 20 }"),
    );
    failed(outcome(promise).await, "timeout", "Timeout.Request");
    assert_eq!(
        json(&sent),
        r#"["request","AppCreateDeviceBindToken","aborted","response"]"#
    );
}

#[wasm_bindgen_test]
async fn a_call_can_be_cancelled_and_outlives_its_engine() {
    let (never, _) = engine("() => new Promise(() => {})");
    let controller = js("new AbortController()");
    let options = Object::new();
    set(&options, "signal", get(&controller, "signal"));
    let promise = never.call(&"AppGetDeviceInFamily".into(), &js(PARAMS), &options);
    // JavaScript may free the object at any time.
    drop(never);
    Function::new_with_args("controller", "setTimeout(() => controller.abort(), 10)")
        .call1(&JsValue::UNDEFINED, &controller)
        .expect("a timer");
    failed(outcome(promise).await, "aborted", "Aborted.BySignal");
}

/// A cloud in a few lines: it answers the Actions of the flows, in live style.
const CLOUD: &str = "async (body, options, count) => {
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

/// The Actions and steps that were seen, each once in a row.
fn seen(sent: &JsValue) -> Vec<String> {
    let mut seen: Vec<String> = Array::from(sent).iter().filter_map(|entry| entry.as_string()).collect();
    seen.retain(|entry| entry.starts_with("App"));
    seen.dedup();
    seen
}

#[wasm_bindgen_test]
async fn the_token_flow_runs() {
    let (engine, sent) = engine(CLOUD);
    let flow = js("(() => {
        const steps = [], checkpoints = [];
        return {
            familyId: 'f', roomId: '0', pollIntervalMs: 1, timeoutMs: 10000, steps, checkpoints,
            sendToDevice: async (token) => { if (token === 'bind-token') return { productId: 'P', deviceName: 'D' }; throw token; },
            onProgress: ({ step }) => { steps.push(step); throw 'ignored'; },
            onCheckpoint: (text) => checkpoints.push(text),
        };
    })()");
    let device = outcome(engine.bind_with_token(&flow)).await.expect("a device");
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
    assert_eq!(seen(&sent), actions);
    let mut steps: Vec<String> = Array::from(&get(&flow, "steps"))
        .iter()
        .filter_map(|step| step.as_string())
        .collect();
    steps.dedup();
    assert_eq!(
        steps,
        [
            "token-created",
            "sent-to-device",
            "waiting",
            "token-usable",
            "binding",
            "bound",
            "confirmed"
        ]
    );
    assert!(Array::from(&get(&flow, "checkpoints")).length() >= 3);
}

#[wasm_bindgen_test]
async fn the_signature_flow_runs() {
    let (engine, sent) = engine(CLOUD);
    let flow = js("{
        familyId: 'f', bindType: 'wifi_sign', pollIntervalMs: 1, timeoutMs: 10000,
        device: { ProductId: 'P', DeviceName: 'D', DeviceTimestamp: '1574170043', ConnId: 'c', Signature: 'ab' },
    }");
    let device = outcome(engine.bind_with_signature(&flow)).await.expect("a device");
    assert_eq!(text_of(&device, "DeviceId"), "P/D");
    assert_eq!(seen(&sent), ["AppSigBindDeviceInFamily", "AppGetDeviceInFamily"]);
}

#[wasm_bindgen_test]
async fn the_gateway_flow_runs_and_one_failure_stops_nobody_else() {
    let (engine, _) = engine(CLOUD);
    let flow = js("{
        familyId: 'f', gateway: { productId: 'G', deviceName: 'g' }, concurrency: 2, timeoutMs: 10000,
        subDevices: [{ productId: 'P', deviceName: 'bad', own: 1 }, { productId: 'P', deviceName: 'D', own: 2 }],
        sign: async ({ deviceName }, { nonce, timestamp }) => {
            if (deviceName === 'bad') throw 'down';
            return { signature: 'c2ln', nonce, timestamp };
        },
    }");
    let results = outcome(engine.bind_sub_devices(&flow)).await.expect("results");
    let results: Vec<JsValue> = Array::from(&results).to_vec();
    let [bad, good] = &*results else {
        panic!("{} results", results.len())
    };
    assert_eq!((get(bad, "ok"), get(good, "ok")), (JsValue::FALSE, JsValue::TRUE));
    assert_eq!(json(&get(&get(bad, "subDevice"), "own")), "1");
    let error = failed(Err(get(bad, "error")), "flow", "Flow.SignFailed");
    assert_eq!(text_of(&error, "cause"), "down");
    assert_eq!(text_of(&get(good, "device"), "DeviceId"), "P/D");
}
