// The package as its users see it. Each entry calls `createPackage` once; what only its host can do is in a file of its own. The
// rest is the same everywhere: loading once, checking our own options, and handing the work to the module.

import { driveAll, driver, hear, httpRequest, isAborted } from './driver.js';
import { IotError, bad, codesWhere, define, initError, isOurs, nameOfCode, redact, redacted } from './errors.js';
import { isDefault, withFamily } from './family.js';
import { ACTION_MARKS, BEFORE_SIGN_IN, FIRST_LETTER, PAGED, USUAL_CODES } from './generated/actions.js';
import { ATOMS } from './generated/atoms.js';
import * as check from './options.js';
import { pages } from './pages.js';
import { scanning } from './scan.js';
import { signing } from './sign.js';
import { poolBytes, secretsAllowed } from '#facts';
import { fillRandom, loadModule, moreFunctions, newController, transport } from '#host';

// What the module can be asked, and what it can start: the numbers of src/wasm.rs.
const BUILD_REQUEST = 0;
const PARSE_RESPONSE = 1;
const CALL = 0;
const TOKEN_FLOW = 1;
const SIGNATURE_FLOW = 2;
const SUB_DEVICE_FLOW = 3;
const MULTI_DEVICE_FLOW = 4;

/** What those say who say nothing. */
const NO_OPTIONS = check.callOptions();

/** What the driver says when an answer is there. */
const ANSWER = 2;

/** How long a flow that has no option for it waits before it asks again. */
const POLL_MS = 2000;

/** Each Action with its marks and the letters of those codes in which it differs from the usual. */
const ACTIONS = new Map(ACTION_MARKS.split(' ').map((marks, place) => [ATOMS[place], marks]));
const isMarked = (action, mark) => (ACTIONS.get(action) || '').includes(mark);
const methodName = (action) => action[0].toLowerCase() + action.slice(1);

/** Where a call is sent: the site's two addresses differ in their last word. */
const urlOf = (endpoint, isSigned) => (isSigned ? endpoint.replace(/tokenapi(?=$|\?)/, 'appapi') : endpoint);

/** A list of values: the place of the last one, and room for as many as a call has. */
const ROOM = Array(32).fill(0);
const roomy = () => ROOM.slice();

/** What a crash leaves open in a flow. */
const MAYBE = { mayBeBound: true };

/** How long a load may take. A slow network needs a few seconds for it. */
const LOAD_MAX_MS = 60_000;

/** Whether all of a module is there, and not only what calls take. */
const isWhole = ({ wasm }) => wasm.sign;

/** For a promise that may turn out not to be needed: it may still fail, and nobody would be listening. */
function quiet(promise) {
  if (promise instanceof Promise) promise.catch(() => {});
  return promise;
}

/** The error of a load that failed: ours as it is, a host's as a copy. */
function loadError(thrown) {
  if (isOurs(thrown)) return thrown;
  const cause = redact(thrown);
  // It may quote an address; its query and user name are nobody's business.
  cause.message = cause.message.replace(/\/\/[^\s/@]*@/g, '//').replace(/\?[^\s'")]*/g, '?…');
  // What Firefox, and Chromium and WebKit, call the page's policy when it forbids WebAssembly.
  return initError(/CSP|unsafe-eval/.test(cause.message) ? 'NotAllowed' : 'LoadFailed', cause.message, { cause });
}

/** What a load gives, or an error in good time: one that never settles must not keep everybody waiting. */
const inTime = (loading) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(initError('LoadFailed', 'it took longer than a minute')), LOAD_MAX_MS);
    const end = (settle) => (value) => {
      clearTimeout(timer);
      settle(value);
    };
    loading.then(end(resolve), end(reject));
  });

/** Lets an error of ours say which Action it was about. */
function about(action, work) {
  try {
    return work();
  } catch (error) {
    if (!isOurs(error)) throw error;
    const { cause } = error;
    throw new IotError({ ...error, action, message: `${action}: ${error.message}`, cause });
  }
}

/** An Action's name, whether or not there is such an Action: the module knows that. */
function actionName(action) {
  if (ACTIONS.has(action)) return action;
  if (action === undefined) throw bad('Missing', 'action');
  return check.text(action, 'action');
}

/**
 * Makes the package. What differs from host to host is `#facts`, see bundle.mjs, and `#host`, one of the files hosts/host-of-….js:
 *
 * - `loadModule(source, imports)` loads the module; what it throws becomes an IotError of kind `init`;
 * - `fillRandom(bytes)` fills bytes from the host's best randomness;
 * - `transport` sends requests; fetch.js has that of hosts with fetch;
 * - `newController()` makes an abort controller;
 * - `moreFunctions(use)`, what else the package hands out where its module can do more.
 *
 * @param {() => object} makeGlue wasm-bindgen's functions, with a state of their own per call: what the module imports, and
 *   what wraps its exports
 * @param {() => unknown} getDefault what to load the module from when init() is not told
 * @param {() => Promise<unknown>} [getRest] the rest, where that is only what calls take
 */
export function createPackage(makeGlue, getDefault, getRest) {
  /** The loaded module: `{ glue, wasm, coming, getMore, completing, pending, depth, crash }`; undefined before and after. */
  let live;
  /** The load under way, shared by everybody who asks meanwhile. */
  let loading;
  /** What to load from again after a crash, when init() is not told otherwise. */
  let again;

  /** Whether the module is there: all of it, or what calls take. */
  const isThere = (isForAll) => live && (!isForAll || isWhole(live));

  /** What the module works for just now: `{ loaded, held }` and what it says meanwhile. */
  let said;

  const hostFunctions = {
    // What the module works on just now, by place: behind the atoms.
    atoms: ATOMS,
    held: [],
    // How much randomness is fetched at a time.
    poolBytes,
    // Rust's errors are made here, so that they are real ones, of the one class.
    error(code, place, detail, action, requestId, parameter, status, flags, cause) {
      // The cloud's codes have no place, and may be empty.
      const own = nameOfCode(place);
      return new IotError({
        kind: own ? undefined : 'api',
        code: own || code,
        detail,
        action,
        requestId,
        parameter,
        status: status || undefined,
        retryable: (flags & 1) !== 0,
        mayBeBound: (flags & 2) !== 0 || undefined,
        cause,
      });
    },
    redacted: (name, message, code) => redacted({ name, message, code }),
    fillRandom(bytes) {
      try {
        fillRandom(bytes);
      } catch (_) {
        // Better than the same id for every request; no secret is made from it.
        for (let at = 0; at < bytes.length; at++) bytes[at] = Math.random() * 256;
      }
    },
    want(id, ...want) {
      said.id = id;
      said.want = want;
    },
    note(kind, value) {
      if (typeof value.code === 'number') value.code = nameOfCode(value.code);
      said.notes = [...(said.notes || []), [kind, value]];
    },
    fail(error) {
      said.error = error;
    },
  };

  async function load(source, isForAll) {
    try {
      const [from, getMore] = source === undefined ? again || [getDefault(), getRest] : [source];
      // Both at the same time.
      const coming = isForAll && getMore && quiet(getMore());
      const glue = makeGlue();
      const { instance, module } = await inTime(loadModule(from, glue.imports));
      const wasm = instance.exports;
      const loaded = { glue, wasm, coming, getMore, completing: undefined, pending: [], depth: 0, crash: undefined };
      if (typeof wasm.setup !== 'function' || !(getMore || isWhole(loaded))) {
        throw initError('BadSource', 'what was loaded is not the one of this package');
      }
      glue.__wbg_set_wasm(wasm);
      exchange({ loaded, held: [] }, () => glue.setup(hostFunctions));
      again = [module || from, getMore];
      live = loaded;
    } catch (thrown) {
      throw loadError(thrown);
    }
  }

  /** Loads the rest of a module. */
  async function complete(loaded) {
    const { glue, wasm, coming, getMore } = loaded;
    try {
      const { instance, module } = await inTime(loadModule(coming || getMore(), { ...glue.imports, m: wasm }));
      loaded.wasm = { ...wasm, ...instance.exports };
      again = [again[0], () => module];
    } catch (thrown) {
      throw loadError(thrown);
    } finally {
      loaded.completing = loaded.coming = undefined;
    }
  }

  /** Has the module there, all of it or what calls take. What is under way is shared. */
  async function have(isForAll, source) {
    if (!live) {
      const mine = (loading = loading || load(source, isForAll));
      try {
        await mine;
      } finally {
        // Here, for a load that fails at once has ended before it is known as the one under way.
        if (loading === mine) loading = undefined;
      }
    }
    if (live && !isThere(isForAll)) await (live.completing = live.completing || complete(live));
  }

  function init(source) {
    if (live || loading) quiet(source);
    return have(true, source);
  }

  /** Drops a crashed instance and rejects whatever waits for it. */
  function crash(loaded, thrown) {
    if (loaded.crash) return;
    // Only an engine's own words are passed on; anything else may quote what it worked on.
    const { name, message } = redact(thrown);
    const cause = redacted({ name, message: name === 'RuntimeError' ? message : '' });
    loaded.crash = (more) => initError('Crashed', '', { ...more, cause });
    if (live === loaded) live = undefined;
    // Each takes itself out.
    for (const { abort } of [...loaded.pending]) abort();
  }

  /**
   * Has the module do something for `asker`, on what is `held`, of which the first is `undefined`; answers the result and leaves there
   * whatever else the module says: what it wants, its notes, its error.
   *
   * Rust hands out its errors; so anything thrown out of the module is a crash: a panic, a trap, an exhausted stack. What the
   * instance holds is then in an unknown state and must not be used again.
   */
  function exchange(asker, work, ...given) {
    const outer = said;
    const { loaded } = asker;
    let result;
    said = asker;
    hostFunctions.held = asker.held;
    loaded.depth++;
    try {
      if (!loaded.crash) result = work(...given);
    } catch (problem) {
      crash(loaded, problem);
    }
    loaded.depth--;
    said = outer;
    hostFunctions.held = outer && outer.held;
    if (loaded.crash) {
      // What a crashed module said is nothing to go by. The tokens in its memory go with it, once nothing runs on them any more.
      if (!loaded.depth) new Uint8Array(loaded.wasm.memory.buffer).fill(0);
      asker.error = loaded.crash(asker.session && aboutCrash(asker));
    }
    return result;
  }

  /** The same for what has a result or an error. */
  function ask(asker, work, ...given) {
    const result = exchange(asker, work, ...given);
    if (asker.error) throw asker.error;
    return result;
  }

  /** The module, for whoever did not wait for init(). */
  function ready(name, isForAll) {
    if (!isThere(isForAll)) {
      throw initError('NotReady', `${name} was used before`);
    }
    return live;
  }

  /** Ends a module out of which something was thrown. */
  function crashed(loaded, thrown) {
    ask({ loaded }, () => {
      throw thrown;
    });
  }

  function use(name, what, ...inputs) {
    const loaded = ready(name, what > PARSE_RESPONSE);
    const held = roomy();
    const { put, at } = hostFunctions;
    const places = [0, 1, 2].map((input) => put(held, inputs[input]));
    return at(held, ask({ loaded, held }, loaded.wasm.ask, what, ...places, inputs[3]));
  }

  // What a client knows and does not show: neither console.log nor JSON.stringify finds its access token.
  const clients = new WeakMap();

  /** Runs what a client is asked for, a call of `subject` or a flow, with the module; loads it if need be. */
  function withModule(client, what, options, subject, params, work = run) {
    const session = sessionOf(client);
    if (session.freed) throw initError('ClientFreed');
    // By the application rather than by the user.
    const isSigned = what === CALL && isMarked(subject, BEFORE_SIGN_IN);
    if (!isSigned) check.needs(session.config, 'accessToken');
    const task = { session, what, options, subject, params, isSigned };
    const isForAll = what !== CALL || isSigned;
    const begin = () => (isThere(isForAll) ? work(live, task) : unlessAborted(task, () => have(isForAll)).then(begin));
    return begin();
  }

  /** What is known of a task that a crash puts an end to. */
  const aboutCrash = ({ what, subject }) => (what === CALL ? { action: subject } : MAYBE);

  const drive = driver(
    (run, heard, value, number) => {
      const { id, start, held, loaded } = run;
      const { put, at, partsOf } = hostFunctions;
      const now = Date.now();
      let wait;
      run.want = run.notes = undefined;
      if (start) {
        run.start = undefined;
        return at(held, exchange(run, loaded.wasm.start, ...start, now, heard));
      }
      if (heard === ANSWER) [value, number, wait] = partsOf(value);
      const place = put(held, value);
      return at(held, exchange(run, loaded.wasm.step, id, heard, place, now, number, wait));
    },
    (request, about, { loaded }) =>
      transport(request, about, (...parts) => ask({ loaded, held: [] }, loaded.glue.webRequest, ...parts)),
    newController,
  );

  /** Runs one call or flow. */
  function run(loaded, task) {
    const { session, what, options, subject, params, isSigned, isOther } = task;
    if (isDefault(params)) return runWithFamily(loaded, task);
    // The module keeps some of them from step to step, by place.
    const held = roomy();
    const { config } = session;
    const { accessToken } = config;
    const place = (value) => hostFunctions.put(held, value);
    const isText = typeof accessToken === 'string';
    const start = [
      what,
      // As in src/wasm.rs.
      (options.untyped ? 1 : 0) + (typeof accessToken === 'function' ? 2 : 0) + (config.onEvent ? 4 : 0),
      config.timeoutMs,
      config.retries,
      place(config.commonParams),
      isText ? place(accessToken) : 0,
      place(config.appSecret && config),
      options.timeoutMs || 0,
      options.pollIntervalMs,
      place(what === CALL ? options.requestId : options.resume),
      place(subject),
      place(params),
    ];
    const url = urlOf(config.endpoint, isSigned);
    return drive({ loaded, held, session, what, options, subject, start, url, isOther });
  }

  const runWithFamily = withFamily(run, unlessAborted);

  /** Waits for what is shared with others, init() for one, for a caller who may cancel: nothing else would hear it meanwhile. */
  function unlessAborted(task, work) {
    const { signal } = task.options;
    return new Promise((resolve, reject) => {
      const end = (settle) => (value) => {
        hear(signal, 'removeEventListener', abort);
        settle(value);
      };
      const abort = () => end(reject)(new IotError({ code: 'Aborted.BySignal', action: aboutCrash(task).action }));
      hear(signal, 'addEventListener', abort);
      if (isAborted(signal)) abort();
      else work().then(end(resolve), end(reject));
    });
  }

  function sessionOf(client) {
    const session = clients.get(client);
    if (!session) throw bad('WrongType', 'this', 'a Client');
    return session;
  }

  /** The secrets to keep out of what a getter throws. */
  function secretsOf(client) {
    const { accessToken, appSecret } = sessionOf(client).config;
    return [accessToken, appSecret].filter((secret) => typeof secret === 'string');
  }

  class Client {
    constructor(options) {
      const config = withSecret(check.clientOptions(options));
      check.needs(config, config.appSecret ? 'appKey' : 'accessToken');
      clients.set(this, {
        config,
        freed: false,
        // How many calls and flows run, and what they share when a token is renewed.
        running: 0,
        renewal: undefined,
        renewed: undefined,
      });
    }

    call(action, params, options) {
      return callOf(this, action, params, options);
    }

    all(action, params, options) {
      // What is handed in is read when the first element is asked for.
      return pages(() => pagesOf(this, action, params, options));
    }

    async bindWithToken(options) {
      const checked = check.tokenFlowOptions(options, secretsOf(this));
      const { familyId: FamilyId, roomId: RoomId, productId: ProductId, deviceName: DeviceName } = checked;
      const params = { FamilyId, RoomId, ProductId, DeviceName };
      return withModule(this, checked.multiDevice ? MULTI_DEVICE_FLOW : TOKEN_FLOW, checked, undefined, params);
    }

    async bindWithSignature(options) {
      const checked = check.signatureFlowOptions(options, secretsOf(this));
      const { familyId: FamilyId, roomId: RoomId, bindType: BindType, signMethod: SignMethod, device } = checked;
      const params = { ...device, FamilyId, RoomId, BindType, SignMethod };
      return withModule(this, SIGNATURE_FLOW, checked, undefined, params);
    }

    async bindSubDevices(options) {
      const checked = { ...check.subDeviceFlowOptions(options, secretsOf(this)), pollIntervalMs: POLL_MS };
      const { signal, subDevices, concurrency, familyId: FamilyId, gateway } = checked;
      return withModule(this, SUB_DEVICE_FLOW, checked, undefined, undefined, async (loaded, task) => {
        const start = (subject) => {
          const { productId: ProductId, deviceName: DeviceName } = subject;
          const { productId: GatewayProductId, deviceName: GatewayDeviceName } = gateway;
          const params = { FamilyId, ProductId, DeviceName, GatewayProductId, GatewayDeviceName };
          return run(loaded, { ...task, subject, params });
        };
        const results = await driveAll(start, subDevices, concurrency, signal);
        if (loaded.crash) throw loaded.crash(MAYBE);
        return results;
      });
    }

    free() {
      const state = clients.get(this);
      if (state) state.freed = true;
    }
  }

  function callOf(client, action, params, options) {
    try {
      const name = actionName(action);
      let checked = NO_OPTIONS;
      let sent = params;
      // The module may still have to be loaded, or the family to be found, and the caller may change the object meanwhile.
      const isLater = !(isThere(true) || (isThere() && !isMarked(name, BEFORE_SIGN_IN))) || isDefault(params);
      if (options !== undefined || isLater) {
        about(name, () => {
          const secrets = secretsOf(client);
          checked = check.callOptions(options, secrets);
          if (isLater) sent = snapshot(params, secrets);
        });
      }
      return withModule(client, CALL, checked, name, sent);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** What pages.js must know of a list: how a page is asked for, the Action, the parameters, the signal. */
  function pagesOf(client, action, params = {}, options) {
    const name = actionName(action);
    return about(name, () => {
      const secrets = secretsOf(client);
      const checked = check.callOptions(options, secrets);
      // An Action that nobody knows is for the module to refuse, and so is what is no object.
      if (!checked.untyped && ACTIONS.has(name) && !isMarked(name, PAGED)) {
        throw bad('NotAllowed', 'action', 'a paged one');
      }
      const sent = snapshot(params, secrets);
      const ask = (page) => withModule(client, CALL, checked, name, sent === params ? sent : { ...sent, ...page });
      return [ask, name, sent || 0, checked.signal];
    });
  }

  /** A shallow copy of wire parameters; what is no object goes on as it is, for the module to refuse. */
  function snapshot(params, secrets) {
    if (params === null || typeof params !== 'object' || check.isArray(params)) return params;
    // Without a prototype every name is like any other.
    const copy = Object.create(null);
    for (const [key, value] of check.entries(params, 'params', secrets)) {
      copy[key] = value;
    }
    return copy;
  }

  /** Options that may hold an AppSecret, which does not belong where users can look. */
  function withSecret(options) {
    if (options.appSecret && !options.allowSecret && !secretsAllowed) throw bad('SecretNotAllowed', 'allowSecret');
    return options;
  }

  function buildRequest(action, params, options) {
    const name = actionName(action);
    const isSigned = isMarked(name, BEFORE_SIGN_IN);
    const checked = about(name, () => {
      const given = withSecret(check.buildOptions(options));
      check.needs(given, ...(isSigned ? ['appKey', 'appSecret'] : ['accessToken']));
      return given;
    });
    const buildRequest = 'buildRequest';
    ready(buildRequest, isSigned);
    const body = use(buildRequest, BUILD_REQUEST, name, params, checked, Math.floor(Date.now() / 1000));
    return httpRequest(urlOf(checked.endpoint, isSigned), body);
  }

  function parseResponse(action, response, options) {
    const name = actionName(action);
    const [answer, { untyped }] = about(name, () => [check.httpResponse(response), check.parseOptions(options)]);
    const parseResponse = 'parseResponse';
    ready(parseResponse);
    const [value, status] = hostFunctions.partsOf(answer);
    return use(parseResponse, PARSE_RESPONSE, name, value, untyped, status);
  }

  // One client method and one request builder per Action, both under its lower-camel name.
  const request = {};
  for (const action of ACTIONS.keys()) {
    const name = methodName(action);
    request[name] = (params, options) => buildRequest(action, params, options);
    const methods = {
      [name](params, options) {
        return callOf(this, action, params, options);
      },
    };
    define(Client.prototype, name, methods[name]);
  }

  const sign = signing(use, () => isThere(true) && live, crashed);

  function errorCodes(action) {
    const name = actionName(action);
    const unusual = ACTIONS.get(name);
    if (unusual === undefined) throw bad('UnknownAction', 'action', '', { action: name });
    return codesWhere((place) => {
      const letter = String.fromCharCode(FIRST_LETTER.charCodeAt(0) + place);
      return unusual.includes(letter) !== USUAL_CODES.includes(letter);
    });
  }

  const { scan, softap } = scanning(use);

  // Minifying shortens what a class is called; people meet the name in logs.
  define(Client, 'name', 'Client');

  return {
    init,
    Client,
    IotError,
    buildRequest,
    parseResponse,
    request: Object.freeze(request),
    sign,
    scan,
    softap,
    errorCodes,
    endpoints: check.endpoints,
    abortController: () => newController(),
    ...(moreFunctions && moreFunctions(use)),
  };
}
