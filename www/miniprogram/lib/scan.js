// The camera, and the way to the page for what it saw.

const { scan } = require('iotexplorer-client')
const handover = require('./handover')

/** The text of a QR code; undefined if the person gave up. @returns {Promise<string | undefined>} */
function look() {
  return new Promise((resolve) => {
    wx.scanCode({ scanType: ['qrCode'], success: ({ result }) => resolve(result), fail: () => resolve(undefined) })
  })
}

/** Opens the page that does what the code asks for. Throws the package's error for any other code. @param {string} text */
function open(text) {
  const plan = scan(text)
  handover.give(plan)
  wx.navigateTo({ url: plan.type === 'provision' ? '/pages/token/index' : '/pages/signature/index' })
}

module.exports = { look, open }
