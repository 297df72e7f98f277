// The stand-in of `cargo xtask demo`: its control routes play the devices and your server. An app of your own has nothing
// like this file.

const { request } = require('./request')
const settings = require('./settings')

/** @typedef {{ productId: string, deviceName: string, kind?: string }} Device */

/** What it told at the last connection. @type {any} */
let seed

const API_PATH = '/api/exploreropen/tokenapi'

const endpoint = () => settings.read().sandboxUrl + API_PATH

/** @param {'GET' | 'POST'} method @param {string} path @param {object} [body] */
const control = (method, path, body) => request(method, `${settings.read().sandboxUrl}/control/${path}`, body)

/** Asks whom and what it plays. */
async function connect() {
  seed = await control('GET', 'seed')
  return seed
}

const connected = async () => seed || connect()

/** The first of its users, who is signed in. */
const user = async () => (await connected()).users[0]

/** Forgets what was told: it may be another one now. */
function forget() {
  seed = undefined
}

/** The address that `cargo xtask demo --lan` shows as a QR code. */
const DOOR = /^(http:\/\/[^/]+)\/\?key=[0-9a-f]+$/

/** Whether a scanned text is that address. @param {string} text */
const isDoor = (text) => DOOR.test(text)

/** Goes through the door of `cargo xtask demo --lan`: its key works once, and is exchanged for a lasting one. @param {string} door */
async function enter(door) {
  const [, origin] = DOOR.exec(door) || []
  const { path } = await request('GET', door)
  settings.write({ mode: 'sandbox', sandboxUrl: origin + path })
  return connect()
}

/** Where the sandbox's paths begin, out of what it prints or somebody types. @param {string} typed */
const baseOf = (typed) => typed.trim().replace(API_PATH, '').replace(/\/+$/, '')

/** Devices of these kinds that are in no family yet, as the sandbox has them now. @param {string[]} kinds */
async function freeDevices(...kinds) {
  const { products } = await connected()
  const linked = new Set(products.filter((/** @type {any} */ one) => one.linked).map((/** @type {any} */ one) => one.productId))
  /** @type {any[]} */
  const devices = await control('GET', 'devices')
  return devices.filter((one) => kinds.includes(one.kind) && !one.familyId && linked.has(one.productId))
}

/** The device joins the Wi-Fi and reports the token. @param {string} token @param {Device} device @param {number} delayMs */
const reportToken = (token, { productId, deviceName }, delayMs) =>
  control('POST', 'device/report-token', { token, productId, deviceName, delayMs })

/**
 * The device signs. One with Wi-Fi does so while it has no network yet, and joins it a little later.
 *
 * @param {Device} device
 * @param {{ delayMs?: number, bindType?: string }} [options]
 */
async function deviceSigns({ productId, deviceName, kind }, { delayMs = 0, bindType } = {}) {
  const device = { productId, deviceName }
  const away = kind === 'wifi' ? { online: false } : {}
  const signed = await control('POST', 'device/sign', Object.assign(bindType ? { bindType } : {}, device, away))
  if (kind === 'wifi') await control('POST', 'device/online', Object.assign({ online: true, delayMs }, device))
  return signed
}

/** Your server signs for a sub-device. @param {Device} device @param {{ nonce: string, timestamp: number }} toSign */
const serverSigns = ({ productId, deviceName }, { nonce, timestamp }) =>
  control('POST', 'sign', { productId, deviceName, nonce, timestamp })

module.exports = {
  baseOf, connect, connected, control, deviceSigns, endpoint, enter, forget, freeDevices, isDoor, reportToken, serverSigns, user,
}
