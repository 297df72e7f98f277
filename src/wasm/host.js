// The host's half of the module's boundary: JavaScript's own values, looked at in ways that never throw. What differs from
// host to host, and what belongs to one running call, is handed in with `connect`.
//
// The module holds no values but knows them by number, as places in `host.values`, a list that lasts as long as one call, flow
// or question. So nothing has to be counted, cloned or dropped on either side. Place 0 is `undefined`.

let host;

/** Takes the functions `error`, `redacted`, `random`, `fail`, `want` and `note`, see src/wasm/host.rs, and the list `values`. */
export function connect(given) {
  host = given;
}

const at = (place) => host.values[place];
const put = (value) => (value === undefined ? 0 : host.values.push(value) - 1);

export const error = (...facts) => put(host.error(...facts.slice(0, -1), at(facts[facts.length - 1])));
export const redacted = (name, message, code) => put(host.redacted(name, message, code));
export const random = (bytes) => host.random(bytes);
export const want = (task, ms, place) => host.want(task, ms, at(place));
export const fail = (place) => host.fail(at(place));
export const note = (kind, place) => host.note(kind, at(place));
/** A value of the module's making. */
export const keep = put;

// In the order of `JsonType`. Null, arrays and other objects are told apart below.
const TYPES = ['undefined', '', 'boolean', 'number', 'bigint', 'string', '', 'object'];

/** The number of a value's JSON type. */
export const typeOf = (place) => typeOfValue(at(place));

function typeOfValue(value) {
  const type = TYPES.indexOf(typeof value);
  if (type < 0 || (type === 3 && !isFinite(value))) return 8;
  if (value === null) return 1;
  try {
    return Array.isArray(value) ? 6 : type;
  } catch (_) {
    // A revoked proxy: reading it will say what is wrong.
    return type;
  }
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

export const get = (place, name) => put(property(at(place), name));

/** What is written to is of our own or of JSON.parse's making. */
export function set(place, name, value) {
  at(place)[name] = at(value);
}

export function remove(place, name) {
  delete at(place)[name];
}

export const newObject = () => put({});
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

const isWhole = (text) => !/[\ud800-\udfff]/u.test(text);

/** The number of what there is to say against a text, as in `TextFlaw`. */
export function textFlaw(place) {
  const value = at(place);
  if (typeof value !== 'string') return 3;
  return isWhole(value) ? +!value : 2;
}

export const isTrue = (place) => at(place) === true;

/** A whole number that is none of the language's: its digits. */
class Digits {
  constructor(digits) {
    this.digits = digits;
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

/** The place of a number, after which so many values stand in a row. */
function row(values) {
  const start = host.values.push(values.length) - 1;
  for (const value of values) host.values.push(value);
  return start;
}

/** An array's elements in a row; of anything else none. */
export function items(place) {
  return row(typeOf(place) === 6 ? at(place) : []);
}

/** A plain object with the same own properties; or, as a text, what class of error came out at which: none for half a character. */
export function copy(place) {
  const object = at(place);
  // Without a prototype every name is like any other.
  const result = Object.create(null);
  let name;
  try {
    for (name of Object.keys(object)) {
      if (!isWhole(name)) return put(' ' + name);
      result[name] = object[name];
    }
    return put(result);
  } catch (thrown) {
    return put(classOf(thrown) + (name === undefined ? '' : ' ' + name));
  }
}

/** Names and values by turns in a row, but for those that another object has. */
export function others(place, known) {
  const object = at(place);
  const list = [];
  for (const name of Object.keys(object)) {
    if (!Object.prototype.hasOwnProperty.call(at(known), name)) list.push(name, object[name]);
  }
  return row(list);
}

// As newer engines write half a character.
const HALF = /(?:^|[^\\])(?:\\\\)*\\u[dD][89a-fA-F]/;

/** A list of what JSON says of a value, if anything; or, as a text, what class of error came out: none for half a character. */
export function plain(place) {
  const value = at(place);
  if (typeof value === 'bigint') return put([new Digits(String(value))]);
  try {
    const text = JSON.stringify(value);
    if (text === undefined) return put([]);
    return put(isWhole(text) && !HALF.test(text) ? [isObject(value) ? JSON.parse(text) : value] : '');
  } catch (thrown) {
    return put(classOf(thrown));
  }
}

/** The JSON text of plain data. */
export const json = (place) => put(jsonOf(at(place)));

function jsonOf(value) {
  if (value instanceof Digits) return value.digits;
  if (!isObject(value) || !Object.values(value).some((item) => item instanceof Digits)) return JSON.stringify(value);
  return `{${Object.keys(value).map((name) => `${JSON.stringify(name)}:${jsonOf(value[name])}`)}}`;
}

/** Whether a text has more than so many bytes in UTF-8. */
export function isLonger(place, bytes) {
  const text = at(place);
  return text.length * 3 > bytes && encodeURIComponent(text).replace(/%../g, ' ').length > bytes;
}

// A text or a number of JSON; of the latter, those beyond 2^53 get quotes, so that they keep their digits. One in the place of a
// name is no JSON, nor may quotes make it some.
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d[\d.eE+-]*(?!\s*:)/g;
const LIMIT = '9007199254740992';

function keepDigits(token) {
  const whole = /^-?([1-9]\d{15,})$/.exec(token);
  const isBig = whole && (whole[1].length > LIMIT.length || whole[1] > LIMIT);
  return isBig ? `"${token}"` : token;
}

/** What a body says, if it is JSON. */
function parseJson(text) {
  try {
    // Half the time of the replacing is saved where there is nothing to replace.
    return JSON.parse(/\d{16}/.test(text) ? text.replace(TOKEN, keepDigits) : text);
  } catch (_) {
    return undefined;
  }
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

/** An answer's parts; or, as a text, which of them is not what it should be. */
export const readResponse = (place) => put(partsOf(at(place)));

function partsOf(response) {
  const status = property(response, 'status');
  const body = property(response, 'body');
  if (typeOfValue(response) !== 7) return 'response';
  if (!(Number.isInteger(status) && status >= 100 && status <= 999)) return 'status';
  if (typeof body !== 'string') return 'body';
  const wait = property(property(response, 'headers'), 'retry-after');
  const ms = typeof wait !== 'string' ? NaN : /^\s*\d+\s*$/.test(wait) ? wait * 1000 : Date.parse(wait) - Date.now();
  const trimmed = body.trim();
  const json = parseJson(trimmed);
  return {
    status,
    // NaN, too, is no time to wait.
    retryAfterMs: ms === ms ? Math.max(0, ms) : -1,
    json,
    excerpt: typeOfValue(json) === 7 ? '' : excerpt(body, trimmed),
  };
}
