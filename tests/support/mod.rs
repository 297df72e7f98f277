//! What the native tests share: the vectors, and a host whose network, clock and randomness are ours.

// Every test file is a crate of its own and uses its own part of this.
#![allow(dead_code)]

pub mod cloud;
pub mod world;

use std::collections::VecDeque;
use std::fmt::Debug;
use std::path::PathBuf;

use iotexplorer_client::action::row;
use iotexplorer_client::client::Setup;
use iotexplorer_client::envelope::{AppKeys, Caller, Common, Prepared};
use iotexplorer_client::error::{Cause, Error, ErrorKind, OwnCode, Result, Secrets, code, codes};
use iotexplorer_client::http::{Answer, Body};
use iotexplorer_client::sign;
use iotexplorer_client::transport::{self, Machine, Moment, NoteKind, Task, Want};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The access token of these tests, which must show up nowhere.
pub const ACCESS_TOKEN: &str = "user-access-token-5f2b";
/// What replaces it after a renewal.
pub const RENEWED_TOKEN: &str = "user-access-token-renewed-77";
/// The bind token of these tests.
pub const BIND_TOKEN: &str = "d7a12d8f3ab64e0c9b1d5e61b3861b3b";
/// The signature of these tests.
pub const SIGNATURE: &str = "c6a8b20c710d32338139d74e3074f8a32ad36d82";
/// When every test begins.
pub const START_MS: f64 = 1_700_000_000_000.0;

/// The file `tests/vectors/<name>.json`.
pub fn vectors(name: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/vectors")
        .join(name)
        .with_extension("json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The entries of such a file, of which there must be some.
pub fn rows(name: &str) -> Vec<Value> {
    let rows = vectors(name).as_array().cloned().unwrap();
    assert!(!rows.is_empty(), "{name} is empty");
    rows
}

/// A text field of a vector.
pub fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_else(|| panic!("no text {name} in {row}"))
}

/// An answer as a host would hand it in.
pub fn answer(status: u16, body: &str) -> Answer<Value> {
    Answer {
        status,
        retry_after_ms: None,
        body: Body::read(body),
    }
}

/// Secrets with these values.
pub fn secrets(values: &[&str]) -> Secrets<Value> {
    let mut secrets = Secrets::default();
    values.iter().for_each(|value| secrets.add(&json!(value)));
    secrets
}

/// What a request is made of beside its parameters.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    pub access_token: &'a str,
    pub request_id: &'a str,
    pub params: Option<&'a Value>,
}

/// What a request is made of beside its parameters.
pub fn common<'a>(access_token: &'a str, request_id: &'a str) -> Asking<'a> {
    Asking {
        access_token,
        request_id,
        params: None,
    }
}

/// Who asks before sign-in, when, and with which nonce.
pub const APP_KEY: &str = "ahPxdKWywfNTGrejd";
pub const APP_SECRET: &str = "app-secret-of-tests";
pub const APP_TIMESTAMP: f64 = 1_546_315_200.0;
pub const APP_NONCE: f64 = 71_087_795.0;

pub fn app_keys() -> AppKeys<Value> {
    AppKeys {
        key: json!(APP_KEY),
        secret: json!(APP_SECRET),
    }
}

/// A request's fields but for the common ones, which are what they must be.
pub fn own_fields(action: &str, body: &str, asking: Asking<'_>) -> Map<String, Value> {
    let mut fields = fields(body);
    let is_app = row::find(action).is_some_and(|row| row.is_before_sign_in);
    let mut common = vec![("Action", json!(action)), ("RequestId", json!(asking.request_id))];
    if is_app {
        common.push(("AppKey", json!(APP_KEY)));
        common.push(("Timestamp", json!(1_546_315_200)));
        common.push(("Nonce", json!(71_087_795)));
    } else {
        common.push(("AccessToken", json!(asking.access_token)));
    }
    let first: Vec<_> = fields
        .iter()
        .take(common.len())
        .map(|(name, value)| (&**name, value.clone()))
        .collect();
    assert_eq!(first, common, "{action}");
    let common: Vec<String> = first.iter().map(|(name, _)| (*name).to_owned()).collect();
    if is_app {
        assert_eq!(
            sign::verify_app(&json!(fields), &json!(APP_SECRET)),
            Ok(true),
            "{action}"
        );
        assert_eq!(
            fields.keys().next_back().map(String::as_str),
            Some("Signature"),
            "{action}"
        );
        fields.shift_remove("Signature");
    }
    for name in common {
        fields.shift_remove(&name);
    }
    fields
}

/// A body as it is sent.
pub trait Request {
    fn request(&self, asking: Asking<'_>) -> Result<String>;
}

impl Request for Prepared<Value> {
    fn request(&self, asking: Asking<'_>) -> Result<String> {
        let caller = if self.is_before_sign_in() {
            Caller::App {
                keys: app_keys(),
                timestamp: APP_TIMESTAMP,
                nonce: APP_NONCE,
            }
        } else {
            Caller::User(json!(asking.access_token))
        };
        let body = self.clone().body(Common {
            caller,
            request_id: json!(asking.request_id),
            params: asking.params.cloned(),
        })?;
        Ok(body.as_str().unwrap().to_owned())
    }
}

/// The request's fields, in the order they are sent.
pub fn fields(body: &str) -> Map<String, Value> {
    serde_json::from_str(body).unwrap()
}

/// A checked call.
pub fn prepared(action: &str, params: &Value) -> Prepared<Value> {
    Prepared::new(action, Some(params), false).unwrap()
}

/// The settings of a client: ten seconds for an attempt, two retries, a token that can be renewed.
pub fn setup() -> Setup<Value> {
    Setup {
        common_params: None,
        access_token: None,
        app: None,
        timeout_ms: 10_000.0,
        retries: 2,
        can_renew: true,
        is_heard: true,
    }
}

/// A request that went out.
#[derive(Clone, Debug)]
pub struct Sent {
    pub action: String,
    pub request_id: String,
    pub access_token: String,
    /// Its own parameters.
    pub params: Map<String, Value>,
    pub at_ms: f64,
    pub timeout_ms: f64,
}

/// What becomes of a request.
#[derive(Clone, Debug)]
pub enum Fate {
    /// An answer with this status, body and wait that is asked for.
    Answer(u16, String, Option<f64>),
    /// No answer: the host reports this.
    Failed(ErrorKind, &'static str),
    /// No answer, ever.
    Silence,
}

impl Fate {
    pub fn json(body: &Value) -> Self {
        Self::Answer(200, body.to_string(), None)
    }

    /// A payload in the documented envelope.
    pub fn data(payload: &Value) -> Self {
        Self::json(&json!({ "Response": { "Data": payload, "RequestId": "from-the-cloud" } }))
    }

    /// The cloud's error of that code.
    pub fn error(code: &str) -> Self {
        Self::json(&json!({ "Response": {
            "Error": { "Code": code, "Message": format!("the cloud says {code}") }, "RequestId": "from-the-cloud" } }))
    }

    pub fn html(status: u16) -> Self {
        Self::Answer(status, "<html><body>a proxy's page</body></html>".into(), None)
    }

    pub fn lost() -> Self {
        Self::Failed(ErrorKind::Network, "Network.Failed")
    }
}

/// What a machine notes, as a listener gets it.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    Request(Traffic),
    Response(Traffic),
    Retry(Traffic),
    Progress(Progress),
    Checkpoint(String),
}

/// One attempt of one call.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Traffic {
    pub action: String,
    pub request_id: String,
    pub attempt: u32,
    pub status: Option<u16>,
    #[serde(default, deserialize_with = "code_name")]
    pub code: Option<String>,
    pub duration_ms: Option<f64>,
    pub delay_ms: Option<f64>,
}

/// Where a flow stands.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Progress {
    pub step: String,
    pub product_id: Option<String>,
    pub device_name: Option<String>,
    pub remaining_ms: f64,
    #[serde(default, deserialize_with = "code_name")]
    pub code: Option<String>,
}

/// A code of our own is told as its place in the table, from which JavaScript takes the name.
fn code_name<'de, D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Option<String>, D::Error> {
    Ok(Some(match Value::deserialize(from)? {
        Value::String(code) => code,
        place => codes::OWN[usize::try_from(place.as_u64().unwrap()).unwrap()]
            .code
            .into(),
    }))
}

impl Note {
    fn read(note: transport::Note<Value>) -> Self {
        let mut value = note.value;
        match note.kind {
            NoteKind::Checkpoint => Self::Checkpoint(value.as_str().unwrap().into()),
            NoteKind::Progress => Self::Progress(serde_json::from_value(value).unwrap()),
            NoteKind::Event => {
                let kind = value.as_object_mut().unwrap().shift_remove("type").unwrap();
                let traffic = serde_json::from_value(value).unwrap();
                match kind.as_str().unwrap() {
                    "request" => Self::Request(traffic),
                    "response" => Self::Response(traffic),
                    "retry" => Self::Retry(traffic),
                    other => panic!("nobody expected {other}"),
                }
            }
        }
    }
}

/// What a flow asks its caller.
#[derive(Clone, PartialEq)]
pub enum Question {
    SendToDevice { token: String },
    Sign { nonce: String, timestamp: i64 },
}

impl Question {
    fn read(asked: Value) -> Self {
        match asked {
            Value::String(token) => Self::SendToDevice { token },
            facts => Self::Sign {
                nonce: text(&facts, "nonce").into(),
                timestamp: facts["timestamp"].as_i64().unwrap(),
            },
        }
    }
}

impl Debug for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::SendToDevice { .. } => "SendToDevice",
            Self::Sign { .. } => "Sign",
        })
    }
}

/// Bytes that look random and are the same each time (xorshift64*).
pub fn draw(state: &mut u64) -> [u8; 16] {
    let mut random = [0; 16];
    for chunk in random.chunks_mut(8) {
        *state ^= *state >> 12;
        *state ^= *state << 25;
        *state ^= *state >> 27;
        chunk.copy_from_slice(&state.wrapping_mul(0x2545_f491_4f6c_dd1d).to_le_bytes());
    }
    random
}

/// What a machine is told.
pub enum Heard {
    Token(String),
    Answer(Answer<Value>),
    Reply(Value),
    Failed(Error),
    Woke,
    Aborted,
}

impl Debug for Heard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Token(_) => f.write_str("Token"),
            Self::Answer(answer) => write!(f, "{answer:?}"),
            // A signature, perhaps.
            Self::Reply(_) => f.write_str("Reply"),
            Self::Failed(error) => write!(f, "{error:?}"),
            Self::Woke => f.write_str("Woke"),
            Self::Aborted => f.write_str("Aborted"),
        }
    }
}

/// Tells a machine what happened.
pub fn tell(machine: &mut impl Machine<Value>, heard: Heard, now: &mut Moment<Value>) {
    match heard {
        Heard::Token(token) => machine.hear_token(token.into()),
        Heard::Answer(answer) => machine.hear_answer(&answer, now),
        Heard::Reply(reply) => machine.hear_reply(&reply, now),
        Heard::Failed(error) => machine.hear_failure(error, now),
        Heard::Woke => machine.hear_clock(),
        Heard::Aborted => machine.hear_abort(now),
    }
}

/// Where an abort comes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Abort {
    /// When the machine has wanted this many things.
    AtWant(usize),
    /// At this time after the start, whatever is under way then.
    AtMs(f64),
}

/// How a run ended.
#[derive(Debug)]
pub enum End {
    Done(Result<Value>),
    /// The app was killed, as [`Host::kill_at`] says.
    Killed,
}

type Answers<'a> = Box<dyn FnMut(&Sent) -> (f64, Fate) + 'a>;
type Replies<'a> = Box<dyn FnMut(&Question) -> (f64, Result<Value>) + 'a>;

/// A host in which nothing takes time unless it says so.
pub struct Host<'a> {
    /// What the clock says.
    pub now_ms: f64,
    /// Every request, in order.
    pub sent: Vec<Sent>,
    /// Every note, in order.
    pub notes: Vec<Note>,
    /// Every pause, in order.
    pub waits: Vec<f64>,
    /// For each access token wanted, whether it was a renewal.
    pub tokens: Vec<bool>,
    /// What is asked of the caller, in order.
    pub asked: Vec<Question>,
    /// When to cancel.
    pub abort: Option<Abort>,
    /// How many wants until the app is killed: before the last of them is done.
    pub kill_at: Option<usize>,
    /// How many things have been wanted.
    pub wants: usize,
    /// Where the access token comes from.
    pub token: Box<dyn FnMut(bool) -> (f64, Result<String>) + 'a>,
    random: u64,
    /// What every byte of randomness is; drawn otherwise.
    pub random_byte: Option<u8>,
    answers: Answers<'a>,
    replies: Replies<'a>,
}

/// More than any machine may want.
pub const WANTS_MAX: usize = 20_000;

impl<'a> Host<'a> {
    /// A host whose cloud answers what `answers` says, after as many milliseconds as it says.
    pub fn new(answers: impl FnMut(&Sent) -> (f64, Fate) + 'a) -> Self {
        Self {
            now_ms: START_MS,
            sent: Vec::new(),
            notes: Vec::new(),
            waits: Vec::new(),
            tokens: Vec::new(),
            asked: Vec::new(),
            abort: None,
            kill_at: None,
            wants: 0,
            token: Box::new(|renew| (0.0, Ok(if renew { RENEWED_TOKEN } else { ACCESS_TOKEN }.into()))),
            random: 0x9e37_79b9_7f4a_7c15,
            random_byte: None,
            answers: Box::new(answers),
            replies: Box::new(|question| panic!("nobody expected {question:?}")),
        }
    }

    /// A host whose cloud answers these at once, one after the other, and must not be asked more.
    pub fn script(fates: impl IntoIterator<Item = Fate>) -> Self {
        let mut fates: VecDeque<Fate> = fates.into_iter().collect();
        Self::new(move |sent| {
            let fate = fates.pop_front();
            (
                0.0,
                fate.unwrap_or_else(|| panic!("one request too many: {}", sent.action)),
            )
        })
    }

    /// What the caller's function gives.
    #[must_use]
    pub fn replying(mut self, replies: impl FnMut(&Question) -> (f64, Result<Value>) + 'a) -> Self {
        self.replies = Box::new(replies);
        self
    }

    #[must_use]
    pub fn aborting(mut self, abort: Abort) -> Self {
        self.abort = Some(abort);
        self
    }

    #[must_use]
    pub fn seeded(mut self, seed: u64) -> Self {
        self.random ^= seed.wrapping_mul(0x2545_f491_4f6c_dd1d) | 1;
        self
    }

    /// The time, with fresh randomness.
    pub fn now(&mut self) -> Moment<Value> {
        let mut random = draw(&mut self.random);
        if let Some(byte) = self.random_byte {
            random = [byte; 16];
        }
        Moment {
            ms: self.now_ms,
            random,
            notes: Vec::new(),
        }
    }

    /// Lets time pass, but not beyond a limit or an abort. Tells which of the two came first; `None` for neither.
    fn pass(&mut self, ms: f64, limit_ms: f64) -> Option<Heard> {
        let abort_ms = match self.abort {
            Some(Abort::AtMs(ms)) => START_MS + ms - self.now_ms,
            _ => f64::INFINITY,
        };
        let first = ms.min(limit_ms).min(abort_ms.max(0.0));
        assert!(first.is_finite(), "the machine waits for ever");
        self.now_ms += first;
        if abort_ms <= first {
            return Some(Heard::Aborted);
        }
        (ms > limit_ms).then(|| Heard::Failed(Error::new(code!("Timeout.Request"))))
    }

    /// Runs a machine to its end.
    pub fn run(&mut self, machine: &mut (impl Machine<Value> + Debug)) -> Result<Value> {
        match self.run_until_killed(machine) {
            End::Done(outcome) => outcome,
            End::Killed => panic!("killed"),
        }
    }

    /// Runs a machine to its end, or its death. Nothing that can be printed on the way may hold a secret.
    pub fn run_until_killed(&mut self, machine: &mut (impl Machine<Value> + Debug)) -> End {
        let mut notes = Vec::new();
        loop {
            let mut now = self.now();
            let want = machine.next(&mut now);
            notes.extend(now.notes);
            assert_no_secret(&format!("{machine:?} {want:?} {notes:?}"));
            let read: Vec<_> = notes.drain(..).map(Note::read).collect();
            for note in &read {
                match note {
                    Note::Checkpoint(checkpoint) => assert_no_lasting_secret(checkpoint),
                    other => assert_no_secret(&format!("{other:?}")),
                }
            }
            self.notes.extend(read);
            self.wants += 1;
            assert!(self.wants < WANTS_MAX, "the machine does not end");
            if self.kill_at == Some(self.wants) {
                return End::Killed;
            }
            if let Want::Done(outcome) = want {
                if let Err(error) = &outcome {
                    assert_no_secret(&format!("{error:?} {}", error.text()));
                }
                // A machine that is done stays done, and has nothing to add.
                let mut again = self.now();
                machine.hear_abort(&mut again);
                assert!(
                    matches!(machine.next(&mut again), Want::Done(_)),
                    "a machine that is done wants more"
                );
                assert!(again.notes.is_empty());
                return End::Done(outcome);
            }
            let aborts = self.abort == Some(Abort::AtWant(self.wants));
            let heard = self.fulfil(want);
            // What a host throws is scrubbed by the machine that hears it.
            if !matches!(heard, Heard::Failed(_)) {
                assert_no_secret(&format!("{heard:?}"));
            }
            let mut now = self.now();
            tell(machine, if aborts { Heard::Aborted } else { heard }, &mut now);
            notes.extend(now.notes);
        }
    }

    fn fulfil(&mut self, want: Want<Value>) -> Heard {
        let Want::Do {
            what,
            ms: limit_ms,
            with,
        } = want
        else {
            unreachable!();
        };
        match what {
            Task::Token | Task::RenewedToken => {
                let renew = what == Task::RenewedToken;
                self.tokens.push(renew);
                let (ms, token) = (self.token)(renew);
                match self.pass(ms, limit_ms) {
                    None => token.map_or_else(Heard::Failed, Heard::Token),
                    Some(heard) => heard,
                }
            }
            Task::Send => {
                assert!(limit_ms > 0.0, "an attempt without time");
                let body = with.unwrap();
                let sent = self.read(body.as_str().unwrap(), limit_ms);
                self.sent.push(sent.clone());
                let (ms, fate) = (self.answers)(&sent);
                let ms = if matches!(fate, Fate::Silence) {
                    f64::INFINITY
                } else {
                    ms
                };
                match (self.pass(ms, limit_ms), fate) {
                    (Some(heard), _) => heard,
                    (None, Fate::Answer(status, body, retry_after_ms)) => Heard::Answer(Answer {
                        retry_after_ms,
                        ..answer(status, &body)
                    }),
                    (None, Fate::Failed(kind, code)) => {
                        // What a host throws may repeat what it was given.
                        let cause = Cause::Redacted {
                            name: "Error".into(),
                            message: ["cannot send ", body.as_str().unwrap()].concat(),
                            code: Some(format!("E{}", sent.access_token)),
                        };
                        let error = Error::new(OwnCode::of(code));
                        assert_eq!(error.kind, kind);
                        Heard::Failed(error.because(cause))
                    }
                    (None, Fate::Silence) => unreachable!(),
                }
            }
            Task::Wait => {
                assert!(limit_ms >= 0.0, "a pause of {limit_ms} ms");
                self.waits.push(limit_ms);
                match self.pass(limit_ms, f64::INFINITY) {
                    None => Heard::Woke,
                    Some(heard) => heard,
                }
            }
            Task::SendToDevice | Task::Sign => {
                let question = Question::read(with.unwrap());
                self.asked.push(question.clone());
                let (ms, reply) = (self.replies)(&question);
                match self.pass(ms, limit_ms) {
                    None => reply.map_or_else(Heard::Failed, Heard::Reply),
                    Some(heard) => heard,
                }
            }
        }
    }

    fn read(&self, body: &str, timeout_ms: f64) -> Sent {
        let mut params: Map<String, Value> = serde_json::from_str(body).unwrap();
        let is_app = params.contains_key("AppKey");
        let mut take = |name| match params.shift_remove(name) {
            Some(Value::String(value)) => value,
            None if is_app && name == "AccessToken" => String::new(),
            _ => panic!("{name} is no text in {body}"),
        };
        Sent {
            action: take("Action"),
            request_id: take("RequestId"),
            access_token: take("AccessToken"),
            params,
            at_ms: self.now_ms,
            timeout_ms,
        }
    }

    /// The Actions sent, in order.
    pub fn actions(&self) -> Vec<&str> {
        self.sent.iter().map(|sent| &*sent.action).collect()
    }

    /// How often an Action was sent.
    pub fn count(&self, action: &str) -> usize {
        self.sent.iter().filter(|sent| sent.action == action).count()
    }

    /// The steps of progress, in order.
    pub fn steps(&self) -> Vec<&str> {
        self.progress().map(|progress| &*progress.step).collect()
    }

    pub fn progress(&self) -> impl Iterator<Item = &Progress> {
        self.notes.iter().filter_map(|note| match note {
            Note::Progress(progress) => Some(progress),
            _ => None,
        })
    }

    pub fn retries(&self) -> Vec<&Traffic> {
        let mut found = Vec::new();
        for note in &self.notes {
            if let Note::Retry(traffic) = note {
                found.push(traffic);
            }
        }
        found
    }

    pub fn checkpoints(&self) -> Vec<&str> {
        let mut found = Vec::new();
        for note in &self.notes {
            if let Note::Checkpoint(checkpoint) = note {
                found.push(&**checkpoint);
            }
        }
        found
    }

    /// How long it took.
    pub fn elapsed_ms(&self) -> f64 {
        self.now_ms - START_MS
    }
}

/// No token, no signature.
pub fn assert_no_secret(shown: &str) {
    for secret in [ACCESS_TOKEN, RENEWED_TOKEN, BIND_TOKEN, SIGNATURE] {
        assert!(!shown.contains(secret), "shows {secret}: {shown}");
        // Nor a checkpoint, which holds the bind token.
        assert!(
            !shown.contains("iotexplorer-checkpoint."),
            "shows a checkpoint: {shown}"
        );
    }
}

/// No access token and no signature in a checkpoint; the bind token may be in one.
pub fn assert_no_lasting_secret(checkpoint: &str) {
    for secret in [ACCESS_TOKEN, RENEWED_TOKEN, SIGNATURE] {
        assert!(!checkpoint.contains(secret), "the checkpoint holds {secret}");
    }
}
