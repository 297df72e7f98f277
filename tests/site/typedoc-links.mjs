// TypeDoc writes the links of its head as they are, whatever folder a page is in. Those that begin with `site:/` are of this site.

import { PageEvent } from 'typedoc'

export function load(app) {
  app.renderer.on(PageEvent.END, (page) => {
    const up = '../'.repeat(page.url.split('/').length)
    page.contents = page.contents.replaceAll('"site:/', `"${up}`)
  })
}
