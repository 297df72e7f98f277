// What an app has beside this package: a signed-in user, and a way to the device. Here the sandbox plays both. In your app
// - getAccessToken asks your server (see examples/sign-in-server);
// - sendToDevice hands the token over SoftAP or Bluetooth, which a page cannot do by itself: through the app it runs in;
// - the device's code comes from a camera.

import type { DevicePair } from 'iotexplorer-client';

const ask = async (path: string, body?: unknown) => {
  const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/control/${path}`, init || {});
  if (!response.ok) throw new Error(`The sandbox answers ${response.status}: is it running?`);
  return response.json();
};

interface SandboxDevice {
  productId: string;
  deviceName: string;
  kind: string;
  familyId?: string;
}

/** The signed-in user's access token. */
export const getAccessToken = async (): Promise<string> => (await ask('seed')).users[0].accessToken;

/** The devices that are waiting to be bound. */
export async function waitingDevices(): Promise<string[]> {
  const devices: SandboxDevice[] = await ask('devices');
  return devices
    .filter(({ kind, familyId }) => kind === 'wifi' && !familyId)
    .map(({ productId, deviceName }) => `${productId}/${deviceName}`);
}

const named = (deviceId: string): DevicePair => {
  const [productId = '', deviceName = ''] = deviceId.split('/');
  return { productId, deviceName };
};

/** The device gets the Wi-Fi and the token, says who it is, joins, and tells the cloud the token a moment later. */
export async function sendToDevice(token: string, deviceId: string): Promise<DevicePair> {
  const device = named(deviceId);
  await ask('device/report-token', { token, ...device, delayMs: 1_000 });
  return device;
}

/** What the code on the device's display says: its signature, made just now. */
export async function codeOf(deviceId: string): Promise<string> {
  const signed = await ask('device/sign', { ...named(deviceId), bindType: 'other_sign' });
  return JSON.stringify(signed);
}
