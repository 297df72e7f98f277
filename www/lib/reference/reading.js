// What the pages to read have in common: colours and copying of source, and where in the list of contents one is.

import { copyButton } from '../dom.js'
import { highlighted } from '../highlight.js'
import { copyWords } from '../i18n.js'

const WIDE = matchMedia('(min-width: 62rem)')
/** What the colours are made for. */
const COLOURED = /^(js|ts|json|request|answer)$/

export function colour() {
  for (const pre of document.querySelectorAll('figure.code pre')) {
    if (COLOURED.test(pre.dataset.code)) pre.replaceChildren(highlighted(pre.textContent))
  }
}

/** A button on each piece of source; `name` says what its id begins with. */
export function addCopies(name) {
  for (const [at, figure] of document.querySelectorAll('figure.code').entries()) {
    if (!figure.querySelector(':scope > figcaption')) continue
    figure.querySelector('figcaption button')?.remove()
    const pre = figure.querySelector('pre')
    const source = pre.textContent
    figure.querySelector('figcaption').append(copyButton(() => source, copyWords(), name(figure, pre, at)))
  }
}

/** On a narrow screen the list of contents would push the contents away. */
function foldContents() {
  document.querySelector('.ref-toc').open = WIDE.matches
}

export function keepContents() {
  foldContents()
  WIDE.addEventListener('change', foldContents)
  document.querySelector('.ref-toc').addEventListener('click', (event) => {
    if (event.target.closest('[data-to]')) foldContents()
  })
}

/** Marks what is being read in the list; `sections` are what the list leads to. */
export function follow(sections) {
  const links = new Map([...document.querySelectorAll('[data-to]')].map((link) => [link.dataset.to, link]))
  const listed = [...document.querySelectorAll(sections)].filter(({ id }) => links.has(id))
  if (listed.length === 0) return
  let marked
  const mark = () => {
    // The last one whose head has passed under the bar at the top.
    const here = listed.findLast((section) => section.getBoundingClientRect().top < 160) ?? listed[0]
    const link = links.get(here.id)
    if (link === marked) return
    marked?.removeAttribute('aria-current')
    link.setAttribute('aria-current', 'location')
    marked = link
    // Not scrollIntoView, which would move the page as well.
    const side = document.querySelector('.ref-side')
    const [own, around] = [link.getBoundingClientRect(), side.getBoundingClientRect()]
    if (own.top < around.top + 90 || own.bottom > around.bottom) side.scrollTop += own.top - around.top - around.height / 2
  }
  let waiting = false
  addEventListener('scroll', () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      mark()
    })
  }, { passive: true })
  mark()
}

/** What is named in the address may lie within something folded, and what stands above it has changed its height. */
export function unfold() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  for (let node = target; node; node = node.parentElement) if (node.localName === 'details') node.open = true
  if (target) target.scrollIntoView()
}
