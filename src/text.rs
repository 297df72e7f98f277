//! Small text work in few bytes of code.
//!
//! The standard library's own is fast on long texts and ready for everything: searching brings a two-way searcher,
//! numbers bring the formatting machinery, a join brings one loop per length of separator. What this crate searches,
//! joins and writes is short, and every byte of the module is downloaded.

use std::borrow::Cow;

/// Appends `part`: [`String::push_str`], once for all who call it.
#[inline(never)]
fn push(out: &mut String, part: &str) {
    out.push_str(part);
}

/// All parts, one after the other.
#[inline(never)]
#[must_use]
pub fn concat(parts: &[&str]) -> String {
    join(parts, "")
}

/// All parts with `separator` between them. Reserves once.
#[inline(never)]
#[must_use]
#[expect(clippy::arithmetic_side_effects, reason = "all that is summed up is in memory")]
pub fn join(parts: &[&str], separator: &str) -> String {
    let mut capacity = 0;
    for part in parts {
        capacity += part.len() + separator.len();
    }
    let mut text = String::with_capacity(capacity);
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            text.push_str(separator);
        }
        text.push_str(part);
    }
    text
}

/// Where `part` begins in `text`, in bytes; 0 for an empty one.
#[inline(never)]
#[must_use]
pub fn find(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let mut rest = text;
    loop {
        if rest.starts_with(part) {
            return text.len().checked_sub(rest.len());
        }
        rest = rest.get(1..)?;
    }
}

/// What is before the first `separator`, and what is behind it.
#[must_use]
pub fn split_once<'a>(text: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    let (before, rest) = text.split_at_checked(find(text, separator)?)?;
    Some((before, rest.get(separator.len()..)?))
}

/// `text` with `with` in place of every `part`; borrowed where there is none, or where `part` is empty.
#[inline(never)]
#[must_use]
pub fn replace<'a>(text: &'a str, part: &str, with: &str) -> Cow<'a, str> {
    let mut rest = text;
    let mut replaced = String::new();
    while !part.is_empty()
        && let Some((before, after)) = split_once(rest, part)
    {
        replaced.push_str(before);
        replaced.push_str(with);
        rest = after;
    }
    if rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    replaced.push_str(rest);
    Cow::Owned(replaced)
}

/// Appends the letter at that place of an alphabet in ASCII.
#[inline(never)]
pub fn push_letter(out: &mut String, alphabet: &str, place: usize) {
    if let Some(letter) = alphabet.as_bytes().get(place) {
        // Saying that it is ASCII saves the encoding of what is not.
        out.push(char::from(letter & 0x7f));
    }
}

const DIGITS: &str = "0123456789abcdef";

/// Appends `number` in decimal digits.
#[inline(never)]
pub fn push_integer(out: &mut String, number: i64) {
    if number < 0 {
        push(out, "-");
    }
    push_digits(out, number.unsigned_abs());
}

fn push_digits(out: &mut String, number: u64) {
    if number > 9 {
        push_digits(out, number / 10);
    }
    // Below ten: fits.
    #[allow(clippy::cast_possible_truncation)]
    push_letter(out, DIGITS, (number % 10) as usize);
}

/// `number` in decimal digits.
#[inline(never)]
#[must_use]
pub fn integer(number: i64) -> String {
    let mut digits = String::new();
    push_integer(&mut digits, number);
    digits
}

/// The number that `digits` say, with `-` in front or without; `None` for anything else, and beyond 64 bits.
#[inline(never)]
#[must_use]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "the loop ends before there is a digit too many"
)]
pub fn parse_integer(digits: &str) -> Option<i64> {
    let (negative, digits) = match digits.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    let mut number: u64 = 0;
    for digit in digits {
        let digit = digit.wrapping_sub(b'0');
        // Below 10^18 and one more digit is below 10^19, which 64 bits hold; the largest allowed has 19 digits.
        if digit > 9 || number >= 1_000_000_000_000_000_000 {
            return None;
        }
        number = number * 10 + u64::from(digit);
    }
    if negative {
        0_i64.checked_sub_unsigned(number)
    } else {
        i64::try_from(number).ok()
    }
}

/// Whether `text` is one or more decimal digits.
#[must_use]
pub fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Writes `bytes` in lower-case hex, as far as there is room; answers how many letters that are.
#[inline(never)]
#[expect(clippy::arithmetic_side_effects, reason = "lengths of what is in memory")]
pub fn write_hex(bytes: &[u8], room: &mut [u8]) -> usize {
    for (at, letter) in room.iter_mut().enumerate() {
        let Some(byte) = bytes.get(at / 2) else { break };
        let digit = byte >> (4 - at % 2 * 4) & 15;
        *letter = DIGITS.as_bytes().get(usize::from(digit)).copied().unwrap_or_default();
    }
    2 * bytes.len()
}

/// Appends `bytes` in lower-case hex.
#[inline(never)]
pub fn push_hex(out: &mut String, bytes: &[u8]) {
    for byte in bytes {
        for digit in &[byte >> 4, byte & 15] {
            push_letter(out, DIGITS, usize::from(*digit));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_put_together() {
        assert_eq!(concat(&["a", "", "客", "b"]), "a客b");
        assert_eq!(concat(&[]), "");
        assert_eq!(join(&["a", "b", "c"], ", "), "a, b, c");
        assert_eq!(join(&["", ""], ","), ",");
        let joined = join(&["one", "two"], "&");
        assert!(joined.capacity() <= "one&two&".len(), "reserved once");
    }

    #[test]
    fn parts_are_found_as_the_standard_library_finds_them() {
        let texts = ["", "a", "aaab", "abab", "客厅灯", "xabcabcd", "a=b=c"];
        for text in texts {
            for part in ["", "a", "ab", "aab", "abcd", "厅", "=", "灯"] {
                assert_eq!(find(text, part), text.find(part), "{part} in {text}");
                assert_eq!(split_once(text, part), text.split_once(part), "{part} in {text}");
                if !part.is_empty() {
                    assert_eq!(replace(text, part, "*"), text.replace(part, "*"), "{part} in {text}");
                }
            }
        }
        assert!(matches!(replace("abc", "x", "y"), Cow::Borrowed("abc")));
        assert!(matches!(replace("abc", "", "y"), Cow::Borrowed("abc")));
        assert_eq!(replace("abcabc", "abc", ""), "");
        assert_eq!(replace("ab", "b", "b"), "ab");
    }

    #[test]
    fn integers_both_ways() {
        for number in [0, 1, 9, 10, 99, 100, -1, -10, 1_763_688_000, i64::MAX, i64::MIN] {
            assert_eq!(integer(number), number.to_string());
            assert_eq!(parse_integer(&number.to_string()), Some(number));
        }
        assert_eq!(parse_integer("00000000000000000000000000012"), Some(12));
        for not_one in [
            "",
            "-",
            "+1",
            " 1",
            "1 ",
            "1.0",
            "1e3",
            "0x1",
            "١",
            "9223372036854775808",
            "-9223372036854775809",
            "18446744073709551616",
            "99999999999999999999",
        ] {
            assert_eq!(parse_integer(not_one), None, "{not_one}");
        }
    }

    #[test]
    fn digits_are_told_from_other_texts() {
        assert!(is_digits("0") && is_digits("00123"));
        for other in ["", "-1", "1a", "١"] {
            assert!(!is_digits(other), "{other}");
        }
    }

    #[test]
    fn bytes_as_hex() {
        let mut text = String::from("0x");
        push_hex(&mut text, &[0, 9, 0x1f, 0xa0, 0xff]);
        assert_eq!(text, "0x00091fa0ff");
    }
}
