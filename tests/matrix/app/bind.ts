// The app that every tool of the matrix builds: it binds the first free plug by token, and makes a nonce.
import { Client, init, sign } from 'iotexplorer-client';

interface Seed {
  users: { accessToken: string; families: { familyId: string }[] }[];
}
interface Device {
  kind: string;
  productId: string;
  deviceName: string;
  familyId?: string;
}

/** Binds at that origin, and says what was bound. */
export async function bindOne(origin: string): Promise<string> {
  const control = async <T>(path: string, body?: object): Promise<T> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/control/${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : {});
    return answer.json();
  };
  const [user] = (await control<Seed>('seed')).users;
  const devices = await control<Device[]>('devices');
  const plug = devices.find((one) => one.kind === 'wifi' && !one.familyId);
  if (!user || !plug) throw new Error('nobody is there, or nothing to bind');

  const client = new Client({ accessToken: user.accessToken, endpoint: `${origin}/api/exploreropen/tokenapi` });
  const { productId, deviceName } = plug;
  const { DeviceId, confirmed } = await client.bindWithToken({
    familyId: user.families[0]!.familyId,
    pollIntervalMs: 50,
    // The device tells the cloud that it has the token; here the sandbox does so for it.
    sendToDevice: (token) => control<void>('device/report-token', { token, productId, deviceName }),
  });

  // What answers at once lies in a file of its own, where there are files to load.
  await init();
  if (sign.nonce().length !== 5) throw new Error('no nonce');
  return `bound ${DeviceId}${confirmed ? ', confirmed' : ''}`;
}
