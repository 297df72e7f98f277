// The one error class. Everything it says beyond the cloud's own words comes from the generated table of codes, so Rust,
// JavaScript, the types and the documents agree on it.

import { defaultLanguage } from '#facts';
import { NAMES, OWN, REMEDIES, REMEDY, SENTENCES } from './generated/codes.js';

const categoryOf = (code) => code.split('.')[0];

let category;
const names = NAMES.split('\n').map((name) => {
  if (name[0] === '.') return category + name;
  category = categoryOf(name);
  return name;
});

/** Our own codes begin with their kind, and anything else is the cloud's. */
const KINDS = names.slice(OWN).map((name) => categoryOf(name).toLowerCase()).concat('api');

/** The codes of the table whose places are so. */
export const codesWhere = (isSo) => names.filter((_, place) => isSo(place));

/** The own code at that place among the own ones: so the module speaks of them. */
export const nameOfCode = (place) => names[OWN + place];

/** The place of an own code; for anything else one that no code has. */
export function placeOfCode(name) {
  const place = names.indexOf(name, OWN);
  return place < 0 ? 255 : place - OWN;
}

/** Where the table speaks of a code, or of what it is a kind of; its last line is for all others. */
function placeOf(code) {
  // Live clients match these words wherever they stand.
  const [word] = /InvalidAccessToken|VERIFY_LOGIN_FAIL/.exec(code) || [];
  const candidates = [code, 'InvalidParameterValue.' + word, word, categoryOf(code)];
  const places = candidates.map((name) => names.indexOf(name));
  return [...places, names.length].find((place) => place >= 0);
}

/** What happened and what to do, with the parameter's name where the table speaks of "a value". */
function sentence({ code, parameter }, language) {
  const line = SENTENCES[language].split('\n')[placeOf(code)].replace('%', () => code) + (language === 'zh' ? '。' : '.');
  return parameter === undefined ? line : line.replace(/^(A value|参数) ?/, () => parameter + ' ');
}

/** How much is shown of an answer that is none. */
const SHOWN_CHARS = 120;

/**
 * The message of an error. The cloud's is `detail`. An error of ours has a sentence, and `detail` is what is peculiar to
 * this one: of a parameter what it must be, of anything else what stands between what happened and what to do. The same
 * rule as `Error::text` in src/error.rs.
 */
function messageOf({ kind, code, detail, action, parameter, status }) {
  if (kind === 'protocol' && detail && detail.length > SHOWN_CHARS) detail = detail.slice(0, SHOWN_CHARS) + '…';
  let message = detail || code;
  if (kind === 'parameter' && detail) message = `${parameter} must be ${detail}`;
  else if (kind !== 'api') {
    message = sentence({ code, parameter }, 'en');
    if (detail) message = message.replace(/;|\.$/, (end) => `: ${detail}${end}`);
    if (status) message = `HTTP ${status}: ${message}`;
  }
  return action === undefined || message.includes(action) ? message : `${action}: ${message}`;
}

/** A property that is there without being shown, as the language has it of errors' own. */
export const define = (object, name, value) =>
  Object.defineProperty(object, name, { value, configurable: true, writable: true });

// Causes that are our own copies: of these, name and code may be shown.
const copies = new WeakSet();

/**
 * A copy of something thrown by the host or by a getter: its name, message and code, and no stack, which may quote what
 * it was called with.
 */
export function redacted({ name, message, code }) {
  const copy = new Error(message);
  define(copy, 'name', name);
  define(copy, 'stack', '');
  if (code !== undefined) copy.code = code;
  copies.add(copy);
  return copy;
}

/** What can be said of anything thrown, whatever its getters do, without the texts in `secrets`. */
export function redact(thrown, secrets = []) {
  const hide = (text) => secrets.reduce((rest, secret) => (secret ? rest.split(secret).join('***') : rest), text);
  const read = (name) => {
    try {
      const value = thrown[name];
      if (typeof value === 'string' || typeof value === 'number') return hide(String(value));
    } catch (_) {
      // It cannot be read, so nothing is said of it.
    }
  };
  return redacted({
    name: read('name') || 'Error',
    message: typeof thrown === 'string' ? hide(thrown) : read('message') || read('errMsg') || '',
    code: read('code'),
  });
}

/** What `toJSON` hands out, in this order. */
const SHOWN = 'name kind code category message action requestId status parameter retryable mayBeBound remedy'.split(' ');

/** Copies properties that are there. */
function pick(from, names, to) {
  for (const name of names) if (from[name] !== undefined) to[name] = from[name];
  return to;
}

/** Everything that this package throws. See the declarations for what each property means. */
export class IotError extends Error {
  constructor(about) {
    const { code: given = '', retryable, remedy, cause, message, ...facts } = about || {};
    const code = String(given);
    const category = categoryOf(code);
    // `Init.NotReady` is of kind `init`; a code in nobody's style is the cloud's.
    const kind = [facts.kind, category.toLowerCase(), 'api'].find((one) => KINDS.includes(one));
    super(message === undefined ? messageOf({ ...facts, kind, code }) : String(message));
    pick({ ...facts, kind, code, category }, SHOWN.slice(1), this);
    const known = REMEDIES.split(' ')[REMEDY[placeOf(code)]];
    this.retryable = typeof retryable === 'boolean' ? retryable : /^(retry|wait)$/.test(remedy || known);
    // The cloud's state decides more than its code: a 503 with a code nobody knows is worth another try.
    this.remedy = remedy || (this.retryable && known === 'none' ? 'retry' : known);
    // The cause may be the caller's own and hold anything.
    if (cause !== undefined) define(this, 'cause', cause);
  }

  describe(language) {
    return sentence(this, /^zh/.test(language === undefined ? defaultLanguage : language) ? 'zh' : 'en');
  }

  toJSON() {
    const json = pick(this, SHOWN, {});
    const { cause } = this;
    if (isOurs(cause)) json.cause = cause.toJSON();
    // The caller's own cause is the caller's to show: nothing of it goes in here.
    else if (copies.has(cause)) json.cause = { name: cause.name, code: cause.code };
    return json;
  }
}

// On the prototype rather than on each error, and on the class, whose own name minifying shortens.
define(IotError.prototype, 'name', 'IotError');
define(IotError, 'name', 'IotError');

/** Whether it is an error of this package. A foreign one may be anything, and not even let itself be asked. */
export function isOurs(error) {
  try {
    return error instanceof IotError;
  } catch (_) {
    return false;
  }
}

/** An error of loading. */
export const initError = (code, detail, more) => new IotError({ ...more, code: 'Init.' + code, detail });

/** Shorthand for the most frequent kind; `detail` says what the parameter must be. */
export const bad = (code, parameter, detail, more) =>
  new IotError({ ...more, code: 'Parameter.' + code, parameter, detail });
