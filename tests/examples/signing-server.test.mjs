// examples/signing-server: signs what the user may bind, and nothing else.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, test } from 'node:test';
import { settled } from '../js/support/checks.mjs';
import { require } from '../js/support/package.mjs';
import { freeDevices, startSandbox } from '../js/support/sandbox.mjs';
import { assertRefused, assertSilentAbout, run, runSnippet, startServer } from './support/examples.mjs';

const { Client } = require('iotexplorer-client');
const sandbox = await startSandbox();
const SUB = sandbox.seed.products.find(({ kind }) => kind === 'sub');
const OTHER = sandbox.seed.products.find(({ kind }) => kind === 'bluetooth');
const PRODUCT_SECRETS = JSON.stringify({ [SUB.productId]: SUB.productSecret, [OTHER.productId]: OTHER.productSecret });
const settings = { PRODUCT_SECRETS, IOTEXPLORER_ENDPOINT: sandbox.endpoint };
const server = await startServer('signing-server', { ...settings, PER_MINUTE: '1000' });

/** What must never be in a log: filled as the tests go. */
const secrets = [SUB.productSecret, OTHER.productSecret];

/** Alice, her home, her gateway and a sub-device there that nobody has yet. */
async function world() {
  const { users, gateway } = await sandbox.reset();
  const [{ accessToken, families }, bob] = users;
  secrets.push(accessToken, bob.accessToken);
  const [subDevice] = await freeDevices(sandbox, 'sub');
  return { accessToken, bob, families, body: { familyId: families[0].familyId, gateway, subDevice } };
}

const askWith = (accessToken, body, headers) =>
  server.ask('/signatures', { body, headers: { authorization: `Bearer ${accessToken}`, ...headers } });

async function signed(accessToken, body) {
  const answer = await askWith(accessToken, body);
  assert.equal(answer.status, 200, answer.text);
  secrets.push(answer.body.signature);
  return answer;
}

for (const style of ['documented', 'live']) {
  test(`a sub-device is bound as the README says, and one that is not there is not (${style})`, async () => {
    const { accessToken, body } = await world();
    await sandbox.post('envelope', { style });
    const client = new Client({ accessToken, endpoint: sandbox.endpoint });
    const { gateway, familyId, subDevice } = body;
    const subDevices = [subDevice, { ...subDevice, deviceName: 'no-such-sensor' }];
    const ask = (path, options) => fetch(server.url + path, options);
    const given = { client, gateway, familyId, subDevices, accessToken, fetch: ask };
    const [result, other] = await settled(runSnippet('signing-server', given, 'results'));
    assert.equal(result.ok, true, String(result.error));
    assert.equal(result.device.confirmed, true);
    assert.equal(other.error.code, 'Flow.SignFailed');
    assert.equal(other.error.cause.message, 'This gateway does not see that sub-device.');
    const bound = await sandbox.device(body.subDevice);
    assert.deepEqual([bound.binds, bound.familyId, bound.gateway], [1, body.familyId, body.gateway]);
  });
}

test('the signature is the documented one, over a nonce and a time of its own', async () => {
  const { accessToken, body } = await world();
  const answers = [await signed(accessToken, body), await signed(accessToken, body)];
  for (const { body: answer, headers } of answers) {
    assert.deepEqual(Object.keys(answer).sort(), ['nonce', 'signature', 'timestamp']);
    const { signature, nonce, timestamp } = answer;
    const { productId, deviceName } = body.subDevice;
    const text = `deviceName=${deviceName}&nonce=${nonce}&productId=${productId}&timestamp=${timestamp}`;
    assert.equal(signature, createHmac('sha1', SUB.productSecret).update(text).digest('base64'));
    assert.match(nonce, /^[A-Za-z0-9]{5}$/);
    assert.ok(Math.abs(timestamp - Date.now() / 1000) < 10);
    assert.equal(headers.get('cache-control'), 'no-store');
  }
  assert.notEqual(answers[0].body.nonce, answers[1].body.nonce);
});

test('a sub-device far down a long list is found', async () => {
  const { accessToken, body } = await world();
  const { devices } = await sandbox.post('devices', { kind: 'sub', count: 120 });
  await signed(accessToken, { ...body, subDevice: devices.at(-1) });
});

test('who is not signed in gets nothing', async () => {
  const { accessToken, body } = await world();
  assertRefused(await server.ask('/signatures', { body }), 401, 'NoSession');
  for (const header of ['', accessToken, 'Basic QWxpY2U6c2VjcmV0', `Bearer ${'a'.repeat(600)}`]) {
    assertRefused(await server.ask('/signatures', { body, headers: { authorization: header } }), 401, 'NoSession');
  }
  assert.deepEqual(await sandbox.log(), [], 'the cloud was not asked');
  assertRefused(await askWith('made-up-token', body), 401, 'SessionExpired');
  await sandbox.post('token', { userId: 'user-1', op: 'expire' });
  assertRefused(await askWith(accessToken, body), 401, 'SessionExpired');
});

test('a gateway of somebody else, or of another family, is refused', async () => {
  const { accessToken, bob, families, body } = await world();
  assertRefused(await askWith(bob.accessToken, body), 403, 'NotYourGateway');
  const bobs = { ...body, familyId: bob.families[0].familyId };
  assertRefused(await askWith(bob.accessToken, bobs), 403, 'NotYourGateway');
  assertRefused(await askWith(accessToken, bobs), 403, 'NotYourGateway');
  assertRefused(await askWith(accessToken, { ...body, familyId: families[1].familyId }), 403, 'NotYourGateway');
  const none = { ...body.gateway, deviceName: 'no-such-gateway' };
  assertRefused(await askWith(accessToken, { ...body, gateway: none }), 403, 'NotYourGateway');
});

test('a sub-device that is not at this gateway is refused', async () => {
  const { accessToken, families, body } = await world();
  // Alice's own other gateway, which does not see the sensor.
  const cabin = { ...body, familyId: families[1].familyId, gateway: { ...body.gateway, deviceName: 'gateway-cabin' } };
  assertRefused(await askWith(accessToken, cabin), 403, 'NotYourSubDevice');
  const none = { ...body.subDevice, deviceName: 'no-such-sensor' };
  assertRefused(await askWith(accessToken, { ...body, subDevice: none }), 403, 'NotYourSubDevice');
  // What is in the family, and no gateway.
  const lamp = { productId: 'LAMPWIFI7G', deviceName: 'lamp-1' };
  assertRefused(await askWith(accessToken, { ...body, gateway: lamp }), 403, 'NotYourSubDevice');
  // A product that is signed for, but not at this gateway.
  const lock = { productId: OTHER.productId, deviceName: 'lock-1' };
  assertRefused(await askWith(accessToken, { ...body, subDevice: lock }), 403, 'NotYourSubDevice');
});

test('a product without a secret here is refused, and so is what is no such request', async () => {
  const { accessToken, body } = await world();
  const plug = { productId: 'PLUGWIFI1A', deviceName: 'plug-1' };
  assertRefused(await askWith(accessToken, { ...body, subDevice: plug }), 404, 'UnknownProduct');
  assertRefused(await askWith(accessToken, { ...body, subDevice: { ...plug, productId: 'constructor' } }), 404, 'UnknownProduct');
  const { familyId, ...rest } = body;
  const broken = [
    rest,
    { ...body, familyId: 1 },
    { ...body, gateway: 'gateway-1' },
    { ...body, subDevice: { ...body.subDevice, deviceName: '' } },
    // Nonce and time are not the caller's to choose.
    { ...body, nonce: 'mine0' },
    { ...body, timestamp: 4_102_444_800 },
    [],
    '{',
    'null',
  ];
  for (const one of broken) assertRefused(await askWith(accessToken, one), 400, 'BadRequest');
  assertRefused(await askWith(accessToken, { ...body, familyId: 'f'.repeat(5000) }), 413, 'TooLarge');
  assertRefused(await server.ask('/elsewhere'), 404, 'NotFound');
  assert.deepEqual(await sandbox.log(), [], 'the cloud was not asked');
});

test('a cloud that fails is no refusal, and nothing is signed', async () => {
  const { accessToken, body } = await world();
  for (const action of ['AppGetDeviceInFamily', 'AppGetGatewayBindDeviceList']) {
    for (const fault of [{ kind: 'status', status: 502 }, { kind: 'error', code: 'InternalError.InternalRPCError' }]) {
      await sandbox.post('fault', { ...fault, action, times: 2 });
      assertRefused(await askWith(accessToken, body), 503, 'CloudUnavailable');
    }
  }
});

test('a refusal speaks the language that is asked for', async () => {
  const { accessToken, body } = await world();
  const none = { ...body, gateway: { ...body.gateway, deviceName: 'none' } };
  const messageIn = async (language) => (await askWith(accessToken, none, { 'accept-language': language })).body.error.message;
  assert.match(await messageIn('zh-CN,zh;q=0.9,en;q=0.8'), /\p{Script=Han}/u);
  assert.match(await messageIn('en-US,en;q=0.9,zh;q=0.8'), /^[\x20-\x7e]+$/);
});

test('one address gets so many a minute', async () => {
  const { accessToken, body } = await world();
  const strict = await startServer('signing-server', { ...settings, PER_MINUTE: '3' });
  const headers = { authorization: `Bearer ${accessToken}` };
  for (let nth = 0; nth < 3; nth++) {
    const answer = await strict.ask('/signatures', { body, headers });
    assert.equal(answer.status, 200);
    secrets.push(answer.body.signature);
  }
  const answer = await strict.ask('/signatures', { body, headers });
  assertRefused(answer, 429, 'TooManyRequests');
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assertSilentAbout(strict.said, secrets);
});

test('without secrets it does not start, and shows nothing of what it was given', async () => {
  for (const value of ['', 'a-secret-that-is-no-json', '{}', '{"P":""}', '["a-secret-in-a-list",1]']) {
    const program = run('signing-server', ['server.js'], { ...settings, PRODUCT_SECRETS: value, PORT: '0' });
    assert.equal(await settled(program.ended), 1);
    assert.match(program.said, /^PRODUCT_SECRETS must be/);
    assert.doesNotMatch(program.said, /a-secret/);
  }
});

after(() => {
  assert.ok(secrets.length > 10);
  assertSilentAbout(server.said, secrets);
});
