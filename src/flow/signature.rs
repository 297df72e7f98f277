//! Binding with a signature that the device made.

use std::rc::Rc;

use super::checkpoint::{Checkpoint, Stage};
use super::{Binding, From, Pace, Target};
use crate::client::Setup;
use crate::envelope::Prepared;
use crate::error::Result;
use crate::json::Json;
use crate::transport::{Heard, Machine, Moment, Note, Want};

/// What the flow needs. Not to be printed: the parameters hold the signature.
#[derive(Clone)]
pub struct SignatureOptions<V> {
    /// The bind's own parameters, checked by the Action's table.
    pub params: V,
    /// How long it waits before it asks again.
    pub poll_ms: f64,
    /// How long the whole flow may take.
    pub timeout_ms: f64,
    /// A checkpoint to go on from.
    pub resume: Option<String>,
}

/// The flow: sends the bind until the device is in the cloud's reach, then shows what was bound.
#[derive(Debug)]
pub struct SignatureFlow<V> {
    binding: Binding<V>,
    checkpoint: Checkpoint,
    notes: Vec<Note>,
}

impl<V: Json> SignatureFlow<V> {
    /// Starts at `now`.
    ///
    /// # Errors
    /// Kind `parameter` for what cannot be sent; kind `flow` for a checkpoint that cannot be gone on from.
    pub fn new(setup: Rc<Setup>, options: &SignatureOptions<V>, now: &Moment) -> Result<Self> {
        let bind = Prepared::new("AppSigBindDeviceInFamily", Some(&options.params), false)?;
        let text = |name| options.params.text_of(name).unwrap_or_default();
        let mut checkpoint = Checkpoint {
            flow: "signature".into(),
            stage: Stage::Binding,
            deadline_ms: now.ms + options.timeout_ms,
            family_id: text("FamilyId"),
            room_id: text("RoomId"),
            product_id: text("ProductId"),
            device_name: text("DeviceName"),
            token: String::new(),
        };
        let mut from = From::Start;
        if let Some(stored) = &options.resume {
            let stored = Checkpoint::read(stored)?;
            stored.check(
                &checkpoint.flow,
                &checkpoint.family_id,
                &checkpoint.product_id,
                &checkpoint.device_name,
            )?;
            checkpoint.deadline_ms = stored.resume_until(options.timeout_ms, now)?;
            checkpoint.stage = stored.stage;
            from = if stored.stage == Stage::Bound {
                From::Bound
            } else {
                From::Doubt
            };
        }
        let target = Target {
            product_id: checkpoint.product_id.clone(),
            device_name: checkpoint.device_name.clone(),
            family_id: checkpoint.family_id.clone(),
        };
        let pace = Pace {
            deadline_ms: checkpoint.deadline_ms,
            poll_ms: options.poll_ms,
        };
        let notes = vec![Note::Checkpoint(checkpoint.write())];
        Ok(Self {
            binding: Binding::new(setup, bind, target, None, pace, from),
            checkpoint,
            notes,
        })
    }
}

impl<V: Json> Machine<V> for SignatureFlow<V> {
    fn next(&mut self, now: &Moment) -> Want<V> {
        self.binding.next(now)
    }

    fn hear(&mut self, heard: Heard<V>, now: &Moment) {
        self.binding.hear(heard, now);
    }

    fn notes(&mut self) -> Vec<Note> {
        let mut notes = std::mem::take(&mut self.notes);
        notes.extend(with_bound_checkpoint(self.binding.notes(), &mut self.checkpoint));
        notes
    }
}

/// Adds a checkpoint where the notes say that the device is bound.
pub(super) fn with_bound_checkpoint(notes: Vec<Note>, checkpoint: &mut Checkpoint) -> Vec<Note> {
    let mut all = Vec::with_capacity(notes.len() + 1);
    for note in notes {
        let bound = matches!(&note, Note::Progress(progress) if progress.step == "bound");
        if bound {
            checkpoint.stage = Stage::Bound;
            all.push(Note::Checkpoint(checkpoint.write()));
        }
        all.push(note);
    }
    all
}
