// Whether a user may bind a sub-device through a gateway. The cloud says so, asked with the user's own access token.

import { IotError } from 'iotexplorer-client';
import { Refusal } from './texts.js';

/** Throws a Refusal unless the gateway is in that family of the user's, and the sub-device at that gateway. */
export async function checkOwnership(client, { familyId, gateway, subDevice }, signal) {
  const place = { ProductId: gateway.productId, DeviceName: gateway.deviceName, FamilyId: familyId };
  const found = await orRefuse('NotYourGateway', () => client.appGetDeviceInFamily(place, { signal }));
  if (found.DeviceId !== `${gateway.productId}/${gateway.deviceName}`) throw new Refusal('NotYourGateway');
  if (!(await orRefuse('NotYourSubDevice', () => sees(client, gateway, subDevice, signal)))) {
    throw new Refusal('NotYourSubDevice');
  }
}

/**
 * Whether the sub-device is among those that the gateway has told the cloud of.
 *
 * A sub-device that nobody has bound is in no family, so this is all the cloud can say of it. If your gateways tell the cloud of
 * a sub-device only after it is bound, ask your own records here: whom you sold it to, or the code printed on it.
 */
async function sees(client, gateway, subDevice, signal) {
  const devices = client.all(
    'AppGetGatewayBindDeviceList',
    { ProductId: subDevice.productId, GatewayProductId: gateway.productId, GatewayDeviceName: gateway.deviceName },
    { signal },
  );
  for await (const { ProductId, DeviceName } of devices) {
    if (ProductId === subDevice.productId && DeviceName === subDevice.deviceName) return true;
  }
  return false;
}

/** What the cloud says no to is refused; that the session is over, or the cloud away, is something else. */
async function orRefuse(code, ask) {
  try {
    return await ask();
  } catch (error) {
    const isNo = error instanceof IotError && error.kind === 'api' && error.remedy !== 'sign-in' && !error.retryable;
    throw isNo ? new Refusal(code) : error;
  }
}
