// The only asynchronous code: runs the module's calls and flows against the host.
//
// The module decides and never waits. Each `step` tells it what happened and brings back what it wants next: a token, a
// request sent, time to pass, something of the caller's. Each of these is raced against its time and the caller's signal.
// Whatever ends first ends the others: no timer, listener or request outlives its turn.

import { IotError, isOurs, placeOfCode, redact } from './errors.js';

// What the module wants, and what it hears; the numbers are those of `Task` in src/transport.rs and of src/wasm.rs.
const TOKEN = 1;
const RENEWED_TOKEN = 2;
const SEND = 3;
const WAIT = 4;
const SEND_TO_DEVICE = 5;
const HEARD = { nothing: 0, token: 1, answer: 2, reply: 3, failed: 4, woke: 5, aborted: 6 };

// What the module notes.
const EVENT = 0;
const PROGRESS = 1;

/** Hosts' timers are 32 bits wide. */
const TIMER_MAX_MS = 2147483647;

const HEADERS = { 'content-type': 'application/json' };

/** A request as a transport gets it. */
export const httpRequest = (url, body) => ({ method: 'POST', url, headers: { ...HEADERS }, body });

/** What a function gives or throws, as a promise of our own: a promise of the caller's may have any `then`. */
const call = (work) => new Promise((resolve) => resolve(work()));

/** Hands something to a listener. What a listener throws, or rejects with later, is its own affair: it must not break a binding. */
function hand(listener, value) {
  if (listener) call(() => listener(value)).catch(() => {});
}

export const isAborted = (signal) => {
  try {
    return Boolean(signal) && signal.aborted;
  } catch (_) {
    // Checked when it was handed in; one that breaks later is as good as none.
    return false;
  }
};

/** Adds or removes a listener for `abort`; a signal that cannot be listened to can still be looked at. */
export function hear(signal, method, listener) {
  try {
    if (signal) signal[method]('abort', listener);
  } catch (_) {
    // See above.
  }
}

/** A failure as the module reads it: the code says it all. One that is not ours is one of the network. */
const failure = (code, more) => ({ place: placeOfCode(code), ...more });

/**
 * Runs one call or flow to its end.
 *
 * @param {object} work
 * @param {(heard: number, value: unknown, thrown: unknown[]) => object} work.step one step of the machine: what it wants and
 *   notes, or its outcome
 * @param {object} work.session the client's: its `config`, and the renewal of its access token that calls share
 * @param {object} work.options the call's or flow's: signal and functions of the caller's
 * @param {unknown} [work.subject] what `sign` is asked about
 * @param {Function} work.send the host's or the caller's transport
 * @param {boolean} work.isForeign whether that is the caller's
 * @param {() => object} work.newController makes an abort controller
 * @param {Set<Function>} work.pending where to be found if the module crashes
 * @param {() => Error} work.crashError what to reject with then
 */
export function drive({ step, session, options, subject, send, isForeign, newController, pending, crashError }) {
  const { signal } = options;
  const { config } = session;
  // What the caller's own code threw, to be handed on as it is.
  const thrown = [];
  const own = (value) => ({ foreign: thrown.push(value) - 1 });
  // The renewal whose token this call's own question may have been answered with.
  let seen;
  // Every step is a turn; what comes in for an earlier one is late and dropped.
  let turn = 0;
  let timer;
  // What stop() has to abort; undefined once it has ended by itself.
  let attempt;
  // The module reads what the caller's code handed in, and a getter there may cancel.
  let isStepping = false;

  return new Promise((resolve, reject) => {
    const crashed = () => end(reject, crashError());
    const abort = () => advance(HEARD.aborted);

    function stop() {
      clearTimeout(timer);
      timer = undefined;
      const { controller } = attempt || {};
      if (attempt) attempt.isAborted = true;
      attempt = undefined;
      if (controller) controller.abort();
    }

    function end(settle, value) {
      if (turn !== turn) return;
      turn = NaN;
      stop();
      hear(signal, 'removeEventListener', abort);
      pending.delete(crashed);
      // A renewed token is let go of with the last call that may want it.
      if (--session.running === 0) session.renewal = session.renewed = undefined;
      settle(value);
    }

    function advance(heard, value) {
      if (isStepping) return;
      // A transport that hears that it is stopped may cancel, too.
      stop();
      if (turn !== turn) return;
      const now = ++turn;
      isStepping = true;
      const { want, notes, error, result } = step(heard, value, thrown);
      isStepping = false;
      // What is decided stays so, whatever a listener does now.
      if (error) end(reject, error);
      else if (!want) end(resolve, result);
      for (const [kind, note] of notes) {
        if (kind === EVENT) hand(config.onEvent, note);
        else if (kind === PROGRESS) {
          hand(options.onProgress, { ...note });
          hand(config.onEvent, { type: 'progress', ...note });
        } else hand(options.onCheckpoint, note);
      }
      // A listener may have cancelled.
      if (turn !== now) return;
      if (isAborted(signal)) abort();
      else perform(now, ...want);
    }

    /** Sets the time for what is under way. */
    function after(ms, then) {
      if (ms < Infinity) timer = setTimeout(then, Math.min(Math.max(0, Math.ceil(ms)), TIMER_MAX_MS));
    }

    function perform(now, kind, ms, what) {
      if (kind === WAIT) return after(ms, () => advance(HEARD.woke));
      const isAsked = kind >= SEND_TO_DEVICE;
      after(ms, () => {
        // A renewal that takes too long must not keep later calls waiting.
        if (session.renewal === promise) session.renewal = undefined;
        // Timers stall in the background and ring late: an answer that is there by then wins.
        after(0, () => advance(HEARD.failed, failure(isAsked ? 'Timeout.Flow' : 'Timeout.Request')));
      });
      const [promise, heard, failed] = kind === SEND ? transmit(what, ms) : isAsked ? question(kind, what) : token(kind);
      promise.then(
        (value) => {
          if (turn !== now) return;
          // It has ended, so there is nothing to abort.
          attempt = undefined;
          const problem = heard === HEARD.token && !isToken(value);
          advance(problem ? HEARD.failed : heard, problem ? failed() : value);
        },
        (error) => {
          if (turn !== now) return;
          attempt = undefined;
          advance(HEARD.failed, failed(error));
        },
      );
    }

    function token(kind) {
      let asked;
      if (kind === TOKEN) {
        seen = session.renewed;
        asked = call(config.accessToken);
      } else {
        // The renewal that is under way, or that has ended since this call asked for its own token, is its renewal, too.
        if (!session.renewal || session.renewal === seen) {
          const renewal = call(config.accessToken);
          const over = () => {
            if (session.renewal === renewal) session.renewed = renewal;
          };
          session.renewal = renewal;
          renewal.then(over, over);
        }
        asked = session.renewal;
      }
      return [
        asked,
        HEARD.token,
        (...error) =>
          failure('Parameter.AccessTokenFailed', {
            parameter: 'accessToken',
            ...(error.length ? own(error[0]) : {}),
          }),
      ];
    }

    function transmit(body, timeoutMs) {
      const mine = (attempt = {});
      const about = {
        timeoutMs,
        // Made for those who ask: it costs a good part of what a call does.
        get signal() {
          if (!mine.controller) {
            mine.controller = newController();
            if (mine.isAborted) mine.controller.abort();
          }
          return mine.controller.signal;
        },
      };
      const sent = call(() => send(httpRequest(config.endpoint, body), about));
      return [sent, HEARD.answer, (error) => (isForeign ? foreignFailure(error) : hostFailure(error))];
    }

    /** What the caller's transport threw, handed on as it is; one of our errors keeps its kind. */
    function foreignFailure(error) {
      const isKept = isOurs(error) && ['network', 'timeout', 'protocol'].includes(error.kind);
      return failure(isKept ? error.code : 'Network.Failed', own(error));
    }

    function question(kind, asked) {
      const toDevice = kind === SEND_TO_DEVICE;
      const answer = call(() => {
        const { sendToDevice, sign } = options;
        if (toDevice) return sendToDevice && sendToDevice(asked);
        return sign && sign(subject, asked);
      });
      const code = toDevice ? 'Flow.SendToDeviceFailed' : 'Flow.SignFailed';
      return [answer, HEARD.reply, (error) => failure(code, own(error))];
    }

    session.running++;
    pending.add(crashed);
    hear(signal, 'addEventListener', abort);
    advance(isAborted(signal) ? HEARD.aborted : HEARD.nothing);
  });
}

/** An access token that can be sent. */
const isToken = (value) => typeof value === 'string' && value !== '' && !/[\ud800-\udfff]/u.test(value);

/** What the host's own transport failed with: a copy without the rest, which may hold anything. */
function hostFailure(error) {
  const isKept = isOurs(error);
  const cause = isKept ? error.cause : redact(error);
  const more = cause && { name: cause.name, message: cause.message, inner: cause.code };
  return failure(isKept ? error.code : 'Network.Failed', more);
}

/**
 * Runs one flow per sub-device, `concurrency` at a time, and says how each of them ended, in order.
 *
 * @throws only where the caller cancelled
 */
export async function driveAll(start, subDevices, concurrency, signal) {
  const results = [];
  let next = 0;
  let mayBeBound;
  async function worker() {
    while (next < subDevices.length && !isAborted(signal)) {
      const at = next++;
      const subDevice = subDevices[at];
      try {
        results[at] = { subDevice, ok: true, device: await start(subDevice) };
        mayBeBound = true;
      } catch (error) {
        results[at] = { subDevice, ok: false, error };
        if (error.mayBeBound) mayBeBound = true;
      }
    }
  }
  const workers = [];
  while (workers.length < Math.min(concurrency, subDevices.length)) workers.push(worker());
  await Promise.all(workers);
  if (isAborted(signal)) throw new IotError({ code: 'Aborted.BySignal', mayBeBound });
  return results;
}
