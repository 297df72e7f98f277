// Real plug-ins of the official SDK, from npm, on `iotexplorer-client/compat`: as its drop-in (they find it by the official name), and
// beside the official SDK that they bring along. The cloud is the sandbox, the device answers over real UDP.

import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { settled } from './support/checks.mjs';
import { loadOfficial, wxRequest } from './support/official.mjs';
import { project, repository, require } from './support/package.mjs';
import { freeDevices, startSandbox } from './support/sandbox.mjs';

const OFFICIAL = 'qcloud-iotexplorer-appdev-sdk';
const PLUGIN = 'qcloud-iotexplorer-appdev-plugin-wificonf-core';
const OTHER_PLUGIN = 'qcloud-iotexplorer-appdev-plugin-wificonf-blecombo';
const packages = join(repository, 'tests/compat/node_modules');
assert.ok(existsSync(join(packages, PLUGIN)), 'the plug-ins are installed: npm ci in tests/compat');

const sandbox = await startSandbox({ envelope: 'live' });
const apiUrl = `${sandbox.url}/api/exploreropen/`;
const official = loadOfficial();
const { AppDevSdk } = require('iotexplorer-client/compat');
// What the plug-in asks for as it loads.
if (!('navigator' in globalThis)) globalThis.navigator = { userAgent: 'Node' };

/** An app that has the plug-ins; with `shim`, the package of the official name is this one line, as docs/migration.md has it. */
function app(shim) {
  const folder = mkdtempSync(join(project, 'app-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(packages, join(folder, 'node_modules'), { recursive: true });
  if (shim) {
    const at = join(folder, 'node_modules', OFFICIAL);
    rmSync(at, { recursive: true });
    mkdirSync(at);
    writeFileSync(join(at, 'package.json'), JSON.stringify({ name: OFFICIAL, version: '3.0.115', main: 'index.js' }));
    writeFileSync(join(at, 'index.js'), "module.exports = require('iotexplorer-client/compat');\n");
  }
  return createRequire(join(folder, 'app.js'));
}
const droppedIn = app(true);
const beside = app(false);

/** A signed-in user, a bind token, and a device that reports it. */
async function begin(Sdk = AppDevSdk) {
  const { users } = await sandbox.reset('live');
  const [{ accessToken, families }] = users;
  const sdk = new Sdk({ apiUrl, getAccessToken: async () => ({ Token: accessToken }), enableAccessTokenCache: false, wsConfig: { autoReconnect: false } });
  await sdk.init();
  const [device] = await freeDevices(sandbox, 'wifi');
  const { Token } = await sdk.requestApi('AppCreateDeviceBindToken');
  const report = (more) => sandbox.post('device/report-token', { token: Token, ...device, ...more });
  return { sdk, device, Token, report, familyId: families[0].familyId };
}

/** The plug-in's own flow; the device reports after its first look. */
async function bind(plugin, Sdk, more) {
  const { sdk, device, Token, report, familyId } = await begin(Sdk);
  const steps = [];
  const binding = plugin.queryTokenStateAndBind({
    sdk,
    token: Token,
    ...device,
    familyId: 'default',
    roomId: '0',
    onProgress: ({ code }) => steps.push(code),
    ...more,
  });
  setTimeout(report, 300, more?.newTokenVersion ? { tokenVersion: 3 } : {});
  const result = await settled(binding);
  const { familyId: bound, binds } = await sandbox.device(device);
  assert.deepEqual([result, bound, binds], [device, familyId, 1]);
  return { steps, log: (await sandbox.log()).map(({ action, params }) => [action, params.FamilyId]) };
}

for (const [name, load] of [['in place of the official SDK', droppedIn], ['beside the official SDK', beside]]) {
  test(`queryTokenStateAndBind, ${name}: binds, as it does on the official SDK`, async () => {
    const plugin = load(PLUGIN);
    const sdkOfPlugin = load(OFFICIAL).AppDevSdk;
    assert.equal(sdkOfPlugin === AppDevSdk, load === droppedIn);
    const ours = await bind(plugin);
    const theirs = await bind(plugin, official.AppDevSdk);
    assert.deepEqual(ours, theirs);
    const { WifiConfStepCode: step } = plugin.constants;
    assert.deepEqual(ours.steps, [
      step.BUSINESS_QUERY_TOKEN_STATE_START,
      step.BUSINESS_QUERY_TOKEN_STATE_SUCCESS,
      step.BUSINESS_ADD_DEVICE_START,
      step.BUSINESS_ADD_DEVICE_SUCCESS,
    ]);
    assert.equal(ours.log.at(-1)[0], 'AppTokenBindDeviceFamily');
  });
}

test('queryTokenStateAndBind with a token of version 3: bound by its report', async () => {
  const plugin = droppedIn(PLUGIN);
  const { log } = await bind(plugin, AppDevSdk, { newTokenVersion: true });
  assert.deepEqual(new Set(log.map(([action]) => action)), new Set(['AppGetUser', 'AppCreateDeviceBindToken', 'AppGetMultiDeviceBindTokenState']));
});

test('what the plug-in says where the cloud refuses', async () => {
  const plugin = droppedIn(PLUGIN);
  const { sdk, device, Token, report } = await begin();
  await report();
  const binding = plugin.queryTokenStateAndBind({ sdk, token: Token, ...device, familyId: 'f-none', roomId: '0', onProgress() {} });
  const error = await settled(binding).catch((reason) => reason);
  assert.equal(error.code, 'BUSINESS_ADD_DEVICE_FAIL');
  assert.equal(error.detail.code, 'ResourceNotFound.StudioFamilyNotExist');
  // Its message ends with the id of the request.
  assert.ok(error.reqId && error.msg.endsWith(`(${error.reqId})`), error.msg);
});

test('a whole provisioning by its base class: UDP, token, bind', async () => {
  const { WifiConfProtocolBase, constants } = droppedIn(PLUGIN);
  const { sdk, device, Token, report, familyId } = await begin();
  // The app's end and the device's have the same port.
  const phone = '127.0.0.1';
  const address = '127.0.0.2';
  const waiting = createSocket('udp4');
  waiting.bind(0, address);
  await once(waiting, 'listening');
  const udpPort = waiting.address().port;
  waiting.on('message', async (message, from) => {
    const { cmdType, token } = JSON.parse(message);
    assert.deepEqual([cmdType, token], [0, Token]);
    await report();
    waiting.send(JSON.stringify({ cmdType: 2, ...device, protoVersion: '2.0' }), from.port, from.address);
  });
  globalThis.wx = {
    request: wxRequest,
    createUDPSocket() {
      const socket = createSocket('udp4');
      const bound = { bind: (port) => socket.bind(port, phone), offError() {}, offMessage() {}, close: () => socket.close() };
      bound.onError = (listener) => socket.on('error', listener);
      bound.onMessage = (listener) => socket.on('message', (message) => listener({ message: new Uint8Array(message).buffer }));
      bound.send = ({ address: to, port, message }) => socket.send(message, port, to);
      return bound;
    },
  };
  class Protocol extends WifiConfProtocolBase {
    async doProtocol({ SSID }) {
      assert.equal(SSID, 'home');
      return { address };
    }
  }
  try {
    const steps = [];
    const done = new Promise((onComplete, onError) => {
      const onProgress = ({ code }) => steps.push(code);
      const targetWifiInfo = { SSID: 'home', password: 'p', BSSID: '' };
      const more = { udpPort, stepInterval: 10, familyId: 'default', roomId: '0', wifiConfToken: Token, targetWifiInfo };
      const protocol = new Protocol(sdk, { ...more, onProgress, onComplete, onError });
      protocol.on('anything', () => {});
      protocol.start();
    });
    assert.deepEqual(await settled(done), device);
    assert.equal((await sandbox.device(device)).familyId, familyId);
    const { WifiConfStepCode: step } = constants;
    assert.deepEqual([steps[0], steps.at(-1)], [step.WIFI_CONF_START, step.WIFI_CONF_SUCCESS]);
  } finally {
    waiting.close();
  }
});

test('another plug-in installs itself: it puts its function into `plugins`', () => {
  // Its Bluetooth adapter looks for the mini-program as it loads.
  const { default: plugin } = droppedIn(OTHER_PLUGIN);
  const sdk = new AppDevSdk({ getAccessToken: async () => ({ Token: 't' }), plugins: [plugin] });
  assert.equal(typeof sdk.plugins.wifiConfBleCombo.start, 'function');
  // What it needs of helpers that are left out is said when it is used; see docs/migration.md for how to hand them in.
  assert.throws(() => sdk.utils.byteUtil.getBytesByString('ssid'), { code: 'NOT_SUPPORTED' });
});
