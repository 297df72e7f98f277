// Sending with the host's fetch. The module makes the request, with gloo-net's headers; what comes back is looked at here before
// it is believed, since gloo-net stops at a rejection that is no Error and at an answer that is no Response.

import { IotError, isOurs, redact } from './errors.js';

/** The largest answer that is read. */
const BODY_MAX_BYTES = 8 * 1024 * 1024;

/** Everything that gloo-net takes for granted. */
const NEEDED = ['fetch', 'Request', 'Headers'];

const failed = (more) => new IotError({ code: 'Network.Failed', ...more });
const unusable = (code) => new IotError({ code: 'Protocol.' + code });

/**
 * Sends a request and reads its answer.
 *
 * @param {(url: string, init: object) => Request} build makes the web's own request object
 */
export async function fetchTransport({ method, url, body }, { signal }, build) {
  for (const name of NEEDED) {
    if (typeof globalThis[name] !== 'function') throw failed({ detail: `this host has no ${name}; hand in a transport` });
  }
  let response;
  let text;
  try {
    // Nothing of the user's goes along, and nothing is kept or followed.
    const request = build(url, {
      method,
      body,
      signal,
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    if (!request) throw failed();
    response = await fetch(request);
    const { status } = response;
    if (!(status >= 100 && status <= 999)) throw unusable('BadTransportAnswer');
    text = await readText(response);
  } catch (thrown) {
    if (isOurs(thrown)) throw thrown;
    throw failed({ cause: redact(thrown) });
  }
  const wait = response.headers?.get?.('retry-after');
  return { status: response.status, body: text, headers: { 'retry-after': wait } };
}

/** The whole body as text. Read piece by piece, so that one without end is given up in time. */
async function readText(response) {
  const tooLarge = () => unusable('TooLarge');
  if (!response.body) {
    // Hosts without streams, and answers without body.
    const text = String(await response.text());
    if (text.length > BODY_MAX_BYTES) throw tooLarge();
    return text;
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > BODY_MAX_BYTES) {
      reader.cancel().catch(() => {});
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}
