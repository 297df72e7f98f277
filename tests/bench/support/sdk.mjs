// The official SDK in Node, where it takes itself to be in a mini-program once there is a `wx.request`.

import { createRequire } from 'node:module';

const { AppDevSdk } = createRequire(import.meta.url)('qcloud-iotexplorer-appdev-sdk');

/** Its logger prints each call several times over; with nobody listening that costs it less. */
export function mute() {
  for (const name of ['debug', 'info', 'log', 'warn', 'error']) console[name] = () => {};
}

/** An SDK that has signed in, and sends through `request`, a `wx.request`. */
export async function signedIn(accessToken, request) {
  globalThis.wx = {
    request,
    onAppHide() {},
    onAppShow() {},
    getSystemInfoSync: () => ({ platform: 'ios' }),
    getStorage: ({ fail }) => fail({ errMsg: 'getStorage:fail' }),
    setStorage: ({ success }) => success({}),
    removeStorage: ({ success }) => success({}),
  };
  const sdk = new AppDevSdk({
    getAccessToken: async () => ({ Token: accessToken }),
    apiPlatform: 'weapp',
    wsConfig: { connectWhenInit: false, connectWhenAppShow: false, autoReconnect: false },
    enableAccessTokenCache: false,
  });
  await sdk.init();
  return sdk;
}
