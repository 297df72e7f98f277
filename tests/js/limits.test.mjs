// What the caller's code may do to a call or flow that runs: cancel it, free its client, call back into the package, throw,
// answer nonsense, answer twice, or never answer. In virtual time, over a cloud inside the test; and where it is about many
// things at once, over the sandbox.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { inspect } from 'node:util';
import { assertIotError } from './support/checks.mjs';
import { BINDS, CREATE, Cloud, FAMILY_ID, FLOWS, GATEWAY, GET, POLL } from './support/cloud.mjs';
import { VirtualTime, loadWith } from './support/virtual.mjs';

const time = new VirtualTime();
const { init, Client, buildRequest, sign: signing, abortController } = loadWith(time.globals);
await init();

const ACCESS_TOKEN = 'the-access-token-1';
const PARAMS = { ProductId: 'P', DeviceName: 'D', FamilyId: FAMILY_ID };
const LIST_PARAMS = { GatewayProductId: GATEWAY.productId, GatewayDeviceName: GATEWAY.deviceName, Offset: 0, Limit: 50 };
const NO_TOKEN = 'InvalidParameterValue.InvalidAccessToken';
const never = () => new Promise(() => {});

const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));
process.on('uncaughtException', (error) => unhandled.push(error));

afterEach(async () => {
  await time.turn();
  assert.equal(time.pending, 0, 'a timer is left');
  assert.deepEqual(unhandled.splice(0), []);
});

/** A signal that counts who listens. */
function countingSignal() {
  const listeners = new Set();
  const signal = {
    aborted: false,
    addEventListener: (type, listener) => listeners.add(listener),
    removeEventListener: (type, listener) => listeners.delete(listener),
  };
  const abort = () => {
    signal.aborted = true;
    for (const listener of [...listeners]) listener();
  };
  return { signal, abort, listeners };
}

// ---- Every moment at which the caller's code is called ----

/** What can be done with a client: a function of the client, the cloud, and the options that a caller may add. */
const OPERATIONS = {
  'a call that reads': (client, cloud, { signal }) => client.appGetFamilySubDeviceList(LIST_PARAMS, { signal }),
  'a call that changes': (client, cloud, { signal }) => client.appCreateDeviceBindToken({}, { signal }),
  'a call of an Action nobody knows': (client, cloud, { signal }) =>
    client.call('AppMakeCoffee', { sugar: 1 }, { signal, untyped: true }),
  'the token flow': (client, cloud, { moment, ...more }) =>
    FLOWS.token.run(client, cloud, 'D', {
      sendToDevice: (token) => {
        // It is on the air a while after it got the token.
        time.setTimeout(() => cloud.report(token, { productId: 'P', deviceName: 'D' }), 3_000);
        return moment('sendToDevice', { productId: 'P', deviceName: 'D' });
      },
      ...more,
    }),
  'the signature flow': (client, cloud, { moment, ...more }) => FLOWS.signature.run(client, cloud, 'D', more),
  'the gateway flow': (client, cloud, { moment, ...more }) =>
    FLOWS.gateway.run(client, cloud, 'D', {
      sign: (subDevice, { nonce, timestamp }) => moment('sign', { signature: 'a-signature', nonce, timestamp }),
      signal: more.signal,
      onProgress: more.onProgress,
    }),
};

/** What can be wrong on the way, so that every step there is comes up. */
const WAYS = {
  'nothing wrong': {},
  'a lost answer to the bind': { loses: (action) => BINDS.includes(action) },
  'a first access token that is dead': { isSignedOut: true },
};

/**
 * Runs an operation, and does something at one of its moments: each time the caller's code is called, getters of what it
 * hands in included.
 *
 * @param act what is done, inside the caller's code
 * @param at at which moment, counted from 0
 * @param isHeld whether what the caller's code was called for never comes, and `act` is done a little later
 */
async function play(operation, { loses = () => false, isSignedOut = false }, { act, at = -1, isHeld = false } = {}) {
  const cloud = new Cloud();
  const moments = [];
  const scene = { cloud, moments, ...countingSignal(), transportSignals: [], acted: undefined };
  /** Here is a moment; `value` is what the caller's code hands in at it. */
  function here(name) {
    if (moments.push(name) - 1 !== at) return false;
    const doAct = () => {
      scene.acted = { now: time.now, requests: cloud.requests.length, bindsSent: cloud.bindsSent };
      scene.result = act(scene);
    };
    if (isHeld) time.setTimeout(doAct, 5);
    else doAct();
    return isHeld;
  }
  /** The value with getters that are moments, too. */
  const watched = (name, value) =>
    Object.defineProperties(
      {},
      Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          { enumerable: true, get: () => (here(`${name}.${key}`), inner) },
        ]),
      ),
    );
  const moment = (name, value) => (here(name) ? never() : watched(name, value));
  const lost = new Set();
  let asked = 0;
  const client = new Client({
    accessToken: () => {
      const value = isSignedOut && asked++ === 0 ? 'the-access-token-0' : ACCESS_TOKEN;
      return here('accessToken') ? never() : value;
    },
    transport: async ({ body }, { signal }) => {
      const request = JSON.parse(body);
      scene.transportSignals.push(signal);
      const name = `transport ${request.Action}`;
      const isKept = here(name);
      const answer = cloud.answer(request);
      if (isKept) return never();
      if (request.AccessToken === ACCESS_TOKEN && loses(request.Action) && !lost.has(request.Action)) {
        lost.add(request.Action);
        throw new Error('lost');
      }
      return watched(name, answer);
    },
    onEvent: ({ type, action, step }) => void here(`onEvent ${type} ${action || step}`),
  });
  scene.client = client;
  const started = cloud.requests.length;
  [scene.outcome] = await time.settle(
    operation(client, cloud, {
      moment,
      signal: scene.signal,
      onProgress: ({ step }) => void here(`onProgress ${step}`),
      onCheckpoint: () => void here('onCheckpoint'),
    }),
  );
  scene.settledAt = time.now;
  scene.requests = cloud.requests.length - started;
  return scene;
}

/** Each operation in each way, with how it goes undisturbed. */
async function* stories() {
  for (const [what, operation] of Object.entries(OPERATIONS)) {
    for (const [how, way] of Object.entries(WAYS)) {
      const name = `${what}, ${how}`;
      const plain = await play(operation, way);
      assert.equal(plain.outcome.status, 'fulfilled', `${name}: ${inspect(plain.outcome)}`);
      assert.ok(plain.moments.length >= 5, name);
      yield { name, operation, way, plain, isFlow: what.includes('flow') };
    }
  }
}

const strip = ({ status, value }) => ({ status, value: { ...value, RequestId: undefined, Token: undefined } });

/** Lets all time pass that anybody still waits for. */
async function drain() {
  await time.turn();
  while (time.next()) await time.turn();
}

test('a signal: before, and at every moment of every call and flow', async () => {
  let seen = 0;
  for await (const { name, operation, way, plain, isFlow } of stories()) {
    const lastSent = plain.moments.findLastIndex((moment) => /^transport \w+$/.test(moment));
    const early = await play((...all) => (all[2].signal.aborted = true, operation(...all)), way);
    assertIotError(early.outcome.reason, { kind: 'aborted', mayBeBound: undefined }, `${name}, before`);
    assert.deepEqual([early.requests, early.moments, early.listeners.size], [0, [], 0], `${name}, before`);
    for (let at = 0; at < plain.moments.length; at++) {
      for (const isHeld of [false, true]) {
        const where = `${name}, at ${plain.moments[at]}${isHeld ? ', which never ends' : ''}`;
        const scene = await play(operation, way, { act: ({ abort }) => abort(), at, isHeld });
        assert.equal(scene.moments[at], plain.moments[at], where);
        const { outcome, acted, cloud } = scene;
        assert.equal(scene.listeners.size, 0, where);
        if (outcome.status === 'fulfilled') {
          // The cloud had said the last word, or it was over by then.
          assert.ok(at > lastSent || acted === undefined, where);
          assert.deepEqual(strip(outcome), strip(plain.outcome), where);
          assert.equal(scene.requests, plain.requests, where);
        } else {
          seen++;
          assertIotError(outcome.reason, { kind: 'aborted', code: 'Aborted.BySignal', retryable: false }, where);
          assert.equal(scene.settledAt, acted.now, `${where}: at once`);
          // A bind counts as sent from the moment that it is announced to be; one that was refused for its access token has no
          // effect, and whether that is known by then depends.
          const isAnnounced = BINDS.some((bind) => scene.moments.includes(`onEvent request ${bind}`));
          const isGood = BINDS.some((bind) => cloud.requests.some((one) => one.Action === bind && one.AccessToken === ACCESS_TOKEN));
          const { mayBeBound } = outcome.reason;
          if (isFlow && (isGood || (isAnnounced && !way.isSignedOut))) assert.equal(mayBeBound, true, where);
          if (!isFlow || !isAnnounced) assert.equal(mayBeBound, undefined, where);
          assert.ok(cloud.binds === 0 || mayBeBound, where);
          // What was under way is given up.
          if (isHeld && /^transport \w+$/.test(plain.moments[at])) assert.ok(scene.transportSignals.at(-1).aborted, where);
        }
        const { length } = cloud.requests;
        await drain();
        assert.equal(cloud.requests.length, length, `${where}: a request after the end`);
        assert.ok(cloud.binds <= 1, where);
      }
    }
  }
  assert.ok(seen > 300, `${seen} were cancelled`);
});

test('what else the caller does at any moment changes nothing', async () => {
  const other = new Cloud();
  const elsewhere = new Client({ accessToken: ACCESS_TOKEN, transport: other.send });
  const ACTS = {
    'frees the client': ({ client }) => client.free(),
    'frees it twice, and another': ({ client }) => {
      client.free();
      client.free();
      new Client({ accessToken: ACCESS_TOKEN }).free();
    },
    'calls init': () => init(),
    'builds a request and makes a nonce': () => {
      assert.equal(buildRequest(GET, PARAMS, { accessToken: ACCESS_TOKEN, requestId: 'r' }).method, 'POST');
      assert.equal(signing.nonce(7).length, 7);
    },
    'calls another client': () => elsewhere.appCreateDeviceBindToken(),
    'calls the same client': ({ client }) => client.call('AppNested', {}, { untyped: true, requestId: 'nested' }),
    'makes a call that fails': ({ client }) =>
      client.call('NoSuchAction').then(assert.fail, (error) => assertIotError(error, { kind: 'parameter' })),
    'cancels a call of its own': ({ client }) => {
      const controller = abortController();
      const call = client.appGetDeviceInFamily(PARAMS, { signal: controller.signal });
      controller.abort();
      return call.then(assert.fail, (error) => assertIotError(error, { kind: 'aborted' }));
    },
    'starts each kind of flow': () => {
      const cloud = new Cloud();
      const client = new Client({ accessToken: ACCESS_TOKEN, transport: cloud.send });
      return Promise.all(
        Object.entries(FLOWS).map(async ([kind, { run }]) => {
          const name = `nested-${kind}`;
          const device = await run(client, cloud, name);
          assert.deepEqual([device.DeviceName, device.confirmed, cloud.device(name).binds], [name, true, 1]);
        }),
      );
    },
  };
  for await (const { name, operation, way, plain } of stories()) {
    for (const [what, act] of Object.entries(ACTS)) {
      for (let at = 0; at < plain.moments.length; at++) {
        const where = `${name}: the caller ${what} at ${plain.moments[at]}`;
        const scene = await play(operation, way, { act, at });
        assert.deepEqual(strip(scene.outcome), strip(plain.outcome), where);
        const [nested] = await time.settle(scene.result);
        assert.equal(nested.status, 'fulfilled', `${where}: ${inspect(nested)}`);
        if (what.startsWith('frees')) {
          const [later] = await time.settle(scene.client.appCreateDeviceBindToken());
          assertIotError(later.reason, { code: 'Init.ClientFreed' }, where);
          assert.deepEqual(scene.moments, plain.moments, where);
        }
        assert.equal(scene.cloud.device('D').binds, plain.cloud.device('D').binds, where);
        assert.equal(scene.listeners.size, 0, where);
        await drain();
      }
    }
  }
});

test('a listener that throws, or rejects, at any moment changes nothing', async () => {
  const boom = () => {
    throw new Error('of the listener');
  };
  const misbehaving = [
    boom,
    async () => boom(),
    never,
    () => ({ then: boom }),
    () => ({
      get then() {
        return boom();
      },
    }),
    () => Object.assign(Promise.resolve(), { then: boom }),
  ];
  for (const [what, operation] of Object.entries(OPERATIONS)) {
    const plain = await play(operation, {});
    for (const listener of misbehaving) {
      const cloud = new Cloud();
      const client = new Client({ accessToken: ACCESS_TOKEN, transport: cloud.send, onEvent: listener });
      const more = { moment: (name, value) => value, onProgress: listener, onCheckpoint: listener };
      const [outcome] = await time.settle(operation(client, cloud, more));
      assert.deepEqual(strip(outcome), strip(plain.outcome), `${what}: ${listener}`);
      assert.equal(cloud.requests.length, plain.requests, what);
    }
  }
});

// ---- The access token ----

/** A client whose first access token is dead; `renew` is asked for every other one. */
function signedOut(renew) {
  const cloud = new Cloud();
  const asked = { own: 0, renewals: 0 };
  const client = new Client({
    transport: cloud.send,
    accessToken: () => {
      // Whoever is under way has asked once already.
      if (asked.renewals === 0 && asked.own < asked.expected) return (asked.own++, 'the-access-token-0');
      asked.renewals++;
      return renew(asked.renewals);
    },
  });
  return { cloud, asked, client };
}

test('however many calls find the access token dead, it is renewed once, and again the next time', async () => {
  for (const count of [1, 5, 50]) {
    const { cloud, asked, client } = signedOut(async () => {
      await time.sleep(700);
      return ACCESS_TOKEN;
    });
    asked.expected = count;
    const calls = Array.from({ length: count }, (_, at) => client.call('AppAny', { at }, { untyped: true, requestId: `r-${at}` }));
    const outcomes = await time.settle(...calls);
    assert.deepEqual(
      outcomes.map(({ value }) => value?.RequestId),
      calls.map((_, at) => `r-${at}`),
    );
    assert.deepEqual([asked.own, asked.renewals], [count, 1], `${count} calls`);
    assert.equal(cloud.requests.length, 2 * count);
    // The renewed one is not kept either: asked for anew, and once more when it is dead in its turn.
    cloud.accessTokens.clear();
    await time.settle(...Array.from({ length: 5 }, () => client.appCreateDeviceBindToken()));
    assert.equal(asked.renewals, 1 + 5 + 1);
  }
});

test('calls share the renewal that a flow has begun', async () => {
  const cloud = new Cloud();
  let asked = 0;
  const client = new Client({
    transport: cloud.send,
    accessToken: async () => {
      if (cloud.accessTokens.has(ACCESS_TOKEN)) return ACCESS_TOKEN;
      const mine = ++asked;
      if (mine === 2) await time.sleep(3_000);
      // The flow's own question, its renewal, and the own questions of five calls.
      return mine === 2 || mine > 7 ? 'the-access-token-2' : ACCESS_TOKEN;
    },
  });
  let token;
  const flow = FLOWS.token.run(client, cloud, 'D', { sendToDevice: async (made) => void (token = made) });
  await time.until(() => cloud.requests.filter(({ Action }) => Action === POLL).length === 3);
  cloud.accessTokens = new Set(['the-access-token-2']);
  await time.until(() => asked === 2);
  const started = time.now;
  const outcomes = await time.settle(...Array.from({ length: 5 }, () => client.appCreateDeviceBindToken()));
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    Array(5).fill('fulfilled'),
  );
  assert.equal(asked, 7);
  assert.equal(time.now - started, 3_000);
  cloud.report(token, { productId: 'P', deviceName: 'D' });
  assert.equal((await time.result(flow)).confirmed, true);
  assert.equal(cloud.device('D').binds, 1);
});

/** Renewals that come to nothing: what the calls reject with. */
const NO_RENEWALS = {
  'throws': [
    () => {
      throw new Error('no renewal');
    },
    { kind: 'parameter', code: 'Parameter.AccessTokenFailed', remedy: 'sign-in' },
  ],
  'rejects': [() => Promise.reject('no renewal'), { code: 'Parameter.AccessTokenFailed', cause: 'no renewal' }],
  'rejects late': [
    async () => {
      await time.sleep(3_000);
      throw new Error('no renewal');
    },
    { code: 'Parameter.AccessTokenFailed' },
  ],
  'gives nothing': [() => undefined, { code: 'Parameter.AccessTokenFailed' }],
  'gives half a character': [async () => 'x\ud800', { code: 'Parameter.AccessTokenFailed' }],
  'gives the dead one again': [() => 'the-access-token-0', { kind: 'api', code: NO_TOKEN, remedy: 'sign-in' }],
  'never comes': [never, { kind: 'timeout', code: 'Timeout.Request' }],
};

test('a renewal that comes to nothing ends every call that waits for it, and the next call asks anew', async () => {
  for (const [name, [renew, expected]] of Object.entries(NO_RENEWALS)) {
    let works = false;
    const { cloud, asked, client } = signedOut(() => (works ? ACCESS_TOKEN : renew()));
    asked.expected = 5;
    const started = time.now;
    const outcomes = await time.settle(...Array.from({ length: 5 }, () => client.appCreateDeviceBindToken()));
    for (const { reason } of outcomes) assertIotError(reason, { ...expected, action: CREATE, mayBeBound: undefined }, name);
    assert.equal(asked.renewals, 1, name);
    assert.equal(cloud.requests.length, expected.code === NO_TOKEN ? 10 : 5, name);
    assert.ok(time.now - started <= 10_000, `${name}: within the time of an attempt`);
    works = true;
    await time.result(client.appCreateDeviceBindToken());
    assert.equal(asked.renewals, 2, name);
    await drain();
  }
});

test('a renewal that comes to nothing ends a flow, and nothing is bound', async () => {
  for (const [kind, { run }] of Object.entries(FLOWS)) {
    for (const [name, [renew, expected]] of Object.entries(NO_RENEWALS)) {
      const where = `${kind}: a renewal that ${name}`;
      const { cloud, asked, client } = signedOut(renew);
      asked.expected = 1;
      const [{ reason }] = await time.settle(run(client, cloud, 'D'));
      // A flow has its own time, and says that it is over.
      const isLate = expected.kind === 'timeout';
      assertIotError(reason, { ...(isLate ? { kind: 'timeout' } : expected), mayBeBound: undefined }, where);
      assert.equal(cloud.binds, 0, where);
      await drain();
    }
  }
});

// ---- Transports that misbehave ----

/** What a transport may do in place of answering; `answer()` is what the cloud says. */
const TRANSPORTS = {
  'never answers': () => never(),
  'throws': () => {
    throw new Error('of the transport');
  },
  'rejects with nothing': () => Promise.reject(),
  'answers, then rejects': (answer) => new Promise((resolve, reject) => (resolve(answer()), reject(new Error('late')))),
  'rejects, then answers': (answer) => new Promise((resolve, reject) => (reject(new Error('no')), resolve(answer()))),
  'answers twice, by callbacks': (answer) => ({
    then(resolve) {
      resolve(answer());
      resolve({ status: 200, body: '{"Response":{"RequestId":"second"}}' });
    },
  }),
  'answers and rejects, by callbacks': (answer) => ({
    then(resolve, reject) {
      resolve(answer());
      reject(new Error('late'));
      throw new Error('later');
    },
  }),
  'answers by callbacks at two times': (answer) => ({
    then(resolve, reject) {
      const value = answer();
      time.setTimeout(() => resolve(value), 10);
      time.setTimeout(() => reject(new Error('late')), 20);
    },
  }),
  'has callbacks that never come': () => ({ then() {} }),
  'has a then that throws': () => ({
    then() {
      throw new Error('of then');
    },
  }),
  'has a then that cannot be read': () => ({
    get then() {
      throw new Error('of the getter');
    },
  }),
  'has a promise with a then that throws': () =>
    Object.assign(Promise.resolve(), {
      then() {
        throw new Error('of then');
      },
    }),
  'has a promise with a then that does nothing': () => Object.assign(Promise.resolve(), { then() {} }),
  'has a promise with a then that calls everything': (answer) =>
    Object.assign(Promise.resolve(), {
      then(resolve, reject) {
        const value = answer();
        resolve(value);
        reject(new Error('no'));
        resolve(value);
      },
    }),
  'answers with a promise in a promise': (answer) => ({
    then: (resolve) => resolve({ then: (inner) => inner(answer()) }),
  }),
  'has a promise of another class': (answer) => class Strange extends Promise {}.resolve(answer()),
  'has a promise of a class that throws': () =>
    class Broken extends Promise {
      static get [Symbol.species]() {
        throw new Error('of the class');
      }
    }.resolve(),
  'is aborted badly': (answer, { signal }) => {
    signal.addEventListener('abort', () => signal.removeEventListener('abort', never));
    return answer();
  },
  ...Object.fromEntries(
    [undefined, null, true, 0, NaN, 1e308, 7n, '', 'text', '\ud800', [], {}, [[]], { status: 200 }, Symbol('s'), () => {}].map(
      (value) => [`answers ${inspect(value)}`, () => value],
    ),
  ),
  'answers a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  'answers something without a prototype': (answer) => Object.assign(Object.create(null), answer()),
  'answers something frozen': (answer) => Object.freeze(answer()),
  'answers a body of half characters': (answer) => (answer(), { status: 200, body: '{"Response":{"RequestId":"\ud800"}}' }),
  'answers a large body': (answer) => (answer(), { status: 200, body: `{"Response":{"X":"${'x'.repeat(2 ** 20)}","RequestId":"r"}}` }),
  'answers a deep body': () => ({ status: 200, body: '['.repeat(20_000) }),
};
const HARMLESS = /^(answers,|answers twice|answers and|answers by|has a promise with a then that calls|answers with|has a promise of another|is aborted|answers something)/;

test('whatever a transport does, a call settles, and is retried as its Action allows', async () => {
  for (const [name, misbehave] of Object.entries(TRANSPORTS)) {
    for (const isReading of [true, false]) {
      const cloud = new Cloud();
      let asked = 0;
      const client = new Client({
        accessToken: ACCESS_TOKEN,
        transport: ({ body }, about) => (asked++, misbehave(() => cloud.answer(JSON.parse(body)), about)),
      });
      const [outcome] = await time.settle(
        isReading ? client.appGetFamilySubDeviceList(LIST_PARAMS) : client.appCreateDeviceBindToken(),
      );
      if (HARMLESS.test(name)) {
        assert.equal(outcome.status, 'fulfilled', `${name}: ${inspect(outcome)}`);
        assert.ok(outcome.value.DeviceList || outcome.value.Token, name);
        assert.equal(asked, 1, name);
      } else if (outcome.status === 'rejected') {
        const { kind } = assertIotError(outcome.reason, { kind: /network|timeout|protocol/ }, name);
        assert.equal(asked, isReading && kind !== 'protocol' ? 3 : 1, name);
      } else assert.match(name, /large|half/);
      await drain();
    }
  }
});

test('whatever a transport does at any step of a flow, the flow settles, and binds at most once', async () => {
  for (const [kind, { run, bind }] of Object.entries(FLOWS)) {
    for (const action of kind === 'token' ? [CREATE, POLL, bind, GET] : [bind, GET]) {
      for (const [name, misbehave] of Object.entries(TRANSPORTS)) {
        for (const times of [1, Infinity]) {
          const where = `${kind}: a transport that ${name} at ${action}, ${times} times`;
          const cloud = new Cloud();
          let left = times;
          const client = new Client({
            accessToken: ACCESS_TOKEN,
            transport: ({ body }, about) => {
              const request = JSON.parse(body);
              const answer = () => cloud.answer(request);
              return request.Action === action && left-- > 0 ? misbehave(answer, about) : answer();
            },
          });
          const [{ status, value, reason }] = await time.settle(run(client, cloud, 'D'));
          assert.ok(cloud.binds <= 1, where);
          if (status === 'fulfilled') {
            assert.equal(cloud.binds, 1, where);
            assert.equal(value.confirmed, action !== GET || times === 1 || HARMLESS.test(name), where);
          } else {
            assertIotError(reason, {}, where);
            assert.ok(cloud.binds === 0 || reason.mayBeBound, where);
            if (HARMLESS.test(name)) assert.fail(`${where}: ${inspect(reason)}`);
          }
          await drain();
        }
      }
    }
  }
});

test('what answers at once needs no timer, and what does not has its time', async () => {
  /** How many timers are set meanwhile. */
  const timersOf = async (transport, outcome) => {
    const before = time.setTimeout(() => {});
    time.clearTimeout(before);
    const [{ status }] = await time.settle(new Client({ accessToken: ACCESS_TOKEN, transport }).appCreateDeviceBindToken());
    assert.equal(status, outcome);
    return time.setTimeout(() => {}) - before - 1;
  };
  const answer = { status: 200, body: '{"Response":{"Data":{"Token":"t"},"RequestId":"r"}}' };
  assert.equal(await timersOf(() => answer, 'fulfilled'), 0);
  assert.equal(await timersOf(async () => answer, 'fulfilled'), 0);
  assert.equal(await timersOf(() => time.sleep(5).then(() => answer), 'fulfilled'), 2);
  // Its time, and what a late answer is waited for.
  assert.equal(await timersOf(never, 'rejected'), 2);
  await drain();
});

test('a signal that is asked for when the attempt has been given up is aborted already, in a copy, too', async () => {
  let given;
  const client = new Client({ accessToken: ACCESS_TOKEN, transport: (request, about) => ((given = about), never()) });
  const controller = abortController();
  const call = client.appCreateDeviceBindToken({}, { signal: controller.signal });
  await time.turn();
  controller.abort();
  await time.settle(call);
  assert.equal({ ...given }.signal.aborted, true);
  assert.equal(given.signal, given.signal);
});

test('a renewal that never comes keeps no later call waiting, though a flow runs on', async () => {
  const cloud = new Cloud();
  let asked = 0;
  const client = new Client({
    transport: cloud.send,
    accessToken: () => {
      if (cloud.accessTokens.has(ACCESS_TOKEN)) return ACCESS_TOKEN;
      // The first call's own question and its renewal; the second call's.
      return [ACCESS_TOKEN, never(), ACCESS_TOKEN, 'the-access-token-2'][asked++];
    },
  });
  const controller = abortController();
  const flow = FLOWS.token.run(client, cloud, 'D', { sendToDevice: never, signal: controller.signal });
  await time.until(() => cloud.requests.length === 1);
  cloud.accessTokens = new Set(['the-access-token-2']);
  const [{ reason }] = await time.settle(client.appCreateDeviceBindToken());
  assertIotError(reason, { code: 'Timeout.Request' });
  await time.result(client.appCreateDeviceBindToken());
  assert.equal(asked, 4);
  controller.abort();
  const [ended] = await time.settle(flow);
  assertIotError(ended.reason, { kind: 'aborted' });
});

// ---- Functions of the caller's that misbehave ----

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const throwing = (...names) =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      names.map((name) => [
        name,
        {
          enumerable: true,
          get() {
            throw new Error(`of ${name}`);
          },
        },
      ]),
    ),
  );
const HUGE = 'x'.repeat(3 * 2 ** 20);
/** Throws whatever is asked of it, but for `then`: it is no promise. */
const unreadable = new Proxy(
  {},
  {
    get(target, name) {
      if (name !== 'then') throw new Error('no');
    },
    has: () => assert.fail('nobody asks'),
    ownKeys() {
      throw new Error('no');
    },
  },
);

/** What `sendToDevice` may give, and how the flow ends: `bound`, or the code. The device reports the token in any case. */
const REPLIES = [
  ...[undefined, null, true, false, 0, NaN, -1, 1e308, 7n, '', 'text', '\ud800', HUGE, [], {}, Symbol('s'), () => {}].map(
    (value) => [() => value, 'bound'],
  ),
  // Asked whether it is a promise, it throws.
  [revoked, 'Flow.SendToDeviceFailed'],
  [() => unreadable, 'bound'],
  [() => throwing('productId', 'deviceName'), 'bound'],
  [() => ({ productId: undefined, deviceName: null }), 'bound'],
  [() => ({ productId: '', deviceName: '' }), 'bound'],
  [() => ({ productId: 'P', deviceName: 'D', other: HUGE }), 'bound'],
  [() => Object.freeze(Object.assign(Object.create(null), { productId: 'P' })), 'bound'],
  [() => new Proxy({ productId: 'P', deviceName: 'D' }, {}), 'bound'],
  ...[5, 0, true, 7n, {}, [], Symbol('s'), () => 'P', '\ud800', 'D\udfff'].flatMap((value) => [
    [() => ({ productId: value }), 'Flow.SendToDeviceFailed'],
    [() => ({ deviceName: value }), 'Flow.SendToDeviceFailed'],
  ]),
  [() => ({ productId: 'P', deviceName: HUGE }), 'Flow.DeviceMismatch'],
  [() => ({ productId: 'Q', deviceName: 'D' }), 'Flow.DeviceMismatch'],
  [never, 'Timeout.Flow'],
  [() => ({ then() {} }), 'Timeout.Flow'],
  [() => Object.assign(Promise.resolve(), { then() {} }), 'Timeout.Flow'],
  [
    () => {
      throw HUGE;
    },
    'Flow.SendToDeviceFailed',
  ],
  [() => Promise.reject(unreadable), 'Flow.SendToDeviceFailed'],
  [() => Promise.reject(revoked()), 'Flow.SendToDeviceFailed'],
  [() => ({ then: (resolve, reject) => (reject(new Error('no')), resolve({})) }), 'Flow.SendToDeviceFailed'],
  [() => throwing('then'), 'Flow.SendToDeviceFailed'],
];

test('whatever sendToDevice gives, throws or leaves undone, the flow says what came of it', async () => {
  for (const [at, [reply, expected]] of REPLIES.entries()) {
    const cloud = new Cloud();
    const client = new Client({ accessToken: ACCESS_TOKEN, transport: cloud.send });
    const sendToDevice = (token) => {
      cloud.report(token, { productId: 'P', deviceName: 'D' });
      return reply();
    };
    const [{ status, value, reason }] = await time.settle(FLOWS.token.run(client, cloud, 'D', { sendToDevice }));
    const where = `reply ${at}, ${reply}`;
    if (expected === 'bound') {
      assert.equal(status, 'fulfilled', `${where}: ${inspect(reason)}`);
      assert.deepEqual([value.DeviceName, value.confirmed, cloud.device('D').binds], ['D', true, 1], where);
    } else {
      // Not with assertIotError: Node cannot show an error whose cause is a revoked proxy.
      assert.deepEqual([reason.name, reason.code, reason.mayBeBound], ['IotError', expected, undefined], where);
      assert.equal(cloud.binds, 0, where);
    }
  }
});

const SIGNED = { signature: 's', nonce: 'n', timestamp: 1 };

/** The same of `sign`. */
const SIGNATURES = [
  ...['s', '0', 'with "quotes" and \u0000', '签名'].map((value) => [() => value, 'bound']),
  [() => SIGNED, 'bound'],
  [() => Object.freeze({ ...SIGNED, timestamp: 7n }), 'bound'],
  [() => new Proxy({ ...SIGNED, timestamp: '1700000000' }, {}), 'bound'],
  ...[undefined, null, true, 0, NaN, 7n, '', '\ud800', [], {}, Symbol('s'), () => 's', ['s'], new String('s')].map(
    (value) => [() => value, 'Flow.SignFailed'],
  ),
  [revoked, 'Flow.SignFailed'],
  [() => unreadable, 'Flow.SignFailed'],
  ...['signature', 'nonce', 'timestamp'].flatMap((name) => [
    [() => Object.defineProperties({ ...SIGNED }, Object.getOwnPropertyDescriptors(throwing(name))), 'Flow.SignFailed'],
    ...[5.5, {}, [], true, '\udfff', Symbol('s'), null].map((value) => [
      () => ({ ...SIGNED, [name]: value }),
      'Flow.SignFailed',
    ]),
  ]),
  // More than a body may have.
  [() => HUGE, 'Flow.SignFailed'],
  [() => ({ ...SIGNED, nonce: HUGE }), 'Flow.SignFailed'],
  [never, 'Timeout.Flow'],
  [() => ({ then() {} }), 'Timeout.Flow'],
  [
    () => {
      throw unreadable;
    },
    'Flow.SignFailed',
  ],
  [() => Promise.reject(HUGE), 'Flow.SignFailed'],
  [() => throwing('then'), 'Flow.SignFailed'],
];

test('whatever sign gives, throws or leaves undone, that sub-device fails and the others are bound', async () => {
  for (const concurrency of [1, 4]) {
    const cloud = new Cloud();
    const client = new Client({ accessToken: ACCESS_TOKEN, transport: cloud.send });
    const subDevices = SIGNATURES.map((_, at) => ({ productId: 'P', deviceName: `D${at}`, at }));
    const results = await time.result(
      client.bindSubDevices({
        familyId: FAMILY_ID,
        gateway: GATEWAY,
        subDevices,
        concurrency,
        sign: ({ at }) => SIGNATURES[at][0](),
      }),
    );
    assert.equal(results.length, SIGNATURES.length);
    for (const [at, { ok, subDevice, device, error }] of results.entries()) {
      const [reply, expected] = SIGNATURES[at];
      const where = `signature ${at}, ${reply}: ${inspect(error)}`;
      assert.equal(subDevice.deviceName, `D${at}`);
      assert.equal(ok ? 'bound' : error.code, expected, where);
      if (ok) assert.deepEqual([device.DeviceName, device.confirmed], [`D${at}`, true], where);
      else assertIotError(error, { mayBeBound: undefined }, where);
      assert.equal(cloud.device(`D${at}`).binds, ok ? 1 : 0, where);
    }
  }
});

test('what the caller throws is handed on as it is, whatever it is, and shown by nothing of ours', async () => {
  for (const thrown of [unreadable, HUGE, throwing('message', 'name', 'stack', 'toJSON'), Symbol('s'), revoked()]) {
    const fail = () => Promise.reject(thrown);
    const cloud = new Cloud();
    const client = new Client({ accessToken: ACCESS_TOKEN, transport: cloud.send });
    const breaking = [
      FLOWS.token.run(client, cloud, 'D', { sendToDevice: fail }),
      FLOWS.gateway.run(client, cloud, 'D', { sign: fail }),
      new Client({ accessToken: fail }).appCreateDeviceBindToken(),
      new Client({ accessToken: ACCESS_TOKEN, transport: fail }).appCreateDeviceBindToken(),
    ];
    for (const [at, { reason }] of (await time.settle(...breaking)).entries()) {
      assert.ok(reason.cause === thrown, `number ${at}`);
      // What is shown of it is made without it.
      const json = JSON.stringify(reason);
      assert.ok(json.length < 1_000 && reason.message.length < 1_000 && reason.stack.length < 10_000, `number ${at}`);
    }
  }
});

test('parameters and options with getters that call back, or cancel, or free', async () => {
  for (const act of ['call', 'flow', 'free', 'abort', 'init']) {
    const cloud = new Cloud();
    const client = new Client({ accessToken: ACCESS_TOKEN, transport: cloud.send });
    const controller = abortController();
    let nested;
    const doAct = () => {
      if (act === 'call') nested = client.appCreateDeviceBindToken();
      else if (act === 'flow') nested = FLOWS.signature.run(client, cloud, 'N');
      else if (act === 'free') client.free();
      else if (act === 'abort') controller.abort();
      else nested = init();
    };
    const params = {
      get Sugar() {
        doAct();
        return 1;
      },
    };
    const [outcome] = await time.settle(
      client.call('AppAny', params, { untyped: true, requestId: 'r', signal: controller.signal }),
    );
    if (act === 'abort') assertIotError(outcome.reason, { kind: 'aborted' });
    else assert.equal(outcome.value?.RequestId, 'r', `${act}: ${inspect(outcome)}`);
    const [inner] = await time.settle(nested);
    assert.equal(inner.status, 'fulfilled', act);
    if (act !== 'abort') assert.deepEqual(cloud.requests.find(({ Action }) => Action === 'AppAny').Sugar, 1);
  }
});
