// The first page: the ways to add a device, and the binding that was left in the middle.

const { init } = require('iotexplorer-client')
const cloud = require('../../lib/cloud')
const { language, sentence, speak, text } = require('../../lib/i18n')
const sandbox = require('../../lib/sandbox')
const scanner = require('../../lib/scan')
const settings = require('../../lib/settings')
const unfinished = require('../../lib/unfinished')

Component({
  data: {
    t: text().home,
    isSandbox: true,
    where: '',
    /** @type {'connecting' | 'connected' | 'away' | 'unsigned' | 'ready'} */
    state: 'connecting',
    stateText: '',
    /** @type {{ flow: string, title: string, about: string } | null} */
    left: null,
    complaint: '',
  },
  methods: {
    onShow() {
      const t = text()
      wx.setNavigationBarTitle({ title: t.home.bar })
      const kept = unfinished.read()
      // Begun with another cloud it means nothing here, and is kept for when that one is set again.
      const left = kept && kept.cloud === cloud.name() ? { flow: kept.flow, title: t.home.unfinished, about: t.flows[kept.flow] } : null
      this.setData({ t: t.home, stateText: t.home[this.data.state], left, complaint: '', isSandbox: cloud.isSandbox(), where: cloud.name().replace(/^https?:\/\/([^/]*).*$/, '$1') })
      this.look()
    },

    async look() {
      const t = text().home
      const show = (/** @type {typeof this.data.state} */ state) => this.setData({ state, stateText: t[state] })
      if (!cloud.isSandbox()) return show(settings.session.accessToken ? 'ready' : 'unsigned')
      if (this.data.state !== 'connected') show('connecting')
      try {
        await sandbox.connect()
        show('connected')
      } catch (error) {
        show('away')
      }
    },

    tapLanguage() {
      speak(language() === 'zh' ? 'en' : 'zh')
      this.onShow()
    },

    tapSettings() {
      wx.navigateTo({ url: '/pages/settings/index' })
    },

    /** @param {WechatMiniprogram.BaseEvent} event */
    tapFlow({ currentTarget }) {
      wx.navigateTo({ url: `/pages/${currentTarget.dataset.flow}/index` })
    },

    tapGoOn() {
      if (this.data.left) wx.navigateTo({ url: `/pages/${this.data.left.flow}/index?resume=1` })
    },

    tapDrop() {
      unfinished.clear()
      this.setData({ left: null })
    },

    async tapScan() {
      const seen = await scanner.look()
      if (seen !== undefined) await this.follow(seen)
    },

    /** The sandbox has no stickers: a virtual device's code, made by itself. */
    async tapTry() {
      try {
        const [device] = await sandbox.freeDevices('bluetooth', 'wifi')
        const signed = await sandbox.deviceSigns(device, { bindType: 'other_sign' })
        const hex = signed.Signature.match(/../g).map((/** @type {string} */ pair) => parseInt(pair, 16))
        const signature = wx.arrayBufferToBase64(new Uint8Array(hex).buffer)
        await this.follow([signed.ProductId, signed.DeviceName, signed.ConnId, signed.DeviceTimestamp, signed.SignMethod, signature].join(';'))
      } catch (error) {
        this.setData({ complaint: text().run.away })
      }
    },

    /** @param {string} seen */
    async follow(seen) {
      this.setData({ complaint: '' })
      try {
        if (sandbox.isDoor(seen)) {
          await sandbox.enter(seen)
          wx.showToast({ title: text().home.entered })
          return this.onShow()
        }
        await init()
        scanner.open(seen)
      } catch (error) {
        this.setData({ complaint: sandbox.isDoor(seen) ? text().settings.used : sentence(error) })
      }
    },
  },
})
