// What esbuild makes of the official SDK and of ours, for pages, apps and fresh processes.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installed, project } from '../../js/support/package.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Writes one bundle, minified unless told otherwise. `resolveDir` decides whose packages are found. */
async function bundle(outfile, contents, resolveDir, options) {
  await build({
    stdin: { contents, resolveDir },
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2020',
    // Not every Chinese letter as six of ASCII; Vite does the same.
    charset: 'utf8',
    logLevel: 'error',
    ...options,
  });
  return outfile;
}

/** All of them, in `folder`: where each is. */
export async function makeBundles(folder) {
  const path = (name) => join(folder, name);
  const sdk = (name, options) =>
    bundle(path(name), `export * from 'qcloud-iotexplorer-appdev-sdk';`, here, options);
  // The rest of the module is a file beside the bundle; tools that take it along (Vite, webpack) do the same.
  const ours = (name, contents, options) => bundle(path(name), contents, project, options);
  return {
    sdk: await sdk('sdk.js'),
    // Mini-programs know CommonJS only, and take "main".
    sdkMiniProgram: await sdk('sdk-mini-program.js', { format: 'cjs', mainFields: ['main'] }),
    sdkNode: await sdk('sdk-node.mjs', { platform: 'node', mainFields: ['module', 'main'], target: 'node18' }),
    sdkNodeRequire: await sdk('sdk-node.cjs', { platform: 'node', mainFields: ['module', 'main'], target: 'node18', format: 'cjs' }),
    app: await ours('app.js', `export * from 'iotexplorer-client';`),
    appCall: await ours('app-call.js', `export { Client } from 'iotexplorer-client';`),
    appInline: await ours('app-inline.js', `export * from 'iotexplorer-client/inline';`),
    // What index.js does not hold of the module; and all of it.
    rest: join(installed, 'iotexplorer_client_rest.wasm'),
    module: join(installed, 'iotexplorer_client.wasm'),
    // Unbundled.
    sdkSource: createRequire(import.meta.url).resolve('qcloud-iotexplorer-appdev-sdk'),
  };
}
