// The command line: signing, explaining, diagnosing and calling, run as processes of their own. Signatures come from the vectors,
// requests are looked at where they arrive, and the sandbox answers.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { answered, cli, failed, program } from './support/cli.mjs';
import { repository, require, vectors } from './support/package.mjs';
import { startSandbox } from './support/sandbox.mjs';

const sandbox = await startSandbox();
const [{ accessToken, families, account }] = sandbox.seed.users;
const HERE = { IOTEXPLORER_ENDPOINT: sandbox.endpoint, IOTEXPLORER_ACCESS_TOKEN: accessToken };

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
after(() => rmSync(folder, { recursive: true }));
const file = (name, contents) => {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
};

const COMMANDS = ['sign', 'explain', 'diagnose', 'call', 'simulate', 'doctor'];
const KEYS = { gateway: 'IOTEXPLORER_PRODUCT_SECRET', device: 'IOTEXPLORER_PSK', app: 'IOTEXPLORER_APP_SECRET' };
const SECRET = 'a-secret-that-nobody-may-see';
const GATEWAY = ['--product-id', 'P', '--device-name', 'D', '--nonce', 'n0nce', '--timestamp', '1583810805'];
const GATEWAY_TEXT = 'deviceName=D&nonce=n0nce&productId=P&timestamp=1583810805';
const hmac = (key, text) => createHmac('sha1', key).update(text).digest();

/** Options for what is signed, as the package calls it. */
const optionsOf = (input) =>
  Object.entries(input).flatMap(([name, value]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, String(value)]);

/** A server that keeps what it is sent, and answers the same to everything. */
async function recorder(answer = { Response: { Data: {}, RequestId: 'r' } }) {
  const requests = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ url: request.url, body });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  after(() => server.close());
  return { requests, endpoint: `http://127.0.0.1:${server.address().port}/api/exploreropen/tokenapi` };
}

test('npm finds a program that runs by itself and says its version', async () => {
  const { version } = require('iotexplorer-client/package.json');
  const { stdout } = await promisify(execFile)(program, ['--version']);
  assert.equal(stdout, `${version}\n`);
});

test('every command has help in both languages, and the documents have each of its options', async () => {
  const documents = ['docs/cli.md', 'docs/cli.zh-CN.md'].map((path) => readFileSync(join(repository, path), 'utf8'));
  for (const name of COMMANDS) {
    const [english, chinese] = await Promise.all(['en', 'zh'].map((language) => cli([name, '--help', '--lang', language])));
    for (const { code, stderr } of [english, chinese]) assert.deepEqual([code, stderr], [0, '']);
    assert.match(english.stdout, /^Usage: iotexplorer-client /);
    assert.doesNotMatch(english.stdout, /\p{Script=Han}/u);
    assert.match(chinese.stdout, /^用法： iotexplorer-client /);
    const options = (text) => text.match(/^ {2}--[a-z-]+/gm).map((option) => option.trim());
    assert.deepEqual(options(chinese.stdout), options(english.stdout));
    for (const option of options(english.stdout)) {
      for (const document of documents) assert.ok(document.includes(`\`${option}`), `the document lacks ${option} of ${name}`);
    }
  }
});

for (const path of ['docs/cli.md', 'docs/cli.zh-CN.md']) {
  test(`the commands in ${path} run as they are written`, async () => {
    await sandbox.reset();
    const fences = [...readFileSync(join(repository, path), 'utf8').matchAll(/^```sh test\n([^]*?)^```$/gm)].map(([, lines]) => lines);
    assert.equal(fences.length, 4);
    const { appKey, appSecret } = sandbox.seed.app;
    const env = {
      ...HERE,
      PATH: process.env.PATH,
      IOTEXPLORER_APP_KEY: appKey,
      IOTEXPLORER_APP_SECRET: appSecret,
      SANDBOX: sandbox.url,
      MY_PRODUCT_SECRET: SECRET,
      MY_PSK: 'AAECAwQFBgcICQoLDA0ODw==',
      MY_PASSWORD: account.password,
      MY_APP_SECRET: appSecret,
    };
    // What npx would find.
    const npx = `npx() { shift; "${process.execPath}" "${program}" "$@"; }`;
    for (const lines of fences) {
      const { stdout, stderr } = await promisify(execFile)('sh', ['-euc', `${npx}\n${lines}`], { cwd: folder, env });
      assert.ok(stdout.length > 50, lines);
      assert.doesNotMatch(stderr, /^(error|warning)/m);
    }
  });
}

test('without a command, or with an unknown one, it says what there is, in the language of the locale', async () => {
  const none = await cli([]);
  assert.equal(none.code, 2);
  for (const name of COMMANDS) assert.match(none.stdout, new RegExp(`^  ${name} `, 'm'));
  const unknown = await cli(['bind'], { env: { LANG: 'zh_CN.UTF-8' } });
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /^错误：没有这个命令/);
  const overruled = await cli(['bind', '--lang', 'en'], { env: { LANG: 'zh_CN.UTF-8' } });
  assert.match(overruled.stderr, /^error: There is no such command/);
  assert.equal((await cli(['sign', '--help', '--lang', 'fr'])).code, 2);
});

test('signatures are those of the vectors, with the key from a variable, a file or standard input', async () => {
  const rows = vectors('signatures');
  assert.deepEqual([...new Set(rows.map(({ kind }) => kind))].sort(), ['app', 'device', 'gateway']);
  for (const [at, { kind, input, plaintext, signature }] of rows.entries()) {
    const { productSecret, psk, appSecret, params, ...signed } = input;
    const key = productSecret ?? psk ?? appSecret;
    const what = kind === 'app' ? ['--params', file(`params-${at}`, JSON.stringify(params))] : optionsOf(signed);
    const sources = [
      [[], { env: { [KEYS[kind]]: key } }],
      [['--secret-env', 'MY_KEY'], { env: { MY_KEY: key } }],
      [['--secret-file', file(`key-${at}`, `${key}\n`)], {}],
      [['--secret-file', '-'], { stdin: `${key}\r\n` }],
    ];
    const [more, options] = sources[at % sources.length];
    const result = await answered(['sign', kind, ...what, ...more], options);
    assert.equal(result.signature, signature, plaintext);
    assert.equal(result.timestamp, signed.timestamp ?? params.Timestamp);
    assert.deepEqual(await answered(['explain', kind, ...what]), { text: plaintext });
  }
});

test('nonce and time are made where they are not given, and fit the signature', async () => {
  const before = Math.floor(Date.now() / 1000);
  const { stdout, stderr, code } = await cli(['sign', 'gateway', '--product-id', 'P', '--device-name', 'D'], { env: { [KEYS.gateway]: SECRET } });
  assert.deepEqual([code, stderr], [0, '']);
  const [, signature, nonce, timestamp] = /^signature: (\S{28})\nnonce: ([A-Za-z0-9]{5})\ntimestamp: (\d{10})\n$/.exec(stdout);
  assert.equal(signature, hmac(SECRET, `deviceName=D&nonce=${nonce}&productId=P&timestamp=${timestamp}`).toString('base64'));
  assert.ok(timestamp >= before && timestamp <= Date.now() / 1000);

  const psk = Buffer.from('0123456789abcdef');
  const device = await answered(['sign', 'device', '--product-id', 'P', '--device-name', 'D'], { env: { [KEYS.device]: psk.toString('base64') } });
  const text = `DeviceName=D&DeviceTimestamp=${device.timestamp}&ProductId=P&ConnId=${device.connId}`;
  assert.equal(device.signature, hmac(psk, text).toString('hex'));

  const app = await answered(['sign', 'app', 'Action=AppGetToken', 'RequestId=r', '--app-key', 'k'], { env: { [KEYS.app]: SECRET } });
  const appText = `Action=AppGetToken&AppKey=k&Nonce=${app.nonce}&RequestId=r&Timestamp=${app.timestamp}`;
  assert.equal(app.signature, hmac(SECRET, appText).toString('base64'));
});

test('explain shows no password unless told to, and what is missing is named by its option', async () => {
  const words = ['explain', 'app', 'Action=AppGetToken', 'Password=pa55word'];
  assert.doesNotMatch((await cli(words)).stdout, /pa55word/);
  assert.match((await cli([...words, '--reveal'])).stdout, /&?Password=pa55word/);
  const { code, stderr } = await cli(['explain', 'gateway', '--product-id', 'P', '--device-name', 'D', '--nonce', 'n']);
  assert.equal(code, 2);
  assert.match(stderr, /Parameter\.Missing.*--timestamp/);
});

test('diagnose names the mistake, and its exit code says whether there is one', async () => {
  const right = hmac(SECRET, GATEWAY_TEXT).toString('base64');
  const env = { [KEYS.gateway]: SECRET };
  assert.equal((await answered(['diagnose', 'gateway', ...GATEWAY, '--signature', right], { env })).matches, true);

  const hex = hmac(SECRET, GATEWAY_TEXT).toString('hex');
  const wrong = await cli(['diagnose', 'gateway', ...GATEWAY, '--signature', hex, '--json'], { env });
  assert.equal(wrong.code, 1);
  const { matches, text, findings } = JSON.parse(wrong.stdout);
  assert.deepEqual([matches, text, findings.map(({ code }) => code)], [false, GATEWAY_TEXT, ['hex-instead-of-base64']]);
  const chinese = await cli(['diagnose', 'gateway', ...GATEWAY, '--signature', hex, '--lang=zh'], { env });
  assert.match(chinese.stdout, /^签名不正确。\n- 签名是十六进制/);

  const psk = Buffer.from('0123456789abcdef').toString('base64');
  const signed = hmac(psk, 'DeviceName=D&DeviceTimestamp=1&ProductId=P&ConnId=c').toString('hex');
  const device = ['--product-id', 'P', '--device-name', 'D', '--conn-id', 'c', '--timestamp', '1', '--signature', signed, '--json'];
  const undecoded = await cli(['diagnose', 'device', ...device], { env: { [KEYS.device]: psk } });
  assert.deepEqual(JSON.parse(undecoded.stdout).findings.map(({ code }) => code), ['psk-not-decoded']);
});

test('a secret as an argument works with a warning; from elsewhere there is none; and none is shown', async () => {
  const given = { '--secret': [['--secret', SECRET], {}], '--secret-file': [['--secret-file', '-'], { stdin: SECRET }] };
  for (const [name, [more, options]] of Object.entries(given)) {
    const { code, stdout, stderr } = await cli(['sign', 'gateway', ...GATEWAY, ...more], options);
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`^signature: ${hmac(SECRET, GATEWAY_TEXT).toString('base64').replace(/[+]/g, '\\+')}\n`));
    assert.equal(/^warning: --secret: /.test(stderr), name === '--secret', stderr);
    assert.ok(!(stdout + stderr).includes(SECRET));
  }
  const password = await cli(['call', 'AppGetToken', `Password=${SECRET}`, '--app-key', 'k'], { env: { [KEYS.app]: SECRET, IOTEXPLORER_ENDPOINT: sandbox.endpoint } });
  assert.match(password.stderr, /^warning: Password is a secret/);
  assert.ok(!password.stderr.includes(SECRET));
});

test('where a secret is in the wrong place, or is none, the error does not repeat it', async () => {
  const misuses = {
    'no secret at all': [[], /set the variable IOTEXPLORER_PRODUCT_SECRET/],
    'two sources': [['--secret', SECRET, '--secret-file', '-'], /Only one of --secret-file, --secret/],
    'a variable that is not set': [['--secret-env', SECRET], /variable that --secret-env names is not set/],
    'a file that is not there': [['--secret-file', SECRET], /file of --secret-file cannot be read \(ENOENT\)/],
    'an empty file': [['--secret-file', file('empty', '\n')], /--secret-file gives is empty/],
    'bytes': [['--secret-file', file('bytes', Buffer.from([0xff, 0xfe, 0x41]))], /no UTF-8 text/],
    'one argument too many': [[SECRET], /one argument too many/],
    'an unknown option': [[`--sekret=${SECRET}`], /no option --sekret here/],
    'a flag with a value': [[`--json=${SECRET}`], /option --json is used wrongly/],
    'an option without a value': [['--secret'], /option --secret is used wrongly/],
  };
  for (const [name, [more, message]] of Object.entries(misuses)) {
    const { code, stdout, stderr } = await cli(['sign', 'gateway', ...GATEWAY, ...more]);
    assert.equal(code, 2, name);
    assert.match(stderr, message, name);
    assert.ok(!(stdout + stderr).includes(SECRET), name);
  }
  const { stderr } = await cli(['call', 'AppGetFamilyList', SECRET, '--params', '-'], { env: HERE, stdin: `{"${SECRET}` });
  assert.match(stderr, /^error: --params is no JSON/);
  assert.ok(!stderr.includes(SECRET));
});

test('a call prints what the cloud answers', async () => {
  const list = await answered(['call', 'AppGetFamilyList'], { env: HERE });
  assert.deepEqual(list.FamilyList.map(({ FamilyId }) => FamilyId), families.map(({ familyId }) => familyId));
  const people = await cli(['call', 'AppGetFamilyList', 'Limit=1'], { env: HERE });
  assert.equal(JSON.parse(people.stdout).FamilyList.length, 1);
  assert.match(people.stdout, /^\{\n {2}"/);
});

test('what the cloud refuses ends with 1, what is used wrongly with 2, and both say why', async () => {
  const error = await failed(['call', 'AppDescribeFamily', 'FamilyId=f-nowhere'], 1, { env: HERE });
  assert.deepEqual([error.name, error.kind, error.action], ['IotError', 'api', 'AppDescribeFamily']);
  const signedOut = await cli(['call', 'AppGetFamilyList'], { env: { ...HERE, IOTEXPLORER_ACCESS_TOKEN: SECRET, LANG: 'zh_CN.UTF-8' } });
  assert.equal(signedOut.code, 1);
  assert.match(signedOut.stderr, /^错误：InvalidParameterValue\.InvalidAccessToken: .*重新登录/);
  assert.ok(!signedOut.stderr.includes(SECRET));
  const nobody = await failed(['call', 'AppGetFamilyList', '--endpoint', 'http://127.0.0.1:9/', '--retries', '0'], 1, { env: HERE });
  assert.equal(nobody.code, 'Network.Failed');
  const missing = await failed(['call', 'AppDescribeFamily'], 2, { env: HERE });
  assert.deepEqual([missing.code, missing.parameter], ['Parameter.Missing', 'FamilyId']);
  assert.match((await failed(['call', 'appgetfamilylist'], 2, { env: HERE })).message, /Is AppGetFamilyList meant/);
  for (const args of [[], ['AppNoSuchAction'], ['AppGetFamilyList', '--retries', 'many'], ['AppGetFamilyList', '--timeout-ms', '0'], ['AppDescribeFamily', '--all'], ['AppGetFamilyList', 'Limit']])
    assert.equal((await failed(['call', ...args], 2, { env: HERE })).kind, 'usage', args.join());
});

test('parameters go out as the Action takes them', async () => {
  const { requests, endpoint } = await recorder();
  const env = { ...HERE, IOTEXPLORER_ENDPOINT: endpoint, PASS: 'from-a-variable' };
  const sent = async (args, options = {}) => {
    const result = await cli(['call', ...args], { env, ...options });
    assert.equal(result.code, 0, result.stderr);
    const { Action, RequestId, AccessToken, ...params } = JSON.parse(requests.at(-1).body);
    assert.deepEqual([Action, AccessToken, typeof RequestId], [args[0], accessToken, 'string']);
    return { params, ...result };
  };
  const cases = [
    [['AppGetFamilyList', 'Offset=0', 'Limit=10'], { Offset: 0, Limit: 10 }],
    [['AppGetProducts', 'ProductIds=A', 'ProductIds=B'], { ProductIds: ['A', 'B'] }],
    [['AppGetProducts', 'ProductIds=["A"]'], { ProductIds: ['A'] }],
    [['AppUpdateDeviceInFamily', 'ProductId=1', 'DeviceName=true', 'AliasName==x='], { ProductId: '1', DeviceName: 'true', AliasName: '=x=' }],
    [['AppGetFenceEventList', 'FenceId=7', 'ProductId=P', 'DeviceName=D', 'FenceEnable=true', 'StartTime:=1', 'EndTime:=2'],
      { FenceId: 7, ProductId: 'P', DeviceName: 'D', FenceEnable: true, StartTime: 1, EndTime: 2 }],
    [['AppGetRoomList', `FamilyId=@${file('family', 'f-1\n')}`], { FamilyId: 'f-1' }],
    [['AppGetRoomList', '--param-env', 'FamilyId=PASS', '--common', 'lang=zh-CN', '--common', 'RegionId:=22'], { FamilyId: 'from-a-variable', lang: 'zh-CN', RegionId: 22 }],
  ];
  for (const [args, expected] of cases) {
    const { params } = await sent(args);
    assert.deepEqual(params, expected);
  }
  const stdin = JSON.stringify({ FamilyId: 'f', Offset: 3 });
  assert.deepEqual((await sent(['AppGetRoomList', 'Offset=4', '--params', '-'], { stdin })).params, { FamilyId: 'f', Offset: 4 });
  const odd = await sent(['AppGetRoomList', 'FamilyId=f', 'Famly=x']);
  assert.match(odd.stderr, /^warning: AppGetRoomList has no parameter Famly/);
  assert.equal((await sent(['AppMakeCoffee', 'Cups=2', '--untyped'])).params.Cups, '2');

  const count = requests.length;
  for (const wrong of ['FenceEnable=yes', 'FenceEnable=1']) {
    const error = await failed(['call', 'AppGetFenceEventList', wrong], 2, { env });
    assert.match(error.message, /FenceEnable is true or false/);
  }
  assert.match((await failed(['call', 'AppGetProducts', 'ProductIds=[A'], 2, { env })).message, /ProductIds is no JSON/);
  assert.equal(requests.length, count, 'nothing was sent');
});

test('the token comes from where it is said to be, and is not in what --verbose says', async () => {
  const { IOTEXPLORER_ENDPOINT } = HERE;
  for (const [more, options] of [
    [['--token-env', 'MY_TOKEN'], { env: { IOTEXPLORER_ENDPOINT, MY_TOKEN: accessToken } }],
    [['--token-file', '-'], { env: { IOTEXPLORER_ENDPOINT }, stdin: `${accessToken}\n` }],
    [['--token', accessToken, '--endpoint', sandbox.endpoint], {}],
  ]) {
    const { code, stderr } = await cli(['call', 'AppGetFamilyList', '--verbose', ...more], options);
    assert.equal(code, 0, stderr);
    const events = stderr.split('\n').filter((line) => line.startsWith('{')).map(JSON.parse);
    assert.deepEqual(events.map(({ type, action }) => [type, action]), [['request', 'AppGetFamilyList'], ['response', 'AppGetFamilyList']]);
    assert.ok(!stderr.includes(accessToken));
    assert.equal(stderr.includes('warning: --token'), more[0] === '--token');
  }
});

test('--all gives every element of a list, a line each', async () => {
  await sandbox.reset();
  for (let room = 0; room < 7; room++) await cli(['call', 'AppCreateRoom', 'FamilyId=default', `Name=room-${room}`], { env: HERE });
  const { code, stdout } = await cli(['call', 'AppGetRoomList', 'FamilyId=default', 'Limit=2', '--all'], { env: HERE });
  assert.equal(code, 0);
  const names = stdout.trim().split('\n').map((line) => JSON.parse(line).RoomName);
  assert.equal(names.filter((name) => /^room-\d$/.test(name)).length, 7);
  assert.equal(new Set(names).size, names.length);
  await sandbox.reset();
});

test('an Action before sign-in is signed with the AppSecret, and the token that it gives is good', async () => {
  const { appKey, appSecret } = sandbox.seed.app;
  const { Token } = await answered(
    ['call', 'AppGetToken', 'Type=phone', `CountryCode=${account.countryCode}`, `PhoneNumber=${account.phoneNumber}`, '--param-env', 'Password=PASS', '--app-key', appKey],
    { env: { IOTEXPLORER_ENDPOINT: sandbox.endpoint, IOTEXPLORER_APP_SECRET: appSecret, PASS: account.password } },
  );
  const user = await answered(['call', 'AppGetUser', '--token-file', '-'], { env: { IOTEXPLORER_ENDPOINT: sandbox.endpoint }, stdin: Token });
  assert.equal(user.UserId, sandbox.seed.users[0].userId);
  assert.match((await failed(['call', 'AppGetToken'], 2, {})).message, /needs --app-key/);
});

test('the Actions are listed, and each has its parameters in its help', async () => {
  const list = await answered(['call', '--list']);
  assert.deepEqual(
    list.map(({ name }) => name),
    [...vectors('actions').map(({ action }) => action), 'AppGetMultiDeviceBindTokenState', 'AppGetUser'].sort(),
  );
  assert.equal(list.find(({ name }) => name === 'AppGetFamilyList').readOnly, true);
  assert.equal(list.find(({ name }) => name === 'AppCreateFamily').readOnly, false);
  const { stdout } = await cli(['call', 'AppSigBindDeviceInFamily', '--help', '--lang', 'zh']);
  for (const { name } of vectors('actions').find(({ action }) => action === 'AppSigBindDeviceInFamily').params) assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
  assert.match(stdout, /会修改数据/);
});

test('an address that cannot be used is not repeated: there may be a key in it', async () => {
  for (const address of [`https://${SECRET}:x`, `ftp://host/${SECRET}`, SECRET]) {
    const { code, stderr } = await cli(['call', 'AppGetFamilyList', '--endpoint', address], { env: HERE });
    assert.equal(code, 2);
    assert.match(stderr, /--endpoint/);
    assert.ok(!stderr.includes(SECRET), stderr);
  }
});
