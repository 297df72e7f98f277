//! A phone in a world where anything may happen at any time, for several flows at once: the app goes to the background
//! or is killed, the clock is changed, the network goes away, tokens expire.

use std::rc::Rc;

use iotexplorer_client::client::Setup;
use iotexplorer_client::error::{Cause, Error, OwnCode, Result, code};
use iotexplorer_client::flow::{self, Flow, Kind};
use iotexplorer_client::http::Answer;
use iotexplorer_client::transport::{Machine, Moment, Task, Want};
use serde_json::{Map, Value, json};

use super::cloud::{Cloud, Fault};
use super::{
    ACCESS_TOKEN, Fate, Heard, Note, Question, RENEWED_TOKEN, SIGNATURE, START_MS, Sent, answer,
    assert_no_lasting_secret, assert_no_secret, draw, setup, tell,
};

/// What happens to the phone, or to what it relies on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The app goes to the background for so long: nothing runs, and requests under way fail.
    Background(f64),
    /// The phone's clock is changed by so much.
    ClockJumps(f64),
    /// No request gets anywhere for so long.
    Offline(f64),
    /// The access token expires.
    AccessTokenExpires,
    /// The bind tokens expire.
    BindTokensExpire,
    /// The caller cancels.
    Abort,
    /// The app is killed.
    Kill,
}

/// What a fault may hit.
#[derive(Clone, Copy, Debug)]
pub enum Point<'a> {
    Request(&'a Sent),
    Question(&'a Question),
}

/// Decides what goes wrong, by looking at everything that is done.
pub trait Troubles {
    /// What goes wrong with this of the flow for that device. A question knows two faults: the caller's function fails
    /// (`DropBefore`), or never returns (`SilenceBefore`).
    fn at(&mut self, point: Point<'_>, device_name: &str, world: &mut World) -> Fault;
}

/// A flow that runs in a [`World`].
pub struct Run {
    machine: Flow<Value>,
    pub device_name: String,
    pub kind: Kind,
    /// When it began, and when it ended.
    pub begun_ms: f64,
    pub ended_ms: f64,
    /// How it ended; nothing if it was killed.
    pub outcome: Option<Result<Value>>,
    pub notes: Vec<Note>,
    pub pauses: usize,
    pub renewals: usize,
    doing: Option<Doing>,
}

impl Run {
    pub fn checkpoint(&self) -> Option<String> {
        self.notes.iter().rev().find_map(|note| match note {
            Note::Checkpoint(text) => Some(text.clone()),
            _ => None,
        })
    }
}

/// What the host does for a flow.
struct Doing {
    /// When it is done, and what is heard then.
    ready_ms: f64,
    heard: Heard,
    /// When it is given up.
    limit_ms: f64,
    is_request: bool,
    is_question: bool,
}

/// The world.
pub struct World {
    /// What time it is. Timers go by it, and the cloud does.
    pub now_ms: f64,
    /// By how much the phone's clock is ahead.
    pub ahead_ms: f64,
    pub cloud: Cloud,
    /// What is to happen, and when.
    pub events: Vec<(f64, Event)>,
    pub offline_until_ms: f64,
    /// Whether the access token comes from a function, and whether that gives a fresh one.
    pub renews: bool,
    pub renewal_works: bool,
    access_token: &'static str,
    /// How long the caller's functions take.
    pub function_ms: f64,
    /// How long the app was in the background, all in all.
    pub asleep_ms: f64,
    pub sent: Vec<Sent>,
    pub aborted: bool,
    pub killed: bool,
    random: u64,
}

impl World {
    pub fn new(cloud: Cloud, seed: u64) -> Self {
        Self {
            now_ms: START_MS,
            ahead_ms: 0.0,
            cloud,
            events: Vec::new(),
            offline_until_ms: 0.0,
            renews: false,
            renewal_works: true,
            access_token: ACCESS_TOKEN,
            function_ms: 1_000.0,
            asleep_ms: 0.0,
            sent: Vec::new(),
            aborted: false,
            killed: false,
            random: 0x9e37_79b9_7f4a_7c15 ^ (seed.wrapping_mul(0x2545_f491_4f6c_dd1d) | 1),
        }
    }

    /// Has something happen a moment from now: while what is being begun is under way.
    pub fn soon(&mut self, event: Event) {
        self.events.push((self.now_ms + 1.0, event));
    }

    /// What the phone's clock says.
    pub fn clock_ms(&self) -> f64 {
        self.now_ms + self.ahead_ms
    }

    /// How long it has been.
    pub fn elapsed_ms(&self) -> f64 {
        self.now_ms - START_MS
    }

    pub fn count(&self, action: &str) -> usize {
        self.sent.iter().filter(|sent| sent.action == action).count()
    }

    /// The client's settings here.
    pub fn setup(&self) -> Rc<Setup<Value>> {
        Rc::new(Setup {
            can_renew: self.renews,
            ..setup()
        })
    }

    pub fn start(&self, kind: Kind, setup: &Rc<Setup<Value>>, options: flow::Options<Value>, device_name: &str) -> Run {
        Run {
            machine: Flow::new(kind, Rc::clone(setup), options),
            device_name: device_name.into(),
            kind,
            begun_ms: self.now_ms,
            ended_ms: f64::NAN,
            outcome: None,
            notes: Vec::new(),
            pauses: 0,
            renewals: 0,
            doing: None,
        }
    }

    /// Runs flows side by side until all of them have ended, or the app was killed.
    pub fn run(&mut self, runs: &mut [Run], troubles: &mut impl Troubles) {
        self.killed = false;
        for run in &mut *runs {
            if self.aborted {
                run.machine.hear_abort(&mut self.moment());
            }
            self.go_on(run, troubles);
        }
        loop {
            let due = |doing: &Doing| doing.ready_ms.min(doing.limit_ms);
            let next = runs
                .iter_mut()
                .filter_map(|run| Some((due(run.doing.as_ref()?), run)))
                .min_by(|one, other| one.0.total_cmp(&other.0));
            let Some((due_ms, run)) = next else { return };
            if let Some(at) = self.first_event(due_ms) {
                let (at_ms, event) = self.events.remove(at);
                self.now_ms = self.now_ms.max(at_ms);
                self.happen(event, runs, troubles);
                if self.killed {
                    return;
                }
                continue;
            }
            assert!(due_ms.is_finite(), "a flow waits for ever");
            self.now_ms = self.now_ms.max(due_ms);
            let Some(doing) = run.doing.take() else { continue };
            // Timers ring late after a stall: what is there by then wins.
            let heard = if doing.ready_ms <= self.now_ms {
                doing.heard
            } else if doing.is_question {
                Heard::Failed(Error::new(code!("Timeout.Flow")))
            } else {
                Heard::Failed(Error::new(code!("Timeout.Request")))
            };
            let mut now = self.moment();
            tell(&mut run.machine, heard, &mut now);
            take_notes(run, now);
            self.go_on(run, troubles);
        }
    }

    fn first_event(&self, until_ms: f64) -> Option<usize> {
        let first = self.events.iter().enumerate();
        let (at, (at_ms, _)) = first.min_by(|one, other| one.1.0.total_cmp(&other.1.0))?;
        (*at_ms <= until_ms).then_some(at)
    }

    fn happen(&mut self, event: Event, runs: &mut [Run], troubles: &mut impl Troubles) {
        match event {
            Event::Background(ms) => {
                self.now_ms += ms;
                self.asleep_ms += ms;
                let under_way = runs.iter_mut().filter_map(|run| run.doing.as_mut());
                for doing in under_way.filter(|doing| doing.is_request) {
                    doing.heard = Heard::Failed(Error::new(code!("Network.Interrupted")));
                    doing.ready_ms = self.now_ms;
                }
            }
            Event::ClockJumps(ms) => self.ahead_ms += ms,
            Event::Offline(ms) => self.offline_until_ms = self.now_ms + ms,
            Event::AccessTokenExpires => self.cloud.access_token = Some(RENEWED_TOKEN.into()),
            Event::BindTokensExpire => self.cloud.tokens_until_ms = self.now_ms,
            Event::Abort => {
                self.aborted = true;
                for run in runs.iter_mut().filter(|run| run.doing.is_some()) {
                    run.doing = None;
                    let mut now = self.moment();
                    run.machine.hear_abort(&mut now);
                    take_notes(run, now);
                    self.go_on(run, troubles);
                    assert!(run.outcome.is_some(), "a flow that was aborted goes on");
                }
            }
            Event::Kill => {
                self.killed = true;
                runs.iter_mut().for_each(|run| run.doing = None);
            }
        }
    }

    /// Asks a flow what it wants, and begins that.
    fn go_on(&mut self, run: &mut Run, troubles: &mut impl Troubles) {
        let mut now = self.moment();
        let want = run.machine.next(&mut now);
        assert_no_secret(&format!("{:?} {want:?}", run.machine));
        take_notes(run, now);
        let (what, ms, with) = match want {
            Want::Do { what, ms, with } => (what, ms, with),
            Want::Done(outcome) => {
                if let Err(error) = &outcome {
                    assert_no_secret(&format!("{error:?} {}", error.text()));
                }
                let mut again = self.moment();
                run.machine.hear_abort(&mut again);
                assert!(matches!(run.machine.next(&mut again), Want::Done(_)) && again.notes.is_empty());
                run.outcome = Some(outcome);
                run.ended_ms = self.now_ms;
                return;
            }
        };
        let mut doing = Doing {
            ready_ms: self.now_ms,
            heard: Heard::Woke,
            limit_ms: self.now_ms + ms,
            is_request: what == Task::Send,
            is_question: matches!(what, Task::SendToDevice | Task::Sign),
        };
        match what {
            Task::Token | Task::RenewedToken => {
                if what == Task::RenewedToken {
                    assert!(self.renews, "a text cannot be renewed");
                    run.renewals += 1;
                    if self.renewal_works {
                        self.access_token = RENEWED_TOKEN;
                    }
                }
                if self.renews {
                    doing.ready_ms += 1.0;
                }
                doing.heard = Heard::Token(self.access_token.into());
            }
            Task::Wait => {
                run.pauses += 1;
                doing.ready_ms += ms;
                doing.limit_ms = f64::INFINITY;
            }
            Task::Send => {
                assert!(ms > 0.0, "an attempt without time");
                let (ready_ms, heard) = self.send(with.unwrap().as_str().unwrap(), ms, run, troubles);
                doing.ready_ms += ready_ms;
                doing.heard = heard;
            }
            Task::SendToDevice | Task::Sign => {
                let question = Question::read(with.unwrap());
                let fault = troubles.at(Point::Question(&question), &run.device_name, self);
                doing.ready_ms += if fault == Fault::SilenceBefore {
                    f64::INFINITY
                } else {
                    self.function_ms
                };
                let (reply, failed) = match &question {
                    Question::SendToDevice { token } => {
                        self.cloud.told.insert(token.clone(), run.device_name.clone());
                        let device = json!({ "productId": self.cloud.product_id, "deviceName": run.device_name });
                        (device, code!("Flow.SendToDeviceFailed"))
                    }
                    Question::Sign { .. } => (json!(SIGNATURE), code!("Flow.SignFailed")),
                };
                doing.heard = if fault == Fault::DropBefore {
                    Heard::Failed(Error::new(failed))
                } else {
                    Heard::Reply(reply)
                };
            }
        }
        run.doing = Some(doing);
    }

    fn send(&mut self, body: &str, timeout_ms: f64, run: &Run, troubles: &mut impl Troubles) -> (f64, Heard) {
        let mut params: Map<String, Value> = serde_json::from_str(body).unwrap();
        let mut take = |name| match params.shift_remove(name) {
            Some(Value::String(text)) => text,
            _ => panic!("no text {name} in a request"),
        };
        let (action, request_id, access_token) = (take("Action"), take("RequestId"), take("AccessToken"));
        let sent = Sent {
            action,
            request_id,
            access_token,
            params,
            at_ms: self.now_ms,
            timeout_ms,
        };
        self.sent.push(sent.clone());
        let fault = troubles.at(Point::Request(&sent), &run.device_name, self);
        let (ms, fate) = if self.now_ms < self.offline_until_ms {
            (1.0, Fate::lost())
        } else {
            self.cloud.answer_with(&sent, fault)
        };
        match fate {
            Fate::Silence => (f64::INFINITY, Heard::Woke),
            Fate::Answer(status, body, retry_after_ms) => {
                let id = if fault == Fault::OtherId {
                    "another-request"
                } else {
                    &sent.request_id
                };
                let body = body.replace("from-the-cloud", id);
                let answer = Answer {
                    retry_after_ms,
                    ..answer(status, &body)
                };
                (ms, Heard::Answer(answer))
            }
            Fate::Failed(_, code) => {
                // What a host throws may repeat what it was given.
                let cause = Cause::Redacted {
                    name: "Error".into(),
                    message: format!("cannot send {body}"),
                    code: Some(format!("E{}", sent.access_token)),
                };
                (ms, Heard::Failed(Error::new(OwnCode::of(code)).because(cause)))
            }
        }
    }

    /// This moment, with fresh randomness.
    fn moment(&mut self) -> Moment<Value> {
        Moment {
            ms: self.clock_ms(),
            random: draw(&mut self.random),
            notes: Vec::new(),
        }
    }
}

/// Takes what was noted. Nothing of it may hold a secret, and a checkpoint none that lasts.
fn take_notes(run: &mut Run, now: Moment<Value>) {
    for note in now.notes {
        let note = Note::read(note);
        match &note {
            Note::Checkpoint(text) => {
                assert_no_lasting_secret(text);
                let read: Result<Value> = flow::checkpoint::read(text);
                assert!(read.is_ok(), "a checkpoint that cannot be read");
            }
            other => assert_no_secret(&format!("{other:?}")),
        }
        run.notes.push(note);
    }
}
