// Through a gateway: your server signs for each sub-device, the app attaches it.

const cloud = require('../cloud')
const { request } = require('../request')
const sandbox = require('../sandbox')
const settings = require('../settings')
const { finish } = require('../steps')

/** @typedef {{ productId: string, deviceName: string }} Pair */

/** @param {Pair} device */
const keyOf = ({ productId, deviceName }) => `${productId}/${deviceName}`

/** Only your server knows the ProductSecret. @param {Pair} subDevice @param {{ nonce: string, timestamp: number }} toSign */
function serverSigns(subDevice, toSign) {
  if (cloud.isSandbox()) return sandbox.serverSigns(subDevice, toSign)
  return request('POST', settings.read().signUrl, Object.assign({}, subDevice, toSign))
}

/** @type {import('../binding').Flow} */
module.exports = {
  id: 'gateway',
  plan: ({ subDevices }) =>
    subDevices.map((/** @type {Pair} */ device) => ({ key: keyOf(device), name: device.deviceName, state: 'waiting', stage: 'waiting' })),

  async run({ client, common, setup, steps, changed }) {
    // No checkpoint is needed: what is attached already counts as done when the same list is handed in again.
    const { familyId, signal, onProgress } = common
    const results = await client.bindSubDevices({
      familyId,
      signal,
      onProgress,
      gateway: setup.gateway,
      subDevices: /** @type {Pair[]} */ (setup.subDevices),
      concurrency: 2,
      async sign(subDevice, toSign) {
        const step = steps.find((own) => own.key === keyOf(subDevice))
        if (step && step.state !== 'done') Object.assign(step, { state: 'active', stage: 'signing', at: step.at || Date.now() })
        changed()
        return serverSigns(subDevice, toSign)
      },
    })
    for (const { subDevice, ok, error } of results) {
      const step = steps.find((own) => own.key === keyOf(subDevice))
      if (!step) continue
      if (step.state !== 'done' || !ok) finish(step, ok ? 'done' : 'failed')
      step.stage = ok ? 'confirmed' : 'failed'
      step.error = error
    }
    return results
  },

  progress(steps, { step, productId, deviceName, code }) {
    const here = steps.find((own) => own.key === `${productId}/${deviceName}`)
    if (!here) return
    here.stage = step
    here.code = code
    if (here.state === 'waiting') Object.assign(here, { state: 'active', at: Date.now() })
    if (step === 'confirmed') finish(here, 'done')
  },
}
