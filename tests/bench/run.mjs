// Runs one group of measurements and writes its figures: node --expose-gc run.mjs GROUP OUTPUT [--quick]

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, type } from 'node:os';
import { efforts } from './support/measure.mjs';

/** The name of the system as people know it. */
function system() {
  try {
    return /^PRETTY_NAME="?(.*?)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))[1];
  } catch {
    return `${type()} ${release()}`;
  }
}

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
/** Peers and tools are installed in exactly these versions. */
const pinned = { ...read('../package.json').devDependencies, ...read('package.json').devDependencies };

const [group, output, mode] = process.argv.slice(2);
const load = loadavg()[0];
const { run, tools = [] } = await import(`./${group}.mjs`);
const { tables, loads, versions } = await run(mode === '--quick' ? efforts.quick : efforts.full);
const taken = {
  date: new Date().toISOString().slice(0, 10),
  processor: cpus()[0].model.trim(),
  cores: cpus().length,
  system: system(),
  // What else the machine did when this began: 0 is nothing.
  load: Number(load.toFixed(2)),
  versions: { Node: process.versions.node, ...Object.fromEntries(tools.map((name) => [name, pinned[name]])), ...versions },
};
// Nobody's clock knows more digits than these.
const rounded = (_, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value);
writeFileSync(output, `${JSON.stringify({ taken, tables, loads }, rounded, 1)}\n`);
