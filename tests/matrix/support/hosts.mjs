// Where apps run: Node, Chromium, Firefox, WebKit; each app over a sandbox of its own, which says what was really bound.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { execute, placeOf } from './app.mjs';

const PATIENCE_MS = 30_000;
const STARTING_MS = 60_000;
const BOUND = /^bound (\S+)\/(\S+), confirmed$/;

async function control(origin, path) {
  const answer = await fetch(`${origin}/control/${path}`);
  assert.ok(answer.ok, `the sandbox answers ${answer.status} at ${path}`);
  return answer.json();
}

/** That exactly that device is bound, once, and to that family. */
async function assertBound(origin, said) {
  const [, productId, deviceName] = BOUND.exec(said) ?? assert.fail(said);
  const familyId = (await control(origin, 'seed')).users[0].families[0].familyId;
  const bound = (await control(origin, 'devices')).filter(({ binds }) => binds > 0);
  assert.deepEqual(
    bound.map((one) => [one.productId, one.deviceName, one.familyId, one.binds]),
    [[productId, deviceName, familyId, 1]],
  );
}

/** Starts a program, does `work` as soon as a line of it matches, and ends it. */
async function withProgram(program, args, isReady, work, options = {}) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], ...options });
  const ended = once(child, 'close');
  const said = [];
  let timer;
  try {
    const match = await new Promise((resolve, reject) => {
      const fail = (what) => reject(new Error(`${program} ${what}:\n${said.join('\n')}`));
      child.on('error', reject);
      child.on('close', (code) => fail(`ended with ${code}`));
      timer = setTimeout(fail, STARTING_MS, 'is not ready');
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          said.push(line);
          const found = isReady.exec(line);
          if (found) resolve(found);
        });
      }
    });
    return await work(match);
  } finally {
    clearTimeout(timer);
    child.kill();
    await ended;
  }
}

/** A sandbox that serves a page, and the package at /pkg/, if they are named. */
export function withSandbox({ www, pkg } = {}, work) {
  const args = ['--port', '0', '--quiet', '--until-stdin-closes'];
  if (www) args.push('--www', www);
  if (pkg) args.push('--pkg', pkg);
  return withProgram(process.env.IOTEXPLORER_SANDBOX_BIN, args, /listening on (http:\S+)$/, ([, origin]) => work(origin));
}

/** A Vite server for the app in front of a sandbox. */
export function withViteServer(app, command, origin, work) {
  const [script, ...args] = app.command(`${command} --host 127.0.0.1 --port 0`);
  const options = { cwd: app.folder, env: { ...process.env, NO_COLOR: '1', SANDBOX: origin } };
  return withProgram(process.execPath, [script, ...args], /Local:\s+(http:\S+\d)\/?$/, ([, url]) => work(url), options);
}

// ---- Node ----

/** The Node 18 that npm carries, or this one where it carries none. */
export function oldNode() {
  const path = join(placeOf('heavy'), 'node_modules', `node-18-${process.platform}-${process.arch}`, 'bin/node');
  try {
    createRequire(import.meta.url).resolve(path);
    return path;
  } catch {
    return undefined;
  }
}

/** That a script binds in that Node. */
export const bindsInNode = (node, script) =>
  withSandbox({}, async (origin) => {
    const said = await execute(node, [script, origin]);
    await assertBound(origin, said.trim());
  });

// ---- Browsers ----

/** The title of a page, as soon as it says how it ended. */
async function ending(title) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) {
    const text = await title();
    if (text && text !== 'binding') return text;
  }
  return 'the page never said how it ended';
}

let launched;

/** Chromium, started at first use. */
export function theChromium() {
  const executablePath = process.env.CHROMIUM;
  assert.ok(executablePath, 'CHROMIUM must name the browser');
  // A container has no sandbox for it; what it opens is our own page.
  launched ??= chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  return launched;
}

export const closeChromium = async () => (await launched)?.close();

/** What the page says in the end in Chromium, and what there was to complain of. `policy` replaces the sandbox's own. */
export async function inChromium(url, policy) {
  const page = await (await theChromium()).newPage();
  const complaints = [];
  page.on('console', (message) => {
    // No icon was asked for by the page.
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (['error', 'warning'].includes(message.type()) && !isIcon) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && origin !== new URL(url).origin) complaints.push(`a request to ${request.url()}`);
  });
  if (policy) {
    await page.route('**/*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
  }
  try {
    await page.goto(url);
    return { said: await ending(() => page.title()), complaints };
  } finally {
    await page.close();
  }
}

/** That the page at `www` binds in Chromium, without a word of complaint. */
export const bindsInChromium = (www, { pkg, policy } = {}) =>
  withSandbox({ www, pkg }, async (origin) => {
    const { said, complaints } = await inChromium(origin, policy);
    assert.deepEqual(complaints, [], said);
    await assertBound(origin, said);
  });

/** The same where a server of the tool's own stands in front of the sandbox. */
export const bindsInDevelopment = (app, command) =>
  withSandbox({}, (origin) =>
    withViteServer(app, command, origin, async (url) => {
      const { said, complaints } = await inChromium(url);
      assert.deepEqual(complaints.filter((text) => !text.startsWith('[vite]')), [], said);
      await assertBound(origin, said);
    }),
  );

/** A port that is free now. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The other browsers, each by its own driver. The variables are set where browser and driver are there. */
export const BROWSERS = {
  Firefox: {
    driver: process.env.FIREFOX_DRIVER,
    args: (port) => ['--port', String(port)],
    capabilities: () => ({
      browserName: 'firefox',
      'moz:firefoxOptions': { binary: process.env.FIREFOX, args: ['-headless'] },
    }),
  },
  WebKit: {
    driver: process.env.WEBKIT_DRIVER,
    args: (port) => [`--port=${port}`],
    capabilities: () => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: process.env.WEBKIT, args: ['--automation'] },
    }),
  },
};

/** Opens a browser through its driver, does `work` with it, and closes both. */
export async function withBrowser(name, work) {
  const { driver, args, capabilities } = BROWSERS[name];
  const { Builder, Capabilities } = createRequire(join(placeOf('heavy'), 'package.json'))('selenium-webdriver');
  const port = await freePort();
  const child = spawn(driver, args(port), { stdio: 'ignore' });
  const ended = once(child, 'close');
  try {
    const server = `http://127.0.0.1:${port}`;
    for (const end = Date.now() + STARTING_MS; ; await pause(100)) {
      const status = await fetch(`${server}/status`).catch(() => undefined);
      if (status?.ok) break;
      assert.ok(Date.now() < end && child.exitCode === null, `${driver} does not answer`);
    }
    const session = await new Builder().usingServer(server).withCapabilities(new Capabilities(capabilities())).build();
    try {
      return await work(session);
    } finally {
      await session.quit();
    }
  } finally {
    child.kill();
    await ended;
  }
}

/** What the page at an origin says in the end in that browser. */
const saysAt = (name, origin) =>
  withBrowser(name, async (session) => {
    await session.get(origin);
    return ending(() => session.getTitle());
  });

/** The same for the page at `www`. */
export const saysIn = (name, files) => withSandbox(files, (origin) => saysAt(name, origin));

/** That it binds. */
export const bindsIn = (name, files) => withSandbox(files, async (origin) => assertBound(origin, await saysAt(name, origin)));

const versions = {};

/** Its version, as it says itself. */
export const versionIn = (name) =>
  (versions[name] ??= withBrowser(name, async (session) => (await session.getCapabilities()).get('browserVersion')));
