// A page of the reference. The page itself is complete without this: here are search, colours, copying and trying calls.

import { language } from '../i18n.js'
import { drawFrame } from '../views/frame.js'
import { addCopies, colour, follow, keepContents, unfold } from './reading.js'
import { drawSearch } from './search.js'
import { drawTries, lookAround } from './try.js'

const titles = { en: document.title, zh: document.querySelector('title').dataset.zh }

function draw() {
  document.title = titles[language]
  drawFrame({ current: 'reference', root: '../', redraw: draw })
  drawSearch(document.getElementById('search'))
  addCopies((figure, pre) => `copy-${figure.closest('.act').id}-${pre.dataset.code}`)
  drawTries()
}

/** An address that names an Action but not its page. */
function goToAction() {
  if (document.body.dataset.group) return
  const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const link = entry?.matches('.card li') && entry.querySelector('a')
  if (link) location.replace(link.href)
}

goToAction()
addEventListener('hashchange', goToAction)
colour()
keepContents()
draw()
follow('.act')
unfold()
await lookAround()
