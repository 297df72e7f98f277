// Signatures, held against vectors and against Node's own HMAC.

import assert from 'node:assert/strict';
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { inspect } from 'node:util';
import { assertHides, thrown } from './support/checks.mjs';
import { require, vectors } from './support/package.mjs';

const { init, sign } = require('iotexplorer-client');
beforeEach(() => init());

const VECTORS = [...vectors('signatures'), ...vectors('signatures-more')];
const GATEWAY = {
  productSecret: 'a-product-secret',
  productId: 'P',
  deviceName: 'D',
  nonce: 'n0nce',
  timestamp: 1583810805,
};
const DEVICE = {
  psk: 'AAECAwQFBgcICQoLDA0ODw==',
  productId: 'P',
  deviceName: 'D',
  timestamp: 1574170043,
  connId: 'happy',
};
const APP = { Action: 'AppGetToken', AppKey: 'k', Nonce: 5, Timestamp: 1546315200 };
const APP_SECRET = 'an-app-secret';

/** A name of the vectors → the functions for it, with the secret taken apart. */
const KINDS = {
  gateway: {
    sign: (input) => sign.gatewayBind(input),
    verify: (input, signature) => sign.verifyGatewayBind({ ...input, signature }),
    explain: ({ productSecret, ...input }) => sign.explain.gatewayBind(input),
  },
  device: {
    sign: (input) => sign.deviceBind(input),
    verify: (input, signature) => sign.verifyDeviceBind({ ...input, signature }),
    explain: ({ psk, ...input }) => sign.explain.deviceBind(input),
  },
  app: {
    sign: ({ params, appSecret }) => sign.appRequest(params, appSecret),
    verify: ({ params, appSecret }, Signature) => sign.verifyAppRequest({ ...params, Signature }, appSecret),
    explain: ({ params }) => sign.explain.appRequest(params, { reveal: true }),
  },
};

test('every vector is signed, verified and explained', async (t) => {
  assert.deepEqual([...new Set(VECTORS.map((row) => row.kind))].sort(), ['app', 'device', 'gateway']);
  for (const { id, kind, input, plaintext, signature } of VECTORS) {
    await t.test(`${kind} ${id ?? plaintext}`, () => {
      const own = KINDS[kind];
      assert.equal(own.sign(input), signature);
      assert.equal(own.explain(input), plaintext);
      assert.equal(own.verify(input, signature), true);
      assert.equal(own.verify(input, signature.slice(0, -1)), false);
    });
  }
});

const hmac = (algorithm, key, text) => createHmac(algorithm, key).update(text, 'utf8');
const oneOf = (list) => list[randomInt(list.length)];
const randomText = () =>
  Array.from({ length: randomInt(1, 20) }, () => oneOf([...'aB9_-;=&% ."\\', '客', 'é', '\u0000', '😀'])).join('');
const randomTime = () => oneOf([0, 1, randomInt(2 ** 47), 2n ** 63n - 1n, String(randomInt(2 ** 40))]);

test('on random input they agree with node:crypto', () => {
  for (let round = 0; round < 200; round++) {
    const [productId, deviceName, nonce, timestamp] = [randomText(), randomText(), randomText(), randomTime()];
    const productSecret = randomText();
    const gatewayText = `deviceName=${deviceName}&nonce=${nonce}&productId=${productId}&timestamp=${timestamp}`;
    const gateway = { productSecret, productId, deviceName, nonce, timestamp };
    assert.equal(sign.explain.gatewayBind(gateway), gatewayText);
    assert.equal(sign.gatewayBind(gateway), hmac('sha1', productSecret, gatewayText).digest('base64'));

    const psk = randomBytes(randomInt(1, 80));
    const [bindType, signMethod] = [
      oneOf(['wifi_sign', 'bluetooth_sign', 'other_sign']),
      oneOf(['hmacsha1', 'hmacsha256']),
    ];
    const deviceText =
      bindType === 'wifi_sign'
        ? `DeviceName=${deviceName}&DeviceTimestamp=${timestamp}&ProductId=${productId}&ConnId=${nonce}`
        : `${productId}${deviceName};${nonce};${timestamp}`;
    const device = {
      psk: psk.toString('base64'),
      productId,
      deviceName,
      timestamp,
      connId: nonce,
      bindType,
      signMethod,
    };
    const signature = hmac(signMethod.replace('hmac', ''), psk, deviceText).digest('hex');
    assert.equal(sign.explain.deviceBind(device), deviceText);
    assert.equal(sign.deviceBind(device), signature);
    assert.equal(sign.verifyDeviceBind({ ...device, signature: signature.toUpperCase() }), true);

    const params = Object.fromEntries(
      Array.from({ length: 5 }, () => [randomText(), oneOf([randomText(), randomInt(2 ** 40), true])]),
    );
    const bytewise = (a, b) => Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
    const appText = Object.entries(params)
      .sort(bytewise)
      .map(([name, value]) => `${name.replaceAll('_', '.')}=${value}`)
      .join('&');
    assert.equal(sign.explain.appRequest(params, { reveal: true }), appText);
    assert.equal(sign.appRequest(params, productSecret), hmac('sha1', productSecret, appText).digest('base64'));
  }
});

test('defaults: Wi-Fi, HMAC-SHA1, an empty connId', () => {
  const { connId, ...plain } = DEVICE;
  assert.equal(sign.explain.deviceBind(plain), 'DeviceName=D&DeviceTimestamp=1574170043&ProductId=P&ConnId=');
  assert.equal(
    sign.deviceBind(plain),
    sign.deviceBind({ ...plain, connId: '', bindType: 'wifi_sign', signMethod: 'hmacsha1' }),
  );
  assert.equal(sign.deviceBind({ ...plain, connId: undefined }), sign.deviceBind(plain));
  assert.equal(
    sign.deviceBind({ ...DEVICE, bindType: 'bluetooth_sigh' }),
    sign.deviceBind({ ...DEVICE, bindType: 'bluetooth_sign' }),
  );
  assert.equal(
    sign.deviceBind({ ...DEVICE, bindType: 'other_sign' }),
    sign.deviceBind({ ...DEVICE, bindType: 'bluetooth_sign' }),
  );
  for (const bindType of ['bluetooth_sign', 'other_sign', 'bluetooth_sigh']) {
    for (const make of [sign.deviceBind, sign.explain.deviceBind]) {
      thrown(() => make({ ...plain, bindType }), { kind: 'parameter', parameter: 'connId' }, bindType);
    }
  }
});

test('the timestamp is used as given', () => {
  for (const timestamp of [0, 1583810805, '1583810805', 9007199254740993n, '9223372036854775807', 2n ** 63n - 1n]) {
    assert.ok(sign.explain.gatewayBind({ ...GATEWAY, timestamp }).endsWith(`&timestamp=${timestamp}`));
    assert.ok(sign.explain.deviceBind({ ...DEVICE, timestamp }).includes(`&DeviceTimestamp=${timestamp}&`));
  }
});

const TEXTS = [5, null, true, {}, [], 5n, Symbol('s'), '', '\ud83d'];
const TIMES = [
  -1,
  1.5,
  NaN,
  Infinity,
  2 ** 53,
  '',
  '-1',
  'x',
  '1.0',
  null,
  true,
  {},
  [],
  -1n,
  2n ** 63n,
  '9223372036854775808',
];
const BAD = {
  gateway: {
    productSecret: [...TEXTS, undefined],
    productId: [...TEXTS, undefined],
    deviceName: [...TEXTS, undefined],
    nonce: [...TEXTS, undefined],
    timestamp: [...TIMES, undefined],
  },
  device: {
    psk: [...TEXTS, undefined, 'no base64!', 'AAAAA', 'AA==A'],
    productId: [...TEXTS, undefined],
    deviceName: [...TEXTS, undefined],
    timestamp: [...TIMES, undefined],
    connId: TEXTS.filter((value) => value !== ''),
    bindType: [...TEXTS, 'wifi', 'WIFI_SIGN'],
    signMethod: [...TEXTS, 'md5', 'HMACSHA1'],
  },
};
const FIELDS = { gateway: GATEWAY, device: DEVICE };

test('bad input is a parameter error naming the field, and shows no secret', () => {
  for (const [kind, fields] of Object.entries(BAD)) {
    const { psk, productSecret } = FIELDS[kind];
    for (const [name, values] of Object.entries(fields)) {
      for (const value of values) {
        const input = { ...FIELDS[kind], [name]: value };
        const at = `${kind} ${name}: ${inspect(value)}`;
        const isSecret = name === 'psk' || name === 'productSecret';
        assertHides(
          thrown(() => KINDS[kind].sign(input), { kind: 'parameter', parameter: name }, at),
          [psk ?? productSecret],
          at,
        );
        thrown(() => KINDS[kind].verify(input, 'x'), { kind: 'parameter', parameter: name }, at);
        if (!isSecret) thrown(() => KINDS[kind].explain(input), { kind: 'parameter', parameter: name }, at);
      }
    }
    for (const input of [undefined, null, 5, 'text', []]) {
      for (const make of [sign[`${kind}Bind`], sign.explain[`${kind}Bind`]]) {
        thrown(() => make(input), { kind: 'parameter' }, inspect(input));
      }
    }
    assertHides(
      thrown(
        () =>
          KINDS[kind].sign({
            ...FIELDS[kind],
            get deviceName() {
              throw new Error('s3cret text');
            },
          }),
        { kind: 'parameter' },
      ),
      ['s3cret text'],
    );
  }
});

test('an app request refuses what clients disagree on', () => {
  const bad = {
    '': [''],
    'null': [null],
    'object': [{}],
    'list': [[]],
    'not a number': [NaN, Infinity],
    'function': [() => 1],
    'surrogate': ['\ud83d'],
  };
  for (const [what, values] of Object.entries(bad)) {
    for (const value of values) {
      for (const work of [
        () => sign.appRequest({ ...APP, Extra: value }, APP_SECRET),
        () => sign.explain.appRequest({ ...APP, Extra: value }),
      ]) {
        thrown(work, { kind: 'parameter', parameter: 'Extra' }, what);
      }
    }
  }
  for (const params of [undefined, null, 5, 'x', []]) {
    thrown(() => sign.appRequest(params, APP_SECRET), { kind: 'parameter' }, inspect(params));
    thrown(() => sign.explain.appRequest(params), { kind: 'parameter' }, inspect(params));
  }
  for (const secret of [...TEXTS, undefined]) {
    thrown(() => sign.appRequest(APP, secret), { kind: 'parameter', parameter: 'appSecret' }, inspect(secret));
    thrown(
      () => sign.verifyAppRequest({ ...APP, Signature: 's' }, secret),
      { kind: 'parameter', parameter: 'appSecret' },
      inspect(secret),
    );
  }
  assert.equal(sign.explain.appRequest({ B: undefined, A: 1, Signature: 'gone' }), 'A=1');
  assert.equal(sign.explain.appRequest({ A_B: 1, A: 2n, C: false }), 'A=2&A.B=1&C=false');
});

test('explain.appRequest hides passwords, codes and tokens unless told to reveal', () => {
  const params = {
    Action: 'X',
    Password: 'p4ssword',
    VerificationCode: '123456',
    AccessToken: 'tok-en',
    NickName: 'Ann',
  };
  const hidden = sign.explain.appRequest(params);
  assert.equal(hidden, 'AccessToken=***&Action=X&NickName=Ann&Password=***&VerificationCode=***');
  assert.equal(sign.explain.appRequest(params, {}), hidden);
  assert.equal(sign.explain.appRequest(params, { reveal: false }), hidden);
  assert.match(
    sign.explain.appRequest(params, { reveal: true }),
    /AccessToken=tok-en.*Password=p4ssword.*VerificationCode=123456/,
  );
  thrown(() => sign.explain.appRequest(params, { reveal: 'yes' }), { kind: 'parameter', parameter: 'reveal' });
});

test('a malformed signature is a wrong one, never an error', () => {
  const good = {
    gateway: sign.gatewayBind(GATEWAY),
    device: sign.deviceBind(DEVICE),
    app: sign.appRequest(APP, APP_SECRET),
  };
  const inputs = { ...FIELDS, app: { params: APP, appSecret: APP_SECRET } };
  const shifted = (text) => text.slice(1) + text[0];
  const always = ['', 'x', '*'.repeat(28), 'ß'.repeat(40), '\ud83d', '\u0000', 'g'.repeat(40), 'A'.repeat(100_000)];
  for (const [kind, signature] of Object.entries(good)) {
    const wrong = [
      shifted(signature),
      signature + ' ',
      ' ' + signature,
      signature.slice(2),
      signature + signature,
      `${signature}\n`,
    ];
    for (const value of [
      ...always,
      ...wrong,
      undefined,
      null,
      5,
      {},
      [],
      [signature],
      true,
      Symbol('s'),
      new String(signature),
    ]) {
      assert.equal(KINDS[kind].verify(inputs[kind], value), false, `${kind}: ${inspect(value).slice(0, 80)}`);
    }
    assert.equal(KINDS[kind].verify(inputs[kind], signature), true, kind);
  }
  // Only hexadecimal has two cases.
  assert.equal(KINDS.device.verify(DEVICE, good.device.toUpperCase()), true);
  assert.equal(KINDS.gateway.verify(GATEWAY, good.gateway.toLowerCase()), false);
  assert.equal(KINDS.device.verify({ ...DEVICE, signMethod: 'hmacsha256' }, good.device), false);
  // And no input is left out of it.
  for (const [kind, input] of Object.entries(FIELDS)) {
    for (const name of Object.keys(input)) {
      const other = { timestamp: 5, psk: 'AAAA' }[name] ?? 'other';
      assert.equal(KINDS[kind].verify({ ...input, [name]: other }, good[kind]), false, `${kind} ${name}`);
    }
  }
});

/** The same input, looked at value by value: a getter is read, and a text of digits is no number. */
const withCare = (input) => ({ ...input, timestamp: String(input.timestamp) });

test('plain inputs are signed as all others are', () => {
  const ascii = (from, to) =>
    Array.from({ length: randomInt(from, to) }, () => String.fromCharCode(randomInt(128))).join('');
  const lengths = [[1, 6], [1, 40], [60, 70], [120, 131]];
  const field = () => ascii(...oneOf(lengths));
  const time = () => oneOf([0, -0, 1, 9, 10, randomInt(2 ** 31), randomInt(2 ** 31, 2 ** 32), 2 ** 32 - 1, 2 ** 32]);
  for (let round = 0; round < 2000; round++) {
    const names = { productId: field(), deviceName: field(), timestamp: time() };
    const gateway = { ...names, productSecret: field(), nonce: field() };
    assert.equal(sign.gatewayBind(gateway), sign.gatewayBind(withCare(gateway)), inspect(gateway));
    const psk = randomBytes(randomInt(1, 100)).toString('base64');
    const device = {
      ...names,
      psk,
      connId: oneOf(['', field(), field()]),
      bindType: oneOf([undefined, 'wifi_sign', 'bluetooth_sign', 'bluetooth_sigh', 'other_sign']),
      signMethod: oneOf([undefined, 'hmacsha1', 'hmacsha256']),
    };
    assert.equal(sign.deviceBind(device), sign.deviceBind(withCare(device)), inspect(device));
    const signers = [
      [sign.signer({ productSecret: gateway.productSecret }), 'gatewayBind', gateway],
      [sign.signer({ psk, signMethod: device.signMethod }), 'deviceBind', device],
    ];
    for (const [signer, name, input] of signers) {
      const { productSecret, psk, signMethod, ...plain } = input;
      for (const given of [plain, { ...plain, productSecret: 'another', psk: 'AAAA', signMethod: 'hmacsha256' }]) {
        assert.equal(signer[name](given), sign[name](input), inspect(input));
        assert.equal(signer[name](withCare(given)), sign[name](input), inspect(input));
      }
    }
  }
});

test('what only looks like a plain input is none', () => {
  for (const [kind, fields] of Object.entries(FIELDS)) {
    const make = sign[`${kind}Bind`];
    const array = Object.assign([], fields);
    const work = Object.assign(() => {}, fields);
    const { proxy, revoke } = Proxy.revocable(fields, {});
    revoke();
    const revokedArray = Proxy.revocable([], {});
    revokedArray.revoke();
    for (const input of [array, work, proxy, revokedArray.proxy, Object.create(null)]) {
      thrown(() => make(input), { kind: 'parameter' }, kind);
    }
    const number = { ...fields, timestamp: new Number(fields.timestamp) };
    const text = { ...fields, deviceName: new String(fields.deviceName) };
    thrown(() => make(number), { kind: 'parameter', parameter: 'timestamp' });
    thrown(() => make(text), { kind: 'parameter', parameter: 'deviceName' });
    // What is inherited counts, as does what is computed.
    assert.equal(make(Object.create(fields)), make(fields));
    class Computed {}
    for (const name of Object.keys(fields)) {
      Object.defineProperty(Computed.prototype, name, { get: () => fields[name] });
    }
    assert.equal(make(new Computed()), make(fields));
  }
});

test('nothing is left of one input in the signature of the next', () => {
  const inputs = [
    GATEWAY,
    { ...GATEWAY, deviceName: 'a-much-longer-name-of-a-device', nonce: 'n'.repeat(128) },
    { ...GATEWAY, productSecret: 's' },
    { ...GATEWAY, productSecret: 's'.repeat(128), productId: 'Q' },
    { ...GATEWAY, productId: '客' },
    { ...GATEWAY, nonce: 'é' },
  ];
  const alone = inputs.map((input) => sign.gatewayBind(withCare(input)));
  for (let at = 0; at < inputs.length; at++) {
    for (let next = 0; next < inputs.length; next++) {
      sign.gatewayBind(inputs[at]);
      thrown(() => sign.gatewayBind({ ...inputs[at], nonce: '' }), { kind: 'parameter', parameter: 'nonce' });
      sign.signer(inputs[at]);
      assert.equal(sign.gatewayBind(inputs[next]), alone[next], `${at}, then ${next}`);
    }
  }
});

test('memory that grows in between does not matter', () => {
  const expected = sign.gatewayBind(GATEWAY);
  const signer = sign.signer(GATEWAY);
  const long = { ...APP, Extra: 'x'.repeat(4_000_000) };
  for (let round = 0; round < 3; round++) {
    sign.appRequest({ ...long, [`More${round}`]: long.Extra }, APP_SECRET);
    assert.equal(sign.gatewayBind(GATEWAY), expected);
    assert.equal(signer.gatewayBind(GATEWAY), expected);
  }
});

const FREED = { kind: 'init', code: 'Init.ClientFreed', remedy: 'fix-input' };

test('a signer has one key, which it forgets when freed', () => {
  const { productSecret, ...gateway } = GATEWAY;
  const { psk, ...device } = DEVICE;
  for (const [key, name, input] of [
    [{ productSecret }, 'gatewayBind', gateway],
    [{ productSecret: '密钥-of-a-product' }, 'gatewayBind', gateway],
    [{ psk }, 'deviceBind', device],
    [{ psk, signMethod: 'hmacsha256' }, 'deviceBind', { ...device, bindType: 'other_sign' }],
    [{ psk: randomBytes(200).toString('base64') }, 'deviceBind', device],
  ]) {
    const signer = sign.signer(key);
    assert.deepEqual(Object.keys(signer).sort(), [name, 'free'].sort());
    assert.ok(Object.isFrozen(signer));
    assertHides(signer, [Object.values(key)[0]], name);
    // The key is that of then.
    const given = { ...key };
    const own = sign.signer(given);
    given.productSecret = given.psk = 'AAAA';
    assert.equal(own[name](input), sign[name]({ ...input, ...key }));
    for (const field of Object.keys(input)) {
      const bad = { ...input, [field]: null };
      thrown(() => signer[name](bad), { kind: 'parameter', parameter: field });
    }
    for (const bad of [undefined, null, 5, 'text', []]) {
      thrown(() => signer[name](bad), { kind: 'parameter', parameter: 'input' }, inspect(bad));
    }
    signer.free();
    thrown(() => signer[name](input), FREED);
    signer.free();
    // One that is freed says nothing of another.
    assert.equal(own[name](input), sign[name]({ ...input, ...key }));
  }
});

test('what is wrong with the key of a signer is said at once', () => {
  for (const [kind, name] of [['gateway', 'productSecret'], ['device', 'psk'], ['device', 'signMethod']]) {
    for (const value of BAD[kind][name]) {
      if (name === 'psk' && value === undefined) continue;
      const key = { ...(kind === 'device' && { psk: DEVICE.psk }), [name]: value };
      thrown(() => sign.signer(key), { kind: 'parameter', parameter: name }, inspect(key));
    }
  }
  for (const key of [undefined, null, 5, 'text', [], {}]) {
    thrown(() => sign.signer(key), { kind: 'parameter', parameter: 'productSecret' }, inspect(key));
  }
  const hidden = {
    get psk() {
      throw new Error('s3cret text');
    },
  };
  assertHides(thrown(() => sign.signer(hidden), { kind: 'parameter' }), ['s3cret text']);
});

test('in Node a secret needs no leave', () => {
  for (const options of [undefined, {}, { allowSecret: false }, { allowSecret: true }]) {
    assert.equal(sign.gatewayBind(GATEWAY, options).length, 28);
    assert.equal(sign.deviceBind(DEVICE, options).length, 40);
    assert.equal(sign.appRequest(APP, APP_SECRET, options).length, 28);
  }
  for (const work of [
    (options) => sign.gatewayBind(GATEWAY, options),
    (options) => sign.deviceBind(DEVICE, options),
    (options) => sign.signer(GATEWAY, options),
    (options) => sign.signer(DEVICE, options),
    (options) => sign.appRequest(APP, APP_SECRET, options),
  ]) {
    thrown(() => work({ allowSecret: 'yes' }), { kind: 'parameter', parameter: 'allowSecret' });
    thrown(() => work(5), { kind: 'parameter' });
  }
});

test('diagnose finds every mistake that it knows, and says it in both languages', async () => {
  const { diagnose, init } = require('iotexplorer-client/diagnose');
  await init();
  for (const { remark, input, findings } of vectors('diagnose')) {
    const found = diagnose(input);
    assert.deepEqual(
      found.findings.map((one) => one.code),
      findings,
      remark,
    );
    assert.equal(found.matches, findings.length === 0, remark);
    assert.equal(found.text, KINDS[input.kind].explain(input), remark);
    for (const { en, zh } of found.findings) {
      assert.match(en, /^[A-Z].+\.$/, remark);
      assert.match(zh, /\p{Script=Han}.*。$/u, remark);
    }
    assertHides(found, [input.psk ?? input.productSecret], remark);
  }
  for (const [kind, fields] of Object.entries(FIELDS)) {
    const input = { ...fields, kind, signature: 'x' };
    for (const [name, value] of [
      ['kind', 'other'],
      ['kind', undefined],
      ['productId', ''],
      ['deviceName', 5],
      ['timestamp', -1],
    ]) {
      thrown(
        () => diagnose({ ...input, [name]: value }),
        { kind: 'parameter', parameter: name },
        `${kind} ${name}`,
      );
    }
  }
  for (const input of [undefined, null, 5, 'x', []])
    thrown(() => diagnose(input), { kind: 'parameter' }, inspect(input));
});

test('a nonce is letters and digits, as many as asked for, never the same, evenly spread', () => {
  assert.match(sign.nonce(), /^[A-Za-z0-9]{5}$/);
  for (const length of [1, 2, 5, 32, 63, 64]) assert.match(sign.nonce(length), new RegExp(`^[A-Za-z0-9]{${length}}$`));
  for (const length of [0, -1, 1.5, 65, NaN, Infinity, '5', null, {}, 5n, true]) {
    thrown(() => sign.nonce(length), { kind: 'parameter', parameter: 'length' }, inspect(length));
  }
  assert.equal(new Set(Array.from({ length: 500 }, () => sign.nonce(12))).size, 500);
  const counts = new Map();
  const letters = 62 * 1000;
  for (let at = 0; at < letters / 62; at++)
    for (const letter of sign.nonce(62)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  assert.equal(counts.size, 62);
  // A thousand of each are expected; eight standard deviations are 250.
  for (const [letter, count] of counts) assert.ok(Math.abs(count - 1000) < 250, `${letter}: ${count}`);
});
