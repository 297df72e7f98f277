// A module written down as a text of a script: printable ASCII that needs no escapes, so that no page's or tool's encoding can break it,
// and a character for each of the frequent bytes, so that it compresses as the module itself does (Base64 costs a quarter more). The
// build writes with `toText`, the package reads with `fromText`.

/** How many bytes a character tells apart, and the first one. Bytes begin at another than 0, where most of them fall together. */
const LETTERS = 91;
const FIRST = 35;
const SHIFT = 3;
/** Backslash, and what stands in its place. */
const BACKSLASH = 92;
const TILDE = 126;

/** Writes bytes down. Those that are no letter have a mark before it: `!`, and for the last of them a space. */
export function toText(bytes) {
  return Array.from(bytes, (byte) => {
    const value = (byte + SHIFT) & 255;
    const code = FIRST + (value % LETTERS);
    return ['', '!', ' '][Math.floor(value / LETTERS)] + String.fromCharCode(code === BACKSLASH ? TILDE : code);
  }).join('');
}

/** Reads them again. */
export function fromText(text) {
  const bytes = new Uint8Array(text.length);
  let count = 0;
  let skipped = -FIRST - SHIFT;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < FIRST) skipped += (FIRST - 1 - code) * LETTERS;
    else {
      bytes[count++] = (code === TILDE ? BACKSLASH : code) + skipped;
      skipped = -FIRST - SHIFT;
    }
  }
  return bytes.subarray(0, count);
}
