// From the start of a navigation to the first request handed to the transport, in Chromium: every visit in a context of its own,
// with nothing in any cache, from one local server that sends brotli.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { makeBundles } from './support/bundles.mjs';
import { rowsOf } from './support/measure.mjs';
import { installed, project } from '../js/support/package.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };
const PATIENCE_MS = 60_000;

// The page itself tells, and not before all is over: whoever looks in from outside takes part in what he measures.
const page = (head, script) => `<!doctype html><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}
<script>
let builtAt;
const built = () => {
  if (builtAt) return;
  builtAt = performance.now();
  setTimeout(() => fetch('/built', { method: 'POST', body: builtAt }), 100);
};
</script>
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

/** As the READMEs say it: what the page is going to need is asked for before any script asks. */
const named = (path) => `<link rel="modulepreload" href="${path}">`;

const OURS = '/package/index.js';
const INLINE = '/package/inline.js';
const SDK = '/bundles/sdk.js';
const EMPTY = { name: 'a page that loads nothing more', floor: true, path: '/empty.html', html: page('', 'built();') };

// Each with and without such a line, among its equals.
const GROUPS = [
  {
    title: 'its page names the script in the head',
    contenders: [
      { name: 'iotexplorer-client', path: '/ours-named.html', html: page(named(OURS), ours(OURS)) },
      { name: 'iotexplorer-client/inline', own: true, path: '/inline-named.html', html: page(named(INLINE), ours(INLINE)) },
      { name: 'official SDK, bundled by esbuild', path: '/sdk-named.html', html: page(silence + named(SDK), theirs) },
      EMPTY,
    ],
  },
  {
    title: 'the page names nothing',
    contenders: [
      { name: 'iotexplorer-client', path: '/ours.html', html: page('', ours(OURS)) },
      { name: 'iotexplorer-client/inline', own: true, path: '/inline.html', html: page('', ours(INLINE)) },
      { name: 'official SDK, bundled by esbuild', path: '/sdk.html', html: page(silence, theirs) },
      EMPTY,
    ],
  },
];
const pages = [...new Set(GROUPS.flatMap(({ contenders }) => contenders))];

/** Everything compressed beforehand, as a content network has it. `heard` is told what a page tells. */
async function serve(bundles, heard) {
  const known = new Map();
  const fill = (path, bytes) => known.set(path, { type: TYPES[extname(path)], body: brotliCompressSync(bytes) });
  for (const { path, html } of pages) fill(path, Buffer.from(html));
  for (const path of [OURS, INLINE]) fill(path, readFileSync(join(installed, basename(path))));
  fill(SDK, readFileSync(join(bundles, basename(SDK))));
  const server = createServer(async (request, response) => {
    if (request.url === '/built') {
      heard(Number(await text(request)));
      return response.writeHead(204).end();
    }
    const found = known.get(request.url);
    if (!found) return response.writeHead(404).end();
    const headers = { 'content-type': found.type, 'content-encoding': 'br', 'content-length': found.body.length };
    return response.writeHead(200, { ...headers, 'cache-control': 'no-store' }).end(found.body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

/** As slow as a phone's network on an ordinary day. */
const MOBILE = { offline: false, latency: 60, downloadThroughput: (10 * 1e6) / 8, uploadThroughput: (5 * 1e6) / 8 };

/** Opens a page and waits for what it tells. */
async function visit(browser, address, network, told) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const problem = new Promise((_, reject) => tab.on('pageerror', reject));
    // It is looked at when the page is there.
    problem.catch(() => {});
    const protocol = await context.newCDPSession(tab);
    await protocol.send('Network.enable');
    await protocol.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (network) await protocol.send('Network.emulateNetworkConditions', network);
    const late = setTimeout(PATIENCE_MS, undefined, { ref: false }).then(() => assert.fail(`${address} tells nothing`));
    const telling = told();
    await tab.goto(address, { waitUntil: 'commit', timeout: PATIENCE_MS });
    return await Promise.race([telling, problem, late]);
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
    let heard;
    const told = () => new Promise((hear) => (heard = hear));
    server = await serve(folder, (milliseconds) => heard(milliseconds));
    const { port } = server.address();
    // A container has no sandbox for it; what it opens is our own page.
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    const tables = [];
    for (const [where, network] of [
      ['from a server next door', undefined],
      [`over a phone's network (${MOBILE.latency} ms, ${(MOBILE.downloadThroughput * 8) / 1e6} Mbit/s, emulated)`, MOBILE],
    ]) {
      const samples = new Map(pages.map((one) => [one, []]));
      const open = ({ path }) => visit(browser, `http://127.0.0.1:${port}${path}`, network, told);
      for (const one of pages) await open(one);
      for (let round = 0; round < effort.pages; round++) {
        for (let turn = 0; turn < pages.length; turn++) {
          // Nobody always comes after the same one.
          const one = pages[(turn + round) % pages.length];
          samples.get(one).push(await open(one));
        }
      }
      for (const { title, contenders } of GROUPS) {
        const rows = rowsOf(
          contenders,
          contenders.map((one) => samples.get(one)),
        );
        tables.push({ title: `Chromium: from the navigation to the first request handed to the transport, ${where}; ${title}`, unit: 'ms', rows });
      }
    }
    return { tables, versions: { Chromium: browser.version() } };
  } finally {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true });
  }
}
