// A phone: what `wx` is to the sample, its pages on a stack, and what becomes of an app that is left or killed.
//
// The pages are rendered by miniprogram-simulate, and tapped by touch events on what it rendered. Requests are real HTTP,
// datagrams real UDP.

const fs = require('fs')
const http = require('http')
const dgram = require('dgram')
const path = require('path')
const zlib = require('zlib')
const timers = require('./timers')

const project = process.env.IOTEXPLORER_SAMPLE
const PACKAGE = 'miniprogram_npm/iotexplorer-client'

timers.install()

class Phone {
  constructor({ sandbox, language = 'zh_CN', settings } = {}) {
    this.language = language
    this.storage = new Map()
    this.inBackground = false
    this.requests = new Set()
    this.sockets = new Set()
    /** Everything that was asked of the phone, for tests to look at. */
    this.told = { titles: [], toasts: [], modals: [], clipboard: undefined, urls: [], udp: 0 }
    this.answers = { confirm: true, scan: undefined }
    if (sandbox) this.storage.set('settings', JSON.stringify({ sandboxUrl: sandbox.url, ...settings }))
  }

  // ---- The app's life ----

  /** Starts the app: everything it knew is gone, what it stored is there. */
  async launch() {
    this.alive = true
    this.stack = []
    this.cache = new Map()
    jest.resetModules()
    this.install()
    require(path.join(project, 'app.js'))
    this.app.onLaunch({})
    await this.open('/pages/home/index')
  }

  /** The system ends the app: no handler of its own is called. */
  async kill() {
    this.alive = false
    this.inBackground = false
    for (const request of [...this.requests]) request.kill()
    for (const close of [...this.sockets]) close()
    timers.drop()
    for (const { comp } of this.stack) comp.detach()
    this.stack = []
    await timers.sleep(20)
  }

  /** Another app is in front: requests fail, timers stand still. */
  async background() {
    this.call('onHide')
    this.inBackground = true
    for (const request of [...this.requests]) request.fail('request:fail interrupted')
    timers.stall()
    await timers.sleep(50)
  }

  async foreground() {
    this.inBackground = false
    timers.goOn()
    this.call('onShow')
    await timers.sleep(10)
  }

  // ---- Pages ----

  get page() {
    return this.stack[this.stack.length - 1]
  }

  call(name, ...args) {
    const { instance } = this.page
    if (instance[name]) return instance[name](...args)
    return undefined
  }

  async open(url) {
    const [route, query = ''] = url.split('?')
    if (this.page) this.call('onHide')
    if (!this.cache.has(route)) this.cache.set(route, this.simulate.load(path.join(project, route), { rootPath: project, compiler: 'official' }))
    const comp = this.simulate.render(this.cache.get(route))
    comp.attach(document.body)
    this.stack.push({ route, comp, instance: comp.instance })
    this.call('onLoad', Object.fromEntries(new URLSearchParams(query)))
    this.call('onShow')
    await timers.sleep(10)
  }

  async back() {
    this.call('onUnload')
    this.stack.pop().comp.detach()
    this.call('onShow')
    await timers.sleep(10)
  }

  get dom() {
    return this.page.comp.dom
  }

  /** What a reader sees, white space made plain. */
  get text() {
    return this.dom.textContent.replace(/\s+/g, ' ').trim()
  }

  has(selector) {
    return this.dom.querySelector(selector) !== null
  }

  find(selector, words) {
    const all = [...this.dom.querySelectorAll(selector)]
    const found = words === undefined ? all[0] : all.find((node) => node.textContent.includes(words))
    if (!found) throw new Error(`nothing to be seen of ${selector}${words ? ` «${words}»` : ''} in: ${this.text}`)
    return found
  }

  async tap(selector, words) {
    const target = this.find(selector, words)
    if (target.getAttribute('disabled') === 'true') throw new Error(`${selector} is disabled`)
    const touch = { identifier: 1, target, clientX: 1, clientY: 1, pageX: 1, pageY: 1 }
    const event = (name, touches) => Object.assign(new Event(name, { bubbles: true, cancelable: true }), { touches, changedTouches: [touch] })
    target.dispatchEvent(event('touchstart', [touch]))
    await timers.sleep(0)
    target.dispatchEvent(event('touchend', []))
    await timers.sleep(10)
  }

  async type(selector, value) {
    await this.emit(selector, 'input', { value })
  }

  async pick(selector, index) {
    await this.emit(selector, 'change', { value: String(index) })
  }

  async emit(selector, name, detail) {
    const target = this.find(selector).__wxElement
    this.exparser.Event.dispatchEvent(target, this.exparser.Event.create(name, detail, { bubbles: true, composed: true, originalEvent: {} }))
    await timers.sleep(5)
  }

  /** The steps as they are rendered: `key: state`. */
  steps() {
    return [...this.dom.querySelectorAll('.step')].map((node) => `${node.dataset.key}: ${node.dataset.state}`)
  }

  step(key) {
    return this.dom.querySelector(`.step[data-key="${key}"]`)?.dataset.state
  }

  /** Waits until that holds; what was to be seen instead is said. */
  async until(what, holds, ms = 15000) {
    const end = Date.now() + ms
    for (;;) {
      const now = await holds()
      if (now) return now
      if (Date.now() > end) throw new Error(`${what} did not come to pass. To be seen: ${this.text}`)
      await timers.sleep(20)
    }
  }

  /** What the package says of a code of the cloud's. */
  sentence(code, language = 'zh') {
    const { IotError } = require(path.join(project, PACKAGE))
    return new IotError({ kind: 'api', code }).describe(language)
  }

  /** The state of the binding as its head shows it. */
  get state() {
    return /head-([\w-]+)/.exec(this.dom.querySelector('.head')?.className || '')?.[1]
  }

  untilState(state, ms) {
    return this.until(`«${state}»`, () => this.state === state, ms)
  }

  // ---- What the system gives the app ----

  install() {
    this.simulate = require('miniprogram-simulate')
    this.exparser = require('miniprogram-exparser')
    const register = global.Component
    // Class names as they are written: pages and components here have names that differ anyway.
    if (!register.isOurs) {
      global.Component = (options) => register({ ...options, options: { ...options.options, classPrefix: '' } })
      global.Component.isOurs = true
    }
    global.App = (app) => (this.app = app)
    global.getApp = () => this.app
    global.wx = this.wx()
    global.WXWebAssembly = {
      instantiate: async (file, imports) => {
        // As on a phone: a path within the code package, and nothing else.
        if (typeof file !== 'string' || !/^\/?[\w/-]+\.wasm(\.br)?$/.test(file)) throw new Error(`WXWebAssembly: ${file} is no path of the code package`)
        const bytes = fs.readFileSync(path.join(project, file))
        return WebAssembly.instantiate(file.endsWith('.br') ? zlib.brotliDecompressSync(bytes) : bytes, imports)
      },
    }
  }

  wx() {
    const phone = this
    const done = ({ success, complete } = {}, value = {}) => timers.real.setTimeout(() => {
      if (success) success(value)
      if (complete) complete(value)
    })
    return {
      getStorageSync: (key) => (phone.storage.has(key) ? JSON.parse(phone.storage.get(key)) : ''),
      setStorageSync: (key, value) => void phone.storage.set(key, JSON.stringify(value)),
      removeStorageSync: (key) => void phone.storage.delete(key),
      getAppBaseInfo: () => ({ language: phone.language, theme: 'light', SDKVersion: '3.5.8' }),
      setNavigationBarTitle: ({ title }) => void phone.told.titles.push(title),
      navigateTo: ({ url }) => void phone.open(url),
      navigateBack: () => void phone.back(),
      showToast: (options) => {
        phone.told.toasts.push(options.title)
        done(options)
      },
      showModal: (options) => {
        phone.told.modals.push(options.title)
        done(options, { confirm: phone.answers.confirm, cancel: !phone.answers.confirm })
      },
      scanCode: (options) => {
        if (phone.answers.scan === undefined) options.fail({ errMsg: 'scanCode:fail cancel' })
        else done(options, { result: phone.answers.scan })
      },
      setClipboardData: (options) => {
        phone.told.clipboard = options.data
        done(options)
      },
      arrayBufferToBase64: (buffer) => Buffer.from(new Uint8Array(buffer)).toString('base64'),
      setKeepScreenOn: ({ keepScreenOn }) => void (phone.told.awake = keepScreenOn),
      enableAlertBeforeUnload: ({ message }) => void (phone.told.leave = message),
      disableAlertBeforeUnload: () => void (phone.told.leave = undefined),
      vibrateShort: () => {},
      request: (options) => phone.request(options),
      createUDPSocket: () => phone.socket(),
    }
  }

  /** `wx.request` over node:http. */
  request({ url, method = 'GET', data, header = {}, dataType = 'json', timeout = 60000, success, fail, complete }) {
    this.told.urls.push(url)
    const phone = this
    const task = { settled: false }
    const settle = (call, value) => {
      if (task.settled) return
      task.settled = true
      timers.real.clearTimeout(task.timer)
      phone.requests.delete(task)
      // What an app that is gone would hear, nobody hears.
      if (!phone.alive) return
      if (call) call(value)
      if (complete) complete(value)
    }
    task.fail = (errMsg) => {
      if (task.request) task.request.destroy()
      settle(fail, { errMsg, errno: /interrupted/.test(errMsg) ? 600003 : /timeout/.test(errMsg) ? 5 : 600001 })
    }
    task.kill = () => {
      task.settled = true
      phone.requests.delete(task)
      if (task.request) task.request.destroy()
      timers.real.clearTimeout(task.timer)
    }
    this.requests.add(task)
    if (this.requests.size > 10) throw new Error('more than 10 requests at a time')
    if (this.inBackground) {
      timers.real.setTimeout(() => task.fail('request:fail interrupted'))
      return { abort() {} }
    }
    const body = data === undefined ? undefined : typeof data === 'string' ? data : JSON.stringify(data)
    task.timer = timers.real.setTimeout(() => task.fail('request:fail timeout'), timeout)
    task.request = http.request(url, { method, headers: header }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('error', () => task.fail('request:fail errcode:-100'))
      response.on('end', () => {
        let value = Buffer.concat(parts).toString('utf8')
        if (dataType === 'json') {
          try {
            value = JSON.parse(value)
          } catch (_) {
            // Handed over as text, as the phone does.
          }
        }
        settle(success, { statusCode: response.statusCode, data: value, header: response.headers, cookies: [], errMsg: 'request:ok' })
      })
    })
    task.request.on('error', () => task.fail('request:fail errcode:-102 net::ERR_CONNECTION_REFUSED'))
    task.request.end(body)
    return { abort: () => task.fail('request:fail abort') }
  }

  /** `wx.createUDPSocket` over node:dgram. */
  socket() {
    const phone = this
    const socket = dgram.createSocket('udp4')
    const heard = []
    phone.told.udp += 1
    socket.on('error', () => {})
    let open = true
    const close = () => {
      if (open) socket.close()
      open = false
      phone.sockets.delete(close)
    }
    phone.sockets.add(close)
    return {
      bind(port) {
        socket.bind(port || 0)
        return port || 50000
      },
      send({ address, port, message }) {
        if (!open) throw new Error('the socket is closed')
        // Where the phone's Wi-Fi leads: a device's hotspot has an address that this machine does not.
        const to = phone.answers.route?.[`${address}:${port}`] || { address, port }
        socket.send(Buffer.from(typeof message === 'string' ? message : new Uint8Array(message)), to.port, to.address, () => {})
      },
      onMessage(listener) {
        socket.on('message', (bytes, from) => {
          const message = new Uint8Array(bytes).buffer
          if (phone.alive && !phone.inBackground) listener({ message, remoteInfo: { address: from.address, port: from.port, family: 'IPv4', size: bytes.length } })
        })
      },
      onError(listener) {
        heard.push(listener)
      },
      close,
    }
  }
}

module.exports = { Phone, sleep: timers.sleep }
