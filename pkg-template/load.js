// Getting the module's bytes, and saying plainly what came instead when they do not come. Browsers and Node share this;
// an entry adds what only its host can do.

import { IotError, redact } from './errors.js';

const HINT =
  'some bundlers do not emit the .wasm file: import from "iotexplorer-client/inline", which has it inside, ' +
  'or hand init(url) the address where you serve iotexplorer_client.wasm';

const initError = (code, message, more) => new IotError({ ...more, kind: 'init', code: 'Init.' + code, message });

/** What a host throws while loading may quote an address; its query and user name are nobody's business. */
function hostCause(thrown) {
  const cause = redact(thrown);
  cause.message = cause.message.replace(/\/\/[^\s/@]*@/g, '//').replace(/\?[^\s'")]*/g, '?…');
  return cause;
}

/** The error of a load that failed: ours as it is, a host's as a copy. */
function loadError(thrown, isDefault) {
  if (thrown instanceof IotError) return thrown;
  const cause = hostCause(thrown);
  const advice = isDefault ? `; ${HINT}` : '';
  return initError('LoadFailed', `the WebAssembly module could not be loaded: ${cause.message}${advice}`, { cause });
}

const badSource = () =>
  initError('BadSource', 'init() takes a URL, a string, a Response, bytes or a WebAssembly.Module');

const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);
const isResponse = (value) => typeof value.arrayBuffer === 'function' && typeof value.status === 'number';

const isWasm = (bytes) => bytes.length > 7 && [0, 0x61, 0x73, 0x6d].every((byte, at) => bytes[at] === byte);

/** Refuses bytes that are no WebAssembly, and says what they look like. */
function notWasm(bytes, isDefault, response) {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const isPage = /^\s*<(!doctype|html|head|body|\?xml)/i.test(start);
  const what = bytes.length === 0 ? 'nothing' : isPage ? 'an HTML page' : 'something else';
  const status = response ? response.status : undefined;
  const where = status !== undefined && !(status >= 200 && status < 300) ? ` (HTTP status ${status})` : '';
  const asked = isDefault ? 'the default load of iotexplorer_client.wasm' : 'the source given to init()';
  // A server in trouble may answer properly next time; a page in the file's place will not.
  const isTrouble = status >= 500 || status === 429;
  const advice = isTrouble ? 'try again' : HINT;
  const message = `${asked} brought ${what} instead of WebAssembly${where}; ${advice}`;
  return initError(isTrouble ? 'LoadFailed' : 'NotWasm', message, { status });
}

/**
 * A module and its instance, from anything that init() takes.
 *
 * @param source what was handed to init(), or the host's default
 * @param isDefault whether it is the host's default
 * @param imports the glue's functions
 * @param readPath what the host does with a path or address that is not fetched, if anything
 * @throws {IotError} of kind `init`
 */
export async function instantiate(source, isDefault, imports, readPath) {
  try {
    return await load(source, isDefault, imports, readPath);
  } catch (thrown) {
    throw loadError(thrown, isDefault);
  }
}

async function load(source, isDefault, imports, readPath) {
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiate !== 'function') {
    throw initError('NoWebAssembly', 'this host has no WebAssembly');
  }
  if (typeof source === 'object' && source !== null && typeof source.then === 'function') source = await source;
  if (source === '') throw badSource();
  if (typeof source === 'string' || (typeof source === 'object' && source !== null && tag(source) === 'URL')) {
    const bytes = readPath && (await readPath(source));
    if (bytes) source = bytes;
    else if (typeof fetch === 'function') source = await fetch(source);
    else throw initError('LoadFailed', `this host has no fetch: hand init() the bytes of iotexplorer_client.wasm`);
  }
  if (typeof source !== 'object' || source === null) throw badSource();
  if (tag(source) === 'WebAssembly.Module') {
    return { module: source, instance: await WebAssembly.instantiate(source, imports) };
  }
  let response;
  if (isResponse(source)) {
    response = source;
    // A body can be read once only; the second copy is for saying what is wrong with the first.
    const copy = canStream(response) && response.clone();
    if (copy) {
      try {
        return await WebAssembly.instantiateStreaming(response, imports);
      } catch (_) {
        response = copy;
      }
    }
    source = await response.arrayBuffer();
  }
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(source) ? source : { buffer: source };
  const isShared = tag(buffer) === 'SharedArrayBuffer';
  if (!isShared && tag(buffer) !== 'ArrayBuffer') throw badSource();
  let bytes = new Uint8Array(buffer, byteOffset, byteLength);
  // Bytes that others may change meanwhile are refused by the engine.
  if (isShared) bytes = bytes.slice();
  if (!isWasm(bytes) || (response && !response.ok)) throw notWasm(bytes, isDefault, response);
  return WebAssembly.instantiate(bytes, imports);
}

/** Streaming insists on the right content type, and some hosts lack it altogether. */
function canStream(response) {
  const type = response.headers && response.headers.get && response.headers.get('content-type');
  const isRight = /^application\/wasm\s*(;|$)/i.test(type || '');
  return isRight && response.ok && typeof WebAssembly.instantiateStreaming === 'function';
}
