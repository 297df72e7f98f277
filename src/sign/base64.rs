//! Base64, as signatures and keys are written: the standard alphabet, padded.
//!
//! The crate's own loops are built for megabytes. It is handed one group at a time here: the lengths are constants then,
//! and what is compiled is a tenth.

use ::base64::Engine as _;
use ::base64::engine::general_purpose::STANDARD;

/// Bytes of a group, and its characters.
const BYTES: usize = 3;
const CHARS: usize = 4;

/// `bytes` in Base64.
#[inline(never)]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "what is encoded is a digest, 32 bytes at most"
)]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(BYTES) * CHARS);
    for part in bytes.chunks(BYTES) {
        let mut group = [0; BYTES];
        for (to, byte) in group.iter_mut().zip(part) {
            *to = *byte;
        }
        let mut written = [0; CHARS];
        // A group always fits.
        let _ = STANDARD.encode_slice(group, &mut written);
        for (at, letter) in written.into_iter().enumerate() {
            text.push(if at > part.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

/// What `text` says, if it is Base64 with all of its padding and no bits left over.
#[inline(never)]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    for group in text.as_bytes().chunks(CHARS) {
        // Padding ends a text.
        if bytes.len() % BYTES != 0 {
            return None;
        }
        let group: [u8; CHARS] = group.try_into().ok()?;
        let mut read = [0; BYTES];
        let length = STANDARD.decode_slice(group, &mut read).ok()?;
        bytes.extend_from_slice(read.get(..length)?);
    }
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
            assert_eq!(decode(&text).as_deref(), Some(&*bytes));
            for at in 0..text.len() {
                for other in ["", "A", "=", "/", "-", " ", "\n", "\0", "é"] {
                    let changed = [&text[..at], other, &text[at + 1..]].concat();
                    assert_eq!(decode(&changed), STANDARD.decode(&changed).ok(), "{changed}");
                }
            }
        }
        for text in [
            "=", "==", "====", "A===", "AA==AAAA", "AAA=AA==", "AAAA====", "AB==", "AAB=",
        ] {
            assert_eq!(decode(text), STANDARD.decode(text).ok(), "{text}");
        }
    }
}
