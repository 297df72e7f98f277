// The language of the page. Every text is looked up when it is drawn, so switching is drawing again.

import en from './text.en.js'
import zh from './text.zh.js'
import { recall, remember } from './prefs.js'

const TEXTS = { en, zh }

export let language = (recall('language') ?? navigator.language ?? 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en'

export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh'
  remember('language', language)
}

/** The text of that name, as `flows.token.title`; one that takes values is handed them. */
export function t(name, ...values) {
  const text = name.split('.').reduce((texts, part) => texts?.[part], TEXTS[language])
  if (text === undefined) throw new Error(`there is no text ${name}`)
  return typeof text === 'function' ? text(...values) : text
}

export const copyWords = () => ({ copy: t('copy'), copied: t('copied'), failed: t('copyFailed') })

const clock = (locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })
const CLOCKS = { en: clock('en-GB'), zh: clock('zh-CN') }
export const timeOf = (ms) => CLOCKS[language].format(ms)
