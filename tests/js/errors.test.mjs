// The error class, and every documented code of every Action as a caller sees it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { ACTIONS, APP_KEYS, filled } from './support/actions.mjs';
import { assertHides, assertIotError, rejected, thrown } from './support/checks.mjs';
import { require, vectors } from './support/package.mjs';
import { startSandbox } from './support/sandbox.mjs';

const { init, Client, IotError, errorCodes, parseResponse } = require('iotexplorer-client');
const ACTION = 'AppGetDeviceInFamily';

/** The package's own codes. */
const OWN_CODES = {
  'Aborted.BySignal': 'none',
  'Flow.BadCheckpoint': 'none',
  'Flow.CheckpointExpired': 'none',
  'Flow.CheckpointMismatch': 'fix-input',
  'Flow.DeviceMismatch': 'fix-input',
  'Flow.DeviceUnknown': 'fix-input',
  'Flow.OutcomeUnknown': 'retry',
  'Flow.SendToDeviceFailed': 'retry',
  'Flow.SignFailed': 'retry',
  'Init.BadSource': 'fix-input',
  'Init.ClientFreed': 'fix-input',
  'Init.Crashed': 'retry',
  'Init.LoadFailed': 'retry',
  'Init.NoWebAssembly': 'none',
  'Init.NotAllowed': 'fix-input',
  'Init.NotReady': 'fix-input',
  'Init.NotWasm': 'fix-input',
  'Network.DomainNotAllowed': 'console',
  'Network.Failed': 'retry',
  'Network.Interrupted': 'retry',
  'Parameter.AccessTokenFailed': 'sign-in',
  'Parameter.BadText': 'fix-input',
  'Parameter.Empty': 'fix-input',
  'Parameter.Forbidden': 'fix-input',
  'Parameter.Missing': 'fix-input',
  'Parameter.NotAllowed': 'fix-input',
  'Parameter.OutOfRange': 'fix-input',
  'Parameter.SecretNotAllowed': 'fix-input',
  'Parameter.TooLarge': 'fix-input',
  'Parameter.UnknownAction': 'fix-input',
  'Parameter.Unreadable': 'fix-input',
  'Parameter.WrongType': 'fix-input',
  'Protocol.BadEnvelope': 'retry',
  'Protocol.BadField': 'none',
  'Protocol.BadTransportAnswer': 'fix-input',
  'Protocol.HttpStatus': 'fix-input',
  'Protocol.NotJson': 'retry',
  'Protocol.ServerError': 'retry',
  'Protocol.TooLarge': 'none',
  'Protocol.TooManyRequests': 'retry',
  'Timeout.DeviceNotOnline': 'wait',
  'Timeout.Flow': 'retry',
  'Timeout.Request': 'retry',
};

/** What would help with a code of the cloud's. */
const CLOUD_REMEDIES = {
  'InternalError': 'retry',
  'InternalError.InternalRPCError': 'retry',
  'InvalidParameter': 'fix-input',
  'InvalidParameterValue.BindDeviceNotConnected': 'wait',
  'InvalidParameterValue.BindDeviceSigMismatch': 'fix-input',
  'InvalidParameterValue.InvalidAccessToken': 'sign-in',
  'InvalidParameterValue.TokenIsExpire': 'new-token',
  'InvalidParameterValue.TokenNotExist': 'new-token',
  'InvalidParameterValue.TokenNotBind': 'wait',
  'UnauthorizedOperation.APPNoPermissionToStudioProduct': 'console',
  'UnsupportedOperation.CannotBindSameFamily': 'none',
  'VERIFY_LOGIN_FAIL': 'sign-in',
};

test('errorCodes lists the documented codes of an Action', () => {
  for (const { action, errors = [] } of ACTIONS) {
    const codes = errorCodes(action);
    assert.ok(Array.isArray(codes) && codes.length > 0, action);
    assert.equal(new Set(codes).size, codes.length, action);
    for (const code of errors) assert.ok(codes.includes(code), `${action}: ${code}`);
    codes.length = 0;
    assert.ok(errorCodes(action).length > 0, 'a caller cannot empty the list');
  }
  for (const action of ['AppMakeCoffee', 'toString', '__proto__', '']) {
    thrown(() => errorCodes(action), { kind: 'parameter', parameter: 'action' }, action);
  }
  for (const action of [undefined, null, 5, {}])
    thrown(() => errorCodes(action), { kind: 'parameter', parameter: 'action' });
});

/** The reference has these in two spellings, or files them in two places. */
const TWINS = [
  'InvalidParameterValue.DeviecBinded',
  'InvalidParameterValue.DeviceBinded',
  'InvalidParameterValue.InternalRPCError',
  'InternalError.InternalRPCError',
  'InvalidParameterValue.MsgIdInvalid',
  'InvalidParameterValue.MsgIDInvalid',
];

test('every code has its remedy and a sentence in either language', () => {
  const cloud = [...new Set(ACTIONS.flatMap(({ action }) => errorCodes(action)))];
  assert.ok(cloud.length >= 30);
  const sentences = new Map();
  for (const code of new Set([...cloud, 'InvalidAction', 'VERIFY_LOGIN_FAIL', ...Object.keys(OWN_CODES)])) {
    const own = code in OWN_CODES;
    const kind = own ? code.split('.')[0].toLowerCase() : 'api';
    const error = assertIotError(new IotError({ kind, code, message: 'm' }), { kind, code });
    const remedy = OWN_CODES[code] ?? CLOUD_REMEDIES[code];
    if (remedy) assert.equal(error.remedy, remedy, code);
    for (const language of ['en', 'zh']) {
      const sentence = error.describe(language);
      assert.ok(!sentence.includes(code), `${code} is described by itself: ${sentence}`);
      const other = sentences.get(sentence);
      if (!TWINS.includes(code)) assert.equal(other, undefined, `${code} and ${other}: ${sentence}`);
      sentences.set(sentence, code);
    }
  }
});

test('describe speaks English unless told otherwise', () => {
  const error = new IotError({ kind: 'api', code: 'InvalidParameterValue.TokenIsExpire', message: 'm' });
  assert.equal(error.describe(), error.describe('en'));
  assert.equal(error.describe(undefined), error.describe('en'));
  assert.notEqual(error.describe('zh'), error.describe('en'));
  assert.match(error.describe('en'), /expired/);
  assert.match(error.describe('zh'), /过期/);
  const aboutAnOption = new IotError({
    kind: 'parameter',
    code: 'Parameter.Missing',
    parameter: 'familyId',
    message: 'm',
  });
  for (const language of ['en', 'zh']) assert.match(aboutAnOption.describe(language), /familyId/);
});

test('a code that nobody documented is still told apart', () => {
  const cases = [
    ['ResourceNotFound.SomethingNew', 'ResourceNotFound', 'fix-input'],
    ['InternalError.SomethingNew', 'InternalError', 'retry'],
    ['InvalidParameterValue.InvalidAccessTokenNew', 'InvalidParameterValue', 'sign-in'],
    ['x.InvalidAccessToken', 'x', 'sign-in'],
    ['ERR_VERIFY_LOGIN_FAIL', 'ERR_VERIFY_LOGIN_FAIL', 'sign-in'],
    ['-1001', '-1001', 'none'],
    ['Nobody.Knows', 'Nobody', 'none'],
    ['toString', 'toString', 'none'],
    ['__proto__', '__proto__', 'none'],
  ];
  for (const [code, category, remedy] of cases) {
    const error = assertIotError(new IotError({ kind: 'api', code, message: 'm' }), { code, category, remedy });
    if (remedy === 'none') assert.ok(error.describe('en').includes(code) && error.describe('zh').includes(code), code);
  }
});

test('an IotError is an Error, and its JSON says what can be shown', () => {
  const cause = new IotError({ kind: 'network', code: 'Network.Failed', message: 'inner' });
  const error = new IotError({
    kind: 'api',
    code: 'A.B',
    message: 'X: went wrong',
    action: 'X',
    requestId: 'r',
    status: 500,
    retryable: true,
    parameter: 'p',
    mayBeBound: true,
    cause,
  });
  assert.ok(error instanceof IotError && error instanceof Error);
  assert.equal(IotError.name, 'IotError');
  assert.match(error.stack, /^(Error \[IotError\]|IotError|Error): X: went wrong\n +at /);
  assert.equal(String(error), 'IotError: X: went wrong');
  assert.deepEqual(error.toJSON(), {
    name: 'IotError',
    kind: 'api',
    code: 'A.B',
    category: 'A',
    message: 'X: went wrong',
    action: 'X',
    requestId: 'r',
    status: 500,
    parameter: 'p',
    retryable: true,
    mayBeBound: true,
    remedy: 'retry',
    cause: cause.toJSON(),
  });
  assert.equal(JSON.stringify(error), JSON.stringify(error.toJSON()));
  assert.equal(error.cause, cause);
  // What is not known is not there.
  const bare = new IotError({ kind: 'flow', code: 'Flow.OutcomeUnknown', message: 'm' });
  assert.deepEqual(Object.keys(bare.toJSON()), ['name', 'kind', 'code', 'category', 'message', 'retryable', 'remedy']);
  for (const name of ['action', 'requestId', 'status', 'parameter', 'mayBeBound', 'cause'])
    assert.ok(!(name in bare), name);
});

test('an error without a message says what its code says, and what is peculiar to it', () => {
  const message = (about) => assertIotError(new IotError(about)).message;
  const sentence = new IotError({ code: 'Network.Failed' }).describe('en');
  assert.equal(message({ code: 'Network.Failed' }), sentence);
  assert.equal(message({ code: 'Network.Failed', action: 'X' }), `X: ${sentence}`);
  const [happened, help] = sentence.split(';');
  assert.equal(message({ code: 'Network.Failed', detail: 'no line' }), `${happened}: no line;${help}`);
  assert.equal(message({ code: 'Aborted.BySignal', detail: 'by X' }), 'The call was cancelled: by X.');
  // A parameter stands where the sentence speaks of a value; a detail is what it must be.
  const parameter = 'roomId';
  assert.match(message({ code: 'Parameter.Missing', parameter }), /^roomId is missing/);
  assert.equal(message({ code: 'Parameter.WrongType', parameter, detail: 'a string' }), 'roomId must be a string');
  assert.match(new IotError({ code: 'Parameter.Missing', parameter }).describe('zh'), /^roomId /);
  // Replacement patterns of the language mean nothing.
  assert.ok(message({ code: 'Parameter.Missing', parameter: '$&$1' }).startsWith('$&$1 is'));
  assert.ok(message({ code: 'Network.Failed', detail: '$&$1' }).includes(': $&$1;'));
  // The cloud's is the cloud's; where it says nothing, its code stands for it.
  assert.equal(message({ kind: 'api', code: 'Some.Code', detail: 'no; not today.' }), 'no; not today.');
  assert.equal(message({ kind: 'api', code: 'Some.Code', action: 'X' }), 'X: Some.Code');
  // A body that is no answer may be long, and is shown in part.
  const shown = message({ code: 'Protocol.NotJson', status: 200, detail: 'x'.repeat(9999) });
  assert.match(shown, /^HTTP 200: .*: x{120}…;/);
});

test("the JSON holds nothing of a caller's own cause", () => {
  for (const cause of [
    new Error('s3cret text'),
    's3cret text',
    { token: 's3cret text' },
    { toJSON: () => 's3cret text' },
  ]) {
    const error = new IotError({ kind: 'flow', code: 'Flow.SignFailed', message: 'm', cause });
    assert.equal(error.cause, cause);
    assert.ok(!JSON.stringify(error).includes('s3cret'));
    assert.ok(!Object.keys(error).includes('cause'));
  }
});

const sandbox = await startSandbox();
const { accessToken } = sandbox.seed.users[0];
await init();

for (const style of ['documented', 'live']) {
  test(`every documented code of every Action reaches the caller (${style})`, async (t) => {
    await sandbox.reset(style);
    const client = new Client({ accessToken, ...APP_KEYS, endpoint: sandbox.endpoint, retries: 0 });
    for (const row of ACTIONS) {
      for (const code of errorCodes(row.action)) {
        await t.test(`${row.action}: ${code}`, async () => {
          const requestId = `request-of-${code}`;
          await sandbox.post('fault', {
            action: row.action,
            kind: 'error',
            code,
            message: `said the cloud of ${code}`,
          });
          const error = await rejected(client.call(row.action, filled(row), { requestId }), {
            kind: 'api',
            code,
            category: code.split('.')[0],
            action: row.action,
            requestId,
            status: 200,
            message: `${row.action}: said the cloud of ${code}`,
            parameter: undefined,
            mayBeBound: undefined,
          });
          if (CLOUD_REMEDIES[code]) assert.equal(error.remedy, CLOUD_REMEDIES[code]);
          assert.equal(error.retryable, ['retry', 'wait'].includes(error.remedy), error.remedy);
          assert.notEqual(error.describe('en'), error.describe('zh'));
          assertHides(error, [accessToken]);
          // Both languages are of this very code, not of its category alone.
          const general = new IotError({ kind: 'api', code: error.category, message: 'm' });
          if (code !== error.category) assert.notEqual(error.describe('zh'), general.describe('zh'));
        });
      }
    }
    const asked = (await sandbox.log()).map((entry) => [entry.action, entry.code, entry.requestId]);
    const expected = ACTIONS.flatMap(({ action }) =>
      errorCodes(action).map((code) => [action, code, `request-of-${code}`]),
    );
    assert.deepEqual(asked, expected);
  });
}

test('the message is in the language that the app asks the cloud for', async () => {
  await sandbox.reset();
  const params = { ProductId: 'P', DeviceName: 'D', FamilyId: 'no-such-family' };
  const call = (lang) =>
    new Client({ accessToken, endpoint: sandbox.endpoint, commonParams: { lang } }).call(ACTION, params);
  assert.match((await rejected(call('zh-CN'), { kind: 'api' })).message, /^AppGetDeviceInFamily: .*\p{Script=Han}/u);
  assert.doesNotMatch((await rejected(call('en'), { kind: 'api' })).message, /\p{Script=Han}/u);
});

test('a numeric code is handed out as decimal text', () => {
  for (const [code, text] of [
    [-1001, '-1001'],
    [40000, '40000'],
    ['40000', '40000'],
    ['9007199254740993', '9007199254740993'],
  ]) {
    const body = JSON.stringify({ code, msg: 'no' });
    thrown(
      () => parseResponse(ACTION, { status: 200, body }),
      { kind: 'api', code: text, category: text },
      inspect(code),
    );
  }
});
