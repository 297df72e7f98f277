// UTF-8 for hosts without TextDecoder and TextEncoder, in the two shapes that wasm-bindgen's glue asks for. The work is
// done by @stablelib/utf8: strict, small, and kept up. It is used even where a host has coders of its own: what apps
// put in their place does not always do what the glue expects.

import { decode, encode, encodedLength } from '@stablelib/utf8';

// With the flag `u` a pair of surrogates is one character, so what this finds stands alone.
const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;

/** As the standard has it: what cannot be written as UTF-8 becomes U+FFFD. The library would throw. */
const writable = (text) => text.replace(LONE_SURROGATES, '\uFFFD');

export class Decoder {
  /** The module hands out nothing but UTF-8. */
  decode(bytes) {
    return decode(bytes);
  }
}

export class Encoder {
  encode(text) {
    return encode(writable(text));
  }
}

/** How many bytes a text has as UTF-8. */
export const byteLength = (text) => encodedLength(writable(text));
