// `client.all`: lists that come in pages, element by element, while they change and from servers that misbehave.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rejected, settled } from './support/checks.mjs';
import { freshPackage, require, vectors } from './support/package.mjs';
import { startSandbox } from './support/sandbox.mjs';

const { Client, init } = require('iotexplorer-client');
await init();

const ACTION = 'AppGetFamilyDeviceList';
const PARAMS = { FamilyId: 'f', RoomId: '' };

const device = (id) => ({ ProductId: 'P', DeviceName: `d${id}`, DeviceId: `P/d${id}`, RoomId: '0' });
const range = (from, to) => Array.from({ length: to - from }, (_, at) => from + at);
const devices = (from, to) => range(from, to).map(device);
const answer = (payload) => ({ status: 200, body: JSON.stringify({ Response: { RequestId: 'r', ...payload } }) });

/** A cloud with one list, which may be changed before each answer; it keeps what was asked for. */
function cloud(list, { key = 'DeviceList', total = () => list.length, change = () => {}, page } = {}) {
  const asked = [];
  const transport = async ({ body }) => {
    const request = JSON.parse(body);
    asked.push(request);
    // In a loop without end no timer rings.
    if (asked.length > 2_000) throw new Error('it never ends');
    const { Offset, Limit } = request;
    await change(list, asked.length);
    const rows = page ? page(Offset, Limit, asked.length) : list.slice(Offset, Offset + Limit);
    return rows.status ? rows : answer({ Total: total(), [key]: rows });
  };
  const client = new Client({ accessToken: 'token', transport, retries: 0 });
  return { asked, client, pages: () => asked.map(({ Offset, Limit }) => [Offset, Limit]) };
}

async function gather(iterator, most = 10_000) {
  const items = [];
  for await (const item of iterator) {
    items.push(item);
    assert.ok(items.length <= most, 'it never ends');
  }
  return items;
}
const ids = (items) => items.map((item) => Number(/\d+$/.exec(item.DeviceId)[0]));

test('all elements come in order, whole, and each page is asked for when it is needed', async () => {
  for (const count of [0, 1, 2, 49, 50, 51, 99, 100, 101, 149, 230]) {
    const { asked, client } = cloud(devices(0, count));
    const items = await settled(gather(client.all(ACTION, PARAMS)));
    assert.deepEqual(items, devices(0, count));
    assert.ok(asked.length <= Math.ceil((count + 1) / 49) + 1, `${asked.length} pages for ${count}`);
    for (const { Action, FamilyId, RoomId, Limit } of asked) {
      assert.deepEqual([Action, FamilyId, RoomId, Limit], [ACTION, 'f', '', 50]);
    }
  }
  const { asked, client } = cloud(devices(0, 230));
  const iterator = client.all(ACTION, PARAMS);
  await sleep(5);
  assert.equal(asked.length, 0);
  for (const at of range(0, 50)) {
    assert.deepEqual(await iterator.next(), { value: device(at), done: false });
    assert.equal(asked.length, 1);
  }
  assert.deepEqual((await iterator.next()).value, device(50));
  assert.equal(asked.length, 2);
});

test('the caller says where to begin and how many to ask for at a time', async () => {
  for (const [Offset, Limit] of [[3, 4], ['3', '4'], [3n, 4n]]) {
    const { client, pages } = cloud(devices(0, 12));
    assert.deepEqual(ids(await gather(client.all(ACTION, { ...PARAMS, Offset, Limit }))), range(3, 12));
    assert.deepEqual(pages(), [[3, 4], [6, 4], [9, 4]]);
  }
  // Beside the one that is known there must be room for another one.
  for (const Limit of [1, '1', 1n, 2]) {
    const { client } = cloud(devices(0, 5));
    assert.deepEqual(ids(await gather(client.all(ACTION, { ...PARAMS, Limit }))), range(0, 5));
  }
  const { client, pages } = cloud(devices(0, 5));
  assert.deepEqual(await gather(client.all(ACTION, { ...PARAMS, Limit: 0 })), []);
  assert.deepEqual(ids(await gather(client.all(ACTION, { ...PARAMS, Offset: undefined, Limit: undefined }))), range(0, 5));
  assert.deepEqual(pages().at(-1), [0, 50]);
});

test('nothing is skipped when elements in front are removed between two pages', async () => {
  for (const Limit of [2, 3, 10, 50]) {
    for (const removed of [1, 2, 9, 30, 60]) {
      for (const at of [2, 3, 4]) {
        const change = (list, count) => {
          if (count === at) list.splice(0, removed);
        };
        const { client } = cloud(devices(0, 200), { change });
        const found = ids(await settled(gather(client.all(ACTION, { ...PARAMS, Limit }))));
        const handedOut = new Set(found);
        assert.equal(handedOut.size, found.length, 'one came twice');
        const missing = range(removed, 200).filter((id) => !handedOut.has(id));
        assert.deepEqual(missing, [], `${Limit} at a time, ${removed} removed before page ${at}`);
        assert.deepEqual(found, [...found].sort((one, other) => one - other));
      }
    }
  }
});

test('nothing is skipped when the last one known is removed, or the list shrinks below the page asked for', async () => {
  const last = (list, count) => {
    if (count === 2) list.splice(9, 1);
  };
  const one = cloud(devices(0, 25), { change: last });
  assert.deepEqual(ids(await gather(one.client.all(ACTION, { ...PARAMS, Limit: 10 }))), range(0, 25));
  const shrinks = (list, count) => {
    if (count === 2) list.splice(0, 5);
  };
  const other = cloud(devices(0, 11), { change: shrinks });
  assert.deepEqual(ids(await gather(other.client.all(ACTION, { ...PARAMS, Limit: 10 }))), range(0, 11));
});

test('it goes back no further than to where the caller began', async () => {
  // This one hands out fewer than it is asked for, and the first that was known is removed.
  const change = (list, count) => {
    if (count === 2) list.shift();
  };
  const list = devices(0, 12);
  const { client, pages } = cloud(list, { change, page: (at) => list.slice(at, at + 4) });
  assert.deepEqual(ids(await gather(client.all(ACTION, { ...PARAMS, Offset: 3 }))), range(3, 12));
  assert.deepEqual(pages().slice(0, 3), [[3, 50], [6, 50], [3, 50]]);
});

test('nothing comes twice when elements are inserted, changed or moved between two pages', async () => {
  for (const inserted of [1, 9, 10, 25, 70]) {
    const change = (list, count) => {
      if (count === 2 || count === 4) list.unshift(...devices(count * 1000, count * 1000 + inserted));
    };
    const { client } = cloud(devices(0, 45), { change });
    const found = ids(await settled(gather(client.all(ACTION, { ...PARAMS, Limit: 10 }))));
    assert.equal(new Set(found).size, found.length, `${inserted} inserted: one came twice`);
    assert.deepEqual(found.filter((id) => id < 1000), range(0, 45), `${inserted} inserted`);
  }
  // The same device in another room is the same device.
  const change = (list, count) => {
    if (count === 2) list.push({ ...list.shift(), RoomId: 'r' });
  };
  const { client } = cloud(devices(0, 25), { change });
  assert.deepEqual(ids(await gather(client.all(ACTION, { ...PARAMS, Limit: 10 }))), range(0, 25));
});

test('a list that shrinks and grows again and again still comes whole', async () => {
  const list = devices(0, 120);
  const kept = new Set(range(0, 120).filter((id) => id % 3));
  const change = (now, count) => {
    if (count % 2) now.splice(now.findIndex(({ DeviceId }) => !kept.has(ids([{ DeviceId }])[0])), 1);
    else now.unshift(device(5000 + count));
  };
  const { client } = cloud(list, { change });
  const found = ids(await settled(gather(client.all(ACTION, { ...PARAMS, Limit: 7 }), 500)));
  assert.equal(new Set(found).size, found.length);
  assert.deepEqual([...kept].filter((id) => !found.includes(id)), []);
});

test('elements are told apart by the id that their list gives them, else by all they hold', async () => {
  const lists = [
    ['AppGetFamilyList', {}, 'FamilyList', (at) => ({ FamilyId: `f${at}`, Name: 'x' }), 'Name'],
    ['AppGetRoomList', { FamilyId: 'f' }, 'FamilyList', (at) => ({ RoomId: `r${at}`, RoomName: 'x' }), 'RoomName'],
    ['AppGetFamilyMemberList', { FamilyId: 'f' }, 'MemberList', (at) => ({ UserId: `u${at}`, NickName: 'x' }), 'NickName'],
    ['AppGetSceneList', { FamilyId: 'f' }, 'SceneList', (at) => ({ SceneId: `s${at}`, FamilyId: 'f' }), 'SceneName'],
    ['AppGetFenceList', { ProductId: 'P', DeviceName: 'd' }, 'List', (at) => ({ FenceId: at + 1 }), 'FenceName'],
    ['AppGetTimerList', { ProductId: 'P', DeviceName: 'd' }, 'TimerList', (at) => ({ TimerId: `t${at}`, DeviceName: 'd' }), 'Days'],
    ['AppListUserShareDevices', undefined, 'ShareDevices', (at) => ({ DeviceId: `P/${at}` }), 'AliasName'],
    ['AppListShareDeviceUsers', { ProductId: 'P', DeviceName: 'd' }, 'Users', (at) => ({ UserId: `u${at}` }), 'NickName'],
  ];
  for (const [action, params, key, make, field] of lists) {
    const rows = range(0, 12).map(make);
    // Between the pages, what is known is renamed and moves to the end.
    const change = (list, count) => {
      if (count === 2) list.push({ ...list.shift(), [field]: 'y' });
    };
    const { client } = cloud([...rows], { key, change });
    const items = await gather(client.all(action, { ...params, Limit: 5 }));
    assert.deepEqual(items, rows, action);
  }
  // Events of a fence have no id, and may hold the same.
  const rows = range(0, 12).map((at) => ({ EventType: 'enter', CreateTime: at, Device: { DeviceName: 'd' } }));
  const { client } = cloud([...rows], { key: 'List', total: () => undefined });
  const FENCE = { FenceId: 1, ProductId: 'P', DeviceName: 'd', FenceEnable: true, StartTime: 0, EndTime: 0 };
  assert.deepEqual(await gather(client.all('AppGetFenceEventList', { ...FENCE, Limit: 5 })), rows);
});

test('every paged Action of the table can be iterated, and no other', async () => {
  const paged = [];
  for (const { action, params, output } of vectors('actions')) {
    const names = params.map(({ name }) => name);
    const isPaged = names.includes('Offset') && names.includes('Limit') && output.some(({ type }) => /^array/.test(type));
    const filled = params
      .filter(({ name, required }) => required && !/^(Offset|Limit)$/.test(name))
      .map(({ name, type }) => [name, type === 'integer' ? 1 : type === 'boolean' ? true : 'x']);
    const { asked, client } = cloud([]);
    const iterator = client.all(action, Object.fromEntries(filled));
    if (isPaged) {
      assert.deepEqual(await iterator.next(), { value: undefined, done: true }, action);
      paged.push(action);
    } else {
      await rejected(iterator.next(), { kind: 'parameter', code: 'Parameter.NotAllowed', parameter: 'action', action });
      assert.equal(asked.length, 0, action);
    }
  }
  assert.ok(paged.length >= 12, paged.join());
});

test('no server keeps it going for ever', { timeout: 20_000 }, async () => {
  const list = devices(0, 120);
  const capped = { page: (Offset) => list.slice(Offset, Offset + 20) };
  const servers = {
    'ignores Offset': [{ page: (_, Limit) => list.slice(0, Limit) }, 50, 4],
    'ignores Offset and Limit': [{ page: () => list }, 120, 4],
    'ignores Offset, and promises more': [{ page: (_, Limit) => list.slice(0, Limit), total: () => 1e9 }, 50, 4],
    'says there are none': [{ total: () => 0 }, 120, 4],
    'counts the page': [{ total: () => 50 }, 120, 4],
    'says nothing of a total': [{ total: () => undefined }, 120, 4],
    'promises more than there is': [{ total: () => 1e9 }, 120, 4],
    'hands out fewer than were asked for': [capped, 120, 8],
    'takes Offset for a page of Limit elements': [{ page: (at, by) => list.slice(by * Math.floor(at / by)).slice(0, by) }, 120, 12],
    'says the first page again after it has said another one': [{ page: (at, by, count) => list.slice(count % 2 ? 0 : 50).slice(0, by) }, 100, 8],
    'says nothing behind the first page': [{ page: (at, by) => (at ? [] : list.slice(0, by)), total: () => 120 }, 50, 5],
    'answers no list': [{ page: () => null ?? {}, key: 'Anything' }, 0, 1],
    'answers null for none': [{ page: () => 'none', key: 'Anything' }, 0, 1],
  };
  for (const [name, [server, count, most]] of Object.entries(servers)) {
    const { asked, client } = cloud(list, server);
    const items = await settled(gather(client.all(ACTION, PARAMS), 500));
    assert.equal(items.length, count, name);
    assert.ok(asked.length <= most, `${name}: ${asked.length} requests`);
  }
  // One that always has something new goes on as long as somebody asks.
  const endless = cloud([], { page: (at, by, count) => devices(count * 100, count * 100 + by) });
  let taken = 0;
  for await (const _ of endless.client.all(ACTION, PARAMS)) if (++taken === 1000) break;
  assert.ok(endless.asked.length <= 80, `${endless.asked.length} requests`);
});

test('break, return() and throw end it: nothing more is asked for, and no timer is left', async () => {
  const { asked, client } = cloud(devices(0, 200));
  for await (const item of client.all(ACTION, PARAMS)) if (item.DeviceName === 'd49') break;
  assert.equal(asked.length, 1);
  const iterator = client.all(ACTION, PARAMS);
  await iterator.next();
  assert.deepEqual(await iterator.return(), { value: undefined, done: true });
  assert.deepEqual(await iterator.next(), { value: undefined, done: true });
  const unused = client.all(ACTION, PARAMS);
  await unused.return();
  assert.deepEqual(await unused.next(), { value: undefined, done: true });
  await sleep(5);
  assert.equal(asked.length, 2);
  assert.deepEqual(process.getActiveResourcesInfo().filter((name) => name === 'Timeout'), []);
});

test('several next() at a time are answered in order, with one request for each page', async () => {
  const { asked, client } = cloud(devices(0, 60));
  const iterator = client.all(ACTION, PARAMS);
  const results = await Promise.all(range(0, 62).map(() => iterator.next()));
  assert.deepEqual(ids(results.slice(0, 60).map(({ value }) => value)), range(0, 60));
  assert.deepEqual(results.slice(60), Array(2).fill({ value: undefined, done: true }));
  assert.equal(asked.length, 2);
});

test('an aborted signal ends it, wherever it is', async () => {
  const aborted = { kind: 'aborted', code: 'Aborted.BySignal', action: ACTION };
  const done = { value: undefined, done: true };
  const before = AbortSignal.abort();
  const { asked, client } = cloud(devices(0, 200));
  const first = client.all(ACTION, PARAMS, { signal: before });
  await rejected(first.next(), aborted);
  assert.deepEqual(await first.next(), done);
  assert.equal(asked.length, 0);
  // Among the elements of a page.
  const controller = new AbortController();
  const among = client.all(ACTION, PARAMS, { signal: controller.signal });
  await among.next();
  controller.abort();
  await rejected(among.next(), aborted);
  assert.deepEqual(await among.next(), done);
  assert.equal(asked.length, 1);
  // While a page is under way.
  const later = new AbortController();
  const waiting = new Client({ accessToken: 'token', transport: () => new Promise(() => {}) });
  const pending = waiting.all(ACTION, PARAMS, { signal: later.signal });
  const next = pending.next();
  await sleep(5);
  later.abort();
  await rejected(next, aborted);
  assert.deepEqual(await pending.next(), done);
  assert.deepEqual(process.getActiveResourcesInfo().filter((name) => name === 'Timeout'), []);
});

test('an error of a page is thrown once, and that is the end', async () => {
  const page = (at, by, count) =>
    count === 2
      ? { status: 200, body: '{"Response":{"RequestId":"r","Error":{"Code":"InvalidParameterValue","Message":"no"}}}' }
      : devices(at, at + by);
  const { asked, client } = cloud([], { page });
  const iterator = client.all(ACTION, PARAMS);
  for (const at of range(0, 50)) assert.equal((await iterator.next()).value.DeviceName, `d${at}`);
  await rejected(iterator.next(), { kind: 'api', code: 'InvalidParameterValue', action: ACTION });
  assert.deepEqual(await iterator.next(), { value: undefined, done: true });
  assert.equal(asked.length, 2);
});

test('retries and other options are those of a call', async () => {
  let count = 0;
  const seen = [];
  const transport = async ({ body }, { timeoutMs }) => {
    const { Offset, Limit, RequestId } = JSON.parse(body);
    seen.push([Offset, RequestId, timeoutMs]);
    return count++ % 2 ? answer({ DeviceList: devices(Offset, Math.min(Offset + Limit, 60)) }) : { status: 503, body: '' };
  };
  const client = new Client({ accessToken: 'token', transport });
  const items = await gather(client.all(ACTION, PARAMS, { timeoutMs: 5_000, requestId: 'mine' }));
  assert.deepEqual(ids(items), range(0, 60));
  assert.deepEqual(seen.map(([offset]) => offset), [0, 0, 49, 49]);
  assert.ok(seen.every(([, id, ms]) => id === 'mine' && ms <= 5_000 && ms > 4_000));
});

test('what cannot be asked for is an error of the first next(), and nothing is sent', async () => {
  const { asked, client } = cloud(devices(0, 3));
  const none = { kind: 'parameter', parameter: 'action' };
  await rejected(client.all('AppDeleteFamily', { FamilyId: 'f', Name: 'n' }).next(), {
    ...none,
    code: 'Parameter.NotAllowed',
    action: 'AppDeleteFamily',
    message: /paged/,
  });
  await rejected(client.all('AppNobodyKnows', {}).next(), { ...none, code: 'Parameter.UnknownAction' });
  await rejected(client.all().next(), { ...none, code: 'Parameter.Missing' });
  await rejected(client.all(5).next(), { ...none, code: 'Parameter.WrongType' });
  const named = { kind: 'parameter', action: ACTION };
  await rejected(client.all(ACTION, {}).next(), { ...named, code: 'Parameter.Missing', parameter: 'FamilyId' });
  for (const Limit of [-1, 51, 1.5, 'x', null, true, {}, Symbol('x')]) {
    await rejected(client.all(ACTION, { ...PARAMS, Limit }).next(), { ...named, parameter: 'Limit' });
  }
  for (const Offset of [-1, 1.5, 'x', null, true, {}, Symbol('x')]) {
    await rejected(client.all(ACTION, { ...PARAMS, Offset }).next(), { ...named, parameter: 'Offset' });
  }
  for (const params of [5, 'text', null, [], true]) {
    await rejected(client.all(ACTION, params).next(), { ...named, parameter: 'params' });
  }
  await rejected(client.all(ACTION, PARAMS, { signal: 5 }).next(), { ...named, parameter: 'signal' });
  await rejected(client.all(ACTION, PARAMS, { timeoutMs: 0 }).next(), { ...named, parameter: 'timeoutMs' });
  const broken = {
    get FamilyId() {
      throw new Error('no');
    },
  };
  await rejected(client.all(ACTION, broken).next(), { ...named, code: 'Parameter.Unreadable', parameter: 'FamilyId' });
  await rejected(Client.prototype.all.call({}, ACTION, PARAMS).next(), { parameter: 'this' });
  client.free();
  await rejected(client.all(ACTION, PARAMS).next(), { kind: 'init', code: 'Init.ClientFreed' });
  assert.equal(asked.length, 0);
});

test('any name goes with untyped, and its first list is taken', async () => {
  const rows = range(0, 7).map((at) => ({ ThingId: `t${at}` }));
  const { asked, client } = cloud(rows, { key: 'Things' });
  assert.deepEqual(await gather(client.all('AppListThings', { Kind: 1, Limit: 5 }, { untyped: true })), rows);
  assert.deepEqual(asked.map(({ Kind, Offset }) => [Kind, Offset]), [[1, 0], [1, 4]]);
});

test('the module is loaded if need be; the caller may change what was handed in', async () => {
  const fresh = freshPackage();
  const asked = [];
  const transport = async ({ body }) => {
    asked.push(JSON.parse(body));
    return answer({ DeviceList: devices(0, 120).slice(asked.at(-1).Offset).slice(0, 50) });
  };
  const client = new fresh.Client({ accessToken: 'token', transport });
  const params = { ...PARAMS };
  const iterator = client.all(ACTION, params);
  const first = iterator.next();
  params.FamilyId = 'other';
  params.Offset = 7;
  assert.deepEqual((await first).value, device(0));
  assert.equal((await gather(iterator)).length, 119);
  assert.deepEqual([...new Set(asked.map(({ FamilyId }) => FamilyId))], ['f']);
});

test('the lists of the sandbox', async () => {
  const sandbox = await startSandbox();
  const { accessToken, families } = sandbox.seed.users[0];
  const { gateway } = sandbox.seed;
  const client = new Client({ accessToken, endpoint: sandbox.endpoint });
  const found = await gather(client.all('AppGetFamilyList'));
  assert.deepEqual(found.map(({ FamilyId }) => FamilyId), families.map(({ familyId }) => familyId));
  assert.deepEqual(await gather(client.all('AppGetFamilyList', { Limit: 1 })), found);
  const params = { GatewayProductId: gateway.productId, GatewayDeviceName: gateway.deviceName };
  assert.deepEqual(await gather(client.all('AppGetFamilySubDeviceList', params)), []);
});
