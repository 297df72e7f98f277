// doctor: against the sandbox, which answers as the documents say, and against a server that answers in odd ways. What is found is
// held against what was arranged; what is written, against everything that must not be in there.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { answered, cli, failed, start } from './support/cli.mjs';
import { startSandbox } from './support/sandbox.mjs';

const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
after(() => rmSync(folder, { recursive: true }));

const TOKEN = 'the-access-token-of-somebody-0042';
/** The Actions that only read are called so, and no others. */
const READS = /^App(Get|List|Describe|Check)[A-Z]/;

let count = 0;
/** Runs it; what it says, and its report. */
async function doctor(endpoint, { token = TOKEN, args = [], lines = false } = {}) {
  const path = join(folder, `report-${count++}.json`);
  const options = ['--endpoint', endpoint, '--output', path, '--pause-ms', '0', ...(lines ? [] : ['--json']), ...args];
  const result = await cli(['doctor', ...options], { env: { IOTEXPLORER_ACCESS_TOKEN: token } });
  assert.notEqual(result.code, 2, result.stderr);
  const text = readFileSync(path, 'utf8');
  assert.ok(!(text + result.stdout + result.stderr).includes(token), 'the token is shown');
  return { ...result, text, report: JSON.parse(text), path };
}

/** Findings in a line each. */
const brief = ({ findings }) =>
  findings.map(({ weight, what, action, question, ...more }) => [weight, what, action, question, more.at ?? more.code ?? more.found].filter(Boolean).join(' '));

/** Every text of a value that could only be somebody's. */
function textsOf(value) {
  if (typeof value === 'string') return value.length >= 4 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const sandbox = await startSandbox();

// The documented example of one Action has fields that its table lacks; the sandbox answers with it.
const OF_THE_EXAMPLES = ['new unknown-field AppListEventHistory ClientToken', 'new unknown-field AppListEventHistory OutputParams'];

for (const envelope of ['documented', 'live']) {
  test(`the sandbox is as believed, in its ${envelope} envelopes, and nothing is changed there`, async () => {
    const { users } = await sandbox.reset(envelope);
    const worldOf = () => Promise.all(['seed', 'devices', 'device/data', 'codes'].map((path) => sandbox.get(path)));
    const before = await worldOf();
    const { code, report } = await doctor(sandbox.endpoint, { token: users[0].accessToken });
    assert.deepEqual(brief(report), OF_THE_EXAMPLES);
    assert.equal(code, 1, 'something differs');
    assert.deepEqual(await worldOf(), before);

    const log = await sandbox.log();
    assert.ok(log.length >= 30);
    for (const { action } of log) assert.match(action, READS);
    assert.deepEqual(report.calls.map(({ action }) => action), log.map(({ action }) => action));
    assert.deepEqual(report.summary.leftOut.sort(), ['AppDescribeAutomation', 'AppGetGatewayBindDeviceList', 'second-family']);
    assert.equal(report.summary.asked, report.summary.answered + report.summary.refused);
    const envelopes = new Set(report.calls.map((call) => call.envelope));
    if (envelope === 'live') assert.ok([...envelopes].every((one) => one.startsWith('code.data')));
    else for (const one of ['Response.Data', 'Response', 'none']) assert.ok(envelopes.has(one), [...envelopes].join());
    const of = (name) => report.calls.find(({ action, question }) => (question ?? action) === name);
    assert.equal(of('wrong-access-token').code, 'InvalidParameterValue.InvalidAccessToken');
    assert.deepEqual(of('AppGetFamilyList').fields.lists, { FamilyList: 2 });
  });
}

test('a report holds nothing of the user’s', async () => {
  const seed = await sandbox.reset();
  const [user] = seed.users;
  const { text, path } = await doctor(sandbox.endpoint, { token: user.accessToken });
  const data = await sandbox.get('device/data');
  // What the program itself says of a kind of device is not the user's.
  const own = new Set(['wifi', 'gateway', 'text', 'number', 'list']);
  const texts = [...textsOf(seed.users), ...textsOf(seed.devices), ...textsOf(seed.products), ...textsOf(data)].filter((one) => !own.has(one.toLowerCase()));
  assert.ok(texts.length > 40);
  for (const one of texts) assert.ok(!text.includes(one), one);
  // Nobody else on this machine may look, until it is sent.
  if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600);
  // The same device has one mark in a report, and another one in the next.
  const again = (await doctor(sandbox.endpoint, { token: user.accessToken })).report;
  const familyOf = ({ calls }) => calls.find(({ action }) => action === 'AppDescribeFamily').params.FamilyId;
  const roomOf = ({ calls }) => calls.find(({ action }) => action === 'AppGetRoomList').params.FamilyId;
  const report = JSON.parse(text);
  assert.match(familyOf(report), /^#[0-9a-f]{6}$/);
  assert.equal(roomOf(report), familyOf(report));
  assert.notEqual(familyOf(again), familyOf(report));
});

test('a refused token ends it after one question, and the report says so', async () => {
  await sandbox.reset();
  const { code, report, stdout } = await doctor(sandbox.endpoint, { lines: true, args: ['--lang', 'zh'] });
  assert.equal(code, 1);
  assert.deepEqual(brief(report), ['wrong signed-out AppGetUser']);
  assert.equal(report.calls.length, 1);
  assert.match(stdout, /^不符 {2}AppGetUser: 访问 Token 被拒绝/);
});

/** A server that answers each Action as arranged, and the others with nothing but the RequestId. */
async function oddServer(answers, headers = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') {
      response.end();
      return;
    }
    const call = JSON.parse(body);
    asked.push(call);
    const answer = answers[call.Action]?.(call) ?? { Response: { RequestId: call.RequestId } };
    if (answer.hangUp) {
      request.socket.destroy();
      return;
    }
    const { status = 200, text = JSON.stringify(answer) } = answer;
    response.statusCode = status;
    response.setHeader('content-type', typeof answer.text === 'string' ? 'text/html' : 'application/json');
    response.end(text);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  after(() => server.close());
  return { asked, endpoint: `http://127.0.0.1:${server.address().port}/api/exploreropen/tokenapi` };
}

const USER = { UserId: 'u-123456', NickName: 'Somebody', Avatar: '' };
const FAMILY = { FamilyId: 'f-secret-home', Name: 'Grandmother', Role: 1, CreateTime: 1700000000, UpdateTime: 1700000000 };

test('what differs is found, and told without what is the user’s', async () => {
  const { endpoint } = await oddServer({
    AppGetUser: ({ RequestId }) => ({
      Response: { Data: { ...USER, HasPassword: '1', VipLevel: 3, 'f-secret-home': true, [TOKEN]: 1 }, RequestId, Trace: 'abc' },
    }),
    AppGetUserSetting: () => ({ text: `<!DOCTYPE html><title>${TOKEN}</title>` }),
    AppGetFamilyList: ({ RequestId, Offset }) => ({
      code: 0, msg: '', data: { FamilyList: Offset ? [] : [FAMILY, { ...FAMILY, Role: 'owner', Area: null }], Total: 2, RequestId },
    }),
    AppDescribeFamily: ({ RequestId }) => ({
      Response: { Error: { Code: 'InvalidParameterValue.FamilySleeps', Message: `family f-secret-home, Grandmother's, of ${TOKEN} and a@b.example, 13800138000` }, RequestId },
    }),
    AppGetFamilyMemberList: () => ({ Response: { MemberList: [], Total: 0, RequestId: 'of-another-call' } }),
    AppGetRoomList: ({ RequestId }) => ({ status: 500, text: JSON.stringify({ Response: { RoomList: [], Total: 0, RequestId } }) }),
    AppListUserShareDevices: () => [1, 2],
    AppGetSceneList: ({ RequestId }) => ({ Response: { SceneList: 'none', Total: 0, RequestId } }),
    AppGetAutomationList: ({ RequestId }) => ({ code: -7, msg: `no ${TOKEN}`, data: { RequestId } }),
    AppGetMessages: ({ RequestId }) => ({ text: `{"Response":{"RequestId":"${RequestId}","Msgs":[` }),
    AppGetDeviceBindTokenState: ({ RequestId }) => ({ Response: { State: 1, RequestId } }),
  });
  const { code, report, text } = await doctor(endpoint);
  assert.equal(code, 1);
  assert.deepEqual(brief(report).sort(), [
    'new beside-envelope AppGetUser Trace',
    'new unknown-code AppDescribeFamily InvalidParameterValue.FamilySleeps',
    'new unknown-code AppGetAutomationList -7',
    'new unknown-field AppGetFamilyList FamilyList[].Area',
    'new unknown-field AppGetFamilyList page-of-100 FamilyList[].Area',
    'new unknown-field AppGetFamilyList wrong-access-token FamilyList[].Area',
    'new unknown-field AppGetUser (key)',
    'new unknown-field AppGetUser (key)',
    'new unknown-field AppGetUser VipLevel',
    'note read-type AppGetUser HasPassword',
    'wrong http-status AppGetRoomList',
    'wrong missing-field AppGetFamilyDeviceList DeviceList',
    'wrong missing-field AppGetFamilyDeviceList Total',
    'wrong missing-field AppGetFamilyDeviceList second-family DeviceList',
    'wrong missing-field AppGetFamilyDeviceList second-family Total',
    'wrong not-an-object AppGetMessages',
    'wrong not-an-object AppGetUserSetting',
    'wrong not-an-object AppListUserShareDevices',
    'wrong other-outcome AppGetDeviceBindTokenState no-such-bind-token answered',
    'wrong other-outcome AppGetFamilyList wrong-access-token answered',
    'wrong other-type AppGetFamilyList FamilyList[].Role',
    'wrong other-type AppGetFamilyList page-of-100 FamilyList[].Role',
    'wrong other-type AppGetFamilyList wrong-access-token FamilyList[].Role',
    'wrong other-type AppGetSceneList SceneList',
    'wrong request-id AppGetFamilyMemberList Response',
  ]);
  for (const secret of [TOKEN, ...textsOf(USER), FAMILY.FamilyId, FAMILY.Name, 'a@b.example', '13800138000', 'abc"'])
    assert.ok(!text.includes(secret), secret);
  const of = (action) => report.calls.find((call) => call.action === action);
  assert.equal(of('AppDescribeFamily').message, "family ***, ***'s, of *** and *** ***");
  assert.equal(of('AppGetMessages').form, 'JSON that is cut off or broken');
  assert.equal(of('AppGetUserSetting').form, 'a page');
  assert.equal(of('AppGetSceneList').read, 'Protocol.BadField');
  // Elements of lists are handed out as they come.
  assert.equal(of('AppGetFamilyList').read, 'answered');
});

test('headers that were not known, and a clock that is wrong, are told', async () => {
  const { endpoint } = await oddServer(
    {},
    { 'access-control-allow-origin': '*', date: new Date(Date.now() + 3_600_000).toUTCString(), 'x-session': TOKEN, server: `proxy of ${TOKEN}` },
  );
  // Some services have the token in the address.
  const { report } = await doctor(`${endpoint}/${TOKEN}?token=${TOKEN}`);
  assert.ok(report.endpoint.endsWith('/***'), report.endpoint);
  assert.ok(brief(report).includes('new cors'));
  const clock = report.findings.find(({ what }) => what === 'clock');
  assert.ok(Math.abs(clock.seconds + 3600) < 60, String(clock.seconds));
  const { headers } = report.calls[0].http;
  assert.equal(headers.server, 'proxy of ***');
  assert.ok(headers.others.split(' ').includes('x-session'));
});

test('where nobody answers it stops soon, and the report says so', async () => {
  const { endpoint, asked } = await oddServer(new Proxy({}, { get: () => () => ({ hangUp: true }) }));
  const { code, report } = await doctor(endpoint);
  assert.equal(code, 1);
  assert.equal(asked.length, 3);
  assert.deepEqual(report.summary, { asked: 3, answered: 0, refused: 0, unreadable: 0, unanswered: 3, leftOut: [] });
  assert.ok(report.findings.every(({ what, cause }) => what === 'no-answer' && /^[A-Z_]+$/.test(cause)));
});

test('an interruption ends it, with what was found until then', async () => {
  await sandbox.reset();
  const path = join(folder, 'interrupted.json');
  const args = ['doctor', '--endpoint', sandbox.endpoint, '--output', path, '--pause-ms', '60000'];
  const child = start(args, { env: { IOTEXPLORER_ACCESS_TOKEN: sandbox.seed.users[0].accessToken } });
  while (!child.said.stderr.includes('AppGetUser: answered')) await once(child.stderr, 'data');
  child.kill('SIGINT');
  assert.equal((await child.ended).code, 0, 'so far nothing differs');
  const { summary } = JSON.parse(readFileSync(path, 'utf8'));
  assert.deepEqual([summary.asked, summary.interrupted], [1, true]);
});

test('what would be asked is shown without a token, and only reads', async () => {
  const questions = await answered(['doctor', '--dry-run']);
  assert.ok(questions.length > 30);
  for (const { action } of questions) assert.match(action, READS);
});

test('the report gets a new file of its own; one that cannot be written is said before anything is asked', async () => {
  const { endpoint, asked } = await oddServer({});
  const here = mkdtempSync(join(folder, 'here-'));
  const env = { IOTEXPLORER_ACCESS_TOKEN: TOKEN };
  await cli(['doctor', '--endpoint', endpoint, '--pause-ms', '0'], { env, cwd: here });
  const [name, ...others] = readdirSync(here);
  assert.match(name, /^iotexplorer-doctor-\d{14}\.json$/);
  assert.deepEqual(others, []);
  const count = asked.length;
  writeFileSync(join(here, 'a-file'), '');
  const error = await failed(['doctor', '--endpoint', endpoint, '--output', join(here, 'a-file', 'report.json')], 2, { env });
  assert.match(error.message, /cannot be written \(ENOTDIR\)/);
  assert.equal((await failed(['doctor', '--endpoint', 'http://example.com/x'], 2, { env, cwd: here })).parameter, 'endpoint');
  assert.equal((await failed(['doctor', '--endpoint', endpoint], 2, { cwd: here })).kind, 'usage');
  assert.equal(asked.length, count);
  assert.equal(readdirSync(here).length, 2);
});
