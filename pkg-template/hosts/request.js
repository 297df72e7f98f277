// Requests through a mini-program's own function: wx.request and its likes, which differ in a few names.

import { IotError, redact } from '../errors.js';
import { byteLength } from './text.js';

/** Hosts carry out ten requests at a time. Some of them are left to the app. */
const MAX_RUNNING = 6;
/** Hosts wait no longer. */
const MAX_TIMEOUT_MS = 60_000;
const BODY_MAX_BYTES = 8 * 1024 * 1024;

const ABORTED = 'Aborted.BySignal';
const TIMED_OUT = 'Timeout.Request';
const NOT_ALLOWED = 'Network.DomainNotAllowed';
const INTERRUPTED = 'Network.Interrupted';
const FAILED = 'Network.Failed';

/** What hosts say of a failure; the first that fits counts. */
const BY_WORDS = [
  [/abort/i, ABORTED],
  [/time[d ]*out|超时/i, TIMED_OUT],
  [/domain list|(valid|illegal|in) domain|域名|白名单|无权/i, NOT_ALLOWED],
  [/interrupt|中断/i, INTERRUPTED],
  [/^/, FAILED],
];

/** The same in numbers: WeChat's `errno`; Alipay's `error` are below 100, and none of them means two things. */
const BY_NUMBER = {
  4: NOT_ALLOWED,
  5: TIMED_OUT,
  11: NOT_ALLOWED,
  13: TIMED_OUT,
  600002: NOT_ALLOWED,
  600003: INTERRUPTED,
};

const failure = (code, cause) => new IotError({ code, cause: cause && redact(cause) });

/** What a host hands to `fail`, or throws. */
function failureOf(thrown) {
  const { errMsg, errorMessage, message, errno, error } = Object(thrown);
  const said = String(errMsg || errorMessage || message || (typeof thrown === 'string' ? thrown : ''));
  const number = errno === undefined ? error : errno;
  const code = BY_NUMBER[number] || BY_WORDS.find(([words]) => words.test(said))[1];
  return failure(code, { message: said, code: number });
}

/** An answer as the package wants it; the module looks at the rest. */
function answerOf({ status, body, headers }) {
  const text = body === undefined || body === null ? '' : body;
  if (text.length > BODY_MAX_BYTES || (text.length * 3 > BODY_MAX_BYTES && byteLength(text) > BODY_MAX_BYTES)) {
    return failure('Protocol.TooLarge');
  }
  const lower = {};
  for (const name of Object.keys(Object(headers))) lower[name.toLowerCase()] = String(headers[name]);
  return { status: Number(status), body: text, headers: lower };
}

/**
 * The transport of a mini-program.
 *
 * @param {object} platform
 * @param {string} platform.name what the host's functions are called: `wx`
 * @param {() => object | undefined} platform.getApi the host's functions
 * @param {(request: object) => object} platform.ask a request in the host's words
 * @param {(answer: object) => object} platform.read status, body and headers out of the host's answer
 * @param {(thrown: object) => boolean} [platform.isAnswer] whether what came through `fail` is an answer all the same
 */
export function createTransport({ name, getApi, ask, read, isAnswer }) {
  const waiting = [];
  let running = 0;

  return (request, { timeoutMs, signal }) =>
    new Promise((resolve, reject) => {
      const deadline = Date.now() + timeoutMs;
      let task;
      let hasPlace = false;
      let hasEnded = false;

      function end(settle, value) {
        if (hasEnded) return;
        hasEnded = true;
        clearTimeout(timer);
        if (hasPlace) running--;
        else if (waiting.includes(start)) waiting.splice(waiting.indexOf(start), 1);
        settle(value);
        if (running < MAX_RUNNING && waiting.length) waiting.shift()();
      }

      /** Gives up what is under way, or will not be. */
      function cancel(code) {
        end(reject, failure(code));
        try {
          if (task) task.abort();
        } catch (_) {
          // Its answer is not waited for any more.
        }
      }
      const abort = () => cancel(ABORTED);
      const timer = setTimeout(() => cancel(TIMED_OUT), timeoutMs);

      function hear(answer) {
        const value = answerOf(answer);
        end(value instanceof IotError ? reject : resolve, value);
      }

      function start() {
        hasPlace = true;
        running++;
        const api = getApi();
        if (!api || typeof api.request !== 'function') {
          const message = `there is no ${name}.request here (in a Worker?): hand \`new Client\` a transport`;
          end(reject, failure(FAILED, { message }));
          return;
        }
        try {
          task = api.request(
            Object.assign(ask(request), {
              url: request.url,
              method: request.method,
              timeout: Math.max(1, Math.min(deadline - Date.now(), MAX_TIMEOUT_MS)),
              success: (answer) => hear(read(Object(answer))),
              fail: (thrown) => {
                if (isAnswer && isAnswer(Object(thrown))) hear(read(thrown));
                else end(reject, failureOf(thrown));
              },
            }),
          );
        } catch (thrown) {
          end(reject, failureOf(thrown));
        }
      }

      if (signal) {
        signal.addEventListener('abort', abort);
        if (signal.aborted) return abort();
      }
      if (running < MAX_RUNNING) start();
      else waiting.push(start);
    });
}
