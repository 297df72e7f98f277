// Answers without network: every envelope, read through `parseResponse` and through a call.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { inspect } from 'node:util';
import { ACTIONS, APP_KEYS, filled } from './support/actions.mjs';
import { assertHides, assertIotError, rejected, settled, thrown } from './support/checks.mjs';
import { require, vectors } from './support/package.mjs';

const { init, Client, parseResponse } = require('iotexplorer-client');
beforeEach(() => init());

const ACTION = 'AppGetDeviceInFamily';
const answer = (body, status = 200) => ({ status, body: typeof body === 'string' ? body : JSON.stringify(body) });
const parse = (body, action = ACTION, options) => parseResponse(action, answer(body), options);

/** Parameters with which an Action can be called. */
const paramsOf = (name) => filled(ACTIONS.find(({ action }) => action === name));

/** What a call makes of an answer. The request's id is `sent`. */
function callWith(action, response) {
  const client = new Client({ accessToken: 'an-access-token', ...APP_KEYS, retries: 0, transport: async () => response });
  return client.call(action, paramsOf(action), { requestId: 'sent' });
}

/** Holds an outcome against what a vector expects. */
function check(error, expected) {
  const { mentions, hides, length, excerpt, noExcerpt, message, ...same } = expected;
  assertIotError(error, same);
  const text = error.message;
  if (message !== undefined) assert.ok(text.endsWith(message) || (message === '' && text.includes(error.code)), text);
  for (const part of [mentions, excerpt]) if (part) assert.ok(text.includes(part), text);
  if (hides) assert.ok(!(text + error.stack + JSON.stringify(error)).includes(hides), text);
  if (length !== undefined) assert.ok(text.includes(`${length} characters`), text);
  if (noExcerpt) assert.ok(text.includes('no JSON object;'), text);
}

test('answers are read in the order of the rules', async (t) => {
  for (const { id, action, status, body, expected } of vectors('answers')) {
    await t.test(id, async () => {
      const response = answer(body, status);
      if (expected.error) {
        check(
          thrown(() => parseResponse(action, response)),
          { ...expected.error, action },
        );
        check(await rejected(callWith(action, response)), { ...expected.error, action });
        return;
      }
      const result = await callWith(action, response);
      assert.deepEqual(result, expected.result);
      assert.equal(Object.getPrototypeOf(result), Object.prototype);
      // Nobody knows what was sent; the rest is the same.
      const parsed = parseResponse(action, response);
      if (expected.result.RequestId === 'sent') parsed.RequestId = 'sent';
      assert.deepEqual(parsed, expected.result);
    });
  }
});

test("a code of the cloud that is empty stays the cloud's", async () => {
  // Found by the differential test: it was taken for the first of our own codes, "cancelled".
  for (const body of [{ Response: { Error: { Code: '', Message: 'no' } } }, { code: '', msg: 'no' }]) {
    const about = { kind: 'api', code: '', category: '', status: 200, action: ACTION, retryable: false };
    let error;
    try {
      parse(body);
    } catch (thrown) {
      error = thrown;
    }
    for (const one of [error, await callWith(ACTION, answer(body)).catch((thrown) => thrown)]) {
      assert.equal(one.name, 'IotError');
      for (const [name, value] of Object.entries(about)) assert.equal(one[name], value, name);
      assert.equal(one.message, `${ACTION}: no`);
    }
  }
});

test('what a list holds beside what has to be put right stays as it came', () => {
  const row = { CreateTime: ['7'], UpdateTime: '8', undefined: 1 };
  const body = { Response: { List: [row, null, '9'], RequestId: 'r' } };
  assert.deepEqual(parse(body, 'AppGetFenceList').List, [{ ...row, UpdateTime: 8 }, null, '9']);
  const devices = { Response: { DeviceList: [{ undefined: 1, UserID: 'u' }], Total: 1, RequestId: 'r' } };
  assert.deepEqual(parse(devices, 'AppGetFamilyDeviceList').DeviceList, [{ undefined: 1, UserId: 'u' }]);
});

/** A value of each type that `tests/vectors/actions.json` names. */
const VALUES = {
  'string': '客厅 "text"',
  'integer': 7,
  'number': 1.5,
  'boolean': false,
  'object': { a: 1 },
  'array<object>': [{ a: 1 }, { b: [] }],
  'array<string>': ['a', ''],
};
/** The reference's other name for the rooms; they are handed out as RoomList. */
const OTHER_NAMES = { AppGetRoomList: 'FamilyList' };
const valueOf = (type) => VALUES[type] ?? assert.fail(`no value of type ${type}`);

/** A template with the payload's fields where it says so. */
function fill(template, payload) {
  if (template === null || typeof template !== 'object') return template;
  const parts = Object.entries(template).map(([name, value]) =>
    name === '...' ? payload : { [name]: fill(value, payload) },
  );
  return Object.assign({}, ...parts);
}

test('every envelope is read for every Action', async (t) => {
  const envelopes = vectors('envelopes');
  for (const number of '123456789')
    assert.ok(
      envelopes.some((row) => row.id.split('-')[0] === number),
      number,
    );
  for (const { action, output = [] } of ACTIONS) {
    const listed = output.filter(({ name }) => OTHER_NAMES[action] !== name);
    const payload = {
      ...Object.fromEntries(listed.map(({ name, type }) => [name, valueOf(type)])),
      Undocumented: [{ kept: true }, null],
    };
    for (const { id, status, body, expected } of envelopes) {
      // Where `Data` is a field of the Action's, no payload is in an object of that name.
      const own = ['Data', 'data'].find((name) => name in payload);
      if (own && expected === 'payload' && JSON.stringify(body).includes(`"${own}":{`)) continue;
      await t.test(`${action}: ${id}`, async () => {
        const response = answer(fill(body, payload), status);
        if (typeof expected === 'string') {
          const wanted = { ...(expected === 'payload' ? payload : {}), RequestId: 'r-envelope' };
          assert.deepEqual(parseResponse(action, response), wanted);
          assert.deepEqual(await callWith(action, response), wanted);
          return;
        }
        const { code, noRequestId } = expected;
        const facts = { kind: 'api', code, action, status };
        const message = expected.message === '' ? new RegExp(code) : new RegExp(`${expected.message}$`);
        thrown(() => parseResponse(action, response), {
          ...facts,
          message,
          requestId: noRequestId ? undefined : 'r-envelope',
        });
        await rejected(callWith(action, response), {
          ...facts,
          message,
          requestId: noRequestId ? 'sent' : 'r-envelope',
        });
      });
    }
  }
});

test('the answers of the reference are read, the mended ones and, as errors, the broken ones', () => {
  let broken = 0;
  for (const { action, answers } of vectors('reference')) {
    for (const { mended, printed, repair, expected } of answers) {
      if (expected.error)
        check(
          thrown(() => parse(mended, action)),
          { ...expected.error, action },
        );
      else assert.deepEqual(parse(mended, action), expected.result);
      if (repair) {
        thrown(() => parse(printed, action), { kind: 'protocol', code: 'Protocol.NotJson', action });
        broken++;
      }
    }
  }
  assert.equal(broken, 3);
});

test('with untyped any Action is read, and without it only known ones', async () => {
  const body = { Response: { Data: { State: 'two', Data: { deep: 1 } }, RequestId: 'r' } };
  assert.deepEqual(parse(body, 'AppSomethingNew', { untyped: true }), {
    State: 'two',
    Data: { deep: 1 },
    RequestId: 'r',
  });
  thrown(() => parse({ code: 5, msg: 'five' }, 'AppSomethingNew', { untyped: true }), {
    kind: 'api',
    code: '5',
    message: /five/,
  });
  for (const action of ['AppSomethingNew', 'toString', '__proto__']) {
    thrown(() => parse(body, action), {
      kind: 'parameter',
      code: 'Parameter.UnknownAction',
      parameter: 'action',
      action,
    });
  }
  const transport = async () => answer(body);
  const client = new Client({ accessToken: 'an-access-token', transport });
  assert.deepEqual(await client.call('AppSomethingNew', { X: 1 }, { untyped: true }), {
    State: 'two',
    Data: { deep: 1 },
    RequestId: 'r',
  });
});

test('an answer that is none is a parameter error naming what is wrong', () => {
  const expected = { kind: 'parameter', action: ACTION };
  for (const response of [undefined, null, 5, 'text', true]) {
    thrown(() => parseResponse(ACTION, response), { ...expected, parameter: 'response' }, inspect(response));
  }
  for (const status of [undefined, null, '200', NaN, 1.5, -1, Infinity, 200n]) {
    thrown(
      () => parseResponse(ACTION, { status, body: '{}' }),
      { ...expected, parameter: 'response.status' },
      inspect(status),
    );
  }
  for (const body of [undefined, null, 5, {}, [], Buffer.from('{}'), new String('{}')]) {
    thrown(
      () => parseResponse(ACTION, { status: 200, body }),
      { ...expected, parameter: 'response.body' },
      inspect(body),
    );
  }
  for (const headers of [null, 5, 'x']) {
    thrown(() => parseResponse(ACTION, { status: 200, body: '{}', headers }), {
      ...expected,
      parameter: 'response.headers',
    });
  }
  thrown(
    () =>
      parseResponse(ACTION, {
        status: 200,
        get body() {
          throw new Error('no');
        },
      }),
    { ...expected, parameter: 'response.body' },
  );
  for (const options of [5, null, { untyped: 'yes' }]) {
    thrown(() => parseResponse(ACTION, answer('{}'), options), { kind: 'parameter', action: ACTION }, inspect(options));
  }
  for (const action of [undefined, 5, null, {}, '']) {
    thrown(() => parseResponse(action, answer('{}')), { kind: 'parameter', parameter: 'action' }, inspect(action));
  }
});

test('an answer pollutes no prototype', async () => {
  const bodies = [
    '{"__proto__":{"polluted":1},"Response":{"RequestId":"r"}}',
    '{"Response":{"__proto__":{"polluted":1},"RequestId":"r"}}',
    '{"Response":{"Data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},"RequestId":"r"}}',
    '{"code":0,"msg":"","data":{"__proto__":{"polluted":1},"RequestId":"r"}}',
    '{"Response":{"__proto__":{"Error":{"Code":"A.B","Message":"m"}},"RequestId":"r"}}',
    '{"Response":{"DeviceList":[{"__proto__":{"polluted":1}}],"RequestId":"r"}}',
    // Through the reader that keeps long numbers.
    '{"Response":{"Data":{"__proto__":{"polluted":12345678901234567890}},"RequestId":"r"}}',
  ];
  for (const body of bodies) {
    for (const result of [parse(body), await callWith(ACTION, answer(body))]) {
      assert.equal({}.polluted, undefined, body);
      assert.equal(Object.getPrototypeOf(result), Object.prototype, body);
      assert.equal(result.polluted, undefined, body);
    }
  }
  const own = parse(bodies[2]);
  assert.deepEqual(Object.getOwnPropertyDescriptor(own, '__proto__').value, { polluted: 1 });
});

test('integers keep their digits', () => {
  const digits = [
    '9007199254740991',
    '9007199254740992',
    '9007199254740993',
    '9223372036854775807',
    '-9007199254740993',
    '18446744073709551616',
  ];
  for (const text of digits) {
    const safe = Math.abs(Number(text)) <= 2 ** 53 && String(Number(text)) === text;
    assert.equal(parse(`{"Response":{"X":${text},"RequestId":"r"}}`).X, safe ? Number(text) : text);
    assert.deepEqual(
      parse(`{"Response":{"X":[[${text}],{"y":${text}}]}}`).X,
      safe ? [[Number(text)], { y: Number(text) }] : [[text], { y: text }],
    );
    assert.equal(parse(`{"Response":{"X":"${text}"}}`).X, text);
  }
  // What is not an integer is read as the host reads it.
  assert.equal(parse('{"Response":{"X":0.12345678901234567890}}').X, 0.1234567890123456789);
  assert.equal(parse('{"Response":{"X":1234567890123456789e-5}}').X, 1234567890123456789e-5);
  assert.equal(
    parse(String.raw`{"Response":{"X":"a\"12345678901234567890,:\\","Y":1}}`).X,
    'a"12345678901234567890,:\\',
  );
});

test('large and deep answers are read, and too deep ones harm nothing', async () => {
  const list = Array.from({ length: 10_000 }, (_, at) => ({ DeviceId: `P/${at}`, Text: 'x'.repeat(80), Number: at }));
  const body = JSON.stringify({ Response: { DeviceList: list, Total: list.length, RequestId: 'r' } });
  assert.ok(body.length > 1_000_000);
  assert.deepEqual(parse(body, 'AppGetFamilySubDeviceList'), { DeviceList: list, Total: list.length, RequestId: 'r' });
  const withLong = body.replace('"Number":0', '"Number":12345678901234567890');
  assert.equal(parse(withLong, 'AppGetFamilySubDeviceList').DeviceList[0].Number, '12345678901234567890');

  const deep = (levels, inner) =>
    `{"Response":{"X":${'['.repeat(levels)}${inner}${']'.repeat(levels)},"RequestId":"r"}}`;
  for (const inner of ['1', '12345678901234567890']) {
    assert.equal(
      JSON.stringify(parse(deep(500, inner)).X).replace(/"/g, ''),
      '['.repeat(500) + inner + ']'.repeat(500),
    );
    // What the host cannot read is no answer; the module goes on either way.
    try {
      parse(deep(200_000, inner));
    } catch (error) {
      assertIotError(error, { kind: 'protocol', code: 'Protocol.NotJson' });
    }
    assert.deepEqual(parse('{"Response":{"RequestId":"after"}}'), { RequestId: 'after' });
  }
});

test('no error shows a secret of its own request, wherever the cloud repeats it', async () => {
  const token = 'd7a12d8f3ab64e0c9b1d5e61b3861b3b';
  const accessToken = 'access-token-9c41f0';
  const params = { Token: token, ProductId: 'P', DeviceName: 'D', FamilyId: 'f', RoomId: '0' };
  const secrets = [token, accessToken];
  for (const secret of secrets) {
    const answers = [
      answer({ Response: { Error: { Code: 'A.B', Message: `bad ${secret}!` }, RequestId: 'r' } }),
      answer({ Response: { Error: { Code: secret, Message: secret }, RequestId: secret } }),
      answer({ code: 7, msg: `no ${secret}` }),
      answer({ code: secret, msg: secret }),
      answer({ code: 1, msg: '', data: { Error: { Code: 'X', Message: secret }, RequestId: secret } }),
      answer(`<html>${secret}</html>`, 502),
      answer(`token=${secret}`),
      answer(`{"Token":"${secret}`),
      answer(`[“${secret}”]`),
      answer(`${'.'.repeat(70)}${secret}`, 403),
      answer({ Response: secret }),
      answer({ Response: { Data: { Token: [secret] } } }),
    ];
    for (const response of answers) {
      const events = [];
      const client = new Client({
        accessToken,
        transport: async () => response,
        onEvent: (event) => events.push(event),
      });
      const outcome = await settled(
        client.appTokenBindDeviceFamily(params).then(
          () => undefined,
          (error) => error,
        ),
      );
      if (outcome === undefined) continue;
      assertHides(assertIotError(outcome, { action: 'AppTokenBindDeviceFamily' }), secrets, response.body);
      assertHides(events, secrets, response.body);
    }
  }
});

test('a short secret leaves code and remedy whole', async () => {
  for (const short of ['t', 'x', 'In', 'Token']) {
    const response = answer({
      Response: { Error: { Code: 'InvalidParameterValue.TokenNotExist', Message: 'gone' }, RequestId: 'r' },
    });
    const client = new Client({ accessToken: short, transport: async () => response });
    await rejected(client.appGetDeviceBindTokenState({ Token: short }), {
      code: 'InvalidParameterValue.TokenNotExist',
      remedy: 'new-token',
    });
  }
});

test('an excerpt shows no half of a secret', async () => {
  const accessToken = 'access-token-9c41f0';
  for (let before = 40; before <= 80; before++) {
    const response = answer(`${'.'.repeat(before)}${accessToken} and more`, 502);
    const client = new Client({ accessToken, retries: 0, transport: async () => response });
    const error = await rejected(client.appCreateDeviceBindToken(), { kind: 'protocol', status: 502 });
    assertHides(error, ['access-token-9c41f0', 'access'], `after ${before}`);
  }
});
