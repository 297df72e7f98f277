// The helpers of the official SDK that plug-ins and apps use, as far as they need no other package.

import { themeColorMap } from './constants.js';
import { EventEmitter } from './emitter.js';
import { genVerifyLoginFailError, handleVerifyLoginError, isPlainObject, isVerifyLoginError, leftOut, normalizeError } from './errors.js';
import { envDetect, request, store } from '#compat-host';
import { pify } from './pify.js';

export { EventEmitter, envDetect, genVerifyLoginFailError, handleVerifyLoginError, isPlainObject, isVerifyLoginError, normalizeError, pify, request };
export const compatPify = pify;

// ---- What is left out ----

export const base64 = leftOut('utils.base64');
export const byteUtil = leftOut('utils.byteUtil');
export const CryptoJS = leftOut('utils.CryptoJS');
export const WebSocket = leftOut('utils.WebSocket');

// ---- Values ----

export const noop = () => {};
export const getType = (value) => Object.prototype.toString.call(value).slice(8, -1).toLowerCase();
export const isArray = (value) => Array.isArray(value);
export const isObject = (value) => typeof value === 'function' || (typeof value === 'object' && value !== null);

export function isEmpty(value) {
  if (!value) return true;
  for (const _ in value) return false;
  return true;
}

/** A text too long for a log, cut off; in lists and objects, too. */
export function cutoffLong(value, maxStringLength = 4096, maxArrayLength = 10, maxObjectKeys = 20) {
  if (typeof value === 'string') {
    const more = value.length - maxStringLength;
    return more > 0 ? `${value.slice(0, maxStringLength)}... (${more} characters truncated)` : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const cut = (inner) => cutoffLong(inner, maxStringLength, maxArrayLength, maxObjectKeys);
  if (Array.isArray(value)) {
    const more = value.length - maxArrayLength;
    const shown = value.slice(0, maxArrayLength).map(cut);
    return more > 0 ? [...shown, `... (${more} items truncated)`] : shown;
  }
  const keys = Object.keys(value);
  const copy = {};
  for (const key of keys.slice(0, maxObjectKeys)) copy[key] = cut(value[key]);
  if (keys.length > maxObjectKeys) copy[`${keys.length - maxObjectKeys} keys truncated`] = 1;
  return copy;
}

export function hexToStr(hex) {
  const digits = String(hex).trim().replace(/^0x/i, '');
  if (digits.length % 2) throw new Error('an even number of hex digits is needed');
  return digits.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)));
}

export const hexToArrayBuffer = (hex) =>
  new Uint8Array((hex.match(/[\da-f]{2}/gi) || []).map((pair) => parseInt(pair, 16))).buffer;

export function arrayBufferToHexStringArray(buffer) {
  if (Array.isArray(buffer)) return buffer;
  if (typeof buffer === 'string') return buffer.match(/..?/g) || [];
  return getType(buffer) === 'arraybuffer'
    ? Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0').toUpperCase())
    : [];
}

export function jsonp2json(text) {
  const [, inner = '{}'] = /\('?([^]*?)'?\);?\s*$/.exec(text) || [];
  try {
    return JSON.parse(inner);
  } catch (_) {
    return {};
  }
}

export function appendParams(url, params = {}) {
  const pairs = Object.keys(params)
    .filter((name) => params[name] !== undefined)
    .map((name) => {
      const value = params[name];
      return `${name}=${encodeURIComponent(isPlainObject(value) ? JSON.stringify(value) : value)}`;
    });
  return pairs.length ? `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}` : url;
}

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** An id that nobody needs to guess. */
export function shortid() {
  return Array.from({ length: 12 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');
}
shortid.generate = shortid;
shortid.characters = noop;

// ---- Waiting ----

export const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function genPromise() {
  const result = {};
  result.promise = new Promise((resolve, reject) => Object.assign(result, { resolve, reject }));
  return result;
}

/** Every element of a list that comes in pages. */
export async function fetchAllList(fetchPage) {
  const limit = 100;
  let all = [];
  for (;;) {
    const { list, total } = await fetchPage({ offset: all.length, limit });
    all = all.concat(list);
    if (!list.length || all.length >= total) return all;
  }
}

export function tryCallHandler(context, eventName, ...given) {
  const handler = context[`_${eventName}Handler`];
  if (typeof handler === 'function') handler.apply(context, given);
}

// ---- The host ----

/** What can be learnt of it, or nothing. */
function quietly(work) {
  try {
    return work();
  } catch (_) {
    return undefined;
  }
}

/** Keeps things on the device. Where that fails it is as if nothing was kept. */
const attempt = (work) =>
  new Promise((resolve) => resolve(work())).then(
    (value) => (value === undefined ? null : value),
    () => null,
  );
export const storage = {
  getItem: (key) => attempt(() => store.get(key)),
  setItem: (key, value) => attempt(() => store.set(key, value)).then(noop),
  removeItem: (key) => attempt(() => store.remove(key)).then(noop),
};

// ---- Words for people ----

export const LogLevel = { Debug: 'Debug', Info: 'Info', Warn: 'Warn', Error: 'Error' };
const settings = { debug: false };
const log = (level) => (...words) => settings.debug && console[level.toLowerCase()](`[${level}]`, ...words);

/** Silent, unless `config({ debug: true })` was called. */
export const logger = {
  options: settings,
  config: (options) => Object.assign(settings, options),
  debug: log('Debug'),
  info: log('Info'),
  warn: log('Warn'),
  error: log('Error'),
};

const NO_WORDS = '未能连接服务器，请稍后再试';

export function getErrorMsg(error) {
  if (!error || typeof error === 'string') return error || undefined;
  const said = error.msg || error.Message || error.message || error.errMsg || NO_WORDS;
  return error.reqId ? `${said}(${error.reqId})` : said;
}

/** A function of the mini-program's, or nothing where there is none. */
const ask = (name, params) => (quietly(() => wx[name]) ? pify(wx[name])(params) : Promise.resolve({}));

/** Shows things to the user, where the host can. */
export const tips = {
  async showModal(options) {
    await tips.hideToast();
    const params = Object.assign({ confirmColor: themeColorMap.primary, cancelColor: themeColorMap.weak }, options);
    return ask('showModal', params).then(
      ({ confirm }) => Boolean(confirm),
      () => false,
    );
  },
  hideModal: () => tips.hideToast(),
  async alert(content, options) {
    await tips.showModal(Object.assign({ content, showCancel: false }, options));
    return true;
  },
  confirm: (title, content = '', options) => tips.showModal(Object.assign({ title, content }, options)),
  showLoading: (text = '请稍候', options) =>
    ask('showLoading', Object.assign({ title: /(…|\.\.\.)$/.test(text) ? text : `${text}…` }, options)),
  showInfo: (text, options) => tips.show(Object.assign({ title: text, mode: 'none', duration: 1500 }, options)),
  async showError(error, options) {
    // Who has cancelled knows it.
    if (!error || /cancel/.test(error.errMsg)) return;
    tips.hideToast();
    await tips.showInfo(tips.getErrorMsg(error, options), Object.assign({}, options, { duration: 3000 }));
  },
  getErrorMsg(error, { defaultMsg = NO_WORDS, errMsgKey = 'msg' } = {}) {
    if (!error || typeof error === 'string') return error || undefined;
    const said = error[errMsgKey] || error.Message || error.msg || error.message || error.errMsg || defaultMsg;
    const about = error.reqId || error.code;
    return about && !said.includes(`(${about})`) ? `${said}(${about})` : said;
  },
  async show({ text, title = text, mode, icon = mode, image, duration, mask, waitForHide }) {
    await ask('showToast', { title, icon, image, duration, mask });
    if (waitForHide) await delay(duration);
  },
  hide: () => Promise.all([tips.hideLoading(), tips.hideToast()]).then(noop),
  hideLoading: () => ask('hideLoading').then(noop, noop),
  hideToast: () => ask('hideToast').then(noop, noop),
  hideInfo: () => tips.hideToast(),
};

export const showModal = (title, content = '', options) => tips.showModal(Object.assign({ title, content }, options));
