// What the compatible entry needs of a WeChat mini-program.

import { pify } from './pify.js';

export const isMiniProgram = true;

function platform() {
  try {
    return String(wx.getSystemInfoSync().platform).toLowerCase();
  } catch (_) {
    return '';
  }
}
export const envDetect = {
  isMiniProgram,
  isBrowser: false,
  isNode: false,
  isRN: false,
  isIOS: platform().includes('ios'),
  isAndroid: platform().includes('android'),
};

/** As long as the host waits, unless the options of a call say so. */
export const TIMEOUT_MS = 60_000;
/** Hosts carry out ten requests at a time. Some of them are left to the app. */
const MAX_RUNNING = 6;

const waiting = [];
let running = 0;

/** Sends a request; what else the caller hands in goes to wx.request. */
export const transport = ({ url, method, body, headers }, { signal, timeoutMs }, passed) =>
  new Promise((resolve, reject) => {
    let task;
    let hasPlace = false;
    let hasEnded = false;
    const end = (settle, value) => {
      if (hasEnded) return;
      hasEnded = true;
      if (hasPlace) running--;
      settle(value);
      if (waiting.length && running < MAX_RUNNING) waiting.shift()();
    };
    function start() {
      if (hasEnded) return;
      hasPlace = true;
      running++;
      try {
        task = wx.request(
          Object.assign({}, passed, {
            url,
            method,
            data: body,
            header: Object.assign({}, headers, passed.header),
            // So that the text comes as it is.
            dataType: 'text',
            responseType: 'text',
            timeout: Math.min(timeoutMs, TIMEOUT_MS),
            success: ({ statusCode, data, header }) => end(resolve, { status: statusCode, body: data || '', headers: lower(header) }),
            fail: (failure) => end(reject, failure),
          }),
        );
      } catch (failure) {
        end(reject, failure);
      }
    }
    signal.addEventListener('abort', () => {
      if (task && !hasEnded) task.abort();
      end(reject, { errMsg: 'request:fail abort' });
    });
    if (running < MAX_RUNNING) start();
    else waiting.push(start);
  });

function lower(headers) {
  const result = {};
  for (const name of Object.keys(Object(headers))) result[name.toLowerCase()] = String(headers[name]);
  return result;
}

/** `utils.request`. */
export const request = (options) => pify(wx.request)(options);

/** What outlives the page. */
export const store = {
  get: (key) => pify(wx.getStorage)({ key }).then(({ data }) => data),
  set: (key, data) => pify(wx.setStorage)({ key, data }),
  remove: (key) => pify(wx.removeStorage)({ key }),
};
