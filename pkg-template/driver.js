// The only asynchronous code: runs the module's calls and flows against the host.
//
// The module decides and never waits. Each `step` tells it what happened and brings back what it wants next: a token, a
// request sent, time to pass, something of the caller's. Each of these is raced against its time and the caller's signal.
// Whatever ends first ends the others: no timer, listener or request outlives its turn.

import { IotError, isOurs, placeOfCode, redact } from './errors.js';

// What the module wants, by the numbers of `Task` in src/transport.rs; half of one is what it hears when that has been done.
const TOKEN = 2;
const RENEWED_TOKEN = 3;
const SEND = 4;
const SEND_TO_DEVICE = 6;
const SIGN = 7;
const WAIT = 10;
/** What is said of each where it fails, by its number. */
const FAILURES = [
  '',
  '',
  'Parameter.AccessTokenFailed',
  'Parameter.AccessTokenFailed',
  'Network.Failed',
  '',
  'Flow.SendToDeviceFailed',
  'Flow.SignFailed',
];

// What else the module hears; the numbers are those of src/wasm.rs.
const NOTHING = 0;
const FAILED = 4;
const ABORTED = 6;
const THREW = 7;

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
    let promise = Promise.resolve(value);
    if (promise === value && promise.then !== then) promise = new Promise((resolve) => resolve(value));
    promise.then(done, failed);
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
 * call's or flow's own `options`, signal and functions of the caller's among them; the `subject` that `sign` is asked about; and in
 * `loaded.pending` it is found if the module crashes.
 *
 * @param {(run: object, heard: number, value: unknown, place: number) => unknown} step one step of the machine, which answers its
 *   result and leaves in `run` what it wants (which task, how long it may take, and with what), its `notes` or its `error`; of a
 *   failure, `place` is that of its code
 * @param {(request: object, about: object, run: object) => unknown} send the host's transport, where the caller has none
 * @param {() => object} newController makes an abort controller
 */
export function driver(step, send, newController) {
  // What aborts an attempt: made for those who ask, since it costs a good part of what a call does.
  const controllers = new WeakMap();
  function controllerOf(attempt) {
    if (!controllers.has(attempt)) controllers.set(attempt, newController());
    return controllers.get(attempt);
  }
  // One for all: an object with an accessor of its own has a hidden class of its own, too, and those are dear.
  const SIGNAL = {
    enumerable: true,
    get() {
      return controllerOf(this).signal;
    },
  };

  return (run) =>
    new Promise((resolve, reject) => {
      const { session, options } = run;
      const { pending } = run.loaded;
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
      const abort = (run.abort = () => advance(ABORTED));

      function stop() {
        clearTimeout(timer);
        timer = undefined;
        const stopped = attempt;
        attempt = undefined;
        if (stopped) controllerOf(stopped).abort();
      }

      function end(settle, value) {
        turn = NaN;
        hear(signal, 'removeEventListener', abort);
        // The last one takes its place: a list is much cheaper than a set.
        const last = pending.pop();
        if (last !== run) (pending[run.place] = last).place = run.place;
        // A renewed token is let go of with the last call that may want it.
        if (--session.running === 0) session.renewal = session.renewed = undefined;
        settle(value);
      }

      function advance(heard, value, place) {
        if (isStepping) return;
        // A transport that hears that it is stopped may cancel, too.
        stop();
        if (turn !== turn) return;
        const now = ++turn;
        isStepping = true;
        const result = step(run, heard, value, place);
        isStepping = false;
        const { want, notes, error } = run;
        // What is decided stays so, whatever a listener does now.
        if (error) end(reject, error);
        else if (!want) end(resolve, result);
        if (notes) notes.forEach(tell);
        // A listener may have cancelled.
        if (turn !== now) return;
        if (isAborted(signal)) abort();
        else perform(now, ...want);
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
        const over = (heard, value, place) => {
          if (turn !== now) return;
          // It has ended, so there is nothing to abort.
          attempt = undefined;
          if (heard === TOKEN >> 1 && run.isOther && run.isOther(value)) heard = ABORTED;
          advance(heard, value, place);
        };
        const done = (value) => {
          if (kind < SEND && !isToken(value)) over(FAILED, undefined, placeOfCode(FAILURES[kind]));
          else over(kind >> 1, value);
        };
        if (kind === WAIT) return after(ms, done);
        attend(() => ask(kind, ms, about), done, (error) => over(...problem(kind, error)));
        const { renewal } = session;
        const late = () => {
          // A renewal that takes too long must not keep later calls waiting.
          if (kind === RENEWED_TOKEN && session.renewal === renewal) session.renewal = undefined;
          // Timers stall in the background and ring late: an answer that is there by then wins.
          const code = kind < SEND_TO_DEVICE ? 'Timeout.Request' : 'Timeout.Flow';
          after(0, () => advance(FAILED, undefined, placeOfCode(code)));
        };
        // A host's timer costs a good part of what a call does; what is there already needs none.
        soon.then(() => {
          if (turn === now) after(ms, late);
        });
      }

      /** Has done what the module wants done; `about` is what it wants it done with. */
      function ask(kind, timeoutMs, about) {
        const { accessToken, transport } = config;
        const { sendToDevice, sign } = options;
        if (kind === SEND) {
          const mine = (attempt = Object.defineProperty({ timeoutMs }, 'signal', SIGNAL));
          const request = httpRequest(run.url, about);
          return transport ? transport(request, mine) : send(request, mine, run);
        }
        if (kind === SEND_TO_DEVICE) return sendToDevice && sendToDevice(about);
        if (kind === SIGN) return sign && sign(run.subject, about);
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

      /** What kept it from being done; what the caller's own code threw is handed on as it is. */
      function problem(kind, error) {
        const isHosts = kind === SEND && !config.transport;
        // One of our errors keeps its kind.
        const isKept = kind === SEND && isOurs(error) && (isHosts || /^(network|timeout|protocol)$/.test(error.kind));
        const place = placeOfCode(isKept ? error.code : FAILURES[kind]);
        if (!isHosts) return [THREW, error, place];
        // A copy without the rest, which may hold anything.
        return [FAILED, isKept ? error.cause : redact(error), place];
      }

      session.running++;
      run.place = pending.push(run) - 1;
      hear(signal, 'addEventListener', abort);
      advance(isAborted(signal) ? ABORTED : NOTHING);
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
