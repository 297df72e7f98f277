// By signature: the device signs, the app hands the signature in.

import { finish, reached } from '../run.js'
import { freeDevices } from '../sandbox.js'
import { source } from './source.js'

const TOLD = { binding: ['binding', false], bound: ['bound', true], confirmed: ['confirmed', true] }
const AWAY = 'InvalidParameterValue.BindDeviceNotConnected'

export default {
  id: 'signature',
  icon: 'lock',
  checkpoints: true,
  onlineFeed: ['online'],
  binds: 'AppSigBindDeviceInFamily',

  candidates: () => freeDevices('wifi', 'bluetooth'),
  plan: ({ device }) => ['signed', 'binding', ...(device.kind === 'wifi' ? ['online'] : []), 'bound', 'confirmed']
    .map((key, at) => ({ key, state: at ? 'waiting' : 'active', at: at ? undefined : Date.now() })),

  async run(run, { client, common, ask, say, reached: reach, store, delayMs, never }) {
    const { productId, deviceName, kind } = run.setup.device
    const names = { productId, deviceName }
    // After a reload the message that the device sent is still here: it signs once, and may be out of reach by now.
    if (!run.signed) {
      // A Wi-Fi device signs while it still has no network, and joins it a little later.
      run.signed = await ask('device', kind === 'wifi' ? 'UDP 192.168.4.1:8266' : 'Bluetooth', 'device/sign',
        { ...names, ...(kind === 'wifi' && { online: false }) })
      say('signed')
      if (kind === 'wifi' && never) say('cannotJoin')
      else if (kind === 'wifi') {
        await ask('device', 'UDP 192.168.4.1:8266', 'device/online', { ...names, online: true, delayMs })
        say('joining')
      }
      store()
    }
    reach('binding')
    const { BindType, SignMethod, ...device } = run.signed
    const bound = await client.bindWithSignature({ ...common, bindType: BindType, signMethod: SignMethod, device })
    return [{ ok: true, device: bound }]
  },

  progress(run, { step, code }) {
    const [key, past] = TOLD[step] ?? []
    const hasOnline = run.steps.some((own) => own.key === 'online')
    const told = step === 'waiting' ? (code === AWAY && hasOnline ? 'online' : undefined) : key
    if (told) reached(run, told, past)
    const here = told ? run.steps.find((own) => own.key === told) : run.steps.find((own) => own.state === 'active')
    if (step === 'waiting' && here) Object.assign(here, { times: (here.times ?? 0) + 1, code })
    if (step === 'confirmed') run.steps.filter((own) => own.state !== 'done').forEach((own) => finish(own, 'done'))
  },

  code: ({ setup, signed }) => source([
    ['import'],
    ['client'],
    ['note', 'signed'],
    ['const message = await receiveFromDevice()'],
    ['const device = await client.bindWithSignature({'],
    [`  familyId: '${setup.familyId}',`],
    [`  roomId: '${setup.roomId}',`, setup.roomId === '0' && 'defaultRoom'],
    [`  bindType: '${signed?.BindType ?? (setup.device.kind === 'wifi' ? 'wifi_sign' : 'bluetooth_sign')}',`],
    [`  signMethod: '${signed?.SignMethod ?? 'hmacsha1'}',`],
    ['  device: {'],
    [`    ProductId: '${setup.device.productId}',`],
    [`    DeviceName: '${setup.device.deviceName}',`],
    ['    DeviceTimestamp: message.timestamp,', 'deviceTime'],
    ['    ConnId: message.connId,'],
    ['    Signature: message.signature,'],
    ['  },'],
    ['  onProgress: ({ step }) => show(step),'],
    ["  onCheckpoint: (checkpoint) => sessionStorage.setItem('binding', checkpoint),"],
    ["  resume: sessionStorage.getItem('binding') ?? undefined,"],
    ['  signal: cancel.signal,', 'cancel'],
    ['})'],
  ]),
}
