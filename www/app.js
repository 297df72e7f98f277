// The demo page: the app's part through the package, the parts of the device and of your server through the sandbox.
import { init, Client, IotError } from '/pkg/index.js'

const TEXT = {
  en: {
    title: 'Bind a device', reset: 'Start over', bind: 'Bind', stop: 'Stop', over: 'Over', bluetooth: 'Bluetooth',
    lead: 'The cloud here is a sandbox on this machine; the device and your server are played by it. The app is this page, '
      + 'through the package iotexplorer-client.',
    tokenTitle: 'By token', tokenAbout: 'A Wi-Fi device receives a token and reports it to the cloud.',
    signatureTitle: 'By signature', signatureAbout: 'The device signs, the app hands the signature in.',
    gatewayTitle: 'Through a gateway', gatewayAbout: 'Your server signs for two sub-devices; the gateway takes them on.',
    ready: 'Choose a way to bind.', empty: 'No device of this kind is left. Start over to have them all back.',
    waiting: 'to come', active: 'now', done: 'done', failed: 'failed',
    'token-created': 'The app has the cloud make a bind token.',
    'sent-to-device': 'The app hands the token to the device, with the Wi-Fi\'s name and password.',
    'waiting-token': 'The device joins the Wi-Fi and reports the token; the app asks the cloud for it.',
    'token-usable': 'The cloud has the token from the device.',
    signed: 'The device signs and sends its signature to the app.',
    'waiting-online': 'The device reaches the cloud; until then the app asks again.',
    binding: 'The app binds the device to the family.',
    bound: 'The cloud says that it is bound.',
    confirmed: 'The app reads the bound device.',
    sub: (name) => `Your server signs for ${name}, and the app attaches it to the gateway.`,
    device: 'Device', family: 'Family', room: 'Room', confirmedLabel: 'Confirmed', gatewayLabel: 'Gateway',
    yes: 'yes', no: 'not yet', defaultRoom: 'default room', code: 'Code', remedy: 'Remedy', request: 'Request',
    retry: 'try again', wait: 'wait for the device', 'sign-in': 'sign in again', 'new-token': 'a new bind token',
    console: 'a setting in the cloud\'s console', 'fix-input': 'other input', none: 'none',
  },
  zh: {
    title: '绑定设备', reset: '重新开始', bind: '绑定', stop: '停止', over: '通过', bluetooth: '蓝牙',
    lead: '这里的云是本机上的沙箱，设备和您的服务器也由它扮演；App 就是本页面，通过 iotexplorer-client 包完成绑定。',
    tokenTitle: '用 Token 绑定', tokenAbout: 'Wi-Fi 设备收到 Token 后上报给云端。',
    signatureTitle: '用签名绑定', signatureAbout: '设备生成签名，App 提交签名。',
    gatewayTitle: '通过网关绑定', gatewayAbout: '您的服务器为两个子设备签名，由网关接入。',
    ready: '请选择一种绑定方式。', empty: '这类设备已全部绑定，点“重新开始”可恢复。',
    waiting: '未开始', active: '进行中', done: '完成', failed: '失败',
    'token-created': 'App 请云端生成配网 Token。',
    'sent-to-device': 'App 把 Token 连同 Wi-Fi 名称和密码交给设备。',
    'waiting-token': '设备连上 Wi-Fi 并上报 Token，App 向云端查询。',
    'token-usable': '云端已收到设备上报的 Token。',
    signed: '设备生成签名并发给 App。',
    'waiting-online': '等待设备连上云端，期间 App 会再次请求。',
    binding: 'App 把设备绑定到家庭。',
    bound: '云端确认已绑定。',
    confirmed: 'App 读取已绑定的设备。',
    sub: (name) => `您的服务器为 ${name} 签名，App 把它绑定到网关。`,
    device: '设备', family: '家庭', room: '房间', confirmedLabel: '已确认', gatewayLabel: '网关',
    yes: '是', no: '尚未', defaultRoom: '默认房间', code: '错误码', remedy: '处理办法', request: '请求',
    retry: '重试', wait: '等待设备', 'sign-in': '重新登录', 'new-token': '换一个新的 Token',
    console: '在控制台修改设置', 'fix-input': '修改输入', none: '无',
  },
}

const byId = (id) => document.getElementById(id)
const flowButtons = ['token', 'signature', 'gateway'].map(byId)

let language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
let seed
let client
/** What is on show: `{ steps: [{ key, name?, state }], devices: [...], errors: [...], note?, abort? }`. */
let run = { steps: [], devices: [], errors: [], note: 'ready' }

// --- the sandbox's side -------------------------------------------------------------------------------------------

async function control(path, body) {
  const options = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`/control/${path}`, options)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

/** Devices of that kind that are in no family yet and belong to a product that the app may use. */
async function unbound(kind) {
  const linked = new Set(seed.products.filter((product) => product.linked).map((product) => product.productId))
  const devices = await control('devices')
  return devices.filter((device) => device.kind === kind && !device.familyId && linked.has(device.productId))
}

const nameOf = ({ productId, deviceName }) => ({ productId, deviceName })

// --- the three flows ----------------------------------------------------------------------------------------------
// Each is handed its own run: one that was left behind by "Start over" goes on writing into what nobody shows.

async function bindByToken(own, familyId) {
  const [device] = await unbound('wifi')
  if (!device) return note(own, 'empty')
  plan(own, 'token-created', 'sent-to-device', 'waiting-token', 'token-usable', 'binding', 'bound', 'confirmed')
  own.devices = [await client.bindWithToken({
    familyId,
    sendToDevice: (token) => control('device/report-token', { token, ...nameOf(device), delayMs: 1500 }),
    pollIntervalMs: 500,
    signal: own.abort.signal,
    onProgress: ({ step }) => reached(own, step === 'waiting' ? 'waiting-token' : step),
  })]
}

async function bindBySignature(own, familyId) {
  const kind = byId('kind').value
  const [device] = await unbound(kind)
  if (!device) return note(own, 'empty')
  plan(own, 'signed', 'binding', ...(kind === 'wifi' ? ['waiting-online'] : []), 'bound', 'confirmed')
  // A Wi-Fi device signs while it still has no network, and joins it a little later.
  const signed = await control('device/sign', { ...nameOf(device), ...(kind === 'wifi' && { online: false }) })
  reached(own, 'signed')
  if (kind === 'wifi') await control('device/online', { ...nameOf(device), online: true, delayMs: 1500 })
  own.devices = [await client.bindWithSignature({
    familyId,
    bindType: signed.BindType,
    signMethod: signed.SignMethod,
    device: signed,
    pollIntervalMs: 500,
    signal: own.abort.signal,
    onProgress: ({ step }) => reached(own, step === 'waiting' ? 'waiting-online' : step),
  })]
}

async function bindThroughGateway(own, familyId) {
  const subDevices = (await unbound('sub')).slice(0, 2).map(nameOf)
  if (!subDevices.length) return note(own, 'empty')
  own.steps = subDevices.map(({ deviceName }) => ({ key: 'sub', name: deviceName, state: 'waiting' }))
  const mark = (at, state) => { own.steps[at].state = state; render() }
  const results = await client.bindSubDevices({
    gateway: seed.gateway,
    familyId,
    subDevices,
    sign: (subDevice, { nonce, timestamp }) => {
      mark(subDevices.findIndex(({ deviceName }) => deviceName === subDevice.deviceName), 'active')
      return control('sign', { ...nameOf(subDevice), nonce, timestamp })
    },
    signal: own.abort.signal,
  })
  results.forEach((result, at) => mark(at, result.ok ? 'done' : 'failed'))
  own.devices = results.filter((result) => result.ok).map((result) => ({ ...result.device, gateway: seed.gateway }))
  own.errors = results.filter((result) => !result.ok).map((result) => result.error)
}

async function start(flow) {
  const own = { steps: [], devices: [], errors: [], abort: new AbortController() }
  run = own
  render()
  try {
    await flow(own, seed.users[0].families[0].familyId)
  } catch (error) {
    for (const step of own.steps) if (step.state === 'active') step.state = 'failed'
    own.errors = [error]
  }
  own.abort = undefined
  render()
}

function note(own, key) { own.note = key }

function plan(own, ...keys) {
  own.steps = keys.map((key, at) => ({ key, state: at ? 'waiting' : 'active' }))
  render()
}

/** The flow has come to that step, and never goes back to an earlier one: asking again is no new step. */
function reached(own, key) {
  const here = own.steps.findIndex((step) => step.key === key)
  if (here < 0 || own.steps[here].state === 'done') return
  // "binding" and the two kinds of waiting are under way when they are announced; the others have then happened.
  const underWay = key === 'binding' || key.startsWith('waiting')
  const active = underWay ? here : here + 1
  own.steps.forEach((step, at) => { step.state = at < active ? 'done' : at === active ? 'active' : 'waiting' })
  render()
}

// --- showing ------------------------------------------------------------------------------------------------------

function element(tag, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(tag), attributes)
  made.append(...children)
  return made
}

const MARKS = { waiting: '○', active: '◐', done: '●', failed: '✕' }

function showStep(step) {
  const text = TEXT[language]
  const mark = element('span', { className: 'mark', ariaHidden: 'true' }, MARKS[step.state])
  const words = typeof text[step.key] === 'function' ? text[step.key](step.name) : text[step.key]
  const item = element('li', {}, mark, element('span', {}, words))
  item.append(element('span', { className: 'state' }, text[step.state]))
  item.dataset.state = step.state
  return item
}

function list(pairs) {
  const made = element('dl')
  for (const [term, value] of pairs) if (value) made.append(element('dt', {}, term), element('dd', {}, value))
  return made
}

function showDevice(device) {
  const text = TEXT[language]
  const family = seed.users.flatMap((user) => user.families).find((own) => own.familyId === device.FamilyId)
  const room = family?.rooms.find((own) => own.roomId === device.RoomId)
  return list([
    [text.device, device.DeviceId],
    [text.family, family?.name ?? device.FamilyId],
    [text.room, room?.name ?? text.defaultRoom],
    [text.gatewayLabel, device.gateway && `${device.gateway.productId}/${device.gateway.deviceName}`],
    [text.confirmedLabel, device.confirmed === undefined ? '' : device.confirmed ? text.yes : text.no],
  ])
}

function showError(error) {
  const text = TEXT[language]
  const ours = error instanceof IotError
  const box = element('div', { className: 'error' }, element('p', {}, ours ? error.describe(language) : String(error?.message ?? error)))
  if (ours) box.append(list([[text.code, error.code], [text.remedy, text[error.remedy]], [text.request, error.requestId]]))
  return box
}

function render() {
  const text = TEXT[language]
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = `${text.title} · iotexplorer-client`
  for (const shown of document.querySelectorAll('[data-text]')) shown.textContent = text[shown.dataset.text]
  byId('language').textContent = language === 'zh' ? 'English' : '中文'
  byId('language').lang = language === 'zh' ? 'en' : 'zh'
  for (const button of [...flowButtons, byId('kind')]) button.disabled = !client || Boolean(run.abort)
  byId('reset').disabled = !client

  const parts = []
  if (run.steps.length) parts.push(element('ol', {}, ...run.steps.map(showStep)))
  parts.push(...run.devices.map(showDevice), ...run.errors.map(showError))
  if (run.abort) parts.push(element('button', { type: 'button', className: 'quiet', onclick: () => run.abort?.abort() }, text.stop))
  if (run.note) parts.push(element('p', {}, text[run.note]))
  byId('run').replaceChildren(...parts)
}

// --- beginning ----------------------------------------------------------------------------------------------------

async function begin() {
  seed = await control('seed')
  client?.free()
  client = new Client({ accessToken: seed.users[0].accessToken, endpoint: seed.endpoint })
}

byId('token').onclick = () => start(bindByToken)
byId('signature').onclick = () => start(bindBySignature)
byId('gateway').onclick = () => start(bindThroughGateway)
byId('language').onclick = () => { language = language === 'zh' ? 'en' : 'zh'; render() }
byId('reset').onclick = async () => {
  run.abort?.abort()
  run = { steps: [], devices: [], errors: [], note: 'ready' }
  try {
    await control('reset', {})
    await begin()
  } catch (error) {
    run.errors = [error]
  }
  render()
}

try {
  await init()
  await begin()
} catch (error) {
  run = { steps: [], devices: [], errors: [error] }
}
render()
