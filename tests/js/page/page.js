// What the browser test calls. Everything comes from the sandbox itself, under its content security policy.

async function control(path, body) {
  const options = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await realFetch(`/control/${path}`, options);
  return answer.json();
}
const realFetch = fetch.bind(window);

const load = (entry) => import(`/pkg/${entry}.js`);
const nameOf = ({ productId, deviceName }) => ({ productId, deviceName });
const facts = (error) => ({
  isError: error instanceof Error,
  name: error.name,
  kind: error.kind,
  code: error.code,
  parameter: error.parameter,
  message: error.message,
  json: JSON.stringify(error),
  en: error.describe?.(),
});
/** What a function throws, or what its promise rejects with, as plain data. */
async function failure(work) {
  try {
    return { resolved: await work() };
  } catch (error) {
    return facts(error);
  }
}

async function start(entry) {
  const own = await load(entry);
  const seed = await control('seed');
  const [{ accessToken, families }] = seed.users;
  const client = new own.Client({ accessToken, endpoint: seed.endpoint });
  const free = async (kind) =>
    (await control('devices')).filter((one) => one.kind === kind && !one.familyId).map(nameOf);
  return { own, seed, client, familyId: families[0].familyId, free };
}

window.tests = {
  names: async (entry) => Object.keys(await load(entry)).sort(),

  /** Binds in every way, and hands out what was bound and which steps were seen. */
  async bindAll(entry) {
    const { seed, client, familyId, free } = await start(entry);
    const steps = [];
    const onProgress = ({ step }) => {
      if (steps.at(-1) !== step) steps.push(step);
    };
    const [plug, other] = await free('wifi');
    const [lock] = await free('bluetooth');
    const subDevices = (await free('sub')).slice(0, 2);
    const bound = [];
    bound.push(
      await client.bindWithToken({
        familyId,
        pollIntervalMs: 50,
        sendToDevice: (token) => control('device/report-token', { token, ...plug, delayMs: 100 }),
        onProgress,
      }),
    );
    for (const device of [other, lock]) {
      const signed = await control('device/sign', device);
      bound.push(await client.bindWithSignature({ familyId, bindType: signed.BindType, device: signed, onProgress }));
    }
    const results = await client.bindSubDevices({
      gateway: seed.gateway,
      familyId,
      subDevices,
      sign: async (device, toSign) => (await control('sign', { ...nameOf(device), ...toSign })).signature,
    });
    bound.push(...results.map((result) => result.device ?? facts(result.error)));
    return { steps, bound: bound.map((device) => [device.DeviceId, device.confirmed]) };
  },

  /** The three that take a secret, and those that do not, with and without leave. */
  async secrets(entry) {
    const LOGIN = { Type: 'phone', CountryCode: '86', PhoneNumber: '13800000000', Password: 'Pass-w0rd-1' };
    const { init, sign, Client, request } = await load(entry);
    await init();
    const gateway = { productSecret: 'a-product-secret', productId: 'P', deviceName: 'D', nonce: 'n', timestamp: 1 };
    const device = { psk: 'AAECAw==', productId: 'P', deviceName: 'D', timestamp: 1 };
    const params = { Action: 'A' };
    const uses = {
      gatewayBind: (options) => sign.gatewayBind(gateway, options),
      deviceBind: (options) => sign.deviceBind(device, options),
      appRequest: (options) => sign.appRequest(params, 'an-app-secret', options),
      // Their result is any text: what matters is whether they may.
      client: (options) => String(new Client({ appKey: 'key', appSecret: 'an-app-secret', ...options })),
      request: (options) => {
        const { body } = request.appGetToken(LOGIN, { appKey: 'key', appSecret: 'an-app-secret', ...options });
        return JSON.parse(body).Signature;
      },
    };
    const result = { refused: {}, allowed: {} };
    for (const [name, use] of Object.entries(uses)) {
      result.refused[name] = [
        await failure(() => use()),
        await failure(() => use({})),
        await failure(() => use({ allowSecret: false })),
      ];
      result.allowed[name] = use({ allowSecret: true });
    }
    result.verified = [
      sign.verifyGatewayBind({ ...gateway, signature: result.allowed.gatewayBind }),
      sign.verifyDeviceBind({ ...device, signature: result.allowed.deviceBind }),
      sign.verifyAppRequest({ ...params, Signature: result.allowed.appRequest }, 'an-app-secret'),
      sign.verifyAppRequest({ ...params, Signature: 'x' }, 'an-app-secret'),
    ];
    result.explained = sign.explain.gatewayBind(gateway);
    result.nonces = [sign.nonce(), sign.nonce(64)];
    return result;
  },

  /** A call while the page's fetch is replaced by ones that misbehave. */
  async brokenFetch(entry) {
    const { own, client } = await start(entry);
    // The module itself comes by fetch.
    await own.init();
    const call = () => client.call('AppCreateDeviceBindToken', {}, { timeoutMs: 1000 });
    const broken = {
      text: () => Promise.reject('text'),
      errMsg: () => Promise.reject({ errMsg: 'request:fail' }),
      undefined: () => Promise.reject(undefined),
      throws: () => {
        throw new TypeError('no');
      },
      throwsText: () => {
        throw 'text';
      },
      nothing: () => undefined,
      nonsense: async () => ({ status: 200 }),
      number: async () => 5,
      never: () => new Promise(() => {}),
    };
    const result = {};
    for (const [name, replacement] of Object.entries(broken)) {
      window.fetch = replacement;
      result[name] = await failure(call);
    }
    delete window.fetch;
    Object.defineProperty(window, 'fetch', { value: undefined, configurable: true, writable: true });
    result.missing = await failure(call);
    window.fetch = realFetch;
    result.restored = typeof (await call()).Token;
    return result;
  },

  initFrom: async (entry, source) =>
    failure(async () => {
      const { init } = await load(entry);
      const sources = {
        default: () => undefined,
        url: () => new URL('/pkg/iotexplorer_client.wasm', location.href),
        text: () => '/pkg/iotexplorer_client.wasm',
        response: () => realFetch('/pkg/iotexplorer_client.wasm'),
        bytes: async () => (await realFetch('/pkg/iotexplorer_client.wasm')).arrayBuffer(),
        module: async () => WebAssembly.compileStreaming(realFetch('/pkg/iotexplorer_client.wasm')),
        page: () => '/index.html',
      };
      const value = source === 'bytes' || source === 'module' ? await sources[source]() : sources[source]();
      await init(value);
      return 'loaded';
    }),

  abort: async (entry) => {
    const { client } = await start(entry);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    return failure(() => client.call('AppCreateDeviceBindToken', {}, { signal: controller.signal }));
  },

  /** What a page may do before everything is there; `then` is what it does next. */
  async parts(entry, then) {
    const { own, seed, client, familyId, free } = await start(entry);
    const result = {};
    const steps = {
      call: async () => typeof (await client.call('AppCreateDeviceBindToken')).Token,
      flow: async () => {
        const [plug] = await free('wifi');
        const sendToDevice = (token) => control('device/report-token', { token, ...plug });
        return (await client.bindWithToken({ familyId, pollIntervalMs: 50, sendToDevice })).confirmed;
      },
      gateway: async () => {
        const subDevices = (await free('sub')).slice(0, 1);
        const sign = async (device, toSign) => (await control('sign', { ...nameOf(device), ...toSign })).signature;
        const results = await client.bindSubDevices({ gateway: seed.gateway, familyId, subDevices, sign });
        return results.map(({ ok }) => ok);
      },
      app: async () => {
        const options = { ...seed.app, allowSecret: true, endpoint: seed.endpoint };
        const { appKey, appSecret } = options;
        const app = new own.Client({ appKey, appSecret, allowSecret: true, endpoint: seed.endpoint });
        return (await failure(() => app.appGetToken({ Type: 'phone', CountryCode: '86', PhoneNumber: '1', Password: 'no' }))).kind;
      },
      build: () => own.buildRequest('AppGetFamilyList', {}, { accessToken: 't' }).method,
      buildApp: () =>
        own.buildRequest(
          'AppGetToken',
          { Type: 'phone', CountryCode: '86', PhoneNumber: '1', Password: 'p' },
          { appKey: 'k', appSecret: 's', allowSecret: true },
        ).method,
      nonce: () => own.sign.nonce().length,
      gatewayBind: () =>
        own.sign.gatewayBind({ productSecret: 's', productId: 'P', deviceName: 'D', nonce: 'n', timestamp: 1 }, { allowSecret: true }).length,
      scan: () => own.scan('{"DeviceName":"d","ProductId":"P"}').type ?? 'none',
      init: () => own.init().then(() => 'loaded'),
      inits: () => Promise.all([own.init(), own.init(), client.call('AppCreateDeviceBindToken')]).then(() => 'loaded'),
    };
    for (const step of then) result[step] = await failure(steps[step]);
    return result;
  },

  /** Both parts in an instance that crashes in the rest, and what comes after. */
  async crashInRest(entry) {
    const { Instance } = WebAssembly;
    let isBroken = true;
    WebAssembly.Instance = function (...given) {
      const made = new Instance(...given);
      if (!isBroken || !made.exports.sign) return made;
      isBroken = false;
      const sign = () => {
        throw new WebAssembly.RuntimeError('unreachable');
      };
      return { exports: { ...made.exports, sign } };
    };
    const { own, client } = await start(entry);
    await own.init();
    const signed = () =>
      own.sign.gatewayBind({ productSecret: 's', productId: 'P', deviceName: 'D', nonce: 'n', timestamp: 1 }, { allowSecret: true }).length;
    const first = await failure(signed);
    const unready = await failure(signed);
    // No network is needed: both parts are there, compiled.
    window.fetch = (address, ...rest) => (String(address).endsWith('.wasm') ? Promise.reject(new TypeError('offline')) : realFetch(address, ...rest));
    const called = typeof (await client.call('AppCreateDeviceBindToken')).Token;
    const stillUnready = await failure(signed);
    await own.init();
    return { first, unready, called, stillUnready, again: signed() };
  },

  /** In an engine that compiles next to nothing on a page's own thread, as Chromium was until 2023. */
  async whereCompilingIsLimited(entry) {
    const { Module, Instance } = WebAssembly;
    let refused = 0;
    const limited = (Made, sizeOf) =>
      function (first, ...more) {
        if (sizeOf(first) <= 4096) return new Made(first, ...more);
        refused++;
        throw new RangeError(`WebAssembly.${Made.name} is disallowed on the main thread, if the buffer size is larger than 4KB.`);
      };
    WebAssembly.Module = limited(Module, ({ byteLength }) => byteLength);
    WebAssembly.Instance = limited(Instance, () => Infinity);
    const { own, client } = await start(entry);
    const called = typeof (await client.call('AppCreateDeviceBindToken')).Token;
    await own.init();
    return { refused, called, nonce: own.sign.nonce().length };
  },

  big: async (entry) => {
    const { init, parseResponse } = await load(entry);
    await init();
    const { X } = parseResponse('AppGetDeviceInFamily', { status: 200, body: '{"Response":{"X":9007199254740993}}' });
    return X;
  },
};
document.body.textContent = 'Ready.';
