// Checkpoints: what they hold, which of them are refused, and going on from each step in a life of its own, as an app does that
// was killed and started again. In virtual time, over a cloud inside the test.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { assertIotError } from './support/checks.mjs';
import { BINDS, CREATE, Cloud, FAMILY_ID, FLOWS, GET } from './support/cloud.mjs';
import { VirtualTime, loadWith } from './support/virtual.mjs';

const ACCESS_TOKEN = 'the-access-token-1';
const DEVICE = { productId: 'P', deviceName: 'D' };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const never = () => new Promise(() => {});

/** A life of the app: an instance of the package with its own clock, which stands still once the app is killed. */
async function life(now) {
  const time = new VirtualTime();
  if (now !== undefined) time.now = now;
  const own = loadWith(time.globals);
  await own.init();
  return { ...own, time };
}

/** The flows that have checkpoints. */
const KINDS = ['token', 'signature'];

/**
 * Starts a flow in a life, and runs it to its end, or until it is killed.
 *
 * @param send what answers; `kill()` ends this life, and with it everything that is under way
 */
async function start(kind, alive, cloud, { send = cloud.answer.bind(cloud), ...more } = {}) {
  const seen = { checkpoints: [], told: 0, requests: [], steps: [] };
  let isDead = false;
  const kill = () => {
    isDead = true;
    return never();
  };
  const client = new alive.Client({
    accessToken: ACCESS_TOKEN,
    transport: async ({ body }) => {
      const request = JSON.parse(body);
      seen.requests.push(request.Action);
      return send(request, kill);
    },
  });
  const flow = FLOWS[kind].run(client, cloud, 'D', {
    ...(kind === 'token' && {
      sendToDevice: async (token) => {
        seen.told++;
        seen.token = token;
        cloud.report(token, DEVICE);
        return DEVICE;
      },
    }),
    onCheckpoint: (checkpoint) => seen.checkpoints.push(checkpoint),
    onProgress: ({ step }) => {
      seen.steps.push(step);
      if (step === more.killedAt) isDead = true;
    },
    ...more,
  });
  let outcome;
  flow.then(
    (value) => (outcome = { value }),
    (error) => (outcome = { error }),
  );
  await alive.time.until(() => isDead || outcome, `the end of the ${kind} flow`);
  if (!isDead) Object.assign(seen, outcome);
  return seen;
}

/** A whole flow of each kind with every checkpoint there is: the bind's answer is lost, so that it asks, too. */
async function whole(kind, { timeoutMs } = {}) {
  const cloud = new Cloud();
  const alive = await life();
  let isLost = false;
  const send = (request) => {
    const answer = cloud.answer(request);
    if (!BINDS.includes(request.Action) || isLost) return answer;
    isLost = true;
    throw new Error('lost');
  };
  const seen = await start(kind, alive, cloud, { send, timeoutMs });
  assert.equal(seen.value?.confirmed, true, inspect(seen.error));
  return { ...seen, cloud, startedAt: new VirtualTime().now };
}

// ---- What they hold ----

test('no checkpoint holds an access token, a signature, or anything else that is secret', async () => {
  for (const kind of KINDS) {
    const { checkpoints, token } = await whole(kind);
    assert.equal(new Set(checkpoints).size, kind === 'token' ? 4 : 2);
    for (const [at, checkpoint] of checkpoints.entries()) {
      const where = `${kind}, number ${at}`;
      // As it is, and whatever it may have been wrapped in.
      const texts = [checkpoint, decodeURIComponent(checkpoint)];
      for (const part of checkpoint.split('.')) {
        for (const form of ['base64', 'base64url', 'hex']) texts.push(Buffer.from(part, form).toString('latin1'));
      }
      for (const text of texts) {
        for (const secret of [ACCESS_TOKEN, 'signature-of-D', 'AccessToken', 'Signature']) {
          assert.ok(!text.includes(secret), `${where} holds ${secret}: ${text}`);
        }
      }
      // The token flow's own: with it the binding goes on.
      assert.equal(checkpoint.includes(token), kind === 'token', where);
    }
  }
});

// ---- Killed and resumed ----

/** Where a life can end: at the nth request, before or after it takes effect. */
const DEATHS = { 'before it takes effect': false, 'after it has taken effect': true };

for (const kind of KINDS) {
  test(`${kind}: killed at any request, and resumed in a new instance, it binds exactly once`, async () => {
    const count = (await whole(kind)).requests.length;
    assert.ok(count >= 2);
    let resumed = 0;
    for (let nth = 0; nth < count; nth++) {
      for (const [when, takesEffect] of Object.entries(DEATHS)) {
        for (const isLate of takesEffect ? [false] : [false, true]) {
          const where = `${kind}: killed at request ${nth}, ${when}${isLate ? ', which it does later' : ''}`;
          const cloud = new Cloud();
          let isLost = false;
          let at = 0;
          let pending;
          const first = await start(kind, await life(), cloud, {
            send(request, kill) {
              if (at++ === nth) {
                if (takesEffect) cloud.answer(request);
                else if (isLate && BINDS.includes(request.Action)) pending = request;
                return kill();
              }
              const answer = cloud.answer(request);
              if (!BINDS.includes(request.Action) || isLost) return answer;
              isLost = true;
              throw new Error('lost');
            },
          });
          assert.equal(first.value ?? first.error, undefined, where);
          const resume = first.checkpoints.at(-1);
          if (!resume) {
            assert.deepEqual([first.requests, cloud.binds], [[kind === 'token' ? CREATE : 'none'], 0], where);
            continue;
          }
          resumed++;
          const again = await start(kind, await life(new VirtualTime().now + 20_000), cloud, {
            resume,
            send(request) {
              const answer = cloud.answer(request);
              // The first life's bind takes effect once it has been asked about.
              if (pending && request.Action === GET) {
                cloud.answer(pending);
                pending = undefined;
              }
              return answer;
            },
          });
          assert.equal(again.value?.confirmed, true, `${where}: ${inspect(again.error)}`);
          assert.deepEqual([again.value.ProductId, again.value.DeviceName], ['P', 'D'], where);
          assert.equal(cloud.device('D').binds, 1, where);
          assert.ok(!again.requests.includes(CREATE), `${where}: another token`);
          // What was sent is asked about before it is sent again.
          const isSent = first.requests.some((action) => BINDS.includes(action));
          if (isSent) assert.equal(again.requests[0], GET, where);
          assert.equal(again.told, 0, where);
        }
      }
    }
    assert.ok(resumed >= 5, `${resumed} were resumed`);
  });

  test(`${kind}: killed at any step, and resumed in a new instance, it binds exactly once`, async () => {
    const { steps } = await whole(kind);
    for (const killedAt of new Set(steps)) {
      for (let lives = 1; lives <= 3; lives++) {
        const cloud = new Cloud();
        let resume;
        let told = 0;
        // It may be killed there again and again.
        for (let nth = 0; nth < lives; nth++) {
          const dead = await start(kind, await life(new VirtualTime().now + nth * 5_000), cloud, { killedAt, resume });
          resume = dead.checkpoints.at(-1) ?? resume;
          told += dead.told;
        }
        const last = await start(kind, await life(new VirtualTime().now + 30_000), cloud, { resume });
        const where = `${kind}: killed ${lives} times at ${killedAt}`;
        assert.equal(last.value?.confirmed, true, `${where}: ${inspect(last.error)}`);
        assert.equal(cloud.device('D').binds, 1, where);
        if (kind === 'token') assert.ok(told + last.told >= 1, where);
      }
    }
  });
}

// ---- Refused ----

const PREFIX = 'iotexplorer-checkpoint.2.';

/** A checkpoint with that record; made here, by other means than the package's. */
const sealed = (record) => {
  const json = typeof record === 'string' ? record : JSON.stringify(record);
  return `${PREFIX}${createHmac('sha1', PREFIX).update(json).digest('hex').slice(0, 16)}.${json}`;
};
const recordOf = (checkpoint) => JSON.parse(checkpoint.slice(checkpoint.indexOf('{')));

/** A life in which many checkpoints are tried, none of which may get anything sent. */
async function trying(kind, now) {
  const alive = await life(now);
  const cloud = new Cloud();
  return async (resume, expected, more, where = String(resume)) => {
    const { error, value, requests, told, checkpoints } = await start(kind, alive, cloud, { resume, ...more });
    assertIotError(error ?? value, { mayBeBound: undefined, ...expected }, where);
    assert.deepEqual([requests, told, checkpoints, alive.time.pending], [[], 0, [], 0], `${where}: nothing is done`);
    return error;
  };
}

const BAD = { kind: 'flow', code: 'Flow.BadCheckpoint', retryable: false, remedy: 'none' };

test('what seals a checkpoint is told by another implementation, too', async () => {
  for (const kind of KINDS) {
    for (const checkpoint of (await whole(kind)).checkpoints) assert.equal(sealed(recordOf(checkpoint)), checkpoint);
  }
});

test('tampered with: every character changed in turn, cut off anywhere, longer, or put together from two', async () => {
  for (const kind of KINDS) {
    const { checkpoints } = await whole(kind);
    const refused = await trying(kind);
    let tried = 0;
    for (const [nth, checkpoint] of checkpoints.entries()) {
      const tampered = new Set();
      for (let at = 0; at < checkpoint.length; at++) {
        const code = checkpoint.charCodeAt(at);
        for (const other of [code ^ 1, code ^ 2, code ^ 0x20, code ^ 0x80, 0, 0x5ba2]) {
          tampered.add(checkpoint.slice(0, at) + String.fromCharCode(other) + checkpoint.slice(at + 1));
        }
        // A character left out, one twice, and two exchanged.
        tampered.add(checkpoint.slice(0, at) + checkpoint.slice(at + 1));
        tampered.add(checkpoint.slice(0, at) + checkpoint[at] + checkpoint.slice(at));
        tampered.add(checkpoint.slice(0, at) + (checkpoint[at + 1] ?? '') + checkpoint[at] + checkpoint.slice(at + 2));
        if (at > 0) tampered.add(checkpoint.slice(0, at));
        if (at > 0) tampered.add(checkpoint.slice(at));
      }
      const other = checkpoints[(nth + 1) % checkpoints.length];
      for (let at = 1; at < Math.min(checkpoint.length, other.length); at++) tampered.add(checkpoint.slice(0, at) + other.slice(at));
      for (const more of [' ', '\n', '\0', '}', checkpoint]) {
        tampered.add(checkpoint + more);
        tampered.add(more + checkpoint);
      }
      for (const whole of checkpoints) tampered.delete(whole);
      for (const text of tampered) {
        await refused(text, BAD, {}, `${kind}, number ${nth}: ${text}`);
        tried++;
      }
    }
    assert.ok(tried > 2_000, `${tried} were tried`);
  }
});

test('fields of another checkpoint in this one: refused as tampered with, and as a mismatch where somebody sealed it', async () => {
  for (const kind of KINDS) {
    const refused = await trying(kind);
    const { checkpoints } = await whole(kind);
    const record = recordOf(checkpoints.at(-1));
    const other = { ...record, FamilyId: 'f-other', ProductId: 'Q', DeviceName: 'E', Token: 'bind-token-9', stage: 1, deadline: record.deadline + 1 };
    other.flow = kind === 'token' ? 'signature' : 'token';
    const options = { FamilyId: 'familyId', ProductId: 'productId', DeviceName: 'deviceName', flow: 'flow' };
    for (const name of Object.keys(record)) {
      const swapped = { ...record, [name]: other[name] };
      if (swapped[name] === record[name]) continue;
      const [head] = checkpoints.at(-1).split('{');
      await refused(head + JSON.stringify(swapped), BAD, {}, `${kind}: another ${name}, not sealed`);
      const parameter = options[name];
      if (!parameter) continue;
      const expected = { kind: 'flow', code: 'Flow.CheckpointMismatch', parameter, remedy: 'fix-input', retryable: false };
      // Only the signature flow names its device anyway.
      const more = kind === 'token' ? DEVICE : {};
      await refused(sealed(swapped), expected, more, `${kind}: another ${name}, sealed`);
    }
  }
});

test('of another version, of nothing, and of something that is no record', async () => {
  for (const kind of KINDS) {
    const refused = await trying(kind);
    const [checkpoint] = (await whole(kind)).checkpoints;
    const record = recordOf(checkpoint);
    for (const version of ['0', '1', '3', '02', '20', '2.2', '-2', 'x', '']) {
      const text = checkpoint.replace('.2.', `.${version}.`);
      const error = await refused(text, BAD);
      assert.match(error.message, text.startsWith(PREFIX) ? /./ : /another version/, text);
    }
    for (const text of ['x', '{}', 'null', 'undefined', '[object Object]', PREFIX, 'iotexplorer-checkpoint', '客厅', JSON.stringify(record), 'x'.repeat(2 ** 20)]) {
      await refused(text, BAD, {}, text.slice(0, 50));
    }
    for (const json of ['', ' ', 'null', '[]', '5', '"text"', 'true', '{', '{"a":1', JSON.stringify([record])]) {
      await refused(sealed(json), BAD, {}, `sealed ${json}`);
    }
    // Whole, but for one thing.
    for (const name of ['deadline', 'stage']) {
      for (const value of [undefined, null, 'text', '1', {}, [], true]) {
        await refused(sealed({ ...record, [name]: value }), BAD, {}, `${name}: ${value}`);
      }
    }
    // A bind that may have been sent, and nobody knows of which device.
    if (kind === 'token') {
      for (const name of ['ProductId', 'DeviceName']) {
        for (const stage of [3, 4]) {
          const nameless = sealed({ ...record, stage, [name]: undefined });
          await refused(nameless, { ...BAD, mayBeBound: true }, {}, `${stage} without ${name}`);
        }
      }
    }
  }
});

test('what is no text is a parameter error that names the option', async () => {
  for (const kind of KINDS) {
    const refused = await trying(kind);
    const parameter = { kind: 'parameter', parameter: 'resume', remedy: 'fix-input' };
    for (const value of [null, 5, 0, NaN, true, false, 7n, {}, [], [PREFIX], () => PREFIX, Symbol('s'), new String(PREFIX), Promise.resolve(PREFIX)]) {
      await refused(value, { ...parameter, code: 'Parameter.WrongType' }, {}, `${kind}: ${inspect(value)}`);
    }
    await refused('', { ...parameter, code: 'Parameter.Empty' });
    await refused('\ud800', { ...parameter, code: 'Parameter.BadText' }, {}, 'half a character');
  }
});

test('of another family, another device, or another flow', async () => {
  const mismatch = { kind: 'flow', code: 'Flow.CheckpointMismatch', remedy: 'fix-input', retryable: false };
  const [token, signature] = [await whole('token'), await whole('signature')];
  const [ofToken, ofSignature] = [await trying('token'), await trying('signature')];
  for (const checkpoint of token.checkpoints) {
    await ofSignature(checkpoint, { ...mismatch, parameter: 'flow' });
    await ofToken(checkpoint, { ...mismatch, parameter: 'familyId' }, { familyId: 'f-other' });
  }
  // From the second on it knows the device.
  for (const checkpoint of token.checkpoints.slice(1)) {
    await ofToken(checkpoint, { ...mismatch, parameter: 'productId' }, { ...DEVICE, productId: 'Q' });
    await ofToken(checkpoint, { ...mismatch, parameter: 'deviceName' }, { ...DEVICE, deviceName: 'E' });
  }
  const device = { ProductId: 'P', DeviceName: 'D', DeviceTimestamp: 1, Signature: 'signature-of-D' };
  for (const checkpoint of signature.checkpoints) {
    await ofToken(checkpoint, { ...mismatch, parameter: 'flow' });
    await ofSignature(checkpoint, { ...mismatch, parameter: 'familyId' }, { familyId: 'f-other' });
    await ofSignature(checkpoint, { ...mismatch, parameter: 'productId' }, { device: { ...device, ProductId: 'Q' } });
    await ofSignature(checkpoint, { ...mismatch, parameter: 'deviceName' }, { device: { ...device, DeviceName: 'E' } });
  }
});

test('expired: at its deadline as long as no bind was sent, a day later if one may have been', async () => {
  const timeouts = { token: 5 * MINUTE, signature: MINUTE };
  for (const kind of KINDS) {
    for (const timeoutMs of [undefined, 90_000]) {
      const { checkpoints, startedAt } = await whole(kind, { timeoutMs });
      const deadline = startedAt + (timeoutMs ?? timeouts[kind]);
      for (const [at, checkpoint] of checkpoints.entries()) {
        // The signature flow's first is written when the bind is sent.
        const isSent = kind === 'signature' || at >= 2;
        const last = deadline + (isSent ? DAY : 0) - 1;
        const where = `${kind}, number ${at}`;
        const refused = await trying(kind, last + 1);
        const more = { timeoutMs };
        // It says so where the device may be bound all the same.
        const mayBeBound = isSent || undefined;
        const expired = { kind: 'flow', code: 'Flow.CheckpointExpired', remedy: 'none', retryable: false, mayBeBound };
        await refused(checkpoint, expired, more, where);
        // A moment before it is gone on from: the cloud is asked.
        const cloud = new Cloud();
        Object.assign(cloud.device('D'), { family: FAMILY_ID, binds: 1 });
        const { requests, value, error } = await start(kind, await life(last), cloud, { resume: checkpoint, ...more });
        assert.ok(requests.length > 0 || error?.kind === 'timeout', `${where}: ${inspect(error)}`);
        if (isSent) assert.equal(value?.confirmed, true, `${where}: ${inspect(error)}`);
        assert.equal(cloud.device('D').binds, 1, where);
      }
    }
  }
});

test('a bad checkpoint does not keep the flow from being started anew', async () => {
  for (const kind of KINDS) {
    const cloud = new Cloud();
    const alive = await life();
    const { error } = await start(kind, alive, cloud, { resume: `${PREFIX}x` });
    assertIotError(error, BAD);
    const { value } = await start(kind, alive, cloud);
    assert.deepEqual([value.confirmed, cloud.device('D').binds], [true, 1]);
  }
});
