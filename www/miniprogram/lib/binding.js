// One binding, for the page that shows it: started, drawn, cancelled, put off while the app is in the background, gone on
// with after the app was killed.
//
// In the background requests fail as «interrupted» and timers stand still, and provisioning always leads there: joining a
// hotspot on an iPhone is done in the system's settings. The package forgives what it can tell apart. What ends a flow all
// the same while nobody is looking, or right after, is no verdict either: it is gone on with from the last checkpoint.

const { IotError, abortController } = require('iotexplorer-client')
const cloud = require('./cloud')
const { sentence, text } = require('./i18n')
const { finish, reach } = require('./steps')
const unfinished = require('./unfinished')

/** @typedef {import('./steps').Step} Step */

/**
 * @typedef {object} Common what every flow is handed
 * @property {string} familyId
 * @property {string} roomId
 * @property {number} [pollIntervalMs]
 * @property {string} [resume]
 * @property {import('iotexplorer-client').AbortSignalLike} signal
 * @property {(checkpoint: string) => void} onCheckpoint
 * @property {(progress: { step: any, [detail: string]: any }) => void} onProgress
 */

/**
 * @typedef {object} FlowContext
 * @property {import('iotexplorer-client').Client} client
 * @property {Common} common
 * @property {Record<string, any>} setup
 * @property {Step[]} steps
 * @property {() => void} changed draws
 * @property {(key: string) => void} reached
 * @property {(token: string) => Promise<void | { productId?: string, deviceName?: string }>} handOver
 */

/** @typedef {{ ok: boolean, device?: any, subDevice?: any, error?: any }} Result */

/**
 * @typedef {object} Flow
 * @property {'token' | 'signature' | 'gateway'} id
 * @property {(setup: any) => Step[]} plan
 * @property {(context: FlowContext) => Promise<Result[]>} run
 * @property {(steps: Step[], progress: { step: string, [detail: string]: any }) => void} progress
 */

/**
 * @typedef {object} Hooks
 * @property {(token: string, binding: Binding) => Promise<void | { productId?: string, deviceName?: string }>} [handOver] hands the token to the device
 */

/** How often the time that is left is drawn anew. */
const TICK_MS = 1000

/** @typedef {'ready' | 'running' | 'put-off' | 'done' | 'partly' | 'failed' | 'cancelled'} State */

class Binding {
  /**
   * @param {{ setData(data: object): void }} page
   * @param {Flow} flow
   * @param {Hooks} [hooks]
   */
  constructor(page, flow, hooks = {}) {
    this.page = page
    this.flow = flow
    this.hooks = hooks
    /** @type {State} */
    this.state = 'ready'
    /** @type {Record<string, any>} */
    this.setup = {}
    /** @type {Step[]} */
    this.steps = []
    /** @type {Result[]} */
    this.results = []
    /** @type {any} */
    this.error = undefined
    /** @type {string | undefined} */
    this.checkpoint = undefined
    /** @type {number | undefined} */
    this.deadlineAt = undefined
    /** @type {number | undefined} */
    this.totalMs = undefined
    /** What the person is asked for while the flow waits: the page draws it. @type {object | undefined} */
    this.prompt = undefined
    this.resumed = false
    this.visible = true
    this.wasAway = false
    this.gone = false
    /** @type {(() => void) | undefined} */
    this.cameBack = undefined
    /** @type {import('iotexplorer-client').HostAbortController | undefined} */
    this.controller = undefined
    /** @type {any} */
    this.timer = undefined
  }

  get isBusy() {
    return this.state === 'running' || this.state === 'put-off'
  }

  /** Begins. @param {Record<string, any>} setup plain data: it is stored */
  start(setup) {
    return this.go(setup, undefined)
  }

  /** Goes on with what is stored; false if there is nothing. */
  resume() {
    const kept = unfinished.read()
    if (!kept || kept.flow !== this.flow.id || kept.cloud !== cloud.name()) return false
    this.resumed = true
    this.go(kept.setup, kept.checkpoint)
    return true
  }

  /** Goes on after a failure that need not be the end. */
  again() {
    if (this.isBusy) return
    cloud.renew()
    this.go(this.setup, this.checkpoint)
  }

  /** Stops it; nothing is bound that was not bound before. */
  cancel() {
    if (this.controller) this.controller.abort()
    if (this.cameBack) this.cameBack()
  }

  // ---- The page's life ----

  shown() {
    this.visible = true
    if (this.cameBack) this.cameBack()
    this.tick()
    this.draw()
  }

  hidden() {
    this.visible = false
    this.wasAway = true
    clearTimeout(this.timer)
  }

  unloaded() {
    this.gone = true
    this.hidden()
    if (this.isBusy) this.keepAwake(false)
    // What is stored stays: the home page offers to go on with it.
    this.cancel()
  }

  // ---- The flow ----

  /**
   * @param {Record<string, any>} setup
   * @param {string | undefined} checkpoint
   */
  async go(setup, checkpoint) {
    this.controller = abortController()
    Object.assign(this, { setup, checkpoint, state: 'running', error: undefined, results: [], deadlineAt: undefined, totalMs: undefined, prompt: undefined })
    this.steps = this.flow.plan(setup)
    this.keepAwake(true)
    this.keep()
    this.tick()
    this.draw()
    for (;;) {
      this.wasAway = !this.visible
      let client
      try {
        client = cloud.newClient()
        this.results = await this.flow.run(await this.context(client))
        if (!this.isNoVerdict(this.results.filter(({ ok }) => !ok).map(({ error }) => error))) break
      } catch (error) {
        if (!this.isNoVerdict([error])) {
          this.error = error
          break
        }
      } finally {
        if (client) client.free()
      }
      this.prompt = undefined
      await this.backAgain()
      if (this.isAborted) {
        this.error = new IotError({ kind: 'aborted', code: 'Aborted.BySignal' })
        break
      }
      this.resumed = true
    }
    this.end()
  }

  get isAborted() {
    return Boolean(this.controller && this.controller.signal.aborted)
  }

  /**
   * Whether all that went wrong is the background's doing: failures that time would mend, in an attempt during which the
   * app was away. Deadlines that have passed are verdicts wherever the app was; so is everything the cloud said.
   *
   * @param {any[]} errors
   */
  isNoVerdict(errors) {
    if (!errors.length || !this.wasAway || this.isAborted) return false
    return errors.some(
      (error) =>
        error instanceof IotError &&
        error.retryable &&
        /^(Network|Timeout\.Request|Flow|Init)/.test(error.code) &&
        !this.isLost(error),
    )
  }

  /** A bind whose outcome is not known, in a flow that cannot ask about it: never to be sent again. @param {any} error */
  isLost(error) {
    return error.code === 'Flow.OutcomeUnknown' && this.flow.id !== 'gateway' && !this.checkpoint
  }

  /** Waits until the page is seen again. */
  backAgain() {
    if (this.visible || this.gone) return Promise.resolve()
    this.state = 'put-off'
    return new Promise((resolve) => {
      this.cameBack = () => {
        this.cameBack = undefined
        this.state = 'running'
        resolve(undefined)
      }
    })
  }

  /** @param {import('iotexplorer-client').Client} client @returns {Promise<FlowContext>} */
  async context(client) {
    const { familyId, roomId } = await cloud.family()
    return {
      client,
      setup: this.setup,
      steps: this.steps,
      changed: () => this.draw(),
      reached: (key) => {
        reach(this.steps, key)
        this.draw()
      },
      handOver: async (token) => this.hooks.handOver && this.hooks.handOver(token, this),
      common: {
        familyId,
        roomId,
        pollIntervalMs: this.setup.pollIntervalMs,
        resume: this.checkpoint,
        signal: /** @type {NonNullable<Binding['controller']>} */ (this.controller).signal,
        onCheckpoint: (checkpoint) => {
          this.checkpoint = checkpoint
          this.keep()
        },
        onProgress: (progress) => {
          if (progress.remainingMs !== undefined) {
            if (this.totalMs === undefined) this.totalMs = progress.remainingMs
            this.deadlineAt = Date.now() + progress.remainingMs
          }
          this.flow.progress(this.steps, progress)
          this.draw()
        },
      },
    }
  }

  /** Stores what is needed to go on. */
  keep() {
    if (this.gone) return
    unfinished.write({ flow: this.flow.id, cloud: cloud.name(), setup: this.setup, checkpoint: this.checkpoint, at: Date.now() })
  }

  end() {
    if (this.gone) return
    const bound = this.results.filter(({ ok }) => ok).length
    if (!this.error && bound === this.results.length) this.state = 'done'
    else if (this.isAborted) this.state = 'cancelled'
    else if (!this.error && bound) this.state = 'partly'
    else this.state = 'failed'
    if (this.state === 'failed' && !this.error) this.error = this.results[0].error
    // Bound but not shown: the last step did not come to pass.
    const isWhole = this.state === 'done' && this.results.every(({ device }) => device.confirmed !== false)
    for (const step of this.steps) if (step.state === 'active') finish(step, isWhole ? 'done' : this.isAborted ? 'stopped' : 'failed')
    Object.assign(this, { deadlineAt: undefined, prompt: undefined })
    clearTimeout(this.timer)
    this.keepAwake(false)
    if (!this.canGoOn) unfinished.clear()
    if (this.state === 'done') wx.vibrateShort({ type: 'light' })
    this.draw()
  }

  /** Whether going on from here could end otherwise. */
  get canGoOn() {
    const { state, error, flow, checkpoint } = this
    if (this.isBusy || state === 'done' || state === 'ready') return false
    if (flow.id === 'gateway') return state === 'cancelled' || this.results.some((result) => !result.ok && result.error.retryable)
    // A token or signature whose time is over stays so. Without a checkpoint nothing was begun.
    if (error && /^(Timeout\.(Flow|DeviceNotOnline)|Flow\.(Checkpoint|BadCheckpoint))/.test(error.code)) return Boolean(error.mayBeBound)
    if (state === 'cancelled') return Boolean(checkpoint)
    if (error && this.isLost(error)) return false
    return Boolean(error && (error.retryable || error.mayBeBound || error.remedy === 'sign-in'))
  }

  /** Neither does the screen go dark, nor is the page left by mistake. @param {boolean} wanted */
  keepAwake(wanted) {
    wx.setKeepScreenOn({ keepScreenOn: wanted })
    if (wanted) wx.enableAlertBeforeUnload({ message: text().run.leave })
    else wx.disableAlertBeforeUnload()
  }

  // ---- What the page shows ----

  tick() {
    clearTimeout(this.timer)
    if (!this.isBusy || !this.visible) return
    this.timer = setTimeout(() => {
      this.draw()
      this.tick()
    }, TICK_MS)
  }

  /** A page in the background is drawn when it is seen again. */
  draw() {
    if (this.visible && !this.gone) this.page.setData({ run: this.view() })
  }

  /** Everything that is to be seen, as plain data in the language of the moment. */
  view() {
    const t = text()
    const { state, error } = this
    // A bare device signature's answer may name nobody.
    const devices = this.results.filter(({ ok, device }) => ok && device.DeviceName).map(({ device }) => ({
      deviceName: device.DeviceName,
      productId: device.ProductId,
      confirmed: device.confirmed !== false,
    }))
    return {
      state,
      isBusy: this.isBusy,
      isReady: state === 'ready',
      canGoOn: this.canGoOn,
      prompt: this.prompt,
      devices,
      isSingle: this.flow.id !== 'gateway',
      steps: this.steps.map((step) => viewStep(step, this.flow.id, t)),
      head: this.viewHead(t, devices),
      error: error && state !== 'cancelled' ? { sentence: sentence(error), code: error.code || '', remedy: t.remedies[error.remedy] || '' } : null,
      note: this.resumed && this.isBusy ? t.run.resumed : '',
    }
  }

  /**
   * @param {import('./text.zh')} t
   * @param {{ deviceName: string, confirmed: boolean }[]} devices
   */
  viewHead(t, devices) {
    const { state, flow } = this
    const left = this.deadlineAt === undefined ? undefined : Math.max(0, this.deadlineAt - Date.now())
    const head = { tone: state, title: t.run.title[state], about: '', left: '', share: 100 }
    if (this.isBusy && left !== undefined && this.totalMs) {
      head.left = t.run.left(minutes(left))
      head.share = Math.round((left / this.totalMs) * 100)
    }
    if (state === 'done') {
      const first = devices[0]
      const name = first ? first.deviceName || '' : ''
      if (flow.id === 'gateway') head.about = t.run.attached(devices.length)
      else head.about = first && first.confirmed ? t.run.bound(name) : t.run.unconfirmed(name)
    }
    if (state === 'partly') head.about = t.run.partly(devices.length, this.results.length)
    if (state === 'cancelled') head.about = this.error && this.error.mayBeBound ? t.run.cancelledMaybe : t.run.cancelled
    return head
  }
}

/** @param {Step} step @param {'token' | 'signature' | 'gateway'} flow @param {import('./text.zh')} t */
function viewStep(step, flow, t) {
  const seconds = step.took === undefined || step.took < 50 ? '' : t.run.seconds((step.took / 1000).toFixed(1))
  const [title, about, usual] = flow === 'gateway'
    ? [step.name || '', t.steps.stage[step.stage || 'waiting'] || step.stage || '', '']
    : t.steps[flow][step.key]
  const isDone = step.state === 'done'
  const facts = [
    step.times ? t.run.asked(step.times) : '',
    step.code && step.state !== 'done' ? step.code : '',
    step.error ? sentence(step.error) : '',
  ].filter(Boolean)
  return {
    key: step.key,
    state: step.state,
    title,
    // A list of seven steps is read only where it is: the others show their names.
    about: step.state === 'active' || flow === 'gateway' ? about : '',
    badge: isDone ? seconds : step.state === 'active' ? usual : step.state === 'failed' || step.state === 'stopped' ? t.run.stopped : '',
    facts: facts.join(' · '),
    spoken: `${title}, ${t.run.state[step.state]}`,
  }
}

/** `4:05`. @param {number} ms */
function minutes(ms) {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A page's binding. Not in its data: data is copied to the renderer. @type {WeakMap<object, Binding>} */
const bindings = new WeakMap()

/** @param {any} page @param {Flow} flow @param {Hooks} [hooks] */
function newBinding(page, flow, hooks) {
  const binding = new Binding(page, flow, hooks)
  bindings.set(page, binding)
  return binding
}

/** @param {any} page @returns {Binding} */
const bindingOf = (page) => /** @type {Binding} */ (bindings.get(page))

/** Asks before another binding's progress is given up. @returns {Promise<boolean>} whether to begin */
function mayBegin() {
  const kept = unfinished.read()
  if (!kept || kept.cloud !== cloud.name()) return Promise.resolve(true)
  const t = text().run
  return new Promise((resolve) => {
    wx.showModal({
      title: t.otherTitle, content: t.otherAbout, confirmText: t.begin, cancelText: t.keep,
      success: ({ confirm }) => resolve(confirm), fail: () => resolve(false),
    })
  })
}

module.exports = { Binding, newBinding, bindingOf, mayBegin }
