// Trying a call: a form for the Action's parameters, sent by the package itself to the sandbox that serves this page.

import { announce, copyButton, h, mount } from '../dom.js'
import { callCode } from '../flows/source.js'
import { highlighted } from '../highlight.js'
import { copyWords, t } from '../i18n.js'
import { iot, loadPackage } from '../package.js'
import { control, family, mine, seedFrom, user, world } from '../sandbox.js'
import { sentence } from '../views/words.js'
import { Wire, pretty, transportOf } from '../wire.js'

/** By Action: what its form holds, and what came of it. Nothing of this is stored. */
const tries = new Map()
/** `undefined` as long as nobody has looked: whether a sandbox serves this page. */
let isServed

function tryOf(place) {
  const { action } = place.dataset
  if (!tries.has(action)) {
    const facts = JSON.parse(place.querySelector('script').textContent)
    tries.set(action, { action, place, ...facts, values: filled(facts.example), open: false, outcome: undefined, busy: false, wire: new Wire() })
  }
  return tries.get(action)
}

/** Draws every form, as it was left. */
export function drawTries() {
  for (const place of document.querySelectorAll('.try')) draw(tryOf(place))
}

/** Finds out whether there is a sandbox; without one the forms say what it takes. */
export async function lookAround() {
  try {
    if ('site' in document.body.dataset) throw new Error('the published site has none')
    const { mode, upstream } = await control('GET', 'mode')
    world.upstream = upstream
    world.plays = mode === 'sandbox'
    world.seed = world.plays ? await seedFrom() : undefined
    await loadPackage()
    isServed = true
  } catch (error) {
    isServed = false
  }
  for (const own of tries.values()) if (own.open) open(own)
}

/** The values of a call as the form's fields hold them. */
const filled = (params) => Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)]))

/** The names of things that the sandbox has: its lamp, or where a gateway is named a sub-device of it. */
function seeded(params) {
  const { gateway, devices } = world.seed
  const isBehindGateway = params.some(({ name }) => name === 'GatewayDeviceName')
  const one = devices.find(({ kind, deviceName }) => (isBehindGateway ? kind === 'sub' : /^lamp/.test(deviceName))) ?? gateway
  const id = `${one.productId}/${one.deviceName}`
  return {
    ProductId: one.productId, DeviceName: one.deviceName, DeviceId: id, DeviceIds: JSON.stringify([id]), ProductIds: JSON.stringify([one.productId]),
    GatewayProductId: gateway.productId, GatewayDeviceName: gateway.deviceName, FamilyId: family().familyId, RoomId: family().rooms[0].roomId,
  }
}

function fillFrom(own, source) {
  own.values = filled(own.example)
  if (source === 'sandbox') {
    const known = seeded(own.params)
    if (own.action === 'AppControlDeviceData') known.Data = '{"power_switch":1}'
    for (const { name, required } of own.params) if (Object.hasOwn(known, name) && (required || name in own.values)) own.values[name] = known[name]
  }
  draw(own)
}

/** Draws a form; with what the sandbox has, the first time that it is open and that is known. */
function open(own) {
  if (!own.open || !world.seed || own.wasFilled) return draw(own)
  own.wasFilled = true
  return fillFrom(own, 'sandbox')
}

function draw(own) {
  const details = h('details', { class: 'try-it', open: own.open }, h('summary', {}, t('try.title')), own.open && body(own))
  details.addEventListener('toggle', () => {
    if (details.open === own.open) return
    own.open = details.open
    open(own)
  })
  const held = document.activeElement?.localName === 'summary' && own.place.contains(document.activeElement)
  mount(own.place, details)
  if (held) details.querySelector('summary').focus({ preventScroll: true })
}

function body(own) {
  if (isServed === undefined) return h('p', { class: 'soft' }, t('loading'))
  if (!isServed) return [h('p', { class: 'notice small-text' }, t('try.noSandbox')), h('button', { type: 'button', class: 'small', onclick: lookAround }, t('trouble.again'))]
  const { action, params, busy } = own
  return [
    h('p', { class: 'soft small-text' }, world.plays ? t('try.about') : t('try.real', world.upstream)),
    !world.plays && own.changes && h('p', { class: 'notice small-text' }, t('real.changes')),
    h(
      'form', {
        class: 'try-form', id: `form-${action}`, onsubmit: (event) => {
          event.preventDefault()
          call(own)
        },
      },
      !world.plays && credentials(own),
      world.plays && params.length > 0 && h(
        'p', { class: 'try-fill' }, h('span', { class: 'soft small-text' }, t('try.fill')),
        ['sandbox', 'example'].map((source) => h('button', { type: 'button', class: 'small', id: `fill-${action}-${source}`, onclick: () => fillFrom(own, source) }, t(`try.from.${source}`))),
      ),
      params.map((param) => field(own, param)),
      h('button', { type: 'submit', class: 'primary', id: `call-${action}`, disabled: busy }, t('try.call')),
    ),
    h('div', { class: 'try-outcome' }, outcome(own)),
  ]
}

/** In front of the real cloud: the person's own, kept in this page only. */
function credentials(own) {
  const names = own.auth === 'token' ? ['accessToken'] : ['appKey', 'appSecret']
  return names.map((name) => h(
    'div', { class: 'field' }, h('label', { for: `try-${own.action}-${name}` }, name),
    h('input', {
      id: `try-${own.action}-${name}`, type: name === 'appKey' ? 'text' : 'password', autocomplete: 'off', value: mine[name],
      oninput: (event) => { mine[name] = event.target.value },
    }),
  ))
}

function field(own, { name, input, required, secret, values }) {
  const id = `try-${own.action}-${name}`
  const common = {
    id, value: own.values[name] ?? '', oninput: (event) => {
      own.values[name] = event.target.value
    },
  }
  const choices = input === 'boolean' ? ['true', 'false'] : values.filter((value) => value !== '')
  const control = choices.length
    ? h('select', common, h('option', { value: '' }, t('try.leftOut')), choices.map((value) => h('option', { value }, value)))
    : input === 'json'
      ? h('textarea', { ...common, class: 'mono', rows: Math.min(10, Math.max(2, common.value.split('\n').length)), spellcheck: 'false' })
      : h('input', { ...common, class: 'mono', type: secret && !world.plays ? 'password' : 'text', inputmode: input === 'number' ? 'numeric' : undefined, autocomplete: 'off', spellcheck: 'false' })
  return h('div', { class: 'field' }, h('label', { for: id }, h('code', {}, name), required && h('span', { class: 'must' }, ` ${t('try.required')}`)), control)
}

/** What a field holds as the parameter's value. What does not fit goes as it is: saying so is the package's part. */
function valueOf(input, text) {
  if (input === 'number') return text.trim() !== '' && Number.isSafeInteger(Number(text)) ? Number(text) : text
  if (input === 'boolean') return text === 'true'
  if (input !== 'json') return text
  try {
    return JSON.parse(text)
  } catch (error) {
    return text
  }
}

async function call(own) {
  const params = {}
  for (const { name, input } of own.params) {
    const text = own.values[name]
    if (text !== undefined && text !== '') params[name] = valueOf(input, text)
  }
  own.wire = new Wire()
  Object.assign(own, { busy: true, outcome: undefined })
  drawOutcome(own)
  const who = world.plays ? { accessToken: user().accessToken, ...world.seed.app } : mine
  let client
  try {
    client = new iot.Client({
      ...(own.auth === 'token' ? { accessToken: who.accessToken } : { appKey: who.appKey, appSecret: who.appSecret, allowSecret: true }),
      endpoint: world.seed?.endpoint ?? `${location.origin}/api/exploreropen/tokenapi`,
      allowInsecure: true,
      transport: transportOf(own.wire, () => {}),
    })
    own.outcome = { value: await client.call(own.action, params) }
  } catch (error) {
    own.outcome = { error }
  }
  client?.free()
  own.busy = false
  drawOutcome(own)
  announce(own.outcome.error ? sentence(own.outcome.error) : t('try.good'))
}

function drawOutcome(own) {
  const place = own.place.querySelector('.try-outcome')
  if (place) mount(place, outcome(own))
  const button = own.place.querySelector('button[type=submit]')
  if (button) button.disabled = own.busy
}

function outcome({ action, outcome: came, busy, wire }) {
  if (busy) return h('p', { class: 'soft' }, t('real.calling'))
  if (!came) return undefined
  const sent = wire.exchanges.at(-1)
  const block = (title, kind, text) => h(
    'figure', { class: 'code' },
    h('figcaption', {}, title, copyButton(() => text, copyWords(), `copy-try-${action}-${kind}`)),
    h('pre', { tabindex: '0', 'data-try': kind }, highlighted(text)),
  )
  return [
    came.error
      ? refusal(came.error)
      : h('p', { class: 'ending', 'data-good': 'true' }, t('try.good')),
    came.error ? undefined : block(t('try.result'), 'result', wire.masked(JSON.stringify(came.value, undefined, 2))),
    sent && block(t('wire.request'), 'request', wire.masked(pretty(sent.request.body))),
    sent?.response && block(`${t('wire.answer')} · HTTP ${sent.response.status}`, 'answer', wire.masked(pretty(sent.response.body))),
    sent && block(t('code.label'), 'code', callCode(sent, (text) => wire.masked(text))),
    !sent && h('p', { class: 'soft small-text' }, t('try.notSent')),
  ]
}

/** The typed error, as code that handles it sees it. */
function refusal(error) {
  const facts = [
    ['kind', error.kind], ['code', error.code], ['parameter', error.parameter], ['remedy', error.remedy], ['retryable', error.retryable === undefined ? undefined : String(error.retryable)],
    ['requestId', error.requestId],
  ]
  return h(
    'div', { class: 'ending', 'data-good': 'false' },
    h(
      'div', {}, h('p', { class: 'try-sentence' }, h('strong', {}, sentence(error))),
      h('dl', { class: 'try-facts' }, facts.filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [h('dt', {}, name), h('dd', { 'data-fact': name }, h('code', {}, value))])),
    ),
  )
}
