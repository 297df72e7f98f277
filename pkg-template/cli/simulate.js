// simulate: plays a device. It waits for the app's message by UDP, as a device in its own hotspot does, answers who it is, "joins
// the Wi-Fi", and reports the token: to the sandbox by HTTP, in place of MQTT.

import { createSocket } from 'node:dgram';
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { init, sign as signatures, softap } from 'iotexplorer-client';
import { UsageError, wholeNumber } from './arguments.js';
import { Refusal } from './io.js';
import { optionsOf, secretOf } from './secrets.js';
import { KEYS } from './sign.js';
import { t } from './text.js';

const JOIN_MS = 3000;
/** How often the sandbox is asked whether the device is bound. */
const LOOK_MS = 250;
/** How long an app may take to bind a device that has reported its token: as long as firmware keeps trying. */
const BIND_MAX_MS = 300_000;
const SANDBOX_TIMEOUT_MS = 10_000;
/** A Bluetooth device signs the phone's time and this. */
const BLUETOOTH_LATER_SECONDS = 60;
/** The most that firmware has room for. */
const SSID_MAX_BYTES = 32;
const PASSWORD_MAX_BYTES = 64;
const MAX_PORT = 65_535;

/** The sandbox's control routes. */
function sandboxAt(address) {
  let url;
  try {
    url = new URL('/control/', address);
    if (!/^https?:$/.test(url.protocol)) throw url;
  } catch {
    throw new UsageError(t('--sandbox is an address such as http://127.0.0.1:8080.', '--sandbox 应为 http://127.0.0.1:8080 这样的地址。'));
  }
  return async (path, body) => {
    let response;
    let answer;
    try {
      response = await fetch(new URL(path, url), {
        method: body ? 'POST' : 'GET',
        headers: body ? { 'content-type': 'application/json' } : {},
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(SANDBOX_TIMEOUT_MS),
      });
      answer = await response.json();
    } catch {
      throw new Refusal(t(`No sandbox answers at ${url.host}.`, `${url.host} 上没有沙箱应答。`));
    }
    if (response.ok) return answer;
    const { error = `HTTP ${response.status}` } = Object(answer);
    throw new Refusal(t(`The sandbox refused ${path}: ${error}`, `沙箱拒绝了 ${path}：${error}`));
  };
}

const is = (device) => (other) => other.productId === device.productId && other.deviceName === device.deviceName;

/** The device to play: as named, or a free one of the sandbox's. */
async function deviceOf(values, sandbox) {
  const [productId, deviceName] = [values['product-id'], values['device-name']];
  if (productId && deviceName) return { productId, deviceName };
  if (productId || deviceName || !sandbox) {
    throw new UsageError(
      t('Say which device: --product-id and --device-name, or --sandbox alone.', '请指明设备：同时给出 --product-id 和 --device-name，或只给出 --sandbox。'),
    );
  }
  const { products } = await sandbox('seed');
  const linked = new Set(products.filter((product) => product.linked).map((product) => product.productId));
  const isFree = (device) => device.kind === 'wifi' && device.familyId === undefined && linked.has(device.productId);
  const free = (await sandbox('devices')).find(isFree);
  if (!free) throw new Refusal(t('The sandbox has no Wi-Fi device left that is bound to nobody.', '沙箱中没有未绑定的 Wi-Fi 设备了。'));
  return { productId: free.productId, deviceName: free.deviceName };
}

/** The device's key: given, or the one that the sandbox has for it. */
async function pskOf(io, values, sandbox, device) {
  const given = await secretOf(io, values, 'secret', KEYS.device, Boolean(sandbox));
  if (given !== undefined) return given;
  const known = (await sandbox('seed')).devices.find(is(device));
  if (!known) throw new Refusal(t('The sandbox has no such device.', '沙箱中没有该设备。'));
  return known.psk;
}

/** What a device signs: for `bindWithSignature`, once `familyId` is added. */
function signed(values, device, psk) {
  const bindType = values['bind-type'] ?? 'wifi_sign';
  const signMethod = values['sign-method'] ?? 'hmacsha1';
  const connId = values['conn-id'] ?? signatures.nonce();
  const phoneTime = wholeNumber(values, 'timestamp', Math.floor(Date.now() / 1000));
  const timestamp = phoneTime + (bindType === 'bluetooth_sign' ? BLUETOOTH_LATER_SECONDS : 0);
  const signature = signatures.deviceBind({ ...device, timestamp, connId, bindType, signMethod, psk });
  return {
    bindType,
    signMethod,
    device: {
      ProductId: device.productId,
      DeviceName: device.deviceName,
      DeviceTimestamp: timestamp,
      ConnId: connId,
      Signature: signature,
    },
  };
}

/** What happens, for people and for programs. */
const EVENTS = {
  listening: ({ address, port, productId, deviceName }) =>
    t(`${productId}/${deviceName} listens at ${address}:${port}`, `${productId}/${deviceName} 正在监听 ${address}:${port}`),
  ignored: ({ left }) => t(`a message is left unanswered; ${left} more to ignore`, `忽略一条消息，还将忽略 ${left} 条`),
  message: ({ ssid }) => t(`got the Wi-Fi ${JSON.stringify(ssid)} and a token`, `收到 Wi-Fi ${JSON.stringify(ssid)} 和 Token`),
  repeated: () => t('got the same token again, and answered again', '再次收到相同的 Token，已再次应答'),
  complained: ({ log }) => t(`answered with an error: ${log}`, `以错误应答：${log}`),
  reported: () => t('joined the Wi-Fi and reported the token', '已连上 Wi-Fi 并上报 Token'),
  'not-reported': () =>
    t('joined the Wi-Fi; without --sandbox there is nobody to report the token to', '已连上 Wi-Fi；没有 --sandbox，无处上报 Token'),
  bound: ({ familyId }) => t(`is bound to the family ${familyId}`, `已绑定到家庭 ${familyId}`),
};

function tell(io, event, details = {}) {
  if (io.json) io.print(JSON.stringify({ event, ...details }));
  else io.print(EVENTS[event](details)[io.language]);
}

/** A message of the app's; a text that says what is wrong with it; nothing for what is no message. */
function heard(bytes) {
  let message;
  try {
    message = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  // Anybody can send to an open port; what is no object is nothing to a device.
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined;
  if (message.cmdType !== 1) return 'unknown command (2, 201)';
  const { ssid, password, token } = message;
  const isText = (text, min, max) => typeof text === 'string' && text.length >= min && Buffer.byteLength(text) <= max;
  const isWhole = isText(ssid, 1, SSID_MAX_BYTES) && isText(password, 0, PASSWORD_MAX_BYTES) && isText(token, 1, Infinity);
  return isWhole ? message : 'bad ssid, password or token (2, 204)';
}

/** Waits for messages, until `--once` is fulfilled or the process is ended. */
async function wait(io, values, sandbox, device) {
  const host = values.host ?? '127.0.0.1';
  if (!isIP(host)) throw new UsageError(t('--host is an IP address.', '--host 应为 IP 地址。'));
  const port = wholeNumber(values, 'port', softap.port, MAX_PORT);
  const joinMs = wholeNumber(values, 'join-ms', JOIN_MS);
  const tokenVersion = wholeNumber(values, 'token-version', undefined, 3);
  const psk = values['answer-signed'] ? await pskOf(io, values, sandbox, device) : undefined;
  let toIgnore = wholeNumber(values, 'ignore', 0);
  let lastToken;

  const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4');
  const stop = new AbortController();
  const ended = new Promise((resolve, reject) => {
    const end = () => resolve(0);
    process.once('SIGINT', end).once('SIGTERM', end);
    socket.once('error', ({ code }) => {
      reject(new Refusal(t(`The UDP port ${port} cannot be had (${code}); --port takes another.`, `无法使用 UDP 端口 ${port}（${code}），可用 --port 另选。`)));
    });

    /** Waits until the app has done its part. */
    const watch = async (before) => {
      const until = Date.now() + BIND_MAX_MS;
      for (;;) {
        const { binds, familyId } = (await sandbox('devices')).find(is(device)) ?? {};
        if (binds > before) {
          tell(io, 'bound', { familyId });
          if (values.once) end();
          return;
        }
        if (Date.now() > until) throw new Refusal(t('The app has not bound the device.', 'App 没有绑定该设备。'));
        await sleep(LOOK_MS, undefined, { signal: stop.signal });
      }
    };

    /** Joins the Wi-Fi and reports the token. */
    const join = async (token) => {
      await sleep(joinMs, undefined, { signal: stop.signal });
      if (!sandbox) {
        tell(io, 'not-reported');
        if (values.once) end();
        return;
      }
      const { binds = 0 } = (await sandbox('devices')).find(is(device)) ?? {};
      await sandbox('device/report-token', { ...device, token, ...(tokenVersion && { tokenVersion }) });
      tell(io, 'reported');
      await watch(binds);
    };

    socket.on('message', (bytes, sender) => {
      const message = heard(bytes);
      if (message === undefined) return;
      const reply = (answer) => socket.send(`${JSON.stringify({ cmdType: 2, ...answer })}\r\n`, sender.port, sender.address);
      if (toIgnore > 0) {
        toIgnore--;
        tell(io, 'ignored', { left: toIgnore });
        return;
      }
      const log = typeof message === 'string' ? message : values['fail-with'];
      if (log !== undefined) {
        reply({ deviceReply: 'Current_Error', log });
        tell(io, 'complained', { log });
        return;
      }
      const { DeviceTimestamp: timestamp, ConnId: connId, Signature: signature } = psk ? signed(values, device, psk).device : {};
      reply({ ...device, protoVersion: '2.0', ...(psk && { signature, timestamp, connId }) });
      if (message.token === lastToken) {
        tell(io, 'repeated');
        return;
      }
      lastToken = message.token;
      tell(io, 'message', { ssid: message.ssid });
      join(message.token).catch((error) => error.name === 'AbortError' || reject(error));
    });
    socket.bind(port, host, () => {
      const { address, port: taken } = socket.address();
      tell(io, 'listening', { address, port: taken, ...device });
    });
  });
  try {
    return await ended;
  } finally {
    stop.abort();
    socket.close();
  }
}

export const simulate = {
  about: t('Plays a device: over UDP as in its own hotspot, and by HTTP against the sandbox.', '模拟设备：以 UDP 模拟设备热点配网，并通过 HTTP 与沙箱交互。'),
  more: t(
    `Answers the app's SoftAP message with its product and name and, with --sandbox, reports the token
there, so that bindWithToken ends. Without --product-id and --device-name the sandbox chooses a
device that is free. It never shows a token or a password.

--sign prints {bindType, signMethod, device} as bindWithSignature takes them, made with the psk
(${KEYS.device}, or the sandbox's); with --sandbox the device goes online as well. Over Bluetooth
--timestamp is the phone's time, and 60 s more are signed.`,
    `以产品 ID 和设备名称回应 App 的 SoftAP 消息；给出 --sandbox 时向沙箱上报 Token，使 bindWithToken
得以完成。未给出 --product-id 和 --device-name 时，从沙箱选取一台空闲设备。不会显示任何 Token 或密码。

--sign 输出 bindWithSignature 所需的 {bindType, signMethod, device}，用 psk（${KEYS.device}，
或沙箱中的 psk）签名；给出 --sandbox 时设备同时上线。蓝牙方式下 --timestamp 为手机时间，签名时间再加 60 秒。`,
  ),
  usage: ['simulate [--sandbox URL] [--product-id ID --device-name NAME] [options]', 'simulate --sign [--sandbox URL] [--product-id ID --device-name NAME] [options]'],
  examples: [
    'iotexplorer-client simulate --sandbox http://127.0.0.1:8080 --once',
    'iotexplorer-client simulate --sign --product-id ABCDEFGHIJ --device-name plug-1 --secret-file psk.txt',
  ],
  options: [
    'sandbox', 'product-id', 'device-name', 'host', 'port', 'join-ms', 'token-version', 'ignore', 'fail-with', 'once', 'sign', 'answer-signed',
    'conn-id', 'timestamp', 'bind-type', 'sign-method', ...optionsOf('secret'),
  ],
  async run(io, values) {
    const sandbox = values.sandbox === undefined ? undefined : sandboxAt(values.sandbox);
    const device = await deviceOf(values, sandbox);
    await init();
    if (!values.sign) return wait(io, values, sandbox, device);
    const psk = await pskOf(io, values, sandbox, device);
    const made = signed(values, device, psk);
    if (sandbox) await sandbox('device/online', { ...device, online: true });
    io.value(made);
  },
};
