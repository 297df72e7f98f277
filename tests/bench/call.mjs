// What a whole call costs above its transport: processor time and garbage, ours against the official SDK.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { calls } from './support/calls.mjs';
import { rowsOf, takeTurns } from './support/measure.mjs';

/** How large V8 makes the place where new things go: larger than all garbage of one measurement. */
const YOUNG_MB = 128;

function garbage(effort) {
  const flags = ['--expose-gc', `--min-semi-space-size=${YOUNG_MB}`, `--max-semi-space-size=${YOUNG_MB}`];
  const path = fileURLToPath(new URL('support/garbage.mjs', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [...flags, path, String(effort.rounds)], { encoding: 'utf8' }));
}

/** Whose versions matter. */
export const tools = ['qcloud-iotexplorer-appdev-sdk'];

export async function run(effort) {
  const pairs = await calls();
  const both = pairs.flatMap(({ name, call, bare }) => [{ name, run: call }, { name: `${name}: bare`, run: bare }]);
  const samples = await takeTurns(both, effort);
  const above = pairs.map((_, at) => samples[2 * at].map((spent, round) => spent - samples[2 * at + 1][round]));
  return {
    tables: [
      { title: 'CPU time of one `AppGetDeviceInFamily` above its bare transport', unit: 'us', rows: rowsOf(pairs, above) },
      { title: 'Bytes allocated by it on the JavaScript heap above its bare transport', unit: 'bytes', rows: rowsOf(pairs, garbage(effort)) },
    ],
  };
}
