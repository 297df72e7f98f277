// By signature: from a scanned code, from what the device sent, or from a virtual device.

const { init, scan } = require('iotexplorer-client')
const { bindingOf, mayBegin, newBinding } = require('../../lib/binding')
const cloud = require('../../lib/cloud')
const { sentence, text } = require('../../lib/i18n')
const flow = require('../../lib/flows/signature')
const handover = require('../../lib/handover')
const sandbox = require('../../lib/sandbox')
const scanner = require('../../lib/scan')

const SANDBOX_POLL_MS = 1000
const SLOW_MS = 15000

/** What was scanned. It holds the signature, which is nobody's to look at. @type {WeakMap<object, import('iotexplorer-client').ScanPlan>} */
const plans = new WeakMap()

Component({
  data: {
    t: text().signature,
    runText: text().run,
    /** @type {any} */
    run: { isReady: true },
    isSandbox: true,
    /** @type {sandbox.Device[]} */
    devices: [],
    deviceIndex: 0,
    isSlow: false,
    /** The text of a code, or what the device sent. */
    seen: '',
    /** What it says, for show; without the signature. @type {null | { productId: string, deviceName: string, bindType: string }} */
    scanned: null,
    complaint: '',
  },
  methods: {
    /** @param {{ resume?: string }} query */
    onLoad({ resume } = {}) {
      const binding = newBinding(this, flow)
      this.setData({ isSandbox: cloud.isSandbox() })
      const plan = handover.take()
      if (plan) this.take(plan)
      if (resume) binding.resume()
    },
    onShow() {
      const t = text()
      wx.setNavigationBarTitle({ title: t.signature.bar })
      this.setData({ t: t.signature, runText: t.run })
      bindingOf(this).shown()
      if (this.data.run.isReady && !this.data.scanned) this.list()
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
        this.setData({ devices: await sandbox.freeDevices('wifi', 'bluetooth'), deviceIndex: 0, complaint: '' })
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
    tapPace({ currentTarget }) {
      this.setData({ isSlow: currentTarget.dataset.value === 'slow' })
    },
    /** @param {WechatMiniprogram.CustomEvent<{ value: string }>} event */
    input({ detail }) {
      this.setData({ seen: detail.value })
    },

    async tapScan() {
      const seen = await scanner.look()
      if (seen === undefined) return
      this.setData({ seen })
      await this.tapRead()
    },

    async tapRead() {
      this.setData({ complaint: '' })
      try {
        await init()
        this.take(scan(this.data.seen))
      } catch (error) {
        this.setData({ complaint: sentence(error) })
      }
    },

    /** What a code says, kept out of the page's data but for its names. @param {import('iotexplorer-client').ScanPlan} plan */
    take(plan) {
      if (plan.type === 'provision') return this.setData({ complaint: text().signature.notSigned })
      plans.set(this, plan)
      const { ProductId = '', DeviceName = '' } = plan.type === 'bind' ? plan.device : {}
      this.setData({ seen: '', scanned: { productId: ProductId, deviceName: DeviceName, bindType: plan.type === 'bind' ? plan.bindType : '' } })
    },

    tapChange() {
      plans.delete(this)
      this.setData({ scanned: null, complaint: '' })
      this.list()
    },

    /** Binds what was scanned. */
    async tapStart() {
      const scanned = plans.get(this)
      if (scanned && (await mayBegin())) bindingOf(this).start({ scanned, pollIntervalMs: cloud.isSandbox() ? SANDBOX_POLL_MS : undefined })
    },

    /** Has a virtual device sign, and binds it. */
    async tapStartSandbox() {
      const { devices, deviceIndex, isSlow } = this.data
      const device = devices[deviceIndex]
      if (!device) return this.setData({ complaint: text().signature.none })
      if (!(await mayBegin())) return
      const { productId, deviceName, kind } = device
      bindingOf(this).start({ device: { productId, deviceName, kind }, delayMs: isSlow ? SLOW_MS : SANDBOX_POLL_MS, pollIntervalMs: SANDBOX_POLL_MS })
    },

    // ---- The binding ----

    tapCancel() {
      bindingOf(this).cancel()
    },
    tapAgain() {
      bindingOf(this).again()
    },
    tapAnew() {
      newBinding(this, flow).shown()
      this.tapChange()
    },
    tapHome() {
      wx.navigateBack()
    },
  },
})
