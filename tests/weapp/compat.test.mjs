// `iotexplorer-client/compat` in a mini-program: what "build npm" makes of it, in a runtime with as little in it as the least of them.

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../js/support/package.mjs';
import { settled } from '../js/support/checks.mjs';
import { freeDevices, startSandbox } from '../js/support/sandbox.mjs';
import { addCompat, buildNpm, buildProject, temporary } from './support/project.mjs';
import { startWeChat } from './support/wechat.mjs';

const root = await buildProject();
addCompat(root);
const sandbox = await startSandbox({ envelope: 'live' });
const apiUrl = `${sandbox.url}/api/exploreropen/`;
const KEY = '__qcloud-iotexplorer-appdev-sdk-accessToken';

/** A mini-program with the entry loaded, and what it keeps on the device; `slow` is how long writing takes. */
async function start({ slow = 0 } = {}) {
  const { users } = await sandbox.reset('live');
  const state = {};
  const host = startWeChat(root, { state });
  const stored = new Map();
  const after = (ms, work) => setTimeout(work, ms);
  Object.assign(host.context.wx, {
    getStorage: ({ key, success, fail }) =>
      after(0, () => (stored.has(key) ? success({ data: stored.get(key) }) : fail({ errMsg: 'getStorage:fail data not found' }))),
    setStorage: ({ key, data, success }) => after(slow, () => (stored.set(key, data), success({ errMsg: 'setStorage:ok' }))),
    removeStorage: ({ key, success }) => after(0, () => (stored.delete(key), success({ errMsg: 'removeStorage:ok' }))),
    login: ({ success }) => after(0, () => success({ code: 'js-code' })),
  });
  const compat = host.require('iotexplorer-client/compat');
  const [{ accessToken, userId, families }] = users;
  const app = { asked: 0 };
  const sdk = new compat.AppDevSdk({ apiUrl, getAccessToken: async () => (app.asked++, { Token: accessToken }) });
  return { host, state, stored, compat, sdk, app, accessToken, userId, familyId: families[0].familyId };
}

test('it shares the package with its main file', async () => {
  const { host, compat, sdk } = await start();
  assert.equal(compat.default, compat.AppDevSdk);
  const { IotError } = host.require('iotexplorer-client');
  await sdk.init();
  const error = await settled(sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'f-none' })).catch((reason) => reason);
  assert.equal(error.code, 'InvalidParameterValue');
  assert.ok(error.error instanceof IotError);
  assert.deepEqual({ ...compat.envDetect }, { isMiniProgram: true, isBrowser: false, isNode: false, isRN: false, isIOS: false, isAndroid: true });
});

test('signs in, keeps the token, binds a device by token, through wx.request', async () => {
  const { host, state, stored, compat, sdk, app, accessToken, userId, familyId } = await start();
  await sdk.init();
  assert.deepEqual([sdk.userId, app.asked, stored.get(KEY)], [userId, 1, accessToken]);
  const [device] = await freeDevices(sandbox, 'wifi');
  const pair = { ProductId: device.productId, DeviceName: device.deviceName };
  const { Token } = await sdk.requestApi('AppCreateDeviceBindToken');
  await sandbox.post('device/report-token', { token: Token, ...device });
  assert.equal((await sdk.requestApi('AppGetDeviceBindTokenState', { Token })).State, 2);
  await sdk.requestApi('AppTokenBindDeviceFamily', { Token, ...pair, FamilyId: 'default', RoomId: '0' }, { header: { 'x-test': '1' }, enableHttp2: true });
  const known = await sandbox.device(device);
  assert.deepEqual([known.familyId, known.binds], [familyId, 1]);
  const { header, enableHttp2, url } = state.requests.at(-1);
  assert.deepEqual([header['x-test'], enableHttp2, url], ['1', true, `${apiUrl}tokenapi?uin=${userId}&cmd=AppTokenBindDeviceFamily`]);
  // The next start takes the token that was kept.
  const again = new compat.AppDevSdk({ apiUrl, getAccessToken: () => assert.fail('it has a token') });
  await again.init();
  assert.equal(again.userId, userId);
  assert.equal(host.timers.size, 0);
});

test('what the host says of a failure is what code and plug-ins look for', async () => {
  const { state, sdk } = await start();
  await sdk.init();
  const refused = (promise) => settled(promise).then(() => assert.fail('it resolved'), (reason) => reason);
  for (const errMsg of ['request:fail timeout', 'request:fail url not in domain list', 'request:fail interrupted']) {
    state.faults = [{ fail: { errMsg, errno: 5 } }];
    const error = await refused(sdk.requestApi('AppCreateDeviceBindToken'));
    assert.deepEqual([error.code, error.errMsg, error.errno], ['WX_API_FAIL', errMsg, 5]);
    assert.match(error.msg, /\p{Script=Han}/u);
  }
  // Who gives up before the host does says it as the host would.
  state.faults = [{ never: true }];
  const late = await refused(sdk.requestApi('AppCreateDeviceBindToken', {}, { timeout: 30 }));
  assert.deepEqual([late.code, late.errMsg], ['WX_API_FAIL', 'request:fail timeout']);
  // An HTTP error, which comes through `success`, is none.
  state.faults = [{ success: { statusCode: 502, data: '<html>', header: {} } }];
  assert.match((await refused(sdk.requestApi('AppCreateDeviceBindToken'))).code, /^Protocol\./);
});

test('no more than six requests at a time, and all of them come to an end', async () => {
  const { state, sdk } = await start();
  await sdk.init();
  const answers = await settled(Promise.all(Array.from({ length: 40 }, () => sdk.requestApi('AppGetFamilyList'))));
  assert.equal(answers.length, 40);
  assert.equal(state.most, 6);
});

test('a sign-out while the token is still being written: it is gone afterwards', async () => {
  const { stored, sdk } = await start({ slow: 60 });
  const signingIn = sdk.init();
  await new Promise((resolve) => sdk.on('LoginStateChange', resolve));
  await Promise.all([signingIn, sdk.loginManager.logout()]);
  assert.deepEqual([sdk.isLogin, stored.size], [false, 0]);
});

test('a request to appsecureapi has a code of wx.login', async () => {
  const { state, sdk } = await start();
  await sdk.init();
  state.faults = [{ success: { statusCode: 200, data: '{"code":0,"data":{"Ok":1}}', header: {} } }];
  assert.equal((await sdk.requestApi('AppSecureAddDeviceInFamily', { DeviceSignature: 's' }, { isSecureApi: true })).Ok, 1);
  const { url, data } = state.requests.at(-1);
  assert.ok(url.startsWith(`${apiUrl}appsecureapi?`));
  assert.equal(JSON.parse(data).JsCode, 'js-code');
});

test('dialogues go through the mini-program', async () => {
  const { host, compat } = await start();
  const shown = [];
  for (const name of ['showModal', 'showToast', 'showLoading', 'hideToast', 'hideLoading']) {
    host.context.wx[name] = (params) => {
      shown.push([name, params.title, params.content]);
      params.success?.({ confirm: true });
    };
  }
  assert.equal(await compat.tips.confirm('再试一次？', '网络异常'), true);
  await compat.tips.showLoading('收集中');
  await compat.tips.showError({ msg: '失败', reqId: 'r1' });
  await compat.tips.showError({ errMsg: 'chooseImage:fail cancel' });
  assert.deepEqual(
    shown.filter(([name]) => name.startsWith('show')),
    [['showModal', '再试一次？', '网络异常'], ['showLoading', '收集中…', undefined], ['showToast', '失败(r1)', undefined]],
  );
});

test('a plug-in of the official SDK, packed with the shim of docs/migration.md, binds in a mini-program', async () => {
  const OFFICIAL = 'qcloud-iotexplorer-appdev-sdk';
  const PLUGIN = 'qcloud-iotexplorer-appdev-plugin-wificonf-core';
  const packages = join(repository, 'tests/compat/node_modules');
  assert.ok(existsSync(join(packages, PLUGIN)), 'the plug-in is installed: npm ci in tests/compat');
  const folder = temporary();
  const files = {
    'project.config.json': '{ "appid": "wx0123456789abcdef", "compileType": "miniprogram", "setting": {} }',
    'app.json': '{ "pages": ["pages/index"] }',
    'app.js': 'App({});',
    'pages/index.js': 'Page({});',
    'pages/index.wxml': '<view />',
    'package.json': JSON.stringify({ name: 'app', version: '1.0.0', dependencies: { 'iotexplorer-client': '*', [OFFICIAL]: '*', [PLUGIN]: '*' } }),
    [`node_modules/${OFFICIAL}/package.json`]: JSON.stringify({ name: OFFICIAL, version: '3.0.115', main: 'index.js' }),
    [`node_modules/${OFFICIAL}/index.js`]: "module.exports = require('iotexplorer-client/compat')\n",
  };
  for (const name of [PLUGIN, 'iotexplorer-ui-dev-config', 'tslib']) cpSync(join(packages, name), join(folder, 'node_modules', name), { recursive: true });
  rmSync(join(folder, 'node_modules', PLUGIN, 'node_modules'), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  await buildNpm(folder, ['']);
  addCompat(folder);

  const { users } = await sandbox.reset('live');
  const [{ accessToken, families }] = users;
  const host = startWeChat(folder);
  // What the plug-in looks at as it loads.
  host.context.navigator = undefined;
  const { AppDevSdk } = host.require(OFFICIAL);
  assert.equal(AppDevSdk, host.require('iotexplorer-client/compat').AppDevSdk);
  const { queryTokenStateAndBind } = host.require(PLUGIN);
  const sdk = new AppDevSdk({ apiUrl, getAccessToken: async () => ({ Token: accessToken }), enableAccessTokenCache: false });
  await sdk.init();
  const { Token } = await sdk.requestApi('AppCreateDeviceBindToken');
  const [device] = await freeDevices(sandbox, 'wifi');
  await sandbox.post('device/report-token', { token: Token, ...device });
  const steps = [];
  const onProgress = ({ code }) => steps.push(code);
  const bound = await settled(queryTokenStateAndBind({ sdk, token: Token, ...device, familyId: 'default', roomId: '0', onProgress }));
  assert.deepEqual({ ...bound }, device);
  const known = await sandbox.device(device);
  assert.deepEqual([known.familyId, known.binds, steps.length], [families[0].familyId, 1, 4]);
});
