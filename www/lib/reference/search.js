// Search over every page of the reference: names, parameters, fields, codes and what is said of them, in both languages.

import { announce, h, icon, mount } from '../dom.js'
import { language, t } from '../i18n.js'
import { breakable } from '../views/words.js'

const MOST_SHOWN = 24

let index
let query = ''
let closed = true

async function loadIndex() {
  index ??= await import('../../reference/search.js')
  return index
}

/**
 * How well one term fits an Action, and by what: `{ score, by, name }`, or nothing. The better place wins: a name before a
 * parameter, a parameter before a sentence.
 */
function fit([name, group, en, zh, params, fields, codes], term, { GROUPS, CODES }) {
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

/** The Actions that fit every term, the best first. */
export function find(words, tables) {
  const terms = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (terms.length === 0) return []
  const found = []
  for (const action of tables.ACTIONS) {
    const fits = terms.map((term) => fit(action, term, tables))
    if (fits.some((one) => !one)) continue
    found.push({ action, score: fits.reduce((sum, one) => sum + one.score, 0), because: fits.find((one) => one.by) })
  }
  return found.sort((a, b) => b.score - a.score || a.action[0].localeCompare(b.action[0]))
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
  if (index) show(place)
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

function result({ action: [name, group, en, zh], because }, { GROUPS }) {
  const place = because?.by === 'param' ? `${name}.${because.name}` : name
  const [groupEn, groupZh] = GROUPS[group]
  return h('li', {}, h(
    'a', { href: `${group}.html#${place}`, 'data-found': name },
    h('span', { class: 'found-head' }, h('code', {}, breakable(name)), h('span', { class: 'soft small-text' }, language === 'zh' ? groupZh : groupEn)),
    h('span', { class: 'found-about' }, plain(language === 'zh' ? zh : en)),
    because && h('span', { class: 'found-why small-text' }, t(`search.${because.by}`), ' ', h('code', {}, breakable(because.name))),
  ))
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
