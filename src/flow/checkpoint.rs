//! A flow's progress as a string, so that it can go on after the app was killed.
//!
//! Holds no access token, signature or secret; that of the token flow holds the bind token.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha1::{Digest as _, Sha1};

use crate::error::{Error, Result, code};
use crate::transport::Moment;

/// What every checkpoint begins with.
const PREFIX: &str = "iotexplorer-checkpoint.";
/// The version that is written, and the only one that is read.
const VERSION: &str = "1";
/// How many bytes of a digest show that nothing was changed by accident. Nothing secret keys it: whoever holds a
/// checkpoint may use it anyway.
const DIGEST_BYTES: usize = 8;
/// How long after its deadline a bind that may have been sent can still be asked about: one day.
pub const DOUBT_MAX_MS: f64 = 86_400_000.0;
/// How long the asking takes at least, once resumed.
pub const RESUME_MIN_MS: f64 = 30_000.0;

/// How far a flow had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// There is a bind token.
    Created,
    /// The device has it.
    Sent,
    /// The bind is about to be sent.
    Binding,
    /// The device is bound.
    Bound,
}

const STAGES: [(Stage, &str); 4] = [
    (Stage::Created, "created"),
    (Stage::Sent, "sent"),
    (Stage::Binding, "binding"),
    (Stage::Bound, "bound"),
];

/// A flow's progress.
#[derive(Clone, PartialEq)]
pub struct Checkpoint {
    /// `token` or `signature`.
    pub flow: String,
    /// How far it had come.
    pub stage: Stage,
    /// When it gives up, by the wall clock.
    pub deadline_ms: f64,
    /// Family that will hold the device.
    pub family_id: String,
    /// Room within the family.
    pub room_id: String,
    /// Product of the device; empty while it is not known.
    pub product_id: String,
    /// Name of the device; empty while it is not known.
    pub device_name: String,
    /// The bind token; empty in other flows.
    pub token: String,
}

impl std::fmt::Debug for Checkpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Checkpoint({} {:?})", self.flow, self.stage)
    }
}

fn unreadable() -> Error {
    Error::new(code!("Flow.BadCheckpoint"))
}

impl Checkpoint {
    /// The string to store.
    #[must_use]
    pub fn write(&self) -> String {
        let stage = STAGES
            .iter()
            .find(|(stage, _)| *stage == self.stage)
            .map_or("", |(_, name)| name);
        // Whole milliseconds: enough, and free of exponents.
        #[allow(clippy::cast_possible_truncation)]
        let deadline = (self.deadline_ms as i64).to_string();
        let fields = [
            &self.flow,
            stage,
            &deadline,
            &self.family_id,
            &self.room_id,
            &self.product_id,
            &self.device_name,
            &self.token,
        ];
        let mut bytes = Vec::new();
        for field in fields {
            bytes.extend_from_slice(field.len().to_string().as_bytes());
            bytes.push(b':');
            bytes.extend_from_slice(field.as_bytes());
        }
        bytes.extend(Sha1::digest(&bytes).iter().take(DIGEST_BYTES));
        [PREFIX, VERSION, ".", &URL_SAFE_NO_PAD.encode(&bytes)].concat()
    }

    /// Reads a stored string.
    ///
    /// # Errors
    /// Kind `flow`, code `Flow.BadCheckpoint`: of another version, damaged, or none of ours.
    pub fn read(text: &str) -> Result<Self> {
        let rest = text.strip_prefix(PREFIX).ok_or_else(unreadable)?;
        let (version, rest) = rest.split_once('.').ok_or_else(unreadable)?;
        if version != VERSION {
            return Err(unreadable());
        }
        Self::decode(rest).ok_or_else(unreadable)
    }

    fn decode(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (content, digest) = bytes.split_at_checked(bytes.len().checked_sub(DIGEST_BYTES)?)?;
        if !Sha1::digest(content).starts_with(digest) {
            return None;
        }
        let mut rest = std::str::from_utf8(content).ok()?;
        let mut field = || {
            let (length, tail) = rest.split_once(':')?;
            let (field, tail) = tail.split_at_checked(length.parse().ok()?)?;
            rest = tail;
            Some(field.to_owned())
        };
        let flow = field()?;
        let stage = field()?;
        let deadline: i64 = field()?.parse().ok()?;
        let checkpoint = Self {
            flow,
            stage: STAGES.iter().find(|(_, name)| *name == stage)?.0,
            #[allow(clippy::cast_precision_loss)]
            deadline_ms: deadline as f64,
            family_id: field()?,
            room_id: field()?,
            product_id: field()?,
            device_name: field()?,
            token: field()?,
        };
        rest.is_empty().then_some(checkpoint)
    }

    /// Until when a resumed flow may go on.
    ///
    /// # Errors
    /// Kind `flow`, code `Flow.CheckpointExpired`. A bind that may have been sent is asked about for a day longer.
    pub fn resume_until(&self, timeout_ms: f64, now: &Moment) -> Result<f64> {
        let deadline_ms = super::bounded_deadline(self.deadline_ms, timeout_ms, now);
        if now.ms < deadline_ms {
            return Ok(deadline_ms);
        }
        let sent = matches!(self.stage, Stage::Binding | Stage::Bound);
        if sent && now.ms - deadline_ms < DOUBT_MAX_MS {
            return Ok(now.ms + RESUME_MIN_MS);
        }
        let error = Error::new(code!("Flow.CheckpointExpired"));
        Err(error.maybe_bound(sent))
    }

    /// Holds it against the options it is resumed with.
    ///
    /// # Errors
    /// Kind `flow`, code `Flow.CheckpointMismatch`.
    pub fn check(&self, flow: &str, family_id: &str, product_id: &str, device_name: &str) -> Result<()> {
        let differs = |stored: &str, given: &str| !stored.is_empty() && !given.is_empty() && stored != given;
        let what = if self.flow != flow {
            "flow"
        } else if self.family_id != family_id {
            "familyId"
        } else if differs(&self.product_id, product_id) {
            "productId"
        } else if differs(&self.device_name, device_name) {
            "deviceName"
        } else {
            return Ok(());
        };
        let mut error = Error::new(code!("Flow.CheckpointMismatch"));
        error.parameter = Some(what.into());
        Err(error)
    }
}
