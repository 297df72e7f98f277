// What the declarations of iotexplorer-client/compat must refuse.

import { AppDevSdk } from 'iotexplorer-client/compat';

// @ts-expect-error the token comes from somewhere
new AppDevSdk({});
// @ts-expect-error and later
new AppDevSdk({ getAccessToken: () => 'token' });
// @ts-expect-error it is called Token
new AppDevSdk({ getAccessToken: async () => ({ token: 't' }) });
const sdk = new AppDevSdk({ getAccessToken: async () => ({ Token: 't' }) });
// @ts-expect-error an Action has a name
void sdk.requestApi(5);
// @ts-expect-error parameters are an object
void sdk.requestApi('AppGetUser', 'FamilyId');
// @ts-expect-error a number of milliseconds
void sdk.requestApi('AppGetUser', {}, { timeout: 'long' });
// @ts-expect-error whether somebody is signed in, the SDK knows
sdk.isLogin = true;
// @ts-expect-error there is no such event
sdk.on(AppDevSdk.constants.EventTypes.WsNothing, () => {});
// @ts-expect-error a listener is a function
sdk.on('ready', 'listener');
// @ts-expect-error nobody may be signed in
void sdk.userInfo.NickName;
// @ts-expect-error a plug-in installs itself
sdk.usePlugin({});
// @ts-expect-error a constant
AppDevSdk.constants.ErrorCode.INTERNAL_ERROR = 'x';
