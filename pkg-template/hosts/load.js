// The module out of a mini-program's code package: hosts there take a path, and nothing else.

import { IotError, redact } from '../errors.js';

const FILE = 'iotexplorer_client.wasm';

const initError = (code, detail, cause) => new IotError({ code: 'Init.' + code, detail, cause });

/** How hosts speak of a file that they do not find, or do not look for. */
const NO_FILE = /no such|not (exist|found)|enoent|path|不存在|找不到/i;

/** The version of the host's base library, if it tells. */
function baseLibrary(api) {
  for (const name of ['getAppBaseInfo', 'getSystemInfoSync']) {
    try {
      const { SDKVersion } = api[name]();
      if (SDKVersion) return SDKVersion;
    } catch (_) {
      // Old hosts lack the one, new ones perhaps the other, and a Worker both.
    }
  }
  return api && api.SDKVersion;
}

/** Whether a version is a given one or later; one that is not known counts as new. */
function isSince(version, [major, minor]) {
  const [ownMajor, ownMinor] = String(version).split('.').map(Number);
  return !(ownMajor < major || (ownMajor === major && ownMinor < minor));
}

/**
 * Loads the module.
 *
 * @param {object} platform
 * @param {string} platform.engineName what WebAssembly is called there
 * @param {() => object | undefined} platform.getEngine it
 * @param {() => object | undefined} platform.getApi the host's functions
 * @param {string} platform.needs what has it
 * @param {string} platform.folder where the files are by default
 * @param {[number, number]} platform.brotliSince the base library that reads `.wasm.br`
 * @param {unknown} source a path in the code package, or `undefined` for the default
 * @param {object} imports the glue's functions
 */
export async function load({ engineName, getEngine, getApi, needs, folder, brotliSince }, source, imports) {
  const engine = getEngine();
  if (!engine || typeof engine.instantiate !== 'function') {
    throw initError('NoWebAssembly', `${engineName} takes ${needs}`);
  }
  if (source !== undefined && (typeof source !== 'string' || source === '')) {
    throw initError('BadSource', `here its path in the code package, such as '${folder}${FILE}'`);
  }
  // "Build npm" brings the compressed file alone. Whoever supports older base libraries adds the plain one, which the package
  // has, too; so where the one is not to be had, the other is tried.
  const path = source === undefined ? `${folder}${FILE}.br` : source;
  if (!/^[^:]+\.wasm(\.br)?$/.test(path)) {
    throw initError('BadPath', `${path} is none`);
  }
  const plain = path.replace(/\.br$/, '');
  const other = path === plain ? `${plain}.br` : plain;
  const version = baseLibrary(getApi());
  const paths = isSince(version, brotliSince) ? [path, other] : [plain];
  const failures = [];
  for (const at of paths) {
    let thrown = 'it made no instance';
    try {
      // WeChat's prose says `{ instance }`, as the standard has it; its typings say the instance itself.
      const made = await engine.instantiate(at, imports);
      const instance = made && (made.instance || made);
      if (instance && instance.exports) return { instance };
    } catch (error) {
      thrown = error;
    }
    failures.push(failure(at, redact(thrown)));
  }
  // One of the two is usually not there, and that on purpose; what is wrong with the other one is worth more.
  throw failures.find(({ code }) => code !== 'Init.BadPath') || failures[0];
}

/** The error of one attempt. */
function failure(path, cause) {
  const said = cause.message || cause.name;
  return initError(NO_FILE.test(said) ? 'BadPath' : 'LoadFailed', `${path}: ${said}`, cause);
}
