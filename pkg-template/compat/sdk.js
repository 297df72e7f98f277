// `AppDevSdk`: the interface of the official SDK, upon this package.

import * as constantsModule from './constants.js';
import { EventEmitter } from './emitter.js';
import { genVerifyLoginFailError, isVerifyLoginError, normalizeError, notSupported } from './errors.js';
import { defaultFamilyOf, forgetFamily } from './family.js';
import { LoginManager } from './login.js';
import { ask } from './request.js';
import * as utilsModule from './utils.js';

// Objects of their own, so that an app can put what is left out in its place.
const constants = Object.assign({}, constantsModule);
const utils = Object.assign({}, utilsModule);
const { EventTypes } = constants;
const { logger, noop } = utils;

/** The base of plug-ins; `install` gets the SDK. */
export function AppDevPlugin() {}
AppDevPlugin.install = noop;

/** What stands in the place of the WebSocket: never connected. */
class NoWebSocket extends EventEmitter {
  constructor(sdk, options) {
    super();
    this.sdk = sdk;
    this.options = options;
  }

  isConnected() {
    return false;
  }

  /** There is nothing to end. */
  disconnect() {}
}
for (const name of ['connect', 'doConnectWs', 'send', 'sendWsHeatBeat', 'activePush']) {
  NoWebSocket.prototype[name] = () => Promise.reject(notSupported(`ws.${name}`));
}

const LEVELS = { info: 0, warn: 1, error: 2 };

/** Tells the app's reporter, which must not break anything. */
function reporterOf(report) {
  const reporter = {};
  for (const name of Object.keys(LEVELS)) {
    reporter[name] = (eventName, params) => {
      try {
        report(eventName, Object.assign({ level: LEVELS[name] }, params));
      } catch (error) {
        logger.warn('reporter', error);
      }
    };
  }
  return reporter;
}

export class AppDevSdk extends EventEmitter {
  constructor({
    getAccessToken,
    appKey = '',
    apiPlatform = '',
    apiRegionId = 1,
    debug = false,
    apiUrl,
    wsConfig,
    reporter,
    plugins,
    defaultUin = 'unknown',
    enableAccessTokenCache = true,
  } = {}) {
    super();
    this.constants = constants;
    this.utils = utils;
    this.plugins = {};
    this._defaultUin = defaultUin;
    this._apiUrl = apiUrl;
    this._apiPlatform = apiPlatform;
    this._apiRegionId = apiRegionId;
    this._debug = debug;
    if (debug) logger.config({ debug });
    this.reporter = reporterOf(reporter || noop);
    this.ws = new NoWebSocket(this, Object.assign({ apiPlatform }, wsConfig));
    this.loginManager = new LoginManager(this, { getAccessToken, appKey, enableAccessTokenCache });
    this.loginManager.on(EventTypes.LoginStateChange, (isLogin) => this.emit(EventTypes.LoginStateChange, { isLogin }));
    for (const plugin of plugins || []) this.usePlugin(plugin);
  }

  usePlugin(plugin) {
    plugin.install(this);
  }

  get userInfo() {
    return this.loginManager.userInfo;
  }

  get isLogin() {
    return this.loginManager.isLogin;
  }

  get userId() {
    return this.loginManager.userId;
  }

  get uin() {
    return this.loginManager.userId;
  }

  get nickName() {
    return this.loginManager.nickName;
  }

  async init({ reload } = {}) {
    if (this.isLogin) return;
    try {
      await this.loginManager.login({ reload });
    } catch (error) {
      throw normalizeError(error);
    }
  }

  requestApi(action, payload, options) {
    const { doNotRetry, needLogin, doNotReport, ...passed } = options || {};
    // The caller's own object stays as it is, and may be used for something else meanwhile.
    const sent = Object.assign({}, payload);
    return this._signedIn((session) => this._askAs(session, action, sent, passed), doNotRetry, needLogin);
  }

  getDefaultFamilyId() {
    return this._signedIn((session) => this._defaultFamilyOf(session));
  }

  /** Does something for whoever is signed in; where the access token is refused, once more with another one. */
  async _signedIn(work, doNotRetry = false, needLogin = true) {
    const { loginManager } = this;
    let session;
    let answer;
    try {
      if (needLogin) await loginManager.checkLogin();
      session = loginManager._session;
      answer = await work(session);
    } catch (thrown) {
      const error = normalizeError(thrown);
      if (!isVerifyLoginError(error)) throw error;
      if (doNotRetry) throw genVerifyLoginFailError(error);
      try {
        await loginManager._renew(session);
      } catch (reason) {
        throw genVerifyLoginFailError(Object.assign({}, error, { reason: normalizeError(reason) }));
      }
      this._mustStillBe(session);
      return this._signedIn(work, true);
    }
    this._mustStillBe(session);
    return answer;
  }

  /** Refuses what belongs to somebody who is not signed in any more. */
  _mustStillBe(session) {
    if (session && !(this.isLogin && this.userInfo.UserID === session.user.UserID)) throw genVerifyLoginFailError();
  }

  /** Asks in the name of a session, for its own default family. */
  async _askAs(session, action, payload, options) {
    const ask = (...what) => this._ask(session || {}, ...what);
    let sent = payload;
    if (payload.FamilyId === 'default') {
      if (!session) throw genVerifyLoginFailError();
      sent = Object.assign({}, payload, { FamilyId: await this._defaultFamilyOf(session) });
    }
    try {
      const { data } = await ask(action, sent, options);
      if (session && /(Delete|Exit)Family$/.test(action)) forgetFamily(session);
      return data;
    } catch (error) {
      // It may be gone, or this user from it.
      if (session && /Family/.test(error.code)) forgetFamily(session);
      throw error;
    }
  }

  _defaultFamilyOf(session) {
    return defaultFamilyOf(session, async (action, payload) => (await this._ask(session, action, payload, {})).result);
  }

  /** Asks with what the official SDK adds to every request. */
  _ask({ token }, action, { uin, AccessToken, ...payload }, options) {
    const own = this._debug ? this._defaultUin : this.userId;
    const params = Object.assign({ RegionId: this._apiRegionId }, payload);
    if (this._apiPlatform) params.Platform = this._apiPlatform;
    const as = { apiUrl: this._apiUrl, debug: this._debug, uin: uin === undefined ? own : uin, token: token || AccessToken };
    return ask(as, action, params, options);
  }

  disconnectWebsocket() {
    this.ws.disconnect();
  }
}
for (const name of ['sendWebsocketMessage', 'connectWebsocket', 'subscribeDevices']) {
  Object.defineProperty(AppDevSdk.prototype, name, {
    value: () => Promise.reject(notSupported(name)),
    configurable: true,
    writable: true,
  });
}

AppDevSdk.utils = utils;
AppDevSdk.constants = constants;
// Minifying shortens it.
Object.defineProperty(AppDevSdk, 'name', { value: 'AppDevSdk' });
