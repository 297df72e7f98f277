// Alipay and Douyin: the same package over their own functions. Their folders are copied into a code package, which is
// how they are used.

import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { rejected, settled } from '../js/support/checks.mjs';
import { installed } from '../js/support/package.mjs';
import { startSandbox } from '../js/support/sandbox.mjs';
import { FORBIDDEN, startHost, wasmOf } from './support/host.mjs';
import { makeAlipayRequest, makeDouyinRequest } from './support/platforms.mjs';
import { temporary } from './support/project.mjs';
import { assertAllBound, makeWorld } from './support/world.mjs';

const sandbox = await startSandbox();
const control = (path, body) => sandbox.post(path, body);
const FOLDER = 'iotexplorer-client';
const ACCESS_TOKEN = 'an-access-token';
const PARAMS = { ProductId: 'P', FamilyId: 'f', DeviceName: 'D' };

const PLATFORMS = {
  alipay: {
    api: 'my',
    engine: 'MYWebAssembly',
    makeRequest: makeAlipayRequest,
    since: '2.9.7',
    tell: (SDKVersion) => ({ SDKVersion }),
    failures: [
      [{ error: 13, errorMessage: '超时' }, { kind: 'timeout', code: 'Timeout.Request' }],
      [{ error: 13 }, { kind: 'timeout', code: 'Timeout.Request' }],
      [{ error: 11, errorMessage: '无权跨域' }, { kind: 'network', code: 'Network.DomainNotAllowed' }],
      [{ error: 4, errorMessage: '无权调用该接口' }, { kind: 'network', code: 'Network.DomainNotAllowed' }],
      [{ error: 12, errorMessage: '网络出错' }, { kind: 'network', code: 'Network.Failed' }],
      [{ error: 14, errorMessage: 'JSON parse data error' }, { kind: 'network', code: 'Network.Failed' }],
      [{ error: 9, errorMessage: 'request abort' }, { kind: 'aborted', code: 'Aborted.BySignal' }],
    ],
  },
  douyin: {
    api: 'tt',
    engine: 'TTWebAssembly',
    makeRequest: makeDouyinRequest,
    since: '2.92.0',
    before: '2.91.0',
    tell: (SDKVersion) => ({ getSystemInfoSync: () => ({ SDKVersion }) }),
    failures: [
      [{ errMsg: 'request:fail timeout' }, { kind: 'timeout', code: 'Timeout.Request' }],
      [{ errMsg: 'request:fail url not in domain list' }, { kind: 'network', code: 'Network.DomainNotAllowed' }],
      [{ errMsg: 'request:fail invalid domain' }, { kind: 'network', code: 'Network.DomainNotAllowed' }],
      [{ errMsg: 'request:fail 网络错误' }, { kind: 'network', code: 'Network.Failed' }],
      [{ errMsg: 'request:fail abort' }, { kind: 'aborted', code: 'Aborted.BySignal' }],
    ],
  },
};

for (const [platform, { api, engine: engineName, makeRequest, since, before, tell, failures }] of Object.entries(PLATFORMS)) {
  const root = temporary();
  mkdirSync(join(root, FOLDER));
  cpSync(join(installed, platform), join(root, FOLDER), { recursive: true });
  for (const name of ['iotexplorer_client.wasm', 'miniprogram_dist/iotexplorer_client.wasm.br']) {
    copyFileSync(join(installed, name), join(root, FOLDER, basename(name)));
  }
  copyFileSync(new URL('support/flows.js', import.meta.url), join(root, 'flows.js'));

  function start({ state = {}, hasApi = true, hasEngine = true, version = since } = {}) {
    let wasm;
    const host = startHost(root, (realm, engine) => {
      wasm = wasmOf(root, engine, realm);
      const functions = { request: makeRequest(state), ...tell(version) };
      return {
        [api]: hasApi ? functions : undefined,
        [engineName]: hasEngine ? { instantiate: wasm.instantiate } : undefined,
      };
    });
    return { ...host, state, asked: wasm.asked, own: host.require(`./${FOLDER}/index.js`) };
  }

  test(`${platform}: every flow binds its device exactly once`, async () => {
    const { own, asked, require, timers, run } = start();
    for (const name of FORBIDDEN) assert.equal(run(`typeof ${name}`), 'undefined', name);
    const world = await makeWorld(sandbox);
    await assertAllBound(sandbox, world, await settled(require('./flows.js')(own, world, control)));
    assert.deepEqual(asked, [`/${FOLDER}/iotexplorer_client.wasm.br`]);
    if (before) {
      const old = start({ version: before });
      await old.own.init();
      assert.deepEqual(old.asked, [`/${FOLDER}/iotexplorer_client.wasm`]);
    }
    assert.equal(timers.size, 0);
    assert.equal(new own.IotError({ kind: 'api' }).describe(), new own.IotError({ kind: 'api' }).describe('zh'));
  });

  test(`${platform}: all digits of a number go out`, async () => {
    const { own, state } = start();
    await own.init();
    const client = new own.Client({ accessToken: ACCESS_TOKEN, endpoint: sandbox.endpoint, commonParams: { Big: '汉字' } });
    const device = { ProductId: 'P', DeviceName: 'D', Signature: 's', DeviceTimestamp: '9007199254740993' };
    await client.appSigBindDeviceInFamily({ FamilyId: 'f', RoomId: '0', BindType: 'wifi_sign', ...device }).catch(() => {});
    const { data } = state.requests[0];
    assert.match(String(data), /"DeviceTimestamp":9007199254740993[,}]/);
    assert.match(String(data), /"汉字"/);
  });

  test(`${platform}: an HTTP error is an answer with a status`, async () => {
    const { own } = start();
    await own.init();
    const client = new own.Client({ accessToken: ACCESS_TOKEN, endpoint: sandbox.endpoint, retries: 0 });
    await sandbox.reset();
    await sandbox.post('fault', { action: 'AppGetDeviceInFamily', kind: 'status', status: 503 });
    await rejected(client.appGetDeviceInFamily(PARAMS), { kind: 'protocol', status: 503, retryable: true });
  });

  test(`${platform}: what its request function fails with`, async () => {
    for (const [reason, expected] of failures) {
      const { own } = start({ state: { faults: [{ fail: reason }] } });
      await own.init();
      const client = new own.Client({ accessToken: ACCESS_TOKEN, endpoint: sandbox.endpoint, retries: 0 });
      await rejected(client.appGetDeviceInFamily(PARAMS), expected, JSON.stringify(reason));
    }
  });

  test(`${platform}: without WebAssembly, without its functions, and at a path of the app's own`, async () => {
    const { own } = start({ hasEngine: false });
    await rejected(own.init(), { kind: 'init', code: 'Init.NoWebAssembly', message: new RegExp(engineName) });
    // A Worker: the app passes requests on.
    const worker = start({ hasApi: false });
    await settled(worker.own.init(`/${FOLDER}/iotexplorer_client.wasm`));
    const failing = new worker.own.Client({ accessToken: ACCESS_TOKEN });
    const { cause } = await rejected(failing.appGetDeviceInFamily(PARAMS), { kind: 'network', code: 'Network.Failed' });
    assert.match(cause.message, new RegExp(`${api}\\.request.*transport`));
    const transport = async () => ({ status: 200, body: '{"Response":{"Data":{"Name":"n"}}}' });
    const client = new worker.own.Client({ accessToken: ACCESS_TOKEN, transport });
    assert.equal((await client.appGetDeviceInFamily(PARAMS)).Name, 'n');
  });
}
