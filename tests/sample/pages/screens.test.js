// Every screen that a person may come to see, in both languages: what stands on it is checked here, and drawn for the
// pictures that sample.test.mjs makes of them.

const { useSandbox } = require('../support/setup')
const { shoot } = require('../support/shot')

const context = useSandbox()
const { openFlow, fault } = context

for (const language of ['zh', 'en']) {
  describe(language, () => {
    beforeEach(async () => {
      if (language === 'zh') return
      await context.phone.tap('.home-language')
    })
    const snap = (name) => {
      const { phone } = context
      // No word of the other language, no hole where a word should be.
      if (language === 'en') expect(phone.text.replace(/中文|中/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
      expect(phone.text).not.toMatch(/undefined|null|NaN|\[object/)
      shoot(phone, `${name}-${language}`)
    }
    const form = { token: 'plug-1', signature: 'plug-1', gateway: 'sensor-1' }
    const open = (flow) => openFlow(flow, form[flow])

    test('the first page, with and without something left', async () => {
      const { phone } = context
      await phone.until('connected', () => phone.has('.home-dot-connected'))
      snap('home')
      await open('token')
      await phone.tap('[data-value="slow"]')
      await phone.tap('.do-start')
      await phone.until('it waits', () => phone.step('waiting') === 'active')
      await phone.back()
      snap('home-left')
      phone.answers.scan = 'https://example.com/'
      await phone.tap('.home-scan')
      await phone.until('it is refused', () => phone.has('.complaint'))
      snap('home-complaint')
    })

    test('the forms', async () => {
      const { phone } = context
      for (const flow of ['token', 'signature', 'gateway']) {
        await open(flow)
        snap(`${flow}-form`)
        if (flow === 'token') {
          await phone.tap('[data-value="softap"]')
          await phone.type('[data-name="ssid"]', 'Home-2.4G')
          await phone.type('[data-name="password"]', 'secret-pass')
          snap('token-softap')
        }
        await phone.back()
      }
      await phone.tap('.home-where')
      await phone.until('connected', () => phone.has('.set-connected'))
      snap('settings')
      await phone.tap('[data-value="cloud"]')
      snap('settings-cloud')
    })

    test('token: waiting, done, refused, cancelled', async () => {
      const { phone } = context
      await open('token')
      await phone.tap('[data-value="slow"]')
      await phone.tap('.do-start')
      await phone.until('it waits', () => phone.step('waiting') === 'active' && phone.text.match(/4:5\d/))
      snap('token-waiting')
      await phone.tap('.do-cancel')
      await phone.untilState('cancelled')
      snap('token-cancelled')
      await phone.tap('.do-anew')
      await phone.until('the devices', () => phone.has('.do-start') && phone.text.includes('plug-1'))
      await phone.tap('[data-value="quick"]')
      await phone.tap('.do-start')
      await phone.untilState('done')
      snap('token-done')
      await fault({ action: 'AppTokenBindDeviceFamily', kind: 'error', code: 'UnauthorizedOperation.APPNoPermissionToStudioProduct' })
      await phone.tap('.do-anew')
      await phone.until('the devices', () => phone.has('.do-start') && phone.text.includes('plug-2'))
      await phone.tap('.do-start')
      await phone.untilState('failed')
      snap('token-failed')
    })

    test('token by hotspot: the question, sending, no answer; and by hand', async () => {
      const { phone } = context
      phone.answers.route = { '192.168.4.1:8266': { address: '127.0.0.1', port: 9 } }
      await open('token')
      await phone.tap('[data-value="softap"]')
      await phone.type('[data-name="ssid"]', 'Home-2.4G')
      await phone.type('[data-name="password"]', 'secret-pass')
      await phone.tap('.do-start')
      await phone.until('the hotspot is asked for', () => phone.has('.do-send'))
      snap('token-prompt')
      await phone.tap('.do-send')
      snap('token-sending')
      // Ten seconds are spent once.
      if (language === 'zh') {
        await phone.until('it gives up', () => phone.has('.prompt .complaint'), 15000)
        snap('token-silent')
      }
      await phone.tap('.do-cancel')
      await phone.untilState('cancelled')
      await phone.tap('.do-anew')
      await phone.tap('[data-value="other"]')
      await phone.tap('.do-start')
      await phone.until('the token is asked to be handed over', () => phone.has('.do-copy'))
      snap('token-other')
    })

    test('signature: scanned, done', async () => {
      const { phone } = context
      await phone.tap('.home-try')
      await phone.until('it is read', () => phone.page.route === '/pages/signature/index' && phone.has('.scanned'))
      snap('signature-scanned')
      await phone.tap('.do-start')
      await phone.untilState('done')
      snap('signature-done')
    })

    test('gateway: under way, partly', async () => {
      const { phone } = context
      await fault({ action: 'AppSigGatewayBindDevice', kind: 'delay', delayMs: 600, times: 4 })
      await open('gateway')
      await phone.tap('.check', 'plug-4')
      await phone.tap('.do-start')
      await phone.until('one is attached', () => phone.step('SENSORSB4D/sensor-1') === 'done')
      snap('gateway-running')
      await phone.untilState('partly')
      snap('gateway-partly')
    })
  })
}
