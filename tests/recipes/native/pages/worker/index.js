Page({
  data: { text: '绑定' },

  onLoad(query) {
    const { control, productId, deviceName } = query;
    const worker = wx.createWorker('workers/index.js');
    const send = (id, options, read) =>
      wx.request({
        ...options,
        method: 'POST',
        success: (answer) => worker.postMessage({ id, result: read(answer) }),
        fail: ({ errMsg }) => worker.postMessage({ id, error: errMsg }),
      });
    const wishes = {
      request(id, { request: { url, headers, body }, timeoutMs }) {
        const options = { url, header: headers, data: body, dataType: 'text', timeout: timeoutMs };
        send(id, options, ({ statusCode, data }) => ({ status: statusCode, body: data }));
      },
      // In the place of SoftAP: the sandbox is told what the device would tell it. A device answers with its names.
      sendToDevice(id, token) {
        const data = JSON.stringify({ token, productId, deviceName });
        const header = { 'content-type': 'application/json' };
        send(id, { url: `${control}/device/report-token`, header, data }, () => ({ productId, deviceName }));
      },
      show: (id, text) => this.setData({ text }),
    };
    worker.onMessage(({ wish, id, payload }) => wishes[wish](id, payload));
    this.worker = worker;
    this.query = query;
  },

  bind() {
    this.worker.postMessage({ bind: this.query });
  },
});
