//! The bind flows, each of them the same machine: a walk from step to step, each one request or one question.
//!
//! | flow | steps |
//! | --- | --- |
//! | token | create a token, have it handed to the device, poll until the device has reported it, bind |
//! | multi-device | the same for newer firmware, which is bound by what it reports |
//! | signature | bind, again and again until the device is in the cloud's reach |
//! | gateway | have the bind signed, bind |
//!
//! and then all of them show what was bound. What follows from the outcome of each step is in [`token`], [`gateway`] and
//! [`bind`].
//!
//! What a flow knows of its binding is a record: an object with the wire's names, which requests are made from and which
//! a [`checkpoint`] holds.

pub mod bind;
pub mod checkpoint;
pub mod gateway;
pub mod token;

use std::rc::Rc;

use crate::atom::{Atom, atom};
use crate::client::{Call, Setup, aborted, code_of, least, until};
use crate::envelope::{Caller, Common, Prepared};
use crate::error::{Cause, Error, ErrorKind, Result, code};
use crate::http::Answer;
use crate::json::Json;
use crate::transport::{Machine, Moment, NoteKind, Task, Want};
use checkpoint::{DOUBT_MAX_MS, RESUME_MIN_MS, Stage};

/// Which flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Binds a Wi-Fi device with a token that it reports to the cloud.
    Token,
    /// Binds a device with a signature that it made.
    Signature,
    /// Attaches a sub-device to a gateway with a signature from the caller's server.
    Gateway,
    /// Waits for a Wi-Fi device that is bound as soon as it has reported its token, one of several perhaps.
    MultiDevice,
}

// By kind; looked up rather than matched, which is less code.
const NAMES: [Atom; KINDS] = [
    atom!("token"),
    atom!("signature"),
    atom!("gateway"),
    atom!("multi-device"),
];
// The last one sends none.
const BINDS: [Atom; KINDS] = [
    atom!("AppTokenBindDeviceFamily"),
    atom!("AppSigBindDeviceInFamily"),
    atom!("AppSigGatewayBindDevice"),
    atom!("AppTokenBindDeviceFamily"),
];
const STEPS: [Step; KINDS] = [Step::Create, Step::Bind, Step::Sign, Step::Create];
const KINDS: usize = 4;

#[expect(clippy::indexing_slicing, reason = "as many rows as there are kinds")]
fn row<T: Copy>(table: [T; KINDS], kind: Kind) -> T {
    table[kind as usize]
}

/// What a flow needs. Not to be printed: the parameters may hold a signature, and a checkpoint holds the bind token.
#[derive(Clone)]
pub struct Options<V> {
    /// The bind's own parameters, as far as they are known, by the wire's names; `FamilyId` in any case. The flow keeps
    /// the object and writes to it.
    pub params: V,
    /// How long it waits before it asks again.
    pub poll_ms: f64,
    /// How long the whole flow may take.
    pub timeout_ms: f64,
    /// A checkpoint to go on from.
    pub resume: Option<String>,
}

// What a record holds.
const FAMILY_ID: Atom = atom!("FamilyId");
const ROOM_ID: Atom = atom!("RoomId");
const PRODUCT_ID: Atom = atom!("ProductId");
const DEVICE_NAME: Atom = atom!("DeviceName");
const TOKEN: Atom = atom!("Token");
/// How a device is called by the wire, and by this package.
const OWN_NAMES: [(Atom, Atom); 2] = [(PRODUCT_ID, atom!("productId")), (DEVICE_NAME, atom!("deviceName"))];
const FLOW: Atom = atom!("flow");
const STAGE: Atom = atom!("stage");
const DEADLINE: Atom = atom!("deadline");

/// A bind flow.
pub struct Flow<V> {
    setup: Rc<Setup<V>>,
    kind: Kind,
    /// The bind's parameters among them; the token flow makes those from the record.
    options: Options<V>,
    record: V,
    /// When it gives up, by the wall clock.
    deadline_ms: f64,
    step: Step,
    state: State<V>,
    /// A bind was sent, and it is not known what became of it.
    doubt: bool,
    /// A bind had no answer. Late is not never: it may still be on its way when the cloud says "not bound".
    unanswered: bool,
    bound: bool,
    announced: bool,
    /// When it stops asking what was bound.
    confirm_until_ms: f64,
    /// How long the last answer asked to wait; NaN if it did not.
    retry_after_ms: f64,
    /// A refusal that is final unless an earlier bind turns out to have worked.
    refused: Option<Error>,
    last: Option<Error>,
    /// How often a fault left the bind undone.
    faults: u32,
    /// How often a fault was waited for.
    asked: u32,
    /// How many entries of the gateway's list have been looked through.
    offset: u32,
    /// What the bind's answer says of the device.
    info: Option<V>,
}

/// What is to be done, or being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Create,
    Tell,
    Poll,
    Sign,
    Bind,
    Check,
    Confirm,
}

enum State<V> {
    Start,
    Due,
    Pause(f64),
    Call(Box<Call<V>>),
    /// With the outcome until it has been handed over.
    Done(Option<Result<V>>),
}

impl<V> std::fmt::Debug for Flow<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // It holds a bind token or a signature.
        write!(f, "Flow({:?} {:?}, last {:?})", self.kind, self.step, self.last)
    }
}

impl<V: Json> Flow<V> {
    /// Starts with the first thing that it is asked or told.
    #[must_use]
    pub fn new(kind: Kind, setup: Rc<Setup<V>>, options: Options<V>) -> Self {
        Self {
            setup,
            kind,
            record: pick(&options.params, &[FAMILY_ID, ROOM_ID, PRODUCT_ID, DEVICE_NAME]),
            options,
            deadline_ms: 0.0,
            step: row(STEPS, kind),
            state: State::Start,
            doubt: false,
            unanswered: false,
            bound: false,
            announced: false,
            confirm_until_ms: f64::INFINITY,
            retry_after_ms: f64::NAN,
            refused: None,
            last: None,
            faults: 0,
            asked: 0,
            offset: 0,
            info: None,
        }
    }

    fn begin_once(&mut self, now: &mut Moment<V>) {
        if matches!(self.state, State::Start)
            && let Err(error) = self.start(now)
        {
            self.fail(error);
        }
    }

    /// Kind `parameter` for what cannot be sent; kind `flow` for a checkpoint that cannot be gone on from.
    fn start(&mut self, now: &mut Moment<V>) -> Result<()> {
        self.state = State::Due;
        self.deadline_ms = now.ms + self.options.timeout_ms;
        self.record.set(FLOW, row(NAMES, self.kind).into());
        match self.kind {
            Kind::Token | Kind::MultiDevice => {}
            Kind::Signature => {
                if let Some(error) = self.bind_error() {
                    return Err(error);
                }
            }
            Kind::Gateway => self.prepare_signing(now),
        }
        match self.options.resume.take() {
            Some(stored) => self.resume(&stored, now),
            None => Ok(()),
        }
    }

    /// What keeps the bind from being sent.
    #[inline(never)]
    fn bind_error(&self) -> Option<Error> {
        let empty = V::from(atom!(""));
        let common = Common {
            caller: Caller::User(empty.clone()),
            request_id: empty,
            params: None,
        };
        Prepared::of(&row(BINDS, self.kind).into(), Some(&self.options.params), false)
            .and_then(|mut bind| bind.body(common))
            .err()
    }

    /// Goes on from a checkpoint.
    fn resume(&mut self, stored: &str, now: &mut Moment<V>) -> Result<()> {
        let mut stored: V = checkpoint::read(stored)?;
        for (name, option) in [
            (FLOW, FLOW),
            (FAMILY_ID, atom!("familyId")),
            (PRODUCT_ID, atom!("productId")),
            (DEVICE_NAME, atom!("deviceName")),
        ] {
            let given = self.known(name);
            // The device may not have been known when it was written, nor need it be told now.
            if !has(&stored, name) {
                stored.set(name, given);
            } else if has(&self.record, name) && !stored.get(name).is_some_and(|known| known.same(&given)) {
                return Err(Error::parameter(code!("Flow.CheckpointMismatch"), option));
            }
        }
        let (deadline_ms, stage) = (number_of(&stored, DEADLINE), number_of(&stored, STAGE));
        if (deadline_ms + stage).is_nan() {
            return Err(Error::new(code!("Flow.BadCheckpoint")));
        }
        self.record = stored;
        // What a clock set back by hours would add is cut off.
        let deadline_ms = least(deadline_ms, self.deadline_ms);
        self.bound = stage >= Stage::Bound.number();
        self.doubt = !self.bound && (self.kind == Kind::Signature || stage >= Stage::Binding.number());
        self.unanswered = self.doubt;
        let may_be_sent = self.bound || self.doubt;
        self.deadline_ms = if now.ms < deadline_ms {
            deadline_ms
        } else if may_be_sent && now.ms - deadline_ms < DOUBT_MAX_MS {
            self.options.timeout_ms = RESUME_MIN_MS;
            now.ms + RESUME_MIN_MS
        } else {
            return Err(Error::new(code!("Flow.CheckpointExpired")));
        };
        self.step = Step::Tell;
        if may_be_sent {
            if !self.is_device_known() {
                return Err(Error::new(code!("Flow.BadCheckpoint")));
            }
            self.announced = true;
            self.step = if self.bound { Step::Confirm } else { Step::Check };
            if self.kind == Kind::Signature {
                self.save(if self.bound { Stage::Bound } else { Stage::Binding }, now);
            }
        } else if stage >= Stage::Sent.number() {
            self.wait(now);
        }
        Ok(())
    }

    /// What is known by that name, or an empty text.
    fn known(&self, name: Atom) -> V {
        self.record.text_at(name).unwrap_or_else(|| atom!("").into())
    }

    fn is_device_known(&self) -> bool {
        has(&self.record, PRODUCT_ID) && has(&self.record, DEVICE_NAME)
    }

    /// Tells of a step, and why the flow waits, if there was a fault.
    fn note(&self, step: Atom, now: &mut Moment<V>) {
        let mut progress = V::new_object();
        progress.set(atom!("step"), step.into());
        if self.is_device_known() {
            copy(&self.record, &mut progress, &OWN_NAMES);
        }
        progress.set(atom!("remainingMs"), V::from_number(self.left_ms(now)));
        if let Some(error) = &self.last {
            progress.set(atom!("code"), code_of(error));
        }
        now.note(NoteKind::Progress, progress);
    }

    fn left_ms(&self, now: &Moment<V>) -> f64 {
        until(self.deadline_ms, now.ms)
    }

    /// Hands out a checkpoint. A sub-device's bind has none: only the caller's server could go on with it.
    fn save(&mut self, stage: Stage, now: &mut Moment<V>) {
        if self.kind != Kind::Gateway {
            self.record.set(DEADLINE, V::from_number(self.deadline_ms));
            self.record.set(STAGE, V::from_number(stage.number()));
            now.note(NoteKind::Checkpoint, V::from_text(&checkpoint::write(&self.record)));
        }
    }

    fn go_to(&mut self, step: Step) {
        self.step = step;
        self.state = State::Due;
    }

    /// Starts the request that is due, unless time is up.
    fn begin(&mut self, now: &mut Moment<V>) {
        let until_ms = match self.step {
            Step::Confirm => self.confirm_end_ms(now),
            _ => self.deadline_ms,
        };
        if now.ms >= until_ms || self.step == Step::Bind && self.is_too_late(now) {
            return self.out_of_time();
        }
        let (action, params) = match self.step {
            Step::Create => (atom!("AppCreateDeviceBindToken"), V::new_object()),
            Step::Poll => {
                let action = if self.kind == Kind::MultiDevice {
                    atom!("AppGetMultiDeviceBindTokenState")
                } else {
                    atom!("AppGetDeviceBindTokenState")
                };
                (action, pick(&self.record, &[TOKEN]))
            }
            Step::Bind if self.kind == Kind::Token => (
                row(BINDS, self.kind),
                pick(&self.record, &[TOKEN, PRODUCT_ID, DEVICE_NAME, FAMILY_ID, ROOM_ID]),
            ),
            Step::Bind => (row(BINDS, self.kind), self.options.params.clone()),
            Step::Check if self.kind == Kind::Gateway => (atom!("AppGetFamilySubDeviceList"), self.page()),
            _ => (
                atom!("AppGetDeviceInFamily"),
                pick(&self.record, &[PRODUCT_ID, FAMILY_ID, DEVICE_NAME]),
            ),
        };
        let prepared = match Prepared::of(&action.into(), Some(&params), false) {
            Ok(prepared) => prepared,
            Err(error) => return self.fail(error),
        };
        if self.step == Step::Bind && !self.announced {
            self.announced = true;
            self.save(Stage::Binding, now);
            self.note(atom!("binding"), now);
        }
        let mut call = Call::new(prepared, Rc::clone(&self.setup));
        call.deadline_ms = until_ms;
        // A token that nobody uses costs nothing, so that one may be asked for again.
        call.retries = if self.step == Step::Create {
            self.setup.retries
        } else {
            0
        };
        self.state = State::Call(Box::new(call));
    }

    fn pause(&mut self, ms: f64, step: Step, now: &mut Moment<V>) {
        // What comes after "bound" is a formality that nobody needs to be told to wait for.
        if !self.bound {
            self.note(atom!("waiting"), now);
        }
        self.step = step;
        self.state = State::Pause(least(ms, self.left_ms(now)));
    }

    fn end(&mut self, outcome: Result<V>) {
        self.state = State::Done(Some(outcome));
    }

    /// Ends with an error, which says whether a bind may have taken place that the caller has not been told of.
    fn fail(&mut self, mut error: Error) {
        let in_the_air = self.step == Step::Bind && matches!(&self.state, State::Call(call) if call.was_sent());
        // One that needs no bind may be bound by what it reports at any time now.
        let by_itself = self.kind == Kind::MultiDevice && self.step == Step::Poll;
        error.may_be_bound = self.doubt || self.unanswered || self.bound || in_the_air || by_itself;
        self.end(Err(error));
    }

    fn out_of_time(&mut self) {
        if self.bound {
            return self.resolve(None);
        }
        let cause = self.last.take();
        let mut error = Error::new(if self.doubt {
            code!("Flow.OutcomeUnknown")
        } else if self.step == Step::Poll || cause.as_ref().is_some_and(is_device_away) {
            code!("Timeout.DeviceNotOnline")
        } else {
            code!("Timeout.Flow")
        });
        error.cause = cause.map(Cause::Error);
        self.fail(error);
    }
}

impl<V: Json> Machine<V> for Flow<V> {
    fn next(&mut self, now: &mut Moment<V>) -> Want<V> {
        self.begin_once(now);
        // A clock that was set back adds nothing: there is never more left than the whole time.
        self.deadline_ms = least(self.deadline_ms, now.ms + self.options.timeout_ms);
        loop {
            let (what, ms, with) = match &mut self.state {
                State::Start | State::Due => match self.step {
                    Step::Tell => (Task::SendToDevice, self.left_ms(now), self.record.get(TOKEN)),
                    Step::Sign => (Task::Sign, self.left_ms(now), Some(self.to_sign())),
                    _ => {
                        self.begin(now);
                        continue;
                    }
                },
                State::Pause(ms) => (Task::Wait, *ms, None),
                State::Done(outcome) => return Want::Done(outcome.take().unwrap_or_else(|| Err(aborted()))),
                State::Call(call) => {
                    let outcome = match call.next(now) {
                        Want::Done(outcome) => outcome,
                        want @ Want::Do { .. } => return want,
                    };
                    let sent = call.was_sent();
                    self.retry_after_ms = call.retry_after_ms();
                    self.state = State::Due;
                    match self.step {
                        Step::Create => self.after_create(outcome, now),
                        Step::Poll => self.after_poll(outcome, now),
                        Step::Bind => self.after_bind(outcome, sent, now),
                        Step::Check => self.after_check(outcome, now),
                        _ => self.after_confirm(outcome, now),
                    }
                    continue;
                }
            };
            return Want::Do { what, ms, with };
        }
    }

    fn hear_token(&mut self, token: V) {
        if let State::Call(call) = &mut self.state {
            call.hear_token(token);
        }
    }

    fn hear_answer(&mut self, answer: &Answer<V>, now: &mut Moment<V>) {
        if let State::Call(call) = &mut self.state {
            call.hear_answer(answer, now);
        }
    }

    fn hear_reply(&mut self, reply: &V, now: &mut Moment<V>) {
        if matches!(self.state, State::Due) {
            match self.step {
                Step::Tell => self.told(reply, now),
                Step::Sign => self.signed(reply),
                _ => {}
            }
        }
    }

    fn hear_failure(&mut self, error: Error, now: &mut Moment<V>) {
        match &mut self.state {
            State::Call(call) => call.hear_failure(error, now),
            State::Due if matches!(self.step, Step::Tell | Step::Sign) => {
                // A function of the caller's that took too long has used up the flow's time.
                let is_late = error.kind == ErrorKind::Timeout;
                self.fail(if is_late {
                    Error::new(code!("Timeout.Flow"))
                } else {
                    error
                });
            }
            _ => {}
        }
    }

    fn hear_clock(&mut self) {
        match &mut self.state {
            State::Call(call) => call.hear_clock(),
            State::Pause(_) => self.state = State::Due,
            _ => {}
        }
    }

    fn hear_abort(&mut self, now: &mut Moment<V>) {
        self.begin_once(now);
        if !matches!(self.state, State::Done(_)) {
            self.fail(aborted());
        }
    }
}

/// The device is not in the cloud's reach yet: time helps.
fn is_device_away(error: &Error) -> bool {
    error.is_api(atom!("InvalidParameterValue.BindDeviceNotConnected"))
        || error.is_api(atom!("InvalidParameterValue.TokenNotBind"))
}

/// Asking again would get the same: nobody is signed in, or the request cannot be made.
fn is_final_while_asking(error: &Error) -> bool {
    error.is_invalid_access_token()
        || matches!(error.kind, ErrorKind::Parameter | ErrorKind::Init)
        || error.kind == ErrorKind::Network && !error.retryable
}

/// Whether there is a text property of that name with something in it.
fn has<V: Json>(object: &V, name: Atom) -> bool {
    object.text_at(name).is_some_and(|text| !text.is(atom!("")))
}

/// A number property; NaN where there is none.
fn number_of<V: Json>(object: &V, name: Atom) -> f64 {
    object.get(name).and_then(|value| value.number()).unwrap_or(f64::NAN)
}

/// Sets what one object has, under other names.
fn copy<V: Json>(from: &V, to: &mut V, names: &[(Atom, Atom)]) {
    for (name, other) in names {
        if let Some(value) = from.get(*name) {
            to.set(*other, value);
        }
    }
}

/// A new object with some of another's properties.
fn pick<V: Json>(from: &V, names: &[Atom]) -> V {
    let mut picked = V::new_object();
    for name in names {
        if let Some(value) = from.get(*name) {
            picked.set(*name, value);
        }
    }
    picked
}
