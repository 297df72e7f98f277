// The language: the person's choice, else the phone's.

const zh = require('./text.zh')
const en = require('./text.en')
const settings = require('./settings')

/** @returns {'zh' | 'en'} */
function language() {
  const chosen = settings.read().language
  if (chosen) return chosen
  const phone = wx.getAppBaseInfo ? wx.getAppBaseInfo().language : wx.getSystemInfoSync().language
  return /^zh/i.test(phone || 'zh') ? 'zh' : 'en'
}

/** Every word, in the language of the moment. */
const text = () => (language() === 'zh' ? zh : en)

/** @param {'zh' | 'en'} chosen */
function speak(chosen) {
  settings.write({ language: chosen })
}

/** What is to be said of anything thrown. @param {any} error */
function sentence(error) {
  if (error && typeof error.describe === 'function') {
    const said = error.describe(language())
    // Who has just scanned something knows what it is about: `text` is only the function's word for it.
    return error.code === 'Parameter.UnknownQrCode' ? said.replace(/^text[:：]?\s*/, language() === 'zh' ? '这' : 'This ') : said
  }
  return String((error && (error.message || error.errMsg)) || error)
}

module.exports = { language, text, speak, sentence }
