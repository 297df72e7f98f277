//! The gateway flow's own step: the caller's server signs the bind.

use super::{FAMILY_ID, Flow, Step, copy};
use crate::atom::{Atom, atom};
use crate::error::{Cause, Error, code};
use crate::json::{Json, JsonType};
use crate::transport::Moment;

const NONCE: Atom = atom!("Nonce");
const TIMESTAMP: Atom = atom!("DeviceTimestamp");
const SIGNATURE: Atom = atom!("Signature");
/// The signed values, by the wire's names and by those that a signer sees.
const SIGNED: [(Atom, Atom); 3] = [
    (NONCE, atom!("nonce")),
    (TIMESTAMP, atom!("timestamp")),
    (SIGNATURE, atom!("signature")),
];

impl<V: Json> Flow<V> {
    /// Makes up what the server may sign, and may replace by its own.
    pub(super) fn prepare_signing(&mut self, now: &Moment<V>) {
        // The bind has no such parameter.
        self.options.params.remove(FAMILY_ID);
        self.options.params.set(NONCE, V::from_text(&now.nonce()));
        self.options
            .params
            .set(TIMESTAMP, V::from_number((now.ms / 1000.0).floor()));
    }

    /// What is asked of the signer.
    pub(super) fn to_sign(&self) -> V {
        let mut facts = V::new_object();
        copy(&self.options.params, &mut facts, &SIGNED[..2]);
        facts
    }

    /// Takes what the caller's server signed: a text, or an object that names its own nonce and time.
    pub(super) fn signed(&mut self, reply: &V) {
        if reply.json_type() == JsonType::Text {
            self.options.params.set(SIGNATURE, reply.clone());
        } else {
            for (name, own) in SIGNED {
                match reply.get(own) {
                    Some(value) => self.options.params.set(name, value),
                    None => self.options.params.remove(name),
                }
            }
        }
        let Some(error) = self.bind_error() else {
            return self.go_to(Step::Bind);
        };
        let at_fault = error.parameter.clone().unwrap_or_default();
        if !SIGNED.iter().any(|(name, _)| V::of_text(at_fault.clone()).is(*name)) {
            return self.fail(error);
        }
        let failed = Error::parameter(code!("Flow.SignFailed"), at_fault);
        self.fail(failed.because(Cause::Error(error)));
    }
}
