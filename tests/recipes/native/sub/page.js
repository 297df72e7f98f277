// A sub-package uses what was built into the main package.
const { Client } = require('iotexplorer-client');

Page({
  data: { text: '绑定' },

  onLoad(query) {
    this.query = query;
  },

  bind() {
    const { endpoint, control, accessToken, familyId, productId, deviceName } = this.query;
    const client = new Client({ accessToken, endpoint });
    return client
      .bindWithToken({
        familyId,
        pollIntervalMs: 20,
        // In the place of SoftAP: the sandbox is told what the device would tell it. A device answers with its names.
        sendToDevice: (token) =>
          new Promise((resolve, fail) => {
            const data = JSON.stringify({ token, productId, deviceName });
            const header = { 'content-type': 'application/json' };
            const success = () => resolve({ productId, deviceName });
            wx.request({ url: `${control}/device/report-token`, method: 'POST', header, data, success, fail });
          }),
      })
      .then((device) => `已绑定 ${device.DeviceId}`, (error) => `失败 ${error}`)
      .then((text) => this.setData({ text }));
  },
});
