// Passes a page's calls on to the cloud, and serves the page itself, so that both have one origin.

import rateLimit from '@fastify/rate-limit';
import serveFiles from '@fastify/static';
import Fastify, { LogController } from 'fastify';
import { exchange } from './upstream.js';

const PAGE_HEADERS = {
  // 'wasm-unsafe-eval' lets the page compile the package's module; scripts as text stay forbidden.
  'content-security-policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const REFUSALS = {
  BadRequest: [400, 'A call is a JSON object with an Action.'],
  NumberTooLarge: [400, 'A number has more digits than this proxy can pass on.'],
  ActionNotAllowed: [403, 'This Action is not on the list of those that are passed on (actions.json).'],
  NotFound: [404, 'There is nothing here.'],
  TooLarge: [413, 'The call is too large.'],
  NotJson: [415, 'Calls are application/json.'],
  TooManyRequests: [429, 'Too many requests. Wait a minute.'],
  Internal: [500, 'Something went wrong here.'],
  UpstreamUnreachable: [502, 'The cloud cannot be reached.'],
  UpstreamRedirects: [502, 'The cloud redirects, which is not followed.'],
  UpstreamAnswerTooLarge: [502, "The cloud's answer is too large."],
  UpstreamTimeout: [504, 'The cloud did not answer in time.'],
};

class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/**
 * @param options.upstream the cloud's origin
 * @param options.actions which Actions are passed on: `{ tokenapi: […], appapi: […] }`
 * @param options.page a folder to be served; none by default
 */
export async function buildApp({
  upstream,
  actions,
  page,
  perMinute = 300,
  maxBodyBytes = 1024 * 1024,
  maxAnswerBytes = 8 * 1024 * 1024,
  timeoutMs = 15_000,
  trustProxy = false,
  logLevel = 'info',
}) {
  const app = Fastify({
    bodyLimit: maxBodyBytes,
    trustProxy,
    logger: { level: logLevel },
    // An address can hold anything behind its question mark. What is logged stands below.
    logController: new LogController({ disableRequestLogging: true }),
  });
  app.removeContentTypeParser('text/plain');

  app.addHook('onSend', async (request, reply) => {
    reply.headers(PAGE_HEADERS);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/api/')) {
      // Only names on the list: anything else in their place could be anything.
      const action = request.action ?? '(none)';
      request.log.info({ action, status: reply.statusCode, ms: Math.round(reply.elapsedTime), refused: request.refused }, 'call');
    }
  });
  app.setNotFoundHandler(() => {
    throw new Refusal('NotFound');
  });
  app.setErrorHandler((error, request, reply) => {
    const code = codeOf(error);
    const [status, message] = REFUSALS[code];
    request.refused = code;
    if (code === 'Internal') request.log.error({ error }, code);
    reply.code(status).send({ error: { code, message } });
  });

  await app.register(async (api) => {
    await api.register(rateLimit, { max: perMinute, timeWindow: '1 minute' });
    for (const path of ['tokenapi', 'appapi']) {
      const allowed = new Set(actions[path]);
      api.post(`/api/exploreropen/${path}`, async (request, reply) => {
        const call = request.body;
        if (typeof call !== 'object' || call === null || Array.isArray(call)) throw new Refusal('BadRequest');
        if (!allowed.has(call.Action)) throw new Refusal('ActionNotAllowed');
        request.action = call.Action;
        // What was read is sent, not the text that came: of a name that stands there twice the cloud might read the other.
        const answer = await exchange(`${upstream}/api/exploreropen/${path}`, writtenAnew(call), { timeoutMs, maxAnswerBytes });
        reply.code(answer.status).type('application/json').header('cache-control', 'no-store');
        if (answer.retryAfter) reply.header('retry-after', answer.retryAfter);
        return reply.send(answer.body);
      });
    }
  });

  if (page) await app.register(serveFiles, { root: page });
  return app;
}

/** The call as JSON, unless that would not say the same. */
function writtenAnew(call) {
  return JSON.stringify(call, (name, value) => {
    if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) throw new Refusal('NumberTooLarge');
    return value;
  });
}

function codeOf({ code, statusCode }) {
  if (Object.hasOwn(REFUSALS, code)) return code;
  if (statusCode === 413) return 'TooLarge';
  if (statusCode === 415) return 'NotJson';
  if (statusCode === 429) return 'TooManyRequests';
  if (statusCode === 404) return 'NotFound';
  return statusCode >= 400 && statusCode < 500 ? 'BadRequest' : 'Internal';
}
