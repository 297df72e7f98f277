// The signature workbench: inputs, the signed text, the signature, and what is wrong with one that does not match.

import { copyButton, h, icon, mount } from '../dom.js'
import { literal, source } from '../flows/source.js'
import { highlighted } from '../highlight.js'
import { copyWords, language, t } from '../i18n.js'
import { iot } from '../package.js'
import { world } from '../sandbox.js'
import { sentence } from './words.js'

const KINDS = ['wifi', 'bluetooth', 'gateway']
const BIND_TYPES = ['wifi_sign', 'bluetooth_sign', 'other_sign']
const SIGN_METHODS = ['hmacsha1', 'hmacsha256']
/** A made-up key that is no text, so that using its Base64 as the key shows. */
const PSK = '/wBub3QtYS1zZWNyZXSAAA=='

const state = {
  kind: 'wifi', productId: 'PLUGWIFI1A', deviceName: 'plug-1', timestamp: '1700000000', connId: 'c0nn1', nonce: 'a1B2c', psk: PSK,
  productSecret: 'fake-product-secret-of-SENSORSB4D', bindType: 'wifi_sign', signMethod: 'hmacsha1', signature: '', shown: false,
}
let parts

export function drawBench(root) {
  if (!iot) return mount(root, h('p', { class: 'soft' }, t('loading')))
  parts = { inputs: h('section', { class: 'panel inputs', 'aria-labelledby': 'inputs-title' }), made: h('section', { class: 'panel made', 'aria-labelledby': 'made-title' }), verdict: h('div', { id: 'verdict', role: 'status' }) }
  parts.check = h('section', { class: 'panel check', 'aria-labelledby': 'check-title' })
  mount(
    root,
    h('div', { class: 'intro' }, h('h1', { tabindex: '-1' }, t('bench.title')), h('p', {}, t('bench.about'))),
    h('p', { class: 'notice' }, icon('alert'), t('bench.warning')),
    h('div', { class: 'bench' }, parts.inputs, h('div', { class: 'bench-right' }, parts.made, parts.check)),
  )
  drawInputs()
  drawMade()
  drawCheck()
}

const isGateway = () => state.kind === 'gateway'

/** What the package's functions take, without the secret. */
function textInput() {
  const { productId, deviceName, timestamp, connId, nonce, bindType, signMethod } = state
  return isGateway() ? { productId, deviceName, nonce, timestamp } : { productId, deviceName, timestamp, connId: connId || undefined, bindType, signMethod }
}
const keyInput = () => (isGateway() ? { productSecret: state.productSecret } : { psk: state.psk })
const input = () => ({ ...keyInput(), ...textInput() })

/** A secret in a page, knowingly: this is a tool for people who hold one. */
const made = (more = {}) => (isGateway() ? iot.sign.gatewayBind : iot.sign.deviceBind)({ ...input(), ...more }, { allowSecret: true })

function drawInputs() {
  const names = isGateway() ? ['productId', 'deviceName', 'nonce', 'timestamp', 'productSecret'] : ['productId', 'deviceName', 'timestamp', 'connId', 'bindType', 'signMethod', 'psk']
  const label = (name) => (name === 'connId' ? t('bench.fields.connId')[state.bindType] : t(`bench.fields.${name}`))
  const small = (id, words, onclick, more = {}) => h('button', { type: 'button', class: 'small quiet', id, onclick, ...more }, words)
  const control = (name) => {
    const choices = { bindType: state.kind === 'wifi' ? ['wifi_sign'] : BIND_TYPES.slice(1), signMethod: SIGN_METHODS }[name]
    if (choices) {
      return h('select', { id: `bench-${name}`, value: state[name], onchange: (event) => change(name, event.target.value) }, choices.map((own) => h('option', { value: own }, own)))
    }
    const isSecret = name === 'psk' || name === 'productSecret'
    return h('input', {
      id: `bench-${name}`, value: state[name], autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', type: isSecret && !state.shown ? 'password' : 'text',
      inputmode: name === 'timestamp' ? 'numeric' : undefined, oninput: (event) => change(name, event.target.value),
    })
  }
  const extra = {
    timestamp: () => small('bench-now', t('bench.hints.now'), () => set({ timestamp: String(Math.floor(Date.now() / 1000)) })),
    nonce: () => small('bench-random', t('bench.hints.random'), () => set({ nonce: iot.sign.nonce() })),
    psk: showButton, productSecret: showButton,
  }
  function showButton() {
    return small('bench-show', t(`bench.hints.${state.shown ? 'hide' : 'show'}`), () => set({ shown: !state.shown }), { 'aria-pressed': String(state.shown) })
  }
  mount(
    parts.inputs,
    h('h2', { id: 'inputs-title' }, t('bench.inputs')),
    h('fieldset', { class: 'choices' }, h('legend', {}, t('bench.kind')), KINDS.map((kind) => h(
      'label', {}, h('input', { type: 'radio', name: 'bench-kind', id: `kind-${kind}`, value: kind, checked: kind === state.kind, onchange: () => chooseKind(kind) }), h('span', {}, t(`bench.kinds.${kind}`)),
    ))),
    world.seed && world.plays && h('label', { class: 'field' }, h('span', {}, t('bench.from')), h(
      'select', { id: 'bench-from', onchange: (event) => fill(event.target.value) },
      h('option', { value: '' }, t('bench.choose')), devices().map((device) => h('option', { value: device.deviceName }, `${device.productId}/${device.deviceName}`)),
    )),
    // A form, so that browsers know what the secret's field belongs to; there is nothing to submit.
    h('form', { class: 'fields', onsubmit: (event) => event.preventDefault() }, names.map((name) => h(
      'div', { class: 'field' }, h('label', { for: `bench-${name}` }, label(name)),
      h('div', { class: 'with-button' }, control(name), extra[name]?.()),
    ))),
  )
}

const devices = () => world.seed.devices.filter((device) => device.kind === { wifi: 'wifi', bluetooth: 'bluetooth', gateway: 'sub' }[state.kind])

function fill(deviceName) {
  const device = devices().find((own) => own.deviceName === deviceName)
  if (!device) return
  const { productSecret } = world.seed.products.find((product) => product.productId === device.productId)
  set({ productId: device.productId, deviceName, psk: device.psk, productSecret })
}

function chooseKind(kind) {
  set({ kind, bindType: kind === 'bluetooth' ? 'bluetooth_sign' : 'wifi_sign', connId: kind === 'bluetooth' ? '2864434397' : 'c0nn1', signature: '' })
}

function set(more) {
  Object.assign(state, more)
  drawInputs()
  drawMade()
  drawCheck()
}

function change(name, value) {
  state[name] = value
  drawMade()
  drawVerdict()
}

/** What a function gives, or the error's own words. */
function attempt(work) {
  try {
    return { value: work() }
  } catch (error) {
    return { error }
  }
}

function shownValue(title, { value, error }, id, note) {
  return h(
    'div', { class: 'value' },
    h('div', { class: 'message-head' }, h('h3', {}, title), value !== undefined && copyButton(() => value, copyWords(), `copy-${id}`)),
    error ? h('p', { class: 'bad', id }, sentence(error)) : h('p', { class: 'mono output', id }, value),
    note && h('p', { class: 'soft small-text' }, note),
  )
}

function drawMade() {
  const explain = isGateway() ? iot.sign.explain.gatewayBind : iot.sign.explain.deviceBind
  const name = isGateway() ? 'gatewayBind' : 'deviceBind'
  const secret = isGateway() ? 'productSecret' : 'psk'
  const text = source([
    ["import { init, sign } from 'iotexplorer-client'"], [''], ['await init()'],
    [`const signature = sign.${name}(${literal({ [secret]: '…', ...Object.fromEntries(Object.entries(textInput()).filter(([, value]) => value !== undefined)) }).replace("'…'", isGateway() ? 'process.env.PRODUCT_SECRET' : 'process.env.PSK')})`],
  ])
  mount(
    parts.made,
    h('h2', { id: 'made-title', class: 'unseen' }, t('bench.result')),
    shownValue(t('bench.text'), attempt(() => explain(textInput())), 'signed-text', t(`bench.key.${isGateway() ? 'gateway' : 'device'}`)),
    shownValue(t('bench.result'), attempt(made), 'made-signature'),
    h('div', { class: 'value' }, h('div', { class: 'message-head' }, h('h3', {}, t('bench.code')), copyButton(() => text, copyWords(), 'copy-bench')), h('pre', { tabindex: '0', 'aria-label': t('bench.code') }, highlighted(text))),
  )
}

const bytesOf = (hex) => hex.match(/../g).map((byte) => String.fromCharCode(parseInt(byte, 16))).join('')
const hexOf = (base64) => [...atob(base64)].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('')
const later = (seconds) => String(BigInt(state.timestamp) + BigInt(seconds))

/** Signatures as people get them wrong. */
const MISTAKES = {
  right: () => made(),
  pskText: () => made({ psk: btoa(state.psk) }),
  plus60: () => made({ timestamp: later(60) }),
  noConnId: () => made({ connId: undefined }),
  base64: () => btoa(bytesOf(made())),
  bindType: () => made(state.bindType === 'wifi_sign' ? { bindType: 'bluetooth_sign' } : { bindType: 'wifi_sign' }),
  method: () => made({ signMethod: SIGN_METHODS.find((own) => own !== state.signMethod) }),
  key: () => made(isGateway() ? { productSecret: `${state.productSecret}x` } : { psk: 'AAAAAAAAAAAAAAAAAAAAAA==' }),
  hex: () => hexOf(made()),
  milliseconds: () => made({ timestamp: `${state.timestamp}000` }),
  cut: () => made().slice(0, -5),
}
const MISTAKES_OF = {
  wifi: ['right', 'pskText', 'plus60', 'noConnId', 'base64', 'bindType', 'method', 'key', 'cut'],
  bluetooth: ['right', 'pskText', 'plus60', 'base64', 'bindType', 'method', 'key', 'cut'],
  gateway: ['right', 'hex', 'plus60', 'milliseconds', 'key', 'cut'],
}

function drawCheck() {
  mount(
    parts.check,
    h('h2', { id: 'check-title' }, t('bench.check')),
    h('p', { class: 'soft' }, t('bench.checkAbout')),
    h('div', { class: 'field' }, h('label', { for: 'bench-signature' }, t('bench.signature')), h('input', {
      id: 'bench-signature', value: state.signature, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', class: 'mono', oninput: (event) => { state.signature = event.target.value.trim(); drawVerdict() },
    })),
    h('div', { class: 'mistakes', role: 'group', 'aria-label': t('bench.mistakes.label') }, MISTAKES_OF[state.kind].map((name) => h('button', {
      type: 'button', class: 'small', id: `mistake-${name}`, onclick: () => {
        const { value } = attempt(MISTAKES[name])
        if (value === undefined) return
        state.signature = value
        document.getElementById('bench-signature').value = value
        drawVerdict()
      },
    }, t(`bench.mistakes.${name}`)))),
    parts.verdict,
  )
  drawVerdict()
}

let diagnose

/** Finding out what is wrong is a tool for developers, with a module of its own. */
async function loadDiagnose() {
  const loaded = await import('/pkg/diagnose.js')
  await loaded.init()
  diagnose = loaded.diagnose
  drawVerdict()
}

function drawVerdict() {
  if (!state.signature) return mount(parts.verdict, h('p', { class: 'soft' }, t('bench.none')))
  if (!diagnose) return void loadDiagnose().catch((error) => mount(parts.verdict, h('p', { class: 'bad' }, sentence(error))))
  const { value, error } = attempt(() => diagnose({ kind: isGateway() ? 'gateway' : 'device', ...input(), signature: state.signature }))
  if (error) return mount(parts.verdict, h('p', { class: 'bad' }, sentence(error)))
  mount(
    parts.verdict,
    h(
      'div', { class: 'ending', 'data-good': String(value.matches) }, icon(value.matches ? 'check' : 'alert'),
      h(
        'div', {},
        h('p', {}, h('strong', {}, t(value.matches ? 'bench.matches' : 'bench.differs')), value.findings.length > 0 && ` ${t('bench.probably')}`),
        value.findings.length > 0 && h('ul', {}, value.findings.map((finding) => h('li', { 'data-finding': finding.code }, finding[language]))),
      ),
    ),
  )
}
