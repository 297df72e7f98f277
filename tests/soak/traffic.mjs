// The traffic of the long run: calls and flows of every kind by turns, each with what must come of it.

import { BINDS, Cloud, FAMILY_ID, FLOWS, GATEWAY, GET, LIST, POLL } from '../js/support/cloud.mjs';

/** How many run at once. */
const AT_ONCE = 200;
const ACCESS_TOKEN = 'the-access-token-1';
const DEAD_TOKEN = 'the-access-token-0';
const LIST_PARAMS = { GatewayProductId: GATEWAY.productId, GatewayDeviceName: GATEWAY.deviceName, Offset: 0, Limit: 50 };
/** As large as a body may be; with anything else in it, larger. */
const LARGE = 2 ** 20;

const never = () => new Promise(() => {});
const lost = () => Promise.reject(Object.assign(new Error('no line'), { errMsg: 'request:fail' }));
const answers = (status, body, headers) => async () => ({ status, body, headers });
const refuses = (code) =>
  answers(200, JSON.stringify({ Response: { Error: { Code: code, Message: 'no' }, RequestId: 'r' } }));

// ---- Calls ----

const reads = (client, options) => client.appGetFamilySubDeviceList(LIST_PARAMS, options);
const changes = (client, options) => client.appCreateDeviceBindToken({ TokenLengthType: '1' }, options);
const other = (params) => (client, options) => client.call('AppAny', params, { untyped: true, ...options });
const any = other({ number: 7n, text: '客厅😀', list: [1, { a: null }], flag: true });

/** Gives the dead token first, and then what `renew` gives. */
const renewing = (renew) => () => {
  let asked = 0;
  return () => (asked++ ? renew() : DEAD_TOKEN);
};

/**
 * Kinds of calls: `call` makes one, `send` stands in for the cloud, `tokens` makes the function for the access token,
 * `cancels` says when it is cancelled, and `code` is what comes of it, if not success.
 */
const CALLS = {
  'reads': { call: reads },
  'changes': { call: changes },
  'of an Action nobody knows': { call: any },
  'with a long text': { call: other({ text: 'x'.repeat(2_000) }) },
  'live envelope': { call: changes, send: answers(200, '{"code":0,"msg":"","data":{"RequestId":"r","Data":{"Token":"t"}}}') },
  'large numbers': { call: any, send: answers(200, '{"Response":{"N":12345678901234567890,"RequestId":"r"}}') },
  'a renewed access token': { call: reads, tokens: renewing(() => ACCESS_TOKEN) },
  'an error of the cloud': { call: any, send: refuses('LimitExceeded.Any'), code: 'LimitExceeded.Any' },
  'an error by number': { call: any, send: answers(200, '{"code":-1001,"msg":"no","data":null}'), code: '-1001' },
  'an internal error': { call: reads, send: refuses('InternalError'), code: 'InternalError' },
  'signed out': { call: any, tokens: () => () => DEAD_TOKEN, code: 'InvalidParameterValue.InvalidAccessToken' },
  'no line': { call: reads, send: lost, code: 'Network.Failed' },
  'never answered': { call: reads, send: never, code: 'Timeout.Request' },
  'status 500': { call: reads, send: answers(500, '<html>'), code: 'Protocol.ServerError' },
  'status 404': { call: any, send: answers(404, '{}'), code: 'Protocol.HttpStatus' },
  'too many': { call: reads, send: answers(429, '', { 'retry-after': '1' }), code: 'Protocol.TooManyRequests' },
  'a page': { call: reads, send: answers(200, '<html><body>portal</body></html>'), code: 'Protocol.NotJson' },
  'half an answer': { call: reads, send: answers(200, '{"Response":{"Requ'), code: 'Protocol.NotJson' },
  'a bad envelope': { call: reads, send: answers(200, '{"Response":1}'), code: 'Protocol.BadEnvelope' },
  'a bad field': { call: changes, send: answers(200, '{"Response":{"Token":{"a":1}}}'), code: 'Protocol.BadField' },
  'nonsense': { call: reads, send: async () => undefined, code: 'Protocol.BadTransportAnswer' },
  'a missing parameter': { call: (client) => client.appGetDeviceInFamily({}), code: 'Parameter.Missing' },
  'half a character': { call: other({ text: '\ud800' }), code: 'Parameter.BadText' },
  'a getter that throws': {
    call: (client, options) => {
      const params = {
        get text() {
          throw new TypeError('no');
        },
      };
      return other(params)(client, options);
    },
    code: 'Parameter.Unreadable',
  },
  'no such Action': { call: (client) => client.call('NoSuchAction'), code: 'Parameter.UnknownAction' },
  'a bad option': { call: (client) => client.call('AppAny', {}, { timeoutMs: -1 }), code: 'Parameter.OutOfRange' },
  'no access token': { call: any, tokens: () => lost, code: 'Parameter.AccessTokenFailed' },
  'a renewal that fails': { call: any, tokens: renewing(() => undefined), code: 'Parameter.AccessTokenFailed' },
  'cancelled before': { call: any, cancels: 'before', code: 'Aborted.BySignal' },
  'cancelled while it is sent': { call: any, cancels: 'sent', code: 'Aborted.BySignal' },
  'cancelled later': { call: any, cancels: 'later', send: never, code: 'Aborted.BySignal' },
};

// ---- Flows ----

const NOT_ONLINE = refuses('InvalidParameterValue.BindDeviceNotConnected');
const isBind = ({ Action }) => BINDS.includes(Action);
const isCheck = ({ Action }) => Action === GET || Action === LIST;
/** Something else than the cloud, the first so many times that a request is asked for. */
const first = (times, is, instead) => (request, cloud, state) =>
  is(request) && (state.hits = (state.hits ?? 0) + 1) <= times ? instead(cloud, request) : undefined;
/** It takes effect, and the answer is another. */
const after = (instead) => (cloud, request) => (cloud.answer(request), instead());

const ALL = ['token', 'signature', 'gateway'];
const CALLED_BACK = ['token', 'gateway'];
const RESUMED = ['token', 'signature'];

/** Ways in which a flow goes: for `kinds`, with `send` before the cloud, and what comes of it: `bound`, `unconfirmed` or a code. */
const WAYS = {
  'nothing wrong': { ends: 'bound' },
  'the bind lost after it': { send: first(1, isBind, after(lost)), ends: 'bound' },
  'the bind lost before it': { send: first(1, isBind, lost), ends: 'bound' },
  'the bind never answered': { send: first(1, isBind, after(never)), ends: 'bound' },
  'a page after the bind': { send: first(1, isBind, after(answers(502, '<html>'))), ends: 'bound' },
  'too many binds': { send: first(2, isBind, answers(429, '', { 'retry-after': '1' })), ends: 'bound' },
  'the bind refused': { send: first(9, isBind, refuses('LimitExceeded.Any')), ends: 'LimitExceeded.Any' },
  'the check lost': {
    send(request, cloud, state) {
      return first(1, isBind, after(lost))(request, cloud, state) ?? (isCheck(request) && state.lost++ < 2 ? lost() : undefined);
    },
    ends: 'bound',
  },
  'the bind lost, and nothing heard since': {
    send(request, cloud, state) {
      if (isBind(request)) return after(lost)(cloud, request);
      return isCheck(request) ? lost() : undefined;
    },
    options: { timeoutMs: 9_000 },
    ends: 'Flow.OutcomeUnknown',
  },
  'nothing confirmed': { send: first(99, isCheck, lost), ends: 'unconfirmed' },
  'a device that comes late': { kinds: ['signature'], send: first(3, isBind, NOT_ONLINE), ends: 'bound' },
  'a device that never comes': {
    kinds: ['signature'],
    send: first(99, isBind, NOT_ONLINE),
    options: { timeoutMs: 7_000 },
    ends: 'Timeout.DeviceNotOnline',
  },
  'a token that is reported late': {
    kinds: ['token'],
    send: first(3, ({ Action }) => Action === POLL, answers(200, '{"Response":{"State":1}}')),
    ends: 'bound',
  },
  'a token that dies': {
    kinds: ['token'],
    send: first(9, ({ Action }) => Action === POLL, refuses('InvalidParameterValue.TokenIsExpire')),
    ends: 'InvalidParameterValue.TokenIsExpire',
  },
  'another device': { kinds: ['token'], options: { productId: 'Q' }, ends: 'Flow.DeviceMismatch' },
  'a function that fails': {
    kinds: CALLED_BACK,
    options: { sendToDevice: lost, sign: lost },
    ends: (kind) => (kind === 'token' ? 'Flow.SendToDeviceFailed' : 'Flow.SignFailed'),
  },
  'a function that never ends': {
    kinds: CALLED_BACK,
    options: { sendToDevice: never, sign: never, timeoutMs: 5_000 },
    ends: 'Timeout.Flow',
  },
  'signed out': { accessToken: DEAD_TOKEN, ends: 'InvalidParameterValue.InvalidAccessToken' },
  'cancelled at the bind': { cancels: isBind, ends: 'Aborted.BySignal' },
  'cancelled while asking': { cancels: isCheck, ends: 'Aborted.BySignal' },
  'killed at the bind, and resumed': { kinds: RESUMED, cancels: isBind, isResumed: true, ends: 'bound' },
  'killed while asking, and resumed': { kinds: RESUMED, cancels: isCheck, isResumed: true, ends: 'bound' },
  'a bad checkpoint': { kinds: RESUMED, options: { resume: 'iotexplorer-checkpoint.2.x' }, ends: 'Flow.BadCheckpoint' },
};
const STORIES = Object.entries(WAYS).flatMap(([name, way]) => (way.kinds ?? ALL).map((kind) => ({ name, kind, way })));

/** A value for each of the entries. */
const table = (entries, value) => Object.fromEntries(entries.map((entry) => [entry, value(entry)]));

export class Traffic {
  #own;
  #time;
  #called = 0;
  #flown = 0;
  /** Counts whatever is to be different every other time. */
  #made = 0;
  #cloud = new Cloud();
  #clients = {};
  /** How often each kind was there. */
  #counts = {};
  /** What did not end as it should have, in words: the first few. */
  problems = [];
  boundTwice = 0;

  constructor(own, time) {
    this.#own = own;
    this.#time = time;
    this.#begin();
  }

  #begin() {
    this.#counts = table([...Object.keys(CALLS), ...STORIES.map(({ name, kind }) => `${kind}: ${name}`)], () => 0);
    this.#clients = table(
      Object.keys(CALLS).filter((name) => !CALLS[name].tokens),
      (name) => this.#client(CALLS[name]),
    );
  }

  /** Counts anew: what came before was for warming up. */
  forget() {
    this.#begin();
  }

  #client({ send, tokens, accessToken = ACCESS_TOKEN }) {
    // Every other one is listened to, and has parameters for every call.
    const isHeard = this.#made++ % 2 === 0;
    return new this.#own.Client({
      accessToken: tokens ? tokens() : accessToken,
      transport: send ?? this.#cloud.send,
      ...(isHeard && { onEvent: () => {}, commonParams: { RegionId: 1, lang: 'zh-CN' } }),
    });
  }

  #ended(what, expected, was) {
    this.#counts[what]++;
    if (was !== expected && this.problems.length < 20) this.problems.push(`${what}: ${was} in place of ${expected}`);
  }

  /** Makes so many of something, some of them at once. */
  async #many(count, one) {
    for (let at = 0; at < count; at += AT_ONCE) {
      let open = Math.min(AT_ONCE, count - at);
      const over = () => open--;
      for (let more = open; more > 0; more--) one().then(over);
      await this.#time.until(() => open === 0, `the end of ${open}`);
      this.#cloud.clear();
    }
  }

  /** So many calls. */
  calls(count) {
    const kinds = Object.keys(CALLS);
    return this.#many(count, () => this.#call(kinds[this.#called++ % kinds.length]));
  }

  #call(name) {
    const { call, code = 'success', tokens, cancels } = CALLS[name];
    let client = tokens ? this.#client(CALLS[name]) : this.#clients[name];
    const options = {};
    if (cancels) {
      const controller = this.#own.abortController();
      const abort = () => controller.abort();
      options.signal = controller.signal;
      if (cancels === 'before') abort();
      else if (cancels === 'later') this.#time.setTimeout(abort, 5);
      else client = this.#client({ send: () => (abort(), never()) });
    }
    return call(client, options).then(
      () => this.#ended(name, code, 'success'),
      (error) => this.#ended(name, code, error.code),
    );
  }

  /** So many flows; a batch counts as one for each sub-device. */
  flows(count) {
    return this.#many(count, () => this.#flow(STORIES[this.#flown++ % STORIES.length]));
  }

  async #flow({ name, kind, way }) {
    const device = `D${this.#flown}`;
    const { send = () => undefined, accessToken, options, cancels, isResumed } = way;
    const state = { lost: 0 };
    let isKilled = false;
    const controller = this.#own.abortController();
    const client = this.#client({
      accessToken,
      send: async ({ body }) => {
        const request = JSON.parse(body);
        if (cancels && !isKilled && cancels(request)) {
          isKilled = true;
          // Either way around.
          if (this.#made++ % 2) this.#cloud.answer(request);
          controller.abort();
          return never();
        }
        return send(request, this.#cloud, state) ?? this.#cloud.answer(request);
      },
    });
    let checkpoint;
    const run = (more) =>
      FLOWS[kind]
        .run(client, this.#cloud, device, { ...(kind !== 'gateway' && { onCheckpoint: (made) => (checkpoint = made) }), onProgress: () => {}, ...options, ...more })
        .then(
          ({ confirmed }) => (confirmed ? 'bound' : 'unconfirmed'),
          (error) => error.code,
        );
    let was = await run({ signal: controller.signal });
    if (isResumed) was = await run({ resume: checkpoint });
    // Every other one is freed; the rest are forgotten.
    if (this.#made++ % 2) client.free();
    const { binds } = this.#cloud.device(device);
    if (binds > 1) this.boundTwice++;
    const ends = typeof way.ends === 'function' ? way.ends(kind) : way.ends;
    this.#ended(`${kind}: ${name}`, ends, /^(un)?bound|^unconfirmed/.test(was) && binds !== 1 ? `${was} with ${binds} binds` : was);
  }

  /** So many clients, each used once, and freed or not; what is left of them. */
  async clients(count, isFreed) {
    const refs = [];
    for (let made = 0; made < count; made++) {
      const client = this.#client({});
      await changes(client);
      if (isFreed) client.free();
      refs.push(new WeakRef(client));
    }
    this.#cloud.clear();
    return refs;
  }

  /** Calls with bodies as large as they may be, and larger. */
  async large(count) {
    const client = this.#client({});
    for (let made = 0; made < count; made++) {
      await other({ text: '客'.repeat(LARGE / 6) })(client);
      const code = await other({ text: 'x'.repeat(LARGE) })(client).catch((error) => error.code);
      if (code !== 'Parameter.TooLarge') this.problems.push(`a body that is too large: ${code}`);
      this.#cloud.clear();
    }
  }

  /** Has so many calls and flows wait for what does not come, then a crash; how many of them were rejected for that reason. */
  async crash(count, crash) {
    const client = this.#client({ send: never });
    const waiting = Array.from({ length: count }, (_, at) =>
      at % 4 ? FLOWS[ALL[at % 3]].run(client, this.#cloud, 'W') : any(client),
    );
    const outcomes = Promise.all(waiting.map((promise) => promise.then(() => 'success', (error) => error.code)));
    await this.#time.turn();
    crash();
    // It shows when the module is used.
    await changes(client).catch(() => {});
    return (await outcomes).filter((code) => code === 'Init.Crashed').length;
  }

  /** Kinds of which there were none. */
  missing() {
    return Object.keys(this.#counts).filter((name) => this.#counts[name] === 0);
  }

  /** How many of each outcome there were. */
  summary() {
    const kinds = Object.keys(this.#counts).length;
    const all = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    const good = Object.entries(this.#counts).filter(([name]) => CALLS[name] && !CALLS[name].code);
    const calls = Object.keys(CALLS).reduce((sum, name) => sum + this.#counts[name], 0);
    const fine = good.reduce((sum, [, count]) => sum + count, 0);
    return [`${all} of ${kinds} kinds; of the calls ${calls - fine} ended with an error, as they had to`];
  }
}
