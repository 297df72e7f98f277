// The error catalogue: choose one, read it, run into it.

import { announce, copyButton, h, icon, mount } from '../dom.js'
import { FAULTS, OWN_CODES, RUN_TIMEOUT_MS, actionsInFlows, arrange, cloudError, flowOf, ownError, reactionTo, reactionToFault } from '../catalogue.js'
import { flows } from '../flows/index.js'
import { source } from '../flows/source.js'
import { highlighted } from '../highlight.js'
import { copyWords, language, t } from '../i18n.js'
import { actionNames, iot } from '../package.js'
import { defaults, execute, newRun } from '../run.js'
import { control, deviceNow, startOver, world } from '../sandbox.js'
import { check } from '../trouble.js'
import { activeRun, refreshFlows } from './flows.js'
import { outcomeWords } from './wire.js'
import { breakable, duration, sentence } from './words.js'

const OWN = '(own)'
const FAULT = '(fault)'

/** What is chosen: whose errors, which one, where a fault hits; and the last run of it. */
const chosen = { from: 'AppTokenBindDeviceFamily', entry: undefined, filter: '', lane: 'AppTokenBindDeviceFamily', run: undefined, running: false, note: undefined }
let parts

export function drawErrors(root) {
  if (!iot) return mount(root, h('p', { class: 'soft' }, t('loading')))
  parts = { list: h('section', { class: 'panel codes', 'aria-labelledby': 'codes-title' }), detail: h('section', { class: 'panel error-detail', 'aria-labelledby': 'error-title' }) }
  mount(
    root,
    h('div', { class: 'intro' }, h('h1', { tabindex: '-1' }, t('errors.title')), h('p', {}, t('errors.about'))),
    h('div', { class: 'catalogue' }, parts.list, parts.detail),
  )
  drawList()
  drawDetail()
}

function entries() {
  if (chosen.from === OWN) return OWN_CODES
  if (chosen.from === FAULT) return Object.keys(FAULTS)
  return iot.errorCodes(chosen.from)
}

const titleOf = (entry) => (chosen.from === FAULT ? t(`faults.${entry}`)[0] : entry)
const errorOf = (entry) => (chosen.from === OWN ? ownError(entry) : cloudError(chosen.from, entry))
const wordsOf = (entry) => (chosen.from === FAULT ? t(`faults.${entry}`)[1] : sentence(errorOf(entry)))

function drawList() {
  const all = entries()
  chosen.entry = all.includes(chosen.entry) ? chosen.entry : all[0]
  const wanted = chosen.filter.trim().toLowerCase()
  const shown = all.filter((entry) => `${entry} ${titleOf(entry)} ${wordsOf(entry)}`.toLowerCase().includes(wanted))
  const option = (value, words = value) => h('option', { value }, words)
  const group = (label, ...options) => h('optgroup', { label }, options)
  const lanes = actionsInFlows()
  mount(
    parts.list,
    h('h2', { id: 'codes-title' }, t('errors.list'), h('span', { class: 'count' }, t('errors.listOf', shown.length))),
    h('label', { class: 'field' }, h('span', {}, t('errors.source')), h(
      'select',
      {
        id: 'error-source', value: chosen.from,
        onchange: (event) => {
          Object.assign(chosen, { from: event.target.value, entry: undefined, run: undefined })
          drawList()
          drawDetail()
        },
      },
      group(t('errors.groups.action'), ...actionNames().map((name) => option(name))),
      group(t('errors.groups.own'), option(OWN, t('errors.own'))),
      group(t('errors.groups.fault'), option(FAULT, t('errors.faults'))),
    )),
    chosen.from === FAULT && h('label', { class: 'field' }, h('span', {}, t('errors.faultLane')), h(
      'select',
      { id: 'error-lane', value: chosen.lane, onchange: (event) => { Object.assign(chosen, { lane: event.target.value, run: undefined }); drawDetail() } },
      lanes.map((name) => option(name)),
    )),
    h('label', { class: 'field' }, h('span', {}, t('errors.filter')), h('input', {
      type: 'search', id: 'error-filter', value: chosen.filter, autocomplete: 'off', oninput: (event) => { chosen.filter = event.target.value; drawList() },
    })),
    shown.length === 0
      ? h('p', { class: 'soft' }, t('errors.noMatch'))
      : h('ul', { class: 'code-list', id: 'code-list', 'data-scroll': 'codes', tabindex: '0', 'aria-labelledby': 'codes-title' }, shown.map((entry) => h('li', {}, h(
        'button',
        {
          type: 'button', class: 'code-item', id: `code-${entry}`, 'data-entry': entry, 'aria-current': entry === chosen.entry ? 'true' : undefined,
          onclick: () => {
            Object.assign(chosen, { entry, run: undefined, note: undefined })
            drawList()
            drawDetail()
          },
        },
        h('span', { class: 'code-name' }, breakable(titleOf(entry))),
        chosen.from !== FAULT && h('span', { class: 'chip', 'data-remedy': errorOf(entry).remedy }, t(`remedies.${errorOf(entry).remedy}`)[0]),
      )))),
  )
}

function drawDetail() {
  const { entry, from } = chosen
  if (!entry) return mount(parts.detail)
  const isFault = from === FAULT
  const error = isFault ? undefined : errorOf(entry)
  const other = language === 'zh' ? 'en' : 'zh'
  const tag = { zh: 'zh-CN', en: 'en' }
  const told = (own, extra = '') => h('blockquote', { lang: tag[own], class: `told ${extra}`, 'data-language': own }, error.describe(own))
  const fact = (term, ...value) => [h('dt', {}, term), h('dd', {}, value)]
  mount(
    parts.detail,
    h('h2', { id: 'error-title', tabindex: '-1' }, isFault ? titleOf(entry) : breakable(entry)),
    isFault && h('p', {}, t(`faults.${entry}`)[1]),
    error && h('div', {}, h('h3', {}, t('errors.told')), told(language), told(other, 'soft')),
    error && h(
      'dl', { class: 'facts' },
      fact(t('errors.remedy'), h('span', { class: 'chip', id: 'error-remedy', 'data-remedy': error.remedy }, t(`remedies.${error.remedy}`)[0]), ` ${t(`remedies.${error.remedy}`)[1]}`),
      fact(t('errors.retryable'), t(error.retryable ? 'errors.yes' : 'errors.no')),
      fact(t('errors.kind'), h('code', {}, error.kind)),
    ),
    h('div', { class: 'does' }, h('h3', {}, t('errors.does')), h('p', { id: 'error-does' }, reaction(error))),
    tryPart(),
    error && codePart(error),
  )
}

function reaction(error) {
  const { from, entry, lane } = chosen
  if (from === FAULT) {
    const name = reactionToFault(lane, entry)
    return t(`does.${name ?? 'otherId'}`)
  }
  return from === OWN ? t(`does.own.${error.category}`) : t(`does.${reactionTo(from, error)}`)
}

function tryPart() {
  const { from, run, running, note } = chosen
  const action = from === FAULT ? chosen.lane : from
  if (from === OWN || !world.plays) return undefined
  if (!flowOf(action)) return h('p', { class: 'soft' }, t('errors.noRun'))
  return h(
    'div', { class: 'try' },
    h(
      'div', { class: 'try-head' },
      h('button', { type: 'button', class: 'primary', id: 'see-it', disabled: running, onclick: seeIt }, t(running ? 'errors.running' : 'errors.run')),
      h('p', { class: 'soft small-text' }, t('errors.notRun')),
    ),
    note && h('p', { class: 'bad' }, note),
    run && h(
      'div', { class: 'happened', id: 'happened', 'data-ended': !running },
      h('h3', {}, t('errors.happened')),
      h('ol', { class: 'trace' }, collapsed(run.wire.exchanges.filter((exchange) => exchange.lane === 'cloud')).map(({ exchange, times }) => {
        const { state, words } = outcomeWords(exchange)
        return h('li', {}, h('span', { class: 'exchange-name' }, breakable(exchange.title), times > 1 && h('span', { class: 'count' }, `×${times}`)), h('span', { class: 'outcome', 'data-outcome': state }, words))
      })),
      run.status !== 'running' && ending(run),
    ),
  )
}

/** The same request with the same answer several times over: once, with how often. */
function collapsed(exchanges) {
  const rows = []
  for (const exchange of exchanges) {
    const last = rows.at(-1)
    if (last && last.exchange.title === exchange.title && outcomeWords(last.exchange).words === outcomeWords(exchange).words) last.times++
    else rows.push({ exchange, times: 1 })
  }
  return rows
}

const outcomeError = (run) => run.error ?? run.results.find((result) => !result.ok)?.error

function ending(run) {
  const error = outcomeError(run)
  const device = run.results[0]?.device
  const words = error
    ? t('errors.ended.bad', error.code ?? error.name)
    : device?.confirmed ? t('errors.ended.good', duration(run.endedAt - run.startedAt)) : t('errors.ended.unconfirmed')
  return h(
    'div', { class: 'ending', 'data-good': String(!error) },
    icon(error ? 'alert' : 'check'),
    h('div', {}, h('p', {}, h('strong', {}, words)), error && h('p', {}, sentence(error)), run.binds !== undefined && h('p', { class: 'soft small-text' }, t('errors.binds', run.binds))),
  )
}

/** Runs a real binding, quickly, with just this going wrong. */
async function seeIt() {
  if (chosen.running) return
  if (activeRun()) {
    chosen.note = t('phone.busy')
    return drawDetail()
  }
  const { from, entry, lane } = chosen
  const action = from === FAULT ? lane : from
  const flow = flows[flowOf(action)]
  Object.assign(chosen, { running: true, note: undefined, run: undefined })
  drawDetail()
  try {
    await control('DELETE', 'fault')
    let free = await flow.candidates()
    if (!free.some((device) => flow.id !== 'gateway' || device.kind === 'sub')) {
      await startOver()
      free = await flow.candidates()
    }
    const setup = { ...defaults(), pace: undefined }
    if (flow.id === 'gateway') setup.subDevices = free.filter((device) => device.kind === 'sub').slice(0, 1)
    else setup.device = flow.id === 'signature' ? free.find((device) => device.kind === 'bluetooth') ?? free[0] : free[0]
    for (const fault of arrange(from === FAULT ? { action, kind: entry } : { action, code: entry })) await control('POST', 'fault', fault)
    const run = newRun(flow, setup)
    chosen.run = run
    await execute(run, {
      pollIntervalMs: 250, timeoutMs: 6000, delayMs: 300, client: { timeoutMs: RUN_TIMEOUT_MS },
      changed: () => { if (chosen.run === run && parts.detail.isConnected) drawDetail() },
    })
    const device = await deviceNow(setup.device ?? setup.subDevices[0])
    run.binds = device?.binds
    announce(outcomeError(run) ? sentence(outcomeError(run)) : t('phone.done'))
  } catch (error) {
    if (error.status !== undefined) chosen.note = error.message
    check()
  } finally {
    chosen.running = false
    try {
      await control('DELETE', 'fault')
    } catch (error) {
      check()
    }
    refreshFlows()
    if (parts.detail.isConnected) drawDetail()
  }
}

function codePart(error) {
  const { from } = chosen
  const call = { token: 'client.bindWithToken(options)', signature: 'client.bindWithSignature(options)', gateway: 'client.bindSubDevices(options)' }[flowOf(from)]
  const text = source([
    ["import { Client, IotError } from 'iotexplorer-client'"],
    [''],
    ['try {'],
    [`  await ${call ?? `client.call('${from.startsWith('(') ? 'AppGetDeviceInFamily' : from}', params)`}`],
    ['} catch (error) {'],
    ['  if (!(error instanceof IotError)) throw error'],
    [`  if (error.code === '${error.code}') {`],
    [`    show(error.describe('${language}'))`, 'sentence'],
    [`    offer(error.remedy)`, 'remedy'],
    ['  }'],
    ['}'],
  ])
  return h(
    'div', { class: 'code' },
    h('div', { class: 'panel-head' }, h('h3', {}, t('errors.code')), copyButton(() => text, copyWords(), 'copy-error-code')),
    h('pre', { tabindex: '0', 'aria-label': t('errors.code') }, highlighted(text)),
  )
}
