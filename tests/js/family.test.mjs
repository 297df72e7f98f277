// `FamilyId: 'default'`: the user's first family, found once for whoever asks, and anew for another user.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertHides, rejected, settled } from './support/checks.mjs';
import { freshPackage, require } from './support/package.mjs';
import { startSandbox } from './support/sandbox.mjs';

const { Client, init, buildRequest } = require('iotexplorer-client');
await init();

const LIST = 'AppGetFamilyList';
const CREATE = 'AppCreateFamily';
const ROOMS = 'AppGetRoomList';
const DEFAULT = { FamilyId: 'default' };
const NO_FAMILY = { kind: 'parameter', code: 'Parameter.NoFamily', parameter: 'FamilyId', remedy: 'fix-input' };

/** A cloud where users have families: access token → ids. It keeps what it was asked, and answers as slowly as `delayMs`. */
function cloud(families) {
  const world = { families, asked: [], delayMs: 1, lost: [], refuse: {} };
  const of = ({ AccessToken }) => world.families[AccessToken];
  const done = (request) => {
    const { Action, FamilyId, Offset, Limit } = request;
    const own = of(request);
    if (!own) return { Error: { Code: 'InvalidParameterValue.InvalidAccessToken', Message: 'no' } };
    if (world.refuse[Action]) return { Error: { Code: world.refuse[Action], Message: 'no' } };
    if (Action === LIST) {
      const list = own.slice(Offset, Offset + Limit).map((id) => ({ FamilyId: id, Name: id }));
      return { Total: own.length, FamilyList: list };
    }
    if (Action === CREATE) {
      own.push(`made-${own.length}`);
      return { Data: { FamilyId: own.at(-1) } };
    }
    if (FamilyId && !own.includes(FamilyId)) {
      return { Error: { Code: 'ResourceNotFound.StudioFamilyNotExist', Message: 'no' } };
    }
    if (/DeleteFamily|ExitFamily/.test(Action)) own.splice(own.indexOf(FamilyId), 1);
    return {};
  };
  world.transport = async ({ body }, { signal }) => {
    const request = JSON.parse(body);
    world.asked.push(request);
    await new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, world.delayMs);
      signal.addEventListener('abort', () => (clearTimeout(timer), reject(new Error('aborted'))));
    });
    const Response = { RequestId: request.RequestId, ...done(request) };
    const lost = world.lost.indexOf(request.Action);
    if (lost >= 0) {
      world.lost.splice(lost, 1);
      throw new Error('the answer is lost');
    }
    return { status: 200, body: JSON.stringify({ Response }) };
  };
  world.client = (options) => new Client({ accessToken: 'token-1', transport: world.transport, retries: 0, ...options });
  world.actions = () => world.asked.map(({ Action }) => Action);
  world.count = (action) => world.actions().filter((one) => one === action).length;
  /** The families that calls were made for, other than those that look for one. */
  world.used = () => world.asked.filter(({ Action }) => !/^App(GetFamilyList|CreateFamily)$/.test(Action)).map(({ FamilyId }) => FamilyId);
  return world;
}

test('it is the first family, looked up once and remembered', async () => {
  const world = cloud({ 'token-1': ['f1', 'f2'] });
  const client = world.client();
  await client.appGetRoomList(DEFAULT);
  await client.call(ROOMS, DEFAULT, { requestId: 'mine' });
  await client.call('AppNobodyKnows', DEFAULT, { untyped: true });
  assert.deepEqual(world.actions(), [LIST, ROOMS, ROOMS, 'AppNobodyKnows']);
  assert.deepEqual(world.used(), ['f1', 'f1', 'f1']);
  assert.equal(world.asked[2].RequestId, 'mine');
  // What the caller handed in is not written to, and other families are left alone.
  assert.deepEqual(DEFAULT, { FamilyId: 'default' });
  await client.appGetRoomList(Object.freeze({ FamilyId: 'f2' }));
  await client.appGetRoomList(Object.freeze({ FamilyId: 'default', Offset: 0 }));
  await client.appGetRoomList();
  assert.deepEqual(world.used().slice(3), ['f2', 'f1', undefined]);
  assert.equal(world.count(LIST), 1);
});

test('calls that run beside each other share one look', async () => {
  const world = cloud({ 'token-1': ['f1'] });
  const client = world.client();
  await settled(Promise.all(Array.from({ length: 20 }, () => client.appGetRoomList(DEFAULT))));
  assert.equal(world.count(LIST), 1);
  assert.deepEqual(new Set(world.used()), new Set(['f1']));
  // Another client knows nothing of it.
  await world.client().appGetRoomList(DEFAULT);
  assert.equal(world.count(LIST), 2);
});

test('a failure is not remembered', async () => {
  const world = cloud({ 'token-1': ['f1'] });
  const client = world.client();
  world.lost = [LIST];
  const both = await Promise.allSettled([client.appGetRoomList(DEFAULT), client.appGetRoomList(DEFAULT)]);
  assert.deepEqual(both.map(({ status, reason }) => [status, reason.code, reason.action]), [
    ['rejected', 'Network.Failed', LIST],
    ['rejected', 'Network.Failed', LIST],
  ]);
  await client.appGetRoomList(DEFAULT);
  assert.deepEqual(world.actions(), [LIST, LIST, ROOMS]);
});

test('no family is an error, which is not remembered either', async () => {
  const world = cloud({ 'token-1': [] });
  const client = world.client();
  const error = await rejected(client.appGetRoomList(DEFAULT), NO_FAMILY);
  assert.match(error.describe('en'), /no family.*createFamily/);
  assert.match(error.describe('zh'), /家庭.*createFamily/);
  await rejected(client.bindWithToken({ familyId: 'default', sendToDevice: () => {} }), NO_FAMILY);
  world.families['token-1'].push('f1');
  await client.appGetRoomList(DEFAULT);
  assert.deepEqual(world.used(), ['f1']);
  assert.equal(world.count(CREATE), 0);
});

test('createFamily makes one where there is none, and only one', async () => {
  const world = cloud({ 'token-1': [] });
  const client = world.client({ createFamily: true });
  await settled(Promise.all(Array.from({ length: 10 }, () => client.appGetRoomList(DEFAULT))));
  await client.appGetRoomList(DEFAULT);
  assert.deepEqual(world.actions().slice(0, 3), [LIST, CREATE, LIST]);
  assert.deepEqual([world.count(CREATE), world.count(LIST), world.used().length], [1, 2, 11]);
  assert.deepEqual(new Set(world.used()), new Set(['made-0']));
  const { Name, Address } = world.asked[1];
  assert.ok(Name && Address);
  // Where there is one, none is made.
  const other = cloud({ 'token-1': ['f1'] });
  await other.client({ createFamily: true }).appGetRoomList(DEFAULT);
  assert.deepEqual(other.actions(), [LIST, ROOMS]);
  assert.throws(() => world.client({ createFamily: 'yes' }), { code: 'Parameter.WrongType', parameter: 'createFamily' });
});

test('a lost answer makes no second family', async () => {
  const world = cloud({ 'token-1': [] });
  const client = world.client({ createFamily: true });
  world.lost = [CREATE];
  await client.appGetRoomList(DEFAULT);
  assert.deepEqual(world.actions(), [LIST, CREATE, LIST, ROOMS]);
  // Nor does one of the look that follows.
  const other = cloud({ 'token-1': [] });
  const again = other.client({ createFamily: true });
  let looks = 0;
  const { transport } = other;
  const failing = again && other.client({
    createFamily: true,
    transport: async (request, about) => {
      if (request.body.includes(LIST) && ++looks === 2) throw new Error('down');
      return transport(request, about);
    },
  });
  await rejected(failing.appGetRoomList(DEFAULT), { code: 'Network.Failed', action: LIST });
  await failing.appGetRoomList(DEFAULT);
  assert.equal(other.count(CREATE), 1);
  // A refusal is handed on.
  const refusing = cloud({ 'token-1': [] });
  refusing.refuse = { [CREATE]: 'LimitExceeded' };
  await rejected(refusing.client({ createFamily: true }).appGetRoomList(DEFAULT), { code: 'LimitExceeded', action: CREATE });
});

test('a list that does not show the new family yet is not needed', async () => {
  const world = cloud({ 'token-1': [] });
  const { transport } = world;
  const slow = async (request, about) =>
    request.body.includes(LIST)
      ? { status: 200, body: '{"Response":{"RequestId":"r","Total":0,"FamilyList":null}}' }
      : transport(request, about);
  await world.client({ createFamily: true, transport: slow }).appGetRoomList(DEFAULT);
  assert.deepEqual(world.used(), ['made-0']);
});

test('another user has another family', async () => {
  const world = cloud({ 'token-1': ['f1'], 'token-2': ['f2'] });
  let accessToken = 'token-1';
  const client = world.client({ accessToken: async () => accessToken });
  await client.appGetRoomList(DEFAULT);
  await client.appGetRoomList(DEFAULT);
  assert.equal(world.count(LIST), 1);
  accessToken = 'token-2';
  await settled(Promise.all([client.appGetRoomList(DEFAULT), client.appGetRoomList(DEFAULT)]));
  assert.deepEqual(world.used(), ['f1', 'f1', 'f2', 'f2']);
  assert.equal(world.count(LIST), 2);
  accessToken = 'token-1';
  await client.appGetRoomList(DEFAULT);
  assert.deepEqual(world.used().slice(4), ['f1']);
});

test('a user who signs in between the look and the call is not given the family of the other one', async () => {
  const world = cloud({ 'token-1': ['shared', 'x'], 'token-2': ['f2', 'shared'] });
  let asked = 0;
  const client = world.client({ accessToken: () => (asked++ ? 'token-2' : 'token-1') });
  await client.appGetRoomList(DEFAULT);
  assert.deepEqual(world.asked.map(({ Action, AccessToken, FamilyId }) => [Action, AccessToken, FamilyId]), [
    [LIST, 'token-1', undefined],
    [LIST, 'token-2', undefined],
    [ROOMS, 'token-2', 'f2'],
  ]);
});

test('tokens that are new each time end in a call, too', async () => {
  const families = new Proxy({}, { get: () => ['f1'] });
  const world = cloud(families);
  let asked = 0;
  const client = world.client({ accessToken: () => `token-${asked++}` });
  await settled(client.appGetRoomList(DEFAULT));
  await settled(client.appGetRoomList(DEFAULT));
  assert.deepEqual(world.used(), ['f1', 'f1']);
  assert.ok(world.asked.length <= 6, world.actions().join());
});

test('a renewed token is another one', async () => {
  const world = cloud({ 'token-1': ['f1'], 'token-2': ['f2'] });
  let accessToken = 'token-1';
  const client = world.client({ accessToken: () => accessToken });
  await client.appGetRoomList(DEFAULT);
  delete world.families['token-1'];
  const renewing = client.appGetRoomList(DEFAULT);
  await sleep(0);
  accessToken = 'token-2';
  await settled(renewing);
  assert.deepEqual(world.used().at(-1), 'f2');
  assert.equal(world.asked.at(-1).AccessToken, 'token-2');
});

test('what a broken token function says is said of the look', async () => {
  const world = cloud({});
  for (const accessToken of [() => Promise.reject(new Error('no')), () => '', () => undefined]) {
    const error = { kind: 'parameter', code: 'Parameter.AccessTokenFailed' };
    await rejected(world.client({ accessToken }).appGetRoomList(DEFAULT), error);
  }
  const never = world.client({ accessToken: () => new Promise(() => {}), timeoutMs: 20 });
  await rejected(never.appGetRoomList(DEFAULT), { kind: 'timeout' });
  await rejected(world.client().appGetRoomList(DEFAULT), { code: 'InvalidParameterValue.InvalidAccessToken' });
  assert.deepEqual(world.used(), []);
});

test('a family that is gone is forgotten', async () => {
  const world = cloud({ 'token-1': ['f1', 'f2'] });
  const client = world.client();
  await client.appGetRoomList(DEFAULT);
  world.families['token-1'].shift();
  await rejected(client.appGetRoomList(DEFAULT), { code: 'ResourceNotFound.StudioFamilyNotExist' });
  await client.appGetRoomList(DEFAULT);
  assert.deepEqual(world.used(), ['f1', 'f1', 'f2']);
  // At once, where the client itself has done away with it.
  await client.appDeleteFamily({ FamilyId: 'default', Name: 'n' });
  world.families['token-1'].push('f3');
  await client.appGetRoomList(DEFAULT);
  assert.deepEqual(world.used().slice(3), ['f2', 'f3']);
});

test('who cancels waits no longer, and nobody else is cancelled', async () => {
  const world = cloud({ 'token-1': ['f1'] });
  world.delayMs = 30;
  const client = world.client();
  const [one, other] = [new AbortController(), new AbortController()];
  const first = client.appGetRoomList(DEFAULT, { signal: one.signal });
  const second = client.appGetRoomList(DEFAULT, { signal: other.signal });
  const third = client.appGetRoomList(DEFAULT);
  await sleep(5);
  const aborted = { kind: 'aborted', code: 'Aborted.BySignal', action: ROOMS };
  other.abort();
  await rejected(second, aborted);
  one.abort();
  await rejected(first, { kind: 'aborted' });
  await settled(third);
  assert.deepEqual(world.used(), ['f1']);
  // Alone, it leaves nothing behind.
  const last = new AbortController();
  const alone = world.client().appGetRoomList(DEFAULT, { signal: last.signal });
  await sleep(5);
  last.abort();
  await rejected(alone, { kind: 'aborted' });
  await sleep(1);
  assert.deepEqual(process.getActiveResourcesInfo().filter((name) => name === 'Timeout'), []);
  await rejected(client.appGetRoomList(DEFAULT, { signal: AbortSignal.abort() }), { kind: 'aborted' });
});

test('who cancels while a family is made makes no second one', async () => {
  const world = cloud({ 'token-1': [] });
  world.delayMs = 10;
  const client = world.client({ createFamily: true });
  const controller = new AbortController();
  const first = client.appGetRoomList(DEFAULT, { signal: controller.signal });
  const second = client.appGetRoomList(DEFAULT);
  while (!world.count(CREATE)) await sleep(1);
  controller.abort();
  await rejected(first, { kind: 'aborted', action: ROOMS });
  await settled(second);
  assert.equal(world.count(CREATE), 1);
  assert.deepEqual(world.used(), ['made-0']);
});

test('nor who cancels while the list is asked for the new one, which it does not show yet', async () => {
  const world = cloud({ 'token-1': [] });
  world.delayMs = 10;
  const empty = '{"Response":{"RequestId":"r","Total":0,"FamilyList":[]}}';
  const transport = async (request, about) => {
    const answer = await world.transport(request, about);
    return request.body.includes(LIST) ? { ...answer, body: empty } : answer;
  };
  const client = world.client({ createFamily: true, transport });
  const controller = new AbortController();
  const first = client.appGetRoomList(DEFAULT, { signal: controller.signal });
  const second = client.appGetRoomList(DEFAULT);
  while (world.count(LIST) < 2) await sleep(1);
  controller.abort();
  await rejected(first, { kind: 'aborted', action: ROOMS });
  await settled(second);
  assert.equal(world.count(CREATE), 1);
  assert.deepEqual(world.used(), ['made-0']);
});

test('the look is told of like any other call, and shares time and retries', async () => {
  const world = cloud({ 'token-1': ['f1'] });
  const events = [];
  const limits = [];
  const { transport } = world;
  const client = world.client({
    retries: 1,
    onEvent: (event) => events.push(event),
    transport: (request, about) => (limits.push(about.timeoutMs), transport(request, about)),
  });
  world.lost = [LIST];
  await client.appGetRoomList(DEFAULT, { timeoutMs: 3_000 });
  assert.deepEqual(events.map(({ type, action }) => [type, action]), [
    ['request', LIST],
    ['response', LIST],
    ['retry', LIST],
    ['request', LIST],
    ['response', LIST],
    ['request', ROOMS],
    ['response', ROOMS],
  ]);
  assert.ok(limits.every((ms) => ms <= 3_000 && ms > 2_000), limits.join());
  assertHides(events, ['token-1']);
});

test('the look for a flow takes no longer than a request, nor than the flow', async () => {
  const transport = () => new Promise(() => {});
  for (const [timeoutMs, flowMs] of [[20, 60_000], [60_000, 20]]) {
    const client = new Client({ accessToken: 'token-1', transport, timeoutMs, retries: 0 });
    const flow = client.bindWithToken({ familyId: 'default', sendToDevice: () => {}, timeoutMs: flowMs });
    await rejected(flow, { kind: 'timeout', action: LIST });
  }
});

test('flows know it too', async () => {
  const world = cloud({ 'token-1': ['f1'] });
  const client = world.client({ timeoutMs: 5_000 });
  const device = { ProductId: 'P', DeviceName: 'd', DeviceTimestamp: 1, Signature: 'the-signature' };
  await client.bindWithSignature({ familyId: 'default', device, timeoutMs: 200, pollIntervalMs: 20 }).catch(() => {});
  await client.bindWithToken({ familyId: 'default', sendToDevice: () => {}, timeoutMs: 50 }).catch(() => {});
  const pair = { productId: 'P', deviceName: 'd' };
  const subDevices = [pair, { ...pair, deviceName: 'e' }];
  await client.bindSubDevices({ familyId: 'default', gateway: pair, subDevices, sign: () => 's', timeoutMs: 50 });
  const families = world.asked.filter(({ FamilyId }) => FamilyId).map(({ Action, FamilyId }) => `${Action} ${FamilyId}`);
  assert.ok(families.includes('AppSigBindDeviceInFamily f1') && families.includes('AppGetDeviceInFamily f1'));
  assert.deepEqual(families.filter((text) => !/ f1$/.test(text)), []);
  assert.equal(world.count(LIST), 1);
});

test('a flow of another user binds nothing to the former family', async () => {
  const world = cloud({ 'token-1': ['f1'], 'token-2': ['f2', 'f1'] });
  let accessToken = 'token-1';
  const client = world.client({ accessToken: () => accessToken });
  await client.appGetRoomList(DEFAULT);
  accessToken = 'token-2';
  const device = { ProductId: 'P', DeviceName: 'd', DeviceTimestamp: 1, Signature: 'the-signature' };
  await client.bindWithSignature({ familyId: 'default', device, timeoutMs: 100, pollIntervalMs: 20 }).catch(() => {});
  const binds = world.asked.filter(({ Action }) => Action === 'AppSigBindDeviceInFamily');
  assert.ok(binds.length > 0 && binds.every(({ FamilyId }) => FamilyId === 'f2'));
});

test('lists know it too, and it is for clients alone', async () => {
  const world = cloud({ 'token-1': ['f1'] });
  for await (const _ of world.client().all(ROOMS, DEFAULT)) assert.fail('there are none');
  assert.deepEqual(world.used(), ['f1']);
  const { body } = buildRequest(ROOMS, DEFAULT, { accessToken: 'token-1' });
  assert.equal(JSON.parse(body).FamilyId, 'default');
});

test('the module is loaded if need be; what was handed in may change, and may be broken', async () => {
  const world = cloud({ 'token-1': ['f1'] });
  const fresh = freshPackage();
  const client = new fresh.Client({ accessToken: 'token-1', transport: world.transport });
  for (const _ of [0, 1]) {
    const params = { FamilyId: 'default', Offset: 0 };
    const call = client.appGetRoomList(params);
    params.FamilyId = 'other';
    params.Offset = 7;
    await call;
  }
  assert.deepEqual(world.used(), ['f1', 'f1']);
  assert.deepEqual(world.asked.map(({ Offset }) => Offset), [0, 0, 0]);
  const unreadable = { kind: 'parameter', code: 'Parameter.Unreadable', action: ROOMS };
  for (const name of ['FamilyId', 'Offset']) {
    const params = Object.defineProperty({ FamilyId: 'default' }, name, {
      enumerable: true,
      get() {
        throw new Error('no');
      },
    });
    await rejected(client.appGetRoomList(params), { ...unreadable, parameter: name });
  }
  assert.equal(world.asked.length, 3);
});

test('the default family of the sandbox', async () => {
  const sandbox = await startSandbox();
  const { accessToken, families } = sandbox.seed.users[0];
  const { gateway } = sandbox.seed;
  const client = new Client({ accessToken, endpoint: sandbox.endpoint });
  const names = { ProductId: gateway.productId, DeviceName: gateway.deviceName };
  const device = await client.appGetDeviceInFamily({ ...names, FamilyId: 'default' });
  assert.equal(device.FamilyId, families[0].familyId);
  await client.appGetDeviceInFamily({ ...names, FamilyId: 'default' });
  assert.deepEqual((await sandbox.log()).map(({ action }) => action).sort(), [
    'AppGetDeviceInFamily',
    'AppGetDeviceInFamily',
    LIST,
  ]);
});
