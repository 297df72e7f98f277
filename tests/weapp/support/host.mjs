// A mini-program's runtime with as little in it as the least of them: a JavaScript context of its own in which everything
// that WIRE.md calls missing is missing, `require` for files of a code package, timers, and what a platform adds.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import vm from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';

/** What a script must not find. The engine's own are taken away, the web's never come in. */
export const FORBIDDEN = [
  'AbortController',
  'AbortSignal',
  'BigInt',
  'Blob',
  'Buffer',
  'FinalizationRegistry',
  'Headers',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'WeakRef',
  'WebAssembly',
  'XMLHttpRequest',
  'atob',
  'btoa',
  'crypto',
  'document',
  'fetch',
  'global',
  'globalThis',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'self',
  'structuredClone',
  'window',
];

/** Library of the years after ES2017, which old phones lack, too: object → methods. */
const LATER = {
  'Array.prototype': ['at', 'flat', 'flatMap', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'],
  'Uint8Array.prototype.__proto__': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'],
  'Object': ['fromEntries', 'groupBy', 'hasOwn'],
  'Promise': ['allSettled', 'any', 'withResolvers'],
  'Promise.prototype': ['finally'],
  'String.prototype': ['at', 'isWellFormed', 'matchAll', 'replaceAll', 'toWellFormed', 'trimEnd', 'trimStart'],
  'Symbol.prototype': ['description'],
};

/**
 * Makes a runtime.
 *
 * @param {string} root folder of the code package
 * @param {(context: object, engine: object) => object} [globalsOf] what the platform adds; gets the context's own
 *   objects and its WebAssembly
 */
export function startHost(root, globalsOf = () => ({})) {
  // As on real devices, no code is made from text.
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: true } });
  const run = (code) => vm.runInContext(code, context);
  const engine = run('WebAssembly');
  const realm = run('({ Error, Object, Promise, Uint8Array })');
  run(`'use strict';
    for (const name of ${JSON.stringify(FORBIDDEN)}) delete this[name];
    const take = (object, names) => names.forEach((name) => delete object[name]);
    ${Object.entries(LATER)
      .map(([object, names]) => `take(${object}, ${JSON.stringify(names)});`)
      .join('\n')}`);
  const timers = new Set();
  const globals = {
    console,
    setTimeout(work, ms) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        work();
      }, ms);
      timers.add(timer);
      return timer;
    },
    clearTimeout(timer) {
      timers.delete(timer);
      clearTimeout(timer);
    },
    ...globalsOf(realm, engine),
  };
  for (const [name, value] of Object.entries(globals)) if (value !== undefined) context[name] = value;

  const modules = new Map();
  function load(path) {
    if (modules.has(path)) return modules.get(path).exports;
    const module = { exports: {} };
    modules.set(path, module);
    const code = readFileSync(join(root, path), 'utf8');
    const wrapped = `(function (require, module, exports) {${code}\n})`;
    const work = vm.runInContext(wrapped, context, { filename: path });
    work((name) => load(resolve(dirname(path), name)), module, module.exports);
    return module.exports;
  }

  /** A relative path, or the name of a package in the nearest miniprogram_npm. */
  function resolve(folder, name) {
    const candidates = [];
    if (name.startsWith('.')) candidates.push(posix.join(folder, name));
    else {
      for (let at = folder; ; at = dirname(at)) {
        candidates.push(posix.join(at, 'miniprogram_npm', name));
        if (at === '/') break;
      }
    }
    for (const candidate of candidates) {
      for (const path of [candidate, `${candidate}.js`, `${candidate}/index.js`]) {
        const file = join(root, path);
        if (path.endsWith('.js') && existsSync(file) && statSync(file).isFile()) return path;
      }
    }
    throw new Error(`module '${name}' is not defined, require args is '${name}'`);
  }

  return {
    context,
    realm,
    run,
    timers,
    require: (name) => load(resolve('/', name)),
  };
}

/**
 * `WXWebAssembly` and its likes: takes nothing but the path of a .wasm in the code package, or of a .wasm.br.
 *
 * @param {string} root folder of the code package
 * @param {boolean} [readsBrotli]
 */
export function wasmOf(root, engine, { Error }, readsBrotli = true) {
  const asked = [];
  const instantiate = async (path, imports) => {
    asked.push(path);
    if (typeof path !== 'string') throw new Error('WebAssembly.instantiate: first argument must be a string');
    if (/^\w+:/.test(path)) throw new Error('WebAssembly.instantiate: not support wxfile: or http: path');
    const isCompressed = path.endsWith('.wasm.br');
    if (!path.endsWith('.wasm') && !(isCompressed && readsBrotli)) {
      throw new Error(`WebAssembly.instantiate: invalid file type ${path}`);
    }
    const file = join(root, path);
    if (!existsSync(file)) throw new Error(`WebAssembly.instantiate: no such file or directory, open ${path}`);
    const bytes = readFileSync(file);
    const result = await engine.instantiate(isCompressed ? brotliDecompressSync(bytes) : bytes, imports);
    // iOS does not export these.
    for (const value of Object.values(result.instance.exports)) {
      if (value instanceof engine.Global) throw new engine.CompileError('exported globals are not supported');
    }
    return { instance: result.instance };
  };
  return { instantiate, asked };
}
