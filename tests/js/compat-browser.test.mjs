// `iotexplorer-client/compat` in a browser: as plain modules, and bundled without the module's file twice.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { closeClean, openPage, www } from './support/page.mjs';
import { installed, project } from './support/package.mjs';
import { startSandbox } from './support/sandbox.mjs';

const sandbox = await startSandbox({ envelope: 'live', www, pkg: installed });

test('in Chromium: signs in, keeps the token, calls, and shares the package with its main file', async () => {
  const { users } = await sandbox.reset('live');
  const page = await openPage(sandbox.url);
  const world = { apiUrl: `${sandbox.url}/api/exploreropen/`, token: users[0].accessToken };
  const seen = await page.evaluate(async ({ apiUrl, token }) => {
    const { default: AppDevSdk, envDetect } = await import('/pkg/compat.js');
    const { IotError } = await import('/pkg/index.js');
    let asked = 0;
    const make = () => new AppDevSdk({ apiUrl, getAccessToken: async () => (asked++, { Token: token }) });
    const sdk = make();
    await sdk.init();
    const { DeviceList } = await sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'default' });
    const error = await sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'f-none' }).catch((reason) => reason);
    const again = make();
    await again.init();
    const kept = Object.values(localStorage);
    await again.loginManager.logout();
    const { isBrowser, isMiniProgram, isNode } = envDetect;
    const host = { isBrowser, isMiniProgram, isNode };
    return { user: sdk.userId, count: DeviceList.length, code: error.code, ours: error.error instanceof IotError, asked, kept, left: localStorage.length, host };
  }, world);
  assert.deepEqual(seen, {
    user: users[0].userId,
    count: 2,
    code: 'InvalidParameterValue',
    ours: true,
    asked: 1,
    kept: [JSON.stringify(world.token)],
    left: 0,
    host: { isBrowser: true, isMiniProgram: false, isNode: false },
  });
  await closeClean(page);
});

test('bundled with the main entry, nothing is there twice; and the main entry alone brings nothing of it', async () => {
  const bundled = async (contents) => {
    const { metafile } = await build({
      stdin: { contents, resolveDir: project },
      bundle: true,
      write: false,
      format: 'esm',
      metafile: true,
      logLevel: 'silent',
    });
    return Object.keys(metafile.inputs).map((path) => path.split('/').pop()).filter((name) => name !== '<stdin>').sort();
  };
  const both = "import { AppDevSdk } from 'iotexplorer-client/compat'; import { Client } from 'iotexplorer-client'; console.log(AppDevSdk, Client);";
  assert.deepEqual(await bundled(both), ['compat.js', 'index.js']);
  assert.deepEqual(await bundled("import { Client } from 'iotexplorer-client'; console.log(Client);"), ['index.js']);
  assert.deepEqual(await bundled("import { AppDevSdk } from 'iotexplorer-client/weapp/compat'; console.log(AppDevSdk);"), ['compat.js', 'index.js', 'index.js']);
});
