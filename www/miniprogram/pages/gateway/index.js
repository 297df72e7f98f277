// Through a gateway: several sub-devices at once, each signed for by your server.

const { bindingOf, mayBegin, newBinding } = require('../../lib/binding')
const cloud = require('../../lib/cloud')
const { text } = require('../../lib/i18n')
const flow = require('../../lib/flows/gateway')
const sandbox = require('../../lib/sandbox')
const settings = require('../../lib/settings')

/** How many sub-devices are chosen to begin with. */
const CHOSEN = 3

Component({
  data: {
    t: text().gateway,
    runText: text().run,
    /** @type {any} */
    run: { isReady: true },
    isSandbox: true,
    gatewayProductId: '',
    gatewayDeviceName: '',
    /** @type {(sandbox.Device & { isChosen: boolean, isOdd: boolean })[]} */
    devices: [],
    list: '',
    complaint: '',
  },
  methods: {
    /** @param {{ resume?: string }} query */
    onLoad({ resume } = {}) {
      const binding = newBinding(this, flow)
      const { gatewayProductId, gatewayDeviceName } = settings.read()
      this.setData({ isSandbox: cloud.isSandbox(), gatewayProductId, gatewayDeviceName })
      if (resume) binding.resume()
    },
    onShow() {
      const t = text()
      wx.setNavigationBarTitle({ title: t.gateway.bar })
      this.setData({ t: t.gateway, runText: t.run })
      bindingOf(this).shown()
      if (this.data.run.isReady && !this.data.devices.length) this.find()
    },
    onHide() {
      bindingOf(this).hidden()
    },
    onUnload() {
      bindingOf(this).unloaded()
    },

    async find() {
      if (!cloud.isSandbox()) return
      try {
        const { gateway } = await sandbox.connected()
        const subDevices = await sandbox.freeDevices('sub')
        // One that is no sub-device, so that a refusal among successes can be seen.
        const odd = (await sandbox.freeDevices('wifi')).slice(-1)
        this.setData({
          gatewayProductId: gateway.productId,
          gatewayDeviceName: gateway.deviceName,
          devices: subDevices.concat(odd).map((device, at) =>
            Object.assign({ isChosen: at < Math.min(CHOSEN, subDevices.length), isOdd: device.kind !== 'sub' }, device)),
          complaint: '',
        })
      } catch (error) {
        this.setData({ complaint: text().run.away })
      }
    },

    /** @param {WechatMiniprogram.BaseEvent} event */
    tapDevice({ currentTarget }) {
      const at = currentTarget.dataset.at
      this.setData({ [`devices[${at}].isChosen`]: !this.data.devices[at].isChosen, complaint: '' })
    },
    /** @param {WechatMiniprogram.CustomEvent<{ value: string }>} event */
    input({ currentTarget, detail }) {
      this.setData({ [currentTarget.dataset.name]: detail.value })
    },

    /** What is to be attached, or what is wrong with the form. @returns {{ subDevices: { productId: string, deviceName: string }[], wrong?: undefined } | { wrong: string }} */
    chosen() {
      const t = text().gateway
      const { devices, list, gatewayProductId, gatewayDeviceName } = this.data
      if (cloud.isSandbox()) {
        const subDevices = devices.filter(({ isChosen }) => isChosen).map(({ productId, deviceName }) => ({ productId, deviceName }))
        return subDevices.length ? { subDevices } : { wrong: t.needOne }
      }
      if (!gatewayProductId || !gatewayDeviceName) return { wrong: t.needGateway }
      if (!settings.read().signUrl) return { wrong: t.needServer }
      const lines = list.split('\n').map((line) => line.trim()).filter(Boolean)
      const pairs = lines.map((line) => line.split('/').map((part) => part.trim()))
      if (!lines.length || pairs.some((pair) => pair.length !== 2 || !pair[0] || !pair[1])) return { wrong: t.badList }
      return { subDevices: pairs.map(([productId, deviceName]) => ({ productId, deviceName })) }
    },

    async tapStart() {
      const chosen = this.chosen()
      if (chosen.wrong !== undefined) return this.setData({ complaint: chosen.wrong })
      if (!(await mayBegin())) return
      const { gatewayProductId, gatewayDeviceName } = this.data
      if (!cloud.isSandbox()) settings.write({ gatewayProductId, gatewayDeviceName })
      this.setData({ complaint: '' })
      bindingOf(this).start({
        gateway: { productId: gatewayProductId, deviceName: gatewayDeviceName },
        subDevices: chosen.subDevices,
      })
    },

    tapCancel() {
      bindingOf(this).cancel()
    },
    tapAgain() {
      bindingOf(this).again()
    },
    tapAnew() {
      newBinding(this, flow).shown()
      this.find()
    },
    tapHome() {
      wx.navigateBack()
    },
  },
})
