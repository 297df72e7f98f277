// The examples of both READMEs, taken out of them and run against the sandbox. A fence marked `js test=name` is one; what
// the example leaves to its reader (the user's access token, the device, the server) is defined here by that name.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertIotError } from './support/checks.mjs';
import { repository, require } from './support/package.mjs';
import { freeDevices, startSandbox } from './support/sandbox.mjs';
import { examples, plainCode, runExample } from './support/snippets.mjs';

const sandbox = await startSandbox();
const READMES = ['README.md', 'README.zh-CN.md'];
const NAMES = ['token', 'signature', 'gateway', 'call', 'lists', 'sign', 'login'];

const run = (code, given) => runExample(sandbox, code, given);

const world = async () => {
  const { users, gateway } = await sandbox.reset();
  const [{ accessToken, families }] = users;
  return { getAccessToken: async () => accessToken, familyId: families[0].familyId, gateway };
};
const assertBoundOnce = async (device) => assert.equal((await sandbox.device(device)).binds, 1);

/** What each example is given, and what it must have done. */
const RUNS = {
  async token(code) {
    const { getAccessToken, familyId } = await world();
    const [device] = await freeDevices(sandbox, 'wifi');
    const stored = [];
    const printed = await run(code, {
      getAccessToken,
      familyId,
      provisionOverSoftAp: (token) => sandbox.post('device/report-token', { token, ...device }),
      store: (checkpoint) => stored.push(checkpoint),
    });
    await assertBoundOnce(device);
    assert.ok(stored.length > 0 && stored.every((checkpoint) => typeof checkpoint === 'string'));
    for (const step of ['token-created', 'sent-to-device', 'token-usable', 'binding', 'bound', 'confirmed'])
      assert.ok(printed.includes(step), step);
    assert.equal(printed.at(-1), `${device.productId}/${device.deviceName} true`);
  },
  async signature(code) {
    const { getAccessToken, familyId } = await world();
    const [device] = await freeDevices(sandbox, 'wifi');
    const signedByDevice = await sandbox.post('device/sign', device);
    const printed = await run(code, { getAccessToken, familyId, signedByDevice });
    await assertBoundOnce(device);
    assert.deepEqual(printed, ['binding', 'bound', 'confirmed', `${device.productId}/${device.deviceName} true`]);
  },
  async gateway(code) {
    const { getAccessToken, familyId, gateway } = await world();
    const [device] = await freeDevices(sandbox, 'sub');
    const subDevices = [device, { ...device, deviceName: 'no-such-sensor' }];
    const askServerToSign = async ({ productId, deviceName }, nonce, timestamp) =>
      (await sandbox.post('sign', { productId, deviceName, nonce, timestamp })).signature;
    const printed = await run(code, { getAccessToken, familyId, gateway, subDevices, askServerToSign });
    await assertBoundOnce(device);
    assert.equal(printed.length, 2);
    assert.match(printed[0], new RegExp(`^${device.deviceName} (bound|已绑定)$`));
    assert.match(printed[1], /^no-such-sensor .+[.。]$/);
  },
  async call(code) {
    const { getAccessToken, familyId, gateway } = await world();
    const printed = await run(code, { getAccessToken, familyId, ...gateway });
    assert.equal(printed.length, 1);
    assert.equal((await sandbox.log())[0].code, undefined);
    // And where it fails.
    await world();
    const [failed] = await run(code, { getAccessToken, familyId, ...gateway, deviceName: 'no-such-device' });
    assert.match(failed, /^ResourceNotFound\S* [a-z-]+ .+[.。]$/);
  },
  async lists(code) {
    const { getAccessToken } = await world();
    const printed = await run(code, { getAccessToken });
    const asked = (await sandbox.log()).map(({ action, params }) => [action, params.FamilyId]);
    assert.deepEqual(asked[0], ['AppGetFamilyList', undefined]);
    assert.ok(asked.slice(1).length > 0 && asked.slice(1).every(([, family]) => family === sandbox.seed.users[0].families[0].familyId));
    assert.ok(printed.length > 0 && printed.every((line) => /^\w+\/\S+ /.test(line)), printed.join());
  },
  async login(code) {
    const { app, users } = await sandbox.reset();
    const { phoneNumber, password } = users[0].account;
    const printed = await run(code, { ...app, phoneNumber, password });
    assert.deepEqual(printed, ['true true']);
  },
  async sign(code) {
    const { products } = await sandbox.reset();
    const { productId, productSecret } = products.find((one) => one.kind === 'sub');
    const [{ deviceName }] = await freeDevices(sandbox, 'sub');
    const [printed] = await run(code, { productSecret, productId, deviceName });
    const { signature, nonce, timestamp } = Function(`return (${printed})`)();
    assert.match(nonce, /^[A-Za-z0-9]{5}$/);
    assert.ok(Math.abs(timestamp - Date.now() / 1000) < 10);
    assert.equal((await sandbox.post('sign', { productId, deviceName, nonce, timestamp })).signature, signature);
  },
};

for (const readme of READMES) {
  test(`${readme} has an example of each kind`, () => {
    assert.deepEqual(Object.keys(examples(readme)).sort(), [...NAMES].sort());
    assert.deepEqual(Object.keys(RUNS).sort(), [...NAMES].sort());
  });
  for (const [name, code] of Object.entries(examples(readme))) {
    test(`${readme}: ${name} runs`, async () => {
      assert.ok(code.trim().split('\n').length <= 14, 'an example is short');
      await RUNS[name](code);
    });
  }
}

test('the two READMEs show the same code, but for comments and language', () => {
  const [english, chinese] = READMES.map(examples);
  for (const name of NAMES) assert.equal(plainCode(chinese[name]), plainCode(english[name]), name);
});

test('the table of errors in the README is the one that errors speak from', () => {
  const { IotError } = require('iotexplorer-client');
  for (const [readme, language] of [
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ]) {
    const rows = [
      ...readFileSync(join(repository, readme), 'utf8').matchAll(/^\| `([\w.]+)` \| `([a-z-]+)` \| (.+) \|$/gm),
    ];
    assert.ok(rows.length > 60, `${readme}: ${rows.length} rows`);
    for (const [, code, remedy, sentence] of rows) {
      const kind = ['Aborted', 'Flow', 'Init', 'Network', 'Parameter', 'Protocol', 'Timeout'].find((one) =>
        code.startsWith(`${one}.`),
      );
      const error = new IotError({ kind: kind?.toLowerCase() ?? 'api', code, message: 'm' });
      assertIotError(error, { remedy });
      assert.equal(error.describe(language), sentence);
    }
  }
});
