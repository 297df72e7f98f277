// A Worker sees no file outside this folder, so miniprogram_dist/index.js was copied into it; and it has no `wx`, so the
// page does what takes one. The module is the main package's: it is found by its path.
const { Client } = require('./iotexplorer-client');

let count = 0;
const waiting = {};

/** Has the page do something. */
function ask(wish, payload) {
  return new Promise((resolve, reject) => {
    waiting[++count] = { resolve, reject };
    worker.postMessage({ wish, id: count, payload });
  });
}

const transport = (request, { timeoutMs }) => ask('request', { request, timeoutMs });

worker.onMessage(({ id, error, result, bind }) => {
  if (bind) {
    const { endpoint, accessToken, familyId } = bind;
    new Client({ endpoint, accessToken, transport })
      .bindWithToken({ familyId, pollIntervalMs: 20, sendToDevice: (token) => ask('sendToDevice', token) })
      .then((device) => `已绑定 ${device.DeviceId}`, (failure) => `失败 ${failure}`)
      .then((text) => worker.postMessage({ wish: 'show', payload: text }));
    return;
  }
  const { resolve, reject } = waiting[id];
  delete waiting[id];
  if (error) reject(new Error(error));
  else resolve(result);
});
