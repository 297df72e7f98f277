// What happens when things happen at the same time: sign-ins, sign-outs, another user, tokens that end. Each case runs on the entry
// `iotexplorer-client/compat`, where it must hold, and on the official SDK, where it must not: so it is known to see the race.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { after, beforeEach, test } from 'node:test';
import { settled } from './support/checks.mjs';
import { loadOfficial, stored } from './support/official.mjs';
import { require } from './support/package.mjs';

const official = loadOfficial();
const ours = require('iotexplorer-client/compat');

// ---- A cloud with two users, which answers when the test says so ----

const USERS = { ann: { id: 'user-ann', family: 'family-of-ann' }, bob: { id: 'user-bob', family: 'family-of-bob' } };
let cloud;

function newCloud() {
  const seen = [];
  const held = [];
  return {
    /** token → user's name. */
    tokens: new Map(),
    /** Every request so far. */
    seen,
    /** Those that wait for `release`, and which are to wait. */
    held,
    isHeld: () => false,
    families: { ann: true, bob: true },
    /** Makes a token of that user. */
    issue(name) {
      const token = `token-${name}-${this.tokens.size}`;
      this.tokens.set(token, name);
      return token;
    },
    /** Ends all tokens. */
    expire() {
      for (const token of this.tokens.keys()) this.tokens.set(token, undefined);
    },
    count: (action) => seen.filter((one) => one.Action === action).length,
    /** Lets everything go on that waits. */
    release() {
      this.isHeld = () => false;
      for (const go of held.splice(0)) go();
    },
    answer(request) {
      const name = this.tokens.get(request.AccessToken);
      const { RequestId } = request;
      if (!name) return { code: 10002, msg: 'no', data: { Error: { Code: 'InvalidParameterValue.InvalidAccessToken', Message: 'no' }, RequestId } };
      const data = {
        AppGetUser: { Data: { UserID: USERS[name].id, NickName: name } },
        AppGetFamilyList: this.families[name]
          ? { FamilyList: [{ FamilyId: USERS[name].family }], Total: 1 }
          : { FamilyList: [], Total: 0 },
        AppGetDeviceStatuses: { DeviceStatuses: [{ DeviceId: `device-of-${name}` }] },
        AppGetFamilyDeviceList: { DeviceList: [{ DeviceId: `device-in-${request.FamilyId}` }], Total: 1 },
      }[request.Action];
      return { code: 0, msg: '', data: { ...data, RequestId } };
    },
  };
}

const server = createServer(async (incoming, outgoing) => {
  let text = '';
  for await (const piece of incoming.setEncoding('utf8')) text += piece;
  const request = JSON.parse(text);
  const mine = cloud;
  mine.seen.push(request);
  // Judged when it comes in, as a cloud does; answered when the test says so.
  const answer = JSON.stringify(mine.answer(request));
  if (mine.isHeld(request)) await new Promise((resolve) => mine.held.push(resolve));
  if (mine.loses?.(request)) return incoming.socket.destroy();
  return outgoing.end(answer);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());
const apiUrl = `http://127.0.0.1:${server.address().port}/api/exploreropen/`;

/** The browser's, which the entry for the web uses where there is one. */
globalThis.window = {
  localStorage: {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, value),
    removeItem: (key) => stored.delete(key),
  },
};

beforeEach(() => {
  stored.clear();
  cloud = newCloud();
});

/** Until something is so. */
async function until(isSo) {
  for (let tries = 0; !isSo(); tries++) {
    assert.ok(tries < 2000, `it never came to ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
const moment = () => new Promise((resolve) => setTimeout(resolve, 30));

/** A user's phone: `who` is at it; `asked` is how often the app's server was asked for a token. */
function phone({ AppDevSdk }, options) {
  const app = { who: 'ann', asked: 0 };
  app.sdk = new AppDevSdk({
    apiUrl,
    wsConfig: { connectWhenInit: false, connectWhenAppShow: false, autoReconnect: false },
    getAccessToken: async () => {
      app.asked++;
      return { Token: cloud.issue(app.who) };
    },
    ...options?.(app),
  });
  return app;
}
const statuses = ({ sdk }) => sdk.requestApi('AppGetDeviceStatuses', { DeviceIds: [] });
/** How it ended: a device's id or a code. */
const outcome = (promise) =>
  settled(promise).then(
    ({ DeviceStatuses, DeviceList }) => (DeviceStatuses || DeviceList)[0].DeviceId,
    ({ code }) => code,
  );

// ---- The cases ----

const CASES = {
  async 'five requests before sign-in: one sign-in'(kind) {
    const app = phone(kind);
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => outcome(statuses(app))));
    assert.deepEqual(outcomes, Array(5).fill('device-of-ann'));
    assert.deepEqual([app.asked, cloud.count('AppGetUser')], [1, 1]);
  },

  async 'five requests whose token has ended: one new sign-in, each asked once more'(kind) {
    const app = phone(kind);
    await app.sdk.init();
    cloud.expire();
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => outcome(statuses(app))));
    assert.deepEqual(outcomes, Array(5).fill('device-of-ann'));
    assert.deepEqual([app.asked, cloud.count('AppGetUser'), cloud.count('AppGetDeviceStatuses')], [2, 2, 10]);
  },

  async 'a refusal that comes in when there is a new token already: no further sign-in'(kind) {
    const app = phone(kind);
    await app.sdk.init();
    cloud.expire();
    let first = true;
    cloud.isHeld = ({ Action }) => Action === 'AppGetDeviceStatuses' && first && !(first = false);
    const slow = outcome(statuses(app));
    await until(() => cloud.held.length === 1);
    assert.equal(await outcome(statuses(app)), 'device-of-ann');
    cloud.release();
    assert.equal(await slow, 'device-of-ann');
    assert.equal(app.asked, 2);
  },

  async 'a sign-out while signing in: nobody is signed in afterwards'(kind) {
    const app = phone(kind);
    cloud.isHeld = ({ Action }) => Action === 'AppGetUser';
    const signingIn = app.sdk.init().catch(({ code }) => code);
    await until(() => cloud.held.length === 1);
    await app.sdk.loginManager.logout();
    cloud.release();
    assert.equal(await settled(signingIn), 'VERIFY_LOGIN_FAIL');
    assert.equal(app.sdk.isLogin, false);
    assert.equal(stored.size, 0);
  },

  async 'a later sign-in wins over an earlier one that takes longer'(kind) {
    const gates = [];
    const app = phone(kind, (app) => ({
      getAccessToken: () => {
        const token = cloud.issue(app.who);
        app.asked++;
        return new Promise((resolve) => gates.push(() => resolve({ Token: token })));
      },
    }));
    const first = app.sdk.loginManager.login();
    await until(() => gates.length === 1);
    app.who = 'bob';
    const second = app.sdk.loginManager.login({ reload: true });
    await until(() => gates.length === 2);
    gates[1]();
    await settled(second);
    gates[0]();
    await settled(first);
    await moment();
    assert.equal(app.sdk.userId, USERS.bob.id);
    assert.match([...stored.values()].join(), /token-bob/);
  },

  async "an answer for a former user is not handed out once another one is there"(kind) {
    const app = phone(kind);
    await app.sdk.init();
    cloud.isHeld = ({ Action }) => Action === 'AppGetDeviceStatuses';
    const slow = outcome(statuses(app));
    await until(() => cloud.held.length === 1);
    await app.sdk.loginManager.logout();
    app.who = 'bob';
    await app.sdk.init();
    cloud.release();
    assert.equal(await slow, 'VERIFY_LOGIN_FAIL');
    assert.equal(await outcome(statuses(app)), 'device-of-bob');
  },

  async "a former user's request is not asked again as the new user, who stays signed in"(kind) {
    const app = phone(kind);
    await app.sdk.init();
    cloud.expire();
    cloud.isHeld = ({ Action }) => Action === 'AppGetDeviceStatuses';
    const slow = outcome(statuses(app));
    await until(() => cloud.held.length === 1);
    await app.sdk.loginManager.logout();
    app.who = 'bob';
    await app.sdk.init();
    cloud.release();
    assert.equal(await slow, 'VERIFY_LOGIN_FAIL');
    assert.equal(cloud.count('AppGetDeviceStatuses'), 1);
    assert.deepEqual([app.asked, app.sdk.userId], [2, USERS.bob.id]);
  },

  async "the default family of a former user is not the new user's"(kind) {
    const app = phone(kind);
    await app.sdk.init();
    assert.equal(await app.sdk.getDefaultFamilyId(), USERS.ann.family);
    await app.sdk.loginManager.logout();
    app.who = 'bob';
    await app.sdk.init();
    const list = app.sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'default' });
    assert.equal(await outcome(list), `device-in-${USERS.bob.family}`);
  },

  async 'a default family that is found when its user is gone: neither handed out nor kept'(kind) {
    const app = phone(kind);
    await app.sdk.init();
    cloud.isHeld = ({ Action }) => Action === 'AppGetFamilyList';
    const slow = settled(app.sdk.getDefaultFamilyId()).catch(({ code }) => code);
    await until(() => cloud.held.length === 1);
    await app.sdk.loginManager.logout();
    app.who = 'bob';
    await app.sdk.init();
    cloud.release();
    assert.equal(await slow, 'VERIFY_LOGIN_FAIL');
    assert.equal(await app.sdk.getDefaultFamilyId(), USERS.bob.family);
  },

  async "the caller's payload stays as it is, and may be used again at once"(kind) {
    const app = phone(kind);
    await app.sdk.init();
    const payload = { FamilyId: 'default' };
    const first = outcome(app.sdk.requestApi('AppGetFamilyDeviceList', payload));
    payload.FamilyId = 'another-one';
    assert.equal(await first, `device-in-${USERS.ann.family}`);
    assert.deepEqual(payload, { FamilyId: 'another-one' });
  },

  async 'who is signed out is not known any more'(kind) {
    const app = phone(kind);
    await app.sdk.init();
    await app.sdk.loginManager.logout();
    assert.deepEqual([app.sdk.userId, app.sdk.userInfo, app.sdk.nickName], ['unknown', undefined, '']);
  },

  async 'a listener that throws does not break a sign-in'(kind) {
    const app = phone(kind);
    app.sdk.on('LoginStateChange', () => {
      throw new Error('the app is wrong');
    });
    await settled(app.sdk.init());
    assert.equal(app.sdk.isLogin, true);
  },

  async 'no second family where the answer that the first was made is lost'(kind) {
    const app = phone(kind);
    cloud.families.ann = false;
    cloud.loses = ({ Action }) => {
      if (Action !== 'AppCreateFamily') return false;
      cloud.families.ann = true;
      return true;
    };
    await app.sdk.init();
    assert.equal(await settled(app.sdk.getDefaultFamilyId()), USERS.ann.family);
    assert.equal(cloud.count('AppCreateFamily'), 1);
  },
};

/** What the official SDK comes to in each: what it has where the case wants something else, or the error that it ends with. */
const THERE = {
  'five requests before sign-in: one sign-in': [5, 5],
  'five requests whose token has ended: one new sign-in, each asked once more': [6, 6, 10],
  'a refusal that comes in when there is a new token already: no further sign-in': 3,
  'a sign-out while signing in: nobody is signed in afterwards': undefined,
  'a later sign-in wins over an earlier one that takes longer': USERS.ann.id,
  'an answer for a former user is not handed out once another one is there': 'device-of-ann',
  "a former user's request is not asked again as the new user, who stays signed in": 'device-of-bob',
  "the default family of a former user is not the new user's": `device-in-${USERS.ann.family}`,
  'a default family that is found when its user is gone: neither handed out nor kept': USERS.ann.family,
  "the caller's payload stays as it is, and may be used again at once": 'device-in-another-one',
  'who is signed out is not known any more': [USERS.ann.id, { UserID: USERS.ann.id, NickName: 'ann' }, 'ann'],
  'a listener that throws does not break a sign-in': 'INTERNAL_ERROR',
  'no second family where the answer that the first was made is lost': 'WX_API_FAIL',
};

for (const [name, work] of Object.entries(CASES)) {
  test(name, () => work(ours));
  test(`${name}: the official SDK fails it`, async () => {
    const result = await work(official).then(
      () => assert.fail('this case sees no race'),
      (error) => ('actual' in error ? error.actual : error.code),
    );
    assert.deepEqual(result, THERE[name]);
  });
}

test('nothing at the same time: both do the same', async () => {
  for (const kind of [official, ours]) {
    stored.clear();
    cloud = newCloud();
    const app = phone(kind);
    await app.sdk.init();
    assert.equal(await outcome(statuses(app)), 'device-of-ann');
    cloud.expire();
    assert.equal(await outcome(statuses(app)), 'device-of-ann');
    await app.sdk.loginManager.logout();
    assert.equal(stored.size, 0);
    app.who = 'bob';
    await app.sdk.init();
    assert.equal(await outcome(statuses(app)), 'device-of-bob');
    assert.equal(app.asked, 3);
    const actions = 'AppGetUser AppGetDeviceStatuses AppGetDeviceStatuses AppGetUser AppGetDeviceStatuses AppGetUser AppGetDeviceStatuses';
    assert.equal(cloud.seen.map(({ Action }) => Action).join(' '), actions);
  }
});

test('a token that the official SDK has kept on the device is used on, and one that has ended is renewed', async () => {
  const before = phone(official);
  await before.sdk.init();
  const after = phone(ours);
  await after.sdk.init();
  assert.deepEqual([before.asked, after.asked, after.sdk.userId], [1, 0, USERS.ann.id]);
  cloud.expire();
  const later = phone(ours);
  await later.sdk.init();
  assert.deepEqual([later.asked, later.sdk.isLogin], [1, true]);
  // Which is kept in its turn; without the cache, nothing is.
  const last = phone(ours);
  await last.sdk.init();
  assert.equal(last.asked, 0);
  const without = phone(ours, () => ({ enableAccessTokenCache: false }));
  await without.sdk.init();
  assert.deepEqual([without.asked, stored.size], [1, 0]);
});

test('with a renewed token the default family is known still; another one is looked up where it is gone', async () => {
  const app = phone(ours);
  const list = () => outcome(app.sdk.requestApi('AppGetFamilyDeviceList', { FamilyId: 'default' }));
  const mine = `device-in-${USERS.ann.family}`;
  assert.deepEqual([await list(), await list()], [mine, mine]);
  cloud.expire();
  assert.equal(await list(), mine);
  assert.deepEqual([app.asked, cloud.count('AppGetFamilyList')], [2, 1]);
  await app.sdk.requestApi('AppExitFamily', { FamilyId: 'default' });
  assert.equal(await list(), mine);
  assert.equal(cloud.count('AppGetFamilyList'), 2);
});
