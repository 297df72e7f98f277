// What most tests begin with: a sandbox as new, and an app that has just been opened.

const { Phone, sleep } = require('./phone')
const { startSandbox } = require('./sandbox')

/** A sandbox for the file, and a phone for each test. */
function useSandbox() {
  const context = {}
  beforeAll(async () => {
    context.sandbox = await startSandbox()
  })
  afterAll(() => context.sandbox.stop())
  beforeEach(async () => {
    await context.sandbox.reset()
    context.phone = new Phone({ sandbox: context.sandbox })
    await context.phone.launch()
    await context.phone.until('the sandbox is connected', () => context.phone.text.includes('已连接'))
  })
  afterEach(() => context.phone.kill())

  /** Opens the page of a flow, and waits for its devices. */
  context.openFlow = async (flow, words) => {
    const { phone } = context
    await phone.tap(`.home-way[data-flow="${flow}"]`)
    await phone.until('the page has its devices', () => phone.page.route === `/pages/${flow}/index` && phone.text.includes(words))
  }
  /** Each of these is bound, exactly once, and nothing else is. */
  context.expectBound = async (...names) => {
    const devices = await context.sandbox.devices()
    const bound = devices.filter(({ binds }) => binds > 0).map(({ deviceName, binds, familyId }) => `${deviceName} ${binds} ${familyId}`)
    expect(bound.sort()).toEqual(names.map((name) => `${name} 1 f-home`).sort())
  }
  /** Nothing that could be gone on with is left, and the phone may sleep. */
  context.expectOver = () => {
    expect(context.phone.storage.has('unfinished')).toBe(false)
    expect(context.phone.told).toMatchObject({ awake: false, leave: undefined })
  }
  context.fault = (fault) => context.sandbox.control('POST', 'fault', fault)
  /** The Actions that were asked for. */
  context.actions = async () => (await context.sandbox.log()).map(({ action }) => action)
  return context
}

module.exports = { useSandbox, sleep }
