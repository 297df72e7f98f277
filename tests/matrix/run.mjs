// The packaging matrix: the packed package in the tools that people use, as they use them.
//
//   node run.mjs [--quick] [--only WORD] [--also FILE] [--report FILE]
//
// --also names what ran elsewhere and belongs to the same table: rows with `passed` and `failed`, or `absent`.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ROWS } from './rows.mjs';
import { closeChromium, versionIn } from './support/hosts.mjs';
import { markdown, table } from './support/table.mjs';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, also: { type: 'string' }, report: { type: 'string' } },
});
const isWanted = ({ tool, what, weight }) =>
  !(options.quick && weight === 'heavy') && `${tool} ${what}`.toLowerCase().includes((options.only ?? '').toLowerCase());

const also = options.also ? JSON.parse(readFileSync(options.also, 'utf8')) : [];
const rows = [...ROWS, ...also.map(elsewhere)].filter(isWanted);

function elsewhere({ tool, what, absent, passed, failed }) {
  return {
    tool,
    what,
    absent,
    version: () => versionIn(tool),
    run: async () => assert.ok(passed > 0 && failed === 0, `${passed} passed, ${failed} failed; see above`),
  };
}

const absent = new Set();
const done = [];
for (const row of rows) {
  const { tool, what } = row;
  if (row.absent) {
    absent.add(row.absent);
    done.push({ tool, version: '', what, outcome: 'not on this system' });
    continue;
  }
  const started = performance.now();
  let version = '?';
  let outcome = 'passed';
  let reason;
  try {
    version = await row.version();
    await row.run();
  } catch (error) {
    outcome = 'FAILED';
    reason = error.stack;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  done.push({ tool, version, what, outcome, seconds, reason });
  process.stderr.write(`${outcome === 'passed' ? '[ ok ]' : '[FAIL]'} ${tool} ${version}: ${what} (${seconds} s)\n`);
}
await closeChromium();

process.stdout.write(`\n${table(done)}\n`);
for (const { tool, what, reason } of done) if (reason) process.stdout.write(`\n${tool}: ${what}\n${reason.replace(/^/gm, '    ')}\n`);
if (options.report) writeFileSync(options.report, markdown(done));

const count = (wanted) => done.filter(({ outcome }) => outcome === wanted).length;
if (rows.length === 0) process.stdout.write(`\nNothing is named ${options.only}.\n`);
const failed = count('FAILED') + (rows.length === 0 ? 1 : 0);
if (absent.size > 0) {
  process.stdout.write(`\nNot on this system, counted neither way: ${[...absent].join(', ')} (rows: ${count('not on this system')})\n`);
}
process.stdout.write(`\n${count('passed')} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
