// What happens before a user is signed in: codes, registration, sign-in, new passwords.

import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import { Client, IotError, init } from 'iotexplorer-client';
import { languageOf, REFUSALS, Refusal } from './texts.js';
import { wechatUser } from './wechat.js';

/** What is logged of a request: not what stands behind the question mark. */
const shown = ({ method, url, ip }) => ({ method, path: url.split('?')[0], ip });

const text = (maxLength) => ({ type: 'string', minLength: 1, maxLength });
const account = {
  countryCode: { type: 'string', pattern: '^[1-9][0-9]{0,3}$' },
  phoneNumber: { type: 'string', pattern: '^[0-9]{4,15}$' },
  email: { type: 'string', pattern: '^[^\\s@]{1,64}@[^\\s@]{1,189}$' },
};
/** A request with an account, which is a phone number with its country's code, or an e-mail address, and these. */
const withAccount = (properties) => ({
  body: {
    type: 'object',
    properties: { ...account, ...properties },
    required: Object.keys(properties),
    oneOf: [{ required: ['email'] }, { required: ['countryCode', 'phoneNumber'] }],
    additionalProperties: false,
  },
});
const schemas = {
  codes: withAccount({ purpose: { enum: ['register', 'resetpass'] } }),
  users: withAccount({ password: text(128), verificationCode: text(16) }),
  tokens: withAccount({ password: text(128) }),
  wechat: {
    body: {
      type: 'object',
      properties: { code: text(128), nickName: text(64), avatar: text(512) },
      required: ['code', 'nickName', 'avatar'],
      additionalProperties: false,
    },
  },
};

/**
 * @param options.appKey, options.appSecret the application's, from the console
 * @param options.wechat `{ appId, appSecret }` of the mini-program; without it there is no sign-in by WeChat
 * @param options.limits requests per address and minute; attempts per account and quarter of an hour; codes per account and hour
 */
export async function buildApp({ appKey, appSecret, endpoint, wechat, limits = {}, trustProxy = false, logLevel = 'info' }) {
  const { perMinute = 30, attempts = 10, codes = 5 } = limits;
  await init();
  const cloud = new Client({ appKey, appSecret, endpoint });

  const app = Fastify({
    bodyLimit: 4096,
    trustProxy,
    // Neither headers nor bodies are logged: phone numbers, passwords and codes stay out.
    logger: { level: logLevel, serializers: { req: shown } },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute' });

  // From however many addresses: nobody tries passwords or codes on one account, nobody floods one phone with messages.
  const keyGenerator = ({ routeOptions, body }) =>
    `${routeOptions.url} ${body.email?.toLowerCase() ?? `${body.countryCode} ${body.phoneNumber}`}`;
  const limited = (max, timeWindow) => {
    const check = app.createRateLimit({ max, timeWindow, keyGenerator });
    return async (request) => {
      if ((await check(request)).isExceeded) throw new Refusal('TooManyRequests');
    };
  };
  const fewCodes = limited(codes, '1 hour');
  const fewAttempts = limited(attempts, '15 minutes');

  const phoneOf = ({ countryCode, phoneNumber }) => ({ CountryCode: countryCode, PhoneNumber: phoneNumber });
  const session = ({ Token, ExpireAt }) => ({ accessToken: Token, expiresAt: ExpireAt });

  app.post('/codes', { schema: schemas.codes, preHandler: fewCodes }, async (request, reply) => {
    const { body } = request;
    const Type = body.purpose;
    try {
      if (body.email) await cloud.appSendEmailVerificationCode({ Type, Email: body.email });
      else await cloud.appSendVerificationCode({ Type, ...phoneOf(body) });
    } catch (error) {
      // Who asks does not learn whether there is such an account: of one that is not there the cloud says one or the other.
      if (!/^InvalidParameterValue(\.ErrorUserNotExists)?$/.test(error.code)) throw error;
      request.log.info({ refused: error.code }, 'no code sent');
    }
    return reply.code(202).send({});
  });

  app.post('/users', { schema: schemas.users, preHandler: fewAttempts }, async ({ body }, reply) => {
    const proof = { Password: body.password, VerificationCode: body.verificationCode };
    if (body.email) await cloud.appCreateEmailUser({ Email: body.email, ...proof });
    else await cloud.appCreateCellphoneUser({ ...phoneOf(body), ...proof });
    return reply.code(201).send({});
  });

  app.post('/passwords', { schema: schemas.users, preHandler: fewAttempts }, async ({ body }, reply) => {
    const proof = { Password: body.password, VerificationCode: body.verificationCode };
    if (body.email) await cloud.appResetPasswordByEmail({ Email: body.email, ...proof });
    else await cloud.appResetPasswordByCellphone({ ...phoneOf(body), ...proof });
    return reply.code(204).send();
  });

  app.post('/tokens', { schema: schemas.tokens, preHandler: fewAttempts }, async ({ body }) => {
    const who = body.email ? { Type: 'email', Email: body.email } : { Type: 'phone', ...phoneOf(body) };
    return session(await cloud.appGetToken({ ...who, Password: body.password }));
  });

  if (wechat) {
    app.post('/tokens/wechat', { schema: schemas.wechat }, async ({ body }) => {
      const WxOpenID = await wechatUser(wechat, body.code);
      return session(await cloud.appGetTokenByWeiXin({ WxOpenID, NickName: body.nickName, Avatar: body.avatar }));
    });
  }

  app.get('/healthz', { config: { rateLimit: false } }, async () => ({ ok: true }));

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.setNotFoundHandler(() => {
    throw new Refusal('NotFound');
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, code, message, detail } = explain(error, languageOf(request));
    if (status >= 500) request.log.error({ error: error instanceof IotError ? error.toJSON() : error }, code);
    else request.log.info({ refused: code }, 'refused');
    reply.code(status).send({ error: { code, message, detail } });
  });
  app.addHook('onClose', async () => cloud.free());
  return app;
}

function explain(error, language) {
  if (error instanceof IotError) {
    return { status: statusOf(error), code: error.code, message: error.describe(language) };
  }
  const refusal = error instanceof Refusal ? error : refusalFor(error);
  const { status, [language]: message } = REFUSALS[refusal.code];
  return { status, code: refusal.code, message, detail: refusal.detail };
}

function statusOf({ kind, code, remedy, retryable }) {
  if (/UserLoginFailed/.test(code)) return 401;
  if (/UserLoginForbidden/.test(code)) return 403;
  if (/PhoneNumberUsed|EmailUsed/.test(code)) return 409;
  if (/TooQuick/.test(code)) return 429;
  if (kind !== 'api' && kind !== 'parameter') return 503;
  // A wrong AppKey, say, is not for the user to mend.
  if (remedy === 'console') return 500;
  return retryable ? 503 : 400;
}

function refusalFor(error) {
  // Says which field, and nothing of what was in it.
  if (error.validation) return new Refusal('BadRequest', error.message);
  if (error.statusCode === 413) return new Refusal('TooLarge');
  if (error.statusCode === 429) return new Refusal('TooManyRequests');
  return new Refusal(error.statusCode >= 400 && error.statusCode < 500 ? 'BadRequest' : 'Internal');
}
