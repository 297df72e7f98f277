// `wx`, as far as the package touches it: real HTTP, with the rules that the platform has for it.

import http from 'node:http';
import { startHost, wasmOf } from './host.mjs';

const MAX_RUNNING = 10;

/**
 * wx.request over HTTP. `state` is the test's: what goes wrong next, and what was seen.
 *
 * - HTTP errors come through `success`, everything else through `fail`, as `{ errMsg, errno }`.
 * - `data` is parsed if `dataType` is absent or `json`.
 * - At most ten run at a time, others wait.
 */
export function makeRequest(state) {
  const queue = [];
  let running = 0;
  Object.assign(state, { most: 0, aborted: 0, requests: [] });

  return function request(options) {
    const { url, method = 'GET', header = {}, data, dataType = 'json', timeout = 60_000, success, fail, complete } = options;
    state.requests.push(options);
    const fault = state.faults && state.faults.shift();
    if (fault && fault.throws) throw fault.throws;
    let outgoing;
    let timer;
    let isOver = false;
    const over = (callback, value) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      if (queue.includes(start)) queue.splice(queue.indexOf(start), 1);
      else if (running-- && queue.length) queue.shift()();
      if (callback) callback(value);
      if (complete) complete(value);
    };
    const failWith = (errMsg, errno) => over(fail, errno === undefined ? { errMsg } : { errMsg, errno });

    function start() {
      running++;
      state.most = Math.max(state.most, running);
      if (fault && fault.never) return;
      if (fault && fault.success) return void setTimeout(() => over(success, fault.success));
      if (fault) return void setTimeout(() => over(fail, fault.fail));
      timer = setTimeout(() => {
        outgoing.destroy();
        failWith('request:fail timeout', 5);
      }, timeout);
      const headers = { ...header, 'content-length': Buffer.byteLength(data) };
      outgoing = http.request(url, { method, headers }, async (answer) => {
        const parts = [];
        try {
          for await (const part of answer) parts.push(part);
        } catch {
          return failWith('request:fail net::ERR_CONTENT_LENGTH_MISMATCH', 600000);
        }
        const text = Buffer.concat(parts).toString('utf8');
        let body = text;
        if (dataType === 'json') {
          try {
            body = JSON.parse(text);
          } catch {
            // Handed out as it is.
          }
        }
        over(success, { statusCode: answer.statusCode, header: answer.headers, data: body, errMsg: 'request:ok' });
      });
      outgoing.on('error', () => failWith('request:fail net::ERR_CONNECTION_REFUSED', 600001));
      outgoing.end(data);
    }
    if (running < MAX_RUNNING) start();
    else queue.push(start);
    return {
      abort() {
        if (isOver) return;
        state.aborted++;
        if (outgoing) outgoing.destroy();
        failWith('request:fail abort');
      },
    };
  };
}

/** A WeChat mini-program whose code package is in `root`. */
export function startWeChat(root, { version = '3.7.0', hasWasm = true, wasm, random = true, state = {} } = {}) {
  let engineOfHost;
  const host = startHost(root, (realm, engine) => {
    const [major, minor] = version.split('.').map(Number);
    engineOfHost = wasmOf(root, engine, realm, major > 2 || minor >= 14);
    const wx = {
      request: makeRequest(state),
      getSystemInfoSync: () => ({ SDKVersion: version, platform: 'android' }),
    };
    if (random) {
      wx.getRandomValues = ({ length, success }) =>
        setTimeout(() => success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }));
    }
    return { wx, WXWebAssembly: hasWasm ? wasm || { instantiate: engineOfHost.instantiate } : undefined };
  });
  return { ...host, state, asked: engineOfHost.asked };
}
