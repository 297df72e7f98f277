// The entry `iotexplorer-client/compat` beside the official SDK, over the sandbox in live style: the same requests, answers and errors.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { assertHides, assertIotError, settled } from './support/checks.mjs';
import { loadOfficial } from './support/official.mjs';
import { importInProject, project, require, runInProject } from './support/package.mjs';
import { freeDevices, startSandbox } from './support/sandbox.mjs';

const realFetch = globalThis.fetch;
const sandbox = await startSandbox({ envelope: 'live' });
const official = loadOfficial();
const compat = require('iotexplorer-client/compat');
const { IotError } = require('iotexplorer-client');
const { AppDevSdk } = compat;
const apiUrl = `${sandbox.url}/api/exploreropen/`;
const [{ accessToken, userId, families }] = sandbox.seed.users;
const [{ familyId }] = families;

async function signIn(kind, options) {
  const sdk = new kind.AppDevSdk({
    getAccessToken: async () => ({ Token: accessToken }),
    apiUrl,
    apiPlatform: 'weapp',
    wsConfig: { connectWhenInit: false, connectWhenAppShow: false, autoReconnect: false },
    enableAccessTokenCache: false,
    ...options,
  });
  await sdk.init();
  return sdk;
}

/** What a promise rejects with: a plain object, as code for the official SDK tests it. */
async function refused(promise, expected) {
  const error = await settled(promise).then(
    (value) => assert.fail(`it resolved with ${JSON.stringify(value)}`),
    (reason) => reason,
  );
  assert.equal(Object.getPrototypeOf(error), Object.prototype);
  assert.ok(typeof error.msg === 'string' && error.msg !== '', JSON.stringify(error));
  if (error.error instanceof IotError) assertIotError(error.error);
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(error[name], value, `${name} of ${JSON.stringify(error)}`);
  return error;
}

test('everything that the official SDK exports is there, by import and by require', async () => {
  const imported = await importInProject('iotexplorer-client/compat');
  const names = Object.keys(compat).filter((name) => name !== 'default');
  // A live binding that only says whether its own modal is open.
  const missing = Object.keys(official).filter((name) => !names.includes(name) && name !== 'hasModalShow');
  assert.deepEqual(missing, []);
  for (const name of names) assert.equal(imported[name], compat[name], name);
  assert.equal(compat.default, AppDevSdk);
  const { byDefault } = await runInProject("export { default as byDefault } from 'iotexplorer-client/compat';");
  assert.equal(byDefault, AppDevSdk);
  const members = (kind) => Object.getOwnPropertyNames(kind.prototype).filter((name) => !name.startsWith('_'));
  for (const name of members(official.AppDevSdk)) assert.ok(name in AppDevSdk.prototype, name);
  assert.deepEqual(Object.keys(AppDevSdk.utils).sort(), names.filter((name) => !name.startsWith('AppDev')).sort());
});

test('names of events, errors and steps have the values that they have there', () => {
  const ours = AppDevSdk.constants;
  const theirs = official.AppDevSdk.constants;
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
  for (const name of ['EventTypes', 'ConnectDeviceErrorCode', 'ConnectDeviceStepCode', 'themeColorMap']) assert.deepEqual(ours[name], theirs[name], name);
  const { NOT_SUPPORTED, ...codes } = ours.ErrorCode;
  assert.deepEqual(codes, theirs.ErrorCode);
  assert.equal(NOT_SUPPORTED, 'NOT_SUPPORTED');
  for (const name of Object.keys(theirs).filter((name) => name.endsWith('Msg'))) {
    assert.deepEqual(Object.keys(ours[name]).sort(), Object.keys(theirs[name]).sort(), name);
    for (const [code, text] of Object.entries(ours[name])) assert.match(text, /\p{Script=Han}/u, code);
  }
});

/** Calls as apps make them. Each gets a fresh world, of which it knows a device; it is made by both, one after the other. */
const CALLS = {
  user: (sdk) => sdk.requestApi('AppGetUser'),
  families: (sdk) => sdk.requestApi('AppGetFamilyList', { Offset: 0, Limit: 100 }),
  'default family': (sdk) => sdk.getDefaultFamilyId(),
  'devices of the default family': (sdk) => sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'default' }),
  'twice the default family': async (sdk) => [
    await sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'default' }),
    await sdk.requestApi('AppDescribeFamily', { FamilyId: 'default' }),
  ],
  'a made family': (sdk) => sdk.requestApi('AppCreateFamily', { Name: 'second home', Address: 'there' }).then(({ Data }) => Object.keys(Data)),
  'a bind token': (sdk) => sdk.requestApi('AppCreateDeviceBindToken').then(({ Token }) => Token.length),
  'bind by token': async (sdk, { wifi }) => {
    const { Token } = await sdk.requestApi('AppCreateDeviceBindToken', {}, { isTokenApi: true });
    const before = await sdk.requestApi('AppGetDeviceBindTokenState', { Token });
    await sandbox.post('device/report-token', { token: Token, productId: wifi.ProductId, deviceName: wifi.DeviceName });
    const { State } = await sdk.requestApi('AppGetDeviceBindTokenState', { Token });
    await sdk.requestApi('AppTokenBindDeviceFamily', { Token, ...wifi, FamilyId: 'default', RoomId: '0' });
    const { CreateTime, UpdateTime, ...bound } = await sdk.requestApi('AppGetDeviceInFamily', { ...wifi, FamilyId: 'default' });
    return [before.State, State, bound];
  },
  // The device named in one parameter, which the documents do not know.
  'bind by signature': async (sdk, { wifi }) => {
    const { ProductId, DeviceName, ...signed } = await sandbox.post('device/sign', { productId: wifi.ProductId, deviceName: wifi.DeviceName });
    const payload = { FamilyId: familyId, RoomId: '0', DeviceId: `${ProductId}/${DeviceName}`, ...signed };
    const { AppDeviceInfo } = await sdk.requestApi('AppSigBindDeviceInFamily', payload);
    return Object.keys(AppDeviceInfo);
  },
  'control a device': (sdk, { lamp }) => sdk.requestApi('AppControlDeviceData', { ...lamp, Data: JSON.stringify({ power_switch: 1 }) }),
  'a device that is not there': (sdk, { wifi }) => sdk.requestApi('AppGetDeviceInFamily', { ...wifi, FamilyId: 'default' }),
  'a family that is not there': (sdk) => sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'f-none' }),
  'an Action that nobody knows': (sdk) => sdk.requestApi('AppDoSomethingNew', { Number: 1, Nested: { List: [null, true] }, Left: undefined }),
  'parameters of other types than documented': (sdk, { wifi }) => sdk.requestApi('AppGetDeviceInFamily', { ...wifi, FamilyId: 7 }),
  'an Action that is called before sign-in': (sdk) => sdk.requestApi('AppGetToken', { Type: 'phone', CountryCode: '86', PhoneNumber: '1', Password: 'p' }),
  'what is missing': (sdk) => sdk.requestApi('AppTokenBindDeviceFamily', { FamilyId: 'default', RoomId: undefined }),
  'common parameters of its own': (sdk) =>
    sdk.requestApi('AppGetFamilyList', { RegionId: 22, Platform: 'web', uin: 'me', Action: 'AppGetUser', RequestId: 'mine', AccessToken: 'mine' }),
  'a token that has ended': async (sdk) => {
    sdk.loginManager.getAccessToken = async () => ({ Token: 'no-such-token' });
    await sandbox.post('token', { userId, op: 'expire' });
    return sdk.requestApi('AppGetFamilyList', {}, { doNotRetry: true });
  },
  'to be refused without a retry': async (sdk) => {
    await sdk.loginManager.logout();
    return sdk.requestApi('AppGetFamilyList', {}, { doNotRetry: true });
  },
};

/** Both make a call: what the sandbox was asked, and how it ended. */
async function made(kind, call, options) {
  const seed = await sandbox.reset('live');
  const [wifi] = await freeDevices(sandbox, 'wifi');
  const lamp = { ProductId: 'LAMPWIFI7G', DeviceName: 'lamp-1' };
  const world = { seed, wifi: { ProductId: wifi.productId, DeviceName: wifi.deviceName }, lamp };
  const sdk = await signIn(kind, options);
  const outcome = await settled(call(sdk, world)).then(
    (value) => ({ value }),
    ({ code, msg }) => ({ code, msg: code === 'VERIFY_LOGIN_FAIL' ? '' : msg }),
  );
  // Ids and tokens differ from run to run.
  const plain = (value) => JSON.parse(JSON.stringify(value ?? null, (name, inner) => (/^(RequestId|Token|Signature|\w+Time(stamp)?)$/.test(name) ? '*' : inner)));
  const log = (await sandbox.log()).map(({ action, query, params, status, code }) => ({ action, query, params, status, code }));
  // It asks for the first hundred families; the documents allow fifty.
  for (const { action, params } of log) if (action === 'AppGetFamilyList' && params.Limit === 100) params.Limit = 50;
  return plain({ outcome, log });
}

for (const [name, call] of Object.entries(CALLS)) {
  test(`the same wire, answers and errors: ${name}`, async () => {
    const theirs = await made(official, call);
    const ours = await made(compat, call);
    assert.ok(theirs.log.length > 0);
    assert.deepEqual(ours, theirs);
  });
}

test('the same wire with other options: region, platform, a made-up user', async () => {
  const options = { apiRegionId: 22, apiPlatform: 'h5', debug: true, defaultUin: 'tester' };
  assert.deepEqual(await made(compat, CALLS.families, options), await made(official, CALLS.families, options));
  assert.equal((await sandbox.log()).at(-1).query.uin, 'tester');
  compat.logger.config({ debug: false });
});

test('where nobody need be signed in, it goes out without a token, and without the user before', async () => {
  const sdk = await signIn(compat);
  await sdk.loginManager.logout();
  await refused(sdk.requestApi('AppGetFamilyList', {}, { needLogin: false, doNotRetry: true }), { code: 'VERIFY_LOGIN_FAIL' });
  const { query, params } = (await sandbox.log()).at(-1);
  assert.deepEqual([query.uin, params.AccessToken], ['unknown', undefined]);
});

test('who is signed in', async () => {
  await sandbox.reset('live');
  const events = [];
  const sdk = new AppDevSdk({ getAccessToken: async () => ({ Token: accessToken }), apiUrl });
  sdk.on('LoginStateChange', (event) => events.push(event));
  assert.deepEqual([sdk.isLogin, sdk.userId, sdk.uin, sdk.nickName, sdk.userInfo], [false, 'unknown', 'unknown', '', undefined]);
  await sdk.init();
  const theirs = await signIn(official);
  for (const name of ['isLogin', 'userId', 'uin', 'nickName', 'userInfo']) assert.deepEqual(sdk[name], theirs[name], name);
  assert.equal(sdk.userId, userId);
  assert.equal(sdk.loginManager.accessToken, accessToken);
  // Once more costs nothing.
  const asked = (await sandbox.log()).length;
  await sdk.init();
  assert.equal((await sandbox.log()).length, asked);
  await sdk.loginManager.reLogin();
  await sdk.loginManager.logout();
  assert.deepEqual(events, [true, false, true, false].map((isLogin) => ({ isLogin })));
  assert.throws(() => sdk.loginManager.checkLogin(), { code: 'VERIFY_LOGIN_FAIL' });
});

test('with the documented envelope it answers what that holds', async () => {
  await sandbox.reset('documented');
  const sdk = await signIn(compat);
  assert.equal(sdk.userId, userId);
  const families = await sdk.requestApi('AppGetFamilyList');
  const { FamilyList } = families.Data ?? families;
  assert.equal(FamilyList[0].FamilyId, await sdk.getDefaultFamilyId());
  await refused(sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'f-none' }), { code: 'InvalidParameterValue' });
  await sandbox.reset('live');
});

test('what fails on the way to signing in is handed on in the same shape', async () => {
  await sandbox.reset('live');
  const failing = (getAccessToken) => new AppDevSdk({ apiUrl, getAccessToken });
  await refused(failing(async () => ({ Token: 'no-such-token' })).init(), { code: 'VERIFY_LOGIN_FAIL' });
  await refused(failing(async () => ({ Token: '' })).init(), { code: 'VERIFY_LOGIN_FAIL' });
  const broken = new Error('our server is away');
  await refused(failing(() => Promise.reject(broken)).init(), { code: 'INTERNAL_ERROR', msg: broken.message, error: broken });
  await refused(failing(() => { throw broken; }).init(), { code: 'INTERNAL_ERROR', error: broken });
  await refused(failing(() => Promise.reject({ code: 'CLOUDFUNC_NOT_FOUND', msg: 'deploy it' })).init(), { code: 'CLOUDFUNC_NOT_FOUND', msg: 'deploy it' });
  await refused(failing(() => Promise.reject({ errMsg: 'getUserInfo:fail auth deny' })).init(), { code: 'GET_USERINFO_NEED_AUTH', errMsg: 'getUserInfo:fail auth deny' });
  // A request signs in by itself, and says why that did not work.
  const { reason } = await refused(failing(() => Promise.reject(broken)).requestApi('AppGetUser'), { code: 'VERIFY_LOGIN_FAIL' });
  assert.deepEqual([reason.code, reason.msg], ['INTERNAL_ERROR', broken.message]);
  // After which the next one may.
  let tries = 0;
  const second = failing(async () => (tries++ ? { Token: accessToken } : Promise.reject(broken)));
  await refused(second.init(), { code: 'INTERNAL_ERROR' });
  await second.init();
  assert.equal(second.isLogin, true);
});

test('no answer of the cloud: never a success', async () => {
  await sandbox.reset('live');
  const sdk = await signIn(compat);
  const answers = [
    ['<html>502</html>', 502, 'Protocol.HttpStatus'],
    ['<html>welcome</html>', 200, 'Protocol.NotJson'],
    ['', 200, undefined],
    ['[]', 200, undefined],
    ['{"code":1234,"msg":"no"}', 200, 1234],
    ['{"code":"Odd","msg":"no"}', 200, 'Odd'],
    ['{"code":-1,"msg":"no","data":{"Error":{"Code":"LimitExceeded","Message":"too many"}}}', 200, 'LimitExceeded'],
  ];
  for (const [body, status, code] of answers) {
    globalThis.fetch = async () => new Response(body, { status });
    const error = await refused(sdk.requestApi('AppCreateRoom', { FamilyId: 'f', Name: 'n' }), {});
    if (code !== undefined && !/^Protocol/.test(code)) assert.equal(error.code, code);
    else assert.match(error.code, /^Protocol\./, body);
    if (error.error.kind === 'protocol') assert.match(error.msg, /\p{Script=Han}/u);
  }
  // Code 0 without data is success without data.
  globalThis.fetch = async () => new Response('{"code":0,"msg":"","data":null}');
  assert.deepEqual(await sdk.requestApi('AppCreateRoom', { FamilyId: 'f', Name: 'n' }), {});
  globalThis.fetch = async () => {
    throw new TypeError('fetch failed');
  };
  await refused(sdk.requestApi('AppCreateRoom', { FamilyId: 'f', Name: 'n' }), { code: 'Network.Failed' });
  globalThis.fetch = (url, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
  await refused(sdk.requestApi('AppCreateRoom', { FamilyId: 'f', Name: 'n' }, { timeout: 20 }), { code: 'Timeout.Request' });
  // What only reads is asked again.
  let tries = 0;
  globalThis.fetch = (...given) => (tries++ ? realFetch(...given) : Promise.reject(new TypeError('fetch failed')));
  assert.equal((await sdk.requestApi('AppGetFamilyList')).FamilyList[0].FamilyId, familyId);
  globalThis.fetch = realFetch;
});

test('options of a request: its own address and headers, another path', async () => {
  const sdk = await signIn(compat);
  const asked = [];
  globalThis.fetch = async (url, { headers, body }) => {
    asked.push([url, headers['x-test'], JSON.parse(body).Action]);
    return new Response('{"code":0,"data":{}}');
  };
  try {
    await sdk.requestApi('AppGetUser', {}, { url: 'https://example.com/base/', header: { 'x-test': 'yes' } });
    await sdk.requestApi('thing/Do', {}, { isTokenApi: false });
  } finally {
    globalThis.fetch = realFetch;
  }
  assert.deepEqual(asked, [
    [`https://example.com/base/tokenapi?uin=${userId}&cmd=AppGetUser`, 'yes', 'AppGetUser'],
    [`${apiUrl}thing/Do?uin=${userId}&cmd=thing%2FDo`, undefined, 'thing/Do'],
  ]);
  // A token does not travel where others listen.
  await refused(sdk.requestApi('AppGetUser', {}, { url: 'http://example.com/' }), { code: 'Parameter.NotAllowed' });
});

test('the WebSocket is left out, and says so; so do helpers that need other packages', async () => {
  const sdk = await signIn(compat);
  const calls = {
    subscribeDevices: sdk.subscribeDevices(['P/D']),
    connectWebsocket: sdk.connectWebsocket(),
    sendWebsocketMessage: sdk.sendWebsocketMessage('ActivePush'),
    'ws.connect': sdk.ws.connect(),
    'ws.send': sdk.ws.send('ActivePush'),
  };
  for (const [feature, promise] of Object.entries(calls)) {
    const { msg } = await refused(promise, { code: 'NOT_SUPPORTED', feature });
    assert.ok(msg.includes(feature) && /WebSocket/.test(msg) && /\p{Script=Han}/u.test(msg), msg);
  }
  assert.equal(sdk.ws.isConnected(), false);
  sdk.disconnectWebsocket();
  for (const name of ['base64', 'byteUtil', 'CryptoJS', 'WebSocket']) {
    const helper = AppDevSdk.utils[name];
    const expected = { name: 'Error', code: 'NOT_SUPPORTED', feature: `utils.${name}` };
    assert.throws(() => helper.anything, expected);
    assert.throws(() => new helper('wss://example.com'), expected);
    assert.throws(() => helper(), expected);
  }
  // An app may put its own in the place of one.
  const { base64 } = AppDevSdk.utils;
  AppDevSdk.utils.base64 = official.base64;
  assert.equal(sdk.utils.base64.decode('5L2g'), '你');
  AppDevSdk.utils.base64 = base64;
});

test('plug-ins are installed with the SDK, and put their functions into `plugins`', () => {
  const seen = [];
  class Old extends compat.AppDevPlugin {
    static install(sdk) {
      sdk.plugins.old = { start: () => 'started' };
      seen.push(sdk);
    }
  }
  const sdk = new AppDevSdk({ getAccessToken: async () => ({ Token: 't' }), plugins: [Old] });
  assert.equal(sdk.plugins.old.start(), 'started');
  sdk.usePlugin({ install: (given) => seen.push(given) });
  assert.deepEqual(seen.map((one) => one === sdk), [true, true]);
  const told = [];
  const reporting = new AppDevSdk({ getAccessToken: async () => ({ Token: 't' }), reporter: (...given) => told.push(given) });
  reporting.reporter.warn('slow', { ms: 5 });
  reporting.reporter.error('bad');
  assert.deepEqual(told, [['slow', { level: 1, ms: 5 }], ['bad', { level: 2 }]]);
  new AppDevSdk({ reporter: () => { throw new Error('no'); } }).reporter.info('x');
});

test('events: as there, and inherited by what is compiled for old engines', async () => {
  for (const { EventEmitter } of [official, compat]) {
    // What TypeScript makes of `class extends` for ES5.
    function Old() {
      return EventEmitter.call(this) || this;
    }
    Old.prototype = Object.create(EventEmitter.prototype);
    const emitter = new Old();
    const seen = [];
    const first = (...given) => seen.push(['first', ...given]);
    assert.equal(emitter.on('a', first).on('a', first), emitter);
    emitter.once('a', (...given) => seen.push(['once', ...given]));
    assert.deepEqual(await emitter.emit('a', 1, 2), [1, 2, undefined]);
    emitter.emit('a', 3);
    emitter.off('a', first);
    emitter.emit('a', 4);
    emitter.off('a');
    assert.equal(emitter.emit('a', 5), undefined);
    assert.deepEqual(seen, [['first', 1, 2], ['first', 1, 2], ['once', 1, 2], ['first', 3], ['first', 3], ['first', 4]]);
    assert.throws(() => emitter.on('a', 5), TypeError);
    const other = () => {};
    new EventEmitter().off('b', other).once('b', other).off('b', other);
    assert.deepEqual(Object.keys(new EventEmitter().on('c', other)), []);
  }
});

/** Helpers, and what they are given. */
const HELPERS = {
  appendParams: [['u'], ['u', {}], ['u', { a: 1, b: undefined, c: '&=' }], ['u?x=1', { o: { p: [1] }, n: null }]],
  isPlainObject: [[{}], [[]], [null], [1], [undefined], [new Date()], [new Error('x')], [Object.create({})], [JSON.parse('{}')]],
  getErrorMsg: [[], [''], ['text'], [{ msg: 'm' }], [{ Message: 'M', reqId: 'r' }], [{ errMsg: 'e' }], [new Error('x')]],
  getType: [[[]], [null], [undefined], [new Date()], ['a'], [new ArrayBuffer(1)], [() => 1]],
  isArray: [[[]], [{}], ['a'], [undefined]],
  isObject: [[[]], [{}], ['a'], [null], [() => 1]],
  isEmpty: [[], [[]], [{}], [''], [[1]], [{ a: 1 }], [0]],
  cutoffLong: [['a'.repeat(5000)], [Array(12).fill(1)], [{ a: 'b'.repeat(9), c: null }, 4], [Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`k${at}`, at]))], [5]],
  hexToStr: [['0x4142'], ['616263'], [' 41 ']],
  hexToArrayBuffer: [['00ff10'], ['0A 0b']],
  arrayBufferToHexStringArray: [[new Uint8Array([0, 255, 16]).buffer], [['AA']], ['aabb'], [5]],
  jsonp2json: [['cb({"a":[1]})'], ["cb('{\"a\":1}')"], ['nothing']],
  isVerifyLoginError: [[{ code: 'VERIFY_LOGIN_FAIL' }], [{ code: 'InvalidParameterValue.InvalidAccessToken' }], [{ code: 5 }], [{}]],
};
for (const [name, inputs] of Object.entries(HELPERS)) {
  test(`utils.${name}: as there`, () => {
    for (const given of inputs) {
      // What to say where nothing is known is in our own words.
      const plain = (value) => (/[\u4e00-\u9fff]/.test(value) ? String(value).replace(/[\u4e00-\u9fff，]+/g, '…') : value);
      assert.deepEqual(plain(compat[name](...given)), plain(official[name](...given)), JSON.stringify(given));
    }
  });
}

test('errors are given their codes as there', () => {
  const inputs = [
    undefined,
    'text',
    { code: 1, msg: 'm' },
    { code: 'InvalidAccessToken', msg: 'm', reqId: 'r' },
    { errMsg: 'request:fail timeout', errno: 5 },
    { errMsg: 'getUserInfo:fail auth deny' },
    { errMsg: 'openBluetoothAdapter:fail scope unauthorized' },
    new TypeError('wrong'),
  ];
  // The official one writes into what it is given.
  const wordless = (error) => (error && typeof error === 'object' ? { ...error, msg: /[\u4e00-\u9fff]/.test(error.msg) ? '…' : error.msg } : error);
  for (const input of inputs) {
    const copy = input && Object.getPrototypeOf(input) === Object.prototype ? { ...input } : input;
    assert.deepEqual(wordless(compat.normalizeError(input)), wordless(official.normalizeError(copy)));
  }
  assert.throws(() => compat.handleVerifyLoginError({ code: 'InvalidAccessToken', reqId: 'r' }), { code: 'VERIFY_LOGIN_FAIL', reqId: 'r' });
  compat.handleVerifyLoginError({ code: 'LimitExceeded' });
});

test('waiting, lists, dialogues outside a mini-program', async () => {
  const { promise, resolve } = compat.genPromise();
  setTimeout(resolve, 5, 'done');
  assert.equal(await promise, 'done');
  const began = Date.now();
  await compat.delay(20);
  assert.ok(Date.now() - began >= 18);
  const pages = [];
  const all = await compat.fetchAllList(async (page) => (pages.push(page), { list: pages.length < 3 ? Array(100).fill(pages.length) : [3], total: 201 }));
  assert.equal(all.length, 201);
  assert.deepEqual(pages, [0, 100, 200].map((offset) => ({ offset, limit: 100 })));
  const seen = [];
  compat.tryCallHandler({ _doneHandler: (...given) => seen.push(given) }, 'done', 1, 2);
  compat.tryCallHandler({}, 'done', 3);
  assert.deepEqual(seen, [[1, 2]]);
  assert.equal(new Set(Array.from({ length: 500 }, compat.shortid)).size, 500);
});

test('no secret in an error or a log', async () => {
  await sandbox.reset('live');
  const secrets = ['bind-token-s3cret', accessToken];
  const events = [];
  for (const name of ['debug', 'info', 'warn', 'error', 'log']) console[name] = (...words) => events.push(words);
  const sdk = await signIn(compat, { debug: true });
  globalThis.fetch = async (url, { body }) => new Response(JSON.stringify({ code: 1, msg: `no: ${body}`, data: { Error: { Code: 'X', Message: `no: ${body}` } } }));
  for (const [action, payload] of [
    ['AppGetDeviceBindTokenState', { Token: secrets[0] }],
    ['AppTokenBindDeviceFamily', { Token: secrets[0] }],
    ['AppSomethingNew', { Token: secrets[0] }],
  ]) {
    assertHides(await refused(sdk.requestApi(action, payload), { code: 'X' }), secrets, action);
  }
  globalThis.fetch = realFetch;
  await refused(sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'f-none' }), {});
  assert.ok(!inspect(sdk, { depth: 20 }).includes(accessToken), 'an SDK in a log shows no token');
  assert.ok(events.length > 3, 'debug says something');
  assertHides(events, secrets);
  compat.logger.config({ debug: false });
  for (const name of ['debug', 'info', 'warn', 'error', 'log']) console[name] = () => {};
});

test('Node ends by itself after a call', () => {
  const code = `
    const { AppDevSdk } = require('iotexplorer-client/compat');
    const sdk = new AppDevSdk({ apiUrl: ${JSON.stringify(apiUrl)}, getAccessToken: async () => ({ Token: ${JSON.stringify(accessToken)} }) });
    sdk.requestApi('AppGetUser').then(({ Data }) => console.log(Data.UserID));`;
  assert.equal(execFileSync(process.execPath, ['-e', code], { cwd: project, timeout: 20_000, encoding: 'utf8' }), `${userId}\n`);
});
