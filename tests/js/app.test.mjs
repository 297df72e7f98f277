// Calls before sign-in: an application makes them, and signs them with its AppSecret.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { assertHides, rejected, thrown } from './support/checks.mjs';
import { require, vectors } from './support/package.mjs';

const { init, Client, buildRequest, request, endpoints, sign } = require('iotexplorer-client');
await init();

const APP_KEY = 'ahPxdKWywfNTGrejd';
const APP_SECRET = 'the-app-secret-0123456789';
const KEYS = { appKey: APP_KEY, appSecret: APP_SECRET };
const LOGIN = { Type: 'phone', CountryCode: '86', PhoneNumber: '13800000000', Password: 'Pass-w0rd-1' };
const BEFORE_SIGN_IN = vectors('actions').filter(({ endpoint }) => endpoint === 'appapi').map(({ action }) => action);

/** The signature as the reference describes it, by another implementation. */
function signatureOf({ Signature, ...params }) {
  const text = Object.keys(params)
    .sort()
    .map((name) => `${name.replaceAll('_', '.')}=${params[name]}`)
    .join('&');
  return createHmac('sha1', APP_SECRET).update(text).digest('base64');
}

test('what an application calls is sent to appapi, signed', () => {
  assert.equal(BEFORE_SIGN_IN.length, 8);
  for (const action of BEFORE_SIGN_IN) {
    const { params } = vectors('actions').find((fact) => fact.action === action);
    const filled = Object.fromEntries(params.map(({ name, type }) => [name, type === 'integer' ? 7 : 'wörd & 值']));
    const before = Math.floor(Date.now() / 1000);
    const built = buildRequest(action, { ...filled, A_b: 1, Ab: true }, { ...KEYS, requestId: 'r', commonParams: { lang: 'zh' } });
    assert.equal(built.url, 'https://iot.cloud.tencent.com/api/exploreropen/appapi', action);
    const body = JSON.parse(built.body);
    assert.deepEqual(Object.keys(body).slice(0, 5), ['Action', 'RequestId', 'AppKey', 'Timestamp', 'Nonce']);
    assert.equal(body.AppKey, APP_KEY);
    assert.ok(body.Timestamp >= before && body.Timestamp <= Date.now() / 1000, `${body.Timestamp}`);
    assert.ok(Number.isInteger(body.Nonce) && body.Nonce > 0 && body.Nonce < 2 ** 31, `${body.Nonce}`);
    assert.equal(body.Signature, signatureOf(body), action);
    assert.equal(sign.verifyAppRequest(body, APP_SECRET), true);
    assert.equal(body.lang, 'zh');
    assert.ok(!built.body.includes(APP_SECRET));
  }
});

test('a nonce is not used twice', () => {
  const nonces = Array.from({ length: 200 }, () => JSON.parse(request.appGetToken(LOGIN, KEYS).body).Nonce);
  assert.ok(new Set(nonces).size > 195);
});

test('the address before sign-in follows from the endpoint', () => {
  const urlOf = (endpoint) => request.appGetToken(LOGIN, { ...KEYS, endpoint }).url;
  assert.equal(urlOf(endpoints.overseas), 'https://oversea.iotcloud.tencentiotcloud.com/api/exploreropen/appapi');
  assert.equal(urlOf('http://localhost:1/api/tokenapi?x=tokenapi'), 'http://localhost:1/api/appapi?x=tokenapi');
  // A proxy of one's own goes by the Action.
  assert.equal(urlOf('https://example.com/my/proxy'), 'https://example.com/my/proxy');
  const plain = request.appGetFamilyList({}, { ...KEYS, accessToken: 'a' });
  assert.equal(plain.url, endpoints.china);
});

test('each kind of call says which credentials it lacks', async () => {
  const build = (action, params, options) => () => buildRequest(action, params, options);
  for (const [work, parameter] of [
    [build('AppGetToken', LOGIN, { accessToken: 'a' }), 'appKey'],
    [build('AppGetToken', LOGIN, { appSecret: APP_SECRET }), 'appKey'],
    [build('AppGetToken', LOGIN, { appKey: APP_KEY }), 'appSecret'],
    [build('AppGetFamilyList', {}, KEYS), 'accessToken'],
    [build('AppGetFamilyList', {}, {}), 'accessToken'],
  ]) {
    thrown(work, { kind: 'parameter', code: 'Parameter.Missing', parameter });
  }
  thrown(() => new Client({}), { code: 'Parameter.Missing', parameter: 'accessToken' });
  thrown(() => new Client({ appKey: APP_KEY }), { code: 'Parameter.Missing', parameter: 'accessToken' });
  thrown(() => new Client({ appSecret: APP_SECRET }), { code: 'Parameter.Missing', parameter: 'appKey' });
  for (const wrong of [5, '', null]) {
    thrown(() => new Client({ ...KEYS, appKey: wrong }), { kind: 'parameter', parameter: 'appKey' });
    thrown(() => new Client({ ...KEYS, appSecret: wrong }), { kind: 'parameter', parameter: 'appSecret' });
  }
  const never = () => assert.fail('nothing is sent');
  const app = new Client({ ...KEYS, transport: never });
  await rejected(app.appGetFamilyList(), { code: 'Parameter.Missing', parameter: 'accessToken' });
  await rejected(
    app.bindWithToken({ familyId: 'f', sendToDevice: never }),
    { code: 'Parameter.Missing', parameter: 'accessToken' },
  );
  const user = new Client({ accessToken: 'a', transport: never });
  await rejected(user.appGetToken(LOGIN), { code: 'Parameter.Missing', parameter: 'appKey', action: 'AppGetToken' });
});

test('what cannot be signed is refused by its name', () => {
  for (const [value, code] of [['', 'Parameter.Empty'], [{}, 'Parameter.WrongType'], [[1], 'Parameter.WrongType']]) {
    thrown(() => request.appGetToken({ ...LOGIN, Extra: value }, KEYS), {
      kind: 'parameter',
      code,
      parameter: 'Extra',
      action: 'AppGetToken',
    });
  }
});

test('a client with both calls each Action in its own way', async () => {
  const sent = [];
  const transport = async ({ url, body }) => {
    sent.push([new URL(url).pathname.split('/').pop(), JSON.parse(body)]);
    return { status: 200, body: '{"Response":{"RequestId":"r","Data":{"Token":"new","ExpireAt":1}}}' };
  };
  let asked = 0;
  const accessToken = () => `token-${++asked}`;
  const client = new Client({ ...KEYS, accessToken, transport });
  assert.equal((await client.appGetToken(LOGIN)).Token, 'new');
  assert.equal(asked, 0);
  await client.appGetFamilyList();
  assert.equal(asked, 1);
  assert.deepEqual(sent.map(([path]) => path), ['appapi', 'tokenapi']);
  assert.equal(sent[0][1].Signature, signatureOf(sent[0][1]));
  assert.equal(sent[0][1].AccessToken, undefined);
  assert.equal(sent[1][1].AccessToken, 'token-1');
  assert.equal(sent[1][1].AppKey, undefined);
});

test('no error, event or log has the secret, the password or the signature', async () => {
  const events = [];
  let signature;
  const transport = async ({ body }) => {
    ({ Signature: signature } = JSON.parse(body));
    const Message = `${signature} ${APP_SECRET} ${LOGIN.Password}`;
    return { status: 200, body: JSON.stringify({ Response: { RequestId: 'r', Error: { Code: 'InvalidParameterValue', Message } } }) };
  };
  const client = new Client({ ...KEYS, transport, onEvent: (event) => events.push(event) });
  const error = await rejected(client.appGetToken(LOGIN), { kind: 'api', action: 'AppGetToken' });
  assert.match(error.message, /\*\*\* \*\*\* \*\*\*/);
  const secrets = [APP_SECRET, LOGIN.Password, signature];
  assertHides(error, secrets);
  for (const shown of [inspect(client, { depth: 9, showHidden: true }), JSON.stringify(events), JSON.stringify(client)]) {
    for (const secret of secrets) assert.ok(!shown.includes(secret), shown);
  }
  const hidden = { get appKey() { throw new Error(`no ${APP_SECRET}`); }, appSecret: APP_SECRET };
  assertHides(thrown(() => new Client(hidden), { kind: 'parameter', parameter: 'appKey' }), [APP_SECRET]);
});

test('a failed sign-in has the code that the cloud hides in its message', async () => {
  const Message = 'InvalidParameterValue.UserLoginFailed|the password is wrong';
  const body = JSON.stringify({ Response: { RequestId: 'r', Error: { Code: 'InternalError', Message } } });
  const client = new Client({ ...KEYS, transport: async () => ({ status: 200, body }) });
  const error = await rejected(client.appGetToken(LOGIN), {
    kind: 'api',
    code: 'InvalidParameterValue.UserLoginFailed',
    category: 'InvalidParameterValue',
    retryable: false,
  });
  assert.match(error.message, /the password is wrong/);
});
