// init() in a mini-program: where the module is looked for, and what is said when it is not to be had.

import assert from 'node:assert/strict';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rejected, settled, thrown } from '../js/support/checks.mjs';
import { addPlain, buildProject, temporary } from './support/project.mjs';
import { startWeChat } from './support/wechat.mjs';

const root = await buildProject();
const DEFAULT = '/miniprogram_npm/iotexplorer-client/iotexplorer_client.wasm';
const EMPTY_MODULE = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** A runtime, and the package in it. */
function start(options, folder = root) {
  const host = startWeChat(folder, options);
  return { ...host, folder, own: host.require('iotexplorer-client') };
}

/** A code package of its own, to break. */
function copy(change) {
  const folder = temporary();
  cpSync(root, folder, { recursive: true });
  change((name) => join(folder, 'miniprogram_npm/iotexplorer-client', name), folder);
  return folder;
}

/** Whether a function throws an error of the package's whatever it is called with. */
function isStub(work, IotError) {
  try {
    work();
    return false;
  } catch (error) {
    return error instanceof IotError;
  }
}

/** That the package works after all, and was not there before. */
async function assertLoads({ own }, source) {
  thrown(() => own.sign.nonce(), { kind: 'init', code: 'Init.NotReady', message: /init\(\)/ });
  await settled(own.init(source));
  assert.match(own.sign.nonce(8), /^[A-Za-z0-9]{8}$/);
}

test('the compressed file from base library 2.14 on, the plain one before; either where only that is there', async () => {
  const withPlain = copy((at, folder) => addPlain(folder));
  const isOld = { '2.13.0': true, '2.13.10': true, '2.14.0': false, '2.14': false, '3.0.0': false, '10.1.0': false };
  for (const [version, old] of Object.entries(isOld)) {
    const host = start({ version }, withPlain);
    await assertLoads(host);
    assert.deepEqual(host.asked, [old ? DEFAULT : `${DEFAULT}.br`], version);
  }
  const withoutBrotli = copy((at, folder) => {
    rmSync(at('iotexplorer_client.wasm.br'));
    addPlain(folder);
  });
  const plainOnly = start({}, withoutBrotli);
  await assertLoads(plainOnly);
  assert.deepEqual(plainOnly.asked, [`${DEFAULT}.br`, DEFAULT]);
  // As "build npm" leaves it.
  const withoutPlain = start();
  await assertLoads(withoutPlain);
  assert.deepEqual(withoutPlain.asked, [`${DEFAULT}.br`]);
  // A file that is there and cannot be read is no reason to give up, either.
  writeFileSync(join(withPlain, `${DEFAULT}.br`), 'no brotli');
  const broken = start({}, withPlain);
  await assertLoads(broken);
  assert.deepEqual(broken.asked, [`${DEFAULT}.br`, DEFAULT]);
});

test('an old base library as "build npm" leaves the package: what to add is said in both languages', async () => {
  const host = start({ version: '2.13.3' }, copy(() => {}));
  for (const source of [undefined, DEFAULT, `${DEFAULT}.br`]) {
    const error = await rejected(host.own.init(source), { kind: 'init', code: 'Init.BadPath', remedy: 'fix-input' });
    assert.ok(error.message.includes(`${DEFAULT}: `), error.message);
    assert.match(error.message, /before base library 2\.14 add the plain file/);
    assert.match(error.describe('en'), /before base library 2\.14 add the plain file/);
    assert.match(error.describe('zh'), /基础库低于 2\.14 时请加入未压缩的文件/);
  }
  assert.deepEqual(host.asked, [DEFAULT, DEFAULT, DEFAULT], 'what it does not read is not tried');
  addPlain(host.folder);
  await assertLoads(host);
});

test('a file that is there and cannot be read, and no other: what is wrong with it is said', async () => {
  const host = start({}, copy((at) => writeFileSync(at('iotexplorer_client.wasm.br'), 'no brotli')));
  const error = await rejected(host.own.init(), { kind: 'init', code: 'Init.LoadFailed', retryable: true });
  assert.ok(error.message.includes(`${DEFAULT}.br: `), error.message);
  assert.deepEqual(host.asked, [`${DEFAULT}.br`, DEFAULT]);
});

test('a host that does not tell its version', async () => {
  const strange = {
    'no function': () => ({}),
    'one that throws': () => ({
      getSystemInfoSync() {
        throw new Error('not in a Worker');
      },
    }),
    'nothing': () => ({ getSystemInfoSync: () => undefined }),
    'no number': () => ({ getSystemInfoSync: () => ({ SDKVersion: 'dev' }) }),
    'no wx': () => undefined,
  };
  for (const [name, make] of Object.entries(strange)) {
    const host = startWeChat(root);
    const request = host.context.wx.request;
    const api = make();
    if (api) host.context.wx = Object.assign(api, { request });
    else delete host.context.wx;
    await assertLoads({ own: host.require('iotexplorer-client') });
    assert.deepEqual(host.asked, [`${DEFAULT}.br`], name);
  }
  const host = startWeChat(copy((at, folder) => addPlain(folder)), { version: '2.13.1' });
  host.context.wx.getAppBaseInfo = () => ({ SDKVersion: '3.1.0' });
  await assertLoads({ own: host.require('iotexplorer-client') });
  assert.equal(host.asked[0], `${DEFAULT}.br`, 'the newer function comes first');
});

test('a sub-package names its path; a path falls back like the default, from either file to the other', async () => {
  const sub = await buildProject('sub');
  const open = (options) => {
    const host = startWeChat(sub, options);
    return { ...host, own: host.require('./sub/miniprogram_npm/iotexplorer-client') };
  };
  const host = open();
  const error = await rejected(host.own.init(), { kind: 'init', code: 'Init.BadPath', remedy: 'fix-input' });
  assert.match(error.message, /init\('\/sub\/miniprogram_npm\//);
  assert.ok(error.message.includes(`${DEFAULT}.br: `), error.message);
  assert.deepEqual(host.asked, [`${DEFAULT}.br`, DEFAULT]);
  host.asked.length = 0;
  await assertLoads(host, `/sub${DEFAULT}`);
  assert.deepEqual(host.asked, [`/sub${DEFAULT}`, `/sub${DEFAULT}.br`]);
  addPlain(join(sub, 'sub'));
  for (const [version, path] of [['3.0.0', `/sub${DEFAULT}.br`], ['2.13.0', `/sub${DEFAULT}`]]) {
    const another = open({ version });
    await assertLoads(another, `/sub${DEFAULT}.br`);
    assert.deepEqual(another.asked, [path]);
  }
});

test('bad input, each with cause and remedy in both languages; a later init() succeeds', async () => {
  const host = start();
  const { own, asked } = host;
  for (const source of [null, 7, true, {}, [], '', new Uint8Array(8), Promise.resolve('/a.wasm'), { url: '/a.wasm' }]) {
    const error = await rejected(own.init(source), { kind: 'init', code: 'Init.BadSource', remedy: 'fix-input' });
    assert.match(error.message, /path in the code package/);
  }
  const bad = ['https://example.com/a.wasm', 'wxfile://usr/a.wasm', 'http://usr/a.wasm', '/a.js', 'wasm', '/a.wasm?x', '.wasm.gz'];
  for (const path of bad) {
    const error = await rejected(own.init(path), { kind: 'init', code: 'Init.BadPath', remedy: 'fix-input' });
    assert.ok(error.message.includes(path));
    assert.match(error.message, /code package/);
  }
  assert.deepEqual(asked, [], 'none of these was tried');
  for (const path of ['/nowhere.wasm', 'pages/nowhere.wasm', '/nowhere/iotexplorer_client.wasm.br']) {
    const error = await rejected(own.init(path), { kind: 'init', code: 'Init.BadPath', message: /nowhere/ });
    assert.match(error.message, /build npm/);
    assert.match(error.describe('en'), /build npm.*\/sub\/miniprogram_npm\//);
    assert.match(error.describe('zh'), /构建 npm.*\/sub\/miniprogram_npm\//);
    assert.equal(error.describe(), error.describe('zh'), 'Chinese is the default here');
    assert.match(error.cause.message, /no such file/);
  }
  await assertLoads(host);
});

test('a host without WebAssembly', async () => {
  for (const wasm of [undefined, null, {}, { instantiate: 'no function' }]) {
    const host = startWeChat(root, { hasWasm: false });
    if (wasm !== undefined) host.context.WXWebAssembly = wasm;
    const own = host.require('iotexplorer-client');
    const error = await rejected(own.init(), { kind: 'init', code: 'Init.NoWebAssembly', message: /WXWebAssembly/ });
    assert.match(error.message, /2\.13/);
    assert.match(error.describe('en'), /2\.13/);
    assert.match(error.describe('zh'), /2\.13/);
    const client = new own.Client({ accessToken: 'a' });
    await rejected(client.appCreateDeviceBindToken({}), { kind: 'init', code: 'Init.NoWebAssembly' });
  }
});

test('an instantiate that rejects, throws, or brings something else, with anything', async () => {
  const { own, context, asked } = start();
  const real = context.WXWebAssembly;
  const reasons = {
    'CompileError: WebAssembly.Module doesn\'t parse': () => new Error('CompileError: WebAssembly.Module doesn\'t parse'),
    'a text': () => 'a text',
    'instantiate:fail invalid magic': () => ({ errMsg: 'instantiate:fail invalid magic' }),
    'made no instance': () => undefined,
  };
  const ways = { rejects: (value) => Promise.reject(value), throws: (value) => { throw value; } };
  for (const [said, make] of Object.entries(reasons)) {
    for (const [way, fail] of Object.entries(ways)) {
      context.WXWebAssembly = { instantiate: () => fail(make()) };
      const expected = { kind: 'init', code: 'Init.LoadFailed', retryable: true };
      const error = await rejected(own.init(), expected, `${way}: ${said}`);
      if (make() !== undefined) assert.ok(error.message.includes(said), error.message);
      assert.match(error.describe('en'), /init\(\) again/);
      assert.match(error.describe('zh'), /重新调用 init\(\)/);
      assert.equal(error.cause.stack, '');
    }
  }
  for (const result of [undefined, null, {}, { instance: null }, 7, { instance: {} }]) {
    context.WXWebAssembly = { instantiate: () => Promise.resolve(result) };
    await rejected(own.init(), { kind: 'init', code: 'Init.LoadFailed', message: /instance|undefined|null/ });
  }
  const plainOnly = start({}, copy((at, folder) => addPlain(folder)));
  const instantiate = plainOnly.context.WXWebAssembly.instantiate;
  plainOnly.context.WXWebAssembly = {
    instantiate: async (path, imports) => (path.endsWith('.br') ? {} : instantiate(path, imports)),
  };
  await assertLoads(plainOnly);
  // What is worth knowing is the file that was found, whichever was left out.
  const compile = () => Promise.reject(new Error('CompileError'));
  const missing = (path) => Promise.reject(new Error(`no such file ${path}`));
  for (const isThere of ['.wasm', '.br']) {
    context.WXWebAssembly = { instantiate: (path) => (path.endsWith(isThere) ? compile() : missing(path)) };
    await rejected(own.init(), { code: 'Init.LoadFailed', message: /CompileError/ });
  }
  context.WXWebAssembly = real;
  await assertLoads({ own });
  assert.deepEqual(asked, [`${DEFAULT}.br`]);
});

test('what only fetch needs is a stub that throws an IotError', async () => {
  const { own, context } = start();
  let imports;
  context.WXWebAssembly = {
    instantiate: (path, given) => {
      imports = Object.values(given)[0];
      return Promise.reject(new Error('not now'));
    },
  };
  await rejected(own.init(), { kind: 'init' });
  const stubs = Object.values(imports).filter((one) => isStub(one, own.IotError));
  assert.ok(stubs.length > 0);
  for (const stub of stubs) thrown(() => stub(), { kind: 'network', code: 'Network.Failed', message: /fetch/ });
});

test('another module', async () => {
  const host = start({}, copy((at) => writeFileSync(at('other.wasm'), EMPTY_MODULE)));
  const path = '/miniprogram_npm/iotexplorer-client/other.wasm';
  await rejected(host.own.init(path), { kind: 'init', code: 'Init.BadSource', message: /not the one/ });
  await assertLoads(host);
});

test('concurrent calls share one load; after a crash the next one loads afresh, from the same path', async () => {
  const host = start();
  const { own, asked, context } = host;
  const path = `${DEFAULT}.br`;
  const real = context.WXWebAssembly.instantiate;
  let crashes = false;
  context.WXWebAssembly.instantiate = async (...given) => {
    const { exports } = (await real(...given)).instance;
    const broken = {};
    for (const [name, value] of Object.entries(exports)) {
      const isFunction = typeof value === 'function';
      broken[name] = !isFunction
        ? value
        : (...all) => {
            if (crashes) throw new Error('unreachable');
            return value(...all);
          };
    }
    return { instance: { exports: broken } };
  };
  await settled(Promise.all([own.init(path), own.init('/elsewhere.wasm'), own.init()]));
  assert.deepEqual(asked, [path]);
  assert.equal(host.timers.size, 0);
  crashes = true;
  thrown(() => own.sign.nonce(), { kind: 'init', code: 'Init.Crashed' });
  crashes = false;
  await assertLoads(host);
  assert.deepEqual(asked, [path, path]);
});

test('a host whose randomness never comes, refuses or is no randomness', async () => {
  const sources = {
    'never calls back': () => {},
    'refuses': ({ fail }) => fail({ errMsg: 'getRandomValues:fail' }),
    'throws': () => {
      throw new Error('not supported');
    },
    'hands out nothing': ({ success }) => success({}),
    'hands out too little': ({ success }) => success({ randomValues: new ArrayBuffer(3) }),
    'hands out zeros': ({ length, success }) => success({ randomValues: new ArrayBuffer(length) }),
  };
  const all = new Set();
  for (const [name, getRandomValues] of Object.entries(sources)) {
    const host = startWeChat(root);
    host.context.wx.getRandomValues = getRandomValues;
    const own = host.require('iotexplorer-client');
    await settled(own.init(), 5_000);
    const nonces = new Set(Array.from({ length: 2_000 }, () => own.sign.nonce(16)));
    assert.equal(nonces.size, 2_000, name);
    for (const nonce of nonces) all.add(nonce);
    assert.equal(host.timers.size, 0, name);
  }
  assert.equal(all.size, 2_000 * Object.keys(sources).length, 'one start is not like another');
});

test('randomness comes from the host, ahead of time, and is asked for again before it runs out', async () => {
  const asked = [];
  const host = startWeChat(root, { random: false });
  host.context.wx.getRandomValues = ({ length, success }) => {
    asked.push(length);
    setTimeout(() => success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }));
  };
  const own = host.require('iotexplorer-client');
  await own.init();
  assert.equal(asked.length, 1);
  const seen = new Set();
  for (let round = 0; round < 50; round++) {
    for (let at = 0; at < 10; at++) seen.add(own.sign.nonce(16));
    await new Promise((resolve) => setTimeout(resolve));
  }
  assert.equal(seen.size, 500);
  assert.ok(asked.length > 3, `asked ${asked.length} times`);
  // Nothing repeats from one start to the next, either.
  const another = startWeChat(root).require('iotexplorer-client');
  await another.init();
  assert.ok(!seen.has(another.sign.nonce(16)));
});
