// A phone in the network: `cargo xtask demo --lan` lets in who scans the code in its terminal, once.

const { Phone } = require('../support/phone')
const { startSandbox } = require('../support/sandbox')

let sandbox
beforeAll(async () => {
  sandbox = await startSandbox('--lan', '--softap-port', '0')
})
afterAll(() => sandbox.stop())

const onSettings = async (phone) => {
  await phone.launch()
  await phone.tap('.home-where')
  await phone.until('the settings', () => phone.page.route === '/pages/settings/index')
}

test('another code is refused; the door’s opens, once; and a device is bound through it', async () => {
  const phone = new Phone({ sandbox: { url: 'http://127.0.0.1:1' } })
  await onSettings(phone)
  phone.answers.scan = 'https://example.com/?key=00'
  await phone.tap('.do-scan')
  await phone.until('it is refused', () => phone.text.includes('这不是沙箱的二维码'))
  phone.answers.scan = sandbox.door
  await phone.tap('.do-scan')
  await phone.until('it is let in', () => phone.text.includes('已连接'))
  expect(phone.text).toContain('Alice')

  // The pass is kept: after the next launch nothing is scanned.
  await phone.kill()
  await phone.launch()
  await phone.until('it is connected', () => phone.text.includes('已连接'))
  await phone.tap('.home-way[data-flow="token"]')
  await phone.until('the devices', () => phone.text.includes('plug-1'))
  await phone.tap('.do-start')
  await phone.untilState('done')
  expect(phone.text).toContain('plug-1 已加入您的家庭')

  // Its device that waits for SoftAP messages, at the address that it printed.
  const [, port] = /SoftAP messages.*port (\d+)/.exec(sandbox.told)
  await phone.tap('.do-anew')
  await phone.tap('.segment', '设备热点')
  await phone.type('[data-name="ssid"]', 'Home')
  await phone.type('[data-name="password"]', 'correct horse')
  await phone.type('[data-name="address"]', `127.0.0.1:${port}`)
  await phone.tap('.do-start')
  await phone.until('the hotspot is asked for', () => phone.has('.do-send'))
  await phone.tap('.do-send')
  await phone.untilState('done')
  expect(phone.text).toContain('plug-2 已加入您的家庭')
  await phone.kill()

  const other = new Phone({ sandbox: { url: 'http://127.0.0.1:1' } })
  await onSettings(other)
  other.answers.scan = sandbox.door
  await other.tap('.do-scan')
  await other.until('it is refused', () => other.text.includes('已被使用过'))
  await other.kill()
})

test('the first page’s camera knows the door too', async () => {
  const own = await startSandbox('--lan', '--softap-port', '0')
  const phone = new Phone({ sandbox: { url: 'http://127.0.0.1:1' } })
  await phone.launch()
  phone.answers.scan = own.door
  await phone.tap('.home-scan')
  await phone.until('it is connected', () => phone.told.toasts.includes('已连接沙箱') && phone.text.includes('已连接'))
  await phone.kill()
  await own.stop()
})

test('the endpoint that it prints may be typed instead', async () => {
  const phone = new Phone({ sandbox: { url: 'http://127.0.0.1:1' } })
  await onSettings(phone)
  const [endpoint] = /http:\S+\/key\/\w+\/api\S+/.exec(sandbox.told)
  await phone.type('wx-input', endpoint.replace(/[\d.]+(?=:\d)/, '127.0.0.1'))
  await phone.tap('.do-connect')
  await phone.until('it is connected', () => phone.has('.set-connected'))
  await phone.kill()
})
