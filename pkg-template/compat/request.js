// One request, on the wire as the official SDK has it: any parameters, with its own beside them, and its address with `uin` and `cmd`.
// A Client judges the answer, waits, tries reads again and keeps secrets out of errors; what is sent is not what it made.

import { Client, IotError, endpoints } from './client.js';
import { TIMEOUT_MS, transport } from '#compat-host';
import { fromOurs, normalizeError } from './errors.js';
import { pify } from './pify.js';
import { appendParams, logger, shortid } from './utils.js';

const SITE = endpoints.china.replace('tokenapi', '');
/** For a Client that must be told a token or an Action where there is none, or another. It is never sent. */
const NOBODY = 'nobody';
const UNCHECKED = 'UncheckedAction';

/** Parameters that no message may quote, whatever the Action. */
const SECRET = /token|signature|secret|psk|password|code$/i;

/** The same error about the Action that was asked for, and without its secrets. */
function about(error, action, payload) {
  let message = error.message.split(UNCHECKED).join(action);
  for (const name of Object.keys(payload)) {
    const value = payload[name];
    if (SECRET.test(name) && typeof value === 'string' && value.length > 4) message = message.split(value).join('***');
  }
  if (message === error.message) return error;
  return new IotError(Object.assign({}, error, { action, message, cause: error.cause }));
}

/** What an answer holds for its caller: what is in the envelope. */
function dataOf(answer) {
  const { code, data, Response } = answer;
  return (code === undefined ? Response || answer : data) || {};
}

/**
 * Asks for an Action.
 *
 * @param {{ apiUrl?: string, uin?: string, token?: string, debug?: boolean }} as who asks
 * @param {string} action
 * @param {object} payload
 * @param {object} options those of `requestApi`; what is not known here goes to wx.request
 * @returns {Promise<{ data: object, result: object }>} what the envelope held, and the same with the Action's fields at the top
 * @throws what `requestApi` rejects with
 */
export async function ask(as, action, payload, options) {
  const { isTokenApi = true, isSecureApi, url = as.apiUrl || SITE, method, timeout = TIMEOUT_MS, ...passed } = options;
  const requestId = shortid();
  let answer;
  try {
    const sent = Object.assign({}, payload, { Action: action, RequestId: requestId, AccessToken: as.token || undefined });
    if (isSecureApi) sent.JsCode = (await pify(typeof wx === 'undefined' ? undefined : wx.login)()).code;
    const body = JSON.stringify(sent);
    const path = isSecureApi ? 'appsecureapi' : isTokenApi ? 'tokenapi' : action;
    const address = appendParams(url + path, { uin: as.uin, cmd: action });
    let isSent = false;
    const client = new Client({
      accessToken: as.token || NOBODY,
      endpoint: address,
      allowInsecure: true,
      timeoutMs: timeout,
      async transport(request, attempt) {
        isSent = true;
        answer = undefined;
        const response = await transport(Object.assign({}, request, { url: address, body }), attempt, passed);
        answer = parsed(response.body);
        return response;
      },
      onEvent: as.debug ? (event) => logger.debug(event) : undefined,
    });
    const call = (name, params) => client.call(name, params, { requestId, untyped: true });
    let result;
    try {
      result = await call(action, sent);
    } catch (error) {
      // The documents ask for more than the cloud does, and code that works must go on working.
      if (isSent || error.kind !== 'parameter' || typeof action !== 'string' || !action) throw error;
      result = await call(UNCHECKED);
    }
    return { data: dataOf(answer), result };
  } catch (error) {
    throw error instanceof IotError ? fromOurs(about(error, action, payload), answer) : normalizeError(error);
  }
}

/** What a body says; what is no answer, the Client has an error for. */
function parsed(body) {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch (_) {
    return undefined;
  }
}
