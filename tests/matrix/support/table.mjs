// The outcome, for a terminal and for a text.

const COLUMNS = { tool: 'tool', version: 'version', what: 'what was run', outcome: 'outcome' };

/** Columns of equal width. */
export function table(rows) {
  const names = Object.keys(COLUMNS);
  const width = names.map((name) => Math.max(...[COLUMNS, ...rows].map((row) => String(row[name]).length)));
  const line = (row) => names.map((name, at) => String(row[name]).padEnd(width[at])).join('  ').trimEnd();
  return [line(COLUMNS), width.map((count) => '-'.repeat(count)).join('  '), ...rows.map(line)].join('\n');
}

/** A table in Markdown. */
export function markdown(rows) {
  const names = Object.keys(COLUMNS);
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |\n`;
  return line(Object.values(COLUMNS)) + line(names.map(() => '---')) + rows.map((row) => line(names.map((name) => row[name]))).join('');
}
