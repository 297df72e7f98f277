// No link is dead: those of the READMEs and of every other page of Markdown, and those of the site, as `cargo xtask site` has
// made it. Of links to the outside only the form is checked: tests have no network.

import GithubSlugger from 'github-slugger'
import MarkdownIt from 'markdown-it'
import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, extname, join, normalize, relative, sep } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { parse } from 'parse5'
import { repository } from '../js/support/package.mjs'

const site = process.env.IOTEXPLORER_SITE
assert.ok(site, 'IOTEXPLORER_SITE must name the folder that `cargo xtask site` has made')

/** Everything below a folder that ends like this, but for what is built or installed. */
function filesBelow(folder, ending, skipped = /^(node_modules|target|pkg|\..*)$/) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skipped.test(entry.name) ? [] : filesBelow(path, ending, skipped)
    return entry.name.endsWith(ending) ? [path] : []
  })
}

/** What is wrong with the form of an address to the outside, if anything is. */
function flawOf(address) {
  if (/^mailto:[^@\s]+@[^@\s]+$/.test(address)) return undefined
  let url
  try {
    url = new URL(address)
  } catch {
    return 'is no address'
  }
  const isOwn = /^(localhost|127\.0\.0\.1)$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOwn)) return 'is not https'
  if (!isOwn && !/^[\w-]+(\.[\w-]+)+$/.test(url.hostname)) return 'names no host'
  return /\s/.test(address) ? 'holds white space' : undefined
}

const isOutside = (address) => /^[a-z][a-z+.-]*:/i.test(address)

test('what is wrong with an address is seen', () => {
  assert.equal(flawOf('https://example.com/a?b#c'), undefined)
  assert.equal(flawOf('http://127.0.0.1:8080/'), undefined)
  for (const bad of ['http://example.com', 'https://example', 'https:/example.com x', 'ftp://example.com', 'https://', 'mailto:me']) assert.ok(flawOf(bad), bad)
})

// ---- Markdown ----

const markdown = new MarkdownIt({ html: true })
const pages = new Map()

/** The links of a page of Markdown, and the names that lead into it. */
function readMarkdown(path) {
  if (pages.has(path)) return pages.get(path)
  const slugger = new GithubSlugger()
  const found = { links: [], names: new Set() }
  const tokens = markdown.parse(readFileSync(path, 'utf8'), {})
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const words = tokens[at + 1].children.map(({ type, content }) => (/^(text|code_inline)$/.test(type) ? content : '')).join('')
      found.names.add(slugger.slug(words))
    }
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') found.links.push(child.attrGet('href'))
      if (child.type === 'image') found.links.push(child.attrGet('src'))
    }
    for (const [, name] of (/html/.test(token.type) ? token.content : '').matchAll(/\b(?:id|name)="([^"]+)"/g)) found.names.add(name)
  }
  pages.set(path, found)
  return found
}

const sources = filesBelow(repository, '.md')

for (const path of sources) {
  const name = relative(repository, path)
  test(`${name}: no dead link`, () => {
    const problems = []
    for (const link of readMarkdown(path).links) {
      if (isOutside(link)) {
        const flaw = flawOf(link)
        if (flaw) problems.push(`${link} ${flaw}`)
        continue
      }
      const [to, section] = decodeURI(link).split('#')
      const target = to ? join(dirname(path), to) : path
      if (!existsSync(target)) problems.push(`${link}: no such file`)
      else if (section && target.endsWith('.md') && !readMarkdown(target).names.has(section)) problems.push(`${link}: no such section`)
      else if (section && target.endsWith('.html') && !readHtml(target).names.has(section)) problems.push(`${link}: no such place`)
    }
    assert.deepEqual(problems, [])
  })
}

test('there is Markdown to look at', () => {
  const names = sources.map((path) => relative(repository, path))
  for (const wanted of ['README.md', 'README.zh-CN.md', 'SECURITY.md', 'docs/reference.md', 'docs/guides/token.zh.md']) assert.ok(names.includes(wanted), wanted)
  assert.ok(readMarkdown(join(repository, 'README.md')).links.length > 100)
})

// ---- The site ----

const documents = new Map()

/** The links of a page, and the names that lead into it. */
function readHtml(path) {
  if (documents.has(path)) return documents.get(path)
  const found = { links: [], names: new Set(), twice: [], language: undefined, title: '' }
  const walk = (node) => {
    const attributes = Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value]))
    if (attributes.id) {
      if (found.names.has(attributes.id)) found.twice.push(attributes.id)
      found.names.add(attributes.id)
    }
    if (node.tagName === 'a' && attributes.name) found.names.add(attributes.name)
    if (node.tagName === 'html') found.language = attributes.lang
    if (node.tagName === 'title') found.title ||= node.childNodes[0]?.value ?? ''
    for (const name of ['href', 'src']) if (attributes[name] !== undefined) found.links.push(attributes[name])
    if (node.tagName === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '')) found.links.push(/url=(.*)$/i.exec(attributes.content)[1])
    for (const child of node.childNodes ?? []) walk(child)
  }
  walk(parse(readFileSync(path, 'utf8')))
  documents.set(path, found)
  return found
}

/** What is wrong with a link of a page below `root`, if anything is. */
function deadness(link, from, root) {
  if (isOutside(link)) return /^(data|javascript):/.test(link) ? undefined : flawOf(link)
  const [address, section = ''] = link.split('#')
  const [to] = address.split('?')
  let target = to ? normalize(join(to.startsWith('/') ? root : dirname(from), decodeURI(to))) : from
  if (relative(root, target).startsWith('..')) return 'leads out of the site'
  if (to.endsWith('/') || (existsSync(target) && statSync(target).isDirectory())) target = join(target, 'index.html')
  if (!existsSync(target)) return 'no such file'
  if (section === '' || extname(target) !== '.html') return undefined
  const { names } = readHtml(target)
  // Lines of source are named `#12-34`, of which `12` and `34` are there.
  const parts = /^\d+-\d+$/.test(section) ? section.split('-') : [section]
  // As browsers do it: as it stands, then decoded.
  return parts.every((part) => names.has(part) || names.has(decodeURIComponent(part))) ? undefined : 'no such place'
}

/** By the folder that they are in: what is wrong on each page below `root`. */
function problemsBelow(root, folder) {
  const problems = []
  for (const path of filesBelow(join(root, folder), '.html', /^$/)) {
    for (const link of readHtml(path).links) {
      const why = deadness(link, path, root)
      if (why) problems.push(`${relative(root, path)}: ${link}: ${why}`)
    }
  }
  return problems
}

const FOLDERS = readdirSync(site, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)

test('the site has all its parts', () => {
  assert.deepEqual([...FOLDERS].sort(), ['css', 'guides', 'lib', 'reference', 'rust', 'types'])
  for (const page of ['index.html', 'guides/index.html', 'guides/errors.html', 'reference/index.html', 'types/index.html', 'rust/iotexplorer_client/index.html']) {
    assert.ok(existsSync(join(site, page)), page)
  }
  assert.equal(deadness(readHtml(join(site, 'index.html')).links.at(-1), join(site, 'index.html'), site), undefined)
})

for (const folder of ['guides', 'reference', 'types', 'rust']) {
  test(`${folder}: no dead link`, () => {
    const problems = problemsBelow(site, folder)
    assert.deepEqual(problems.slice(0, 20), [], `${problems.length} in all`)
  })
}

const www = join(repository, 'www')
test('the same pages beside the demo: no dead link', () => {
  for (const folder of ['guides', 'reference']) assert.deepEqual(problemsBelow(www, folder), [])
})

test('a dead link is seen', () => {
  const page = join(site, 'guides/token.html')
  for (const link of ['nowhere.html', '#nowhere', 'recovery.html#nowhere', '../nowhere/', '../../README.md', '/nowhere', 'http://example.com']) {
    assert.ok(deadness(link, page, site), link)
  }
  for (const link of ['recovery.html#maybebound', '../reference/', './', '?a#main', '/index.html']) assert.equal(deadness(link, page, site), undefined, link)
})

test('no page of ours uses a name twice, and each says its title and language', () => {
  for (const folder of ['guides', 'reference']) {
    for (const path of filesBelow(join(site, folder), '.html')) {
      const { twice, language, title } = readHtml(path)
      assert.deepEqual(twice, [], relative(site, path))
      assert.equal(language, 'en')
      assert.match(title, / · iotexplorer-client$/)
    }
  }
})

test('all that search offers is there', async () => {
  const load = (path) => import(pathToFileURL(join(site, path)).href)
  const [{ ACTIONS }, { SECTIONS, ERRORS, PAGES }] = await Promise.all([load('reference/search.js'), load('guides/search.js')])
  const addresses = [
    ...ACTIONS.flatMap(([name, group, , , params]) => [name, ...Object.keys(params).map((param) => `${name}.${param}`)].map((place) => `reference/${group}.html#${place}`)),
    ...SECTIONS.map(([page, place]) => `guides/${page}.html#${place}`),
    ...ERRORS.map(([code]) => `guides/errors.html#${code}`),
  ]
  assert.ok(addresses.length > 600, String(addresses.length))
  const dead = addresses.filter((address) => deadness(address, join(site, 'index.html'), site))
  assert.deepEqual(dead, [])
  // And everything that is there can be found.
  const guides = readdirSync(join(site, 'guides')).filter((name) => name.endsWith('.html') && name !== 'index.html')
  assert.deepEqual(Object.keys(PAGES).map((page) => `${page}.html`).sort(), guides.sort())
})

test('the error page has every code that an error can have, once', () => {
  const { names } = readHtml(join(site, 'guides/errors.html'))
  const table = readFileSync(join(repository, 'README.md'), 'utf8').matchAll(/^\| `([\w.]+)` \| `[a-z-]+` \|/gm)
  const codes = [...table].map(([, code]) => code)
  assert.ok(codes.length > 100)
  for (const code of codes) assert.ok(names.has(code), code)
})

test('every file of the guides is what the sources say', () => {
  // Two languages of everything: half a pair is a mistake.
  const names = readdirSync(join(repository, 'docs/guides'))
  for (const name of names) {
    const other = name.replace(/\.(en|zh)\.md$/, (_, language) => `.${language === 'en' ? 'zh' : 'en'}.md`)
    assert.ok(names.includes(other) && other !== name, name)
  }
  assert.ok(!names.some((name) => name.includes(sep)))
})
