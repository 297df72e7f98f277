// The steps of a binding, and how far each is.

/**
 * @typedef {object} Step
 * @property {string} key
 * @property {'waiting' | 'active' | 'done' | 'failed' | 'stopped'} state
 * @property {number} [at] since when it is under way
 * @property {number} [took] how long it took
 * @property {number} [times] how often the cloud was asked
 * @property {string} [code] what the cloud answered last
 * @property {string} [name] of a sub-device: its name
 * @property {string} [stage] of a sub-device: how far it is
 * @property {any} [error] of a sub-device: why not
 */

/** The first is under way, the others wait. @param {string[]} keys @returns {Step[]} */
const plan = (keys) => keys.map((key, at) => (at ? { key, state: 'waiting' } : { key, state: 'active', at: Date.now() }))

/** @param {Step} step @param {'done' | 'failed' | 'stopped'} state */
function finish(step, state) {
  step.state = state
  if (step.at !== undefined && step.took === undefined) step.took = Date.now() - step.at
}

/** The steps before that one are done, it is under way or, `past`, done too. Never goes back. @param {Step[]} steps @param {string} key @param {boolean} [past] */
function reach(steps, key, past = false) {
  const here = steps.findIndex((step) => step.key === key)
  if (here < 0 || steps[here].state === 'done') return
  steps.forEach((step, at) => {
    if (at < here || (past && at === here)) {
      if (step.state !== 'done') finish(step, 'done')
    } else if ((at === here || (past && at === here + 1)) && step.state !== 'done') {
      Object.assign(step, { state: 'active', at: step.at || Date.now() })
    }
  })
}

module.exports = { plan, finish, reach }
