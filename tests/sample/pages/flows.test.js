// Every way to bind, from the first page to the bound device.

const { useSandbox } = require('../support/setup')

const context = useSandbox()
const { openFlow, expectBound, expectOver, fault } = context

test('by token: a virtual device is bound, and every step shown', async () => {
  const { phone } = context
  await openFlow('token', 'plug-1')
  await phone.tap('.do-start')
  await phone.until('it waits for the device', () => phone.step('waiting') === 'active')
  expect(phone.state).toBe('running')
  expect(phone.text).toMatch(/最多还需 [45]:\d\d/)
  expect(phone.told).toMatchObject({ awake: true, leave: expect.stringContaining('尚未完成') })
  await phone.untilState('done')
  expect(phone.steps()).toEqual(['created', 'sent', 'waiting', 'usable', 'binding', 'bound', 'confirmed'].map((key) => `${key}: done`))
  expect(phone.text).toContain('plug-1 已加入您的家庭')
  await expectBound('plug-1')
  expectOver()
})

test('by token: another device is chosen, and then one more', async () => {
  const { phone } = context
  await openFlow('token', 'plug-1')
  await phone.pick('wx-picker', 2)
  await phone.tap('.do-start')
  await phone.untilState('done')
  await phone.tap('.do-anew')
  await phone.until('the form is back', () => phone.has('.do-start') && phone.text.includes('plug-1'))
  await phone.tap('.do-start')
  await phone.untilState('done')
  await expectBound('plug-1', 'plug-3')
})

test('by token: the token is handed over another way', async () => {
  const { phone, sandbox } = context
  await openFlow('token', 'plug-1')
  await phone.tap('.segment', '其他方式')
  await phone.pick('wx-picker', 3)
  await phone.tap('.do-start')
  await phone.until('the token is asked to be handed over', () => phone.has('.do-copy'))
  expect(phone.step('sent')).toBe('active')
  await phone.tap('.do-copy')
  await sandbox.control('POST', 'device/report-token', { token: phone.told.clipboard, productId: 'PLUGWIFI1A', deviceName: 'plug-4' })
  await phone.tap('.do-handed')
  await phone.untilState('done')
  expect(phone.text).toContain('plug-4 已加入您的家庭')
  expect(phone.dom.outerHTML).not.toContain(phone.told.clipboard)
  await expectBound('plug-4')
  expectOver()
})

test('by signature: a Wi-Fi device signs, and is waited for', async () => {
  const { phone } = context
  await openFlow('signature', 'plug-1')
  await phone.tap('.do-sandbox')
  await phone.until('it waits for the device', () => phone.step('online') === 'active')
  await phone.untilState('done')
  expect(phone.steps()).toEqual(['signed', 'binding', 'online', 'bound', 'confirmed'].map((key) => `${key}: done`))
  await expectBound('plug-1')
  expectOver()
})

test('by signature: a Bluetooth device signs', async () => {
  const { phone } = context
  await openFlow('signature', 'plug-1')
  await phone.pick('wx-picker', 4)
  expect(phone.text).not.toContain('设备多久联网')
  await phone.tap('.do-sandbox')
  await phone.untilState('done')
  await expectBound('lock-1')
})

test('through a gateway: three are attached, and one that is none is refused with its sentence', async () => {
  const { phone } = context
  await openFlow('gateway', 'sensor-1')
  await phone.tap('.check', '不是子设备')
  await phone.tap('.do-start')
  await phone.untilState('partly')
  expect(phone.text).toContain('已接入 3/4 台')
  expect(phone.steps()).toEqual([
    'SENSORSB4D/sensor-1: done', 'SENSORSB4D/sensor-2: done', 'SENSORSB4D/sensor-3: done', 'PLUGWIFI1A/plug-4: failed',
  ])
  expect(phone.find('.step', 'plug-4').textContent).toContain(phone.sentence('UnsupportedOperation.DeviceType'))
  await expectBound('sensor-1', 'sensor-2', 'sensor-3')
  expectOver()
})

test('through a gateway: nothing chosen, nothing sent', async () => {
  const { phone } = context
  await openFlow('gateway', 'sensor-1')
  for (const name of ['sensor-1', 'sensor-2', 'sensor-3']) await phone.tap('.check', name)
  await phone.tap('.do-start')
  expect(phone.find('.complaint').textContent).toBe('请至少选择一台')
  expect(await context.actions()).toEqual([])
})

test('a refused bind shows its sentence, what helps, and the code', async () => {
  const { phone } = context
  await fault({ action: 'AppTokenBindDeviceFamily', kind: 'error', code: 'UnauthorizedOperation.APPNoPermissionToStudioProduct' })
  await openFlow('token', 'plug-1')
  await phone.tap('.do-start')
  await phone.untilState('failed')
  const verdict = phone.find('.verdict').textContent
  expect(verdict).toContain(phone.sentence('UnauthorizedOperation.APPNoPermissionToStudioProduct'))
  expect(verdict).toContain('检查控制台设置')
  expect(verdict).toContain('UnauthorizedOperation.APPNoPermissionToStudioProduct')
  expect(phone.step('binding')).toBe('failed')
  // Going on would end the same way, so only a new start is offered.
  expect(phone.has('.do-again')).toBe(false)
  await expectBound()
  expectOver()
})

test('an expired access token: sign in again, and go on', async () => {
  const { phone, sandbox } = context
  await openFlow('token', 'plug-1')
  await sandbox.control('POST', 'token', { userId: 'user-1', op: 'expire' })
  await phone.tap('.do-start')
  await phone.untilState('failed')
  expect(phone.find('.verdict').textContent).toContain('重新登录')
  await sandbox.control('POST', 'token', { userId: 'user-1', op: 'renew' })
  await phone.tap('.do-again')
  await phone.untilState('done')
  await expectBound('plug-1')
})

test('a dead token is not gone on with', async () => {
  const { phone } = context
  await fault({ action: 'AppGetDeviceBindTokenState', kind: 'error', code: 'InvalidParameterValue.TokenIsExpire' })
  await openFlow('token', 'plug-1')
  await phone.tap('.do-start')
  await phone.untilState('failed')
  expect(phone.find('.verdict').textContent).toContain('重新配网')
  expect(phone.has('.do-again')).toBe(false)
  expectOver()
})

test('a lost answer is looked up, not bound again', async () => {
  const { phone } = context
  await fault({ action: 'AppTokenBindDeviceFamily', kind: 'drop-after' })
  await openFlow('token', 'plug-1')
  await phone.tap('.do-start')
  await phone.untilState('done')
  await expectBound('plug-1')
})

test('cancelled before the bind: nothing is bound, and it can be gone on with', async () => {
  const { phone } = context
  await openFlow('token', 'plug-1')
  await phone.tap('.segment', '15 秒后')
  await phone.tap('.do-start')
  await phone.until('it waits for the device', () => phone.step('waiting') === 'active')
  await phone.tap('.do-cancel')
  await phone.untilState('cancelled')
  expect(phone.text).toContain('没有绑定任何设备')
  expect(phone.has('.verdict')).toBe(false)
  await expectBound()
  await phone.tap('.do-again')
  await phone.untilState('done', 25000)
  expect(await context.actions().then((all) => all.filter((action) => action === 'AppCreateDeviceBindToken'))).toHaveLength(1)
  await expectBound('plug-1')
})

test('no sandbox: the pages say so, and nothing is stored', async () => {
  const { phone } = context
  phone.storage.set('settings', JSON.stringify({ sandboxUrl: 'http://127.0.0.1:1' }))
  phone.call('onShow')
  await phone.until('it says so', () => phone.text.includes('没有应答'))
  await phone.tap('.home-way[data-flow="signature"]')
  await phone.until('the form says so', () => phone.text.includes('沙箱没有应答'))
})
