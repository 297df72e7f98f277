// A sandbox of its own per test file, on a free port, until the file has ended.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after } from 'node:test';

const READY = /^iotexplorer-sandbox listening on (http:\/\/127\.0\.0\.1:\d+)$/;

/** The control routes of a sandbox. */
export function controlOf(url) {
  const ask = async (method, path, body) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await realFetch(`${url}/control/${path}`, { method, headers, body: JSON.stringify(body) });
    const answer = await response.json();
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    url,
    endpoint: `${url}/api/exploreropen/tokenapi`,
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    remove: (path) => ask('DELETE', path),
    /** What was asked so far. */
    log: async () => (await ask('GET', 'log')).requests,
    /** The device as the cloud knows it. */
    device: async ({ productId, deviceName }) =>
      (await ask('GET', 'devices')).find((one) => one.productId === productId && one.deviceName === deviceName),
  };
}

// Tests replace the global one.
const realFetch = globalThis.fetch;

/** Starts a sandbox; `options` are its command line's. */
export async function startSandbox({ envelope = 'documented', www, pkg } = {}) {
  const program = process.env.IOTEXPLORER_SANDBOX_BIN;
  assert.ok(program, 'IOTEXPLORER_SANDBOX_BIN must name the compiled sandbox');
  const folders = [...(www ? ['--www', www] : []), ...(pkg ? ['--pkg', pkg] : [])];
  const child = spawn(program, ['--port', '0', '--envelope', envelope, '--quiet', '--until-stdin-closes', ...folders], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(([code]) => [`it ended: ${code}`])]);
  const ready = READY.exec(line);
  assert.ok(ready, `the sandbox is not ready: ${line}`);
  after(async () => {
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  });
  const sandbox = controlOf(ready[1]);
  sandbox.reset = async (style) => {
    await sandbox.post('reset', style ? { envelope: style } : {});
    sandbox.seed = await sandbox.get('seed');
    return sandbox.seed;
  };
  await sandbox.reset();
  return sandbox;
}

/** The seeded devices of a kind that belong to a product linked to the app and to no family yet. */
export async function freeDevices(sandbox, kind) {
  const linked = new Set(sandbox.seed.products.filter((one) => one.linked).map((one) => one.productId));
  const devices = await sandbox.get('devices');
  return devices
    .filter((one) => one.kind === kind && one.familyId === undefined && linked.has(one.productId))
    .map(({ productId, deviceName }) => ({ productId, deviceName }));
}
