// What must compile: every promise of the interface, used as its users use it. Never run.
import {
  Client,
  IotError,
  abortController,
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
import * as inline from 'iotexplorer-client/inline';
import type {
  ActionErrorCode,
  ActionName,
  ActionParams,
  ActionResult,
  AppGetDeviceInFamilyParams,
  AppGetDeviceInFamilyResult,
  ClientOptions,
  CloudErrorCode,
  Device,
  HttpRequest,
  HttpResponse,
  IotErrorCode,
  OwnErrorCode,
  ScanPlan,
  SoftApMessage,
  SoftApReply,
  Structs,
  Transport,
} from 'iotexplorer-client';

/** Fails to compile unless both are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

export async function loading(bytes: Uint8Array, buffer: ArrayBuffer): Promise<void> {
  await init();
  await init('/iotexplorer_client.wasm');
  await init(bytes);
  await init(buffer);
  await inline.init();
  const done: Promise<void> = init();
  await done;
}

export function building(): HttpRequest {
  const common = { accessToken: 'token' };
  const params: AppGetDeviceInFamilyParams = { ProductId: 'p', FamilyId: 'f', DeviceName: 'd' };
  request.appGetDeviceInFamily(params, common);
  request.appCreateDeviceBindToken(undefined, common);
  request.appCreateDeviceBindToken({ TokenLengthType: '1' }, { ...common, requestId: 'r' });
  buildRequest('AppCreateDeviceBindToken', undefined, common);
  buildRequest('AppCreateDeviceBindToken', {}, { ...common, endpoint: endpoints.overseas });
  buildRequest('AppNobodyKnows', { Anything: [1] }, { ...common, untyped: true });
  buildRequest('AppNobodyKnows', undefined, { ...common, untyped: true });
  buildRequest('AppGetDeviceInFamily', params, { ...common, commonParams: { RegionId: 1, lang: 'zh-CN' } });
  return buildRequest('AppSigBindDeviceInFamily', {
    FamilyId: 'f',
    ProductId: 'p',
    DeviceName: 'd',
    DeviceTimestamp: 1_600_000_000,
    Signature: 's',
    BindType: 'bluetooth_sigh',
    SignMethod: 'hmacsha256',
  }, common);
}

export async function beforeSignIn(): Promise<string> {
  const keys = { appKey: 'k', appSecret: 's' };
  request.appGetToken({ Type: 'phone', CountryCode: '86', PhoneNumber: '1', Password: 'p' }, keys);
  buildRequest('AppLogoutUser', {}, { accessToken: 'token' });
  new Client({ accessToken: () => 'token', ...keys, allowSecret: true });
  const result = await new Client(keys).appGetTokenByWeiXin({ WxOpenID: 'o', NickName: 'n', Avatar: 'a' });
  const expires: number = result.ExpireAt;
  return `${result.Token} ${expires}`;
}

export async function lists(client: Client): Promise<void> {
  const { DeviceList, Total } = await client.appGetFamilyDeviceList({ FamilyId: 'f' });
  const names: string[] = DeviceList.map((device) => device.AliasName);
  const total: number = Total;
  const { Data } = await client.appGetDeviceData({ ProductId: 'p', DeviceName: 'd' });
  const data: string = Data;
  await client.appCreateScene({ FamilyId: 'f', SceneName: 's', SceneIcon: 'i', Actions: [{ ActionType: 2, Data: 's_1' }] });
  await client.appGetProducts({ ProductIds: ['a', 'b'] });
  await client.bindWithToken({ familyId: 'f', sendToDevice: () => undefined, multiDevice: true });
  void [names, total, data];
}

export function integers(big: bigint): void {
  const base = { FamilyId: 'f', ProductId: 'p', DeviceName: 'd', Signature: 's' };
  request.appSigBindDeviceInFamily({ ...base, DeviceTimestamp: big }, { accessToken: 't' });
  request.appSigBindDeviceInFamily({ ...base, DeviceTimestamp: '1600000000' }, { accessToken: 't' });
  // Absent, said aloud.
  request.appSigBindDeviceInFamily({ ...base, DeviceTimestamp: 1, RoomId: undefined }, { accessToken: 't' });
}

export function reading(response: HttpResponse): void {
  const token = parseResponse('AppCreateDeviceBindToken', response);
  same<typeof token.Token, string>(true);
  same<typeof token.RequestId, string>(true);
  const list = parseResponse('AppGetFamilySubDeviceList', response);
  same<(typeof list)['Total'], number>(true);
  const names: string[] = list.DeviceList.map((device: Structs.DeviceList) => device.DeviceName);
  void names;
  const bound = parseResponse('AppSigBindDeviceInFamily', response);
  same<typeof bound.AppDeviceInfo.UpdateTime, number>(true);
  const unknown = parseResponse('AppNobodyKnows', response, { untyped: true });
  void unknown.Anything;
  parseResponse('AppGetDeviceInFamily', { status: 200, body: '', headers: { 'content-type': 'text/html' } });
}

export async function calling(client: Client): Promise<void> {
  const device = await client.appGetDeviceInFamily({ ProductId: 'p', FamilyId: 'f', DeviceName: 'd' });
  same<typeof device, AppGetDeviceInFamilyResult>(true);
  same<ActionResult<'AppGetDeviceInFamily'>, AppGetDeviceInFamilyResult>(true);
  same<ActionParams<'AppGetDeviceInFamily'>, AppGetDeviceInFamilyParams>(true);
  const again = await client.call('AppGetDeviceInFamily', { ProductId: 'p', FamilyId: 'f', DeviceName: 'd' });
  same<typeof again, typeof device>(true);
  const typed = await client.call<'AppGetDeviceInFamily'>('AppGetDeviceInFamily', {
    ProductId: 'p',
    FamilyId: 'f',
    DeviceName: 'd',
  });
  same<typeof typed.CreateTime, number>(true);
  await client.call('AppCreateDeviceBindToken');
  await client.appCreateDeviceBindToken();
  const controller = abortController();
  await client.appCreateDeviceBindToken(
    { TokenLengthType: '' },
    { signal: controller.signal, timeoutMs: 1_000, requestId: 'r' },
  );
  controller.abort();
  const answer = await client.call('AppNobodyKnows', { Id: 1 }, { untyped: true });
  void answer.Whatever.deep;
  client.free();
}

export async function elements(client: Client): Promise<void> {
  for await (const device of client.all('AppGetFamilyDeviceList', { FamilyId: 'default', RoomId: '' })) {
    same<typeof device, Structs.DeviceList>(true);
  }
  // Offset and Limit are never needed, though the Action may need them.
  const params = { GatewayProductId: 'p', GatewayDeviceName: 'd' };
  for await (const { DeviceId } of client.all('AppGetFamilySubDeviceList', { ...params, Limit: '20' })) void DeviceId;
  for await (const { FamilyId } of client.all('AppGetFamilyList')) same<typeof FamilyId, string>(true);
  client.all('AppListUserShareDevices', undefined, { signal: abortController().signal });
  const rooms = client.all('AppGetRoomList', { FamilyId: 'f', Offset: 10n }, { timeoutMs: 1 });
  const first = await rooms.next();
  if (!first.done) same<typeof first.value, Structs.Roomlist>(true);
  await rooms.return();
  const again: AsyncIterable<Structs.Roomlist> = rooms;
  void again;
  for await (const thing of client.all('AppNobodyKnows', { Id: 1 }, { untyped: true })) void thing.whatever.deep;
}

export function clients(): Client[] {
  const transport: Transport = async (sent, { timeoutMs, signal }) => {
    same<typeof sent.method, 'POST'>(true);
    return { status: timeoutMs > 0 && !signal.aborted ? 200 : 500, body: '{}', headers: {} };
  };
  const options: ClientOptions = {
    accessToken: async () => 'token',
    endpoint: 'http://127.0.0.1:8080/api',
    allowInsecure: false,
    timeoutMs: 1,
    retries: 0,
    createFamily: true,
    transport,
    commonParams: { RegionId: 22 },
    onEvent: (event) => void event.type,
  };
  return [new Client(options), new Client({ accessToken: () => 'token' }), new Client({ accessToken: 'token' })];
}

export async function flows(client: Client): Promise<void> {
  const byToken: Device = await client.bindWithToken({
    familyId: 'f',
    sendToDevice: async (token) => {
      same<typeof token, string>(true);
    },
    onProgress: ({ step }) => void (step === 'token-usable'),
    onCheckpoint: (checkpoint) => void checkpoint.length,
    resume: 'checkpoint',
  });
  same<typeof byToken.confirmed, boolean>(true);
  await client.bindWithToken({ familyId: 'f', sendToDevice: async () => ({ productId: 'p', deviceName: 'd' }) });
  const bySignature = await client.bindWithSignature({
    familyId: 'f',
    roomId: '0',
    bindType: 'wifi_sign',
    signMethod: 'hmacsha1',
    device: { ProductId: 'p', DeviceName: 'd', DeviceTimestamp: '1', ConnId: 'c', Signature: 's' },
    onProgress: ({ step }) => void (step === 'waiting'),
  });
  const name: string = bySignature.DeviceName;
  void name;
  const results = await client.bindSubDevices({
    gateway: { productId: 'g', deviceName: 'g' },
    familyId: 'f',
    subDevices: [{ productId: 'p', deviceName: 'd', label: 'door' }],
    sign: async (subDevice, { nonce, timestamp }) => {
      same<typeof subDevice.label, string>(true);
      return { signature: 's', nonce, timestamp };
    },
    concurrency: 2,
  });
  for (const result of results) {
    if (result.ok) void result.device.DeviceName;
    else void (result.error.describe('zh') + result.subDevice.label);
  }
  await client.bindSubDevices({
    gateway: { productId: 'g', deviceName: 'g' },
    familyId: 'f',
    subDevices: [],
    sign: () => 'signature',
  });
}

export function signatures(): string {
  const gateway = { productId: 'p', deviceName: 'd', nonce: sign.nonce(), timestamp: 1 };
  const device = { productId: 'p', deviceName: 'd', timestamp: 1n, connId: 'c' };
  const signature: string = sign.gatewayBind({ ...gateway, productSecret: 's' }, { allowSecret: true });
  const ok: boolean = sign.verifyGatewayBind({ ...gateway, productSecret: 's', signature });
  sign.deviceBind({ ...device, psk: 's', bindType: 'other_sign', signMethod: 'hmacsha256' });
  const signer = sign.signer({ productSecret: 's' }, { allowSecret: true });
  same<ReturnType<typeof signer.gatewayBind>, string>(true);
  signer.gatewayBind(gateway);
  signer.free();
  sign.signer({ psk: 's', signMethod: 'hmacsha256' }).deviceBind(device);
  sign.verifyDeviceBind({ ...device, psk: 's', signature });
  sign.appRequest({ Action: 'AppGetToken', Timestamp: 1, Nothing: undefined }, 'secret');
  sign.verifyAppRequest({ Action: 'AppGetToken', Signature: signature }, 'secret');
  sign.explain.gatewayBind(gateway);
  sign.explain.deviceBind(device);
  return sign.explain.appRequest({ Password: 'p' }, { reveal: ok }) + sign.nonce(8);
}

export function errors(error: unknown): string {
  if (!(error instanceof IotError)) throw error;
  same<typeof error.name, 'IotError'>(true);
  same<typeof error.retryable, boolean>(true);
  const status: number | undefined = error.status;
  const bound: boolean | undefined = error.mayBeBound;
  void [status, bound, error.cause, error.parameter, error.category, error.action, error.requestId];
  // Known codes are offered; others are possible.
  const known: IotErrorCode[] = ['InvalidParameterValue.TokenIsExpire', 'Init.Crashed', 'Some.NewCode'];
  const cloud: CloudErrorCode = 'InvalidParameterValue.TokenIsExpire';
  const own: OwnErrorCode = 'Flow.OutcomeUnknown';
  const ofAction: ActionErrorCode<'AppTokenBindDeviceFamily'> = cloud;
  void [known, own, ofAction];
  switch (error.kind) {
    case 'api':
      return error.code;
    case 'parameter':
    case 'network':
    case 'timeout':
    case 'aborted':
    case 'protocol':
    case 'init':
    case 'flow':
      return error.describe();
  }
}

export function codes(action: ActionName): string[] {
  const listed: Array<ActionErrorCode<'AppTokenBindDeviceFamily'>> = errorCodes('AppTokenBindDeviceFamily');
  const json = new IotError({ kind: 'network', code: 'Network.Failed', message: 'no' }).toJSON();
  same<typeof json.remedy, IotError['remedy']>(true);
  return [...listed, ...errorCodes(action)];
}

export async function scanned(client: Client, text: string): Promise<string> {
  const plan: ScanPlan = scan(text);
  switch (plan.type) {
    case 'bind': {
      const { bindType, signMethod, device } = plan;
      same<typeof device.DeviceTimestamp, number>(true);
      same<typeof bindType, 'wifi_sign' | 'bluetooth_sign' | 'other_sign'>(true);
      const bound = await client.bindWithSignature({ familyId: 'f', bindType, signMethod, device });
      return bound.DeviceName;
    }
    case 'provision':
      same<typeof plan.method, 'softap' | 'smartconfig' | 'adddevice'>(true);
      return plan.productId;
    case 'device-signature':
      await client.call('AppSecureAddDeviceInFamily', { FamilyId: 'f', DeviceSignature: plan.signature }, { untyped: true });
      return plan.signature;
  }
}

export function provision(datagram: ArrayBuffer | Uint8Array | string): string {
  const message: SoftApMessage = { ssid: 's', password: '', token: 't', region: undefined };
  const address: string = softap.address;
  const number: number = softap.port + softap.resendMs * softap.attempts;
  const reply: SoftApReply = softap.parseReply(datagram);
  switch (reply.type) {
    case 'device':
      return [reply.productId, reply.deviceName, reply.protoVersion, reply.device?.Signature, reply.signMethod].join();
    case 'state':
      return `${reply.deviceName} ${reply.state + 1}`;
    case 'error':
      return reply.current ? reply.log : '';
    case 'other':
      return softap.encodeToken(message) + address + number;
  }
}
