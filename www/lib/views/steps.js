// The steps, in plain words, with how long each may take and how long it took.

import { h, icon, mount } from '../dom.js'
import { t } from '../i18n.js'
import { duration, seconds } from './words.js'

const MARKS = { waiting: undefined, active: 'clock', done: 'check', failed: 'cross' }

export function drawSteps(node, { run, flow }) {
  node.setAttribute('aria-labelledby', 'steps-title')
  const steps = run.steps.length ? run.steps : []
  mount(
    node,
    h('h2', { id: 'steps-title' }, t('steps.label')),
    run.resumed && h('p', { class: 'soft small-text' }, t('steps.resumed')),
    flow.id === 'gateway' && h('p', { class: 'soft small-text' }, t('steps.gateway.about')),
    steps.length
      ? h('ol', { class: 'steps', id: 'steps' }, steps.map((step) => drawStep(step, flow)))
      : preview(flow),
  )
  tickSteps(node, run)
}

/** Before it begins: what there will be. */
function preview(flow) {
  if (flow.id === 'gateway') return h('p', { class: 'soft' }, t('steps.none'))
  const keys = Object.keys(t(`steps.${flow.id}`))
  return h('ol', { class: 'steps', id: 'steps' }, keys.map((key) => drawStep({ key, state: 'waiting' }, flow)))
}

export function tickSteps(node, run) {
  for (const shown of node.querySelectorAll('[data-since]')) {
    const step = run.steps[Number(shown.dataset.since)]
    if (step?.state === 'active' && step.at) shown.textContent = seconds(Date.now() - step.at)
  }
}

function drawStep(step, flow) {
  const { state } = step
  const isSub = step.key === 'sub'
  const [title, about, estimate] = isSub
    ? [step.name, step.error ? step.error.describe(document.documentElement.lang.slice(0, 2)) : t(`steps.gateway.stage.${step.stage}`) ?? '', undefined]
    : t(`steps.${flow.id}.${step.key}`)
  const facts = []
  if (step.took !== undefined) facts.push(t('steps.took', duration(step.took)))
  else if (estimate && state !== 'failed') facts.push(estimate)
  if (step.times) facts.push(t('steps.asked', step.times))
  if (step.code && state !== 'done') facts.push(t('steps.answered', step.code.split('.').at(-1)))
  return h(
    'li', { 'data-state': state, 'data-step': step.name ?? step.key, 'aria-current': state === 'active' ? 'step' : undefined },
    h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[state] && icon(MARKS[state])),
    h(
      'div', { class: 'step-words' },
      h('p', { class: 'step-title' }, h('strong', {}, title), h('span', { class: 'badge' }, t(isSub && state === 'failed' ? 'steps.gateway.stage.failed' : `steps.state.${state}`))),
      h('p', { class: 'step-about' }, about),
      facts.length > 0 && h('p', { class: 'step-facts' }, facts.join(' · ')),
    ),
  )
}
