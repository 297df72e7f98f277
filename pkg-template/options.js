// Checks of the package's own options (the camelCase ones). They run before the module is loaded, so they live here; wire
// parameters are checked in Rust. Every check hands out a fresh, plain value: whatever the caller changes afterwards, and
// whatever a getter would say next time, makes no difference any more.

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

const BIND_TYPES = ['wifi_sign', 'bluetooth_sign', 'other_sign'];
// One table of the reference spells it so.
const BIND_TYPE_ALIASES = { bluetooth_sigh: 'bluetooth_sign' };
const SIGN_METHODS = ['hmacsha1', 'hmacsha256'];

/** `Array.isArray`, which throws at a revoked proxy: that is an object that cannot be read. */
export function isArray(value) {
  try {
    return Array.isArray(value);
  } catch (_) {
    return false;
  }
}

/** What people call the type of a value. */
const typeName = (value) => (value === null ? 'null' : isArray(value) ? 'an array' : 'a ' + typeof value);

const wrongType = (name, wanted, value) =>
  bad('WrongType', name, `${name} must be ${wanted}, not ${typeName(value)}`);

// With the flag `u` a pair of surrogates is one character, so what this finds stands alone.
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/** A non-empty string that can be written as UTF-8. */
export function text(value, name, { mayBeEmpty } = {}) {
  if (typeof value !== 'string') throw wrongType(name, 'a string', value);
  if (value === '' && !mayBeEmpty) throw bad('Empty', name, `${name} must not be empty`);
  if (LONE_SURROGATE.test(value)) throw bad('BadText', name, `${name} holds a lone surrogate`);
  return value;
}

function callable(value, name) {
  if (typeof value !== 'function') throw wrongType(name, 'a function', value);
  return value;
}

function flag(value, name) {
  if (typeof value !== 'boolean') throw wrongType(name, 'true or false', value);
  return value;
}

function milliseconds(value, name) {
  if (typeof value !== 'number') throw wrongType(name, 'a number of milliseconds', value);
  if (!(value > 0 && value < Infinity)) throw bad('OutOfRange', name, `${name} must be a finite number above 0`);
  return Math.min(value, MAX_TIMER_MS);
}

function integer(value, name, min, max) {
  if (typeof value !== 'number') throw wrongType(name, 'a whole number', value);
  if (!Number.isInteger(value) || value < min || value > max) {
    const upTo = max === Infinity ? ' up' : ` to ${max}`;
    throw bad('OutOfRange', name, `${name} must be a whole number from ${min}${upTo}`);
  }
  return value;
}

/** Unix seconds as decimal digits, which is how they cross into Rust without loss. */
function time(value, name) {
  let digits;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw bad('OutOfRange', name, `${name} must be a safe integer`);
    digits = String(value);
  } else if (typeof value === 'bigint') {
    digits = String(value);
  } else if (typeof value === 'string') {
    digits = value;
  } else {
    throw wrongType(name, 'a whole number of seconds', value);
  }
  if (digits === '') throw bad('Empty', name, `${name} must not be empty`);
  if (/^-\d+$/.test(digits)) throw bad('OutOfRange', name, `${name} must not be negative`);
  if (!/^\d+$/.test(digits)) throw bad('WrongType', name, `${name} must be decimal digits`);
  digits = digits.replace(/^0+(?=\d)/, '');
  if (digits.length > MAX_TIME.length || (digits.length === MAX_TIME.length && digits > MAX_TIME)) {
    throw bad('OutOfRange', name, `${name} must be at most 2^63 − 1`);
  }
  return digits;
}

function oneOf(value, name, values, aliases = {}) {
  text(value, name);
  const known = Object.prototype.hasOwnProperty.call(aliases, value) ? aliases[value] : value;
  if (!values.includes(known)) throw bad('NotAllowed', name, `${name} must be one of ${values.join(', ')}`);
  return known;
}

/** Anything with the three members of an AbortSignal that are used. */
function signal(value, name, secrets) {
  const read = reader(value, name, secrets, name + '.');
  const listens = ['addEventListener', 'removeEventListener'].every((member) => typeof read(member) === 'function');
  if (!listens || typeof read('aborted') !== 'boolean') {
    throw bad('WrongType', name, `${name} must be an AbortSignal or an equal of it`);
  }
  return value;
}

/**
 * The endpoint grammar: `https?://host[:port]/path` in printable ASCII without spaces, `\`, `@` and `#`. Plain http only
 * where nobody else listens: this very machine, or the private network of a developer who says so.
 */
export function endpoint(value, allowInsecure) {
  const name = 'endpoint';
  text(value, name);
  const parts = /^(https?):\/\/([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?\/([!-~]*)$/.exec(value);
  if (!parts || /[\\@#]/.test(value) || (parts[3] !== undefined && !(parts[3] >= 1 && parts[3] <= 65535))) {
    const wanted = 'https://host[:port]/path in printable ASCII without spaces, \\, @ or #';
    throw bad('NotAllowed', name, `${name} must look like ${wanted}`);
  }
  const host = parts[2];
  if (parts[1] === 'http' && !isLocal(host) && !(allowInsecure && isPrivate(host))) {
    const unless = allowInsecure ? ' and private addresses' : '';
    throw bad('NotAllowed', name, `${name} must use https: http is for localhost, [::1], 127.x.x.x${unless} only`);
  }
  return value;
}

const isLocal = (host) => host === 'localhost' || host === '[::1]' || (quad(host) || [])[0] === 127;

function isPrivate(host) {
  const [a, b] = quad(host) || [];
  return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254);
}

/** The four numbers of a dotted quad. No leading zeros: some readers take those for octal. */
function quad(host) {
  if (!/^(?:(?:0|[1-9]\d{0,2})(?:\.(?!$)|$)){4}$/.test(host)) return undefined;
  const numbers = host.split('.').map(Number);
  return numbers.every((number) => number <= 255) ? numbers : undefined;
}

/** A copy of plain JSON data. */
function json(value, name, secrets, depth = 0) {
  const type = typeof value;
  if (type !== 'object' && !depth) throw wrongType(name, 'an object', value);
  if (type === 'string') return text(value, name, { mayBeEmpty: true });
  if (type === 'boolean' || type === 'bigint' || (value === null && depth > 1)) return value;
  if (type === 'number') {
    if (!Number.isFinite(value)) throw bad('OutOfRange', name, `${name} must be a finite number`);
    return value;
  }
  if (value === null || type !== 'object') throw wrongType(name, depth ? 'JSON data' : 'an object', value);
  if (depth > MAX_DEPTH) throw bad('NotAllowed', name, `${name} is nested too deeply`);
  if (isArray(value) && depth) {
    const read = reader(value, name, secrets, name + '.');
    return Array.from({ length: read('length') }, (_, at) => json(read(at), `${name}.${at}`, secrets, depth + 1));
  }
  if (isArray(value)) throw wrongType(name, 'an object', value);
  const copy = {};
  for (const [key, item] of entries(value, name, secrets, name + '.')) {
    const path = `${name}.${key}`;
    // As a key of a JSON object it would be harmless; in JavaScript it is too easily taken for something else.
    if (key === '__proto__') throw bad('Forbidden', path, `${path} cannot be sent`);
    if (LONE_SURROGATE.test(key)) throw bad('BadText', name, `a name in ${name} holds a lone surrogate`);
    if (item !== undefined) copy[key] = json(item, path, secrets, depth + 1);
  }
  return copy;
}

const unreadable = (name, thrown, secrets) =>
  bad('Unreadable', name, `${name} could not be read`, { cause: redact(thrown, secrets) });

/** A function that reads one member after another of `object`; a getter that throws becomes an error of ours. */
export function reader(object, name, secrets, prefix = '') {
  if (object === null || (typeof object !== 'object' && typeof object !== 'function')) {
    throw wrongType(name, 'an object', object);
  }
  return (member) => {
    try {
      return object[member];
    } catch (thrown) {
      throw unreadable(prefix + member, thrown, secrets);
    }
  };
}

/** Own enumerable string keys with their values. */
export function entries(object, name, secrets, prefix = '') {
  const read = reader(object, name, secrets, prefix);
  let keys;
  try {
    keys = Object.keys(object);
  } catch (thrown) {
    throw unreadable(name, thrown, secrets);
  }
  return keys.map((key) => [key, read(key)]);
}

/**
 * Reads an options object by a table: name → check. `undefined` means absent; `required` names what may not be. The
 * result has a property per name of the table, in its order.
 */
function readOptions(options, table, { name = 'options', prefix = '', required = [], secrets } = {}) {
  const read = reader(options, name, secrets, prefix);
  const result = {};
  for (const member of Object.keys(table)) {
    const value = read(member);
    if (value !== undefined) result[member] = table[member](value, prefix + member, secrets);
    else if (required.includes(member)) throw bad('Missing', prefix + member, `${prefix + member} is missing`);
    else result[member] = undefined;
  }
  return result;
}

const withDefaults = (result, defaults) => {
  for (const name of Object.keys(defaults)) if (result[name] === undefined) result[name] = defaults[name];
  return result;
};

// `allowInsecure` stands first, because the endpoint is judged by it.
const ENDPOINT = { allowInsecure: flag, endpoint: (value) => value };

function settleEndpoint(result) {
  const value = result.endpoint === undefined ? endpoints.china : result.endpoint;
  result.endpoint = endpoint(value, result.allowInsecure);
  delete result.allowInsecure;
  return result;
}

/** Options of `buildRequest` and the builders. */
export function buildOptions(options = {}) {
  const table = { accessToken: text, requestId: text, ...ENDPOINT, commonParams: json, untyped: flag };
  return settleEndpoint(withDefaults(readOptions(options, table, { required: ['accessToken'] }), { untyped: false }));
}

/** Options of `parseResponse`. */
export function parseOptions(options = {}) {
  return withDefaults(readOptions(options, { untyped: flag }), { untyped: false });
}

/** An HttpResponse as a caller hands it in. */
export function httpResponse(response) {
  if (response === undefined) throw bad('Missing', 'response', 'response is missing');
  const table = {
    status: (value, name) => integer(value, name, 0, 999),
    body: (value, name) => {
      if (typeof value !== 'string') throw wrongType(name, 'a string', value);
      return value;
    },
    headers: (value, name) => {
      const headers = {};
      for (const [key, item] of entries(value, name, undefined, name + '.')) {
        if (typeof item !== 'string') throw wrongType(`${name}.${key}`, 'a string', item);
        headers[key.toLowerCase()] = item;
      }
      return headers;
    },
  };
  const about = { name: 'response', prefix: 'response.', required: ['status', 'body'] };
  return readOptions(response, table, about);
}

/** Options of `new Client`. */
export function clientOptions(options = {}) {
  const accessToken = (value, name) => (typeof value === 'function' ? value : text(value, name));
  const secrets = [];
  const table = {
    // Read first, so that what a later getter throws can be cleared of it.
    accessToken: (value, name) => {
      const token = accessToken(value, name);
      if (typeof token === 'string') secrets.push(token);
      return token;
    },
    ...ENDPOINT,
    timeoutMs: milliseconds,
    retries: (value, name) => integer(value, name, 0, MAX_RETRIES),
    transport: callable,
    commonParams: json,
    onEvent: callable,
  };
  const result = readOptions(options, table, { required: ['accessToken'], secrets });
  return settleEndpoint(withDefaults(result, { timeoutMs: 10_000, retries: 2 }));
}

/** Options of one call. */
export function callOptions(options = {}, secrets) {
  const table = { signal, timeoutMs: milliseconds, requestId: text, untyped: flag };
  return withDefaults(readOptions(options, table, { secrets }), { untyped: false });
}

// What the two flows that bind one device share.
const FLOW = {
  pollIntervalMs: milliseconds,
  timeoutMs: milliseconds,
  onCheckpoint: callable,
  resume: text,
  signal,
  onProgress: callable,
};

/** Options of `bindWithToken`. */
export function tokenFlowOptions(options = {}, secrets) {
  const table = { familyId: text, roomId: text, sendToDevice: callable, productId: text, deviceName: text, ...FLOW };
  const result = readOptions(options, table, { required: ['familyId', 'sendToDevice'], secrets });
  return withDefaults(result, { roomId: '0', pollIntervalMs: 2_000, timeoutMs: 300_000 });
}

/** Options of `bindWithSignature`. */
export function signatureFlowOptions(options = {}, known = []) {
  const secrets = [...known];
  const device = (value, name) => {
    const table = {
      // First, so that what a later getter throws can be cleared of it.
      Signature: (signature, path) => {
        secrets.push(text(signature, path));
        return signature;
      },
      ProductId: text,
      DeviceName: text,
      DeviceTimestamp: time,
      ConnId: (connId, path) => text(connId, path, { mayBeEmpty: true }),
    };
    const required = ['ProductId', 'DeviceName', 'DeviceTimestamp', 'Signature'];
    return readOptions(value, table, { name, prefix: name + '.', required, secrets });
  };
  const table = {
    device,
    familyId: text,
    roomId: text,
    bindType: (value, name) => oneOf(value, name, BIND_TYPES, BIND_TYPE_ALIASES),
    signMethod: (value, name) => oneOf(value, name, SIGN_METHODS),
    ...FLOW,
  };
  const result = readOptions(options, table, { required: ['familyId', 'device'], secrets });
  return withDefaults(result, { bindType: 'wifi_sign', pollIntervalMs: 2_000, timeoutMs: 60_000 });
}

const DEVICE_PAIR = { productId: text, deviceName: text };
const BOTH = ['productId', 'deviceName'];

/** Options of `bindSubDevices`. */
export function subDeviceFlowOptions(options = {}, secrets) {
  const pair = (value, name) => readOptions(value, DEVICE_PAIR, { name, prefix: name + '.', required: BOTH, secrets });
  // The caller's other properties stay on it, because `sign` and the results hand it back.
  const subDevice = (value, name) => {
    const checked = pair(value, name);
    const copy = {};
    for (const [key, item] of entries(value, name, secrets, name + '.')) if (key !== '__proto__') copy[key] = item;
    return Object.assign(copy, checked);
  };
  const subDevices = (value, name) => {
    if (!isArray(value)) throw wrongType(name, 'an array', value);
    const read = reader(value, name, secrets, name + '.');
    return Array.from({ length: read('length') }, (_, at) => subDevice(read(at), `${name}.${at}`));
  };
  const table = {
    gateway: pair,
    familyId: text,
    subDevices,
    sign: callable,
    concurrency: (value, name) => Math.min(integer(value, name, 1, Infinity), MAX_CONCURRENCY),
    timeoutMs: milliseconds,
    signal,
    onProgress: callable,
  };
  const required = ['gateway', 'familyId', 'subDevices', 'sign'];
  const result = readOptions(options, table, { required, secrets });
  return withDefaults(result, { concurrency: 4, timeoutMs: 60_000 });
}

/** Options of the three functions that take a secret. */
export function secretOptions(options = {}) {
  return readOptions(options, { allowSecret: flag });
}

/** Options of `sign.explain.appRequest`. */
export function explainOptions(options = {}) {
  return withDefaults(readOptions(options, { reveal: flag }), { reveal: false });
}

/** The length of a nonce. */
export const nonceLength = (value, name) => integer(value, name, 1, MAX_NONCE_CHARS);
