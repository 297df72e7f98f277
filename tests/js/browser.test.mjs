// The package in Chromium: from a plain module script, under the sandbox's content security policy.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { settled } from './support/checks.mjs';
import { installed, repository } from './support/package.mjs';
import { startSandbox } from './support/sandbox.mjs';

const executablePath = process.env.CHROMIUM;
assert.ok(executablePath, 'CHROMIUM must name the browser');
const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ],
});
after(() => browser.close());

const here = dirname(fileURLToPath(import.meta.url));
const sandbox = await startSandbox({ www: join(here, 'page'), pkg: installed });
const ENTRIES = ['index', 'inline'];

/** A fresh page, what it complained of, and what it asked for. */
async function open(url, { locale = 'en-US', route } = {}) {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  const complaints = [];
  const asked = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
  if (route) await page.route(...route);
  await page.goto(url);
  return { page, complaints, asked, close: () => context.close() };
}

/** Runs one of the page's tests in a page of its own. */
async function inPage(name, given, { complains, ...options } = {}) {
  const { page, complaints, asked, close } = await open(sandbox.url, options);
  try {
    await page.getByText('Ready.').waitFor();
    const result = await settled(
      page.evaluate(([test, all]) => window.tests[test](...all), [name, given]),
      30_000,
    );
    if (!complains) assert.deepEqual(complaints, []);
    const origin = new URL(sandbox.url).origin;
    assert.deepEqual(
      asked.filter((url) => new URL(url).origin !== origin && !url.startsWith('data:')),
      [],
      'nothing comes from elsewhere',
    );
    return { result, asked };
  } finally {
    await close();
  }
}

// What of the module is not in index.js.
const REST = 'iotexplorer_client_rest.wasm';
const modulesOf = (asked) =>
  asked
    .filter((url) => url.endsWith('.wasm'))
    .map((url) => url.split('/').at(-1))
    .sort();

test('a page that only calls loads nothing more; the rest of the module comes with the first flow, application call or init()', async () => {
  await sandbox.reset();
  const READY = { call: { resolved: 'string' }, build: { resolved: 'POST' } };
  const { result, asked } = await inPage('parts', ['index', ['call', 'build', 'call']]);
  assert.deepEqual([result, modulesOf(asked)], [READY, []]);
  for (const [step, outcome] of [
    ['flow', { resolved: true }],
    ['gateway', { resolved: [true] }],
    ['app', { resolved: 'api' }],
    ['init', { resolved: 'loaded' }],
    ['inits', { resolved: 'loaded' }],
  ]) {
    await sandbox.reset();
    const alone = await inPage('parts', ['index', [step]]);
    assert.deepEqual([alone.result[step], modulesOf(alone.asked)], [outcome, [REST]], `${step} first`);
    await sandbox.reset();
    const later = await inPage('parts', ['index', ['call', step, 'nonce', 'gatewayBind', 'buildApp', 'flow']]);
    const all = { nonce: { resolved: 5 }, gatewayBind: { resolved: 28 }, buildApp: { resolved: 'POST' }, flow: { resolved: true } };
    assert.deepEqual(later.result, { call: READY.call, [step]: outcome, ...all }, `${step} after a call`);
    assert.deepEqual(modulesOf(later.asked), [REST], `${step} after a call`);
  }
});

test('what is answered at once asks for init() while the rest is not there', async () => {
  await sandbox.reset();
  const unready = ['nonce', 'gatewayBind', 'buildApp', 'scan'];
  const { result } = await inPage('parts', ['index', ['call', ...unready]]);
  for (const step of unready) assert.deepEqual([step, result[step].code], [step, 'Init.NotReady']);
});

test('a flow whose part does not come sends nothing, and can be begun again', async () => {
  for (const [answer, code] of [
    [(one) => one.abort(), 'Init.LoadFailed'],
    [(one) => one.fulfill({ status: 503, body: 'later' }), 'Init.LoadFailed'],
    [(one) => one.fulfill({ contentType: 'text/html', body: '<!doctype html><title>app</title>' }), 'Init.NotWasm'],
  ]) {
    await sandbox.reset();
    let times = 0;
    const route = [`**/${REST}`, (one) => (times++ < 2 ? answer(one) : one.continue())];
    const { page, close } = await open(sandbox.url, { route });
    try {
      await page.getByText('Ready.').waitFor();
      const parts = (then) => page.evaluate((steps) => window.tests.parts('index', steps), then);
      const { flow } = await parts(['flow']);
      assert.deepEqual([flow.kind, flow.code], ['init', code]);
      assert.deepEqual(await sandbox.log(), [], 'nothing was sent');
      const { init, call } = await parts(['init', 'call']);
      assert.deepEqual([init.code, call], [code, { resolved: 'string' }], 'a call does without');
      assert.deepEqual(await parts(['flow', 'nonce']), { flow: { resolved: true }, nonce: { resolved: 5 } });
    } finally {
      await close();
    }
  }
});

test('after a crash in the rest both parts begin afresh, without the network', async () => {
  await sandbox.reset();
  const { first, unready, called, stillUnready, again } = (await inPage('crashInRest', ['index'])).result;
  assert.deepEqual([first.code, unready.code, stillUnready.code], ['Init.Crashed', 'Init.NotReady', 'Init.NotReady']);
  assert.deepEqual([called, again], ['string', 28]);
});

for (const entry of ENTRIES) {
  test(`${entry}: an engine that compiles next to nothing on a page's own thread compiles it in another`, async () => {
    await sandbox.reset();
    const { refused, called, nonce } = (await inPage('whereCompilingIsLimited', [entry])).result;
    assert.deepEqual([called, nonce], ['string', 5]);
    assert.ok(refused > 0, 'it was asked');
  });

  test(`${entry}: the names, and what is loaded when`, async () => {
    const { result, asked } = await inPage('names', [entry]);
    assert.deepEqual(result, [
      'Client',
      'IotError',
      'abortController',
      'buildRequest',
      'endpoints',
      'errorCodes',
      'init',
      'parseResponse',
      'request',
      'scan',
      'sign',
      'softap',
    ]);
    assert.ok(!asked.some((url) => url.endsWith('.wasm')), 'loading the package loads no module');
    const { result: loaded, asked: then } = await inPage('initFrom', [entry, 'default']);
    assert.deepEqual(loaded, { resolved: 'loaded' });
    assert.deepEqual(modulesOf(then), entry === 'index' ? [REST] : []);
  });

  for (const style of ['documented', 'live']) {
    test(`${entry}: all three flows bind, each device once (${style})`, async () => {
      await sandbox.reset(style);
      const { result } = await inPage('bindAll', [entry]);
      assert.deepEqual(
        result.bound.map(([, confirmed]) => confirmed),
        [true, true, true, true, true],
      );
      assert.deepEqual(result.steps.slice(0, 7), [
        'token-created',
        'sent-to-device',
        'waiting',
        'token-usable',
        'binding',
        'bound',
        'confirmed',
      ]);
      const devices = await sandbox.get('devices');
      const bound = devices
        .filter((one) => one.binds > 0)
        .map((one) => [`${one.productId}/${one.deviceName}`, one.binds]);
      assert.deepEqual(bound.sort(), result.bound.map(([id]) => [id, 1]).sort());
      const log = await sandbox.log();
      assert.ok(log.every((call) => call.code === undefined && call.envelope === style));
    });
  }

  test(`${entry}: a secret needs leave, and the error says why`, async () => {
    const { result } = await inPage('secrets', [entry]);
    for (const errors of Object.values(result.refused)) {
      for (const error of errors) {
        assert.deepEqual(
          [error.isError, error.name, error.kind, error.code, error.parameter],
          [true, 'IotError', 'parameter', 'Parameter.SecretNotAllowed', 'allowSecret'],
        );
        assert.match(error.message, /server.*allowSecret: true/);
        assert.ok(!/a-product-secret|AAECAw|an-app-secret/.test(JSON.stringify(error)));
      }
    }
    assert.deepEqual(
      Object.values(result.allowed).map((signature) => signature.length),
      [28, 40, 28, '[object Object]'.length, 28],
    );
    assert.deepEqual(result.verified, [true, true, true, false]);
    assert.equal(result.explained, 'deviceName=D&nonce=n&productId=P&timestamp=1');
    assert.match(result.nonces[0], /^[A-Za-z0-9]{5}$/);
    assert.equal(result.nonces[1].length, 64);
  });

  test(`${entry}: whatever fetch does, the call rejects with an IotError`, async () => {
    await sandbox.reset();
    const {
      result: { restored, ...failures },
    } = await inPage('brokenFetch', [entry]);
    assert.equal(restored, 'string');
    assert.equal(Object.keys(failures).length, 10);
    for (const [name, error] of Object.entries(failures)) {
      assert.deepEqual([error.isError, error.name], [true, 'IotError'], name);
      assert.match(error.kind, name === 'never' ? /^timeout$/ : /^(network|protocol)$/, name);
      assert.match(error.en, /[a-z]\.$/, name);
    }
  });

  test(`${entry}: a call is cancelled`, async () => {
    await sandbox.reset();
    await sandbox.post('fault', { kind: 'delay', delayMs: 10_000 });
    const { result } = await inPage('abort', [entry]);
    assert.deepEqual([result.kind, result.code], ['aborted', 'Aborted.BySignal']);
  });

  test(`${entry}: large integers keep their digits`, async () => {
    assert.equal((await inPage('big', [entry])).result, '9007199254740993');
  });
}

test('init() loads from anything that holds the module', async () => {
  for (const source of ['url', 'text', 'response', 'bytes', 'module']) {
    assert.deepEqual((await inPage('initFrom', ['index', source])).result, { resolved: 'loaded' }, source);
  }
});

test('a load that receives something else says so and what to do', async () => {
  const hint = /an HTML page.*iotexplorer-client\/inline.*init\(url\)/;
  const { result } = await inPage('initFrom', ['index', 'page']);
  assert.deepEqual([result.kind, result.code], ['init', 'Init.NotWasm']);
  assert.match(result.message, hint);
  // As a bundler does that does not know the file: the page itself in its place.
  const route = [
    `**/${REST}`,
    (one) => one.fulfill({ contentType: 'text/html', body: '<!doctype html><title>app</title>' }),
  ];
  const { result: missing } = await inPage('initFrom', ['index', 'default'], { route });
  assert.equal(missing.code, 'Init.NotWasm');
  assert.match(missing.message, hint);
  const notFound = [`**/${REST}`, (one) => one.fulfill({ status: 404, body: 'not found' })];
  const { result: absent } = await inPage('initFrom', ['index', 'default'], { route: notFound, complains: true });
  assert.deepEqual([absent.code, /404/.test(absent.message)], ['Init.NotWasm', true]);
  // A server that sends the right file under a wrong type is forgiven.
  const octets = [
    `**/${REST}`,
    async (one) => {
      const response = await one.fetch();
      await one.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
    },
  ];
  assert.deepEqual((await inPage('initFrom', ['index', 'default'], { route: octets })).result, { resolved: 'loaded' });
});

test('a page whose policy does not allow WebAssembly is told what to add to it', async () => {
  const route = [
    `${sandbox.url}/`,
    async (one) => {
      const response = await one.fetch();
      await one.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'self'" } });
    },
  ];
  for (const entry of ENTRIES) {
    const { result } = await inPage('initFrom', [entry, 'default'], { route, complains: true });
    assert.deepEqual([result.kind, result.code], ['init', 'Init.NotAllowed'], entry);
    assert.match(result.en, /'wasm-unsafe-eval'.*Content-Security-Policy/);
  }
});

test('the demo page binds by each of its buttons, in both languages', async () => {
  const www = join(repository, 'www');
  assert.ok(existsSync(join(www, 'index.html')), 'there is a demo page');
  const demo = await startSandbox({ www, pkg: installed });
  for (const locale of ['en-US', 'zh-CN']) {
    await demo.reset();
    const { page, complaints, close } = await open(demo.url, { locale });
    try {
      const count = async () => (await demo.get('devices')).reduce((sum, one) => sum + one.binds, 0);
      let bound = 0;
      for (const [flow, more] of [
        ['token', 1],
        ['signature', 1],
        ['gateway', 3],
      ]) {
        await page.locator(`#tab-${flow}`).click({ timeout: 10_000 });
        await page.locator(`[data-flow=${flow}] #bind:enabled`).click({ timeout: 10_000 });
        bound += more;
        // All steps done, and each device on show.
        await page.locator('#again').waitFor({ timeout: 15_000 });
        assert.equal(await page.locator('#steps > li:not([data-state="done"])').count(), 0, flow);
        assert.equal(await page.locator('.bound-card').count(), more, flow);
        assert.equal(await page.locator('.complaint').count(), 0, flow);
        assert.equal(await count(), bound, flow);
      }
      assert.match(await page.locator('h1').innerText(), locale === 'zh-CN' ? /\p{Script=Han}/u : /^[A-Za-z ]+$/);
      assert.ok((await demo.get('devices')).every((one) => one.binds <= 1));
      assert.deepEqual(complaints, []);
    } finally {
      await close();
    }
  }
});
