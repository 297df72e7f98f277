// The sandbox as it runs for people: it says a line for each call, and all of that is kept.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { controlOf } from '../js/support/sandbox.mjs';

export async function startSandbox() {
  const program = process.env.IOTEXPLORER_SANDBOX_BIN;
  assert.ok(program, 'IOTEXPLORER_SANDBOX_BIN must name the compiled sandbox');
  const child = spawn(program, ['--port', '0', '--until-stdin-closes'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const lines = [];
  const out = createInterface({ input: child.stdout });
  const first = once(out, 'line');
  for (const stream of [out, createInterface({ input: child.stderr })]) stream.on('line', (line) => lines.push(line));
  const [line] = await Promise.race([first, ended.then(() => [`it ended: ${lines.join('\n')}`])]);
  const [url] = /http:\/\/127\.0\.0\.1:\d+$/.exec(line) || [];
  assert.ok(url, `the sandbox is not ready: ${line}`);
  const control = controlOf(url);
  // The same after every reset.
  const seed = await control.get('seed');
  for (const device of seed.devices) device.isBound = (await control.device(device)).familyId !== undefined;
  return {
    control,
    seed,
    said: () => lines.join('\n'),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
