// The same file in real engines of years ago: it loads, signs, builds a request, reads an answer, a QR code and
// makes a call, with the same results as today's.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installed, repository, vectors } from '../js/support/package.mjs';
import { temporary } from './support/project.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const file = join(repository, 'tests/vectors/signatures.json');

/** Node's version → what it lacks. */
const ENGINES = {
  8: ['TextDecoder', 'FinalizationRegistry', 'globalThis', 'WeakRef'],
  10: ['TextDecoder', 'FinalizationRegistry', 'globalThis', 'WeakRef'],
  12: ['FinalizationRegistry', 'WeakRef'],
};

// Old ones read no brotli.
const folder = temporary();
for (const name of ['miniprogram_dist/index.js', 'iotexplorer_client.wasm']) {
  copyFileSync(join(installed, name), join(folder, basename(name)));
}

function run(node) {
  return JSON.parse(execFileSync(node, [here('support/engine.cjs'), folder, file], { encoding: 'utf8', timeout: 60_000 }));
}

const today = run(process.execPath);

test('today\'s engine: signatures as in the vectors', () => {
  assert.deepEqual(
    today.results.signatures,
    vectors('signatures').map(({ signature }) => signature),
  );
  assert.deepEqual(today.results.error, ['parameter', 'Parameter.WrongType', 'ProductId']);
  assert.deepEqual(today.results.plan, { type: 'provision', method: 'softap', productId: 'P1' });
  assert.match(today.results.request.body, /"DeviceTimestamp":9007199254740993/);
});

for (const [version, lacks] of Object.entries(ENGINES)) {
  const node = here(`node_modules/node${version}/bin/node`);
  const skip = existsSync(node) ? false : `there is no Node ${version} for this system`;
  test(`Node ${version}: the same results`, { skip }, () => {
    const { version: real, lacks: missing, nonces, results } = run(node);
    assert.equal(real.split('.')[0], version);
    assert.deepEqual(missing, lacks);
    assert.deepEqual(results, today.results);
    assert.equal(new Set([...nonces, ...today.nonces]).size, 6);
  });
}
