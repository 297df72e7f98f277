//! HMAC ([RFC 2104](https://www.rfc-editor.org/rfc/rfc2104)) of what is whole in memory.
//!
//! The crate of that name takes a text in pieces. That costs as much time again as the digests themselves, and more of the module
//! than all else about signing; so only their compression functions are used here. The
//! crate itself gives the second opinion, in `diagnose`, in the sandbox, and in the tests, which hold this against it.

use super::SignMethod;

/// What a digest takes at a time.
const BLOCK_BYTES: usize = 64;
type Block = [u8; BLOCK_BYTES];

/// The state of a digest. SHA-1 has five words.
type State = [u32; 8];

const SHA1_START: State = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0, 0, 0, 0];
const SHA256_START: State = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// What a key is mixed with before the text, and before the digest of that.
const INNER: u64 = 0x3636_3636_3636_3636;
const OUTER: u64 = 0x5c5c_5c5c_5c5c_5c5c;

impl SignMethod {
    const fn start(self) -> State {
        match self {
            Self::HmacSha1 => SHA1_START,
            Self::HmacSha256 => SHA256_START,
        }
    }

    pub(super) const fn digest_bytes(self) -> usize {
        match self {
            Self::HmacSha1 => 20,
            Self::HmacSha256 => 32,
        }
    }

    #[inline(never)]
    fn compress(self, state: &mut State, blocks: &[Block]) {
        match self {
            Self::HmacSha1 => {
                if let Some(state) = state.first_chunk_mut() {
                    sha1::block_api::compress(state, blocks);
                }
            }
            Self::HmacSha256 => sha2::block_api::compress256(state, blocks),
        }
    }

    /// Begins with a key that is mixed with `pad`.
    #[inline(never)]
    fn begin(self, block: &mut Block, pad: u64) -> State {
        for part in block.as_chunks_mut().0 {
            *part = (u64::from_ne_bytes(*part) ^ pad).to_ne_bytes();
        }
        let mut state = self.start();
        self.compress(&mut state, std::slice::from_ref(block));
        state
    }

    /// Ends with `text`; `before` bytes have gone into `state` already.
    #[inline(never)]
    #[expect(clippy::arithmetic_side_effects, reason = "lengths of what is in memory")]
    fn end(self, state: &mut State, text: &[u8], before: usize) {
        let (blocks, rest) = text.as_chunks();
        self.compress(state, blocks);
        let mut last = [0; BLOCK_BYTES];
        for (to, byte) in last.iter_mut().zip(rest.iter().chain(&[0x80])) {
            *to = *byte;
        }
        // The number of bits has eight bytes, and nothing here 2^32 of them.
        if rest.len() + 8 >= BLOCK_BYTES {
            self.compress(state, std::slice::from_ref(&last));
            last = [0; BLOCK_BYTES];
        }
        // Never truncates.
        #[allow(clippy::cast_possible_truncation)]
        let bits = ((before + text.len()) * 8) as u32;
        if let Some(end) = last.last_chunk_mut() {
            *end = bits.to_be_bytes();
        }
        self.compress(state, std::slice::from_ref(&last));
    }
}

/// As much as the longest digest.
pub(super) type Digest = [u8; 32];

/// A digest, and zeros behind a short one.
fn bytes(state: &State) -> Digest {
    let mut bytes = [0; _];
    write(state, &mut bytes);
    bytes
}

/// Takes words apart, as far as there is room.
fn write(words: &State, bytes: &mut [u8]) {
    for (to, word) in bytes.as_chunks_mut().0.iter_mut().zip(words) {
        *to = word.to_be_bytes();
    }
}

/// What a key has become, as good as itself: the states of the two digests that have taken it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    inner: State,
    outer: State,
}

impl Key {
    #[inline(never)]
    pub(super) fn new(method: SignMethod, key: &[u8]) -> Self {
        let mut block = [0; BLOCK_BYTES];
        if let Some(room) = block.get_mut(..key.len()) {
            room.copy_from_slice(key);
        } else {
            let mut state = method.start();
            method.end(&mut state, key, 0);
            write(&state, &mut block);
        }
        Self {
            inner: method.begin(&mut block, INNER),
            outer: method.begin(&mut block, INNER ^ OUTER),
        }
    }

    /// Writes it down, to be used again; answers how many bytes it has.
    pub(super) fn write(&self, bytes: &mut [u8]) -> Option<usize> {
        let (inner, outer) = bytes.get_mut(..size_of::<Self>())?.split_at_mut(size_of::<State>());
        write(&self.inner, inner);
        write(&self.outer, outer);
        Some(size_of::<Self>())
    }

    /// The same again.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut key = Self {
            inner: [0; _],
            outer: [0; _],
        };
        let words = key.inner.iter_mut().chain(&mut key.outer);
        for (word, bytes) in words.zip(bytes.as_chunks().0) {
            *word = u32::from_be_bytes(*bytes);
        }
        key
    }

    /// Signs a text. The key is used up.
    #[inline(never)]
    pub(super) fn sign(&mut self, method: SignMethod, text: &[u8]) -> Digest {
        method.end(&mut self.inner, text, BLOCK_BYTES);
        let inner = bytes(&self.inner);
        method.end(
            &mut self.outer,
            inner.get(..method.digest_bytes()).unwrap_or_default(),
            BLOCK_BYTES,
        );
        bytes(&self.outer)
    }
}

/// The HMAC behind every signature: 20 or 32 bytes. The signatures themselves are made by [`sign`](super::sign); this is what
/// tests hold against the standards' vectors.
#[inline(never)]
#[must_use]
pub fn hmac(method: SignMethod, key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut digest = Vec::from(Key::new(method, key).sign(method, text));
    digest.truncate(method.digest_bytes());
    digest
}
