// `my` and `tt`, as far as they differ from `wx`.

import { makeRequest } from './wechat.mjs';

/** Number and words that Alipay has for what goes wrong. */
const ALIPAY_ERRORS = { timeout: [13, '超时'], abort: [9, 'request abort'] };

/**
 * my.request: other names, texts asked for by `dataType: 'text'` only, numbers for failures, and HTTP errors through
 * `fail`.
 */
export function makeAlipayRequest(state) {
  const request = makeRequest(state);
  return ({ headers, header, success, fail, dataType = 'json', ...options }) => {
    if (header) throw new Error('old base libraries do not know `header`');
    return request({
      ...options,
      header: headers,
      dataType,
      success({ statusCode, data, header: received }) {
        const answer = { status: statusCode, data, headers: received };
        if (statusCode >= 200 && statusCode < 300) success(answer);
        else fail({ ...answer, error: 19, errorMessage: 'http status error' });
      },
      fail(thrown) {
        if (!thrown || thrown.error) return fail(thrown);
        const [, [error, errorMessage] = [12, '网络出错']] =
          Object.entries(ALIPAY_ERRORS).find(([words]) => thrown.errMsg.includes(words)) || [];
        return fail({ error, errorMessage });
      },
    });
  };
}

/** tt.request: `data` is an object or bytes, and only `json` and `string` are types. */
export function makeDouyinRequest(state) {
  const request = makeRequest(state);
  return ({ data, dataType, ...options }) => {
    if (typeof data === 'string') throw new Error('request:fail data should be an object or ArrayBuffer');
    if (dataType !== 'string' && dataType !== 'json') throw new Error(`request:fail dataType ${dataType}`);
    return request({ ...options, data: Buffer.from(new Uint8Array(data)), dataType });
  };
}
