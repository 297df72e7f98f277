// Signatures: ours, which checks its input, against peers that get the text from a template and check nothing.

import assert from 'node:assert/strict';
import { createHmac, webcrypto } from 'node:crypto';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import base64 from 'crypto-js/enc-base64.js';
import hex from 'crypto-js/enc-hex.js';
import hmacSha1 from 'crypto-js/hmac-sha1.js';
import hmacSha256 from 'crypto-js/hmac-sha256.js';
import { compare, sink, wallClock } from './support/measure.mjs';
import { require } from '../js/support/package.mjs';

const { subtle } = webcrypto;

/** As many as are asked about by turns. A power of two. */
const INPUTS = 64;

const range = (make) => Array.from({ length: INPUTS }, (_, at) => make(at));

const productSecret = 'Mh3vKzQm8YbX2uTnWcRd5pLs';
const gatewayInputs = range((at) => ({
  productSecret,
  productId: 'SENSORSB4D',
  deviceName: `sensor-${1000 + at}`,
  nonce: `n${10_000 + at}`,
  timestamp: 1_763_688_000 + at,
}));
const gatewayText = ({ deviceName, nonce, productId, timestamp }) =>
  `deviceName=${deviceName}&nonce=${nonce}&productId=${productId}&timestamp=${timestamp}`;

const psk = Buffer.from('0123456789abcdef').toString('base64');
const deviceInputs = (signMethod) =>
  range((at) => ({
    psk,
    productId: 'PLUGWIFI1A',
    deviceName: `plug-${1000 + at}`,
    timestamp: 1_763_688_000 + at,
    connId: `c${10_000 + at}`,
    signMethod,
  }));
const deviceText = ({ deviceName, timestamp, productId, connId }) =>
  `DeviceName=${deviceName}&DeviceTimestamp=${timestamp}&ProductId=${productId}&ConnId=${connId}`;

/** A contender out of a function that signs one input. */
const atOnce = (inputs, name, sign) => ({
  name,
  sign,
  run(count) {
    for (let at = 0; at < count; at++) sink.value += sign(inputs[at % INPUTS]).length;
  },
});

/** The same for one that promises it. Its work is done by another thread, so what counts is when it is done. */
const byAndBy = (inputs, name, sign) => ({
  name,
  sign,
  clock: wallClock,
  async run(count) {
    for (let at = 0; at < count; at++) sink.value += (await sign(inputs[at % INPUTS])).length;
  },
});

/** The same with so many under way at a time. */
const manyAtOnce = (inputs, sign, width) => ({
  name: `WebCrypto, key reused, ${width} at a time`,
  sign,
  clock: wallClock,
  async run(count) {
    for (let at = 0; at < count; at += width) {
      const several = Array.from({ length: Math.min(width, count - at) }, (_, more) => sign(inputs[(at + more) % INPUTS]));
      for (const signature of await Promise.all(several)) sink.value += signature.length;
    }
  },
});

const utf8 = new TextEncoder();

/** All who can do it; `key` gives the bytes of the key of an input, `encoding` is that of the signature. */
async function contenders({ ours, inputs, text, key, digest, encoding }) {
  const nodeName = digest.replace('-', '').toLowerCase();
  const [nobleHash, cryptoJs] = digest === 'SHA-1' ? [sha1, hmacSha1] : [sha256, hmacSha256];
  const algorithm = { name: 'HMAC', hash: digest };
  const importKey = (input) => subtle.importKey('raw', key(input), algorithm, false, ['sign']);
  const finish = (bytes) => Buffer.from(bytes).toString(encoding);
  const reused = await importKey(inputs[0]);
  const reusing = async (input) => finish(await subtle.sign('HMAC', reused, utf8.encode(text(input))));
  const make = (...given) => atOnce(inputs, ...given);
  const cryptoJsEncoding = encoding === 'hex' ? hex : base64;
  const cryptoJsKey =
    encoding === 'hex' ? (input) => base64.parse(input.psk) : (input) => input.productSecret;
  const all = [
    make('iotexplorer-client', ours),
    make('node:crypto', (input) => createHmac(nodeName, key(input)).update(text(input)).digest(encoding)),
    make('@noble/hashes', (input) => finish(hmac(nobleHash, utf8Bytes(key(input)), utf8.encode(text(input))))),
    make('crypto-js', (input) => cryptoJs(text(input), cryptoJsKey(input)).toString(cryptoJsEncoding)),
    byAndBy(inputs, 'WebCrypto', async (input) => finish(await subtle.sign('HMAC', await importKey(input), utf8.encode(text(input))))),
    byAndBy(inputs, 'WebCrypto, key reused', reusing),
    manyAtOnce(inputs, reusing, 16),
  ];
  // Whoever is compared makes the same signatures.
  for (const input of inputs) {
    const expected = createHmac(nodeName, key(input)).update(text(input)).digest(encoding);
    for (const { name, sign } of all) assert.equal(await sign(input), expected, name);
  }
  return all;
}

/** A key that is kept, and one that is handed in each time. */
function reusing(inputs, signer, unkeyed) {
  for (const input of inputs) assert.equal(signer(input), unkeyed(input));
  return [
    atOnce(inputs, 'iotexplorer-client, key reused', signer),
    atOnce(inputs, 'iotexplorer-client, key handed in each time', unkeyed),
  ];
}

/** WebCrypto and @noble/hashes take bytes; a Buffer is a kind of them, but slower to work on. */
const utf8Bytes = (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whose versions matter. */
export const tools = ['@noble/hashes', 'crypto-js'];

export async function run(effort) {
  const { init, sign } = require('iotexplorer-client');
  await init();
  const ofGateway = {
    ours: (input) => sign.gatewayBind(input),
    inputs: gatewayInputs,
    text: gatewayText,
    key: (input) => utf8.encode(input.productSecret),
    digest: 'SHA-1',
    encoding: 'base64',
  };
  const ofDevice = {
    ours: (input) => sign.deviceBind(input),
    text: deviceText,
    key: (input) => Buffer.from(input.psk, 'base64'),
    encoding: 'hex',
  };
  const tables = [
    ['`sign.gatewayBind`: HMAC-SHA1, Base64', ofGateway],
    ['`sign.deviceBind`, `hmacsha1`: psk decoded, HMAC-SHA1, hex', { ...ofDevice, inputs: deviceInputs('hmacsha1'), digest: 'SHA-1' }],
    ['`sign.deviceBind`, `hmacsha256`: psk decoded, HMAC-SHA256, hex', { ...ofDevice, inputs: deviceInputs('hmacsha256'), digest: 'SHA-256' }],
  ];
  const done = [];
  for (const [title, given] of tables) done.push({ title, unit: 'us', rows: await compare(await contenders(given), effort) });
  const gatewaySigner = sign.signer({ productSecret });
  const deviceSigner = sign.signer({ psk });
  const reused = [
    ['`sign.signer`: a ProductSecret reused', reusing(gatewayInputs, (input) => gatewaySigner.gatewayBind(input), sign.gatewayBind)],
    ['`sign.signer`: a psk reused, `hmacsha1`', reusing(deviceInputs('hmacsha1'), (input) => deviceSigner.deviceBind(input), sign.deviceBind)],
  ];
  for (const [title, contenders] of reused) done.push({ title, unit: 'us', rows: await compare(contenders, effort) });
  return { tables: done };
}
