// By token: a Wi-Fi device is handed a token and reports it to the cloud.

import { finish, reached } from '../run.js'
import { freeDevices } from '../sandbox.js'
import { source } from './source.js'

const STEPS = ['created', 'sent', 'waiting', 'usable', 'binding', 'bound', 'confirmed']
/** What the package calls the steps, and whether one is over when it is told. */
const TOLD = {
  'token-created': ['created', true],
  'sent-to-device': ['sent', true],
  waiting: ['waiting', false],
  'token-usable': ['usable', true],
  binding: ['binding', false],
  bound: ['bound', true],
  confirmed: ['confirmed', true],
}

export default {
  id: 'token',
  icon: 'plug',
  checkpoints: true,
  onlineFeed: ['online', 'reported'],
  binds: 'AppTokenBindDeviceFamily',

  candidates: () => freeDevices('wifi'),
  plan: () => STEPS.map((key, at) => ({ key, state: at ? 'waiting' : 'active', at: at ? undefined : Date.now() })),

  async run(run, { client, common, ask, say, delayMs, never }) {
    const { productId, deviceName } = run.setup.device
    const device = await client.bindWithToken({
      ...common,
      productId,
      deviceName,
      async sendToDevice(token) {
        say('gotToken')
        if (never) {
          say('cannotJoin')
          return { productId, deviceName }
        }
        const answer = await ask('device', 'UDP 192.168.4.1:8266', 'device/report-token', { token, productId, deviceName, delayMs })
        say('joining')
        return answer
      },
    })
    return [{ ok: true, device }]
  },

  progress(run, { step, code }) {
    const [key, past] = TOLD[step] ?? []
    const usable = run.steps.find((own) => own.key === 'usable')
    // Waiting after the token was usable: a bind whose answer was lost, and the cloud is asked what became of it.
    const told = key === 'waiting' && usable.state === 'done' ? 'binding' : key
    reached(run, told, past)
    const here = run.steps.find((own) => own.key === told)
    if (step === 'token-usable') run.steps.find((own) => own.key === 'waiting').times += 1
    if (step === 'waiting' && here) Object.assign(here, { times: (here.times ?? -1) + 1, code })
    if (step === 'confirmed') run.steps.filter((own) => own.state !== 'done').forEach((own) => finish(own, 'done'))
  },

  code: ({ setup }) => source([
    ['import'],
    ['client'],
    ['const device = await client.bindWithToken({'],
    [`  familyId: '${setup.familyId}',`],
    [`  roomId: '${setup.roomId}',`, setup.roomId === '0' && 'defaultRoom'],
    [`  productId: '${setup.device.productId}',`, 'ifKnown'],
    [`  deviceName: '${setup.device.deviceName}',`],
    ['note', 'sendToDevice', '  '],
    ['  sendToDevice: (token) => provision({ ssid, password, token }),'],
    ['  onProgress: ({ step, remainingMs }) => show(step, remainingMs),'],
    ['note', 'checkpoint', '  '],
    ["  onCheckpoint: (checkpoint) => sessionStorage.setItem('binding', checkpoint),"],
    ["  resume: sessionStorage.getItem('binding') ?? undefined,"],
    ['  signal: cancel.signal,', 'cancel'],
    ['})'],
    ['console.log(device.DeviceId, device.confirmed)'],
  ]),
}
