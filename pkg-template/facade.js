// The package as its users see it. `createPackage` is called once by each entry with what only that host can do; the
// rest is the same everywhere: loading once, checking our own options, and handing the work to the module.

import { abortController } from './abort.js';
import { IotError, bad, redact, redacted, speak } from './errors.js';
import { ACTIONS, CODES } from './generated/actions.js';
import { finding } from './findings.js';
import { loadError } from './load.js';
import * as check from './options.js';

const ACTION_NAMES = Object.keys(ACTIONS);
const methodName = (action) => action[0].toLowerCase() + action.slice(1);
const hasOwn = (object, name) => Object.prototype.hasOwnProperty.call(object, name);

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

  const hostFunctions = {
    // Rust's errors are made here, so that they are real ones, of the one class.
    error(kind, code, message, details) {
      const { redacted: copy, ...known } = details || {};
      if (copy) known.cause = redacted(copy);
      const text = known.action === undefined || message.includes(known.action) ? message : `${known.action}: ${message}`;
      return new IotError({ ...known, kind, code, message: text });
    },
    random: host.random,
    abortController: newController,
    transport: host.transport,
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
  function ask(loaded, work) {
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
    throw loaded.crash ? loaded.crash() : failure;
  }

  /** The same for whoever did not wait for init(). */
  function use(name, work) {
    if (!live) {
      throw initError('NotReady', `${name} was used before the module was loaded: call \`await init()\` first`);
    }
    return ask(live, work);
  }

  /** Runs something asynchronous of the module's; if the module crashes, so does the promise. */
  function run(loaded, work, ifCrashed) {
    return new Promise((resolve, reject) => {
      const fail = () => reject(loaded.crash(ifCrashed));
      loaded.pending.add(fail);
      const settled = () => loaded.pending.delete(fail);
      const refuse = (error) => {
        // As in `ask`; a crash rejects this promise too, since it is still among the pending ones.
        if (!(error instanceof IotError)) crash(loaded, error);
        if (settled()) reject(error);
      };
      try {
        ask(loaded, work).then((value) => settled() && resolve(value), refuse);
      } catch (error) {
        refuse(error);
      }
    });
  }

  // What a client knows and does not show: neither console.log nor JSON.stringify finds its access token.
  const clients = new WeakMap();

  /** Runs `work` of the client's engine, after loading the module if need be. */
  async function withEngine(client, work, ifCrashed, signal) {
    const state = clients.get(client);
    if (state.freed) throw initError('ClientFreed', 'this Client was freed; make a new one');
    state.running++;
    try {
      while (!live) await loadUnlessAborted(signal, ifCrashed.action);
      const loaded = live;
      // A crash takes the engine with it; the next instance gets its own.
      if (state.loaded !== loaded) {
        state.engine = ask(loaded, (glue) => new glue.Engine(state.config));
        state.loaded = loaded;
      }
      return await run(loaded, () => work(state.engine), ifCrashed);
    } finally {
      state.running--;
      dispose(state);
    }
  }

  /** init(), for a caller who may cancel before the module is there: nothing else would hear it meanwhile. */
  function loadUnlessAborted(signal, action) {
    return new Promise((resolve, reject) => {
      const where = action === undefined ? '' : `${action}: `;
      const hear = (method) => {
        try {
          if (signal) signal[method]('abort', abort);
        } catch (_) {
          // A signal that cannot be listened to can still be looked at.
        }
      };
      const end = (settle, value) => {
        hear('removeEventListener');
        settle(value);
      };
      const abort = () =>
        end(reject, new IotError({ kind: 'aborted', code: 'Aborted.BySignal', message: `${where}was cancelled`, action }));
      hear('addEventListener');
      let aborted = false;
      try {
        aborted = Boolean(signal) && signal.aborted;
      } catch (_) {
        // Checked when it was handed in; one that breaks later is as good as none.
      }
      if (aborted) abort();
      else init().then((value) => end(resolve, value), (error) => end(reject, error));
    });
  }

  /** Frees the engine once nothing runs on it. */
  function dispose(state) {
    if (!state.freed || state.running || !state.engine) return;
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
      clients.set(this, { config: check.clientOptions(options), running: 0, freed: false });
    }

    async call(action, params, options) {
      const name = actionName(action);
      const checked = about(name, () => check.callOptions(options, secretsOf(this)));
      // The module may still have to be loaded, and the caller may change the object meanwhile.
      const sent = live ? params : about(name, () => snapshot(params, secretsOf(this)));
      return withEngine(this, (engine) => engine.call(name, sent, checked), { action: name }, checked.signal);
    }

    async bindWithToken(options) {
      const checked = check.tokenFlowOptions(options, secretsOf(this));
      return withEngine(this, (engine) => engine.bindWithToken(checked), { mayBeBound: true }, checked.signal);
    }

    async bindWithSignature(options) {
      const checked = check.signatureFlowOptions(options, secretsOf(this));
      return withEngine(this, (engine) => engine.bindWithSignature(checked), { mayBeBound: true }, checked.signal);
    }

    async bindSubDevices(options) {
      const checked = check.subDeviceFlowOptions(options, secretsOf(this));
      return withEngine(this, (engine) => engine.bindSubDevices(checked), { mayBeBound: true }, checked.signal);
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
    return use('buildRequest', (glue) => glue.buildRequest(name, params, checked));
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
