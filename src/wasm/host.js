// The host's half of the module's boundary: JavaScript's own values, looked at in ways that never throw. What differs from
// host to host, and what belongs to one running call, is handed in with `connect`.
//
// The module holds no values but knows them by place: sixteen times where they are in a list, and what type they are of. The list
// begins with all atoms (see src/atom.rs); then come the values of the call, flow or question at hand, in `host.held`, which
// lasts as long as that, and begins with the number of its last one. So nothing has to be counted, cloned or dropped on either
// side. Place 0 is `undefined`.

let host;
let atoms;
/** Where each of them is. */
let places;

/**
 * Takes the functions `error`, `redacted`, `fillRandom`, `fail`, `want` and `note`, see src/wasm/host.rs, the lists `atoms` and
 * `held`, and `poolBytes`; adds to them what the facade needs of this file.
 */
export function connect(given) {
  host = Object.assign(given, { put: putInto, at: atOf, partsOf });
  atoms = given.atoms;
  places = new Map(atoms.map((text, at) => [text, at]));
}

/** The number of a value's type, as in src/wasm/value.rs. */
function typeOf(value) {
  if (typeof value === 'string') return 5;
  if (typeof value === 'number') return Number.isInteger(value) ? 3 : Number.isFinite(value) ? 9 : 8;
  if (typeof value === 'boolean') return value ? 10 : 2;
  if (typeof value === 'bigint') return 4;
  if (typeof value !== 'object') return 8;
  if (value === null) return 1;
  try {
    return Array.isArray(value) ? 6 : 7;
  } catch (_) {
    // A revoked proxy: reading it will say what is wrong.
    return 7;
  }
}

function putInto(held, value) {
  if (value === undefined) return 0;
  // Not pushed: a list that grows is moved, and that several times.
  const at = ++held[0];
  held[at] = value;
  return ((atoms.length + at) << 4) | typeOf(value);
}
const atOf = (held, place) => {
  const at = place >> 4;
  if (!place) return undefined;
  return at < atoms.length ? atoms[at] : held[at - atoms.length];
};
const put = (value) => putInto(host.held, value);
const at = (place) => atOf(host.held, place);

/** A text as it is shown: half a character cannot be. */
const shown = (place) => at(place) && at(place).replace(/[\ud800-\udfff]/gu, '\ufffd');
export const error = (code, own, detail, action, requestId, parameter, status, flags, cause) =>
  put(host.error(shown(code), own, shown(detail), at(action), shown(requestId), at(parameter), status, flags, at(cause)));
export const redacted = (name, message, code) => put(host.redacted(at(name), at(message), at(code)));
export const want = (run, task, ms, place) => host.want(run, task, ms, at(place));
export const fail = (place) => host.fail(at(place));
export const note = (kind, place) => host.note(kind, at(place));
/** A value of the module's making. */
export const keep = put;

// Random bytes are fetched from the host in larger pieces, each of them used once.
let pool = [];
let used = 0;
function randomByte() {
  if (used === pool.length) {
    host.fillRandom((pool = new Uint8Array(host.poolBytes)));
    used = 0;
  }
  const byte = pool[used];
  pool[used++] = 0;
  return byte;
}

export function random(bytes) {
  for (let at = 0; at < bytes.length; at++) bytes[at] = randomByte();
}

const isObject = (value) => value !== null && typeof value === 'object';

/** A property; `undefined` also of what has none, and where a getter throws. */
function property(object, name) {
  try {
    return isObject(object) ? object[name] : undefined;
  } catch (_) {
    return undefined;
  }
}

export const get = (place, name) => put(property(at(place), at(name)));

/** What is written to is of our own or of JSON.parse's making. */
export function set(place, name, value) {
  at(place)[at(name)] = at(value);
}

export function remove(place, name) {
  delete at(place)[at(name)];
}

export const same = (one, other) => at(one) === at(other);

/** Where a text stands among the atoms, if it does. */
export function atom(place) {
  const found = places.get(at(place));
  return found === undefined ? -1 : found;
}

export const find = (place, part) => at(place).indexOf(at(part));
export function split(place, part) {
  const [before, ...behind] = at(place).split(at(part));
  return behind.length && put([before, behind.join(at(part))]);
}
export const replaced = (place, part, other) => put(at(place) && at(place).split(at(part)).join(at(other)));
export function scrubbed(place, secrets, least) {
  const known = at(secrets).filter((secret) => secret.length >= least).sort((one, other) => other.length - one.length);
  return put(known.reduce((text, secret) => text && text.split(secret).join('***'), at(place)));
}
export const lower = (place) => put(at(place).toLowerCase());
export const plus = (one, other) => put(at(one) + at(other));

/** Puts a field of a list's elements right: its other spelling, and digits of a whole number where it may be one. */
export function mend(place, name, also, isLoose) {
  for (const item of at(place).filter(isObject)) {
    const [field, spelling] = [at(name), at(also)];
    if (spelling && spelling in item) {
      if (!(field in item)) item[field] = item[spelling];
      delete item[spelling];
    }
    const value = item[field];
    if (isLoose && typeof value === 'string' && /^\d+$/.test(value) && Number.isSafeInteger(+value)) item[field] = +value;
  }
}

export function push(place, item) {
  at(place).push(at(item));
}
export const newList = () => put([]);
export const newObject = () => put({});
const HEX = [];
for (let byte = 256; byte < 512; byte++) HEX.push(byte.toString(16).slice(1));

/** A UUID, version 4: many times as fast here as letter by letter in the module. */
export function uuid() {
  let text = '';
  for (let at = 0; at < 16; at++) {
    let byte = randomByte();
    if (at === 6) byte = (byte & 15) | 64;
    if (at === 8) byte = (byte & 63) | 128;
    text += (at > 3 && at < 11 && !(at & 1) ? '-' : '') + HEX[byte];
  }
  return put(text);
}

export const fromText = put;
export const fromNumber = put;
export const fromBool = put;

export function text(place) {
  const value = at(place);
  return typeof value === 'string' ? value : undefined;
}

/** A number; NaN of what is none. */
export function number(place) {
  const value = at(place);
  return typeof value === 'number' ? value : NaN;
}

/** Whether a text has no half of a character. Newer engines have a method for that, mini-programs' have not. */
const isWhole = (text) => !/[\ud800-\udfff]/u.test(text);

/** The number of what there is to say against a text, as in `TextFlaw`. */
export function textFlaw(place) {
  const value = at(place);
  if (typeof value !== 'string') return 3;
  return isWhole(value) ? +!value : 2;
}

/** Sets a text property as another object has it. What there is to say against it as above; 4 if there is none. */
export function take(from, name, to) {
  const place = get(from, name);
  if (!place) return 4;
  set(to, name, place);
  return textFlaw(place);
}

/** Whether some were met where JSON was written. */
let hasDigits;

/** A whole number that is none of the language's: its digits. */
class Digits {
  constructor(digits) {
    this.digits = digits;
  }

  toJSON() {
    hasDigits = true;
  }
}

/** The decimal digits of a whole number: a safe number, a bigint, or a text of digits. */
export function digits(place) {
  const value = at(place);
  const isText = typeof value === 'string' && /^\d+$/.test(value);
  return isText || Number.isSafeInteger(value) || typeof value === 'bigint' ? String(value) : undefined;
}

export const fromDigits = (text) => put(Number.isSafeInteger(+text) ? +text : new Digits(text));

const KNOWN_CLASSES = ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'DOMException'];

/** The class of something thrown, where it is one of the language's own; anything else may have been given any name. */
function classOf(thrown) {
  const name = property(thrown, 'name');
  return KNOWN_CLASSES.includes(name) ? name : 'Error';
}

/** An element of an array; of anything else there is none. */
export function item(place, index) {
  return (place & 15) === 6 ? put(at(place)[index]) : 0;
}

/** What there is nothing to inherit from, so that every name is like any other. To inherit from nothing at all is slow. */
const NOTHING = Object.create(null);

/** A plain object with the same own properties; or, as a list, what class of error came out at which: none for half a character. */
export function copy(place) {
  const object = at(place);
  const result = Object.create(NOTHING);
  let name;
  try {
    for (name of Object.keys(object)) {
      if (!isWhole(name)) return put([undefined, name]);
      result[name] = object[name];
    }
    return put(result);
  } catch (thrown) {
    return put([classOf(thrown), name]);
  }
}

/**
 * Names and values by turns, but for those that another one has and what is not defined; nothing where there are none. Without
 * another one all of them, by name.
 */
export function others(place, known) {
  const object = at(place);
  const names = Object.keys(object);
  const list = [];
  for (const name of known ? names : names.sort()) {
    const value = object[name];
    if (value !== undefined && !(known && Object.prototype.hasOwnProperty.call(at(known), name))) list.push(name, value);
  }
  return list.length && put(list);
}

// As newer engines write half a character.
const HALF = /(?:^|[^\\])(?:\\\\)*\\u[dD][89a-fA-F]/;

/** What JSON says of a value, if anything, as `value`; or, as a list, what class of error came out: none for half a character. */
export function plain(place) {
  const value = at(place);
  if (typeof value === 'bigint') return put({ value: new Digits(String(value)) });
  try {
    const text = JSON.stringify(value);
    if (text === undefined) return put({});
    return put(isWhole(text) && !HALF.test(text) ? { value: isObject(value) ? JSON.parse(text) : value } : []);
  } catch (thrown) {
    return put([classOf(thrown)]);
  }
}

/** The JSON text of plain data. */
export const json = (place) => put(jsonOf(at(place)));

function jsonOf(value) {
  if (value instanceof Digits) return value.digits;
  hasDigits = false;
  const text = JSON.stringify(value);
  if (!hasDigits) return text;
  return `{${Object.keys(value).map((name) => `${JSON.stringify(name)}:${jsonOf(value[name])}`)}}`;
}

/** Whether a text has more than so many bytes in UTF-8. */
export function isLonger(place, bytes) {
  const text = at(place);
  return text.length * 3 > bytes && encodeURIComponent(text).replace(/%../g, ' ').length > bytes;
}

// A whole number of sixteen digits or more where JSON may have a value, and not in the place of a name. Those beyond 2^53 get quotes,
// so that they keep their digits. Fifteen digits written out are found several times as fast as ones that are counted.
const LARGE = /(^|[[:,\s])(-?([1-9]\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d*))(?=\s*([,\]}]|$))/g;
// The same, past all texts.
const LARGE_OUTSIDE = RegExp(/"[^"\\]*(?:\\[^][^"\\]*)*"|/.source + LARGE.source, 'g');
const LIMIT = '9007199254740992';

function keepDigits(all, before, number, digits) {
  return digits && (digits.length > LIMIT.length || digits > LIMIT) ? `${before}"${number}"` : all;
}

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch (_) {
    return undefined;
  }
};

/**
 * What a body says, if it is JSON.
 *
 * Telling texts from what stands between them takes three times as long as reading the body. It is only done where something
 * within a text looks like such a number: quotes there end the text before a digit, which no JSON does, so it shows.
 */
function parseJson(text) {
  const quoted = text.replace(LARGE, keepDigits);
  const value = parsed(quoted);
  return value === undefined && quoted !== text ? parsed(text.replace(LARGE_OUTSIDE, keepDigits)) : value;
}

/** Far more than is shown, so that a secret is whole when it is taken out. */
const EXCERPT_MAX_CHARS = 65536;

/** What may be said of a body that is no JSON object; what begins like JSON may hold a token. */
function excerpt(body, text) {
  const start = /^[{[]/.test(text) ? '' : text.slice(0, EXCERPT_MAX_CHARS).replace(/[\0-\x1f\x7f-\x9f]/g, ' ');
  return `${body.length} characters, no JSON object${start && ': ' + start}`;
}

/** The same of a text of the module's. */
export const parse = (text) => put(parseJson(text));

/**
 * What there is to know of an answer: its body where that is a JSON object, else what may be said of it; its status; how long the
 * server asks to wait, below zero if it does not. With a status of 0 the name of the field that is not what it should be.
 */
function partsOf(response) {
  const status = property(response, 'status');
  const body = property(response, 'body');
  if (typeOf(response) !== 7) return ['response', 0];
  if (!(Number.isInteger(status) && status >= 100 && status <= 999)) return ['status', 0];
  if (typeof body !== 'string') return ['body', 0];
  const wait = property(property(response, 'headers'), 'retry-after');
  const ms = typeof wait !== 'string' ? NaN : /^\s*\d+\s*$/.test(wait) ? wait * 1000 : Date.parse(wait) - Date.now();
  const trimmed = body.trim();
  const json = parseJson(trimmed);
  // NaN, too, is no time to wait.
  return [typeOf(json) === 7 ? json : excerpt(body, trimmed), status, ms === ms ? Math.max(0, ms) : -1];
}
