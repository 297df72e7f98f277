// When the server, the package or the browser's own fetch fails: finding out which, saying it, and noticing that it is over.

import { control, seedFrom, world } from './sandbox.js'
import { loadPackage } from './package.js'

/** How often it looks whether the cause is gone. */
const AGAIN_MS = 2000

/** What is wrong now: `{ kind: 'sandbox' | 'pass' | 'fetch' | 'package' | 'wasm' | 'other', error? }`, or nothing. */
export let trouble
let listener = () => {}
let timer
let looking

/** @param {(trouble: object | undefined) => void} changed told whenever it begins, changes or ends */
export function onTrouble(changed) {
  listener = changed
}

/** Looks whether package and server are there, and goes on looking until they are. Resolves to whether they are. */
export function check() {
  looking ??= look().finally(() => { looking = undefined })
  return looking
}

async function look() {
  clearTimeout(timer)
  const found = await findTrouble()
  const before = trouble
  trouble = found
  // Told of a success every time: whoever asked may be waiting for it.
  if (found?.kind !== before?.kind || !found) listener(found, before)
  if (found) timer = setTimeout(check, AGAIN_MS)
  return !found
}

async function findTrouble() {
  try {
    const { mode, upstream } = await control('GET', 'mode')
    world.upstream = upstream
    // The other mode stands between this page and the real cloud, and plays no devices.
    world.plays = mode === 'sandbox'
    world.seed = world.plays ? await seedFrom() : undefined
  } catch (error) {
    // With --lan a browser needs the pass that the one-time address gave it.
    if (error.status === 403) return { kind: 'pass', error }
    return { kind: (await loadsPictures()) ? 'fetch' : 'sandbox', error }
  }
  try {
    await loadPackage()
    return undefined
  } catch (error) {
    const kind = error?.kind === 'init' ? 'wasm' : error?.step === 'import' ? 'package' : 'other'
    return { kind, error }
  }
}

/** Whether the server gives what is not asked for by fetch: if so, it is fetch that is broken, not the server. */
function loadsPictures() {
  return new Promise((resolve) => {
    const picture = new Image()
    picture.onload = () => resolve(true)
    picture.onerror = () => resolve(false)
    setTimeout(resolve, 1500, false)
    picture.src = `icon.svg?probe=${Date.now()}`
  })
}
