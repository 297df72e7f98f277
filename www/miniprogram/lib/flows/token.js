// By token: a Wi-Fi device is handed a token and reports it to the cloud.

const { finish, plan, reach } = require('../steps')

/** What the package calls the steps, and whether one is over when it is told. @type {Record<string, [string, boolean]>} */
const TOLD = {
  'token-created': ['created', true],
  'sent-to-device': ['sent', true],
  waiting: ['waiting', false],
  'token-usable': ['usable', true],
  binding: ['binding', false],
  bound: ['bound', true],
  confirmed: ['confirmed', true],
}

/** @type {import('../binding').Flow} */
module.exports = {
  id: 'token',
  plan: () => plan(['created', 'sent', 'waiting', 'usable', 'binding', 'bound', 'confirmed']),

  async run({ client, common, setup, handOver }) {
    const { productId, deviceName } = setup.device || {}
    const device = await client.bindWithToken(Object.assign({}, common, { productId, deviceName, sendToDevice: handOver }))
    return [{ ok: true, device }]
  },

  progress(steps, { step, code }) {
    const [key, past] = TOLD[step] || ['', false]
    const of = (/** @type {string} */ wanted) => steps.find((own) => own.key === wanted)
    const usable = of('usable')
    // Waiting after the token was usable: a bind whose answer was lost, and the cloud is asked what became of it.
    const told = key === 'waiting' && usable && usable.state === 'done' ? 'binding' : key
    reach(steps, told, past)
    const here = of(told)
    if (step === 'waiting' && here) Object.assign(here, { times: here.times === undefined ? 0 : here.times + 1, code })
    if (step === 'confirmed') steps.filter((own) => own.state !== 'done').forEach((own) => finish(own, 'done'))
  },
}
