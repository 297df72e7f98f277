// A folder with the app's source in the form that a tool takes, and the packed package in its node_modules. The tools lie in
// the node_modules above it.

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from 'esbuild';

const PACKAGE = 'iotexplorer-client';
const SOURCE = fileURLToPath(new URL('../app', import.meta.url));
/** Longer than any tool takes, even on a machine that is busy otherwise. */
const PATIENCE_MS = 180_000;
const SHOWN_LINES = 30;

const run = promisify(execFile);

/** The package as users have it installed. */
export const installed = join(process.env.IOTEXPLORER_PROJECT, 'node_modules', PACKAGE);

/** Where the tools of a weight are installed. */
export const placeOf = (weight) => join(process.env.IOTEXPLORER_MATRIX, weight);

const manifestOf = (weight, name) =>
  JSON.parse(readFileSync(join(placeOf(weight), 'node_modules', name, 'package.json'), 'utf8'));

export const versionOf = (weight, name) => manifestOf(weight, name).version;

/** Runs a program to its end; what it said is the reason if it failed. */
export async function execute(program, args, options = {}) {
  try {
    const { stdout, stderr } = await run(program, args, { timeout: PATIENCE_MS, maxBuffer: 2 ** 26, ...options });
    return stdout + stderr;
  } catch (error) {
    const lines = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').slice(-SHOWN_LINES).join('\n');
    throw new Error(`${program} ${args.join(' ')}: ${error.killed ? 'not done in time' : `exit ${error.code}`}\n${lines}`);
  }
}

export class App {
  /**
   * @param {string} name the folder's
   * @param {object} [options]
   * @param {'light' | 'heavy'} [options.weight] with which tools
   * @param {'esm' | 'cjs' | 'ts'} [options.form] the source as ES modules, as CommonJS, or as it stands
   * @param {string} [options.type] what package.json says of the folder's scripts [default: what the form is]
   * @param {string} [options.entry] what the app imports in the package's place
   * @param {Record<string, string | object>} [options.files] more files: text, or JSON
   */
  static async make(name, { weight = 'light', form = 'esm', type, entry = PACKAGE, files = {} } = {}) {
    const app = new App();
    app.weight = weight;
    app.folder = join(placeOf(weight), 'apps', name);
    rmSync(app.folder, { recursive: true, force: true });
    mkdirSync(app.folder, { recursive: true });
    app.copy(installed, join('node_modules', PACKAGE));
    const manifest = { name, private: true, type: type ?? (form === 'cjs' ? 'commonjs' : 'module') };
    app.write('package.json', { ...manifest, ...files['package.json'] });
    for (const file of readdirSync(SOURCE)) {
      const text = readFileSync(join(SOURCE, file), 'utf8').replace(`'${PACKAGE}'`, `'${entry}'`);
      if (!file.endsWith('.ts')) app.write(file, form === 'ts' ? text.replace('page.js', 'page.ts') : text);
      else if (form === 'ts') app.write(file, text);
      else app.write(file.replace(/ts$/, 'js'), (await transform(text, { loader: 'ts', format: form })).code);
    }
    for (const [file, content] of Object.entries(files)) if (file !== 'package.json') app.write(file, content);
    return app;
  }

  path(...parts) {
    return join(this.folder, ...parts);
  }

  write(file, content) {
    writeFileSync(this.path(file), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
  }

  /** A file of the app, changed. */
  edit(file, from, to) {
    const text = readFileSync(this.path(file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    this.write(file, text.replace(from, to));
  }

  copy(from, to) {
    cpSync(from, this.path(to), { recursive: true });
  }

  /** What is to be called for a tool's command, such as `vite build`. */
  command(words, weight = this.weight) {
    const [name, ...args] = words.split(' ');
    const [owner, program] = TOOLS[name];
    const { bin } = manifestOf(weight, owner);
    return [join(placeOf(weight), 'node_modules', owner, typeof bin === 'string' ? bin : bin[program]), ...args];
  }

  /** Runs it in the app's folder. */
  tool(words) {
    // As a person's shell has it: some tools behave differently where NODE_ENV or CI is set.
    const { NODE_ENV, ...env } = process.env;
    return execute(process.execPath, this.command(words), { cwd: this.folder, env: { ...env, NO_COLOR: '1' } });
  }
}

/** Command → the package that brings it, and its name there. */
const TOOLS = {
  esbuild: ['esbuild', 'esbuild'],
  parcel: ['parcel', 'parcel'],
  rollup: ['rollup', 'rollup'],
  rspack: ['@rspack/cli', 'rspack'],
  tsc: ['typescript', 'tsc'],
  'tsc-5': ['typescript-5', 'tsc'],
  vite: ['vite', 'vite'],
  'vite-7': ['vite-7', 'vite'],
  webpack: ['webpack', 'webpack'],
};
