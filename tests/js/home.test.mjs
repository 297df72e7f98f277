// "My home" on the demo page: what a first-time visitor does after binding a device, in Chromium against the sandbox.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { installed } from './support/package.mjs';
import { closeClean, openPage, seriousFindings, stoppableSandbox, www } from './support/page.mjs';
import { startSandbox } from './support/sandbox.mjs';

const sandbox = await startSandbox({ www, pkg: installed });
const text = async (language) => (await import(pathToFileURL(join(www, `lib/text.${language}.js`)).href)).default;
const [english, chinese] = [await text('en'), await text('zh')];

const LAMP = 'LAMPWIFI7G/lamp-1';
const open = (options) => openPage(sandbox.url, { path: '/#/home', ...options });
const card = (page, id) => page.locator(`[data-device="${id}"]`);
const keyOf = (id) => id.replace('/', '-');
const nameOn = (page, id) => page.innerText(`[data-device="${id}"] h3`);
/** The devices on show, by room. */
const shown = (page) =>
  page.$$eval('.room', (rooms) =>
    Object.fromEntries(rooms.map((room) => [room.dataset.room, [...room.querySelectorAll('[data-device]')].map((one) => one.dataset.device)])),
  );
const ready = (page) => page.locator('.home[data-status=ready][aria-busy=false]').waitFor();
const lampData = async () => (await sandbox.get('device/data')).find((one) => one.deviceName === 'lamp-1').data;
const manage = async (page, id) => {
  await page.click(`#more-${keyOf(id)}`);
  await page.locator('#device-name').waitFor();
};
const dialogGone = (page) => page.locator('dialog[open]').waitFor({ state: 'detached' });
const actions = async () => (await sandbox.log()).map((entry) => entry.action);

test('what was bound is at home: found, switched, renamed, moved, unbound', async () => {
  await sandbox.reset();
  const page = await open({ path: '/#/flows/token' });
  await page.click('#bind');
  await page.locator('#to-home').click();
  await ready(page);
  const plug = 'PLUGWIFI1A/plug-1';
  assert.deepEqual(await shown(page), { 0: ['GATEWAY03C/gateway-1', plug], 'r-living': [LAMP], 'r-bedroom': [] });
  assert.equal(await nameOn(page, plug), 'Wi-Fi plug');
  assert.match(await card(page, plug).innerText(), /online/);

  // The lamp: on, then dimmed, and the sandbox's lamp with it.
  assert.equal((await lampData()).power_switch, 0);
  await page.click(`#switch-${keyOf(LAMP)}`);
  await page.locator(`[data-device="${LAMP}"][data-on=true]`).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('#exchanges .exchange-name').length > 8);
  assert.equal((await lampData()).power_switch, 1);
  await page.locator(`#brightness-${keyOf(LAMP)}`).fill('35');
  await assert.doesNotReject(async () => {
    while ((await lampData()).brightness !== 35) await page.waitForTimeout(50);
  });
  assert.match(await card(page, LAMP).innerText(), /35 %/);
  // What stands on the page is what the cloud has, not only what was clicked.
  await page.reload();
  await ready(page);
  assert.equal(await card(page, LAMP).getAttribute('data-on'), 'true');
  assert.match(await card(page, LAMP).innerText(), /35 %/);

  await manage(page, plug);
  await page.fill('#device-name', 'Kettle');
  await page.click('#device-name-save');
  await dialogGone(page);
  assert.equal(await nameOn(page, plug), 'Kettle');

  await manage(page, plug);
  await page.selectOption('#device-room', 'r-bedroom');
  await page.click('#device-move');
  await dialogGone(page);
  assert.deepEqual((await shown(page))['r-bedroom'], [plug]);
  const device = () => sandbox.device({ productId: 'PLUGWIFI1A', deviceName: 'plug-1' });
  assert.equal((await device()).roomId, 'r-bedroom');

  // Not without asking, and the harmless answer has the keyboard.
  await manage(page, plug);
  await page.click('#device-unbind');
  assert.match(await page.innerText('dialog'), /Unbind Kettle\?/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'unbind-no');
  assert.equal((await device()).familyId, 'f-home');
  await page.click('#unbind-yes');
  await dialogGone(page);
  assert.deepEqual((await shown(page))['r-bedroom'], []);
  assert.equal((await device()).familyId, undefined);
  await page.click('#home-refresh');
  await ready(page);
  assert.equal(await card(page, plug).count(), 0);

  // Each of them once, and nothing of it past the package.
  const asked = await actions();
  for (const action of ['AppUpdateDeviceInFamily', 'AppModifyFamilyDeviceRoom', 'AppDeleteDeviceInFamily']) {
    assert.equal(asked.filter((one) => one === action).length, 1, action);
  }
  assert.equal(asked.filter((one) => one === 'AppControlDeviceData').length, 2);
  await closeClean(page);
});

test('a room is added, and can be moved to at once', async () => {
  await sandbox.reset();
  const page = await open();
  await ready(page);
  await page.click('#add-room');
  await page.fill('#room-name', 'Studio');
  await page.keyboard.press('Enter');
  await dialogGone(page);
  const studio = page.locator('.room', { hasText: 'Studio' });
  assert.match(await studio.innerText(), /No device in this room\./);
  await manage(page, LAMP);
  await page.selectOption('#device-room', { label: 'Studio' });
  await page.click('#device-move');
  await dialogGone(page);
  assert.equal(await studio.locator(`[data-device="${LAMP}"]`).count(), 1);
  await page.click('#home-refresh');
  await ready(page);
  assert.equal(await studio.locator(`[data-device="${LAMP}"]`).count(), 1);
  await closeClean(page);
});

test('another family is another home', async () => {
  await sandbox.reset();
  const page = await open();
  await ready(page);
  await page.selectOption('#home-family', 'f-cabin');
  await card(page, 'PLUGWIFI1A/plug-cabin').waitFor();
  assert.equal(await card(page, LAMP).count(), 0);
  assert.equal(await page.inputValue('#home-family'), 'f-cabin');
  await closeClean(page);
});

test('a home without devices says what to do', async () => {
  await sandbox.reset();
  const page = await open();
  await ready(page);
  for (const id of [LAMP, 'GATEWAY03C/gateway-1']) {
    await manage(page, id);
    await page.click('#device-unbind');
    await page.click('#unbind-yes');
    await dialogGone(page);
  }
  assert.match(await page.innerText('#home-empty'), /No device yet\. Bind one/);
  await page.click('#home-empty a');
  await page.locator('#bind').waitFor();
  await closeClean(page);
});

test('what goes wrong is said in the language of the page, and can be tried again', async () => {
  await sandbox.reset();
  await sandbox.post('fault', { action: 'AppGetRoomList', kind: 'error', code: 'InternalError', message: 'x', times: 9 });
  const page = await open({ locale: 'zh-CN' });
  await page.locator('#home-failed').waitFor();
  assert.match(await page.innerText('#home-failed'), /云端出错，请稍后重试。\s+InternalError\s+处理办法: 重试/);
  await page.click('#language');
  assert.match(await page.innerText('#home-failed'), /The cloud had a fault; try again in a moment\./);
  await sandbox.remove('fault');
  await page.locator('#home-again').click();
  await ready(page);

  // A switch that did not work goes back, and says why.
  await sandbox.post('fault', { action: 'AppControlDeviceData', kind: 'error', code: 'InvalidParameterValue', message: 'x' });
  await page.click(`#switch-${keyOf(LAMP)}`);
  await page.locator(`[data-device="${LAMP}"] [role=alert]`).waitFor();
  assert.match(await page.innerText(`[data-device="${LAMP}"] [role=alert]`), /The cloud refused a parameter's value/);
  assert.equal(await card(page, LAMP).getAttribute('data-on'), 'false');
  assert.equal((await lampData()).power_switch, 0);

  // A rename that did not work keeps what was typed.
  await sandbox.post('fault', { action: 'AppUpdateDeviceInFamily', kind: 'error', code: 'InternalError', message: 'x' });
  await manage(page, LAMP);
  await page.fill('#device-name', 'Moon');
  await page.click('#device-name-save');
  await page.locator('dialog .complaint').waitFor();
  assert.equal(await page.inputValue('#device-name'), 'Moon');
  await page.click('#device-name-save');
  await dialogGone(page);
  assert.equal(await nameOn(page, LAMP), 'Moon');
  await closeClean(page);
});

test('a lamp without a network is shown so, and takes it up later', async () => {
  await sandbox.reset();
  await sandbox.post('device/online', { productId: 'LAMPWIFI7G', deviceName: 'lamp-1', online: false });
  const page = await open();
  await ready(page);
  assert.equal(await card(page, LAMP).getAttribute('data-online'), 'false');
  assert.match(await card(page, LAMP).innerText(), /offline[^]*as soon as it is back online/);
  await closeClean(page);
});

test('the keyboard is enough, and the focus is never lost', async () => {
  await sandbox.reset();
  const page = await open();
  await ready(page);
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.focus(`#switch-${keyOf(LAMP)}`);
  await page.keyboard.press('Space');
  await page.locator(`[data-device="${LAMP}"][data-on=true]`).waitFor();
  assert.equal(await focused(), `switch-${keyOf(LAMP)}`);
  await page.focus(`#more-${keyOf(LAMP)}`);
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await dialogGone(page);
  assert.equal(await focused(), `more-${keyOf(LAMP)}`);
  // The card is gone with its device: the keyboard is not sent to the top of the page.
  await page.keyboard.press('Enter');
  await page.click('#device-unbind');
  await page.focus('#unbind-yes');
  await page.keyboard.press('Enter');
  await dialogGone(page);
  await page.waitForFunction(() => document.activeElement.id === 'home-refresh');
  assert.match(await page.innerText('#live'), /Lamp is no longer in the family\./);
  await closeClean(page);
});

test('in front of the real cloud it is the home of whoever entered a token', async () => {
  await sandbox.reset();
  // Another sandbox stands for the real one.
  const proxy = await stoppableSandbox('--upstream', sandbox.url);
  const page = await openPage(proxy.url, { path: '/#/home' });
  await page.locator('.home-empty', { hasText: english.home.needsToken }).waitFor();
  await page.click('.home-empty .button');
  await page.fill('#real-token', sandbox.seed.users[1].accessToken);
  await page.click('#nav-home');
  await ready(page);
  assert.equal(await page.locator('#home-family option').innerText(), "Bob's home");
  await closeClean(page);
});

test('both languages, any width: axe finds nothing serious, and nothing is wider than the screen', async () => {
  for (const [width, locale, scheme] of [[360, 'en-US', 'dark'], [390, 'zh-CN', 'light'], [800, 'en-US', 'light'], [1280, 'zh-CN', 'dark']]) {
    await sandbox.reset();
    const page = await open({ width, locale, scheme });
    const look = async (what) => {
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(inner <= outer, `${what} at ${width}: ${inner} > ${outer}`);
      assert.deepEqual(await seriousFindings(page), [], `${what}, ${scheme}, ${width}`);
    };
    await ready(page);
    assert.equal(await page.innerText('h1'), (locale === 'zh-CN' ? chinese : english).home.title);
    await page.click(`#switch-${keyOf(LAMP)}`);
    await page.locator(`[data-device="${LAMP}"][data-on=true]`).waitFor();
    await look('the home');
    await manage(page, LAMP);
    await look('the dialog of a device');
    await page.click('#device-unbind');
    await look('the question before unbinding');
    await page.click('#unbind-no');
    await page.click('#dialog-close');
    await sandbox.post('fault', { action: 'AppGetFamilyList', kind: 'error', code: 'InternalError', message: 'x', times: 9 });
    await page.click('#home-refresh');
    await page.locator('#home-failed').waitFor();
    await look('the failure');
    await closeClean(page);
  }
});
