// The host's half of the module's boundary: JavaScript's own values, looked at in ways that never throw. What differs from
// host to host, and what belongs to one running call, is handed in with `connect`.

let host;

/** Takes the functions `error`, `redacted`, `random`, `fail`, `want` and `note`; see src/wasm/host.rs. */
export function connect(given) {
  host = given;
}

export const error = (...facts) => host.error(...facts);
export const redacted = (name, message, code) => host.redacted(name, message, code);
export const random = (bytes) => host.random(bytes);
export const want = (...what) => host.want(...what);
export const fail = (error) => host.fail(error);
export const note = (kind, value) => host.note(kind, value);

// In the order of `JsonType`. Null, arrays and other objects are told apart below.
const TYPES = ['undefined', '', 'boolean', 'number', 'bigint', 'string', '', 'object'];

/** The number of a value's JSON type. */
export function typeOf(value) {
  const at = TYPES.indexOf(typeof value);
  if (at < 0 || (at === 3 && !isFinite(value))) return 8;
  if (value === null) return 1;
  try {
    return Array.isArray(value) ? 6 : at;
  } catch (_) {
    // A revoked proxy: reading it will say what is wrong.
    return at;
  }
}

const isObject = (value) => value !== null && typeof value === 'object';

/** A property; `undefined` also of what has none, and where a getter throws. */
export function get(object, name) {
  try {
    return isObject(object) ? object[name] : undefined;
  } catch (_) {
    return undefined;
  }
}

/** What is written to is of our own or of JSON.parse's making. */
export function set(object, name, value) {
  object[name] = value;
}

export function remove(object, name) {
  delete object[name];
}

export const newObject = () => ({});

/** Whether a text has no lone surrogate. */
export const isWellFormed = (value) => !(typeof value === 'string' && /[\ud800-\udfff]/u.test(value));

/** The decimal digits of a whole number: a safe number, a bigint, or a text of digits. */
export function digits(value) {
  const isWhole = Number.isSafeInteger(value) || typeof value === 'bigint' || (typeof value === 'string' && /^\d+$/.test(value));
  return isWhole ? String(value) : undefined;
}

const HALF = /(?:^|[^\\])(?:\\\\)*\\u[dD][89a-fA-F]/;

const KNOWN_CLASSES = ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'DOMException'];

/** The class of something thrown, where it is one of the language's own; anything else may have been given any name. */
function classOf(thrown) {
  const name = get(thrown, 'name');
  return KNOWN_CLASSES.includes(name) ? name : 'Error';
}

/** Names and values by turns; or, as a text, what class of error came out at which property; no class for half a character. */
export function entries(object) {
  let name;
  try {
    const list = [];
    for (name of Object.keys(object)) {
      if (!isWellFormed(name)) return ' ' + name;
      list.push(name, object[name]);
    }
    return list;
  } catch (thrown) {
    return classOf(thrown) + (name === undefined ? '' : ' ' + name);
  }
}

/** JSON text, `undefined`, or, in an array, what class of error came out; an empty one for half a character. */
export function json(value) {
  try {
    if (typeof value === 'bigint') return String(value);
    const text = JSON.stringify(value);
    // Older engines write half a character as it is, newer ones as an escape.
    return isWellFormed(text) && !HALF.test(text) ? text : [''];
  } catch (thrown) {
    return [classOf(thrown)];
  }
}

// A text or a number of JSON; of the latter, those beyond 2^53 get quotes, so that they keep their digits.
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d[\d.eE+-]*/g;
const LIMIT = '9007199254740992';

function keepDigits(token) {
  const whole = /^-?([1-9]\d{15,})$/.exec(token);
  const isBig = whole && (whole[1].length > LIMIT.length || whole[1] > LIMIT);
  return isBig ? `"${token}"` : token;
}

/** What a body says, if it is JSON. */
export function parse(text) {
  try {
    // Half the time of the replacing is saved where there is nothing to replace.
    return JSON.parse(/\d{16}/.test(text) ? text.replace(TOKEN, keepDigits) : text);
  } catch (_) {
    return undefined;
  }
}

const EXCERPT_MAX_CHARS = 80;

/** What may be said of a body that is no JSON object; what begins like JSON may hold a token. `…` ends what was cut off. */
function excerpt(body, text) {
  const start = /^[{[]/.test(text) ? '' : text.slice(0, EXCERPT_MAX_CHARS).replace(/[\0-\x1f\x7f-\x9f]/g, ' ');
  const shown = start && `: ${start}${text.length > EXCERPT_MAX_CHARS ? '…' : ''}`;
  return `${body.length} characters, no JSON object${shown}`;
}

/** An answer's parts; or, as a text, which of them is not what it should be. */
export function readResponse(response) {
  const status = get(response, 'status');
  const body = get(response, 'body');
  if (!isObject(response) || typeOf(response) === 6) return 'response';
  if (!(Number.isInteger(status) && status >= 100 && status <= 999)) return 'status';
  if (typeof body !== 'string') return 'body';
  const wait = get(get(response, 'headers'), 'retry-after');
  const ms = typeof wait !== 'string' ? NaN : /^\s*\d+\s*$/.test(wait) ? wait * 1000 : Date.parse(wait) - Date.now();
  const text = body.trim();
  const json = parse(text);
  return { status, retryAfterMs: ms === ms ? Math.max(0, ms) : -1, json, excerpt: typeOf(json) === 7 ? '' : excerpt(body, text) };
}
