// Timers that stand still while the app is in the background, and are due at once when it is back.

const real = { setTimeout: global.setTimeout, clearTimeout: global.clearTimeout, setInterval: global.setInterval, clearInterval: global.clearInterval }

let stalled = false
let count = 0
/** @type {Map<number, { run: () => void, real: any, due: number, every?: number }>} */
const timers = new Map()

function arm(id, timer) {
  timer.real = real.setTimeout(() => {
    if (stalled) return
    if (timer.every === undefined) timers.delete(id)
    else {
      timer.due = Date.now() + timer.every
      arm(id, timer)
    }
    timer.run()
  }, Math.max(0, timer.due - Date.now()))
}

function start(run, ms, every) {
  const id = ++count
  const timer = { run, real: undefined, due: Date.now() + (ms || 0), every }
  timers.set(id, timer)
  if (!stalled) arm(id, timer)
  return id
}

function stop(id) {
  const timer = timers.get(id)
  if (timer) real.clearTimeout(timer.real)
  timers.delete(id)
}

function install() {
  global.setTimeout = (run, ms, ...rest) => start(() => run(...rest), ms)
  global.setInterval = (run, ms, ...rest) => start(() => run(...rest), ms, ms)
  global.clearTimeout = global.clearInterval = stop
}

/** The app is in the background. */
function stall() {
  stalled = true
  for (const timer of timers.values()) real.clearTimeout(timer.real)
}

/** The app is back. */
function goOn() {
  stalled = false
  for (const [id, timer] of timers) arm(id, timer)
}

/** The app is gone, and its timers with it. */
function drop() {
  for (const timer of timers.values()) real.clearTimeout(timer.real)
  timers.clear()
  stalled = false
}

const sleep = (ms) => new Promise((resolve) => real.setTimeout(resolve, ms))

module.exports = { install, stall, goOn, drop, sleep, pending: () => timers.size, real }
