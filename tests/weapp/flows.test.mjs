// All flows inside a bare mini-program, whose code package WeChat's own packer made, over its request function.

import assert from 'node:assert/strict';
import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { settled } from '../js/support/checks.mjs';
import { startSandbox } from '../js/support/sandbox.mjs';
import { FORBIDDEN } from './support/host.mjs';
import { addPlain, buildProject, filesIn, temporary } from './support/project.mjs';
import { startWeChat } from './support/wechat.mjs';
import { assertAllBound, makeWorld } from './support/world.mjs';

const root = await buildProject();
copyFileSync(new URL('support/flows.js', import.meta.url), join(root, 'pages/flows.js'));
const sandbox = await startSandbox();
const control = (path, body) => sandbox.post(path, body);

test('what "build npm" makes of the package: these files, as they are', () => {
  const own = 'miniprogram_npm/iotexplorer-client/';
  const files = filesIn(root).filter((path) => path.startsWith('miniprogram_npm'));
  const names = ['index.js', 'iotexplorer_client.wasm.br', 'package.json'];
  assert.deepEqual(
    files,
    names.map((name) => own + name),
  );
});

test('the runtime has nothing that a mini-program lacks', () => {
  const host = startWeChat(root);
  for (const name of FORBIDDEN) {
    assert.equal(host.run(`typeof ${name}`), 'undefined', name);
    assert.equal(host.run(`'${name}' in this`), false, name);
  }
  for (const code of ['Function("return 1")()', 'eval("1")', '(async () => {}).constructor("return 1")()']) {
    assert.throws(() => host.run(code), { name: 'EvalError' }, code);
  }
  for (const code of ['[].at', '[].flat', 'Object.fromEntries', "''.replaceAll", "''.matchAll", 'Promise.prototype.finally']) {
    assert.equal(host.run(`typeof ${code}`), 'undefined', code);
  }
  assert.throws(() => host.require('node:fs'), /is not defined/);
  assert.equal(host.run('typeof require'), 'undefined');
});

test('loading does nothing: no timer, no request, no file, nothing of the platform asked', () => {
  const touched = [];
  const spy = (name) =>
    new Proxy({}, { get: (_, key) => void touched.push(`${name}.${String(key)}`), has: () => true });
  const host = startWeChat(root, { wasm: spy('WXWebAssembly') });
  host.context.wx = spy('wx');
  for (const name of ['App', 'Page', 'Component', 'getApp']) host.context[name] = () => touched.push(name);
  const before = Object.keys(host.context).sort();
  const own = host.require('iotexplorer-client');
  assert.equal(typeof own.init, 'function');
  assert.deepEqual([touched, host.timers.size, host.asked], [[], 0, []]);
  assert.deepEqual(Object.keys(host.context).sort(), before);
});

for (const envelope of ['documented', 'live']) {
  test(`every flow binds its device exactly once (${envelope})`, async () => {
    const host = startWeChat(root);
    const world = await makeWorld(sandbox, envelope);
    const bindAll = host.require('./pages/flows');
    await assertAllBound(sandbox, world, await settled(bindAll(host.require('iotexplorer-client'), world, control)));
    assert.equal(host.timers.size, 0, 'no timer is left running');
    assert.ok(host.state.requests.every(({ method, dataType }) => method === 'POST' && dataType === 'text'));
  });
}

test('the same without randomness of the host, and through the plain file', async () => {
  const folder = temporary();
  cpSync(root, folder, { recursive: true });
  addPlain(folder);
  const host = startWeChat(folder, { version: '2.13.0', random: false });
  const world = await makeWorld(sandbox);
  const bindAll = host.require('./pages/flows');
  await assertAllBound(sandbox, world, await settled(bindAll(host.require('iotexplorer-client'), world, control)));
  assert.deepEqual(host.asked, ['/miniprogram_npm/iotexplorer-client/iotexplorer_client.wasm']);
  const ids = new Set((await sandbox.log()).map(({ requestId }) => requestId));
  assert.equal(ids.size, (await sandbox.log()).length);
});
