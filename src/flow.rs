//! What the bind flows share: sending the bind, finding out what became of it, and showing what was bound.
//!
//! A bind whose answer was lost may have taken place. [`Binding`] never sends another before it has asked the cloud, and
//! never reports a failure where it cannot know.

pub mod checkpoint;
pub mod gateway;
pub mod signature;
pub mod token;

use std::rc::Rc;

use crate::client::{Call, CallOptions, Setup, aborted, backoff_ms};
use crate::envelope::Prepared;
use crate::error::{Cause, Error, ErrorKind, Result, code};
use crate::json::Json;
use crate::transport::{Heard, Machine, Moment, Note, Progress, Want};

/// How often a bind that a fault left undone is sent again before the flow gives up.
const BIND_FAULTS_MAX: u32 = 5;
/// How long a flow asks what was bound before it resolves unconfirmed.
pub const CONFIRM_MAX_MS: f64 = 15_000.0;
/// Entries asked for at once when a gateway's sub-devices are looked through.
const PAGE_ENTRIES: u32 = 50;
/// The most pages looked through: far more sub-devices than a gateway may have.
const PAGES_MAX: u32 = 200;

/// Which device is being bound, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Product of the device.
    pub product_id: String,
    /// Name of the device within its product.
    pub device_name: String,
    /// Family that will hold it.
    pub family_id: String,
}

/// A gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gateway {
    /// Product of the gateway.
    pub product_id: String,
    /// Name of the gateway within its product.
    pub device_name: String,
}

/// How far a flow may go on its own clock.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// When it gives up, by the wall clock.
    pub deadline_ms: f64,
    /// How long it waits before it asks again.
    pub poll_ms: f64,
}

/// Where a bind stands when a machine takes it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// Nothing has been sent.
    Start,
    /// It may have been sent: ask first.
    Doubt,
    /// It took place: only show it.
    Bound,
}

/// One bind, from sending it to showing the device.
#[derive(Debug)]
pub struct Binding<V> {
    setup: Rc<Setup>,
    bind: Prepared,
    target: Target,
    /// Where a sub-device is looked for; the family otherwise.
    gateway: Option<Gateway>,
    pace: Pace,
    state: State<V>,
    /// A bind was sent, and it is not known what became of it.
    doubt: bool,
    /// A bind had no answer. Late is not never: it may still be on its way when the cloud says "not bound".
    unanswered: bool,
    bound: bool,
    confirm_until_ms: f64,
    /// A refusal that is final unless an earlier bind turns out to have worked.
    refused: Option<Error>,
    last: Option<Error>,
    faults: u32,
    asked: u32,
    info: Option<V>,
    announced: bool,
    notes: Vec<Note>,
}

#[derive(Debug)]
enum State<V> {
    Due(Step),
    Pause(f64, Step),
    Bind(Box<Call<V>>),
    Check(Box<Call<V>>, u32),
    Confirm(Box<Call<V>>),
    Done(Result<V>),
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Bind,
    /// With how many entries of the gateway's list have been looked through.
    Check(u32),
    Confirm,
}

impl<V: Json> Binding<V> {
    /// A bind by the request `bind`.
    #[must_use]
    pub fn new(
        setup: Rc<Setup>,
        bind: Prepared,
        target: Target,
        gateway: Option<Gateway>,
        pace: Pace,
        from: From,
    ) -> Self {
        Self {
            setup,
            bind,
            target,
            gateway,
            pace,
            state: State::Due(match from {
                From::Start => Step::Bind,
                From::Doubt => Step::Check(0),
                From::Bound => Step::Confirm,
            }),
            doubt: from == From::Doubt,
            unanswered: from == From::Doubt,
            bound: from == From::Bound,
            confirm_until_ms: f64::INFINITY,
            refused: None,
            last: None,
            faults: 0,
            asked: 0,
            info: None,
            announced: from != From::Start,
            notes: Vec::new(),
        }
    }

    /// Whether a bind may have taken place that the caller has not been told of.
    #[must_use]
    pub fn may_be_bound(&self) -> bool {
        let in_the_air = matches!(&self.state, State::Bind(call) if call.was_sent());
        self.doubt || self.unanswered || self.bound || in_the_air
    }

    fn call(&self, prepared: Prepared, until_ms: f64) -> Box<Call<V>> {
        let options = CallOptions {
            retries: Some(0),
            deadline_ms: Some(until_ms),
            ..CallOptions::default()
        };
        Box::new(Call::new(prepared, Rc::clone(&self.setup), options))
    }

    fn note(&mut self, step: &'static str, now: &Moment) {
        self.notes.push(progress(
            step,
            Some(&self.target),
            self.pace.deadline_ms,
            self.last.as_ref(),
            now,
        ));
    }

    /// Starts what is due, unless time is up.
    fn begin(&mut self, step: Step, now: &Moment) {
        let until_ms = match step {
            Step::Confirm => self.pace.deadline_ms.min(self.confirm_until_ms),
            _ => self.pace.deadline_ms,
        };
        if now.ms >= until_ms || matches!(step, Step::Bind) && self.is_too_late(now) {
            return self.out_of_time();
        }
        let prepared = match step {
            Step::Bind => Ok(self.bind.clone()),
            Step::Check(offset) => match &self.gateway {
                Some(gateway) => sub_device_list::<V>(gateway, offset),
                None => device_in_family::<V>(&self.target),
            },
            Step::Confirm => device_in_family::<V>(&self.target),
        };
        let prepared = match prepared {
            Ok(prepared) => prepared,
            Err(error) => return self.fail(error),
        };
        let call = self.call(prepared, until_ms);
        self.state = match step {
            Step::Bind => {
                if !self.announced {
                    self.announced = true;
                    self.note("binding", now);
                }
                State::Bind(call)
            }
            Step::Check(offset) => State::Check(call, offset),
            Step::Confirm => State::Confirm(call),
        };
    }

    /// Whether there is no time left to hear what becomes of another bind. A device that was away a moment ago is most
    /// likely away still; sent now, the bind would only turn a clear answer into a doubt.
    fn is_too_late(&self, now: &Moment) -> bool {
        let left = self.pace.deadline_ms - now.ms;
        left < self.pace.poll_ms.min(LAST_BIND_MS) && self.last.as_ref().is_some_and(is_device_away)
    }

    fn fail(&mut self, error: Error) {
        self.state = State::Done(Err(error));
    }

    fn out_of_time(&mut self) {
        if self.bound {
            return self.resolve(None);
        }
        let cause = self.last.take();
        let waiting = cause.as_ref().is_some_and(is_device_away);
        let error = if self.doubt {
            Error::new(code!("Flow.OutcomeUnknown"))
        } else if waiting {
            Error::new(code!("Timeout.DeviceNotOnline"))
        } else {
            Error::new(code!("Timeout.Flow"))
        };
        self.fail(with_cause(error.maybe_bound(self.doubt || self.unanswered), cause));
    }

    /// Ends with the device: what the cloud says of it, or what is known without.
    fn resolve(&mut self, device: Option<V>) {
        let confirmed = device.is_some();
        let mut device = device
            .or_else(|| self.info.take())
            .unwrap_or_else(|| known_device(&self.target));
        device.set("confirmed", V::from_bool(confirmed));
        self.state = State::Done(Ok(device));
    }

    fn pause(&mut self, ms: f64, step: Step, now: &Moment) {
        // What comes after "bound" is a formality that nobody needs to be told to wait for.
        if !self.bound {
            self.note("waiting", now);
        }
        let left = (self.pace.deadline_ms - now.ms).max(0.0);
        self.state = State::Pause(ms.min(left), step);
    }

    /// How long to wait after a fault: what the server asks for, or a little more each time.
    fn fault_ms(&mut self, retry_after_ms: Option<f64>, now: &Moment) -> f64 {
        self.asked += 1;
        retry_after_ms.unwrap_or_else(|| backoff_ms(self.asked, now).max(MIN_PAUSE_MS).min(self.pace.poll_ms))
    }

    fn is_bound(&mut self, device: Option<V>, now: &Moment) {
        self.doubt = false;
        self.bound = true;
        self.last = None;
        self.note("bound", now);
        self.confirm_until_ms = now.ms + CONFIRM_MAX_MS;
        match device {
            Some(device) => self.is_confirmed(device, now),
            None => self.state = State::Due(Step::Confirm),
        }
    }

    fn is_confirmed(&mut self, device: V, now: &Moment) {
        self.note("confirmed", now);
        self.resolve(Some(device));
    }

    /// The cloud says that the device is not bound, after all.
    fn is_not_bound(&mut self, now: &Moment) {
        self.doubt = false;
        if let Some(error) = self.refused.take() {
            return self.fail(error);
        }
        self.faults += 1;
        match self.last.take() {
            Some(error) if self.faults >= BIND_FAULTS_MAX => {
                let unanswered = self.unanswered;
                self.fail(error.maybe_bound(unanswered));
            }
            last => {
                self.last = last;
                self.begin(Step::Bind, now);
            }
        }
    }

    fn after_bind(&mut self, outcome: Result<V>, sent: bool, retry_after_ms: Option<f64>, now: &Moment) {
        let error = match outcome {
            Ok(payload) => {
                self.info = payload.some("AppDeviceInfo");
                return self.is_bound(None, now);
            }
            Err(error) => error,
        };
        if !sent && error.kind == ErrorKind::Timeout {
            return self.out_of_time();
        }
        if error.is_api("UnsupportedOperation.CannotBindSameFamily") {
            if self.gateway.is_none() {
                return self.is_bound(None, now);
            }
            // In the family, but perhaps on another gateway: look.
            self.refused = Some(error);
            self.doubt = true;
            return self.begin(Step::Check(0), now);
        }
        if is_device_away(&error) {
            self.last = Some(error);
            return self.pause(self.pace.poll_ms, Step::Bind, now);
        }
        // Something on the way refused the request: the cloud never saw it.
        let turned_away = error.is(code!("Protocol.HttpStatus"));
        let kept_back = error.kind == ErrorKind::Network && !error.retryable;
        if !sent || error.is_refusal() || turned_away || kept_back {
            if (turned_away || error.is_refusal() && error.retryable) && self.faults < BIND_FAULTS_MAX {
                self.faults += 1;
                let ms = self.fault_ms(retry_after_ms, now);
                self.last = Some(error);
                return self.pause(ms, Step::Bind, now);
            }
            // It may be refused because an earlier one worked after all.
            let earlier = self.unanswered;
            if earlier && !error.is_invalid_access_token() && error.kind == ErrorKind::Api {
                self.refused = Some(error);
                self.doubt = true;
                return self.begin(Step::Check(0), now);
            }
            return self.fail(error.maybe_bound(earlier));
        }
        self.doubt = true;
        self.unanswered |= error.status.is_none();
        let ms = self.fault_ms(retry_after_ms, now);
        self.last = Some(error);
        self.pause(ms, Step::Check(0), now);
    }

    fn after_check(&mut self, outcome: Result<V>, offset: u32, retry_after_ms: Option<f64>, now: &Moment) {
        let error = match (outcome, &self.gateway) {
            (Ok(device), None) => {
                if device.text_of("DeviceId").is_some_and(|id| !id.is_empty()) {
                    return self.is_bound(Some(device), now);
                }
                return self.is_not_bound(now);
            }
            (Ok(page), Some(_)) => {
                let devices = page.some("DeviceList").map(|list| list.items()).unwrap_or_default();
                if devices.iter().any(|device| self.is_target(device)) {
                    return self.is_bound(None, now);
                }
                let seen = offset.saturating_add(u32::try_from(devices.len()).unwrap_or(u32::MAX));
                // Without a total the empty page after the last one says where the list ends.
                let total = page
                    .get("Total")
                    .and_then(|total| total.number())
                    .unwrap_or(f64::INFINITY);
                if devices.is_empty() || f64::from(seen) >= total || seen >= PAGES_MAX * PAGE_ENTRIES {
                    return self.is_not_bound(now);
                }
                return self.begin(Step::Check(seen), now);
            }
            (Err(error), _) => error,
        };
        if self.gateway.is_none() && says_not_bound(&error) {
            return self.is_not_bound(now);
        }
        if is_final_while_asking(&error) {
            return self.fail(error.maybe_bound(true));
        }
        let ms = self.fault_ms(retry_after_ms, now);
        self.last = Some(error);
        self.pause(ms, Step::Check(offset), now);
    }

    fn after_confirm(&mut self, outcome: Result<V>, retry_after_ms: Option<f64>, now: &Moment) {
        match outcome {
            Ok(device) if device.text_of("DeviceId").is_some_and(|id| !id.is_empty()) => {
                return self.is_confirmed(device, now);
            }
            // Bound a moment ago, so not found means not found yet.
            Ok(_) => {}
            Err(error) if says_not_bound(&error) => self.last = Some(error),
            Err(error) if error.is_refusal() || is_final_while_asking(&error) => return self.resolve(None),
            Err(error) => self.last = Some(error),
        }
        let ms = self.fault_ms(retry_after_ms, now);
        if now.ms + ms >= self.pace.deadline_ms.min(self.confirm_until_ms) {
            return self.resolve(None);
        }
        self.pause(ms, Step::Confirm, now);
    }

    fn is_target(&self, device: &V) -> bool {
        device.text_of("ProductId").as_ref() == Some(&self.target.product_id)
            && device.text_of("DeviceName").as_ref() == Some(&self.target.device_name)
    }

    /// The call in progress.
    fn current(&mut self) -> Option<&mut Call<V>> {
        match &mut self.state {
            State::Bind(call) | State::Check(call, _) | State::Confirm(call) => Some(call),
            _ => None,
        }
    }
}

/// How much time a bind needs at least, once the device has been away.
const LAST_BIND_MS: f64 = 1_000.0;
/// The shortest pause after a fault.
const MIN_PAUSE_MS: f64 = 100.0;

impl<V: Json> Machine<V> for Binding<V> {
    fn next(&mut self, now: &Moment) -> Want<V> {
        loop {
            if let State::Due(step) = self.state {
                self.begin(step, now);
                continue;
            }
            match &self.state {
                State::Pause(ms, _) => return Want::Wait { ms: *ms },
                State::Done(outcome) => return Want::Done(outcome.clone()),
                _ => {}
            }
            let Some(call) = self.current() else { continue };
            let outcome = match call.next(now) {
                Want::Done(outcome) => outcome,
                want => return want,
            };
            let (sent, retry_after_ms, notes) = (call.was_sent(), call.retry_after_ms(), call.notes());
            self.notes.extend(notes);
            match self.state {
                State::Bind(_) => self.after_bind(outcome, sent, retry_after_ms, now),
                State::Check(_, offset) => self.after_check(outcome, offset, retry_after_ms, now),
                _ => self.after_confirm(outcome, retry_after_ms, now),
            }
        }
    }

    fn hear(&mut self, heard: Heard<V>, now: &Moment) {
        match (&self.state, heard) {
            (State::Done(_), _) => {}
            (_, Heard::Aborted) => {
                let error = aborted().maybe_bound(self.may_be_bound());
                self.fail(error);
            }
            (State::Pause(_, step), Heard::Woke) => self.state = State::Due(*step),
            (_, heard) => {
                if let Some(call) = self.current() {
                    call.hear(heard, now);
                }
            }
        }
    }

    fn notes(&mut self) -> Vec<Note> {
        let mut notes = std::mem::take(&mut self.notes);
        if let Some(call) = self.current() {
            notes.extend(call.notes());
        }
        notes
    }
}

/// The device is not in the cloud's reach yet: time helps.
fn is_device_away(error: &Error) -> bool {
    error.is_api("InvalidParameterValue.BindDeviceNotConnected") || error.is_api("InvalidParameterValue.TokenNotBind")
}

/// What is taken as "this device is not bound". No document says so.
fn says_not_bound(error: &Error) -> bool {
    error.is_api("ResourceNotFound")
        || error.is_api("ResourceNotFound.DeviceNotExist")
        || error.is_api("InvalidParameterValue.AppDeviceNotExist")
}

/// What a function of the caller's failed with. One that took too long has used up the flow's time.
fn unanswered(error: Error) -> Error {
    if error.kind == ErrorKind::Timeout {
        return Error::new(code!("Timeout.Flow"));
    }
    error
}

/// Asking again would get the same: nobody is signed in, or the request cannot be made.
fn is_final_while_asking(error: &Error) -> bool {
    error.is_invalid_access_token()
        || matches!(error.kind, ErrorKind::Parameter | ErrorKind::Init)
        || error.kind == ErrorKind::Network && !error.retryable
}

fn with_cause(error: Error, cause: Option<Error>) -> Error {
    match cause {
        Some(cause) => error.because(Cause::Error(cause)),
        None => error,
    }
}

fn progress(step: &'static str, target: Option<&Target>, deadline_ms: f64, last: Option<&Error>, now: &Moment) -> Note {
    Note::Progress(Progress {
        step,
        product_id: target.map(|target| target.product_id.clone()),
        device_name: target.map(|target| target.device_name.clone()),
        remaining_ms: (deadline_ms - now.ms).max(0.0),
        code: if step == "waiting" {
            last.map(|error| error.code.clone())
        } else {
            None
        },
    })
}

/// A request of ours, from parameters that are texts.
fn prepare<V: Json>(action: &str, params: &[(&str, &str)]) -> Result<Prepared> {
    let mut object = V::new_object();
    for (name, value) in params {
        object.set(name, V::from_text(value));
    }
    Prepared::new(action, Some(&object), false)
}

fn device_in_family<V: Json>(target: &Target) -> Result<Prepared> {
    prepare::<V>(
        "AppGetDeviceInFamily",
        &[
            ("ProductId", &target.product_id),
            ("FamilyId", &target.family_id),
            ("DeviceName", &target.device_name),
        ],
    )
}

fn sub_device_list<V: Json>(gateway: &Gateway, offset: u32) -> Result<Prepared> {
    prepare::<V>(
        "AppGetFamilySubDeviceList",
        &[
            ("GatewayProductId", &gateway.product_id),
            ("GatewayDeviceName", &gateway.device_name),
            ("Offset", &offset.to_string()),
            ("Limit", &PAGE_ENTRIES.to_string()),
        ],
    )
}

/// What is known of a device without asking the cloud.
fn known_device<V: Json>(target: &Target) -> V {
    let mut device = V::new_object();
    let id = [&*target.product_id, "/", &target.device_name].concat();
    device.set("DeviceId", V::from_text(&id));
    device.set("ProductId", V::from_text(&target.product_id));
    device.set("DeviceName", V::from_text(&target.device_name));
    device.set("FamilyId", V::from_text(&target.family_id));
    device
}

/// Waits for as long as a number of milliseconds can be trusted: what a clock set back by hours would add is cut off.
fn bounded_deadline(stored_ms: f64, longest_ms: f64, now: &Moment) -> f64 {
    stored_ms.min(now.ms + longest_ms)
}
