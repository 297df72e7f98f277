// Exchanges the code of `wx.login` for the user's id. The mini-program's secret stays here, and so does the session key.

import { Refusal } from './texts.js';

const TIMEOUT_MS = 5_000;
/** What WeChat says to a code that is made up, used up, too old or blocked. */
const BAD_CODES = [40029, 40163, 40226, 41008];

export async function wechatUser({ appId, appSecret, origin = 'https://api.weixin.qq.com' }, code) {
  const query = new URLSearchParams({ appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' });
  let answer;
  try {
    const options = { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) };
    answer = await (await fetch(`${origin}/sns/jscode2session?${query}`, options)).json();
  } catch {
    // The error may hold the address, and that holds the secret.
    throw new Refusal('WeChatUnavailable');
  }
  if (BAD_CODES.includes(answer?.errcode)) throw new Refusal('BadWeChatCode');
  const id = answer?.unionid || answer?.openid;
  if (typeof id !== 'string' || !id) throw new Refusal('WeChatUnavailable', `errcode ${Number(answer?.errcode)}`);
  return id;
}
