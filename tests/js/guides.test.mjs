// The guides' examples, taken out of them and run against the sandbox, in both languages.

import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inspect } from 'node:util';
import { settled } from './support/checks.mjs';
import { freshPackage, repository, require } from './support/package.mjs';
import { freeDevices, startSandbox } from './support/sandbox.mjs';
import { examples, plainCode, runExample } from './support/snippets.mjs';

const sandbox = await startSandbox();
const folder = join(repository, 'docs/guides');
const guides = readdirSync(folder).filter((name) => name.endsWith('.en.md')).map((name) => name.slice(0, -'.en.md'.length));
const page = (guide, language) => `docs/guides/${guide}.${language}.md`;
const run = (code, given) => runExample(sandbox, code, given);

const world = async () => {
  const { users, gateway } = await sandbox.reset();
  const [{ accessToken, families }] = users;
  return { getAccessToken: async () => accessToken, familyId: families[0].familyId, gateway };
};
const free = async (kind) => (await freeDevices(sandbox, kind))[0];
const idOf = ({ productId, deviceName }) => `${productId}/${deviceName}`;
const report = (device, more) => (token) => sandbox.post('device/report-token', { token, ...device, ...more });
const binds = async (device) => (await sandbox.device(device)).binds;
const actions = async () => (await sandbox.log()).map(({ action }) => action);

/** What a mini-program's page has: `require`, `App`, `Page`, `wx`; hands out what the code has defined. */
function runInMiniProgram(code, wx, { defined, installed = require('iotexplorer-client') } = {}) {
  const { Client, ...rest } = installed;
  class SandboxClient extends Client {
    constructor(options) {
      super({ endpoint: sandbox.endpoint, ...options });
    }
  }
  const made = {};
  const accessToken = sandbox.seed.users[0].accessToken;
  const given = {
    require: (name) => (assert.equal(name, 'iotexplorer-client'), { Client: SandboxClient, ...rest }),
    App: (app) => { made.app = app; },
    Page: (own) => { made.page = own; },
    getApp: () => ({ accessToken }),
    wx,
  };
  const value = Function(...Object.keys(given), `${code}\nreturn ${defined ?? 'undefined'}`)(...Object.values(given));
  return { ...made, value };
}

/** A UDP socket as WeChat has it, over a real one, to the device of the sandbox wherever it is. */
function udpSocketTo(port, sent) {
  const socket = createSocket('udp4');
  return {
    bind: () => socket.bind(),
    send: ({ address, port: to, message }) => {
      sent.push(`${address}:${to}`);
      socket.send(message, port, '127.0.0.1');
    },
    onMessage: (listener) => socket.on('message', (message) => listener({ message: new Uint8Array(message).buffer })),
    close: () => socket.close(),
  };
}

/** What each example is given, and what it must have done. */
const RUNS = {
  start: {
    async first(code) {
      const { getAccessToken, familyId } = await world();
      const printed = await run(code, { getAccessToken });
      assert.match(printed[0], new RegExp(`^${familyId} `));
    },
    async errors(code) {
      const { getAccessToken } = await world();
      const shown = [];
      const productId = (await free('wifi')).productId;
      const given = { getAccessToken, productId, showSignIn: () => shown.push('sign in'), show: (words, { again }) => shown.push(words, again) };
      const [printed] = await run(code, given);
      assert.match(shown[0], /[.。]$/);
      assert.equal(shown[1], false);
      const told = JSON.parse(printed);
      assert.equal(told.name, 'IotError');
      assert.equal(told.category, 'ResourceNotFound');
      // And where the user is signed out.
      shown.length = 0;
      await run(code, { ...given, getAccessToken: async () => 'expired' });
      assert.deepEqual(shown, ['sign in']);
    },
  },
  token: {
    async bind(code) {
      const { getAccessToken } = await world();
      const device = await free('wifi');
      const handed = [];
      const provisionOverSoftAp = async ({ ssid, password, token }) => {
        handed.push(ssid, password);
        await report(device)(token);
        return device;
      };
      const printed = await run(code, { getAccessToken, provisionOverSoftAp, ssid: 'home', password: 'secret' });
      assert.deepEqual(handed, ['home', 'secret']);
      assert.equal(await binds(device), 1);
      assert.equal(printed.at(-1), `${idOf(device)} true`);
      assert.deepEqual([...new Set(printed.slice(0, -1))], ['token-created', 'sent-to-device', 'waiting', 'token-usable', 'binding', 'bound', 'confirmed']);
    },
  },
  several: {
    async one(code) {
      const { getAccessToken, familyId } = await world();
      const [device, other] = await freeDevices(sandbox, 'wifi');
      const provision = async (token) => {
        await report(other, { tokenVersion: 3 })(token);
        await report(device, { tokenVersion: 3 })(token);
      };
      assert.deepEqual(await run(code, { getAccessToken, familyId, ...device, provision }), [`${idOf(device)} true`]);
      assert.ok(!(await actions()).includes('AppTokenBindDeviceFamily'));
    },
    async all(code) {
      const { getAccessToken } = await world();
      const devices = (await freeDevices(sandbox, 'wifi')).slice(0, 2);
      const printed = await run(code, { getAccessToken, devices, provision: (device, token) => report(device, { tokenVersion: 3 })(token) });
      assert.deepEqual(printed, [inspect(devices.map(idOf).sort())]);
      for (const device of devices) assert.ok((await sandbox.device(device)).familyId, idOf(device));
    },
  },
  signature: {
    async bind(code) {
      const { getAccessToken } = await world();
      const device = await free('wifi');
      const printed = await run(code, { getAccessToken, signedByDevice: await sandbox.post('device/sign', device) });
      assert.equal(await binds(device), 1);
      assert.deepEqual(printed, ['binding', 'bound', 'confirmed', `${idOf(device)} true`]);
    },
    async scan(code) {
      const { getAccessToken } = await world();
      const device = await free('wifi');
      const signed = await sandbox.post('device/sign', { ...device, bindType: 'other_sign' });
      const parts = [device.productId, device.deviceName, signed.ConnId, signed.DeviceTimestamp, 'hmacsha1', Buffer.from(signed.Signature, 'hex').toString('base64')];
      const begun = [];
      const startProvisioning = (...plan) => begun.push(plan);
      await run(code, { getAccessToken, textOfTheCode: parts.join(';'), startProvisioning });
      assert.equal(await binds(device), 1);
      assert.deepEqual(begun, []);
      await run(code, { getAccessToken, textOfTheCode: `https://iot.example/?page=softap&productId=${device.productId}`, startProvisioning });
      assert.deepEqual(begun, [['softap', device.productId]]);
    },
    async diagnose(code) {
      await world();
      const { productId, deviceName, psk } = sandbox.seed.devices.find(({ kind }) => kind === 'wifi');
      const { DeviceTimestamp: timestamp, ConnId: connId, Signature: signature } = await sandbox.post('device/sign', { productId, deviceName });
      const given = { psk, productId, deviceName, timestamp, connId, signature };
      const good = await run(code, given);
      assert.match(good[0], /^true DeviceName=/);
      assert.equal(good.length, 1);
      // Base64 where hexadecimal is wanted.
      const [bad, finding] = await run(code, { ...given, signature: Buffer.from(signature, 'hex').toString('base64') });
      assert.match(bad, /^false /);
      assert.match(finding, /Base64/i);
    },
  },
  gateway: {
    async attach(code) {
      const { getAccessToken, familyId, gateway } = await world();
      const device = await free('sub');
      const subDevices = [device, { ...device, deviceName: 'no-such-sensor' }];
      const askServerToSign = async ({ productId, deviceName }, nonce, timestamp) =>
        (await sandbox.post('sign', { productId, deviceName, nonce, timestamp })).signature;
      const printed = await run(code, { getAccessToken, familyId, gateway, subDevices, askServerToSign });
      assert.equal(await binds(device), 1);
      assert.match(printed[0], new RegExp(`^${device.deviceName} (attached|已挂载)$`));
      assert.match(printed[1], /^no-such-sensor .+[.。]$/);
    },
    async sign(code) {
      await world();
      const { productId, productSecret } = sandbox.seed.products.find(({ kind }) => kind === 'sub');
      const { deviceName } = await free('sub');
      const [printed] = await run(code, { productSecret, productId, deviceName });
      const { signature, nonce, timestamp } = Function(`return (${printed})`)();
      assert.equal((await sandbox.post('sign', { productId, deviceName, nonce, timestamp })).signature, signature);
    },
  },
  recovery: {
    async resume(code) {
      const { getAccessToken, familyId } = await world();
      const device = await free('wifi');
      const store = new Map();
      const given = { getAccessToken, familyId, ...device, store, provision: report(device) };
      assert.deepEqual(await run(code, given), [`${idOf(device)} true`]);
      assert.equal(store.size, 0);
      // As if the app had been killed in the middle: everything is kept, and what is resumed asks first.
      await world();
      const kept = new Map();
      const keeping = { get: () => undefined, set: (name, value) => kept.set(name, [...(kept.get(name) ?? []), value]), delete: () => {} };
      await run(code, { ...given, store: keeping });
      const before = (await actions()).length;
      const resumed = new Map([['binding', kept.get('binding').at(-1)]]);
      assert.deepEqual(await run(code, { ...given, store: resumed, provision: () => assert.fail('it was handed over already') }), [`${idOf(device)} true`]);
      assert.ok(!(await actions()).slice(before).some((action) => /Create|TokenBind/.test(action)));
      assert.equal(await binds(device), 1);
      assert.equal(resumed.size, 0);
      // Of another device: forgotten, and said.
      const wrong = new Map([['binding', kept.get('binding').at(-1)]]);
      assert.deepEqual(await run(code, { ...given, deviceName: 'another', store: wrong }), ['Flow.CheckpointMismatch false']);
      assert.equal(wrong.size, 0);
    },
    async look(code) {
      const { getAccessToken, familyId } = await world();
      const lamp = (await sandbox.get('devices')).find((device) => device.familyId === familyId);
      const { productId, deviceName } = lamp;
      assert.deepEqual(await run(code, { getAccessToken, familyId, productId, deviceName }), ['true']);
      assert.deepEqual(await run(code, { getAccessToken, familyId, productId, deviceName: 'not-mine' }), ['false']);
    },
    async cancel(code) {
      const { getAccessToken, familyId } = await world();
      let leave;
      const sendToDevice = () => {
        setTimeout(leave, 20);
        return new Promise(() => {});
      };
      const printed = await run(code, { getAccessToken, familyId, sendToDevice, onLeavingThePage: (then) => { leave = then; } });
      assert.deepEqual(printed, ['aborted Aborted.BySignal']);
    },
  },
  secrets: {
    async token(code) {
      const { app, users } = await sandbox.reset();
      const { email, password } = users[0].account;
      assert.deepEqual(await run(code, { ...app, email, password }), ['true true']);
    },
    async proxied(code) {
      const { getAccessToken } = await world();
      const passed = [];
      const proxy = createServer(async (request, response) => {
        passed.push(request.url);
        const body = Buffer.concat(await request.toArray());
        const answer = await fetch(sandbox.endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
      });
      await new Promise((listening) => proxy.listen(0, '127.0.0.1', listening));
      after(() => proxy.close());
      const origin = `http://127.0.0.1:${proxy.address().port}`;
      assert.deepEqual(await run(code, { getAccessToken, origin }), ['true']);
      assert.deepEqual(passed, ['/iot']);
    },
  },
  'mini-programs': {
    async app(code) {
      const installed = freshPackage();
      const { app } = runInMiniProgram(code, {}, { installed });
      assert.throws(() => installed.sign.nonce(), { code: 'Init.NotReady' });
      assert.equal(app.onLaunch(), undefined);
      // Nobody waits for it, and it is there a moment later.
      const isLoaded = async () => {
        for (;;) {
          try {
            return installed.sign.nonce();
          } catch {
            await new Promise((later) => setTimeout(later, 10));
          }
        }
      };
      assert.equal((await settled(isLoaded())).length, 5);
    },
    async scan(code) {
      await world();
      const device = await free('wifi');
      const signed = await sandbox.post('device/sign', { ...device, bindType: 'other_sign' });
      const parts = [device.productId, device.deviceName, signed.ConnId, signed.DeviceTimestamp, 'hmacsha1', Buffer.from(signed.Signature, 'hex').toString('base64')];
      const { page: own } = runInMiniProgram(code, { scanCode: async () => ({ result: parts.join(';') }) });
      own.setData = (data) => Object.assign(own, data);
      own.onLoad();
      await settled(own.onScan());
      assert.equal(own.bound, idOf(device));
      assert.equal(await binds(device), 1);
      own.onUnload();
      // After the page was left nothing is sent any more.
      const before = (await actions()).length;
      await assert.rejects(settled(own.onScan()), { code: 'Aborted.BySignal' });
      assert.equal((await actions()).length, before);
    },
    async softap(code) {
      await world();
      const device = await free('wifi');
      const { port } = await sandbox.post('device/softap', { ...device, delayMs: 50 });
      const sent = [];
      const { value: provision } = runInMiniProgram(code, { createUDPSocket: () => udpSocketTo(port, sent) }, { defined: 'provision' });
      const { Client } = require('iotexplorer-client');
      const client = new Client({ accessToken: sandbox.seed.users[0].accessToken, endpoint: sandbox.endpoint });
      const bound = await settled(client.bindWithToken({
        familyId: 'default', pollIntervalMs: 50, sendToDevice: (token) => provision({ ssid: 'home', password: 'secret-1', token }),
      }));
      assert.equal(bound.DeviceId, idOf(device));
      assert.deepEqual([...new Set(sent)], ['192.168.4.1:8266']);
    },
  },
};

test('every guide is run that has something to run', () => {
  const names = Object.fromEntries(guides.map((guide) => [guide, Object.keys(examples(page(guide, 'en')))]).filter(([, own]) => own.length));
  assert.deepEqual(names, Object.fromEntries(guides.filter((guide) => RUNS[guide]).map((guide) => [guide, Object.keys(RUNS[guide])])));
  assert.equal(Object.keys(names).length, Object.keys(RUNS).length);
});

test('JavaScript that is shown is run', () => {
  for (const guide of guides) {
    for (const language of ['en', 'zh']) {
      assert.doesNotMatch(readFileSync(join(repository, page(guide, language)), 'utf8'), /^```js$/m, `${guide}.${language}`);
    }
  }
});

for (const guide of Object.keys(RUNS)) {
  for (const language of ['en', 'zh']) {
    for (const [name, code] of Object.entries(examples(page(guide, language)))) {
      test(`${guide}, ${language}: ${name} runs`, async () => {
        await RUNS[guide][name](code);
      });
    }
  }
  test(`${guide}: both languages show the same code`, () => {
    const [english, chinese] = ['en', 'zh'].map((language) => examples(page(guide, language)));
    for (const [name, code] of Object.entries(english)) assert.equal(plainCode(chinese[name]), plainCode(code), name);
  });
}
