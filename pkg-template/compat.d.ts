// `iotexplorer-client/compat`: what code written for qcloud-iotexplorer-appdev-sdk relies on, upon this package.

import type { IotError } from './index.js';

// ---- Errors ----

/**
 * What everything here rejects with: a plain object, as code for the official SDK tests it.
 * 所有失败都以这种普通对象给出，与官方 SDK 的 `{ code, msg, ... }` 一致。
 */
export interface AppDevSdkError {
  /**
   * The cloud's code, a number where it has no other; `VERIFY_LOGIN_FAIL` where the user has to sign in again, `WX_API_FAIL` for what
   * a mini-program's function says, `INTERNAL_ERROR` for anything else thrown, `NOT_SUPPORTED` for what this entry leaves out; or a
   * code of this package, such as `Network.Failed`.
   */
  code: string | number;
  /** What happened, for people: the cloud's own words, else Chinese. */
  msg: string;
  /** The request's id, for support. */
  reqId?: string;
  /** What the mini-program's function said. */
  errMsg?: string;
  /** The error behind it. One of this package's says what would help: `remedy`, `retryable`, `describe()`. */
  error?: IotError | Error;
  /** With `VERIFY_LOGIN_FAIL`: why signing in again did not work. */
  reason?: AppDevSdkError;
  /** With `NOT_SUPPORTED`: what is left out. */
  feature?: string;
  /** Where an error came from, with `INTERNAL_ERROR`. */
  stack?: string;
  [detail: string]: unknown;
}

/** Anything thrown as `{ code, msg, … }`. */
export function normalizeError(error: unknown): any;
/** Whether it says that the user has to sign in again. */
export function isVerifyLoginError(error: unknown): boolean;
/** That the user has to sign in again; what else `error` says stays. */
export function genVerifyLoginFailError(error?: object): AppDevSdkError;
/** Throws such an error if it is one. */
export function handleVerifyLoginError(error: unknown): void;

// ---- Events ----

/** Emits events. */
export class EventEmitter {
  /** Calls `listener` for each event of that type. */
  on(type: string, listener: (...args: any[]) => any): this;
  /** The same, once. */
  once(type: string, listener: (...args: any[]) => any): this;
  /** Stops that; without a listener, for all of that type. */
  off(type: string, listener?: (...args: any[]) => any): this;
  /** Calls the listeners in order; the promise waits for what they return. */
  emit(type: string, ...args: any[]): Promise<any[]> | undefined;
}

// ---- Signing in ----

/** Who is signed in, as `AppGetUser` says it. */
export interface UserInfo {
  /** Address of the user's picture; may be empty. */
  Avatar: string;
  /** Country code of the phone number, as `86`. */
  CountryCode: string;
  /** E-mail address. */
  Email: string;
  /** Name that the user goes by. */
  NickName: string;
  /** Phone number without its country code. */
  PhoneNumber: string;
  /** The user's id. */
  UserID: string;
  [detail: string]: any;
}

/** What `getAccessToken` answers. */
export interface AccessTokenAnswer {
  /** The access token, from a server of yours. */
  Token: string;
  /** When it ends, in Unix seconds. Not used: a token that has ended is renewed when the cloud refuses it. */
  ExpireAt?: number;
}

/** Signs in and out; there is one of them, {@link AppDevSdk.loginManager}. */
export interface LoginManager extends EventEmitter {
  /** The token in use; empty while nobody is signed in. */
  readonly accessToken: string;
  /** As handed in; not sent. */
  appKey?: string;
  /** Whether a user is signed in. */
  readonly isLogin: boolean;
  /** Whether the token is kept on the device: in `wx.setStorage` or `localStorage`, at the official SDK's place. */
  enableAccessTokenCache: boolean;
  /** Who is signed in. */
  readonly userInfo: UserInfo | undefined;
  /** The user's id; `defaultUin` while nobody is signed in. */
  readonly userId: string;
  /** The user's name; empty while nobody is signed in. */
  readonly nickName: string;
  /** As handed in. */
  getAccessToken: () => PromiseLike<AccessTokenAnswer>;
  /**
   * Signs in; whoever asks meanwhile waits for the same. A kept token is tried first; `reload` leaves it out, and takes the place of a
   * sign-in under way: the outcome of the later one is told to both.
   * 登录；并发调用共享一次登录。`reload` 不用缓存的 token，并取代进行中的登录。
   */
  login(options?: { reload?: boolean }): Promise<void>;
  /** Signs out, and forgets the kept token. A sign-in under way comes to nothing. */
  logout(): Promise<void>;
  /** Signs out and in again. */
  reLogin(): Promise<void>;
  /**
   * Waits for a sign-in under way.
   * @throws {AppDevSdkError} `VERIFY_LOGIN_FAIL` where nobody is signed in
   */
  checkLogin(): Promise<void> | undefined;
}

// ---- The SDK ----

/** What a plug-in has: `install`, which usually puts functions into {@link AppDevSdk.plugins}. */
export abstract class AppDevPlugin {
  /** Gets the SDK. */
  static install(sdk: AppDevSdk): void;
}

/** Anything that {@link AppDevSdk.usePlugin} takes. */
export interface InstallablePlugin {
  /** Gets the SDK. A plug-in written for the official SDK's type fits, too. */
  install(sdk: any, options?: any): any;
}

/** Options of {@link AppDevSdk}. */
export interface AppDevSdkOptions {
  /** Gets an access token of the user, from a server of yours. Asked once for all who need one. */
  getAccessToken: () => PromiseLike<AccessTokenAnswer>;
  /** The application's key. Not sent. */
  appKey?: string;
  /** Goes out with every request, as `Platform`. */
  apiPlatform?: string;
  /**
   * Where requests go, without `tokenapi`.
   * @default 'https://iot.cloud.tencent.com/api/exploreropen/'
   */
  apiUrl?: string;
  /** Goes out with every request, as `RegionId`. @default 1 */
  apiRegionId?: number;
  /** Writes what happens to the console, without secrets, and sends `defaultUin` in place of the user's id. @default false */
  debug?: boolean;
  /** Of the WebSocket, which is left out: nothing is connected. */
  wsConfig?: object;
  /** Told by plug-ins what happens. */
  reporter?: (eventName: string, params: any) => any;
  /** Stands for the user's id while nobody is signed in. @default 'unknown' */
  defaultUin?: string;
  /** Installed at once. */
  plugins?: InstallablePlugin[];
  /** Whether the token is kept on the device. @default true */
  enableAccessTokenCache?: boolean;
}

/** Options of {@link AppDevSdk.requestApi}; in mini-programs, what is not listed goes to `wx.request`. */
export interface RequestApiOptions {
  /** Does not sign in again where the token is refused. @default false */
  doNotRetry?: boolean;
  /** Whether somebody must be signed in. @default true */
  needLogin?: boolean;
  /** Without effect: nothing is reported. */
  doNotReport?: boolean;
  /** Whether it goes to `tokenapi`; else the Action is the last word of the address. @default true */
  isTokenApi?: boolean;
  /** Sends it to `appsecureapi`, with a code of `wx.login`: mini-programs only. @default false */
  isSecureApi?: boolean;
  /** In place of {@link AppDevSdkOptions.apiUrl}. */
  url?: string;
  /** Milliseconds for each attempt. @default 10_000; 60_000 in mini-programs */
  timeout?: number;
  /** Headers to send besides. */
  header?: Record<string, string>;
  [forwarded: string]: any;
}

/** Passes on what plug-ins report. */
export interface Reporter {
  /** Level 0. */
  info(eventName: string, params?: any): void;
  /** Level 1. */
  warn(eventName: string, params?: any): void;
  /** Level 2. */
  error(eventName: string, params?: any): void;
}

/** In place of the WebSocket, which is left out: it is never connected, and what would need it rejects with `NOT_SUPPORTED`. */
export interface NoWebSocket extends EventEmitter {
  /** No. */
  isConnected(): false;
  /** Rejects. */
  connect(deviceIdList?: string[]): Promise<never>;
  /** Rejects. */
  send(action: any, params?: object): Promise<never>;
  /** Does nothing: there is nothing to end. */
  disconnect(): void;
}

/**
 * The official SDK's class, upon this package: same names, same requests, same shape of answers and errors. 与官方 SDK 的 `AppDevSdk` 用法一致。
 *
 * Differences, all of them on purpose: one sign-in at a time, however many need it; a sign-out ends a sign-in under way; an answer for a
 * user who is not signed in any more rejects with `VERIFY_LOGIN_FAIL`, and is never asked for again as somebody else; the default family
 * belongs to its user; the caller's `payload` is not written to; Actions that only read are tried again after network failures; an HTTP
 * error or a page in place of an answer is an error. The WebSocket is left out.
 *
 * @example
 * const sdk = new AppDevSdk({ getAccessToken: () => askMyServer() });
 * await sdk.init();
 * const { DeviceList } = await sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'default' });
 */
export class AppDevSdk extends EventEmitter {
  /** The helpers; also exported one by one. An app may put what is left out in its place, such as `CryptoJS`. */
  static utils: Utils;
  /** Names of events, errors and steps. */
  static constants: Constants;

  constructor(options: AppDevSdkOptions);

  /** The same as the class's. */
  utils: Utils;
  /** The same as the class's. */
  constants: Constants;
  /** Where plug-ins put what they offer. */
  plugins: { [pluginName: string]: any };
  /** Passes on what plug-ins report. */
  reporter: Reporter;
  /** Signs in and out. */
  loginManager: LoginManager;
  /** In place of the WebSocket. */
  ws: NoWebSocket;

  /** Who is signed in. */
  readonly userInfo: UserInfo | undefined;
  /** Whether a user is signed in. */
  readonly isLogin: boolean;
  /** The user's id; `defaultUin` while nobody is signed in. */
  readonly userId: string;
  /** The same. */
  readonly uin: string;
  /** The user's name. */
  readonly nickName: string;

  /** Installs a plug-in. */
  usePlugin(plugin: InstallablePlugin): void;

  /** Signs in, unless a user is signed in. @throws {AppDevSdkError} */
  init(options?: { reload?: boolean }): Promise<void>;

  /**
   * Calls an Action, and answers what its envelope holds (`data`, or `Response`). `FamilyId: 'default'` is the user's first family, made
   * if there is none. Where nobody is signed in, it signs in first; where the token is refused, it signs in again, once for all calls
   * that were refused, and asks once more.
   * 调用应用端接口，返回信封内的数据；登录态失效时自动重新登录一次并重发。
   *
   * @throws {AppDevSdkError}
   */
  requestApi<Answer = any>(action: string, payload?: object, options?: RequestApiOptions): Promise<Answer>;

  /** The id of the user's first family, made if there is none. @throws {AppDevSdkError} */
  getDefaultFamilyId(): Promise<string>;

  /** Left out. @throws {AppDevSdkError} `NOT_SUPPORTED` */
  sendWebsocketMessage(action: any, params?: object): Promise<never>;
  /** Left out. @throws {AppDevSdkError} `NOT_SUPPORTED` */
  connectWebsocket(): Promise<never>;
  /** Left out. @throws {AppDevSdkError} `NOT_SUPPORTED` */
  subscribeDevices(deviceList: Array<string | { DeviceId: string }>): Promise<never>;
  /** Does nothing: nothing is connected. */
  disconnectWebsocket(): void;
}

export default AppDevSdk;

// ---- Constants ----

type Same<Names extends string> = { readonly [Name in Names]: Name };

type WsEvent =
  | 'Error'
  | 'Close'
  | 'Push'
  | 'Report'
  | 'Control'
  | 'StatusChange'
  | 'DeviceBind'
  | 'DeviceUnbind'
  | 'EventReport'
  | 'ActionReport'
  | 'ActionPush'
  | 'SubDeviceChange'
  | 'SubDeviceBind'
  | 'SubDeviceUnbind';

type ConnectDeviceError =
  | 'UDP_NOT_RESPONSED'
  | 'SSID_NOT_MATCH'
  | 'CONNECT_SOFTAP_FAIL'
  | 'CONNECT_TARGET_WIFI_FAIL'
  | 'UDP_ERROR'
  | 'DEVICE_ERROR'
  | 'INVALID_UDP_RESPONSE'
  | 'DEVICE_CONNECT_MQTT_FAIL'
  | 'DEVICE_CONNECT_WIFI_FAIL'
  | 'ADD_DEVICE_FAIL'
  | 'SEND_UDP_MSG_FAIL'
  | 'QUERY_BIND_TOKEN_TIMEOUT'
  | 'QUERY_BIND_TOKEN_FAIL'
  | 'DEVICE_RESP_TIMOUT'
  | 'CONNECT_DEVICE_ERROR'
  | 'SMART_CONFIG_FAIL'
  | 'SMART_CONFIG_TIMEOUT'
  | 'SMART_CONFIG_INVALID_RESPONSE';

type ConnectDeviceStep =
  | 'CONNECT_DEVICE_START'
  | 'CONNECT_SOFTAP_START'
  | 'CONNECT_SOFTAP_SUCCESS'
  | 'CONNECT_SMARTCONFIG_START'
  | 'CONNECT_SMARTCONFIG_SUCCESS'
  | 'CREATE_UDP_CONNECTION_START'
  | 'CREATE_UDP_CONNECTION_SUCCESS'
  | 'SEND_TARGET_WIFIINFO_START'
  | 'SEND_TARGET_WIFIINFO_SUCCESS'
  | 'GET_DEVICE_SIGNATURE_START'
  | 'GET_DEVICE_SIGNATURE_SUCCESS'
  | 'ADD_DEVICE_START'
  | 'ADD_DEVICE_SUCCESS'
  | 'CONNECT_DEVICE_SUCCESS'
  | 'QUERY_TOKEN_STATE_START'
  | 'QUERY_TOKEN_STATE_SUCCESS'
  | 'SMARTCONFIG_SEND_TOKEN_START'
  | 'SMARTCONFIG_SEND_TOKEN_SUCCESS';

/** Names of events, errors and steps; each has the value that it has in the official SDK. */
export interface Constants {
  /** Events of {@link AppDevSdk}. Of these only `LoginStateChange` is emitted; those of the WebSocket never come. */
  readonly EventTypes: { readonly Ready: 'ready'; readonly Error: 'error'; readonly LoginStateChange: 'LoginStateChange' } & {
    readonly [Name in WsEvent as `Ws${Name}`]: `ws${Name}`;
  };
  /** Codes of errors; `NOT_SUPPORTED` is this package's own. */
  readonly ErrorCode: Same<
    'WX_API_NEED_AUTH' | 'GET_USERINFO_NEED_AUTH' | 'WX_API_FAIL' | 'VERIFY_LOGIN_FAIL' | 'INTERNAL_ERROR' | 'NOT_SUPPORTED'
  >;
  /** Codes of provisioning errors. */
  readonly ConnectDeviceErrorCode: Same<ConnectDeviceError>;
  /** Codes of provisioning steps. */
  readonly ConnectDeviceStepCode: Same<ConnectDeviceStep> & {
    readonly CONNECT_TARGET_WIFI_START: 'RECONNECT_TARGET_WIFI_START';
    readonly CONNECT_TARGET_WIFI_SUCCESS: 'RECONNECT_TARGET_WIFI_SUCCESS';
  };
  /** What to say of an error over SoftAP. */
  readonly SoftApErrorMsg: { readonly [code: string]: string };
  /** What to say of an error with SmartConfig. */
  readonly SmartConfigErrorMsg: { readonly [code: string]: string };
  /** What to say of a step over SoftAP. */
  readonly SoftApStepMsg: { readonly [code: string]: string };
  /** What to say of a step with SmartConfig. */
  readonly SmartConfigStepMsg: { readonly [code: string]: string };
  /** Colours of dialogues. */
  readonly themeColorMap: { readonly [name in 'primary' | 'success' | 'grey' | 'danger' | 'weak' | 'muted']: string };
}

// ---- Helpers ----

/** A promise with its ends. */
export interface OpenPromise<T> {
  /** The promise. */
  promise: Promise<T>;
  /** Fulfils it. */
  resolve: (value: T) => void;
  /** Rejects it. */
  reject: (reason?: any) => void;
}

/** Does nothing. */
export function noop(): void;
/** Waits for so many milliseconds. */
export function delay(ms: number): Promise<void>;
/** A promise with its ends. */
export function genPromise<T = any>(): OpenPromise<T>;
/** An id that nobody needs to guess. */
export const shortid: { (): string; generate(): string; characters(letters?: string): void };
/** Adds to an address what is not `undefined`. */
export function appendParams(url: string, params?: object): string;
/** What to say of an error. */
export function getErrorMsg(error: any): string | undefined;
/** Whether it is an object as braces make it. */
export function isPlainObject(value: unknown): boolean;
/** Whether it is an array. */
export function isArray(value: unknown): boolean;
/** Whether it is an object or a function. */
export function isObject(value: unknown): boolean;
/** Whether nothing is in it. */
export function isEmpty(value: unknown): boolean;
/** The kind of a value, as `array`. */
export function getType(value: unknown): string;
/** A value with its long texts, lists and objects cut off. */
export function cutoffLong(value: any, maxStringLength?: number, maxArrayLength?: number, maxObjectKeys?: number): any;
/** Every element of a list that comes in pages. */
export function fetchAllList<T>(
  fetchPage: (page: { offset: number; limit: number }) => PromiseLike<{ list: T[]; total: number }>,
): Promise<T[]>;
/** Calls `context._<eventName>Handler`, if there is one. */
export function tryCallHandler(context: any, eventName: string, ...params: any[]): void;
/** Reads `callback({…})`. */
export function jsonp2json(text: string): any;
/** Text whose characters are written in hex. */
export function hexToStr(hex: string): string;
/** Bytes that are written in hex. */
export function hexToArrayBuffer(hex: string): ArrayBuffer;
/** Bytes, each in hex. */
export function arrayBufferToHexStringArray(buffer: ArrayBuffer | string | string[]): string[];
/** A mini-program's function, as one that answers a promise. */
export function pify(api: any, context?: any): (params?: object, ...others: any[]) => Promise<any>;
/** The same. */
export function compatPify(api: any, context?: any): (params?: object, ...others: any[]) => Promise<any>;
/** A plain request. */
export function request(options: {
  url: string;
  data?: any;
  header?: Record<string, string>;
  method?: string;
  [forwarded: string]: any;
}): Promise<{ data: any; [detail: string]: any }>;
/** Asks something of the user in a mini-program; elsewhere the answer is no. */
export function showModal(title: string, content?: string, options?: object): Promise<boolean>;
/** Keeps things on the device; in Node, nowhere. */
export const storage: {
  getItem(key: string): Promise<any>;
  setItem(key: string, value: any): Promise<void>;
  removeItem(key: string): Promise<void>;
};
/** What the host is. */
export const envDetect: {
  readonly [name in 'isMiniProgram' | 'isBrowser' | 'isNode' | 'isRN' | 'isIOS' | 'isAndroid']: boolean;
};
/** Levels of {@link logger}. */
export const LogLevel: Same<'Debug' | 'Info' | 'Warn' | 'Error'>;
/** Writes to the console, once `config({ debug: true })` was called. */
export const logger: {
  options: { debug: boolean };
  config(options: { debug?: boolean }): void;
  debug(...words: any[]): void;
  info(...words: any[]): void;
  warn(...words: any[]): void;
  error(...words: any[]): void;
};
/** Shows things to the user in a mini-program; elsewhere, nothing. */
export const tips: {
  showModal(options: object): Promise<boolean>;
  hideModal(): Promise<void>;
  alert(content: string, options?: object): Promise<boolean>;
  confirm(title: string, content?: string, options?: object): Promise<boolean>;
  showLoading(text?: string, options?: object): Promise<any>;
  showInfo(text: string, options?: object): Promise<void>;
  showError(error: any, options?: object): Promise<void>;
  getErrorMsg(error: any, options?: { defaultMsg?: string; errMsgKey?: string }): string | undefined;
  show(options: object): Promise<void>;
  hide(): Promise<void>;
  hideLoading(): Promise<void>;
  hideToast(): Promise<void>;
  hideInfo(): Promise<void>;
};
/** Left out: using it throws `NOT_SUPPORTED`. */
export const base64: any;
/** Left out: using it throws `NOT_SUPPORTED`. */
export const byteUtil: any;
/** Left out: using it throws `NOT_SUPPORTED`. */
export const CryptoJS: any;
/** Left out: using it throws `NOT_SUPPORTED`. */
export const WebSocket: any;

/** The helpers of the official SDK, as far as they need no other package. */
export interface Utils {
  base64: any;
  byteUtil: any;
  CryptoJS: any;
  WebSocket: any;
  EventEmitter: typeof EventEmitter;
  LogLevel: typeof LogLevel;
  appendParams: typeof appendParams;
  arrayBufferToHexStringArray: typeof arrayBufferToHexStringArray;
  compatPify: typeof compatPify;
  cutoffLong: typeof cutoffLong;
  delay: typeof delay;
  envDetect: typeof envDetect;
  fetchAllList: typeof fetchAllList;
  genPromise: typeof genPromise;
  genVerifyLoginFailError: typeof genVerifyLoginFailError;
  getErrorMsg: typeof getErrorMsg;
  getType: typeof getType;
  handleVerifyLoginError: typeof handleVerifyLoginError;
  hexToArrayBuffer: typeof hexToArrayBuffer;
  hexToStr: typeof hexToStr;
  isArray: typeof isArray;
  isEmpty: typeof isEmpty;
  isObject: typeof isObject;
  isPlainObject: typeof isPlainObject;
  isVerifyLoginError: typeof isVerifyLoginError;
  jsonp2json: typeof jsonp2json;
  logger: typeof logger;
  noop: typeof noop;
  normalizeError: typeof normalizeError;
  pify: typeof pify;
  request: typeof request;
  shortid: typeof shortid;
  showModal: typeof showModal;
  storage: typeof storage;
  tips: typeof tips;
  tryCallHandler: typeof tryCallHandler;
}
