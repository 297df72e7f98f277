// Hosts with the web's interfaces. Users can look into whatever is there.

import { instantiate } from '../load.js';

export { fetchTransport as transport } from '../fetch.js';
export const newController = () => new AbortController();
export const moreFunctions = undefined;

/**
 * Module and instance here and now: for so small a module that takes a millisecond, and waiting for another thread's turn and then
 * for ours takes several while a page is being set up. What an engine refuses (Chromium before 2023, above 4 KB) it may do its own way,
 * or says once more why not.
 */
function make(bytes, imports) {
  try {
    const module = new WebAssembly.Module(bytes);
    return { module, instance: new WebAssembly.Instance(module, imports) };
  } catch (_) {
    return WebAssembly.instantiate(bytes, imports);
  }
}

export const loadModule = (source, imports) => instantiate(source, imports, make);

export function fillRandom(bytes) {
  // That is how much browsers hand out at a time.
  const MAX_BYTES = 65_536;
  for (let at = 0; at < bytes.length; at += MAX_BYTES) crypto.getRandomValues(bytes.subarray(at, at + MAX_BYTES));
}
