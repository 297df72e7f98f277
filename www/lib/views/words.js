// Small pieces of text that several views need.

import { h } from '../dom.js'
import { language, t } from '../i18n.js'
import { family, productName } from '../sandbox.js'

/** The error's own sentence, in the language of the page. */
export const sentence = (error) => error?.describe?.(language) ?? String(error?.message ?? error)

export const duration = (ms) => (ms < 1000 ? t('milliseconds', Math.max(1, Math.round(ms))) : seconds(ms))

export const seconds = (ms) => t('seconds', ms < 9500 ? (ms / 1000).toFixed(1).replace(/\.0$/, '') : Math.round(ms / 1000))

export const named = (name) => t('names')[name] ?? name

/** What kind of thing a device is, as its product is called. */
export const kindName = ({ productId }) => named(productName(productId))

export function roomName(roomId) {
  const room = family().rooms.find((own) => own.roomId === roomId)
  return room ? named(room.name) : t('phone.defaultRoom')
}

/** A long name in parts, between which a line may break: after dots, before capitals. */
export const breakable = (name) => name.split(/(?<=\.)|(?<=[a-z])(?=[A-Z])/).flatMap((part, at) => (at ? [h('wbr'), part] : [part]))
