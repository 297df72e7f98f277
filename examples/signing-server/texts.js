// What this server refuses, with the HTTP status and what people read.

export const REFUSALS = {
  BadRequest: { status: 400, en: 'The request is not as this server expects it.', zh: '请求的格式不正确。' },
  NoSession: { status: 401, en: 'Sign in first: the access token is missing.', zh: '请先登录：缺少 access token。' },
  SessionExpired: { status: 401, en: 'Sign in again: the cloud no longer takes this access token.', zh: '请重新登录：access token 已失效。' },
  NotYourGateway: { status: 403, en: 'This gateway is not in that family of yours.', zh: '该网关不在您的这个家庭中。' },
  NotYourSubDevice: { status: 403, en: 'This gateway does not see that sub-device.', zh: '该网关下没有这个子设备。' },
  UnknownProduct: { status: 404, en: 'This server signs for no such product.', zh: '本服务不为该产品签名。' },
  NotFound: { status: 404, en: 'There is nothing here.', zh: '没有这个地址。' },
  TooLarge: { status: 413, en: 'The request is too large.', zh: '请求体过大。' },
  TooManyRequests: { status: 429, en: 'Too many requests. Wait a minute.', zh: '请求过于频繁，请一分钟后再试。' },
  Internal: { status: 500, en: 'Something went wrong here.', zh: '服务内部出错。' },
  CloudUnavailable: { status: 503, en: 'The cloud gives no answer now. Try again soon.', zh: '云端暂时没有响应，请稍后再试。' },
};

/** A request that is refused, by one of the names above. */
export class Refusal extends Error {
  name = 'Refusal';

  constructor(code, detail) {
    super(REFUSALS[code].en);
    this.code = code;
    this.detail = detail;
  }
}

/** What goes out: the same for every refusal. */
export function answerTo(refusal, request) {
  const language = /^zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en';
  const { status, [language]: message } = REFUSALS[refusal.code];
  return { status, body: { error: { code: refusal.code, message, detail: refusal.detail } } };
}
