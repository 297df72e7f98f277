// What the package consists of, how it is loaded, and what can be done before it is.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs, { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { assertIotError, rejected, settled, thrown } from './support/checks.mjs';
import {
  freshPackage,
  importInProject,
  installed,
  project,
  repository,
  require,
  runInProject,
} from './support/package.mjs';
import { ACTIONS as TABLE, APP_KEYS, methodName } from './support/actions.mjs';
import { startSandbox } from './support/sandbox.mjs';
import { signatures } from './support/wasm-format.mjs';

const NAMES = [
  'Client',
  'IotError',
  'abortController',
  'buildRequest',
  'endpoints',
  'errorCodes',
  'init',
  'parseResponse',
  'request',
  'scan',
  'sign',
  'softap',
];
const ACTIONS = TABLE.map(({ action }) => action);
const filesInPackage = () =>
  readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(installed, join(entry.parentPath, entry.name)))
    .sort();
const wasmPath = join(installed, 'iotexplorer_client.wasm');
const wasm = readFileSync(wasmPath);
const manifest = require('iotexplorer-client/package.json');

test('the same names by import and by require, from the package and from its inline form', async () => {
  for (const specifier of ['iotexplorer-client', 'iotexplorer-client/inline']) {
    const imported = await importInProject(specifier);
    assert.deepEqual(Object.keys(imported).sort(), NAMES, specifier);
    assert.deepEqual(Object.keys(require(specifier)).sort(), NAMES, specifier);
    for (const name of NAMES) assert.equal(imported[name], require(specifier)[name], `${specifier}: ${name}`);
  }
});

test('there is one IotError class in a process', async () => {
  const imported = await importInProject('iotexplorer-client');
  assert.equal(imported.IotError, require('iotexplorer-client').IotError);
  assert.equal(imported.IotError, require('iotexplorer-client/inline').IotError);
  assert.equal((await importInProject('iotexplorer-client/inline')).IotError, imported.IotError);
});

test('methods and builders are there for every Action, and for nothing else', () => {
  const { Client, request, sign, endpoints } = freshPackage();
  const own = ['all', 'bindSubDevices', 'bindWithSignature', 'bindWithToken', 'call', 'constructor', 'free'];
  assert.deepEqual(Object.keys(request).sort(), ACTIONS.map(methodName).sort());
  assert.deepEqual(Object.getOwnPropertyNames(Client.prototype).sort(), [...own, ...ACTIONS.map(methodName)].sort());
  assert.deepEqual(Object.keys(sign).sort(), [
    'appRequest',
    'deviceBind',
    'explain',
    'gatewayBind',
    'nonce',
    'signer',
    'verifyAppRequest',
    'verifyDeviceBind',
    'verifyGatewayBind',
  ]);
  assert.deepEqual(Object.keys(sign.explain).sort(), ['appRequest', 'deviceBind', 'gatewayBind']);
  assert.deepEqual(
    { ...endpoints },
    {
      china: 'https://iot.cloud.tencent.com/api/exploreropen/tokenapi',
      overseas: 'https://oversea.iotcloud.tencentiotcloud.com/api/exploreropen/tokenapi',
    },
  );
});

test('the manifest: no dependency, no script, no side effect, the right entries', () => {
  for (const part of ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts']) {
    assert.equal(manifest[part], undefined, part);
  }
  assert.deepEqual(manifest.bin, { 'iotexplorer-client': 'cli.js' });
  assert.equal(manifest.sideEffects, false);
  assert.equal(manifest.license, 'MIT OR Apache-2.0');
  assert.match(manifest.engines.node, /18/);
  const version = /^version = "([^"]+)"/m.exec(readFileSync(join(repository, 'Cargo.toml'), 'utf8'))[1];
  assert.equal(manifest.version, version);
  assert.deepEqual(Object.keys(manifest.exports).sort(), [
    '.',
    './alipay',
    './compat',
    './diagnose',
    './douyin',
    './inline',
    './iotexplorer_client.wasm',
    './package.json',
    './weapp',
    './weapp/compat',
  ]);
  assert.throws(() => require('iotexplorer-client/core.cjs'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
});

test('the tarball holds exactly these files', () => {
  assert.deepEqual(filesInPackage(), [
    'CHANGELOG.md',
    'LICENSE-APACHE',
    'LICENSE-MIT',
    'README.md',
    'README.zh-CN.md',
    'THIRD-PARTY-NOTICES.txt',
    'alipay.d.cts',
    'alipay/index.js',
    'alipay/package.json',
    'cli.js',
    'compat.cjs',
    'compat.d.cts',
    'compat.d.mts',
    'compat.d.ts',
    'compat.js',
    'compat.mjs',
    'core.cjs',
    'diagnose.cjs',
    'diagnose.d.cts',
    'diagnose.d.ts',
    'diagnose.js',
    'douyin.d.cts',
    'douyin/index.js',
    'douyin/package.json',
    'index.d.ts',
    'index.js',
    'inline-wasm.cjs',
    'inline.cjs',
    'inline.d.cts',
    'inline.d.mts',
    'inline.d.ts',
    'inline.js',
    'inline.mjs',
    'iotexplorer_client.wasm',
    'iotexplorer_client.wasm.d.cts',
    'iotexplorer_client_rest.wasm',
    'licence-stablelib-utf8.txt',
    'miniprogram_dist/index.js',
    'miniprogram_dist/iotexplorer_client.wasm.br',
    'miniprogram_dist/package.json',
    'node.cjs',
    'node.d.cts',
    'node.d.mts',
    'node.mjs',
    'package.json',
    'weapp/compat.js',
    'weapp/index.js',
    'weapp/package.json',
    'wechat-compat.d.cts',
    'wechat.d.cts',
  ]);
});

test('tools find the module by name', () => {
  assert.equal(require.resolve('iotexplorer-client/iotexplorer_client.wasm'), wasmPath);
});

test('there is one module for all hosts', () => {
  const inMiniPrograms = readFileSync(join(installed, 'miniprogram_dist/iotexplorer_client.wasm.br'));
  assert.deepEqual(brotliDecompressSync(inMiniPrograms), wasm);
  assert.deepEqual(Buffer.from(require(join(installed, 'inline-wasm.cjs')), 'base64'), wasm);
  const inEsModule = /["'`](AGFzbQ[A-Za-z0-9+/=]+)["'`]/.exec(readFileSync(join(installed, 'inline.js'), 'utf8'))[1];
  assert.deepEqual(Buffer.from(inEsModule, 'base64'), wasm);
});

test('nothing tells of the machine that built it', () => {
  for (const name of filesInPackage()) {
    const text = readFileSync(join(installed, name), 'latin1');
    const found = /\/(?:home|root|Users|work|tmp)\/[\w.-]+|\.cargo\/registry|rustc\/[0-9a-f]{8}/.exec(text);
    assert.equal(found, null, `${name}: ${found}`);
  }
});

/**
 * What index.js holds of the module: `#` and so many characters further for the shift; then a character a byte, shifted, beyond 91 with
 * `!` or a space before it. `~` stands for `\\`.
 */
function callsInside() {
  const [text] = readFileSync(join(installed, 'index.js'), 'utf8').match(/(?<=")[ !#-[\]-~]{10000,}(?=")/);
  const shift = text.charCodeAt(0) - 35;
  const bytes = text.slice(1).match(/[ !]?[#-~]/g).map((letter) => {
    const [mark, character] = letter.length === 2 ? letter : ['', letter];
    return (character.replace('~', '\\').charCodeAt(0) - 35 + { '': 0, '!': 91, ' ': 182 }[mark] - shift) & 255;
  });
  return Buffer.from(bytes);
}

test('the module is WebAssembly MVP, in one piece and in two', () => {
  const checker = join(repository, 'tests/node_modules/binaryen/bin/wasm-opt');
  const isMvp = (path) => {
    const { status, stderr } = spawnSync(process.execPath, [
      checker,
      '--mvp-features',
      path,
      '-o',
      join(folder, 'out.wasm'),
    ]);
    return status === 0 || String(stderr);
  };
  const folder = mkdtempSync(join(project, 'mvp-'));
  try {
    const calls = join(folder, 'calls.wasm');
    writeFileSync(calls, callsInside());
    for (const path of [wasmPath, calls, join(installed, 'iotexplorer_client_rest.wasm')]) assert.equal(isMvp(path), true, path);
    // The same check finds what is newer.
    const newer = join(folder, 'newer.wat');
    writeFileSync(newer, '(module (func (export "f") (param i32) (result i32) (i32.extend8_s (local.get 0))))');
    assert.match(isMvp(newer), /i32.extend8_s/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the module exports functions and its memory, and no signature holds an i64', () => {
  const { imports, exports } = signatures(wasm);
  const kinds = (list) => [...new Set(list.map((one) => one.kind))].sort();
  // The engine sees the same.
  const compiled = new WebAssembly.Module(wasm);
  const plain = (list) => list.map(({ name, kind }) => ({ name, kind }));
  assert.deepEqual(plain(exports), plain(WebAssembly.Module.exports(compiled)));
  assert.deepEqual(plain(imports), plain(WebAssembly.Module.imports(compiled)));

  assert.deepEqual(kinds(exports), ['function', 'memory']);
  assert.deepEqual(
    exports.filter((one) => one.kind === 'memory').map((one) => one.name),
    ['memory'],
  );
  assert.deepEqual(kinds(imports), ['function']);
  for (const { name, type } of [...imports, ...exports]) {
    const values = type ? [...type.params, ...type.results] : [];
    assert.ok(
      values.every((value) => ['i32', 'f32', 'f64'].includes(value)),
      `${name}: ${values}`,
    );
    assert.ok(!type || type.results.length <= 1, name);
  }
});

test('loading the package changes nothing, starts nothing, and lets Node end', () => {
  for (const specifier of ['iotexplorer-client', 'iotexplorer-client/inline']) {
    const code = `
      const names = () => JSON.stringify([Object.getOwnPropertyNames(globalThis), Object.getOwnPropertyNames(Array.prototype),
        Object.getOwnPropertyNames(Object.prototype), Object.getOwnPropertyNames(Error)]);
      const trap = (name) => () => { throw new Error(name + ' was used') };
      const real = { setTimeout, setInterval, fetch, queueMicrotask };
      const before = names();
      for (const name of Object.keys(real)) globalThis[name] = trap(name);
      for (const name of ['compile', 'instantiate', 'Module', 'Instance']) WebAssembly[name] = trap(name);
      const random = Math.random; Math.random = trap('random');
      require(${JSON.stringify(specifier)});
      Object.assign(globalThis, real); Math.random = random;
      if (names() !== before) throw new Error('globals have changed');
      if (process.listenerCount('uncaughtException') || process.listenerCount('unhandledRejection')) throw new Error('listens');
      process.stdout.write(JSON.stringify(process.getActiveResourcesInfo().filter((name) => !/Pipe|TTY|File/.test(name))));`;
    const out = execFileSync(process.execPath, ['-e', code], { cwd: project, timeout: 20_000, encoding: 'utf8' });
    assert.equal(out, '[]', specifier);
  }
});

const COMMON = { accessToken: 'an-access-token' };
const GATEWAY = { productSecret: 'secret', productId: 'P', deviceName: 'D', nonce: 'n', timestamp: 1 };
const DEVICE = { psk: 'AAAA', productId: 'P', deviceName: 'D', timestamp: 1 };

test('what needs the module says so before it is loaded', async () => {
  const { init, buildRequest, parseResponse, request, sign } = freshPackage();
  const uses = {
    'buildRequest': () => buildRequest('AppCreateDeviceBindToken', {}, COMMON),
    'parseResponse': () => parseResponse('AppCreateDeviceBindToken', { status: 200, body: '{}' }),
    ...Object.fromEntries(Object.keys(request).map((name) => [`request.${name}`, () => request[name]({}, { ...COMMON, ...APP_KEYS })])),
    'sign.gatewayBind': () => sign.gatewayBind(GATEWAY),
    'sign.deviceBind': () => sign.deviceBind(DEVICE),
    'sign.signer': () => sign.signer(GATEWAY),
    'sign.appRequest': () => sign.appRequest({ Action: 'A' }, 'secret'),
    'sign.verifyGatewayBind': () => sign.verifyGatewayBind({ ...GATEWAY, signature: 's' }),
    'sign.verifyDeviceBind': () => sign.verifyDeviceBind({ ...DEVICE, signature: 's' }),
    'sign.verifyAppRequest': () => sign.verifyAppRequest({ Action: 'A', Signature: 's' }, 'secret'),
    'sign.explain.gatewayBind': () => sign.explain.gatewayBind(GATEWAY),
    'sign.explain.deviceBind': () => sign.explain.deviceBind(DEVICE),
    'sign.explain.appRequest': () => sign.explain.appRequest({ Action: 'A' }),
    'sign.nonce': () => sign.nonce(),
  };
  for (const [name, use] of Object.entries(uses)) {
    thrown(use, { kind: 'init', code: 'Init.NotReady', remedy: 'fix-input', message: /await init\(\)/ }, name);
  }
  // While it loads, too.
  const loading = init();
  thrown(uses.buildRequest, { kind: 'init', code: 'Init.NotReady' });
  await loading;
  assert.equal(uses.buildRequest().method, 'POST');
});

test('errors, endpoints, error codes, abort controllers and the checking of options need no init()', () => {
  const { IotError, Client, buildRequest, parseResponse, sign, errorCodes, endpoints, abortController } =
    freshPackage();
  assertIotError(new IotError({ kind: 'api', code: 'InternalError', message: 'm' }), { remedy: 'retry' });
  assert.ok(errorCodes('AppGetDeviceInFamily').includes('InternalError'));
  assert.match(endpoints.china, /^https:/);
  const controller = abortController();
  controller.abort();
  assert.equal(controller.signal.aborted, true);
  thrown(() => buildRequest('AppCreateDeviceBindToken', {}, { ...COMMON, endpoint: 'x' }), { parameter: 'endpoint' });
  thrown(() => parseResponse('AppCreateDeviceBindToken', { status: 'x', body: '' }), { parameter: 'response.status' });
  thrown(() => new Client({ accessToken: 5 }), { kind: 'parameter', parameter: 'accessToken' });
  thrown(() => sign.nonce(0), { kind: 'parameter', parameter: 'length' });
  const client = new Client(COMMON);
  assert.equal(typeof client.free, 'function');
});

test('asynchronous methods load the module by themselves', async () => {
  const { Client, buildRequest } = freshPackage();
  const transport = async () => ({ status: 200, body: '{"Response":{"Data":{"Token":"t"},"RequestId":"r"}}' });
  const client = new Client({ ...COMMON, transport });
  assert.deepEqual(await client.appCreateDeviceBindToken(), { Token: 't', RequestId: 'r' });
  assert.equal(buildRequest('AppCreateDeviceBindToken', {}, COMMON).method, 'POST');
});

test('a call that has to wait for the module sends what it was given', async () => {
  const { Client } = freshPackage();
  const bodies = [];
  const transport = async ({ body }) => (
    bodies.push(JSON.parse(body)),
    { status: 200, body: '{"Response":{"RequestId":"r"}}' }
  );
  const params = { ProductId: 'P', FamilyId: 'f', DeviceName: 'D' };
  const call = new Client({ ...COMMON, transport }).appGetDeviceInFamily(params);
  params.DeviceName = 'other';
  await call;
  assert.equal(bodies[0].DeviceName, 'D');
});

/** Counts what is compiled while `work` runs. */
async function countLoads(work) {
  const { instantiate } = WebAssembly;
  let loads = 0;
  WebAssembly.instantiate = (...given) => (loads++, instantiate.apply(WebAssembly, given));
  try {
    await work();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  return loads;
}

test('init() is idempotent, and concurrent calls share one load', async () => {
  const { init, Client } = freshPackage();
  const transport = async () => ({ status: 200, body: '{"Response":{"RequestId":"r"}}' });
  const loads = await countLoads(async () => {
    const client = new Client({ ...COMMON, transport });
    const all = [init(), init(), client.appCreateDeviceBindToken(), init(wasm), init()];
    assert.deepEqual(
      (await settled(Promise.all(all))).map((value) => typeof value === 'undefined'),
      [true, true, false, true, true],
    );
    assert.equal(await init(), undefined);
    assert.equal(await init('/nowhere'), undefined);
  });
  assert.equal(loads, 1);
});

test('a failed load can be tried again, by init() and by a call', async () => {
  const { init, Client } = freshPackage();
  const [first, second] = [init(join(project, 'nowhere.wasm')), init()];
  await rejected(first, { kind: 'init', code: 'Init.LoadFailed', retryable: true, message: /nowhere\.wasm/ });
  // It had joined the load that failed.
  await rejected(second, { kind: 'init', code: 'Init.LoadFailed' });
  const transport = async () => ({ status: 200, body: '{"Response":{"RequestId":"r"}}' });
  assert.deepEqual(await new Client({ ...COMMON, transport }).appCreateDeviceBindToken(), { RequestId: 'r' });
  await init();
});

test('a call is cancelled while the module is still loading', async () => {
  const { instantiate } = WebAssembly;
  const controllers = [];
  const signal = () => controllers[controllers.push(new AbortController()) - 1].signal;
  WebAssembly.instantiate = () => new Promise(() => {});
  try {
    const { Client } = freshPackage();
    const transport = () => assert.fail('nothing is sent');
    const client = new Client({ ...COMMON, transport });
    const gateway = { productId: 'G', deviceName: 'g' };
    const device = { ProductId: 'P', DeviceName: 'D', DeviceTimestamp: 1, Signature: 'abcdef' };
    const flows = [
      client.appCreateDeviceBindToken({}, { signal: signal() }),
      client.bindWithToken({ familyId: 'f', sendToDevice: transport, signal: signal() }),
      client.bindWithSignature({ familyId: 'f', device, signal: signal() }),
      client.bindSubDevices({ familyId: 'f', gateway, subDevices: [], sign: transport, signal: signal() }),
    ].map((promise) => rejected(promise, { kind: 'aborted', code: 'Aborted.BySignal', mayBeBound: undefined }));
    for (const controller of controllers) controller.abort();
    const [call] = await settled(Promise.all(flows), 2_000);
    assert.equal(call.action, 'AppCreateDeviceBindToken');
  } finally {
    WebAssembly.instantiate = instantiate;
  }
});

test('a load that never settles is given up after a minute, and can be tried again', async (context) => {
  const { init, Client } = freshPackage();
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const given = { name: 'IotError', kind: 'init', code: 'Init.LoadFailed', retryable: true };
  const loading = assert.rejects(init(new Promise(() => {})), given);
  const call = assert.rejects(new Client({ accessToken: 'token' }).appCreateDeviceBindToken(), given);
  await Promise.resolve();
  context.mock.timers.tick(59_999);
  assert.equal(await Promise.race([loading, new Promise((resolve) => setImmediate(resolve, 'waiting'))]), 'waiting');
  context.mock.timers.tick(1);
  await Promise.all([loading, call]);
  context.mock.timers.reset();
  await init();
});

test('init() loads from anything that holds the module', async () => {
  const sandbox = await startSandbox({ pkg: installed });
  const address = `${sandbox.url}/pkg/iotexplorer_client.wasm`;
  const copy = () => wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const shared = () => {
    const buffer = new SharedArrayBuffer(wasm.length);
    new Uint8Array(buffer).set(wasm);
    return buffer;
  };
  const response = () => new Response(copy(), { headers: { 'content-type': 'application/wasm' } });
  const sources = {
    'nothing, that is the default': () => undefined,
    'a path': () => wasmPath,
    'a file URL as text': () => pathToFileURL(wasmPath).href,
    'a file URL': () => pathToFileURL(wasmPath),
    'an address': () => address,
    'a URL': () => new URL(address),
    'a Buffer': () => wasm,
    'a Uint8Array': () => new Uint8Array(wasm),
    'a part of a larger buffer': () =>
      new Uint8Array(Buffer.concat([Buffer.from('before'), wasm, Buffer.from('after')])).subarray(6, 6 + wasm.length),
    'a DataView': () => new DataView(copy()),
    'an ArrayBuffer': copy,
    'shared memory': shared,
    'a Response': response,
    'a Response of another content type': () => new Response(copy()),
    'a promise of a Response': async () => response(),
    'what fetch gives': () => fetch(address),
    'a Module': () => new WebAssembly.Module(wasm),
  };
  for (const [name, source] of Object.entries(sources)) {
    const { init, sign } = freshPackage();
    await settled(init(source())).catch((error) => assert.fail(`${name}: ${error}`));
    assert.equal(sign.nonce(7).length, 7, name);
  }
});

test('the inline form has the module inside', async () => {
  const { init, sign } = freshPackage('iotexplorer-client/inline');
  const read = [];
  // What require() takes for its own files, too.
  fs.readFileSync = (path, ...more) => (read.push(String(path)), readFileSync(path, ...more));
  try {
    await init();
    await assert.rejects(freshPackage('iotexplorer-client').init('no.wasm'));
  } finally {
    fs.readFileSync = readFileSync;
  }
  assert.deepEqual(
    read.filter((path) => path.endsWith('.wasm')),
    ['no.wasm'],
    'no file but the one that shows what this test sees',
  );
  assert.equal(sign.explain.gatewayBind(GATEWAY), 'deviceName=D&nonce=n&productId=P&timestamp=1');
});

test('a load that receives something else says what came and what to do', async () => {
  const sandbox = await startSandbox();
  const page = '<!doctype html><title>Sign in</title>';
  const other = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const hint = /iotexplorer-client\/inline.*init\(url\)/;
  const cases = {
    'a page as bytes': [() => Buffer.from(page), { code: 'Init.NotWasm', message: /an HTML page.*/ }],
    'a page as an answer': [() => new Response(page), { code: 'Init.NotWasm', message: hint }],
    'a page that says it is wasm': [
      () => new Response(page, { headers: { 'content-type': 'application/wasm' } }),
      { code: 'Init.NotWasm', message: /an HTML page/ },
    ],
    'not found': [() => `${sandbox.url}/nowhere.wasm`, { code: 'Init.NotWasm', status: 404, message: hint }],
    'a server in trouble': [
      () => new Response('no', { status: 503 }),
      { code: 'Init.LoadFailed', status: 503, retryable: true },
    ],
    'no bytes': [() => new Uint8Array(), { code: 'Init.NotWasm', message: /nothing/ }],
    'other bytes': [() => Buffer.from('hello, world'), { code: 'Init.NotWasm', message: hint }],
    'a damaged module': [() => wasm.subarray(0, 1000), { code: 'Init.LoadFailed' }],
    'another module': [() => other, { code: 'Init.BadSource', message: /not the one of this package/ }],
    'another Module': [() => new WebAssembly.Module(other), { code: 'Init.BadSource' }],
    'an address nobody answers at': [() => 'http://127.0.0.1:9/x.wasm', { code: 'Init.LoadFailed', retryable: true }],
    'a promise that fails': [() => Promise.reject(new Error('broken')), { code: 'Init.LoadFailed', message: /broken/ }],
    'a promise that fails with a text': [() => Promise.reject('broken'), { code: 'Init.LoadFailed' }],
    'a promise that fails with nothing': [() => Promise.reject(undefined), { code: 'Init.LoadFailed' }],
    ...Object.fromEntries(
      [5, true, '', null, {}, [], Symbol('x'), () => 1].map((bad) => [
        `${typeof bad} ${String(bad)}`,
        [() => bad, { code: 'Init.BadSource', message: /init\(\) takes/ }],
      ]),
    ),
  };
  const { init, sign } = freshPackage();
  for (const [name, [source, expected]] of Object.entries(cases)) {
    await rejected(init(source()), { kind: 'init', ...expected }, name);
  }
  await init();
  assert.equal(sign.nonce().length, 5);
});

test('an address in an error shows neither user name nor query', async () => {
  const { init } = freshPackage();
  const error = await rejected(init('http://name:passw0rd@127.0.0.1:9/x.wasm?key=s3cretkey'), { kind: 'init' });
  assert.ok(!/passw0rd|s3cretkey/.test(JSON.stringify(error) + error.stack + error.cause?.message), error.stack);
});

test('a host without WebAssembly is told so', async () => {
  const { init } = freshPackage();
  const kept = globalThis.WebAssembly;
  delete globalThis.WebAssembly;
  try {
    await rejected(init(), { kind: 'init', code: 'Init.NoWebAssembly', retryable: false });
  } finally {
    Object.defineProperty(globalThis, 'WebAssembly', { value: kept, configurable: true, writable: true });
  }
  await init();
});

test('Node ends after a call, without free() and without exit()', async () => {
  const code = `
    const { Client } = require('iotexplorer-client');
    const transport = async () => ({ status: 200, body: '{"Response":{"RequestId":"r"}}' });
    new Client({ accessToken: 'a', transport }).appCreateDeviceBindToken().then(({ RequestId }) => console.log(RequestId));`;
  assert.equal(
    execFileSync(process.execPath, ['-e', code], { cwd: project, timeout: 20_000, encoding: 'utf8' }),
    'r\n',
  );
});

test('named imports and top-level await work from a file of a user', async () => {
  const { result } = await runInProject(`
    import { init, request, ${NAMES.filter((name) => !['init', 'request'].includes(name)).join(', ')} } from 'iotexplorer-client';
    await init();
    export const result = request.appCreateDeviceBindToken({}, { accessToken: 'a', requestId: 'r' });`);
  assert.equal(result.body, '{"Action":"AppCreateDeviceBindToken","RequestId":"r","AccessToken":"a"}');
});

test('randomness in Node: from the kernel, and from node:crypto where that is not to be had', async () => {
  const { openSync, readSync } = fs;
  const broken = {
    'no such file': { openSync: () => assert.fail('ENOENT') },
    'an ordinary file': { openSync: () => openSync(wasmPath) },
    'too few bytes': { readSync: (file, bytes) => readSync(file, bytes, 0, 5) },
    'an error while reading': { readSync: () => assert.fail('EIO') },
  };
  let asked = 0;
  const { randomFillSync } = crypto;
  crypto.randomFillSync = (bytes) => (asked++, randomFillSync(bytes));
  try {
    for (const [name, functions] of Object.entries({ 'the kernel': {}, ...broken })) {
      const { init, sign } = freshPackage();
      const opened = [];
      await init();
      const open = functions.openSync || openSync;
      Object.assign(fs, functions, { openSync: (path) => opened[opened.push(open(path)) - 1] });
      asked = 0;
      try {
        const nonces = new Set(Array.from({ length: 200 }, () => sign.nonce(16)));
        assert.equal(nonces.size, 200, name);
      } finally {
        Object.assign(fs, { openSync, readSync });
      }
      assert.equal(asked > 0, name !== 'the kernel', name);
      // Nothing is left open.
      for (const file of opened) assert.throws(() => fs.fstatSync(file), { code: 'EBADF' }, name);
    }
  } finally {
    crypto.randomFillSync = randomFillSync;
  }
});
