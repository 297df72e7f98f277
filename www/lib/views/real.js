// In front of the real cloud (`--upstream`): single calls, with the person's own access token.

import { copyButton, h, mount } from '../dom.js'
import { callCode } from '../flows/source.js'
import { highlighted } from '../highlight.js'
import { copyWords, t } from '../i18n.js'
import { actionNames, iot } from '../package.js'
import { mine, world } from '../sandbox.js'
import { check } from '../trouble.js'
import { Wire, transportOf } from '../wire.js'
import { sentence } from './words.js'

/** Nothing of this is stored. */
const state = { action: 'AppGetDeviceInFamily', params: '{\n  "ProductId": "",\n  "FamilyId": "",\n  "DeviceName": ""\n}', wire: new Wire(), answer: undefined, busy: false }
let place

export function drawReal(root) {
  place = h('section', { class: 'panel', 'aria-labelledby': 'answer-title', role: 'status' })
  const field = (id, label, control, note) => h('div', { class: 'field' }, h('label', { for: id }, label), control, note && h('p', { class: 'soft small-text' }, note))
  const readsOnly = () => /^App(Get|List|Describe)/.test(state.action)
  const warning = h('p', { class: 'notice small-text', hidden: readsOnly() }, t('real.changes'))
  mount(
    root,
    h('div', { class: 'intro' }, h('h1', { tabindex: '-1' }, t('real.title')), h('p', {}, t('real.about', world.upstream ?? ''))),
    h(
      'div', { class: 'bench' },
      h(
        'form', {
          class: 'panel', onsubmit: (event) => {
            event.preventDefault()
            call()
          },
        },
        field('real-token', t('real.token'), h('input', { id: 'real-token', type: 'password', autocomplete: 'off', value: mine.accessToken, oninput: (event) => { mine.accessToken = event.target.value } }), t('real.tokenAbout')),
        field('real-action', t('real.action'), h('select', {
          id: 'real-action', value: state.action, onchange: (event) => {
            state.action = event.target.value
            warning.hidden = readsOnly()
          },
        }, actionNames().map((name) => h('option', { value: name }, name)))),
        warning,
        field('real-params', t('real.params'), h('textarea', { id: 'real-params', class: 'mono', rows: 8, spellcheck: 'false', value: state.params, oninput: (event) => { state.params = event.target.value } })),
        h('button', { type: 'submit', class: 'primary', id: 'real-call' }, t('real.call')),
      ),
      place,
    ),
  )
  drawAnswer()
}

function drawAnswer() {
  const { answer, busy, wire } = state
  const sent = wire.exchanges.at(-1)
  const code = sent && callCode(sent, (text) => wire.masked(text))
  const shown = answer?.value && wire.masked(JSON.stringify(answer.value, undefined, 2))
  mount(
    place,
    h('h2', { id: 'answer-title' }, t('real.answer')),
    busy && h('p', { class: 'soft' }, t('real.calling')),
    answer?.error && h('p', { class: 'bad', id: 'real-error' }, sentence(answer.error), ' ', answer.error.code && h('code', {}, answer.error.code)),
    shown && h('pre', { tabindex: '0', id: 'real-answer', 'aria-label': t('real.answer') }, highlighted(shown)),
    code && h('div', { class: 'message-head' }, h('h3', {}, t('code.label')), copyButton(() => code, copyWords(), 'copy-real')),
    code && h('pre', { tabindex: '0', 'aria-label': t('code.label') }, highlighted(code)),
  )
}

async function call() {
  let params
  try {
    params = JSON.parse(state.params || '{}')
  } catch (error) {
    state.answer = { error: new Error(t('real.badJson')) }
    return drawAnswer()
  }
  state.wire = new Wire()
  Object.assign(state, { busy: true, answer: undefined })
  drawAnswer()
  let client
  try {
    client = new iot.Client({
      accessToken: mine.accessToken,
      endpoint: `${location.origin}/api/exploreropen/tokenapi`,
      allowInsecure: true,
      transport: transportOf(state.wire, check),
    })
    state.answer = { value: await client.call(state.action, params) }
  } catch (error) {
    state.answer = { error }
  }
  client?.free()
  state.busy = false
  if (place.isConnected) drawAnswer()
}
