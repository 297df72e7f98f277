// Where the cloud is, who is signed in, and the language.

const { endpoints } = require('iotexplorer-client')
const { speak, text } = require('../../lib/i18n')
const sandbox = require('../../lib/sandbox')
const scanner = require('../../lib/scan')
const settings = require('../../lib/settings')

/** The sites that the package knows, and any other. @param {string} endpoint */
const siteOf = (endpoint) => (endpoint === endpoints.china ? 'china' : endpoint === endpoints.overseas ? 'overseas' : 'custom')

Component({
  data: {
    t: text().settings,
    /** @type {any} */
    set: {},
    site: 'china',
    accessToken: '',
    /** @type {'' | 'connecting' | 'connected' | 'away' | 'used' | 'notDoor' | 'badAddress'} */
    state: '',
    stateText: '',
    user: '',
    family: '',
  },
  methods: {
    onShow() {
      const t = text().settings
      wx.setNavigationBarTitle({ title: t.bar })
      const set = settings.read()
      this.setData({ t, set, site: siteOf(set.endpoint), accessToken: settings.session.accessToken, stateText: this.data.state ? t[this.data.state] : '' })
      if (set.mode === 'sandbox' && !this.data.state) this.connect()
    },

    /** @param {Partial<settings.Settings>} changes */
    change(changes) {
      settings.write(changes)
      this.setData({ set: settings.read() })
    },

    /** @param {WechatMiniprogram.BaseEvent} event */
    tapMode({ currentTarget }) {
      this.change({ mode: currentTarget.dataset.value })
      if (currentTarget.dataset.value === 'sandbox') this.connect()
    },
    /** @param {WechatMiniprogram.BaseEvent} event */
    tapSite({ currentTarget }) {
      const site = /** @type {'china' | 'overseas' | 'custom'} */ (currentTarget.dataset.value)
      this.change({ endpoint: site === 'custom' ? '' : endpoints[site] })
      this.setData({ site })
    },
    /** @param {WechatMiniprogram.BaseEvent} event */
    tapLanguage({ currentTarget }) {
      speak(currentTarget.dataset.value)
      this.onShow()
    },
    /** @param {WechatMiniprogram.CustomEvent<{ value: string }>} event */
    input({ currentTarget, detail }) {
      this.change({ [currentTarget.dataset.name]: detail.value.trim() })
    },
    /** A secret: kept until the app ends. @param {WechatMiniprogram.CustomEvent<{ value: string }>} event */
    inputToken({ detail }) {
      settings.session.accessToken = detail.value.trim()
      this.setData({ accessToken: settings.session.accessToken })
    },
    /** Another address is another sandbox; the endpoint that it prints will do too. @param {WechatMiniprogram.CustomEvent<{ value: string }>} event */
    inputSandbox({ detail }) {
      sandbox.forget()
      this.change({ sandboxUrl: sandbox.baseOf(detail.value) })
      this.setData({ state: '', stateText: '', user: '', family: '' })
    },

    tapConnect() {
      return this.connect()
    },
    async connect() {
      sandbox.forget()
      if (!/^http:\/\/[^/\s]+(\/\S+)?$/.test(this.data.set.sandboxUrl)) return this.tell('badAddress')
      await this.hear(() => sandbox.connect(), 'away')
    },
    /** The code that `cargo xtask demo --lan` shows. */
    async tapScan() {
      const seen = await scanner.look()
      if (seen === undefined) return
      if (!sandbox.isDoor(seen)) return this.tell('notDoor')
      await this.hear(() => sandbox.enter(seen), 'used')
      this.setData({ set: settings.read() })
    },

    /** @param {() => Promise<any>} ask @param {'away' | 'used'} refused */
    async hear(ask, refused) {
      this.tell('connecting')
      try {
        const { users } = await ask()
        this.tell('connected', users[0].name, users[0].families[0].name)
      } catch (error) {
        // Nobody there is another matter than somebody who refuses.
        this.tell(/** @type {any} */ (error).status ? refused : 'away')
      }
    },
    /** @param {'connecting' | 'connected' | 'away' | 'used' | 'notDoor' | 'badAddress'} state */
    tell(state, user = '', family = '') {
      this.setData({ state, stateText: text().settings[state], user, family })
    },
  },
})
