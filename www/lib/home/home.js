// A home as an app has it: families, rooms, devices, and what can be done with them. Only methods of the package's Client ask
// for anything here; views draw what stands in `home`.

import { iot } from '../package.js'
import { mine, user, world } from '../sandbox.js'
import { check } from '../trouble.js'
import { Wire, transportOf } from '../wire.js'

/** As many exchanges as are kept for show. */
const KEPT_EXCHANGES = 60
const DEFAULT_ROOM = '0'

/**
 * What is known. `status`: `loading` (nothing to show yet), `ready` or `failed` (with `error`); `isFresh` is false while a
 * known home is read again.
 */
export const home = { status: 'loading', error: undefined, isFresh: false, families: [], familyId: undefined, rooms: [], devices: [], wire: new Wire(noted) }

let listener = () => {}
/** @param {() => void} changed told whenever something of it has changed */
export function onHome(changed) {
  listener = changed
}

function noted() {
  home.wire.exchanges.splice(0, home.wire.exchanges.length - KEPT_EXCHANGES)
  listener('wire')
}

let client
function theClient() {
  client ??= new iot.Client({
    accessToken: () => (world.plays ? user().accessToken : mine.accessToken),
    endpoint: world.seed?.endpoint ?? `${location.origin}/api/exploreropen/tokenapi`,
    // Opened from a phone in the local network, the server has a private address and no certificate.
    allowInsecure: true,
    transport: transportOf(home.wire, check),
  })
  return client
}

/** A whole list, however many pages it comes in. */
async function every(action, params, signal) {
  const entries = []
  for await (const entry of theClient().all(action, params, { signal })) entries.push(entry)
  return entries
}

let reading
/** Reads everything anew; what is known already stays on show meanwhile. A reading that is under way is given up. */
export async function read(familyId = home.familyId) {
  reading?.abort()
  const own = reading = iot.abortController()
  const { signal } = own
  home.isFresh = false
  if (home.status === 'failed') home.status = 'loading'
  listener()
  try {
    const families = await every('AppGetFamilyList', {}, signal)
    const family = families.find((one) => one.FamilyId === familyId) ?? families[0]
    const found = family ? await readFamily(family.FamilyId, signal) : { rooms: [], devices: [] }
    Object.assign(home, { families, familyId: family?.FamilyId, ...found, status: 'ready', error: undefined, isFresh: true })
  } catch (error) {
    // Another reading has taken over.
    if (signal.aborted) return
    Object.assign(home, { status: 'failed', error })
  }
  if (reading === own) reading = undefined
  listener()
}

async function readFamily(familyId, signal) {
  const [rooms, list] = await Promise.all([
    every('AppGetRoomList', { FamilyId: familyId }, signal),
    every('AppGetFamilyDeviceList', { FamilyId: familyId }, signal),
  ])
  if (list.length === 0) return { rooms, devices: [] }
  const ids = list.map((device) => device.DeviceId)
  const [{ DeviceStatuses }, { Products }] = await Promise.all([
    theClient().appGetDeviceStatuses({ DeviceIds: ids }, { signal }),
    theClient().appGetProducts({ ProductIds: [...new Set(list.map((device) => device.ProductId))] }, { signal }),
  ])
  const devices = list.map((device) => {
    const product = Products.find((one) => one.ProductId === device.ProductId)
    return {
      id: device.DeviceId, productId: device.ProductId, deviceName: device.DeviceName, alias: device.AliasName, type: device.DeviceType ?? 0,
      roomId: rooms.some((room) => room.RoomId === device.RoomId) ? device.RoomId : DEFAULT_ROOM,
      productName: product?.Name, properties: propertiesOf(product), values: {}, error: undefined,
      isOnline: DeviceStatuses.find((one) => one.DeviceId === device.DeviceId)?.Online === 1,
    }
  })
  await Promise.all(devices.filter((device) => device.properties.length > 0).map((device) => readValues(device, signal)))
  return { rooms, devices }
}

/** What a product lets an app set: `{ id, name, type, min, max, unit, mapping }`, by its data template. */
function propertiesOf(product) {
  let template
  try {
    template = JSON.parse(product?.DataTemplate ?? '')
  } catch (error) {
    // A product without a template has nothing that this page could show.
    return []
  }
  const settable = (template.properties ?? []).filter(({ mode, define }) => mode?.includes('w') && ['bool', 'int', 'enum'].includes(define?.type))
  return settable.map(({ id, name, define }) => ({
    id, name, type: define.type, min: Number(define.min ?? 0), max: Number(define.max ?? 100), unit: define.unit ?? '', mapping: define.mapping ?? {},
  }))
}

const nameOf = ({ productId, deviceName }) => ({ ProductId: productId, DeviceName: deviceName })

async function readValues(device, signal) {
  const { Data } = await theClient().appGetDeviceData(nameOf(device), { signal })
  const data = JSON.parse(Data || '{}')
  device.values = Object.fromEntries(Object.entries(data).map(([id, { Value }]) => [id, Number(Value)]))
}

/** Sets one property. It is shown at once, and what the cloud has is read back. */
export async function set(device, property, value) {
  const before = device.values[property]
  device.values[property] = value
  device.error = undefined
  listener(device)
  try {
    await theClient().appControlDeviceData({ ...nameOf(device), Data: JSON.stringify({ [property]: value }) })
    await readValues(device)
  } catch (error) {
    device.values[property] = before
    device.error = error
  }
  listener(device)
}

export async function rename(device, alias) {
  const { AliasName } = await theClient().appUpdateDeviceInFamily({ ...nameOf(device), AliasName: alias })
  device.alias = AliasName ?? alias
  listener()
}

export async function move(device, roomId) {
  await theClient().appModifyFamilyDeviceRoom({ ...nameOf(device), FamilyId: home.familyId, RoomId: roomId })
  device.roomId = roomId
  listener()
}

export async function unbind(device) {
  await theClient().appDeleteDeviceInFamily({ ...nameOf(device), FamilyId: home.familyId, RoomId: device.roomId })
  home.devices = home.devices.filter((one) => one !== device)
  listener()
}

export async function addRoom(name) {
  const { RoomId } = await theClient().appCreateRoom({ FamilyId: home.familyId, Name: name })
  home.rooms = [...home.rooms, { RoomId, RoomName: name }]
  listener()
}

export async function addFamily(name) {
  // An address is demanded; nobody here needs one.
  await theClient().appCreateFamily({ Name: name, Address: '-' })
  await read()
}

/** The rooms with their devices, the default room first. */
export function rooms() {
  const all = [{ id: DEFAULT_ROOM }, ...home.rooms.filter((room) => room.RoomId !== DEFAULT_ROOM).map((room) => ({ id: room.RoomId, name: room.RoomName }))]
  return all.map((room) => ({ ...room, devices: home.devices.filter((device) => device.roomId === room.id) }))
}
