// The package as its users see it. `createPackage` is called once by each entry with what only that host can do; the
// rest is the same everywhere: loading once, checking our own options, and handing the work to the module.

import { abortController } from './abort.js';
import { drive, driveAll, hear, httpRequest, isAborted } from './driver.js';
import { IotError, bad, messageOf, nameOfCode, redact, redacted, speak } from './errors.js';
import { ACTIONS, CODES } from './generated/actions.js';
import { finding } from './findings.js';
import { loadError } from './load.js';
import * as check from './options.js';

const ACTION_NAMES = Object.keys(ACTIONS);
const methodName = (action) => action[0].toLowerCase() + action.slice(1);
const hasOwn = (object, name) => Object.prototype.hasOwnProperty.call(object, name);

/** What a crash leaves open in a flow. */
const MAYBE = { mayBeBound: true };

const initError = (code, message, more) => new IotError({ ...more, kind: 'init', code: 'Init.' + code, message });

/** Lets an error of ours say which Action it was about. */
function about(action, work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof IotError)) throw error;
    const { cause } = error;
    throw new IotError({ ...error, action, message: `${action}: ${error.message}`, cause });
  }
}

/** An Action's name, whether or not there is such an Action: the module knows that. */
function actionName(action) {
  if (action === undefined) throw bad('Missing', 'action', 'action is missing');
  return check.text(action, 'action');
}

/**
 * Puts a guard around every function of a raw wasm instance.
 *
 * Rust returns its errors; so anything thrown out of a raw export is a crash: a panic, a trap, an exhausted stack. What
 * the instance holds is then in an unknown state and must not be used again. Its late timers and promise callbacks still
 * come in, and do nothing: an exception there would end a Node process.
 */
function guard(exports, onCrash) {
  let depth = 0;
  let dead = false;
  const guarded = {};
  for (const name of Object.keys(exports)) {
    const raw = exports[name];
    guarded[name] =
      typeof raw !== 'function'
        ? raw
        : (a, b, c, d, e, f, g, h, i, j) => {
            if (dead) return 0;
            depth++;
            try {
              return raw(a, b, c, d, e, f, g, h, i, j);
            } catch (thrown) {
              if (!dead) {
                dead = true;
                onCrash(thrown);
              }
              return 0;
            } finally {
              // The tokens in its memory go with it, once no outer call of the instance runs on them any more. Glue that
              // then reads a result finds zeros, which it takes for nothing.
              if (--depth === 0 && dead) new Uint8Array(exports.memory.buffer).fill(0);
            }
          };
  }
  return guarded;
}

/**
 * Makes the package for one host.
 *
 * @param {object} host
 * @param {'zh' | 'en'} host.language the default language of `describe`
 * @param {boolean} host.secretsAllowed whether secrets are at home here (a server) or not (a user's device)
 * @param {(source: unknown, imports: object) => Promise<{ instance: object, module?: object }>} host.load loads the
 *   module; `source` is `undefined` for the default
 * @param {(bytes: Uint8Array) => void} host.random fills bytes from the host's best randomness
 * @param {Function} [host.transport] sends requests where there is no fetch
 * @param {Function} [host.abortController] makes an abort controller where the standard one is not to be used
 * @param {() => object} makeGlue wasm-bindgen's functions, with a state of their own per call
 * @param {string} importModule the name under which the module imports them
 */
export function createPackage(host, makeGlue, importModule) {
  speak(host.language);
  const newController = host.abortController || abortController;

  /** The loaded module: `{ glue, pending, crash }`; undefined before and after. */
  let live;
  /** The load under way, shared by everybody who asks meanwhile. */
  let loading;
  /** What to load from again after a crash, when init() is not told otherwise. */
  let again;

  /** What the module says during one step, and what the caller's code has thrown in that call so far. */
  let said;

  const hostFunctions = {
    // Rust's errors are made here, so that they are real ones, of the one class.
    error(code, place, detail, action, requestId, parameter, status, flags, cause) {
      const name = code || nameOfCode(place);
      const message = messageOf(!code, name, detail, parameter, status);
      return new IotError({
        kind: code && 'api',
        code: name,
        message: action === undefined || message.includes(action) ? message : `${action}: ${message}`,
        action,
        requestId,
        parameter,
        status: status || undefined,
        retryable: (flags & 1) !== 0,
        mayBeBound: (flags & 2) !== 0 || undefined,
        cause: typeof cause === 'number' ? said.thrown[cause] : cause,
      });
    },
    redacted: (name, message, code) => redacted({ name, message, code }),
    random(bytes) {
      try {
        host.random(bytes);
      } catch (_) {
        // Better than the same id for every request; no secret is made from it.
        for (let at = 0; at < bytes.length; at++) bytes[at] = Math.random() * 256;
      }
    },
    want(...want) {
      said.want = want;
    },
    note(kind, value) {
      if (typeof value.code === 'number') value.code = nameOfCode(value.code);
      said.notes.push([kind, value]);
    },
  };

  async function load(source) {
    const from = source === undefined ? again : source;
    try {
      const glue = makeGlue();
      const { instance, module } = await host.load(from, { [importModule]: glue });
      if (typeof instance.exports.setup !== 'function') {
        throw initError('BadSource', 'what was loaded is a WebAssembly module, but not the one of this package');
      }
      const loaded = { glue, pending: new Set(), crash: undefined };
      glue.__wbg_set_wasm(guard(instance.exports, (thrown) => crash(loaded, thrown)));
      ask(loaded, () => glue.setup(hostFunctions));
      again = module || from;
      live = loaded;
    } catch (thrown) {
      throw loadError(thrown, from === undefined);
    } finally {
      loading = undefined;
    }
  }

  function init(source) {
    // A promise that turns out not to be needed may still fail, and nobody would be listening.
    if ((live || loading) && source instanceof Promise) source.catch(() => {});
    if (live) return Promise.resolve();
    if (!loading) loading = load(source);
    return loading;
  }

  /** Drops a crashed instance and rejects whatever waits for it. */
  function crash(loaded, thrown) {
    if (loaded.crash) return;
    // Only an engine's own words are passed on; anything else may quote what it worked on.
    const { name, message } = redact(thrown);
    const cause = redacted({ name, message: name === 'RuntimeError' ? message : '' });
    loaded.crash = (more) => {
      const where = more && more.action ? `${more.action}: ` : '';
      const message = `${where}the module stopped unexpectedly and was dropped; call init() again`;
      return initError('Crashed', message, { ...more, cause });
    };
    if (live === loaded) live = undefined;
    const waiting = [...loaded.pending];
    loaded.pending.clear();
    for (const fail of waiting) fail();
  }

  /** Runs something synchronous of the module's. */
  function ask(loaded, work, ifCrashed) {
    let failure;
    try {
      const result = work(loaded.glue);
      // What a crashed module answered is no answer.
      if (!loaded.crash) return result;
    } catch (thrown) {
      // Rust throws nothing but errors of ours. Anything else came out of the glue half way.
      if (thrown instanceof IotError) failure = thrown;
      else crash(loaded, thrown);
    }
    throw loaded.crash ? loaded.crash(ifCrashed) : failure;
  }

  /** The same for whoever did not wait for init(). */
  function use(name, work) {
    if (!live) {
      throw initError('NotReady', `${name} was used before the module was loaded: call \`await init()\` first`);
    }
    return ask(live, work);
  }

  // What a client knows and does not show: neither console.log nor JSON.stringify finds its access token.
  const clients = new WeakMap();

  /** Runs `work` with the module and the client's engine, after loading it if need be. */
  async function withEngine(client, ifCrashed, signal, work) {
    const state = clients.get(client);
    if (state.freed) throw initError('ClientFreed', 'this Client was freed; make a new one');
    state.held++;
    try {
      while (!live) await loadUnlessAborted(signal, ifCrashed.action);
      const loaded = live;
      // A crash takes the engine with it; the next instance gets its own.
      if (state.loaded !== loaded) {
        state.engine = ask(loaded, (glue) => new glue.Engine(state.config), ifCrashed);
        state.loaded = loaded;
      }
      return await work(loaded, state.engine, state);
    } finally {
      state.held--;
      dispose(state);
    }
  }

  /** Runs one machine; `start` gives its number. */
  function run(loaded, engine, session, ifCrashed, options, start, subject) {
    said = { thrown: [], notes: [] };
    const id = ask(loaded, start, ifCrashed);
    const { transport } = session.config;
    const build = (...parts) => ask(loaded, (glue) => glue.webRequest(...parts));
    return drive({
      step(heard, value, thrown) {
        const mine = (said = { thrown, notes: [] });
        try {
          mine.outcome = ask(loaded, () => engine.step(id, heard, value, Date.now()), ifCrashed);
        } catch (error) {
          mine.error = error;
        }
        return mine;
      },
      session,
      options,
      subject,
      send: transport || ((request, about) => host.transport(request, about, build)),
      isForeign: Boolean(transport),
      newController,
      pending: loaded.pending,
      crashError: () => loaded.crash(ifCrashed),
    });
  }

  /** init(), for a caller who may cancel before the module is there: nothing else would hear it meanwhile. */
  function loadUnlessAborted(signal, action) {
    return new Promise((resolve, reject) => {
      const where = action === undefined ? '' : `${action}: `;
      const end = (settle, value) => {
        hear(signal, 'removeEventListener', abort);
        settle(value);
      };
      const abort = () =>
        end(reject, new IotError({ kind: 'aborted', code: 'Aborted.BySignal', message: `${where}was cancelled`, action }));
      hear(signal, 'addEventListener', abort);
      if (isAborted(signal)) abort();
      else init().then((value) => end(resolve, value), (error) => end(reject, error));
    });
  }

  /** Frees the engine once nothing runs on it. */
  function dispose(state) {
    if (!state.freed || state.held || !state.engine) return;
    const { engine, loaded } = state;
    state.engine = state.loaded = undefined;
    if (!loaded.crash) ask(loaded, () => engine.free());
  }

  /** The secrets to keep out of what a getter throws. */
  function secretsOf(client) {
    const state = clients.get(client);
    if (!state) throw bad('WrongType', 'this', 'a method of Client was called on something that is none');
    const { accessToken } = state.config;
    return typeof accessToken === 'string' ? [accessToken] : [];
  }

  class Client {
    constructor(options) {
      clients.set(this, {
        config: check.clientOptions(options),
        freed: false,
        // Calls that use the engine; those of them that run; and what they share when a token is renewed.
        held: 0,
        running: 0,
        renewals: 0,
        renewal: undefined,
      });
    }

    async call(action, params, options) {
      const name = actionName(action);
      const checked = about(name, () => check.callOptions(options, secretsOf(this)));
      // The module may still have to be loaded, and the caller may change the object meanwhile.
      const sent = live ? params : about(name, () => snapshot(params, secretsOf(this)));
      const ifCrashed = { action: name };
      return withEngine(this, ifCrashed, checked.signal, (loaded, engine, session) =>
        run(loaded, engine, session, ifCrashed, checked, () => engine.call(name, sent, checked)),
      );
    }

    async bindWithToken(options) {
      const checked = check.tokenFlowOptions(options, secretsOf(this));
      return withEngine(this, MAYBE, checked.signal, (loaded, engine, session) =>
        run(loaded, engine, session, MAYBE, checked, () => engine.bindWithToken(checked, Date.now())),
      );
    }

    async bindWithSignature(options) {
      const checked = check.signatureFlowOptions(options, secretsOf(this));
      const { familyId: FamilyId, roomId: RoomId, bindType: BindType, signMethod: SignMethod, device } = checked;
      const params = { ...device, FamilyId, RoomId, BindType, SignMethod };
      return withEngine(this, MAYBE, checked.signal, (loaded, engine, session) =>
        run(loaded, engine, session, MAYBE, checked, () => engine.bindWithSignature(checked, params, Date.now())),
      );
    }

    async bindSubDevices(options) {
      const checked = check.subDeviceFlowOptions(options, secretsOf(this));
      const { signal, subDevices, concurrency } = checked;
      return withEngine(this, MAYBE, signal, async (loaded, engine, session) => {
        const start = (one) =>
          run(loaded, engine, session, MAYBE, checked, () => engine.bindSubDevice(checked, one, Date.now()), one);
        const results = await driveAll(start, subDevices, concurrency, signal);
        if (loaded.crash) throw loaded.crash(MAYBE);
        return results;
      });
    }

    free() {
      const state = clients.get(this);
      if (!state || state.freed) return;
      state.freed = true;
      dispose(state);
    }
  }

  /** A shallow copy of wire parameters; what is no object goes on as it is, for the module to refuse. */
  function snapshot(params, secrets) {
    if (params === null || typeof params !== 'object' || check.isArray(params)) return params;
    const copy = {};
    for (const [key, value] of check.entries(params, 'params', secrets)) {
      Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return copy;
  }

  function buildRequest(action, params, options) {
    const name = actionName(action);
    const checked = about(name, () => check.buildOptions(options));
    return use('buildRequest', (glue) => {
      const mine = (said = { thrown: [], notes: [] });
      glue.buildRequest(name, params, checked);
      const [, , url, body] = mine.want || [];
      return httpRequest(url, body);
    });
  }

  function parseResponse(action, response, options) {
    const name = actionName(action);
    const [answer, { untyped }] = about(name, () => [check.httpResponse(response), check.parseOptions(options)]);
    return use('parseResponse', (glue) => glue.parseResponse(name, answer, untyped));
  }

  // One client method and one request builder per Action, both under its lower-camel name.
  const request = {};
  for (const action of ACTION_NAMES) {
    const name = methodName(action);
    request[name] = (params, options) => buildRequest(action, params, options);
    const value = async function (params, options) {
      secretsOf(this);
      return this.call(action, params, options);
    };
    Object.defineProperty(value, 'name', { value: name, configurable: true });
    Object.defineProperty(Client.prototype, name, { value, configurable: true, writable: true });
  }

  /** Secrets do not belong where users can look. */
  function allowSecret(name, options) {
    const { allowSecret: allowed } = check.secretOptions(options);
    if (allowed || host.secretsAllowed) return;
    throw bad(
      'SecretNotAllowed',
      'allowSecret',
      `sign.${name} takes a secret, and whatever reaches a page or mini-program can be read by its users: sign on your ` +
        'server and send the signature here, or pass { allowSecret: true } if this is no shipped app',
    );
  }

  const sign = {
    gatewayBind(input, options) {
      allowSecret('gatewayBind', options);
      return use('sign.gatewayBind', (glue) => glue.signGatewayBind(input));
    },
    deviceBind(input, options) {
      allowSecret('deviceBind', options);
      return use('sign.deviceBind', (glue) => glue.signDeviceBind(input));
    },
    appRequest(params, appSecret, options) {
      allowSecret('appRequest', options);
      const secret = needed('appSecret', appSecret);
      return use('sign.appRequest', (glue) => glue.signAppRequest(params, secret));
    },
    verifyGatewayBind: (input) => use('sign.verifyGatewayBind', (glue) => glue.verifyGatewayBind(input)),
    verifyDeviceBind: (input) => use('sign.verifyDeviceBind', (glue) => glue.verifyDeviceBind(input)),
    verifyAppRequest(params, appSecret) {
      const secret = needed('appSecret', appSecret);
      return use('sign.verifyAppRequest', (glue) => glue.verifyAppRequest(params, secret));
    },
    diagnose(input) {
      const [matches, text, codes] = use('sign.diagnose', (glue) => glue.diagnose(input));
      return { matches, text, findings: codes ? codes.split(',').map(finding) : [] };
    },
    explain: {
      gatewayBind: (input) => use('sign.explain.gatewayBind', (glue) => glue.explainGatewayBind(input)),
      deviceBind: (input) => use('sign.explain.deviceBind', (glue) => glue.explainDeviceBind(input)),
      appRequest(params, options) {
        const { reveal } = check.explainOptions(options);
        return use('sign.explain.appRequest', (glue) => glue.explainAppRequest(params, reveal));
      },
    },
    nonce(length = 5) {
      const checked = check.nonceLength(length, 'length');
      return use('sign.nonce', (glue) => glue.nonce(checked));
    },
  };

  function needed(name, value) {
    if (value === undefined) throw bad('Missing', name, `${name} is missing`);
    return check.text(value, name);
  }

  function errorCodes(action) {
    const name = actionName(action);
    if (!hasOwn(ACTIONS, name)) {
      throw bad('UnknownAction', 'action', `there is no Action ${name}`, { action: name });
    }
    return ACTIONS[name].map((at) => CODES[at]);
  }

  // Minifying shortens what a class is called; people meet the name in logs.
  Object.defineProperty(Client, 'name', { value: 'Client', configurable: true });
  Object.freeze(sign.explain);

  return {
    init,
    Client,
    IotError,
    buildRequest,
    parseResponse,
    request: Object.freeze(request),
    sign: Object.freeze(sign),
    errorCodes,
    endpoints: check.endpoints,
    abortController: () => newController(),
  };
}
