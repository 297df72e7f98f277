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
