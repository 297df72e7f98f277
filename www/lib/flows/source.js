// Source text to copy, with its remarks in the language of the page.

import { t } from '../i18n.js'

const PARTS = {
  import: () => ["import { Client } from 'iotexplorer-client'", ''],
  server: () => ['const client = new Client({ appKey, appSecret })', ''],
  client: () => [`const client = new Client({ accessToken: () => session.accessToken }) // ${t('remark.accessToken')}`, ''],
}

/** Lines as `[text]`, `[text, remark]`, `['note', remark, indent]` or the name of a part. */
export function source(lines) {
  return lines.flatMap(([text, remark, indent = '']) => {
    if (Object.hasOwn(PARTS, text)) return PARTS[text]()
    if (text === 'note') return [`${indent}// ${t(`remark.${remark}`)}`]
    return [remark ? `${text} // ${t(`remark.${remark}`)}` : text]
  }).join('\n')
}

/** A value as JavaScript source, in the style of the rest. */
export function literal(value, indent = '') {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`
  if (value === null || typeof value !== 'object') return String(value)
  const inner = Object.entries(value).map(([name, own]) => `${indent}  ${name}: ${literal(own, `${indent}  `)},`)
  return `{\n${inner.join('\n')}\n${indent}}`
}

/** The single call that a request was. */
export function callCode(exchange, mask) {
  const { Action, RequestId, AccessToken, ...rest } = JSON.parse(exchange.request.body)
  // What the package added to sign a call that is made before anybody has signed in.
  const { AppKey, Timestamp, Nonce, Signature, ...own } = rest
  const isSigned = AccessToken === undefined && AppKey !== undefined
  const params = isSigned ? own : rest
  const method = Action[0].toLowerCase() + Action.slice(1)
  return mask(source([
    ['import'],
    [isSigned ? 'server' : 'client'],
    [`const result = await client.${method}(${Object.keys(params).length ? literal(params) : ''})`],
  ]))
}
