// A crash inside the module. One is made by letting an export of the instance throw what an engine throws.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertHides, rejected, settled, thrown } from './support/checks.mjs';
import { freshPackage } from './support/package.mjs';

const ACCESS_TOKEN = 'access-token-of-the-crash';
const PARAMS = { ProductId: 'P', FamilyId: 'f', DeviceName: 'D' };
const CRASHED = { kind: 'init', code: 'Init.Crashed', retryable: true, remedy: 'retry', message: /init\(\)/ };
const SUCCESS = { status: 200, body: '{"Response":{"RequestId":"r"}}' };

/**
 * A package whose loaded instance can be made to crash: from `crash(fault)` on, each export throws what `fault` makes.
 * The memory of each instance is kept, to be looked at afterwards.
 */
function breakable() {
  const own = freshPackage();
  const { instantiate } = WebAssembly;
  const memories = [];
  let fault;
  const init = async () => {
    WebAssembly.instantiate = async (...given) => {
      const result = await instantiate.apply(WebAssembly, given);
      const instance = result.instance ?? result;
      memories.push(instance.exports.memory);
      const exports = { ...instance.exports };
      const generation = memories.length;
      for (const [name, value] of Object.entries(exports)) {
        if (typeof value !== 'function') continue;
        exports[name] = (...all) => {
          if (fault && generation === fault.generation) throw fault.make();
          return value(...all);
        };
      }
      const broken = { exports };
      return result.instance ? { module: result.module, instance: broken } : broken;
    };
    try {
      await own.init();
    } finally {
      WebAssembly.instantiate = instantiate;
    }
  };
  const crash = (make) => {
    fault = { make, generation: memories.length };
  };
  return { ...own, init, crash, memories };
}

const FAULTS = {
  'a trap': () => new WebAssembly.RuntimeError('unreachable'),
  'an exhausted stack': () => new RangeError('Maximum call stack size exceeded'),
  'something strange': () => `a text with ${ACCESS_TOKEN}`,
  'nothing': () => undefined,
};

for (const [name, make] of Object.entries(FAULTS)) {
  test(`every pending promise rejects, and the next init() loads afresh: ${name}`, async () => {
    const { init, crash, Client, buildRequest, sign, memories } = breakable();
    await init();
    const never = () => new Promise(() => {});
    const client = new Client({ accessToken: ACCESS_TOKEN, transport: never });
    const other = new Client({ accessToken: ACCESS_TOKEN, transport: never });
    const pending = [
      client.appGetDeviceInFamily(PARAMS),
      client.call('AppCreateDeviceBindToken'),
      other.bindWithToken({ familyId: 'f', sendToDevice: never }),
      other.bindWithSignature({
        familyId: 'f',
        device: { ProductId: 'P', DeviceName: 'D', DeviceTimestamp: 1, Signature: 'a-signature-of-it' },
      }),
      other.bindSubDevices({
        familyId: 'f',
        gateway: { productId: 'G', deviceName: 'g' },
        subDevices: [{ productId: 'S', deviceName: 's' }],
        sign: never,
      }),
    ];
    // The rejections come while nobody listens yet.
    const outcomes = pending.map((promise) =>
      promise.then(
        () => undefined,
        (error) => error,
      ),
    );
    await sleep(20);
    crash(make);
    const direct = thrown(() => buildRequest('AppCreateDeviceBindToken', {}, { accessToken: ACCESS_TOKEN }), CRASHED);
    assertHides(direct, [ACCESS_TOKEN]);
    for (const [at, promise] of pending.entries()) {
      const error = await rejected(promise, CRASHED, `promise ${at}`);
      assertHides(error, [ACCESS_TOKEN], `promise ${at}`);
      assertHides([error.cause], [ACCESS_TOKEN], `promise ${at}`);
    }
    assert.ok((await settled(Promise.all(outcomes))).every(Boolean));
    // What a flow had sent may have had its effect; a call says which Action it was.
    assert.equal((await outcomes[0]).action, 'AppGetDeviceInFamily');
    assert.equal((await outcomes[3]).mayBeBound, true);

    // The instance is dropped, with what was in its memory.
    thrown(() => sign.nonce(), { kind: 'init', code: 'Init.NotReady' });
    assert.equal(memories.length, 1);
    assert.equal(Buffer.from(memories[0].buffer).includes(ACCESS_TOKEN), false);

    await init();
    assert.equal(memories.length, 2);
    assert.equal(sign.nonce().length, 5);
    const again = new Client({ accessToken: ACCESS_TOKEN, transport: async () => SUCCESS });
    assert.deepEqual(await again.appGetDeviceInFamily(PARAMS), { RequestId: 'r' });
  });
}

test('a client outlives a crash: its next call loads the module by itself', async () => {
  const { init, crash, Client, sign, memories } = breakable();
  await init();
  const client = new Client({ accessToken: ACCESS_TOKEN, transport: async () => SUCCESS });
  assert.deepEqual(await client.appGetDeviceInFamily(PARAMS), { RequestId: 'r' });
  crash(FAULTS['a trap']);
  await rejected(client.appGetDeviceInFamily(PARAMS), { ...CRASHED, action: 'AppGetDeviceInFamily' });
  assert.deepEqual(await client.appGetDeviceInFamily(PARAMS), { RequestId: 'r' });
  assert.equal(sign.nonce().length, 5);
  client.free();
  client.free();
  await rejected(client.appGetDeviceInFamily(PARAMS), { kind: 'init', code: 'Init.ClientFreed' });
  assert.equal(memories.length, 1, 'the second load went another way');
});

test('late answers and timers of a crashed instance do nothing', async () => {
  const { init, crash, Client, sign } = breakable();
  await init();
  let answer;
  const transport = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const client = new Client({ accessToken: ACCESS_TOKEN, transport, timeoutMs: 60, retries: 0 });
  const call = client.appGetDeviceInFamily(PARAMS);
  call.catch(() => {});
  await sleep(10);
  crash(FAULTS['a trap']);
  thrown(() => sign.nonce(), CRASHED);
  await rejected(call, CRASHED);
  const uncaught = [];
  const note = (error) => uncaught.push(error);
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  answer(SUCCESS);
  await sleep(120);
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
  assert.deepEqual(uncaught, []);
});

test('a crash while the engine is made is a failed call, not a hang', async () => {
  const { init, crash, Client } = breakable();
  await init();
  const client = new Client({ accessToken: ACCESS_TOKEN, transport: async () => SUCCESS });
  crash(FAULTS['a trap']);
  await rejected(client.bindWithToken({ familyId: 'f', sendToDevice: async () => {} }), {
    kind: 'init',
    code: 'Init.Crashed',
  });
  // The next instance works: it sees that the answer holds no token.
  await rejected(client.bindWithToken({ familyId: 'f', sendToDevice: async () => {} }), {
    kind: 'protocol',
    code: 'Protocol.BadField',
  });
});
