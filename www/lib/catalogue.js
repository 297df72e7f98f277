// The error catalogue as data: what there is, the error itself, and what the flows do about it.

import { iot, actionNames } from './package.js'

/** The codes that are the package's own; it hands out lists per Action only. */
export const OWN_CODES = [
  'Aborted.BySignal',
  'Flow.BadCheckpoint', 'Flow.CheckpointExpired', 'Flow.CheckpointMismatch', 'Flow.DeviceMismatch', 'Flow.DeviceUnknown', 'Flow.OutcomeUnknown',
  'Flow.SendToDeviceFailed', 'Flow.SignFailed',
  'Init.BadPath', 'Init.BadSource', 'Init.ClientFreed', 'Init.Crashed', 'Init.LoadFailed', 'Init.NoWebAssembly', 'Init.NotAllowed', 'Init.NotReady',
  'Init.NotWasm',
  'Network.DomainNotAllowed', 'Network.Failed', 'Network.Interrupted',
  'Parameter.AccessTokenFailed', 'Parameter.BadText', 'Parameter.Empty', 'Parameter.Forbidden', 'Parameter.Missing', 'Parameter.NoFamily',
  'Parameter.NotAllowed', 'Parameter.OutOfRange', 'Parameter.SecretNotAllowed', 'Parameter.TooLarge', 'Parameter.TooLong',
  'Parameter.UnknownAction', 'Parameter.UnknownQrCode', 'Parameter.Unreadable', 'Parameter.WrongType',
  'Protocol.BadEnvelope', 'Protocol.BadField', 'Protocol.BadTransportAnswer', 'Protocol.HttpStatus', 'Protocol.NotJson', 'Protocol.ServerError',
  'Protocol.TooLarge', 'Protocol.TooManyRequests',
  'Timeout.DeviceNotOnline', 'Timeout.Flow', 'Timeout.Request',
]

/** Longer than the app waits in these runs. */
const SLOW_MS = 2500
export const RUN_TIMEOUT_MS = 900

/** What the sandbox can be told to do to a request. */
export const FAULTS = {
  'drop-before': {}, 'drop-after': {}, delay: { delayMs: SLOW_MS }, 'delay-after': { delayMs: SLOW_MS }, status: { status: 500 }, 'status-after': { status: 500 },
  html: {}, 'html-after': {}, 'too-many': { retryAfter: 1 }, truncated: {}, empty: {}, 'wrong-request-id': {}, duplicate: {},
}

const FLOW_OF = {
  AppCreateDeviceBindToken: 'token',
  AppGetDeviceBindTokenState: 'token',
  AppTokenBindDeviceFamily: 'token',
  AppGetDeviceInFamily: 'token',
  AppSigBindDeviceInFamily: 'signature',
  AppSigGatewayBindDevice: 'gateway',
  AppGetFamilySubDeviceList: 'gateway',
}

/** The flow that sends an Action, if one does. */
export const flowOf = (action) => FLOW_OF[action]
export const actionsInFlows = () => actionNames().filter(flowOf)

/** The error that a caller gets when the cloud answers with that code. */
export function cloudError(action, code) {
  const body = JSON.stringify({ Response: { Error: { Code: code, Message: code }, RequestId: 'b6a1c7f0-demo' } })
  try {
    iot.parseResponse(action, { status: 200, body })
  } catch (error) {
    return error
  }
  throw new Error(`${code} was taken for a success`)
}

export const ownError = (code) => new iot.IotError({ kind: code.split('.')[0].toLowerCase(), code, message: code })

const CONFIRMS_LATER = ['ResourceNotFound', 'ResourceNotFound.DeviceNotExist', 'InvalidParameterValue.AppDeviceNotExist']
const AWAY = ['InvalidParameterValue.BindDeviceNotConnected', 'InvalidParameterValue.TokenNotBind']

/** The name of the text that says what the flow does about an error of an Action. */
export function reactionTo(action, { code, retryable, remedy }) {
  const isFault = code.startsWith('InternalError')
  const signedOut = remedy === 'sign-in'
  switch (action) {
    case 'AppCreateDeviceBindToken':
      return signedOut ? 'renew' : isFault ? 'askAgain' : 'end'
    case 'AppGetDeviceBindTokenState':
      return signedOut ? 'renew' : remedy === 'new-token' ? 'deadToken' : isFault || retryable ? 'pollOn' : 'end'
    case 'AppTokenBindDeviceFamily':
    case 'AppSigBindDeviceInFamily':
    case 'AppSigGatewayBindDevice':
      if (signedOut) return 'renew'
      if (code === 'UnsupportedOperation.CannotBindSameFamily') return 'already'
      if (AWAY.includes(code)) return 'wait'
      return isFault ? 'doubt' : retryable ? 'bindAgain' : remedy === 'new-token' ? 'deadToken' : 'end'
    case 'AppGetDeviceInFamily':
      return signedOut ? 'renew' : CONFIRMS_LATER.includes(code) ? 'confirmNotYet' : isFault || retryable ? 'confirmAgain' : 'confirmGiveUp'
    case 'AppGetFamilySubDeviceList':
      return signedOut ? 'renew' : 'checkOn'
    default:
      return isFault || retryable ? 'callRetry' : 'call'
  }
}

/** The same for a fault on the way. */
export function reactionToFault(action, kind) {
  if (kind === 'wrong-request-id') return undefined
  if (action === 'AppCreateDeviceBindToken') return 'askAgain'
  if (action === 'AppGetDeviceBindTokenState') return 'pollOn'
  if (action === 'AppGetDeviceInFamily') return 'confirmAgain'
  if (action === 'AppGetFamilySubDeviceList') return 'checkOn'
  return kind === 'too-many' ? 'tooMany' : kind === 'duplicate' ? 'duplicate' : 'doubt'
}

/** What to arrange in the sandbox so that exactly this goes wrong, once. */
export function arrange({ action, code, kind }) {
  // "Bound in this very family" is true only after a bind that worked.
  const kindOfError = code === 'UnsupportedOperation.CannotBindSameFamily' ? 'error-after' : 'error'
  const fault = code ? { action, kind: kindOfError, code, message: code } : { action, kind, ...FAULTS[kind] }
  // The list is asked for only when an answer was lost.
  return action === 'AppGetFamilySubDeviceList' ? [{ action: 'AppSigGatewayBindDevice', kind: 'drop-after' }, fault] : [fault]
}
