//! Calls and flows, told whatever a network, a clock and a caller may do. An input is a row of bytes, each a choice: what to
//! start, and then for each thing that is wanted what comes of it.
//!
//! The rules that are watched: it ends, and says no more then; a bind is never sent while it is not known what became of the
//! last; an error says if the device may be bound, and no success is made up; nothing that is told holds a secret.

use std::rc::Rc;

use iotexplorer_client::action::row;
use iotexplorer_client::atom::Atom;
use iotexplorer_client::client::{Call, Setup};
use iotexplorer_client::envelope::{Prepared, read_answer};
use iotexplorer_client::error::{Cause, Code, Error, ErrorKind, Secrets, code};
use iotexplorer_client::flow::checkpoint::{DOUBT_MAX_MS, RESUME_MIN_MS};
use iotexplorer_client::flow::{Flow, Kind, Options};
use iotexplorer_client::http::Answer;
use iotexplorer_client::transport::{Machine, Moment, NoteKind, Task, Want};
use serde_json::{Value, json};

use crate::{answer_of, hides, json, text};

/// When every run begins.
const START_MS: f64 = 1_700_000_000_000.0;
/// The furthest time that JavaScript's clocks can show.
const TIME_MAX_MS: f64 = 8.64e15;
/// More than any machine may want to end, each attempt and each wait taking its time.
const WANTS_MAX: usize = 12_000;

const ACCESS_TOKEN: &str = "marked-access-token";
const BIND_TOKEN: &str = "marked-bind-token";
const SIGNATURE: &str = "cafe5f2b00112233445566778899aabbccddeeff";
const HIDDEN: [&str; 3] = [ACCESS_TOKEN, BIND_TOKEN, SIGNATURE];

/// The choices that are left.
struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    fn next(&mut self) -> Option<usize> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(usize::from(*first))
    }

    /// One of several; the first where nothing is left to choose.
    fn of<T: Copy>(&mut self, among: &[T]) -> T {
        let at = self.next().unwrap_or_default();
        among[at % among.len()]
    }

    /// As many bytes as the next one says.
    fn piece(&mut self) -> &'a [u8] {
        let length = self.next().unwrap_or_default().min(self.0.len());
        let (piece, rest) = self.0.split_at(length);
        self.0 = rest;
        piece
    }
}

/// What is run.
#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    Call(&'static str),
    Flow(Kind),
}

const WHATS: [What; 8] = [
    What::Flow(Kind::Token),
    What::Flow(Kind::Signature),
    What::Flow(Kind::Gateway),
    What::Call("AppGetDeviceInFamily"),
    What::Call("AppTokenBindDeviceFamily"),
    What::Call("AppGetFamilySubDeviceList"),
    What::Call("AppCreateDeviceBindToken"),
    What::Flow(Kind::Token),
];

/// Everything that any of the Actions takes.
fn params() -> Value {
    json!({
        "ProductId": "P", "DeviceName": "D", "FamilyId": "f", "RoomId": "0", "Token": BIND_TOKEN, "TokenLengthType": "",
        "GatewayProductId": "GP", "GatewayDeviceName": "GD", "Offset": 0, "Limit": 50
    })
}

/// The bind's parameters, as the facade hands them to a flow.
fn flow_params(kind: Kind, is_known: bool) -> Value {
    match kind {
        Kind::Token | Kind::MultiDevice if is_known => {
            json!({ "FamilyId": "f", "RoomId": "0", "ProductId": "P", "DeviceName": "D" })
        }
        Kind::Token | Kind::MultiDevice => json!({ "FamilyId": "f", "RoomId": "0" }),
        Kind::Signature => json!({
            "FamilyId": "f", "ProductId": "P", "DeviceName": "D", "DeviceTimestamp": 1_700_000_000, "ConnId": "c",
            "Signature": SIGNATURE, "BindType": "wifi_sign", "SignMethod": "hmacsha1"
        }),
        Kind::Gateway => json!({
            "FamilyId": "f", "ProductId": "P", "DeviceName": "D", "GatewayProductId": "GP", "GatewayDeviceName": "GD"
        }),
    }
}

const BINDS: [&str; 3] = [
    "AppTokenBindDeviceFamily",
    "AppSigBindDeviceInFamily",
    "AppSigGatewayBindDevice",
];

/// A machine under watch.
struct Watch {
    machine: Box<dyn Machine<Value>>,
    what: What,
    setup: Rc<Setup<Value>>,
    options: Options<Value>,
    ms: f64,
    /// Every time so far was one that a clock can show.
    is_dated: bool,
    /// No time so far was before the one before.
    is_steady: bool,
    dice: u8,
    /// The Action that is in the air.
    sent: Option<String>,
    sends: usize,
    /// A bind was sent, and nobody has said what became of it.
    open: bool,
    /// The cloud has said that the device is bound.
    bound: bool,
    checkpoint: Option<String>,
    /// Somebody else's text held a secret: it may be told on, as a device's name for one.
    tainted: bool,
}

impl Watch {
    fn new(what: What, setup: Setup<Value>, options: Options<Value>) -> Self {
        let setup = Rc::new(setup);
        Self {
            machine: start(what, &setup, options.clone()),
            what,
            setup,
            options,
            ms: START_MS,
            is_dated: true,
            is_steady: true,
            dice: 0,
            sent: None,
            sends: 0,
            open: false,
            bound: false,
            checkpoint: None,
            tainted: false,
        }
    }

    fn moment(&mut self) -> Moment<Value> {
        self.dice = self.dice.wrapping_mul(73).wrapping_add(41);
        Moment {
            ms: self.ms,
            random: [self.dice; 16],
            notes: Vec::new(),
        }
    }

    fn set_clock(&mut self, ms: f64) {
        self.is_steady &= ms >= self.ms;
        self.is_dated &= ms.abs() <= TIME_MAX_MS;
        self.ms = ms;
    }

    /// Looks at what is told.
    fn heed(&mut self, now: Moment<Value>) {
        for note in now.notes {
            let told = note.value.to_string();
            match note.kind {
                NoteKind::Checkpoint => {
                    if !self.tainted {
                        hides(&told, &[ACCESS_TOKEN, SIGNATURE]);
                    }
                    self.checkpoint = note.value.as_str().map(str::to_owned);
                }
                NoteKind::Event | NoteKind::Progress => {
                    if !self.tainted {
                        hides(&told, &HIDDEN);
                    }
                    let left = note.value.get("remainingMs").map(|ms| ms.as_f64().unwrap_or(f64::NAN));
                    assert!(!self.is_dated || left.is_none_or(|ms| ms >= 0.0), "{told}");
                }
            }
        }
    }

    fn next(&mut self) -> Want<Value> {
        let mut now = self.moment();
        let want = self.machine.next(&mut now);
        self.heed(now);
        match &want {
            Want::Done(outcome) => self.is_outcome(outcome.as_ref()),
            Want::Do {
                what: Task::Send,
                ms,
                with,
            } => self.is_request(*ms, with.as_ref()),
            // For as long as it waits for an answer, it may say so; anything else may be late already.
            Want::Do { what, ms, .. } => {
                let is_pause = *what == Task::Wait && self.sent.is_none();
                assert!(
                    !self.is_dated || !is_pause || (0.0..f64::INFINITY).contains(ms),
                    "waits {ms} ms"
                );
            }
        }
        want
    }

    fn is_request(&mut self, ms: f64, body: Option<&Value>) {
        assert!(!self.is_dated || ms > 0.0, "an attempt within {ms} ms");
        let body = body
            .and_then(Value::as_str)
            .and_then(json)
            .expect("a body that is JSON");
        let action = body["Action"].as_str().expect("an Action").to_owned();
        self.sends += 1;
        if BINDS.contains(&&*action) && matches!(self.what, What::Flow(_)) {
            assert!(
                !self.open,
                "a bind is sent while it is not known what became of the last"
            );
            assert!(!self.bound, "a bind is sent though the device is bound");
            self.open = true;
        }
        if let What::Call(name) = self.what {
            let retries = if row::find(name).is_some_and(|row| row.is_read_only) {
                self.setup.retries as usize
            } else {
                0
            };
            assert!(self.sends <= 2 + retries, "{name} is sent {} times", self.sends);
        }
        self.sent = Some(action);
    }

    fn is_outcome(&self, outcome: Result<&Value, &Error>) {
        let is_flow = matches!(self.what, What::Flow(_));
        match outcome {
            Ok(device) => {
                assert!(device.is_object());
                assert!(
                    !is_flow || device["confirmed"].is_boolean() && self.bound,
                    "a success is made up: {device}"
                );
            }
            Err(error) => {
                let shown = format!("{error:?} {}", error.text());
                if !self.tainted {
                    hides(&shown, &HIDDEN);
                }
                // With a clock that shows no time there is no checkpoint to go on from; of one that is refused nothing is known.
                let is_refused = self.sends == 0 && error.kind == ErrorKind::Flow && self.options.resume.is_some();
                assert!(
                    !is_flow || is_refused || !self.is_dated || error.may_be_bound || !(self.open || self.bound),
                    "the device may be bound: {shown}"
                );
            }
        }
    }

    /// Hands in what was heard, and judges what it says of the bind.
    fn hear(&mut self, heard: Heard) {
        match &heard {
            Heard::Answer(answer) => {
                if let Some(action) = self.sent.take() {
                    self.judge(&action, answer);
                }
            }
            Heard::Failed(error) => {
                let is_kept_back = error.kind == ErrorKind::Network && !error.retryable;
                if let Some(action) = self.sent.take()
                    && BINDS.contains(&&*action)
                    && is_kept_back
                {
                    // The host did not let it out.
                    self.open = false;
                }
            }
            _ => {}
        }
        let mut now = self.moment();
        tell(&mut *self.machine, heard, &mut now);
        self.heed(now);
    }

    /// What an answer says of the bind.
    fn judge(&mut self, action: &str, answer: &Answer<Value>) {
        let read = read_answer(row::find(action), answer, None, &Secrets::default());
        if BINDS.contains(&action) {
            match &read {
                Ok(_) => self.is_bound(),
                Err(error) => match &error.code {
                    // Of a gateway's sub-device it may be another gateway that has it.
                    Code::Cloud(code) if code == "UnsupportedOperation.CannotBindSameFamily" => {
                        if self.what == What::Flow(Kind::Gateway) {
                            self.open = true;
                        } else {
                            self.is_bound();
                        }
                    }
                    Code::Cloud(code) => {
                        let is_refusal =
                            !code.starts_with("InternalError") && answer.status < 500 && answer.status != 429;
                        // These say so themselves, whatever the status.
                        let is_certain = code.contains("InvalidAccessToken")
                            || code.contains("VERIFY_LOGIN_FAIL")
                            || CODES[..2].contains(&&**code);
                        if is_refusal || is_certain {
                            self.open = false;
                        }
                    }
                    // Something on the way turned it away.
                    Code::Own(_)
                        if (300..500).contains(&answer.status) && answer.status != 429 || answer.status < 200 =>
                    {
                        self.open = false;
                    }
                    Code::Own(_) => {}
                },
            }
        } else if action == "AppGetDeviceInFamily" {
            match &read {
                Ok(device) if device["DeviceId"].as_str().is_some_and(|id| !id.is_empty()) => self.is_bound(),
                Ok(_) => self.open = false,
                Err(error) => {
                    let not_bound = [
                        "ResourceNotFound",
                        "ResourceNotFound.DeviceNotExist",
                        "InvalidParameterValue.AppDeviceNotExist",
                    ];
                    if not_bound.iter().any(|code| error.is_api(Atom::of(code))) {
                        self.open = false;
                    }
                }
            }
        } else if action == "AppGetFamilySubDeviceList"
            && let Ok(page) = &read
        {
            let is_this = |device: &Value| device["ProductId"] == "P" && device["DeviceName"] == "D";
            let listed = page["DeviceList"].as_array().map_or(&[][..], Vec::as_slice);
            if listed.iter().any(is_this) {
                self.is_bound();
            } else {
                self.open = false;
            }
        }
    }

    fn is_bound(&mut self) {
        self.bound = true;
        self.open = false;
    }

    /// The app is killed, and started again later with the last checkpoint.
    fn restart(&mut self) {
        if let (What::Flow(_), Some(checkpoint)) = (self.what, self.checkpoint.clone()) {
            let resume = Some(checkpoint);
            self.machine = start(
                self.what,
                &self.setup,
                Options {
                    resume,
                    ..self.options.clone()
                },
            );
            self.sent = None;
        }
    }

    /// After the end: it stays ended, and has nothing to add.
    fn is_over(&mut self) {
        for heard in [
            Heard::Woke,
            Heard::Aborted,
            Heard::Token("another".into()),
            Heard::Reply(json!({})),
        ] {
            let mut now = self.moment();
            tell(&mut *self.machine, heard, &mut now);
            assert!(
                matches!(self.machine.next(&mut now), Want::Done(_)),
                "wants more after the end"
            );
            assert!(now.notes.is_empty());
        }
    }

    /// Nothing is heard any more until time is up, which must be when it said.
    fn starve(&mut self) {
        let begun_ms = self.ms;
        for _ in 0..WANTS_MAX {
            match self.next() {
                Want::Done(_) => {
                    if let What::Flow(_) = self.what {
                        let limit_ms = self.options.timeout_ms.max(RESUME_MIN_MS);
                        assert!(
                            self.ms - begun_ms <= limit_ms + 1.0,
                            "{} ms too late",
                            self.ms - begun_ms - limit_ms
                        );
                    }
                    return self.is_over();
                }
                Want::Do { what, ms, .. } => {
                    assert!(ms < DOUBT_MAX_MS, "within {ms} ms");
                    self.set_clock(self.ms + ms.max(0.0));
                    self.hear(match what {
                        Task::Wait if self.sent.is_none() => Heard::Woke,
                        _ => Heard::Failed(Error::new(code!("Timeout.Request"))),
                    });
                }
            }
        }
        panic!("it does not end");
    }

    fn abort(&mut self) {
        self.hear(Heard::Aborted);
        assert!(matches!(self.next(), Want::Done(_)), "an abort does not end it");
        self.is_over();
    }
}

fn start(what: What, setup: &Rc<Setup<Value>>, options: Options<Value>) -> Box<dyn Machine<Value>> {
    match what {
        What::Flow(kind) => Box::new(Flow::new(kind, Rc::clone(setup), options)),
        What::Call(name) => {
            let all = params();
            let known = iotexplorer_client::action::find(name).expect("an Action").params;
            let own: Value = known
                .iter()
                .map(|param| (param.name.to_owned(), all[param.name].clone()))
                .collect();
            let prepared = Prepared::new(name, Some(&own), false).expect("good parameters");
            Box::new(Call::new(prepared, Rc::clone(setup)))
        }
    }
}

/// What a machine is told.
enum Heard {
    Token(String),
    Answer(Answer<Value>),
    Reply(Value),
    Failed(Error),
    Woke,
    Aborted,
}

fn tell(machine: &mut dyn Machine<Value>, heard: Heard, now: &mut Moment<Value>) {
    match heard {
        Heard::Token(token) => machine.hear_token(token.into()),
        Heard::Answer(answer) => machine.hear_answer(&answer, now),
        Heard::Reply(reply) => machine.hear_reply(&reply, now),
        Heard::Failed(error) => machine.hear_failure(error, now),
        Heard::Woke => machine.hear_clock(),
        Heard::Aborted => machine.hear_abort(now),
    }
}

/// Codes after which flows do one thing or another.
const CODES: [&str; 16] = [
    "InvalidParameterValue.BindDeviceNotConnected",
    "InvalidParameterValue.TokenNotBind",
    "UnsupportedOperation.CannotBindSameFamily",
    "ResourceNotFound.DeviceNotExist",
    "ResourceNotFound",
    "InvalidParameterValue.AppDeviceNotExist",
    "InvalidParameterValue.InvalidAccessToken",
    "InternalError.InternalServerException",
    "InternalError",
    "InvalidParameterValue.ReadTokenInfoError",
    "InvalidParameterValue.TokenIsExpire",
    "InvalidParameterValue.TokenNotExist",
    "InvalidParameterValue.BindDeviceSigMismatch",
    "-1000",
    "",
    ACCESS_TOKEN,
];

fn ok(payload: &Value) -> String {
    json!({ "Response": { "Data": payload, "RequestId": "r" } }).to_string()
}

/// What the cloud answers where all is well.
fn success(action: &str) -> Value {
    match action {
        "AppCreateDeviceBindToken" => json!({ "Token": BIND_TOKEN }),
        "AppGetDeviceBindTokenState" => json!({ "State": 2, "ProductId": "P", "DeviceName": "D" }),
        "AppGetDeviceInFamily" => json!({ "DeviceId": "P/D", "ProductId": "P", "DeviceName": "D" }),
        "AppSigBindDeviceInFamily" => json!({ "AppDeviceInfo": { "DeviceId": "P/D" } }),
        "AppGetFamilySubDeviceList" => json!({ "Total": 1, "DeviceList": [{ "ProductId": "P", "DeviceName": "D" }] }),
        _ => json!({}),
    }
}

/// What is true as well, and less welcome.
fn setback(action: &str) -> Value {
    match action {
        "AppGetDeviceBindTokenState" => json!({ "State": 1 }),
        "AppGetFamilySubDeviceList" => {
            json!({ "Total": "70", "DeviceList": [{ "ProductId": "P", "DeviceName": "E" }] })
        }
        "AppGetDeviceInFamily" => json!({ "DeviceId": "" }),
        "AppCreateDeviceBindToken" => json!({ "Token": "" }),
        _ => json!({ "AppDeviceInfo": null }),
    }
}

const WAITS_MS: [Option<f64>; 8] = [
    None,
    Some(0.0),
    Some(1.0),
    Some(3_000.0),
    Some(1e9),
    Some(f64::INFINITY),
    Some(f64::NAN),
    Some(250.0),
];

/// The secrets that a request holds: only of these can the other side tell.
fn secrets_in(action: &str) -> &'static [&'static str] {
    match action {
        "AppGetDeviceBindTokenState" | "AppTokenBindDeviceFamily" => &[ACCESS_TOKEN, BIND_TOKEN],
        "AppSigBindDeviceInFamily" | "AppSigGatewayBindDevice" => &[ACCESS_TOKEN, SIGNATURE],
        _ => &[ACCESS_TOKEN],
    }
}

/// What becomes of a request.
fn fate(action: &str, choices: &mut Choices<'_>, tainted: &mut bool) -> Heard {
    let plain = |status, body: &str| Heard::Answer(answer_of(status, body));
    let code = |status: u16, code: &str| {
        let message = format!("no, not with {}", secrets_in(action).join(" "));
        let body = json!({ "Response": { "Error": { "Code": code, "Message": message }, "RequestId": ACCESS_TOKEN } });
        plain(status, &body.to_string())
    };
    match choices.next().unwrap_or_default() {
        choice @ 0..16 => code(200, CODES[choice]),
        choice @ 16..32 => code(500, CODES[choice - 16]),
        32..96 => plain(200, &ok(&success(action))),
        96..128 => plain(200, &ok(&setback(action))),
        128..136 => plain(
            200,
            &json!({ "code": 0, "msg": "", "data": success(action) }).to_string(),
        ),
        136..144 => plain(
            200,
            &json!({ "code": 1, "msg": ACCESS_TOKEN, "data": null }).to_string(),
        ),
        144..152 => plain(500, &ok(&success(action))),
        152..160 => {
            let retry_after_ms = choices.of(&WAITS_MS);
            Heard::Answer(Answer {
                retry_after_ms,
                ..answer_of(429, "slow down")
            })
        }
        160..168 => plain(
            choices.of(&[502, 404, 200, 302, 100, 999]),
            &format!("<html>{ACCESS_TOKEN}</html>"),
        ),
        168..176 => {
            let whole = ok(&success(action));
            let end = choices.next().unwrap_or_default() % whole.len();
            plain(200, &whole[..end])
        }
        176..184 => plain(choices.of(&[200, 204, 500]), ""),
        184..192 => Heard::Failed(Error::new(code!("Network.DomainNotAllowed"))),
        192..208 => {
            // It can repeat only what it was given to send.
            let cause = Cause::Redacted {
                name: "Error".into(),
                message: format!("cannot send {}", secrets_in(action).join(" ")),
                code: Some(ACCESS_TOKEN.into()),
            };
            Heard::Failed(Error::new(code!("Network.Failed")).because(cause))
        }
        208..224 => Heard::Failed(Error::new(code!("Timeout.Request"))),
        _ => {
            let status = choices.of(&[200, 200, 200, 500, 404]);
            let body = text(choices.piece()).into_owned();
            let answer = answer_of(status, &body);
            let read = answer.body.json.as_ref().map(Value::to_string).unwrap_or_default();
            *tainted |= HIDDEN
                .iter()
                .any(|secret| read.contains(secret) || body.contains(secret));
            Heard::Answer(answer)
        }
    }
}

/// What a function of the caller's gives.
fn reply(what: Task, choices: &mut Choices<'_>, tainted: &mut bool) -> Heard {
    match choices.next().unwrap_or_default() {
        0..64 if what == Task::Sign => Heard::Reply(Value::from(SIGNATURE)),
        64..96 if what == Task::Sign => {
            Heard::Reply(json!({ "signature": SIGNATURE, "nonce": "n", "timestamp": 1_700_000_000 }))
        }
        0..64 => Heard::Reply(json!({})),
        64..96 => Heard::Reply(json!({ "productId": "P", "deviceName": "D" })),
        96..128 => Heard::Reply(json!({ "productId": "Q", "deviceName": "" })),
        128..160 => Heard::Failed(Error::new(code!("Flow.SendToDeviceFailed")).because(Cause::Foreign(3))),
        160..192 => Heard::Failed(Error::new(code!("Timeout.Request"))),
        _ => {
            let reply = json(&text(choices.piece())).unwrap_or_default();
            *tainted |= HIDDEN.iter().any(|secret| reply.to_string().contains(secret));
            Heard::Reply(reply)
        }
    }
}

/// Times that a clock should not show, and some that it may jump to.
fn odd_ms(ms: f64, choices: &mut Choices<'_>) -> f64 {
    const DAY_MS: f64 = 86_400_000.0;
    choices.of(&[
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        -1.0,
        0.0,
        f64::MAX,
        1e300,
        TIME_MAX_MS,
        -TIME_MAX_MS,
        ms + DAY_MS,
        ms - DAY_MS,
        ms + 61_000.0,
        ms - 61_000.0,
        ms + 0.5,
        f64::MIN_POSITIVE,
        START_MS,
    ])
}

pub fn run(data: &[u8]) {
    let mut choices = Choices(data);
    let what = choices.of(&WHATS);
    let bits = choices.next().unwrap_or_default();
    let setup = Setup {
        common_params: Some(json!({ "RegionId": 1 })),
        access_token: None,
        app: None,
        timeout_ms: choices.of(&[10_000.0, 1.0, 60_000.0, 0.5]),
        retries: choices.of(&[2, 0, 1, 7]),
        can_renew: bits & 1 == 0,
        is_heard: bits & 2 == 0,
    };
    let options = Options {
        params: match what {
            What::Flow(kind) => flow_params(kind, bits & 4 == 0),
            What::Call(_) => Value::Null,
        },
        poll_ms: choices.of(&[2_000.0, 500.0, 100_000.0, 1e9]),
        timeout_ms: choices.of(&[300_000.0, 60_000.0, 1_000.0, 1.0, 15_000.0]),
        resume: None,
    };
    let mut watch = Watch::new(what, setup, options);
    while let Some(choice) = choices.next() {
        let Want::Do { what, ms, .. } = watch.next() else {
            return watch.is_over();
        };
        // How much of its time it takes.
        let takes = match what {
            Task::Wait => 1.0,
            _ => f64::from((choice % 16) as u8) / 32.0,
        };
        if ms.is_finite() {
            watch.set_clock(watch.ms + ms.max(0.0) * takes);
        }
        match choice / 16 {
            10 => {
                let ms = odd_ms(watch.ms, &mut choices);
                watch.set_clock(ms);
            }
            11 => watch.restart(),
            12 => return watch.abort(),
            // What nobody asked for.
            13 => {
                let action = watch.sent.clone().unwrap_or_default();
                // Before there is a request, nobody can tell what is in it.
                watch.tainted |= what != Task::Send;
                let tainted = &mut watch.tainted;
                let heard = match choices.next().unwrap_or_default() % 5 {
                    0 => Heard::Woke,
                    1 => Heard::Token(ACCESS_TOKEN.into()),
                    2 => fate(&action, &mut choices, tainted),
                    3 => reply(Task::Sign, &mut choices, tainted),
                    _ => reply(Task::SendToDevice, &mut choices, tainted),
                };
                watch.hear(heard);
            }
            // It is asked again with nothing heard.
            14 => {}
            _ => {
                let tainted = &mut watch.tainted;
                let heard = match what {
                    Task::Token | Task::RenewedToken => match choices.next().unwrap_or_default() {
                        0..200 => Heard::Token(ACCESS_TOKEN.into()),
                        200..220 => {
                            // Whatever the other side then tells of a token, it has it from elsewhere.
                            *tainted = true;
                            Heard::Token(String::new())
                        }
                        220..240 => Heard::Failed(Error::new(code!("Timeout.Request"))),
                        _ => Heard::Failed(Error::new(code!("Parameter.WrongType"))),
                    },
                    Task::Send => {
                        let action = watch.sent.clone().unwrap_or_default();
                        fate(&action, &mut choices, tainted)
                    }
                    Task::Wait => Heard::Woke,
                    Task::SendToDevice | Task::Sign => reply(what, &mut choices, tainted),
                };
                watch.hear(heard);
            }
        }
    }
    if watch.is_steady && watch.is_dated {
        watch.starve();
    } else {
        watch.abort();
    }
}

/// Goes on from a checkpoint of which anything may have been written, with a cloud that has never heard of the device.
pub fn resumed(kind: &str, checkpoint: &str, stage: f64, later_ms: f64) {
    let kind = match kind {
        "token" => Kind::Token,
        "signature" => Kind::Signature,
        _ => return,
    };
    let setup = Setup {
        common_params: None,
        access_token: None,
        app: None,
        timeout_ms: 10_000.0,
        retries: 0,
        can_renew: false,
        is_heard: true,
    };
    let options = Options {
        params: flow_params(kind, false),
        poll_ms: 2_000.0,
        timeout_ms: 300_000.0,
        resume: Some(checkpoint.to_owned()),
    };
    let mut watch = Watch::new(What::Flow(kind), setup, options);
    // What a record says of itself may be anything, and is told on.
    watch.tainted = true;
    watch.set_clock(START_MS + later_ms);
    // Whether the device is bound, only the record knows.
    watch.bound = stage >= 4.0;
    watch.starve();
}
