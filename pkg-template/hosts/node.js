// Node's half of the package: files by path, randomness from its own module (Node 18 has no global `crypto`). Both wait until
// they are needed, and a file is read at once: it is small, and a thread of its own would take longer to begin than to read it.
import { create, instantiate } from '../core.js';

/** Reads what is a file; `undefined` leaves an address to fetch. */
function readPath(source) {
  const address = String(source);
  const isAddress = /^[a-z][a-z0-9+.-]+:/i.test(address);
  // A scheme has at least two letters; one letter is a drive. A URL always has one.
  if (isAddress && !address.startsWith('file:')) return undefined;
  return require('node:fs').readFileSync(isAddress ? new URL(address) : source);
}

export const createForNode = (getDefault) =>
  create({
    language: 'en',
    secretsAllowed: true,
    random: (bytes) => require('node:crypto').randomFillSync(bytes),
    load: async (source, imports) => instantiate(source === undefined ? getDefault() : source, imports, readPath),
  });
