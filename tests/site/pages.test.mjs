// The site as `cargo xtask site` has made it, on a server that knows nothing of it; in Chromium.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { after, test } from 'node:test'
import { closeClean, openPage, seriousFindings } from '../js/support/page.mjs'

const site = process.env.IOTEXPLORER_SITE
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const server = createServer((request, response) => {
  try {
    const path = new URL(request.url, 'http://x').pathname.replace(/\/$/, '/index.html')
    const body = readFileSync(join(site, decodeURI(path)))
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body)
  } catch {
    response.writeHead(404).end()
  }
})
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
after(() => server.close())
const url = `http://127.0.0.1:${server.address().port}`

test('the front door leads to the guides, and from there to every part', async () => {
  const page = await openPage(url)
  await page.waitForURL('**/guides/index.html')
  await page.locator('#search-words').waitFor()
  const addresses = await page.$$eval('#top a', (links) => links.map((link) => new URL(link.href).pathname))
  assert.deepEqual(addresses, ['/guides/', '/guides/', '/reference/', '/guides/errors.html', '/types/index.html'])
  for (const address of addresses) assert.equal((await fetch(url + address)).status, 200, address)
  const cards = await page.$$eval('.lead-card a', (links) => links.map((link) => new URL(link.href).pathname))
  for (const wanted of ['/types/index.html', '/rust/iotexplorer_client/index.html']) assert.ok(cards.includes(wanted), wanted)
  await page.click('#nav-codes')
  await page.waitForURL('**/guides/errors.html')
  assert.equal(await page.getAttribute('#nav-codes', 'aria-current'), 'page')
  await closeClean(page)
})

test('the reference can be read without the sandbox, and says what trying takes', async () => {
  const page = await openPage(url, { path: '/reference/room.html', width: 390, scheme: 'dark', locale: 'zh-CN' })
  await page.locator('#search-words').waitFor()
  await page.locator('#AppGetRoomList .try summary').click()
  await page.locator('#AppGetRoomList .notice', { hasText: 'cargo xtask demo' }).waitFor()
  assert.deepEqual(await seriousFindings(page), [])
  await closeClean(page)
})

test('the types know the way back', async () => {
  const page = await openPage(url, { path: '/types/index.html' })
  const links = await page.$$eval('a', (all) => all.map((link) => new URL(link.href).pathname))
  for (const wanted of ['/guides/index.html', '/reference/index.html', '/guides/errors.html']) assert.ok(links.includes(wanted), wanted)
  assert.ok(links.some((link) => /\/types\/classes\/.*Client\.html$/.test(link)), 'Client has its page')
  await closeClean(page)
})
