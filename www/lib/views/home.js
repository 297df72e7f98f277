// My home: an app's view of a family, with everything asked for through the package.

import { announce, copyButton, h, icon, mount } from '../dom.js'
import { callCode } from '../flows/source.js'
import { highlighted } from '../highlight.js'
import { addFamily, addRoom, home, move, onHome, read, rename, rooms, set, unbind } from '../home/home.js'
import { copyWords, t } from '../i18n.js'
import { control, mine, world } from '../sandbox.js'
import { check } from '../trouble.js'
import { named, sentence } from './words.js'
import { drawWire } from './wire.js'

const SWITCH = 'power_switch'
const BRIGHTNESS = 'brightness'

/** The panels below the home; `panel` is what drawWire takes. */
const panel = { run: { wire: home.wire }, selected: undefined, revealed: false, envelope: undefined, actions: {} }
let view

export function drawHome(root) {
  view = {
    app: h('section', { class: 'home', 'aria-labelledby': 'home-title' }),
    wire: h('section', { class: 'panel wire' }),
    code: h('section', { class: 'panel', 'aria-labelledby': 'home-code-title' }),
    dialog: h('dialog', { id: 'home-dialog', 'aria-labelledby': 'dialog-title' }),
  }
  mount(
    root,
    h('div', { class: 'intro' }, h('h1', { tabindex: '-1', id: 'home-title' }, t('home.title')), h('p', {}, t('home.about'))),
    h('div', { class: 'home-page' }, view.app, view.wire, view.code), view.dialog,
  )
  drawApp()
  drawCalls()
  if (world.plays || mine.accessToken) read()
}

onHome((what) => {
  if (!view?.app.isConnected) return
  if (what === 'wire') drawCalls()
  else if (what) drawDevice(what)
  else drawApp()
})

Object.assign(panel.actions, {
  select(id) {
    panel.selected = id
    drawCalls()
  },
  reveal() {
    panel.revealed = !panel.revealed
    drawCalls()
  },
  async envelope(style) {
    panel.envelope = style
    try {
      await control('POST', 'envelope', { style })
    } catch (error) {
      check()
    }
  },
})

function drawCalls() {
  drawWire(view.wire, panel)
  const { exchanges } = home.wire
  const chosen = exchanges.find((exchange) => exchange.id === panel.selected) ?? exchanges.at(-1)
  const code = chosen && callCode(chosen, (text) => home.wire.masked(text))
  mount(
    view.code,
    h('div', { class: 'panel-head' }, h('h2', { id: 'home-code-title' }, t('code.label')), code && copyButton(() => code, copyWords(), 'copy-home-code')),
    code ? h('pre', { tabindex: '0', 'aria-label': t('code.label') }, highlighted(code)) : h('p', { class: 'soft' }, t('wire.none')),
  )
}

function drawApp() {
  view.app.setAttribute('aria-busy', String(!home.isFresh && home.status !== 'failed'))
  view.app.dataset.status = home.status
  mount(view.app, home.status === 'failed' ? failed() : home.status === 'loading' ? loading() : ready())
  for (const node of view.app.querySelectorAll('[data-device]')) glow(node)
}

function loading() {
  if (!world.plays && !mine.accessToken) {
    return h('div', { class: 'home-empty' }, icon('lock'), h('p', {}, t('home.needsToken')), h('a', { class: 'button primary', href: '#/flows' }, t('home.giveToken')))
  }
  return [h('p', { class: 'unseen' }, t('home.loading')), h('div', { class: 'home-grid', 'aria-hidden': 'true' }, [1, 2, 3].map(() => h('div', { class: 'device ghost' })))]
}

function failed() {
  const { error } = home
  return h(
    'div', { class: 'home-empty', id: 'home-failed' }, icon('alert'),
    h('p', {}, h('strong', {}, sentence(error))),
    error.code && h('p', {}, h('code', {}, error.code)),
    error.remedy && h('p', { class: 'soft' }, `${t('phone.remedy')}: ${t(`remedies.${error.remedy}`)[0]}`),
    h('button', { type: 'button', class: 'primary', id: 'home-again', onclick: () => read() }, icon('again'), t('trouble.again')),
  )
}

function ready() {
  const { families, familyId, devices } = home
  if (families.length === 0) {
    return h(
      'div', { class: 'home-empty' }, icon('home'), h('p', {}, t('home.noFamily')),
      h('button', { type: 'button', class: 'primary', id: 'add-family', onclick: () => ask(newFamily) }, t('home.addFamily')),
    )
  }
  return [
    h(
      'div', { class: 'home-bar' },
      h('label', { class: 'inline-field' }, h('span', {}, t('home.family')), h(
        'select', { id: 'home-family', value: familyId, onchange: (event) => read(event.target.value) },
        families.map((family) => h('option', { value: family.FamilyId }, named(family.Name))),
      )),
      h('span', { class: 'soft small-text', id: 'home-count' }, t('home.count', devices.length, devices.filter((device) => device.isOnline).length)),
      h(
        'span', { class: 'home-tools' },
        h('button', { type: 'button', class: 'small', id: 'add-room', onclick: () => ask(newRoom) }, icon('plus'), t('home.addRoom')),
        h('button', { type: 'button', class: 'small', id: 'home-refresh', onclick: () => read() }, icon('again'), t('home.refresh')),
        h('a', { class: 'button small primary', id: 'home-add', href: '#/flows/token' }, icon('plus'), t('home.addDevice')),
      ),
    ),
    devices.length === 0 && h('div', { class: 'home-empty', id: 'home-empty' }, icon('plug'), h('p', {}, t('home.empty')), h('a', { class: 'button primary', href: '#/flows/token' }, t('home.addDevice'))),
    h('div', { class: 'home-rooms' }, rooms().filter((room) => room.devices.length > 0 || room.id !== '0').map(drawRoom)),
  ]
}

const roomWords = (room) => (room.name === undefined ? t('phone.defaultRoom') : named(room.name))
const deviceWords = (device) => named(device.alias || device.productName || device.deviceName)

function drawRoom(room) {
  const id = `room-${room.id}`
  return h(
    'section', { class: 'room', 'aria-labelledby': id, 'data-room': room.id, 'data-cards': Math.min(4, room.devices.length) },
    h('h2', { id }, roomWords(room), h('span', { class: 'count' }, t('home.devices', room.devices.length))),
    room.devices.length > 0
      ? h('ul', { class: 'home-grid' }, room.devices.map((device) => h('li', {}, deviceCard(device))))
      : h('p', { class: 'room-empty soft' }, t('home.emptyRoom')),
  )
}

/** Only this one: whoever drags a slider keeps it. */
function drawDevice(device) {
  const node = [...view.app.querySelectorAll('[data-device]')].find((one) => one.dataset.device === device.id)
  if (!node) return
  const fresh = deviceCard(device)
  mount(node, [...fresh.childNodes])
  Object.assign(node.dataset, fresh.dataset)
  glow(node)
}

/** How bright a lamp shines. The page's policy forbids style attributes, and this is none. */
function glow(node) {
  const device = home.devices.find((one) => one.id === node.dataset.device)
  if (!device) return
  const level = device.values[SWITCH] === 1 ? (device.values[BRIGHTNESS] ?? 100) / 100 : 0
  node.style.setProperty('--level', level)
}

function pictureOf({ type, properties, productId }) {
  if (properties.some(({ id }) => id === BRIGHTNESS)) return 'lamp'
  const kind = world.seed?.products.find((product) => product.productId === productId)?.kind
  return { gateway: 'gateway', bluetooth: 'lock', sub: 'sensor', virtual: 'phone' }[kind] ?? (type === 1 ? 'gateway' : type === 2 ? 'sensor' : 'plug')
}

function deviceCard(device) {
  const { id, isOnline, properties, values, error } = device
  const main = properties.find((property) => property.id === SWITCH && property.type === 'bool')
  const isOn = main && values[SWITCH] === 1
  const key = id.replace('/', '-')
  return h(
    'article', { class: 'device', 'data-device': id, 'data-on': main ? String(isOn) : undefined, 'data-online': String(isOnline), 'aria-labelledby': `name-${key}` },
    h(
      'div', { class: 'device-head' },
      h('span', { class: 'device-art' }, icon(pictureOf(device))),
      main && toggle(device, main, key),
    ),
    h('div', { class: 'device-words' },
      h('h3', { id: `name-${key}` }, deviceWords(device)),
      h('p', { class: 'thing-state', 'data-state': isOnline ? 'bound' : 'away' }, h('span', { class: 'led', 'aria-hidden': 'true' }), t(isOnline ? 'home.online' : 'home.offline'), main && h('span', { class: 'soft' }, `· ${t(isOn ? 'home.on' : 'home.off')}`))),
    properties.filter((property) => property !== main).map((property) => setting(device, property, key)),
    main && !isOnline && h('p', { class: 'soft small-text' }, t('home.later')),
    error && h('p', { class: 'bad small-text', role: 'alert' }, sentence(error)),
    h('button', { type: 'button', class: 'small quiet device-more', id: `more-${key}`, onclick: () => ask(manage, device), 'aria-describedby': `name-${key}` }, icon('more'), t('home.manage')),
  )
}

function toggle(device, { id, name }, key) {
  const isOn = device.values[id] === 1
  return h(
    'button', {
      type: 'button', class: 'switch', role: 'switch', id: `switch-${key}`, 'aria-checked': String(isOn), 'aria-label': `${deviceWords(device)}: ${named(name)}`,
      onclick: () => set(device, id, isOn ? 0 : 1),
    },
    h('span', { class: 'knob', 'aria-hidden': 'true' }),
  )
}

function setting(device, { id, name, type, min, max, unit, mapping }, key) {
  const field = `${id}-${key}`
  const value = device.values[id]
  if (type === 'int') {
    const shown = h('output', { for: field }, `${value ?? '–'} ${unit}`)
    const level = h('input', {
      type: 'range', id: field, min, max, value: value ?? min, oninput: () => {
        shown.textContent = `${level.value} ${unit}`
      }, onchange: () => set(device, id, Number(level.value)),
    })
    return h('div', { class: 'setting' }, h('label', { for: field }, named(name)), shown, level)
  }
  if (type === 'bool') return h('div', { class: 'setting' }, h('span', {}, named(name)), toggle(device, { id, name }, field))
  return h(
    'div', { class: 'setting' }, h('label', { for: field }, named(name)),
    h('select', { id: field, value: String(value ?? ''), onchange: (event) => set(device, id, Number(event.target.value)) }, Object.entries(mapping).map(([number, words]) => h('option', { value: number }, named(words)))),
  )
}

// The dialogs: one at a time, each a function that draws itself into the dialog and may be drawn again.

/** Opens a dialog. `draw(again, ...about)` gives its content; `again(error)` draws it once more. */
function ask(draw, ...about) {
  const { dialog } = view
  const again = (state = {}) => mount(dialog, draw({ again, close: () => dialog.close(), ...state }, ...about))
  again()
  dialog.showModal()
  // The browser gives the focus back to where it was, unless that is gone by then.
  dialog.onclose = () => {
    if (document.activeElement === document.body) view.app.querySelector('#home-refresh, #home-again')?.focus()
  }
}

/** Does it, says so and closes; or stays and tells why not. */
async function attempt({ again, close }, work, done, kept = {}) {
  again({ ...kept, busy: true })
  try {
    await work()
  } catch (error) {
    again({ ...kept, error })
    return
  }
  close()
  announce(done)
}

const heading = (words, close) => h('div', { class: 'dialog-head' }, h('h2', { id: 'dialog-title' }, words), h('button', { type: 'button', class: 'quiet round', id: 'dialog-close', 'aria-label': t('home.close'), onclick: close }, icon('cross')))

const trouble = (error) => error && h('div', { class: 'complaint', role: 'alert' }, h('p', {}, sentence(error)), error.code && h('code', {}, error.code))

/** A form with one name in it. */
function nameForm(state, { title, id, label, words, value = '', work, done }) {
  const typed = state.typed ?? value
  return [
    heading(title, state.close),
    h(
      'form', {
        class: 'dialog-form', onsubmit: (event) => {
          event.preventDefault()
          const name = event.target.querySelector('input').value.trim()
          attempt(state, () => work(name), done(name), { typed: name })
        },
      },
      h('label', { for: id }, label),
      h(
        'div', { class: 'dialog-row' }, h('input', { id, value: typed, autocomplete: 'off', required: true, 'data-focus': true }),
        h('button', { type: 'submit', class: 'primary', id: `${id}-save`, disabled: state.busy }, words),
      ),
      trouble(state.error),
    ),
  ]
}

const newRoom = (state) => nameForm(state, {
  title: t('home.addRoom'), id: 'room-name', label: t('home.roomName'), words: t('home.add'), work: addRoom, done: (name) => t('home.roomAdded', name),
})
const newFamily = (state) => nameForm(state, {
  title: t('home.addFamily'), id: 'family-name', label: t('home.familyName'), words: t('home.add'), work: addFamily, done: (name) => t('home.familyAdded', name),
})

function manage(state, device) {
  if (state.isSure) return sure(state, device)
  const words = deviceWords(device)
  return [
    ...nameForm(state, {
      title: words, id: 'device-name', label: t('home.name'), words: t('home.rename'), value: named(device.alias || words),
      work: (name) => rename(device, name), done: (name) => t('home.renamed', name),
    }),
    h(
      'form', {
        class: 'dialog-form', onsubmit: (event) => {
          event.preventDefault()
          const roomId = event.target.querySelector('select').value
          const room = rooms().find((one) => one.id === roomId)
          attempt(state, () => move(device, roomId), t('home.moved', deviceWords(device), roomWords(room)))
        },
      },
      h('label', { for: 'device-room' }, t('phone.room')),
      h(
        'div', { class: 'dialog-row' },
        h('select', { id: 'device-room', value: device.roomId }, rooms().map((room) => h('option', { value: room.id }, roomWords(room)))),
        h('button', { type: 'submit', id: 'device-move', disabled: state.busy }, t('home.move')),
      ),
    ),
    h('p', { class: 'soft small-text' }, h('code', {}, device.id)),
    h('div', { class: 'dialog-actions danger' }, h('button', { type: 'button', class: 'bad', id: 'device-unbind', disabled: state.busy, onclick: () => state.again({ isSure: true }) }, t('home.unbind'))),
  ]
}

function sure(state, device) {
  return [
    heading(t('home.unbindSure', deviceWords(device)), state.close),
    h('p', {}, t('home.unbindMeans')),
    trouble(state.error),
    h(
      'div', { class: 'dialog-actions' },
      // The harmless one has the keyboard.
      h('button', { type: 'button', id: 'unbind-no', 'data-focus': true, disabled: state.busy, onclick: () => state.again() }, t('home.keep')),
      h('button', {
        type: 'button', class: 'primary bad', id: 'unbind-yes', disabled: state.busy,
        onclick: () => attempt(state, () => unbind(device), t('home.unbound', deviceWords(device)), { isSure: true }),
      }, t('home.unbind')),
    ),
  ]
}
