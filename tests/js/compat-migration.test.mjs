// The snippets of docs/migration.md, taken out of it and run against the sandbox: those of the official SDK's side on that SDK and on
// our drop-in entry, ours on this package. Both sides of a pair come to the same.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { settled } from './support/checks.mjs';
import { loadOfficial } from './support/official.mjs';
import { installed, project, repository, require } from './support/package.mjs';
import { freeDevices, startSandbox } from './support/sandbox.mjs';

const sandbox = await startSandbox({ envelope: 'live' });
const apiUrl = `${sandbox.url}/api/exploreropen/`;
const OFFICIAL = 'qcloud-iotexplorer-appdev-sdk';
const PLUGIN = 'qcloud-iotexplorer-appdev-plugin-wificonf-core';
const PAGES = ['docs/migration.md', 'docs/migration.zh-CN.md'];
const PAIRS = ['signin', 'call', 'errors', 'family', 'devices', 'token', 'signature', 'gateway', 'control'];

const official = loadOfficial();
const compat = require('iotexplorer-client/compat');
const own = require('iotexplorer-client');
if (!('navigator' in globalThis)) globalThis.navigator = { userAgent: 'Node' };
// The plug-in, with the official SDK that it brings along.
const folder = mkdtempSync(join(project, 'migration-'));
after(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(repository, 'tests/compat/node_modules'), join(folder, 'node_modules'), { recursive: true });
const plugin = createRequire(join(folder, 'app.js'))(PLUGIN);

/** Side and name → code. */
function snippets(page) {
  const text = readFileSync(join(repository, page), 'utf8');
  return new Map([...text.matchAll(/^```js (\w+=\w+)\n([^]*?)^```$/gm)].map(([, name, code]) => [name, code]));
}

/** The classes, gone to the sandbox: that is the only difference. */
const inSandbox = ({ AppDevSdk, ...rest }) => ({
  ...rest,
  AppDevSdk: class extends AppDevSdk {
    constructor(options) {
      super({ apiUrl, enableAccessTokenCache: false, wsConfig: { autoReconnect: false }, ...options });
    }
  },
});
class Client extends own.Client {
  constructor(options) {
    super({ endpoint: sandbox.endpoint, ...options });
  }
}
const MODULES = { 'iotexplorer-client': { ...own, Client }, 'iotexplorer-client/compat': inSandbox(compat), [PLUGIN]: plugin };
const KINDS = { 'the official SDK': inSandbox(official), 'the drop-in entry': MODULES['iotexplorer-client/compat'] };

const AsyncFunction = (async () => {}).constructor;

/** Runs a snippet with the names in `given`; what it printed, a line each. */
async function run(code, given) {
  const printed = [];
  const names = { ...given, console: { log: (...words) => printed.push(words.join(' ')) } };
  await settled(new AsyncFunction(...Object.keys(names), `'use strict';${code}`)(...Object.values(names)));
  return printed;
}

/** What an app has already, in a fresh world. */
async function begin(kind) {
  const { users, gateway } = await sandbox.reset('live');
  const [{ accessToken, userId, families }] = users;
  const askMyServer = async () => ({ Token: accessToken, ExpireAt: Math.floor(Date.now() / 1000) + 3600 });
  const [wifi, forSignature] = await freeDevices(sandbox, 'wifi');
  const subDevices = await freeDevices(sandbox, 'sub');
  const given = {
    require: (name) => (name === OFFICIAL ? KINDS[kind] : MODULES[name]) ?? assert.fail(`a snippet requires ${name}`),
    appKey: 'app-key',
    askMyServer,
    askUserToSignIn: () => assert.fail('nobody has to sign in'),
    familyId: families[0].familyId,
    productId: 'LAMPWIFI7G',
    deviceName: 'lamp-1',
    gateway,
    subDevices: subDevices.slice(0, 2),
    async provisionOverSoftAp(token) {
      setTimeout(() => sandbox.post('device/report-token', { token, ...wifi }), 50);
      return wifi;
    },
    signedByDevice: await sandbox.post('device/sign', forSignature),
    askServerToSign: ({ productId, deviceName }) => sandbox.post('sign', { productId, deviceName }),
  };
  return { given, world: { wifi, forSignature, userId, familyId: given.familyId, subDevices: given.subDevices } };
}

/** What the cloud has come to, as far as these snippets change it. */
async function state() {
  const devices = await sandbox.get('devices');
  return devices.map(({ productId, deviceName, familyId, aliasName, binds }) => [productId, deviceName, familyId, aliasName, binds]);
}
const data = () => sandbox.get('device/data?productId=LAMPWIFI7G&deviceName=lamp-1');

/** One side of a pair: what it printed, and what the cloud has come to. */
async function side(code, name, kind) {
  const { given, world } = await begin(kind ?? 'the official SDK');
  if (name !== 'signin') {
    if (kind) {
      given.sdk = new KINDS[kind].AppDevSdk({ getAccessToken: given.askMyServer });
      await given.sdk.init();
    } else given.client = new Client({ accessToken: async () => (await given.askMyServer()).Token });
  }
  // A name that the snippet declares is its own.
  for (const declared of code.matchAll(/^(?:const|let) (?:\{ ([^}]*) \}|(\w+)) =/gm))
    for (const one of (declared[1] ?? declared[2]).split(',')) delete given[one.split(':').pop().trim()];
  const printed = await run(code, given);
  return { printed, state: await state(), data: await data(), log: await sandbox.log(), world };
}

/** What each comes to, from what is known of the sandbox; the last line printed. */
const RESULTS = {
  signin: ({ printed }) => assert.deepEqual(printed, ['Alice']),
  call: ({ printed }) => assert.deepEqual(printed, ['Bedroom']),
  errors: ({ printed }) => assert.match(printed.join(), /^ResourceNotFound\S* \S/),
  family: ({ printed, world }) => assert.deepEqual(printed, [world.familyId]),
  devices: ({ printed }) => assert.deepEqual(printed, ['GATEWAY03C/gateway-1', 'LAMPWIFI7G/lamp-1']),
  token: ({ printed, state, world: { wifi, familyId } }) => {
    assert.equal(printed.at(-1), `${wifi.productId}/${wifi.deviceName}`);
    assert.ok(printed.length > 3, 'it says how far it is');
    assert.deepEqual(state.find(([, name]) => name === wifi.deviceName).slice(2), [familyId, state.find(([, name]) => name === wifi.deviceName)[3], 1]);
  },
  signature: ({ printed, state, world: { forSignature, familyId } }) => {
    assert.deepEqual(printed, [`${forSignature.productId}/${forSignature.deviceName}`]);
    assert.deepEqual(state.find(([, name]) => name === forSignature.deviceName).filter((_, at) => at === 2 || at === 4), [familyId, 1]);
  },
  gateway: ({ printed, state, world: { subDevices, familyId } }) => {
    assert.deepEqual(printed, subDevices.map(({ deviceName }) => deviceName));
    for (const { deviceName } of subDevices) assert.equal(state.find(([, name]) => name === deviceName)[2], familyId);
  },
  control: ({ log }) => assert.deepEqual(JSON.parse(log.at(-1).params.Data), { power_switch: 1 }),
};

test('each pair is there, on both pages, with the same code but for comments and language', () => {
  const names = ['compat=start', ...PAIRS.flatMap((name) => [`before=${name}`, `after=${name}`])];
  const [english, chinese] = PAGES.map(snippets);
  for (const page of [english, chinese]) assert.deepEqual([...page.keys()], names);
  const wordless = (code) => withoutComments(code).replace(/'(?:en|zh|Bedroom|卧室)'/g, "'…'");
  for (const name of names) assert.equal(wordless(chinese.get(name)), wordless(english.get(name)), name);
});

const withoutComments = (code) => code.replace(/\s*\/\/.*$/gm, '');
const done = new Map();

for (const page of PAGES) {
  const found = snippets(page);
  const isNew = (name) => {
    const code = withoutComments(found.get(name));
    const isSame = done.get(name) === code;
    done.set(name, code);
    return !isSame;
  };
  test(`${page}: one line changed`, async () => {
    const { given } = await begin('the drop-in entry');
    assert.deepEqual(await run(found.get('compat=start'), given), ['Alice 2']);
  });
  for (const name of PAIRS) {
    // What is the same as on the other page has been run.
    if (![`before=${name}`, `after=${name}`].map(isNew).includes(true)) continue;
    test(`${page}: ${name}, before and after`, async () => {
      const alias = page.includes('zh') ? '卧室' : 'Bedroom';
      const check = (result) => RESULTS[name](name === 'call' ? { ...result, printed: result.printed.map((line) => line.replace(alias, 'Bedroom')) } : result);
      const ours = await side(found.get(`after=${name}`), name);
      check(ours);
      for (const kind of Object.keys(KINDS)) {
        const theirs = await side(found.get(`before=${name}`), name, kind);
        check(theirs);
        assert.deepEqual([theirs.state, theirs.data], [ours.state, ours.data], kind);
      }
    });
  }
}

test('what is said of the weight is so', () => {
  const kb = readFileSync(join(installed, 'compat.js')).length / 1000;
  for (const page of PAGES) {
    const [, said] = /(?:adds|增加) (\d+) KB/.exec(readFileSync(join(repository, page), 'utf8'));
    assert.ok(Math.abs(Number(said) - kb) < 1, `${page} says ${said} KB, and it is ${kb}`);
  }
});
