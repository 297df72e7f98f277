// Reads the settings and starts the server.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buildApp } from './app.js';

const { env } = process;
const number = (name) => (env[name] ? Number(env[name]) : undefined);

const app = await buildApp({
  upstream: new URL(env.UPSTREAM || 'https://iot.cloud.tencent.com').origin,
  actions: JSON.parse(await readFile(env.ACTIONS || new URL('actions.json', import.meta.url), 'utf8')),
  page: env.PAGE ? resolve(env.PAGE) : undefined,
  perMinute: number('PER_MINUTE'),
  maxBodyBytes: number('MAX_BODY_BYTES'),
  maxAnswerBytes: number('MAX_ANSWER_BYTES'),
  timeoutMs: number('TIMEOUT_MS'),
  trustProxy: env.TRUST_PROXY === 'true',
  logLevel: env.LOG_LEVEL || 'info',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => app.close());
await app.listen({ port: Number(env.PORT || 3003), host: env.HOST || '127.0.0.1' });
