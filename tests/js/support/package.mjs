// The packed package, as installed in the project that IOTEXPLORER_PROJECT names.

import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

function setting(name, what) {
  const value = process.env[name];
  assert.ok(value, `${name} must name ${what}`);
  return value;
}

/** A project with the packed package installed. */
export const project = setting('IOTEXPLORER_PROJECT', 'a project with the packed package installed');
/** Where it lies. */
export const installed = join(project, 'node_modules/iotexplorer-client');
/** The repository. */
export const repository = process.env.IOTEXPLORER_REPO || join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** `require` as a file of the project has it. */
export const require = createRequire(join(project, 'a-file.cjs'));

let count = 0;

/** Runs an ES module in the project, and hands out what it exports. */
export async function runInProject(source) {
  const path = join(project, `test-${process.pid}-${count++}.mjs`);
  writeFileSync(path, source);
  try {
    return await import(pathToFileURL(path).href);
  } finally {
    rmSync(path);
  }
}

/** What `import` gives a file of the project. */
export const importInProject = (specifier) => runInProject(`export * from ${JSON.stringify(specifier)};`);

/** A copy of the package with a state of its own: nothing loaded yet. */
export function freshPackage(specifier = 'iotexplorer-client') {
  for (const path of Object.keys(require.cache)) if (path.startsWith(installed)) delete require.cache[path];
  return require(specifier);
}

/** The entries of `tests/vectors/<name>.json`, of which there must be some. */
export function vectors(name) {
  const rows = JSON.parse(readFileSync(join(repository, 'tests/vectors', `${name}.json`), 'utf8'));
  assert.ok(rows.length > 0, `${name} is empty`);
  return rows;
}
