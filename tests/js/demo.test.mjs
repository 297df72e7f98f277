// That `demo-check.mjs` passes where all is well, and not where it is not.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installed } from './support/package.mjs';
import { startSandbox } from './support/sandbox.mjs';

const sandbox = await startSandbox();
const script = join(dirname(fileURLToPath(import.meta.url)), 'demo-check.mjs');
const check = (...more) => spawnSync(process.execPath, [script, ...more], { encoding: 'utf8', timeout: 60_000 });

for (const envelope of ['documented', 'live']) {
  test(`the check of the demonstration passes (${envelope})`, () => {
    const { status, stdout, stderr } = check('--sandbox', sandbox.url, '--pkg', installed, '--envelope', envelope);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /\n5 devices bound, each exactly once\.\n$/);
    for (const step of [
      'token-created',
      'sent-to-device',
      'waiting',
      'token-usable',
      'binding',
      'bound',
      'confirmed',
    ]) {
      assert.match(stdout, new RegExp(`^  ${step}$`, 'm'));
    }
  });
}

test('it fails where there is no sandbox, and where it is called wrongly', () => {
  const gone = check('--sandbox', 'http://127.0.0.1:9', '--pkg', installed);
  assert.equal(gone.status, 1);
  assert.match(gone.stdout, /FAILED/);
  assert.equal(check('--sandbox', sandbox.url, '--pkg', installed, '--envelope', 'other').status, 1);
  assert.equal(check().status, 1);
});
