// The sample mini-program in www/miniprogram/, with the packed package in it as «build npm» puts it there: its types, and its
// pages through miniprogram-simulate. Run by `node --test`; the tests in pages/ run in jest, because the simulator is made for
// it, and are told here one by one.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const repository = join(here, '../..')
const sample = join(repository, 'www/miniprogram')
const folder = (name) => {
  assert.ok(process.env[name], `${name} must be set: see xtask/src/test.rs`)
  return process.env[name]
}
const installed = join(folder('IOTEXPLORER_PROJECT'), 'node_modules/iotexplorer-client')

mkdirSync(join(repository, 'target/tmp'), { recursive: true })
const work = mkdtempSync(join(repository, 'target/tmp/sample-'))
after(() => rmSync(work, { recursive: true, force: true }))

/** The sample alone, without what somebody has installed or built in it. */
const copySample = (to) => cpSync(sample, to, { recursive: true, filter: (file) => !/[\\/](node_modules|miniprogram_npm)$/.test(file) })

/** The sample as its user has it after `npm install` and WeChat's own «build npm». */
async function project() {
  const path = join(work, 'miniprogram')
  copySample(path)
  cpSync(installed, join(path, 'node_modules/iotexplorer-client'), { recursive: true })
  const { Project, packNpm } = createRequire(join(repository, 'tests/weapp/package.json'))('miniprogram-ci')
  // Nothing is uploaded, so any id and key will do; but the tourist's is refused.
  const privateKeyPath = join(work, 'private.key')
  writeFileSync(privateKeyPath, 'no key')
  const ci = new Project({ appid: 'wx0123456789abcdef', type: 'miniProgram', projectPath: path, privateKeyPath, ignores: ['node_modules/**/*'] })
  assert.deepEqual(await packNpm(ci, { reporter: () => {} }), [], 'it builds without a warning')
  rmSync(join(path, 'node_modules'), { recursive: true })
  return path
}

const path = await project()
const node = (args, env) => spawnSync(process.execPath, args, { cwd: here, encoding: 'utf8', maxBuffer: 64 << 20, timeout: 600_000, env: { ...process.env, FORCE_COLOR: '0', ...env } })

/** The compiler's words on the sample, with `changes` made to its files. */
function compile(name, changes = {}) {
  const copy = join(work, name)
  copySample(copy)
  for (const [file, [before, with_]] of Object.entries(changes)) {
    const text = readFileSync(join(copy, file), 'utf8')
    assert.ok(text.includes(before), `${file} holds ${before}`)
    writeFileSync(join(copy, file), text.replace(before, with_))
  }
  // As after `npm install`.
  mkdirSync(join(copy, 'node_modules'))
  symlinkSync(installed, join(copy, 'node_modules/iotexplorer-client'), 'dir')
  symlinkSync(join(here, 'node_modules/miniprogram-api-typings'), join(copy, 'node_modules/miniprogram-api-typings'), 'dir')
  return node([join(here, 'node_modules/typescript/bin/tsc'), '-p', join(copy, 'jsconfig.json')]).stdout
}

describe('the types of the sample', () => {
  test('hold against the package’s own declarations and miniprogram-api-typings', () => {
    assert.equal(compile('types'), '')
  })

  test('would not hold otherwise: a misspelt Action, option or platform function is found', () => {
    const words = compile('mistakes', {
      'lib/flows/token.js': ['client.bindWithToken', 'client.bindWithTokens'],
      'lib/softap.js': ['softap.encodeToken({ ssid, password, token })', 'softap.encodeToken({ ssid, password, tokens: token })'],
      'pages/home/index.js': ['wx.setNavigationBarTitle({ title: t.home.bar })', 'wx.setNavigationBarTitel({ title: t.home.bar })'],
    })
    for (const word of ['bindWithTokens', 'tokens', 'setNavigationBarTitel']) assert.match(words, new RegExp(`'${word}'`))
  })
})

describe('what the sample is made of', () => {
  const json = (file) => JSON.parse(readFileSync(join(sample, file), 'utf8'))

  test('every page has its four files, and the package is asked for by its version', () => {
    for (const page of json('app.json').pages) {
      for (const kind of ['js', 'json', 'wxml', 'wxss']) assert.ok(existsSync(join(sample, `${page}.${kind}`)), `${page}.${kind}`)
    }
    assert.equal(json('package.json').dependencies['iotexplorer-client'], JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version)
  })

  test('every colour of theme.json has a dark twin, and app.json names only these', () => {
    const { light, dark } = json('theme.json')
    assert.deepEqual(Object.keys(dark), Object.keys(light))
    for (const value of Object.values(json('app.json').window)) {
      if (value.startsWith('@')) assert.ok(light[value.slice(1)], value)
    }
  })
})

const report = join(work, 'jest.json')
const screens = join(work, 'screens')
const jest = node([join(here, 'node_modules/jest/bin/jest.js'), '--ci', '--silent', '--json', `--outputFile=${report}`], { IOTEXPLORER_SAMPLE: path, IOTEXPLORER_SHOTS: screens })
const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : []

test('the pages were tried', () => {
  assert.ok(results.length > 0, jest.stderr)
})
for (const file of results) {
  describe(`pages, ${file.name.replace(/^.*\//, '')}`, () => {
    test('the file runs', () => assert.ok(file.assertionResults.length > 0, file.message))
    for (const { fullName, status, failureMessages } of file.assertionResults) {
      test(fullName, { skip: status === 'pending' }, () => {
        assert.equal(status, 'passed', failureMessages.join('\n'))
      })
    }
  })
}

describe('pictures', () => {
  // The browser's driver and the judge of contrasts are those of the other tests.
  const require = createRequire(join(repository, 'tests/package.json'))
  const { chromium } = require('playwright-core')
  const pictures = join(repository, 'target/screenshots/miniprogram')

  test('every screen in light and dark: nothing sticks out, nothing is too faint', async () => {
    rmSync(pictures, { recursive: true, force: true })
    mkdirSync(pictures, { recursive: true })
    const files = existsSync(screens) ? readdirSync(screens) : []
    assert.ok(files.length > 30, `${files.length} screens were drawn`)
    const browser = await chromium.launch({
      executablePath: folder('CHROMIUM'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--disable-background-networking'],
    })
    const complaints = []
    try {
      for (const colorScheme of ['light', 'dark']) {
        const context = await browser.newContext({ viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, colorScheme })
        const page = await context.newPage()
        for (const file of files) {
          await page.goto(pathToFileURL(join(screens, file)).href)
          const name = `${file.replace('.html', '')}-${colorScheme}`
          await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
          const out = await page.evaluate(() =>
            [...document.querySelectorAll('main *')]
              .filter((node) => node.getBoundingClientRect().right > 375.5 || node.scrollWidth > node.clientWidth + 1)
              .filter((node) => getComputedStyle(node).display !== 'inline' && !/^WX-(INPUT|TEXTAREA)$/.test(node.tagName))
              .map((node) => `${node.className} sticks out: ${node.textContent}`),
          )
          await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') })
          const { violations } = await page.evaluate(() => globalThis.axe.run('main', { runOnly: ['color-contrast'] }))
          const faint = violations.flatMap(({ nodes }) => nodes.map(({ html, any }) => `${html}: ${any[0]?.message}`))
          complaints.push(...[...out, ...faint].map((complaint) => `${name}: ${complaint}`))
        }
        await context.close()
      }
    } finally {
      await browser.close()
    }
    assert.deepEqual(complaints, [])
  })
})
