// What each step of the release build gives. The modules are made by `cargo xtask bench build`, which weighs them, too.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Whose versions matter. */
export const tools = ['binaryen', 'esbuild', 'terser'];

export async function run() {
  const given = process.env.IOTEXPLORER_LOADS;
  assert.ok(given, 'IOTEXPLORER_LOADS must name the list of what was made');
  return { tables: [], loads: JSON.parse(readFileSync(given, 'utf8')) };
}
