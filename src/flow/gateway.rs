//! Attaching one sub-device to a gateway with a signature from the caller's server.

use std::rc::Rc;

use super::{Binding, From, Gateway, Pace, Target, unanswered};
use crate::client::{Setup, aborted};
use crate::envelope::Prepared;
use crate::error::{Error, Result, code};
use crate::json::{Json, JsonType};
use crate::sign;
use crate::transport::{Heard, Machine, Moment, Note, Question, Want};

/// How many characters the reference suggests for a nonce.
pub const NONCE_CHARS: usize = 5;

/// What the flow needs.
#[derive(Debug, Clone)]
pub struct GatewayOptions {
    /// The gateway, which the user already has.
    pub gateway: Gateway,
    /// The sub-device and the family.
    pub target: Target,
    /// How long it waits before it asks again.
    pub poll_ms: f64,
    /// How long the whole flow may take.
    pub timeout_ms: f64,
}

/// The flow of one sub-device: has the bind signed, sends it, shows what was bound.
#[derive(Debug)]
pub struct GatewayFlow<V> {
    setup: Rc<Setup>,
    options: GatewayOptions,
    pace: Pace,
    state: State<V>,
}

#[derive(Debug)]
enum State<V> {
    Ask(String, i64),
    Bind(Box<Binding<V>>),
    Done(Result<V>),
}

impl<V: Json> GatewayFlow<V> {
    /// Starts at `now`.
    #[must_use]
    pub fn new(setup: Rc<Setup>, options: GatewayOptions, now: &Moment) -> Self {
        let pace = Pace {
            deadline_ms: now.ms + options.timeout_ms,
            poll_ms: options.poll_ms,
        };
        // Sixteen random bytes are far more than five letters need; what is missing after that may repeat.
        let nonce = sign::nonce(NONCE_CHARS, |bytes| {
            for (to, from) in bytes.iter_mut().zip(now.random.iter().cycle()) {
                *to = *from;
            }
        });
        #[allow(clippy::cast_possible_truncation)]
        let timestamp = (now.ms / 1000.0) as i64;
        Self {
            setup,
            options,
            pace,
            state: State::Ask(nonce, timestamp),
        }
    }

    /// Takes what the caller's server signed: a text, or an object that names its own nonce and time.
    fn signed(&mut self, reply: &V) {
        let State::Ask(nonce, timestamp) = &self.state else {
            return;
        };
        let unusable = || Err(Error::new(code!("Flow.SignFailed")));
        let mut params = V::new_object();
        params.set("Nonce", V::from_text(nonce));
        params.set("DeviceTimestamp", V::from_text(&timestamp.to_string()));
        if reply.json_type() == JsonType::Text {
            params.set("Signature", reply.clone());
        } else if reply.is_object() {
            for (name, own) in [
                ("Nonce", "nonce"),
                ("DeviceTimestamp", "timestamp"),
                ("Signature", "signature"),
            ] {
                match reply.get(own) {
                    Some(value) if value.json_type() != JsonType::Absent => params.set(name, value),
                    _ => {
                        self.state = State::Done(unusable());
                        return;
                    }
                }
            }
        } else {
            self.state = State::Done(unusable());
            return;
        }
        let GatewayOptions { gateway, target, .. } = &self.options;
        for (name, value) in [
            ("ProductId", &target.product_id),
            ("DeviceName", &target.device_name),
            ("GatewayProductId", &gateway.product_id),
            ("GatewayDeviceName", &gateway.device_name),
        ] {
            params.set(name, V::from_text(value));
        }
        self.state = match Prepared::new("AppSigGatewayBindDevice", Some(&params), false) {
            Ok(bind) => State::Bind(Box::new(Binding::new(
                Rc::clone(&self.setup),
                bind,
                target.clone(),
                Some(gateway.clone()),
                self.pace,
                From::Start,
            ))),
            Err(error)
                if matches!(
                    error.parameter.as_deref(),
                    Some("Signature" | "Nonce" | "DeviceTimestamp")
                ) =>
            {
                let mut failed = Error::new(code!("Flow.SignFailed"));
                failed.parameter.clone_from(&error.parameter);
                State::Done(Err(failed.because(crate::error::Cause::Error(error))))
            }
            Err(error) => State::Done(Err(error)),
        };
    }
}

impl<V: Json> Machine<V> for GatewayFlow<V> {
    fn next(&mut self, now: &Moment) -> Want<V> {
        match &mut self.state {
            State::Ask(nonce, timestamp) => Want::Ask {
                question: Question::Sign {
                    nonce: nonce.clone(),
                    timestamp: *timestamp,
                },
                until_ms: self.pace.deadline_ms,
            },
            State::Bind(binding) => binding.next(now),
            State::Done(outcome) => Want::Done(outcome.clone()),
        }
    }

    fn hear(&mut self, heard: Heard<V>, now: &Moment) {
        match (&mut self.state, heard) {
            (State::Bind(binding), heard) => binding.hear(heard, now),
            (State::Ask(..), Heard::Aborted) => self.state = State::Done(Err(aborted())),
            (State::Ask(..), Heard::Failed(error)) => self.state = State::Done(Err(unanswered(error))),
            (State::Ask(..), Heard::Reply(reply)) => self.signed(&reply),
            _ => {}
        }
    }

    fn notes(&mut self) -> Vec<Note> {
        match &mut self.state {
            State::Bind(binding) => binding.notes(),
            _ => Vec::new(),
        }
    }
}
