// From the start of a navigation to the first request handed to the transport, in Chromium: every visit in a context of its own,
// with nothing in any cache, from one local server that sends brotli.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { makeBundles } from './support/bundles.mjs';
import { rowsOf } from './support/measure.mjs';
import { installed, project } from '../js/support/package.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const PATIENCE_MS = 60_000;

const page = (head, script) => `<!doctype html><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}
<script>const built = () => { globalThis.builtAt ??= performance.now(); };</script>
<script type="module">${script}</script>`;

const ours = (from) => `
import { Client } from '${from}';
const transport = () => (built(), new Promise(() => {}));
const client = new Client({ accessToken: 'a-token', transport });
client.appGetDeviceInFamily({ ProductId: 'PLUGWIFI1A', FamilyId: 'f-1', DeviceName: 'plug-1' });
`;

// The SDK sends by XMLHttpRequest, and its first request asks who the user is.
const silence = `<script>
for (const name of ['debug', 'info', 'log', 'warn', 'error']) console[name] = () => {};
globalThis.XMLHttpRequest = class { open() {} setRequestHeader() {} send() { built(); } };
</script>`;
const theirs = `
import { AppDevSdk } from '/bundles/sdk.js';
const sdk = new AppDevSdk({
  getAccessToken: async () => ({ Token: 'a-token' }),
  wsConfig: { connectWhenInit: false, connectWhenAppShow: false, autoReconnect: false },
  enableAccessTokenCache: false,
});
sdk.init();
`;

// As the READMEs say it: what the page is going to need is asked for at once.
const HINTS =
  '<link rel="modulepreload" href="/package/index.js">' +
  '<link rel="preload" as="fetch" crossorigin href="/package/iotexplorer_client_calls.wasm">';
const SDK_HINT = '<link rel="modulepreload" href="/bundles/sdk.js">';

const contenders = [
  { name: 'iotexplorer-client, named by the page', path: '/hints.html', html: page(HINTS, ours('/package/index.js')) },
  { name: 'the same without these two lines', own: true, path: '/ours.html', html: page('', ours('/package/index.js')) },
  { name: 'iotexplorer-client/inline, one file', own: true, path: '/inline.html', html: page('', ours('/package/inline.js')) },
  { name: 'a page that loads nothing more', floor: true, path: '/empty.html', html: page('', 'built();') },
  { name: 'official SDK, bundled by esbuild, named by the page', path: '/sdk-hint.html', html: page(silence + SDK_HINT, theirs) },
  { name: 'official SDK, bundled by esbuild, without that line', path: '/sdk.html', html: page(silence, theirs) },
];

/** Everything compressed beforehand, as a content network has it. */
async function serve(bundles) {
  const known = new Map();
  const fill = (path, bytes) => known.set(path, { type: TYPES[extname(path)], body: brotliCompressSync(bytes) });
  for (const { path, html } of contenders) fill(path, Buffer.from(html));
  for (const name of ['index.js', 'inline.js', 'iotexplorer_client_calls.wasm']) {
    fill(`/package/${name}`, readFileSync(join(installed, name)));
  }
  fill('/bundles/sdk.js', readFileSync(join(bundles, 'sdk.js')));
  const server = createServer(({ url }, response) => {
    const found = known.get(url);
    if (!found) return response.writeHead(404).end();
    const headers = { 'content-type': found.type, 'content-encoding': 'br', 'content-length': found.body.length };
    return response.writeHead(200, { ...headers, 'cache-control': 'no-store' }).end(found.body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

/** As slow as a phone's network on an ordinary day. */
const MOBILE = { offline: false, latency: 60, downloadThroughput: (10 * 1e6) / 8, uploadThroughput: (5 * 1e6) / 8 };

async function visit(browser, address, network) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const problems = [];
    tab.on('pageerror', (error) => problems.push(String(error)));
    const protocol = await context.newCDPSession(tab);
    await protocol.send('Network.enable');
    await protocol.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (network) await protocol.send('Network.emulateNetworkConditions', network);
    await tab.goto(address, { timeout: PATIENCE_MS });
    const milliseconds = await tab
      .waitForFunction(() => globalThis.builtAt, undefined, { polling: 20, timeout: PATIENCE_MS })
      .then((handle) => handle.jsonValue());
    assert.deepEqual(problems, []);
    return milliseconds;
  } finally {
    await context.close();
  }
}

/** Whose versions matter. */
export const tools = ['qcloud-iotexplorer-appdev-sdk', 'esbuild'];

export async function run(effort) {
  const executablePath = process.env.CHROMIUM;
  assert.ok(executablePath, 'CHROMIUM must name the browser');
  const folder = mkdtempSync(join(project, 'cold-'));
  let server;
  let browser;
  try {
    await makeBundles(folder);
    server = await serve(folder);
    const { port } = server.address();
    // A container has no sandbox for it; what it opens is our own page.
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    const tables = [];
    for (const [where, network] of [
      ['from a server next door', undefined],
      [`over a phone's network (${MOBILE.latency} ms, ${(MOBILE.downloadThroughput * 8) / 1e6} Mbit/s, emulated)`, MOBILE],
    ]) {
      const samples = contenders.map(() => []);
      const open = ({ path }) => visit(browser, `http://127.0.0.1:${port}${path}`, network);
      for (const contender of contenders) await open(contender);
      for (let round = 0; round < effort.pages; round++) {
        for (const [at, contender] of contenders.entries()) samples[at].push(await open(contender));
      }
      const title = `Chromium: from the navigation to the first request handed to the transport, ${where}`;
      tables.push({ title, unit: 'ms', rows: rowsOf(contenders, samples) });
    }
    return { tables, versions: { Chromium: browser.version() } };
  } finally {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true });
  }
}
