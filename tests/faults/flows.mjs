// The flows as an app runs them against the sandbox, each with its steps and what is asked in them.

const GET = 'AppGetDeviceInFamily';

/** The Wi-Fi that a device is to join. */
const SSID = 'the home of a test';
const PASSWORD = 'the-wifi-password-of-a-test';

/** How many sub-devices a batch has. They are bound one after the other. */
const BATCH = 4;

/** How long the caller's functions take. */
const TELL_MS = 1_000;
const SIGN_MS = 100;

/** What all flows that bind one device take. */
const common = (cell) => ({
  familyId: cell.familyId,
  signal: cell.signal,
  resume: cell.checkpoints.at(-1),
  onProgress: (progress) => cell.heard.push(progress),
  onCheckpoint: (checkpoint) => cell.checkpoints.push(checkpoint),
});

/** Some of the seeded devices of a kind that are in no family yet. */
function free({ seed: { products, devices } }, kind, count) {
  const linked = products.filter((product) => product.linked).map((product) => product.productId);
  return devices
    .filter((one) => one.kind === kind && !one.isBound && linked.includes(one.productId))
    .slice(0, count)
    .map(({ productId, deviceName }) => ({ productId, deviceName }));
}

const token = {
  title: 'bindWithToken',
  actions: {
    create: 'AppCreateDeviceBindToken',
    poll: 'AppGetDeviceBindTokenState',
    bind: 'AppTokenBindDeviceFamily',
    check: GET,
    confirm: GET,
  },
  functions: ['tell'],
  usual: ['create', 'poll', 'bind', 'confirm'],
  timeoutMs: 300_000,
  async arrange(cell) {
    cell.devices = free(cell, 'wifi', 1);
  },
  start(cell) {
    const [device] = cell.devices;
    // What happens in the device goes on, whatever becomes of the app.
    const report = (token) => cell.control.post('device/report-token', { token, ...device });
    const sendToDevice = async (token) => {
      // What a real app sends through the hotspot.
      const message = cell.app.package.softap.encodeToken({ ssid: SSID, password: PASSWORD, token });
      if (!message.includes(PASSWORD)) throw new Error('the device cannot join without the password');
      await cell.takes(TELL_MS);
      await cell.whenOnline(() => report(token));
      return device;
    };
    return cell.client.bindWithToken({
      ...common(cell),
      sendToDevice(token) {
        cell.learn(token);
        return cell.asked('tell', () => sendToDevice(token));
      },
    });
  },
};

const signature = (kind) => ({
  title: `bindWithSignature, ${kind === 'wifi' ? 'Wi-Fi' : 'Bluetooth'}`,
  actions: { bind: 'AppSigBindDeviceInFamily', check: GET, confirm: GET },
  functions: [],
  usual: ['bind', 'confirm'],
  timeoutMs: 60_000,
  async arrange(cell) {
    cell.devices = free(cell, kind, 1);
    const [device] = cell.devices;
    // By Bluetooth a device is told the phone's time; in the Wi-Fi it knows its own.
    const timestamp = kind === 'bluetooth' ? Math.floor(cell.app.clock.now / 1000) : undefined;
    cell.signed = await cell.control.post('device/sign', { ...device, timestamp, online: false });
    cell.keep(cell.signed.Signature);
    const online = (is) => cell.control.post('device/online', { ...device, online: is });
    await online(false);
    await cell.whenOnline(() => online(true));
  },
  start(cell) {
    const { BindType: bindType, SignMethod: signMethod, ...device } = cell.signed;
    return cell.client.bindWithSignature({ ...common(cell), bindType, signMethod, device });
  },
});

const gateway = (count) => ({
  title: count === 1 ? 'bindSubDevices, one' : `bindSubDevices, ${count} one after the other`,
  actions: { bind: 'AppSigGatewayBindDevice', check: 'AppGetFamilySubDeviceList', confirm: GET },
  functions: ['sign'],
  usual: Array(count).fill(['bind', 'confirm']).flat(),
  timeoutMs: 60_000 * count,
  async arrange(cell) {
    cell.devices = free(cell, 'sub', count);
    const online = (is) => cell.control.post('device/online', { ...cell.devices[0], online: is });
    await online(false);
    await cell.whenOnline(() => online(true));
  },
  start(cell) {
    const sign = async ({ productId, deviceName }, { nonce, timestamp }) => {
      await cell.takes(SIGN_MS);
      const { signature } = await cell.control.post('sign', { productId, deviceName, nonce, timestamp });
      cell.keep(signature);
      return signature;
    };
    const { familyId, signal, onProgress } = common(cell);
    return cell.client.bindSubDevices({
      familyId,
      signal,
      onProgress,
      gateway: cell.seed.gateway,
      subDevices: cell.devices,
      concurrency: 1,
      sign: (...facts) => cell.asked('sign', () => sign(...facts)),
    });
  },
});

/** By the names that the table uses. */
export const FLOWS = {
  token,
  'wifi-signature': signature('wifi'),
  'bluetooth-signature': signature('bluetooth'),
  gateway: gateway(1),
  'gateway-batch': gateway(BATCH),
};

/** What must be seen nowhere, beside what comes up in the course of a cell. */
export const SECRETS = [PASSWORD];
