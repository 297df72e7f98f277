// Getting the module's bytes, and saying plainly what came instead when they do not come. Browsers and Node share this;
// an entry adds what only its host can do.

import { initError } from './errors.js';

const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);
const isResponse = (value) => typeof value.arrayBuffer === 'function' && typeof value.status === 'number';

const isWasm = (bytes) => bytes.length > 7 && [0, 0x61, 0x73, 0x6d].every((byte, at) => bytes[at] === byte);

/** Refuses bytes that are no WebAssembly, and says what they look like. */
function notWasm(bytes, { status } = {}) {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const isPage = /^\s*<(!doctype|html|head|body|\?xml)/i.test(start);
  const came = bytes.length === 0 ? 'nothing came' : isPage ? 'an HTML page came' : 'something else came';
  // A server in trouble may answer properly next time; a page in the file's place will not.
  return initError(status >= 500 || status === 429 ? 'LoadFailed' : 'NotWasm', came, { status });
}

/** The bytes of a module that is written down as Base64. */
export function fromBase64(text) {
  // Browsers since 2025.
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/**
 * A module and its instance, from anything that init() takes.
 *
 * @param source what was handed to init(), or the host's default
 * @param imports the glue's functions
 * @param make makes module and instance out of bytes
 * @param readPath gives the bytes of a path or address that is not fetched, if the host can do that
 */
export async function instantiate(source, imports, make, readPath) {
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiate !== 'function') {
    throw initError('NoWebAssembly');
  }
  if (typeof source === 'object' && source !== null && typeof source.then === 'function') source = await source;
  if (source === '') throw initError('BadSource');
  if (typeof source === 'string' || (typeof source === 'object' && source !== null && tag(source) === 'URL')) {
    const bytes = readPath && readPath(source);
    if (bytes) source = bytes;
    else if (typeof fetch === 'function') source = await fetch(source);
    else throw initError('LoadFailed', 'this host has no fetch: hand init() the bytes of iotexplorer_client.wasm');
  }
  if (typeof source !== 'object' || source === null) throw initError('BadSource');
  if (tag(source) === 'WebAssembly.Module') {
    return { module: source, instance: await WebAssembly.instantiate(source, imports) };
  }
  let response;
  if (isResponse(source)) {
    response = source;
    // Not compiled while it comes: of so small a module that saves nothing, and its bytes would be gone when it comes to saying
    // what is wrong with them.
    source = await response.arrayBuffer();
  }
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(source) ? source : { buffer: source };
  const isShared = tag(buffer) === 'SharedArrayBuffer';
  if (!isShared && tag(buffer) !== 'ArrayBuffer') throw initError('BadSource');
  let bytes = new Uint8Array(buffer, byteOffset, byteLength);
  // Bytes that others may change meanwhile are refused by the engine.
  if (isShared) bytes = bytes.slice();
  if (!isWasm(bytes) || (response && !response.ok)) throw notWasm(bytes, response);
  return make(bytes, imports);
}
