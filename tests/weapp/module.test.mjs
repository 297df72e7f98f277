// The module that a mini-program gets: the web's very bytes, of WebAssembly's first version, and nothing exported that
// iOS does not take.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { installed, repository } from '../js/support/package.mjs';
import { signatures } from '../js/support/wasm-format.mjs';
import { buildProject, temporary } from './support/project.mjs';

const root = await buildProject();
const path = join(installed, 'iotexplorer_client.wasm');
const compressed = readFileSync(join(root, 'miniprogram_npm/iotexplorer-client/iotexplorer_client.wasm.br'));
const plain = brotliDecompressSync(compressed);

test('the web\'s very bytes, compressed', () => {
  assert.deepEqual(plain, readFileSync(path));
  assert.ok(compressed.length < plain.length / 2);
});

test('valid as the first version of WebAssembly', () => {
  const checker = join(repository, 'tests/node_modules/binaryen/bin/wasm-opt');
  const out = join(temporary(), 'out.wasm');
  const { status, stderr } = spawnSync(process.execPath, [checker, '--mvp-features', path, '-o', out]);
  assert.equal(status, 0, String(stderr));
});

test('it exports functions and its memory, imports functions, and none of them knows an i64', () => {
  const { imports, exports } = signatures(plain);
  const others = (list) => list.filter(({ kind }) => kind !== 'function').map(({ name, kind }) => `${kind} ${name}`);
  assert.deepEqual(others(exports), ['memory memory']);
  assert.deepEqual(others(imports), []);
  for (const { name, type } of [...imports, ...exports]) {
    const { params, results } = type || { params: [], results: [] };
    assert.ok(![...params, ...results].includes('i64'), name);
    assert.ok(results.length <= 1, name);
  }
});

test('WeChat uploads files of these kinds', () => {
  // Out of its own packer, which has no door to this other than uploading.
  const require = createRequire(import.meta.url);
  const { MiniProgramWhiteList } = require('./node_modules/miniprogram-ci/dist/utils/white_ext_list.js');
  for (const ending of ['.js', '.json', '.wasm', '.br']) assert.ok(MiniProgramWhiteList.includes(ending), ending);
});
