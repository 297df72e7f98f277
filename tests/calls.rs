//! One call against a scripted host: attempts, back-off, deadline, renewal of the access token, cancelling.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::rc::Rc;

use iotexplorer_client::client::{BACKOFF_FIRST_MS, BACKOFF_MAX_MS, Call, Setup, backoff_ms};
use iotexplorer_client::envelope::Prepared;
use iotexplorer_client::error::{Cause, Error, ErrorKind, code};
use iotexplorer_client::sign;
use iotexplorer_client::transport::{Machine, Moment, Task, Want};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{
    ACCESS_TOKEN, APP_KEY, APP_SECRET, Abort, BIND_TOKEN, Fate, Host, Note, RENEWED_TOKEN, START_MS, Traffic, app_keys,
    assert_no_secret, prepared, setup,
};

/// What a call may be told beside the client's settings.
#[derive(Default)]
struct CallOptions {
    request_id: Option<String>,
    timeout_ms: Option<f64>,
    deadline_ms: Option<f64>,
}

fn call(prepared: Prepared<Value>, setup: Setup<Value>, options: CallOptions) -> Call<Value> {
    let mut call = Call::new(prepared, Rc::new(setup));
    call.request_id = options.request_id.map(Value::from);
    call.timeout_ms = options.timeout_ms.unwrap_or(call.timeout_ms);
    call.deadline_ms = options.deadline_ms.unwrap_or(call.deadline_ms);
    call
}

/// A call that reads: the state of a bind token.
fn reading(setup: Setup<Value>, options: CallOptions) -> Call<Value> {
    let prepared = prepared("AppGetDeviceBindTokenState", &json!({ "Token": BIND_TOKEN }));
    call(prepared, setup, options)
}

/// A call that changes something: a bind.
fn changing(setup: Setup<Value>, options: CallOptions) -> Call<Value> {
    let params = json!({ "Token": BIND_TOKEN, "ProductId": "P", "DeviceName": "D", "FamilyId": "f", "RoomId": "0" });
    call(prepared("AppTokenBindDeviceFamily", &params), setup, options)
}

fn read_plain() -> Call<Value> {
    reading(setup(), CallOptions::default())
}

fn change_plain() -> Call<Value> {
    changing(setup(), CallOptions::default())
}

fn state(state: i32) -> Fate {
    Fate::data(&json!({ "State": state }))
}

/// What is worth another attempt.
fn transient() -> Vec<(&'static str, Fate)> {
    vec![
        ("network", Fate::lost()),
        ("time-out", Fate::Silence),
        ("429", Fate::Answer(429, String::new(), None)),
        ("500", Fate::html(500)),
        ("502", Fate::html(502)),
        ("503", Fate::Answer(503, "{}".into(), None)),
        ("InternalError", Fate::error("InternalError")),
        ("InternalError.X", Fate::error("InternalError.InternalRPCError")),
        (
            "an error with 500",
            Fate::Answer(500, r#"{"code":7,"msg":"seven"}"#.into(), None),
        ),
    ]
}

/// What is not.
fn lasting() -> Vec<(&'static str, Fate, ErrorKind)> {
    vec![
        (
            "an api error",
            Fate::error("InvalidParameterValue.TokenNotExist"),
            ErrorKind::Api,
        ),
        (
            "one that waiting helps",
            Fate::error("InvalidParameterValue.BindDeviceNotConnected"),
            ErrorKind::Api,
        ),
        ("400", Fate::html(400), ErrorKind::Protocol),
        ("a portal's page", Fate::html(200), ErrorKind::Protocol),
        (
            "a wrong field",
            Fate::data(&json!({ "State": "x" })),
            ErrorKind::Protocol,
        ),
        (
            "a forbidden domain",
            Fate::Failed(ErrorKind::Network, "Network.DomainNotAllowed"),
            ErrorKind::Network,
        ),
    ]
}

#[test]
fn one_answer_is_one_request() {
    let mut host = Host::script([state(2)]);
    let result = host.run(&mut read_plain()).unwrap();
    assert_eq!(result, json!({ "State": 2, "RequestId": "from-the-cloud" }));
    assert_eq!(host.actions(), ["AppGetDeviceBindTokenState"]);
    let sent = &host.sent[0];
    assert_eq!(Value::Object(sent.params.clone()), json!({ "Token": BIND_TOKEN }));
    assert_eq!(sent.access_token, ACCESS_TOKEN);
    assert_eq!(sent.timeout_ms, 10_000.0);
    assert_eq!((host.tokens.clone(), host.waits.len()), (vec![false], 0));
    let traffic = Traffic {
        action: "AppGetDeviceBindTokenState".into(),
        request_id: sent.request_id.clone(),
        attempt: 1,
        ..Traffic::default()
    };
    let answered = Traffic {
        status: Some(200),
        duration_ms: Some(0.0),
        ..traffic.clone()
    };
    assert_eq!(host.notes, [Note::Request(traffic), Note::Response(answered)]);
}

#[test]
fn an_id_is_a_fresh_uuid_unless_one_is_given() {
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..50 {
        let mut host = Host::script([state(1)]).seeded(seed);
        host.run(&mut read_plain()).unwrap();
        let id = host.sent[0].request_id.clone();
        let parsed = uuid::Uuid::parse_str(&id).unwrap();
        assert_eq!((parsed.get_version_num(), parsed.to_string()), (4, id.clone()));
        assert!(seen.insert(id));
    }
    let options = CallOptions {
        request_id: Some("mine".into()),
        ..CallOptions::default()
    };
    let mut host = Host::script([Fate::lost(), state(1)]);
    host.run(&mut reading(setup(), options)).unwrap();
    assert!(host.sent.iter().all(|sent| sent.request_id == "mine"));
}

#[test]
fn a_reading_call_is_tried_again_after_a_passing_fault() {
    for (what, fate) in transient() {
        let mut host = Host::script([fate.clone(), fate, state(1)]);
        let result = host.run(&mut read_plain()).unwrap();
        assert_eq!(result["State"], json!(1), "{what}");
        assert_eq!(host.sent.len(), 3, "{what}");
        // The same request each time, and the token asked for once.
        assert!(
            host.sent.iter().all(|sent| sent.request_id == host.sent[0].request_id),
            "{what}"
        );
        assert_eq!(host.tokens, [false], "{what}");
        let attempts: Vec<_> = host.retries().iter().map(|retry| retry.attempt).collect();
        assert_eq!(attempts, [1, 2], "{what}");
        for (retry, wait) in host.retries().iter().zip(&host.waits) {
            assert_eq!(retry.delay_ms, Some(*wait), "{what}");
            assert!(retry.code.is_some(), "{what}");
        }
    }
}

#[test]
fn a_reading_call_gives_up_after_its_retries() {
    for retries in [0, 1, 2, 5] {
        let limits = Setup { retries, ..setup() };
        let mut host = Host::new(|_| (0.0, Fate::html(502)));
        let error = host.run(&mut reading(limits, CallOptions::default())).unwrap_err();
        assert_eq!(host.sent.len(), retries as usize + 1);
        assert_eq!(
            (&*error.code, error.status, error.retryable),
            ("Protocol.ServerError", Some(502), true)
        );
        assert_eq!(error.request_id.as_deref(), Some(&*host.sent[0].request_id));
        assert_eq!(error.action.as_deref(), Some("AppGetDeviceBindTokenState"));
    }
}

#[test]
fn a_lasting_fault_is_told_at_once() {
    for (what, fate, kind) in lasting() {
        let mut host = Host::script([fate]);
        let error = host.run(&mut read_plain()).unwrap_err();
        assert_eq!((error.kind, host.sent.len(), host.waits.len()), (kind, 1, 0), "{what}");
    }
}

#[test]
fn a_changing_call_is_sent_once() {
    for (what, fate) in transient() {
        let mut host = Host::script([fate]);
        let error = host.run(&mut change_plain()).unwrap_err();
        assert!(error.retryable, "{what}");
        assert_eq!(
            (host.sent.len(), host.waits.len(), host.retries().len()),
            (1, 0, 0),
            "{what}"
        );
    }
}

/// What the table does not know may change something.
#[test]
fn an_untyped_call_is_sent_once() {
    let prepared = iotexplorer_client::envelope::Prepared::new("AppListThings", Some(&json!({})), true).unwrap();
    let mut host = Host::script([Fate::lost()]);
    let error = host
        .run(&mut call(prepared, setup(), CallOptions::default()))
        .unwrap_err();
    assert_eq!(
        (error.kind, error.action.as_deref()),
        (ErrorKind::Network, Some("AppListThings"))
    );
}

/// Full jitter: anything from nothing up to a bound that doubles, and that has a bound itself.
#[test]
fn back_off_doubles_and_is_bounded() {
    let least: Moment<Value> = Moment {
        ms: 0.0,
        random: [0; 16],
        notes: Vec::new(),
    };
    let most: Moment<Value> = Moment {
        ms: 0.0,
        random: [255; 16],
        notes: Vec::new(),
    };
    for (attempt, bound) in [
        (1, 500.0),
        (2, 1_000.0),
        (3, 2_000.0),
        (4, 4_000.0),
        (5, 8_000.0),
        (6, 8_000.0),
        (1_000, 8_000.0),
    ] {
        assert_eq!(backoff_ms(attempt, &least), 0.0);
        let high = backoff_ms(attempt, &most);
        assert!(high < bound && high > bound * 0.999, "{attempt}: {high}");
    }
    assert_eq!((BACKOFF_FIRST_MS, BACKOFF_MAX_MS), (500.0, 8_000.0));
    assert_eq!(backoff_ms(u32::MAX, &least), 0.0);
    let mut host = Host::script([]);
    let mean = (0..4_000).map(|_| backoff_ms(1, &host.now())).sum::<f64>() / 4_000.0;
    assert!((230.0..270.0).contains(&mean), "{mean}");
}

#[test]
fn pauses_between_attempts_are_back_offs() {
    for (byte, first, second) in [(0, 0.0, 0.0), (128, 250.0, 500.0), (255, 499.0, 999.0)] {
        let mut host = Host::script([Fate::lost(), Fate::lost(), state(1)]);
        host.random_byte = Some(byte);
        host.run(&mut read_plain()).unwrap();
        assert!(
            (host.waits[0] - first).abs() < 2.0 && (host.waits[1] - second).abs() < 2.0,
            "{:?}",
            host.waits
        );
    }
}

#[test]
fn retry_after_is_honoured_up_to_the_deadline() {
    let busy = |ms| Fate::Answer(429, String::new(), Some(ms));
    let mut host = Host::script([busy(7_000.0), busy(0.0), state(1)]);
    host.run(&mut read_plain()).unwrap();
    assert_eq!(host.waits, [7_000.0, 0.0]);
    // Three attempts of ten seconds and the longest pauses between: what would end later is not waited for.
    for (ms, sent) in [(31_499.0, 2), (31_500.0, 1), (3_600_000.0, 1)] {
        let mut host = Host::new(move |_| (0.0, busy(ms)));
        let error = host.run(&mut read_plain()).unwrap_err();
        assert_eq!(
            (&*error.code, host.sent.len()),
            ("Protocol.TooManyRequests", sent),
            "{ms}"
        );
    }
    // A wait that one answer asked for does not outlive it.
    let mut host = Host::script([busy(7_000.0), Fate::lost(), state(1)]);
    host.run(&mut read_plain()).unwrap();
    assert!(host.waits[1] <= 1_000.0, "{:?}", host.waits);
}

#[test]
fn no_attempt_and_no_pause_goes_beyond_the_deadline() {
    let mut host = Host::new(|_| (0.0, Fate::Silence));
    let error = host.run(&mut read_plain()).unwrap_err();
    assert_eq!(
        (error.kind, &*error.code, error.retryable),
        (ErrorKind::Timeout, "Timeout.Request", true)
    );
    assert!(host.elapsed_ms() <= 31_500.0, "{}", host.elapsed_ms());
    for sent in &host.sent {
        assert!(sent.timeout_ms <= 10_000.0 && sent.at_ms + sent.timeout_ms <= START_MS + 31_500.0);
    }
    // An earlier deadline cuts the attempt short.
    let options = CallOptions {
        deadline_ms: Some(START_MS + 2_500.0),
        ..CallOptions::default()
    };
    let mut host = Host::new(|_| (0.0, Fate::Silence));
    host.run(&mut reading(setup(), options)).unwrap_err();
    assert_eq!(host.elapsed_ms(), 2_500.0);
    assert_eq!(host.sent[0].timeout_ms, 2_500.0);
}

#[test]
fn a_calls_own_time_wins_over_the_clients() {
    let options = CallOptions {
        timeout_ms: Some(700.0),
        ..CallOptions::default()
    };
    let mut host = Host::new(|_| (0.0, Fate::Silence));
    host.run(&mut changing(setup(), options)).unwrap_err();
    assert_eq!((host.sent[0].timeout_ms, host.elapsed_ms()), (700.0, 700.0));
}

/// A token that takes longer than the call may is as good as none, and nothing has been sent.
#[test]
fn a_slow_access_token_uses_up_the_time() {
    let mut host = Host::script([]);
    host.token = Box::new(|_| (1e9, Ok(ACCESS_TOKEN.into())));
    let mut call = change_plain();
    let error = host.run(&mut call).unwrap_err();
    assert_eq!((error.kind, call.was_sent()), (ErrorKind::Timeout, false));
    assert_eq!(host.elapsed_ms(), 10_000.0);
}

#[test]
fn a_refused_access_token_is_renewed_once() {
    for code in [
        "InvalidParameterValue.InvalidAccessToken",
        "VERIFY_LOGIN_FAIL",
        "X.InvalidAccessTokenToo",
    ] {
        for machine in [read_plain as fn() -> Call<Value>, change_plain] {
            let mut host = Host::script([Fate::error(code), Fate::data(&json!({}))]);
            host.run(&mut machine()).unwrap();
            assert_eq!(host.tokens, [false, true], "{code}");
            let tokens: Vec<_> = host.sent.iter().map(|sent| &*sent.access_token).collect();
            assert_eq!(tokens, [ACCESS_TOKEN, RENEWED_TOKEN], "{code}");
            assert_eq!(host.sent[0].request_id, host.sent[1].request_id);
            assert_eq!(host.waits.len(), 0);

            let mut host = Host::script([Fate::error(code), Fate::error(code)]);
            let mut call = machine();
            let error = host.run(&mut call).unwrap_err();
            assert_eq!((error.kind, &*error.code), (ErrorKind::Api, code));
            assert_eq!(host.tokens, [false, true], "{code}");
            assert!(!call.was_sent(), "refused unread");
        }
    }
}

#[test]
fn a_token_that_is_a_text_is_not_renewed() {
    let fixed = Setup {
        can_renew: false,
        ..setup()
    };
    let mut host = Host::script([Fate::error("InvalidParameterValue.InvalidAccessToken")]);
    let error = host.run(&mut reading(fixed, CallOptions::default())).unwrap_err();
    assert_eq!(
        (&*error.code, error.retryable),
        ("InvalidParameterValue.InvalidAccessToken", false)
    );
    assert_eq!(host.tokens, [false]);
}

fn sign_in(setup: Setup<Value>) -> Call<Value> {
    let params =
        json!({ "Type": "phone", "CountryCode": "86", "PhoneNumber": "13800000000", "Password": "pass-word-1" });
    Call::new(prepared("AppGetToken", &params), Rc::new(setup))
}

/// Before sign-in there is no access token: the application signs, with the time and a number that it has not used before.
#[test]
fn an_application_signs_for_itself() {
    let setup = || Setup {
        app: Some(app_keys()),
        ..setup()
    };
    let mut host = Host::script([Fate::data(&json!({ "ExpireAt": 7, "Token": "the-new-token" }))]);
    let result = host.run(&mut sign_in(setup())).unwrap();
    assert_eq!(
        (&result["Token"], &result["ExpireAt"]),
        (&json!("the-new-token"), &json!(7))
    );
    assert!(host.tokens.is_empty(), "nobody is asked for an access token");
    let sent = &host.sent[0];
    assert_eq!((&sent.params["AppKey"], &*sent.access_token), (&json!(APP_KEY), ""));
    assert_eq!(sent.params["Timestamp"].as_f64(), Some((START_MS / 1000.0).floor()));
    assert!(sent.params["Nonce"].as_u64().is_some_and(|nonce| nonce > 0));
    let mut signed = sent.params.clone();
    signed.insert("Action".into(), json!("AppGetToken"));
    signed.insert("RequestId".into(), json!(sent.request_id));
    assert_eq!(sign::verify_app(&json!(signed), &json!(APP_SECRET)), Ok(true));

    // Changing as it is, it is sent once; and what the cloud says holds neither signature nor secret.
    let signature = std::rc::Rc::new(std::cell::RefCell::new(String::new()));
    let seen = std::rc::Rc::clone(&signature);
    let mut host = Host::new(move |sent| {
        let signature = sent.params["Signature"].as_str().unwrap();
        signature.clone_into(&mut seen.borrow_mut());
        let message = format!("{signature} was not made with {APP_SECRET}");
        let error = json!({ "Code": "InternalError", "Message": message });
        (0.0, Fate::json(&json!({ "Response": { "Error": error } })))
    });
    let error = host.run(&mut sign_in(setup())).unwrap_err();
    assert_eq!(host.sent.len(), 1);
    assert_eq!(error.detail, "*** was not made with ***");
    assert_eq!(signature.borrow().len(), 28);
}

#[test]
fn what_an_application_calls_needs_its_keys() {
    let mut host = Host::script([]);
    let error = host.run(&mut sign_in(setup())).unwrap_err();
    assert_eq!(
        (&*error.code, error.parameter.as_deref()),
        ("Parameter.Missing", Some("appKey"))
    );
    assert_eq!(error.action.as_deref(), Some("AppGetToken"));
    assert!(host.sent.is_empty() && host.tokens.is_empty());
}

/// What cannot be signed is refused before anything is sent, by its name.
#[test]
fn what_cannot_be_signed_is_not_sent() {
    for (value, code) in [(json!(""), "Parameter.Empty"), (json!({}), "Parameter.WrongType")] {
        let params = json!({ "Type": "phone", "CountryCode": "86", "PhoneNumber": "1", "Password": "pass-word-1", "Extra": value });
        let limits = Setup {
            app: Some(app_keys()),
            ..setup()
        };
        let mut host = Host::script([]);
        let error = host
            .run(&mut Call::new(prepared("AppGetToken", &params), Rc::new(limits)))
            .unwrap_err();
        assert_eq!((&*error.code, error.parameter.as_deref()), (code, Some("Extra")));
        assert_eq!(error.action.as_deref(), Some("AppGetToken"));
    }
}

/// The page's failure example: the code that matters stands in the message.
#[test]
fn a_code_that_hides_in_the_message_is_found() {
    let read = |code: &str, message: &str| {
        let error = json!({ "Code": code, "Message": message });
        let mut host = Host::script([Fate::json(&json!({ "Response": { "Error": error, "RequestId": "r" } }))]);
        let error = host.run(&mut change_plain()).unwrap_err();
        (error.code.to_string(), error.detail.clone(), error.retryable)
    };
    let hidden = "InvalidParameterValue.UserLoginFailed|wrong password";
    assert_eq!(
        read("InternalError", hidden),
        (
            "InvalidParameterValue.UserLoginFailed".into(),
            "wrong password".into(),
            false
        )
    );
    for (code, message) in [
        ("InvalidParameterValue", hidden),
        ("InternalError", "no bar. here"),
        ("InternalError", "a.b c|d"),
        ("InternalError", "a|b.c"),
    ] {
        let retryable = code == "InternalError";
        assert_eq!(read(code, message), (code.into(), message.into(), retryable));
    }
}

/// After a renewal a changing call is once more sent only once, and a reading one has its retries still.
#[test]
fn a_renewal_is_no_retry() {
    let expired = || Fate::error("InvalidParameterValue.InvalidAccessToken");
    let mut host = Host::script([expired(), Fate::lost()]);
    let mut call = change_plain();
    assert_eq!(host.run(&mut call).unwrap_err().kind, ErrorKind::Network);
    assert!(call.was_sent());

    let mut host = Host::script([expired(), Fate::lost(), Fate::lost(), state(1)]);
    host.run(&mut read_plain()).unwrap();
    assert_eq!((host.tokens.len(), host.waits.len()), (2, 2));
}

#[test]
fn a_token_that_cannot_be_had_ends_the_call() {
    let cause = Cause::Foreign(3);
    let failed = Error::parameter(code!("Parameter.AccessTokenFailed"), "accessToken").because(cause.clone());
    let mut host = Host::script([]);
    let answer = failed.clone();
    host.token = Box::new(move |_| (0.0, Err(answer.clone())));
    let error = host.run(&mut read_plain()).unwrap_err();
    assert_eq!(
        (error.kind, &*error.code, &error.cause),
        (failed.kind, &*failed.code, &Some(cause))
    );
    assert_eq!(error.action.as_deref(), Some("AppGetDeviceBindTokenState"));
}

/// Wherever an abort comes, the call ends there and then.
#[test]
fn an_abort_ends_a_call_at_once() {
    // Token, send, pause, send, pause, send.
    for at in 1..=6 {
        let mut host = Host::new(|_| (0.0, Fate::lost())).aborting(Abort::AtWant(at));
        let error = host.run(&mut read_plain()).unwrap_err();
        assert_eq!(
            (error.kind, &*error.code),
            (ErrorKind::Aborted, "Aborted.BySignal"),
            "{at}"
        );
        assert_eq!(host.wants, at + 1, "nothing is wanted after it");
        assert_eq!(error.action.as_deref(), Some("AppGetDeviceBindTokenState"));
        assert!(!error.retryable);
    }
    let mut host = Host::new(|_| (0.0, Fate::Silence)).aborting(Abort::AtMs(1_234.0));
    let mut call = change_plain();
    let error = host.run(&mut call).unwrap_err();
    assert_eq!((error.kind, host.elapsed_ms()), (ErrorKind::Aborted, 1_234.0));
    assert!(call.was_sent());
}

/// What a host throws may repeat the request; the error that comes of it does not.
#[test]
fn what_a_host_throws_is_scrubbed() {
    let mut host = Host::script([Fate::lost()]);
    let error = host.run(&mut change_plain()).unwrap_err();
    let Some(Cause::Redacted { name, message, code }) = &error.cause else {
        panic!("no cause: {error:?}");
    };
    assert_eq!((&**name, code.as_deref()), ("Error", Some("E***")));
    assert!(
        message.contains("***") && message.contains("\"DeviceName\":\"D\""),
        "{message}"
    );
    assert_no_secret(message);
}

/// What was not asked for changes nothing.
#[test]
fn unexpected_news_is_ignored() {
    let mut host = Host::script([]);
    let mut now = host.now();
    let mut call = read_plain();
    assert!(matches!(call.next(&mut now), Want::Do { what: Task::Token, .. }));
    call.hear_clock();
    call.hear_reply(&json!("x"), &mut now);
    call.hear_answer(&support::answer(200, "{}"), &mut now);
    assert!(matches!(call.next(&mut now), Want::Do { what: Task::Token, .. }));
    call.hear_token(ACCESS_TOKEN.into());
    assert!(matches!(call.next(&mut now), Want::Do { what: Task::Send, .. }));
    call.hear_token("another".into());
    call.hear_answer(&support::answer(200, r#"{"Response":{"Data":{"State":1}}}"#), &mut now);
    call.hear_failure(Error::new(code!("Network.Failed")), &mut now);
    assert!(matches!(call.next(&mut now), Want::Done(Ok(_))));
}

/// A clock that is set back or forth moves a deadline, but breaks nothing.
#[test]
fn a_jumping_clock_breaks_nothing() {
    for jump in [-1e9, 1e9] {
        let mut host = Host::script([]);
        let mut now = host.now();
        let mut call = read_plain();
        assert!(matches!(call.next(&mut now), Want::Do { what: Task::Token, .. }));
        call.hear_token(ACCESS_TOKEN.into());
        now.ms += jump;
        match call.next(&mut now) {
            Want::Do {
                what: Task::Send, ms, ..
            } => assert!(jump < 0.0 && ms == 10_000.0),
            Want::Done(Err(error)) => assert!(jump > 0.0 && error.kind == ErrorKind::Timeout),
            other => panic!("{other:?}"),
        }
    }
}

/// The common parameters of the client go out with each call.
#[test]
fn what_the_client_adds_is_sent() {
    let with = Setup {
        common_params: Some(json!({ "lang": "zh-CN", "RegionId": 1 })),
        ..setup()
    };
    let mut host = Host::script([state(1)]);
    host.run(&mut reading(with, CallOptions::default())).unwrap();
    let expected = json!({ "Token": BIND_TOKEN, "lang": "zh-CN", "RegionId": 1 });
    assert_eq!(Value::Object(host.sent[0].params.clone()), expected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens, a call ends in time, never sends more often than it may, and tells the truth.
    #[test]
    fn any_call_ends(
        faults in proptest::collection::vec((0_usize..16, 0_u32..15_000), 0..8),
        reads in any::<bool>(),
        retries in 0_u32..4,
        seed in any::<u64>(),
    ) {
        let all: Vec<Fate> = transient().into_iter().map(|(_, fate)| fate)
            .chain(lasting().into_iter().map(|(_, fate, _)| fate))
            .chain([Fate::error("VERIFY_LOGIN_FAIL")])
            .collect();
        let mut faults = faults.into_iter();
        let mut host = Host::new(|_| match faults.next() {
            Some((kind, ms)) => (f64::from(ms), all[kind % all.len()].clone()),
            None => (10.0, state(1)),
        }).seeded(seed);
        let limits = Setup { retries, ..setup() };
        let new = if reads { reading } else { changing };
        let mut call = new(limits, CallOptions::default());
        let outcome = host.run(&mut call);
        let attempts = if reads { retries as usize + 1 } else { 1 };
        prop_assert!(host.sent.len() <= attempts + 1, "one more for a renewal");
        let pauses = [0.0, 500.0, 1_500.0, 3_500.0];
        prop_assert!(host.elapsed_ms() <= 10_000.0 * attempts as f64 + pauses[attempts - 1] + 1.0);
        prop_assert_eq!(host.tokens.len(), 1 + usize::from(host.tokens.contains(&true)));
        if let Err(error) = outcome {
            prop_assert!(error.action.is_some() && error.request_id.is_some());
        }
    }
}
