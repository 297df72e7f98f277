// A guide. The page itself is complete without this: here are search, colours and copying.

import { language } from '../i18n.js'
import { addCopies, colour, follow, keepContents, unfold } from '../reference/reading.js'
import { drawSearch } from '../reference/search.js'
import { drawFrame } from '../views/frame.js'

const titles = { en: document.title, zh: document.querySelector('title').dataset.zh }

function draw() {
  document.title = titles[language]
  drawFrame({ current: document.body.dataset.guide === 'errors' ? 'codes' : 'guides', root: '../', redraw: draw })
  drawSearch(document.getElementById('search'))
  addCopies((figure, pre, at) => `copy-${at}`)
}

colour()
keepContents()
draw()
follow('.part')
unfold()
