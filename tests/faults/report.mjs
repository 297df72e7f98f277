// The matrix as people read it: rows as they come, then what deviates, and at the end how many held.

const WIDTH = 30;
const NOTHING = '–';
/** How many requests are shown of those in the beginning, and in the end. */
const SHOWN = 8;
/** For the marks that a cell has more than the table. */
const ROOM = 4;

const LEGEND =
  'A cell says what the caller heard, and how many requests more it took than undisturbed. ' +
  '“?”: an error that says that the device may be bound; “✗”: not as expected.';

/** A code without what it is a kind of. */
const short = (told) => told.replace(/^\w+\.(?=\w)/, '');

/** What came of a cell: the same outcome in all styles of answers is said once, with all numbers of requests. */
function cellText(played) {
  if (played.length === 0) return NOTHING;
  const mark = played.some(({ problems }) => problems.length > 0) ? '✗ ' : '';
  const outcomes = new Map();
  for (const { told, extra } of played) {
    const name = short(told);
    outcomes.set(name, (outcomes.get(name) ?? new Set()).add(Math.max(0, extra ?? 0)));
  }
  return mark + [...outcomes].map(([name, extras]) => `${name} +${[...extras].join('/')}`).join(', ');
}

/** What was sent, and when: `bind@1.1s failed`. */
function requests({ sent, flow: { actions }, lives }) {
  const stepOf = (exchange) => {
    const steps = Object.keys(actions).filter((step) => actions[step] === exchange.action);
    return steps.join('/') || exchange.action;
  };
  const parts = sent.map((exchange) => {
    const { atMs, app, ending, answer } = exchange;
    const life = lives.length > 1 ? `life ${lives.indexOf(app) + 1} ` : '';
    const said = ending === 'answered' ? (answer?.code ?? answer?.status ?? '') : (ending ?? 'no answer');
    return `${life}${stepOf(exchange)} at ${(atMs / 1000).toFixed(1)} s: ${said}`;
  });
  const left = parts.length - 2 * SHOWN;
  if (left > 0) parts.splice(SHOWN, left, `… ${left} more …`);
  return parts.join('; ');
}

/** What is wrong with a cell, and how it came. */
const explained = (flow, fault, expected, { style, told, extra, problems, cell }) => [
  `${flow} / ${fault} / ${expected.step ?? 'undisturbed'} (answers ${style})`,
  `  expected: ${expected.text}`,
  `  actual:   ${told}${extra === undefined ? '' : ` +${Math.max(0, extra)}`}`,
  ...problems.map((problem) => `  wrong:    ${problem}`),
  `  sent:     ${requests(cell)}`,
  '',
];

export class Report {
  passed = 0;
  failed = 0;
  #out;
  #flows = [];
  #others = [];
  #deviations = [];
  #startedAt = performance.now();

  constructor(out) {
    this.#out = out;
    this.line(LEGEND);
  }

  line(text = '') {
    this.#out.write(`${text}\n`);
  }

  #count(problems) {
    if (problems.length === 0) this.passed++;
    else this.failed++;
  }

  /** Something outside the matrix that must hold. */
  check(title, problems) {
    this.#count(problems);
    this.#others.push({ title, problems });
  }

  begin(flow, title, steps, faults) {
    const widths = steps.map((step, column) =>
      Math.max(step.length, ...faults.map(({ cells }) => short(cells[column].text).length + ROOM)),
    );
    this.#flows.push({ flow, title, steps, widths, rows: [] });
    this.line();
    this.line(`${flow}: ${title}`);
    this.#grid('', steps);
  }

  #grid(name, texts) {
    const { widths } = this.#flows.at(-1);
    const cells = texts.map((text, column) => text.padEnd(widths[column] + 2));
    this.line(`  ${name.padEnd(WIDTH)}${cells.join('')}`.trimEnd());
  }

  /** One fault in all steps; `played` may be one run of a cell or more, or none. */
  row(fault, row) {
    const { flow, rows } = this.#flows.at(-1);
    const texts = row.map(({ expected, played }) => {
      for (const one of played) {
        this.#count(one.problems);
        // In words at once: a cell holds a whole app.
        if (one.problems.length > 0) this.#deviations.push(...explained(flow, fault, expected, one));
      }
      return cellText(played);
    });
    rows.push({ fault, texts });
    this.#grid(fault, texts);
  }

  #explained() {
    const lines = [];
    for (const { title, problems } of this.#others) {
      if (problems.length > 0) lines.push(title, ...problems.map((problem) => `  ${problem}`), '');
    }
    return [...lines, ...this.#deviations];
  }

  #summary() {
    return `${this.passed} passed, ${this.failed} failed`;
  }

  finish() {
    this.line();
    const explained = this.#explained();
    if (explained.length > 0) this.line('Deviations from tests/faults/expected.md');
    for (const text of explained) this.line(text);
    this.line(`In ${((performance.now() - this.#startedAt) / 1000).toFixed(1)} s.`);
    this.line(this.#summary());
  }

  markdown() {
    const lines = ['# The fault matrix', '', this.#summary(), '', LEGEND, ''];
    for (const { flow, title, steps, rows } of this.#flows) {
      lines.push(`## ${flow}`, '', title, '');
      lines.push(`| fault | ${steps.join(' | ')} |`, `|${' --- |'.repeat(steps.length + 1)}`);
      for (const { fault, texts } of rows) {
        const cells = steps.map((_, column) => texts[column] ?? '');
        lines.push(`| ${fault} | ${cells.join(' | ')} |`);
      }
      lines.push('');
    }
    const explained = this.#explained();
    if (explained.length > 0) lines.push('## Deviations', '', '```text', ...explained, '```', '');
    return lines.join('\n');
  }
}
