// Who is signed in. As in the official SDK a token is kept on the device, checked by asking who it belongs to, and renewed where the
// cloud refuses it; but there is one sign-in at a time, and what belongs to a former user stays with that user.

import { EventTypes } from './constants.js';
import { EventEmitter } from './emitter.js';
import { genVerifyLoginFailError, isVerifyLoginError } from './errors.js';
import { logger, storage } from './utils.js';

/** Where the token is kept: the official SDK's place, so that nobody has to sign in again after an update. */
const KEY = '__qcloud-iotexplorer-appdev-sdk-accessToken';

export class LoginManager extends EventEmitter {
  constructor(sdk, { getAccessToken, appKey, enableAccessTokenCache = true }) {
    super();
    this.sdk = sdk;
    this.getAccessToken = getAccessToken;
    this.appKey = appKey;
    this.enableAccessTokenCache = enableAccessTokenCache;
    // Whoever is signed in: `{ token, user, family }`. A later sign-in has another one, of the same user too. Logs do not show it.
    Object.defineProperty(this, '_session', { value: undefined, writable: true });
    /** The sign-in under way: `{ promise }`. */
    this._login = undefined;
    /** What is being written to the device, one after the other. */
    this._storing = Promise.resolve();
  }

  get accessToken() {
    return this._session ? this._session.token : '';
  }

  get isLogin() {
    return Boolean(this._session);
  }

  get userInfo() {
    return this._session && this._session.user;
  }

  get userId() {
    return this._session ? this._session.user.UserID : this.sdk._defaultUin;
  }

  get nickName() {
    return this._session ? this._session.user.NickName : '';
  }

  /** Signs in; whoever asks meanwhile waits for the same. With `reload` a new sign-in takes the place of whatever is under way. */
  login({ reload = false } = {}) {
    if (this._login && !reload) return this._login.promise;
    const login = {};
    this._login = login;
    login.promise = this._signIn(login, reload);
    return login.promise;
  }

  async _signIn(login, reload) {
    let session;
    let error;
    try {
      session = await this._open(reload);
    } catch (thrown) {
      error = thrown;
    }
    // Somebody has asked for another sign-in since, or for a sign-out: what that comes to is what counts.
    if (this._login !== login) return this.checkLogin();
    this._login = undefined;
    if (error) {
      if (isVerifyLoginError(error)) await this.logout();
      throw error;
    }
    const former = this._session;
    if (former && former.user.UserID === session.user.UserID) session.family = former.family;
    this._session = session;
    this._tell(true);
    await this._store();
  }

  /** Finds a token that is good, and whose it is. */
  async _open(reload) {
    await this._storing;
    const kept = !reload && this.enableAccessTokenCache && (await storage.getItem(KEY));
    if (kept) {
      try {
        return await this._enter(kept);
      } catch (error) {
        if (!isVerifyLoginError(error)) throw error;
      }
    }
    const { Token } = await this.getAccessToken();
    return this._enter(Token);
  }

  async _enter(token) {
    const { data, result } = await this.sdk._ask({ token }, 'AppGetUser', {}, {});
    return { token, user: Object.assign({ UserID: result.UserId }, data.Data || data) };
  }

  /** Waits for the sign-in under way; throws where nobody is signed in. */
  checkLogin() {
    if (this._login) return this._login.promise;
    if (!this.isLogin) throw genVerifyLoginFailError();
    return undefined;
  }

  /** Signs out. A sign-in under way comes to nothing. */
  async logout() {
    this._login = this._session = undefined;
    this._tell(false);
    await this._store();
  }

  async reLogin() {
    await this.logout();
    await this.login({ reload: true });
  }

  /** After a token was refused that `session` had: a new one, once for all who find that out. */
  async _renew(session) {
    if (this._login) return this._login.promise;
    if (this._session === session) return this.login({ reload: Boolean(session) });
    return this.checkLogin();
  }

  /** Makes what is kept on the device agree with who is signed in by then. */
  _store() {
    this._storing = this._storing.then(() =>
      this._session && this.enableAccessTokenCache ? storage.setItem(KEY, this._session.token) : storage.removeItem(KEY),
    );
    return this._storing;
  }

  /** What a listener throws must not break a sign-in. */
  _tell(isLogin) {
    const failed = (error) => logger.error('LoginStateChange', error);
    try {
      Promise.resolve(this.emit(EventTypes.LoginStateChange, isLogin)).catch(failed);
    } catch (error) {
      failed(error);
    }
  }
}
