// Calls over real HTTP to the sandbox, and over hosts and transports that misbehave.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect, promisify } from 'node:util';
import { ACTIONS, APP_KEYS, DEFAULTS, filled, isBeforeSignIn, methodName } from './support/actions.mjs';
import { assertHides, assertIotError, rejected, settled } from './support/checks.mjs';
import { project, require, vectors } from './support/package.mjs';
import { startSandbox } from './support/sandbox.mjs';

const { init, Client, IotError, abortController } = require('iotexplorer-client');
await init();

const sandbox = await startSandbox();
const { endpoint } = sandbox;
const { accessToken, userId, families } = sandbox.seed.users[0];
const familyId = families[0].familyId;
const { gateway } = sandbox.seed;
const PARAMS = { ProductId: gateway.productId, DeviceName: gateway.deviceName, FamilyId: familyId };
const READ = 'AppGetDeviceInFamily';
const CHANGE = 'AppCreateDeviceBindToken';
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SUCCESS = { status: 200, body: '{"Response":{"RequestId":"r"}}' };

beforeEach(async () => {
  await sandbox.reset('documented');
  await init();
});

const makeClient = (options) => new Client({ accessToken, endpoint, ...options });
const read = (client, options) => client.appGetDeviceInFamily(PARAMS, options);
const fault = (kind, more) => sandbox.post('fault', { kind, ...more });
const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

test('every Action has a method that sends what its builder builds, and nothing else', async () => {
  const { request } = require('iotexplorer-client');
  // The time, a number and the signature differ from one to the other.
  const steady = ({ body, ...rest }) => {
    const { Timestamp, Nonce, Signature, ...fields } = JSON.parse(body);
    const isSigned = fields.AppKey !== undefined;
    return { ...rest, body: isSigned ? JSON.stringify(fields) : body };
  };
  for (const fact of ACTIONS) {
    const { action } = fact;
    const params = filled(fact);
    const method = methodName(action);
    const sent = [];
    const transport = async (request) => (sent.push(steady(request)), SUCCESS);
    const client = makeClient({ transport, ...APP_KEYS });
    await client[method](params, { requestId: 'r1' });
    await client.call(action, params, { requestId: 'r1' });
    const built = steady(request[method](params, { accessToken, ...APP_KEYS, endpoint, requestId: 'r1' }));
    assert.deepEqual(sent, [built, built], action);
    if (isBeforeSignIn(fact)) continue;
    // And over HTTP: the sandbox's log holds the same fields, whatever it answers.
    await sandbox.remove('log');
    await makeClient()
      .call(action, params, { requestId: 'r2' })
      .catch((error) => assertIotError(error, { action }));
    const [entry, ...more] = await sandbox.log();
    assert.deepEqual([entry.action, entry.requestId, more.length, entry.query], [action, 'r2', 0, undefined]);
    assert.deepEqual(Object.keys(entry.params).sort(), [...new Set(['AccessToken', ...Object.keys({ ...params, ...DEFAULTS[action] })])].sort(), action);
  }
});

test('an answer is the payload and RequestId, in either envelope style', async () => {
  for (const style of ['documented', 'live']) {
    await sandbox.reset(style);
    const device = await read(makeClient());
    assert.equal(device.DeviceId, `${gateway.productId}/${gateway.deviceName}`);
    assert.equal(device.FamilyId, familyId);
    assert.match(device.RequestId, UUID_V4);
    assert.equal(device.RequestId, (await sandbox.log())[0].requestId);
    assert.equal((await read(makeClient(), { requestId: 'mine' })).RequestId, 'mine');
    const list = await makeClient().appGetFamilySubDeviceList({
      GatewayProductId: gateway.productId,
      GatewayDeviceName: gateway.deviceName,
      Offset: 0n,
      Limit: '50',
    });
    assert.deepEqual([list.Total, list.DeviceList], [0, []]);
  }
});

test('a RequestId that differs from the one sent is kept as it came', async () => {
  await fault('wrong-request-id');
  const device = await read(makeClient(), { requestId: 'mine' });
  assert.notEqual(device.RequestId, 'mine');
  assert.equal(typeof device.RequestId, 'string');
});

const TRANSIENT = {
  'a connection that is reset': [{ kind: 'drop-before' }, 'network'],
  'a connection that is reset after the change': [{ kind: 'drop-after' }, 'network'],
  'status 500': [{ kind: 'status', status: 500 }, 'protocol'],
  'status 503': [{ kind: 'status', status: 503 }, 'protocol'],
  'a page with 502': [{ kind: 'html' }, 'protocol'],
  '429': [{ kind: 'too-many' }, 'protocol'],
  'InternalError': [{ kind: 'error', code: 'InternalError' }, 'api'],
  'InternalError.Anything': [{ kind: 'error', code: 'InternalError.Anything' }, 'api'],
};

test('read-only Actions are retried after what may pass, with the same RequestId', async () => {
  for (const [name, [what]] of Object.entries(TRANSIENT)) {
    await sandbox.reset();
    await sandbox.post('fault', { action: READ, times: 2, ...what });
    const events = [];
    await settled(read(makeClient({ onEvent: (event) => events.push(event.type) })));
    const log = await sandbox.log();
    assert.deepEqual(
      log.map((entry) => entry.fault),
      [what.kind, what.kind, undefined],
      name,
    );
    assert.equal(new Set(log.map((entry) => entry.requestId)).size, 1, name);
    const [once, again] = [
      ['request', 'response'],
      ['retry', 'request', 'response'],
    ];
    assert.deepEqual(events, [...once, ...again, ...again], name);
  }
});

test('a lost answer after a time-out is asked for again', async () => {
  await fault('delay', { action: READ, delayMs: 2_000 });
  await read(makeClient({ timeoutMs: 300 }));
  assert.equal((await sandbox.log()).length, 2);
});

test('when all attempts fail the last failure is the error, after as many as were allowed', async () => {
  for (const [name, [what, kind]] of Object.entries(TRANSIENT)) {
    for (const retries of [0, 1]) {
      await sandbox.reset();
      await sandbox.post('fault', { ...what, times: 9 });
      await rejected(
        read(makeClient({ retries }), { requestId: 'r1' }),
        { kind, retryable: true, action: READ, requestId: 'r1' },
        name,
      );
      assert.equal((await sandbox.log()).length, retries + 1, name);
    }
  }
  await sandbox.reset();
  await fault('drop-before', { times: 9 });
  await rejected(read(makeClient()), { kind: 'network', code: 'Network.Failed' });
  assert.equal((await sandbox.log()).length, 3, 'two retries unless told otherwise');
});

test('what will not pass is not tried again', async () => {
  const final = [
    { kind: 'error', code: 'ResourceNotFound' },
    { kind: 'error', code: 'InvalidParameterValue' },
    { kind: 'status', status: 404 },
    { kind: 'status', status: 400 },
  ];
  for (const what of final) {
    await sandbox.reset();
    await sandbox.post('fault', { ...what, times: 9 });
    await rejected(read(makeClient()), { retryable: false }, inspect(what));
    assert.equal((await sandbox.log()).length, 1, inspect(what));
  }
});

test('an Action that changes something is sent once, whatever happens', async () => {
  for (const [name, [what, kind]] of Object.entries(TRANSIENT)) {
    await sandbox.reset();
    await sandbox.post('fault', { ...what, times: 9 });
    await rejected(
      makeClient({ retries: 5 }).appCreateDeviceBindToken(),
      { kind, action: CHANGE, retryable: true },
      name,
    );
    assert.equal((await sandbox.log()).length, 1, name);
  }
  await sandbox.reset();
  await fault('delay', { delayMs: 2_000, times: 9 });
  await rejected(makeClient({ timeoutMs: 200 }).appCreateDeviceBindToken(), {
    kind: 'timeout',
    code: 'Timeout.Request',
  });
  assert.equal((await sandbox.log()).length, 1);
  // So is one that the package does not know.
  await sandbox.reset();
  await fault('drop-before', { times: 9 });
  const unknown = 'AppOfTheDayAfterTomorrow';
  await rejected(makeClient().call(unknown, {}, { untyped: true }), { kind: 'network', action: unknown });
  assert.equal((await sandbox.log()).length, 1);
});

test('Retry-After is honoured, in seconds and as a date, up to the deadline', async () => {
  const date = () => new Date(Date.now() + 2_000).toUTCString();
  for (const [retryAfter, atLeast] of [
    [() => 1, 950],
    [date, 500],
  ]) {
    await sandbox.reset();
    await fault('too-many', { retryAfter: retryAfter() });
    const started = Date.now();
    await read(makeClient());
    assert.ok(Date.now() - started >= atLeast, `${retryAfter}: after ${Date.now() - started} ms`);
    assert.equal((await sandbox.log()).length, 2);
  }
  await sandbox.reset();
  await fault('too-many', { retryAfter: 3_600, times: 9 });
  const started = Date.now();
  await rejected(read(makeClient()), {
    kind: 'protocol',
    code: 'Protocol.TooManyRequests',
    status: 429,
    retryable: true,
  });
  assert.ok(Date.now() - started < 2_000, 'there is no sense in waiting longer than the deadline');
  assert.equal((await sandbox.log()).length, 1);
});

test('each attempt has its time, from the client or from the call', async () => {
  await fault('delay', { delayMs: 5_000, times: 9 });
  const started = Date.now();
  const expected = { kind: 'timeout', code: 'Timeout.Request', retryable: true, action: READ };
  await rejected(read(makeClient({ timeoutMs: 150, retries: 0 })), expected);
  await rejected(read(makeClient({ retries: 0 }), { timeoutMs: 150 }), expected);
  assert.ok(Date.now() - started < 2_000);
});

test('strange bodies are protocol errors, and nothing else', async () => {
  const cases = [
    [{ kind: 'truncated' }, 'Protocol.NotJson'],
    [{ kind: 'empty' }, 'Protocol.NotJson'],
    [{ kind: 'html', status: 200 }, 'Protocol.NotJson'],
    [{ kind: 'raw', body: '[]' }, 'Protocol.NotJson'],
    [{ kind: 'raw', body: '"ok"' }, 'Protocol.NotJson'],
    [{ kind: 'raw', body: '{"Response":1}' }, 'Protocol.BadEnvelope'],
    [{ kind: 'raw', body: '{}', status: 418 }, 'Protocol.HttpStatus'],
    [{ kind: 'raw', body: '{"Response":{"DeviceId":5}}' }, 'Protocol.BadField'],
  ];
  for (const [what, code] of cases) {
    await sandbox.reset();
    await sandbox.post('fault', { ...what, times: 9 });
    await rejected(read(makeClient({ retries: 0 })), { kind: 'protocol', code, action: READ }, inspect(what));
  }
  await sandbox.reset();
  await fault('raw', { body: '\ufeff \n{"Response":{"DeviceId":"客厅","RequestId":"r"}}\n' });
  assert.equal((await read(makeClient())).DeviceId, '客厅');
});

/** A server that does what it is told with each request. */
async function serve(handler) {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${server.address().port}/x`;
}

test('the built-in transport sends no cookies, follows no redirect, and takes no body over 8 MiB', async () => {
  const seen = [];
  const redirecting = await serve((request, response) => {
    seen.push(request);
    response.writeHead(307, { 'location': endpoint, 'set-cookie': 'a=b' }).end();
  });
  await rejected(read(makeClient({ endpoint: redirecting, retries: 0 })), { kind: 'network', code: 'Network.Failed' });
  assert.equal((await sandbox.log()).length, 0);
  assert.equal(seen[0].method, 'POST');
  assert.match(seen[0].headers['content-type'], /^application\/json/);
  for (const name of ['cookie', 'referer', 'authorization']) assert.equal(seen[0].headers[name], undefined);

  const limit = 8 * 1024 * 1024;
  const json = (length) => {
    const [start, end] = ['{"Response":{"X":"', '","RequestId":"r"}}'];
    return start + 'x'.repeat(length - start.length - end.length) + end;
  };
  const large = await serve((request, response) => response.end(json(limit)));
  assert.equal((await read(makeClient({ endpoint: large, retries: 0 }))).X.length, json(limit).length - 37);
  const larger = await serve((request, response) => response.end(json(limit + 1)));
  await rejected(read(makeClient({ endpoint: larger, retries: 0 })), { kind: 'protocol', code: 'Protocol.TooLarge' });
  // One without end is given up long before.
  let written = 0;
  const endless = await serve((request, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536;
    };
    response.on('drain', more).on('error', () => {});
    more();
  });
  await rejected(read(makeClient({ endpoint: endless, retries: 0 })), { kind: 'protocol', code: 'Protocol.TooLarge' });
  assert.ok(written < 8 * limit, `${written} bytes`);
});

test('fetch is used as promised, and text is read as UTF-8 whatever the chunks', async () => {
  const { fetch } = globalThis;
  const requests = [];
  globalThis.fetch = (request, ...more) => (requests.push([request, more.length]), fetch(request, ...more));
  try {
    await read(makeClient());
  } finally {
    globalThis.fetch = fetch;
  }
  const [[request]] = requests;
  assert.deepEqual(
    [request.method, request.redirect, request.credentials, request.referrerPolicy, request.cache, request.url],
    ['POST', 'error', 'omit', 'no-referrer', 'no-store', endpoint],
  );
  const bytes = Buffer.from('{"Response":{"X":"客厅😀","RequestId":"r"}}');
  const pieces = await serve(async (request, response) => {
    for (const byte of bytes) {
      response.write(Buffer.from([byte]));
      await sleep(1);
    }
    response.end();
  });
  assert.equal((await read(makeClient({ endpoint: pieces }))).X, '客厅😀');
});

test('a call that is cancelled rejects at once, and leaves no timer', async () => {
  await fault('delay', { delayMs: 30_000, times: 99 });
  const before = timers();
  const expected = { kind: 'aborted', code: 'Aborted.BySignal', action: READ, retryable: false, remedy: 'none' };
  const reasons = [undefined, new Error('mine'), 'text'];
  for (const make of [() => new AbortController(), abortController]) {
    for (const reason of reasons) {
      // Beforehand.
      const early = make();
      early.abort(reason);
      const requestId = 'never-sent';
      await rejected(read(makeClient(), { signal: early.signal, requestId }), expected);
      assert.ok(!(await sandbox.log()).some((entry) => entry.requestId === requestId));
      // While it waits for an answer.
      const controller = make();
      const call = read(makeClient({ timeoutMs: 60_000 }), { signal: controller.signal });
      const late = setTimeout(() => controller.abort(reason), 30);
      const started = Date.now();
      await rejected(call, expected);
      clearTimeout(late);
      assert.ok(Date.now() - started < 1_000);
      assert.equal(timers(), before);
    }
  }
});

test('a call is cancelled while it waits to try again, and while it waits for the access token', async () => {
  const before = timers();
  await fault('too-many', { retryAfter: 5, times: 99 });
  const waiting = new AbortController();
  const call = read(makeClient(), { signal: waiting.signal });
  while ((await sandbox.log())[0]?.status !== 429) await sleep(5);
  await sleep(30);
  waiting.abort();
  await rejected(call, { kind: 'aborted', action: READ });
  assert.equal(timers(), before);
  assert.equal((await sandbox.log()).length, 1);

  const asking = new AbortController();
  const never = read(makeClient({ accessToken: () => new Promise(() => {}) }), { signal: asking.signal });
  setTimeout(() => asking.abort(), 20);
  await rejected(never, { kind: 'aborted', action: READ });
  // Without anybody who cancels, it has its time.
  await rejected(read(makeClient({ accessToken: () => new Promise(() => {}), timeoutMs: 50, retries: 0 })), {
    kind: 'timeout',
    action: READ,
  });
  assert.equal(timers(), before);
});

test('an abort afterwards changes nothing, and no listener stays', async () => {
  const listeners = new Set();
  const signal = {
    aborted: false,
    addEventListener: (type, listener) => listeners.add(listener),
    removeEventListener: (type, listener) => listeners.delete(listener),
  };
  await read(makeClient(), { signal });
  assert.equal(listeners.size, 0);
  const controller = new AbortController();
  const device = await read(makeClient(), { signal: controller.signal });
  controller.abort();
  assert.equal(device.DeviceName, gateway.deviceName);
  // A signal that is no AbortSignal works as well.
  const own = { ...signal, aborted: false };
  await fault('delay', { delayMs: 30_000 });
  const call = read(makeClient(), { signal: own });
  while (!listeners.size) await sleep(1);
  own.aborted = true;
  for (const listener of [...listeners]) listener();
  await rejected(call, { kind: 'aborted' });
  assert.equal(listeners.size, 0);
});

test('a signal that throws harms nothing', async () => {
  const boom = () => {
    throw new Error('boom');
  };
  await read(makeClient(), { signal: { aborted: false, addEventListener: boom, removeEventListener: boom } });
  await read(makeClient(), { signal: { aborted: false, addEventListener() {}, removeEventListener: boom } });
});

test('Node ends after a cancelled call, and after a timed-out one', async () => {
  await fault('delay', { delayMs: 30_000, times: 99 });
  const code = `
    const { Client } = require('iotexplorer-client');
    const [endpoint, accessToken] = process.argv.slice(1);
    const client = new Client({ endpoint, accessToken, timeoutMs: 60_000, retries: 0 });
    const params = { ProductId: 'P', FamilyId: 'f', DeviceName: 'D' };
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    Promise.allSettled([
      client.appGetDeviceInFamily(params, { signal: controller.signal }),
      client.appGetDeviceInFamily(params, { timeoutMs: 100 }),
    ]).then((all) => console.log(all.map(({ reason }) => reason.kind).join()));`;
  const started = Date.now();
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', code, endpoint, accessToken], { cwd: project });
  assert.equal(stdout, 'aborted,timeout\n');
  assert.ok(Date.now() - started < 10_000);
});

test('the access token is asked for before each call, and never kept', async () => {
  let asked = 0;
  const client = makeClient({ accessToken: () => (asked++, asked % 2 ? accessToken : Promise.resolve(accessToken)) });
  for (let call = 1; call <= 4; call++) {
    await read(client);
    assert.equal(asked, call);
  }
});

test('after an invalid-token answer it is asked for once more, for Actions that change something too', async () => {
  for (const style of ['documented', 'live']) {
    for (const method of ['appGetDeviceInFamily', 'appCreateDeviceBindToken']) {
      await sandbox.reset(style);
      const { accessToken: renewed } = await sandbox.post('token', { userId, op: 'renew' });
      const tokens = [accessToken, renewed];
      let asked = 0;
      const client = makeClient({ accessToken: async () => tokens[asked++] });
      await client[method](method === 'appGetDeviceInFamily' ? PARAMS : {});
      assert.equal(asked, 2);
      const log = await sandbox.log();
      assert.deepEqual(
        log.map((entry) => entry.code),
        ['InvalidParameterValue.InvalidAccessToken', undefined],
      );
      assert.equal(log[0].requestId, log[1].requestId);
      assert.notEqual(log[0].params.AccessToken, log[1].params.AccessToken);
    }
  }
});

test('a renewed token that is refused too ends the call, and a fixed one is not asked for again', async () => {
  await sandbox.post('token', { userId, op: 'expire' });
  let asked = 0;
  const expected = {
    kind: 'api',
    code: 'InvalidParameterValue.InvalidAccessToken',
    remedy: 'sign-in',
    retryable: false,
  };
  await rejected(read(makeClient({ accessToken: () => (asked++, accessToken) })), expected);
  assert.deepEqual([asked, (await sandbox.log()).length], [2, 2]);
  await rejected(read(makeClient()), expected);
  assert.equal((await sandbox.log()).length, 3);
});

test('one renewal is shared by all calls in flight', async () => {
  const { accessToken: renewed } = await sandbox.post('token', { userId, op: 'renew' });
  let [current, renewals] = [accessToken, 0];
  let asked = 0;
  const client = makeClient({
    accessToken: async () => {
      // The first five are the calls' own.
      if (++asked <= 5) return current;
      renewals++;
      await sleep(50);
      return (current = renewed);
    },
  });
  const devices = await settled(Promise.all(Array.from({ length: 5 }, () => read(client))));
  assert.equal(devices.length, 5);
  assert.equal(renewals, 1);
  const codes = (await sandbox.log()).map((entry) => entry.code ?? 'fine').sort();
  assert.deepEqual(codes, [...Array(5).fill('InvalidParameterValue.InvalidAccessToken'), ...Array(5).fill('fine')]);
  // The next time it is needed it is a new one.
  const { accessToken: third } = await sandbox.post('token', { userId, op: 'renew' });
  const before = asked;
  const one = read(client);
  current = third;
  await one.catch((error) => assertIotError(error, { code: 'InvalidParameterValue.InvalidAccessToken' }));
  assert.equal(asked - before, 2);
});

test('a supplier of the access token that fails or talks nonsense is said so, and nothing is sent', async () => {
  const reason = new Error('the user is signed out');
  const failing = {
    'throws an Error': [
      () => {
        throw reason;
      },
      reason,
    ],
    'rejects with an Error': [() => Promise.reject(reason), reason],
    'rejects with a text': [() => Promise.reject('text'), 'text'],
    'throws an object': [
      () => {
        throw { errMsg: 'x' };
      },
      { errMsg: 'x' },
    ],
    'rejects with nothing': [() => Promise.reject(undefined), undefined],
  };
  const expected = {
    kind: 'parameter',
    code: 'Parameter.AccessTokenFailed',
    parameter: 'accessToken',
    remedy: 'sign-in',
    action: READ,
  };
  for (const [name, [supplier, cause]] of Object.entries(failing)) {
    const error = await rejected(read(makeClient({ accessToken: supplier })), expected, name);
    assert.deepEqual(error.cause, cause, name);
    if (cause instanceof Error) assert.equal(error.cause, cause, name);
  }
  for (const nonsense of [
    undefined,
    null,
    '',
    5,
    {},
    [],
    true,
    '\ud83d',
    Symbol('s'),
    () => accessToken,
    5n,
    { then: 5 },
  ]) {
    await rejected(read(makeClient({ accessToken: () => nonsense })), expected, inspect(nonsense));
    await rejected(read(makeClient({ accessToken: async () => nonsense })), expected, inspect(nonsense));
  }
  await rejected(
    read(
      makeClient({
        accessToken: () => ({
          then() {
            throw reason;
          },
        }),
      }),
    ),
    expected,
  );
  assert.equal((await sandbox.log()).length, 0);
  // One that works with promises of its own kind.
  await read(makeClient({ accessToken: () => ({ then: (resolve) => setTimeout(resolve, 5, accessToken) }) }));
});

test('a transport is handed the request, its time and a signal', async () => {
  const given = [];
  const transport = (...all) => (given.push(all), SUCCESS);
  await read(makeClient({ transport, timeoutMs: 1_234 }), { requestId: 'r' });
  const [[request, options, ...more]] = given;
  const built = require('iotexplorer-client').request.appGetDeviceInFamily(PARAMS, {
    accessToken,
    endpoint,
    requestId: 'r',
  });
  assert.deepEqual(request, built);
  assert.deepEqual(more, []);
  assert.deepEqual(Object.keys(options).sort(), ['signal', 'timeoutMs']);
  assert.equal(options.timeoutMs, 1_234);
  assert.equal(options.signal.aborted, false);
  assert.equal(typeof options.signal.addEventListener, 'function');
});

test('short attempts are tried as often as long ones', async () => {
  for (let round = 0; round < 5; round++) {
    let attempts = 0;
    const transport = () => (attempts++, new Promise(() => {}));
    await rejected(read(makeClient({ transport, timeoutMs: 20, retries: 2 })), {
      kind: 'timeout',
      code: 'Timeout.Request',
    });
    assert.equal(attempts, 3);
  }
});

test("a transport's signal is aborted when its attempt is over time or cancelled", async () => {
  const signals = [];
  const transport = (request, { signal }) => (signals.push(signal), new Promise(() => {}));
  await rejected(read(makeClient({ transport, timeoutMs: 30, retries: 1 })), {
    kind: 'timeout',
    code: 'Timeout.Request',
  });
  assert.deepEqual(
    signals.map((signal) => signal.aborted),
    [true, true],
  );
  const controller = new AbortController();
  const call = read(makeClient({ transport }), { signal: controller.signal });
  while (signals.length < 3) await sleep(1);
  controller.abort();
  await rejected(call, { kind: 'aborted' });
  assert.equal(signals[2].aborted, true);
});

/** What a host may reject with. */
const THROWN = {
  'an Error': new Error('broken'),
  'a TypeError with a code': Object.assign(new TypeError('fetch failed'), { code: 'ECONNRESET' }),
  'a text': 'broken',
  'an object with errMsg': { errMsg: 'request:fail interrupted' },
  'nothing': undefined,
  'null': null,
  'a number': 5,
  'a symbol': Symbol('broken'),
  'a bigint': 5n,
  'a function': () => 'broken',
  'an empty object': {},
  'an object without prototype': Object.create(null),
  'something with getters that throw': {
    get message() {
      throw new Error('no');
    },
    get name() {
      throw new Error('no');
    },
  },
  'a frozen object': Object.freeze({ message: 'broken' }),
  'an IotError': new IotError({ kind: 'timeout', code: 'Timeout.Request', message: 'too slow' }),
};

test('whatever a transport throws, the call rejects with an IotError and hands it on as it is', async () => {
  for (const [name, value] of Object.entries(THROWN)) {
    for (const transport of [
      () => Promise.reject(value),
      () => {
        throw value;
      },
    ]) {
      const error = await rejected(
        read(makeClient({ transport, retries: 0 })),
        { kind: /network|timeout/, action: READ },
        name,
      );
      assert.ok(error.cause === value, name);
      assert.equal(typeof JSON.stringify(error), 'string', name);
    }
  }
  const ours = THROWN['an IotError'];
  await rejected(read(makeClient({ transport: () => Promise.reject(ours), retries: 0 })), {
    kind: 'timeout',
    code: 'Timeout.Request',
  });
});

test('a transport that answers nonsense is told so', async () => {
  const nonsense = [
    undefined,
    null,
    5,
    'text',
    true,
    [],
    {},
    () => 1,
    Symbol('s'),
    5n,
    { status: 200 },
    { body: '{}' },
    { status: '200', body: '{}' },
    { status: 200, body: {} },
    { status: 200, body: null },
    { status: NaN, body: '{}' },
    { status: 0, body: '{}' },
    { status: 200.5, body: '{}' },
    { status: 1e9, body: '{}' },
    { statusCode: 200, data: '{}' },
    {
      get status() {
        throw new Error('no');
      },
      body: '{}',
    },
    {
      status: 200,
      get body() {
        throw new Error('no');
      },
    },
    new Proxy(
      {},
      {
        get(target, name) {
          if (name !== 'then') throw new Error('no');
        },
      },
    ),
  ];
  const expected = {
    kind: 'protocol',
    code: 'Protocol.BadTransportAnswer',
    action: READ,
    remedy: 'fix-input',
    retryable: false,
  };
  for (const [at, value] of nonsense.entries()) {
    await rejected(read(makeClient({ transport: () => value, retries: 0 })), expected, `number ${at}`);
    await rejected(read(makeClient({ transport: async () => value, retries: 0 })), expected, `number ${at}, promised`);
  }
  // Strange headers are no reason to fail.
  for (const headers of [
    null,
    5,
    [],
    { 'retry-after': {} },
    {
      get 'retry-after'() {
        throw new Error('no');
      },
    },
  ]) {
    assert.deepEqual(await read(makeClient({ transport: async () => ({ ...SUCCESS, headers }) })), { RequestId: 'r' });
  }
});

test('a transport may answer at once, with a promise of its own kind, or never', async () => {
  assert.deepEqual(await read(makeClient({ transport: () => SUCCESS })), { RequestId: 'r' });
  assert.deepEqual(
    await read(makeClient({ transport: () => ({ then: (resolve) => setTimeout(resolve, 5, SUCCESS) }) })),
    { RequestId: 'r' },
  );
  const never = () => new Promise(() => {});
  await rejected(read(makeClient({ transport: never, timeoutMs: 30, retries: 1 })), { kind: 'timeout', action: READ });
  // Late answers come to nobody, and harm nothing.
  const late = () => new Promise((resolve, reject) => setTimeout(reject, 60, new Error('late')));
  await rejected(read(makeClient({ transport: late, timeoutMs: 30, retries: 0 })), { kind: 'timeout' });
  await sleep(60);
});

test("a transport's Retry-After counts too", async () => {
  let calls = 0;
  const transport = async () => (calls++ ? SUCCESS : { status: 429, body: '', headers: { 'retry-after': '1' } });
  const started = Date.now();
  await read(makeClient({ transport }));
  assert.ok(Date.now() - started >= 950);
});

/** Replaces the global fetch while `work` runs; undefined takes it away. */
async function withFetch(replacement, work) {
  const kept = Object.getOwnPropertyDescriptor(globalThis, 'fetch');
  if (replacement === undefined) delete globalThis.fetch;
  else Object.defineProperty(globalThis, 'fetch', { value: replacement, configurable: true, writable: true });
  try {
    return await work();
  } finally {
    Object.defineProperty(globalThis, 'fetch', kept);
  }
}

test("whatever the host's fetch does, every promise settles with an IotError", async () => {
  const broken = { 'no fetch at all': undefined };
  for (const [name, value] of Object.entries(THROWN)) {
    broken[`rejects with ${name}`] = () => Promise.reject(value);
    broken[`throws ${name}`] = () => {
      throw value;
    };
  }
  const nonsense = [
    undefined,
    null,
    5,
    'text',
    {},
    [],
    { status: 200 },
    { status: 'x' },
    { status: 200, body: {} },
    { status: 200, text: 5 },
    { status: 200, text: () => 5 },
  ];
  for (const value of nonsense) {
    broken[`returns ${inspect(value)}`] = () => value;
    broken[`answers ${inspect(value)}`] = async () => value;
  }
  const response = (more) => ({ status: 200, headers: new Headers(), ...more });
  broken['has a body that fails'] = async () => response({ text: () => Promise.reject('broken') });
  broken['has a body that throws'] = async () =>
    response({
      text() {
        throw { errMsg: 'x' };
      },
    });
  broken['has a stream that fails'] = async () =>
    response({ body: { getReader: () => ({ read: () => Promise.reject(undefined) }) } });
  broken['has a stream of nonsense'] = async () =>
    response({ body: { getReader: () => ({ read: async () => ({ done: false, value: 'text' }) }) } });
  broken['has headers that throw'] = async () => ({
    status: 500,
    headers: {
      get() {
        throw new Error('no');
      },
    },
    text: async () => '',
  });
  for (const [name, replacement] of Object.entries(broken)) {
    await withFetch(replacement, async () => {
      const error = await rejected(read(makeClient({ retries: 0, timeoutMs: 2_000 })), { action: READ }, name);
      assert.match(error.kind, /^(network|protocol|timeout)$/, name);
      // Nothing the host threw is handed on as it is.
      if (error.cause !== undefined)
        assert.ok(error.cause instanceof Error && !Object.values(THROWN).includes(error.cause), name);
      await rejected(
        makeClient({ retries: 0 }).bindWithToken({ familyId, sendToDevice: async () => {}, timeoutMs: 2_000 }),
        {},
        name,
      );
    });
  }
  await read(makeClient());
});

test('what the host throws is a redacted copy, without stack and without secrets', async () => {
  const thrown = Object.assign(new TypeError(`fetch of ${accessToken} failed`), {
    code: 'ECONNREFUSED',
    secret: accessToken,
    cause: { token: accessToken },
  });
  await withFetch(
    () => Promise.reject(thrown),
    async () => {
      const error = await rejected(read(makeClient({ retries: 0 })), { kind: 'network', code: 'Network.Failed' });
      assert.deepEqual(
        [error.cause.name, error.cause.code, error.cause.message],
        ['TypeError', 'ECONNREFUSED', 'fetch of *** failed'],
      );
      assertHides(error, [accessToken]);
      assertHides(error.cause, [accessToken]);
    },
  );
});

test('an endpoint where nobody listens is a network error', async () => {
  const error = await rejected(read(makeClient({ endpoint: 'http://127.0.0.1:9/x', retries: 0 })), {
    kind: 'network',
    code: 'Network.Failed',
    remedy: 'retry',
    retryable: true,
  });
  assert.match(error.message, new RegExp(READ));
});

test('events tell what happens, and no secret', async () => {
  const { accessToken: renewed } = await sandbox.post('token', { userId, op: 'renew' });
  let asked = 0;
  const events = [];
  const client = makeClient({
    accessToken: () => (asked++ ? renewed : accessToken),
    onEvent: (event) => events.push(event),
  });
  await fault('status', { skip: 1, status: 503 });
  await read(client, { requestId: 'r1' });
  assert.deepEqual(
    events.map((event) => event.type),
    ['request', 'response', 'request', 'response', 'retry', 'request', 'response'],
  );
  for (const event of events) {
    assert.equal(Object.getPrototypeOf(event), Object.prototype);
    assert.equal(event.action, READ);
    assert.equal(event.requestId, 'r1');
    assert.ok(Number.isInteger(event.attempt));
  }
  assert.deepEqual(
    events.map((event) => event.status),
    [undefined, 200, undefined, 503, undefined, undefined, 200],
  );
  assert.deepEqual(
    events.map((event) => event.code),
    [
      undefined,
      'InvalidParameterValue.InvalidAccessToken',
      undefined,
      'Protocol.ServerError',
      'Protocol.ServerError',
      undefined,
      undefined,
    ],
  );
  assert.ok(events[4].delayMs >= 0 && events.every((event) => event.type !== 'response' || event.durationMs >= 0));
  assertHides(events, [accessToken, renewed]);
});

test('a listener that throws breaks nothing', async () => {
  for (const value of Object.values(THROWN)) {
    const device = await read(
      makeClient({
        onEvent: () => {
          throw value;
        },
      }),
    );
    assert.equal(device.DeviceName, gateway.deviceName);
  }
});

test('a listener may call the client', async () => {
  let inner;
  const client = makeClient({
    onEvent: ({ type }) => {
      if (type === 'response' && !inner) inner = read(client, { requestId: 'inner' });
    },
  });
  await read(client);
  assert.equal((await inner).RequestId, 'inner');
});

test('free() lets running calls finish and refuses later ones, as often as one likes', async () => {
  await fault('delay', { delayMs: 100 });
  const client = makeClient();
  const running = read(client);
  client.free();
  client.free();
  assert.equal((await running).DeviceName, gateway.deviceName);
  client.free();
  const expected = { kind: 'init', code: 'Init.ClientFreed' };
  await rejected(read(client), expected);
  await rejected(client.bindWithToken({ familyId, sendToDevice: async () => {} }), expected);
  await rejected(client.bindSubDevices({ familyId, gateway, subDevices: [], sign: async () => '' }), expected);
  // One that was never used, and others.
  const unused = makeClient();
  unused.free();
  await rejected(read(unused), expected);
  await read(makeClient());
});

test('calls run beside each other', async () => {
  const client = makeClient();
  const ids = Array.from({ length: 30 }, (_, at) => `r-${at}`);
  const answers = await settled(Promise.all(ids.map((requestId) => read(client, { requestId }))));
  assert.deepEqual(
    answers.map((answer) => answer.RequestId),
    ids,
  );
});

test('neither console nor JSON shows what a client knows', () => {
  const client = makeClient();
  assertHides(client, [accessToken, endpoint]);
  assert.deepEqual(Object.keys(client), []);
});

test('the sandbox logs no access token', async () => {
  await read(makeClient());
  const log = await sandbox.log();
  assert.match(log[0].params.AccessToken, /^sha256:[0-9a-f]{12}$/);
  assertHides(log, [accessToken]);
});
