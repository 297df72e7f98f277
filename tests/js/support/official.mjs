// The official SDK, in Node: it takes itself to be in a mini-program, whose functions are played here over real HTTP.

import { request as httpRequest } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repository } from './package.mjs';

/** `wx.request` over Node's own HTTP. */
export function wxRequest({ url, method, data, header, success, fail }) {
  const body = typeof data === 'string' ? data : JSON.stringify(data);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...header };
  const sent = httpRequest(url, { method, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (piece) => {
      text += piece;
    });
    response.on('end', () => success({ statusCode: response.statusCode, data: JSON.parse(text), header: response.headers }));
  });
  sent.on('error', (error) => fail({ errMsg: `request:fail ${error.message}` }));
  sent.end(body);
}

/** What the app keeps on the device. */
export const stored = new Map();

/** Loads it. Its logger, which would drown the results, is silenced; what is shown goes through `process.stdout`. */
export function loadOfficial() {
  for (const name of ['debug', 'info', 'log', 'warn', 'error']) console[name] = () => {};
  globalThis.wx = {
    request: wxRequest,
    connectSocket() {},
    onAppHide() {},
    onAppShow() {},
    getSystemInfoSync: () => ({ platform: 'ios' }),
    getStorage: ({ key, success, fail }) =>
      stored.has(key) ? success({ data: stored.get(key) }) : fail({ errMsg: 'getStorage:fail data not found' }),
    setStorage: ({ key, data, success }) => (stored.set(key, data), success({})),
    removeStorage: ({ key, success }) => (stored.delete(key), success({})),
  };
  return createRequire(join(repository, 'tests/package.json'))('qcloud-iotexplorer-appdev-sdk');
}
