// The right: the virtual device, or your server and the gateway.

import { h, icon, mount } from '../dom.js'
import { t, timeOf } from '../i18n.js'
import { iot } from '../package.js'
import { world } from '../sandbox.js'
import { kindName } from './words.js'

export function drawSide(node, panel) {
  const { flow, run } = panel
  node.setAttribute('aria-labelledby', 'side-title')
  const isGateway = flow.id === 'gateway'
  mount(
    node,
    h('h2', { id: 'side-title' }, t(isGateway ? 'side.server' : 'side.device')),
    world.plays && world.seed && (isGateway ? server(run) : device(panel)),
    h('h3', { class: 'feed-title' }, t('side.feed')),
    run.feed.length
      ? h('ol', { class: 'feed', id: 'feed' }, run.feed.map(({ at, key, values }) => h(
        'li', {}, h('time', {}, timeOf(at)), h('span', {}, t(`feed.${key}`, ...values)),
      )))
      : h('p', { class: 'soft small-text' }, t('side.empty')),
    run.signed && signedText(run.signed),
  )
}

function device({ run, choice, candidates }) {
  const own = run.setup.device ?? candidates?.find((one) => one.deviceName === choice.device)
  if (!own) return undefined
  const now = run.device.deviceName ? run.device : run.status === 'ready' ? own : {}
  const state = now.familyId ? 'bound' : now.online === undefined ? 'away' : now.online ? 'online' : 'off'
  return h(
    'div', { class: 'thing', 'data-state': state },
    h('span', { class: 'thing-art' }, icon(own.kind === 'bluetooth' ? 'lock' : 'plug')),
    h(
      'div', {},
      h('p', { class: 'thing-name' }, h('strong', {}, kindName(own))),
      h('p', { class: 'thing-state', id: 'device-state' }, h('span', { class: 'led', 'aria-hidden': 'true' }), t(`side.state.${state}`)),
      h('p', { class: 'soft small-text mono' }, `${own.productId}/${own.deviceName}`),
    ),
  )
}

function server(run) {
  const attached = run.steps.filter((step) => step.stage === 'confirmed' || step.stage === 'bound').length
  const { productId, deviceName } = world.seed.gateway
  const part = (picture, title, about, more) => h(
    'div', { class: 'thing', 'data-state': 'online' },
    h('span', { class: 'thing-art' }, icon(picture)),
    h('div', {}, h('p', { class: 'thing-name' }, h('strong', {}, title)), h('p', { class: 'small-text' }, about), more && h('p', { class: 'soft small-text mono' }, more)),
  )
  return [
    part('server', t('code.server'), t('side.secret')),
    part('gateway', t('side.gateway'), t('side.attached', attached), `${productId}/${deviceName}`),
  ]
}

/** What the device signed, put together again by the package from what it sent. */
function signedText({ ProductId, DeviceName, DeviceTimestamp, ConnId, BindType, SignMethod }) {
  if (!iot) return undefined
  const text = iot.sign.explain.deviceBind({
    productId: ProductId, deviceName: DeviceName, timestamp: DeviceTimestamp, connId: ConnId, bindType: BindType, signMethod: SignMethod,
  })
  return h('div', { class: 'signed' }, h('h3', { class: 'feed-title' }, t('side.signedText')), h('p', { class: 'mono small-text' }, text))
}
