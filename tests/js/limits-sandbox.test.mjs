// Many things at once, over the sandbox: calls, flows, and batches of hundreds of sub-devices with faults among them.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertIotError, rejected, settled } from './support/checks.mjs';
import { GATEWAY_BIND, TOKEN_BIND } from './support/cloud.mjs';
import { require } from './support/package.mjs';
import { freeDevices, startSandbox } from './support/sandbox.mjs';

const { init, Client, abortController } = require('iotexplorer-client');
await init();
const sandbox = await startSandbox();

/** What a batch may take on a slow machine. */
const BATCH_MS = 120_000;

let accessToken;
let familyId;
let client;

beforeEach(async () => {
  await sandbox.reset();
  const [user] = sandbox.seed.users;
  ({ accessToken } = user);
  ({ familyId } = user.families[0]);
  client = new Client({ accessToken, endpoint: sandbox.endpoint });
});

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

test('200 calls at once: each has its own answer, or its own error', async () => {
  const before = timers();
  const devices = await sandbox.get('devices');
  const { gateway, users } = sandbox.seed;
  const kinds = [
    (requestId) => [client.appGetDeviceInFamily({ ProductId: gateway.productId, DeviceName: gateway.deviceName, FamilyId: familyId }, { requestId }),
      (answer) => assert.equal(answer.DeviceId, `${gateway.productId}/${gateway.deviceName}`)],
    (requestId) => [client.appCreateDeviceBindToken({}, { requestId }), (answer) => assert.match(answer.Token, /^[0-9a-f]{32}$/)],
    (requestId) => [client.appGetFamilySubDeviceList({ GatewayProductId: gateway.productId, GatewayDeviceName: gateway.deviceName, Offset: 0, Limit: 50 }, { requestId }),
      (answer) => assert.deepEqual([answer.Total, answer.DeviceList], [0, []])],
    (requestId) => [client.call('AppGetUser', {}, { requestId, untyped: true }), (answer) => assert.equal(answer.UserId, users[0].userId)],
    (requestId, at) => {
      const { productId, deviceName } = devices[at % devices.length];
      const call = client.appGetDeviceInFamily({ ProductId: productId, DeviceName: deviceName, FamilyId: 'f-nobody' }, { requestId });
      return [call, undefined, { kind: 'api', code: 'ResourceNotFound' }];
    },
    (requestId) => [client.call('AppMakeCoffee', {}, { requestId, untyped: true }), undefined, { kind: 'api', code: 'InvalidAction' }],
  ];
  const calls = Array.from({ length: 200 }, (_, at) => kinds[at % kinds.length](`r-${at}`, at));
  const outcomes = await settled(Promise.allSettled(calls.map(([call]) => call)), BATCH_MS);
  const tokens = new Set();
  for (const [at, { value, reason }] of outcomes.entries()) {
    const [, isRight, error] = calls[at];
    if (error) {
      assertIotError(reason, { ...error, requestId: `r-${at}` }, `call ${at}`);
      continue;
    }
    assert.ok(value, `call ${at}: ${reason}`);
    assert.equal(value.RequestId, `r-${at}`);
    isRight(value);
    if (value.Token) tokens.add(value.Token);
  }
  assert.equal(tokens.size, calls.filter((_, at) => at % kinds.length === 1).length, 'no token twice');
  assert.equal((await sandbox.log()).length, 200);
  assert.equal(timers(), before);
});

test('two token flows at once: each device reports its own token; one that is cancelled leaves the other alone', async () => {
  for (const cancels of [false, true]) {
    await sandbox.reset();
    const before = timers();
    const devices = (await freeDevices(sandbox, 'wifi')).slice(0, 2);
    const controller = abortController();
    const tokens = [];
    const checkpoints = [[], []];
    const binding = [];
    const flows = devices.map((device, at) =>
      client.bindWithToken({
        familyId,
        pollIntervalMs: 20,
        signal: at === 0 ? controller.signal : undefined,
        onCheckpoint: (checkpoint) => checkpoints[at].push(checkpoint),
        onProgress: ({ step, deviceName }) => {
          if (step === 'binding') binding[at] = deviceName;
        },
        sendToDevice: async (token) => {
          tokens[at] = token;
          // The second one is the first to report.
          await sleep(at === 0 ? 60 : 0);
          if (cancels && at === 0) controller.abort();
          return sandbox.post('device/report-token', { token, ...device });
        },
      }),
    );
    const [first, second] = await settled(Promise.allSettled(flows));
    if (cancels) assertIotError(first.reason, { kind: 'aborted', mayBeBound: undefined });
    else assert.equal(first.value.DeviceName, devices[0].deviceName);
    assert.equal(second.value.DeviceName, devices[1].deviceName);
    for (const [at, device] of devices.entries()) {
      const isBound = at === 1 || !cancels;
      assert.equal((await sandbox.device(device)).binds, isBound ? 1 : 0);
      assert.equal(binding[at], isBound ? device.deviceName : undefined);
      assert.ok(checkpoints[at].every((checkpoint) => !checkpoint.includes(tokens[1 - at])), 'whose token it holds');
    }
    const binds = (await sandbox.log()).filter(({ action }) => action === TOKEN_BIND);
    assert.equal(new Set(binds.map(({ params }) => params.Token)).size, cancels ? 1 : 2);
    assert.equal(timers(), before);
  }
});

// ---- Batches ----

/** Numbers that look random and are the same each time: mulberry32. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What goes wrong with a bind, and what the sub-device's result is then: bound, or this code. */
const FAULTS = [
  [{ kind: 'drop-before' }],
  [{ kind: 'drop-after' }],
  [{ kind: 'status', status: 503 }],
  [{ kind: 'status-after', status: 500 }],
  [{ kind: 'html' }],
  [{ kind: 'html-after' }],
  [{ kind: 'too-many' }],
  [{ kind: 'truncated' }],
  [{ kind: 'empty' }],
  [{ kind: 'duplicate' }],
  [{ kind: 'wrong-request-id' }],
  [{ kind: 'error', code: 'InternalError' }],
  [{ kind: 'error-after', code: 'InternalError.InternalRPCError' }],
  [{ kind: 'error', code: 'LimitExceeded.FamilyDeviceExceedLimit' }, 'LimitExceeded.FamilyDeviceExceedLimit'],
  [{ kind: 'error', code: 'InvalidParameterValue.BindDeviceSigMismatch' }, 'InvalidParameterValue.BindDeviceSigMismatch'],
];

/** Arranges faults for one in twenty binds of so many, each kind at least once; says how many. */
async function arrangeFaults(count, random) {
  const at = new Set();
  while (at.size < count / 20) at.add(Math.floor(random() * count));
  // A fault counts the binds that no earlier one has hit.
  for (const [number, place] of [...at].sort((one, other) => one - other).entries()) {
    const [what] = FAULTS[number % FAULTS.length];
    await sandbox.post('fault', { action: GATEWAY_BIND, message: 'no', ...what, skip: place - number });
  }
  return at.size;
}

const COUNT = 500;

for (const [concurrency, style] of [
  [1, 'documented'],
  [4, 'live'],
  [32, 'documented'],
]) {
  test(`a batch of ${COUNT} sub-devices, ${concurrency} at a time, with a fault at one bind in twenty`, async () => {
    await sandbox.reset(style);
    const before = timers();
    const random = dice(concurrency);
    const { devices } = await sandbox.post('devices', { kind: 'sub', count: COUNT });
    await sandbox.post('family', { familyId, deviceLimit: COUNT + 100 });
    const faults = await arrangeFaults(COUNT, random);
    // In no order in particular; and the server that signs fails for one in fifty.
    const subDevices = devices.map((device) => ({ ...device, order: random() })).sort((one, other) => one.order - other.order);
    const unsigned = new Set(subDevices.filter((_, at) => at % 50 === 49).map(({ deviceName }) => deviceName));
    const inTheAir = new Set();
    let most = 0;
    // The first of them wait for each other, so that as many binds as may be in the air at once really are.
    let waiting = 0;
    let goOn;
    const all = new Promise((resolve) => {
      goOn = resolve;
    });
    const own = new Client({
      accessToken,
      endpoint: sandbox.endpoint,
      onEvent: ({ type, action, requestId }) => {
        if (action !== GATEWAY_BIND) return;
        if (type === 'request') inTheAir.add(requestId);
        else inTheAir.delete(requestId);
        most = Math.max(most, inTheAir.size);
      },
    });
    const results = await settled(
      own.bindSubDevices({
        gateway: sandbox.seed.gateway,
        familyId,
        subDevices,
        concurrency,
        sign: async ({ productId, deviceName }, { nonce, timestamp }) => {
          const { signature } = await sandbox.post('sign', { productId, deviceName, nonce, timestamp });
          if (++waiting === concurrency) goOn();
          await all;
          if (unsigned.has(deviceName)) throw new Error(`no signature for ${deviceName}`);
          return signature;
        },
      }),
      BATCH_MS,
    );

    assert.deepEqual(results.map(({ subDevice }) => subDevice), subDevices, 'in input order');
    assert.equal(most, concurrency, 'binds in the air');
    assert.equal(inTheAir.size, 0);
    // What the cloud knows: what hit whose binds, and who is bound.
    const log = await sandbox.log();
    const hits = new Map();
    for (const { action, fault, code, params } of log) {
      if (action !== GATEWAY_BIND || !fault) continue;
      hits.set(params.DeviceName, [...(hits.get(params.DeviceName) ?? []), [fault, code]]);
    }
    assert.equal([...hits.values()].flat().length, faults, 'every fault has hit');
    const known = new Map((await sandbox.get('devices')).map((one) => [one.deviceName, one]));
    let [bound, refused] = [0, 0];
    for (const { ok, subDevice, device, error } of results) {
      const { deviceName } = subDevice;
      const hit = hits.get(deviceName) ?? [];
      const refusal = FAULTS.find(([what, code]) => code && hit.some(([kind, own]) => kind === what.kind && own === code));
      const { binds, familyId: family } = known.get(deviceName);
      const where = `${deviceName}, ${JSON.stringify(hit)}`;
      assert.ok(binds <= 1, `${where}: bound twice`);
      if (unsigned.has(deviceName)) {
        const { cause } = assertIotError(error, { code: 'Flow.SignFailed', mayBeBound: undefined }, where);
        assert.equal(cause.message, `no signature for ${deviceName}`);
      } else if (refusal) {
        refused++;
        assertIotError(error, { kind: 'api', code: refusal[1], action: GATEWAY_BIND, mayBeBound: undefined }, where);
      } else {
        bound++;
        assert.ok(ok, `${where}: ${error}`);
        assert.deepEqual([device.DeviceName, device.confirmed], [deviceName, true], where);
      }
      assert.deepEqual([binds, family], ok ? [1, familyId] : [0, undefined], where);
    }
    assert.ok(refused >= 2 && unsigned.size === 10);
    assert.equal(bound + refused + unsigned.size, COUNT);
    assert.equal(timers(), before);
  });
}

test('a batch of hundreds that is cancelled in the middle: what it began is known, and nothing is bound twice', async () => {
  const before = timers();
  const { devices } = await sandbox.post('devices', { kind: 'sub', count: 300 });
  await sandbox.post('family', { familyId, deviceLimit: 400 });
  const controller = abortController();
  const sign = async ({ productId, deviceName }, { nonce, timestamp }) =>
    (await sandbox.post('sign', { productId, deviceName, nonce, timestamp })).signature;
  const options = { gateway: sandbox.seed.gateway, familyId, subDevices: devices, concurrency: 8, sign };
  let begun = 0;
  await rejected(
    client.bindSubDevices({
      ...options,
      signal: controller.signal,
      onProgress: ({ step }) => {
        if (step === 'confirmed' && ++begun === 100) controller.abort();
      },
    }),
    { kind: 'aborted', mayBeBound: true },
  );
  const asked = (await sandbox.log()).length;
  await sleep(100);
  assert.equal((await sandbox.log()).length, asked, 'nothing is begun afterwards');
  // The same again binds the rest.
  const results = await settled(client.bindSubDevices(options), BATCH_MS);
  assert.ok(results.every(({ ok }) => ok));
  const known = (await sandbox.get('devices')).filter(({ deviceName }) => deviceName.includes('extra'));
  assert.deepEqual([known.length, known.filter(({ binds }) => binds === 1).length], [300, 300]);
  assert.equal(timers(), before);
});
