// Hosts with the web's interfaces. Users can look into whatever is there.

import { instantiate } from '../load.js';

export { fetchTransport as transport } from '../fetch.js';
export { instantiate as loadModule };
export const newController = () => new AbortController();
export const moreFunctions = undefined;

export function fillRandom(bytes) {
  // That is how much browsers hand out at a time.
  const MAX_BYTES = 65_536;
  for (let at = 0; at < bytes.length; at += MAX_BYTES) crypto.getRandomValues(bytes.subarray(at, at + MAX_BYTES));
}
