//! What the core asks of a host, and what it hears back, as values.
//!
//! Calls and flows are machines: [`Machine::next`] says what is wanted, the driver does it and lets the machine hear what
//! came of it. Time and randomness come in with a [`Moment`], so that a test walks through minutes in no time.

use crate::error::{Error, Result};
use crate::http::Answer;
use crate::json::Json;
use crate::sign::{LETTERS, NONCE_LETTERS};
use crate::text;

/// How many characters the reference suggests for a nonce.
const NONCE_CHARS: usize = 5;

/// When something happens, the randomness that may be used for it, and what is noted meanwhile.
pub struct Moment<V> {
    /// The wall clock, in milliseconds since 1970. Deadlines go by it: timers stall while an app is in the background.
    pub ms: f64,
    /// Fresh random bytes; the module fetches them when it needs them.
    #[cfg(not(target_arch = "wasm32"))]
    pub random: [u8; 16],
    /// What is worth telling the caller, to be passed on before what is wanted is done. The module's host collects it.
    #[cfg(not(target_arch = "wasm32"))]
    pub notes: Vec<Note<V>>,
    /// What it would hold.
    #[cfg(target_arch = "wasm32")]
    pub notes: std::marker::PhantomData<V>,
}

impl<V> Moment<V> {
    /// Notes something.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn note(&mut self, kind: NoteKind, value: V) {
        self.notes.push(Note { kind, value });
    }

    /// Notes something.
    #[cfg(target_arch = "wasm32")]
    #[expect(clippy::unused_self, reason = "as natively")]
    pub(crate) fn note(&mut self, kind: NoteKind, value: V)
    where
        V: Json,
    {
        value.note(kind);
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn random(&self) -> [u8; 16] {
        self.random
    }

    #[cfg(target_arch = "wasm32")]
    #[expect(clippy::unused_self, reason = "as natively")]
    fn random(&self) -> [u8; 16] {
        crate::wasm::random()
    }

    /// A number from 0 up to, not including, 1.
    #[must_use]
    pub fn dice(&self) -> f64 {
        let [a, b, c, d, ..] = self.random();
        f64::from(u32::from_le_bytes([a, b, c, d])) / 4_294_967_296.0
    }

    /// A positive whole number below 2^31, for a nonce that is a number.
    #[must_use]
    pub fn number(&self) -> f64 {
        (self.dice() * 2_147_483_647.0).trunc() + 1.0
    }

    /// A nonce: as many letters and digits as the reference suggests.
    #[must_use]
    pub fn nonce(&self) -> String {
        let mut nonce = String::new();
        for pair in self.random().as_chunks().0.iter().take(NONCE_CHARS) {
            let number = usize::from(u16::from_be_bytes(*pair));
            // One of 65,536 numbers for each of 62 letters: as good as even.
            text::push_letter(&mut nonce, NONCE_LETTERS, number % LETTERS);
        }
        nonce
    }

    /// A UUID, version 4, as a text.
    #[must_use]
    pub fn uuid(&self) -> V
    where
        V: Json,
    {
        V::uuid(|| self.random())
    }
}

/// What a machine wants next.
pub enum Want<V> {
    /// Something done.
    Do {
        /// What.
        what: Task,
        /// How long it may take at most, by the wall clock. May be past already.
        ms: f64,
        /// What to do it with.
        with: Option<V>,
    },
    /// Nothing: this is the outcome.
    Done(Result<V>),
}

/// What a host can be wanted to do. Twice the number of what is heard when it has been done, see `step` in src/wasm.rs; or one more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Task {
    /// To get an access token.
    Token = 2,
    /// To get another access token: the last one was refused.
    RenewedToken = 3,
    /// To send a request with this body to the client's endpoint.
    Send = 4,
    /// To let all that time pass.
    Wait = 10,
    /// To have this bind token handed to the device, and to hear which device that was if it is known.
    SendToDevice = 6,
    /// To have a sub-device's bind signed: `{ nonce, timestamp }`, which the signer need not take.
    Sign = 7,
}

impl<V> std::fmt::Debug for Want<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            // What it is done with may be a token.
            Self::Do { what, ms, .. } => write!(f, "{what:?} within {ms} ms"),
            // A payload may be a token, too.
            Self::Done(Ok(_)) => f.write_str("Done(Ok)"),
            Self::Done(Err(error)) => write!(f, "Done({error:?})"),
        }
    }
}

/// A call or a flow. What it hears without having asked for it is ignored.
pub trait Machine<V> {
    /// What is wanted now. Asked again after everything that is heard.
    fn next(&mut self, now: &mut Moment<V>) -> Want<V>;
    /// Here is the access token that it wanted.
    fn hear_token(&mut self, token: V);
    /// Here is an answer to its request.
    fn hear_answer(&mut self, answer: &Answer<V>, now: &mut Moment<V>);
    /// Here is what the caller's function gave.
    fn hear_reply(&mut self, reply: &V, now: &mut Moment<V>);
    /// What it wanted failed: no answer, no token, no reply, or not in time.
    fn hear_failure(&mut self, error: Error, now: &mut Moment<V>);
    /// The time has passed.
    fn hear_clock(&mut self);
    /// The caller cancelled. What was under way has been dropped.
    fn hear_abort(&mut self, now: &mut Moment<V>);
}

/// Something worth telling the caller, free of secrets but for the checkpoint.
pub struct Note<V> {
    /// What it is about.
    pub kind: NoteKind,
    /// What is told, as the caller sees it.
    pub value: V,
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// One attempt of one call: `{ type: 'request' | 'response' | 'retry', action, requestId, attempt, status?, code?,
    /// durationMs?, delayMs? }`.
    Event,
    /// Where a flow stands: `{ step, productId?, deviceName?, remainingMs, code? }`.
    Progress,
    /// What to store so that the flow can go on after a restart, a text. Holds the bind token of the token flow.
    Checkpoint,
}

impl<V> std::fmt::Debug for Note<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Note({:?})", self.kind)
    }
}
