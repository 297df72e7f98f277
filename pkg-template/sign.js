// Signatures. What is signed is decided in Rust; here it is made out which way an input takes: what is plain and short goes
// letter by letter onto the desk of src/sign/fast.rs and is signed in one call; anything else is looked at with care, value by
// value, by the module.

import { secretsAllowed } from '#facts';
import { IotError, bad } from './errors.js';
import * as check from './options.js';

// What the module can be asked: the numbers of src/wasm.rs.
const SIGN_GATEWAY = 2;
const SIGN_DEVICE = 3;
const SIGN_APP = 4;
const VERIFY_GATEWAY = 5;
const VERIFY_DEVICE = 6;
const VERIFY_APP = 7;
const EXPLAIN_GATEWAY = 8;
const EXPLAIN_DEVICE = 9;
const EXPLAIN_APP = 10;
const NONCE = 12;
const DESK = 16;

// What is signed on a desk, and how: as in src/sign/fast.rs.
const FOR_GATEWAY = 0;
const FOR_WIFI = 1;
const FOR_COMPACT = 2;
const SHA256 = 4;
const KEEP_KEY = 8;
const KEPT_KEY = 16;
const KEPT_BYTES = 64;
const FIELD_MAX_CHARS = 128;
const DESK_CHARS = 4 * FIELD_MAX_CHARS;

/** What no letter of ASCII is. */
const STRANGE = 128;

/** How a device signs; NaN of what is not for the desk. */
function howDeviceSigns(bindType = 'wifi_sign', signMethod = 'hmacsha1') {
  const isCompact = bindType === 'bluetooth_sign' || bindType === 'other_sign';
  const layout = isCompact ? FOR_COMPACT : bindType === 'wifi_sign' ? FOR_WIFI : NaN;
  return layout + (signMethod === 'hmacsha256' ? SHA256 : signMethod === 'hmacsha1' ? 0 : NaN);
}

/**
 * `sign`.
 *
 * @param {Function} use asks the loaded module
 * @param {() => object | undefined} current the loaded module
 * @param {(loaded: object, thrown: unknown) => void} crashed ends it, and throws what there is to say about that
 */
export function signing(use, current, crashed) {
  // A module's desk, and how much has been written on it.
  let owner;
  let address;
  let desk;
  let end;
  /** All letters that were written, one over the other. */
  let seen;

  /** Writes a text; its length. */
  function write(text, atLeast) {
    const length = typeof text === 'string' ? text.length : -1;
    if (length < atLeast || length > FIELD_MAX_CHARS) {
      seen = STRANGE;
      return 0;
    }
    const to = desk;
    let place = end;
    let all = seen;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      to[place++] = code;
      all |= code;
    }
    end = place;
    seen = all;
    return length;
  }

  /** Has the module sign on its desk, with a key or one that was kept; or keep one. The length of what is there then; 0 if nothing. */
  function onDesk(what, key, time, productId, deviceName, nonce) {
    const loaded = current();
    if (!loaded || !(what >= 0) || typeof time !== 'number' || time >>> 0 !== time) return 0;
    const { wasm } = loaded;
    try {
      if (owner !== loaded) {
        address = wasm.ask(DESK, 0, 0, 0);
        owner = loaded;
        desk = undefined;
      }
      // Memory that has grown has another buffer. As in the glue, it is not asked whether the former is detached.
      const { buffer } = wasm.memory;
      if (!desk || desk.buffer !== buffer) desk = new Uint8Array(buffer, address, DESK_CHARS);
      seen = end = 0;
      if (what & KEPT_KEY) {
        desk.set(key);
        end = KEPT_BYTES;
      } else write(key, 1);
      let lengths = end;
      if (!(what & KEEP_KEY)) {
        lengths |=
          (write(productId, 1) << 8) |
          (write(deviceName, 1) << 16) |
          (write(nonce, what & (FOR_WIFI | FOR_COMPACT) ? 0 : 1) << 24);
      }
      if (seen < STRANGE) return wasm.sign(what, lengths, time);
      desk.fill(0);
      return 0;
    } catch (thrown) {
      return crashed(loaded, thrown);
    }
  }

  /** Signs; with a Signer's `secret`, which may have been `kept`, or with what is in the input. */
  function bind(isDevice, input, secret = input, kept) {
    let productSecret, psk, signMethod, productId, deviceName, nonce, connId, bindType, timestamp;
    try {
      if (typeof input === 'object' && !check.isArray(input)) {
        ({ productSecret, psk, signMethod } = secret);
        ({ productId, deviceName, nonce, connId, bindType, timestamp } = input);
      }
    } catch (_) {
      // Without a time it is not for the desk.
    }
    let what = FOR_GATEWAY;
    if (isDevice) {
      what = howDeviceSigns(bindType, signMethod);
      nonce = connId === undefined && what & FOR_WIFI ? '' : connId;
    }
    const key = kept || (isDevice ? psk : productSecret);
    const length = onDesk(what + (kept ? KEPT_KEY : 0), key, timestamp, productId, deviceName, nonce);
    if (length) {
      const d = desk;
      // A list of them would take longer: 28 are a SHA-1 in Base64; in hex there are 12 or 36 more.
      let text = String.fromCharCode(
        d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13],
        d[14], d[15], d[16], d[17], d[18], d[19], d[20], d[21], d[22], d[23], d[24], d[25], d[26], d[27],
      );
      for (let at = 28; at < length; at += 12) {
        text += String.fromCharCode(
          d[at], d[at + 1], d[at + 2], d[at + 3], d[at + 4], d[at + 5],
          d[at + 6], d[at + 7], d[at + 8], d[at + 9], d[at + 10], d[at + 11],
        );
      }
      return text;
    }
    // Looked at with care, and read anew, all of it.
    return isDevice
      ? use('sign.deviceBind', SIGN_DEVICE, input, secret)
      : use('sign.gatewayBind', SIGN_GATEWAY, input, secret);
  }

  /** Secrets do not belong where users can look. */
  function allowSecret(options) {
    if (secretsAllowed && options === undefined) return;
    const { allowSecret: allowed } = check.secretOptions(options);
    if (allowed || secretsAllowed) return;
    throw bad('SecretNotAllowed', 'allowSecret');
  }

  function needed(name, value) {
    if (value === undefined) throw bad('Missing', name);
    return check.text(value, name);
  }

  return Object.freeze({
    gatewayBind(input, options) {
      allowSecret(options);
      return bind(false, input);
    },
    deviceBind(input, options) {
      allowSecret(options);
      return bind(true, input);
    },
    signer(key, options) {
      allowSecret(options);
      let secret = {};
      try {
        const { productSecret, psk, signMethod } = key;
        secret = { productSecret, psk, signMethod };
      } catch (_) {
        // As good as absent, as it is to the module.
      }
      const isDevice = secret.psk !== undefined;
      // Whatever is wrong with the key is said at once.
      bind(isDevice, { productId: ' ', deviceName: ' ', nonce: ' ', timestamp: 0 }, secret);
      const what = isDevice ? howDeviceSigns('wifi_sign', secret.signMethod) : FOR_GATEWAY;
      let kept;
      if (onDesk(what + KEEP_KEY, isDevice ? secret.psk : secret.productSecret, 0)) {
        kept = desk.slice(0, KEPT_BYTES);
        desk.fill(0);
      }
      return Object.freeze({
        [isDevice ? 'deviceBind' : 'gatewayBind'](input) {
          if (!secret) throw new IotError({ code: 'Init.ClientFreed' });
          return bind(isDevice, input, secret, kept);
        },
        free() {
          if (kept) kept.fill(0);
          secret = kept = undefined;
        },
      });
    },
    appRequest(params, appSecret, options) {
      allowSecret(options);
      const secret = needed('appSecret', appSecret);
      return use('sign.appRequest', SIGN_APP, params, secret);
    },
    verifyGatewayBind: (input) => use('sign.verifyGatewayBind', VERIFY_GATEWAY, input, input),
    verifyDeviceBind: (input) => use('sign.verifyDeviceBind', VERIFY_DEVICE, input, input),
    verifyAppRequest(params, appSecret) {
      const secret = needed('appSecret', appSecret);
      return use('sign.verifyAppRequest', VERIFY_APP, params, secret);
    },
    explain: Object.freeze({
      gatewayBind: (input) => use('sign.explain.gatewayBind', EXPLAIN_GATEWAY, input),
      deviceBind: (input) => use('sign.explain.deviceBind', EXPLAIN_DEVICE, input),
      appRequest(params, options) {
        const { reveal } = check.explainOptions(options);
        return use('sign.explain.appRequest', EXPLAIN_APP, params, reveal);
      },
    }),
    nonce(length = 5) {
      const checked = check.nonceLength(length, 'length');
      return use('sign.nonce', NONCE, checked);
    },
  });
}
