// The binding that has not come to its end, kept in the phone's storage: the app may be killed at any moment, most likely
// while its person is in the system's settings, joining the device's hotspot.
//
// A checkpoint of the token flow holds the bind token, and a signed message its signature: both are good for minutes and
// for binding that one device. They are removed as soon as the binding has ended, and never logged.

/**
 * @typedef {object} Unfinished
 * @property {'token' | 'signature' | 'gateway'} flow
 * @property {string} cloud which cloud it was begun with: elsewhere it means nothing
 * @property {Record<string, any>} setup what the flow was started with; plain data, and no Wi-Fi password
 * @property {string} [checkpoint] the package's own
 * @property {number} at when it was stored, in milliseconds
 */

const KEY = 'unfinished'

/** @returns {Unfinished | undefined} */
function read() {
  const kept = wx.getStorageSync(KEY)
  return kept && kept.flow ? kept : undefined
}

/** @param {Unfinished} unfinished */
function write(unfinished) {
  wx.setStorageSync(KEY, unfinished)
}

function clear() {
  wx.removeStorageSync(KEY)
}

module.exports = { read, write, clear }
