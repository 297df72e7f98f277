// From nothing loaded to the first request handed to the transport, each time in a process of its own.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBundles } from './support/bundles.mjs';
import { rowsOf } from './support/measure.mjs';
import { project } from '../js/support/package.mjs';

// Standard output takes a millisecond to be set up: that is nobody's.
const REPORT = `const built = () => { const spent = performance.now() - start; process.stdout.write(String(spent)); process.exit(0); };`;

/** A program that starts ours, got by `load`. */
const ours = (load) => `
const start = performance.now();
${REPORT}
const { Client } = ${load};
const client = new Client({ accessToken: 'a-token', transport: built });
client.appGetDeviceInFamily({ ProductId: 'PLUGWIFI1A', FamilyId: 'f-1', DeviceName: 'plug-1' });
`;

/** The same with the official SDK, whose first request asks who the user is. */
const theirs = (load) => `
for (const name of ['debug', 'info', 'log', 'warn', 'error']) console[name] = () => {};
globalThis.wx = { request: () => built(), onAppHide() {}, onAppShow() {}, getSystemInfoSync: () => ({ platform: 'ios' }) };
const start = performance.now();
${REPORT}
const { AppDevSdk } = ${load};
const sdk = new AppDevSdk({
  getAccessToken: async () => ({ Token: 'a-token' }),
  apiPlatform: 'weapp',
  wsConfig: { connectWhenInit: false, connectWhenAppShow: false, autoReconnect: false },
  enableAccessTokenCache: false,
});
sdk.init();
`;

/** Whose versions matter. */
export const tools = ['qcloud-iotexplorer-appdev-sdk', 'esbuild'];

export async function run(effort) {
  const folder = mkdtempSync(join(project, 'cold-'));
  try {
    const bundles = await makeBundles(folder);
    const required = (path) => `require(${JSON.stringify(path)})`;
    const imported = (path) => `await import(${JSON.stringify(path)})`;
    const contenders = [
      { name: '`import` of iotexplorer-client', file: 'ours.mjs', source: ours(imported('iotexplorer-client')) },
      { name: '`require` of iotexplorer-client', own: true, file: 'ours.cjs', source: ours(required('iotexplorer-client')) },
      { name: 'official SDK bundled by esbuild, `import`', file: 'sdk-import.mjs', source: theirs(imported(bundles.sdkNode)) },
      { name: 'official SDK bundled by esbuild, `require`', file: 'sdk-require.cjs', source: theirs(required(bundles.sdkNodeRequire)) },
      { name: 'official SDK as installed, `require`', file: 'sdk-source.cjs', source: theirs(required(bundles.sdkSource)) },
    ];
    for (const { file, source } of contenders) writeFileSync(join(folder, file), source);
    const start = ({ file }) => {
      const milliseconds = Number(execFileSync(process.execPath, [join(folder, file)], { encoding: 'utf8' }));
      assert.ok(milliseconds > 0, file);
      return milliseconds;
    };
    // The system's file cache is warm then.
    contenders.forEach(start);
    const samples = contenders.map(() => []);
    for (let round = 0; round < effort.processes; round++) {
      contenders.forEach((contender, at) => samples[at].push(start(contender)));
    }
    return {
      tables: [
        { title: 'Node: from before the import to the first request handed to the transport', unit: 'ms', rows: rowsOf(contenders, samples) },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
