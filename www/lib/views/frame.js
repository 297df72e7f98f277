// What stands around every page: navigation, language, colours.

import { h, icon, mount } from '../dom.js'
import { language, switchLanguage, t } from '../i18n.js'
import { switchTheme, theme } from '../prefs.js'

/** The demo's views, and what has pages of its own. */
const DEMO = { flows: '#/flows', home: '#/home', errors: '#/errors', signatures: '#/signatures', reference: 'reference/', guides: 'guides/' }
/** The published site is without the demo, which needs the sandbox. */
const SITE = { guides: 'guides/', reference: 'reference/', codes: 'guides/errors.html', types: 'types/index.html' }

/**
 * Draws the top. `current` is the view on show, `root` the way from this page to the demo's, and `redraw` is called when the
 * language has changed.
 */
export function drawFrame({ current, root = '', redraw }) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  const isSite = 'site' in document.body.dataset
  // In the demo the codes are one of the guides.
  const shown = current === 'codes' && !isSite ? 'guides' : current
  const dark = theme() === 'dark'
  const themeWords = t(dark ? 'theme.toLight' : 'theme.toDark')
  mount(
    document.getElementById('top'),
    h('a', { class: 'brand', href: isSite ? `${root}guides/` : `${root}#/flows/token`, 'aria-label': 'iotexplorer-client' }, icon('wave'), h('span', {}, 'iotexplorer-client')),
    h('nav', { 'aria-label': t('nav.label') }, Object.entries(isSite ? SITE : DEMO).map(([name, address]) => h(
      'a', { href: root + address, id: `nav-${name}`, 'aria-current': name === shown ? 'page' : undefined }, t(`nav.${name}`),
    ))),
    h(
      'div', { class: 'tools' },
      h('button', {
        type: 'button', class: 'quiet', id: 'language', lang: t('otherLanguageTag'), onclick: () => {
          switchLanguage()
          redraw()
        },
      }, t('otherLanguage')),
      h('button', {
        type: 'button', class: 'quiet round', id: 'theme', 'aria-label': themeWords, title: themeWords, onclick: () => {
          switchTheme()
          drawFrame({ current, root, redraw })
        },
      }, icon(dark ? 'sun' : 'moon')),
    ),
  )
}
