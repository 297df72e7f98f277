// WeChat: the files of miniprogram_dist/, which "build npm" copies to miniprogram_npm/iotexplorer-client/.
export const platform = {
  name: 'wx',
  getApi: () => (typeof wx === 'undefined' ? undefined : wx),
  engineName: 'WXWebAssembly',
  getEngine: () => (typeof WXWebAssembly === 'undefined' ? undefined : WXWebAssembly),
  needs: 'WeChat with base library 2.13 or later',
  folder: '/miniprogram_npm/iotexplorer-client/',
  brotliSince: [2, 14],
  ask: ({ headers, body }) => ({ header: headers, data: body, dataType: 'text' }),
  read: ({ statusCode, data, header }) => ({ status: statusCode, body: data, headers: header }),
};
