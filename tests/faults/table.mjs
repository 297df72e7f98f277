// The table of what is expected: `expected.md`, which people read, too.

import { readFileSync } from 'node:fs';

const FLOW = /^## `?([a-z-]+)`?$/;
const NONE = '–';
const CELL = /^`?(\w+(?:\.\w+)*)(\?)?`? \+(\d+)( !)?$/;

const cellsOf = (line) =>
  line
    .slice(1, -1)
    .split('|')
    .map((text) => text.trim());

/**
 * `[{ flow, steps, faults: [{ fault, cells: [{ step, text, outcome, mayBeBound, extra, isShared }] }] }]`; a cell that
 * cannot occur has no outcome.
 */
export function readTable(path) {
  const flows = [];
  let flow;
  let steps;
  for (const [at, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    const wrong = (what) => new Error(`${path}:${at + 1}: ${what}`);
    const [, name] = FLOW.exec(line) || [];
    if (name) {
      flow = { flow: name, faults: [] };
      flows.push(flow);
      steps = undefined;
    } else if (line.startsWith('## ')) flow = undefined;
    if (!flow || !line.startsWith('|')) continue;
    const [first, ...others] = cellsOf(line);
    if (!steps) {
      steps = others;
      flow.steps = steps;
    } else if (!/^:?-+:?$/.test(first)) {
      if (others.length !== steps.length) throw wrong(`${others.length} cells for ${steps.length} steps`);
      const cells = others.map((text, column) => {
        const step = steps[column];
        if (text === NONE) return { step, text };
        const [, outcome, mayBeBound, extra, isShared] = CELL.exec(text) || [];
        if (!outcome) throw wrong(`"${text}" is no cell`);
        const marks = { mayBeBound: Boolean(mayBeBound), isShared: Boolean(isShared) };
        return { step, text, outcome, extra: Number(extra), ...marks };
      });
      flow.faults.push({ fault: first.replaceAll('`', ''), cells });
    }
  }
  return flows;
}
