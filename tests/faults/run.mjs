// The fault matrix: every flow × every step × every fault, over the real sandbox and with the packed package.
//
//   node run.mjs [--quick] [--only flow[/fault[/step]]] [--report FILE]

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Cell } from './cell.mjs';
import { FAULTS } from './faults.mjs';
import { FLOWS } from './flows.mjs';
import { judge } from './judge.mjs';
import { Report } from './report.mjs';
import { startSandbox } from './sandbox.mjs';
import { readTable } from './table.mjs';

const STYLES = ['documented', 'live'];

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, report: { type: 'string' } },
});
const [onlyFlow, onlyFault, onlyStep] = (options.only ?? '').split('/');

const table = readTable(new URL('expected.md', import.meta.url));
const sandbox = await startSandbox();
const report = new Report(process.stdout);
const secrets = new Set();

/** What is wrong with the table itself. */
function tableProblems() {
  const problems = [];
  const names = table.map(({ flow }) => flow);
  for (const name of Object.keys(FLOWS)) if (!names.includes(name)) problems.push(`no flow ${name}`);
  for (const { flow: name, steps, faults } of table) {
    const flow = FLOWS[name];
    if (!flow) problems.push(`the flow ${name} is unknown`);
    for (const step of steps) {
      if (flow && !flow.actions[step] && !flow.functions.includes(step)) problems.push(`${name} has no step ${step}`);
    }
    const rows = faults.map(({ fault }) => fault);
    for (const fault of Object.keys(FAULTS)) if (!rows.includes(fault)) problems.push(`${name}: no row ${fault}`);
    for (const fault of rows) if (!FAULTS[fault]) problems.push(`${name}: the fault ${fault} is unknown`);
  }
  return problems;
}

/** One cell in one style of answers. */
async function play(name, fault, expected, style) {
  const cell = new Cell({
    sandbox,
    flow: FLOWS[name],
    step: expected.step,
    fault: FAULTS[fault],
    style,
    name: `${name} ${fault} ${expected.step} ${style}`,
  });
  try {
    await cell.run();
    return { cell, style, ...judge(cell, expected) };
  } catch (error) {
    // Whatever the package did to get here is to be seen, not to end the matrix.
    return { cell, style, told: 'failed', extra: undefined, problems: [...cell.problems, error.stack] };
  } finally {
    for (const secret of [...cell.secrets, ...cell.bindTokens]) secrets.add(secret);
  }
}

const UNDISTURBED = { fault: 'none', step: undefined, text: 'bound +0', outcome: 'bound', mayBeBound: false, extra: 0 };

async function matrix() {
  report.check('The table', tableProblems());
  let number = 0;
  for (const { flow, steps, faults } of table) {
    if (onlyFlow && flow !== onlyFlow) continue;
    report.begin(flow, FLOWS[flow].title, steps, faults);
    const undisturbed = [];
    for (const style of STYLES) undisturbed.push(await play(flow, 'none', UNDISTURBED, style));
    report.row('none', [{ expected: UNDISTURBED, played: undisturbed }]);
    for (const { fault, cells } of faults) {
      if (onlyFault && fault !== onlyFault) continue;
      const row = [];
      for (const expected of cells) {
        const played = [];
        if (expected.outcome && !(onlyStep && expected.step !== onlyStep)) {
          number++;
          for (const style of STYLES) {
            // The pick: each cell in one of the two styles.
            if (options.quick && number % 2 !== STYLES.indexOf(style)) continue;
            played.push(await play(flow, fault, expected, style));
          }
        }
        row.push({ expected, played });
      }
      report.row(fault, row);
    }
  }
  if (options.only) report.check('--only', number > 0 ? [] : [`${options.only} is not in the table`]);
  await sandbox.stop();
  const shown = [...secrets].filter((secret) => sandbox.said().includes(secret));
  const silent = shown.map((secret) => `it shows the secret ${secret}`);
  if (!sandbox.said().includes('AppGetDeviceInFamily')) silent.push('it says nothing of what was asked');
  report.check("The sandbox's own output", silent);
}

try {
  await matrix();
} finally {
  await sandbox.stop();
}
report.finish();
if (options.report) writeFileSync(options.report, report.markdown());
process.exitCode = report.failed > 0 ? 1 : 0;
