// A mini-program in JavaScriptCore's shell: `jsc jsc.js -- <code package> <world as JSON>`. The shell has neither network
// nor an event loop that one could use: everything that takes time is a line of JSON written to standard output, and
// ends with a line read from standard input.

(function (global, [root, worldText, forbidden]) {
  const { print, readline, readFile, drainMicrotasks, quit, WebAssembly } = global;
  const evaluate = global.eval;
  for (const name of JSON.parse(forbidden)) delete global[name];

  const waiting = new Map();
  let count = 0;
  function tell(what, callback) {
    const id = ++count;
    waiting.set(id, callback);
    print(JSON.stringify(Object.assign({ id }, what)));
    return id;
  }

  const timers = new Set();
  global.setTimeout = (work, ms) => {
    const id = tell({ type: 'timer', ms: ms || 0 }, () => timers.delete(id) && work());
    timers.add(id);
    return id;
  };
  global.clearTimeout = (id) => {
    timers.delete(id);
  };

  global.wx = {
    request(options) {
      const { url, method, header, data, dataType, timeout, success, fail } = options;
      const request = { url, method, header, data, dataType, timeout };
      const id = tell({ type: 'request', request }, ({ answer, failure }) => (answer ? success(answer) : fail(failure)));
      return { abort: () => tell({ type: 'abort', of: id }) };
    },
    getSystemInfoSync: () => ({ SDKVersion: '2.13.0' }),
  };
  // Its promise would be settled by an event loop.
  global.WXWebAssembly = {
    instantiate: (path, imports) =>
      new Promise((resolve) => {
        if (!/^\/.*\.wasm$/.test(path)) throw new Error(`not a path of a .wasm: ${path}`);
        const module = new WebAssembly.Module(readFile(root + path, 'binary'));
        resolve({ instance: new WebAssembly.Instance(module, imports) });
      }),
  };
  const control = (path, body) => new Promise((resolve) => tell({ type: 'control', path, body }, resolve));

  function load(path) {
    const module = { exports: {} };
    evaluate(`(function (module, exports) {${readFile(root + path)}\n})`)(module, module.exports);
    return module.exports;
  }

  const absent = JSON.parse(forbidden).filter((name) => name in global);
  const own = load('/miniprogram_npm/iotexplorer-client/index.js');
  const bindAll = load('/pages/flows.js');
  const world = JSON.parse(worldText);
  let isOver = false;
  const end = (result) => {
    isOver = true;
    tell(Object.assign({ type: 'end', timers: timers.size, present: absent }, result));
  };
  const told = (error) => Object.assign({ message: String(error), stack: String(error.stack) }, error);
  own
    .init()
    .then(() => {
      const { gatewayBind } = own.sign;
      const signature = gatewayBind(world.vector.input, { allowSecret: true });
      return bindAll(own, world, control).then((outcome) => end({ outcome, signature }));
    })
    .catch((error) => end({ error: told(error) }));
  for (drainMicrotasks(); !isOver; drainMicrotasks()) {
    const { id, value } = JSON.parse(readline());
    const callback = waiting.get(id);
    waiting.delete(id);
    if (callback) callback(value);
  }
  quit();
})(this, arguments);
