//! The bind flows against a scripted host and a model of the cloud: what is sent and told, what a fault leads to, and
//! that no flow ever binds twice or says what is not so.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::cell::RefCell;
use std::rc::Rc;

use iotexplorer_client::error::{Cause, Error, ErrorKind, OwnCode, Result};
use iotexplorer_client::flow::checkpoint::{self, DOUBT_MAX_MS, RESUME_MIN_MS, Stage};
use iotexplorer_client::flow::{self, Kind};
use iotexplorer_client::json::Json as _;
use iotexplorer_client::transport::Machine;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use support::cloud::{Cloud, Fault};
use support::{
    Abort, BIND_TOKEN, End, Fate, Host, Note, Question, RENEWED_TOKEN, SIGNATURE, START_MS, assert_no_lasting_secret,
    setup,
};

const CREATE: &str = "AppCreateDeviceBindToken";
const STATE: &str = "AppGetDeviceBindTokenState";
const TOKEN_BIND: &str = "AppTokenBindDeviceFamily";
const SIG_BIND: &str = "AppSigBindDeviceInFamily";
const GATEWAY_BIND: &str = "AppSigGatewayBindDevice";
const DEVICE: &str = "AppGetDeviceInFamily";
const SUB_DEVICES: &str = "AppGetFamilySubDeviceList";

/// Which flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    Token,
    Signature,
    Gateway,
}

const FLOWS: [Flow; 3] = [Flow::Token, Flow::Signature, Flow::Gateway];

impl Flow {
    fn bind(self) -> &'static str {
        match self {
            Self::Token => TOKEN_BIND,
            Self::Signature => SIG_BIND,
            Self::Gateway => GATEWAY_BIND,
        }
    }

    /// The Action that finds out whether a lost bind took place.
    fn check(self) -> &'static str {
        if self == Self::Gateway { SUB_DEVICES } else { DEVICE }
    }

    /// How long the flow may take, by default.
    fn timeout_ms(self) -> f64 {
        if self == Self::Token { 300_000.0 } else { 60_000.0 }
    }
}

type Options = flow::Options<Value>;

fn token_options() -> Options {
    Options {
        params: json!({ "FamilyId": "f-home", "RoomId": "0" }),
        poll_ms: 2_000.0,
        timeout_ms: 300_000.0,
        resume: None,
    }
}

/// The same for a device that the caller names.
fn naming(product_id: Option<&str>, device_name: Option<&str>, mut options: Options) -> Options {
    for (name, value) in [("ProductId", product_id), ("DeviceName", device_name)] {
        if let Some(value) = value {
            options.params[name] = json!(value);
        }
    }
    options
}

fn signature_options() -> Options {
    Options {
        params: json!({
            "FamilyId": "f-home", "ProductId": "R32ONVL0EU", "DeviceName": "df2eSJyY", "RoomId": "0",
            "DeviceTimestamp": 1_574_170_043, "ConnId": "happy", "Signature": SIGNATURE, "BindType": "wifi_sign"
        }),
        poll_ms: 2_000.0,
        timeout_ms: 60_000.0,
        resume: None,
    }
}

fn gateway_options() -> Options {
    Options {
        params: json!({
            "FamilyId": "f-home", "ProductId": "R32ONVL0EU", "DeviceName": "df2eSJyY",
            "GatewayProductId": "NJ27OVLZT4", "GatewayDeviceName": "gwdev"
        }),
        poll_ms: 2_000.0,
        timeout_ms: 60_000.0,
        resume: None,
    }
}

/// What the device answers to `sendToDevice`, or the server to `sign`.
fn reply(question: &Question) -> (f64, Result<Value>) {
    match question {
        Question::SendToDevice { token } => {
            assert!(token.starts_with(BIND_TOKEN));
            (
                1_000.0,
                Ok(json!({ "productId": "R32ONVL0EU", "deviceName": "df2eSJyY" })),
            )
        }
        Question::Sign { .. } => (100.0, Ok(json!(SIGNATURE))),
    }
}

/// A host whose cloud is the model, with these faults on the first requests.
fn host_of<'a>(cloud: &'a RefCell<Cloud>, faults: impl IntoIterator<Item = Fault> + 'a) -> Host<'a> {
    let faults = faults.into_iter().collect::<Vec<_>>();
    let mut faults = faults.into_iter();
    Host::new(move |sent| {
        cloud
            .borrow_mut()
            .answer_with(sent, faults.next().unwrap_or(Fault::None))
    })
    .replying(reply)
}

/// A host whose cloud is the model, with these faults on the first requests of one Action.
fn host_with<'a>(cloud: &'a RefCell<Cloud>, action: &'a str, faults: impl IntoIterator<Item = Fault>) -> Host<'a> {
    let faults: Vec<Fault> = faults.into_iter().collect();
    let mut faults = faults.into_iter();
    Host::new(move |sent| {
        let fault = if sent.action == action { faults.next() } else { None };
        cloud.borrow_mut().answer_with(sent, fault.unwrap_or(Fault::None))
    })
    .replying(reply)
}

fn run_with(kind: Kind, host: &mut Host<'_>, options: Options) -> Result<Value> {
    host.run(&mut flow::Flow::new(kind, Rc::new(setup()), options))
}

fn token_flow(host: &mut Host<'_>, options: Options) -> Result<Value> {
    run_with(Kind::Token, host, options)
}

fn signature_flow(host: &mut Host<'_>, options: &Options) -> Result<Value> {
    run_with(Kind::Signature, host, options.clone())
}

fn gateway_flow(host: &mut Host<'_>, options: Options) -> Result<Value> {
    run_with(Kind::Gateway, host, options)
}

/// Runs a flow with its default options, from a checkpoint if there is one.
fn run(flow: Flow, host: &mut Host<'_>, resume: Option<String>) -> Result<Value> {
    match run_or_die(flow, host, resume) {
        End::Done(outcome) => outcome,
        End::Killed => panic!("killed"),
    }
}

fn run_or_die(flow: Flow, host: &mut Host<'_>, resume: Option<String>) -> End {
    let (kind, options) = match flow {
        Flow::Token => (Kind::Token, token_options()),
        Flow::Signature => (Kind::Signature, signature_options()),
        Flow::Gateway => (Kind::Gateway, gateway_options()),
    };
    let options = Options { resume, ..options };
    host.run_until_killed(&mut flow::Flow::new(kind, Rc::new(setup()), options))
}

/// What a flow gives for the device of these tests.
fn bound(confirmed: bool) -> Value {
    json!({
        "DeviceId": "R32ONVL0EU/df2eSJyY", "ProductId": "R32ONVL0EU", "DeviceName": "df2eSJyY", "AliasName": "",
        "IconUrl": "", "FamilyId": "f-home", "RoomId": "0", "CreateTime": 1, "UpdateTime": 2,
        "RequestId": "from-the-cloud", "confirmed": confirmed
    })
}

/// What a checkpoint says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Checkpoint {
    #[serde(rename = "flow")]
    flow: String,
    #[serde(rename = "stage")]
    stage: u8,
    #[serde(rename = "deadline")]
    deadline_ms: f64,
    family_id: String,
    room_id: String,
    #[serde(default)]
    product_id: String,
    #[serde(default)]
    device_name: String,
    #[serde(default)]
    token: String,
}

impl Checkpoint {
    fn write(&self) -> String {
        let mut record = serde_json::to_value(self).unwrap();
        record["deadline"] = Value::from_number(self.deadline_ms);
        checkpoint::write(&record)
    }

    fn read(text: &str) -> Result<Self> {
        checkpoint::read(text).map(|record: Value| serde_json::from_value(record).unwrap())
    }
}

fn stages(host: &Host<'_>) -> Vec<u8> {
    let read = |text| Checkpoint::read(text).unwrap().stage;
    host.checkpoints().into_iter().map(read).collect()
}

// ---- the straight ways ----

#[test]
fn a_device_is_bound_by_token() {
    let cloud = RefCell::new(Cloud {
        online_ms: 5_000.0,
        ..Cloud::default()
    });
    let mut host = host_of(&cloud, []);
    assert_eq!(token_flow(&mut host, token_options()), Ok(bound(true)));
    assert_eq!(host.actions(), [CREATE, STATE, STATE, STATE, TOKEN_BIND, DEVICE]);
    let params: Vec<_> = host
        .sent
        .iter()
        .map(|sent| Value::Object(sent.params.clone()))
        .collect();
    let token = json!({ "Token": BIND_TOKEN });
    let bind = json!({ "Token": BIND_TOKEN, "ProductId": "R32ONVL0EU", "DeviceName": "df2eSJyY", "FamilyId": "f-home",
        "RoomId": "0" });
    let shown = json!({ "ProductId": "R32ONVL0EU", "FamilyId": "f-home", "DeviceName": "df2eSJyY" });
    assert_eq!(params, [json!({}), token.clone(), token.clone(), token, bind, shown]);
    assert_eq!(
        host.steps(),
        [
            "token-created",
            "sent-to-device",
            "waiting",
            "waiting",
            "waiting",
            "token-usable",
            "binding",
            "bound",
            "confirmed"
        ]
    );
    assert_eq!(
        stages(&host),
        [
            Stage::Created as u8,
            Stage::Sent as u8,
            Stage::Binding as u8,
            Stage::Bound as u8
        ]
    );
    assert_eq!(host.waits, [2_000.0, 2_000.0]);
    // Each request has an id of its own.
    let ids: std::collections::BTreeSet<_> = host.sent.iter().map(|sent| &sent.request_id).collect();
    assert_eq!((ids.len(), cloud.borrow().binds, cloud.borrow().tokens), (6, 1, 1));
}

/// What a step is told with: the device once it is known, and less and less time.
#[test]
fn progress_says_what_is_known() {
    let cloud = RefCell::new(Cloud {
        online_ms: 5_000.0,
        ..Cloud::default()
    });
    let mut host = host_of(&cloud, []);
    token_flow(&mut host, token_options()).unwrap();
    let mut left = 300_000.0;
    for progress in host.progress() {
        let known = progress.step != "token-created";
        assert_eq!(
            progress.device_name.as_deref(),
            known.then_some("df2eSJyY"),
            "{progress:?}"
        );
        assert_eq!(
            progress.product_id.as_deref(),
            known.then_some("R32ONVL0EU"),
            "{progress:?}"
        );
        assert!(progress.remaining_ms <= left, "{progress:?}");
        left = progress.remaining_ms;
    }
    // A checkpoint comes before the progress it belongs to, and before anything else is wanted.
    let order: Vec<_> = host
        .notes
        .iter()
        .filter_map(|note| match note {
            Note::Checkpoint(_) => Some("checkpoint"),
            Note::Progress(progress) => Some(&*progress.step),
            Note::Request(traffic) if traffic.action == TOKEN_BIND => Some("request"),
            _ => None,
        })
        .filter(|step| *step != "waiting")
        .collect();
    assert_eq!(
        order,
        [
            "checkpoint",
            "token-created",
            "checkpoint",
            "sent-to-device",
            "token-usable",
            "checkpoint",
            "binding",
            "request",
            "checkpoint",
            "bound",
            "confirmed"
        ]
    );
}

#[test]
fn a_device_is_bound_by_signature() {
    let cloud = RefCell::new(Cloud {
        online_ms: 5_000.0,
        ..Cloud::default()
    });
    let mut host = host_of(&cloud, []);
    assert_eq!(signature_flow(&mut host, &signature_options()), Ok(bound(true)));
    assert_eq!(host.actions(), [SIG_BIND, SIG_BIND, SIG_BIND, SIG_BIND, DEVICE]);
    assert!(
        host.sent[..4]
            .iter()
            .all(|sent| Value::Object(sent.params.clone()) == signature_options().params)
    );
    assert_eq!(
        host.steps(),
        ["binding", "waiting", "waiting", "waiting", "bound", "confirmed"]
    );
    let waiting: Vec<_> = host.progress().filter(|progress| progress.step == "waiting").collect();
    assert!(
        waiting
            .iter()
            .all(|progress| { progress.code.as_deref() == Some("InvalidParameterValue.BindDeviceNotConnected") })
    );
    assert_eq!(stages(&host), [Stage::Binding as u8, Stage::Bound as u8]);
    assert_eq!(cloud.borrow().binds, 1);
}

#[test]
fn a_sub_device_is_bound_through_a_gateway() {
    let cloud = RefCell::new(Cloud::default());
    let mut host = host_of(&cloud, []);
    assert_eq!(gateway_flow(&mut host, gateway_options()), Ok(bound(true)));
    assert_eq!(host.actions(), [GATEWAY_BIND, DEVICE]);
    let [Question::Sign { nonce, timestamp }] = &host.asked[..] else {
        panic!("{:?}", host.asked);
    };
    assert!(
        nonce.len() == 5 && nonce.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        "{nonce}"
    );
    assert_eq!(*timestamp, 1_700_000_000);
    let expected = json!({
        "ProductId": "R32ONVL0EU", "DeviceName": "df2eSJyY",
        "GatewayProductId": "NJ27OVLZT4", "GatewayDeviceName": "gwdev",
        "DeviceTimestamp": timestamp, "Nonce": nonce, "Signature": SIGNATURE
    });
    assert_eq!(Value::Object(host.sent[0].params.clone()), expected);
    assert_eq!(host.steps(), ["binding", "bound", "confirmed"]);
    assert_eq!(host.checkpoints(), [""; 0]);
}

// ---- polling ----

#[test]
fn minutes_of_polling_take_no_time() {
    let cloud = RefCell::new(Cloud {
        online_ms: 290_000.0,
        ..Cloud::default()
    });
    let mut host = host_of(&cloud, []);
    assert_eq!(token_flow(&mut host, token_options()), Ok(bound(true)));
    assert!((140..150).contains(&host.count(STATE)), "{}", host.count(STATE));
    assert_eq!((cloud.borrow().binds, cloud.borrow().tokens), (1, 1));
}

/// Polls that fail because the phone is changing networks are forgiven.
#[test]
fn failing_polls_are_forgiven() {
    let faults = [
        Fault::DropBefore,
        Fault::SilenceBefore,
        Fault::HtmlBefore(502),
        Fault::HtmlBefore(200),
        Fault::HtmlBefore(403),
        Fault::TooMany(None),
        Fault::TooMany(Some(1)),
        Fault::CutOff,
        Fault::Empty,
        Fault::InternalBefore,
        Fault::Refused,
    ];
    let cloud = RefCell::new(Cloud::default());
    let mut host = host_with(&cloud, STATE, faults);
    assert_eq!(token_flow(&mut host, token_options()), Ok(bound(true)));
    assert_eq!(host.count(STATE), faults.len() + 1);
    let codes: Vec<_> = host
        .progress()
        .filter_map(|progress| progress.code.as_deref())
        .collect();
    assert_eq!(codes.len(), faults.len(), "each wait says why");
    assert_eq!(
        codes[..3],
        ["Network.Failed", "Timeout.Request", "Protocol.ServerError"]
    );
}

#[test]
fn a_dead_token_ends_the_flow_at_once() {
    for code in [
        "InvalidParameterValue.TokenNotExist",
        "InvalidParameterValue.TokenIsExpire",
    ] {
        // While it is polled for, and when it is bound.
        for dead in [STATE, TOKEN_BIND] {
            let cloud = RefCell::new(Cloud::default());
            let mut host = Host::new(|sent| {
                if sent.action == dead {
                    (0.0, Fate::error(code))
                } else {
                    cloud.borrow_mut().answer(sent)
                }
            })
            .replying(reply);
            let error = token_flow(&mut host, token_options()).unwrap_err();
            assert_eq!((error.kind, &*error.code), (ErrorKind::Api, code));
            assert_eq!(
                (error.action.as_deref(), error.may_be_bound, error.retryable),
                (Some(dead), false, false)
            );
            assert_eq!((host.count(dead), host.count(CREATE), cloud.borrow().binds), (1, 1, 0));
        }
    }
}

#[test]
fn other_verdicts_end_the_polling_too() {
    for (fate, kind) in [
        (Fate::error("InvalidParameterValue.InvalidAccessToken"), ErrorKind::Api),
        (Fate::error("InvalidParameter"), ErrorKind::Api),
        (
            Fate::Failed(ErrorKind::Network, "Network.DomainNotAllowed"),
            ErrorKind::Network,
        ),
    ] {
        let cloud = RefCell::new(Cloud::default());
        let mut host = Host::new(|sent| {
            if sent.action == STATE {
                (0.0, fate.clone())
            } else {
                cloud.borrow_mut().answer(sent)
            }
        })
        .replying(reply);
        let error = token_flow(&mut host, token_options()).unwrap_err();
        assert_eq!(
            (error.kind, error.may_be_bound, host.waits.len()),
            (kind, false, 0),
            "{fate:?}"
        );
    }
}

#[test]
fn a_device_that_never_comes_online_ends_in_time() {
    for flow in FLOWS {
        let cloud = RefCell::new(Cloud {
            online_ms: f64::INFINITY,
            ..Cloud::default()
        });
        let mut host = host_of(&cloud, []);
        let error = run(flow, &mut host, None).unwrap_err();
        assert_eq!(
            (error.kind, &*error.code),
            (ErrorKind::Timeout, "Timeout.DeviceNotOnline"),
            "{flow:?}"
        );
        assert!(error.retryable && !error.may_be_bound, "{flow:?}");
        assert_eq!(
            (host.elapsed_ms(), cloud.borrow().binds),
            (flow.timeout_ms(), 0),
            "{flow:?}"
        );
    }
}

/// A bind that could not be answered any more would turn a clear answer into a doubt.
#[test]
fn no_bind_is_sent_at_the_last_moment() {
    let cloud = RefCell::new(Cloud {
        online_ms: f64::INFINITY,
        ..Cloud::default()
    });
    for (timeout_ms, binds) in [(60_000.0, 30), (60_999.0, 30), (62_000.0, 31)] {
        let mut host = host_of(&cloud, []);
        let options = Options {
            timeout_ms,
            ..signature_options()
        };
        let error = signature_flow(&mut host, &options).unwrap_err();
        assert_eq!(
            (&*error.code, error.may_be_bound, host.sent.len()),
            ("Timeout.DeviceNotOnline", false, binds),
            "{timeout_ms}"
        );
        assert!(host.elapsed_ms() <= timeout_ms);
    }
}

/// The last thing heard before the time was up is told as the cause.
#[test]
fn a_poll_that_always_fails_is_the_cause() {
    let cloud = RefCell::new(Cloud::default());
    let mut host = host_with(&cloud, STATE, vec![Fault::DropBefore; 1_000]);
    let error = token_flow(&mut host, token_options()).unwrap_err();
    assert_eq!(&*error.code, "Timeout.DeviceNotOnline");
    let Some(Cause::Error(cause)) = &error.cause else {
        panic!("{error:?}");
    };
    assert!(
        matches!(&*cause.code, "Network.Failed" | "Timeout.Request"),
        "{cause:?}"
    );
}

/// The deadline is the wall clock's: no request and no wait goes beyond it.
#[test]
fn nothing_goes_beyond_the_deadline() {
    for flow in FLOWS {
        for fault in [
            Fault::SilenceBefore,
            Fault::SilenceAfter,
            Fault::TooMany(Some(3_600)),
            Fault::Slow(9_000),
        ] {
            let cloud = RefCell::new(Cloud::default());
            let mut host = host_of(&cloud, vec![fault; 1_000]);
            let _ = run(flow, &mut host, None);
            assert!(
                host.elapsed_ms() <= flow.timeout_ms(),
                "{flow:?} {fault:?}: {}",
                host.elapsed_ms()
            );
            let end = START_MS + flow.timeout_ms();
            assert!(
                host.sent.iter().all(|sent| sent.at_ms + sent.timeout_ms <= end + 1e-3),
                "{flow:?} {fault:?}"
            );
        }
    }
}

// ---- which device ----

#[test]
fn the_device_is_learnt_from_wherever_it_is_named() {
    let named = json!({ "productId": "R32ONVL0EU", "deviceName": "df2eSJyY" });
    // Told beforehand, answered by the device, named by the cloud: in any combination that names it whole.
    for (beforehand, answered, polled) in [
        (true, json!(null), false),
        (false, named.clone(), false),
        (false, json!(null), true),
        (true, named.clone(), true),
        (false, json!({ "productId": "R32ONVL0EU" }), true),
        (false, json!({ "productId": "", "deviceName": null }), true),
        (false, json!("no object"), true),
    ] {
        let cloud = RefCell::new(Cloud {
            names_device: polled,
            ..Cloud::default()
        });
        let at = format!("{beforehand} {answered} {polled}");
        let mut host = host_of(&cloud, []).replying(move |_| (0.0, Ok(answered.clone())));
        let options = naming(
            beforehand.then_some("R32ONVL0EU"),
            beforehand.then_some("df2eSJyY"),
            token_options(),
        );
        assert_eq!(token_flow(&mut host, options), Ok(bound(true)), "{at}");
    }
}

#[test]
fn another_device_is_not_bound() {
    let named = |product: Option<&str>, device: Option<&str>| naming(product, device, token_options());
    for (options, answered) in [
        // The device answers another name than the caller gave.
        (
            named(Some("OTHER"), None),
            json!({ "productId": "R32ONVL0EU", "deviceName": "df2eSJyY" }),
        ),
        (named(None, Some("other")), json!({ "deviceName": "df2eSJyY" })),
        // The cloud names another one than the caller or the device.
        (named(Some("R32ONVL0EU"), Some("other")), json!(null)),
        (named(Some("OTHER"), Some("df2eSJyY")), json!(null)),
        (
            named(None, None),
            json!({ "productId": "R32ONVL0EU", "deviceName": "other" }),
        ),
    ] {
        let at = format!("{} {answered}", options.params);
        let cloud = RefCell::new(Cloud::default());
        let mut host = host_of(&cloud, []).replying(move |_| (0.0, Ok(answered.clone())));
        let error = token_flow(&mut host, options).unwrap_err();
        assert_eq!(
            (error.kind, &*error.code),
            (ErrorKind::Flow, "Flow.DeviceMismatch"),
            "{at}"
        );
        assert_eq!(
            (error.may_be_bound, cloud.borrow().binds, host.count(TOKEN_BIND)),
            (false, 0, 0),
            "{at}"
        );
    }
}

#[test]
fn a_device_that_nobody_names_cannot_be_bound() {
    for answered in [
        json!(null),
        json!({ "productId": "R32ONVL0EU" }),
        json!({ "deviceName": "df2eSJyY" }),
    ] {
        let cloud = RefCell::new(Cloud {
            names_device: false,
            ..Cloud::default()
        });
        let mut host = host_of(&cloud, []).replying(move |_| (0.0, Ok(answered.clone())));
        let error = token_flow(&mut host, token_options()).unwrap_err();
        assert_eq!((error.kind, &*error.code), (ErrorKind::Flow, "Flow.DeviceUnknown"));
        assert_eq!((error.may_be_bound, cloud.borrow().binds), (false, 0));
    }
}

#[test]
fn names_that_are_no_texts_are_refused() {
    for (answered, parameter) in [
        (json!({ "productId": 5 }), "productId"),
        (json!({ "productId": "P", "deviceName": ["D"] }), "deviceName"),
    ] {
        let cloud = RefCell::new(Cloud::default());
        let mut host = host_of(&cloud, []).replying(move |_| (0.0, Ok(answered.clone())));
        let error = token_flow(&mut host, token_options()).unwrap_err();
        assert_eq!(
            (&*error.code, error.parameter.as_deref()),
            ("Flow.SendToDeviceFailed", Some(parameter))
        );
    }
}

// ---- what the caller's functions do ----

#[test]
fn what_the_callers_function_throws_is_handed_on() {
    for (flow, code) in [
        (Flow::Token, "Flow.SendToDeviceFailed"),
        (Flow::Gateway, "Flow.SignFailed"),
    ] {
        let cloud = RefCell::new(Cloud::default());
        let mut host =
            host_of(&cloud, []).replying(move |_| (0.0, Err(Error::new(OwnCode::of(code)).because(Cause::Foreign(7)))));
        let error = run(flow, &mut host, None).unwrap_err();
        assert_eq!((&*error.code, &error.cause), (code, &Some(Cause::Foreign(7))));
        assert!(!error.may_be_bound && error.retryable);
    }
}

#[test]
fn a_function_that_never_answers_ends_with_the_flow() {
    for flow in [Flow::Token, Flow::Gateway] {
        let cloud = RefCell::new(Cloud::default());
        let mut host = host_of(&cloud, []).replying(|_| (f64::INFINITY, Ok(json!(null))));
        let error = run(flow, &mut host, None).unwrap_err();
        // It was not the cloud that was slow.
        assert_eq!(
            (error.kind, &*error.code),
            (ErrorKind::Timeout, "Timeout.Flow"),
            "{flow:?}"
        );
        assert_eq!(
            (host.elapsed_ms(), error.may_be_bound),
            (flow.timeout_ms(), false),
            "{flow:?}"
        );
    }
}

#[test]
fn a_signer_may_choose_its_own_nonce_and_time() {
    for (timestamp, sent) in [
        (json!(1_583_810_805), json!(1_583_810_805)),
        (json!("1583810805"), json!(1_583_810_805)),
    ] {
        let cloud = RefCell::new(Cloud::default());
        let answered = json!({ "signature": SIGNATURE, "nonce": "123456", "timestamp": timestamp });
        let mut host = host_of(&cloud, []).replying(move |_| (0.0, Ok(answered.clone())));
        gateway_flow(&mut host, gateway_options()).unwrap();
        let params = &host.sent[0].params;
        assert_eq!(
            [&params["Nonce"], &params["DeviceTimestamp"], &params["Signature"]],
            [&json!("123456"), &sent, &json!(SIGNATURE)]
        );
    }
}

#[test]
fn what_a_signer_must_not_return_is_refused() {
    let whole = json!({ "signature": SIGNATURE, "nonce": "n", "timestamp": 1 });
    let mut wrong = vec![json!(null), json!(5), json!(true), json!([]), json!({}), json!("")];
    for name in ["signature", "nonce", "timestamp"] {
        let mut without = whole.clone();
        without.as_object_mut().unwrap().shift_remove(name);
        wrong.push(without);
        for value in [json!(null), json!(""), json!([]), json!(1.5)] {
            let mut other = whole.clone();
            other[name] = value;
            wrong.push(other);
        }
    }
    for answered in wrong {
        let cloud = RefCell::new(Cloud::default());
        let given = answered.clone();
        let mut host = host_of(&cloud, []).replying(move |_| (0.0, Ok(given.clone())));
        let error = gateway_flow(&mut host, gateway_options()).unwrap_err();
        assert_eq!(
            (error.kind, &*error.code),
            (ErrorKind::Flow, "Flow.SignFailed"),
            "{answered}"
        );
        assert_eq!((error.may_be_bound, host.sent.len()), (false, 0), "{answered}");
    }
}

/// An access token that never comes uses up the flow's time. Nothing has been sent then, or it is not known what came
/// of it.
#[test]
fn an_access_token_that_never_comes_ends_with_the_flow() {
    for flow in FLOWS {
        for (wanted, code, may_be_bound) in [(1, "Timeout.Flow", false), (2, "Flow.OutcomeUnknown", true)] {
            let cloud = RefCell::new(Cloud::default());
            let mut host = host_with(&cloud, flow.bind(), [Fault::DropAfter]);
            // For the token flow: after the token was made and polled for.
            let before = if flow == Flow::Token { 2 } else { 0 };
            let mut asked = 0;
            host.token = Box::new(move |_| {
                asked += 1;
                let ms = if asked < before + wanted { 0.0 } else { f64::INFINITY };
                (ms, Ok(support::ACCESS_TOKEN.into()))
            });
            let error = run(flow, &mut host, None).unwrap_err();
            assert_eq!((&*error.code, error.may_be_bound), (code, may_be_bound), "{flow:?}");
            assert_eq!(host.elapsed_ms(), flow.timeout_ms(), "{flow:?}");
        }
    }
}

// ---- what a lost answer leads to ----

/// Faults after which nobody knows whether the bind took place.
const DOUBTS: [(Fault, Fault); 4] = [
    (Fault::DropBefore, Fault::DropAfter),
    (Fault::SilenceBefore, Fault::SilenceAfter),
    (Fault::HtmlBefore(502), Fault::HtmlAfter(502)),
    (Fault::InternalBefore, Fault::InternalAfter),
];

#[test]
fn a_bind_that_worked_but_was_not_answered_is_found() {
    for flow in FLOWS {
        for fault in
            DOUBTS
                .map(|(_, after)| after)
                .into_iter()
                .chain([Fault::CutOff, Fault::Empty, Fault::HtmlAfter(200)])
        {
            let cloud = RefCell::new(Cloud::default());
            let mut host = host_with(&cloud, flow.bind(), [fault]);
            let device = run(flow, &mut host, None).unwrap();
            assert_eq!(device, bound(true), "{flow:?} {fault:?}");
            assert_eq!(
                (host.count(flow.bind()), cloud.borrow().binds),
                (1, 1),
                "{flow:?} {fault:?}"
            );
            assert!(host.count(flow.check()) >= 1, "{flow:?} {fault:?}");
            assert_eq!(
                host.steps().iter().filter(|step| **step == "bound").count(),
                1,
                "{flow:?} {fault:?}"
            );
        }
    }
}

#[test]
fn a_bind_that_did_not_work_is_sent_again_after_asking() {
    for flow in FLOWS {
        for (fault, _) in DOUBTS {
            let cloud = RefCell::new(Cloud::default());
            let mut host = host_with(&cloud, flow.bind(), [fault]);
            assert_eq!(run(flow, &mut host, None), Ok(bound(true)), "{flow:?} {fault:?}");
            assert_eq!(
                (host.count(flow.bind()), cloud.borrow().binds),
                (2, 1),
                "{flow:?} {fault:?}"
            );
            let about: Vec<_> = host
                .actions()
                .into_iter()
                .filter(|action| [flow.bind(), flow.check()].contains(action))
                .collect();
            assert_eq!(
                about[..3],
                [flow.bind(), flow.check(), flow.bind()],
                "{flow:?} {fault:?}"
            );
            assert_eq!(
                host.steps().iter().filter(|step| **step == "binding").count(),
                1,
                "{flow:?} {fault:?}"
            );
        }
    }
}

/// Asking may fail as well: it goes on until the cloud has answered, however bad the network is.
#[test]
fn asking_goes_on_until_it_is_answered() {
    for flow in FLOWS {
        let cloud = RefCell::new(Cloud::default());
        let bind = RefCell::new(vec![Fault::DropAfter]);
        let check = RefCell::new(vec![
            Fault::Empty,
            Fault::TooMany(Some(2)),
            Fault::InternalBefore,
            Fault::HtmlBefore(403),
            Fault::SilenceBefore,
            Fault::DropBefore,
        ]);
        let mut host = Host::new(|sent| {
            let faults = if sent.action == flow.bind() { &bind } else { &check };
            let about = sent.action == flow.bind() || sent.action == flow.check();
            let fault = if about { faults.borrow_mut().pop() } else { None };
            cloud.borrow_mut().answer_with(sent, fault.unwrap_or(Fault::None))
        })
        .replying(reply);
        assert_eq!(run(flow, &mut host, None), Ok(bound(true)), "{flow:?}");
        assert_eq!((host.count(flow.bind()), cloud.borrow().binds), (1, 1), "{flow:?}");
        assert!(host.waits.contains(&2_000.0), "Retry-After: {:?}", host.waits);
    }
}

/// What cannot be learnt in time is said to be unknown.
#[test]
fn an_unknown_outcome_is_told_as_such() {
    for flow in FLOWS {
        for after in [false, true] {
            let cloud = RefCell::new(Cloud::default());
            let mut host = Host::new(|sent| {
                let fault = match &*sent.action {
                    action if action == flow.bind() && after => Fault::DropAfter,
                    action if action == flow.bind() || action == flow.check() => Fault::DropBefore,
                    _ => Fault::None,
                };
                cloud.borrow_mut().answer_with(sent, fault)
            })
            .replying(reply);
            let error = run(flow, &mut host, None).unwrap_err();
            assert_eq!(
                (error.kind, &*error.code),
                (ErrorKind::Flow, "Flow.OutcomeUnknown"),
                "{flow:?}"
            );
            assert!(error.retryable && error.may_be_bound, "{flow:?}");
            assert_eq!(
                (host.count(flow.bind()), host.elapsed_ms()),
                (1, flow.timeout_ms()),
                "{flow:?}"
            );
            assert!(matches!(&error.cause, Some(Cause::Error(_))), "{error:?}");
        }
    }
}

/// Whatever a check answers that does not say that the device is not there, is no such verdict.
#[test]
fn only_a_clear_answer_counts_as_not_bound() {
    let not_bound = [
        Fate::error("ResourceNotFound"),
        Fate::error("ResourceNotFound.DeviceNotExist"),
        Fate::error("InvalidParameterValue.AppDeviceNotExist"),
        Fate::data(&json!({ "DeviceId": "" })),
        Fate::data(&json!({ "DeviceId": null })),
        Fate::data(&json!({})),
    ];
    let unknown = [
        Fate::error("ResourceNotFound.StudioMemberNotExist"),
        Fate::error("UnauthorizedOperation"),
        Fate::error("InvalidParameterValue"),
        Fate::error("Some.NewCode"),
        Fate::data(&json!({ "DeviceId": 5 })),
        Fate::html(404),
    ];
    for (fates, binds) in [(&not_bound[..], 2), (&unknown[..], 1)] {
        for fate in fates {
            let cloud = RefCell::new(Cloud::default());
            let mut first = true;
            let mut lost = true;
            let mut host = Host::new(|sent| match &*sent.action {
                SIG_BIND if std::mem::take(&mut lost) => (0.0, Fate::lost()),
                DEVICE if std::mem::take(&mut first) => (0.0, fate.clone()),
                DEVICE => {
                    cloud.borrow_mut().binds = 1;
                    cloud.borrow_mut().answer(sent)
                }
                _ => cloud.borrow_mut().answer(sent),
            });
            assert_eq!(
                signature_flow(&mut host, &signature_options()),
                Ok(bound(true)),
                "{fate:?}"
            );
            assert_eq!(host.count(SIG_BIND), binds, "{fate:?}");
        }
    }
}

/// That a gateway's list cannot be had does not say that a sub-device is not in it.
#[test]
fn a_list_that_cannot_be_had_is_no_answer() {
    let codes = [
        "ResourceNotFound",
        "ResourceNotFound.DeviceNotExist",
        "InvalidParameterValue.NoPermission",
    ];
    for code in codes {
        let cloud = RefCell::new(Cloud::default());
        let mut first = true;
        let mut host = Host::new(|sent| match &*sent.action {
            GATEWAY_BIND => cloud.borrow_mut().answer_with(sent, Fault::DropAfter),
            SUB_DEVICES if std::mem::take(&mut first) => (0.0, Fate::error(code)),
            _ => cloud.borrow_mut().answer(sent),
        })
        .replying(reply);
        assert_eq!(gateway_flow(&mut host, gateway_options()), Ok(bound(true)), "{code}");
        assert_eq!((host.count(GATEWAY_BIND), host.count(SUB_DEVICES)), (1, 2), "{code}");
    }
}

/// Where asking makes no sense any more the flow ends, and says that the device may be bound.
#[test]
fn a_sign_out_while_asking_leaves_a_doubt() {
    for flow in FLOWS {
        for fate in [
            Fate::error("InvalidParameterValue.InvalidAccessToken"),
            Fate::Failed(ErrorKind::Network, "Network.DomainNotAllowed"),
        ] {
            let cloud = RefCell::new(Cloud::default());
            let mut host = Host::new(|sent| {
                if sent.action == flow.check() {
                    return (0.0, fate.clone());
                }
                let fault = if sent.action == flow.bind() {
                    Fault::DropAfter
                } else {
                    Fault::None
                };
                cloud.borrow_mut().answer_with(sent, fault)
            })
            .replying(reply);
            let error = run(flow, &mut host, None).unwrap_err();
            assert!(error.may_be_bound, "{flow:?} {fate:?}: {error:?}");
            assert_eq!(
                (error.action.as_deref(), cloud.borrow().binds),
                (Some(flow.check()), 1),
                "{flow:?} {fate:?}"
            );
        }
    }
}

/// This very device in this very family: a repeated bind has in truth succeeded.
#[test]
fn already_bound_to_this_family_is_a_success() {
    for flow in FLOWS {
        let cloud = RefCell::new(Cloud {
            binds: 1,
            refuses_repeats: Some("UnsupportedOperation.CannotBindSameFamily"),
            ..Cloud::default()
        });
        let mut host = host_of(&cloud, []);
        assert_eq!(run(flow, &mut host, None), Ok(bound(true)), "{flow:?}");
        assert_eq!((host.count(flow.bind()), cloud.borrow().binds), (1, 1), "{flow:?}");
    }
}

/// In this family, but on another gateway: that is no success.
#[test]
fn a_sub_device_of_another_gateway_is_not_bound_to_this_one() {
    let cloud = RefCell::new(Cloud {
        siblings: 120,
        ..Cloud::default()
    });
    let mut host = Host::new(|sent| match &*sent.action {
        GATEWAY_BIND => (0.0, Fate::error("UnsupportedOperation.CannotBindSameFamily")),
        _ => cloud.borrow_mut().answer(sent),
    })
    .replying(reply);
    let error = gateway_flow(&mut host, gateway_options()).unwrap_err();
    assert_eq!(
        (error.kind, &*error.code),
        (ErrorKind::Api, "UnsupportedOperation.CannotBindSameFamily")
    );
    assert!(!error.may_be_bound);
    assert_eq!(host.count(GATEWAY_BIND), 1);
    let pages: Vec<_> = host
        .sent
        .iter()
        .filter(|sent| sent.action == SUB_DEVICES)
        .map(|sent| {
            (
                sent.params["Offset"].clone(),
                sent.params["Limit"].clone(),
                sent.params["GatewayDeviceName"].clone(),
            )
        })
        .collect();
    let page = |offset| (json!(offset), json!(50), json!("gwdev"));
    assert_eq!(pages, [page(0), page(50), page(100)]);
}

#[test]
fn a_gateways_list_is_paged_through() {
    for (siblings, pages) in [(0, 1), (49, 1), (50, 2), (120, 3)] {
        let cloud = RefCell::new(Cloud {
            siblings,
            ..Cloud::default()
        });
        let mut host = host_with(&cloud, GATEWAY_BIND, [Fault::DropAfter]);
        assert_eq!(
            gateway_flow(&mut host, gateway_options()),
            Ok(bound(true)),
            "{siblings}"
        );
        assert_eq!(
            (host.count(SUB_DEVICES), host.count(GATEWAY_BIND)),
            (pages, 1),
            "{siblings}"
        );
    }
}

/// A list may come without its total, as a text, or with a total that is wrong: the device is found all the same.
#[test]
fn a_gateways_list_is_paged_through_whatever_its_total() {
    for total in [json!(null), json!("121"), json!(121), json!(10_000)] {
        let cloud = RefCell::new(Cloud {
            siblings: 120,
            ..Cloud::default()
        });
        let mut host = Host::new(|sent| {
            let fault = if sent.action == GATEWAY_BIND {
                Fault::DropAfter
            } else {
                Fault::None
            };
            match cloud.borrow_mut().answer_with(sent, fault) {
                (ms, Fate::Answer(status, body, None)) if sent.action == SUB_DEVICES => {
                    let mut body: Value = serde_json::from_str(&body).unwrap();
                    body["Response"]["Total"] = total.clone();
                    (ms, Fate::Answer(status, body.to_string(), None))
                }
                other => other,
            }
        })
        .replying(reply);
        assert_eq!(gateway_flow(&mut host, gateway_options()), Ok(bound(true)), "{total}");
        assert_eq!((host.count(GATEWAY_BIND), cloud.borrow().binds), (1, 1), "{total}");
    }
    // And where the device is not in it, the asking ends.
    let mut binds = 0;
    let mut host = Host::new(|sent| match &*sent.action {
        GATEWAY_BIND => {
            binds += 1;
            (
                0.0,
                if binds == 1 {
                    Fate::lost()
                } else {
                    Fate::error("LimitExceeded")
                },
            )
        }
        _ => (0.0, Fate::json(&json!({ "Response": { "DeviceList": [] } }))),
    })
    .replying(reply);
    let error = gateway_flow(&mut host, gateway_options()).unwrap_err();
    assert_eq!(
        (&*error.code, error.may_be_bound, host.count(SUB_DEVICES)),
        ("LimitExceeded", false, 2)
    );
}

/// A refusal that could not be looked into in time leaves the outcome open.
#[test]
fn a_refusal_that_cannot_be_looked_into_is_an_unknown_outcome() {
    for flow in FLOWS {
        for refusal in ["UnsupportedOperation.CannotBindSameFamily", "LimitExceeded"] {
            let cloud = RefCell::new(Cloud::default());
            let (mut binds, mut checks) = (0, 0);
            let mut host = Host::new(|sent| {
                if sent.action == flow.bind() {
                    binds += 1;
                    return (0.0, if binds == 1 { Fate::lost() } else { Fate::error(refusal) });
                }
                if sent.action == flow.check() {
                    checks += 1;
                    // The first says that nothing is bound, the others never answer.
                    return if checks == 1 {
                        cloud.borrow_mut().answer(sent)
                    } else {
                        (0.0, Fate::lost())
                    };
                }
                cloud.borrow_mut().answer(sent)
            })
            .replying(reply);
            let outcome = run(flow, &mut host, None);
            if flow != Flow::Gateway && refusal != "LimitExceeded" {
                assert_eq!(
                    outcome.unwrap()["confirmed"],
                    json!(false),
                    "{flow:?}: bound all the same"
                );
                continue;
            }
            let error = outcome.unwrap_err();
            assert_eq!(
                (&*error.code, error.may_be_bound),
                ("Flow.OutcomeUnknown", true),
                "{flow:?} {refusal}"
            );
            assert_eq!(host.elapsed_ms(), flow.timeout_ms(), "{flow:?} {refusal}");
        }
    }
}

/// A list that never ends is not read for ever.
#[test]
fn an_endless_list_is_given_up_on() {
    let strangers = vec![json!({ "ProductId": "OTHER", "DeviceName": "sub" }); 50];
    let page = json!({ "Response": { "Total": 1_000_000_000, "DeviceList": strangers } });
    let mut binds = 0;
    let mut host = Host::new(|sent| {
        if sent.action == SUB_DEVICES {
            return (1.0, Fate::json(&page));
        }
        binds += 1;
        (
            0.0,
            if binds == 1 {
                Fate::lost()
            } else {
                Fate::error("LimitExceeded")
            },
        )
    })
    .replying(reply);
    gateway_flow(&mut host, gateway_options()).unwrap_err();
    assert!(host.count(SUB_DEVICES) <= 400, "{}", host.count(SUB_DEVICES));
}

/// Something on the way refuses the request: tried a few times, and then told as it is.
#[test]
fn a_proxy_that_refuses_ends_the_flow() {
    for flow in FLOWS {
        for status in [301, 400, 403, 407] {
            let cloud = RefCell::new(Cloud::default());
            let mut host = host_with(&cloud, flow.bind(), vec![Fault::HtmlBefore(status); 100]);
            let error = run(flow, &mut host, None).unwrap_err();
            assert_eq!(
                (&*error.code, error.status),
                ("Protocol.HttpStatus", Some(status)),
                "{flow:?}"
            );
            assert_eq!(
                (error.may_be_bound, host.count(flow.bind()) <= 10),
                (false, true),
                "{flow:?} {status}"
            );
        }
    }
}

/// A server that for ever fails inside is given up on; that nothing was bound is known by then.
#[test]
fn a_fault_that_stays_ends_the_flow() {
    for flow in FLOWS {
        let cloud = RefCell::new(Cloud::default());
        let mut host = host_with(&cloud, flow.bind(), vec![Fault::InternalBefore; 100]);
        let error = run(flow, &mut host, None).unwrap_err();
        assert_eq!(
            (error.kind, &*error.code),
            (ErrorKind::Api, "InternalError.InternalServerException"),
            "{flow:?}"
        );
        assert!(error.retryable && !error.may_be_bound, "{flow:?}");
        assert!((2..=10).contains(&host.count(flow.bind())), "{flow:?}");
        assert_eq!(cloud.borrow().binds, 0);
    }
}

#[test]
fn a_refusal_ends_the_flow_at_once() {
    for flow in FLOWS {
        for code in [
            "LimitExceeded.FamilyDeviceExceedLimit",
            "UnauthorizedOperation.NoPermissionToFamily",
            "Some.NewCode",
        ] {
            let cloud = RefCell::new(Cloud::default());
            let mut host = Host::new(|sent| {
                if sent.action == flow.bind() {
                    (0.0, Fate::error(code))
                } else {
                    cloud.borrow_mut().answer(sent)
                }
            })
            .replying(reply);
            let error = run(flow, &mut host, None).unwrap_err();
            assert_eq!(
                (error.kind, &*error.code, error.may_be_bound),
                (ErrorKind::Api, code, false),
                "{flow:?}"
            );
            assert_eq!(error.action.as_deref(), Some(flow.bind()));
            assert_eq!((host.count(flow.bind()), host.count(flow.check())), (1, 0), "{flow:?}");
        }
    }
}

/// A bind that had no answer may arrive late, after the cloud has said "not bound": then it is why the next one is
/// refused.
#[test]
fn a_refusal_after_a_lost_bind_is_looked_into() {
    for flow in FLOWS {
        for arrives in [false, true] {
            let cloud = RefCell::new(Cloud::default());
            let mut binds = 0;
            let mut host = Host::new(|sent| {
                if sent.action != flow.bind() {
                    return cloud.borrow_mut().answer(sent);
                }
                binds += 1;
                match binds {
                    1 => (0.0, Fate::Silence),
                    _ => {
                        cloud.borrow_mut().binds = usize::from(arrives);
                        (0.0, Fate::error("InvalidParameterValue.TokenNotExist"))
                    }
                }
            })
            .replying(reply);
            let outcome = run(flow, &mut host, None);
            assert_eq!(host.count(flow.bind()), 2, "{flow:?} {arrives}");
            match outcome {
                Ok(device) => assert!(arrives && device == bound(true), "{flow:?}: {device}"),
                Err(error) => {
                    assert_eq!(
                        (arrives, &*error.code),
                        (false, "InvalidParameterValue.TokenNotExist"),
                        "{flow:?}"
                    );
                    assert!(!error.may_be_bound, "{flow:?}");
                }
            }
        }
    }
}

/// As long as a bind had no answer, nobody says that the device is surely not bound: no abort, no time-out, no sign-out.
#[test]
fn a_lost_bind_is_not_forgotten() {
    let after = |second: &'static str, abort: Option<Abort>| {
        let cloud = RefCell::new(Cloud::default());
        let mut binds = 0;
        let mut host = Host::new(|sent| {
            if sent.action != SIG_BIND {
                return cloud.borrow_mut().answer(sent);
            }
            binds += 1;
            (0.0, if binds == 1 { Fate::Silence } else { Fate::error(second) })
        });
        host.abort = abort;
        let error = signature_flow(&mut host, &signature_options()).unwrap_err();
        assert!(error.may_be_bound, "{second}: {error:?}");
        assert_eq!(host.count(DEVICE), 1, "{second}");
        (error.kind, error.code.to_string())
    };
    let away = "InvalidParameterValue.BindDeviceNotConnected";
    let (kind, _) = after(away, Some(Abort::AtMs(12_000.0)));
    assert_eq!(kind, ErrorKind::Aborted);
    assert_eq!(
        after(away, None),
        (ErrorKind::Timeout, "Timeout.DeviceNotOnline".into())
    );
    let signed_out = "InvalidParameterValue.InvalidAccessToken";
    assert_eq!(after(signed_out, None), (ErrorKind::Api, signed_out.into()));
}

/// A bind that is never answered may yet arrive, even where the cloud has last said "not bound".
#[test]
fn binds_that_are_never_answered_leave_a_doubt() {
    for flow in FLOWS {
        let cloud = RefCell::new(Cloud::default());
        let mut checks = 0;
        let mut host = Host::new(|sent| {
            let mut fault = if sent.action == flow.bind() {
                Fault::DropBefore
            } else {
                Fault::None
            };
            if sent.action == flow.check() {
                checks += 1;
                // Every other check is answered by a proxy.
                fault = if checks % 2 == 1 {
                    Fault::HtmlBefore(502)
                } else {
                    Fault::None
                };
            }
            cloud.borrow_mut().answer_with(sent, fault)
        })
        .replying(reply);
        let error = run(flow, &mut host, None).unwrap_err();
        assert!(error.may_be_bound && error.retryable, "{flow:?}: {error:?}");
        assert!(host.count(flow.bind()) <= 10, "{flow:?}");
    }
}

/// The cloud asks to try again: the flow does, for a while.
#[test]
fn a_refusal_that_asks_for_a_retry_is_repeated() {
    for flow in FLOWS {
        let cloud = RefCell::new(Cloud::default());
        let mut host = host_with(&cloud, flow.bind(), [Fault::Refused, Fault::Refused]);
        assert_eq!(run(flow, &mut host, None), Ok(bound(true)), "{flow:?}");
        assert_eq!((host.count(flow.bind()), cloud.borrow().binds), (3, 1), "{flow:?}");
        let mut host = host_with(&cloud, flow.bind(), vec![Fault::Refused; 100]);
        let error = run(flow, &mut host, None).unwrap_err();
        assert_eq!(
            (&*error.code, error.may_be_bound),
            ("InvalidParameterValue.ReadTokenInfoError", false),
            "{flow:?}"
        );
        assert!(host.count(flow.bind()) <= 10, "{flow:?}");
    }
}

/// Something of the caller's that answers "cancelled" for a request that went out has not undone it.
#[test]
fn a_transport_that_gives_up_after_sending_leaves_a_doubt() {
    for (kind, code) in [
        (ErrorKind::Aborted, "Aborted.BySignal"),
        (ErrorKind::Init, "Init.Crashed"),
        (ErrorKind::Flow, "Flow.SignFailed"),
        (ErrorKind::Parameter, "Parameter.BadText"),
    ] {
        let cloud = RefCell::new(Cloud::default());
        let mut first = true;
        let mut host = Host::new(|sent| {
            let answered = cloud.borrow_mut().answer(sent);
            if sent.action == SIG_BIND && std::mem::take(&mut first) {
                (0.0, Fate::Failed(kind, code))
            } else {
                answered
            }
        });
        let outcome = signature_flow(&mut host, &signature_options());
        assert_eq!(cloud.borrow().binds, 1, "{kind:?}");
        let told = outcome.as_ref().map_or_else(|error| error.may_be_bound, |_| true);
        assert!(told, "bound, but told {outcome:?}");
    }
}

#[test]
fn a_signed_out_user_ends_the_flow_unless_renewed() {
    for flow in FLOWS {
        let cloud = RefCell::new(Cloud::default());
        let mut host = host_with(&cloud, flow.bind(), [Fault::SignedOut]);
        assert_eq!(run(flow, &mut host, None), Ok(bound(true)), "{flow:?}");
        assert_eq!(host.tokens.iter().filter(|renew| **renew).count(), 1, "{flow:?}");
        let binds: Vec<_> = host.sent.iter().filter(|sent| sent.action == flow.bind()).collect();
        assert_eq!((binds.len(), &*binds[1].access_token), (2, RENEWED_TOKEN), "{flow:?}");

        let cloud = RefCell::new(Cloud::default());
        let mut host = host_with(&cloud, flow.bind(), [Fault::SignedOut; 2]);
        let error = run(flow, &mut host, None).unwrap_err();
        assert!(
            error.is_invalid_access_token() && !error.may_be_bound,
            "{flow:?}: {error:?}"
        );
        assert_eq!(cloud.borrow().binds, 0);
    }
}

// ---- showing what was bound ----

#[test]
fn bound_but_not_confirmed_resolves_with_what_is_known() {
    for flow in FLOWS {
        let cloud = RefCell::new(Cloud::default());
        let mut host = host_with(&cloud, DEVICE, vec![Fault::DropBefore; 1_000]);
        let device = run(flow, &mut host, None).unwrap();
        assert_eq!(device["confirmed"], json!(false), "{flow:?}");
        for (name, value) in [
            ("DeviceId", "R32ONVL0EU/df2eSJyY"),
            ("ProductId", "R32ONVL0EU"),
            ("DeviceName", "df2eSJyY"),
            ("FamilyId", "f-home"),
        ] {
            assert_eq!(device[name], json!(value), "{flow:?}");
        }
        // A bind by signature has answered the rest.
        assert_eq!(device["CreateTime"].is_number(), flow == Flow::Signature, "{flow:?}");
        assert!(
            host.elapsed_ms() <= 15_000.0 + 2_000.0,
            "{flow:?}: {}",
            host.elapsed_ms()
        );
        assert_eq!(host.steps().last(), Some(&"bound"), "{flow:?}");
        assert_eq!((host.count(flow.bind()), cloud.borrow().binds), (1, 1), "{flow:?}");
    }
}

#[test]
fn not_found_right_after_the_bind_means_not_yet() {
    for flow in FLOWS {
        let cloud = RefCell::new(Cloud::default());
        let mut missing = vec![
            Fate::error("ResourceNotFound.DeviceNotExist"),
            Fate::data(&json!({})),
            Fate::error("InternalError"),
        ];
        let mut host = Host::new(|sent| match &*sent.action {
            DEVICE if !missing.is_empty() => (0.0, missing.remove(0)),
            _ => cloud.borrow_mut().answer(sent),
        })
        .replying(reply);
        assert_eq!(run(flow, &mut host, None), Ok(bound(true)), "{flow:?}");
        assert_eq!((host.count(DEVICE), host.count(flow.bind())), (4, 1), "{flow:?}");
    }
}

#[test]
fn a_refused_confirmation_is_no_failure() {
    let cloud = RefCell::new(Cloud::default());
    let mut host = Host::new(|sent| match &*sent.action {
        DEVICE => (0.0, Fate::error("UnauthorizedOperation")),
        _ => cloud.borrow_mut().answer(sent),
    });
    let device = signature_flow(&mut host, &signature_options()).unwrap();
    assert_eq!((&device["confirmed"], host.count(DEVICE)), (&json!(false), 1));
}

// ---- cancelling ----

/// Wherever an abort comes, the flow ends there and then, and says whether the device may be bound.
#[test]
fn an_abort_ends_a_flow_at_once_and_tells_the_truth() {
    for flow in FLOWS {
        for lost in [false, true] {
            let cloud = RefCell::new(Cloud {
                online_ms: 4_000.0,
                ..Cloud::default()
            });
            let fault = || {
                if lost {
                    vec![Fault::None, Fault::None, Fault::DropAfter]
                } else {
                    Vec::new()
                }
            };
            let mut whole = host_with(&cloud, flow.bind(), fault());
            run(flow, &mut whole, None).unwrap();
            assert!(whole.wants > 5);
            for at in 1..whole.wants {
                let cloud = RefCell::new(Cloud {
                    online_ms: 4_000.0,
                    ..Cloud::default()
                });
                let mut host = host_with(&cloud, flow.bind(), fault()).aborting(Abort::AtWant(at));
                let error = run(flow, &mut host, None).unwrap_err();
                assert_eq!(
                    (error.kind, &*error.code),
                    (ErrorKind::Aborted, "Aborted.BySignal"),
                    "{flow:?} {at}"
                );
                assert_eq!(host.wants, at + 1, "{flow:?}: nothing is wanted after it");
                assert!(
                    error.may_be_bound || cloud.borrow().binds == 0,
                    "{flow:?} {lost} {at}: bound, but told {error:?}"
                );
                let sent = host.count(flow.bind()) > 0;
                assert!(sent || !error.may_be_bound, "{flow:?} {lost} {at}: nothing was sent");
            }
        }
    }
}

/// Refused since: a bind that was sent has not bound anything, and an abort says so.
#[test]
fn an_abort_while_the_device_is_away_knows_that_nothing_is_bound() {
    let cloud = RefCell::new(Cloud {
        online_ms: f64::INFINITY,
        ..Cloud::default()
    });
    let mut host = host_of(&cloud, []).aborting(Abort::AtMs(1_000.0));
    let error = signature_flow(&mut host, &signature_options()).unwrap_err();
    assert_eq!((error.kind, error.may_be_bound), (ErrorKind::Aborted, false));
    // In the middle of the request it cannot know.
    let mut host = Host::new(|_| (0.0, Fate::Silence)).aborting(Abort::AtMs(1_000.0));
    let error = signature_flow(&mut host, &signature_options()).unwrap_err();
    assert_eq!(
        (error.kind, error.may_be_bound, host.elapsed_ms()),
        (ErrorKind::Aborted, true, 1_000.0)
    );
}

// ---- checkpoints ----

/// The app is killed at any point and started again: the same binding goes on.
#[test]
fn a_killed_flow_goes_on_where_it_was() {
    for flow in [Flow::Token, Flow::Signature] {
        for fault in [Fault::None, Fault::DropAfter, Fault::DropBefore] {
            let new_cloud = || {
                RefCell::new(Cloud {
                    online_ms: 4_000.0,
                    ..Cloud::default()
                })
            };
            let faults = [Fault::None, Fault::None, Fault::None, fault];
            let cloud = new_cloud();
            let mut whole = host_of(&cloud, faults);
            run(flow, &mut whole, None).unwrap();
            for at in 1..=whole.wants {
                let cloud = new_cloud();
                let mut host = host_of(&cloud, faults);
                host.kill_at = Some(at);
                let End::Killed = run_or_die(flow, &mut host, None) else {
                    panic!("{flow:?} {at}: not killed");
                };
                let Some(checkpoint) = host.checkpoints().last().map(|text| (*text).to_owned()) else {
                    assert!(host.sent.len() <= 1, "{flow:?} {at}: no checkpoint");
                    continue;
                };
                let now_ms = host.now_ms + 3_000.0;
                drop(host);
                let mut again = host_of(&cloud, []).seeded(at as u64);
                again.now_ms = now_ms;
                let device = run(flow, &mut again, Some(checkpoint)).unwrap();
                assert_eq!(device, bound(true), "{flow:?} {fault:?} {at}");
                assert_eq!(cloud.borrow().binds, 1, "{flow:?} {fault:?} {at}");
                assert!(
                    cloud.borrow().tokens <= 1,
                    "{flow:?} {fault:?} {at}: another token was made"
                );
                assert_eq!(again.count(CREATE), 0, "{flow:?} {fault:?} {at}");
            }
        }
    }
}

fn checkpoint_at(stage: Stage) -> Checkpoint {
    Checkpoint {
        flow: "token".into(),
        stage: stage as u8,
        deadline_ms: START_MS + 100_000.0,
        family_id: "f-home".into(),
        room_id: "r1".into(),
        product_id: "R32ONVL0EU".into(),
        device_name: "df2eSJyY".into(),
        token: BIND_TOKEN.into(),
    }
}

fn resumed(checkpoint: &Checkpoint) -> Options {
    Options {
        resume: Some(checkpoint.write()),
        ..token_options()
    }
}

#[test]
fn each_stage_goes_on_with_its_own_request() {
    for (stage, binds, actions) in [
        (Stage::Created, 0, &[STATE, TOKEN_BIND, DEVICE][..]),
        (Stage::Sent, 0, &[STATE, TOKEN_BIND, DEVICE]),
        (Stage::Binding, 0, &[DEVICE, TOKEN_BIND, DEVICE]),
        (Stage::Binding, 1, &[DEVICE]),
        (Stage::Bound, 1, &[DEVICE]),
    ] {
        let cloud = RefCell::new(Cloud {
            binds,
            ..Cloud::default()
        });
        let mut host = host_of(&cloud, []);
        assert_eq!(
            token_flow(&mut host, resumed(&checkpoint_at(stage))),
            Ok(bound(true)),
            "{stage:?}"
        );
        assert_eq!(host.actions(), actions, "{stage:?}");
        assert_eq!(host.asked.len(), usize::from(stage == Stage::Created), "{stage:?}");
        assert_eq!(cloud.borrow().binds, 1, "{stage:?}");
        let bind = host.sent.iter().find(|sent| sent.action == TOKEN_BIND);
        assert!(
            bind.is_none_or(|bind| bind.params["RoomId"] == json!("r1")),
            "the same binding, the same room"
        );
    }
}

/// Names that were not known when the checkpoint was written may be told on resuming.
#[test]
fn a_resumed_flow_learns_the_device_from_its_options() {
    let mut stored = checkpoint_at(Stage::Sent);
    stored.product_id = String::new();
    stored.device_name = String::new();
    let cloud = RefCell::new(Cloud {
        names_device: false,
        ..Cloud::default()
    });
    let error = token_flow(&mut host_of(&cloud, []), resumed(&stored)).unwrap_err();
    assert_eq!(error.code, "Flow.DeviceUnknown");
    let options = naming(Some("R32ONVL0EU"), Some("df2eSJyY"), resumed(&stored));
    assert_eq!(token_flow(&mut host_of(&cloud, []), options), Ok(bound(true)));
}

/// What was bound is only shown: that it cannot be found does not bind it again.
#[test]
fn a_bound_device_is_not_bound_again() {
    for flow in ["token", "signature"] {
        let stored = Checkpoint {
            flow: flow.into(),
            ..checkpoint_at(Stage::Bound)
        };
        let cloud = RefCell::new(Cloud::default());
        let mut host = host_of(&cloud, []);
        let resume = Some(stored.write());
        let flow = if flow == "token" { Flow::Token } else { Flow::Signature };
        let device = run(flow, &mut host, resume).unwrap();
        assert_eq!(device["confirmed"], json!(false), "{flow:?}");
        assert_eq!((host.count(flow.bind()), host.count(DEVICE) > 1), (0, true), "{flow:?}");
    }
}

/// What was about to be sent when the app was killed may have been sent, and may arrive late.
#[test]
fn a_refusal_after_a_resume_is_looked_into() {
    for arrives in [false, true] {
        let cloud = RefCell::new(Cloud::default());
        let mut host = Host::new(|sent| {
            if sent.action != TOKEN_BIND {
                return cloud.borrow_mut().answer(sent);
            }
            cloud.borrow_mut().binds = usize::from(arrives);
            (0.0, Fate::error("InvalidParameterValue.TokenNotExist"))
        });
        let outcome = token_flow(&mut host, resumed(&checkpoint_at(Stage::Binding)));
        assert_eq!(host.actions()[..3], [DEVICE, TOKEN_BIND, DEVICE]);
        match outcome {
            Ok(device) => assert!(arrives && device == bound(true), "{device}"),
            Err(error) => assert_eq!((arrives, &*error.code), (false, "InvalidParameterValue.TokenNotExist")),
        }
    }
}

/// The time that a flow had left goes on counting; what is left of it is not made longer.
#[test]
fn a_resumed_flow_keeps_its_deadline() {
    let away = RefCell::new(Cloud {
        online_ms: f64::INFINITY,
        ..Cloud::default()
    });
    let mut host = host_of(&away, []);
    host.now_ms += 40_000.0;
    let error = token_flow(&mut host, resumed(&checkpoint_at(Stage::Sent))).unwrap_err();
    assert_eq!(
        (&*error.code, host.elapsed_ms()),
        ("Timeout.DeviceNotOnline", 100_000.0)
    );
    // A clock that was set back does not make it longer than a flow may take.
    let mut stored = checkpoint_at(Stage::Sent);
    stored.deadline_ms = START_MS + 1e9;
    let mut host = host_of(&away, []);
    token_flow(&mut host, resumed(&stored)).unwrap_err();
    assert_eq!(host.elapsed_ms(), 300_000.0);
}

#[test]
fn an_expired_checkpoint_is_refused_unless_a_bind_was_sent() {
    for (stage, late_ms, goes_on) in [
        (Stage::Created, 0.0, false),
        (Stage::Created, 1.0, false),
        (Stage::Sent, 1.0, false),
        (Stage::Binding, 0.0, true),
        (Stage::Binding, 3_600_000.0, true),
        (Stage::Binding, DOUBT_MAX_MS + 1.0, false),
        (Stage::Bound, 3_600_000.0, true),
        (Stage::Bound, DOUBT_MAX_MS + 1.0, false),
    ] {
        let cloud = RefCell::new(Cloud {
            binds: 1,
            ..Cloud::default()
        });
        let mut host = host_of(&cloud, []);
        host.now_ms = START_MS + 100_000.0 + late_ms;
        let outcome = token_flow(&mut host, resumed(&checkpoint_at(stage)));
        if goes_on {
            assert_eq!(outcome, Ok(bound(true)), "{stage:?} {late_ms}");
            continue;
        }
        let error = outcome.unwrap_err();
        assert_eq!(
            (error.kind, &*error.code),
            (ErrorKind::Flow, "Flow.CheckpointExpired"),
            "{stage:?} {late_ms}"
        );
        assert_eq!(
            (error.may_be_bound, host.sent.len()),
            (matches!(stage, Stage::Binding | Stage::Bound), 0)
        );
    }
    // What goes on late has time to ask, and no more.
    let cloud = RefCell::new(Cloud::default());
    let mut host = host_of(&cloud, vec![Fault::DropBefore; 1_000]);
    host.now_ms = START_MS + 200_000.0;
    let error = token_flow(&mut host, resumed(&checkpoint_at(Stage::Binding))).unwrap_err();
    assert_eq!((&*error.code, error.may_be_bound), ("Flow.OutcomeUnknown", true));
    assert_eq!(host.elapsed_ms(), 200_000.0 + RESUME_MIN_MS);
}

#[test]
fn a_checkpoint_of_something_else_is_refused() {
    let stored = checkpoint_at(Stage::Sent);
    let other = |change: fn(&mut Options)| {
        let mut options = resumed(&stored);
        change(&mut options);
        options
    };
    for (options, what) in [
        (
            other(|options| options.params["FamilyId"] = json!("f-other")),
            "familyId",
        ),
        (
            other(|options| options.params["ProductId"] = json!("OTHER")),
            "productId",
        ),
        (
            other(|options| options.params["DeviceName"] = json!("other")),
            "deviceName",
        ),
    ] {
        let mut host = Host::script([]);
        let error = token_flow(&mut host, options).unwrap_err();
        assert_eq!(
            (error.kind, &*error.code),
            (ErrorKind::Flow, "Flow.CheckpointMismatch"),
            "{what}"
        );
        assert_eq!(error.parameter.as_deref(), Some(what));
    }
    // One flow's checkpoint is none of the other's.
    let options = Options {
        resume: Some(stored.write()),
        ..signature_options()
    };
    let error = signature_flow(&mut Host::script([]), &options).unwrap_err();
    assert_eq!(
        (&*error.code, error.parameter.as_deref()),
        ("Flow.CheckpointMismatch", Some("flow"))
    );
    // The names it was resumed with, and those it had, are all right.
    let cloud = RefCell::new(Cloud::default());
    let options = naming(Some("R32ONVL0EU"), Some("df2eSJyY"), resumed(&stored));
    assert_eq!(token_flow(&mut host_of(&cloud, []), options), Ok(bound(true)));
}

#[test]
fn a_checkpoint_reads_as_it_was_written() {
    for stage in [Stage::Created, Stage::Sent, Stage::Binding, Stage::Bound] {
        let mut stored = checkpoint_at(stage);
        assert_eq!(Checkpoint::read(&stored.write()).unwrap(), stored);
        stored.device_name = "客厅:灯 3:".into();
        stored.room_id = String::new();
        let text = stored.write();
        assert_eq!(Checkpoint::read(&text).unwrap(), stored);
        assert!(!text.chars().any(char::is_control), "{text}");
    }
}

#[test]
fn damaged_checkpoints_are_refused() {
    let text = checkpoint_at(Stage::Binding).write();
    let damaged = |text: &str| {
        let error = Checkpoint::read(text).map(|read| read.device_name).expect_err(text);
        assert_eq!(
            (error.kind, &*error.code, error.retryable),
            (ErrorKind::Flow, "Flow.BadCheckpoint", false)
        );
        assert!(!error.text().contains(BIND_TOKEN));
    };
    for wrong in [
        "",
        "x",
        "{}",
        "iotexplorer-checkpoint",
        "iotexplorer-checkpoint.",
        "iotexplorer-checkpoint.2",
        "iotexplorer-checkpoint.2.",
        "iotexplorer-checkpoint.2.0123456789abcdef.",
    ] {
        damaged(wrong);
    }
    damaged(&text.replacen(".2.", ".1.", 1));
    damaged(&text.replacen(".2.", "..", 1));
    damaged(&format!("{text}="));
    damaged(&format!(" {text}"));
    for end in 0..text.len() {
        damaged(&text[..end]);
    }
    for at in 0..text.len() {
        for other in ['A', 'b', '0', '-', '.', ' ', '\0'] {
            if text.as_bytes()[at] != other as u8 {
                damaged(&[&text[..at], &other.to_string(), &text[at + 1..]].concat());
            }
        }
    }
    // With a digest that is right, but no record behind it.
    use hmac::{KeyInit as _, Mac as _};
    const PREFIX: &str = "iotexplorer-checkpoint.2.";
    let sealed = |json: &str| {
        let mac = hmac::Hmac::<sha1::Sha1>::new_from_slice(PREFIX.as_bytes()).unwrap();
        let digest: String = mac.chain_update(json).finalize().into_bytes()[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("{PREFIX}{digest}.{json}")
    };
    let (_, record) = text.split_once(".{").unwrap();
    let record = format!("{{{record}");
    assert_eq!(sealed(&record), text);
    for wrong in [
        "",
        "null",
        "5",
        "\"x\"",
        "[]",
        &record[1..],
        &format!("{record}0"),
        "{\"flow\":}",
    ] {
        damaged(&sealed(wrong));
    }
    // Of the one that came before this one.
    let error = Checkpoint::read("iotexplorer-checkpoint.1.NTp0b2tlbg").unwrap_err();
    assert!(error.text().contains("another version"), "{}", error.text());
    assert!(
        !Checkpoint::read("iotexplorer-checkpoint.2.NTp0")
            .unwrap_err()
            .text()
            .contains("another version")
    );
    // As an option it ends the flow before anything is sent.
    let options = Options {
        resume: Some(text[1..].into()),
        ..token_options()
    };
    assert_eq!(
        token_flow(&mut Host::script([]), options).unwrap_err().code,
        "Flow.BadCheckpoint"
    );
}

/// Well-formed, but nothing that a flow would have written: an error, never a crash.
#[test]
fn strange_checkpoints_are_refused() {
    let mut stored = checkpoint_at(Stage::Binding);
    stored.device_name = String::new();
    let error = token_flow(&mut Host::script([]), resumed(&stored)).unwrap_err();
    assert_eq!(error.code, "Flow.BadCheckpoint");
    let mut stored = checkpoint_at(Stage::Sent);
    stored.token = String::new();
    let error = token_flow(&mut Host::script([]), resumed(&stored)).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Parameter);
    for record in [
        json!({}),
        json!({ "flow": "token", "FamilyId": "f-home", "stage": 2 }),
        json!({ "flow": "token", "FamilyId": "f-home", "deadline": START_MS + 1e5 }),
        json!({ "flow": "token", "FamilyId": "f-home", "deadline": "later", "stage": 2 }),
        json!({ "flow": "token", "FamilyId": "f-home", "deadline": START_MS + 1e5, "stage": "sent" }),
        json!({ "flow": "token", "FamilyId": "f-home", "deadline": START_MS + 1e5, "stage": 2 }),
        json!({ "flow": "token", "FamilyId": "f-home", "deadline": START_MS + 1e5, "stage": 2, "Token": 5 }),
        json!({ "flow": "token", "FamilyId": "f-home", "deadline": START_MS + 1e5, "stage": 99 }),
        json!({ "flow": "token", "FamilyId": ["f-home"], "deadline": START_MS + 1e5, "stage": 2 }),
    ] {
        let options = Options {
            resume: Some(checkpoint::write(&record)),
            ..token_options()
        };
        let mut host = Host::script([]);
        let error = token_flow(&mut host, options).unwrap_err();
        assert!(
            matches!(error.kind, ErrorKind::Flow | ErrorKind::Parameter),
            "{record} {error:?}"
        );
    }
    for deadline_ms in [f64::MAX, f64::MIN, 0.0] {
        stored.deadline_ms = deadline_ms;
        let cloud = RefCell::new(Cloud::default());
        assert!(token_flow(&mut host_of(&cloud, []), resumed(&stored)).is_err());
    }
}

#[test]
fn checkpoints_hold_no_lasting_secret() {
    for flow in [Flow::Token, Flow::Signature] {
        let cloud = RefCell::new(Cloud::default());
        let mut host = host_of(&cloud, []);
        run(flow, &mut host, None).unwrap();
        assert!(host.checkpoints().len() >= 2);
        for text in host.checkpoints() {
            assert_no_lasting_secret(text);
            let read = Checkpoint::read(text).unwrap();
            assert_eq!(read.token == BIND_TOKEN, flow == Flow::Token);
        }
    }
}

// ---- making the token ----

#[test]
fn a_lost_token_costs_only_that_token() {
    let cloud = RefCell::new(Cloud::default());
    let mut host = host_with(&cloud, CREATE, [Fault::DropAfter, Fault::HtmlAfter(502)]);
    assert_eq!(token_flow(&mut host, token_options()), Ok(bound(true)));
    assert_eq!(
        (host.count(CREATE), cloud.borrow().tokens, cloud.borrow().binds),
        (3, 3, 1)
    );
}

#[test]
fn a_token_that_cannot_be_had_ends_the_flow() {
    for (fate, kind, code) in [
        (
            Fate::error("InvalidParameterValue.TokenInfoSaveError"),
            ErrorKind::Api,
            "InvalidParameterValue.TokenInfoSaveError",
        ),
        (Fate::data(&json!({})), ErrorKind::Protocol, "Protocol.BadField"),
        (
            Fate::data(&json!({ "Token": "" })),
            ErrorKind::Protocol,
            "Protocol.BadField",
        ),
        (
            Fate::data(&json!({ "Token": null })),
            ErrorKind::Protocol,
            "Protocol.BadField",
        ),
        (
            Fate::data(&json!({ "Token": 5 })),
            ErrorKind::Protocol,
            "Protocol.BadField",
        ),
        (Fate::lost(), ErrorKind::Network, "Network.Failed"),
    ] {
        let mut host = Host::new(|_| (0.0, fate.clone()));
        let error = token_flow(&mut host, token_options()).unwrap_err();
        assert_eq!(
            (error.kind, &*error.code, error.may_be_bound),
            (kind, code, false),
            "{fate:?}"
        );
        assert_eq!(error.action.as_deref(), Some(CREATE), "{fate:?}");
    }
}

/// What cannot be sent is refused before anything is.
#[test]
fn bad_options_are_refused_before_anything_is_sent() {
    let mut options = signature_options();
    options.params["BindType"] = json!("qr_sign");
    let error = signature_flow(&mut Host::script([]), &options).unwrap_err();
    assert_eq!(
        (&*error.code, error.parameter.as_deref()),
        ("Parameter.NotAllowed", Some("BindType"))
    );
    assert_eq!(error.action.as_deref(), Some(SIG_BIND));
}

// ---- anything as a checkpoint ----

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        max_shrink_iters: 4_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Any text as a checkpoint is read or refused, never more.
    #[test]
    fn any_text_as_a_checkpoint_is_survived(text in "(iotexplorer-checkpoint\\.2\\.([0-9a-f]{16}\\.)?)?[ -~]{0,80}") {
        prop_assert!(Checkpoint::read(&text).is_err());
    }

    /// Any contents of a checkpoint come back as they were.
    #[test]
    fn any_checkpoint_reads_as_written(
        texts in prop::collection::vec(any::<String>(), 6),
        stage in prop_oneof![Just(Stage::Created), Just(Stage::Sent), Just(Stage::Binding), Just(Stage::Bound)],
        deadline in -9_007_199_254_740_991_i64..9_007_199_254_740_991,
    ) {
        #[allow(clippy::cast_precision_loss)]
        let stored = Checkpoint {
            flow: texts[0].clone(),
            stage: stage as u8,
            deadline_ms: deadline as f64,
            family_id: texts[1].clone(),
            room_id: texts[2].clone(),
            product_id: texts[3].clone(),
            device_name: texts[4].clone(),
            token: texts[5].clone(),
        };
        let read = Checkpoint::read(&stored.write());
        prop_assert!(read.is_ok_and(|read| read == stored));
    }
}

/// A machine that is asked twice wants the same, and notes nothing twice.
#[test]
fn asking_again_changes_nothing() {
    let cloud = RefCell::new(Cloud::default());
    let mut host = host_of(&cloud, []);
    let mut now = host.now();
    let mut flow = flow::Flow::new(Kind::Gateway, Rc::new(setup()), gateway_options());
    assert_eq!(format!("{:?}", flow.next(&mut now)), "Sign within 60000 ms");
    assert_eq!(format!("{:?}", flow.next(&mut now)), "Sign within 60000 ms");
    assert!(now.notes.is_empty());
}

// ---- Several devices on one token ----

const MULTI_STATE: &str = "AppGetMultiDeviceBindTokenState";

/// Answers a multi-device flow: the polls with these lists, one after the other and the last for ever.
fn multi_device_host<'a>(lists: Vec<Value>, is_found: bool) -> Host<'a> {
    let mut polls = 0;
    Host::new(move |sent| {
        let fate = match &*sent.action {
            CREATE => Fate::data(&json!({ "Token": BIND_TOKEN })),
            MULTI_STATE => {
                assert_eq!(sent.params["Token"], json!(BIND_TOKEN));
                let list = &lists[polls.min(lists.len() - 1)];
                polls += 1;
                Fate::json(&json!({ "code": 0, "msg": "", "data": { "Data": list, "RequestId": "r" } }))
            }
            "AppGetDeviceInFamily" if is_found => {
                let name = sent.params["DeviceName"].clone();
                Fate::data(&json!({ "DeviceId": format!("P/{}", name.as_str().unwrap()), "DeviceName": name }))
            }
            "AppGetDeviceInFamily" => Fate::error("ResourceNotFound.DeviceNotExist"),
            other => panic!("nobody expected {other}"),
        };
        (0.0, fate)
    })
    .replying(|_| (0.0, Ok(json!(null))))
}

fn state(name: &str, state: u8) -> Value {
    json!({ "ProductId": "P", "DeviceName": name, "State": state })
}

/// The device is bound by what it reports: no bind follows, and devices of others do not count.
#[test]
fn one_of_several_devices_is_waited_for() {
    let lists = vec![
        json!([]),
        json!([state("other", 2), state("wanted", 1)]),
        json!([state("other", 2), state("wanted", 2)]),
    ];
    let mut host = multi_device_host(lists, true);
    let options = naming(Some("P"), Some("wanted"), token_options());
    let device = run_with(Kind::MultiDevice, &mut host, options).unwrap();
    assert_eq!(
        (&device["DeviceName"], &device["confirmed"]),
        (&json!("wanted"), &json!(true))
    );
    let actions: Vec<_> = host.sent.iter().map(|sent| &*sent.action).collect();
    assert_eq!(
        actions,
        [CREATE, MULTI_STATE, MULTI_STATE, MULTI_STATE, "AppGetDeviceInFamily"]
    );
    assert_eq!(
        host.steps(),
        [
            "token-created",
            "sent-to-device",
            "waiting",
            "waiting",
            "waiting",
            "token-usable",
            "bound",
            "confirmed"
        ]
    );
}

#[test]
fn whichever_device_reports_first_is_taken_where_none_is_named() {
    let mut host = multi_device_host(
        vec![json!([state("slow", 1), state("fast", 2), state("late", 2)])],
        true,
    );
    let device = run_with(Kind::MultiDevice, &mut host, token_options()).unwrap();
    assert_eq!(device["DeviceName"], json!("fast"));
}

/// Without a bind of ours nobody knows whether the device has bound itself after all.
#[test]
fn time_that_runs_out_leaves_open_whether_the_device_is_bound() {
    let mut host = multi_device_host(vec![json!([state("wanted", 1)])], true);
    let error = run_with(Kind::MultiDevice, &mut host, token_options()).unwrap_err();
    assert_eq!((&*error.code, error.may_be_bound), ("Timeout.DeviceNotOnline", true));

    // Bound, though nobody can show it.
    let mut host = multi_device_host(vec![json!([state("wanted", 2)])], false);
    let device = run_with(Kind::MultiDevice, &mut host, token_options()).unwrap();
    assert_eq!(
        (&device["DeviceId"], &device["FamilyId"], &device["confirmed"]),
        (&json!("P/wanted"), &json!("f-home"), &json!(false))
    );
}

/// A checkpoint of one flow is none of the other's.
#[test]
fn a_checkpoint_says_that_there_may_be_several_devices() {
    let mut host = multi_device_host(vec![json!([state("wanted", 2)])], true).aborting(Abort::AtWant(4));
    run_with(Kind::MultiDevice, &mut host, token_options()).unwrap_err();
    let resume = Some(host.checkpoints().last().unwrap().to_string());
    let options = Options {
        resume: resume.clone(),
        ..token_options()
    };
    let mut host = multi_device_host(vec![json!([state("wanted", 2)])], true);
    run_with(Kind::MultiDevice, &mut host, options).unwrap();
    assert!(host.sent.iter().all(|sent| sent.action != CREATE));

    let mut host = Host::script([]);
    let error = token_flow(
        &mut host,
        Options {
            resume,
            ..token_options()
        },
    )
    .unwrap_err();
    assert_eq!(error.code, "Flow.CheckpointMismatch");
}
