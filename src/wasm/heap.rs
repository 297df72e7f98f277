//! The allocator, which overwrites whatever it takes back: keys do not stay in memory that nobody owns, nor do checkpoints, which
//! hold a bind token.
//!
//! One place for all of them is less code than a wiping type for each, and reaches what such types do not: the texts that the glue
//! hands in, and the former place of a text that has grown.

#![expect(
    unsafe_code,
    reason = "an allocator cannot be written without; each call is handed on as it came"
)]

use std::alloc::{GlobalAlloc, Layout};

/// What is compiled for tests and debugging takes the standard library's own, which is several times as large.
#[global_allocator]
#[cfg(debug_assertions)]
static HEAP: Wiping<std::alloc::System> = Wiping(std::alloc::System);
#[global_allocator]
#[cfg(not(debug_assertions))]
static HEAP: Wiping<blocks::Blocks> = Wiping(blocks::Blocks::NEW);

struct Wiping<A>(A);

// SAFETY: a block is the inner allocator's, from `alloc` to `dealloc`, with the layout that the caller gave both times. What
// grows or shrinks goes through the same two, as `realloc` does by default: its former block is wiped, too.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Wiping<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is the one asked for.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block is of that size, and nobody else's any more; then as above.
        unsafe {
            block.write_bytes(0, layout.size());
            self.0.dealloc(block, layout);
        }
    }
}

/// Blocks whose sizes are powers of two: those that were given back are kept in a list for each size. That suits a module that
/// keeps its texts with the host, and is little code.
#[cfg(not(debug_assertions))]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "sizes and addresses are within 32 bits, or there is no memory for them"
)]
mod blocks {
    use std::alloc::{GlobalAlloc, Layout};
    use std::arch::wasm32::{memory_grow, memory_size};
    use std::cell::UnsafeCell;
    use std::ptr::null_mut;

    const PAGE_BYTES: usize = 65_536;
    /// The smallest block, less one; blocks are aligned to as much.
    const MIN_MASK: usize = 15;

    pub(super) struct Blocks(UnsafeCell<State>);

    struct State {
        /// What is free of each size, by the number of its bits: each block begins with where the next one is.
        free: [*mut u8; usize::BITS as usize],
        /// Where nothing has been yet; 0 in the beginning.
        end: usize,
    }

    // SAFETY: the module has one thread.
    unsafe impl Sync for Blocks {}

    unsafe extern "C" {
        /// Behind everything that the linker has placed; aligned as the stack is, to 16 bytes.
        static __heap_base: u8;
    }

    impl Blocks {
        pub(super) const NEW: Self = Self(UnsafeCell::new(State {
            free: [null_mut(); _],
            end: 0,
        }));
    }

    /// How many bits the size of a block has that holds so much.
    const fn bits(layout: Layout) -> u32 {
        usize::BITS - (layout.size() - 1 | MIN_MASK).leading_zeros()
    }

    // SAFETY: a block is nobody else's until it is given back, and as large and aligned as asked for: nothing in this module is
    // aligned to more than 16 bytes.
    unsafe impl GlobalAlloc for Blocks {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            let bits = bits(layout);
            // SAFETY: nothing else looks at it meanwhile. What is in a list is a block of this size, and free.
            unsafe {
                let state = &mut *self.0.get();
                let Some(list) = state.free.get_mut(bits as usize) else {
                    return null_mut();
                };
                let block = *list;
                if !block.is_null() {
                    *list = *block.cast();
                    return block;
                }
                let start = if state.end == 0 {
                    &raw const __heap_base as usize
                } else {
                    state.end
                };
                let Some(end) = start.checked_add(1 << bits) else {
                    return null_mut();
                };
                let pages = end.div_ceil(PAGE_BYTES);
                let there = memory_size::<0>();
                if pages > there && memory_grow::<0>(pages - there) == usize::MAX {
                    return null_mut();
                }
                state.end = end;
                start as *mut u8
            }
        }

        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            // SAFETY: nothing else looks at it meanwhile. The block is nobody's any more, and has room for an address.
            unsafe {
                let state = &mut *self.0.get();
                if let Some(list) = state.free.get_mut(bits(layout) as usize) {
                    *block.cast() = *list;
                    *list = block;
                }
            }
        }
    }
}
