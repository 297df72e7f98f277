// A short run of `cargo xtask soak`: enough to see a leak, not to see a small one.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { repository } from './support/package.mjs';

test('long use, for a short time: memory stays where it was', async () => {
  const script = join(repository, 'tests/soak/soak.mjs');
  const few = ['--calls', '4000', '--flows', '800', '--clients', '200'];
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, ...few]).catch((ended) => ended);
  assert.match(stdout, /\n2\d passed, 0 failed\n$/, stdout);
});
