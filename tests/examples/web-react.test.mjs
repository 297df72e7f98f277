// examples/web-react, built by Vite, in Chromium against the sandbox.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { thrown } from '../js/support/checks.mjs';
import { require } from '../js/support/package.mjs';
import { closeClean, openPage, seriousFindings } from '../js/support/page.mjs';
import { startSandbox } from '../js/support/sandbox.mjs';
import { folderOf, run, startServer } from './support/examples.mjs';

const { init, IotError, scan } = require('iotexplorer-client');
const VITE = 'node_modules/vite/bin/vite.js';
const PLUG = { productId: 'PLUGWIFI1A', deviceName: 'plug-1' };
const dist = join(folderOf('web-react'), 'dist');

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Vite's own servers: `preview` has what was built, without it the sources. */
async function startVite(sandbox, ...command) {
  const port = await freePort();
  const args = [VITE, ...command, '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
  const vite = run('web-react', args, { SANDBOX: sandbox.url, NO_COLOR: '1' });
  await vite.says(/Local: +http/);
  return `http://127.0.0.1:${port}`;
}

/** A page of its own over a sandbox of its own, which serves what was built, unless `url` says who does. */
async function open({ envelope, url, ...options } = {}) {
  const sandbox = await startSandbox({ www: dist, envelope });
  const page = await openPage(url ? await url(sandbox) : sandbox.url, options);
  page.sandbox = sandbox;
  return page;
}

const choose = async (page, by, device = PLUG) => {
  await page.locator('#add').click();
  await page.locator(`input[value=${by}]`).check();
  await page.locator('#device:enabled').selectOption(`${device.productId}/${device.deviceName}`);
  if (by !== 'signature') return;
  await page.locator('#read').click();
  await page.waitForFunction(() => document.querySelector('#code').value !== '');
};
const assertAtHome = async (page, device = PLUG) => {
  await page.locator('#end').click();
  await page.locator(`[data-device="${device.productId}/${device.deviceName}"]`).waitFor();
  const { binds, familyId } = await page.sandbox.device(device);
  assert.deepEqual([binds, familyId], [1, page.sandbox.seed.users[0].families[0].familyId]);
};
const added = (page) => page.getByRole('heading', { name: /^(Added|已添加)$/ });
const kept = (page) => page.evaluate(() => sessionStorage.length);
/** How often an Action was called; any without a name. */
const calls = async (page, name) => (await page.sandbox.log()).filter(({ action }) => !name || action === name).length;
/** The first polls say that the device is not there yet: it needs a moment to join. */
const waiting = (page) => page.locator('[data-step=waiting][data-state=active]').waitFor();
/** A device that gets the token and never tells the cloud; hands out how to learn the token. */
const silentDevice = async (page) => {
  const told = {};
  await page.route('**/control/device/report-token', async (route) => {
    told.token = route.request().postDataJSON().token;
    await route.fulfill({ json: {} });
  });
  return told;
};

// Mostly they wait for a device: beside each other.
describe('the web app', { concurrency: 4 }, () => {
  test('binds by token, step by step, and shows the device at home', async () => {
    const page = await open();
    assert.equal(await page.title(), 'My home');
    await page.evaluate(() => {
      globalThis.seen = new Set();
      new MutationObserver(() => {
        const active = document.querySelector('[data-state=active]');
        if (active) globalThis.seen.add(active.dataset.step);
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await choose(page, 'token');
    await page.locator('#bind').click();
    await added(page).waitFor();
    const seen = await page.evaluate(() => [...globalThis.seen]);
    // What is over at once may never be painted; the order holds.
    const order = ['token-created', 'sent-to-device', 'waiting', 'token-usable', 'binding', 'bound', 'confirmed'];
    assert.deepEqual(seen, order.filter((step) => seen.includes(step)));
    assert.ok(seen.includes('waiting'), seen.join());
    assert.equal(await kept(page), 0, 'nothing is kept of a binding that has ended');
    await assertAtHome(page);
    await closeClean(page);
  });

  test('binds by the signature in a device’s code, in Chinese', async () => {
    const page = await open({ locale: 'zh-CN', envelope: 'live' });
    assert.deepEqual([await page.title(), await page.locator('html').getAttribute('lang')], ['我的家', 'zh']);
    await choose(page, 'signature');
    await page.locator('#bind').click();
    await added(page).waitFor();
    await assertAtHome(page);
    await closeClean(page);
  });

  for (const [locale, language] of [['en-US', 'en'], ['zh-CN', 'zh']]) {
    test(`what went wrong is said in the browser's language (${locale})`, async () => {
      const page = await open({ locale });
      const trouble = page.locator('[role=alert]');
      const assertSays = async (error) => {
        await trouble.getByText(error.describe(language), { exact: true }).waitFor();
        await trouble.getByText(error.code, { exact: true }).waitFor();
      };
      await choose(page, 'token', { productId: 'NOTLINKED6', deviceName: 'unlinked-1' });
      await page.locator('#bind').click();
      await assertSays(new IotError({ kind: 'api', code: 'UnauthorizedOperation.APPNoPermissionToStudioProduct' }));
      assert.equal(await kept(page), 0);
      await page.locator('#other').click();
      // A text that no device shows.
      await page.locator('input[value=signature]').check();
      await page.locator('#code').fill('https://example.com/');
      await page.locator('#bind').click();
      await init();
      await assertSays(thrown(() => scan('https://example.com/'), { code: 'Parameter.UnknownQrCode' }));
      await closeClean(page);
    });
  }

  test('cancelled while it waits, it stops at once, says so and binds nothing', async () => {
    const page = await open();
    await silentDevice(page);
    await choose(page, 'token');
    await page.locator('#bind').click();
    await waiting(page);
    await page.locator('#cancel').click();
    await page.getByRole('heading', { name: 'Cancelled' }).waitFor();
    assert.equal(await kept(page), 0);
    const asked = await calls(page);
    await page.waitForTimeout(2_500); // longer than between two polls
    assert.equal(await calls(page), asked, 'nothing goes on');
    assert.equal((await page.sandbox.device(PLUG)).binds, 0);
    await closeClean(page);
  });

  test('left while it waits, it stops; come back, it goes on with the same token', async () => {
    const page = await open();
    const told = await silentDevice(page);
    await choose(page, 'token');
    await page.locator('#bind').click();
    await waiting(page);
    await page.locator('#back').click();
    await page.locator('#add').waitFor();
    const asked = await calls(page, 'AppGetDeviceBindTokenState');
    await page.waitForTimeout(2_500);
    assert.equal(await calls(page, 'AppGetDeviceBindTokenState'), asked, 'nothing goes on');
    // Meanwhile the device gets there.
    await page.sandbox.post('device/report-token', { token: told.token, ...PLUG });
    await page.locator('#add').click();
    await added(page).waitFor();
    assert.equal(await calls(page, 'AppCreateDeviceBindToken'), 1);
    await assertAtHome(page);
    await closeClean(page);
  });

  test('after a reload it goes on where it was, with the same token', async () => {
    const page = await open();
    await choose(page, 'token');
    await page.locator('#bind').click();
    await waiting(page);
    await page.reload();
    await page.getByText('Going on where you left.').waitFor();
    await added(page).waitFor();
    assert.equal(await calls(page, 'AppCreateDeviceBindToken'), 1);
    await assertAtHome(page);
    await closeClean(page);
  });

  test('an answer that was lost is looked up: added, once', async () => {
    const page = await open();
    await page.sandbox.post('fault', { kind: 'drop-after', action: 'AppSigBindDeviceInFamily' });
    await choose(page, 'signature');
    await page.locator('#bind').click();
    await added(page).waitFor();
    await assertAtHome(page);
    await page.context().close();
  });

  test('cancelled after the bind was sent, it says that the device may be bound, and "Go on" finds it', async () => {
    const page = await open();
    await page.sandbox.post('fault', { kind: 'delay-after', delayMs: 8_000, action: 'AppSigBindDeviceInFamily' });
    await choose(page, 'signature');
    await page.locator('#bind').click();
    await page.locator('[data-step=binding][data-state=active]').waitFor();
    while ((await page.sandbox.device(PLUG)).binds === 0) await page.waitForTimeout(20);
    await page.locator('#cancel').click();
    await page.getByRole('heading', { name: 'Cancelled' }).waitFor();
    assert.equal(await kept(page), 1);
    assert.equal(await page.locator('#again').innerText(), 'Go on');
    await page.locator('#again').click();
    await added(page).waitFor();
    await assertAtHome(page);
    await closeClean(page);
  });

  test('the development server runs it, too, and mounting twice (StrictMode) binds once', async () => {
    const page = await open({ url: (sandbox) => startVite(sandbox) });
    await choose(page, 'token');
    await page.locator('#bind').click();
    await waiting(page);
    await page.reload();
    await added(page).waitFor();
    await assertAtHome(page);
    assert.equal(await calls(page, 'AppCreateDeviceBindToken'), 1);
    await page.context().close();
  });

  test('as built, from `vite preview`', async () => {
    const page = await open({ url: (sandbox) => startVite(sandbox, 'preview') });
    await choose(page, 'signature');
    await page.locator('#bind').click();
    await added(page).waitFor();
    await assertAtHome(page);
    await closeClean(page);
  });

  test('behind the same-origin proxy, under its content security policy', async () => {
    let proxy;
    let sandbox;
    const url = async (behind) => {
      sandbox = behind;
      proxy = await startServer('same-origin-proxy', { UPSTREAM: sandbox.url, PAGE: dist });
      return proxy.url;
    };
    // The user's session and the device, which the proxy knows nothing of.
    const prepare = (page) =>
      page.route('**/control/**', async (route) => {
        const request = route.request();
        const headers = request.postData() ? { 'content-type': 'application/json' } : {};
        const path = new URL(request.url()).pathname;
        const response = await fetch(sandbox.url + path, { method: request.method(), headers, body: request.postData() });
        await route.fulfill({ status: response.status, json: await response.json() });
      });
    const page = await open({ url, prepare });
    await choose(page, 'token');
    await page.locator('#bind').click();
    await added(page).waitFor();
    await assertAtHome(page);
    await closeClean(page);
    assert.ok(!proxy.said.includes(sandbox.seed.users[0].accessToken));
  });

  for (const [name, options] of Object.entries({
    light: { width: 1024 },
    dark: { width: 1024, scheme: 'dark', locale: 'zh-CN' },
    phone: { width: 360 },
  })) {
    test(`nothing that axe calls serious, and nothing too wide (${name})`, async () => {
      const page = await open(options);
      const look = async (state) => {
        assert.deepEqual(await seriousFindings(page), [], state);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        assert.equal(tooWide, false, `${state} fits`);
        const folder = process.env.IOTEXPLORER_SCREENSHOTS;
        if (!folder) return;
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `web-react-${name}-${state}.png`), animations: 'disabled' });
      };
      await page.locator('[data-device]').first().waitFor();
      await look('home');
      await choose(page, 'signature');
      await look('choice');
      await page.locator('#code').fill('not a code');
      await page.locator('#bind').click();
      await page.locator('[role=alert]').waitFor();
      await look('trouble');
      await page.locator('#other').click();
      await page.locator('#device:enabled').waitFor();
      await page.locator('#bind').click();
      await waiting(page);
      await look('running');
      await page.locator('#end').waitFor();
      await look('done');
      await closeClean(page);
    });
  }
});
