// Provisioning over UDP: the sample's socket, the package's messages, and a device that listens. Then the settings.

const dgram = require('dgram')
const { useSandbox, sleep } = require('../support/setup')

const context = useSandbox()
const { openFlow, expectBound, expectOver } = context

/** A device in setup mode: answers the `answers`th message, joins the Wi-Fi and reports the token to the sandbox. */
async function startDevice({ answers = 1, reply = '{"cmdType":2,"productId":"PLUGWIFI1A","deviceName":"plug-3","protoVersion":"2.0"}' } = {}) {
  const socket = dgram.createSocket('udp4')
  const heard = []
  socket.on('message', (bytes, { port, address }) => {
    const message = JSON.parse(bytes.toString('utf8'))
    heard.push(message)
    if (heard.length !== answers) return
    for (const text of [].concat(reply)) socket.send(text, port, address)
    context.sandbox.control('POST', 'device/report-token', { token: message.token, productId: 'PLUGWIFI1A', deviceName: 'plug-3', delayMs: 500 })
  })
  await new Promise((resolve) => socket.bind(0, '127.0.0.1', resolve))
  // The phone is in the device's hotspot.
  context.phone.answers.route = { '192.168.4.1:8266': { address: '127.0.0.1', port: socket.address().port } }
  return { heard, stop: () => new Promise((resolve) => socket.close(resolve)) }
}

let device
afterEach(async () => {
  if (device) await device.stop()
  device = undefined
})

/** The form filled in, up to the question to join the hotspot. */
async function begin({ ssid = '我的 Wi-Fi', password = 'p"ss\\wörd' } = {}) {
  const { phone } = context
  await openFlow('token', 'plug-1')
  await phone.tap('.segment', '设备热点')
  await phone.type('[data-name="ssid"]', ssid)
  await phone.type('[data-name="password"]', password)
  await phone.tap('.do-start')
  await phone.until('the hotspot is asked for', () => phone.has('.do-send'))
}

test('the device gets Wi-Fi and token at its address, and answers: bound', async () => {
  const { phone } = context
  device = await startDevice()
  await begin()
  expect(phone.step('sent')).toBe('active')
  // Joining the hotspot is done in the system's settings.
  await phone.background()
  await sleep(300)
  await phone.foreground()
  expect(phone.has('.do-send')).toBe(true)
  await phone.tap('.do-send')
  await phone.untilState('done')
  expect(device.heard).toHaveLength(1)
  expect(device.heard[0]).toEqual({ cmdType: 1, ssid: '我的 Wi-Fi', password: 'p"ss\\wörd', token: expect.stringMatching(/^.{6,}$/) })
  expect(phone.text).toContain('plug-3 已加入您的家庭')
  await expectBound('plug-3')
  expectOver()
})

test('the device answers only the second message, after other datagrams: sent again after two seconds', async () => {
  const { phone } = context
  device = await startDevice({
    answers: 2,
    reply: ['not JSON', '\xff', '{"cmdType":9}', '{"cmdType":2,"productId":"PLUGWIFI1A","deviceName":"plug-3","protoVersion":"2.0"}'],
  })
  await begin()
  await phone.tap('.do-send')
  expect(phone.find('.do-send').textContent).toContain('1/5')
  await phone.untilState('done')
  expect(device.heard).toHaveLength(2)
  expect(device.heard[0]).toEqual(device.heard[1])
  await expectBound('plug-3')
})

test('no answer to five messages: the person is asked, and tries again', async () => {
  const { phone } = context
  await begin()
  const from = Date.now()
  await phone.tap('.do-send')
  await phone.until('it gives up', () => phone.has('.prompt .complaint'), 15000)
  expect(Date.now() - from).toBeGreaterThan(9500)
  expect(phone.find('.prompt .complaint').textContent).toContain('设备没有应答')
  expect(phone.state).toBe('running')
  expect(phone.has('.do-handed')).toBe(true)
  device = await startDevice()
  await phone.tap('.do-send')
  await phone.untilState('done')
  await expectBound('plug-3')
})

test('the device complains: in its own words, and it is tried again', async () => {
  const { phone } = context
  device = await startDevice({ reply: '{"cmdType":2,"deviceReply":"Current_Error","log":"wrong password (4, 15)"}' })
  await begin()
  await phone.tap('.do-send')
  await phone.until('it is told', () => phone.has('.prompt .complaint'))
  expect(phone.find('.prompt .complaint').textContent).toContain('wrong password (4, 15)')
  expect(device.heard).toHaveLength(1)
  await phone.tap('.do-cancel')
  await phone.untilState('cancelled')
})

test('a Wi-Fi name that is too long: the package says so, before anything is sent', async () => {
  const { phone } = context
  device = await startDevice()
  await begin({ ssid: '很长的名称'.repeat(4) })
  await phone.tap('.do-send')
  await phone.until('it is told', () => phone.has('.prompt .complaint'))
  expect(phone.find('.prompt .complaint').textContent).toContain('ssid')
  expect(device.heard).toHaveLength(0)
})

test('without UDP, as in real-device debugging, it says so', async () => {
  const { phone } = context
  await begin()
  delete global.wx.createUDPSocket
  await phone.tap('.do-send')
  await phone.until('it says so', () => phone.text.includes('不支持 UDP'))
})

test('cancelled while sending: the socket is closed, nothing more is sent', async () => {
  const { phone } = context
  device = await startDevice({ answers: 99 })
  await begin()
  await phone.tap('.do-send')
  await phone.tap('.do-cancel')
  await phone.untilState('cancelled')
  await sleep(2500)
  expect(device.heard).toHaveLength(1)
  await expectBound()
})

test('no Wi-Fi name: asked for before anything is sent', async () => {
  const { phone } = context
  await openFlow('token', 'plug-1')
  await phone.tap('.segment', '设备热点')
  await phone.tap('.do-start')
  expect(phone.find('.complaint').textContent).toBe('请填写 Wi-Fi 名称')
  expect(await context.actions()).toEqual([])
})

test('killed before the device had the token: asked again, with the same token', async () => {
  const { phone } = context
  await begin()
  await phone.kill()
  await phone.launch()
  await phone.tap('.home-go')
  await phone.until('the hotspot is asked for', () => phone.has('.do-send'))
  device = await startDevice()
  // The password was not stored.
  await phone.tap('.do-send')
  expect(phone.text).toContain('请填写 Wi-Fi 名称')
  await phone.type('.prompt [data-name="ssid"]', 'Home')
  await phone.tap('.do-send')
  await phone.untilState('done')
  expect((await context.actions()).filter((action) => action === 'AppCreateDeviceBindToken')).toHaveLength(1)
  await expectBound('plug-3')
})

test('the real cloud: endpoint and family are stored, the access token is not; the sandbox as endpoint', async () => {
  const { phone, sandbox } = context
  await phone.tap('.home-where')
  await phone.until('the settings', () => phone.page.route === '/pages/settings/index')
  await phone.tap('.segment', '真实云端')
  await phone.tap('.segment', '自定义')
  await phone.type('[data-name="endpoint"]', `${sandbox.url}/api/exploreropen/tokenapi`)
  await phone.type('[data-name="familyId"]', 'f-home')
  await phone.emit('wx-input[password], .input.mono:not([data-name])', 'input', { value: 'fake-access-token-of-user-1-0000' })
  await phone.back()
  expect(phone.text).toContain('已就绪')
  expect([...phone.storage.values()].join('')).not.toContain('fake-access-token')

  await phone.tap('.home-way[data-flow="token"]')
  await phone.tap('.segment', '其他方式')
  await phone.type('[data-name="productId"]', 'PLUGWIFI1A')
  await phone.type('[data-name="deviceName"]', 'plug-2')
  await phone.tap('.do-start')
  await phone.until('the token is asked to be handed over', () => phone.has('.do-copy'))
  await phone.tap('.do-copy')
  await sandbox.control('POST', 'device/report-token', { token: phone.told.clipboard, productId: 'PLUGWIFI1A', deviceName: 'plug-2' })
  await phone.tap('.do-handed')
  await phone.untilState('done')
  await expectBound('plug-2')

  // After a new launch nobody is signed in any more, and the pages say what helps.
  await phone.kill()
  await phone.launch()
  await phone.until('a token is asked for', () => phone.text.includes('请先填写访问令牌'))
  await phone.tap('.home-way[data-flow="token"]')
  await phone.tap('.segment', '其他方式')
  await phone.tap('.do-start')
  await phone.untilState('failed')
  expect(phone.find('.verdict').textContent).toContain('重新登录')
})
