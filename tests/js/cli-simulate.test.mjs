// The device that the command line plays: an app made of the package meets it over real UDP, and the sandbox is its cloud.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { test } from 'node:test';
import { answered, cli, eventsOf, failed, start } from './support/cli.mjs';
import { require, vectors } from './support/package.mjs';
import { freeDevices, startSandbox } from './support/sandbox.mjs';

const { Client, init, softap } = require('iotexplorer-client');
await init();
const sandbox = await startSandbox();
const [{ accessToken, families }] = sandbox.seed.users;
const [{ familyId }] = families;
const client = new Client({ accessToken, endpoint: sandbox.endpoint });
const WIFI = { ssid: 'Home', password: 'a-wifi-passw0rd' };

/** The simulator, listening on a port of its own. */
async function device(args) {
  const child = start(['simulate', '--port', '0', '--join-ms', '50', '--json', ...args]);
  const events = eventsOf(child);
  const listening = await events.next('listening');
  return { child, ...events, listening };
}

/** An app's side: sends a message until there is a reply, as the package's constants say, but faster. */
async function exchange({ port, address }, message, { attempts = softap.attempts, resendMs = 300 } = {}) {
  const socket = createSocket('udp4');
  const heard = [];
  socket.on('message', (bytes) => heard.push(bytes));
  try {
    for (let attempt = 0; attempt < attempts && !heard.length; attempt++) {
      socket.send(message, port, address);
      const wait = AbortSignal.timeout(resendMs);
      await once(socket, 'message', { signal: wait }).catch((error) => assert.equal(error.name, 'AbortError'));
    }
    return heard;
  } finally {
    socket.close();
  }
}

/** Hands Wi-Fi and token to the device; who it says it is. */
async function provision(listening, token) {
  const [bytes] = await exchange(listening, softap.encodeToken({ ...WIFI, token }));
  const reply = softap.parseReply(bytes);
  assert.equal(reply.type, 'device');
  return reply;
}

test('an app finds the device by UDP and binds it by token; it sees that it is bound, and shows no secret', async () => {
  await sandbox.reset();
  const played = await device(['--sandbox', sandbox.url, '--once']);
  const { productId, deviceName } = played.listening;
  assert.ok((await freeDevices(sandbox, 'wifi')).some((one) => one.productId === productId && one.deviceName === deviceName));
  let token;
  const bound = await client.bindWithToken({
    familyId,
    pollIntervalMs: 100,
    async sendToDevice(made) {
      token = made;
      const reply = await provision(played.listening, made);
      // The answer got lost, and the app sends again: it is the same device, and reports once.
      await provision(played.listening, made);
      return reply;
    },
  });
  assert.deepEqual([bound.DeviceId, bound.confirmed], [`${productId}/${deviceName}`, true]);
  assert.equal((await sandbox.device({ productId, deviceName })).binds, 1);
  assert.deepEqual(await played.next('message'), { event: 'message', ssid: WIFI.ssid });
  await played.next('repeated');
  await played.next('reported');
  assert.deepEqual(await played.next('bound'), { event: 'bound', familyId });
  const { code, stdout, stderr } = await played.child.ended;
  assert.equal(code, 0);
  for (const secret of [token, WIFI.password]) assert.ok(!(stdout + stderr).includes(secret));
});

test('newer firmware is bound by its report, without a bind of the app’s', async () => {
  await sandbox.reset();
  const played = await device(['--sandbox', sandbox.url, '--once', '--token-version', '3']);
  const bound = await client.bindWithToken({
    familyId,
    multiDevice: true,
    pollIntervalMs: 100,
    sendToDevice: (token) => provision(played.listening, token),
  });
  assert.equal(bound.DeviceName, played.listening.deviceName);
  assert.ok((await sandbox.log()).every(({ action }) => action !== 'AppTokenBindDeviceFamily'));
  assert.equal((await played.child.ended).code, 0);
});

test('a message that is ignored is sent again by the app, and answered then', async () => {
  const named = ['--product-id', 'P', '--device-name', 'D'];
  const played = await device([...named, '--ignore', '2', '--once']);
  const reply = await provision(played.listening, 't');
  assert.deepEqual(reply, { productId: 'P', deviceName: 'D', protoVersion: '2.0', type: 'device' });
  assert.deepEqual([await played.next('ignored'), await played.next('ignored')].map(({ left }) => left), [1, 0]);
  await played.next('not-reported');
  assert.equal((await played.child.ended).code, 0);
});

test('what is no message is left alone, and one that lacks something is complained of', async () => {
  const played = await device(['--product-id', 'P', '--device-name', 'D']);
  for (const nothing of ['', 'hello', '[1]', '{"cmdType":1', 'null'])
    assert.deepEqual(await exchange(played.listening, nothing, { attempts: 1, resendMs: 100 }), [], nothing);
  const complaints = [
    [{ cmdType: 9 }, 'unknown command (2, 201)'],
    [{ cmdType: 1, ssid: 'a', password: 'b' }, 'bad ssid, password or token (2, 204)'],
    [{ cmdType: 1, ssid: 'a'.repeat(33), password: 'b', token: 't' }, 'bad ssid, password or token (2, 204)'],
  ];
  for (const [message, log] of complaints) {
    const [bytes] = await exchange(played.listening, JSON.stringify(message));
    assert.ok(bytes.toString().endsWith('}\r\n'), 'as firmware ends it');
    assert.deepEqual(softap.parseReply(bytes), { type: 'error', current: true, log });
  }
  played.child.kill('SIGTERM');
  assert.equal((await played.child.ended).code, 0);
});

test('a device that fails says so in the words that it was given', async () => {
  const played = await device(['--product-id', 'P', '--device-name', 'D', '--fail-with', 'wrong password (3, 15)']);
  const [bytes] = await exchange(played.listening, softap.encodeToken({ ...WIFI, token: 't' }));
  assert.deepEqual(softap.parseReply(bytes), { type: 'error', current: true, log: 'wrong password (3, 15)' });
  await played.next('complained');
});

test('a device that signs its answers is bound by that signature', async () => {
  await sandbox.reset();
  const played = await device(['--sandbox', sandbox.url, '--answer-signed', '--conn-id', 'c0nn9']);
  const { Token } = await client.appCreateDeviceBindToken();
  const { type, productId, deviceName, protoVersion, ...signed } = await provision(played.listening, Token);
  assert.deepEqual([signed.bindType, signed.device.ConnId], ['wifi_sign', 'c0nn9']);
  const bound = await client.bindWithSignature({ familyId, ...signed, pollIntervalMs: 100 });
  assert.equal(bound.DeviceId, `${productId}/${deviceName}`);
  assert.equal((await sandbox.device({ productId, deviceName })).binds, 1);
});

test('--sign makes the signatures of the vectors, 60 s later over Bluetooth', async () => {
  const rows = vectors('signatures').filter(({ kind }) => kind === 'device');
  assert.ok(rows.some(({ input }) => input.bindType === 'bluetooth_sign'));
  for (const { input, signature } of rows) {
    const { psk, productId, deviceName, timestamp, connId, bindType, signMethod } = input;
    const later = bindType === 'bluetooth_sign' ? 60 : 0;
    const args = ['--product-id', productId, '--device-name', deviceName, '--conn-id', connId, '--bind-type', bindType, '--sign-method', signMethod];
    const made = await answered(['simulate', '--sign', ...args, '--timestamp', String(timestamp - later), '--secret-file', '-'], { stdin: psk });
    assert.deepEqual(made, {
      bindType,
      signMethod,
      device: { ProductId: productId, DeviceName: deviceName, DeviceTimestamp: timestamp, ConnId: connId, Signature: signature },
    });
  }
});

test('what --sign prints binds a device of the sandbox, by its own key', async () => {
  const seed = await sandbox.reset();
  const [free] = await freeDevices(sandbox, 'bluetooth');
  const named = ['--product-id', free.productId, '--device-name', free.deviceName];
  const printed = await answered(['simulate', '--sign', '--sandbox', sandbox.url, ...named, '--bind-type', 'bluetooth_sign']);
  const { psk } = seed.devices.find(({ deviceName, productId }) => deviceName === free.deviceName && productId === free.productId);
  const { ConnId, DeviceTimestamp, Signature } = printed.device;
  const text = `${free.productId}${free.deviceName};${ConnId};${DeviceTimestamp}`;
  assert.equal(Signature, createHmac('sha1', Buffer.from(psk, 'base64')).update(text).digest('hex'));
  assert.equal((await client.bindWithSignature({ familyId, ...printed })).DeviceName, free.deviceName);

  // A Wi-Fi device is bound only once it is online: so it is.
  const plug = await answered(['simulate', '--sign', '--sandbox', sandbox.url]);
  const bound = await client.bindWithSignature({ familyId, ...plug, timeoutMs: 5000, pollIntervalMs: 100 });
  assert.equal(bound.DeviceName, plug.device.DeviceName);
});

test('what cannot be played is said', async () => {
  const usages = [[], ['--product-id', 'P'], ['--sandbox', 'nonsense'], ['--sandbox', sandbox.url, '--port', '70000'], ['--sandbox', sandbox.url, '--host', 'localhost'], ['--sign', '--product-id', 'P', '--device-name', 'D']];
  for (const args of usages) assert.equal((await failed(['simulate', ...args], 2)).kind, 'usage', args.join(' '));
  assert.match((await failed(['simulate', '--sandbox', 'http://127.0.0.1:9'], 1)).message, /No sandbox answers at 127\.0\.0\.1:9/);

  const taken = createSocket('udp4').bind(0, '127.0.0.1');
  await once(taken, 'listening');
  const named = ['--product-id', 'P', '--device-name', 'D'];
  const busy = await cli(['simulate', ...named, '--port', String(taken.address().port)]);
  taken.close();
  assert.equal(busy.code, 1);
  assert.match(busy.stderr, /EADDRINUSE/);

  // Nobody of that name: the sandbox refuses the report.
  const played = await device(['--sandbox', sandbox.url, ...named]);
  await provision(played.listening, 't');
  const { code, stderr } = await played.child.ended;
  assert.equal(code, 1);
  assert.match(stderr, /refused device\/report-token/);
});
