// The demo page in Chromium: opened in a context of its own, with everything noted that must not happen.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { installed, repository } from './package.mjs';
import { controlOf } from './sandbox.mjs';

const PATIENCE_MS = 15_000;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const www = join(repository, 'www');

let browser;
function theBrowser() {
  const executablePath = process.env.CHROMIUM;
  assert.ok(executablePath, 'CHROMIUM must name the browser');
  // A container has no sandbox for it; what it opens is our own page.
  browser ??= chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return browser;
}
after(async () => (await browser)?.close());

/** Opens the page. `problems` collects console errors, uncaught ones, and requests to anybody else. */
export async function openPage(url, { path = '/', locale = 'en-US', scheme = 'light', width = 1280, prepare } = {}) {
  const context = await (await theBrowser()).newContext({
    locale, colorScheme: scheme, viewport: { width, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.problems = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => page.problems.push(`uncaught: ${error.stack}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== url) page.problems.push(`a request to ${request.url()}`);
  });
  await prepare?.(page);
  await page.goto(url + path);
  return page;
}

/** That nothing happened that must not; closes the page. */
export async function closeClean(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

/** What axe finds that is serious or critical. */
export async function seriousFindings(page) {
  // Through the debugger, so that the page's own policy need not allow it.
  await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
  assert.ok(passes.length > 10, 'axe has looked at something');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`);
}

/** A sandbox that can be stopped and started again at the same address; `options` are more of its command line. */
export async function stoppableSandbox(...options) {
  let child;
  let port = 0;
  const sandbox = {
    async start() {
      const folders = ['--www', www, '--pkg', installed];
      child = spawn(process.env.IOTEXPLORER_SANDBOX_BIN, ['--port', String(port), '--quiet', '--until-stdin-closes', ...folders, ...options], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const [line] = await once(createInterface({ input: child.stdout }), 'line');
      sandbox.url = /http:\/\/127\.0\.0\.1:\d+$/.exec(line)[0];
      port = new URL(sandbox.url).port;
      Object.assign(sandbox, controlOf(sandbox.url));
    },
    async stop() {
      if (!child) return;
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
      child = undefined;
    },
  };
  after(() => sandbox.stop());
  await sandbox.start();
  return sandbox;
}
