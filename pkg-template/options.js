// Checks of the package's own options (the camelCase ones). They run before the module is loaded, so they live here; wire
// parameters are checked in Rust. Every check hands out a fresh, plain value: whatever the caller changes afterwards, and
// whatever a getter would say next time, makes no difference any more.
//
// A check is a function of the value, its name in errors, the secrets to keep out of what a getter throws, and what has
// been read of the same object so far. What an object must look like is a table, at the end of this file: name → check,
// and what stands for an absent value.

import { bad, redact } from './errors.js';

/** The two sites of the cloud. */
export const endpoints = Object.freeze({
  china: 'https://iot.cloud.tencent.com/api/exploreropen/tokenapi',
  overseas: 'https://oversea.iotcloud.tencentiotcloud.com/api/exploreropen/tokenapi',
});

// Longer than this and a host's timer would fire at once: it counts in 32 bits.
const MAX_TIMER_MS = 2 ** 31 - 1;
const MAX_RETRIES = 10;
// More than this at a time gains nothing and starves the app's own calls.
const MAX_CONCURRENCY = 64;
// As many as the module makes at a time.
const MAX_NONCE_CHARS = 64;
const MAX_TIME = '9223372036854775807';
// Deep enough for anything that is sent, shallow enough to end where an object holds itself.
const MAX_DEPTH = 32;

const isObject = (value) => typeof value === 'object' && value !== null;

/** `Array.isArray`, which throws at a revoked proxy: that is an object that cannot be read. */
export function isArray(value) {
  try {
    return Array.isArray(value);
  } catch (_) {
    return false;
  }
}

/** Refuses what is not so. */
function must(isSo, ...about) {
  if (!isSo) throw bad(...about);
}

// ---- Reading, when anything may throw ----

function attempt(work, name, secrets) {
  try {
    return work();
  } catch (thrown) {
    throw bad('Unreadable', name, '', { cause: redact(thrown, secrets) });
  }
}

/** What comes before the names of its members: options and wire parameters are known by their own names. */
const prefixOf = (name) => (/^(options|params)$/.test(name) ? '' : name + '.');

/** A function that reads one member after another of `object`; a getter that throws becomes an error of ours. */
function reader(object, name, secrets) {
  must(isObject(object) || typeof object === 'function', 'WrongType', name, 'an object');
  return (member) => attempt(() => object[member], prefixOf(name) + member, secrets);
}

/** Own enumerable string keys with their values. */
export function entries(object, name, secrets) {
  const read = reader(object, name, secrets);
  return attempt(() => Object.keys(object), name, secrets).map((key) => [key, read(key)]);
}

/** The items of an array, each as `check` hands it out. */
function items(array, name, secrets, check) {
  const read = reader(array, name, secrets);
  return Array.from({ length: read('length') }, (_, at) => check(read(at), `${name}.${at}`));
}

// ---- Checks ----

const typed = (type, wanted) => (value, name) => {
  must(typeof value === type, 'WrongType', name, wanted);
  return value;
};
const string = typed('string', 'a string');
const callable = typed('function', 'a function');
const flag = typed('boolean', 'true or false');

/** Text that can be written as UTF-8. */
export function words(value, name) {
  // With the flag `u` a pair of surrogates is one character, so what this finds stands alone.
  must(!/[\ud800-\udfff]/u.test(string(value, name)), 'BadText', name);
  return value;
}

/** The same, and not empty. */
export function text(value, name) {
  must(words(value, name), 'Empty', name);
  return value;
}

/** A text that what later getters throw is cleared of. */
function secret(value, name, secrets) {
  secrets.push(text(value, name));
  return value;
}

const oneOf =
  (...values) =>
  (value, name) => {
    must(values.includes(text(value, name)), 'NotAllowed', name, 'one of ' + values.join(', '));
    return value;
  };

/** A number that `fits`; what is above `cap` counts as that. */
const number =
  (wanted, fits, cap = Infinity) =>
  (value, name) => {
    must(typeof value === 'number', 'WrongType', name, wanted);
    must(fits(value), 'OutOfRange', name, wanted);
    return Math.min(value, cap);
  };
const whole = (min, max) =>
  number(`a whole number from ${min} to ${max}`, (value) => Number.isInteger(value) && value >= min && value <= max);
const milliseconds = number('a number of milliseconds above 0', (ms) => ms > 0 && ms < Infinity, MAX_TIMER_MS);

/** Unix seconds as decimal digits, which is how they cross into Rust without loss. */
function time(value, name) {
  const wanted = 'whole seconds from 0 to 2^63-1';
  must(/number|bigint|string/.test(typeof value), 'WrongType', name, wanted);
  const [, digits = ''] = /^0*(\d{1,19})$/.exec(value) || [];
  const isExact = typeof value !== 'number' || Number.isSafeInteger(value);
  must(isExact && digits && digits.padStart(MAX_TIME.length, '0') <= MAX_TIME, 'OutOfRange', name, wanted);
  return digits;
}

/** Anything with the three members of an AbortSignal that are used. */
function signal(value, name, secrets) {
  const read = reader(value, name, secrets);
  const types = ['aborted', 'addEventListener', 'removeEventListener'].map((member) => typeof read(member));
  must(types.join() === 'boolean,function,function', 'WrongType', name, 'an AbortSignal or an equal of it');
  return value;
}

/** A dotted quad without leading zeros, which some readers take for octal. */
function isQuad(host) {
  const numbers = host.split('.').map(Number);
  return numbers.join('.') === host && numbers.length === 4 && numbers.every((number) => number >= 0 && number < 256);
}
const PRIVATE = /^(10|172\.(1[6-9]|2\d|3[01])|192\.168|169\.254)\./;

/**
 * The endpoint grammar: `https?://host[:port]/path` in printable ASCII without spaces, `\`, `@` and `#`. Plain http only
 * where nobody else listens: this very machine, or the private network of a developer who says so.
 */
function endpoint(value, name, secrets, { allowInsecure }) {
  const [all, isHttps, host, port] =
    /^http(s?):\/\/([\w.-]+|\[[\dA-Fa-f:.]+])(?::(\d{1,5}))?\/[!"$-?A-[\]-~]*$/.exec(text(value, name)) || [];
  must(
    all && !(port < 1 || port > 65535),
    'NotAllowed',
    name,
    'https://host[:port]/path in printable ASCII without spaces, \\, @ or #',
  );
  must(
    isHttps || /^(localhost|\[::1])$/.test(host) || (isQuad(host) && (/^127/.test(host) || (allowInsecure && PRIVATE.test(host)))),
    'NotAllowed',
    name,
    'https: http is for this machine, and with allowInsecure for private addresses',
  );
  return value;
}

/** A copy of plain JSON data: of an object. */
function json(value, name, secrets) {
  must(isObject(value) && !isArray(value), 'WrongType', name, 'an object');
  return plain(value, name, secrets, 0);
}

function plain(value, name, secrets, depth) {
  if (typeof value === 'string') return words(value, name);
  if (typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value)) return value;
  if (value === null && depth > 1) return value;
  must(isObject(value) && depth <= MAX_DEPTH, 'WrongType', name, 'JSON data, and not nested too deeply');
  const inner = (item, path) => plain(item, path, secrets, depth + 1);
  if (isArray(value)) return items(value, name, secrets, inner);
  const copy = {};
  for (const [key, item] of entries(value, name, secrets)) {
    const path = `${name}.${key}`;
    // As a key of a JSON object it would be harmless; in JavaScript it is too easily taken for something else.
    must(key !== '__proto__', 'Forbidden', path);
    words(key, name);
    if (item !== undefined) copy[key] = inner(item, path);
  }
  return copy;
}

// ---- Tables ----

/** Refuses what lacks one of these. */
export function needs(object, ...names) {
  for (const name of names) must(object[name] !== undefined, 'Missing', name);
}

/** Stands for an absent value that may not be absent. */
const REQUIRED = Symbol();

/** A check of an object by a table. The result has a property per name of the table, and they are read in its order. */
const object = (table) => (value, name, secrets) => {
  const read = reader(value, name, secrets);
  const result = {};
  for (const member of Object.keys(table)) {
    const [check, otherwise] = table[member];
    const path = prefixOf(name) + member;
    const item = read(member);
    must(item !== undefined || otherwise !== REQUIRED, 'Missing', path);
    result[member] = item === undefined ? otherwise : check(item, path, secrets, result);
  }
  return result;
};

/** The same for what a function of the package takes as its options. */
const options = (table) => {
  const check = object(table);
  return (value = {}, secrets = []) => check(value, 'options', secrets);
};

const needed = [text, REQUIRED];
const untyped = [flag, false];
// The endpoint is judged by what stands before it.
const ENDPOINT = { allowInsecure: [flag], endpoint: [endpoint, endpoints.china] };

// Who calls before anybody is signed in.
const APP = { appSecret: [secret], appKey: [text], allowSecret: [flag] };

/** Options of `buildRequest` and the builders. */
export const buildOptions = options({
  accessToken: [secret],
  ...APP,
  requestId: [text],
  ...ENDPOINT,
  commonParams: [json],
  untyped,
});

/** Options of `parseResponse`. */
export const parseOptions = options({ untyped });

const RESPONSE = object({
  status: [whole(0, 999), REQUIRED],
  body: [string, REQUIRED],
  headers: [
    (value, name, secrets) => {
      const headers = {};
      for (const [key, item] of entries(value, name, secrets)) {
        headers[key.toLowerCase()] = string(item, `${name}.${key}`);
      }
      return headers;
    },
  ],
});

/** An HttpResponse as a caller hands it in. */
export function httpResponse(response) {
  must(response !== undefined, 'Missing', 'response');
  return RESPONSE(response, 'response');
}

/** Options of `new Client`. */
export const clientOptions = options({
  accessToken: [(value, ...about) => (typeof value === 'function' ? value : secret(value, ...about))],
  ...APP,
  ...ENDPOINT,
  timeoutMs: [milliseconds, 10_000],
  retries: [whole(0, MAX_RETRIES), 2],
  createFamily: [flag],
  transport: [callable],
  commonParams: [json],
  onEvent: [callable],
});

/** Options of one call. */
export const callOptions = options({ signal: [signal], timeoutMs: [milliseconds], requestId: [text], untyped });

// What all flows share, and what the two that bind one device do.
const FLOW = { familyId: needed, signal: [signal], onProgress: [callable] };
const DEVICE_FLOW = {
  ...FLOW,
  roomId: [text],
  pollIntervalMs: [milliseconds, 2_000],
  onCheckpoint: [callable],
  resume: [text],
};

/** Options of `bindWithToken`. */
export const tokenFlowOptions = options({
  multiDevice: [flag],
  ...DEVICE_FLOW,
  roomId: [text, '0'],
  timeoutMs: [milliseconds, 300_000],
  sendToDevice: [callable, REQUIRED],
  productId: [text],
  deviceName: [text],
});

const isBindType = oneOf('wifi_sign', 'bluetooth_sign', 'other_sign');

/** Options of `bindWithSignature`. */
export const signatureFlowOptions = options({
  // First, so that what a later getter throws can be cleared of the signature.
  device: [
    object({
      Signature: [secret, REQUIRED],
      ProductId: needed,
      DeviceName: needed,
      DeviceTimestamp: [time, REQUIRED],
      ConnId: [words],
    }),
    REQUIRED,
  ],
  ...DEVICE_FLOW,
  // One table of the reference spells it so.
  bindType: [(value, name) => isBindType(value === 'bluetooth_sigh' ? 'bluetooth_sign' : value, name), 'wifi_sign'],
  signMethod: [oneOf('hmacsha1', 'hmacsha256')],
  timeoutMs: [milliseconds, 60_000],
});

const pair = object({ productId: needed, deviceName: needed });

/** The caller's other properties stay on it, because `sign` and the results hand it back. */
function subDevice(value, name, secrets) {
  const checked = pair(value, name, secrets);
  const copy = {};
  for (const [key, item] of entries(value, name, secrets)) if (key !== '__proto__') copy[key] = item;
  return Object.assign(copy, checked);
}

function subDevices(value, name, secrets) {
  must(isArray(value), 'WrongType', name, 'an array');
  return items(value, name, secrets, (item, path) => subDevice(item, path, secrets));
}

/** Options of `bindSubDevices`. */
export const subDeviceFlowOptions = options({
  ...FLOW,
  gateway: [pair, REQUIRED],
  subDevices: [subDevices, REQUIRED],
  sign: [callable, REQUIRED],
  concurrency: [number('a whole number above 0', (value) => Number.isInteger(value) && value > 0, MAX_CONCURRENCY), 4],
  timeoutMs: [milliseconds, 60_000],
});

/** Options of the functions that take a secret. */
export const secretOptions = options({ allowSecret: [flag] });

/** Options of `sign.explain.appRequest`. */
export const explainOptions = options({ reveal: [flag, false] });

/** The length of a nonce. */
export const nonceLength = whole(1, MAX_NONCE_CHARS);
