// The guides and the page of the error codes, as the sandbox serves them beside the demo; in Chromium.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { installed, repository, require } from './support/package.mjs';
import { closeClean, openPage, seriousFindings, www } from './support/page.mjs';
import { startSandbox } from './support/sandbox.mjs';

const sandbox = await startSandbox({ www, pkg: installed });
const { PAGES, SECTIONS, ERRORS } = await import(pathToFileURL(join(repository, 'www/guides/search.js')).href);
const guides = Object.keys(PAGES);
const open = (path, options) => openPage(sandbox.url, { path: `/guides/${path}`, ...options });
const drawn = (page) => page.locator('#search-words').waitFor();
/** Those written in docs/guides/ show what they tell; the page of the codes tells nothing in order. */
const drawnGuides = guides.filter((guide) => guide !== 'errors' && existsSync(join(repository, `docs/guides/${guide}.en.md`)));
const LOCALES = { en: 'en-US', zh: 'zh-CN' };

test('every page is there, with its parts in both languages', async () => {
  assert.deepEqual(readdirSync(join(www, 'guides')).sort(), ['index.html', 'search.js', ...guides.map((guide) => `${guide}.html`)].sort());
  for (const [language, locale] of Object.entries(LOCALES)) {
    const page = await open('', { locale });
    for (const guide of guides) {
      await page.goto(`${sandbox.url}/guides/${guide}.html`);
      await drawn(page);
      const of = (row) => (language === 'zh' ? row[3] : row[2]);
      const own = SECTIONS.filter(([name]) => name === guide);
      assert.equal(await page.innerText('h1'), of(own[0]));
      assert.equal(await page.title(), `${of(own[0])} · iotexplorer-client`);
      const titles = await page.locator('.part > :is(h2, h3)').allInnerTexts();
      const expected = own.slice(1).map(of);
      assert.deepEqual(titles.slice(0, expected.length), expected, guide);
      // Whoever reads one language sees nothing of the other.
      const words = await page.locator('main').evaluate((main) => {
        const copy = main.cloneNode(true);
        main.replaceWith(copy);
        for (const one of copy.querySelectorAll('svg, pre')) one.remove();
        return copy.innerText;
      });
      if (language === 'en') assert.doesNotMatch(words, /\p{Script=Han}/u, guide);
      else assert.ok(words.match(/\p{Script=Han}/gu).length > 200, guide);
    }
    await closeClean(page);
  }
});

test('everything that can be clicked is there', async () => {
  const page = await open('');
  const met = new Set();
  for (const path of ['guides/', ...guides.map((guide) => `guides/${guide}.html`), 'reference/', 'reference/bind.html']) {
    await page.goto(`${sandbox.url}/${path}`);
    await drawn(page);
    for (const address of await page.$$eval('a[href]', (links) => links.map((link) => link.href))) {
      const url = new URL(address);
      if (url.origin === sandbox.url) met.add(url.pathname);
    }
  }
  assert.ok(met.size > 25, String(met.size));
  assert.ok(met.has('/') && met.has('/guides/errors.html'), 'the demo and the codes are linked');
  for (const path of met) assert.equal((await fetch(sandbox.url + path)).status, 200, path);
  await closeClean(page);
});

test('the start page leads to every guide and to the reference', async () => {
  const page = await open('', { locale: 'zh-CN' });
  await drawn(page);
  const links = await page.$$eval('.lead-card a', (all) => all.map((link) => link.getAttribute('href')));
  assert.deepEqual(links.filter((link) => link.endsWith('.html')).sort(), guides.map((guide) => `${guide}.html`).sort());
  assert.ok(links.includes('../reference/'));
  await page.click('.lead-card >> text=Token 方式');
  await page.waitForURL('**/guides/token.html');
  await page.click('.neighbours .next');
  await page.waitForURL('**/guides/several.html');
  await page.click('#nav-guides');
  await page.waitForURL('**/guides/');
  await closeClean(page);
});

const look = async (page, words) => {
  await page.fill('#search-words', words);
  await page.locator('#found:not([hidden]) .found-count').first().waitFor();
  return page.$$eval('#found:not([hidden]) [data-found]', (links) => links.map((link) => link.dataset.found));
};

test('search finds guides, Actions and codes, in both languages', async () => {
  const page = await open('token.html');
  await drawn(page);
  await page.focus('#search-words');
  assert.equal((await look(page, 'outcomeunknown'))[0], 'error Flow.OutcomeUnknown');
  assert.equal((await look(page, 'Flow.OutcomeUnknown'))[0], 'error Flow.OutcomeUnknown');
  assert.equal((await look(page, 'AppTokenBindDeviceFamily'))[0], 'AppTokenBindDeviceFamily');
  assert.equal((await look(page, 'a web page needs a proxy'))[0], 'guide secrets#a-web-page-needs-a-proxy');
  // What stands in a text only, and in the other language only.
  assert.ok((await look(page, 'wasm-unsafe-eval')).includes('guide secrets#a-strict-policy'));
  assert.equal((await look(page, '网页需要代理'))[0], 'guide secrets#a-web-page-needs-a-proxy');
  assert.ok((await look(page, '证书钉扎')).length === 0);
  // Every word has to fit.
  const both = await look(page, 'checkpoint day');
  assert.ok(both.includes('guide recovery#how-long-a-checkpoint-is-good') && !both.includes('error Flow.BadCheckpoint'));
  // The piece of the text around what was found.
  await look(page, 'wasm-unsafe-eval');
  assert.match(await page.innerText('[data-found="guide secrets#a-strict-policy"] .found-about'), /wasm-unsafe-eval/);
  await closeClean(page);
});

test('a result leads to its very place, from either folder', async () => {
  for (const from of ['guides/token.html', 'reference/room.html']) {
    const page = await openPage(sandbox.url, { path: `/${from}` });
    await drawn(page);
    await page.focus('#search-words');
    await look(page, 'BindDeviceSigMismatch');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/guides/errors.html#InvalidParameterValue.BindDeviceSigMismatch');
    await drawn(page);
    const top = await page.evaluate(() => document.getElementById('InvalidParameterValue.BindDeviceSigMismatch').getBoundingClientRect().top);
    assert.ok(top > 0 && top < 450, `${from}: ${top}`);
    await page.focus('#search-words');
    await look(page, 'AppGetRoomList');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/reference/room.html#AppGetRoomList');
    await closeClean(page);
  }
});

test('each code has what its errors say of themselves', async () => {
  const { IotError } = require('iotexplorer-client');
  const page = await open('errors.html');
  await drawn(page);
  const entries = await page.$$eval('.code-entry', (all) => all.map((entry) => ({
    code: entry.id,
    name: entry.querySelector('h3').textContent,
    remedy: entry.querySelector('[data-remedy]').dataset.remedy,
    retryable: entry.querySelector('[data-retryable]').dataset.retryable,
    en: entry.querySelector('.entry-said .en').textContent,
    zh: entry.querySelector('.entry-said .zh').textContent,
    flows: [...entry.querySelectorAll('.entry-facts dd > a[href$=".html"]')].map((link) => link.getAttribute('href')),
  })));
  assert.deepEqual(entries.map(({ code }) => code).sort(), ERRORS.map(([code]) => code).sort());
  const kinds = { Aborted: 'aborted', Flow: 'flow', Init: 'init', Network: 'network', Parameter: 'parameter', Protocol: 'protocol', Timeout: 'timeout' };
  for (const { code, name, remedy, retryable, en, zh } of entries) {
    const error = new IotError({ kind: kinds[code.split('.')[0]] ?? 'api', code, message: 'm' });
    assert.equal(name, code);
    assert.deepEqual({ remedy, retryable }, { remedy: error.remedy, retryable: String(error.retryable) }, code);
    assert.deepEqual([en, zh].map((text) => text.trim()), [error.describe('en'), error.describe('zh')], code);
  }
  const flowsOf = (wanted) => entries.find(({ code }) => code === wanted).flows;
  assert.deepEqual(flowsOf('InvalidParameterValue.TokenIsExpire'), ['token.html']);
  assert.deepEqual(flowsOf('Flow.SignFailed'), ['gateway.html']);
  assert.deepEqual(flowsOf('Network.Failed'), []);
  await closeClean(page);
});

/** The contrast of two colours as CSS computes them. */
function contrast(one, other) {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test('diagrams can be read: on a phone, in the dark, in both languages, and by ear', async () => {
  let seen = 0;
  for (const [width, scheme, locale] of [[360, 'dark', 'en-US'], [390, 'light', 'zh-CN'], [1280, 'dark', 'zh-CN'], [1280, 'light', 'en-US']]) {
    const page = await open('', { width, scheme, locale });
    for (const guide of guides) {
      await page.goto(`${sandbox.url}/guides/${guide}.html`);
      await drawn(page);
      const drawings = await page.$$eval('.diagram svg', (all) => all.filter((svg) => svg.checkVisibility()).map((svg) => {
        const box = svg.getBoundingClientRect();
        const inside = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
        const names = [...svg.querySelectorAll('.dg-name')];
        const boxes = [...svg.querySelectorAll('.dg-actor')].map((rect) => rect.getBoundingClientRect());
        const notes = [...svg.querySelectorAll('.dg-note')].map((rect) => rect.getBoundingClientRect());
        return {
          title: svg.querySelector('title').textContent,
          about: svg.querySelector('desc').textContent,
          labelled: svg.getAttribute('aria-labelledby') === svg.querySelector('title').id && svg.getAttribute('aria-describedby') === svg.querySelector('desc').id,
          scale: box.width / svg.viewBox.baseVal.width,
          outside: [...svg.querySelectorAll('text')].filter((text) => !inside(text.getBoundingClientRect(), box)).map((text) => text.textContent),
          cut: [
            ...names.filter((text) => !boxes.some((rect) => inside(text.getBoundingClientRect(), rect))),
            ...[...svg.querySelectorAll('.dg-said')].filter((text) => !notes.some((rect) => inside(text.getBoundingClientRect(), rect))),
          ].map((text) => text.textContent),
          colours: [['.dg-label', svg.closest('figure')], ['.dg-name', svg.querySelector('.dg-actor')], ['.dg-said', svg.querySelector('.dg-note')], ['.dg-number', svg.querySelector('.dg-dot')]].flatMap(([text, ground]) => {
            const one = svg.querySelector(text);
            const style = ground && getComputedStyle(ground);
            return one && ground ? [[text, getComputedStyle(one).fill, ground.localName === 'figure' ? style.backgroundColor : style.fill]] : [];
          }),
        };
      }));
      if (!drawnGuides.includes(guide)) {
        assert.deepEqual(drawings, [], guide);
        continue;
      }
      assert.equal(drawings.length, 1, `${guide}: one drawing of the two`);
      const [drawing] = drawings;
      const at = `${guide} at ${width}, ${locale}`;
      assert.ok(drawing.labelled && drawing.title.length > 4 && / 1\. .+ → .+: /.test(drawing.about), at);
      assert.equal(/\p{Script=Han}/u.test(drawing.title + drawing.about), locale === 'zh-CN', at);
      assert.ok(drawing.scale > 0.88, `${at}: scaled to ${drawing.scale}`);
      assert.deepEqual(drawing.outside, [], at);
      assert.deepEqual(drawing.cut, [], at);
      for (const [text, ink, ground] of drawing.colours) assert.ok(contrast(ink, ground) >= 4.5, `${at}: ${text} ${ink} on ${ground}`);
      seen++;
    }
    await closeClean(page);
  }
  assert.ok(seen >= 32, String(seen));
});

test('without scripts the pages can be read all the same', async () => {
  const page = await open('token.html', { locale: 'zh-CN', prepare: (own) => own.route('**/lib/guides/page.js', (route) => route.abort()) });
  assert.match(await page.innerText('h1'), /\p{Script=Han}/u);
  assert.ok(await page.locator('.zh .diagram svg.wide').isVisible());
  page.problems = page.problems.filter((problem) => !/ERR_FAILED.*page\.js/.test(problem));
  await closeClean(page);
});

test('language and colours can be changed, and code copied', async () => {
  const page = await open('gateway.html');
  await drawn(page);
  const title = await page.innerText('h1');
  await page.click('#language');
  assert.match(await page.innerText('h1'), /\p{Script=Han}/u);
  await page.click('#theme');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.goto(`${sandbox.url}/guides/several.html`);
  await drawn(page);
  assert.match(await page.innerText('h1'), /\p{Script=Han}/u, 'it is remembered');
  await page.click('#language');
  await page.goto(`${sandbox.url}/guides/gateway.html`);
  await drawn(page);
  assert.equal(await page.innerText('h1'), title);
  await page.locator('figure.code:visible button').first().click();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^import \{ Client \} from 'iotexplorer-client'\n/);
  await closeClean(page);
});

const fits = async (page, what) => {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(inner <= outer, `${what}: ${inner} > ${outer}`);
};

test('no page is wider than the screen, and axe finds nothing serious', async () => {
  const looks = [[360, 'en-US', 'dark'], [390, 'zh-CN', 'light'], [1280, 'en-US', 'light'], [1280, 'zh-CN', 'dark']];
  for (const [turn, [width, locale, scheme]] of looks.entries()) {
    const page = await open('', { width, locale, scheme });
    for (const [at, name] of ['', ...guides.map((guide) => `${guide}.html`)].entries()) {
      await page.goto(`${sandbox.url}/guides/${name}`);
      await drawn(page);
      await fits(page, `${name} at ${width}`);
      // The pages differ in what is said, not in how they are made: each is looked at in one of the looks.
      if (name === '' || at % looks.length === turn) assert.deepEqual(await seriousFindings(page), [], `${name}, ${scheme}, ${width}`);
    }
    await page.goto(`${sandbox.url}/guides/token.html`);
    await look(page, 'token');
    await fits(page, `results at ${width}`);
    assert.deepEqual(await seriousFindings(page), [], `results, ${scheme}, ${width}`);
    await closeClean(page);
  }
});
