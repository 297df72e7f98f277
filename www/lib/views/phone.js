// The phone on the left: what the user of an app would see.

import { h, icon, mount } from '../dom.js'
import { language, t } from '../i18n.js'
import { PACES } from '../run.js'
import { family, world } from '../sandbox.js'
import { kindName, named, roomName, seconds, sentence } from './words.js'

const ART = { wifi: 'plug', bluetooth: 'lock', sub: 'sensor', gateway: 'gateway', virtual: 'plug' }

export function drawPhone(node, panel) {
  const { run, flow } = panel
  const screen = {
    ready: ready, running: running, interrupted: interrupted, done: done, partly: done, failed: failed, cancelled: cancelled,
  }[run.status]
  node.setAttribute('aria-labelledby', 'phone-title')
  mount(
    node,
    h('h2', { class: 'unseen', id: 'phone-title' }, t('phone.label')),
    h(
      'div',
      { class: 'handset', 'data-status': run.status },
      h('div', { class: 'handset-top', 'aria-hidden': 'true' }, h('span', {}, '9:41'), h('span', { class: 'speaker' }), icon('wave')),
      h(
        'div',
        { class: 'screen' },
        h('p', { class: 'app-bar' }, t('phone.app')),
        art(flow, run, panel),
        screen(panel),
        panel.note && h('p', { class: 'phone-note', id: 'phone-note' }, panel.note),
      ),
      h('div', { class: 'handset-bar', 'aria-hidden': 'true' }),
    ),
  )
  tickPhone(node, run)
}

/** Only the seconds. */
export function tickPhone(node, run) {
  const left = node.querySelector('[data-left]')
  if (!left || run.status !== 'running') return
  const now = Date.now()
  const past = now - run.startedAt
  const rest = run.deadlineAt === undefined ? undefined : Math.max(0, run.deadlineAt - now)
  left.textContent = [t('phone.elapsed', seconds(past)), rest !== undefined && t('phone.left', seconds(rest))].filter(Boolean).join(' · ')
}

function art(flow, run, panel) {
  const kind = run.setup.device?.kind ?? panel.candidates?.find((own) => own.deviceName === panel.choice.device)?.kind
  const shown = flow.id === 'gateway' ? 'sensor' : ART[kind] ?? 'plug'
  const mark = { done: 'check', partly: 'check', failed: 'cross', cancelled: 'cross' }[run.status]
  const past = run.steps.filter((step) => step.state === 'done').length
  return h(
    'div',
    { class: 'art', 'aria-hidden': 'true' },
    h(
      'svg',
      { class: 'ring', viewBox: '0 0 120 120' },
      h('circle', { class: 'ring-track', cx: 60, cy: 60, r: 54 }),
      h('circle', {
        class: 'ring-past', cx: 60, cy: 60, r: 54, pathLength: 100, 'stroke-dasharray': `${run.steps.length ? (100 * past) / run.steps.length : 0} 100`,
      }),
    ),
    icon(shown, 'art-icon'),
    mark && h('span', { class: 'art-mark' }, icon(mark)),
  )
}

const heading = (words) => h('h3', { class: 'phone-heading', tabindex: '-1', 'data-focus': true, id: 'phone-heading' }, words)
const button = (id, words, onclick, kind = 'primary') => h('button', { type: 'button', class: kind, id, onclick }, words)

function ready(panel) {
  const { flow, candidates, choice, actions } = panel
  const usable = candidates?.filter((device) => flow.id !== 'gateway' || device.kind === 'sub')
  if (usable && usable.length === 0) {
    return [heading(t('phone.none')), h('div', { class: 'actions' }, button('start-over', t('phone.startOver'), actions.startOver))]
  }
  const disabled = !candidates
  const field = (name, label, options) => h(
    'label', { class: 'field' }, h('span', {}, label),
    h('select', { id: `choose-${name}`, disabled, value: choice[name], onchange: (event) => actions.choose(name, event.target.value) },
      options.map(([value, words]) => h('option', { value }, words))),
  )
  const fields = []
  if (flow.id === 'gateway') {
    fields.push(h(
      'fieldset', { class: 'checks' }, h('legend', {}, t('phone.subDevices')),
      (candidates ?? []).map((device) => h(
        'label', {},
        h('input', {
          type: 'checkbox', id: `sub-${device.deviceName}`, checked: choice.subDevices.includes(device.deviceName),
          onchange: (event) => actions.choose('subDevices', event.target.checked
            ? [...choice.subDevices, device.deviceName]
            : choice.subDevices.filter((own) => own !== device.deviceName)),
        }),
        h('span', {}, device.deviceName, device.kind !== 'sub' && h('small', {}, t('phone.odd'))),
      )),
    ))
  } else {
    fields.push(field('device', t('phone.device'), (candidates ?? []).map((device) => [device.deviceName, `${kindName(device)} · ${device.deviceName}`])))
    fields.push(field('roomId', t('phone.room'), [['0', t('phone.defaultRoom')], ...(world.seed ? family().rooms.map((room) => [room.roomId, named(room.name)]) : [])]))
    const paces = Object.keys(PACES)
    const isBluetooth = candidates?.find((device) => device.deviceName === choice.device)?.kind === 'bluetooth'
    if (!isBluetooth) fields.push(field('pace', t('phone.pace'), paces.map((pace) => [pace, t(`phone.paces.${pace}`)])))
  }
  const count = choice.subDevices?.length ?? 0
  const words = flow.id === 'gateway' ? t('phone.bindSome', count) : t('phone.bind')
  return [
    heading(t(`phone.ready.${flow.id}`)),
    h('div', { class: 'fields' }, fields),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'primary', id: 'bind', disabled, onclick: actions.bind }, words)),
  ]
}

function running({ run, actions }) {
  const step = run.steps.find((own) => own.state === 'active')
  const words = step && run.flow.id !== 'gateway' ? t(`steps.${run.flow.id}.${step.key}`) : undefined
  return [
    heading(words ? words[0] : t('phone.running')),
    h('p', {}, words ? words[1] : t('steps.gateway.about')),
    h('p', { class: 'soft', 'data-left': true }),
    h('div', { class: 'actions' }, button('cancel', t('phone.cancel'), actions.cancel, ''), button('reload', t('phone.reload'), actions.reload, 'quiet')),
  ]
}

function interrupted({ run, flow, actions }) {
  return [
    heading(t('phone.interrupted')),
    h('p', {}, flow.id === 'gateway' ? t('phone.interruptedSub') : t('phone.interruptedAbout', run.setup.device.deviceName)),
    h('div', { class: 'actions' }, button('resume', t('phone.resume'), actions.resume), button('anew', t('phone.anew'), actions.anew, '')),
  ]
}

function done({ run, flow, actions }) {
  const good = run.results.filter((result) => result.ok)
  const [{ device }] = good
  const about = flow.id === 'gateway'
    ? t('phone.doneSub', good.length)
    : device.confirmed ? t('phone.doneAbout', device.DeviceName, roomName(device.RoomId)) : t('phone.unconfirmed')
  const errors = run.results.filter((result) => !result.ok)
  return [
    heading(run.status === 'partly' ? t('phone.partly', good.length, run.results.length) : t('phone.done')),
    h('p', {}, about),
    h('div', { class: 'bound-list' }, good.map((result) => boundCard(result.device))),
    errors.map(({ subDevice, error }) => complaint(error, subDevice.deviceName)),
    h('div', { class: 'actions' }, button('again', t('phone.again'), actions.anew), h('a', { class: 'button', id: 'to-home', href: '#/home' }, icon('home'), t('phone.toHome'))),
  ]
}

/** The device as an app's list would show it. */
function boundCard(device) {
  const kind = world.seed.devices.find((own) => own.deviceName === device.DeviceName)?.kind ?? 'wifi'
  return h(
    'div', { class: 'bound-card' }, icon(ART[kind]),
    h('div', {}, h('strong', {}, device.AliasName || device.DeviceName), h('span', { class: 'soft small-text' }, `${kindName({ productId: device.ProductId })} · ${roomName(device.RoomId)}`)),
  )
}

function failed({ run, actions }) {
  return [
    heading(t('phone.failed')),
    complaint(run.error),
    h(
      'div', { class: 'actions' },
      run.canResume && button('resume', t('phone.resume'), actions.resume),
      button('anew', t('phone.anew'), actions.anew, run.canResume ? '' : 'primary'),
      run.error?.mayBeBound && run.setup.device && button('look-up', t('phone.lookUp'), actions.lookUp, ''),
    ),
  ]
}

function cancelled({ run, actions }) {
  const mayBeBound = run.error?.mayBeBound || run.results.some((result) => result.error?.mayBeBound)
  return [
    heading(t('phone.cancelled')),
    h('p', {}, t(mayBeBound ? 'phone.cancelledMaybe' : 'phone.cancelledAbout')),
    h(
      'div', { class: 'actions' },
      mayBeBound && run.setup.device && button('look-up', t('phone.lookUp'), actions.lookUp, ''),
      run.canResume && button('resume', t('phone.resume'), actions.resume),
      button('anew', t('phone.anew'), actions.anew, ''),
    ),
  ]
}

function complaint(error, name) {
  return h(
    'div', { class: 'complaint', lang: language === 'zh' ? 'zh-CN' : 'en' },
    h('p', {}, name && h('strong', {}, `${name}: `), sentence(error)),
    error?.remedy && h('p', { class: 'soft' }, `${t('phone.remedy')}: ${t(`remedies.${error.remedy}`)[0]}`),
    error?.code && h('code', {}, error.code),
  )
}
