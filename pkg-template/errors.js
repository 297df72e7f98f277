// The one error class. Everything it says beyond the message comes from the generated table of codes, so Rust, JavaScript,
// the types and the documents agree on them.

import { CODES, OWN, REMEDIES } from './generated/codes.js';

const RETRYABLE_REMEDIES = ['retry', 'wait'];

/** What is said of a code that no table knows, by kind: remedy, English, Chinese. `%` stands for the code. */
const BY_KIND = {
  api: ['none', 'The cloud answered the error %; look it up in its documents.', '云端返回错误 %，请查阅云端文档。'],
  parameter: ['fix-input', 'Something that was handed in cannot be used; correct it.', '传入的内容有误，请修正。'],
  network: ['retry', 'The cloud could not be reached; check the network and try again.', '无法连接云端，请检查网络后重试。'],
  timeout: ['retry', 'No answer came in time; check the network and try again.', '未及时收到应答，请检查网络后重试。'],
  aborted: ['none', 'The call was cancelled.', '操作已取消。'],
  protocol: ['none', 'The answer is not one of the cloud; check the endpoint.', '应答不是来自云端，请检查请求地址。'],
  init: ['fix-input', 'The module is not ready; call await init().', '模块尚未就绪，请调用 await init()。'],
  flow: ['none', 'The binding could not go on; start it anew.', '绑定无法继续，请重新开始。'],
};

/** The default language of `describe`; a mini-program entry sets the other one. */
let defaultLanguage = 'en';

/** @param {'zh' | 'en'} language */
export function speak(language) {
  defaultLanguage = language;
}

// Code → [remedy, English, Chinese]. The table is one text, one line per code, and read when the first error is made.
let table;

function rows() {
  if (!table) {
    table = new Map();
    for (const line of CODES.split('\n')) {
      const [name, remedy, en, zh] = line.split('|');
      table.set(name, [REMEDIES[remedy], en, zh]);
    }
  }
  return table;
}

/** The own code at that place: so the module speaks of them. */
export const nameOfCode = (place) => [...rows().keys()][OWN + place];

/** The place of an own code; for anything else one that no code has. */
export function placeOfCode(name) {
  const place = [...rows().keys()].indexOf(name) - OWN;
  return place < 0 ? 255 : place;
}

/** How much is shown of an answer that is none. */
const SHOWN_CHARS = 120;

/**
 * The message of an error of the module's, the Action left out: it sends only what is peculiar to one error. The same rule as
 * `Error::text` in src/error.rs.
 */
export function messageOf(isOwn, code, detail, parameter, status) {
  if (!isOwn) return detail || code;
  if (detail.length > SHOWN_CHARS && code.startsWith('Protocol.')) detail = detail.slice(0, SHOWN_CHARS) + '…';
  if (parameter !== undefined && detail && code.startsWith('Parameter.')) return `${parameter} must be ${detail}`;
  const [, sentence] = lookUp(code);
  const said = detail ? `${sentence.replace(/\.$/, '')}: ${detail}` : sentence;
  if (parameter !== undefined) return `${parameter}: ${said}`;
  return status ? `HTTP ${status}: ${said}` : said;
}

function lookUp(code) {
  rows();
  if (table.has(code)) return table.get(code);
  // Live clients match these words wherever they stand.
  for (const word of ['InvalidAccessToken', 'VERIFY_LOGIN_FAIL']) {
    if (code.includes(word)) return table.get(word) || table.get('InvalidParameterValue.' + word);
  }
  // A code that the table lacks is spoken of as what it is a kind of: `ResourceNotFound.New` as `ResourceNotFound`.
  for (let name = code; name; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const known = table.get(name);
    if (known) return known;
  }
  return undefined;
}

/** `Init.NotReady` → `init`; a code in nobody's style is the cloud's. */
function kindOf(code) {
  const kind = code.split('.')[0].toLowerCase();
  return Object.prototype.hasOwnProperty.call(BY_KIND, kind) ? kind : 'api';
}

// Causes that are our own copies: of these, name and code may be shown.
const copies = new WeakSet();

/**
 * A copy of something thrown by the host or by a getter: its name, message and code, and no stack, which may quote what
 * it was called with.
 */
export function redacted({ name, message, code }) {
  const copy = new Error(message);
  Object.defineProperty(copy, 'name', { value: name, configurable: true, writable: true });
  if (code !== undefined) copy.code = code;
  Object.defineProperty(copy, 'stack', { value: '', configurable: true, writable: true });
  copies.add(copy);
  return copy;
}

/** What can be said of anything thrown, whatever its getters do, without the texts in `secrets`. */
export function redact(thrown, secrets) {
  const read = (name) => {
    try {
      const value = thrown[name];
      const known = typeof value === 'string' || typeof value === 'number';
      return known ? hide(String(value), secrets) : undefined;
    } catch (_) {
      return undefined;
    }
  };
  const isObject = thrown !== null && (typeof thrown === 'object' || typeof thrown === 'function');
  return redacted({
    name: (isObject && read('name')) || 'Error',
    message: isObject ? read('message') || read('errMsg') || '' : typeof thrown === 'string' ? hide(thrown, secrets) : '',
    code: isObject ? read('code') : undefined,
  });
}

function hide(text, secrets) {
  for (const secret of secrets || []) if (secret) text = text.split(secret).join('***');
  return text;
}

/** What `toJSON` hands out, in this order. */
const SHOWN = (
  'name kind code category message action requestId status parameter retryable mayBeBound remedy'
).split(' ');

/** Everything that this package throws. See the declarations for what each property means. */
export class IotError extends Error {
  constructor(about) {
    const { kind, code = '', message = '', retryable, remedy, cause, ...rest } = about || {};
    super(String(message));
    const text = String(code);
    this.kind = Object.prototype.hasOwnProperty.call(BY_KIND, kind) ? kind : kindOf(text);
    this.code = text;
    this.category = text.split('.')[0];
    for (const name of ['action', 'requestId', 'status', 'parameter', 'mayBeBound']) {
      if (rest[name] !== undefined) this[name] = rest[name];
    }
    const known = (lookUp(text) || BY_KIND[this.kind])[0];
    this.retryable = typeof retryable === 'boolean' ? retryable : RETRYABLE_REMEDIES.includes(remedy || known);
    // The cloud's state decides more than its code: a 503 with a code nobody knows is worth another try.
    this.remedy = remedy || (this.retryable && known === 'none' ? 'retry' : known);
    // Not enumerable, as the language has it: the cause may be the caller's own and hold anything.
    if (cause !== undefined) {
      Object.defineProperty(this, 'cause', { value: cause, configurable: true, writable: true });
    }
  }

  describe(language) {
    const zh = String(language === undefined ? defaultLanguage : language).startsWith('zh');
    const [, english, chinese] = lookUp(this.code) || BY_KIND[this.kind];
    const sentence = (zh ? chinese : english).replace('%', () => this.code);
    return this.parameter === undefined ? sentence : this.parameter + (zh ? '：' : ': ') + sentence;
  }

  toJSON() {
    const json = {};
    for (const name of SHOWN) if (this[name] !== undefined) json[name] = this[name];
    const cause = this.cause;
    if (cause instanceof IotError) json.cause = cause.toJSON();
    // The caller's own cause is the caller's to show: nothing of it goes in here.
    else if (copies.has(cause)) json.cause = { name: cause.name, code: cause.code };
    return json;
  }
}

// On the prototype rather than on each error, and on the class, whose own name minifying shortens.
Object.defineProperty(IotError.prototype, 'name', { value: 'IotError', configurable: true, writable: true });
Object.defineProperty(IotError, 'name', { value: 'IotError', configurable: true });

/** Shorthand for the most frequent kind. */
export function bad(code, parameter, message, more) {
  return new IotError({ ...more, kind: 'parameter', code: 'Parameter.' + code, parameter, message });
}
