// Colours for JavaScript and JSON, enough for twenty lines.

import { h } from './dom.js'

const TOKEN = new RegExp([
  String.raw`(?<note>//[^\n]*)`,
  String.raw`(?<name>"(?:[^"\\\n]|\\.)*"(?=\s*:))`,
  String.raw`(?<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|${'`'}[^${'`'}]*${'`'})`,
  String.raw`(?<word>\b(?:import|export|from|const|let|await|async|return|new|if|else|switch|case|break|default|throw|try|catch|for|of|function|undefined|true|false|null)\b)`,
  String.raw`(?<number>\b\d[\d_.]*\b)`,
].join('|'), 'g')

/** A `<code>` with the parts of the source in spans. */
export function highlighted(source) {
  const code = h('code')
  let at = 0
  for (const match of source.matchAll(TOKEN)) {
    code.append(source.slice(at, match.index))
    const [kind] = Object.entries(match.groups).find(([, found]) => found !== undefined)
    code.append(h('span', { class: `c-${kind}` }, match[0]))
    at = match.index + match[0].length
  }
  code.append(source.slice(at))
  return code
}
