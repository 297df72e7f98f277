// Random bytes at once, on hosts that hand them out later only. A supply of the host's own is fetched by init() and
// renewed in the background. Every byte is mixed with one of sfc32, a small generator that passes the usual tests; it
// goes on alone where the host has no source, or while the supply is exhausted. That is enough for request ids, nonces
// and waiting times, which have to differ, and for nothing that has to stay secret.

const SUPPLY_BYTES = 1024;
const LOW_BYTES = 256;
/** init() does not wait longer than this for a host that does not answer. */
const PATIENCE_MS = 1000;
const WARM_UP_ROUNDS = 15;

/** @param {() => object | undefined} getApi the host's functions; `getRandomValues` need not be among them */
export function createRandom(getApi) {
  let supply = new Uint8Array(0);
  let used = 0;
  /** The question under way. */
  let asking;
  let isDeaf = false;
  let [a, b, c, counter] = [0, 0, 0, 1];

  function next() {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return sum;
  }

  function stir(x, y, z) {
    a ^= x;
    b ^= y;
    c ^= z;
    for (let round = 0; round < WARM_UP_ROUNDS; round++) next();
  }

  const word = () => Math.random() * 2 ** 32;

  function take(buffer) {
    stir(...new Uint32Array(buffer, 0, 3));
    supply = new Uint8Array(buffer, 12);
    used = 0;
  }

  /** Asks for another supply; settles when it is there, or will not be. */
  function ask() {
    const api = getApi();
    if (isDeaf || !api || typeof api.getRandomValues !== 'function') return Promise.resolve();
    if (!asking) {
      asking = new Promise((resolve) => {
        const attempt = (work) => {
          try {
            work();
          } catch (_) {
            refuse();
          }
        };
        const success = ({ randomValues }) =>
          attempt(() => {
            take(randomValues);
            resolve();
          });
        // A host that refuses once would refuse at every byte; the next init() asks again.
        const refuse = () => {
          isDeaf = true;
          resolve();
        };
        attempt(() => api.getRandomValues({ length: SUPPLY_BYTES, success, fail: refuse }));
      }).then(() => {
        asking = undefined;
      });
    }
    return asking;
  }

  return {
    /** Fetches a supply, as far as the host answers in time. */
    seed() {
      isDeaf = false;
      stir(word(), word(), Date.now());
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, PATIENCE_MS);
        ask().then(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
    fill(bytes) {
      for (let at = 0; at < bytes.length; at++) {
        bytes[at] = next() ^ (used < supply.length ? supply[used++] : 0);
      }
      if (supply.length - used < LOW_BYTES) ask();
    },
  };
}
