// One binding: started, watched, cancelled, gone on with. Views draw what stands here; the flows say what is done.

import { iot } from './package.js'
import { unfinished } from './prefs.js'
import { control, deviceNow, family, user, world } from './sandbox.js'
import { check } from './trouble.js'
import { Wire, transportOf } from './wire.js'

/** How long the virtual device takes to reach the cloud, and how long the flow waits for it. */
export const PACES = {
  quick: { delayMs: 2_500 },
  slow: { delayMs: 15_000 },
  never: { never: true, timeoutMs: 12_000 },
}

/** How often the page looks at the virtual device. */
const WATCH_MS = 700

/** A binding that has not begun. `setup` is what the flow needs to know: family, room, device(s), pace. */
export function newRun(flow, setup, more = {}) {
  return {
    flow, setup, status: 'ready', steps: [], feed: [], results: [], device: {}, error: undefined, resumed: false,
    checkpoint: undefined, deadlineAt: undefined, totalMs: undefined, startedAt: undefined, wire: new Wire(), ...more,
  }
}

/**
 * Runs it to its end. `hooks.changed` is told of every change; `hooks.keep` is whether it can be gone on with after a reload.
 * Never rejects: what goes wrong is in `run.error`.
 */
export async function execute(run, hooks) {
  const { changed = () => {}, keep = false, client: options = {}, pollIntervalMs = 1000, resume } = hooks
  const { flow, setup } = run
  const controller = iot.abortController()
  const timeoutMs = hooks.timeoutMs ?? PACES[setup.pace]?.timeoutMs
  Object.assign(run, { status: 'running', startedAt: Date.now(), error: undefined, results: [], steps: flow.plan(setup), resumed: Boolean(resume) })
  run.abort = () => controller.abort()
  run.wire.changed = () => changed(run)

  const client = new iot.Client({
    accessToken: () => user().accessToken,
    endpoint: world.seed.endpoint,
    // Opened from a phone in the local network, the server has a private address and no certificate.
    allowInsecure: true,
    transport: transportOf(run.wire, check),
    ...options,
  })
  const store = () => {
    if (keep) unfinished.write({ flow: flow.id, setup, checkpoint: run.checkpoint, signed: run.signed, at: Date.now() })
  }
  const context = {
    client,
    common: {
      familyId: setup.familyId,
      roomId: setup.roomId,
      pollIntervalMs,
      timeoutMs,
      resume,
      signal: controller.signal,
      onCheckpoint(checkpoint) {
        run.checkpoint = checkpoint
        store()
      },
      onProgress(progress) {
        if (progress.remainingMs !== undefined) {
          run.totalMs ??= progress.remainingMs
          run.deadlineAt = Date.now() + progress.remainingMs
        }
        flow.progress(run, progress)
        changed(run)
      },
    },
    /** A message to somebody who is not the cloud; the sandbox plays them. */
    async ask(lane, title, path, body) {
      const request = { method: 'POST', url: `/control/${path}`, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const exchange = run.wire.begin(lane, title, request)
      try {
        const answer = await control('POST', path, body)
        run.wire.end(exchange, { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) })
        return answer
      } catch (error) {
        run.wire.fail(exchange, error)
        if (error.status === undefined) check()
        throw error
      }
    },
    say: (key, ...values) => {
      run.feed.push({ at: Date.now(), key, values })
      changed(run)
    },
    reached: (key) => {
      reached(run, key)
      changed(run)
    },
    changed: () => changed(run),
    store,
    delayMs: PACES[setup.pace]?.delayMs ?? hooks.delayMs ?? 0,
    never: Boolean(PACES[setup.pace]?.never),
  }

  // Only a flow without a checkpoint is kept from here on; the others say themselves from where they can be gone on with.
  if (!flow.checkpoints) store()
  const watching = hooks.watch && setup.device ? watch(run, context) : undefined
  changed(run)
  try {
    run.results = await flow.run(run, context)
    run.status = run.results.every((result) => result.ok) ? 'done' : run.results.some((result) => result.ok) ? 'partly' : 'failed'
    run.error = run.status === 'failed' ? run.results[0].error : undefined
    // A list that was cancelled half way settles item by item.
    if (controller.signal.aborted && run.status !== 'done') run.status = 'cancelled'
  } catch (error) {
    run.error = error
    run.status = controller.signal.aborted ? 'cancelled' : 'failed'
    for (const step of run.steps) if (step.state === 'active') finish(step, 'failed')
  }
  run.endedAt = Date.now()
  run.deadlineAt = undefined
  run.abort = undefined
  client.free()
  await watching?.stop()
  // A binding that can be gone on with stays so: the person decides.
  run.canResume = run.status !== 'done' && run.status !== 'partly' && canGoOn(run)
  if (keep && !run.canResume) unfinished.clear()
  changed(run)
  return run
}

/** Whether going on from the last checkpoint could end otherwise than this time. */
function canGoOn({ checkpoint, error, status, flow }) {
  if (!checkpoint && flow.checkpoints) return false
  if (status === 'cancelled') return true
  return Boolean(error?.retryable || error?.mayBeBound) && !(error?.code ?? '').startsWith('Timeout.')
}

/** Looks at the virtual device as long as the binding goes on, and tells what has changed about it. */
function watch(run, context) {
  let over = false
  let timer
  const look = async () => {
    try {
      const now = await deviceNow(run.setup.device)
      const before = run.device
      run.device = now ?? {}
      if (now && before.online === false && now.online) {
        for (const key of run.flow.onlineFeed) context.say(key, run.setup.device)
      }
      if (now?.familyId && !before.familyId && before.online !== undefined) context.say('bound', now.familyId)
      if (JSON.stringify(before) !== JSON.stringify(run.device)) context.changed()
    } catch (error) {
      // The server is away; that is told elsewhere.
    }
  }
  const again = async () => {
    await look()
    if (!over) timer = setTimeout(again, WATCH_MS)
  }
  again()
  return {
    async stop() {
      over = true
      clearTimeout(timer)
      await look()
    },
  }
}

export function finish(step, state) {
  step.state = state
  step.took = step.at === undefined ? undefined : Date.now() - step.at
}

/** The steps before that one are done, it is under way (or, `past`, done too). Never goes back. */
export function reached(run, key, past = false) {
  const here = run.steps.findIndex((step) => step.key === key)
  if (here < 0 || run.steps[here].state === 'done') return
  run.steps.forEach((step, at) => {
    if (at < here || (past && at === here)) {
      if (step.state !== 'done') finish(step, 'done')
    } else if (at === here || (past && at === here + 1)) {
      if (step.state === 'waiting') Object.assign(step, { state: 'active', at: Date.now() })
    }
  })
}

export const defaults = () => ({ familyId: family().familyId, roomId: '0', pace: 'quick' })
