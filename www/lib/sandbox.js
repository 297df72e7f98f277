// The server's side: its control routes play the devices and your server. Nothing here is part of the package.

/** What the server told: what it plays, whether it plays anything, and otherwise the cloud that it passes calls on to. */
export const world = { seed: undefined, plays: true, upstream: undefined }

/** In front of the real cloud: what its user typed in. Nothing of this is stored. */
export const mine = { accessToken: '', appKey: '', appSecret: '' }

/** One control request; rejects with an Error that has `status` if the server refused it. */
export async function control(method, path, body) {
  const options = { method, cache: 'no-store' }
  if (body !== undefined) {
    options.headers = { 'content-type': 'application/json' }
    options.body = JSON.stringify(body)
  }
  const response = await fetch(`/control/${path}`, options)
  const text = await response.text()
  let answer
  try {
    answer = JSON.parse(text)
  } catch (error) {
    answer = { error: text.slice(0, 200) }
  }
  if (!response.ok) throw Object.assign(new Error(String(answer.error)), { status: response.status })
  return answer
}

export const seedFrom = () => control('GET', 'seed')

/** Everything as it was in the beginning. */
export async function startOver() {
  await control('POST', 'reset', {})
  world.seed = await seedFrom()
}

/** Devices of these kinds that are in no family yet and belong to a product that the app may use. */
export async function freeDevices(...kinds) {
  const linked = new Set(world.seed.products.filter((product) => product.linked).map((product) => product.productId))
  const devices = await control('GET', 'devices')
  return devices.filter((device) => kinds.includes(device.kind) && !device.familyId && linked.has(device.productId))
}

/** One device as the sandbox has it now. */
export async function deviceNow({ productId, deviceName }) {
  const devices = await control('GET', 'devices')
  return devices.find((device) => device.productId === productId && device.deviceName === deviceName)
}

/** The page acts for the first of the seeded users, in the first of their families. */
export const user = () => world.seed.users[0]
export const family = () => user().families[0]
export const productName = (productId) => world.seed.products.find((product) => product.productId === productId)?.name ?? productId
