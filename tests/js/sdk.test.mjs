// The official npm SDK, a client that has nothing to do with this package, binds against the sandbox in live style: what
// the sandbox says is what shipped clients understand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadOfficial } from './support/official.mjs';
import { freeDevices, startSandbox } from './support/sandbox.mjs';

const sandbox = await startSandbox({ envelope: 'live' });
const { accessToken, families } = sandbox.seed.users[0];
const { familyId } = families[0];

const { AppDevSdk } = loadOfficial();

async function signIn(token) {
  const sdk = new AppDevSdk({
    getAccessToken: async () => ({ Token: token }),
    apiUrl: `${sandbox.url}/api/exploreropen/`,
    apiPlatform: 'weapp',
    wsConfig: { connectWhenInit: false, connectWhenAppShow: false, autoReconnect: false },
    enableAccessTokenCache: false,
  });
  await sdk.init();
  return sdk;
}

test('the official SDK signs in and binds a device by token', async () => {
  await sandbox.reset('live');
  const sdk = await signIn(accessToken);
  assert.equal(sdk.isLogin, true);
  assert.equal(sdk.userId, sandbox.seed.users[0].userId);
  // `default` makes it ask for the families.
  const FamilyId = await sdk.getDefaultFamilyId();
  assert.equal(FamilyId, familyId);

  const [device] = await freeDevices(sandbox, 'wifi');
  const pair = { ProductId: device.productId, DeviceName: device.deviceName };
  const { Token } = await sdk.requestApi('AppCreateDeviceBindToken');
  assert.match(Token, /^[0-9a-zA-Z]{32}$/);
  assert.equal((await sdk.requestApi('AppGetDeviceBindTokenState', { Token })).State, 1);
  await sandbox.post('device/report-token', { token: Token, ...device });
  const { State, ProductId, DeviceName } = await sdk.requestApi('AppGetDeviceBindTokenState', { Token });
  assert.deepEqual({ State, ProductId, DeviceName }, { State: 2, ...pair });
  await sdk.requestApi('AppTokenBindDeviceFamily', { Token, ...pair, FamilyId: 'default', RoomId: '0' });
  const bound = await sdk.requestApi('AppGetDeviceInFamily', { ...pair, FamilyId });
  assert.deepEqual(
    [bound.DeviceId, bound.FamilyId, bound.RoomId],
    [`${device.productId}/${device.deviceName}`, familyId, '0'],
  );

  const known = await sandbox.device(device);
  assert.deepEqual([known.familyId, known.binds], [familyId, 1]);
  const log = await sandbox.log();
  assert.deepEqual(
    log.map((entry) => entry.action),
    [
      'AppGetUser',
      'AppGetFamilyList',
      'AppCreateDeviceBindToken',
      'AppGetDeviceBindTokenState',
      'AppGetDeviceBindTokenState',
      'AppTokenBindDeviceFamily',
      'AppGetDeviceInFamily',
    ],
  );
  // What live clients add beside the documented parameters, and in the URL.
  for (const { action, params, query, envelope, code } of log) {
    assert.equal(query.cmd, action);
    assert.deepEqual([params.RegionId, params.Platform, envelope, code], [1, 'weapp', 'live', undefined], action);
  }
});

test('the official SDK binds by a signature, naming the device in one parameter', async () => {
  await sandbox.reset('live');
  const sdk = await signIn(accessToken);
  const [device] = await freeDevices(sandbox, 'bluetooth');
  const { ProductId, DeviceName, ...signed } = await sandbox.post('device/sign', device);
  await sdk.requestApi('AppSigBindDeviceInFamily', {
    FamilyId: familyId,
    RoomId: '0',
    DeviceId: `${ProductId}/${DeviceName}`,
    ...signed,
  });
  const known = await sandbox.device(device);
  assert.deepEqual([known.familyId, known.binds], [familyId, 1]);
});

test('the official SDK understands what is refused', async () => {
  await sandbox.reset('live');
  const sdk = await signIn(accessToken);
  const [device] = await freeDevices(sandbox, 'wifi');
  await assert.rejects(
    sdk.requestApi('AppGetDeviceInFamily', {
      ProductId: device.productId,
      DeviceName: device.deviceName,
      FamilyId: familyId,
    }),
    (error) => error.code.startsWith('ResourceNotFound') && typeof error.msg === 'string' && error.msg !== '',
  );
  await assert.rejects(signIn('no-such-access-token'), (error) => /InvalidAccessToken|LOGIN/.test(error.code));
});
