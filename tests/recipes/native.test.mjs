// Without a framework: sub-packages, independent ones, and a Worker. What "build npm" makes of the main package, and all
// flows in it, have tests of their own in tests/weapp/.

import assert from 'node:assert/strict';
import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../js/support/package.mjs';
import { startHost, wasmOf } from '../weapp/support/host.mjs';
import { buildNpm, filesIn, temporary } from '../weapp/support/project.mjs';
import { assertBinds } from './support/frameworks.mjs';

const FOLDER = 'miniprogram_npm/iotexplorer-client';
const tap = (page) => page.bind();

const root = temporary();
cpSync(join(repository, 'tests/recipes/native'), root, { recursive: true });
await buildNpm(root, ['', 'independent']);
copyFileSync(join(root, FOLDER, 'index.js'), join(root, 'workers/iotexplorer-client.js'));

test('"build npm" serves the main package and the independent sub-package', () => {
  const names = ['index.js', 'iotexplorer_client.wasm.br', 'package.json'];
  for (const path of [FOLDER, `independent/${FOLDER}`]) assert.deepEqual(filesIn(join(root, path)), names);
});

test('a sub-package: require and the default path reach the main package', async () => {
  const { asked } = await assertBinds(root, tap, { path: 'sub/page' });
  assert.deepEqual(asked, [`/${FOLDER}/iotexplorer_client.wasm.br`]);
});

test('an independent sub-package works while nothing else is there', async () => {
  const alone = temporary();
  cpSync(join(root, 'independent'), join(alone, 'independent'), { recursive: true });
  const { asked } = await assertBinds(alone, tap, { path: 'independent/page', hasApp: false });
  assert.deepEqual(asked, [`/independent/${FOLDER}/iotexplorer_client.wasm.br`]);
});

/**
 * wx.createWorker: another context, which sees the scripts of its own folder only, has no `wx`, and exchanges copies of
 * messages. The code package has nothing but scripts in that folder.
 */
function createWorker(place) {
  const { workers } = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8'));
  assert.deepEqual(filesIn(join(root, workers)).filter((path) => !path.endsWith('.js')), []);
  const listeners = {};
  const end = (own, other) => ({
    onMessage: (listener) => {
      listeners[own] = listener;
    },
    postMessage: (message) => {
      const copy = JSON.stringify(message);
      setTimeout(() => listeners[other](JSON.parse(copy)));
    },
  });
  const host = startHost(join(root, workers), (realm, engine) => {
    const { instantiate, asked } = wasmOf(root, engine, realm);
    place.asked = asked;
    return { worker: end('worker', 'page'), WXWebAssembly: { instantiate } };
  });
  place.host = host;
  return (path) => {
    host.require(path.replace(workers, '.'));
    return end('page', 'worker');
  };
}

test('a Worker binds, and the page sends for it', async () => {
  const place = {};
  const wx = { createWorker: createWorker(place) };
  const page = await assertBinds(root, tap, { path: 'pages/worker/index', wx });
  assert.equal(place.host.run('typeof wx'), 'undefined');
  assert.throws(() => place.host.require('iotexplorer-client'), /is not defined/);
  assert.deepEqual(page.asked, [], 'the page loads no module');
  assert.deepEqual(place.asked, [`/${FOLDER}/iotexplorer_client.wasm.br`]);
});
