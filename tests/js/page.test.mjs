// The demo page, as people use it: in Chromium, against the sandbox that serves it.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { installed, repository, require } from './support/package.mjs';
import { closeClean, openPage, seriousFindings, stoppableSandbox, www } from './support/page.mjs';
import { startSandbox } from './support/sandbox.mjs';

const iot = require('iotexplorer-client');
const sandbox = await startSandbox({ www, pkg: installed });
const fromPage = (path) => import(pathToFileURL(join(www, path)).href);
const [{ default: english }, { default: chinese }] = [await fromPage('lib/text.en.js'), await fromPage('lib/text.zh.js')];

const open = (options) => openPage(sandbox.url, options);
const device = (deviceName, productId = 'PLUGWIFI1A') => sandbox.device({ productId, deviceName });
const heading = (page, words) => page.locator('#phone-heading', { hasText: words }).waitFor();
/** Steps with their states. */
const steps = (page) => page.$$eval('#steps > li', (items) => items.map((item) => `${item.dataset.step} ${item.dataset.state}`));
/** Runs what the catalogue has on show, to its end. */
const seeIt = async (page) => {
  await page.click('#see-it');
  await page.locator('#happened[data-ended] .ending').waitFor();
};
const wireActions = (page) => page.$$eval('#exchanges .exchange-name', (items) => items.map((item) => item.textContent));
const texts = (page, selector) => page.$$eval(selector, (items) => items.map((item) => item.textContent));

test('both languages have the same texts', () => {
  const namesOf = (value, path = '') =>
    value !== null && typeof value === 'object' && !path.endsWith('.names')
      ? Object.entries(value).flatMap(([name, own]) => namesOf(own, `${path}.${name}`))
      : [`${path}: ${typeof value}`];
  const [ours, theirs] = [namesOf(english), namesOf(chinese)];
  assert.ok(ours.length > 250);
  assert.deepEqual(theirs, ours);
});

test('the token flow binds, shows each step, each request and the code for it', async () => {
  await sandbox.reset();
  const page = await open({ path: '/#/flows/token' });
  await page.selectOption('#choose-roomId', 'r-living');
  await page.click('#bind');
  await page.locator('[data-step=waiting][data-state=active]').waitFor();
  assert.match(await page.innerText('#panel-phone'), /at most \d+ s more/);
  await heading(page, 'Bound');
  assert.deepEqual(await steps(page), ['created', 'sent', 'waiting', 'usable', 'binding', 'bound', 'confirmed'].map((step) => `${step} done`));
  assert.deepEqual(await device('plug-1'), {
    productId: 'PLUGWIFI1A', deviceName: 'plug-1', kind: 'wifi', online: true, familyId: 'f-home', roomId: 'r-living', binds: 1,
  });
  await page.locator('#device-state', { hasText: 'bound' }).waitFor();

  // What is shown is what went over the wire.
  const log = (await sandbox.log()).map((entry) => entry.action);
  const shown = await wireActions(page);
  assert.deepEqual(shown.filter((name) => name.startsWith('App')), log);
  assert.ok(shown.includes('UDP 192.168.4.1:8266'));

  // Secrets only on request.
  await page.locator('.exchange', { hasText: 'AppTokenBindDeviceFamily' }).click();
  const hidden = await page.innerText('#wire-detail');
  assert.match(hidden, /"Action": "AppTokenBindDeviceFamily"/);
  const { accessToken } = sandbox.seed.users[0];
  assert.ok(!hidden.includes(accessToken));
  assert.match(hidden, /"AccessToken": "fak•+"/);
  assert.match(hidden, /"Token": ".{3}•+"/);
  await page.click('#reveal');
  assert.ok((await page.innerText('#wire-detail')).includes(accessToken));
  await page.click('#reveal');
  assert.ok(!(await page.innerText('body')).includes(accessToken));

  // Code for the flow and for the chosen request, on the clipboard as well.
  assert.match(await page.innerText('#code-panel'), /bindWithToken\(\{[^]*familyId: 'f-home',\s*roomId: 'r-living',/);
  await page.click('#code-tab-call');
  await page.click('#copy-code');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /client\.appTokenBindDeviceFamily\(\{[^]*ProductId: 'PLUGWIFI1A',/);
  assert.ok(!copied.includes(accessToken));
  await closeClean(page);
});

for (const [deviceName, productId, kind] of [['plug-2', 'PLUGWIFI1A', 'wifi'], ['lock-1', 'LOCKBLUE2B', 'bluetooth']]) {
  test(`the signature flow binds over ${kind}`, async () => {
    await sandbox.reset();
    const page = await open({ path: '/#/flows/signature' });
    await page.selectOption('#choose-device', deviceName);
    await page.click('#bind');
    await heading(page, 'Bound');
    assert.equal((await device(deviceName, productId)).binds, 1);
    const wanted = ['signed', 'binding', ...(kind === 'wifi' ? ['online'] : []), 'bound', 'confirmed'];
    assert.deepEqual(await steps(page), wanted.map((step) => `${step} done`));
    assert.match(await page.innerText('#panel-side'), kind === 'wifi' ? /DeviceName=plug-2&DeviceTimestamp=/ : /LOCKBLUE2Block-1;/);
    await closeClean(page);
  });
}

test('the gateway flow attaches several, and one refusal stops nobody else', async () => {
  await sandbox.reset();
  const page = await open({ path: '/#/flows/gateway' });
  await page.check('#sub-plug-4');
  await page.click('#bind');
  await heading(page, '3 of 4 attached');
  assert.deepEqual(await steps(page), ['sensor-1 done', 'sensor-2 done', 'sensor-3 done', 'plug-4 failed']);
  for (const name of ['sensor-1', 'sensor-2', 'sensor-3']) {
    const now = await device(name, 'SENSORSB4D');
    assert.deepEqual([now.binds, now.gateway.deviceName], [1, 'gateway-1']);
  }
  assert.equal((await device('plug-4')).binds, 0);
  assert.match(await page.innerText('.complaint'), /UnsupportedOperation\.DeviceType/);
  await page.click('#code-tab-server');
  assert.match(await page.innerText('#code-panel'), /sign\.gatewayBind/);
  await closeClean(page);
});

test('a binding is cancelled, and gone on with', async () => {
  await sandbox.reset();
  const page = await open({ path: '/#/flows/token' });
  await page.click('#bind');
  await page.locator('[data-step=waiting][data-state=active]').waitFor();
  await page.click('#cancel');
  await heading(page, 'Cancelled');
  assert.match(await page.innerText('#panel-phone'), /Nothing was bound\./);
  const asked = (await sandbox.log()).length;
  await page.waitForTimeout(1500);
  assert.equal((await sandbox.log()).length, asked, 'nothing is asked any more');
  assert.equal((await device('plug-1')).binds, 0);
  // The person may change their mind: the checkpoint is still there.
  await page.click('#resume');
  await heading(page, 'Bound');
  assert.equal((await device('plug-1')).binds, 1);
  assert.equal((await sandbox.log()).filter((entry) => entry.action === 'AppCreateDeviceBindToken').length, 1);
  await closeClean(page);
});

for (const flow of ['token', 'signature', 'gateway']) {
  test(`a ${flow} binding goes on after a reload`, async () => {
    await sandbox.reset();
    const page = await open({ path: `/#/flows/${flow}` });
    if (flow === 'gateway') {
      // Slow enough to be closed in the middle.
      await sandbox.post('fault', { action: 'AppSigGatewayBindDevice', kind: 'delay-after', delayMs: 3000 });
    }
    await page.click('#bind');
    if (flow === 'gateway') await page.locator('[data-step=sensor-1][data-state=active]').waitFor();
    else await page.locator(`[data-step=${flow === 'token' ? 'waiting' : 'online'}][data-state=active]`).waitFor();
    await page.click('#reload');
    await heading(page, 'The app was closed in the middle');
    await page.click('#resume');
    await heading(page, /^Bound$/);
    if (flow === 'gateway') {
      for (const name of ['sensor-1', 'sensor-2', 'sensor-3']) assert.equal((await device(name, 'SENSORSB4D')).binds, 1);
    } else {
      assert.equal((await device('plug-1')).binds, 1);
      assert.match(await page.innerText('#panel-steps'), /Went on from the checkpoint/);
    }
    if (flow === 'token') {
      const created = (await sandbox.log()).filter((entry) => entry.action === 'AppCreateDeviceBindToken');
      assert.equal(created.length, 1, 'the same token');
    }
    // Done is done: the next reload begins anew.
    await page.reload();
    await page.locator('#bind').waitFor();
    await closeClean(page);
  });
}

test('a device that never answers ends in a sentence, not in silence', async () => {
  await sandbox.reset();
  const page = await open({ path: '/#/flows/token' });
  await page.selectOption('#choose-pace', 'never');
  await page.click('#bind');
  await page.locator('#phone-heading', { hasText: 'Not bound' }).waitFor({ timeout: 25_000 });
  assert.match(await page.innerText('.complaint'), /has not reached the cloud[^]*Timeout\.DeviceNotOnline/);
  await closeClean(page);
});

test('the catalogue shows every code of every Action, in both languages', async () => {
  const page = await open({ path: '/#/errors' });
  await page.locator('#error-source').waitFor();
  const sources = await page.$$eval('#error-source option', (options) => options.map((option) => option.value));
  const actions = sources.filter((source) => !source.startsWith('('));
  const generated = (name) => import(pathToFileURL(join(repository, 'pkg-template/generated', name)).href);
  const [{ ACTION_MARKS }, { ATOMS }] = await Promise.all(['actions.js', 'atoms.js'].map(generated));
  assert.deepEqual(actions, ATOMS.slice(0, ACTION_MARKS.split(' ').length).sort());
  let seen = 0;
  for (const action of actions) {
    await page.selectOption('#error-source', action);
    const codes = iot.errorCodes(action);
    assert.deepEqual(await page.$$eval('.code-item', (items) => items.map((item) => item.dataset.entry)), codes);
    for (const code of codes) {
      await page.click(`[data-entry="${code}"]`);
      const error = new iot.IotError({ kind: 'api', code });
      assert.equal(await page.innerText('#error-title'), code);
      assert.equal(await page.innerText('.told[data-language=en]'), error.describe('en'));
      assert.equal(await page.innerText('.told[data-language=zh]'), error.describe('zh'));
      assert.equal(await page.getAttribute('#error-remedy', 'data-remedy'), error.remedy);
      assert.ok((await page.innerText('#error-does')).length > 10);
      seen++;
    }
  }
  assert.ok(seen > 60);

  // And every one of the package's own.
  const { NAMES, OWN } = await import(pathToFileURL(join(repository, 'pkg-template/generated/codes.js')).href);
  let category = '';
  // A name that begins with a dot begins like the one before it.
  const names = NAMES.split('\n').map((name) => (category = name.startsWith('.') ? category : name.split('.')[0], name.startsWith('.') ? category + name : name));
  const own = names.slice(OWN);
  assert.ok(own.every((code) => /^(Aborted|Flow|Init|Network|Parameter|Protocol|Timeout)\./.test(code)));
  await page.selectOption('#error-source', '(own)');
  assert.deepEqual((await page.$$eval('.code-item', (items) => items.map((item) => item.dataset.entry))).sort(), own.sort());
  for (const code of own) {
    await page.click(`[data-entry="${code}"]`);
    assert.equal(await page.innerText('.told[data-language=zh]'), new iot.IotError({ kind: code.split('.')[0].toLowerCase(), code }).describe('zh'));
  }
  // Searching looks at the sentences, too.
  await page.fill('#error-filter', 'Wi-Fi password');
  assert.deepEqual(await texts(page, '.code-name'), ['Timeout.DeviceNotOnline']);
  await closeClean(page);
});

test('what the catalogue says of a flow is what the flow does', async () => {
  await sandbox.reset();
  const page = await open({ path: '/#/errors' });
  await page.locator('#error-source').waitFor();
  const nameOf = (words) => Object.entries(english.does).find(([, text]) => text === words)?.[0];
  /** How each of them ends: bound, bound but not shown, or with the very error. */
  const ends = {
    end: 'error', renew: 'bound', pollOn: 'bound', deadToken: 'error', wait: 'bound', already: 'bound', bindAgain: 'bound', doubt: 'bound',
    confirmNotYet: 'bound', confirmGiveUp: 'unconfirmed', confirmAgain: 'bound', checkOn: 'bound', askAgain: 'bound',
  };
  const met = new Set();
  for (const action of await page.$$eval('#error-source option', (options) => options.map((option) => option.value).filter((value) => !value.startsWith('(')))) {
    await page.selectOption('#error-source', action);
    for (const code of iot.errorCodes(action)) {
      await page.click(`[data-entry="${code}"]`);
      const reaction = nameOf(await page.innerText('#error-does'));
      // One of each kind per Action is run; an Action that no flow sends has nothing to run.
      if (!(await page.locator('#see-it').count()) || met.has(`${action} ${reaction}`)) continue;
      met.add(`${action} ${reaction}`);
      await seeIt(page);
      const words = await page.innerText('#happened .ending strong');
      const at = `${action} ${code} (${reaction}): ${words}`;
      const binds = Number(/bound (\d+) time/.exec(await page.innerText('#happened'))[1]);
      assert.ok(ends[reaction], at);
      if (ends[reaction] === 'error') assert.equal(words, `The binding ended with ${code}.`, at);
      if (ends[reaction] === 'bound') assert.match(words, /^The binding worked all the same/, at);
      if (ends[reaction] === 'unconfirmed') assert.equal(words, 'Bound, but not confirmed in time.', at);
      assert.equal(binds, ends[reaction] === 'error' ? 0 : 1, at);
      assert.ok((await texts(page, '#happened .trace li')).some((line) => line.includes(action) && line.includes(code)), `${at} was not met`);
    }
  }
  // No documented code of AppCreateDeviceBindToken is worth another try; the next test has that by a fault.
  const reactions = new Set([...met].map((each) => each.split(' ')[1])).add('askAgain');
  assert.deepEqual([...reactions].sort(), Object.keys(ends).sort());
  // The gateway's list is asked for only after an answer was lost, which the console speaks of.
  page.problems = page.problems.filter((problem) => !/ERR_CONNECTION_RESET/.test(problem));
  await closeClean(page);
});

test('faults on the way never bind twice and never lose a device', async () => {
  await sandbox.reset();
  const page = await open({ path: '/#/errors' });
  await page.selectOption('#error-source', '(fault)');
  const faults = await page.$$eval('.code-item', (items) => items.map((item) => item.dataset.entry));
  assert.ok(faults.length > 10);
  for (const fault of faults) {
    await page.click(`[data-entry="${fault}"]`);
    await seeIt(page);
    assert.match(await page.innerText('#happened .ending'), /^The binding worked all the same[^]*bound 1 time\./, fault);
  }
  // The same where it hits another request: nothing else loses a device either.
  for (const action of await page.$$eval('#error-lane option', (options) => options.map((option) => option.value))) {
    await page.selectOption('#error-lane', action);
    await page.click('[data-entry="html-after"]');
    if (action === 'AppCreateDeviceBindToken') assert.equal(await page.innerText('#error-does'), english.does.askAgain);
    await seeIt(page);
    assert.match(await page.innerText('#happened .ending'), /^The binding worked all the same[^]*bound 1 time\./, action);
    assert.ok((await texts(page, '#happened .trace li')).some((line) => line.includes(action) && line.includes('502')), action);
  }
  // Connections that were reset on purpose are the only thing that the console may speak of.
  page.problems = page.problems.filter((problem) => !/ERR_CONNECTION_RESET|status of (429|500|502)/.test(problem));
  await closeClean(page);
});

test('the signature workbench signs, explains, and finds what is wrong', async () => {
  const page = await open({ path: '/#/signatures' });
  await page.locator('#made-signature').waitFor();
  await iot.init();
  const { productId, deviceName, psk } = sandbox.seed.devices.find((one) => one.deviceName === 'plug-3');
  await page.selectOption('#bench-from', 'plug-3');
  const input = { productId, deviceName, timestamp: '1700000000', connId: 'c0nn1' };
  assert.equal(await page.innerText('#signed-text'), iot.sign.explain.deviceBind(input));
  assert.equal(await page.innerText('#made-signature'), iot.sign.deviceBind({ ...input, psk }));
  const find = async (mistake, ...wanted) => {
    await page.click(`#mistake-${mistake}`);
    const found = await page.$$eval('[data-finding]', (items) => items.map((item) => item.dataset.finding));
    for (const code of wanted) assert.ok(found.includes(code), `${mistake}: ${found}`);
    assert.match(await page.innerText('#verdict'), wanted.length ? /It does not match\./ : /^It matches\./, mistake);
  };
  await find('right');
  await find('pskText', 'psk-not-decoded');
  await find('plus60', 'time-plus-60');
  await find('noConnId', 'conn-id-not-signed');
  await find('base64', 'base64-instead-of-hex');
  await find('bindType', 'bind-type-differs');
  await find('method', 'sign-method-differs');
  await find('key', 'key-or-input-differs');
  await find('cut', 'malformed');
  await page.check('#kind-bluetooth');
  await find('right');
  await find('pskText', 'psk-not-decoded');
  await page.check('#kind-gateway');
  assert.match(await page.innerText('#signed-text'), /^deviceName=plug-3&nonce=a1B2c&productId=PLUGWIFI1A&timestamp=1700000000$/);
  await find('right');
  await find('hex', 'hex-instead-of-base64');
  await find('milliseconds', 'time-in-milliseconds');
  await page.fill('#bench-timestamp', 'soon');
  assert.match(await page.innerText('#signed-text'), /timestamp/);
  await closeClean(page);
});

test('language and colours follow the browser, can be changed, and are remembered', async () => {
  await sandbox.reset();
  const page = await open({ locale: 'zh-CN', scheme: 'dark' });
  await page.locator('#bind').waitFor();
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN');
  assert.equal(await page.innerText('h1'), chinese.title);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.click('#bind');
  await page.locator('[data-step=waiting][data-state=active]').waitFor();
  // In the middle of a binding: nothing is lost by it.
  await page.click('#language');
  assert.equal(await page.innerText('h1'), english.title);
  await page.click('#theme');
  assert.notEqual(await background(), dark);
  await heading(page, 'Bound');
  await page.reload();
  await page.locator('#bind').waitFor();
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.notEqual(await background(), dark);
  await page.click('#language');
  assert.equal(await page.innerText('h1'), chinese.title);
  // Not a word of the other language is left, but for names and the button back.
  for (const view of ['flows', 'home', 'errors', 'signatures']) {
    await page.click(`#nav-${view}`);
    assert.match(await page.innerText('h1'), /^\p{Script=Han}+$/u);
  }
  await closeClean(page);
});

test('the keyboard is enough', async () => {
  await sandbox.reset();
  const page = await open({ path: '/#/flows/token' });
  await page.locator('#bind').waitFor();
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'skip');
  await page.focus('#tab-token');
  await page.keyboard.press('ArrowRight');
  await page.locator('#flow[data-flow=signature]').waitFor();
  assert.equal(await focused(), 'tab-signature');
  await page.keyboard.press('End');
  await page.locator('#flow[data-flow=gateway]').waitFor();
  await page.keyboard.press('Home');
  await page.locator('#flow[data-flow=token]').waitFor();
  await page.locator('#bind:not([disabled])').focus();
  await page.keyboard.press('Enter');
  await page.locator('#cancel').waitFor();
  // Not on "Cancel", where a second Enter would do harm; and not lost.
  assert.equal(await focused(), 'phone-heading');
  assert.match(await page.innerText('#live'), /\w+: (done|now)$/);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'cancel');
  await page.keyboard.press('Enter');
  await heading(page, 'Cancelled');
  await closeClean(page);
});

test('axe finds nothing serious, in any view, width or colour scheme', async () => {
  for (const scheme of ['light', 'dark']) {
    for (const [width, locale] of [[390, 'zh-CN'], [1280, 'en-US']]) {
      await sandbox.reset();
      const page = await open({ path: '/#/flows/gateway', scheme, width, locale });
      await page.locator('#bind:not([disabled])').waitFor();
      const look = async (what) => assert.deepEqual(await seriousFindings(page), [], `${what}, ${scheme}, ${width}`);
      await look('the gateway flow, before');
      await page.check('#sub-plug-4');
      await page.click('#bind');
      await page.locator('#again').waitFor();
      await look('the gateway flow, after');
      await page.click('#tab-token');
      await page.locator('#bind:not([disabled])').click();
      await page.locator('[data-step=waiting][data-state=active]').waitFor();
      await look('the token flow, in the middle');
      await page.click('#cancel');
      await page.locator('#resume').waitFor();
      await look('the token flow, cancelled');
      await page.click('#nav-errors');
      await seeIt(page);
      await look('the catalogue');
      await page.click('#nav-signatures');
      await page.click('#mistake-key');
      await look('the workbench');
      await closeClean(page);
    }
  }
});

test('nothing is wider than the screen, from 360 px up', async () => {
  for (const width of [360, 480, 740, 850, 1000, 1400]) {
    for (const locale of ['en-US', 'zh-CN']) {
      await sandbox.reset();
      const page = await open({ path: '/#/flows/gateway', width, locale });
      const fits = async (what) => {
        const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(inner <= outer, `${what} at ${width} (${locale}): ${inner} > ${outer}`);
      };
      await page.locator('#bind:not([disabled])').waitFor();
      await fits('flows');
      await page.check('#sub-plug-4');
      await page.click('#bind');
      await page.locator('#again').waitFor();
      await fits('flows, after');
      await page.click('#nav-errors');
      await page.selectOption('#error-source', 'AppTokenBindDeviceFamily');
      await page.click('[data-entry="UnauthorizedOperation.APPNoPermissionToStudioProduct"]');
      await seeIt(page);
      await fits('errors');
      await page.click('#nav-signatures');
      await fits('signatures');
      await closeClean(page);
    }
  }
});

const banner = (page, kind) => page.locator(`[data-trouble=${kind}]`).waitFor();
const noBanner = (page) => page.locator('.trouble').waitFor({ state: 'detached' });

test('with fetch broken the page says so, and goes on when it works again', async () => {
  await sandbox.reset();
  const breakFetch = () => {
    const real = globalThis.fetch;
    globalThis.breakFetch = () => { globalThis.fetch = () => Promise.reject(new TypeError('fetch was taken away')); };
    globalThis.mendFetch = () => { globalThis.fetch = real; };
    if (!sessionStorage.getItem('mended')) globalThis.breakFetch();
  };
  const page = await open({ path: '/#/flows/token', prepare: (own) => own.addInitScript(breakFetch) });
  await banner(page, 'fetch');
  assert.match(await page.innerText('.trouble'), /This browser’s fetch does not work\./);
  assert.deepEqual(await seriousFindings(page), []);
  await page.evaluate(() => globalThis.mendFetch());
  await noBanner(page);
  // In the middle of a binding, too; it goes on by itself.
  await page.click('#bind');
  await page.locator('[data-step=waiting][data-state=active]').waitFor();
  await page.evaluate(() => globalThis.breakFetch());
  await banner(page, 'fetch');
  await page.evaluate(() => globalThis.mendFetch());
  await noBanner(page);
  await heading(page, 'Bound');
  assert.equal((await device('plug-1')).binds, 1);
  await closeClean(page);
});

for (const [kind, pattern, words] of [
  ['wasm', '**/*.wasm', /The WebAssembly module could not be loaded\./],
  ['package', '**/pkg/index.js*', /The package is not there\./],
]) {
  test(`with the ${kind} missing the page says so, and goes on when it is there`, async () => {
    await sandbox.reset();
    const page = await open({
      path: '/#/flows/token',
      prepare: (own) => own.route(pattern, (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'no such file' })),
    });
    await banner(page, kind);
    assert.match(await page.innerText('.trouble'), words);
    await page.unroute(pattern);
    await noBanner(page);
    await page.click('#bind');
    await heading(page, 'Bound');
    page.problems = page.problems.filter((problem) => !/404/.test(problem));
    await closeClean(page);
  });
}

test('with the sandbox stopped in the middle the page says so, and goes on when it is back', async () => {
  const own = await stoppableSandbox();
  const page = await openPage(own.url, { path: '/#/flows/token' });
  await page.selectOption('#choose-pace', 'slow');
  await page.click('#bind');
  await page.locator('[data-step=waiting][data-state=active]').waitFor();
  await own.stop();
  await banner(page, 'sandbox');
  assert.match(await page.innerText('.trouble'), /The sandbox does not answer\.[^]*cargo xtask demo/);
  await own.start();
  await noBanner(page);
  // The new sandbox knows nothing of the old token, and the page says what that means.
  await heading(page, 'Not bound');
  assert.match(await page.innerText('.complaint'), /TokenNotExist/);
  await page.click('#anew');
  await page.selectOption('#choose-pace', 'quick');
  await page.click('#bind');
  await heading(page, 'Bound');
  // While it was stopped, and before.
  page.problems = page.problems.filter((problem) => !/ERR_(CONNECTION_\w+|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/.test(problem));
  await closeClean(page);
});

test('in front of the real cloud the page makes single calls, and shows no token', async () => {
  await sandbox.reset();
  // Another sandbox stands for the real one.
  const proxy = await stoppableSandbox('--upstream', sandbox.url);
  const page = await openPage(proxy.url, { width: 390 });
  await page.locator('#real-call').waitFor();
  const { accessToken } = sandbox.seed.users[0];
  await page.fill('#real-token', accessToken);
  await page.fill('#real-params', JSON.stringify({ ProductId: 'PLUGWIFI1A', FamilyId: 'f-cabin', DeviceName: 'plug-cabin' }));
  await page.click('#real-call');
  assert.match(await page.innerText('#real-answer'), /"DeviceId": "PLUGWIFI1A\/plug-cabin"/);
  await page.fill('#real-params', '{"ProductId": "PLUGWIFI1A"}');
  await page.click('#real-call');
  assert.match(await page.innerText('#real-error'), /Parameter\.Missing/);
  await page.fill('#real-params', JSON.stringify({ ProductId: 'PLUGWIFI1A', FamilyId: 'f-home', DeviceName: 'nobody' }));
  await page.click('#real-call');
  await page.locator('#real-error', { hasText: 'ResourceNotFound' }).waitFor();
  assert.ok(!(await page.innerText('body')).includes(accessToken));
  assert.deepEqual(await seriousFindings(page), []);
  await page.click('#nav-errors');
  await page.locator('.told').first().waitFor();
  assert.equal(await page.locator('#see-it').count(), 0);
  await page.click('#nav-signatures');
  await page.locator('#made-signature').waitFor();
  await closeClean(page);
});

test('screenshots for the eye', async () => {
  const folder = join(repository, 'target/screenshots');
  mkdirSync(folder, { recursive: true });
  for (const width of [390, 1280]) {
    for (const locale of ['en-US', 'zh-CN']) {
      for (const scheme of ['light', 'dark']) {
        await sandbox.reset();
        const page = await open({ path: '/#/flows/token', width, locale, scheme });
        const shoot = async (name) => {
          await page.evaluate(() => scrollTo(0, 0));
          const picture = await page.screenshot({ path: join(folder, `${name}-${width}-${locale}-${scheme}.png`), fullPage: true, animations: 'disabled' });
          assert.ok(picture.length > 10_000, name);
        };
        await page.click('#bind');
        await page.locator('[data-step=waiting][data-state=active]').waitFor();
        await shoot('token-running');
        await page.locator('#again').waitFor();
        await shoot('token-bound');
        await page.click('#tab-gateway');
        await page.check('#sub-plug-4');
        await page.click('#bind');
        await page.locator('#again').waitFor();
        await shoot('gateway-partly');
        await page.click('#nav-errors');
        await page.click('[data-entry="UnauthorizedOperation.APPNoPermissionToStudioProduct"]');
        await seeIt(page);
        await shoot('errors');
        await page.click('#nav-signatures');
        await page.click('#mistake-pskText');
        await shoot('signatures');
        await closeClean(page);
      }
    }
  }
});
