// The examples, as installed and built below the folder that IOTEXPLORER_EXAMPLES names, each started as its README says.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { settled } from '../../js/support/checks.mjs';
import { repository } from '../../js/support/package.mjs';

const STARTS_WITHIN_MS = 15_000;

/** Where an example lies. */
export function folderOf(name) {
  const folder = process.env.IOTEXPLORER_EXAMPLES;
  assert.ok(folder, 'IOTEXPLORER_EXAMPLES must name the folder with the installed examples');
  return join(folder, name);
}

/** Runs a program of an example's with exactly these settings; `said` collects everything it writes. */
export function run(name, args, env) {
  const child = spawn(process.execPath, args, {
    cwd: folderOf(name),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const program = { said: '', ended: once(child, 'close').then(([code]) => code), kill: (signal) => child.kill(signal) };
  const heard = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      program.said += text;
      for (const listener of heard) listener();
    });
  }
  after(async () => {
    child.kill();
    await program.ended;
  });
  /** Waits until it has said something like this. */
  program.says = (pattern) =>
    settled(
      new Promise((resolve, reject) => {
        const listen = () => {
          const found = pattern.exec(program.said);
          if (found) {
            heard.delete(listen);
            resolve(found);
          }
        };
        heard.add(listen);
        program.ended.then((code) => reject(new Error(`${name} ended with ${code}: ${program.said}`)));
        listen();
      }),
      STARTS_WITHIN_MS,
    );
  return program;
}

/** Starts a server, on a free port. Everything is logged: what a log must not hold is not in it at any level. */
export async function startServer(name, env) {
  const server = run(name, ['server.js'], { PORT: '0', LOG_LEVEL: 'trace', ...env });
  const [, url] = await server.says(/Server listening at (http:\/\/127\.0\.0\.1:\d+)/);
  server.url = url;
  server.ask = async (path, { method = 'POST', body, headers = {} } = {}) => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const response = await settled(fetch(url + path, { method, body: text, headers: { ...type, ...headers } }));
    const said = await response.text();
    const isJson = /^application\/json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text: said, body: isJson ? JSON.parse(said) : undefined };
  };
  return server;
}

/** Runs the code in an example's README, with what it leaves to its reader, and hands out the variable of that name. */
export function runSnippet(name, given, result) {
  const readme = readFileSync(join(repository, 'examples', name, 'README.md'), 'utf8');
  const [, code] = /^```js\n([^]*?)^```$/m.exec(readme);
  return Function(...Object.keys(given), `return (async () => {\n${code}\nreturn ${result};\n})()`)(...Object.values(given));
}

/** That an answer refuses, by this status and code, in a sentence for people. */
export function assertRefused({ status, body, text }, expectedStatus, code) {
  assert.equal(status, expectedStatus, text);
  assert.equal(body?.error?.code, code, text);
  assert.match(body.error.message, /[.。]$/u);
}

/** That nothing of the secrets is in what a program has said; and that there is something to look at. */
export function assertSilentAbout(said, secrets) {
  assert.ok(said.length > 200, 'it has said something');
  assert.ok(secrets.length > 0 && secrets.every((secret) => typeof secret === 'string' && secret.length > 4), secrets.join());
  for (const secret of secrets) assert.ok(!said.includes(secret), `${secret} is in the log:\n${said}`);
}
