// A module written down as a text of a script: printable ASCII that needs no escapes, so that no page's or tool's encoding can break it,
// and a character for each of the frequent bytes, so that it compresses as the module itself does (Base64 costs a quarter more). The
// build writes with `toText`, the package reads with `fromText`.

/** How many bytes a character tells apart, and the first one. */
const LETTERS = 91;
const FIRST = 35;
/** Backslash, and what stands in its place. */
const BACKSLASH = 92;
const TILDE = 126;

/** How many ways there are to write: with one more a text would begin with a backslash. */
export const SHIFTS = 57;

/**
 * Writes bytes down, each with a shift added, which the text begins with: which one compresses best nobody knows beforehand. Those that
 * are no letter have a mark before it: `!`, and for the last of them a space.
 */
export function toText(bytes, shift) {
  const letters = Array.from(bytes, (byte) => {
    const value = (byte + shift) & 255;
    const code = FIRST + (value % LETTERS);
    return ['', '!', ' '][Math.floor(value / LETTERS)] + String.fromCharCode(code === BACKSLASH ? TILDE : code);
  });
  return String.fromCharCode(FIRST + shift) + letters.join('');
}

/** Reads them again. */
export function fromText(text) {
  const bytes = new Uint8Array(text.length);
  const begin = -text.charCodeAt(0);
  let count = 0;
  let skipped = begin;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < FIRST) skipped += (FIRST - 1 - code) * LETTERS;
    else {
      bytes[count++] = (code === TILDE ? BACKSLASH : code) + skipped;
      skipped = begin;
    }
  }
  return bytes.subarray(0, count);
}
