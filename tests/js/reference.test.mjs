// The reference pages: every Action, found by search, tried against the sandbox; in Chromium.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { installed, repository, require } from './support/package.mjs';
import { closeClean, openPage, seriousFindings, stoppableSandbox, www } from './support/page.mjs';
import { startSandbox } from './support/sandbox.mjs';

const sandbox = await startSandbox({ www, pkg: installed });
const load = (path) => import(pathToFileURL(join(repository, path)).href);
const index = await load('www/reference/search.js');
/** Every Action that the package has a builder for. */
const names = Object.keys(require('iotexplorer-client').request).map((method) => method[0].toUpperCase() + method.slice(1));
const groups = Object.keys(index.GROUPS);
const open = (path, options) => openPage(sandbox.url, { path: `/reference/${path}`, ...options });
const drawn = (page) => page.locator('#search-words').waitFor();

test('every Action has its section, with everything that the table knows of it', async () => {
  assert.deepEqual(readdirSync(join(www, 'reference')).sort(), ['index.html', 'search.js', ...groups.map((group) => `${group}.html`)].sort());
  assert.deepEqual(index.ACTIONS.map(([name]) => name).sort(), [...names].sort());
  const page = await open('');
  const met = [];
  for (const group of groups) {
    await page.goto(`${sandbox.url}/reference/${group}.html`);
    await drawn(page);
    const sections = await page.$$eval('.act', (all) =>
      all.map((section) => ({
        name: section.id,
        title: section.querySelector('h2').textContent,
        params: [...section.querySelectorAll('.params > .items > li > .item-head .name')].map((one) => one.textContent),
        codes: [...section.querySelectorAll('.errors .name')].map((one) => one.textContent),
        method: section.querySelector('[data-code=ts]').textContent,
        answer: section.querySelector('[data-code=answer]').textContent,
        access: section.querySelector('[data-access]').dataset.access,
        endpoint: section.querySelector('[data-endpoint]').dataset.endpoint,
        form: JSON.parse(section.querySelector('.try script')?.textContent ?? 'null'),
        about: section.querySelector('.act-about').innerText,
      })),
    );
    for (const { name, title, params, codes, method, answer, access, endpoint, about } of sections) {
      const [, own, , , documented, , ownCodes] = index.ACTIONS.find(([known]) => known === name);
      assert.equal(title, name);
      assert.equal(own, group, name);
      assert.deepEqual(params, Object.keys(documented), name);
      assert.deepEqual(codes, ownCodes, name);
      assert.ok(method.includes(`await client.${name[0].toLowerCase()}${name.slice(1)}(`), name);
      assert.equal(typeof JSON.parse(answer), 'object', name);
      assert.match(access, /^(reads|changes)$/);
      assert.match(endpoint, /^(tokenapi|appapi)$/);
      assert.ok(about.length > 10, name);
      met.push(name);
    }
    // The list beside them, in the same order.
    assert.deepEqual(await page.$$eval('[data-to]', (links) => links.map((link) => link.textContent)), sections.map((section) => section.name));
  }
  assert.deepEqual(met.sort(), [...names].sort());
  await closeClean(page);
});

test('remedies have the names that the demo has for them', async () => {
  const [{ default: english }, { default: chinese }] = await Promise.all([load('www/lib/text.en.js'), load('www/lib/text.zh.js')]);
  let seen = 0;
  for (const group of groups) {
    const source = readFileSync(join(www, `reference/${group}.html`), 'utf8');
    for (const [, remedy, en, zh] of source.matchAll(/data-remedy="([\w-]+)"><span[^>]*>([^<]*)<\/span><span[^>]*>([^<]*)</g)) {
      assert.deepEqual([en, zh], [english.remedies[remedy][0], chinese.remedies[remedy][0]]);
      seen++;
    }
  }
  assert.ok(seen > 200);
});

const found = (page) => page.$$eval('#found:not([hidden]) [data-found]', (links) => links.map((link) => link.dataset.found));
const look = async (page, words) => {
  await page.fill('#search-words', words);
  await page.locator('#found:not([hidden]) .found-count').first().waitFor();
  return found(page);
};

test('search finds by name, parameter, field, code and words of both languages', async () => {
  const page = await open('bind.html');
  await drawn(page);
  await page.focus('#search-words');
  assert.equal((await look(page, 'getfamilydevicelist'))[0], 'AppGetFamilyDeviceList');
  assert.equal((await look(page, 'appgetfamilydevicelist'))[0], 'AppGetFamilyDeviceList');
  assert.ok((await look(page, 'DeviceTimestamp')).includes('AppSigGatewayBindDevice'));
  assert.match(await page.innerText('#found'), /parameter DeviceTimestamp/);
  assert.ok((await look(page, 'DeviceStatuses')).includes('AppGetDeviceStatuses'));
  assert.ok((await look(page, 'TokenInfoSaveError')).includes('AppCreateDeviceBindToken'));
  // Chinese words: of an Action, of a group, of an error; on the English page, too.
  assert.equal((await look(page, '配网 Token'))[0].slice(0, 3), 'App');
  assert.deepEqual(await look(page, '退出登录'), ['AppLogoutUser']);
  assert.ok((await look(page, '固件')).includes('AppCheckFirmwareUpdate'));
  assert.ok((await look(page, '访问令牌无效')).length > 10);
  assert.match(await page.innerText('#found'), /error InvalidParameterValue\.InvalidAccessToken[^]*and \d+ more/);
  // Every word has to fit.
  const both = await look(page, 'room FamilyId');
  assert.ok(both.includes('AppCreateRoom') && !both.includes('AppGetFamilyList'));
  assert.deepEqual(await look(page, 'coffee machine'), []);
  assert.match(await page.innerText('#found'), /Nothing fits\./);
  await closeClean(page);
});

test('search works by keyboard, and leads to the very place', async () => {
  const page = await open('bind.html', { locale: 'zh-CN' });
  await drawn(page);
  const focused = () => page.evaluate(() => document.activeElement.dataset.found ?? document.activeElement.id);
  await page.keyboard.press('/');
  assert.equal(await focused(), 'search-words');
  await look(page, 'AliasName');
  await page.keyboard.press('ArrowDown');
  const [first] = await found(page);
  assert.equal(await focused(), first);
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(), 'search-words');
  await page.keyboard.press('Escape');
  assert.deepEqual(await found(page), []);
  await look(page, 'AppUpdateDeviceInFamily');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/reference/device.html#AppUpdateDeviceInFamily');
  await drawn(page);
  const top = () => page.evaluate(() => document.getElementById('AppUpdateDeviceInFamily').getBoundingClientRect().top);
  assert.ok((await top()) > 0 && (await top()) < 450, 'it is in sight');
  assert.equal(await page.getAttribute('[data-to][aria-current=location]', 'data-to'), 'AppUpdateDeviceInFamily');
  await closeClean(page);
});

test('the name of an Action is an address', async () => {
  const page = await open('#AppGetFamilyDeviceList');
  await page.waitForURL('**/reference/device.html#AppGetFamilyDeviceList');
  // From the demo, and back.
  await page.click('#nav-flows');
  await page.locator('#bind').waitFor();
  await page.click('#nav-reference');
  await page.waitForURL('**/reference/');
  assert.equal(await page.locator('.card li').count(), names.length);
  await closeClean(page);
});

const tryIt = async (page, action, values = {}) => {
  const form = page.locator(`#${action} .try`);
  if ((await form.locator('details[open]').count()) === 0) await form.locator('summary').click();
  for (const [name, value] of Object.entries(values)) await page.fill(`#try-${action}-${name}`, value);
  await page.click(`#call-${action}`);
  await form.locator('.ending').waitFor();
  return form;
};
const shownIn = async (form, kind) => JSON.parse(await form.locator(`[data-try=${kind}]`).innerText());

test('a call is tried: what the package sent, what came, and the typed error', async () => {
  await sandbox.reset();
  const page = await open('device.html');
  // Filled in from what the sandbox has.
  const good = await tryIt(page, 'AppGetDeviceInFamily');
  assert.equal(await good.locator('.ending').getAttribute('data-good'), 'true');
  assert.equal((await shownIn(good, 'result')).DeviceId, 'LAMPWIFI7G/lamp-1');
  const request = await shownIn(good, 'request');
  assert.equal(request.Action, 'AppGetDeviceInFamily');
  assert.equal((await shownIn(good, 'answer')).Response.RequestId, request.RequestId);
  assert.ok(!(await page.innerText('body')).includes(sandbox.seed.users[0].accessToken), 'no token is shown');

  // The cloud's error, typed.
  const bad = await tryIt(page, 'AppGetDeviceInFamily', { DeviceName: 'nobody' });
  assert.equal(await bad.locator('[data-fact=code]').innerText(), 'ResourceNotFound');
  assert.equal(await bad.locator('[data-fact=kind]').innerText(), 'api');
  assert.match(await bad.locator('.try-sentence').innerText(), /\.$/);
  assert.ok((await shownIn(bad, 'answer')).Response.Error);

  // One that the package does not even send.
  const asked = (await sandbox.log()).length;
  const unsent = await tryIt(page, 'AppGetFamilyDeviceList', { Limit: '51' });
  assert.equal(await unsent.locator('[data-fact=code]').innerText(), 'Parameter.OutOfRange');
  assert.equal(await unsent.locator('[data-fact=parameter]').innerText(), 'Limit');
  assert.match(await unsent.innerText(), /Nothing was sent/);
  assert.equal((await sandbox.log()).length, asked);

  // Lists are JSON, and what is no JSON is refused by the package.
  await tryIt(page, 'AppGetDeviceStatuses', { DeviceIds: '["LAMPWIFI7G/lamp-1"]' });
  const wrong = await tryIt(page, 'AppGetDeviceStatuses', { DeviceIds: '[half' });
  assert.equal(await wrong.locator('[data-fact=code]').innerText(), 'Parameter.WrongType');
  // In the other language it stands there as before.
  await page.click('#language');
  assert.match(await wrong.locator('.try-sentence').innerText(), /\p{Script=Han}/u);
  assert.equal(await page.inputValue('#try-AppGetDeviceStatuses-DeviceIds'), '[half');
  await closeClean(page);
});

test('what changes something changes it, once', async () => {
  await sandbox.reset();
  const page = await open('control.html#AppControlDeviceData');
  await tryIt(page, 'AppControlDeviceData');
  const [lamp] = (await sandbox.get('device/data')).filter((one) => one.deviceName === 'lamp-1');
  assert.equal(lamp.data.power_switch, 1);
  assert.equal((await sandbox.log()).length, 1);
  await closeClean(page);
});

test('a call before sign-in is signed with the secret of the sandbox, and shows neither', async () => {
  await sandbox.reset();
  const page = await open('user.html#AppSendEmailVerificationCode', { locale: 'zh-CN' });
  const form = await tryIt(page, 'AppSendEmailVerificationCode', { Type: 'register', Email: 'someone@example.com' });
  assert.equal(await form.locator('.ending').getAttribute('data-good'), 'true');
  const request = await shownIn(form, 'request');
  assert.equal(request.AppKey, sandbox.seed.app.appKey);
  assert.match(request.Signature, /^.{3}•+$/);
  assert.ok(!(await page.content()).includes(sandbox.seed.app.appSecret));
  assert.match(await form.locator('[data-try=code]').innerText(), /new Client\(\{ appKey, appSecret \}\)[^]*Email: 'someone@example.com',\s+\}\)$/);
  await closeClean(page);
});

test('in front of the real cloud a call takes a token of one\'s own', async () => {
  await sandbox.reset();
  const proxy = await stoppableSandbox('--upstream', sandbox.url);
  const page = await openPage(proxy.url, { path: '/reference/family.html' });
  const { accessToken } = sandbox.seed.users[0];
  await page.locator('#AppGetFamilyList .try summary').click();
  await page.fill('#try-AppGetFamilyList-accessToken', accessToken);
  const form = await tryIt(page, 'AppGetFamilyList', { Offset: '', Limit: '' });
  assert.equal((await shownIn(form, 'result')).FamilyList[0].FamilyId, 'f-home');
  assert.ok(!(await page.innerText('body')).includes(accessToken));
  await closeClean(page);
});

test('on any server the pages can be read and searched; only trying takes the sandbox', async () => {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
  const server = createServer((request, response) => {
    try {
      const path = new URL(request.url, 'http://x').pathname.replace(/\/$/, '/index.html');
      const body = readFileSync(join(www, path));
      response.writeHead(200, { 'content-type': types[extname(path)] }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  after(() => server.close());
  const page = await openPage(`http://127.0.0.1:${server.address().port}`, { path: '/reference/room.html' });
  await drawn(page);
  assert.equal((await look(page, 'AppGetScene'))[0], 'AppGetSceneList');
  await page.keyboard.press('Escape');
  await page.locator('#AppGetRoomList .try summary').click();
  await page.locator('#AppGetRoomList .notice', { hasText: 'cargo xtask demo' }).waitFor();
  page.problems = page.problems.filter((problem) => !/404.*\/control\/mode/.test(problem));
  await closeClean(page);
});

test('each language is whole, and without scripts the pages can be read all the same', async () => {
  const page = await open('device.html', { locale: 'zh-CN', prepare: (own) => own.route('**/lib/reference/page.js', (route) => route.abort()) });
  assert.equal(await page.innerText('h1'), index.GROUPS.device[1]);
  for (const selector of ['.act h3', '.act-docs > div > .items > li > .item-head .type', '.act-docs > .params > .items > li > .item-head .must', '.errors .items p:last-child', '.marks [data-access]', '#foot']) {
    const words = await page.locator(selector).allInnerTexts();
    assert.ok(words.length > 0, selector);
    for (const own of words) assert.match(own, /\p{Script=Han}/u, selector);
  }
  // Nothing is said in one language only.
  for (const group of groups) assert.doesNotMatch(readFileSync(join(www, `reference/${group}.html`), 'utf8'), /<(p|li)><span lang="en">/, group);
  page.problems = page.problems.filter((problem) => !/ERR_FAILED.*page\.js/.test(problem));
  await closeClean(page);
});

const fits = async (page, what) => {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(inner <= outer, `${what}: ${inner} > ${outer}`);
};

test('no page is wider than the screen, however narrow that is', async () => {
  const page = await open('', { width: 360 });
  for (const name of ['', ...groups.map((group) => `${group}.html`)]) {
    await page.goto(`${sandbox.url}/reference/${name}`);
    await drawn(page);
    await fits(page, name);
  }
  await closeClean(page);
});

test('axe finds nothing serious, with everything open that can be', async () => {
  // The pages differ in what is said, not in how they are made; these have all of it.
  for (const [name, width, locale, scheme] of [
    ['', 390, 'en-US', 'dark'],
    ['scene.html', 360, 'en-US', 'light'],
    ['bind.html', 1280, 'zh-CN', 'dark'],
    ['device.html', 800, 'zh-CN', 'light'],
    ['message.html', 1280, 'en-US', 'light'],
  ]) {
    const page = await open(name, { width, locale, scheme });
    await drawn(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    if (name) await page.locator('.try-form').first().waitFor();
    await fits(page, `${name} at ${width}`);
    assert.deepEqual(await seriousFindings(page), [], `${name}, ${scheme}, ${width}`);
    await closeClean(page);
  }
  const page = await open('gateway.html', { width: 390, scheme: 'dark' });
  await look(page, 'FamilyId');
  await tryIt(page, 'AppGetFamilySubDeviceList', { GatewayDeviceName: 'nobody' });
  await look(page, 'FamilyId');
  assert.deepEqual(await seriousFindings(page), [], 'with results');
  await closeClean(page);
});
