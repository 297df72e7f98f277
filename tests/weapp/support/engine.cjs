// For Nodes of years ago: loads the mini-program half, and prints what it signs and builds. Its arguments are the folder
// of the files and the vectors of signatures.

'use strict';

const { readFileSync } = require('fs');
const { join } = require('path');

const folder = process.argv[2];
const vectors = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const paths = [];

global.WXWebAssembly = {
  instantiate(path, imports) {
    paths.push(path);
    if (!/\.wasm$/.test(path)) return Promise.reject(new Error('no such file'));
    return WebAssembly.instantiate(readFileSync(join(folder, path.split('/').pop())), imports);
  },
};
const { init, sign, buildRequest, parseResponse, scan, softap, Client, IotError } = require(join(folder, 'index.js'));

async function main() {
  await init();
  const allowed = { allowSecret: true };
  const signers = {
    gateway: (input) => sign.gatewayBind(input, allowed),
    device: (input) => sign.deviceBind(input, allowed),
    app: ({ params, appSecret }) => sign.appRequest(params, appSecret, allowed),
  };
  const signatures = vectors.map(({ kind, input }) => signers[kind](input));
  const text = '设备 \u{1F4A1} \uFFFD "\\\u0000\u007F é';
  const request = buildRequest(
    'AppSigBindDeviceInFamily',
    { FamilyId: text, RoomId: '0', ProductId: 'P', DeviceName: 'D', DeviceTimestamp: '9007199254740993', Signature: 's' },
    { accessToken: 'token', requestId: 'id' },
  );
  const answer = parseResponse('AppGetDeviceInFamily', {
    status: 200,
    body: JSON.stringify({ Response: { Data: { DeviceId: 'P/D', AliasName: text }, RequestId: 'r' } }),
  });
  const plan = scan('https://example.com/?page=softap&productId=P1');
  const message = softap.encodeToken({ ssid: text, password: 'p', token: 't' });
  const nonces = [1, 2, 3].map(() => sign.nonce(16));
  let error;
  try {
    buildRequest('AppGetDeviceInFamily', { ProductId: 7 }, { accessToken: 'token' });
  } catch (thrown) {
    error = thrown instanceof IotError && [thrown.kind, thrown.code, thrown.parameter];
  }
  const sent = [];
  const transport = async ({ body }) => {
    sent.push(JSON.parse(body));
    return { status: 200, body: '{"Response":{"Data":{"DeviceId":"P/D"},"RequestId":"r"}}' };
  };
  const client = new Client({ accessToken: 'token', transport });
  const called = await client.appGetDeviceInFamily({ ProductId: 'P', FamilyId: text, DeviceName: 'D' });
  const version = process.versions.node;
  const lacks = ['TextDecoder', 'FinalizationRegistry', 'globalThis', 'WeakRef'].filter((name) => !(name in global));
  const results = { signatures, request, answer, plan, message, error, called, familyId: sent[0].FamilyId, paths };
  console.log(JSON.stringify({ version, lacks, nonces, results }));
}
main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
