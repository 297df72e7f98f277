// Making elements. Strict CSP: no markup from strings, no style attributes.

const SVG = 'http://www.w3.org/2000/svg'
const SVG_TAGS = new Set(['svg', 'path', 'circle', 'rect', 'g', 'line'])
/** What has to be set as a property, because the attribute says only how it began. */
const PROPERTIES = new Set(['value', 'checked', 'selected', 'disabled', 'hidden', 'open'])

/** An element with attributes, listeners (`onclick`) and children; absent ones are left out. */
export function h(tag, attributes = {}, ...children) {
  const node = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else if (PROPERTIES.has(name) && name in node) node[name] = value
    else node.setAttribute(name, value === true ? '' : value)
  }
  add(node, children)
  // A select's value holds only once its options are there.
  if (tag === 'select' && attributes.value !== undefined) node.value = attributes.value
  return node
}

function add(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== undefined && child !== null && child !== false && child !== '') node.append(child)
  }
}

/**
 * Puts children in place of a node's, and leaves the keyboard where it was: on the element of the same id, or, where that
 * one is gone, on the one marked `data-focus`.
 */
export function mount(node, ...children) {
  const active = document.activeElement
  const held = active && active !== node && node.contains(active) ? active : undefined
  const scrolled = [...node.querySelectorAll('[data-scroll]')].map((one) => [one.dataset.scroll, one.scrollTop, one.scrollLeft])
  node.replaceChildren()
  add(node, children)
  for (const [name, top, left] of scrolled) {
    const again = node.querySelector(`[data-scroll="${name}"]`)
    if (again) Object.assign(again, { scrollTop: top, scrollLeft: left })
  }
  if (!held) return
  const again = (held.id && document.getElementById(held.id)) || node.querySelector('[data-focus]')
  again?.focus({ preventScroll: true })
}

const ICONS = {
  wave: ['M4 11a16 16 0 0 1 16 0', 'M8 15.5a8 8 0 0 1 8 0', 'M12 19.5v.01'],
  plug: ['M9 3v5', 'M15 3v5', 'M6 8h12v3a6 6 0 0 1-12 0z', 'M12 17v4'],
  lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3', 'M12 15v2'],
  sensor: ['M12 13.5V21', 'M9 21h6', 'M8.5 13a4.5 4.5 0 1 1 7 0', 'M5.5 15.5a8 8 0 1 1 13 0'],
  gateway: ['M3 14h18v6H3z', 'M7 17v.01', 'M11 17h6', 'M7 14V6', 'M17 14V6', 'M10 8a3 3 0 0 1 4 0'],
  server: ['M4 4h16v7H4z', 'M4 13h16v7H4z', 'M8 7.5v.01', 'M8 16.5v.01', 'M12 7.5h5', 'M12 16.5h5'],
  cloud: ['M7 18a4 4 0 0 1 0-8 5.5 5.5 0 0 1 10.6 1.2A3.5 3.5 0 0 1 17 18z'],
  phone: ['M7 3h10v18H7z', 'M11 18h2'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  cross: ['M6 6l12 12', 'M18 6L6 18'],
  clock: ['M12 3a9 9 0 1 0 .01 0', 'M12 7.5V12l3 2'],
  copy: ['M9 9h11v11H9z', 'M5 15H4V4h11v1'],
  eye: ['M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z', 'M12 9.2a2.8 2.8 0 1 0 .01 0'],
  sun: ['M12 8a4 4 0 1 0 .01 0', 'M12 2.5v2', 'M12 19.5v2', 'M2.5 12h2', 'M19.5 12h2', 'M5.3 5.3l1.4 1.4', 'M17.3 17.3l1.4 1.4', 'M5.3 18.7l1.4-1.4', 'M17.3 6.7l1.4-1.4'],
  moon: ['M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z'],
  alert: ['M12 3.5l9.5 16.5h-19z', 'M12 10v4.5', 'M12 17.3v.01'],
  home: ['M4 11.5L12 4l8 7.5', 'M6 10v10h12V10', 'M10 20v-5h4v5'],
  lamp: ['M9 18h6', 'M10 21h4', 'M8.5 15.5a6 6 0 1 1 7 0V18h-7z'],
  plus: ['M12 5v14', 'M5 12h14'],
  more: ['M5 12v.01', 'M12 12v.01', 'M19 12v.01'],
  search: ['M10.5 4a6.5 6.5 0 1 0 .01 0', 'M15.5 15.5L20 20'],
  again: ['M4 12a8 8 0 1 1 2.5 5.8', 'M4 19v-5h5'],
}

/** A line drawing, for the eye only. */
export function icon(name, more = '') {
  return h(
    'svg',
    { class: `icon ${more}`, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    ICONS[name].map((d) => h('path', { d })),
  )
}

/** Tells a screen reader, once. */
export function announce(words) {
  document.getElementById('live').textContent = words
}

let copied = 0
/** A button that puts a text on the clipboard and says so. `words` are `{ copy, copied, failed }`. */
export function copyButton(text, words, id) {
  const label = h('span', {}, words.copy)
  const button = h('button', { type: 'button', class: 'small quiet', id: id ?? `copy-${++copied}` }, icon('copy'), label)
  button.addEventListener('click', async () => {
    const worked = await copyText(text())
    label.textContent = worked ? words.copied : words.failed
    announce(label.textContent)
    setTimeout(() => { label.textContent = words.copy }, 1600)
  })
  return button
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch (error) {
    // Over plain HTTP in the local network there is no clipboard object; the old way still works there.
    const area = h('textarea', { class: 'unseen', value: text, 'aria-hidden': 'true' })
    document.body.append(area)
    area.select()
    const worked = document.execCommand('copy')
    area.remove()
    return worked
  }
}

/** Arrow keys, Home and End among the tabs of a tab list; `choose` is handed the chosen tab's `data-tab`. */
export function tabList(node, choose) {
  node.addEventListener('keydown', (event) => {
    const tabs = [...node.querySelectorAll('[role=tab]')]
    const here = tabs.indexOf(document.activeElement)
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (here < 0 || to === undefined) return
    event.preventDefault()
    const tab = tabs[(to + tabs.length) % tabs.length]
    choose(tab.dataset.tab)
    document.getElementById(tab.id)?.focus()
  })
  node.addEventListener('click', (event) => {
    const tab = event.target.closest('[role=tab]')
    if (tab) choose(tab.dataset.tab)
  })
  return node
}
