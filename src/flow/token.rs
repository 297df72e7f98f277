//! Binding a Wi-Fi device with a token that it reports to the cloud.

use std::rc::Rc;

use super::checkpoint::{Checkpoint, Stage};
use super::signature::with_bound_checkpoint;
use super::{Binding, From, Pace, Target, is_final_while_asking, prepare, progress, unanswered, with_cause};
use crate::client::{Call, CallOptions, Setup, aborted};
use crate::error::{Error, Result, code};
use crate::json::{Json, JsonType};
use crate::transport::{Heard, Machine, Moment, Note, Question, Want};

/// The state of a token that a device has reported.
const STATE_USABLE: f64 = 2.0;

/// What the flow needs. Not to be printed: a checkpoint holds the bind token.
#[derive(Clone)]
pub struct TokenOptions {
    /// Family that will hold the device.
    pub family_id: String,
    /// Room within the family.
    pub room_id: String,
    /// Product of the device, if it is known beforehand.
    pub product_id: Option<String>,
    /// Name of the device, if it is known beforehand.
    pub device_name: Option<String>,
    /// How long it waits before it asks again.
    pub poll_ms: f64,
    /// How long the whole flow may take.
    pub timeout_ms: f64,
    /// A checkpoint to go on from.
    pub resume: Option<String>,
}

/// The flow: creates a token, has it handed to the device, polls until the device has reported it, binds, and shows what
/// was bound.
#[derive(Debug)]
pub struct TokenFlow<V> {
    setup: Rc<Setup>,
    checkpoint: Checkpoint,
    pace: Pace,
    state: State<V>,
    last: Option<Error>,
    notes: Vec<Note>,
}

#[derive(Debug)]
enum State<V> {
    Create(Box<Call<V>>),
    Tell,
    Pause,
    Due,
    Poll(Box<Call<V>>),
    Bind(Box<Binding<V>>),
    Done(Result<V>),
}

impl<V: Json> TokenFlow<V> {
    /// Starts at `now`.
    ///
    /// # Errors
    /// Kind `parameter` for what cannot be sent; kind `flow` for a checkpoint that cannot be gone on from.
    pub fn new(setup: Rc<Setup>, options: TokenOptions, now: &Moment) -> Result<Self> {
        let mut checkpoint = Checkpoint {
            flow: "token".into(),
            stage: Stage::Created,
            deadline_ms: now.ms + options.timeout_ms,
            family_id: options.family_id,
            room_id: options.room_id,
            product_id: options.product_id.unwrap_or_default(),
            device_name: options.device_name.unwrap_or_default(),
            token: String::new(),
        };
        let mut pace = Pace {
            deadline_ms: checkpoint.deadline_ms,
            poll_ms: options.poll_ms,
        };
        let Some(stored) = options.resume else {
            let create = prepare::<V>("AppCreateDeviceBindToken", &[])?;
            // A token that nobody uses costs nothing, so this one may be asked for again.
            let call = CallOptions {
                retries: Some(setup.retries),
                deadline_ms: Some(pace.deadline_ms),
                ..CallOptions::default()
            };
            let state = State::Create(Box::new(Call::new(create, Rc::clone(&setup), call)));
            return Ok(Self {
                setup,
                checkpoint,
                pace,
                state,
                last: None,
                notes: Vec::new(),
            });
        };
        let stored = Checkpoint::read(&stored)?;
        stored.check(
            &checkpoint.flow,
            &checkpoint.family_id,
            &checkpoint.product_id,
            &checkpoint.device_name,
        )?;
        pace.deadline_ms = stored.resume_until(options.timeout_ms, now)?;
        let fill = |stored: String, given: String| if stored.is_empty() { given } else { stored };
        checkpoint = Checkpoint {
            deadline_ms: pace.deadline_ms,
            product_id: fill(stored.product_id, checkpoint.product_id),
            device_name: fill(stored.device_name, checkpoint.device_name),
            ..stored
        };
        let mut flow = Self {
            setup,
            checkpoint,
            pace,
            state: State::Tell,
            last: None,
            notes: Vec::new(),
        };
        match flow.checkpoint.stage {
            Stage::Created => {}
            Stage::Sent => flow.wait(now),
            Stage::Binding => flow.bind(From::Doubt),
            Stage::Bound => flow.bind(From::Bound),
        }
        Ok(flow)
    }

    fn target(&self) -> Option<Target> {
        let Checkpoint {
            product_id,
            device_name,
            family_id,
            ..
        } = &self.checkpoint;
        (!product_id.is_empty() && !device_name.is_empty()).then(|| Target {
            product_id: product_id.clone(),
            device_name: device_name.clone(),
            family_id: family_id.clone(),
        })
    }

    fn note(&mut self, step: &'static str, now: &Moment) {
        let target = self.target();
        self.notes.push(progress(
            step,
            target.as_ref(),
            self.pace.deadline_ms,
            self.last.as_ref(),
            now,
        ));
    }

    fn save(&mut self, stage: Stage) {
        self.checkpoint.stage = stage;
        self.notes.push(Note::Checkpoint(self.checkpoint.write()));
    }

    fn fail(&mut self, error: Error) {
        self.state = State::Done(Err(error));
    }

    fn created(&mut self, outcome: Result<V>, now: &Moment) {
        let payload = match outcome {
            Ok(payload) => payload,
            Err(error) => return self.fail(error),
        };
        match payload.text_of("Token").filter(|token| !token.is_empty()) {
            Some(token) => {
                self.checkpoint.token = token;
                self.save(Stage::Created);
                self.note("token-created", now);
                self.state = State::Tell;
            }
            None => {
                let error = Error::new(code!("Protocol.BadField"));
                self.fail(error.of("AppCreateDeviceBindToken"));
            }
        }
    }

    /// Takes what the device is said to be; false ends the flow.
    fn learn(&mut self, product_id: Option<String>, device_name: Option<String>) -> bool {
        let Checkpoint {
            product_id: known_product,
            device_name: known_name,
            ..
        } = &mut self.checkpoint;
        let differs = [(known_product, product_id), (known_name, device_name)]
            .into_iter()
            .any(|(known, heard)| {
                let Some(heard) = heard.filter(|heard| !heard.is_empty()) else {
                    return false;
                };
                if known.is_empty() {
                    *known = heard;
                    return false;
                }
                *known != heard
            });
        if differs {
            self.fail(Error::new(code!("Flow.DeviceMismatch")));
        }
        !differs
    }

    fn told(&mut self, reply: &V, now: &Moment) {
        let mut names = [None, None];
        if reply.is_object() {
            for (slot, name) in names.iter_mut().zip(["productId", "deviceName"]) {
                match reply.some(name) {
                    Some(value) if value.json_type() == JsonType::Text && value.is_well_formed() => {
                        *slot = value.text();
                    }
                    Some(_) => {
                        let mut error = Error::new(code!("Flow.SendToDeviceFailed")).detail("no text was returned");
                        error.parameter = Some(name.into());
                        return self.fail(error);
                    }
                    None => {}
                }
            }
        }
        let [product_id, device_name] = names;
        if self.learn(product_id, device_name) {
            self.save(Stage::Sent);
            self.note("sent-to-device", now);
            self.wait(now);
        }
    }

    /// Begins to poll.
    fn wait(&mut self, now: &Moment) {
        self.note("waiting", now);
        self.state = State::Due;
    }

    fn poll(&mut self, now: &Moment) {
        if now.ms >= self.pace.deadline_ms {
            let error = Error::new(code!("Timeout.DeviceNotOnline"));
            let last = self.last.take();
            return self.fail(with_cause(error, last));
        }
        match prepare::<V>("AppGetDeviceBindTokenState", &[("Token", &self.checkpoint.token)]) {
            Ok(prepared) => {
                let options = CallOptions {
                    retries: Some(0),
                    deadline_ms: Some(self.pace.deadline_ms),
                    ..CallOptions::default()
                };
                self.state = State::Poll(Box::new(Call::new(prepared, Rc::clone(&self.setup), options)));
            }
            Err(error) => self.fail(error),
        }
    }

    fn polled(&mut self, outcome: Result<V>, now: &Moment) {
        match outcome {
            Ok(payload) if payload.get("State").and_then(|state| state.number()) == Some(STATE_USABLE) => {
                self.last = None;
                if self.learn(payload.text_of("ProductId"), payload.text_of("DeviceName")) {
                    self.usable(now);
                }
                return;
            }
            Ok(_) => self.last = None,
            // The token is dead, the user signed out, the request is wrong: waiting does not help.
            Err(error) if is_final_while_asking(&error) || error.is_refusal() && !error.retryable => {
                return self.fail(error);
            }
            // A phone that changes networks hears nothing, or a portal's page: that is no verdict.
            Err(error) => self.last = Some(error),
        }
        self.note("waiting", now);
        self.state = State::Pause;
    }

    fn usable(&mut self, now: &Moment) {
        self.note("token-usable", now);
        if self.target().is_none() {
            return self.fail(Error::new(code!("Flow.DeviceUnknown")));
        }
        self.save(Stage::Binding);
        self.bind(From::Start);
    }

    fn bind(&mut self, from: From) {
        let Checkpoint {
            token,
            product_id,
            device_name,
            family_id,
            room_id,
            ..
        } = &self.checkpoint;
        let params = [
            ("Token", &**token),
            ("ProductId", product_id),
            ("DeviceName", device_name),
            ("FamilyId", family_id),
            ("RoomId", room_id),
        ];
        match (prepare::<V>("AppTokenBindDeviceFamily", &params), self.target()) {
            (Ok(bind), Some(target)) => {
                let binding = Binding::new(Rc::clone(&self.setup), bind, target, None, self.pace, from);
                self.state = State::Bind(Box::new(binding));
            }
            (_, None) => self.fail(Error::new(code!("Flow.BadCheckpoint"))),
            (Err(error), _) => self.fail(error),
        }
    }
}

impl<V: Json> Machine<V> for TokenFlow<V> {
    fn next(&mut self, now: &Moment) -> Want<V> {
        loop {
            let (call, created) = match &mut self.state {
                State::Create(call) => (call, true),
                State::Poll(call) => (call, false),
                State::Tell => {
                    let question = Question::SendToDevice {
                        token: self.checkpoint.token.clone(),
                    };
                    return Want::Ask {
                        question,
                        until_ms: self.pace.deadline_ms,
                    };
                }
                State::Pause => {
                    let left = (self.pace.deadline_ms - now.ms).max(0.0);
                    return Want::Wait {
                        ms: self.pace.poll_ms.min(left),
                    };
                }
                State::Due => {
                    self.poll(now);
                    continue;
                }
                State::Bind(binding) => return binding.next(now),
                State::Done(outcome) => return Want::Done(outcome.clone()),
            };
            let outcome = match call.next(now) {
                Want::Done(outcome) => outcome,
                want => return want,
            };
            let notes = call.notes();
            self.notes.extend(notes);
            if created {
                self.created(outcome, now);
            } else {
                self.polled(outcome, now);
            }
        }
    }

    fn hear(&mut self, heard: Heard<V>, now: &Moment) {
        match (&mut self.state, heard) {
            (State::Bind(binding), heard) => binding.hear(heard, now),
            (State::Done(_), _) => {}
            (_, Heard::Aborted) => self.fail(aborted()),
            (State::Create(call) | State::Poll(call), heard) => call.hear(heard, now),
            (State::Tell, Heard::Reply(reply)) => self.told(&reply, now),
            (State::Tell, Heard::Failed(error)) => self.fail(unanswered(error)),
            (State::Pause, Heard::Woke) => self.state = State::Due,
            _ => {}
        }
    }

    fn notes(&mut self) -> Vec<Note> {
        let mut notes = std::mem::take(&mut self.notes);
        match &mut self.state {
            State::Create(call) | State::Poll(call) => notes.extend(call.notes()),
            State::Bind(binding) => notes.extend(with_bound_checkpoint(binding.notes(), &mut self.checkpoint)),
            _ => {}
        }
        notes
    }
}
