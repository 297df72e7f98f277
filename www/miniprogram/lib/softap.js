// SoftAP provisioning: the phone is in the device's own hotspot and hands it the Wi-Fi and the token by UDP. What is said
// comes from the package; the socket is the app's.
//
// In the developer tools and in previews there is UDP; in real-device debugging there is none.

const { softap } = require('iotexplorer-client')

/** Why it did not work: `unsupported`, `refused` (the socket), `complained` (the device, in its own words), `silent`. */
class SoftApError extends Error {
  /** @param {'unsupported' | 'refused' | 'complained' | 'silent'} reason @param {string} [more] */
  constructor(reason, more = '') {
    super(reason)
    this.reason = reason
    this.more = more
  }
}

/**
 * Sends until the device answers: every two seconds, five times.
 *
 * @param {{ ssid: string, password: string, token: string, address?: string, port?: number }} what
 * @param {{ onAttempt?: (attempt: number) => void, signal?: { aborted: boolean, addEventListener: Function, removeEventListener: Function } }} [options]
 * @returns {Promise<{ productId: string, deviceName: string }>} the device that answered
 */
function provision({ ssid, password, token, address = softap.address, port = softap.port }, { onAttempt, signal } = {}) {
  return new Promise((resolve, reject) => {
    if (!wx.createUDPSocket) return reject(new SoftApError('unsupported'))
    const message = softap.encodeToken({ ssid, password, token })
    const socket = wx.createUDPSocket()
    if (!socket || !socket.bind()) return reject(new SoftApError('unsupported'))

    /** @type {any} */
    let timer
    let attempt = 0
    /** @param {(value: any) => void} settle @param {any} value */
    const end = (settle, value) => {
      clearTimeout(timer)
      if (signal) signal.removeEventListener('abort', abort)
      socket.close()
      settle(value)
    }
    const abort = () => end(reject, new SoftApError('silent'))

    socket.onMessage(({ message: datagram }) => {
      const reply = softap.parseReply(datagram)
      if (reply.type === 'device') end(resolve, { productId: reply.productId, deviceName: reply.deviceName })
      if (reply.type === 'error' && reply.current) end(reject, new SoftApError('complained', reply.log))
      // All else is a remark of the device's, or somebody else's datagram.
    })
    socket.onError(({ errMsg }) => end(reject, new SoftApError('refused', errMsg)))

    const send = () => {
      if (attempt === softap.attempts) return end(reject, new SoftApError('silent'))
      attempt += 1
      if (onAttempt) onAttempt(attempt)
      // While the phone is still joining the hotspot there is no way to the device: the next attempt may find one.
      try {
        socket.send({ address, port, message })
      } catch (error) {
        // As above.
      }
      timer = setTimeout(send, softap.resendMs)
    }
    if (signal) signal.addEventListener('abort', abort)
    send()
  })
}

module.exports = { provision, SoftApError }
