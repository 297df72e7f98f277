// `wx.request` as a promise, for what is not the cloud: the sandbox's control routes, and the server that signs. Calls to
// the cloud go through the package, whose error class this borrows: its sentences fit here too.

const { IotError } = require('iotexplorer-client')

/** Something was answered, but a refusal. */
class Refused extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message)
    this.status = status
  }
}

/**
 * @param {'GET' | 'POST'} method
 * @param {string} url
 * @param {object} [body]
 * @returns {Promise<any>}
 */
function request(method, url, body) {
  return new Promise((resolve, reject) => {
    wx.request({
      url,
      method,
      data: body,
      header: { 'content-type': 'application/json', accept: 'application/json' },
      timeout: 8000,
      success({ statusCode, data }) {
        const refusal = /** @type {any} */ (data) || {}
        if (statusCode >= 200 && statusCode < 300) resolve(data)
        else reject(new Refused(statusCode, String(refusal.error || `HTTP ${statusCode}`)))
      },
      fail({ errMsg }) {
        const code = /interrupt/.test(errMsg) ? 'Network.Interrupted' : 'Network.Failed'
        reject(new IotError({ kind: 'network', code, message: errMsg }))
      },
    })
  })
}

module.exports = { request, Refused }
