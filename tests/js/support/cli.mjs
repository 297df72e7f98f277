// The command line of the packed package, as a process of its own.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { installed, project, require } from './package.mjs';

const { bin } = require('iotexplorer-client/package.json');
/** The file that npm links. */
export const program = join(installed, bin['iotexplorer-client']);
/** Longer than any of these takes on a busy machine. */
const PATIENCE_MS = 60_000;

const running = new Set();
after(() => running.forEach((child) => child.kill()));

/** Starts it, with nothing of this process's environment but what Node needs. */
export function start(args, { env = {}, cwd = project } = {}) {
  const { PATH, SystemRoot } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH, ...(SystemRoot && { SystemRoot }), ...env },
    stdio: 'pipe',
    timeout: PATIENCE_MS,
  });
  running.add(child);
  child.said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (child.said[name] += text));
  child.ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { code, ...child.said };
  });
  return child;
}

/** Runs it to its end. */
export async function cli(args, { stdin = '', ...options } = {}) {
  const child = start(args, options);
  child.stdin.on('error', () => {}).end(stdin);
  return child.ended;
}

/** The same, for what succeeds and says JSON. */
export async function answered(args, options) {
  const { code, stdout, stderr } = await cli([...args, '--json'], options);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

/** The same, for what fails with that exit code: the error that it says. */
export async function failed(args, code, options) {
  const result = await cli([...args, '--json'], options);
  assert.equal(result.code, code, `${result.stdout}${result.stderr}`);
  assert.equal(result.stdout, '');
  return JSON.parse(result.stderr.trim().split('\n').at(-1)).error;
}

/** Events that a running one says, each a line of JSON; hands out the next one of that name. */
export function eventsOf(child) {
  const seen = [];
  const waiting = new Set();
  const look = () => waiting.forEach((check) => check());
  createInterface({ input: child.stdout }).on('line', (line) => {
    seen.push(JSON.parse(line));
    look();
  });
  child.ended.then(look);
  const next = (name) =>
    new Promise((resolve, reject) => {
      const check = () => {
        const at = seen.findIndex(({ event }) => event === name);
        if (at < 0 && child.exitCode === null) return;
        waiting.delete(check);
        if (at < 0) reject(new Error(`it ended without ${name}: ${JSON.stringify(seen)} ${child.said.stderr}`));
        else resolve(...seen.splice(at, 1));
      };
      waiting.add(check);
      check();
    });
  return { next, seen };
}
