// QR codes and SoftAP: the packed package says what the vectors say, and a device on real UDP is bound.

import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { test } from 'node:test';
import vm from 'node:vm';
import { assertHides, assertIotError, thrown } from './support/checks.mjs';
import { freshPackage, importInProject, vectors } from './support/package.mjs';
import { startSandbox } from './support/sandbox.mjs';

const client = freshPackage();
const { Client, init, scan, softap } = client;
const sandbox = await startSandbox();
const { replies, messages } = Object.fromEntries(vectors('softap').map(({ of, rows }) => [of, rows]));

test('before init() both say what to do', () => {
  const { scan, softap } = freshPackage();
  for (const work of [() => scan('x'), () => softap.encodeToken({}), () => softap.parseReply('')]) {
    thrown(work, { kind: 'init', code: 'Init.NotReady' });
  }
  assert.equal(softap.port, 8266, 'what is constant is there');
});

test('codes become plans as the vectors say', async () => {
  await init();
  const secret = 'bb6364e6fd2b48d881be106756903c60';
  for (const { id, text, expected } of vectors('scan')) {
    if (expected) {
      assert.deepEqual(scan(text), expected, id);
    } else {
      const error = thrown(() => scan(text), { kind: 'parameter', code: 'Parameter.UnknownQrCode', parameter: 'text' }, id);
      assertHides(error, [secret, ...(text.trim().length > 8 ? [text.trim()] : [])], id);
    }
  }
});

test('what a reader of codes hands out besides text is refused', async () => {
  await init();
  for (const value of [undefined, null, 5, {}, ['x'], new String('x')]) {
    thrown(() => scan(value), { kind: 'parameter', code: 'Parameter.WrongType', parameter: 'text' });
  }
  thrown(() => scan('bb6364e6fd2b48d881be106756903c6\ud83d'), { kind: 'parameter', code: 'Parameter.BadText' });
  thrown(() => scan('A'.repeat(4297)), { kind: 'parameter', code: 'Parameter.UnknownQrCode' });
  thrown(() => scan('{'.repeat(1_000_000)), { kind: 'parameter', code: 'Parameter.UnknownQrCode' });
});

test('datagrams are read as the vectors say, as text and as bytes', async () => {
  await init();
  for (const { id, text, expected } of replies) {
    assert.deepEqual(softap.parseReply(text), expected, id);
    const bytes = new TextEncoder().encode(text);
    assert.deepEqual(softap.parseReply(bytes), expected, `${id}, bytes`);
    assert.deepEqual(softap.parseReply(bytes.buffer.slice(0)), expected, `${id}, buffer`);
    // A view of a part, and a buffer of another realm.
    const padded = new Uint8Array([1, 2, ...bytes, 3]);
    assert.deepEqual(softap.parseReply(new DataView(padded.buffer, 2, bytes.length)), expected, `${id}, part`);
    const foreign = vm.runInNewContext('Uint8Array.from(bytes).buffer', { bytes: [...bytes] });
    assert.deepEqual(softap.parseReply(foreign), expected, `${id}, other realm`);
  }
  for (const bytes of [[0xff, 0xfe], [0xc3], [0xed, 0xa0, 0x80], new Array(60_000).fill(0x5b)]) {
    assert.deepEqual(softap.parseReply(Uint8Array.from(bytes)), { type: 'other' });
  }
  for (const value of [undefined, null, 5, {}, [123]]) {
    thrown(() => softap.parseReply(value), { kind: 'parameter', code: 'Parameter.WrongType', parameter: 'datagram' });
  }
});

test('messages are written or refused as the vectors say', async () => {
  await init();
  for (const { id, input, expected, error } of messages) {
    if (expected) assert.equal(softap.encodeToken(input), expected, id);
    else {
      const found = thrown(() => softap.encodeToken(input), { kind: 'parameter', ...error }, id);
      assertHides(found, ['abcd1234', '6ab82618a9d529a2ee777bf6e528a0fd'], id);
    }
  }
  const half = thrown(() => softap.encodeToken({ ssid: 'a\ud83d', password: '', token: 't' }), { code: 'Parameter.BadText' });
  assert.equal(half.parameter, 'ssid');
  const input = { ssid: 'a', password: '', token: 't' };
  assert.equal(softap.encodeToken({ ...input, region: undefined }), softap.encodeToken(input));
});

test('the constants are the documented ones, and cannot be changed', () => {
  const { address, port, resendMs, attempts } = softap;
  assert.deepEqual({ address, port, resendMs, attempts }, { address: '192.168.4.1', port: 8266, resendMs: 2000, attempts: 5 });
  assert.throws(() => {
    softap.port = 1;
  }, TypeError);
});

test('the ES module has the same ones', async () => {
  const imported = await importInProject('iotexplorer-client');
  await imported.init();
  assert.equal(imported.scan('x'.repeat(24)).type, 'device-signature');
});

/** What the sample's page does with its socket: sends until the device answers. */
async function provision(port, message) {
  const socket = createSocket('udp4');
  try {
    for (let attempt = 0; attempt < softap.attempts; attempt++) {
      socket.send(softap.encodeToken(message), port, '127.0.0.1');
      const [datagram] = await once(socket, 'message', { signal: AbortSignal.timeout(softap.resendMs) });
      const reply = softap.parseReply(datagram);
      if (reply.type === 'device') return reply;
    }
    return assert.fail('no answer');
  } finally {
    socket.close();
  }
}

test('a device on UDP gets the token and is bound, once', async () => {
  await sandbox.reset();
  const device = { productId: 'PLUGWIFI1A', deviceName: 'plug-3' };
  const { port } = await sandbox.post('device/softap', { ...device, delayMs: 200 });
  const iot = new Client({ accessToken: sandbox.seed.users[0].accessToken, endpoint: sandbox.endpoint });
  const bound = await iot.bindWithToken({
    familyId: 'f-home',
    pollIntervalMs: 50,
    sendToDevice: (token) => provision(port, { ssid: 'Home', password: 'abcd1234', token }),
  });
  assert.deepEqual([bound.ProductId, bound.DeviceName, bound.confirmed], ['PLUGWIFI1A', 'plug-3', true]);
  assert.equal((await sandbox.device(device)).binds, 1);
});

test('a scanned signature is handed on as it is', async () => {
  await sandbox.reset();
  await init();
  for (const [deviceName, signMethod] of [['lock-1', 'hmacsha1'], ['lock-2', 'hmacsha256']]) {
    const device = { productId: 'LOCKBLUE2B', deviceName };
    const signed = await sandbox.post('device/sign', { ...device, bindType: 'other_sign', signMethod });
    const base64 = Buffer.from(signed.Signature, 'hex').toString('base64');
    const code = [device.productId, deviceName, signed.ConnId, signed.DeviceTimestamp, signMethod, base64].join(';');
    const { type, ...plan } = scan(code);
    assert.equal(type, 'bind');
    const iot = new Client({ accessToken: sandbox.seed.users[0].accessToken, endpoint: sandbox.endpoint });
    const bound = await iot.bindWithSignature({ familyId: 'f-home', ...plan });
    assert.deepEqual([bound.DeviceName, bound.confirmed], [deviceName, true]);
    assert.equal((await sandbox.device(device)).binds, 1);
  }
});

test('both codes have a sentence in both languages', async () => {
  await init();
  const unknown = thrown(() => scan(''), { code: 'Parameter.UnknownQrCode', remedy: 'fix-input', retryable: false });
  assert.match(unknown.describe('zh'), /二维码/);
  const long = thrown(() => softap.encodeToken({ ssid: 's'.repeat(33), password: '', token: 't' }), { code: 'Parameter.TooLong' });
  assertIotError(long, { parameter: 'ssid' });
  assert.match(long.describe('zh'), /缩短/);
});
