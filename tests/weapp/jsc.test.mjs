// All flows in JavaScriptCore, the engine of iPhones, in its shell, which has as little as a mini-program. Requests,
// timers and the device are this program's, told of over standard input and output.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { settled } from '../js/support/checks.mjs';
import { vectors } from '../js/support/package.mjs';
import { startSandbox } from '../js/support/sandbox.mjs';
import { FORBIDDEN } from './support/host.mjs';
import { addPlain, buildProject } from './support/project.mjs';
import { makeRequest } from './support/wechat.mjs';
import { assertAllBound, makeWorld } from './support/world.mjs';

const shell = process.env.JSC;
const skip = shell ? false : 'JavaScriptCore has no shell on this system';
const [vector] = vectors('signatures').filter(({ kind }) => kind === 'gateway');

/** Runs the flows in the shell; what it says in the end. */
async function run(root, world, sandbox) {
  const script = fileURLToPath(new URL('support/jsc.js', import.meta.url));
  const given = [root, JSON.stringify({ ...world, vector }), JSON.stringify(FORBIDDEN)];
  const child = spawn(shell, [script, '--', ...given], { stdio: ['pipe', 'pipe', 'inherit'] });
  const tell = (id, value) => child.stdin.write(`${JSON.stringify({ id, value })}\n`);
  const state = {};
  const request = makeRequest(state);
  const tasks = new Map();
  let end;
  const does = {
    timer: ({ id, ms }) => setTimeout(() => child.exitCode === null && tell(id), ms).unref(),
    request: ({ id, request: options }) => {
      const success = (answer) => tell(id, { answer });
      const fail = (failure) => tell(id, { failure });
      tasks.set(id, request({ ...options, success, fail }));
    },
    abort: ({ of }) => tasks.get(of).abort(),
    control: async ({ id, path, body }) => tell(id, await sandbox.post(path, body)),
    end: (said) => {
      end = said;
    },
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line);
    does[message.type](message);
  }
  if (child.exitCode === null) await once(child, 'exit');
  assert.equal(child.exitCode, 0);
  return { ...end, state };
}

for (const envelope of ['documented', 'live']) {
  test(`JavaScriptCore: every flow binds its device exactly once (${envelope})`, { skip }, async () => {
    const root = await buildProject();
    addPlain(root);
    copyFileSync(new URL('support/flows.js', import.meta.url), join(root, 'pages/flows.js'));
    const sandbox = await startSandbox();
    const world = await makeWorld(sandbox, envelope);
    const { outcome, error, signature, present, timers, state } = await settled(run(root, world, sandbox), 60_000);
    assert.equal(error, undefined, JSON.stringify(error));
    assert.deepEqual(present, [], 'nothing is there that a mini-program lacks');
    assert.equal(signature, vector.signature);
    assert.ok(state.requests.length > 8);
    await assertAllBound(sandbox, world, outcome);
    assert.equal(timers, 0, 'no timer is left running');
  });
}
