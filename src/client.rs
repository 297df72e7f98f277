//! One call as a machine: attempts, deadline, renewal of the access token.

use std::rc::Rc;

use crate::envelope::{Common, Prepared, read_answer};
use crate::error::{Cause, Error, Result, Secrets, code};
use crate::json::Json;
use crate::transport::{Heard, Machine, Moment, Note, Traffic, Want};

/// What all calls of a client share.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The whole URL.
    pub endpoint: String,
    /// Names and JSON texts added to every body.
    pub common_params: Vec<(String, String)>,
    /// How long one attempt may take.
    pub timeout_ms: f64,
    /// How many attempts may follow the first, of read-only Actions.
    pub retries: u32,
    /// Whether a refused access token can be renewed: whether the caller gave a function.
    pub can_renew: bool,
}

/// How long to wait before the second attempt, at most; doubled for each further one.
pub const BACKOFF_FIRST_MS: f64 = 500.0;
/// How long to wait before any attempt, at most.
pub const BACKOFF_MAX_MS: f64 = 8_000.0;

/// Exponential back-off with full jitter: anything from nothing to the bound.
#[must_use]
pub fn backoff_ms(attempt: u32, now: &Moment) -> f64 {
    backoff_max_ms(attempt) * now.dice()
}

/// The longest that the pause after an attempt may be.
fn backoff_max_ms(attempt: u32) -> f64 {
    let bound = BACKOFF_FIRST_MS * f64::from(1_u32 << attempt.saturating_sub(1).min(8));
    bound.min(BACKOFF_MAX_MS)
}

/// What differs from call to call.
#[derive(Debug, Clone, Default)]
pub struct CallOptions {
    /// The request's id; a fresh UUID otherwise.
    pub request_id: Option<String>,
    /// How long one attempt may take; the client's otherwise.
    pub timeout_ms: Option<f64>,
    /// How many attempts may follow the first; by the Action's access otherwise.
    pub retries: Option<u32>,
    /// When the whole call must have ended; otherwise after the time of all attempts and of the longest pauses between.
    pub deadline_ms: Option<f64>,
}

/// One call.
pub struct Call<V> {
    prepared: Prepared,
    setup: Rc<Setup>,
    options: CallOptions,
    secrets: Secrets,
    token: String,
    request_id: String,
    attempt: u32,
    retries_left: u32,
    renewed: bool,
    sent: bool,
    sent_at_ms: f64,
    retry_after_ms: Option<f64>,
    state: State<V>,
    notes: Vec<Note>,
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
    Done(Result<V>),
}

impl<V: Json> Call<V> {
    /// A call of what has been prepared.
    #[must_use]
    pub fn new(prepared: Prepared, setup: Rc<Setup>, options: CallOptions) -> Self {
        let retries = if prepared.is_read_only() { setup.retries } else { 0 };
        Self {
            retries_left: options.retries.unwrap_or(retries),
            secrets: prepared.secrets().clone(),
            prepared,
            setup,
            options,
            token: String::new(),
            request_id: String::new(),
            attempt: 0,
            renewed: false,
            sent: false,
            sent_at_ms: 0.0,
            retry_after_ms: None,
            state: State::Start,
            notes: Vec::new(),
        }
    }

    /// Whether anything has gone out whose effect is not known: sent, and not refused unread since.
    #[must_use]
    pub fn was_sent(&self) -> bool {
        self.sent
    }

    /// How long the last answer asked to wait.
    #[must_use]
    pub fn retry_after_ms(&self) -> Option<f64> {
        self.retry_after_ms
    }

    fn timeout_ms(&self) -> f64 {
        self.options.timeout_ms.unwrap_or(self.setup.timeout_ms)
    }

    fn deadline_ms(&self) -> f64 {
        self.options.deadline_ms.unwrap_or(f64::INFINITY)
    }

    fn traffic(&self) -> Traffic {
        Traffic {
            action: self.prepared.name.clone(),
            request_id: self.secrets.scrub(&self.request_id),
            attempt: self.attempt,
            status: None,
            code: None,
            ms: None,
        }
    }

    /// Completes an error with what the call knows, and takes out what nobody may see.
    fn complete(&self, mut error: Error) -> Error {
        // What the cloud said was scrubbed when it was read; what is left is what the host said.
        if let Some(Cause::Redacted { name, message, code }) = &mut error.cause {
            *name = self.secrets.scrub(name);
            *message = self.secrets.scrub(message);
            *code = code.as_deref().map(|code| self.secrets.scrub(code));
        }
        error.action = Some(self.prepared.name.clone());
        if error.request_id.is_none() && !self.request_id.is_empty() {
            error.request_id = Some(self.secrets.scrub(&self.request_id));
        }
        error
    }

    fn start(&mut self, now: &Moment) {
        self.request_id = self.options.request_id.clone().unwrap_or_else(|| now.uuid());
        if self.options.deadline_ms.is_none() {
            let attempts = f64::from(self.retries_left.saturating_add(1));
            let pauses: f64 = (1..=self.retries_left).map(backoff_max_ms).sum();
            self.options.deadline_ms = Some(now.ms + self.timeout_ms() * attempts + pauses);
        }
        self.state = State::NeedToken;
    }

    fn send(&mut self, now: &Moment) -> Want<V> {
        let timeout_ms = self.timeout_ms().min(self.deadline_ms() - now.ms);
        if timeout_ms <= 0.0 {
            return self.finish(Err(Error::new(code!("Timeout.Request"))));
        }
        let common = Common {
            endpoint: &self.setup.endpoint,
            access_token: &self.token,
            request_id: &self.request_id,
            params: &self.setup.common_params,
        };
        let request = match self.prepared.request(common) {
            Ok(request) => request,
            Err(error) => return self.finish(Err(error)),
        };
        self.attempt += 1;
        self.sent = true;
        self.sent_at_ms = now.ms;
        self.state = State::Sent;
        let traffic = self.traffic();
        self.notes.push(Note::Request(traffic));
        Want::Send { request, timeout_ms }
    }

    fn finish(&mut self, outcome: Result<V>) -> Want<V> {
        let outcome = outcome.map_err(|error| self.complete(error));
        self.state = State::Done(outcome.clone());
        Want::Done(outcome)
    }

    fn end(&mut self, outcome: Result<V>) {
        drop(self.finish(outcome));
    }

    /// Notes how an attempt ended.
    fn note_response(&mut self, status: Option<u16>, error: Option<&Error>, now: &Moment) {
        let mut traffic = self.traffic();
        traffic.status = status;
        traffic.code = error.map(|error| error.code.clone());
        traffic.ms = Some((now.ms - self.sent_at_ms).max(0.0));
        self.notes.push(Note::Response(traffic));
    }

    /// Decides whether a failed attempt is followed by another.
    fn failed(&mut self, error: Error, now: &Moment) {
        if error.is_invalid_access_token() {
            // Refused unread: nothing has been done.
            self.sent = false;
            if self.setup.can_renew && !self.renewed {
                self.renewed = true;
                self.state = State::NeedToken;
                return;
            }
        } else if error.is_transient() && self.retries_left > 0 {
            let delay = self.retry_after_ms.unwrap_or_else(|| backoff_ms(self.attempt, now));
            if now.ms + delay < self.deadline_ms() {
                self.retries_left -= 1;
                let mut traffic = self.traffic();
                traffic.code = Some(error.code.clone());
                traffic.ms = Some(delay);
                self.notes.push(Note::Retry(traffic));
                self.state = State::Backoff(delay);
                return;
            }
        }
        self.end(Err(error));
    }
}

impl<V: Json> Machine<V> for Call<V> {
    fn next(&mut self, now: &Moment) -> Want<V> {
        if matches!(self.state, State::Start) {
            self.start(now);
        }
        match &self.state {
            State::Start | State::NeedToken => Want::Token {
                renew: self.renewed,
                until_ms: self.deadline_ms(),
            },
            State::Ready => self.send(now),
            // Asked again with nothing heard: the answer is still being waited for.
            State::Sent => Want::Wait {
                ms: (self.deadline_ms() - now.ms).max(0.0),
            },
            State::Backoff(ms) => Want::Wait { ms: *ms },
            State::Done(outcome) => Want::Done(outcome.clone()),
        }
    }

    fn hear(&mut self, heard: Heard<V>, now: &Moment) {
        match (&self.state, heard) {
            (State::Done(_), _) => {}
            (_, Heard::Aborted) => self.end(Err(aborted())),
            (State::NeedToken, Heard::Token(token)) => {
                self.secrets.add(&token);
                self.token = token;
                self.state = State::Ready;
            }
            (State::NeedToken, Heard::Failed(error)) => self.end(Err(error)),
            (State::Sent, Heard::Answer(answer)) => {
                let status = answer.status;
                self.retry_after_ms = answer.retry_after_ms;
                let read = read_answer(self.prepared.action, &answer, Some(&self.request_id), &self.secrets);
                self.note_response(Some(status), read.as_ref().err(), now);
                match read {
                    Ok(payload) => self.end(Ok(payload)),
                    Err(error) => self.failed(error, now),
                }
            }
            (State::Sent, Heard::Failed(error)) => {
                self.retry_after_ms = None;
                self.note_response(None, Some(&error), now);
                self.failed(error, now);
            }
            (State::Backoff(_), Heard::Woke) => self.state = State::Ready,
            _ => {}
        }
    }

    fn notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.notes)
    }
}

/// The caller cancelled.
#[must_use]
pub fn aborted() -> Error {
    Error::new(code!("Aborted.BySignal"))
}
