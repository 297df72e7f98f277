// What every entry stands on: the facade together with wasm-bindgen's glue. `#glue` is made by bundle.mjs.

// First, so that the texts stand at the beginning, where they compress best.
import { createPackage } from './facade.js';
import { makeGlue } from '#glue';
import { fetchTransport } from './fetch.js';
import { instantiate } from './load.js';

export { instantiate };

export const create = (host) => createPackage({ transport: fetchTransport, ...host }, makeGlue);

/** Hosts with the web's interfaces: `getDefault` says where the module is. Users can look into whatever is there. */
export function createForWeb(getDefault) {
  return create({
    defaultLanguage: 'en',
    secretsAllowed: false,
    fillRandom(bytes) {
      // That is how much browsers hand out at a time.
      const MAX_BYTES = 65_536;
      for (let at = 0; at < bytes.length; at += MAX_BYTES) crypto.getRandomValues(bytes.subarray(at, at + MAX_BYTES));
    },
    loadModule: async (source, imports) => instantiate(source === undefined ? getDefault() : source, imports),
  });
}
