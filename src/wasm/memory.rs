//! Copying and filling memory, in a few bytes of code.
//!
//! What the compiler brings along for hosts without such instructions is fast on megabytes and weighs two kilobytes. What
//! is copied here is short. These stand in its place: the compiler calls them by name. All reading or writing is volatile,
//! or the compiler would see in these loops what they are: calls of themselves.

/// # Safety
/// As of C's function of that name.
#[unsafe(no_mangle)]
#[inline(never)]
unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, count: usize) -> *mut u8 {
    /// Eight bytes anywhere.
    #[derive(Clone, Copy)]
    #[repr(C, packed)]
    struct Word(u64);
    let mut at = 0;
    // SAFETY: both ends stay below the count that the caller vouches for.
    unsafe {
        while at + size_of::<Word>() <= count {
            *to.add(at).cast::<Word>() = from.add(at).cast::<Word>().read_volatile();
            at += size_of::<Word>();
        }
        while at < count {
            *to.add(at) = from.add(at).read_volatile();
            at += 1;
        }
    }
    to
}

/// # Safety
/// As of C's function of that name.
#[unsafe(no_mangle)]
unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, count: usize) -> *mut u8 {
    if (to as usize).wrapping_sub(from as usize) >= count {
        // SAFETY: what is written lies before what is still to be read, or beyond it.
        return unsafe { memcpy(to, from, count) };
    }
    let mut at = count;
    while at > 0 {
        at -= 1;
        // SAFETY: `at` is below the count that the caller vouches for.
        unsafe { *to.add(at) = from.add(at).read_volatile() };
    }
    to
}

/// # Safety
/// As of C's function of that name.
#[unsafe(no_mangle)]
unsafe extern "C" fn memset(to: *mut u8, byte: i32, count: usize) -> *mut u8 {
    let mut at = 0;
    while at < count {
        // SAFETY: `at` is below the count that the caller vouches for.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        unsafe {
            to.add(at).write_volatile(byte as u8);
        }
        at += 1;
    }
    to
}
