// What must not compile: each line after `@ts-expect-error` is refused, or the compiler complains about the comment.
import {
  Client,
  IotError,
  buildRequest,
  endpoints,
  errorCodes,
  init,
  parseResponse,
  request,
  scan,
  sign,
  softap,
} from 'iotexplorer-client';
import type { ActionErrorCode, ActionParams, HttpResponse, OwnErrorCode, Structs } from 'iotexplorer-client';

declare const client: Client;
declare const response: HttpResponse;
const common = { accessToken: 'token' };

export async function calls(): Promise<void> {
  // @ts-expect-error -- a wrong parameter name
  await client.appGetDeviceInFamily({ ProductID: 'p', FamilyId: 'f', DeviceName: 'd' });
  // @ts-expect-error -- one too many
  await client.appGetDeviceInFamily({ ProductId: 'p', FamilyId: 'f', DeviceName: 'd', RoomId: '0' });
  // @ts-expect-error -- one missing
  await client.appGetDeviceInFamily({ ProductId: 'p', FamilyId: 'f' });
  // @ts-expect-error -- all missing
  await client.appGetDeviceInFamily();
  // @ts-expect-error -- a wrong type
  await client.appGetDeviceInFamily({ ProductId: 1, FamilyId: 'f', DeviceName: 'd' });
  // @ts-expect-error -- null is not absent
  await client.appGetDeviceInFamily({ ProductId: 'p', FamilyId: null, DeviceName: 'd' });
  // @ts-expect-error -- no such method
  await client.appGetDeviceInFamilies({ ProductId: 'p', FamilyId: 'f', DeviceName: 'd' });
  // @ts-expect-error -- outside the closed set
  await client.appCreateDeviceBindToken({ TokenLengthType: '2' });
  // @ts-expect-error -- a wrong option
  await client.appCreateDeviceBindToken({}, { timeout: 5 });
  // @ts-expect-error -- no signal
  await client.appCreateDeviceBindToken({}, { signal: true });
  // @ts-expect-error -- by name: a wrong parameter name
  await client.call('AppGetDeviceInFamily', { ProductID: 'p', FamilyId: 'f', DeviceName: 'd' });
  // @ts-expect-error -- by name: one missing
  await client.call('AppGetDeviceInFamily', { ProductId: 'p' });
  // @ts-expect-error -- by name: all missing
  await client.call('AppGetDeviceInFamily');
  // @ts-expect-error -- no such Action
  await client.call('AppGetDevice', {});
  // @ts-expect-error -- no such Action, and untyped is not said
  await client.call('AppGetDevice', {}, { untyped: false });
}

export async function lists(): Promise<void> {
  // @ts-expect-error -- not a list
  client.all('AppCreateFamily', { Name: 'n', Address: 'a' });
  // @ts-expect-error -- a list that has no pages
  client.all('AppGetAutomationList', { FamilyId: 'f' });
  // @ts-expect-error -- no such Action, and untyped is not said
  client.all('AppNobodyKnows', {});
  // @ts-expect-error -- one missing
  client.all('AppGetFamilyDeviceList', { RoomId: '' });
  // @ts-expect-error -- all missing
  client.all('AppGetFamilyDeviceList');
  // @ts-expect-error -- one too many
  client.all('AppGetFamilyList', { FamilyId: 'f' });
  // @ts-expect-error -- a wrong option
  client.all('AppGetFamilyList', {}, { timeout: 5 });
  // @ts-expect-error -- elements come one after the other
  for (const family of client.all('AppGetFamilyList')) void family;
  // @ts-expect-error -- a wrong field
  for await (const family of client.all('AppGetFamilyList')) void family.DeviceId;
  // @ts-expect-error -- a wrong type
  new Client({ accessToken: 'token', createFamily: 'home' });
}

export async function results(): Promise<void> {
  const device = await client.appGetDeviceInFamily({ ProductId: 'p', FamilyId: 'f', DeviceName: 'd' });
  // @ts-expect-error -- a wrong result field
  void device.deviceName;
  // @ts-expect-error -- a field of another Action
  void device.Token;
  // @ts-expect-error -- a wrong type
  const name: number = device.DeviceName;
  void name;
  const list = parseResponse('AppGetFamilySubDeviceList', response);
  // @ts-expect-error -- a wrong field deep inside
  void list.DeviceList[0]?.Name;
  const bind = parseResponse('AppTokenBindDeviceFamily', response);
  // @ts-expect-error -- answers nothing but the id
  void bind.DeviceId;
  // @ts-expect-error -- `UpdateTIme` is never handed out
  void (null as unknown as Structs.AppDeviceInfo).UpdateTIme;
}

export function builders(): void {
  // @ts-expect-error -- no access token
  request.appCreateDeviceBindToken({}, {});
  // @ts-expect-error -- an application calls this
  request.appGetToken({ Type: 'phone', CountryCode: '86', PhoneNumber: '1', Password: 'p' }, { accessToken: 't' });
  // @ts-expect-error -- a user calls this
  request.appLogoutUser({}, { appKey: 'k', appSecret: 's' });
  // @ts-expect-error -- no secret
  new Client({ appKey: 'k' });
  // @ts-expect-error -- a list of texts
  request.appGetProducts({ ProductIds: 'a' }, common);
  // @ts-expect-error -- no common part
  request.appCreateDeviceBindToken({});
  // @ts-expect-error -- parameters are needed
  request.appGetDeviceInFamily(undefined, common);
  // @ts-expect-error -- an access token function is the client's affair
  buildRequest('AppCreateDeviceBindToken', {}, { accessToken: () => 'token' });
  // @ts-expect-error -- a wrong parameter name
  buildRequest('AppTokenBindDeviceFamily', { token: 't' }, common);
  // @ts-expect-error -- no such Action
  buildRequest('AppNobodyKnows', {}, common);
  // @ts-expect-error -- outside the closed set
  const params: ActionParams<'AppSigBindDeviceInFamily'>['BindType'] = 'ble';
  void params;
  // @ts-expect-error -- a wrong type
  const time: ActionParams<'AppSigBindDeviceInFamily'>['DeviceTimestamp'] = new Date();
  void time;
  // @ts-expect-error -- no such Action
  parseResponse('AppNobodyKnows', response);
  // @ts-expect-error -- the body is text
  parseResponse('AppGetDeviceInFamily', { status: 200, body: {} });
  // @ts-expect-error -- the sites are fixed
  endpoints.china = 'https://example.com/';
  // @ts-expect-error -- no such site
  void endpoints.europe;
}

export async function options(): Promise<void> {
  // @ts-expect-error -- no access token
  new Client({});
  // @ts-expect-error -- no options
  new Client();
  // @ts-expect-error -- a wrong type
  new Client({ accessToken: 'token', retries: '2' });
  // @ts-expect-error -- an unknown option
  new Client({ accessToken: 'token', retry: 2 });
  // @ts-expect-error -- a transport answers status and body
  new Client({ accessToken: 'token', transport: async () => ({ status: 200 }) });
  // @ts-expect-error -- the module comes from something that holds it
  await init(5);
  // @ts-expect-error -- neither does nothing
  await init(null);
}

export async function flows(): Promise<void> {
  // @ts-expect-error -- nobody to send the token
  await client.bindWithToken({ familyId: 'f' });
  // @ts-expect-error -- no family
  await client.bindWithToken({ sendToDevice: async () => {} });
  // @ts-expect-error -- the answer names the device by productId
  await client.bindWithToken({ familyId: 'f', sendToDevice: async () => ({ ProductId: 1, productId: 1 }) });
  // @ts-expect-error -- the device as it sent it: wire names
  await client.bindWithSignature({ familyId: 'f', device: { productId: 'p' } });
  const device = { ProductId: 'p', DeviceName: 'd', DeviceTimestamp: 1, Signature: 's' };
  // @ts-expect-error -- outside the closed set
  await client.bindWithSignature({ familyId: 'f', device, bindType: 'bluetooth' });
  // @ts-expect-error -- a step of another flow
  await client.bindWithSignature({ familyId: 'f', device, onProgress: ({ step }) => step === 'token-created' });
  const bound = await client.bindWithSignature({ familyId: 'f', device });
  // @ts-expect-error -- a wrong result field
  void bound.isConfirmed;
  const gateway = { productId: 'g', deviceName: 'g' };
  // @ts-expect-error -- nobody to sign
  await client.bindSubDevices({ gateway, familyId: 'f', subDevices: [] });
  // @ts-expect-error -- a signature is text, or all three
  await client.bindSubDevices({ gateway, familyId: 'f', subDevices: [gateway], sign: async () => ({ nonce: 'n' }) });
  const [first] = await client.bindSubDevices({ gateway, familyId: 'f', subDevices: [gateway], sign: () => 's' });
  // @ts-expect-error -- only after looking at `ok`
  void first?.device.ProductId;
}

export function rest(error: IotError): void {
  // @ts-expect-error -- no such kind
  void (error.kind === 'server');
  // @ts-expect-error -- no such remedy
  void (error.remedy === 'pray');
  // @ts-expect-error -- two languages
  error.describe('fr');
  // @ts-expect-error -- what happened does not change
  error.code = 'x';
  // @ts-expect-error -- not a code of this Action
  const code: ActionErrorCode<'AppCreateDeviceBindToken'> = 'ResourceNotFound';
  void code;
  // @ts-expect-error -- not a code of ours
  const own: OwnErrorCode = 'Init.Nothing';
  void own;
  // @ts-expect-error -- an Action's name is text
  errorCodes(5);
  // @ts-expect-error -- no secret
  sign.gatewayBind({ productId: 'p', deviceName: 'd', nonce: 'n', timestamp: 1 });
  // @ts-expect-error -- wire names are not those of what is signed
  sign.explain.deviceBind({ ProductId: 'p', DeviceName: 'd', DeviceTimestamp: 1 });
  // @ts-expect-error -- no signature to check
  sign.verifyDeviceBind({ productId: 'p', deviceName: 'd', timestamp: 1, psk: 's' });
  // @ts-expect-error -- one key or the other
  sign.signer({ productSecret: 's', psk: 's' });
  // @ts-expect-error -- that is for a gateway
  sign.signer({ productSecret: 's' }).deviceBind({ productId: 'p', deviceName: 'd', timestamp: 1 });
  // @ts-expect-error -- a length is a number
  sign.nonce('5');
}

export function scanned(): void {
  const plan = scan('x');
  // @ts-expect-error -- only after looking at `type`
  void plan.device;
  // @ts-expect-error -- no such plan
  void (plan.type === 'other');
  // @ts-expect-error -- a code is text
  scan(new Uint8Array(4));
  // @ts-expect-error -- no token
  softap.encodeToken({ ssid: 's', password: 'p' });
  // @ts-expect-error -- no datagram
  softap.parseReply({ cmdType: 2 });
  // @ts-expect-error -- it is where it is
  softap.port = 1;
}
