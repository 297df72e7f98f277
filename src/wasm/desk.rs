//! The desk where plain inputs are signed: JavaScript writes there, letter by letter, and reads the signature.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::sign::fast::Desk;

thread_local! {
    static DESK: RefCell<Desk> = const { RefCell::new(Desk::EMPTY) };
}

/// Where it is.
pub(super) fn address() -> u32 {
    // Addresses have 32 bits here.
    #[allow(clippy::cast_possible_truncation)]
    DESK.with(|desk| desk.as_ptr() as usize as u32)
}

/// [`Desk::sign`], with a byte per length.
#[wasm_bindgen]
pub fn sign(what: u32, lengths: u32, time: u32) -> u32 {
    let written = on_desk(what, lengths, time);
    zeroize::zeroize_stack::<STACK_BYTES>();
    written
}

/// What signing takes of the stack is less.
const STACK_BYTES: usize = 576;

#[inline(never)]
fn on_desk(what: u32, lengths: u32, time: u32) -> u32 {
    // A few hundred at most.
    #[allow(clippy::cast_possible_truncation)]
    DESK.with(|desk| match desk.try_borrow_mut() {
        Ok(mut desk) => desk.sign(what, lengths.to_le_bytes(), time) as u32,
        Err(_) => 0,
    })
}
