// Code as it was written for the official SDK, and what its types promise; compiled by tests/js/compat-types.test.mjs.

import AppDevSdkByDefault, { AppDevPlugin, AppDevSdk, delay, genPromise, tips } from 'iotexplorer-client/compat';
import type { AppDevSdkError, AppDevSdkOptions, LoginManager, RequestApiOptions, UserInfo } from 'iotexplorer-client/compat';
import { IotError } from 'iotexplorer-client';

class Plugin extends AppDevPlugin {
  static override install(sdk: AppDevSdk) {
    sdk.plugins['mine'] = { start: () => delay(1) };
  }
}
// As plug-ins have it that were written for the official SDK's own types.
const foreign = { install(sdk: { requestApi(action: any, payload?: any, options?: any): any; plugins: { [name: string]: any } }) {} };

const options: AppDevSdkOptions = {
  getAccessToken: async () => ({ Token: 'token', ExpireAt: 1_700_000_000 }),
  appKey: 'key',
  apiPlatform: 'weapp',
  apiRegionId: 1,
  apiUrl: 'https://example.com/api/exploreropen/',
  debug: false,
  wsConfig: { autoReconnect: false },
  reporter: (eventName, params) => [eventName, params],
  defaultUin: 'unknown',
  plugins: [Plugin, foreign],
  enableAccessTokenCache: true,
};
const sdk = new AppDevSdk(options);
const same: AppDevSdk = new AppDevSdkByDefault(options);
same.usePlugin(Plugin);

export async function use(): Promise<string> {
  await sdk.init({ reload: true });
  const { DeviceList } = await sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'default' });
  const typed = await sdk.requestApi<{ Token: string }>('AppCreateDeviceBindToken', {}, { doNotRetry: true, timeout: 5000, enableHttp2: true });
  const more: RequestApiOptions = { needLogin: false, header: { 'x-a': 'b' } };
  await sdk.requestApi('AppAnything', undefined, more);
  const user: UserInfo | undefined = sdk.userInfo;
  const manager: LoginManager = sdk.loginManager;
  await manager.login({ reload: true });
  await manager.logout();
  const { EventTypes, ErrorCode, ConnectDeviceStepCode, themeColorMap } = AppDevSdk.constants;
  sdk.on(EventTypes.LoginStateChange, ({ isLogin }) => isLogin).once(EventTypes.WsReport, () => {});
  const report: 'wsReport' = EventTypes.WsReport;
  const step: 'RECONNECT_TARGET_WIFI_START' = ConnectDeviceStepCode.CONNECT_TARGET_WIFI_START;
  const { promise, resolve } = genPromise<string>();
  resolve([user?.UserID, sdk.userId, sdk.uin, sdk.nickName, typed.Token, DeviceList.length, report, step, themeColorMap.primary].join());
  await AppDevSdk.utils.tips.confirm('?');
  AppDevSdk.utils.CryptoJS = {};
  try {
    await sdk.subscribeDevices([{ DeviceId: 'P/D' }, 'P/E']);
  } catch (error) {
    const { code, msg, reqId, error: cause } = error as AppDevSdkError;
    if (code === ErrorCode.VERIFY_LOGIN_FAIL) await sdk.loginManager.reLogin();
    if (cause instanceof IotError) return cause.describe('zh');
    return tips.getErrorMsg({ code, msg, reqId }) ?? '';
  }
  return promise;
}
