import gateway from './gateway.js'
import signature from './signature.js'
import token from './token.js'

/** The three flows, in the order of the tabs. */
export const flows = { token, signature, gateway }
