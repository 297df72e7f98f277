// Errors in the shape that code for the official SDK tests: plain objects `{ code, msg, … }`. Behind each that comes from this package
// there is an IotError, as `error`.

import { IotError } from './client.js';
import { isMiniProgram } from '#compat-host';
import { ErrorCode } from './constants.js';

/** Whether it is an object as braces make it, of whatever context. */
export const isPlainObject = (value) => {
  if (typeof value !== 'object' || value === null) return false;
  const proto = Object.getPrototypeOf(value);
  return proto !== null && Object.getPrototypeOf(proto) === null;
};

export const isVerifyLoginError = (error) => Boolean(error) && /VERIFY_LOGIN_FAIL|InvalidAccessToken/.test(String(error.code));

/** That the user has to sign in again; what else is known stays. */
export const genVerifyLoginFailError = (error) =>
  Object.assign({}, error, { code: ErrorCode.VERIFY_LOGIN_FAIL, msg: '登录状态已失效，请重新登录' });

export const handleVerifyLoginError = (error) => {
  if (isVerifyLoginError(error)) throw genVerifyLoginFailError(error);
};

/** What a mini-program's function says of a failure, `{ errMsg }`, with a code. */
function hostError(error) {
  const errMsg = String(error.errMsg);
  let code = ErrorCode.WX_API_FAIL;
  let msg = '微信接口调用未成功，请稍后再试';
  if (/auth deny|scope unauthorized/.test(errMsg)) {
    const isUserInfo = errMsg.startsWith('getUserInfo');
    code = isUserInfo ? ErrorCode.GET_USERINFO_NEED_AUTH : ErrorCode.WX_API_NEED_AUTH;
    msg = isUserInfo ? '需要用户授权基本信息' : `接口 ${errMsg.split(':')[0]} 需要用户授权`;
  }
  return Object.assign({}, error, { code, msg });
}

/** Anything thrown as `{ code, msg, … }`. */
export function normalizeError(error) {
  if (error instanceof IotError) return fromOurs(error);
  if (isPlainObject(error)) {
    if (error.errMsg) return hostError(error);
    return isVerifyLoginError(error) ? genVerifyLoginFailError(error) : error;
  }
  if (error instanceof Error) return { code: ErrorCode.INTERNAL_ERROR, msg: error.message, stack: error.stack, error };
  return error;
}

/**
 * An error of this package as the official SDK would have it.
 *
 * @param {object} [answer] what the cloud answered, if that is known: its code may be a number
 */
export function fromOurs(error, answer) {
  const { kind, action, requestId: reqId, cause } = error;
  // What a mini-program says itself is what plug-ins look for.
  if (cause && cause.errMsg) return hostError(Object.assign({}, cause, { reqId, error }));
  if (isMiniProgram && kind === 'timeout') return hostError({ errMsg: 'request:fail timeout', reqId, error });
  const code = answer && String(answer.code) === error.code ? answer.code : error.code;
  const own = `${action}: `;
  const said = error.message.startsWith(own) ? error.message.slice(own.length) : error.message;
  const result = { code, msg: kind === 'api' ? said : error.describe('zh'), reqId, error };
  return isVerifyLoginError(result) ? genVerifyLoginFailError(result) : result;
}

const say = (feature) =>
  `iotexplorer-client/compat has no ${feature}: the WebSocket and the helpers of the official SDK that need other packages are left out. 此兼容入口未提供 ${feature}`;

/** What a promise rejects with that stands for something left out. */
export const notSupported = (feature) => ({ code: ErrorCode.NOT_SUPPORTED, msg: say(feature), feature });

/** The same where it is thrown. */
const thrown = (feature) => Object.assign(new Error(say(feature)), notSupported(feature));

/**
 * Stands for a helper that is left out: plug-ins may pick it up as they load, and are told so as soon as they use it.
 */
export function leftOut(feature) {
  const refuse = () => {
    throw thrown(feature);
  };
  // Nobody looks for these in what is left out; engines and tools do.
  const isTool = (key) => typeof key === 'symbol' || /^(then|toJSON|prototype|__esModule)$/.test(key);
  return new Proxy(function () {}, {
    get: (target, key) => (isTool(key) ? target[key] : refuse()),
    apply: refuse,
    construct: refuse,
  });
}
