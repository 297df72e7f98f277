// An independent sub-package has a package.json of its own, built by the same "build npm", and says where the module is.
const { Client, init } = require('iotexplorer-client');

const MODULE = '/independent/miniprogram_npm/iotexplorer-client/iotexplorer_client.wasm.br';

Page({
  data: { text: '绑定' },

  onLoad(query) {
    this.query = query;
  },

  bind() {
    const { endpoint, control, accessToken, familyId, productId, deviceName } = this.query;
    const client = new Client({ accessToken, endpoint });
    return init(MODULE)
      .then(() =>
        client.bindWithToken({
          familyId,
          pollIntervalMs: 20,
          sendToDevice: (token) =>
            new Promise((resolve, fail) => {
              const data = JSON.stringify({ token, productId, deviceName });
              const header = { 'content-type': 'application/json' };
              const success = () => resolve({ productId, deviceName });
              wx.request({ url: `${control}/device/report-token`, method: 'POST', header, data, success, fail });
            }),
        }),
      )
      .then((device) => `已绑定 ${device.DeviceId}`, (error) => `失败 ${error}`)
      .then((text) => this.setData({ text }));
  },
});
