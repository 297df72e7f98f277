// Every request and answer, as it went.

import { copyButton, h, icon, mount } from '../dom.js'
import { highlighted } from '../highlight.js'
import { copyWords, t } from '../i18n.js'
import { outcomeOf, pretty } from '../wire.js'
import { world } from '../sandbox.js'
import { breakable, duration } from './words.js'

const LANES = { cloud: 'cloud', device: 'plug', server: 'server' }

export function drawWire(node, panel) {
  const { run, revealed, actions } = panel
  const { exchanges } = run.wire
  const chosen = exchanges.find((exchange) => exchange.id === panel.selected) ?? exchanges.at(-1)
  node.setAttribute('aria-labelledby', 'wire-title')
  mount(
    node,
    h(
      'div', { class: 'panel-head' },
      h('h2', { id: 'wire-title' }, t('wire.label'), exchanges.length > 0 && h('span', { class: 'count' }, t('wire.count', exchanges.length))),
      world.plays && h(
        'label', { class: 'inline-field' }, h('span', {}, t('wire.envelope')),
        h('select', { id: 'envelope', value: panel.envelope ?? 'documented', onchange: (event) => actions.envelope(event.target.value) },
          ['documented', 'live'].map((style) => h('option', { value: style }, t(`wire.envelopes.${style}`)))),
      ),
      h('button', { type: 'button', class: 'small quiet', id: 'reveal', 'aria-pressed': String(revealed), onclick: actions.reveal }, icon('eye'), t(revealed ? 'wire.hide' : 'wire.reveal')),
    ),
    exchanges.length === 0
      ? h('p', { class: 'soft' }, t('wire.none'))
      : h(
        'div', { class: 'wire-body' },
        h('ol', { class: 'exchanges', id: 'exchanges', 'data-scroll': 'exchanges', tabindex: '0', 'aria-labelledby': 'wire-title' }, exchanges.map((exchange) => row(exchange, exchange === chosen, actions))),
        detail(chosen, revealed ? (text) => text : (text) => run.wire.masked(text)),
      ),
  )
  // The newest is the interesting one, until somebody has chosen another.
  if (panel.selected === undefined) {
    const list = node.querySelector('.exchanges')
    if (list) list.scrollTop = list.scrollHeight
  }
}

/** `200`, the cloud's code, or what became of it. */
export function outcomeWords(exchange) {
  const { pending, good, status, code, words } = outcomeOf(exchange)
  return { state: pending ? 'pending' : good ? 'good' : 'bad', words: pending ? t('wire.pending') : words ? t(`wire.${words}`) : code ?? String(status) }
}

function row(exchange, isChosen, actions) {
  const { state, words } = outcomeWords(exchange)
  // The list shows a code's last part; the whole of it stands in the answer.
  const brief = words.split('.').at(-1)
  return h('li', {}, h(
    'button',
    { type: 'button', class: 'exchange', id: `exchange-${exchange.id}`, 'aria-current': isChosen ? 'true' : undefined, onclick: () => actions.select(exchange.id) },
    h('span', { class: 'lane', title: t(`wire.lanes.${exchange.lane}`) }, icon(LANES[exchange.lane]), h('span', { class: 'unseen' }, t(`wire.lanes.${exchange.lane}`))),
    h('span', { class: 'exchange-name' }, breakable(exchange.title)),
    h('span', { class: 'outcome', 'data-outcome': state, title: words }, brief),
    h('span', { class: 'soft took' }, exchange.ms === undefined ? '' : duration(exchange.ms)),
  ))
}

function detail(exchange, mask) {
  const { request, response, failure, lane } = exchange
  const head = (part) => Object.entries(part.headers ?? {}).map(([name, value]) => `${name}: ${value}`).join('\n')
  const block = (title, first, headers, body, id) => h(
    'div', { class: 'message' },
    h('div', { class: 'message-head' }, h('h3', {}, title), body !== undefined && copyButton(() => mask(pretty(body)), copyWords(), id)),
    h('p', { class: 'mono first' }, first),
    headers && h('p', { class: 'mono soft headers' }, headers),
    body !== undefined && h('pre', { tabindex: '0', 'data-scroll': id, 'aria-label': title }, body === '' ? t('wire.empty') : highlighted(mask(pretty(body)))),
  )
  return h(
    'div', { class: 'detail', id: 'wire-detail' },
    lane !== 'cloud' && h('p', { class: 'notice small-text' }, t('wire.played')),
    block(t('wire.request'), `${request.method} ${request.url}`, head(request), request.body, 'copy-request'),
    response
      ? block(t('wire.answer'), `HTTP ${response.status}`, head({ headers: pick(response.headers) }), response.body, 'copy-answer')
      : h('div', { class: 'message' }, h('h3', {}, t('wire.answer')), h('p', { class: failure ? 'bad' : 'soft' }, failure ? (failure.aborted ? t('wire.gaveUp') : t('wire.noAnswer', failure.words)) : t('wire.pending'))),
  )
}

/** The headers that mean something here. */
function pick(headers) {
  const names = ['content-type', 'retry-after']
  return Object.fromEntries(names.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]))
}
