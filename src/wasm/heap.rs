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

/// The standard library's own is several times as large as this one, whose search through what is free suits a module that keeps
/// its texts with the host. What is compiled for tests and debugging takes the former.
#[global_allocator]
#[cfg(not(debug_assertions))]
// SAFETY: the module has one thread.
static HEAP: Wiping<lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator>> =
    Wiping(unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) });
#[global_allocator]
#[cfg(debug_assertions)]
static HEAP: Wiping<std::alloc::System> = Wiping(std::alloc::System);

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
