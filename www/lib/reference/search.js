// Search over everything there is to read: guides, Actions and error codes, by names and by what is said of them, in both
// languages.

import { announce, h, icon, mount } from '../dom.js'
import { language, t } from '../i18n.js'
import { breakable } from '../views/words.js'

const MOST_SHOWN = 24
/** As much of a guide's text as is shown around what was found. */
const EXCERPT = 120

let index
let query = ''
let closed = true

async function loadIndex() {
  index ??= Promise.all([import('../../reference/search.js'), import('../../guides/search.js')]).then(([actions, guides]) => ({ ...actions, ...guides }))
  return index
}

/**
 * How well one term fits an Action, and by what: `{ score, by, name }`, or nothing. The better place wins: a name before a
 * parameter, a parameter before a sentence.
 */
function fitAction([name, group, en, zh, params, fields, codes], term, { GROUPS, CODES }) {
  const lower = name.toLowerCase()
  const has = (text) => text.toLowerCase().includes(term)
  const named = (names) => names.find((own) => own.toLowerCase() === term) ?? names.find(has)
  if (lower === term) return { score: 100 }
  if (lower.startsWith(term) || lower.replace(/^(app|iotvideo)/, '').startsWith(term)) return { score: 60 }
  if (has(name)) return { score: 40 }
  const param = named(Object.keys(params))
  if (param) return { score: param.toLowerCase() === term ? 30 : 20, by: 'param', name: param }
  if (has(en) || has(zh)) return { score: 22 }
  const field = named(fields)
  if (field) return { score: field.toLowerCase() === term ? 18 : 12, by: 'field', name: field }
  const code = named(codes)
  if (code) return { score: 15, by: 'code', name: code }
  if (GROUPS[group].some(has)) return { score: 10 }
  const described = Object.keys(params).find((own) => has(params[own]))
  if (described) return { score: 6, by: 'param', name: described }
  const told = codes.find((own) => CODES[own].some(has))
  if (told) return { score: 4, by: 'code', name: told }
  return undefined
}

/** The same for an error code: its name, its sentence, what the page adds. */
function fitError([code, , en, zh, ...more], term) {
  const lower = code.toLowerCase()
  const has = (text) => text.toLowerCase().includes(term)
  if (lower === term) return { score: 100 }
  if (lower.split('.').at(-1) === term) return { score: 80 }
  if (has(code)) return { score: 38 }
  if (has(en) || has(zh)) return { score: 14 }
  return more.some(has) ? { score: 7 } : undefined
}

/** The same for a section of a guide: its title, the guide's name, its text. */
function fitSection([page, address, en, zh, ...texts], term, { PAGES }) {
  const has = (text) => text.toLowerCase().includes(term)
  const isWhole = address === 'main'
  if ([en, zh, ...(isWhole ? PAGES[page] : [])].some(has)) return { score: isWhole ? 48 : 42 }
  if (texts.some(has)) return { score: 9 }
  return !isWhole && PAGES[page].some(has) ? { score: 3 } : undefined
}

const KINDS = [
  { rows: 'ACTIONS', fit: fitAction, name: ([name]) => name },
  { rows: 'ERRORS', fit: fitError, name: ([code]) => `error ${code}` },
  { rows: 'SECTIONS', fit: fitSection, name: ([page, address]) => `guide ${page}#${address}` },
]

/** What fits every term, the best first. */
export function find(words, tables) {
  const terms = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (terms.length === 0) return []
  const found = []
  for (const kind of KINDS) {
    for (const row of tables[kind.rows]) {
      const fits = terms.map((term) => kind.fit(row, term, tables))
      if (fits.some((one) => !one)) continue
      found.push({ kind, row, terms, score: fits.reduce((sum, one) => sum + one.score, 0), because: fits.find((one) => one.by) })
    }
  }
  return found.sort((a, b) => b.score - a.score || a.kind.name(a.row).localeCompare(b.kind.name(b.row)))
}

export function drawSearch(place) {
  mount(
    place,
    h(
      'div', { class: 'search', role: 'search', 'aria-label': t('search.label') },
      h('label', { for: 'search-words', class: 'unseen' }, t('search.label')),
      icon('search'),
      h('input', {
        type: 'search', id: 'search-words', autocomplete: 'off', spellcheck: 'false', placeholder: t('search.hint'), value: query,
        onfocus: () => loadIndex().then(() => show(place)), oninput: (event) => {
          query = event.target.value
          closed = false
          show(place)
        },
      }),
      h('kbd', { 'aria-hidden': 'true' }, '/'),
      h('div', { class: 'found', id: 'found', hidden: true }),
    ),
  )
  if (query) show(place)
}

async function show(place) {
  const tables = await loadIndex()
  const list = place.querySelector('#found')
  const found = find(query, tables)
  list.hidden = closed || query.trim() === ''
  const rest = found.length - MOST_SHOWN
  mount(
    list,
    h('p', { class: 'found-count soft small-text' }, found.length ? t('search.count', found.length) : t('search.none')),
    found.length > 0 && h('ul', {}, found.slice(0, MOST_SHOWN).map((one) => result(one, tables))),
    rest > 0 && h('p', { class: 'found-count soft small-text' }, t('search.more', rest)),
  )
  if (!list.hidden) announce(found.length ? t('search.count', found.length) : t('search.none'))
}

function result({ kind, row, terms, because }, tables) {
  const { href, head, aside, about, why } = (kind.rows === 'ACTIONS' ? actionResult : kind.rows === 'ERRORS' ? errorResult : sectionResult)(row, because, tables, terms)
  return h('li', {}, h(
    'a', { href: `../${href}`, 'data-found': kind.name(row) },
    h('span', { class: 'found-head' }, head, h('span', { class: 'soft small-text' }, aside)),
    about && h('span', { class: 'found-about' }, about),
    why,
  ))
}

/** Of two texts the one in the language of the page. */
const own = (en, zh) => (language === 'zh' ? zh : en)

function actionResult([name, group, en, zh], because, { GROUPS }) {
  const place = because?.by === 'param' ? `${name}.${because.name}` : name
  return {
    href: `reference/${group}.html#${place}`,
    head: h('code', {}, breakable(name)), aside: own(...GROUPS[group]), about: plain(own(en, zh)),
    why: because && h('span', { class: 'found-why small-text' }, t(`search.${because.by}`), ' ', h('code', {}, breakable(because.name))),
  }
}

const errorResult = ([code, , en, zh]) => ({ href: `guides/errors.html#${code}`, head: h('code', {}, breakable(code)), aside: t('search.errorCode'), about: plain(own(en, zh)) })

function sectionResult([page, address, en, zh, text, chinese], because, { PAGES }, terms) {
  const isWhole = address === 'main'
  return {
    href: `guides/${page}.html${isWhole ? '' : `#${address}`}`,
    head: h('strong', {}, own(en, zh)), aside: own(...PAGES[page]), about: excerpt(own(text, chinese), terms),
  }
}

/** The piece of a text around the first term that is in it. */
function excerpt(text, terms) {
  const at = terms.map((term) => text.toLowerCase().indexOf(term)).find((place) => place >= 0) ?? 0
  const length = language === 'zh' ? EXCERPT / 2 : EXCERPT
  const begin = Math.max(0, at - length / 3)
  const piece = text.slice(begin, begin + length)
  return `${begin > 0 ? '…' : ''}${begin > 0 && language !== 'zh' ? piece.replace(/^\S*\s/, '') : piece}${begin + length < text.length ? '…' : ''}`
}

/** A sentence without the marks of code. */
const plain = (text) => text.replaceAll('`', '')

function close(place) {
  closed = true
  place.querySelector('#found').hidden = true
}

addEventListener('keydown', (event) => {
  const place = document.getElementById('search')
  const input = place.querySelector('input')
  const isTyping = /^(input|textarea|select)$/.test(document.activeElement.localName)
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    input.focus()
    input.select()
    return
  }
  if (!place.contains(document.activeElement)) return
  if (event.key === 'Escape') {
    close(place)
    input.focus()
    return
  }
  const links = [...place.querySelectorAll('#found:not([hidden]) a')]
  const here = links.indexOf(document.activeElement)
  if (event.key === 'Enter' && here < 0 && links.length) {
    links[0].click()
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const to = here + (event.key === 'ArrowDown' ? 1 : -1)
    if (links.length === 0 || to >= links.length) return
    event.preventDefault()
    const next = to < 0 ? input : links[to]
    next.focus()
  }
})
addEventListener('click', (event) => {
  const place = document.getElementById('search')
  const isResult = event.target.closest('[data-found]')
  if (isResult || !place.contains(event.target)) close(place)
  else if (event.target.localName === 'input' && query) {
    closed = false
    show(place)
  }
})
