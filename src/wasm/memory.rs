//! Copying and filling memory, which the compiler calls for.
//!
//! The standard library's own are ready for any alignment and length, at a price of half a kilobyte. What this module copies are
//! structs and short texts.

#![expect(
    unsafe_code,
    clippy::arithmetic_side_effects,
    reason = "what the compiler calls for takes pointers"
)]

/// Copies `count` bytes; the two places do not overlap.
#[unsafe(no_mangle)]
unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, count: usize) -> *mut u8 {
    let mut at = 0;
    // SAFETY: the caller owns so many bytes at both places. In a function of this name the compiler leaves loops as they are.
    unsafe {
        while at + 8 <= count {
            let word = from.add(at).cast::<u64>().read_unaligned();
            to.add(at).cast::<u64>().write_unaligned(word);
            at += 8;
        }
        while at < count {
            *to.add(at) = *from.add(at);
            at += 1;
        }
    }
    to
}

/// Sets `count` bytes to the lowest byte of `value`.
#[unsafe(no_mangle)]
unsafe extern "C" fn memset(to: *mut u8, value: i32, count: usize) -> *mut u8 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the lowest byte is meant"
    )]
    let byte = value as u8;
    let word = u64::from_ne_bytes([byte; 8]);
    let mut at = 0;
    // SAFETY: as above.
    unsafe {
        while at + 8 <= count {
            to.add(at).cast::<u64>().write_unaligned(word);
            at += 8;
        }
        while at < count {
            *to.add(at) = byte;
            at += 1;
        }
    }
    to
}
