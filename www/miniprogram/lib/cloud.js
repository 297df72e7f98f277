// The package's client, for whichever cloud the settings name.

const { Client } = require('iotexplorer-client')
const sandbox = require('./sandbox')
const settings = require('./settings')

const isSandbox = () => settings.read().mode === 'sandbox'

/** Which cloud it is: a binding that was begun with another one is not gone on with. */
const name = () => (isSandbox() ? settings.read().sandboxUrl : settings.read().endpoint)

/** Asked before each call, so that a token that has been renewed meanwhile is used at once. */
async function accessToken() {
  if (!isSandbox()) {
    // Nobody has signed in: the package calls this what it is, and says what helps.
    if (!settings.session.accessToken) throw new Error('no access token')
    return settings.session.accessToken
  }
  return (await sandbox.user()).accessToken
}

/** The family, and the room in it, that devices are bound to. @returns {Promise<{ familyId: string, roomId: string }>} */
async function family() {
  const { familyId, roomId } = settings.read()
  if (!isSandbox()) return { familyId, roomId: roomId || '0' }
  return { familyId: (await sandbox.user()).families[0].familyId, roomId: '0' }
}

function newClient() {
  return new Client({
    accessToken,
    endpoint: isSandbox() ? sandbox.endpoint() : settings.read().endpoint,
    // On a phone the sandbox has a private address and no certificate. Never for the real cloud.
    allowInsecure: isSandbox(),
  })
}

/** Whoever tries again may have been signed in anew meanwhile. */
function renew() {
  if (isSandbox()) sandbox.forget()
}

module.exports = { isSandbox, name, family, newClient, renew }
