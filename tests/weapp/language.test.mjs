// The files that go into a mini-program: free of every global that one lacks, of newer syntax and of newer methods.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { installed } from '../js/support/package.mjs';
import { FORBIDDEN } from './support/host.mjs';
import { findings } from './support/language.mjs';

const FILES = {
  'miniprogram_dist/index.js': ['wx', 'WXWebAssembly'],
  'weapp/compat.js': ['wx', 'console'],
  'alipay/index.js': ['my', 'MYWebAssembly'],
  'douyin/index.js': ['tt', 'TTWebAssembly'],
};

/** What must not pass, wherever it stands: code → a part of the finding. */
const BREAKS = {
  ...Object.fromEntries(FORBIDDEN.map((name) => [`if (typeof ${name} === 'function') ${name}();`, `global: ${name}`])),
  'new TextDecoder();': 'global: TextDecoder',
  'const send = (url) => fetch(url);': 'global: fetch',
  'const { subtle } = crypto;': 'global: crypto',
  'var later = { BigInt };': 'global: BigInt',
  'function f() { return { [process]: 1 }; }': 'global: process',
  'class A extends URL {}': 'global: URL',
  'const f = (a = performance) => a;': 'global: performance',
  '{ let process = 1; } process;': 'global: process',
  'for (const self of []) {} self;': 'global: self',
  'somethingElse();': 'global: somethingElse',
  'TTWebAssembly.instantiate();': 'global: TTWebAssembly',
  'Function("return 1")();': 'global: Function',
  'eval("1");': 'global: eval',
  'try { f(); } catch { } function f() {}': 'syntax',
  'const a = { ...b }; var b;': 'syntax',
  'const { c, ...d } = {};': 'syntax',
  'var e = {}; e?.f;': 'syntax',
  'var g = null ?? 1;': 'syntax',
  'var h = 10n;': 'syntax',
  'var i = 1_000;': 'syntax',
  'import("a");': 'syntax',
  'import a from "a";': 'syntax',
  'export default 1;': 'syntax',
  'var j = import.meta.url;': 'syntax',
  'async function* k() {}': 'syntax',
  'async () => { for await (const l of []) l; };': 'syntax',
  'class M { n = 1; }': 'syntax',
  'class O { #p() {} }': 'syntax',
  'var q = /(?<r>.)/; ': 'syntax',
  'var s = /(?<=t)u/;': 'syntax',
  'var v = /./s;': 'syntax',
  'var w = /\\p{Script=Han}/u;': 'syntax',
  '"".replaceAll("a", "b");': 'replaceAll',
  'Object.fromEntries([]);': 'fromEntries',
  'new Promise(() => {}).finally(() => {});': 'finally',
  '[].at(-1);': 'at()',
  '[].flat();': 'flat()',
  'Promise.allSettled([]);': 'allSettled',
  'Object.hasOwn({}, "a");': 'hasOwn',
};

const read = (file) => readFileSync(join(installed, file), 'utf8');

for (const [file, platform] of Object.entries(FILES)) {
  test(`${file}: no forbidden global, no newer syntax, no newer method; CommonJS in one piece`, () => {
    const code = read(file);
    assert.deepEqual(findings(code, platform), []);
    assert.match(code, /module\.exports=/);
    const required = [...code.matchAll(/\brequire\(("[^"]*")?/g)].map(([, name]) => name);
    assert.deepEqual(required, file.endsWith('compat.js') ? ['"./index.js"'] : []);
  });
}

test('whatever is added that should not be there is found', () => {
  const [[file, platform]] = Object.entries(FILES);
  const code = read(file);
  for (const [added, part] of Object.entries(BREAKS)) {
    const found = findings(`${code}\n(function () {\n${added}\n})();`, platform);
    assert.ok(found.length === 1 && found[0].includes(part), `${added} → ${found.join('; ') || 'nothing'}`);
  }
});
