// QR codes, from the camera to the bound device, and the languages.

const { useSandbox } = require('../support/setup')

const context = useSandbox()
const { openFlow, expectBound, expectOver } = context

/** What a device signs, as the sandbox plays it. */
const signed = (deviceName, more = {}) =>
  context.sandbox.control('POST', 'device/sign', { productId: deviceName.startsWith('lock') ? 'LOCKBLUE2B' : 'PLUGWIFI1A', deviceName, ...more })

async function see(code) {
  context.phone.answers.scan = code
  await context.phone.tap('.home-scan')
}

const onPage = (route) => context.phone.until(route, () => context.phone.page.route === route)

test('a code with the device’s signature as raw Base64: bound', async () => {
  const { phone } = context
  const { ProductId, DeviceName, ConnId, DeviceTimestamp, SignMethod, Signature } = await signed('lock-2', { bindType: 'other_sign' })
  const base64 = Buffer.from(Signature, 'hex').toString('base64')
  await see([ProductId, DeviceName, ConnId, DeviceTimestamp, SignMethod, base64].join(';'))
  await onPage('/pages/signature/index')
  expect(phone.find('.scanned').textContent).toContain('lock-2')
  expect(phone.dom.outerHTML).not.toContain(Signature)
  await phone.tap('.do-start')
  await phone.untilState('done')
  await expectBound('lock-2')
  expectOver()
})

test('a device’s message as JSON, pasted: bound', async () => {
  const { phone } = context
  const { ProductId, DeviceName, ConnId, DeviceTimestamp, SignMethod, Signature, BindType } = await signed('plug-2')
  await openFlow('signature', 'plug-1')
  await phone.type('wx-textarea', JSON.stringify({ ProductId, DeviceName, ConnId, DeviceTimestamp, SignMethod, Signature, BindType }))
  await phone.tap('.do-read')
  await phone.until('it is read', () => phone.has('.scanned'))
  await phone.tap('.do-start')
  await phone.untilState('done')
  await expectBound('plug-2')
})

test('a virtual device’s own code, for want of a sticker', async () => {
  const { phone } = context
  await phone.tap('.home-try')
  await onPage('/pages/signature/index')
  await phone.tap('.do-start')
  await phone.untilState('done')
  await expectBound('plug-1')
})

test('a code that starts the provisioning of a product', async () => {
  const { phone } = context
  await see('https://iot.cloud.tencent.com/iotexplorer/device?page=softap&productId=PLUGWIFI1A')
  await onPage('/pages/token/index')
  expect(phone.text).toContain('PLUGWIFI1A')
  expect(phone.has('[data-name="ssid"]')).toBe(true)
  expect(phone.text).not.toContain('SmartConfig')
})

test('a code for SmartConfig says what this sample does instead', async () => {
  const { phone } = context
  await see('https://iot.cloud.tencent.com/iotexplorer/device?page=smartconfig&productId=PLUGWIFI1A')
  await onPage('/pages/token/index')
  expect(phone.text).toContain('SmartConfig')
})

test('a bare device signature goes to its own Action, and the refusal is shown', async () => {
  const { phone } = context
  await see('https://iot.cloud.tencent.com/iotexplorer/device?signature=0123456789abcdef0123456789abcdef')
  await onPage('/pages/signature/index')
  await phone.tap('.do-start')
  await phone.untilState('failed')
  // No device of the sandbox has that one.
  expect(phone.find('.verdict').textContent).toContain('InvalidParameterValue')
  expect(await context.actions()).toEqual(['AppSecureAddDeviceInFamily'])
  expect(phone.dom.outerHTML).not.toContain('0123456789abcdef')
})

test('a bare device signature whose answer is lost is never sent again', async () => {
  const { phone } = context
  await context.fault({ action: 'AppSecureAddDeviceInFamily', kind: 'drop-after' })
  await see('https://iot.cloud.tencent.com/iotexplorer/device?signature=0123456789abcdef0123456789abcdef')
  await onPage('/pages/signature/index')
  await phone.tap('.do-start')
  await phone.untilState('failed')
  expect(phone.find('.verdict').textContent).toContain('Flow.OutcomeUnknown')
  expect(phone.has('.do-again')).toBe(false)
  expect(await context.actions()).toEqual(['AppSecureAddDeviceInFamily'])
  expectOver()
})

test('any other code is refused with a sentence, and the camera may be closed', async () => {
  const { phone } = context
  await see('https://example.com/')
  await phone.until('it is refused', () => phone.has('.complaint'))
  expect(phone.find('.complaint').textContent).toMatch(/^这不是.*二维码/)
  expect(phone.page.route).toBe('/pages/home/index')
  await see(undefined)
  expect(phone.page.route).toBe('/pages/home/index')
  await expectBound()
})

test('a signature that is wrong: the refusal’s sentence, in either language', async () => {
  const { phone } = context
  const { Signature, ...rest } = await signed('plug-2')
  const wrong = JSON.stringify({ ...rest, Signature: Signature.replace(/./, (digit) => (digit === '0' ? '1' : '0')) })
  await see(wrong)
  await onPage('/pages/signature/index')
  await phone.tap('.do-start')
  await phone.untilState('failed')
  expect(phone.find('.verdict').textContent).toContain(phone.sentence('InvalidParameterValue'))
  await phone.back()
  await phone.tap('.home-language')
  await see(wrong)
  await onPage('/pages/signature/index')
  await phone.tap('.do-start')
  await phone.untilState('failed')
  expect(phone.find('.verdict').textContent).toContain(phone.sentence('InvalidParameterValue', 'en'))
  await expectBound()
})

test('English at a tap, and still after the next launch', async () => {
  const { phone } = context
  expect(phone.text).toContain('添加设备')
  await phone.tap('.home-language')
  expect(phone.text).toContain('Add a device')
  expect(phone.text).not.toMatch(/[\u4e00-\u9fff]{2}/)
  expect(phone.told.titles.at(-1)).toBe('Device binding')
  await phone.kill()
  await phone.launch()
  await phone.until('it is connected', () => phone.text.includes('Connected'))
  await openFlow('gateway', 'sensor-1')
  await phone.tap('.do-start')
  await phone.untilState('done')
  expect(phone.text).toContain('The gateway has attached 3 sub-devices')
  expect(phone.text).not.toMatch(/[\u4e00-\u9fff]/)
})

test('a phone in English begins in English; the settings know better', async () => {
  const { phone } = context
  await phone.kill()
  phone.language = 'en_US'
  await phone.launch()
  expect(phone.text).toContain('Add a device')
  await phone.tap('.home-where')
  await onPage('/pages/settings/index')
  await phone.tap('.segment', '中文')
  expect(phone.text).toContain('语言')
  await phone.tap('.segment', '跟随系统')
  expect(phone.text).toContain('Language')
})
