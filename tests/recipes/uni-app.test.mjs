// uni-app: its Vite tools build the app, and take the module along by themselves.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { installed } from '../js/support/package.mjs';
import { filesIn } from '../weapp/support/project.mjs';
import { BUILT, assertBinds, outputOf } from './support/frameworks.mjs';

const root = outputOf('uni-app', 'dist/build/mp-weixin');

test('uni-app: the page binds a device', async () => {
  const { asked, page } = await assertBinds(root, (shown, event) => {
    // Methods go by generated names, which the template reads out of the data.
    const [, name] = /bindtap="{{(\w+)}}"/.exec(readFileSync(join(root, 'pages/index/index.wxml'), 'utf8'));
    shown[shown.data[name]](event);
  });
  assert.match(JSON.stringify(page.data), new RegExp(BUILT));
  const [module] = filesIn(root).filter((path) => path.endsWith('.wasm'));
  assert.match(module, /^assets\/iotexplorer_client\.\w+\.wasm$/);
  assert.deepEqual(asked, [`/${module}`]);
  assert.deepEqual(readFileSync(join(root, module)), readFileSync(join(installed, 'iotexplorer_client.wasm')));
});
