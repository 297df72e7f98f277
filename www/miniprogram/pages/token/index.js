// Wi-Fi setup: a token, the way to the device, and the wait until the cloud has heard from it.

const { softap } = require('iotexplorer-client')
const { bindingOf, mayBegin, newBinding } = require('../../lib/binding')
const cloud = require('../../lib/cloud')
const { sentence, text } = require('../../lib/i18n')
const flow = require('../../lib/flows/token')
const handover = require('../../lib/handover')
const sandbox = require('../../lib/sandbox')
const { provision, SoftApError } = require('../../lib/softap')

/** @typedef {'virtual' | 'softap' | 'other'} How */

/** How often the cloud is asked. The package's own 2 s suit real devices; virtual ones are quicker. */
const SANDBOX_POLL_MS = 1000
const SLOW_MS = 15000

/** What a page's flow waits for. Not in the page's data: the token is nobody's to look at. @type {WeakMap<object, { resolve: (device?: any) => void, token: string, signal: any }>} */
const waiting = new WeakMap()

Component({
  data: {
    t: text().token,
    runText: text().run,
    /** @type {any} */
    run: { isReady: true },
    isSandbox: true,
    /** @type {sandbox.Device[]} */
    devices: [],
    deviceIndex: 0,
    /** @type {How} */
    how: 'virtual',
    isSlow: false,
    ssid: '',
    password: '',
    address: '',
    /** From a scanned code, or if known otherwise. */
    productId: '',
    deviceName: '',
    note: '',
    complaint: '',
    /** What the person does while the flow waits. @type {null | { how: How, state: string, attempt: number, of: number, complaint: string }} */
    prompt: null,
  },
  methods: {
    /** @param {{ resume?: string }} query */
    onLoad({ resume } = {}) {
      const binding = newBinding(this, flow, { handOver: (token) => this.handOver(token) })
      const plan = handover.take()
      this.setData({
        isSandbox: cloud.isSandbox(),
        how: cloud.isSandbox() && !plan ? 'virtual' : 'softap',
        productId: plan ? plan.productId : '',
        note: plan && plan.method === 'smartconfig' ? text().token.scannedSmart : '',
        address: softap.address,
      })
      if (resume) binding.resume()
    },
    onShow() {
      const t = text()
      wx.setNavigationBarTitle({ title: t.token.bar })
      this.setData({ t: t.token, runText: t.run })
      bindingOf(this).shown()
      if (this.data.run.isReady) this.list()
    },
    onHide() {
      bindingOf(this).hidden()
    },
    onUnload() {
      bindingOf(this).unloaded()
    },

    async list() {
      if (!cloud.isSandbox()) return
      try {
        this.setData({ devices: await sandbox.freeDevices('wifi'), deviceIndex: 0, complaint: '' })
      } catch (error) {
        this.setData({ complaint: text().run.away })
      }
    },

    // ---- The form ----

    /** @param {WechatMiniprogram.CustomEvent<{ value: string }>} event */
    changeDevice({ detail }) {
      this.setData({ deviceIndex: Number(detail.value) })
    },
    /** @param {WechatMiniprogram.BaseEvent} event */
    tapHow({ currentTarget }) {
      this.setData({ how: currentTarget.dataset.value, complaint: '' })
    },
    /** @param {WechatMiniprogram.BaseEvent} event */
    tapPace({ currentTarget }) {
      this.setData({ isSlow: currentTarget.dataset.value === 'slow' })
    },
    /** @param {WechatMiniprogram.CustomEvent<{ value: string }>} event */
    input({ currentTarget, detail }) {
      this.setData({ [currentTarget.dataset.name]: detail.value })
    },

    async tapStart() {
      const { how, devices, deviceIndex, isSlow, productId, deviceName, ssid } = this.data
      if (how === 'softap' && !ssid) return this.setData({ complaint: text().token.needSsid })
      // A virtual device is known beforehand; a real one tells its name when it answers, or the cloud does.
      const isKnown = how !== 'softap' && cloud.isSandbox()
      const device = isKnown ? devices[deviceIndex] : { productId: productId.trim() || undefined, deviceName: how === 'other' ? deviceName.trim() || undefined : undefined }
      if (!device) return this.setData({ complaint: text().token.none })
      if (!(await mayBegin())) return
      this.setData({ complaint: '' })
      bindingOf(this).start({
        how,
        device: { productId: device.productId, deviceName: device.deviceName },
        delayMs: isSlow ? SLOW_MS : SANDBOX_POLL_MS,
        pollIntervalMs: cloud.isSandbox() ? SANDBOX_POLL_MS : undefined,
      })
    },

    // ---- The way to the device ----

    /** The package calls this with the token; the flow goes on when it resolves. @param {string} token */
    async handOver(token) {
      const { setup, controller } = bindingOf(this)
      if (setup.how === 'virtual') return sandbox.reportToken(token, setup.device, setup.delayMs)
      const { signal } = /** @type {NonNullable<typeof controller>} */ (controller)
      this.setData({ prompt: { how: setup.how, state: 'asking', attempt: 0, of: softap.attempts, complaint: '' } })
      try {
        return await this.untilHanded(token, signal)
      } finally {
        this.setData({ prompt: null })
      }
    },

    /**
     * Waits for the person, who joins the hotspot in the system's settings meanwhile, and tries as often as they want.
     *
     * @param {string} token
     * @param {any} signal
     * @returns {Promise<void | { productId: string, deviceName: string }>}
     */
    untilHanded(token, signal) {
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('cancelled')))
        waiting.set(this, { resolve, token, signal })
      })
    },

    async tapSend() {
      const { prompt, ssid, password, address } = this.data
      const held = waiting.get(this)
      if (!held || !prompt || prompt.state === 'sending') return
      const { resolve, token, signal } = held
      if (!ssid) return this.setData({ 'prompt.complaint': text().token.needSsid })
      this.setData({ 'prompt.state': 'sending', 'prompt.attempt': 0, 'prompt.complaint': '' })
      try {
        const onAttempt = (/** @type {number} */ attempt) => this.setData({ 'prompt.attempt': attempt })
        // The sandbox's device is elsewhere: `address` or `address:port`.
        const [host, port] = (address.trim() || softap.address).split(':')
        resolve(await provision({ ssid, password, token, address: host, port: Number(port) || softap.port }, { onAttempt, signal }))
      } catch (error) {
        const complaint = error instanceof SoftApError ? text().token[error.reason].replace('%', error.more) : sentence(error)
        if (this.data.prompt) this.setData({ 'prompt.state': 'again', 'prompt.complaint': complaint })
      }
    },

    /** Handed over another way: nobody says which device it was, so the cloud is asked. */
    tapHanded() {
      const { resolve } = waiting.get(this) || {}
      if (resolve) resolve()
    },

    tapCopy() {
      const { token } = waiting.get(this) || {}
      if (token) wx.setClipboardData({ data: token })
    },

    // ---- The binding ----

    tapCancel() {
      bindingOf(this).cancel()
    },
    tapAgain() {
      bindingOf(this).again()
    },
    tapAnew() {
      const binding = newBinding(this, flow, { handOver: (token) => this.handOver(token) })
      binding.shown()
      this.list()
    },
    tapHome() {
      wx.navigateBack()
    },
  },
})
