// examples/sign-in-server: registers and signs in through the sandbox's `appapi`, and keeps the AppSecret.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { settled } from '../js/support/checks.mjs';
import { require } from '../js/support/package.mjs';
import { startSandbox } from '../js/support/sandbox.mjs';
import { assertRefused, assertSilentAbout, run, startServer } from './support/examples.mjs';

const { Client } = require('iotexplorer-client');
const sandbox = await startSandbox();

/** What WeChat answers next, by code, and what it was asked. */
const weChat = { answers: new Map(), asked: [] };
const weChatServer = createServer((request, response) => {
  const url = new URL(request.url, 'http://wechat');
  weChat.asked.push({ path: url.pathname, ...Object.fromEntries(url.searchParams) });
  const answer = weChat.answers.get(url.searchParams.get('js_code')) ?? { errcode: 40029, errmsg: 'invalid code' };
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
}).listen(0, '127.0.0.1');
await once(weChatServer, 'listening');
after(() => weChatServer.close());

const { appKey, appSecret } = sandbox.seed.app;
const WECHAT_SECRET = 'the-secret-of-the-mini-program';
const settings = {
  APP_KEY: appKey,
  APP_SECRET: appSecret,
  IOTEXPLORER_ENDPOINT: sandbox.endpoint,
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: WECHAT_SECRET,
  WECHAT_ORIGIN: `http://127.0.0.1:${weChatServer.address().port}`,
};
const many = { PER_MINUTE: '1000', ATTEMPTS_PER_ACCOUNT: '1000', CODES_PER_ACCOUNT: '1000' };
const server = await startServer('sign-in-server', { ...settings, ...many });
/** What must never be in a log: filled as the tests go. */
const secrets = [appSecret, WECHAT_SECRET];

const PASSWORD = 'a-password-of-tests';
const ACCOUNTS = {
  phone: { countryCode: '86', phoneNumber: '13900000001' },
  'e-mail': { email: 'carol@example.com' },
};
const codeSentTo = async (purpose) => {
  const [newest] = await sandbox.get('codes');
  assert.equal(newest?.type, purpose);
  return newest.code;
};
/** That a session is one: the cloud takes its token. */
async function assertSignedIn({ status, body, headers, text }) {
  assert.equal(status, 200, text);
  assert.deepEqual(Object.keys(body).sort(), ['accessToken', 'expiresAt']);
  assert.ok(body.expiresAt > Date.now() / 1000);
  assert.equal(headers.get('cache-control'), 'no-store');
  secrets.push(body.accessToken);
  const client = new Client({ accessToken: body.accessToken, endpoint: sandbox.endpoint });
  return (await settled(client.appGetUser())).Data ?? {};
}

for (const [kind, account] of Object.entries(ACCOUNTS)) {
  test(`signs up and in by ${kind}, and sets a new password`, async () => {
    await sandbox.reset();
    assert.equal((await server.ask('/codes', { body: { ...account, purpose: 'register' } })).status, 202);
    const verificationCode = await codeSentTo('register');
    const user = { ...account, password: PASSWORD, verificationCode };
    assertRefused(
      await server.ask('/users', { body: { ...user, verificationCode: '000' } }),
      400,
      'InvalidParameterValue.CheckVerifyCodeFailed',
    );
    assert.equal((await server.ask('/users', { body: user })).status, 201);
    assertRefused(
      await server.ask('/users', { body: user }),
      409,
      kind === 'phone' ? 'InvalidParameterValue.PhoneNumberUsed' : 'InvalidParameterValue.EmailUsed',
    );
    await assertSignedIn(await server.ask('/tokens', { body: { ...account, password: PASSWORD } }));
    assertRefused(
      await server.ask('/tokens', { body: { ...account, password: 'not-the-password' } }),
      401,
      'InvalidParameterValue.UserLoginFailed',
    );

    const to = { ...account, purpose: 'resetpass' };
    // A second code to the same address within a minute is the cloud's to refuse.
    assertRefused(await server.ask('/codes', { body: { ...account, purpose: 'register' } }).then(async (first) => {
      assert.equal(first.status, 202);
      return server.ask('/codes', { body: to });
    }), 429, 'InvalidParameterValue.SendVerifyCodeTooQuick');
  });

  test(`a new password by ${kind}`, async () => {
    const { users } = await sandbox.reset();
    const [{ account: seeded }] = users;
    const own = kind === 'phone' ? { countryCode: seeded.countryCode, phoneNumber: seeded.phoneNumber } : { email: seeded.email };
    await assertSignedIn(await server.ask('/tokens', { body: { ...own, password: seeded.password } }));
    assert.equal((await server.ask('/codes', { body: { ...own, purpose: 'resetpass' } })).status, 202);
    const verificationCode = await codeSentTo('resetpass');
    const answer = await server.ask('/passwords', { body: { ...own, password: PASSWORD, verificationCode } });
    assert.equal(answer.status, 204, answer.text);
    secrets.push(seeded.password);
    await assertSignedIn(await server.ask('/tokens', { body: { ...own, password: PASSWORD } }));
    assert.equal((await server.ask('/tokens', { body: { ...own, password: seeded.password } })).status, 401);
  });
}

test('whether there is an account, sending a code does not tell', async () => {
  await sandbox.reset();
  const stranger = { countryCode: '86', phoneNumber: '13999999999', purpose: 'resetpass' };
  const answer = await server.ask('/codes', { body: stranger });
  assert.deepEqual([answer.status, answer.text], [202, '{}']);
  assert.deepEqual(await sandbox.get('codes'), []);
});

test('signs in by the code of wx.login', async () => {
  await sandbox.reset();
  const who = { nickName: 'Dora', avatar: 'https://example.com/dora.png' };
  weChat.asked.length = 0;
  weChat.answers.set('code-1', { openid: 'openid-of-dora', session_key: 'the-session-key-of-dora' });
  weChat.answers.set('code-2', { openid: 'openid-of-dora', unionid: 'unionid-of-dora', session_key: 'the-session-key-of-dora' });
  secrets.push('the-session-key-of-dora', 'openid-of-dora', 'unionid-of-dora');
  await assertSignedIn(await server.ask('/tokens/wechat', { body: { code: 'code-1', ...who } }));
  await assertSignedIn(await server.ask('/tokens/wechat', { body: { code: 'code-2', ...who } }));
  const log = await sandbox.log();
  const ids = log.filter(({ action }) => action === 'AppGetTokenByWeiXin').map(({ params }) => params.WxOpenID);
  // The union's id where there is one.
  assert.deepEqual(ids, ['openid-of-dora', 'unionid-of-dora']);
  assert.deepEqual(weChat.asked[0], {
    path: '/sns/jscode2session',
    appid: settings.WECHAT_APP_ID,
    secret: WECHAT_SECRET,
    js_code: 'code-1',
    grant_type: 'authorization_code',
  });
  const before = log.length;
  assertRefused(await server.ask('/tokens/wechat', { body: { code: 'made-up', ...who } }), 401, 'BadWeChatCode');
  weChat.answers.set('busy', { errcode: -1, errmsg: 'system error' });
  weChat.answers.set('page', '<html>not JSON</html>');
  for (const code of ['busy', 'page']) {
    assertRefused(await server.ask('/tokens/wechat', { body: { code, ...who } }), 503, 'WeChatUnavailable');
  }
  assert.equal((await sandbox.log()).length, before, 'the cloud was not asked');
});

test('where WeChat is not set up, there is no such way', async () => {
  const { WECHAT_APP_ID, WECHAT_APP_SECRET, ...without } = settings;
  const plain = await startServer('sign-in-server', without);
  const body = { code: 'code-1', nickName: 'Dora', avatar: 'https://example.com/dora.png' };
  assertRefused(await plain.ask('/tokens/wechat', { body }), 404, 'NotFound');
});

test('what is no such request is refused, and the cloud not asked', async () => {
  await sandbox.reset();
  const account = ACCOUNTS.phone;
  const broken = [
    ['/codes', { ...account, purpose: 'spam' }],
    ['/codes', { purpose: 'register' }],
    ['/codes', { ...account, email: 'carol@example.com', purpose: 'register' }],
    ['/codes', { phoneNumber: account.phoneNumber, purpose: 'register' }],
    ['/codes', { countryCode: '86', phoneNumber: '139 OR 1=1', purpose: 'register' }],
    ['/tokens', { ...account }],
    ['/tokens', { ...account, password: { $ne: '' } }],
    ['/tokens', { ...account, password: PASSWORD, Type: 'email' }],
    ['/users', { ...account, password: PASSWORD }],
    ['/tokens', '{'],
  ];
  for (const [path, body] of broken) assertRefused(await server.ask(path, { body }), 400, 'BadRequest');
  assertRefused(await server.ask('/tokens', { body: { ...account, password: 'p'.repeat(5000) } }), 413, 'TooLarge');
  assert.deepEqual(await sandbox.log(), []);
});

test('errors speak the language that is asked for', async () => {
  await sandbox.reset();
  const messageIn = async (language) => {
    const body = { ...ACCOUNTS.phone, password: PASSWORD };
    return (await server.ask('/tokens', { body, headers: { 'accept-language': language } })).body.error.message;
  };
  assert.match(await messageIn('zh-CN'), /\p{Script=Han}.*。$/u);
  assert.match(await messageIn('en'), /^[\x20-\x7e’…]+\.$/u);
});

test('a cloud that fails is no refusal; a wrong AppSecret signs nobody in, and is not shown', async () => {
  const { users } = await sandbox.reset();
  const { countryCode, phoneNumber, password } = users[0].account;
  const body = { countryCode, phoneNumber, password };
  await sandbox.post('fault', { kind: 'status', status: 502, action: 'AppGetToken' });
  assert.equal((await server.ask('/tokens', { body })).status, 503);
  await sandbox.remove('fault');
  const wrong = await startServer('sign-in-server', { ...settings, APP_SECRET: 'not-the-secret' });
  const { status, text } = await wrong.ask('/tokens', { body });
  assert.equal(status, 400, text);
  await wrong.says(/"refused":/);
  assertSilentAbout(wrong.said + text.padEnd(200), ['not-the-secret', password, phoneNumber]);
});

test('attempts on one account, codes to one phone and requests of one address are counted', async () => {
  await sandbox.reset();
  const strict = await startServer('sign-in-server', { ...settings, PER_MINUTE: '9', ATTEMPTS_PER_ACCOUNT: '3', CODES_PER_ACCOUNT: '1' });
  const guess = (password) => strict.ask('/tokens', { body: { email: 'Alice@example.com', password } });
  for (const password of ['guess-1', 'guess-2', 'guess-3']) assert.equal((await guess(password)).status, 401);
  assertRefused(await guess('guess-4'), 429, 'TooManyRequests');
  // However it is written.
  const again = { email: 'alice@EXAMPLE.com', password: 'guess-5' };
  assertRefused(await strict.ask('/tokens?another=one', { body: again }), 429, 'TooManyRequests');
  const code = () => strict.ask('/codes', { body: { ...ACCOUNTS.phone, purpose: 'register' } });
  assert.equal((await code()).status, 202);
  assertRefused(await code(), 429, 'TooManyRequests');
  // Another account is another matter, until the address has asked too often.
  assert.equal((await strict.ask('/tokens', { body: { email: 'bob@example.com', password: 'guess-6' } })).status, 401);
  await guess('guess-7');
  const last = await strict.ask('/tokens', { body: { email: 'dora@example.com', password: 'guess-8' } });
  assertRefused(last, 429, 'TooManyRequests');
  assert.ok(Number(last.headers.get('retry-after')) > 0);
});

test('without its keys it does not start', async () => {
  for (const missing of ['APP_KEY', 'APP_SECRET']) {
    const program = run('sign-in-server', ['server.js'], { ...settings, [missing]: '', PORT: '0' });
    assert.equal(await settled(program.ended), 1);
    assert.match(program.said, /^APP_KEY and APP_SECRET must be set/);
    assert.ok(!program.said.includes(appSecret));
  }
});

after(() => {
  const { phone, 'e-mail': mail } = ACCOUNTS;
  assertSilentAbout(server.said, [...secrets, PASSWORD, 'not-the-password', phone.phoneNumber, mail.email]);
});
