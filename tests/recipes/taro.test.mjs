// Taro with webpack 5: one rule copies the module to where init() looks for it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { installed } from '../js/support/package.mjs';
import { filesIn } from '../weapp/support/project.mjs';
import { BUILT, assertBinds, outputOf } from './support/frameworks.mjs';

const root = outputOf('taro', 'dist');
const folder = 'miniprogram_npm/iotexplorer-client';

test('Taro: the page binds a device', async () => {
  const { asked, page } = await assertBinds(root, (shown, event) => {
    // Templates name the tapped element by its number, which is part of what is rendered.
    const [button] = shown.data['root.cn'];
    const target = { id: button.sid, dataset: { sid: button.sid } };
    shown.eh({ ...event, target, currentTarget: target });
  });
  assert.match(JSON.stringify(page.data), new RegExp(BUILT));
  assert.deepEqual(
    filesIn(root).filter((path) => path.startsWith('miniprogram_npm')),
    [`${folder}/iotexplorer_client.wasm.br`],
  );
  assert.deepEqual(asked, [`/${folder}/iotexplorer_client.wasm.br`]);
  assert.deepEqual(readFileSync(join(root, asked[0])), readFileSync(join(installed, 'miniprogram_dist/iotexplorer_client.wasm.br')));
});
