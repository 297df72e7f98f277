// Code for the very thing on show, ready to copy.

import { copyButton, h, mount, tabList } from '../dom.js'
import { callCode } from '../flows/source.js'
import { highlighted } from '../highlight.js'
import { copyWords, t } from '../i18n.js'
import { world } from '../sandbox.js'

export function drawCode(node, panel) {
  const { flow, codeTab, actions } = panel
  const tabs = ['flow', 'call', ...(flow.serverCode ? ['server'] : [])]
  const shown = tabs.includes(codeTab) ? codeTab : 'flow'
  const source = sourceOf(shown, panel)
  node.setAttribute('aria-labelledby', 'code-title')
  mount(
    node,
    h(
      'div', { class: 'panel-head' },
      h('h2', { id: 'code-title' }, t('code.label')),
      tabList(h('div', { class: 'tabs small-tabs', role: 'tablist', 'aria-labelledby': 'code-title' }, tabs.map((tab) => h(
        'button',
        {
          type: 'button', role: 'tab', id: `code-tab-${tab}`, 'data-tab': tab, 'aria-selected': String(tab === shown), 'aria-controls': 'code-panel',
          tabindex: tab === shown ? '0' : '-1',
        },
        t(`code.${tab}`),
      ))), actions.codeTab),
      source && copyButton(() => source, copyWords(), 'copy-code'),
    ),
    h('div', { role: 'tabpanel', id: 'code-panel', 'aria-labelledby': `code-tab-${shown}` },
      source ? h('pre', { tabindex: '0', 'data-scroll': 'code', 'aria-label': t('code.label') }, highlighted(source)) : h('p', { class: 'soft' }, t('code.none'))),
  )
}

function sourceOf(tab, panel) {
  const { flow, run, choice, candidates } = panel
  if (!world.seed || !world.plays) return undefined
  if (tab === 'server') return flow.serverCode()
  if (tab === 'call') {
    const { exchanges } = run.wire
    const chosen = exchanges.find((exchange) => exchange.id === panel.selected) ?? exchanges.findLast((exchange) => exchange.lane === 'cloud')
    return chosen?.lane === 'cloud' ? callCode(chosen, (text) => run.wire.masked(text)) : undefined
  }
  // Before the first binding: with what is chosen on the phone.
  const device = candidates?.find((own) => own.deviceName === choice.device)
  const subDevices = candidates?.filter((own) => choice.subDevices?.includes(own.deviceName))
  const setup = run.status === 'ready' ? { ...run.setup, roomId: choice.roomId, device, subDevices } : run.setup
  return setup.device || setup.subDevices?.length ? flow.code({ ...run, setup }) : undefined
}
