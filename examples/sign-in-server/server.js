// Reads the settings and starts the server.

import { buildApp } from './app.js';

const { env } = process;

/** Takes a secret out of the environment: child processes and diagnostic reports get that, too. */
function secret(name) {
  const value = env[name];
  delete env[name];
  return value;
}

const { APP_KEY: appKey, WECHAT_APP_ID: wechatId } = env;
const appSecret = secret('APP_SECRET');
const wechatSecret = secret('WECHAT_APP_SECRET');
if (!appKey || !appSecret) {
  console.error('APP_KEY and APP_SECRET must be set: those of your application in the console.');
  process.exit(1);
}

const number = (name) => (env[name] ? Number(env[name]) : undefined);
const app = await buildApp({
  appKey,
  appSecret,
  endpoint: env.IOTEXPLORER_ENDPOINT || undefined,
  wechat: wechatId && wechatSecret ? { appId: wechatId, appSecret: wechatSecret, origin: env.WECHAT_ORIGIN || undefined } : undefined,
  limits: { perMinute: number('PER_MINUTE'), attempts: number('ATTEMPTS_PER_ACCOUNT'), codes: number('CODES_PER_ACCOUNT') },
  trustProxy: env.TRUST_PROXY === 'true',
  logLevel: env.LOG_LEVEL || 'info',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => app.close());
await app.listen({ port: Number(env.PORT || 3002), host: env.HOST || '127.0.0.1' });
