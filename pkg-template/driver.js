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
const HEARD = { nothing: 0, token: 1, answer: 2, reply: 3, failed: 4, woke: 5, aborted: 6, threw: 7 };

// What the module notes.
const EVENT = 0;
const PROGRESS = 1;

/** Hosts' timers are 32 bits wide. */
const TIMER_MAX_MS = 2147483647;

const HEADERS = { 'content-type': 'application/json' };

/** A request as a transport gets it. */
export const httpRequest = (url, body) => ({ method: 'POST', url, headers: { ...HEADERS }, body });

const { then } = Promise.prototype;

/** For what can wait until everything that is there already has been heard of. */
const soon = Promise.resolve();

/** Hears what a function gives or throws, from a promise whose `then` is the engine's: one of the caller's may have any. */
function attend(work, done, failed) {
  try {
    const value = work();
    const promise = Promise.resolve(value);
    const isOdd = promise === value && promise.then !== then;
    (isOdd ? new Promise((resolve) => resolve(value)) : promise).then(done, failed);
  } catch (error) {
    Promise.reject(error).then(done, failed);
  }
}

const ignore = () => {};

/** Hands something to a listener. What a listener throws, or rejects with later, is its own affair: it must not break a binding. */
function hand(listener, value) {
  if (listener) attend(() => listener(value), ignore, ignore);
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

/**
 * Makes the function that runs one call or flow to its end: a promise of its outcome.
 *
 * It takes what is known of it: the client's `session`, with its `config` and the renewal of its access token that calls share; the
 * call's or flow's own `options`, signal and functions of the caller's among them; the `subject` that `sign` is asked about; and
 * `pending`, where it is found if the module crashes.
 *
 * @param {(run: object, heard: number, value: unknown, number: number) => unknown} step one step of the machine, which answers its result and
 *   leaves in `run` what it wants (`task`, `ms`, and what it is `about`), its `notes` or its `error`
 * @param {(request: object, about: object, run: object) => unknown} send the host's transport, where the caller has none
 * @param {() => object} newController makes an abort controller
 */
export function driver(step, send, newController) {
  /** What aborts an attempt: made for those who ask, since it costs a good part of what a call does. `null` is aborted already. */
  const controllers = new WeakMap();
  // One for all: an object with an accessor of its own has a hidden class of its own, too, and those are dear.
  const SIGNAL = {
    enumerable: true,
    get() {
      let controller = controllers.get(this);
      if (!controller) {
        const isAborted = controller === null;
        controllers.set(this, (controller = newController()));
        if (isAborted) controller.abort();
      }
      return controller.signal;
    },
  };

  return (run) =>
    new Promise((resolve, reject) => {
      const { session, options, pending } = run;
      const { config } = session;
      const { signal } = options;
      // The renewal whose token this call's own question may have been answered with.
      let seen;
      // Every step is a turn; what comes in for an earlier one is late and dropped.
      let turn = 0;
      let timer;
      // What stop() has to abort; undefined once it has ended by itself.
      let attempt;
      // The module reads what the caller's code handed in, and a getter there may cancel.
      let isStepping = false;
      // After a crash the module is not asked any more, and its error is the outcome.
      const abort = () => advance(HEARD.aborted);

      function stop() {
        clearTimeout(timer);
        timer = undefined;
        if (!attempt) return;
        const controller = controllers.get(attempt);
        if (!controller) controllers.set(attempt, null);
        attempt = undefined;
        if (controller) controller.abort();
      }

      function end(settle, value) {
        turn = NaN;
        hear(signal, 'removeEventListener', abort);
        pending.delete(abort);
        // A renewed token is let go of with the last call that may want it.
        if (--session.running === 0) session.renewal = session.renewed = undefined;
        settle(value);
      }

      function advance(heard, value, number) {
        if (isStepping) return;
        // A transport that hears that it is stopped may cancel, too.
        stop();
        if (turn !== turn) return;
        const now = ++turn;
        isStepping = true;
        const result = step(run, heard, value, number);
        isStepping = false;
        const { task, ms, about, notes, error } = run;
        // What is decided stays so, whatever a listener does now.
        if (error) end(reject, error);
        else if (!task) end(resolve, result);
        if (notes) notes.forEach(tell);
        // A listener may have cancelled.
        if (turn !== now) return;
        if (isAborted(signal)) abort();
        else perform(now, task, ms, about);
      }

      /** The code says it all; one that is not ours is one of the network. */
      function fail(code, heard = HEARD.failed, thrown = undefined) {
        advance(heard, thrown, placeOfCode(code));
      }

      function tell([kind, note]) {
        if (kind === EVENT) hand(config.onEvent, note);
        else if (kind === PROGRESS) {
          hand(options.onProgress, { ...note });
          hand(config.onEvent, { type: 'progress', ...note });
        } else hand(options.onCheckpoint, note);
      }

      /** Sets the time for what is under way. */
      function after(ms, then) {
        if (ms < Infinity) timer = setTimeout(then, Math.min(Math.max(0, Math.ceil(ms)), TIMER_MAX_MS));
      }

      function perform(now, kind, ms, about) {
        if (kind === WAIT) return after(ms, () => advance(HEARD.woke));
        attend(
          () => ask(kind, ms, about),
          (value) => {
            if (turn !== now) return;
            // It has ended, so there is nothing to abort.
            attempt = undefined;
            if (kind === SEND) advance(HEARD.answer, value);
            else if (kind >= SEND_TO_DEVICE) advance(HEARD.reply, value);
            else if (isToken(value)) advance(HEARD.token, value);
            else fail('Parameter.AccessTokenFailed');
          },
          (error) => {
            if (turn !== now) return;
            attempt = undefined;
            fail(...problem(kind, error));
          },
        );
        const { renewal } = session;
        const late = () => {
          // A renewal that takes too long must not keep later calls waiting.
          if (kind === RENEWED_TOKEN && session.renewal === renewal) session.renewal = undefined;
          // Timers stall in the background and ring late: an answer that is there by then wins.
          after(0, () => fail(kind >= SEND_TO_DEVICE ? 'Timeout.Flow' : 'Timeout.Request'));
        };
        // A host's timer costs a good part of what a call does; what is there already needs none.
        soon.then(() => {
          if (turn === now) after(ms, late);
        });
      }

      /** Has done what the module wants done; `about` is what it wants it done with. */
      function ask(kind, timeoutMs, about) {
        const { accessToken, transport, endpoint } = config;
        const { sendToDevice, sign } = options;
        if (kind === SEND) {
          const mine = (attempt = Object.defineProperty({ timeoutMs }, 'signal', SIGNAL));
          const request = httpRequest(endpoint, about);
          return transport ? transport(request, mine) : send(request, mine, run);
        }
        if (kind === SEND_TO_DEVICE) return sendToDevice && sendToDevice(about);
        if (kind > SEND_TO_DEVICE) return sign && sign(run.subject, about);
        if (kind === TOKEN) {
          seen = session.renewed;
          return accessToken();
        }
        // The renewal that is under way, or that has ended since this call asked for its own token, is its renewal, too.
        if (!session.renewal || session.renewal === seen) {
          const renewal = new Promise((done) => done(accessToken()));
          const over = () => {
            if (session.renewal === renewal) session.renewed = renewal;
          };
          session.renewal = renewal;
          renewal.then(over, over);
        }
        return session.renewal;
      }

      /** What kept it from being done, which is handed on as it is where it was the caller's own code. */
      function problem(kind, error) {
        if (kind > SEND_TO_DEVICE) return ['Flow.SignFailed', HEARD.threw, error];
        if (kind === SEND_TO_DEVICE) return ['Flow.SendToDeviceFailed', HEARD.threw, error];
        if (kind !== SEND) return ['Parameter.AccessTokenFailed', HEARD.threw, error];
        // One of our errors keeps its kind.
        const isKept = isOurs(error) && ['network', 'timeout', 'protocol'].includes(error.kind);
        if (config.transport) return [isKept ? error.code : 'Network.Failed', HEARD.threw, error];
        // Of what the host's own failed with there is a copy without the rest, which may hold anything.
        return isOurs(error) ? [error.code, HEARD.failed, error.cause] : ['Network.Failed', HEARD.failed, redact(error)];
      }

      session.running++;
      pending.add(abort);
      hear(signal, 'addEventListener', abort);
      advance(isAborted(signal) ? HEARD.aborted : HEARD.nothing);
    });
}

/** An access token that can be sent. */
const isToken = (value) => typeof value === 'string' && value !== '' && !/[\ud800-\udfff]/u.test(value);

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
