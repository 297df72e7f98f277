// What this server itself refuses, with the HTTP status and what people read. What the cloud refuses, its errors describe.

export const REFUSALS = {
  BadRequest: { status: 400, en: 'The request is not as this server expects it.', zh: '请求的格式不正确。' },
  BadWeChatCode: { status: 401, en: 'WeChat does not take this code: sign in anew.', zh: '微信登录凭证无效，请重新登录。' },
  NotFound: { status: 404, en: 'There is nothing here.', zh: '没有这个地址。' },
  TooLarge: { status: 413, en: 'The request is too large.', zh: '请求体过大。' },
  TooManyRequests: { status: 429, en: 'Too often. Wait a while.', zh: '操作过于频繁，请稍后再试。' },
  Internal: { status: 500, en: 'Something went wrong here.', zh: '服务内部出错。' },
  WeChatUnavailable: { status: 503, en: 'WeChat gives no answer now. Try again soon.', zh: '微信暂时没有响应，请稍后再试。' },
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

export const languageOf = (request) => (/^zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en');
