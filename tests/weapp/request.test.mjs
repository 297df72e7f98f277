// wx.request as the package's transport: what it hands over, how each of its failures is called, and its share of the
// ten requests that run at a time.

import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertHides, rejected, settled } from '../js/support/checks.mjs';
import { startSandbox } from '../js/support/sandbox.mjs';
import { buildProject } from './support/project.mjs';
import { startWeChat } from './support/wechat.mjs';
import { assertAllBound, makeWorld } from './support/world.mjs';

const root = await buildProject();
copyFileSync(new URL('support/flows.js', import.meta.url), join(root, 'pages/flows.js'));
const sandbox = await startSandbox();
const ACCESS_TOKEN = 'access-token-of-the-mini-program';
const PARAMS = { ProductId: 'P', FamilyId: 'f', DeviceName: 'D' };
const BIND = { RoomId: '0', Token: 'a-bind-token', FamilyId: 'f', ProductId: 'P', DeviceName: 'D' };
const OK = { statusCode: 200, header: {}, data: '{"Response":{"RequestId":"r"}}' };

/** A client in a runtime whose requests go wrong as told. */
async function start(faults = [], options = {}) {
  const state = { faults };
  const host = startWeChat(root, { state });
  const own = host.require('iotexplorer-client');
  await own.init();
  const client = new own.Client({ accessToken: ACCESS_TOKEN, endpoint: sandbox.endpoint, retries: 0, ...options });
  return { host, own, client, state };
}

const [TIMEOUT, ABORTED] = [
  { kind: 'timeout', code: 'Timeout.Request', retryable: true },
  { kind: 'aborted', code: 'Aborted.BySignal', retryable: false },
];
const network = (code, remedy = 'retry') => ({ kind: 'network', code: `Network.${code}`, remedy });
const NOT_ALLOWED = { ...network('DomainNotAllowed', 'console'), retryable: false };
const INTERRUPTED = { ...network('Interrupted'), retryable: true };
const FAILED = { ...network('Failed'), retryable: true };

/** What is handed to `fail`, and what the caller gets for it. */
const FAILURES = [
  [{ errMsg: 'request:fail timeout', errno: 5 }, TIMEOUT],
  [{ errMsg: 'request:fail timeout' }, TIMEOUT],
  [{ errMsg: 'request:fail 请求超时。' }, TIMEOUT],
  [{ errMsg: 'request:fail The request timed out.' }, TIMEOUT],
  [{ errMsg: 'request:fail url not in domain list', errno: 600002 }, NOT_ALLOWED],
  [{ errMsg: 'request:fail url not in domain list' }, NOT_ALLOWED],
  [{ errMsg: 'request:fail', errno: 600002 }, NOT_ALLOWED],
  [{ errMsg: 'request:fail https://a.b 不在以下 request 合法域名列表中' }, NOT_ALLOWED],
  [{ errMsg: 'request:fail interrupted', errno: 600003 }, INTERRUPTED],
  [{ errMsg: 'request:fail interrupted' }, INTERRUPTED],
  [{ errMsg: 'request:fail network interrupted error', errno: 600003 }, INTERRUPTED],
  [{ errMsg: 'request:fail abort' }, ABORTED],
  [{ errMsg: 'request:fail ' }, FAILED],
  [{ errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED', errno: 600001 }, FAILED],
  [{ errMsg: 'request:fail The Internet connection appears to be offline.' }, FAILED],
  [{ errMsg: 'request:fail 似乎已断开与互联网的连接。' }, FAILED],
  [{ errMsg: 'request:fail unknown network error', errno: 600000 }, FAILED],
  [{ errMsg: 'request:fail Unable to resolve host "domain.example"' }, FAILED],
  [{ errMsg: 'request:fail ssl hand shake error' }, FAILED],
  [{ errCode: 102020 }, FAILED],
  ['request failed', FAILED],
  [undefined, FAILED],
  [null, FAILED],
  [7, FAILED],
];

for (const [reason, expected] of FAILURES) {
  test(`a failure handed to fail: ${JSON.stringify(reason)}`, async () => {
    const { client, host } = await start([{ fail: reason }, { fail: reason }]);
    const error = await rejected(client.appGetDeviceInFamily(PARAMS), { ...expected, action: 'AppGetDeviceInFamily' });
    assertHides(error, [ACCESS_TOKEN]);
    if (reason && reason.errMsg && error.cause) assert.equal(error.cause.message, reason.errMsg);
    // An Action that changes something is not sent again.
    await rejected(client.appTokenBindDeviceFamily(BIND), { kind: expected.kind, code: expected.code });
    assert.equal(host.state.requests.length, 2);
    assert.equal(host.timers.size, 0);
  });
}

test('what the host throws is a failure, too', async () => {
  const reasons = [new Error('parameter error'), 'parameter error', { errMsg: 'request:fail parameter error' }];
  for (const throws of reasons) {
    const { client } = await start([{ throws }]);
    await rejected(client.appGetDeviceInFamily(PARAMS), FAILED);
  }
});

test('reading Actions are asked again after what passes, and not after what stays', async () => {
  const times = { timeout: 3, interrupted: 3, 'net::ERR_NETWORK_CHANGED': 3, 'url not in domain list': 1, abort: 1 };
  for (const [words, wanted] of Object.entries(times)) {
    const fault = { fail: { errMsg: `request:fail ${words}` } };
    const { client, state } = await start([fault, fault, fault, fault], { retries: 2 });
    await rejected(client.appGetDeviceInFamily(PARAMS));
    assert.equal(state.requests.length, wanted, words);
  }
  const { client } = await start([{ fail: { errMsg: 'request:fail interrupted' } }, { success: OK }], { retries: 2 });
  assert.equal((await settled(client.appCreateDeviceBindToken({}).catch((error) => error))).code, 'Network.Interrupted');
  assert.equal((await settled(client.appGetDeviceInFamily(PARAMS))).RequestId, 'r');
});

test('what is sent', async () => {
  const { client, state } = await start([{ success: OK }, { success: OK }]);
  await client.appGetDeviceInFamily({ ...PARAMS, DeviceName: '设备\u{1F4A1}\0' }, { requestId: 'mine' });
  const { url, method, header, data, dataType, timeout, responseType } = state.requests[0];
  assert.deepEqual([url, method, dataType, responseType], [sandbox.endpoint, 'POST', 'text', undefined]);
  assert.deepEqual({ ...header }, { 'content-type': 'application/json' });
  assert.ok(timeout > 9_000 && timeout <= 10_000);
  assert.deepEqual(JSON.parse(data), {
    Action: 'AppGetDeviceInFamily',
    RequestId: 'mine',
    AccessToken: ACCESS_TOKEN,
    ...PARAMS,
    DeviceName: '设备\u{1F4A1}\0',
  });
  // Hosts wait for a minute at most.
  await client.appGetDeviceInFamily(PARAMS, { timeoutMs: 3_600_000 });
  assert.equal(state.requests[1].timeout, 60_000);
});

test('how an answer is read', async () => {
  const answers = [
    [{ ...OK, data: '\uFEFF{"code":0,"data":{"Name":"设备"}}' }, { Name: '设备' }],
    [{ ...OK, statusCode: 500, data: '<html>' }, { kind: 'protocol', status: 500 }],
    [{ ...OK, statusCode: 502, data: '' }, { kind: 'protocol', status: 502 }],
    [{ ...OK, data: undefined }, { kind: 'protocol' }],
    [{ ...OK, data: null }, { kind: 'protocol' }],
    [{ ...OK, data: { Response: {} } }, { kind: 'protocol', code: 'Protocol.BadTransportAnswer' }],
    [{ ...OK, data: new ArrayBuffer(2) }, { kind: 'protocol', code: 'Protocol.BadTransportAnswer' }],
    [{ ...OK, header: undefined }, {}],
    [{ data: OK.data }, { kind: 'protocol' }],
    ['no answer', { kind: 'protocol' }],
    [{ ...OK, data: ' '.repeat(8 * 1024 * 1024 + 1) }, { kind: 'protocol', code: 'Protocol.TooLarge' }],
    [{ ...OK, data: `"${'汉'.repeat(3 * 1024 * 1024)}"` }, { kind: 'protocol', code: 'Protocol.TooLarge' }],
    [{ ...OK, data: OK.data + ' '.repeat(8 * 1024 * 1024 - OK.data.length) }, {}],
  ];
  for (const [success, expected] of answers) {
    const { client } = await start([{ success }]);
    const call = client.appGetDeviceInFamily(PARAMS);
    if (expected.kind) await rejected(call, expected, JSON.stringify(success).slice(0, 80));
    else for (const [name, value] of Object.entries(expected)) assert.equal((await settled(call))[name], value);
  }
});

test('names of headers may be in any case: Retry-After is honoured', async () => {
  const busy = { ...OK, statusCode: 429, header: { 'Retry-After': '1' } };
  const { client } = await start([{ success: busy }, { success: OK }], { retries: 1 });
  const begin = Date.now();
  await settled(client.appGetDeviceInFamily(PARAMS));
  assert.ok(Date.now() - begin >= 950, `${Date.now() - begin} ms`);
});

test('six requests at a time, and all come to their turn', async () => {
  const { client, state, host } = await start();
  await sandbox.reset();
  await sandbox.post('fault', { action: 'AppGetDeviceInFamily', kind: 'delay', delayMs: 30, times: 25 });
  const calls = Array.from({ length: 25 }, () => client.appGetDeviceInFamily(PARAMS).catch((error) => error));
  const answers = await settled(Promise.all(calls));
  assert.ok(answers.every((error) => error.kind === 'api'), String(answers[0]));
  assert.equal(state.requests.length, 25);
  assert.equal(state.most, 6);
  assert.equal(host.timers.size, 0);
});

test('who waits for a turn can be cancelled and can run out of time, and is never sent then', async () => {
  const never = Array.from({ length: 6 }, () => ({ never: true }));
  const { client, state, own, host } = await start([...never], { timeoutMs: 500 });
  const running = never.map(() => client.appGetDeviceInFamily(PARAMS).catch((error) => error.code));
  await sleep(20);
  const controller = own.abortController();
  const cancelled = rejected(client.appGetDeviceInFamily(PARAMS, { signal: controller.signal }), ABORTED);
  const tooLate = rejected(client.appGetDeviceInFamily(PARAMS, { timeoutMs: 50 }), TIMEOUT);
  const later = client.appGetDeviceInFamily(PARAMS, { timeoutMs: 5_000 }).catch((error) => error.kind);
  await sleep(10);
  controller.abort();
  await cancelled;
  await tooLate;
  assert.equal(state.requests.length, 6);
  assert.deepEqual(await settled(Promise.all(running)), never.map(() => 'Timeout.Request'));
  // Six that never come to an end have been given up: their places are free.
  assert.equal(await settled(later), 'api');
  assert.equal(state.requests.length, 7);
  assert.ok(state.requests[6].timeout < 5_000, 'what was waited for counts');
  assert.equal(state.aborted, 6);
  assert.equal(host.timers.size, 0);
});

test('a cancelled call rejects at once and stops its request', async () => {
  const { client, state, own, host } = await start([{ never: true }]);
  const controller = own.abortController();
  const call = rejected(client.appGetDeviceInFamily(PARAMS, { signal: controller.signal }), ABORTED);
  await sleep(10);
  const begin = Date.now();
  controller.abort();
  await call;
  assert.ok(Date.now() - begin < 100);
  assert.deepEqual([state.aborted, host.timers.size], [1, 0]);
});

test('hosts whose request task cannot be stopped, or is none', async () => {
  for (const task of [undefined, {}, { abort() { throw new Error('not supported'); } }]) {
    const { client, host } = await start();
    host.context.wx.request = () => task;
    await rejected(client.appGetDeviceInFamily(PARAMS, { timeoutMs: 30 }), TIMEOUT);
  }
});

test('where there is no wx.request (a Worker), the error says so, and a transport of the app\'s own does it', async () => {
  const { client, host, own } = await start();
  delete host.context.wx.request;
  const { cause } = await rejected(client.appGetDeviceInFamily(PARAMS), { kind: 'network', code: 'Network.Failed' });
  assert.match(cause.message, /wx\.request.*transport/);
  delete host.context.wx;
  await rejected(client.appGetDeviceInFamily(PARAMS), { kind: 'network', code: 'Network.Failed' });
  const transport = async ({ body }) => ({ status: 200, body: `{"Response":{"Data":{"Sent":${body.length}}}}` });
  const another = new own.Client({ accessToken: ACCESS_TOKEN, transport });
  assert.ok((await another.appGetDeviceInFamily(PARAMS)).Sent > 0);
});

test('every flow binds exactly once although a request was interrupted at every third time', async () => {
  const interrupted = { fail: { errMsg: 'request:fail interrupted', errno: 600003 } };
  const state = { faults: Array.from({ length: 12 }, (_, at) => (at % 3 === 2 ? interrupted : undefined)) };
  const host = startWeChat(root, { state });
  const world = await makeWorld(sandbox);
  const bindAll = host.require('./pages/flows');
  const control = (path, body) => sandbox.post(path, body);
  const outcome = await settled(bindAll(host.require('iotexplorer-client'), world, control));
  assert.ok(state.requests.length > 8);
  await assertAllBound(sandbox, world, outcome, { isDisturbed: true });
});
