// What has to be downloaded: the files of each way to use the package and the SDK. `cargo xtask bench` weighs them.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeBundles } from './support/bundles.mjs';
import { installed } from '../js/support/package.mjs';

/** Whose versions matter. */
export const tools = ['qcloud-iotexplorer-appdev-sdk', 'esbuild'];

export async function run() {
  const folder = process.env.IOTEXPLORER_BENCH;
  assert.ok(folder, 'IOTEXPLORER_BENCH must name a folder for what is made');
  mkdirSync(folder, { recursive: true });
  const { sdk, sdkMiniProgram, app, appCall, appInline, rest, module } = await makeBundles(folder);
  const own = (...names) => names.map((name) => join(installed, name));
  const ofMiniProgram = ['index.js', 'iotexplorer_client.wasm.br', 'package.json'].map((name) => join(installed, 'miniprogram_dist', name));
  return {
    tables: [],
    loads: [
      {
        title: 'A browser loads before its first call',
        rows: [
          { name: 'iotexplorer-client', isOurs: true, files: own('index.js') },
          { name: 'the same in all, once it binds or signs', isOurs: true, files: [...own('index.js'), rest] },
          { name: 'iotexplorer-client/inline', isOurs: true, files: own('inline.js') },
          { name: 'official SDK (its ES modules, bundled by esbuild)', files: [sdk] },
        ],
      },
      {
        title: 'A bundled app grows by',
        rows: [
          { name: 'iotexplorer-client, everything imported', isOurs: true, files: [app, rest] },
          { name: 'iotexplorer-client, `Client` alone imported', isOurs: true, files: [appCall, rest] },
          { name: 'iotexplorer-client/inline, everything imported', isOurs: true, files: [appInline] },
          { name: 'official SDK, everything imported', files: [sdk] },
        ],
      },
      {
        title: 'An uploaded mini-program grows by',
        rows: [
          { name: 'iotexplorer-client, as "build npm" copies it', isOurs: true, files: ofMiniProgram },
          { name: 'the same with the plain module added (base library 2.13)', isOurs: true, files: [...ofMiniProgram, module] },
          { name: 'official SDK (its CommonJS, bundled by esbuild)', files: [sdkMiniProgram] },
        ],
      },
    ],
  };
}
