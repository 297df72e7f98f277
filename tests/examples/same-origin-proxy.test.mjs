// examples/same-origin-proxy: passes on the calls on its list, body only, and serves the page.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { settled } from '../js/support/checks.mjs';
import { require } from '../js/support/package.mjs';
import { freeDevices, startSandbox } from '../js/support/sandbox.mjs';
import { assertRefused, assertSilentAbout, runSnippet, startServer } from './support/examples.mjs';

const { Client } = require('iotexplorer-client');
const TOKENAPI = '/api/exploreropen/tokenapi';
const sandbox = await startSandbox();
const page = mkdtempSync(join(tmpdir(), 'page-'));
after(() => rmSync(page, { recursive: true }));
writeFileSync(join(page, 'index.html'), '<!doctype html><title>The page</title>');
writeFileSync(join(page, 'module.wasm'), 'no module');
const proxy = await startServer('same-origin-proxy', { UPSTREAM: sandbox.url, PAGE: page });
const secrets = [];

/** A cloud that shows what reached it, and answers as it is told. */
const cloud = { seen: [], answer: undefined };
const cloudServer = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (text) => (body += text));
  request.on('end', () => {
    cloud.seen.push({ method: request.method, url: request.url, headers: request.headers, body });
    cloud.answer(response);
  });
}).listen(0, '127.0.0.1');
await once(cloudServer, 'listening');
after(() => {
  cloudServer.closeAllConnections();
  cloudServer.close();
});
const UPSTREAM = `http://127.0.0.1:${cloudServer.address().port}`;
const small = { MAX_BODY_BYTES: '2000', MAX_ANSWER_BYTES: '3000', TIMEOUT_MS: '500' };
const toShown = await startServer('same-origin-proxy', { UPSTREAM, ...small, PER_MINUTE: '1000' });

const call = { Action: 'AppGetFamilyList', RequestId: 'a-request-id', AccessToken: 'the-access-token-of-tests' };
secrets.push(call.AccessToken);

test('a device is bound through it, as the README says', async () => {
  const { users } = await sandbox.reset();
  const [{ accessToken, families }] = users;
  secrets.push(accessToken);
  const [device] = await freeDevices(sandbox, 'wifi');
  const client = await runSnippet('same-origin-proxy', { Client, accessToken, location: { href: `${proxy.url}/page?q#h` } }, 'client');
  const bound = await settled(
    client.bindWithToken({
      familyId: families[0].familyId,
      sendToDevice: async (token) => {
        secrets.push(token);
        await sandbox.post('device/report-token', { token, ...device });
        return device;
      },
    }),
  );
  assert.equal(bound.confirmed, true);
  assert.equal((await sandbox.device(device)).binds, 1);
  // What the cloud refuses arrives as the cloud said it.
  const stranger = new Client({ accessToken: 'nobody-has-this-token', endpoint: proxy.url + TOKENAPI });
  await assert.rejects(settled(stranger.appGetFamilyList()), { code: 'InvalidParameterValue.InvalidAccessToken' });
});

test('the body alone goes on: no header, no query, no cookie', async () => {
  cloud.seen.length = 0;
  cloud.answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'session=stolen', 'x-powered-by': 'cloud' });
    response.end('{"Response":{"RequestId":"a-request-id"}}');
  };
  const answer = await toShown.ask(`${TOKENAPI}?cmd=AppDeleteFamily&token=in-the-address`, {
    body: { ...call, Text: '家', Number: 1.5, DeviceTimestamp: 1700000000 },
    headers: { cookie: 'session=mine', authorization: 'Bearer of-the-page', 'x-forwarded-for': '10.0.0.1', referer: 'http://page/secret' },
  });
  assert.deepEqual([answer.status, answer.body], [200, { Response: { RequestId: 'a-request-id' } }]);
  assert.equal(answer.headers.get('set-cookie'), null);
  assert.equal(answer.headers.get('x-powered-by'), null);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const [{ method, url, headers, body }] = cloud.seen;
  assert.deepEqual([method, url], ['POST', TOKENAPI]);
  assert.deepEqual(JSON.parse(body), { ...call, Text: '家', Number: 1.5, DeviceTimestamp: 1700000000 });
  for (const name of ['cookie', 'authorization', 'x-forwarded-for', 'referer', 'origin']) assert.equal(headers[name], undefined, name);
  await toShown.says(/"action":"AppGetFamilyList","status":200/);
  assertSilentAbout(toShown.said, ['in-the-address', 'session=mine', 'of-the-page']);
});

test('only Actions on the list, only on the two paths, only by POST', async () => {
  cloud.seen.length = 0;
  const refused = async (body, path = TOKENAPI) => assertRefused(await toShown.ask(path, { body }), 403, 'ActionNotAllowed');
  await refused({ ...call, Action: 'AppDeleteFamily' });
  await refused({ ...call, Action: 'the-action-is-a-secret' });
  await refused({ ...call, Action: ['AppGetFamilyList'] });
  await refused({ ...call, Action: undefined });
  await refused({ ...call, Action: 'toString' });
  // The last one counts here, and the cloud is not shown the other.
  await refused('{"Action":"AppGetFamilyList","Action":"AppDeleteFamily","AccessToken":"the-access-token-of-tests"}');
  // The second path has a list of its own, which is empty.
  await refused(call, '/api/exploreropen/appapi');
  for (const path of ['/api/exploreropen/other', `${TOKENAPI}/`, '/api/exploreropen/../tokenapi', '/control/seed']) {
    assertRefused(await toShown.ask(path, { body: call }), 404, 'NotFound');
  }
  assertRefused(await toShown.ask(TOKENAPI, { method: 'GET' }), 404, 'NotFound');
  assert.deepEqual(cloud.seen, []);
  assert.ok(!toShown.said.includes('the-action-is-a-secret'));
});

test('a name that stands there twice reaches the cloud once, as it was read', async () => {
  cloud.seen.length = 0;
  cloud.answer = (response) => response.end('{}');
  await toShown.ask(TOKENAPI, { body: '{"Action":"AppDeleteFamily","\\u0041ction":"AppGetFamilyList","AccessToken":"t"}' });
  assert.deepEqual(cloud.seen.map(({ body }) => body), ['{"Action":"AppGetFamilyList","AccessToken":"t"}']);
});

test('other pages cannot call through it', async () => {
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  const asked = await toShown.ask(TOKENAPI, { method: 'OPTIONS', headers });
  assert.equal(asked.status, 404);
  assert.equal(asked.headers.get('access-control-allow-origin'), null);
  // What a page may send without asking first is not taken.
  cloud.seen.length = 0;
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    const sent = await toShown.ask(TOKENAPI, { body: JSON.stringify(call), headers: { 'content-type': type } });
    assertRefused(sent, 415, 'NotJson');
  }
  assert.deepEqual(cloud.seen, []);
});

test('what is no call is refused', async () => {
  cloud.seen.length = 0;
  for (const body of ['{', '[]', 'null', '"text"', '', '{"__proto__":{"Action":"AppGetFamilyList"}}']) {
    assertRefused(await toShown.ask(TOKENAPI, { body }), 400, 'BadRequest');
  }
  for (const number of ['9007199254740993', '-9007199254740993', '1e400']) {
    const body = `{"Action":"AppGetFamilyList","Number":${number}}`;
    assertRefused(await toShown.ask(TOKENAPI, { body }), 400, 'NumberTooLarge');
  }
  assertRefused(await toShown.ask(TOKENAPI, { body: { ...call, Text: 'x'.repeat(2000) } }), 413, 'TooLarge');
  assert.deepEqual(cloud.seen, []);
});

test('a cloud that is slow, redirects, says too much or is not there', async () => {
  const refused = async (status, code) => assertRefused(await toShown.ask(TOKENAPI, { body: call }), status, code);
  cloud.answer = () => {};
  const before = Date.now();
  await refused(504, 'UpstreamTimeout');
  assert.ok(Date.now() - before < 5_000);
  cloud.answer = (response) => response.write('{"never":'); // begins, and never ends
  await refused(504, 'UpstreamTimeout');
  cloud.answer = (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  await refused(502, 'UpstreamRedirects');
  cloud.answer = (response) => response.end(JSON.stringify({ text: 'x'.repeat(3000) }));
  await refused(502, 'UpstreamAnswerTooLarge');
  cloud.answer = (response) => response.destroy();
  await refused(502, 'UpstreamUnreachable');
  cloud.answer = (response) => response.writeHead(429, { 'retry-after': '7' }).end('{}');
  const busy = await toShown.ask(TOKENAPI, { body: call });
  assert.deepEqual([busy.status, busy.headers.get('retry-after')], [429, '7']);
});

test('the page is served, as its policy allows it to run', async () => {
  const shown = await proxy.ask('/', { method: 'GET' });
  assert.deepEqual([shown.status, shown.text], [200, '<!doctype html><title>The page</title>']);
  assert.match(shown.headers.get('content-security-policy'), /default-src 'self'; script-src 'self' 'wasm-unsafe-eval'/);
  assert.equal(shown.headers.get('x-content-type-options'), 'nosniff');
  assert.equal((await proxy.ask('/module.wasm', { method: 'GET' })).headers.get('content-type'), 'application/wasm');
  for (const path of ['/%2e%2e/%2e%2e/etc/passwd', '/.env', '/nothing']) {
    assertRefused(await proxy.ask(path, { method: 'GET' }), 404, 'NotFound');
  }
});

test('one address gets so many calls a minute', async () => {
  cloud.answer = (response) => response.end('{}');
  const strict = await startServer('same-origin-proxy', { UPSTREAM, PER_MINUTE: '2' });
  for (let nth = 0; nth < 2; nth++) assert.equal((await strict.ask(TOKENAPI, { body: call })).status, 200);
  const answer = await strict.ask(TOKENAPI, { body: call });
  assertRefused(answer, 429, 'TooManyRequests');
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
});

after(() => {
  assertSilentAbout(proxy.said, secrets);
  assertSilentAbout(toShown.said, secrets);
});
