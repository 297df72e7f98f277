// Where the cloud is and for whom devices are bound. Stored, except for the access token: that is a secret of the signed-in
// user's and stays in memory. (An app of your own asks its server for one at every launch.)

const { endpoints } = require('iotexplorer-client')

/**
 * @typedef {object} Settings
 * @property {'sandbox' | 'cloud'} mode the stand-in of `cargo xtask demo`, or the real one
 * @property {string} sandboxUrl where its paths begin: this machine for the developer tools; for a phone an address in your
 *   network, with the key that `cargo xtask demo --lan` gave. That key opens this one demo, until it ends.
 * @property {string} endpoint of the real cloud
 * @property {string} familyId
 * @property {string} roomId
 * @property {string} gatewayProductId
 * @property {string} gatewayDeviceName
 * @property {string} signUrl your server, which signs for sub-devices
 * @property {'' | 'zh' | 'en'} language empty: the phone's
 */

const KEY = 'settings'

/** @type {Settings} */
const DEFAULTS = {
  mode: 'sandbox',
  sandboxUrl: 'http://127.0.0.1:8787',
  endpoint: endpoints.china,
  familyId: '',
  roomId: '0',
  gatewayProductId: '',
  gatewayDeviceName: '',
  signUrl: '',
  language: '',
}

/** @returns {Settings} */
function read() {
  return Object.assign({}, DEFAULTS, wx.getStorageSync(KEY) || {})
}

/** @param {Partial<Settings>} changes */
function write(changes) {
  wx.setStorageSync(KEY, Object.assign(read(), changes))
}

/** What is known until the app ends. @type {{ accessToken: string }} */
const session = { accessToken: '' }

module.exports = { read, write, session }
