// The three flows: tabs, and for each the phone, the steps, the other side, the wire and the code.

import { announce, h, icon, mount, tabList } from '../dom.js'
import { flows } from '../flows/index.js'
import { t } from '../i18n.js'
import { iot } from '../package.js'
import { unfinished } from '../prefs.js'
import { defaults, execute, newRun } from '../run.js'
import { control, startOver, world } from '../sandbox.js'
import { check } from '../trouble.js'
import { transportOf } from '../wire.js'
import { drawCode } from './code.js'
import { drawPhone, tickPhone } from './phone.js'
import { drawReal } from './real.js'
import { drawSide } from './side.js'
import { drawSteps, tickSteps } from './steps.js'
import { drawWire } from './wire.js'

/** One per flow, as long as the page is open. */
const panels = {}
let current = 'token'
let view

/** The binding that is under way anywhere on the page; there is one at a time, so that its story can be followed. */
export const activeRun = () => Object.values(panels).map((panel) => panel.run).find((run) => run?.status === 'running')

export function drawFlows(root, chosen) {
  if (!world.plays) return drawReal(root)
  current = Object.hasOwn(flows, chosen) ? chosen : current
  for (const id of Object.keys(flows)) panels[id] ??= newPanel(id)
  const tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': t('flows.label') }, Object.values(flows).map((flow) => h(
    'button',
    {
      type: 'button', role: 'tab', id: `tab-${flow.id}`, 'data-tab': flow.id, 'aria-selected': String(flow.id === current),
      'aria-controls': 'flow', tabindex: flow.id === current ? '0' : '-1',
    },
    icon(flow.icon),
    h('span', {}, t(`flows.${flow.id}.title`)),
    ['interrupted', 'running'].includes(panels[flow.id].run.status) && h('span', { class: 'dot', 'aria-hidden': 'true' }),
  )))
  tabList(tabs, (id) => { location.hash = `#/flows/${id}` })
  const parts = Object.fromEntries(['phone', 'steps', 'side', 'wire', 'code'].map((name) => [name, h('section', { class: `panel ${name}`, id: `panel-${name}` })]))
  mount(
    root,
    h('div', { class: 'intro' }, h('h1', { tabindex: '-1' }, t('title')), h('p', {}, t('lead'))),
    tabs,
    h(
      'div',
      { id: 'flow', role: 'tabpanel', 'aria-labelledby': `tab-${current}`, class: 'flow', 'data-flow': current },
      h('p', { class: 'about' }, t(`flows.${current}.about`)),
      parts.phone, parts.steps, parts.side, parts.wire, parts.code,
    ),
  )
  view = { parts }
  drawPanel()
  if (!panels[current].candidates) refresh(panels[current])
}

/** Everything that depends on the server is looked up again: after a reset, or when it is back. */
export function refreshFlows() {
  for (const panel of Object.values(panels)) panel.candidates = undefined
  for (const panel of Object.values(panels)) {
    if (!['running', 'interrupted'].includes(panel.run.status) && panel.run.status === 'ready') panel.run = newRun(panel.flow, defaultSetup())
  }
  if (panels[current]) refresh(panels[current])
}

const defaultSetup = () => (world.seed && world.plays ? defaults() : { familyId: '', roomId: '0', pace: 'quick' })

function newPanel(id) {
  const flow = flows[id]
  const panel = {
    flow,
    run: newRun(flow, defaultSetup()),
    candidates: undefined,
    choice: { roomId: '0', pace: 'quick', device: undefined, subDevices: undefined },
    selected: undefined,
    revealed: false,
    codeTab: 'flow',
    note: undefined,
    actions: undefined,
  }
  const stored = unfinished.read()
  if (stored?.flow === id && world.plays) {
    panel.run = newRun(flow, stored.setup, { status: 'interrupted', checkpoint: stored.checkpoint, signed: stored.signed, steps: flow.plan(stored.setup) })
    for (const step of panel.run.steps) Object.assign(step, { state: 'waiting', at: undefined })
  }
  panel.actions = actionsOf(panel)
  return panel
}

async function refresh(panel) {
  if (!world.plays || !world.seed) return
  try {
    panel.candidates = await panel.flow.candidates()
    const { choice } = panel
    const has = (device) => panel.candidates.some((own) => own.deviceName === device && device)
    if (!has(choice.device)) choice.device = panel.candidates[0]?.deviceName
    choice.subDevices = choice.subDevices?.filter(has)
    if (!choice.subDevices?.length) choice.subDevices = panel.candidates.filter((own) => own.kind === 'sub').slice(0, 3).map((own) => own.deviceName)
  } catch (error) {
    check()
  }
  if (panel.flow.id === current && view) drawPanel('phone', 'steps', 'side', 'code')
}

/** What the buttons on the phone do. */
function actionsOf(panel) {
  const begin = async (resume) => {
    if (activeRun()) {
      panel.note = t('phone.busy')
      return drawPanel('phone')
    }
    panel.note = undefined
    panel.selected = undefined
    // A new binding gets a clean sheet; one that is gone on with keeps its own.
    const told = new Set()
    panel.run.told = told
    await execute(panel.run, {
      keep: true, watch: true, resume,
      changed: (run) => {
        tell(run, told)
        if (panel.flow.id === current) drawPanel()
      },
    })
    panel.candidates = undefined
    await refresh(panel)
  }
  return {
    bind() {
      const { choice, candidates } = panel
      const setup = { ...defaultSetup(), roomId: choice.roomId, pace: choice.pace }
      if (panel.flow.id === 'gateway') {
        setup.subDevices = candidates.filter((device) => choice.subDevices.includes(device.deviceName))
        if (!setup.subDevices.length) {
          panel.note = t('phone.choose')
          return drawPanel('phone')
        }
      } else {
        setup.device = candidates.find((device) => device.deviceName === choice.device)
      }
      panel.run = newRun(panel.flow, setup)
      return begin()
    },
    resume() {
      const { setup, checkpoint, signed, wire, feed } = panel.run
      panel.run = newRun(panel.flow, setup, { checkpoint, signed, wire, feed })
      return begin(panel.flow.checkpoints ? checkpoint : undefined)
    },
    cancel: () => panel.run.abort?.(),
    reload: () => location.reload(),
    async anew() {
      unfinished.clear()
      panel.run = newRun(panel.flow, defaultSetup())
      panel.selected = undefined
      panel.note = undefined
      drawPanel()
      await refresh(panel)
    },
    async startOver() {
      try {
        await startOver()
      } catch (error) {
        return check()
      }
      unfinished.clear()
      for (const own of Object.values(panels)) {
        own.candidates = undefined
        own.run = newRun(own.flow, defaultSetup())
      }
      announce(t('phone.startingOver'))
      drawPanel()
      return refresh(panel)
    },
    /** After a bind whose outcome nobody saw: what the cloud says now. */
    async lookUp() {
      const { setup } = panel.run
      const { productId, deviceName } = setup.device
      const client = new iot.Client({
        accessToken: () => world.seed.users[0].accessToken,
        endpoint: world.seed.endpoint,
        allowInsecure: true,
        transport: transportOf(panel.run.wire, check),
      })
      try {
        await client.appGetDeviceInFamily({ ProductId: productId, FamilyId: setup.familyId, DeviceName: deviceName })
        panel.note = t('phone.isBound', deviceName)
      } catch (error) {
        panel.note = error.kind === 'api' ? t('phone.isNotBound', deviceName) : error.describe(document.documentElement.lang.slice(0, 2))
      } finally {
        client.free()
      }
      announce(panel.note)
      drawPanel('phone')
    },
    choose(name, value) {
      panel.choice[name] = value
      panel.note = undefined
      drawPanel('phone', 'steps', 'side', 'code')
    },
    select(id) {
      panel.selected = id
      drawPanel('wire', 'code')
    },
    reveal() {
      panel.revealed = !panel.revealed
      drawPanel('wire', 'code')
    },
    codeTab(tab) {
      panel.codeTab = tab
      drawPanel('code')
    },
    async envelope(style) {
      panel.envelope = style
      try {
        await control('POST', 'envelope', { style })
      } catch (error) {
        check()
      }
    },
  }
}

/** Says each step once, as it begins or ends, and the end. */
function tell(run, told) {
  for (const step of run.steps) {
    const key = `${step.name ?? step.key}:${step.state}`
    if (step.state === 'waiting' || told.has(key)) continue
    told.add(key)
    const title = step.name ?? t(`steps.${run.flow.id}.${step.key}`)[0]
    announce(`${title}: ${t(`steps.state.${step.state}`)}`)
  }
  if (run.status !== 'running' && !told.has('end')) {
    told.add('end')
    announce(run.error?.describe?.(document.documentElement.lang.slice(0, 2)) ?? t(`phone.${{ done: 'done', partly: 'done', cancelled: 'cancelled' }[run.status] ?? 'failed'}`))
  }
}

/** Draws the parts named, or all of them. */
function drawPanel(...names) {
  if (!view?.parts.phone.isConnected) return
  const panel = panels[current]
  const draw = { phone: drawPhone, steps: drawSteps, side: drawSide, wire: drawWire, code: drawCode }
  for (const name of names.length ? names : Object.keys(draw)) draw[name](view.parts[name], panel)
}

// Only the seconds change: no need to draw everything again.
setInterval(() => {
  const panel = panels[current]
  if (!view?.parts.phone.isConnected || panel?.run.status !== 'running') return
  tickPhone(view.parts.phone, panel.run)
  tickSteps(view.parts.steps, panel.run)
}, 500)
