// The demo page: the app's part through the package `iotexplorer-client`, the parts of the cloud, the device and your server
// through the sandbox.
//
//   app.js            which view is on show, and trouble
//   lib/run.js        one binding, started, watched, cancelled, gone on with;  lib/flows/ what each of the three does
//   lib/wire.js       what goes over the wire, kept for show;                  lib/trouble.js what is broken, and until when
//   lib/catalogue.js  the errors as data;                                      lib/views/ drawing, a file per part
//   lib/text.*.js     every word, in English and Chinese;                      lib/reference/ what the pages in reference/ do

import { announce, h, icon, mount } from './lib/dom.js'
import { t } from './lib/i18n.js'
import { iot } from './lib/package.js'
import { unfinished } from './lib/prefs.js'
import { check, onTrouble, trouble } from './lib/trouble.js'
import { drawBench } from './lib/views/bench.js'
import { drawErrors } from './lib/views/errors.js'
import { drawFlows, refreshFlows } from './lib/views/flows.js'
import { drawFrame } from './lib/views/frame.js'
import { drawHome } from './lib/views/home.js'
import { sentence } from './lib/views/words.js'

const VIEWS = { flows: drawFlows, home: drawHome, errors: drawErrors, signatures: drawBench }
const main = document.getElementById('main')

/** `#/flows/token` → `['flows', 'token']`; a binding that was left in the middle is shown first. */
function route() {
  const [, view, part] = location.hash.match(/^#\/(\w+)(?:\/(\w+))?$/) ?? []
  if (Object.hasOwn(VIEWS, view)) return [view, part]
  return ['flows', unfinished.read()?.flow]
}

function drawAround() {
  const [view] = route()
  document.title = `${t(`nav.${view}`)} · iotexplorer-client`
  drawFrame({ current: view, redraw: draw })
  document.getElementById('skip').textContent = t('skip')
  mount(document.getElementById('foot'), h('p', {}, t('foot')))
}

function drawTrouble() {
  const place = document.getElementById('trouble')
  if (!trouble) return mount(place)
  const [what, how] = t(`trouble.${trouble.kind}`)
  mount(
    place,
    h(
      'div', { class: 'trouble', 'data-trouble': trouble.kind }, icon('alert'),
      h(
        'div', {}, h('p', {}, h('strong', {}, what)), h('p', {}, how, trouble.kind === 'sandbox' && iot && ` ${t('trouble.memory')}`),
        trouble.error && h('details', {}, h('summary', {}, t('trouble.details')), h('p', { class: 'mono small-text' }, details(trouble.error))),
      ),
      h('button', { type: 'button', id: 'again', onclick: check }, icon('again'), t('trouble.again')),
    ),
  )
}

function details(error) {
  const code = error.code ? `${error.code}: ` : ''
  return error.describe ? `${code}${sentence(error)} ${error.message}` : String(error.message ?? error)
}

let drawn
function drawView() {
  const [view, part] = route()
  if (!iot) return mount(main, !trouble && h('p', { class: 'loading' }, t('loading')))
  main.dataset.view = view
  VIEWS[view](main, part)
  // A new page under the same address: the keyboard goes to its top, except at the very beginning.
  if (drawn && drawn !== view) main.querySelector('h1')?.focus()
  drawn = view
}

function draw() {
  drawAround()
  drawTrouble()
  drawView()
}

onTrouble((now, before) => {
  drawTrouble()
  if (now) return
  if (before) announce(t('trouble.over'))
  if (before || !drawn) {
    refreshFlows()
    drawView()
  }
})
addEventListener('hashchange', () => {
  drawAround()
  drawView()
})
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAround)

draw()
await check()
