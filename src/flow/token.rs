//! The token flow's own steps: a token is created, handed to the device, and polled for until the device has reported it.

use super::checkpoint::Stage;
use super::{DEVICE_NAME, Flow, Kind, OWN_NAMES, PRODUCT_ID, Step, TOKEN, has, is_final_while_asking, number_of};
use crate::atom::{Atom, atom};
use crate::error::{Error, Result, code};
use crate::json::{Json, TextFlaw};
use crate::transport::Moment;

/// The state of a token that a device has reported.
const STATE_USABLE: f64 = 2.0;

impl<V: Json> Flow<V> {
    pub(super) fn after_create(&mut self, outcome: Result<V>, now: &mut Moment<V>) {
        let payload = match outcome {
            Ok(payload) => payload,
            Err(error) => return self.fail(error),
        };
        let Some(token) = payload.get(TOKEN).filter(|_| has(&payload, TOKEN)) else {
            return self.fail(Error::new(code!("Protocol.BadField")).of(atom!("AppCreateDeviceBindToken")));
        };
        self.record.set(TOKEN, token);
        self.save(Stage::Created, now);
        self.note(atom!("token-created"), now);
        self.go_to(Step::Tell);
    }

    /// Takes what the device is said to be, under these names; false ends the flow.
    fn learn(&mut self, from: &V, names: &[(Atom, Atom)]) -> bool {
        for (wire, name) in names {
            let Some(heard) = from.some(*name) else { continue };
            let flaw = heard.text_flaw();
            if matches!(flaw, TextFlaw::NoText | TextFlaw::HalfCharacter) {
                let error = Error::parameter(code!("Flow.SendToDeviceFailed"), *name);
                self.fail(error.detail(atom!("no text was returned")));
                return false;
            }
            if !has(&self.record, *wire) {
                self.record.set(*wire, heard);
            } else if flaw == TextFlaw::None && !self.known(*wire).same(&heard) {
                self.fail(Error::new(code!("Flow.DeviceMismatch")));
                return false;
            }
        }
        true
    }

    /// The device has the token.
    pub(super) fn told(&mut self, reply: &V, now: &mut Moment<V>) {
        if self.learn(reply, &OWN_NAMES) {
            self.save(Stage::Sent, now);
            self.note(atom!("sent-to-device"), now);
            self.wait(now);
        }
    }

    /// Begins to poll.
    pub(super) fn wait(&mut self, now: &mut Moment<V>) {
        self.note(atom!("waiting"), now);
        self.go_to(Step::Poll);
    }

    /// What says that the device has reported the token, if that says so.
    fn usable(&self, payload: V) -> Option<V> {
        let is_usable = |state: &V| number_of(state, atom!("State")) == STATE_USABLE;
        if self.kind != Kind::MultiDevice {
            return Some(payload).filter(is_usable);
        }
        // Others may have reported the same token: the wanted one, or whichever comes first where nobody knows.
        let is_wanted = |state: &V| {
            let is_known =
                |name| !has(&self.record, name) || state.get(name).is_some_and(|it| it.same(&self.known(name)));
            is_known(PRODUCT_ID) && is_known(DEVICE_NAME)
        };
        let states = payload.get(atom!("Data"))?;
        states.items().find(|state| is_usable(state) && is_wanted(state))
    }

    pub(super) fn after_poll(&mut self, outcome: Result<V>, now: &mut Moment<V>) {
        self.last = None;
        match outcome {
            Ok(payload) => {
                if let Some(state) = self.usable(payload) {
                    if self.learn(&state, &[(PRODUCT_ID, PRODUCT_ID), (DEVICE_NAME, DEVICE_NAME)]) {
                        self.note(atom!("token-usable"), now);
                        if !self.is_device_known() {
                            self.fail(Error::new(code!("Flow.DeviceUnknown")));
                        } else if self.kind == Kind::MultiDevice {
                            self.is_bound(None, now);
                        } else {
                            self.go_to(Step::Bind);
                        }
                    }
                    return;
                }
            }
            // The token is dead, the user signed out, the request is wrong: waiting does not help.
            Err(error) if is_final_while_asking(&error) || error.is_refusal() && !error.retryable => {
                return self.fail(error);
            }
            // A phone that changes networks hears nothing, or a portal's page: that is no verdict.
            Err(error) => self.last = Some(error),
        }
        let mut ms = self.options.poll_ms;
        if self.retry_after_ms > ms {
            ms = self.retry_after_ms;
        }
        self.pause(ms, Step::Poll, now);
    }
}
