//! Base64, as signatures and keys are written: the standard alphabet, padded.
//!
//! The crate of that name is built for megabytes, by tables. What is written and read here is as long as a digest; the tests hold
//! this against the crate.

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
#[expect(
    clippy::arithmetic_side_effects,
    reason = "never more than 14 bits wait; a length of what is in memory"
)]
pub(super) fn read(text: &[u8], room: &mut [u8]) -> Option<usize> {
    let mut end = text.len();
    if !end.is_multiple_of(CHARS) {
        return None;
    }
    for _ in 0..2 {
        if let Some(b'=') = text.get(..end)?.last() {
            end -= 1;
        }
    }
    let mut length = 0;
    let (mut waiting, mut bits) = (0_u32, 0);
    for letter in text.get(..end)? {
        let place = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        waiting = waiting << 6 | u32::from(place);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            // The others have been taken off.
            #[allow(clippy::cast_possible_truncation)]
            {
                *room.get_mut(length)? = (waiting >> bits) as u8;
            }
            waiting &= (1 << bits) - 1;
            length += 1;
        }
    }
    (waiting == 0).then_some(length)
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
    use ::base64::Engine as _;
    use ::base64::engine::general_purpose::STANDARD;

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
