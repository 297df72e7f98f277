// What is on the phone's screen as a page for a browser: the rendered elements, with the styles that the sample has for them.
// A phone's own parts (status bar, navigation bar) are drawn around it, as they would be.

const fs = require('fs')
const path = require('path')

const project = process.env.IOTEXPLORER_SAMPLE
const read = (file) => fs.readFileSync(path.join(project, file), 'utf8')

/** 750 rpx are the screen's width: 375 px. */
const px = (wxss) => wxss.replace(/(-?[\d.]+)rpx/g, (_, count) => `${Number(count) / 2}px`)

/** Elements of the platform, as far as the sample uses them. */
const PLATFORM = `
  html, body { margin: 0; }
  html { color-scheme: light dark; }
  * { -webkit-tap-highlight-color: transparent; }
  wx-view, wx-picker, main, run-view, step-list { display: block; }
  main, run-view { min-height: inherit; }
  run-view { flex: 1; display: flex; flex-direction: column; }
  wx-text { display: inline; white-space: pre-line; }
  wx-button { display: block; position: relative; text-align: center; overflow: hidden; box-sizing: border-box; }
  wx-input, wx-textarea { display: block; overflow: hidden; white-space: nowrap; }
  wx-input { line-height: 42px; }
  wx-textarea { white-space: pre-wrap; overflow-wrap: anywhere; }
  body { font-family: -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif; width: 375px; min-height: 812px !important; display: flex; flex-direction: column; background: var(--page); }
  .phone-bars { position: sticky; top: 0; z-index: 9; background: var(--page); color: var(--ink); }
  .phone-status { display: flex; justify-content: space-between; padding: 13px 28px 0; height: 31px; font-size: 15px; font-weight: 600; line-height: 18px; }
  .phone-nav { position: relative; height: 44px; line-height: 44px; text-align: center; font-size: 17px; font-weight: 600; }
  .phone-back { position: absolute; left: 18px; top: 16px; width: 11px; height: 11px; border: solid currentColor; border-width: 0 0 2px 2px; transform: rotate(45deg); }
  .phone-capsule { position: absolute; right: 10px; top: 6px; width: 87px; height: 30px; border: 1px solid color-mix(in srgb, currentColor 14%, transparent); border-radius: 16px; }
  .phone-capsule::before { content: "•••"; position: absolute; left: 14px; font-size: 15px; line-height: 30px; }
  .phone-capsule::after { content: ""; position: absolute; right: 14px; top: 7px; width: 10px; height: 10px; border: 3px solid currentColor; border-radius: 50%; }
  main { flex: 1; display: flex; flex-direction: column; }
  .screen { min-height: 0 !important; flex: 1; }
`

/** What a field shows: its value, or what stands in for it. */
function fill(element, node) {
  const attributes = Object.fromEntries(((element._vt && element._vt.attrs) || []).map(({ name, value }) => [name, value]))
  if (attributes.value) node.textContent = attributes.password ? '•'.repeat(attributes.value.length) : attributes.value
  else if (attributes.placeholder) {
    const hint = document.createElement('span')
    hint.className = 'input-hint'
    hint.textContent = attributes.placeholder
    node.append(hint)
  }
}

/** @param {import('./phone').Phone} phone */
function html(phone) {
  const { dom } = phone
  const copy = dom.cloneNode(true)
  const originals = [dom, ...dom.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  originals.forEach((original, at) => {
    if (!/^WX-(INPUT|TEXTAREA)$/.test(original.tagName)) return
    fill(original.__wxElement, copies[at])
  })
  // jsdom drops what it does not know of CSS; the ring's share is told here again.
  const share = phone.page.instance.data.run && phone.page.instance.data.run.head && phone.page.instance.data.run.head.share
  const ring = copy.querySelector('.head-running .ring, .head-put-off .ring')
  if (ring) ring.setAttribute('style', `background: conic-gradient(var(--accent) ${share}%, var(--line) 0)`)

  const styles = ['app.wxss', `${phone.page.route.slice(1)}.wxss`, 'components/run/index.wxss', 'components/steps/index.wxss']
  const css = styles.map((file) => px(read(file)).replace(/(^|[\s,}])page(?=\s*\{)/g, '$1body')).join('\n')
  const back = phone.stack.length > 1 ? '<div class="phone-back"></div>' : ''
  return `<!doctype html><html lang="${phone.text.match(/[\u4e00-\u9fff]/) ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><style>${css}${PLATFORM}</style></head><body>
    <div class="phone-bars"><div class="phone-status"><span>9:41</span><span>5G</span></div>
    <div class="phone-nav">${back}${phone.told.titles.at(-1)}<div class="phone-capsule"></div></div></div>
    ${copy.outerHTML}</body></html>`
}

/** Writes the screen for the one that makes the pictures; without a place to write to there are none. */
function shoot(phone, name) {
  const folder = process.env.IOTEXPLORER_SHOTS
  if (!folder) return
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, `${name}.html`), html(phone))
}

module.exports = { shoot, html }
