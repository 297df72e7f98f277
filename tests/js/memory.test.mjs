// What stays behind in the module's memory: after a question nothing of a key, after a call or flow nothing of a token.
// The shipped bytes are asked, and all of their memory is searched.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { rejected, thrown } from './support/checks.mjs';
import { freshPackage } from './support/package.mjs';
import { signatures } from './support/wasm-format.mjs';

/** As much of a secret as counts as found: what is left may be cut off at either end. */
const PIECE_BYTES = 8;
/** What HMAC mixes a key with, and what it fills it up to. */
const PADS = [0x36, 0x5c];
const BLOCK_BYTES = 64;

// Where the module signs what is plain, as src/wasm.rs has it; and how long a text may be there.
const DESK = 16;
/** Where a kept key has words, whatever the digest. */
const KEPT = [[0, 20], [32, 52]];
const FIELD_MAX_CHARS = 128;

/**
 * A package, loaded, of which `bytes()` is all of the module's memory and `stack()` the lower part that is its stack; `atDesk` is
 * called with what is on the desk when the module is about to sign there.
 */
async function watched(specifier) {
  const own = freshPackage(specifier);
  const { instantiate } = WebAssembly;
  let instance;
  let stackBytes;
  WebAssembly.instantiate = async (source, imports) => {
    const result = await instantiate.call(WebAssembly, source, imports);
    instance = result.instance;
    stackBytes = signatures(new Uint8Array(source)).globals[0].value;
    const { exports } = instance;
    const sign = (...values) => {
      const start = exports.ask(DESK, 0, 0, 0);
      watched.atDesk?.(Buffer.from(watched.bytes().subarray(start, start + 4 * FIELD_MAX_CHARS)));
      return exports.sign(...values);
    };
    return { ...result, instance: { exports: { ...exports, sign } } };
  };
  try {
    await own.init();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  const bytes = () => Buffer.from(instance.exports.memory.buffer);
  const watched = { ...own, bytes, stack: () => bytes().subarray(0, stackBytes) };
  return watched;
}

/** The same bytes with the order within each word turned around, as a digest reads them. */
const swapped = (bytes) => {
  const whole = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  return Buffer.from(whole.swap32());
};

/** What a key is seen as while an HMAC is made: itself, and mixed with the pads; words either way round. */
function formsOfKey(key, digest) {
  const forms = { key };
  let block = key;
  if (key.length > BLOCK_BYTES) forms.hashed = block = createHash(digest).update(key).digest();
  for (const pad of PADS) forms[`key ^ 0x${pad.toString(16)}`] = block.map((byte) => byte ^ pad);
  for (const [name, form] of Object.entries(forms)) forms[`${name}, words swapped`] = swapped(form);
  return forms;
}

/** Where pieces of these forms are in memory. */
function found(bytes, forms) {
  const places = [];
  for (const [name, form] of Object.entries(forms)) {
    assert.ok(form.length >= PIECE_BYTES, `there is something to look for: ${name}`);
    let pieces = 0;
    let first;
    for (let start = 0; start + PIECE_BYTES <= form.length; start++) {
      const at = bytes.indexOf(form.subarray(start, start + PIECE_BYTES));
      if (at < 0) continue;
      pieces++;
      first ??= `from byte ${start}, at ${at}`;
    }
    if (pieces) places.push(`${name}: ${pieces} pieces, the first ${first}`);
  }
  return places;
}

/** That nothing of it is left, and on the stack nothing but addresses within. */
function assertWiped({ bytes, stack }, forms, at) {
  assert.deepEqual(found(bytes(), forms), [], at);
  const used = stack();
  // The function that wipes leaves behind where it was.
  const dirty = new Uint32Array(used.buffer, 0, used.length / 4).filter((word) => word >= used.length);
  assert.equal(dirty.length, 0, `${at}: ${dirty.length} words on the stack`);
}

const LONG = 'vQ8w-Zr1k_pX7u.Jt2m+Hc6y/Lb9e*Dn4s!Gf0a?Wo5i~Ek3x^Rh7v&Tz2q%Uy8c$Ml1j#Pd6b@Xg9n';
const TEXTS = {
  'a short key': 'kQ7vX2mZ9pL4wT6yB1nR',
  'a key of a block': LONG.slice(0, BLOCK_BYTES),
  'a key beyond a block': LONG,
  'a key that is not ASCII': 'ключ-密钥-fÜr-Gëräte-№7',
  'a long key that is not ASCII': 'Yq3z|Vn8k, 密钥 Kj5w: ' + '钥匙ŧŋß-Qx4f≠'.repeat(5),
};
const GATEWAY = { productId: 'P', deviceName: 'D', nonce: 'n0nce', timestamp: 1583810805 };
const DEVICE = { productId: 'P', deviceName: 'D', timestamp: 1574170043, connId: 'happy' };
const APP = { Action: 'AppGetToken', AppKey: 'k', Nonce: 5, Timestamp: 1546315200 };
const WRONG = 'a-wrong-signature-of-some-length';
const BAD_TIME = { kind: 'parameter', parameter: 'timestamp' };

/** An input to be looked at value by value, whose last value is read when the key has been: `look` is called then. */
const lookedAt = (input, look) => ({
  ...input,
  get timestamp() {
    look();
    return String(input.timestamp);
  },
});

/** That a key is signed with on the desk if it is plain and short, and is gone from there afterwards; once, and by a signer. */
function assertDeskWiped(own, text, forms, signed, signerOf, sign) {
  const isPlain = /^[\0-\x7f]*$/.test(text) && text.length <= FIELD_MAX_CHARS;
  const seen = [];
  own.atDesk = (desk) => seen.push(desk);
  assert.equal(sign(own.sign), signed);
  assert.equal(seen.length, isPlain ? 1 : 0);
  for (const desk of seen) assert.ok(desk.includes(text), 'it is not there while it is needed');
  assertWiped(own, forms, 'signed on the desk');
  const signer = signerOf(own.sign);
  assertWiped(own, forms, 'kept for a signer');
  seen.length = 0;
  assert.equal(sign(signer), signed);
  assert.equal(seen.length, isPlain ? 1 : 0);
  const kept = seen.flatMap((desk) => KEPT.map((part) => desk.subarray(...part)));
  assert.ok(kept.every((bytes) => bytes.some((byte) => byte !== 0)));
  assertWiped(own, { ...forms, ...kept }, 'signed with a kept key');
  own.atDesk = undefined;
}

for (const [name, secret] of Object.entries(TEXTS)) {
  test(`a ProductSecret and an AppSecret are gone from memory: ${name}`, async () => {
    const own = await watched();
    const { sign } = own;
    const forms = { text: Buffer.from(secret), ...formsOfKey(Buffer.from(secret), 'sha1') };
    const input = { ...GATEWAY, productSecret: secret };
    let before;
    const signature = sign.gatewayBind(lookedAt(input, () => (before = found(own.bytes(), forms))));
    assert.ok(before.length > 0, 'it is not there while it is needed: this test looks in the wrong place');
    assertWiped(own, forms, 'signed');
    assertDeskWiped(own, secret, forms, signature, ({ signer }) => signer(input), (by) => by.gatewayBind(input));
    thrown(() => sign.gatewayBind({ ...input, nonce: '' }), { kind: 'parameter', parameter: 'nonce' });
    thrown(() => sign.gatewayBind({ ...input, nonce: undefined }), { kind: 'parameter', parameter: 'nonce' });
    assertWiped(own, forms, 'an error behind the key, on the desk');
    assert.equal(sign.verifyGatewayBind({ ...input, signature }), true);
    assertWiped(own, forms, 'verified');
    assert.equal(sign.verifyGatewayBind({ ...input, signature: WRONG }), false);
    assertWiped(own, forms, 'refused');
    thrown(() => sign.gatewayBind({ ...input, timestamp: 'soon' }), BAD_TIME);
    assertWiped(own, forms, 'an error behind the key');
    sign.explain.gatewayBind(input);
    assertWiped(own, forms, 'explained');

    const Signature = sign.appRequest(APP, secret);
    assertWiped(own, forms, 'signed for an app');
    assert.equal(sign.verifyAppRequest({ ...APP, Signature }, secret), true);
    assert.equal(sign.verifyAppRequest({ ...APP, Signature: WRONG }, secret), false);
    assertWiped(own, forms, 'verified for an app');
    thrown(() => sign.appRequest({ ...APP, Nonce: null }, secret), { kind: 'parameter', parameter: 'Nonce' });
    assertWiped(own, forms, 'an error for an app');
    const hidden = { ...APP, Password: secret };
    assert.ok(sign.explain.appRequest(hidden, { reveal: true }).includes(secret));
    sign.explain.appRequest(hidden);
    sign.appRequest(hidden, 'another secret');
    assertWiped(own, forms, 'a signed password');
    const LOGIN = { Type: 'phone', CountryCode: '86', PhoneNumber: '1', Password: 'p' };
    assert.ok(own.buildRequest('AppGetToken', LOGIN, { appKey: 'key', appSecret: secret }).body.includes('"Signature"'));
    assert.deepEqual(found(own.bytes(), forms), [], 'a request signed for an app');
    const refusing = new own.Client({ appKey: 'key', appSecret: secret, transport: () => Promise.reject(new TypeError('no network')) });
    await assert.rejects(refusing.appGetToken(LOGIN, { timeoutMs: 1 }));
    assert.deepEqual(found(own.bytes(), forms), [], 'a call signed for an app');
  });
}

for (const signMethod of ['hmacsha1', 'hmacsha256']) {
  for (const [name, secret] of Object.entries(TEXTS)) {
    test(`a psk is gone from memory, decoded or not: ${signMethod}, ${name}`, async () => {
      const own = await watched();
      const { sign } = own;
      const key = Buffer.from(secret);
      const psk = key.toString('base64');
      const forms = { Base64: Buffer.from(psk), ...formsOfKey(key, signMethod.slice(4)) };
      const input = { ...DEVICE, psk, signMethod };
      let before;
      const signature = sign.deviceBind(lookedAt(input, () => (before = found(own.bytes(), forms))));
      for (const form of ['Base64', 'key']) {
        assert.ok(before.some((place) => place.startsWith(form)), `looks in the wrong place: ${before}`);
      }
      assertWiped(own, forms, 'signed');
      assertDeskWiped(own, psk, forms, signature, ({ signer }) => signer(input), (by) => by.deviceBind(input));
      assert.equal(sign.verifyDeviceBind({ ...input, signature }), true);
      assertWiped(own, forms, 'verified');
      assert.equal(sign.verifyDeviceBind({ ...input, signature: WRONG }), false);
      assertWiped(own, forms, 'refused');
      thrown(() => sign.deviceBind({ ...input, timestamp: 'soon' }), BAD_TIME);
      assertWiped(own, forms, 'an error behind the key');
      // All but its end is decoded before that is known to be none.
      thrown(() => sign.deviceBind({ ...input, psk: `${psk.replaceAll('=', '')}!` }), { parameter: 'psk' });
      assertWiped(own, forms, 'no Base64');
      thrown(() => sign.signer({ ...input, psk: `${psk.replaceAll('=', '')}!` }), { parameter: 'psk' });
      assertWiped(own, forms, 'no Base64 for a signer');
      thrown(() => sign.deviceBind({ ...input, connId: undefined, bindType: 'other_sign' }), { parameter: 'connId' });
      assertWiped(own, forms, 'no connId');
    });
  }
}

for (const [name, secret] of Object.entries(TEXTS)) {
  test(`diagnose leaves no key behind: ${name}`, async () => {
    const own = await watched('iotexplorer-client/diagnose');
    const key = Buffer.from(secret);
    const psk = key.toString('base64');
    const forms = { Base64: Buffer.from(psk), ...formsOfKey(key, 'sha1') };
    for (const input of [
      { ...DEVICE, kind: 'device', psk },
      { ...GATEWAY, kind: 'gateway', productSecret: secret },
      { ...GATEWAY, kind: 'gateway', productSecret: psk },
    ]) {
      for (const signature of ['0123456789'.repeat(4), 'AAECAwQFBgcICQoLDA0ODxAREhM=', WRONG]) {
        assert.equal(own.diagnose({ ...input, signature }).matches, false);
        assertWiped(own, forms, `${input.kind} ${signature}`);
      }
      thrown(() => own.diagnose({ ...input, timestamp: 'soon', signature: WRONG }), BAD_TIME);
      assertWiped(own, forms, `${input.kind}, an error behind the key`);
    }
  });
}

test('no copy that was made on the way into the module keeps a key', async () => {
  const { encode } = TextEncoder.prototype;
  const copies = [];
  TextEncoder.prototype.encode = function (text) {
    const copy = encode.call(this, text);
    copies.push(copy);
    return copy;
  };
  try {
    const { sign } = await watched();
    for (const secret of Object.values(TEXTS)) {
      sign.gatewayBind({ ...GATEWAY, productSecret: secret });
      sign.deviceBind({ ...DEVICE, psk: Buffer.from(secret).toString('base64') });
    }
  } finally {
    TextEncoder.prototype.encode = encode;
  }
  assert.ok(copies.length > 0);
  assert.ok(copies.every((copy) => copy.every((byte) => byte === 0)));
});

const ACCESS_TOKEN = 'aT7q-Zx2v-客户-Wm9k-Lp4r-Yc6n';
const RENEWED_TOKEN = 'rN3w-Kj8b-客人-Vt5h-Qd1s-Xg7m';
const BIND_TOKEN = 'bZ6yRk1uHp8sDf3w';
const SIGNATURE = 'a94ae5e15272d00e95705637ce8a3b55ed4021f7';
const NAMED = { ProductId: 'P', FamilyId: 'f', DeviceName: 'D' };
const answer = (fields) => ({ status: 200, body: JSON.stringify({ Response: { RequestId: 'r', ...fields } }) });
const refusal = (Code, Message) => answer({ Error: { Code, Message } });

/** What the cloud answers, by Action; each time the next of a list, the last for ever. */
function cloud(answers) {
  const asked = {};
  return async ({ body }) => {
    const { Action } = JSON.parse(body);
    const list = [].concat(answers[Action]);
    const at = (asked[Action] = (asked[Action] ?? -1) + 1);
    return list[Math.min(at, list.length - 1)];
  };
}

test('of a call or a flow that has ended no token, signature or body is left', async () => {
  const own = await watched();
  const secrets = { ACCESS_TOKEN, RENEWED_TOKEN, BIND_TOKEN, SIGNATURE, checkpoint: `"Token":"${BIND_TOKEN}` };
  const forms = Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, Buffer.from(secret)]));
  const left = () => found(own.bytes(), forms);
  const device = { Data: { DeviceId: 'P/D', ProductId: 'P', DeviceName: 'D' } };
  const expired = refusal('InvalidParameterValue.InvalidAccessToken', `no session for ${ACCESS_TOKEN}`);

  let seen;
  const peek = (transport) => async (request) => {
    seen = left();
    return transport(request);
  };
  const transport = peek(
    cloud({
      AppGetDeviceInFamily: answer(device),
      AppCreateDeviceBindToken: answer({ Token: BIND_TOKEN }),
      AppGetDeviceBindTokenState: [answer({ State: 1 }), answer({ State: 2, ProductId: 'P', DeviceName: 'D' })],
      AppTokenBindDeviceFamily: answer({}),
      AppSigBindDeviceInFamily: answer({}),
      AppSigGatewayBindDevice: answer({}),
      AppGetFamilySubDeviceList: answer({ DeviceList: [] }),
    }),
  );
  const events = [];
  const client = new own.Client({ accessToken: ACCESS_TOKEN, transport, onEvent: (event) => events.push(event) });
  await client.appGetDeviceInFamily(NAMED);
  // Texts stay with JavaScript; what is in the module are the few that it works on letter by letter.
  assert.deepEqual(seen, [], 'while a call runs');
  assert.ok(found(own.bytes(), { own: Buffer.from('iotexplorer-checkpoint.2.') }).length > 0, 'looks in the wrong place');
  assert.deepEqual(left(), [], 'a call');

  let waiting;
  const checkpoints = [];
  await client.bindWithToken({
    familyId: 'f',
    sendToDevice: async () => void (waiting = left()),
    onCheckpoint: (text) => checkpoints.push(text),
    pollIntervalMs: 1,
  });
  assert.ok(checkpoints.some((text) => text.includes(BIND_TOKEN)));
  assert.deepEqual(left(), [], 'the token flow');
  assert.deepEqual(waiting, [], 'between two requests');

  await client.bindWithSignature({
    familyId: 'f',
    device: { ProductId: 'P', DeviceName: 'D', DeviceTimestamp: 1574170043, Signature: SIGNATURE },
  });
  assert.deepEqual(left(), [], 'the signature flow');
  await client.bindSubDevices({
    familyId: 'f',
    gateway: { productId: 'G', deviceName: 'g' },
    subDevices: [{ productId: 'P', deviceName: 'D' }],
    sign: async () => SIGNATURE,
  });
  assert.deepEqual(left(), [], 'the gateway flow');

  const renewing = new own.Client({
    accessToken: (() => {
      const tokens = [ACCESS_TOKEN, RENEWED_TOKEN];
      return () => tokens.shift() ?? RENEWED_TOKEN;
    })(),
    transport: cloud({ AppGetDeviceInFamily: [expired, refusal('InternalError', `${RENEWED_TOKEN} is no good`)] }),
    retries: 0,
    onEvent: (event) => events.push(event),
  });
  await rejected(renewing.appGetDeviceInFamily(NAMED), { kind: 'api' });
  assert.deepEqual(left(), [], 'an error, and a renewed token');

  const controller = new AbortController();
  const stuck = new own.Client({ accessToken: ACCESS_TOKEN, transport: () => new Promise(() => controller.abort()) });
  await rejected(stuck.appGetDeviceInFamily(NAMED, { signal: controller.signal }), { kind: 'aborted' });
  assert.deepEqual(left(), [], 'an abort');

  own.buildRequest('AppGetDeviceInFamily', NAMED, { accessToken: ACCESS_TOKEN });
  own.parseResponse('AppCreateDeviceBindToken', answer({ Token: BIND_TOKEN }));
  thrown(() => own.buildRequest('AppGetDeviceInFamily', {}, { accessToken: ACCESS_TOKEN }), { kind: 'parameter' });
  own.softap.encodeToken({ token: BIND_TOKEN, ssid: 'home', password: ACCESS_TOKEN });
  assert.deepEqual(left(), [], 'without network');
  assert.ok(events.length > 0);
});
