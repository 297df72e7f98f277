//! The steps that all flows share: sending the bind, finding out what became of it, and showing what was bound.
//!
//! A bind whose answer was lost may have taken place. A flow never sends another before it has asked the cloud, and
//! never reports a failure where it cannot know.

use super::checkpoint::Stage;
use super::{
    DEVICE_NAME, FAMILY_ID, Flow, Kind, PRODUCT_ID, Step, has, is_device_away, is_final_while_asking, number_of, pick,
};
use crate::atom::atom;
use crate::client::{backoff_ms, least};
use crate::error::{Error, ErrorKind, Result, code};
use crate::json::Json;
use crate::transport::Moment;

/// How often a bind that a fault left undone is sent again before the flow gives up.
const BIND_FAULTS_MAX: u32 = 5;
/// How long a flow asks what was bound before it resolves unconfirmed.
pub const CONFIRM_MAX_MS: f64 = 15_000.0;
/// How late a timer may ring where the phone has not slept.
const SLEPT_MS: f64 = 1_000.0;
/// Entries asked for at once when a gateway's sub-devices are looked through.
const PAGE_ENTRIES: u32 = 50;
/// The most entries looked through: far more sub-devices than a gateway may have.
const ENTRIES_MAX: u32 = 200 * PAGE_ENTRIES;
/// How much time a bind needs at least, once the device has been away.
const LAST_BIND_MS: f64 = 1_000.0;
/// The shortest pause after a fault.
const MIN_PAUSE_MS: f64 = 100.0;

impl<V: Json> Flow<V> {
    /// Whether there is no time left to hear what becomes of another bind. A device that was away a moment ago is most
    /// likely away still; sent now, the bind would only turn a clear answer into a doubt.
    pub(super) fn is_too_late(&self, now: &Moment<V>) -> bool {
        let left = self.deadline_ms - now.ms;
        left < least(self.options.poll_ms, LAST_BIND_MS) && self.last.as_ref().is_some_and(is_device_away)
    }

    /// Ends with the device: what the cloud says of it, or what is known without.
    pub(super) fn resolve(&mut self, device: Option<V>) {
        let confirmed = device.is_some();
        let mut device = device.or_else(|| self.info.take()).unwrap_or_else(|| {
            let mut known = pick(&self.record, &[PRODUCT_ID, DEVICE_NAME, FAMILY_ID]);
            let id = self.known(PRODUCT_ID).plus(&atom!("/").into());
            known.set(atom!("DeviceId"), id.plus(&self.known(DEVICE_NAME)));
            known
        });
        device.set(atom!("confirmed"), V::from_bool(confirmed));
        self.end(Ok(device));
    }

    /// How long to wait after a fault: what the server asks for, or a little more each time.
    fn fault_ms(&mut self, now: &Moment<V>) -> f64 {
        self.asked = self.asked.saturating_add(1);
        if !self.retry_after_ms.is_nan() {
            return self.retry_after_ms;
        }
        let ms = backoff_ms(self.asked, now);
        least(if ms < MIN_PAUSE_MS { MIN_PAUSE_MS } else { ms }, self.options.poll_ms)
    }

    /// Remembers a fault and goes on after a while.
    fn pause_after(&mut self, error: Error, step: Step, now: &mut Moment<V>) {
        let ms = self.fault_ms(now);
        self.last = Some(error);
        self.pause(ms, step, now);
    }

    pub(super) fn is_bound(&mut self, device: Option<V>, now: &mut Moment<V>) {
        self.doubt = false;
        self.bound = true;
        self.last = None;
        self.save(Stage::Bound, now);
        self.note(atom!("bound"), now);
        match device {
            Some(device) => self.is_confirmed(device, now),
            None => self.go_to(Step::Confirm),
        }
    }

    fn is_confirmed(&mut self, device: V, now: &mut Moment<V>) {
        self.last = None;
        self.note(atom!("confirmed"), now);
        self.resolve(Some(device));
    }

    /// Asks the cloud what became of a bind.
    fn look(&mut self) {
        self.doubt = true;
        self.offset = 0;
        self.go_to(Step::Check);
    }

    /// The cloud says that the device is not bound, after all.
    fn is_not_bound(&mut self) {
        self.doubt = false;
        if let Some(error) = self.refused.take() {
            self.unanswered = false;
            return self.fail(error);
        }
        self.faults = self.faults.saturating_add(1);
        if self.faults >= BIND_FAULTS_MAX
            && let Some(error) = self.last.take()
        {
            return self.fail(error);
        }
        self.go_to(Step::Bind);
    }

    pub(super) fn after_bind(&mut self, outcome: Result<V>, sent: bool, now: &mut Moment<V>) {
        let error = match outcome {
            Ok(payload) => {
                self.info = payload.some(atom!("AppDeviceInfo"));
                return self.is_bound(None, now);
            }
            Err(error) => error,
        };
        if !sent && error.kind == ErrorKind::Timeout {
            return self.out_of_time();
        }
        if error.is_api(atom!("UnsupportedOperation.CannotBindSameFamily")) {
            if self.kind != Kind::Gateway {
                return self.is_bound(None, now);
            }
            // In the family, but perhaps on another gateway: look.
            self.refused = Some(error);
            return self.look();
        }
        if is_device_away(&error) {
            self.last = Some(error);
            return self.pause(self.options.poll_ms, Step::Bind, now);
        }
        // Something on the way refused the request: the cloud never saw it.
        let turned_away = error.is(code!("Protocol.HttpStatus"));
        let kept_back = error.kind == ErrorKind::Network && !error.retryable;
        if !sent || error.is_refusal() || turned_away || kept_back {
            if (turned_away || error.is_refusal() && error.retryable) && self.faults < BIND_FAULTS_MAX {
                self.faults = self.faults.saturating_add(1);
                return self.pause_after(error, Step::Bind, now);
            }
            // It may be refused because an earlier one worked after all.
            if self.unanswered && !error.is_invalid_access_token() && error.kind == ErrorKind::Api {
                self.refused = Some(error);
                return self.look();
            }
            return self.fail(error);
        }
        self.unanswered |= error.status.is_none();
        self.look();
        self.pause_after(error, Step::Check, now);
    }

    /// What asks for the next page of a gateway's sub-devices.
    pub(super) fn page(&self) -> V {
        let mut page = pick(
            &self.options.params,
            &[atom!("GatewayProductId"), atom!("GatewayDeviceName")],
        );
        page.set(atom!("Offset"), V::from_number(f64::from(self.offset)));
        page.set(atom!("Limit"), V::from_number(f64::from(PAGE_ENTRIES)));
        page
    }

    pub(super) fn after_check(&mut self, outcome: Result<V>, now: &mut Moment<V>) {
        let is_gateway = self.kind == Kind::Gateway;
        let error = match outcome {
            Ok(device) if !is_gateway => {
                if !has(&device, atom!("DeviceId")) {
                    return self.is_not_bound();
                }
                return self.is_bound(Some(device), now);
            }
            Ok(page) => {
                let seen = self.offset;
                if let Some(list) = page.get(atom!("DeviceList")) {
                    for device in list.items() {
                        let is_same = |name| device.get(name).is_some_and(|value| value.same(&self.known(name)));
                        if is_same(PRODUCT_ID) && is_same(DEVICE_NAME) {
                            return self.is_bound(None, now);
                        }
                        self.offset = self.offset.saturating_add(1);
                    }
                }
                // Without a total the empty page after the last one says where the list ends.
                let is_last = f64::from(self.offset) >= number_of(&page, atom!("Total"));
                if self.offset == seen || is_last || self.offset >= ENTRIES_MAX {
                    return self.is_not_bound();
                }
                return self.go_to(Step::Check);
            }
            Err(error) => error,
        };
        if !is_gateway && says_not_bound(&error) {
            return self.is_not_bound();
        }
        if is_final_while_asking(&error) {
            return self.fail(error);
        }
        self.pause_after(error, Step::Check, now);
    }

    pub(super) fn after_confirm(&mut self, outcome: Result<V>, now: &mut Moment<V>) {
        match outcome {
            Ok(device) if has(&device, atom!("DeviceId")) => return self.is_confirmed(device, now),
            // Bound a moment ago, so not found means not found yet.
            Ok(_) => {}
            Err(error) if !says_not_bound(&error) && (error.is_refusal() || is_final_while_asking(&error)) => {
                return self.resolve(None);
            }
            Err(_) => {}
        }
        let ms = self.fault_ms(now);
        if now.ms + ms >= self.confirm_end_ms(now) {
            return self.resolve(None);
        }
        self.pause(ms, Step::Confirm, now);
    }

    /// When it stops asking what was bound: a while after it began to, and anew where the phone has slept since, or its clock
    /// was set back. What happens in the background is no verdict.
    pub(super) fn confirm_end_ms(&mut self, now: &Moment<V>) -> f64 {
        let over_ms = now.ms - self.confirm_until_ms;
        if !(-CONFIRM_MAX_MS..=SLEPT_MS).contains(&over_ms) {
            self.confirm_until_ms = now.ms + CONFIRM_MAX_MS;
        }
        least(self.deadline_ms, self.confirm_until_ms)
    }
}

/// What is taken as "this device is not bound". No document says so.
fn says_not_bound(error: &Error) -> bool {
    error.is_api(atom!("ResourceNotFound"))
        || error.is_api(atom!("ResourceNotFound.DeviceNotExist"))
        || error.is_api(atom!("InvalidParameterValue.AppDeviceNotExist"))
}
