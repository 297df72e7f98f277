// C2SP's Wycheproof vectors of HMAC-SHA1 and HMAC-SHA256 against the packed package.
//
// The package exports no bare HMAC: it signs its own layouts only, so a vector's message cannot be signed as it is, nor its
// tag compared. tests/wycheproof.rs holds the function itself against key, message and tag, natively and compiled to
// WebAssembly. Here each key goes through the exports that ship, with a text made from the message, and Node's HMAC says what
// must come out; the vector's tags, cut off or wrong, are signatures that must not pass.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { repository, require } from './support/package.mjs';

const { init, sign } = require('iotexplorer-client');
before(() => init());

const read = (name) => JSON.parse(readFileSync(join(repository, 'tests/vectors/wycheproof', name), 'utf8'));

/** Texts that a message can be part of a signed text as: its bytes as letters, in Base64, and a time. */
function inputsOf(message, psk, signMethod) {
  const bytes = Buffer.from(message, 'hex');
  const timestamp = bytes.length > 4 ? bytes.readUInt32BE(0) : bytes.length;
  const named = { psk, productId: `P${bytes.toString('base64')}`, deviceName: `D${message}`, timestamp, signMethod };
  return [
    [
      { ...named, bindType: 'wifi_sign', connId: bytes.toString('latin1') },
      (input) =>
        `DeviceName=${input.deviceName}&DeviceTimestamp=${timestamp}&ProductId=${input.productId}&ConnId=${input.connId}`,
    ],
    [
      { ...named, bindType: 'bluetooth_sign', connId: message },
      (input) => `${input.productId}${input.deviceName};${message};${timestamp}`,
    ],
  ];
}

for (const [name, signMethod, digest] of [
  ['hmac_sha1_test.json', 'hmacsha1', 'sha1'],
  ['hmac_sha256_test.json', 'hmacsha256', 'sha256'],
]) {
  test(`${signMethod}: every key and message of ${name}`, () => {
    const file = read(name);
    let seen = 0;
    for (const { tests } of file.testGroups) {
      for (const { tcId, key, msg, tag, result } of tests) {
        const at = `${name} ${tcId}`;
        const bytes = Buffer.from(key, 'hex');
        const hmac = (text) => createHmac(digest, bytes).update(text, 'utf8').digest('hex');
        for (const [input, textOf] of inputsOf(msg, bytes.toString('base64'), signMethod)) {
          const expected = hmac(textOf(input));
          assert.equal(sign.deviceBind(input), expected, at);
          const verify = (signature) => sign.verifyDeviceBind({ ...input, signature });
          assert.equal(verify(expected), true, at);
          assert.equal(verify(expected.toUpperCase()), true, at);
          for (const wrong of [
            tag,
            expected.slice(0, tag.length - 2),
            expected.slice(2),
            expected + '00',
            `${expected} `,
          ]) {
            assert.equal(verify(wrong), false, `${at}: ${wrong}`);
          }
          // Each bit of a byte, as the modified tags have it.
          for (let bit = 0; bit < 8; bit++) {
            const changed = Buffer.from(expected, 'hex');
            changed[tcId % changed.length] ^= 1 << bit;
            assert.equal(verify(changed.toString('hex')), false, at);
          }
        }
        // Of the vectors themselves: Node's HMAC, the judge here, agrees with them.
        const whole = createHmac(digest, bytes).update(Buffer.from(msg, 'hex')).digest('hex');
        assert.equal(whole.startsWith(tag), result === 'valid', at);
        seen++;
      }
    }
    assert.equal(seen, file.numberOfTests);
  });
}
