// Node: files by path, and randomness. What either needs is loaded when it is needed, and files are read in one go: they are small,
// and a thread of its own would take longer to begin than to read them.

import { instantiate } from '../load.js';

export { fetchTransport as transport } from '../fetch.js';
export const newController = () => new AbortController();
export const moreFunctions = undefined;

/** Reads what is a file; `undefined` leaves an address to fetch. */
function readPath(source) {
  const address = String(source);
  const isAddress = /^[a-z][a-z0-9+.-]+:/i.test(address);
  // A scheme has at least two letters; one letter is a drive. A URL always has one.
  if (isAddress && !address.startsWith('file:')) return undefined;
  return require('node:fs').readFileSync(isAddress ? new URL(address) : source);
}

/**
 * Random bytes from the kernel where it hands them out as a device. node:crypto begins with the same ones, but takes 2 ms to load: a
 * fifth of what the first call of a process takes. (Node 18 has no global `crypto`.)
 */
export function fillRandom(bytes) {
  const { closeSync, fstatSync, openSync, readSync } = require('node:fs');
  let device;
  try {
    device = openSync('/dev/urandom');
    // Where there is no such device, anybody may have put a file in its place.
    if (fstatSync(device).isCharacterDevice() && readSync(device, bytes) === bytes.length) return;
  } catch (_) {
    // No such system, or no leave to read it.
  } finally {
    if (device !== undefined) closeSync(device);
  }
  require('node:crypto').randomFillSync(bytes);
}

/** In a thread of its own: a server has others to serve meanwhile. */
const make = (bytes, imports) => WebAssembly.instantiate(bytes, imports);

export const loadModule = (source, imports) => instantiate(source, imports, make, readPath);
