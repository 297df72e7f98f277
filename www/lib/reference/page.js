// A page of the reference. The page itself is complete without this: here are search, colours, copying and trying calls.

import { copyButton } from '../dom.js'
import { highlighted } from '../highlight.js'
import { copyWords, language } from '../i18n.js'
import { drawFrame } from '../views/frame.js'
import { drawSearch } from './search.js'
import { drawTries, lookAround } from './try.js'

const WIDE = matchMedia('(min-width: 62rem)')
const titles = { en: document.title, zh: document.querySelector('title').dataset.zh }

function draw() {
  document.title = titles[language]
  drawFrame({ current: 'reference', root: '../', redraw: draw })
  drawSearch(document.getElementById('search'))
  for (const figure of document.querySelectorAll('figure.code')) addCopy(figure)
  drawTries()
}

function addCopy(figure) {
  figure.querySelector('button')?.remove()
  const source = figure.querySelector('pre').textContent
  const section = figure.closest('.act').id
  const button = copyButton(() => source, copyWords(), `copy-${section}-${figure.querySelector('pre').dataset.code}`)
  figure.querySelector('figcaption').append(button)
}

function colour() {
  for (const pre of document.querySelectorAll('figure.code pre')) pre.replaceChildren(highlighted(pre.textContent))
}

/** On a narrow screen the list of contents would push the contents away. */
function foldContents() {
  document.querySelector('.ref-toc').open = WIDE.matches
}

/** Marks the Action in the list that is being read. */
function follow() {
  const links = new Map([...document.querySelectorAll('[data-to]')].map((link) => [link.dataset.to, link]))
  if (links.size === 0) return
  const sections = [...document.querySelectorAll('.act')]
  let marked
  const mark = () => {
    // The last one whose head has passed under the bar at the top.
    const here = sections.findLast((section) => section.getBoundingClientRect().top < 160) ?? sections[0]
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

/** An address that names an Action but not its page. */
function goToAction() {
  if (document.body.dataset.group) return
  const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const link = entry?.matches('.card li') && entry.querySelector('a')
  if (link) location.replace(link.href)
}

/** A parameter named in the address may lie within something folded. */
function unfold() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  for (let node = target; node; node = node.parentElement) if (node.localName === 'details') node.open = true
  if (target) target.scrollIntoView()
}

goToAction()
addEventListener('hashchange', goToAction)
colour()
foldContents()
WIDE.addEventListener('change', foldContents)
document.querySelector('.ref-toc').addEventListener('click', (event) => {
  if (event.target.closest('[data-to]')) foldContents()
})
draw()
follow()
// What stands above has changed its height.
unfold()
await lookAround()
