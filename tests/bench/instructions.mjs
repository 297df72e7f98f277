// Has the packed package do what it is asked most with a module that counts its instructions, see xtask/src/meter.rs:
// node instructions.mjs METERED.wasm OUTPUT.json
//
// What differs from run to run, time and randomness, stands still here, so the numbers are the same every time. They are those
// of an operation in the middle of many: memory has been asked for, lists have grown.

import assert from 'node:assert/strict';
import fs, { readFileSync, writeFileSync } from 'node:fs';

const [modulePath, output] = process.argv.slice(2);
// Reading a whole file goes through what is replaced next.
const metered = readFileSync(modulePath);
// The kernel's randomness, which is all that the package reads this way.
fs.readSync = (device, bytes) => bytes.fill(7).length;
const NOW = 1_763_688_000_000;
Date.now = () => NOW;

const { require } = await import('../js/support/package.mjs');

const WARM_RUNS = 20;
/** Every so many bytes of randomness are fetched at once: so many runs have their fair share of that. */
const RUNS = 64;

/** One per function of the module. */
let counters;
let hostCalls = 0;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (module, imports) => {
  const counted = (work) =>
    (...values) => {
      hostCalls++;
      return work(...values);
    };
  const wrapped = Object.entries(imports).map(([from, functions]) => [
    from,
    Object.fromEntries(
      Object.entries(functions).map(([name, work]) => [name, typeof work === 'function' ? counted(work) : work]),
    ),
  ]);
  const made = await instantiate(module, Object.fromEntries(wrapped));
  const { exports } = made.instance;
  counters = Object.keys(exports).filter((name) => /^instructions \d+$/.test(name)).map((name) => exports[name]);
  return made;
};

const iot = require('iotexplorer-client');
await iot.init(metered);
const { buildRequest, parseResponse, scan, sign, softap, Client } = iot;

const accessToken = 'f3b0a5d86c1e4f729a0d5b7c8e9f1a2b3c4d5e6f';
const requestId = '7f9c24e8-3b12-4fef-91e0-5ad42b0c1d2e';
const psk = Buffer.from('0123456789abcdef').toString('base64');
const familyId = 'f-1234567890abcdef';
const pair = { ProductId: 'PLUGWIFI1A', DeviceName: 'plug-1000' };
const device = {
  DeviceId: 'PLUGWIFI1A/plug-1000',
  ...pair,
  AliasName: '客厅灯',
  IconUrl: 'https://main.qcloudimg.com/raw/6c1f3a5e8c6b4b6d9a9b/plug.png',
  FamilyId: familyId,
  RoomId: '0',
  DeviceType: 0,
  CreateTime: 1_574_931_773,
  UpdateTime: 1_574_931_945,
};
const documented = (payload) => JSON.stringify({ Response: { Data: payload, RequestId: requestId } });
const live = (payload) => JSON.stringify({ code: 0, msg: '', data: { ...payload, RequestId: requestId } });
const refusal = JSON.stringify({
  Response: { Error: { Code: 'InvalidParameterValue.BindDeviceSigMismatch', Message: 'the signature does not match' }, RequestId: requestId },
});
const list = { Total: 50, DeviceList: Array.from({ length: 50 }, () => ({ ...device, UserId: '100012345678', DeviceType: 2 })) };

const ANSWERS = {
  AppCreateDeviceBindToken: { Token: '0123456789abcdefghijklmnopqrstuv' },
  AppGetDeviceBindTokenState: { State: 2 },
  AppTokenBindDeviceFamily: {},
  AppSigBindDeviceInFamily: { AppDeviceInfo: device },
  AppSigGatewayBindDevice: {},
  AppGetDeviceInFamily: device,
};
/** A cloud that answers at once. */
async function transport({ body }) {
  const { Action } = JSON.parse(body);
  assert.ok(Action in ANSWERS, Action);
  return { status: 200, body: documented(ANSWERS[Action]) };
}
const client = new Client({ accessToken, transport });

const gatewayBind = { productSecret: 'Mh3vKzQm8YbX2uTnWcRd5pLs', productId: 'SENSORSB4D', deviceName: 'sensor-1000', nonce: 'n1000', timestamp: 1_763_688_000 };
const deviceBind = { psk, productId: pair.ProductId, deviceName: pair.DeviceName, timestamp: 1_763_688_000, connId: 'c1000' };
const signed = { ...pair, DeviceTimestamp: 1_763_688_000, ConnId: 'c1000', Signature: sign.deviceBind(deviceBind) };
const gatewaySigner = sign.signer(gatewayBind);
const deviceSigner = sign.signer(deviceBind);
const deviceSigner256 = sign.signer({ psk, signMethod: 'hmacsha256' });
const appParams = { Action: 'AppGetToken', AppKey: 'an-app-key', Nonce: 12345, RequestId: requestId, Timestamp: 1_763_688_000, UserName: 'someone' };
const common = { accessToken, requestId };
const read = (action, body) => () => parseResponse(action, { status: 200, body });
const refused = (work) => () => assert.throws(work, { kind: 'api' });

const operations = {
  'sign.gatewayBind': () => sign.gatewayBind(gatewayBind),
  'sign.deviceBind, hmacsha1': () => sign.deviceBind(deviceBind),
  'sign.deviceBind, hmacsha256': () => sign.deviceBind({ ...deviceBind, signMethod: 'hmacsha256' }),
  'signer.gatewayBind': () => gatewaySigner.gatewayBind(gatewayBind),
  'signer.deviceBind, hmacsha1': () => deviceSigner.deviceBind(deviceBind),
  'signer.deviceBind, hmacsha256': () => deviceSigner256.deviceBind(deviceBind),
  'sign.appRequest': () => sign.appRequest(appParams, 'an-app-secret'),
  'sign.verifyGatewayBind': () => sign.verifyGatewayBind({ ...gatewayBind, signature: 'kBQ5zmGKV1SuGnjyLnVtCzhXJAw=' }),
  'sign.nonce': () => sign.nonce(),
  'buildRequest, 0 parameters': () => buildRequest('AppCreateDeviceBindToken', {}, common),
  'buildRequest, 3 parameters': () => buildRequest('AppGetDeviceInFamily', { ...pair, FamilyId: familyId }, common),
  'buildRequest, 9 parameters': () =>
    buildRequest('AppSigBindDeviceInFamily', { ...signed, FamilyId: familyId, RoomId: '0', BindType: 'wifi_sign', SignMethod: 'hmacsha1' }, common),
  'parseResponse, as documented': read('AppGetDeviceInFamily', documented(device)),
  'parseResponse, as the live service answers': read('AppGetDeviceInFamily', live(device)),
  'parseResponse, 50 entries': read('AppGetFamilySubDeviceList', documented(list)),
  'parseResponse, a refusal': refused(read('AppSigBindDeviceInFamily', refusal)),
  'scan, JSON of a device': () => scan(JSON.stringify(signed)),
  'softap.encodeToken': () => softap.encodeToken({ ssid: 'home', password: 'a password', token: ANSWERS.AppCreateDeviceBindToken.Token }),
  'a whole call': () => client.appGetDeviceInFamily({ ...pair, FamilyId: familyId }),
  'bindWithToken': () => client.bindWithToken({ familyId, sendToDevice: async () => ({ productId: pair.ProductId, deviceName: pair.DeviceName }) }),
  'bindWithSignature': () => client.bindWithSignature({ familyId, device: signed }),
  'bindSubDevices, per device': () =>
    client.bindSubDevices({
      familyId,
      gateway: { productId: 'GATEWAY3C', deviceName: 'gateway-1' },
      subDevices: [{ productId: pair.ProductId, deviceName: pair.DeviceName }],
      sign: async () => 'kBQ5zmGKV1SuGnjyLnVtCzhXJAw=',
    }),
};

/** What is plain and short is signed without a question to the host. */
const ON_DESK = Object.keys(operations).filter((name) => /^sign(er)?\.(gateway|device)Bind/.test(name));
assert.equal(ON_DESK.length, 6);

async function run(work, count) {
  for (let at = 0; at < count; at++) await work();
}

const state = () => counters.map(({ value }) => Number(value));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

const counted = {};
for (const [name, work] of Object.entries(operations)) {
  await run(work, WARM_RUNS);
  const [before, callsBefore] = [state(), hostCalls];
  await run(work, RUNS);
  const functions = state().map((now, at) => (now - before[at]) / RUNS);
  const [instructions, calls] = [sum(functions), (hostCalls - callsBefore) / RUNS];
  assert.ok(instructions > 100, name);
  assert.equal(calls > 0, !ON_DESK.includes(name), name);
  counted[name] = { instructions: Math.round(instructions), calls: Math.round(calls), functions: functions.map(Math.round) };
}
writeFileSync(output, `${JSON.stringify(counted)}\n`);
