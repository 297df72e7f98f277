// Declarations of iotexplorer-client. They need no DOM and no Node types: what the host's own objects must be able to do
// is spelled out here, and where the host has the real ones, those fit.

// ---- What hosts have ----

/** What is used of an `AbortSignal`; anything with these three members will do. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What is used of an `AbortController`. */
export interface AbortControllerLike {
  readonly signal: AbortSignalLike & { readonly reason?: unknown };
  abort(reason?: unknown): void;
}

/** The host's `AbortController` where its types are known, else the part of it that every host has. */
export type HostAbortController = typeof globalThis extends { AbortController: { prototype: infer Controller } }
  ? Controller
  : AbortControllerLike;

/** What is used of a `Response` that brings the module. */
export interface ResponseLike {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What is used of a `URL`. */
export interface UrlLike {
  readonly href: string;
  readonly protocol: string;
}

/** A compiled `WebAssembly.Module`. Its official type has no members, so this one says only what it is not. */
export interface WasmModuleLike {
  readonly href?: never;
  readonly then?: never;
  readonly status?: never;
}

/**
 * What `init` can load from. In Node a string is a path, a `file:` address or one to fetch; in browsers it is fetched.
 * Mini-programs take nothing but a string: the path of the `.wasm` or `.wasm.br` in the code package.
 */
export type InitSource =
  | string
  | UrlLike
  | ResponseLike
  | PromiseLike<ResponseLike>
  | ArrayBuffer
  | ArrayBufferView
  | WasmModuleLike;

// ---- Loading ----

/**
 * Loads the module, all of it. Call it once, early; more calls cost nothing, concurrent ones share one load, and after a failed one
 * the next tries again. {@link Client}'s asynchronous methods load what they need themselves: on the web the module comes in two
 * parts, and a call takes only the first. What answers at once (`sign`, `scan`, `softap`, `buildRequest` before sign-in) needs both.
 *
 * @param source where to load from: `iotexplorer_client.wasm`, the module in one piece; needed only where the default address is not right
 * @throws {IotError} of kind `init`: `Init.LoadFailed`, `Init.NotWasm`, `Init.BadSource`, `Init.NoWebAssembly`; in
 *   pages `Init.NotAllowed`, in mini-programs `Init.BadPath`
 */
export function init(source?: InitSource): Promise<void>;

/** The host's `AbortController`, or an equal of it where the host has none. Needs no `init()`. */
export function abortController(): HostAbortController;

/** The cloud's sites: `china` is the default; `overseas` serves users outside mainland China. */
export const endpoints: { readonly china: string; readonly overseas: string };

// ---- Requests and answers, without network ----

/** A request as plain data, for whatever sends it. */
export interface HttpRequest {
  method: 'POST';
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** An answer as plain data. */
export interface HttpResponse {
  status: number;
  /** The body as text, whatever it is. */
  body: string;
  /** Names in lower case. */
  headers?: Record<string, string> | undefined;
}

/** A whole number: a safe integer, a bigint, or a string of decimal digits. Goes out as a JSON number, all digits kept. */
export type IntegerInput = number | bigint | string;

/** The name of a documented Action. */
export type ActionName = keyof ActionMap;
/** Anything that JSON can say. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };

/** The parameters of an Action. */
export type ActionParams<A extends ActionName> = ActionMap[A]['params'];
/** The result of an Action. */
export type ActionResult<A extends ActionName> = ActionMap[A]['result'];
/** The documented error codes of an Action. */
export type ActionErrorCode<A extends ActionName> = ActionMap[A]['errorCode'];
/** The Actions that can be called without any parameter. */
export type ActionWithoutRequired = {
  [A in ActionName]: {} extends ActionParams<A> ? A : never;
}[ActionName];

/** Parameters of an Action that this package has no table row for. */
export type UntypedParams = Record<string, unknown>;
/** What such an Action answers. */
export type UntypedResult = Record<string, any> & CommonResult;

/** What every answer holds. */
export interface CommonResult {
  /** The request's id, as the cloud repeated it. */
  RequestId: string;
}

/**
 * Who calls before anybody is signed in (`AppGetToken`, `AppSendVerificationCode`, …: their documentation says so): an application, which
 * signs with its AppSecret. **That secret belongs on a server of yours.** In pages and mini-programs it is refused unless `allowSecret` is
 * `true`: whoever has the page has the secret.
 */
export interface AppKeys {
  /** The application's AppKey, from the console. */
  appKey: string;
  /** The application's AppSecret: signs, is never sent, and is kept out of every error, event and log. */
  appSecret: string;
  /** Says that the secret may be used where users can look. @default false; `true` in Node */
  allowSecret?: boolean | undefined;
}

/** What the request of a signed-in user has beside its Action's own parameters. */
export interface BuildOptions extends CommonBuildOptions {
  /** The signed-in user's access token. */
  accessToken: string;
}

/** What a request before sign-in has beside its Action's own parameters. */
export interface AppBuildOptions extends CommonBuildOptions, AppKeys {}

/** What the request of an Action needs beside its own parameters. */
export type BuildOptionsOf<A extends ActionName> = A extends AppActionName ? AppBuildOptions : BuildOptions;

/** What every request may have beside its Action's own parameters. */
export interface CommonBuildOptions {
  /** @default a random UUID v4 */
  requestId?: string | undefined;
  /**
   * A whole URL, `https?://host[:port]/path`. `http:` only for `localhost`, `[::1]` and `127.x.x.x`.
   * @default endpoints.china
   */
  endpoint?: string | undefined;
  /** Allows `http:` also for private addresses: 10/8, 172.16/12, 192.168/16, 169.254/16. For development. */
  allowInsecure?: boolean | undefined;
  /** Added to the body, such as `{ RegionId: 1, lang: 'zh-CN' }`; never overrides the call's own or the common ones. */
  commonParams?: Record<string, unknown> | undefined;
  /** Leave out, or see the overload that takes any Action. */
  untyped?: false | undefined;
}

/**
 * Builds the request of an Action without sending it.
 *
 * @throws {IotError} of kind `parameter` for anything that cannot be sent, of kind `init` before `init()`
 */
export function buildRequest<A extends ActionName>(
  action: A,
  params: ActionParams<A>,
  options: BuildOptionsOf<A>,
): HttpRequest;
export function buildRequest<A extends ActionWithoutRequired>(
  action: A,
  params: ActionParams<A> | undefined,
  options: BuildOptionsOf<A>,
): HttpRequest;
/** The same for any Action of the cloud, known here or not; nothing is checked that only its documents know. */
export function buildRequest(
  action: string,
  params: UntypedParams | undefined,
  options: Omit<BuildOptions, 'untyped'> & { untyped: true },
): HttpRequest;

/**
 * Reads an answer, whatever envelope it came in.
 *
 * @throws {IotError} of kind `api` for what the cloud refused, `protocol` for what is no answer of the cloud's
 */
export function parseResponse<A extends ActionName>(
  action: A,
  response: HttpResponse,
  options?: { untyped?: false | undefined },
): ActionResult<A>;
/** The same for any Action of the cloud. */
export function parseResponse(action: string, response: HttpResponse, options: { untyped: true }): UntypedResult;

/** One builder per Action, under its lower-camel name. */
export const request: Readonly<RequestBuilders>;

// ---- Calling ----

/** What a transport is told beside the request. */
export interface TransportOptions {
  /** Give up after this many milliseconds, at the latest. */
  timeoutMs: number;
  /** Give up when this says so. */
  signal: AbortSignalLike;
}

/** Sends a request and hands back the answer, whatever its status; rejects if there was none. */
export type Transport = (request: HttpRequest, options: TransportOptions) => Promise<HttpResponse> | PromiseLike<HttpResponse>;

/** What is told to `onEvent`: never a token, a signature or a secret. */
export interface ClientEvent {
  type: 'request' | 'response' | 'retry' | 'progress' | (string & {});
  [detail: string]: unknown;
}

/** A signed-in user. */
export interface UserCredentials {
  /**
   * The signed-in user's access token, or a function that supplies it: asked before each call, and once more after the
   * cloud has refused a token.
   */
  accessToken: string | (() => string | PromiseLike<string>);
}

/** What `new Client` takes: a user's access token, an application's keys for the Actions that are called before sign-in, or both. */
export type ClientOptions = ClientSettings & ((UserCredentials & Partial<AppKeys>) | (AppKeys & Partial<UserCredentials>));

/** What `new Client` takes beside credentials. */
export interface ClientSettings {
  /**
   * A whole URL, `https?://host[:port]/path`. `http:` only for `localhost`, `[::1]` and `127.x.x.x`.
   * @default endpoints.china
   */
  endpoint?: string | undefined;
  /** Allows `http:` also for private addresses: 10/8, 172.16/12, 192.168/16, 169.254/16. For development. */
  allowInsecure?: boolean | undefined;
  /**
   * Milliseconds for each attempt, above 0; more than 2^31 − 1 counts as that.
   * @default 10_000
   */
  timeoutMs?: number | undefined;
  /**
   * Extra attempts of Actions that only read, 0 to 10.
   * @default 2
   */
  retries?: number | undefined;
  /**
   * Whether `FamilyId: 'default'` makes a family, called 我的家, for a user who has none; without, that is
   * `Parameter.NoFamily`. See {@link Client}.
   * @default false
   */
  createFamily?: boolean | undefined;
  /** Sends the requests. @default fetch */
  transport?: Transport | undefined;
  /** Added to every body, such as `{ RegionId: 1, lang: 'zh-CN' }`; never overrides a call's own or the common ones. */
  commonParams?: Record<string, unknown> | undefined;
  /** Told what happens. What it throws is ignored. */
  onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Cancels the call: it then rejects with kind `aborted`. */
  signal?: AbortSignalLike | undefined;
  /** Milliseconds for each attempt. @default the client's */
  timeoutMs?: number | undefined;
  /** @default a random UUID v4 */
  requestId?: string | undefined;
  /** Leave out, or see the overload of `call` that takes any Action. */
  untyped?: false | undefined;
}

/** The Actions whose answer is one page of a list. */
export type PagedActionName = keyof PagedActionMap;
/** Their parameters, where `Offset` and `Limit` say where to begin, 0, and how many to ask for at a time, 50. */
export type PagedParams<A extends PagedActionName> = Omit<ActionParams<A>, 'Offset' | 'Limit'> & {
  Offset?: IntegerInput | undefined;
  Limit?: IntegerInput | undefined;
};
/** Those of them that need no parameters. */
export type PagedActionWithoutRequired = {
  [A in PagedActionName]: {} extends PagedParams<A> ? A : never;
}[PagedActionName];

/** `Symbol.asyncIterator`, where the library of types has it. */
type AsyncIteratorSymbol = SymbolConstructor extends { readonly asyncIterator: infer S extends symbol } ? S : never;

/** The elements of a list: for `for await`; hosts that are too old for that have `next()`. */
export type Elements<T> = {
  /** The next element, asking for the next page if need be. */
  next(): Promise<IteratorResult<T, undefined>>;
  /** Ends it: no other page is asked for. A page that is under way comes to its end first; a `signal` stops that, too. */
  return(): Promise<IteratorResult<T, undefined>>;
} & { [S in AsyncIteratorSymbol]: () => Elements<T> };

/**
 * Calls the cloud as one signed-in user: a method per Action, and the flows that bind devices.
 *
 * `FamilyId: 'default'` (in flows `familyId: 'default'`) stands for the user's first family, the first one that
 * `AppGetFamilyList` answers. It is looked up once, for calls that run beside each other, too, and remembered for the access
 * token with which it was found; not if that failed. Where `accessToken` is a function and a call is given another token, it
 * is looked up again before that call is sent; a flow keeps the family with which it began. It is forgotten when a call for
 * it is answered that the family is gone. The look has events of its own, the client's retries and the time-out of the
 * call it is for.
 * `FamilyId: 'default'` 表示当前用户的第一个家庭：只查询一次并随 access token 记住；没有家庭时报错，设置 `createFamily: true` 则创建。
 *
 * The official SDK has the same name for it. Differences: it writes to the caller's `params`, makes a family unasked, and a second one
 * if the answer was lost, and goes on with the former user's family after another one has signed in.
 *
 * @example
 * const client = new Client({ accessToken });
 * const device = await client.appGetDeviceInFamily({ ProductId, FamilyId, DeviceName });
 */
export class Client {
  /** @throws {IotError} of kind `parameter` for a bad option */
  constructor(options: ClientOptions);

  /** Calls an Action by its name. */
  call<A extends ActionName>(action: A, params: ActionParams<A>, options?: CallOptions): Promise<ActionResult<A>>;
  call<A extends ActionWithoutRequired>(
    action: A,
    params?: ActionParams<A>,
    options?: CallOptions,
  ): Promise<ActionResult<A>>;
  /** Calls any Action of the cloud, known here or not; nothing is checked that only its documents know. */
  call(
    action: string,
    params: UntypedParams | undefined,
    options: Omit<CallOptions, 'untyped'> & { untyped: true },
  ): Promise<UntypedResult>;

  /**
   * The elements of a list that comes in pages, one by one:
   * `for await (const device of client.all('AppGetFamilyDeviceList', { FamilyId, RoomId: '' })) …`
   * 逐个取出分页列表中的元素，需要时才请求下一页。
   *
   * A page is asked for when its first element is; each begins with the last element of the one before it, so that nothing is
   * skipped where the list has changed meanwhile, and what was handed out (by its id; by all it holds where it has none) is
   * not handed out again. It ends at a short or empty page, whatever `Total` says, unless that promises more; and at a
   * server that says nothing new any more.
   *
   * Everything that is wrong is said by `next()`, once; after that it has ended. `params` and `options` are read at the first
   * one; the options are those of each page's call. An aborted `signal` ends it with kind `aborted`.
   */
  all<A extends PagedActionName>(action: A, params: PagedParams<A>, options?: CallOptions): Elements<PagedActionMap[A]>;
  all<A extends PagedActionWithoutRequired>(
    action: A,
    params?: PagedParams<A>,
    options?: CallOptions,
  ): Elements<PagedActionMap[A]>;
  /** The same for any Action that takes `Offset` and `Limit`: the elements of the first list in its answer. */
  all(
    action: string,
    params: UntypedParams | undefined,
    options: Omit<CallOptions, 'untyped'> & { untyped: true },
  ): Elements<any>;

  /** Binds a device over Wi-Fi provisioning: makes a token, waits until the device has reported it, and binds. */
  bindWithToken(options: BindWithTokenOptions): Promise<Device>;

  /** Binds a device with a signature that the device made. */
  bindWithSignature(options: BindWithSignatureOptions): Promise<Device>;

  /** Attaches sub-devices to a gateway, each with a signature of your server's. One failure stops nobody else. */
  bindSubDevices<S extends DevicePair>(options: BindSubDevicesOptions<S>): Promise<Array<SubDeviceResult<S>>>;

  /**
   * Ends the client: running calls finish, later ones reject with kind `init`. Idempotent, and optional: the module remembers a
   * client only while something runs for it.
   */
  free(): void;
}
export interface Client extends ActionMethods {}

// ---- Flows ----

/** A device that a flow has bound: what `AppGetDeviceInFamily` says of it. */
export interface Device extends Partial<Omit<AppGetDeviceInFamilyResult, 'ProductId' | 'DeviceName'>> {
  ProductId: string;
  DeviceName: string;
  /** Whether the cloud has shown the device as bound. If not, it was bound all the same, and the rest may be missing. */
  confirmed: boolean;
}

/** How far a flow is. Holds no token, signature or secret. */
export interface Progress<Step extends string> {
  step: Step;
  [detail: string]: unknown;
}

/** A device by product and name. */
export interface DevicePair {
  productId: string;
  deviceName: string;
}

/** What the two flows share that bind one device. */
export interface FlowOptions<Step extends string> {
  /** Family that will hold the device; `default` is the user's first one. */
  familyId: string;
  /** Room within the family; `0` is the default room. */
  roomId?: string | undefined;
  /** Milliseconds between two questions to the cloud. @default 2_000 */
  pollIntervalMs?: number | undefined;
  /** Handed a string at each step. Store it like a password: it may hold the bind token. */
  onCheckpoint?: ((checkpoint: string) => void) | undefined;
  /** The last string of `onCheckpoint`: goes on with that binding, after the app was killed. */
  resume?: string | undefined;
  /** Cancels the flow: it then rejects with kind `aborted`; `mayBeBound` says whether the bind was sent already. */
  signal?: AbortSignalLike | undefined;
  /** Told each step. */
  onProgress?: ((progress: Progress<Step>) => void) | undefined;
}

/** Steps of {@link Client.bindWithToken}. */
export type TokenFlowStep =
  | 'token-created'
  | 'sent-to-device'
  | 'waiting'
  | 'token-usable'
  | 'binding'
  | 'bound'
  | 'confirmed';

/** What {@link Client.bindWithToken} takes. */
export interface BindWithTokenOptions extends FlowOptions<TokenFlowStep> {
  /** Hands the token to the device, with the Wi-Fi's name and password; may tell which device answered. */
  sendToDevice: (
    token: string,
  ) => PromiseLike<void | Partial<DevicePair>> | void | Partial<DevicePair>;
  /**
   * For newer firmware, of which several devices may use one token: polls with `AppGetMultiDeviceBindTokenState`. A device is bound by what
   * it reports, so no bind is sent. No page documents it; shipped clients do so.
   * @default false
   */
  multiDevice?: boolean | undefined;
  /** If known beforehand; otherwise from the device's answer or from the cloud. */
  productId?: string | undefined;
  /** If known beforehand; otherwise from the device's answer or from the cloud. */
  deviceName?: string | undefined;
  /** Milliseconds for the whole flow, by the wall clock. @default 300_000 */
  timeoutMs?: number | undefined;
}

/** Steps of {@link Client.bindWithSignature}. */
export type SignatureFlowStep = 'binding' | 'waiting' | 'bound' | 'confirmed';

/** How a device signed; `bluetooth_sigh` is taken for `bluetooth_sign`. */
export type BindType = 'wifi_sign' | 'bluetooth_sign' | 'bluetooth_sigh' | 'other_sign';
/** The digest of a signature. */
export type SignMethod = 'hmacsha1' | 'hmacsha256';

/** What a device sends to be bound. */
export interface SignedDevice {
  ProductId: string;
  DeviceName: string;
  /** The time that the device signed, in Unix seconds. */
  DeviceTimestamp: IntegerInput;
  /** The random text that the device signed: connId over Wi-Fi, nonce over Bluetooth. */
  ConnId?: string | undefined;
  /** In hexadecimal. Kept out of every error, event and log. */
  Signature: string;
}

/** What {@link Client.bindWithSignature} takes. */
export interface BindWithSignatureOptions extends FlowOptions<SignatureFlowStep> {
  /** As the device sent it. */
  device: SignedDevice;
  /** @default 'wifi_sign' */
  bindType?: BindType | undefined;
  /** @default 'hmacsha1' */
  signMethod?: SignMethod | undefined;
  /** Milliseconds for the whole flow; while the device is not online yet, the bind is tried again. @default 60_000 */
  timeoutMs?: number | undefined;
}

/** What your server makes for a sub-device. */
export interface ServerSignature {
  signature: string;
  nonce: string;
  timestamp: IntegerInput;
}

/** What {@link Client.bindSubDevices} takes. */
export interface BindSubDevicesOptions<S extends DevicePair = DevicePair> {
  /** The gateway, which the user has already. */
  gateway: DevicePair;
  /** Family that holds the gateway. */
  familyId: string;
  /** What to attach; properties of your own come back in the results. */
  subDevices: readonly S[];
  /**
   * Has your server sign, which holds the ProductSecret: the signature of the given nonce and timestamp as a string, or
   * all three if the server chose its own.
   */
  sign: (
    subDevice: S,
    toSign: { nonce: string; timestamp: number },
  ) => PromiseLike<string | ServerSignature> | string | ServerSignature;
  /** How many at a time, from 1; more than 64 counts as 64. @default 4 */
  concurrency?: number | undefined;
  /** Milliseconds for each sub-device. @default 60_000 */
  timeoutMs?: number | undefined;
  /** Cancels what has not ended yet. */
  signal?: AbortSignalLike | undefined;
  /** Told each step of each sub-device. */
  onProgress?: ((progress: Progress<string>) => void) | undefined;
}

/** What became of one sub-device. */
export type SubDeviceResult<S extends DevicePair = DevicePair> =
  | { subDevice: S; ok: true; device: Device; error?: undefined }
  | { subDevice: S; ok: false; error: IotError; device?: undefined };

// ---- Signatures ----

/** What is signed for a gateway's sub-device. */
export interface GatewayBindText {
  productId: string;
  deviceName: string;
  nonce: string;
  /** Unix seconds, used as given. */
  timestamp: IntegerInput;
}
/** The same with the secret of the sub-device's product. */
export interface GatewayBindInput extends GatewayBindText {
  productSecret: string;
}

/** What a device signs. */
export interface DeviceBindText {
  productId: string;
  deviceName: string;
  /** Unix seconds, used as given. */
  timestamp: IntegerInput;
  /** Needed unless `bindType` is `wifi_sign`. */
  connId?: string | undefined;
  /** @default 'wifi_sign' */
  bindType?: BindType | undefined;
  /** @default 'hmacsha1' */
  signMethod?: SignMethod | undefined;
}
/** The same with the device's key. */
export interface DeviceBindInput extends DeviceBindText {
  /** In Base64, as the console shows it. */
  psk: string;
}

/** A key that was handed in once. It survives whatever happens to the module. */
interface Signer {
  /** Forgets the key. Whatever is signed afterwards throws `Init.ClientFreed`. */
  free(): void;
}
/** Signs as `sign.gatewayBind` does. */
export interface GatewaySigner extends Signer {
  gatewayBind(input: GatewayBindText): string;
}
/** Signs as `sign.deviceBind` does, with the digest that it was made for. */
export interface DeviceSigner extends Signer {
  deviceBind(input: Omit<DeviceBindText, 'signMethod'>): string;
}

/** Parameters of a call before sign-in. */
export type AppRequestParams = Record<string, string | number | bigint | boolean | undefined>;

/** For the functions that take a secret. */
export interface SecretOptions {
  /** Needed in browsers and mini-programs, where users can read whatever is there; not in Node. */
  allowSecret?: boolean | undefined;
}

/**
 * Signatures: making them (for servers, device simulators and tests), checking them, and showing what is signed.
 *
 * **ProductSecret, psk and AppSecret belong on a server, in a factory or in a device. A shipped page or mini-program
 * receives a signature; it never makes one.**
 */
export const sign: {
  /** Signs as your server does for a gateway's sub-device. Base64. */
  readonly gatewayBind: (input: GatewayBindInput, options?: SecretOptions) => string;
  /** Signs as a device does. Lower-case hexadecimal. */
  readonly deviceBind: (input: DeviceBindInput, options?: SecretOptions) => string;
  /** Signs again and again with one key, which takes a quarter less time than to hand it in each time. */
  readonly signer: {
    (key: { productSecret: string; psk?: undefined }, options?: SecretOptions): GatewaySigner;
    (key: { psk: string; signMethod?: SignMethod | undefined }, options?: SecretOptions): DeviceSigner;
  };
  /** Signs a call before sign-in. Base64. */
  readonly appRequest: (params: AppRequestParams, appSecret: string, options?: SecretOptions) => string;
  /** Whether a signature is right. Any malformed one is not. */
  readonly verifyGatewayBind: (input: GatewayBindInput & { signature: string }) => boolean;
  /** Whether a signature is right; hexadecimal in either case. Any malformed one is not. */
  readonly verifyDeviceBind: (input: DeviceBindInput & { signature: string }) => boolean;
  /** Whether `params.Signature` is right. Any malformed one is not. */
  readonly verifyAppRequest: (params: AppRequestParams, appSecret: string) => boolean;
  /** The text that is signed, for finding out why a signature is refused. Takes no secret. */
  readonly explain: {
    readonly gatewayBind: (input: GatewayBindText) => string;
    readonly deviceBind: (input: DeviceBindText) => string;
    /** Passwords, codes and tokens are shown as `***` unless `reveal`. */
    readonly appRequest: (params: AppRequestParams, options?: { reveal?: boolean | undefined }) => string;
  };
  /** Letters and digits from the best randomness the host has; 1 to 64. @default 5 */
  readonly nonce: (length?: number) => string;
};

// ---- QR codes, and provisioning through the device's own hotspot ----

/** Bind with the device's own signature: hand all but `type` to {@link Client.bindWithSignature}. */
export interface ScanBind {
  readonly type: 'bind';
  bindType: Exclude<BindType, 'bluetooth_sigh'>;
  signMethod: SignMethod;
  device: SignedDevice & { DeviceTimestamp: number };
}

/** Bring a device of this product into the Wi-Fi, then bind it: {@link Client.bindWithToken}. */
export interface ScanProvision {
  readonly type: 'provision';
  /** How; with `adddevice` the product's settings say it, or the user does. */
  method: 'softap' | 'smartconfig' | 'adddevice';
  productId: string;
}

/**
 * Bind with a signature that the cloud made:
 * `client.appSecureAddDeviceInFamily({ FamilyId, DeviceSignature: plan.signature })`.
 */
export interface ScanDeviceSignature {
  readonly type: 'device-signature';
  /** Who has it can bind the device: treat it like a password. */
  signature: string;
}

/** What a scanned QR code asks for. */
export type ScanPlan = ScanBind | ScanProvision | ScanDeviceSignature;

/**
 * Says what the text of a scanned QR code asks for. Reads every form that shipped apps read: the console's JSON, the
 * addresses that begin provisioning or name a virtual device, the six fields of a device that signs, and a bare signature
 * (24 to 128 letters, digits, `+`, `/`, `-`, `_`, with up to two `=` at the end).
 *
 * @throws {IotError} kind `parameter`, code `Parameter.UnknownQrCode`, for anything else; it holds nothing of the text
 */
export function scan(text: string): ScanPlan;

/** What {@link softap.encodeToken} takes. */
export interface SoftApMessage {
  /** Name of the Wi-Fi that the device is to join, at most 32 bytes in UTF-8. */
  ssid: string;
  /** Its password, at most 64 bytes; empty or left out if it has none. */
  password?: string | undefined;
  /** The bind token. */
  token: string;
  /** Address of the Wi-Fi's station, which shipped apps send along. */
  bssid?: string | undefined;
  /** The site where the device is registered, such as `ap-guangzhou`: for devices that can choose. */
  region?: string | undefined;
}

/** What a datagram from a device says; see `type`. */
export type SoftApReply = SoftApDevice | SoftApState | SoftApError | SoftApOther;

/** The device has the message, and joins the Wi-Fi now. */
export interface SoftApDevice {
  readonly type: 'device';
  productId: string;
  deviceName: string;
  /** Version of the protocol, such as `2.0`. */
  protoVersion?: string;
  /** The device's own signature, if it made one, and how: as in {@link ScanBind}. */
  device?: ScanBind['device'];
  bindType?: ScanBind['bindType'];
  signMethod?: SignMethod;
}

/** How far the device got: newer firmware tells it, in the home's Wi-Fi. */
export interface SoftApState {
  readonly type: 'state';
  productId: string;
  deviceName: string;
  /** Version of the protocol, such as `3.0`. */
  protoVersion?: string;
  /** 0 joins the Wi-Fi, 1 connects to the cloud, 2 could not, 3 reports the token, 4 could not, 5 has reported it. */
  state: number;
}

/** What went wrong in the device. */
export interface SoftApError {
  readonly type: 'error';
  /** False for what went wrong another time, which is no reason to stop. */
  current: boolean;
  /** The device's own words. */
  log: string;
}

/** Nothing that a device would say. Ignore it: anybody can send to an open port. */
export interface SoftApOther {
  readonly type: 'other';
}

/**
 * Provisioning through the device's own hotspot (SoftAP): the messages. The UDP socket is yours. In the device's Wi-Fi,
 * send `encodeToken(…)` to `address:port`, again every `resendMs`, `attempts` times, until `parseReply` says `device`.
 */
export const softap: {
  /** Where devices listen in their own hotspot: `192.168.4.1`. */
  readonly address: string;
  /** The UDP port they listen on: 8266. */
  readonly port: number;
  /** How long to wait for an answer before sending again: 2000. */
  readonly resendMs: number;
  /** How often to send before giving up: 5. */
  readonly attempts: number;
  /**
   * The message that hands a Wi-Fi and a bind token to the device.
   *
   * @throws {IotError} kind `parameter`, naming the input
   */
  readonly encodeToken: (message: SoftApMessage) => string;
  /**
   * Reads a datagram, whoever sent it.
   *
   * @throws {IotError} kind `parameter`, for anything but text and bytes
   */
  readonly parseReply: (datagram: string | ArrayBuffer | ArrayBufferView) => SoftApReply;
};

// ---- Errors ----

/** Which part of a call failed. */
export type IotErrorKind = 'api' | 'parameter' | 'network' | 'timeout' | 'aborted' | 'protocol' | 'init' | 'flow';

/**
 * What would help: trying again, waiting for the device, a new access token, a new bind token, a setting in the cloud's
 * console, other input, nothing.
 */
export type IotErrorRemedy = 'retry' | 'wait' | 'sign-in' | 'new-token' | 'console' | 'fix-input' | 'none';

/** Any error code; the known ones are offered, others happen. */
export type IotErrorCode = CloudErrorCode | OwnErrorCode | (string & {});

/** What {@link IotError} is made of. */
export interface IotErrorInit {
  kind: IotErrorKind;
  code: IotErrorCode;
  message?: string | undefined;
  action?: string | undefined;
  requestId?: string | undefined;
  status?: number | undefined;
  parameter?: string | undefined;
  retryable?: boolean | undefined;
  mayBeBound?: boolean | undefined;
  remedy?: IotErrorRemedy | undefined;
  cause?: unknown;
}

/** {@link IotError} as plain data. */
export interface IotErrorJson {
  name: 'IotError';
  kind: IotErrorKind;
  code: IotErrorCode;
  category: string;
  message: string;
  action?: string;
  requestId?: string;
  status?: number;
  parameter?: string;
  retryable: boolean;
  mayBeBound?: boolean;
  remedy: IotErrorRemedy;
  cause?: IotErrorJson | { name: string; code?: string };
}

/** Everything that this package throws or rejects with. Holds no token, signature or secret. */
export class IotError extends Error {
  /** Made by the package; useful to you in tests and in transports of your own. */
  constructor(init: IotErrorInit);
  readonly name: 'IotError';
  /** Which part of the call failed. */
  readonly kind: IotErrorKind;
  /** The cloud's whole code, a numeric one as decimal text, or one of the package's own. */
  readonly code: IotErrorCode;
  /** The code's first segment. */
  readonly category: string;
  /** The Action, where there is one. */
  readonly action?: string;
  /** The request's id, where there was one. */
  readonly requestId?: string;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** Whether trying again makes sense. */
  readonly retryable: boolean;
  /** The parameter or option at fault. */
  readonly parameter?: string;
  /** Whether a bind was sent whose outcome is not known: look at the family's devices. */
  readonly mayBeBound?: boolean;
  /**
   * What lies behind it: what your own `sendToDevice`, `sign` or `transport` threw, as it is, or a redacted copy of what
   * the host threw.
   */
  readonly cause?: unknown;
  /** What would help. */
  readonly remedy: IotErrorRemedy;
  /** What happened and what to do, in one sentence. @default 'zh' in mini-programs, 'en' elsewhere */
  describe(language?: 'zh' | 'en'): string;
  /** Safe to show, and to paste into a support ticket. */
  toJSON(): IotErrorJson;
}

/** An Action's documented error codes. Needs no `init()`. */
export function errorCodes<A extends ActionName>(action: A): Array<ActionErrorCode<A>>;
export function errorCodes(action: string): string[];
