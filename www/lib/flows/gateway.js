// Through a gateway: your server signs for each sub-device, the app attaches it.

import { finish } from '../run.js'
import { freeDevices, world } from '../sandbox.js'
import { source } from './source.js'

export default {
  id: 'gateway',
  icon: 'gateway',
  // None are needed: what is attached already counts as done when the same list is handed in again.
  checkpoints: false,
  onlineFeed: [],
  binds: 'AppSigGatewayBindDevice',

  candidates: async () => {
    // One that is no sub-device, so that a refusal among successes can be seen.
    const [odd] = (await freeDevices('wifi')).slice(-1)
    return [...(await freeDevices('sub')), ...(odd ? [odd] : [])]
  },
  plan: ({ subDevices }) => subDevices.map(({ deviceName, productId }) => ({ key: 'sub', name: deviceName, productId, state: 'waiting', stage: 'waiting' })),

  async run(run, { client, common, ask, say, changed }) {
    const { resume, pollIntervalMs, roomId, onCheckpoint, ...own } = common
    const results = await client.bindSubDevices({
      ...own,
      gateway: world.seed.gateway,
      subDevices: run.setup.subDevices.map(({ productId, deviceName }) => ({ productId, deviceName })),
      concurrency: run.setup.concurrency ?? 2,
      async sign({ productId, deviceName }, { nonce, timestamp }) {
        const step = stepOf(run, { deviceName, productId })
        Object.assign(step, { state: 'active', stage: 'signing', at: Date.now() })
        changed()
        const answer = await ask('server', `POST /sign · ${deviceName}`, 'sign', { productId, deviceName, nonce, timestamp })
        say('serverSigned', deviceName)
        return answer
      },
    })
    for (const result of results) {
      const step = stepOf(run, result.subDevice)
      if (step.state !== 'done') finish(step, result.ok ? 'done' : 'failed')
      step.stage = result.ok ? 'confirmed' : 'failed'
      step.error = result.error
      say(result.ok ? 'attached' : 'refused', result.subDevice.deviceName)
    }
    return results
  },

  progress(run, { step, deviceName, productId, code }) {
    const here = stepOf(run, { deviceName, productId })
    if (!here) return
    here.stage = step
    here.code = code
    if (here.state === 'waiting') Object.assign(here, { state: 'active', at: Date.now() })
    if (step === 'confirmed') finish(here, 'done')
  },

  code: ({ setup }) => source([
    ['import'],
    ['client'],
    ['const results = await client.bindSubDevices({'],
    [`  gateway: { productId: '${world.seed.gateway.productId}', deviceName: '${world.seed.gateway.deviceName}' },`],
    [`  familyId: '${setup.familyId}',`],
    ['  subDevices: ['],
    ...setup.subDevices.map(({ productId, deviceName }) => [`    { productId: '${productId}', deviceName: '${deviceName}' },`]),
    ['  ],'],
    ['note', 'serverSigns', '  '],
    ["  sign: async (subDevice, { nonce, timestamp }) => {"],
    ["    const response = await fetch('/sign', {"],
    ["      method: 'POST',"],
    ["      headers: { 'content-type': 'application/json' },"],
    ['      body: JSON.stringify({ ...subDevice, nonce, timestamp }),'],
    ['    })'],
    ['    return (await response.json()).signature'],
    ['  },'],
    ['  signal: cancel.signal,', 'cancel'],
    ['})'],
    ['for (const { subDevice, ok, error } of results) {'],
    ["  console.log(subDevice.deviceName, ok ? 'bound' : error.describe())"],
    ['}'],
  ]),

  /** The other half, which runs on your server. */
  serverCode: () => source([
    ["import { init, sign } from 'iotexplorer-client'"],
    [''],
    ['await init()'],
    ['note', 'serverHalf'],
    ['export function signSubDevice({ productId, deviceName, nonce, timestamp }) {'],
    ['  return sign.gatewayBind({'],
    ['    productSecret: process.env.PRODUCT_SECRET,'],
    ['    productId,'],
    ['    deviceName,'],
    ['    nonce,'],
    ['    timestamp,'],
    ['  })'],
    ['}'],
  ]),
}

const stepOf = (run, { productId, deviceName }) =>
  run.steps.find((step) => step.name === deviceName && (productId === undefined || step.productId === productId))
