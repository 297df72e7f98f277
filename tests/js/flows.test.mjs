// The three flows over real HTTP against the sandbox, with its log of what was asked, and with the faults that matter.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertHides, assertIotError, rejected, settled } from './support/checks.mjs';
import { CREATE, GATEWAY_BIND, GET, LIST, POLL, SIG_BIND, TOKEN_BIND } from './support/cloud.mjs';
import { require } from './support/package.mjs';
import { freeDevices, startSandbox } from './support/sandbox.mjs';

const { init, Client, abortController } = require('iotexplorer-client');
await init();
const sandbox = await startSandbox();

let style;
let seed;
let client;
let events;
let familyId;
let secrets;

/** A seeded world in that envelope style, and a client for it. */
async function begin(envelope = 'documented', options = {}) {
  style = envelope;
  seed = await sandbox.reset(envelope);
  events = [];
  const { accessToken, families } = seed.users[0];
  familyId = families[0].familyId;
  secrets = [accessToken];
  client = new Client({ accessToken, endpoint: sandbox.endpoint, onEvent: (event) => events.push(event), ...options });
}
beforeEach(() => begin());

const STYLES = ['documented', 'live'];
const actions = async () => (await sandbox.log()).map((entry) => entry.action);
/** Consecutive repetitions are one: how often was polled is a matter of time. */
const once = (list) => list.filter((item, at) => item !== list[at - 1]);
const control = (path, body) => sandbox.post(path, body);
const fault = (action, kind, more) => sandbox.post('fault', { action, kind, ...more });
const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
const names = (params) =>
  Object.keys(params)
    .filter((name) => name !== 'AccessToken')
    .sort();
const isHash = (text) => /^sha256:[0-9a-f]{12}$/.test(text);
const first = async (kind) => (await freeDevices(sandbox, kind))[0];

/** That the device is bound in the family, exactly once, and what the flow says of it. */
async function assertBound(device, result, { roomId = '0', confirmed = true } = {}) {
  const known = await sandbox.device(device);
  assert.deepEqual([known.familyId, known.roomId, known.binds], [familyId, roomId, 1]);
  if (!result) return;
  assert.deepEqual(
    [result.ProductId, result.DeviceName, result.confirmed],
    [device.productId, device.deviceName, confirmed],
  );
  assert.equal(result.DeviceId, `${device.productId}/${device.deviceName}`);
  if (confirmed) assert.deepEqual([result.FamilyId, result.RoomId], [familyId, roomId]);
  assertHides(result, secrets);
}
const assertNotBound = async (device) =>
  assert.deepEqual(await sandbox.device(device).then((known) => [known.familyId, known.binds]), [undefined, 0]);

/** The options of a token flow whose device behaves. */
function tokenFlow(device, more = {}) {
  const seen = { steps: [], checkpoints: [], tokens: [] };
  const options = {
    familyId,
    sendToDevice: async (token) => {
      seen.tokens.push(token);
      secrets.push(token);
      return control('device/report-token', { token, ...device });
    },
    pollIntervalMs: 20,
    onProgress: (progress) => seen.steps.push(progress),
    onCheckpoint: (checkpoint) => seen.checkpoints.push(checkpoint),
    ...more,
  };
  return { seen, options };
}

/** The options of a signature flow. */
async function signatureFlow(device, asked = {}, more = {}) {
  const signed = await control('device/sign', { ...device, ...asked });
  secrets.push(signed.Signature);
  const { BindType: bindType, SignMethod: signMethod, ...own } = signed;
  const seen = { steps: [], checkpoints: [] };
  const options = {
    familyId,
    bindType,
    signMethod,
    device: own,
    pollIntervalMs: 20,
    onProgress: (progress) => seen.steps.push(progress),
    onCheckpoint: (checkpoint) => seen.checkpoints.push(checkpoint),
    ...more,
  };
  return { seen, signed, options };
}

/** The options of a gateway flow whose server signs what it is asked to. */
const gatewayFlow = (subDevices, more = {}) => ({
  gateway: seed.gateway,
  familyId,
  subDevices,
  sign: async ({ productId, deviceName }, { nonce, timestamp }) => {
    const { signature } = await control('sign', { productId, deviceName, nonce, timestamp });
    secrets.push(signature);
    return signature;
  },
  ...more,
});

for (const envelope of STYLES) {
  test(`the token flow: the requests that WIRE describes, each step, one bind (${envelope})`, async () => {
    await begin(envelope);
    const device = await first('wifi');
    const { seen, options } = tokenFlow(device);
    const result = await settled(client.bindWithToken(options));
    await assertBound(device, result);

    const log = await sandbox.log();
    assert.deepEqual(once(log.map((entry) => entry.action)), [CREATE, POLL, TOKEN_BIND, GET]);
    const of = (action) => log.filter((entry) => entry.action === action);
    assert.deepEqual(
      [CREATE, TOKEN_BIND, GET].map((action) => of(action).length),
      [1, 1, 1],
    );
    const [bind] = of(TOKEN_BIND);
    assert.deepEqual(names(of(CREATE)[0].params), []);
    assert.deepEqual(names(of(POLL)[0].params), ['Token']);
    assert.deepEqual(names(bind.params), ['DeviceName', 'FamilyId', 'ProductId', 'RoomId', 'Token']);
    assert.deepEqual(names(of(GET)[0].params), ['DeviceName', 'FamilyId', 'ProductId']);
    assert.ok(isHash(bind.params.Token) && bind.params.Token === of(POLL)[0].params.Token);
    assert.deepEqual(
      [bind.params.ProductId, bind.params.DeviceName, bind.params.FamilyId, bind.params.RoomId],
      [device.productId, device.deviceName, familyId, '0'],
    );
    assert.ok(log.every((entry) => entry.query === undefined && entry.envelope === style && entry.code === undefined));
    assert.equal(new Set(log.map((entry) => entry.requestId)).size, log.length, 'each request has an id of its own');

    const steps = once(seen.steps.map((progress) => progress.step));
    assert.deepEqual(steps, [
      'token-created',
      'sent-to-device',
      'waiting',
      'token-usable',
      'binding',
      'bound',
      'confirmed',
    ]);
    assert.equal(seen.tokens.length, 1);
    assertHides([seen.steps, events, log], secrets);
    // A checkpoint of this flow holds the bind token, but no access token.
    assert.ok(seen.checkpoints.length >= 3);
    const decoded = seen.checkpoints.map((text) => Buffer.from(text.split('.').pop(), 'base64url').toString('latin1'));
    assert.ok(decoded.every((text) => !text.includes(seed.users[0].accessToken)));
    assert.deepEqual(
      events.filter((event) => event.type === 'progress').map((event) => event.step),
      seen.steps.map((one) => one.step),
    );
  });

  for (const kind of ['wifi', 'bluetooth']) {
    for (const signMethod of ['hmacsha1', 'hmacsha256']) {
      test(`the signature flow: ${kind}, ${signMethod} (${envelope})`, async () => {
        await begin(envelope);
        const device = await first(kind);
        const timestamp = Math.floor(Date.now() / 1000);
        const { seen, signed, options } = await signatureFlow(device, {
          signMethod,
          ...(kind === 'bluetooth' && { timestamp }),
        });
        await assertBound(device, await settled(client.bindWithSignature(options)));
        const log = await sandbox.log();
        assert.deepEqual(
          log.map((entry) => entry.action),
          [SIG_BIND, GET],
        );
        const { Signature, AccessToken, ...params } = log[0].params;
        assert.ok(isHash(Signature) && isHash(AccessToken));
        assert.deepEqual(params, {
          FamilyId: familyId,
          ...(device && { ProductId: device.productId, DeviceName: device.deviceName }),
          DeviceTimestamp: signed.DeviceTimestamp,
          ConnId: signed.ConnId,
          BindType: `${kind}_sign`,
          SignMethod: signMethod,
        });
        if (kind === 'bluetooth') assert.equal(params.DeviceTimestamp, timestamp + 60);
        assert.deepEqual(
          seen.steps.map((progress) => progress.step),
          ['binding', 'bound', 'confirmed'],
        );
        assertHides([seen, events, log], secrets);
      });
    }
  }

  test(`the gateway flow: two sub-devices (${envelope})`, async () => {
    await begin(envelope);
    const subDevices = (await freeDevices(sandbox, 'sub')).slice(0, 2);
    const asked = [];
    const { sign, ...rest } = gatewayFlow(subDevices);
    const steps = [];
    const results = await settled(
      client.bindSubDevices({
        ...rest,
        sign: (...given) => (asked.push(given), sign(...given)),
        onProgress: (progress) => steps.push(progress),
      }),
    );
    assert.deepEqual(
      results.map(({ ok, subDevice }) => [ok, subDevice]),
      subDevices.map((one) => [true, one]),
    );
    for (const [at, device] of subDevices.entries()) {
      await assertBound(device, results[at].device);
      assert.deepEqual((await sandbox.device(device)).gateway, seed.gateway);
    }
    const log = await sandbox.log();
    for (const { productId, deviceName } of subDevices) {
      const own = log.filter((entry) => entry.params.DeviceName === deviceName);
      assert.deepEqual(
        own.map((entry) => entry.action),
        [GATEWAY_BIND, GET],
      );
      const [
        {
          params: { Signature, AccessToken, ...params },
        },
      ] = own;
      const [, { nonce, timestamp }] = asked.find(([subDevice]) => subDevice.deviceName === deviceName);
      assert.ok(isHash(Signature) && isHash(AccessToken));
      assert.deepEqual(params, {
        ProductId: productId,
        DeviceName: deviceName,
        GatewayProductId: seed.gateway.productId,
        GatewayDeviceName: seed.gateway.deviceName,
        DeviceTimestamp: timestamp,
        Nonce: nonce,
      });
      assert.match(nonce, /^[A-Za-z0-9]{5}$/);
      assert.ok(Math.abs(timestamp - Date.now() / 1000) < 30);
    }
    assert.equal(log.length, 4);
    assert.notEqual(asked[0][1].nonce, asked[1][1].nonce);
    assertHides([results, steps, events, log], secrets);
  });
}

// ---- What a lost answer leaves open ----

/** Each flow as one that binds one device, with the Action that binds and the one that tells whether it did. */
const FLOWS = {
  token: {
    bind: TOKEN_BIND,
    check: GET,
    device: () => first('wifi'),
    run: (device, more) => client.bindWithToken(tokenFlow(device, more).options),
  },
  signature: {
    bind: SIG_BIND,
    check: GET,
    device: () => first('bluetooth'),
    run: async (device, more) => client.bindWithSignature((await signatureFlow(device, {}, more)).options),
  },
  gateway: {
    bind: GATEWAY_BIND,
    check: LIST,
    device: () => first('sub'),
    run: async (device, more) => {
      const [result] = await client.bindSubDevices(gatewayFlow([device], more));
      if (result.ok) return result.device;
      throw result.error;
    },
  },
};

/** Faults at the bind, and whether the bind took effect. */
const FAULTS = {
  'the connection is reset before': [{ kind: 'drop-before' }, false],
  'the connection is reset after': [{ kind: 'drop-after' }, true],
  'a 503 before': [{ kind: 'status', status: 503 }, false],
  'a 503 after': [{ kind: 'status-after', status: 503 }, true],
  'a page before': [{ kind: 'html' }, false],
  'a page after': [{ kind: 'html-after' }, true],
  'a page with status 200 after': [{ kind: 'html-after', status: 200 }, true],
  'half an answer': [{ kind: 'truncated' }, true],
  'an empty answer': [{ kind: 'empty' }, true],
  'an internal error before': [{ kind: 'error', code: 'InternalError' }, false],
  'an internal error after': [{ kind: 'error-after', code: 'InternalError' }, true],
  'a repeated bind': [{ kind: 'duplicate' }, true],
  'another RequestId': [{ kind: 'wrong-request-id' }, true],
};

for (const [flow, { bind, check, device: pick, run }] of Object.entries(FLOWS)) {
  for (const [name, [what, tookEffect]] of Object.entries(FAULTS)) {
    test(`${flow}: the device is bound exactly once although there was ${name}`, async () => {
      for (const envelope of STYLES) {
        await begin(envelope);
        const device = await pick();
        await sandbox.post('fault', { action: bind, ...what });
        await assertBound(device, await settled(run(device)));
        const sent = (await actions()).filter((action) => action === bind || action === check);
        assert.equal(sent[0], bind);
        const binds = sent.filter((action) => action === bind).length;
        assert.equal(binds, tookEffect ? 1 : 2, sent.join());
        // It never sends another before it has asked.
        if (binds === 2) assert.deepEqual(once(sent).slice(0, 3), [bind, check, bind]);
      }
    });
  }

  test(`${flow}: an answer that comes too late is no second bind`, async () => {
    await begin('documented', { timeoutMs: 200 });
    const device = await pick();
    await fault(bind, 'delay-after', { delayMs: 1_000 });
    await assertBound(device, await settled(run(device)));
    assert.equal((await actions()).filter((action) => action === bind).length, 1);
  });

  test(`${flow}: a fault that does not pass ends as not known, with mayBeBound`, async () => {
    const device = await pick();
    await fault(bind, 'drop-after');
    await fault(check, 'drop-before', { times: 999 });
    const error = await rejected(run(device, { timeoutMs: 1_200 }), {
      kind: 'flow',
      code: 'Flow.OutcomeUnknown',
      retryable: true,
      mayBeBound: true,
      remedy: 'retry',
    });
    assertIotError(error.cause, { kind: /network|timeout/ });
    assertHides(error, secrets);
    await assertBound(device);
    assert.equal((await actions()).filter((action) => action === bind).length, 1);
  });

  test(`${flow}: a refusal ends it with the cloud's code, and nothing is bound`, async () => {
    for (const code of [
      'InvalidParameterValue',
      'ResourceNotFound.StudioProductNotExist',
      'UnauthorizedOperation.NoPermissionToFamily',
      'LimitExceeded.FamilyDeviceExceedLimit',
    ]) {
      await begin();
      const device = await pick();
      await fault(bind, 'error', { code, message: 'no' });
      await rejected(run(device), { kind: 'api', code, action: bind, mayBeBound: undefined, message: `${bind}: no` });
      await assertNotBound(device);
      assert.equal((await actions()).filter((action) => action === bind).length, 1);
    }
  });

  test(`${flow}: cancelled beforehand, and while the bind is under way`, async () => {
    const before = timers();
    const device = await pick();
    const early = abortController();
    early.abort();
    await rejected(run(device, { signal: early.signal }), { kind: 'aborted', mayBeBound: undefined });
    await assertNotBound(device);
    assert.ok(!(await actions()).includes(bind));

    for (const [kind, tookEffect] of [
      ['delay-after', true],
      ['drop-before', false],
    ]) {
      await begin();
      const own = await pick();
      const controller = new AbortController();
      await fault(bind, kind, { delayMs: 20_000 });
      const outcome = rejected(run(own, { signal: controller.signal }), {
        kind: 'aborted',
        code: 'Aborted.BySignal',
        mayBeBound: true,
        retryable: false,
      });
      while (!(await actions()).includes(bind)) await sleep(5);
      const started = Date.now();
      controller.abort();
      await outcome;
      assert.ok(Date.now() - started < 1_000, 'at once');
      if (tookEffect) await assertBound(own);
      assert.equal(timers(), before, kind);
    }
  });

  test(`${flow}: bound but not confirmed in time resolves with what is known`, async () => {
    const device = await pick();
    await fault(GET, 'drop-before', { times: 999 });
    const result = await settled(run(device, { timeoutMs: 1_000 }));
    await assertBound(device, result, { confirmed: false });
  });

  test(`${flow}: a freed client lets it finish`, async () => {
    const device = await pick();
    await fault(bind, 'delay', { delayMs: 100 });
    const running = run(device);
    // The signature flow has to have its device sign first.
    while (!(await actions()).includes(bind)) await sleep(5);
    client.free();
    await assertBound(device, await settled(running));
  });
}

test('a device that is in this family already counts as bound', async () => {
  const device = await first('wifi');
  await assertBound(device, await client.bindWithToken(tokenFlow(device).options));
  await assertBound(device, await settled(client.bindWithToken(tokenFlow(device).options)));
  await assertBound(device, await settled(client.bindWithSignature((await signatureFlow(device)).options)));
  const other = await first('sub');
  for (let round = 0; round < 2; round++) {
    const [result] = await settled(client.bindSubDevices(gatewayFlow([other])));
    await assertBound(other, result.device);
  }
});

test('a sub-device that hangs on another gateway is refused, not taken for bound', async () => {
  const device = await first('sub');
  await fault(GATEWAY_BIND, 'error', { code: 'UnsupportedOperation.CannotBindSameFamily' });
  const [result] = await settled(client.bindSubDevices(gatewayFlow([device])));
  assert.equal(result.ok, false);
  assertIotError(result.error, { kind: 'api', code: 'UnsupportedOperation.CannotBindSameFamily' });
  assert.deepEqual(await actions(), [GATEWAY_BIND, LIST]);
  await assertNotBound(device);
});

// ---- The token flow ----

for (const envelope of STYLES) {
  test(`several devices on one token: the wanted one is waited for, and bound by what it reports (${envelope})`, async () => {
    await begin(envelope);
    const [wanted, other] = await freeDevices(sandbox, 'wifi');
    const report = (token, device, more) => control('device/report-token', { token, ...device, tokenVersion: 3, ...more });
    const { seen, options } = tokenFlow(wanted, {
      multiDevice: true,
      ...wanted,
      sendToDevice: async (token) => {
        secrets.push(token);
        await report(token, other);
        await report(token, wanted, { delayMs: 150 });
      },
    });
    await assertBound(wanted, await settled(client.bindWithToken(options)));
    assert.deepEqual(once(await actions()), [CREATE, 'AppGetMultiDeviceBindTokenState', GET]);
    assert.deepEqual(
      once(seen.steps.map(({ step }) => step)),
      ['token-created', 'sent-to-device', 'waiting', 'token-usable', 'bound', 'confirmed'],
    );
    // Its checkpoints are none of the plain flow's.
    const error = await rejected(client.bindWithToken({ ...options, multiDevice: false, resume: seen.checkpoints[1] }));
    assertIotError(error, { kind: 'flow', code: 'Flow.CheckpointMismatch' });
  });
}

test('the device is waited for, through whatever happens to a phone that changes networks', async () => {
  for (const kind of ['drop-before', 'html', 'empty', 'truncated', 'too-many']) {
    await begin();
    const device = await first('wifi');
    await fault(POLL, kind, { times: 3 });
    const { seen, options } = tokenFlow(device, {
      sendToDevice: async (token) => void (await control('device/report-token', { token, ...device, delayMs: 600 })),
      ...device,
    });
    await assertBound(device, await settled(client.bindWithToken(options)));
    assert.ok((await actions()).filter((action) => action === POLL).length > 4, kind);
    assert.ok(
      seen.steps.some(({ step, code }) => step === 'waiting' && code !== undefined),
      kind,
    );
  }
});

test('which device it is may come from the caller, from the device, or from the cloud', async () => {
  const report = (device) => async (token) => void (await control('device/report-token', { token, ...device }));
  const ways = {
    'caller': (device) => ({ ...device, sendToDevice: report(device) }),
    'device': () => ({}),
    'half of each': (device) => ({
      productId: device.productId,
      sendToDevice: async (token) => (await report(device)(token), { deviceName: device.deviceName }),
    }),
    'cloud': (device) => ({ sendToDevice: report(device) }),
    'nothing of use from the device': (device) => ({
      sendToDevice: async (token) => (await report(device)(token), { productId: '', other: 1 }),
    }),
  };
  for (const [name, way] of Object.entries(ways)) {
    // Only the live service names the device with the state.
    await begin('live');
    const device = await first('wifi');
    await assertBound(
      device,
      await settled(client.bindWithToken(tokenFlow(device, way(device)).options)).catch((error) =>
        assert.fail(`${name}: ${error}`),
      ),
    );
  }
  await begin('documented');
  const device = await first('wifi');
  await rejected(client.bindWithToken(tokenFlow(device, { sendToDevice: report(device) }).options), {
    kind: 'flow',
    code: 'Flow.DeviceUnknown',
  });
  await assertNotBound(device);
});

test('another device than the one named: nothing is bound', async () => {
  await begin('live');
  const [named, other] = await freeDevices(sandbox, 'wifi');
  const report = (token) => control('device/report-token', { token, ...other });
  const mismatch = { kind: 'flow', code: 'Flow.DeviceMismatch', remedy: 'fix-input', retryable: false };
  const cases = {
    'the device says so': { ...named, sendToDevice: report },
    'the cloud says so': { ...named, sendToDevice: async (token) => void (await report(token)) },
    'the cloud and the device disagree': { sendToDevice: async (token) => (await report(token), named) },
  };
  for (const [name, more] of Object.entries(cases)) {
    await rejected(client.bindWithToken(tokenFlow(other, more).options), { ...mismatch, mayBeBound: undefined }, name);
    await assertNotBound(named);
    await assertNotBound(other);
  }
  assert.ok(!(await actions()).includes(TOKEN_BIND));
});

test('a dead token ends the flow at once', async () => {
  for (const [op, code] of [
    ['expire', 'InvalidParameterValue.TokenIsExpire'],
    ['forget', 'InvalidParameterValue.TokenNotExist'],
  ]) {
    for (const envelope of STYLES) {
      await begin(envelope);
      const device = await first('wifi');
      const { options } = tokenFlow(device, {
        ...device,
        sendToDevice: async (token) => (secrets.push(token), void (await control('bind-token', { token, op }))),
      });
      const error = await rejected(client.bindWithToken(options), {
        kind: 'api',
        code,
        remedy: 'new-token',
        retryable: false,
        action: POLL,
      });
      assertHides(error, secrets);
      assert.deepEqual(await actions(), [CREATE, POLL]);
    }
  }
  // And so it is at the bind.
  await begin();
  const device = await first('wifi');
  await fault(TOKEN_BIND, 'error', { code: 'InvalidParameterValue.TokenIsExpire' });
  await rejected(client.bindWithToken(tokenFlow(device).options), {
    code: 'InvalidParameterValue.TokenIsExpire',
    remedy: 'new-token',
    action: TOKEN_BIND,
  });
});

test('a user who is signed out ends the flow; a renewed token continues it', async () => {
  const device = await first('wifi');
  await rejected(
    client.bindWithToken(
      tokenFlow(device, {
        sendToDevice: async () => void (await control('token', { userId: seed.users[0].userId, op: 'expire' })),
        ...device,
      }).options,
    ),
    { kind: 'api', code: 'InvalidParameterValue.InvalidAccessToken', remedy: 'sign-in', action: POLL },
  );
  await begin();
  let { accessToken } = seed.users[0];
  const renewing = new Client({
    endpoint: sandbox.endpoint,
    accessToken: async () => {
      const given = accessToken;
      if (renewed) accessToken = renewed;
      return given;
    },
  });
  let renewed;
  const again = await first('wifi');
  const { options } = tokenFlow(again);
  const { sendToDevice } = options;
  const result = await settled(
    renewing.bindWithToken({
      ...options,
      sendToDevice: async (token) => {
        ({ accessToken: renewed } = await control('token', { userId: seed.users[0].userId, op: 'renew' }));
        return sendToDevice(token);
      },
    }),
  );
  await assertBound(again, result);
});

test('a device that never reports is given up by the wall clock, without a timer left', async () => {
  const before = timers();
  const device = await first('wifi');
  const started = Date.now();
  const { options } = tokenFlow(device, { sendToDevice: async () => {}, ...device, timeoutMs: 300 });
  await rejected(client.bindWithToken(options), {
    kind: 'timeout',
    code: 'Timeout.DeviceNotOnline',
    remedy: 'wait',
    mayBeBound: undefined,
  });
  assert.ok(Date.now() - started < 2_000);
  await rejected(
    client.bindWithToken(tokenFlow(device, { sendToDevice: () => new Promise(() => {}), timeoutMs: 200 }).options),
    { kind: 'timeout', retryable: true },
  );
  assert.equal(timers(), before);
});

test('what sendToDevice throws is handed on as it is, and what it returns is checked', async () => {
  const device = await first('wifi');
  for (const thrown of [new Error('out of reach'), 'text', undefined, { errMsg: 'x' }, null, Symbol('s')]) {
    for (const sendToDevice of [
      () => {
        throw thrown;
      },
      () => Promise.reject(thrown),
    ]) {
      const error = await rejected(client.bindWithToken(tokenFlow(device, { sendToDevice }).options), {
        kind: 'flow',
        code: 'Flow.SendToDeviceFailed',
        retryable: true,
      });
      assert.equal(error.cause, thrown);
    }
  }
  for (const nonsense of [{ productId: 5 }, { deviceName: {} }, { productId: [] }]) {
    await rejected(client.bindWithToken(tokenFlow(device, { sendToDevice: async () => nonsense }).options), {
      kind: 'flow',
      code: 'Flow.SendToDeviceFailed',
    });
  }
  await begin('live');
  for (const ignored of [undefined, null, 5, 'text', true, {}, { productId: undefined, deviceName: null }]) {
    const own = await first('wifi');
    const sendToDevice = async (token) => (await control('device/report-token', { token, ...own }), ignored);
    await assertBound(own, await settled(client.bindWithToken(tokenFlow(own, { sendToDevice }).options)));
    await begin('live');
  }
  assert.ok(!(await actions()).includes(TOKEN_BIND));
});

test('the flow is cancelled while the device is told, and while it is waited for', async () => {
  const before = timers();
  const device = await first('wifi');
  const expected = { kind: 'aborted', code: 'Aborted.BySignal', mayBeBound: undefined };
  const telling = new AbortController();
  const told = client.bindWithToken(
    tokenFlow(device, { signal: telling.signal, sendToDevice: () => (telling.abort(), new Promise(() => {})) }).options,
  );
  await rejected(told, expected);
  const waiting = new AbortController();
  const { options } = tokenFlow(device, {
    ...device,
    signal: waiting.signal,
    pollIntervalMs: 60_000,
    sendToDevice: async () => void setTimeout(() => waiting.abort(), 50),
  });
  await rejected(client.bindWithToken(options), expected);
  assert.equal(timers(), before);
  await assertNotBound(device);
});

// ---- Checkpoints: going on over the network. Which of them are refused is in checkpoint.test.mjs. ----

/** Runs a token flow that stops where `at` says, as if the app were killed, and hands out its last checkpoint. */
async function killed(device, at) {
  const controller = new AbortController();
  const { seen, options } = tokenFlow(device, { ...device, signal: controller.signal });
  const { onProgress } = options;
  const flow = client.bindWithToken({
    ...options,
    onProgress: (progress) => {
      onProgress(progress);
      if (progress.step === at) controller.abort();
    },
  });
  await rejected(flow, { kind: 'aborted' });
  return seen;
}

test('a flow is continued from each checkpoint, without another token and without another bind', async () => {
  const resumed = {
    'token-created': [POLL, TOKEN_BIND, GET],
    'sent-to-device': [POLL, TOKEN_BIND, GET],
    'waiting': [POLL, TOKEN_BIND, GET],
    'bound': [GET],
  };
  for (const [at, expected] of Object.entries(resumed)) {
    await begin();
    const device = await first('wifi');
    const { checkpoints, tokens } = await killed(device, at);
    await sandbox.remove('log');
    const { seen, options } = tokenFlow(device, { resume: checkpoints.at(-1) });
    const result = await settled(client.bindWithToken(options));
    await assertBound(device, result);
    assert.deepEqual(once(await actions()), expected, at);
    assert.ok(
      [...seen.tokens, ...tokens].every((token) => token === [...tokens, ...seen.tokens][0]),
      at,
    );
    assert.equal(seen.tokens.length, at === 'token-created' ? 1 : 0, at);
  }
});

test('a flow that was killed in the middle of the bind asks before it binds', async () => {
  for (const [kind, expected] of [
    ['drop-after', [GET]],
    ['drop-before', [GET, TOKEN_BIND, GET]],
  ]) {
    await begin();
    const device = await first('wifi');
    const controller = new AbortController();
    await fault(TOKEN_BIND, kind, { delayMs: 300 });
    const { seen, options } = tokenFlow(device, { signal: controller.signal });
    const outcome = rejected(client.bindWithToken(options), { kind: 'aborted', mayBeBound: true });
    while (!(await actions()).includes(TOKEN_BIND)) await sleep(5);
    controller.abort();
    await outcome;
    await sleep(400);
    await sandbox.remove('log');
    const result = await settled(client.bindWithToken(tokenFlow(device, { resume: seen.checkpoints.at(-1) }).options));
    await assertBound(device, result);
    assert.deepEqual(once(await actions()), expected, kind);
  }
});

test('a signature flow is continued, too', async () => {
  const device = await first('bluetooth');
  const { seen, options } = await signatureFlow(device);
  await fault(SIG_BIND, 'drop-after');
  const controller = new AbortController();
  const flow = rejected(client.bindWithSignature({ ...options, signal: controller.signal }), {
    kind: 'aborted',
    mayBeBound: true,
  });
  while (!(await actions()).includes(SIG_BIND)) await sleep(5);
  controller.abort();
  await flow;
  assertHides(
    seen.checkpoints.map((text) => Buffer.from(text.split('.').pop(), 'base64url').toString('latin1')),
    secrets,
  );
  await sandbox.remove('log');
  await assertBound(device, await settled(client.bindWithSignature({ ...options, resume: seen.checkpoints.at(-1) })));
  assert.deepEqual(await actions(), [GET]);
});

// ---- The signature flow ----

test('a device that is not online yet is asked for again until it is', async () => {
  for (const envelope of STYLES) {
    await begin(envelope);
    const device = await first('wifi');
    const { seen, options } = await signatureFlow(device, { online: false });
    await control('device/online', { ...device, online: true, delayMs: 800 });
    await assertBound(device, await settled(client.bindWithSignature(options)));
    const binds = (await sandbox.log()).filter((entry) => entry.action === SIG_BIND);
    assert.ok(binds.length > 2);
    assert.deepEqual(
      [...new Set(binds.slice(0, -1).map((entry) => entry.code))],
      ['InvalidParameterValue.BindDeviceNotConnected'],
    );
    assert.deepEqual(once(seen.steps.map(({ step }) => step)), ['binding', 'waiting', 'bound', 'confirmed']);
    assert.equal(seen.steps[1].code, 'InvalidParameterValue.BindDeviceNotConnected');
  }
  await begin();
  const device = await first('wifi');
  const { options } = await signatureFlow(device, { online: false });
  const error = await rejected(client.bindWithSignature({ ...options, pollIntervalMs: 300, timeoutMs: 1_000 }), {
    kind: 'timeout',
    code: 'Timeout.DeviceNotOnline',
    remedy: 'wait',
    mayBeBound: undefined,
  });
  assertIotError(error.cause, { kind: 'api', code: 'InvalidParameterValue.BindDeviceNotConnected' });
  await assertNotBound(device);
});

test('a wrong signature, and one that is too old, are refused', async () => {
  const device = await first('wifi');
  const { options } = await signatureFlow(device);
  const wrong = [
    {
      device: {
        ...options.device,
        Signature: options.device.Signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      },
    },
    { device: { ...options.device, ConnId: 'other' } },
    { device: { ...options.device, DeviceTimestamp: options.device.DeviceTimestamp - 1 } },
    { bindType: 'bluetooth_sign' },
    { signMethod: 'hmacsha256' },
    { device: (await signatureFlow(device, { timestamp: 1_500_000_000 })).options.device },
  ];
  for (const change of wrong) {
    const error = await rejected(client.bindWithSignature({ ...options, ...change }), {
      kind: 'api',
      action: SIG_BIND,
    });
    assertHides(error, secrets);
  }
  await assertNotBound(device);
});

test('room, bind type and the ways to write a time are handed on', async () => {
  const [roomId] = seed.users[0].families[0].rooms.map((room) => room.roomId);
  const device = await first('wifi');
  const { options } = await signatureFlow(device, { bindType: 'other_sign' });
  const { DeviceTimestamp } = options.device;
  const result = await settled(
    client.bindWithSignature({
      ...options,
      roomId,
      device: { ...options.device, DeviceTimestamp: BigInt(DeviceTimestamp) },
    }),
  );
  await assertBound(device, result, { roomId });
  const [{ params }] = await sandbox.log();
  assert.deepEqual([params.RoomId, params.BindType, params.DeviceTimestamp], [roomId, 'other_sign', DeviceTimestamp]);
  await begin();
  const other = await first('bluetooth');
  const { options: more } = await signatureFlow(other);
  await settled(
    client.bindWithSignature({
      ...more,
      bindType: 'bluetooth_sigh',
      device: { ...more.device, DeviceTimestamp: String(more.device.DeviceTimestamp) },
    }),
  );
  assert.equal((await sandbox.log())[0].params.BindType, 'bluetooth_sign');
  await assertBound(other);
});

// ---- The gateway flow ----

test('results come in input order, one failure stops nobody else, and own properties come back', async () => {
  const free = await freeDevices(sandbox, 'sub');
  const unknown = { productId: free[0].productId, deviceName: 'no-such-sensor' };
  const subDevices = [free[0], unknown, free[1], free[2]].map((one, at) => ({ ...one, label: `number ${at}` }));
  const { sign, ...rest } = gatewayFlow(subDevices);
  const results = await settled(
    client.bindSubDevices({
      ...rest,
      sign: async (subDevice, toSign) => {
        assert.match(subDevice.label, /^number/);
        // The first is the last to be signed.
        await sleep(subDevice.label === 'number 0' ? 200 : 5);
        if (subDevice.label === 'number 2') throw new Error('the server is down');
        return sign(subDevice, toSign);
      },
    }),
  );
  assert.deepEqual(
    results.map(({ ok, subDevice }) => [ok, subDevice]),
    subDevices.map((one, at) => [at === 0 || at === 3, one]),
  );
  assertIotError(results[1].error, { kind: 'api', action: GATEWAY_BIND });
  assertIotError(results[2].error, { kind: 'flow', code: 'Flow.SignFailed', retryable: true });
  assert.equal(results[2].error.cause.message, 'the server is down');
  for (const at of [0, 3]) await assertBound(subDevices[at], results[at].device);
  await assertNotBound(free[1]);
  assert.deepEqual(await settled(client.bindSubDevices(gatewayFlow([]))), []);
});

test('the server may choose its own nonce and time', async () => {
  const device = await first('sub');
  const timestamp = Math.floor(Date.now() / 1000) - 60;
  for (const form of [timestamp, String(timestamp), BigInt(timestamp)]) {
    await begin();
    const sign = async () => ({
      ...(await control('sign', { ...device, nonce: 'its-own', timestamp })),
      timestamp: form,
    });
    const [result] = await settled(client.bindSubDevices(gatewayFlow([device], { sign })));
    await assertBound(device, result.device);
    const [{ params }] = await sandbox.log();
    assert.deepEqual([params.Nonce, params.DeviceTimestamp], ['its-own', timestamp]);
  }
});

test('what sign throws is handed on as it is, and what it returns is checked', async () => {
  const device = await first('sub');
  const failed = { kind: 'flow', code: 'Flow.SignFailed' };
  for (const thrown of [new Error('no'), 'text', undefined, { errMsg: 'x' }]) {
    for (const sign of [
      () => {
        throw thrown;
      },
      () => Promise.reject(thrown),
    ]) {
      const [result] = await settled(client.bindSubDevices(gatewayFlow([device], { sign })));
      assert.equal(assertIotError(result.error, failed).cause, thrown);
    }
  }
  const whole = { signature: 's', nonce: 'n', timestamp: 1 };
  const nonsense = [
    undefined,
    null,
    5,
    true,
    '',
    [],
    {},
    () => 's',
    Symbol('s'),
    '\ud83d',
    ...['signature', 'nonce', 'timestamp'].flatMap((name) =>
      [undefined, null, '', {}].map((value) => ({ ...whole, [name]: value })),
    ),
    { ...whole, timestamp: -1 },
    { ...whole, timestamp: 1.5 },
    { ...whole, timestamp: 2 ** 60 },
    { ...whole, nonce: 5 },
  ];
  for (const value of nonsense) {
    const [result] = await settled(client.bindSubDevices(gatewayFlow([device], { sign: () => value })));
    assert.equal(result.ok, false);
    assertIotError(result.error, failed, JSON.stringify(value));
  }
  assert.deepEqual(await actions(), []);
});

test('no more than concurrency at a time, and four unless told otherwise', async () => {
  const all = await freeDevices(sandbox, 'sub');
  assert.equal(all.length, 6);
  for (const [concurrency, expected] of [
    [undefined, 4],
    [1, 1],
    [2, 2],
    [3, 3],
    [64, 6],
    [1e9, 6],
  ]) {
    await begin();
    let [now, most] = [0, 0];
    const flow = gatewayFlow(all, { concurrency });
    const results = await settled(
      client.bindSubDevices({
        ...flow,
        sign: async (...given) => {
          most = Math.max(most, ++now);
          await sleep(30);
          try {
            return await flow.sign(...given);
          } finally {
            now--;
          }
        },
      }),
    );
    assert.ok(results.every((result) => result.ok));
    assert.equal(most, expected, `concurrency ${concurrency}`);
  }
});

test('a batch that is cancelled rejects at once, and begins no more', async () => {
  const before = timers();
  const all = await freeDevices(sandbox, 'sub');
  const controller = new AbortController();
  const flow = gatewayFlow(all, { concurrency: 1, signal: controller.signal });
  await fault(GATEWAY_BIND, 'delay', { delayMs: 20_000, skip: 1 });
  const outcome = rejected(client.bindSubDevices(flow), { kind: 'aborted', mayBeBound: true });
  while ((await actions()).filter((action) => action === GATEWAY_BIND).length < 2) await sleep(5);
  controller.abort();
  await outcome;
  await sleep(50);
  assert.equal((await actions()).filter((action) => action === GATEWAY_BIND).length, 2);
  assert.equal(timers(), before);
});

test('each sub-device has its own time', async () => {
  const all = (await freeDevices(sandbox, 'sub')).slice(0, 2);
  const flow = gatewayFlow(all, { timeoutMs: 400, concurrency: 1 });
  const results = await settled(
    client.bindSubDevices({
      ...flow,
      sign: (subDevice, toSign) =>
        subDevice.deviceName === all[0].deviceName ? new Promise(() => {}) : flow.sign(subDevice, toSign),
    }),
  );
  assertIotError(results[0].error, { kind: 'timeout', retryable: true });
  await assertBound(all[1], results[1].device);
});

test('listeners that throw or call back break no binding', async () => {
  const device = await first('wifi');
  const boom = () => {
    throw new Error('listener');
  };
  const { options } = tokenFlow(device, { onProgress: boom, onCheckpoint: boom });
  await assertBound(device, await settled(client.bindWithToken(options)));
});

test('flows run beside each other on one client', async () => {
  const [one, two] = await freeDevices(sandbox, 'wifi');
  const lock = await first('bluetooth');
  const subs = (await freeDevices(sandbox, 'sub')).slice(0, 2);
  const { options } = await signatureFlow(lock);
  await settled(
    Promise.all([
      client.bindWithToken(tokenFlow(one).options),
      client.bindWithToken(tokenFlow(two).options),
      client.bindWithSignature(options),
      client.bindSubDevices(gatewayFlow(subs)),
    ]),
  );
  for (const device of [one, two, lock, ...subs]) await assertBound(device);
});
