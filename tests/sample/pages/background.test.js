// What provisioning always meets: the app goes to the background in the middle, and comes back, or does not.
//
// In the background requests fail as «interrupted» and timers stand still (support/phone.js).

const { useSandbox, sleep } = require('../support/setup')

const context = useSandbox()
const { openFlow, expectBound, expectOver, fault } = context

/** Every state that the head shows while something goes on. */
async function statesDuring(work) {
  const { phone } = context
  const seen = new Set()
  const watch = setInterval(() => seen.add(phone.state), 5)
  await work()
  clearInterval(watch)
  return seen
}

const startToken = async (pace) => {
  const { phone } = context
  await openFlow('token', 'plug-1')
  if (pace) await phone.tap('.segment', pace)
  await phone.tap('.do-start')
}

const shown = (key) => context.phone.until(key, () => context.phone.step(key) === 'active')

test('away while the device joins the Wi-Fi: it is bound on coming back', async () => {
  const { phone, sandbox } = context
  await startToken()
  await shown('waiting')
  const states = await statesDuring(async () => {
    await phone.background()
    await sleep(1500)
    const before = (await context.actions()).length
    await sleep(700)
    expect((await context.actions()).length).toBe(before)
    expect((await sandbox.device('plug-1')).binds).toBe(0)
    await phone.foreground()
    await phone.untilState('done')
  })
  expect(states).not.toContain('failed')
  await expectBound('plug-1')
  expectOver()
})

test('away while the token is asked for', async () => {
  const { phone } = context
  await fault({ action: 'AppCreateDeviceBindToken', kind: 'delay', delayMs: 700 })
  const states = await statesDuring(async () => {
    await startToken()
    await phone.background()
    await sleep(1000)
    await phone.foreground()
    await phone.untilState('done')
  })
  expect(states).not.toContain('failed')
  await expectBound('plug-1')
})

test('away while the bind is on its way: its answer is lost, and it is bound once', async () => {
  const { phone, sandbox } = context
  await fault({ action: 'AppTokenBindDeviceFamily', kind: 'delay-after', delayMs: 1500 })
  await startToken()
  await phone.until('the cloud has bound it', async () => (await sandbox.device('plug-1')).binds === 1)
  expect(phone.step('binding')).toBe('active')
  await phone.background()
  await sleep(300)
  await phone.foreground()
  await phone.untilState('done')
  expect((await context.actions()).filter((action) => action === 'AppTokenBindDeviceFamily')).toHaveLength(1)
  await expectBound('plug-1')
})

test('away while the device signs: nothing is said of the network, and it is bound', async () => {
  const { phone } = context
  await openFlow('signature', 'plug-1')
  const states = await statesDuring(async () => {
    // Not awaited: the tap and the way to the background are one gesture here.
    const tapped = phone.tap('.do-sandbox')
    await tapped
    await phone.background()
    await sleep(300)
    expect(phone.state).toBe('running')
    await phone.foreground()
    await phone.untilState('done')
  })
  expect(states).not.toContain('failed')
  await expectBound('plug-1')
  expectOver()
})

test('away while sub-devices are attached: all of them are, each once', async () => {
  const { phone } = context
  await fault({ action: 'AppSigGatewayBindDevice', kind: 'delay-after', delayMs: 800, times: 2 })
  await openFlow('gateway', 'sensor-1')
  await phone.tap('.do-start')
  await phone.until('the first is on its way', () => phone.text.includes('正在提交签名'))
  await phone.background()
  await sleep(500)
  await phone.foreground()
  await phone.untilState('done')
  await expectBound('sensor-1', 'sensor-2', 'sensor-3')
  expectOver()
})

test('to and fro, five times: bound once', async () => {
  const { phone } = context
  await startToken()
  for (let time = 0; time < 5; time++) {
    await phone.background()
    await sleep(150)
    await phone.foreground()
    await sleep(100)
  }
  await phone.untilState('done')
  await expectBound('plug-1')
})

test('away for longer than the binding may take: that is told, by the wall clock', async () => {
  const { phone } = context
  await startToken('15 秒后')
  await shown('waiting')
  await phone.background()
  const now = Date.now
  try {
    Date.now = () => now() + 10 * 60 * 1000
    await phone.foreground()
    await phone.untilState('failed')
    expect(phone.find('.verdict').textContent).toContain('Timeout.DeviceNotOnline')
    expect(phone.has('.do-again')).toBe(false)
  } finally {
    Date.now = now
  }
  await expectBound()
  expectOver()
})

test('without a network while in front: that is a verdict, and it can be gone on with', async () => {
  const { phone } = context
  await fault({ action: 'AppCreateDeviceBindToken', kind: 'drop-before', times: 3 })
  await startToken()
  await phone.untilState('failed')
  expect(phone.find('.verdict').textContent).toContain('Network.Failed')
  await phone.tap('.do-again')
  await phone.untilState('done')
  await expectBound('plug-1')
})

for (const [where, arrange] of [
  ['while the device joins the Wi-Fi', () => shown('waiting')],
  ['while the bind is on its way', () => context.phone.until('bound', async () => (await context.sandbox.device('plug-1')).binds === 1)],
]) {
  test(`killed ${where}: gone on with after a new launch, bound once`, async () => {
    const { phone } = context
    await fault({ action: 'AppTokenBindDeviceFamily', kind: 'delay-after', delayMs: 1000 })
    await startToken()
    await arrange()
    await phone.kill()
    expect(phone.storage.get('unfinished')).toMatch(/iotexplorer-checkpoint/)
    await phone.launch()
    await phone.until('the first page offers to go on', () => phone.text.includes('上次的绑定尚未完成'))
    await phone.tap('.home-go')
    await phone.untilState('done')
    await expectBound('plug-1')
    expect((await context.actions()).filter((action) => action === 'AppCreateDeviceBindToken')).toHaveLength(1)
    expectOver()
  })
}

test('killed after the device has signed: it need not sign again', async () => {
  const { phone, sandbox } = context
  await openFlow('signature', 'plug-1')
  await phone.tap('.segment', '15 秒后')
  await phone.tap('.do-sandbox')
  await shown('online')
  await phone.kill()
  await phone.launch()
  await sandbox.control('POST', 'device/online', { productId: 'PLUGWIFI1A', deviceName: 'plug-1', online: true })
  await phone.tap('.home-go')
  await phone.untilState('done')
  expect(phone.told.urls.filter((url) => url.includes('device/sign'))).toHaveLength(1)
  await expectBound('plug-1')
  expectOver()
})

test('killed among sub-devices: the same list again, each attached once', async () => {
  const { phone, sandbox } = context
  await openFlow('gateway', 'sensor-1')
  await fault({ action: 'AppSigGatewayBindDevice', kind: 'delay-after', delayMs: 1000, skip: 1, times: 2 })
  await phone.tap('.do-start')
  await phone.until('one is attached', async () => (await sandbox.device('sensor-1')).binds === 1)
  await phone.kill()
  await phone.launch()
  await phone.tap('.home-go')
  await phone.untilState('done')
  await expectBound('sensor-1', 'sensor-2', 'sensor-3')
  expectOver()
})

test('the page is left: the flow stops, and is offered on the first page', async () => {
  const { phone } = context
  await startToken('15 秒后')
  await shown('waiting')
  await phone.back()
  expect(phone.text).toContain('上次的绑定尚未完成')
  expect(phone.told).toMatchObject({ awake: false, leave: undefined })
  const before = (await context.actions()).length
  await sleep(1500)
  expect((await context.actions()).length).toBe(before)

  // Another binding is not begun over it without a question.
  phone.answers.confirm = false
  await openFlow('token', 'plug-1')
  await phone.tap('.do-start')
  await sleep(100)
  expect(phone.told.modals).toEqual(['上次的绑定尚未完成'])
  expect(phone.has('.do-start')).toBe(true)
  await phone.back()

  await phone.tap('.home-drop')
  expect(phone.text).not.toContain('上次的绑定尚未完成')
  expectOver()
  await expectBound()
})

test('what is stored holds no access token, no Wi-Fi password, and nothing after the end', async () => {
  const { phone } = context
  await openFlow('token', 'plug-1')
  await phone.tap('.segment', '设备热点')
  await phone.type('[data-name="ssid"]', 'Home')
  await phone.type('[data-name="password"]', 'Correct-Horse')
  await phone.tap('.do-start')
  await phone.until('the hotspot is asked for', () => phone.has('.do-send'))
  const stored = [...phone.storage.values()].join('')
  expect(stored).not.toContain('Correct-Horse')
  expect(stored).not.toContain('fake-access-token')
  await phone.tap('.do-cancel')
  await phone.untilState('cancelled')
})
