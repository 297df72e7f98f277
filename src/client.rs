//! One call as a machine: attempts, deadline, renewal of the access token.

use std::rc::Rc;

use crate::atom::{Atom, atom};
use crate::envelope::{AppKeys, Caller, Common, Prepared, read_answer};
use crate::error::{Cause, Code, Error, Result, Secrets, Text, code};
use crate::http::Answer;
use crate::json::Json;
use crate::transport::{Machine, Moment, NoteKind, Task, Want};

/// What all calls of a client share.
#[derive(Debug, Clone)]
pub struct Setup<V> {
    /// Parameters added to every body, as [`check_common`](crate::action::check::check_common) hands them out.
    pub common_params: Option<V>,
    /// The access token, where it is always the same. It is asked for otherwise.
    pub access_token: Option<V>,
    /// What signs calls before sign-in, if anything does.
    pub app: Option<AppKeys<V>>,
    /// How long one attempt may take.
    pub timeout_ms: f64,
    /// How many attempts may follow the first, of read-only Actions.
    pub retries: u32,
    /// Whether a refused access token can be renewed: whether the caller gave a function.
    pub can_renew: bool,
    /// Whether anybody wants to be told of requests and answers.
    pub is_heard: bool,
}

/// How long to wait before the second attempt, at most; doubled for each further one.
pub const BACKOFF_FIRST_MS: f64 = 500.0;
/// How long to wait before any attempt, at most.
pub const BACKOFF_MAX_MS: f64 = 8_000.0;

/// Exponential back-off with full jitter: anything from nothing to the bound.
#[must_use]
pub fn backoff_ms<V>(attempt: u32, now: &Moment<V>) -> f64 {
    backoff_max_ms(attempt) * now.dice()
}

/// The longest that the pause after an attempt may be.
#[inline(never)]
fn backoff_max_ms(attempt: u32) -> f64 {
    let bound = BACKOFF_FIRST_MS * f64::from(1_u32 << attempt.saturating_sub(1).min(8));
    least(bound, BACKOFF_MAX_MS)
}

/// One call.
pub struct Call<V> {
    prepared: Prepared<V>,
    setup: Rc<Setup<V>>,
    token: Option<V>,
    /// The request's id, a text; a fresh UUID if there is none.
    pub request_id: Option<V>,
    /// How long one attempt may take.
    pub timeout_ms: f64,
    /// When the whole call must have ended; if that is never, after the time of all attempts and of the longest pauses
    /// between.
    pub deadline_ms: f64,
    /// How many attempts may still follow.
    pub retries: u32,
    attempt: u32,
    renewed: bool,
    sent: bool,
    sent_at_ms: f64,
    /// NaN if nothing was asked for.
    retry_after_ms: f64,
    state: State<V>,
}

impl<V> std::fmt::Debug for Call<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // It holds the access token, and perhaps an answer with a bind token.
        write!(f, "Call({}, attempt {})", self.prepared.name, self.attempt)
    }
}

enum State<V> {
    Start,
    NeedToken,
    Ready,
    Sent,
    Backoff(f64),
    /// With the outcome until it has been handed over.
    Done(Option<Result<V>>),
}

impl<V: Json> Call<V> {
    /// A call of what has been prepared, with the client's limits and as many attempts as the Action allows.
    #[must_use]
    pub fn new(prepared: Prepared<V>, setup: Rc<Setup<V>>) -> Self {
        Self {
            retries: if prepared.is_read_only() { setup.retries } else { 0 },
            timeout_ms: setup.timeout_ms,
            deadline_ms: f64::INFINITY,
            request_id: None,
            prepared,
            setup,
            token: None,
            attempt: 0,
            renewed: false,
            sent: false,
            sent_at_ms: 0.0,
            retry_after_ms: f64::NAN,
            state: State::Start,
        }
    }

    /// Whether anything has gone out whose effect is not known: sent, and not refused unread since.
    #[must_use]
    pub fn was_sent(&self) -> bool {
        self.sent
    }

    /// How long the last answer asked to wait; NaN if it did not.
    #[must_use]
    pub fn retry_after_ms(&self) -> f64 {
        self.retry_after_ms
    }

    fn shown_id(&self) -> Option<Text> {
        let id = self.request_id.as_ref()?.said();
        Some(self.prepared.secrets().hide(&id))
    }

    /// Notes what becomes of an attempt.
    fn note(&self, what: Atom, status: Option<u16>, error: Option<&Error>, ms: Option<f64>, now: &mut Moment<V>) {
        if !self.setup.is_heard {
            return;
        }
        let mut event = V::new_object();
        event.set(atom!("type"), what.into());
        event.set(atom!("action"), V::of_text(self.prepared.name.clone()));
        event.set(atom!("requestId"), V::of_text(self.shown_id().unwrap_or_default()));
        event.set(atom!("attempt"), V::from_number(f64::from(self.attempt)));
        if let Some(status) = status {
            event.set(atom!("status"), V::from_number(f64::from(status)));
        }
        if let Some(error) = error {
            event.set(atom!("code"), code_of(error));
        }
        if let Some(ms) = ms {
            let name = if what == atom!("retry") {
                atom!("delayMs")
            } else {
                atom!("durationMs")
            };
            event.set(name, V::from_number(ms));
        }
        now.note(NoteKind::Event, event);
    }

    fn start(&mut self, now: &mut Moment<V>) {
        if self.request_id.is_none() {
            self.request_id = Some(now.uuid());
        }
        if self.deadline_ms == f64::INFINITY {
            let attempts = f64::from(self.retries.saturating_add(1));
            self.deadline_ms = now.ms + self.timeout_ms * attempts;
            for attempt in 1..=self.retries {
                self.deadline_ms += backoff_max_ms(attempt);
            }
        }
        self.state = State::NeedToken;
        if self.prepared.is_before_sign_in() {
            match self.setup.app.clone() {
                Some(keys) => {
                    self.prepared.add_secret(&keys.secret);
                    self.state = State::Ready;
                }
                None => self.fail(Error::parameter(code!("Parameter.Missing"), atom!("appKey"))),
            }
        } else if let Some(token) = self.setup.access_token.clone() {
            self.hear_token(token);
        }
    }

    /// Makes the request.
    fn send(&mut self, now: &mut Moment<V>) -> Result<Want<V>> {
        let timeout_ms = least(self.timeout_ms, self.deadline_ms - now.ms);
        if timeout_ms <= 0.0 {
            return Err(Error::new(code!("Timeout.Request")));
        }
        let app = self.setup.app.clone().filter(|_| self.prepared.is_before_sign_in());
        let caller = match (app, &self.token) {
            (Some(keys), _) => Caller::App {
                keys,
                timestamp: (now.ms / 1000.0).trunc(),
                nonce: now.number(),
            },
            (None, Some(access_token)) => Caller::User(access_token.clone()),
            (None, None) => return Err(aborted()),
        };
        let body = self.prepared.body(Common {
            caller,
            request_id: self.request_id.clone().unwrap_or_else(|| now.uuid()),
            params: self.setup.common_params.clone(),
        })?;
        self.attempt = self.attempt.saturating_add(1);
        self.sent = true;
        self.sent_at_ms = now.ms;
        self.state = State::Sent;
        self.note(atom!("request"), None, None, None, now);
        Ok(Want::Do {
            what: Task::Send,
            ms: timeout_ms,
            with: Some(body),
        })
    }

    /// Ends with an error, to which is added what the call knows, and from which is taken what nobody may see.
    fn fail(&mut self, mut error: Error) {
        // What the cloud said was scrubbed when it was read; what is left is what the host said.
        let secrets = self.prepared.secrets();
        if let Some(Cause::Redacted { name, message, code }) = &mut error.cause {
            hide(secrets, name);
            hide(secrets, message);
            if let Some(code) = code {
                hide(secrets, code);
            }
        }
        let mut error = error.of(self.prepared.name.clone());
        if error.request_id.is_none() {
            error.request_id = self.shown_id();
        }
        self.state = State::Done(Some(Err(error)));
    }

    /// Takes in how an attempt ended.
    fn attempted(&mut self, status: Option<u16>, outcome: Result<V>, now: &mut Moment<V>) {
        let ms = until(now.ms, self.sent_at_ms);
        self.note(atom!("response"), status, outcome.as_ref().err(), Some(ms), now);
        let error = match outcome {
            Ok(payload) => {
                self.state = State::Done(Some(Ok(payload)));
                return;
            }
            Err(error) => error,
        };
        if error.is_invalid_access_token() {
            // Refused unread: nothing has been done.
            self.sent = false;
            if self.setup.can_renew && !self.renewed {
                self.renewed = true;
                self.state = State::NeedToken;
                return;
            }
        } else if error.is_transient()
            && let Some(retries) = self.retries.checked_sub(1)
        {
            let delay = if self.retry_after_ms.is_nan() {
                backoff_ms(self.attempt, now)
            } else {
                self.retry_after_ms
            };
            if now.ms + delay < self.deadline_ms {
                self.retries = retries;
                self.note(atom!("retry"), None, Some(&error), Some(delay), now);
                self.state = State::Backoff(delay);
                return;
            }
        }
        self.fail(error);
    }
}

impl<V: Json> Machine<V> for Call<V> {
    fn next(&mut self, now: &mut Moment<V>) -> Want<V> {
        if matches!(self.state, State::Start) {
            self.start(now);
        }
        if matches!(self.state, State::Ready) {
            match self.send(now) {
                Ok(want) => return want,
                Err(error) => self.fail(error),
            }
        }
        let left_ms = self.deadline_ms - now.ms;
        let (what, ms) = match &mut self.state {
            State::Done(outcome) => return Want::Done(outcome.take().unwrap_or_else(|| Err(aborted()))),
            State::Backoff(ms) => (Task::Wait, *ms),
            // Asked again with nothing heard: the answer is still being waited for.
            State::Sent => (Task::Wait, left_ms),
            _ if self.renewed => (Task::RenewedToken, left_ms),
            _ => (Task::Token, left_ms),
        };
        Want::Do { what, ms, with: None }
    }

    fn hear_token(&mut self, token: V) {
        if matches!(self.state, State::NeedToken) {
            self.prepared.add_secret(&token);
            self.token = Some(token);
            self.state = State::Ready;
        }
    }

    fn hear_answer(&mut self, answer: &Answer<V>, now: &mut Moment<V>) {
        if matches!(self.state, State::Sent) {
            self.retry_after_ms = answer.retry_after_ms.unwrap_or(f64::NAN);
            let secrets = self.prepared.secrets();
            let read = read_answer(self.prepared.action, answer, self.request_id.as_ref(), secrets);
            self.attempted(Some(answer.status), read, now);
        }
    }

    fn hear_reply(&mut self, _reply: &V, _now: &mut Moment<V>) {}

    fn hear_failure(&mut self, error: Error, now: &mut Moment<V>) {
        match self.state {
            State::NeedToken => self.fail(error),
            State::Sent => {
                self.retry_after_ms = f64::NAN;
                self.attempted(None, Err(error), now);
            }
            _ => {}
        }
    }

    fn hear_clock(&mut self) {
        if matches!(self.state, State::Backoff(_)) {
            self.state = State::Ready;
        }
    }

    fn hear_abort(&mut self, _now: &mut Moment<V>) {
        if !matches!(self.state, State::Done(_)) {
            self.fail(aborted());
        }
    }
}

/// Takes the secrets out of a text.
#[inline(never)]
fn hide<V: Json>(secrets: &Secrets<V>, text: &mut Text) {
    *text = secrets.hide(text);
}

/// The lesser of two numbers; no care is taken of NaN, which costs more code than it is worth here.
pub(crate) fn least(one: f64, other: f64) -> f64 {
    if one < other { one } else { other }
}

/// How long it is from one time until another; nothing if that is past.
pub(crate) fn until(end_ms: f64, start_ms: f64) -> f64 {
    let ms = end_ms - start_ms;
    if ms > 0.0 { ms } else { 0.0 }
}

/// The caller cancelled.
#[must_use]
pub fn aborted() -> Error {
    Error::new(code!("Aborted.BySignal"))
}

/// An error's code as a note tells it: the cloud's as it is, of our own the place in the table.
pub(crate) fn code_of<V: Json>(error: &Error) -> V {
    match &error.code {
        Code::Own(code) => V::from_number(f64::from(code.place())),
        Code::Cloud(code) => V::of_text(code.clone()),
    }
}
