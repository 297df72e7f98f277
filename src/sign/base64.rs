//! Base64, as signatures and keys are written: the standard alphabet, padded.
//!
//! The crate's own loops are built for megabytes. It is handed one group at a time here: the lengths are constants then,
//! and what is compiled is a tenth.

use ::base64::Engine as _;
use ::base64::engine::general_purpose::STANDARD;

/// Letters and digits first: that is what a nonce is made of.
pub(crate) const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes of a group, and its characters.
const BYTES: usize = 3;
const CHARS: usize = 4;

/// Writes `bytes` in Base64, as far as there is room; answers how many letters that are.
#[inline(never)]
#[expect(clippy::arithmetic_side_effects, reason = "lengths of what is in memory")]
pub(super) fn write(bytes: &[u8], room: &mut [u8]) -> usize {
    let length = bytes.len().div_ceil(BYTES) * CHARS;
    for (at, letter) in room.iter_mut().take(length).enumerate() {
        // Six bits, which end in this byte or the next.
        let from = at * BYTES / CHARS;
        *letter = b'=';
        if let Some(byte) = bytes.get(from) {
            let next = bytes.get(from + 1).copied().unwrap_or_default();
            let place = u16::from_be_bytes([*byte, next]) >> (10 - at * 6 % 8) & 63;
            if let Some(found) = LETTERS.as_bytes().get(usize::from(place)) {
                *letter = *found;
            }
        }
    }
    length
}

/// `bytes` in Base64.
#[inline(never)]
pub fn encode(bytes: &[u8]) -> String {
    let mut room = vec![0; bytes.len().div_ceil(BYTES).saturating_mul(CHARS)];
    write(bytes, &mut room);
    room.into_iter().map(char::from).collect()
}

/// Writes what `text` says, if it is Base64 with all of its padding and no bits left over, and if there is room for it; answers how
/// many bytes that are.
#[inline(never)]
pub(super) fn read(text: &[u8], room: &mut [u8]) -> Option<usize> {
    let mut bytes = 0_usize;
    for group in text.chunks(CHARS) {
        // Padding ends a text.
        if !bytes.is_multiple_of(BYTES) {
            return None;
        }
        let group: [u8; CHARS] = group.try_into().ok()?;
        let mut read = [0; BYTES];
        let length = STANDARD.decode_slice(group, &mut read).ok()?;
        let end = bytes.checked_add(length)?;
        for (to, byte) in room.get_mut(bytes..end)?.iter_mut().zip(&read) {
            *to = *byte;
        }
        bytes = end;
    }
    Some(bytes)
}

/// What `text` says, if it is Base64.
pub fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = vec![0; text.len()];
    let length = read(text, &mut bytes)?;
    bytes.truncate(length);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_with_the_crate_on_whole_texts() {
        for length in 0..70_u8 {
            let bytes: Vec<u8> = (0..length).map(|at| at.wrapping_mul(89) ^ length).collect();
            let text = STANDARD.encode(&bytes);
            assert_eq!(encode(&bytes), text);
            assert_eq!(decode(text.as_bytes()).as_deref(), Some(&*bytes));
            for at in 0..text.len() {
                for other in ["", "A", "=", "/", "-", " ", "\n", "\0", "é"] {
                    let changed = [&text[..at], other, &text[at + 1..]].concat();
                    assert_eq!(decode(changed.as_bytes()), STANDARD.decode(&changed).ok(), "{changed}");
                }
            }
        }
        for text in [
            "=", "==", "====", "A===", "AA==AAAA", "AAA=AA==", "AAAA====", "AB==", "AAB=",
        ] {
            assert_eq!(decode(text.as_bytes()), STANDARD.decode(text).ok(), "{text}");
        }
    }
}
