// QR codes, and provisioning through a device's own hotspot. What texts mean is decided in Rust.

import { bad } from './errors.js';
import { words } from './options.js';

/** The text of a datagram: mini-programs hand out bytes. Empty where it is none, for the module to ignore. */
function datagramText(datagram) {
  if (typeof datagram === 'string') return datagram;
  let bytes;
  if (ArrayBuffer.isView(datagram)) {
    bytes = new Uint8Array(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  } else if (Object.prototype.toString.call(datagram) === '[object ArrayBuffer]') {
    // Perhaps of another realm, so not by `instanceof`.
    bytes = new Uint8Array(datagram);
  } else {
    throw bad('WrongType', 'datagram', 'a string, an ArrayBuffer or a view of one');
  }
  // There need not be a TextDecoder, but there is this.
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => '%' + (byte + 256).toString(16).slice(1)).join(''));
  } catch (_) {
    return '';
  }
}

/** The module looks at the host's own values; `undefined` for what is no JSON. */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch (_) {
    return undefined;
  }
}

// As in src/wasm.rs.
const SCAN = 13;
const SOFTAP_MESSAGE = 14;
const SOFTAP_REPLY = 15;

/** `scan` and `softap`; `use` asks the loaded module. */
export const scanning = (use) => ({
  scan(code) {
    const checked = words(code, 'text').trim();
    return use('scan', SCAN, checked, parsed(checked));
  },
  softap: Object.freeze({
    // Where devices listen, and when and how often to send again: as in src/softap.rs.
    address: '192.168.4.1',
    port: 8266,
    resendMs: 2000,
    attempts: 5,
    encodeToken: (message) => use('softap.encodeToken', SOFTAP_MESSAGE, message),
    parseReply(datagram) {
      // Some firmware sends the rest of its buffer along.
      const [message] = datagramText(datagram).split('\0');
      return use('softap.parseReply', SOFTAP_REPLY, parsed(message));
    },
  }),
});
