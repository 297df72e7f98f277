// By signature: the device signs, the app hands the signature in. It comes from the device itself or from a QR code.

const { IotError } = require('iotexplorer-client')
const sandbox = require('../sandbox')
const { finish, plan, reach } = require('../steps')

/** @type {Record<string, [string, boolean]>} */
const TOLD = { binding: ['binding', false], bound: ['bound', true], confirmed: ['confirmed', true] }
/** The device has not reached the cloud yet. */
const AWAY = 'InvalidParameterValue.BindDeviceNotConnected'

/** @type {import('../binding').Flow} */
module.exports = {
  id: 'signature',
  // A bare device signature is taken by the cloud at once; the others may have to wait for the device.
  plan: ({ scanned }) => plan(scanned && scanned.type === 'device-signature' ? ['signed', 'binding'] : ['signed', 'binding', 'online', 'bound', 'confirmed']),

  async run({ client, common, setup, reached }) {
    if (setup.scanned && setup.scanned.type === 'device-signature') return secureAdd({ client, common, setup, reached })
    // Signed once, and kept with the checkpoint: after a restart of the app the device may be out of reach.
    if (!setup.scanned) {
      const { BindType, SignMethod, ProductId, DeviceName, DeviceTimestamp, ConnId, Signature } =
        await sandbox.deviceSigns(setup.device, { delayMs: setup.delayMs })
      const device = { ProductId, DeviceName, DeviceTimestamp, ConnId, Signature }
      setup.scanned = { type: 'bind', bindType: BindType, signMethod: SignMethod, device }
    }
    reached('binding')
    const { bindType, signMethod, device } = setup.scanned
    const bound = await client.bindWithSignature(Object.assign({}, common, { bindType, signMethod, device }))
    return [{ ok: true, device: bound }]
  },

  progress(steps, { step, code }) {
    const isAway = step === 'waiting' && code === AWAY
    const [key, past] = isAway ? ['online', false] : TOLD[step] || ['', false]
    const online = steps.find((own) => own.key === 'online')
    // The bind is tried again while the device is not online yet: that is not a step back.
    if (step !== 'binding' || !online || online.state === 'waiting') reach(steps, key, past)
    const here = isAway ? online : steps.find((own) => own.state === 'active')
    if (step === 'waiting' && here) Object.assign(here, { times: (here.times || 0) + 1, code })
    if (step === 'confirmed') steps.filter((own) => own.state !== 'done').forEach((own) => finish(own, 'done'))
  },
}

/**
 * The Action of bare device signatures. The package has no flow for it, so it is an ordinary call.
 *
 * @param {Pick<import('../binding').FlowContext, 'client' | 'common' | 'setup' | 'reached'>} context
 */
async function secureAdd({ client, common, setup, reached }) {
  reached('binding')
  const action = 'AppSecureAddDeviceInFamily'
  const params = { FamilyId: common.familyId, RoomId: common.roomId, DeviceSignature: setup.scanned.signature }
  try {
    const { AppDeviceInfo } = await client.appSecureAddDeviceInFamily(params, { signal: common.signal })
    return [{ ok: true, device: Object.assign({ confirmed: true }, AppDeviceInfo) }]
  } catch (error) {
    if (!(error instanceof IotError) || !/^(network|timeout|protocol)$/.test(error.kind)) throw error
    // The code does not say which device it is, so nobody can be asked what became of it.
    throw new IotError({ kind: 'flow', code: 'Flow.OutcomeUnknown', action, mayBeBound: true, cause: error })
  }
}
