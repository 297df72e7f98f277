// An app that a framework's tool has built, run in the bare runtime: it registers itself, a page is opened, its button
// tapped, and the device that it names is bound in the sandbox.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startSandbox } from '../../js/support/sandbox.mjs';
import { startWeChat } from '../../weapp/support/wechat.mjs';
import { makeWorld } from '../../weapp/support/world.mjs';

const folder = process.env.IOTEXPLORER_RECIPES;
/** The Action of which apps build a request only. */
export const BUILT = 'AppGetFamilySubDeviceList';
const PATIENCE_MS = 20_000;

/** Where the output of a recipe's build command is. */
export function outputOf(recipe, path) {
  assert.ok(folder, 'IOTEXPLORER_RECIPES must name the folder with the built apps');
  return join(folder, recipe, path);
}

/** A page as far as frameworks need one: what it was given to show, and what the platform would call. */
class Shown {
  constructor(path, query, data) {
    Object.assign(this, { data: { ...data }, is: path, route: path, __route__: path, options: query, properties: {} });
  }

  /** Paths (`root.cn.[0]`) stay keys: what is shown is looked for as a value. */
  setData(changes, done) {
    Object.assign(this.data, changes);
    if (done) done();
  }

  triggerEvent() {}
}

/** Starts an app and hands out its runtime and how to open a page. */
function startApp(root, { hasApp, wx }) {
  const host = startWeChat(root);
  const { context } = host;
  const launch = { path: '', query: {}, scene: 1001 };
  let app;
  let registered;
  Object.assign(context.wx, { canIUse: () => false, getLaunchOptionsSync: () => launch, ...wx });
  Object.assign(context, {
    App: (options) => {
      app = options;
    },
    Page: (options) => {
      registered = { methods: options, lifetimes: {}, data: options.data };
    },
    Component: (options) => {
      const { methods, lifetimes, data } = options;
      registered = { methods, lifetimes: { ...options, ...lifetimes }, data };
    },
    getApp: () => app,
    getCurrentPages: () => [],
    // Frameworks expect it, and WeChat has one; the package makes nothing of it.
    global: host.run('({})'),
  });
  if (hasApp) host.require('./app');
  for (const event of ['onLaunch', 'onShow']) if (app && app[event]) app[event](launch);

  function open(path, query) {
    host.require(`./${path}`);
    const { methods, lifetimes, data } = registered;
    const page = Object.assign(new Shown(path, query, data), methods);
    for (const event of ['created', 'attached']) if (lifetimes[event]) lifetimes[event].call(page);
    for (const event of ['onLoad', 'onShow', 'onReady']) if (page[event]) page[event](query);
    return page;
  }
  return { ...host, open };
}

/** Waits until the page shows what matches, and not that it failed. */
async function shown(page, pattern) {
  const text = () => JSON.stringify(page.data);
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (pattern.test(text())) return;
    assert.doesNotMatch(text(), /失败/);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail(`it never shows ${pattern}: ${text()}`);
}

/**
 * A page of the app binds its device, exactly once.
 *
 * @param {string} root the code package
 * @param {(page: object, event: object) => void} tap what the platform does when the page's only button is tapped
 * @param {object} [options]
 * @param {string} [options.path] the page
 * @param {boolean} [options.hasApp] whether app.js is there
 * @param {object} [options.wx] more of the platform's functions
 * @returns the runtime
 */
export async function assertBinds(root, tap, { path = 'pages/index/index', hasApp = true, wx } = {}) {
  const sandbox = await startSandbox();
  const { accessToken, endpoint, familyId, devices } = await makeWorld(sandbox);
  const { productId, deviceName } = devices.token;
  const app = startApp(root, { hasApp, wx });
  const control = `${sandbox.url}/control`;
  const page = app.open(path, { accessToken, endpoint, control, familyId, productId, deviceName });
  await shown(page, /绑定/);
  tap(page, { type: 'tap', timeStamp: Date.now(), detail: {}, target: { dataset: {} }, currentTarget: { dataset: {} } });
  await shown(page, new RegExp(`已绑定 ${productId}/${deviceName}`));
  const device = await sandbox.device(devices.token);
  assert.deepEqual([device.familyId, device.binds], [familyId, 1]);
  const asked = (await sandbox.log()).map(({ action }) => action);
  assert.equal(asked.filter((action) => action === 'AppTokenBindDeviceFamily').length, 1, asked.join());
  assert.ok(!asked.includes(BUILT), 'what is built is not sent');
  return { ...app, page };
}
