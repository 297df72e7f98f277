//! Signing what is short and plain, as nearly all of it is, without asking for a value at a time.
//!
//! The caller writes key and fields onto a desk, letter by letter, and finds the signature there. He has looked at them: each is
//! ASCII, none that has to be there is empty. What does not fit is for [`sign`](super::sign), which also says what is wrong.

use super::hmac::Key;
use super::{COMPACT, GATEWAY, SignMethod, TIME, WIFI, base64};
use crate::text;

/// The longest key or field, in bytes.
pub const FIELD_MAX_BYTES: usize = 128;
/// What is written onto a desk: the key, then the inputs of a signed text in the order of their places.
pub const FIELDS: usize = 4;
/// A key that is kept.
pub const KEPT_BYTES: usize = size_of::<Key>();
/// Digits of a time.
const TIME_BYTES: usize = 10;
/// Three fields, the time, and what stands before each of them are less.
const TEXT_MAX_BYTES: usize = 512;

// What is signed, and how. The facade has the same numbers.
/// For a gateway: in Base64.
pub const FOR_GATEWAY: u32 = 0;
/// For a device that is bound over Wi-Fi: in hex; the key is in Base64.
pub const FOR_WIFI: u32 = 1;
/// The same for any other device.
pub const FOR_COMPACT: u32 = 2;
/// Added: with HMAC-SHA256.
pub const SHA256: u32 = 4;
/// Added: only what a key becomes, to be used again.
pub const KEEP_KEY: u32 = 8;
/// Added: the key is such a one.
pub const KEPT_KEY: u32 = 16;

/// Where signatures are made. All of it is zero before and after, but for what was asked for.
#[derive(Debug)]
#[repr(C)]
pub struct Desk {
    /// Key and fields, one after the other; then what was asked for.
    pub letters: [u8; FIELDS * FIELD_MAX_BYTES],
    /// The decoded key; then the text.
    text: [u8; TEXT_MAX_BYTES],
}

impl Desk {
    /// One with nothing on it.
    pub const EMPTY: Self = Self {
        letters: [0; _],
        text: [0; _],
    };

    /// Whether there is nothing on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.letters.iter().chain(&self.text).all(|byte| *byte == 0)
    }

    /// Signs, with these lengths of key and fields; answers how many letters are there to be read, or bytes of a key.
    ///
    /// None if this is for [`sign`](super::sign). Whatever else was written is gone.
    #[expect(clippy::arithmetic_side_effects, reason = "lengths of what is in memory")]
    pub fn sign(&mut self, what: u32, lengths: [u8; FIELDS], time: u32) -> usize {
        // All of it where something does not fit.
        let mut used = TEXT_MAX_BYTES;
        let written = self.make(what, lengths, time, &mut used).unwrap_or_default();
        let mut given = 0;
        for length in lengths {
            given += usize::from(length);
        }
        let given = given.min(self.letters.len());
        self.letters.get_mut(written..given).unwrap_or_default().fill(0);
        self.text.get_mut(..used).unwrap_or_default().fill(0);
        written
    }

    fn make(&mut self, what: u32, lengths: [u8; FIELDS], time: u32, used: &mut usize) -> Option<usize> {
        let layout = [GATEWAY, WIFI, COMPACT].get((what & 3) as usize)?;
        let is_for_gateway = what & 3 == FOR_GATEWAY;
        let method = if what & SHA256 == 0 {
            SignMethod::HmacSha1
        } else {
            SignMethod::HmacSha256
        };
        let [key, fields @ ..] = lengths;
        let Self { letters, text } = self;
        let (key, mut rest) = letters.split_at_checked(key.into())?;
        let key_bytes = key.len();
        let mut key = if what & KEPT_KEY != 0 {
            Key::read(key)
        } else if is_for_gateway {
            Key::new(method, key)
        } else {
            let length = base64::read(key, text)?;
            Key::new(method, text.get(..length)?)
        };
        if what & KEEP_KEY != 0 {
            return key.write(letters);
        }
        let mut digits = [0; TIME_BYTES];
        let mut parts: [&[u8]; FIELDS] = [&[]; FIELDS];
        for (part, length) in parts.iter_mut().zip(&fields) {
            (*part, rest) = rest.split_at_checked((*length).into())?;
        }
        parts[TIME] = write_time(&mut digits, time)?;
        let mut end = 0_usize;
        for (before, place) in *layout {
            for part in &[before.as_bytes(), parts.get(*place)?] {
                let next = end.checked_add(part.len())?;
                text.get_mut(end..next)?.copy_from_slice(part);
                end = next;
            }
        }
        *used = end.max(key_bytes);
        let digest = key.sign(method, text.get(..end)?);
        let digest = digest.get(..method.digest_bytes())?;
        Some(if is_for_gateway {
            base64::write(digest, letters)
        } else {
            text::write_hex(digest, letters)
        })
    }
}

/// `time` in decimal digits.
fn write_time(digits: &mut [u8; TIME_BYTES], mut time: u32) -> Option<&[u8]> {
    let mut at = TIME_BYTES;
    loop {
        at = at.checked_sub(1)?;
        // Below ten.
        #[allow(clippy::cast_possible_truncation)]
        let digit = (time % 10) as u8;
        *digits.get_mut(at)? = b'0' | digit;
        time /= 10;
        if time == 0 {
            return digits.get(at..);
        }
    }
}
