// The answer reader of the package, module and glue as they ship, against another one that only follows the written rules
// (support/reading.mjs): on bodies that are made up, on the fuzzer's, and on those changed here and there.
//
// FUZZ_RUNS makes it longer: how many bodies are made up.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { repository, require, vectors } from './support/package.mjs';
import { fieldsOf, readAnswer } from './support/reading.mjs';

const { init, parseResponse } = require('iotexplorer-client');
before(() => init());

const RUNS = Number(process.env.FUZZ_RUNS || 15_000);
/** Those whose answers hold nothing that the reference writes in more than one way, and those that bind. */
const isPlain = ({ action, group, output }) =>
  group === 'bind' || (!SPELT_OTHERWISE.includes(action) && output.every(({ type }) => !/object/.test(type)));
const SPELT_OTHERWISE = [
  'AppCallDeviceActionSync',
  'AppCreateCellphoneUser',
  'AppCreateEmailUser',
  'AppCreateRoom',
  'AppGetDeviceLocation',
  'AppSendEmailVerificationCode',
  'AppSendVerificationCode',
  'AppUpdateDeviceInFamily',
];
const ACTIONS = new Map(vectors('actions').filter(isPlain).map((row) => [row.action, fieldsOf(row)]));
ACTIONS.set('AppOfTheDayAfterTomorrow', undefined);

/** What the package makes of an answer. */
function read(action, status, body) {
  try {
    return { result: parseResponse(action, { status, body }, { untyped: true }) };
  } catch (error) {
    if (error.name !== 'IotError') throw error;
    return { error };
  }
}

/** Whether two values of JSON are the same, infinity and zeros of either sign included. */
function isSame(one, other) {
  const isPlain = (value) => typeof value !== 'object' || value === null;
  if (isPlain(one) || isPlain(other)) return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}

/** Holds what the package says against what the rules say. */
function check(action, status, body) {
  const found = read(action, status, body);
  const expected = readAnswer(ACTIONS.get(action), status, body);
  const at = () => `${action} ${status} ${JSON.stringify(body)}: ${inspect(found)}, not ${inspect(expected)}`;
  if (expected.result) {
    assert.ok(found.result && isSame(found.result, expected.result), at());
    return;
  }
  const { error } = found;
  assert.ok(error, at());
  // What an error says is well-formed text; half a character in it reads as U+FFFD.
  const text = (value) => (typeof value === 'string' ? value.toWellFormed() : undefined);
  const { kind, code, message, requestId } = expected.error;
  assert.ok(error.kind === kind && error.status === status && error.action === action, at());
  if (kind === 'api') {
    assert.ok(code === undefined || error.code === text(code), at());
    assert.ok(typeof message !== 'string' || error.message.includes(text(message)), at());
  } else {
    assert.ok(error.code.startsWith('Protocol.'), at());
    const isShown = !/^[{[]/.test(body.trim());
    if (error.message.includes('no JSON object')) assert.ok(error.message.includes(`${body.length} characters`), at());
    if (!isShown && requestId === undefined) assert.ok(!/no JSON object:/.test(error.message), at());
  }
  if (typeof requestId === 'string') assert.ok(error.requestId === text(requestId), at());
}

// A grammar of texts rather than of values: a name may come twice, a number be written in any way, a text be cut off.

const NAMES = [
  ...['Response', 'Data', 'data', 'Error', 'Code', 'Message', 'code', 'msg', 'RequestId', 'UpdateTIme'],
  ...new Set([...ACTIONS.values()].flatMap((fields) => Object.keys(fields ?? {}))),
  ...['DeviceId', 'CreateTime', 'UpdateTime'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '', 'a', '0', '客厅', '\\u0044ata', '\\"'],
];
const spaced = (text) =>
  fc.tuple(text, fc.constantFrom('', '', '', ' ', '\n', '\t ', '\r\n')).map((parts) => parts.join(''));
const number = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '1',
    '2',
    '-1',
    '0.0',
    '1.0',
    '1.5',
    '1e3',
    '1E+2',
    '1e400',
    '-1e400',
    '12e-1',
    '007',
    '+1',
    '.5',
  ),
  fc.constantFrom(
    '9007199254740991',
    '9007199254740992',
    '9007199254740993',
    '-9007199254740993',
    '9007199254740993.0',
  ),
  fc.constantFrom(
    '18446744073709551616',
    '9007199254740993e0',
    '123456789012345678901234567890',
    '1e21',
    '4503599627370497.5',
  ),
  fc.integer().map(String),
);
const string = fc.oneof(
  fc.constantFrom(
    '""',
    '"0"',
    '"12"',
    '"-12"',
    '"007"',
    '"9007199254740993"',
    '"00000000000000000000012"',
    '"1.5"',
    '"-"',
  ),
  fc.constantFrom(
    '"ResourceNotFound"',
    '"InvalidParameterValue.InvalidAccessToken"',
    '"r-1"',
    '"\\ud83d\\ude00"',
    '"\\ud800"',
  ),
  fc.constantFrom(
    '"９"',
    '"１２"',
    '"1\\n"',
    '" 1"',
    '"9007199254740993\\" 9007199254740993"',
    // What looks like a number of its own, within a text.
    '": 9007199254740993,"',
    '"[9007199254740993]"',
    '"\\": 9007199254740993,\\""',
    '" 9007199254740993"',
    '"\\\\"',
    '"\\u0000"',
    '"\u2028"',
    '"\\x"',
  ),
  fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
);
const atom = fc.oneof(
  number,
  string,
  fc.constantFrom('null', 'true', 'false', '[]', '{}', 'nul', 'undefined', 'NaN', "'a'"),
);

const { value, envelope } = fc.letrec((tie) => {
  const pair = fc.tuple(fc.constantFrom(...NAMES), spaced(fc.constant(':')), tie('value'));
  const written = fc.oneof(
    { weight: 30, arbitrary: pair.map(([name, colon, value]) => `"${name}"${colon}${value}`) },
    // Not JSON.
    { weight: 1, arbitrary: fc.tuple(atom, tie('value')).map(([name, value]) => `${name}:${value}`) },
  );
  const list = (item, open, close) =>
    fc.array(spaced(item), { maxLength: 5, depthIdentifier: 'body' }).map((items) => open + items.join(',') + close);
  const named = (name, inner) => inner.map((text) => `"${name}":${text}`);
  const some = (...pairs) =>
    fc
      .tuple(...pairs.map((pair) => fc.option(pair, { freq: 5 })))
      .chain((chosen) =>
        fc
          .shuffledSubarray(chosen.filter(Boolean), { minLength: chosen.filter(Boolean).length })
          .map((all) => `{${all.join(',')}}`),
      );
  const error = some(named('Code', tie('atom')), named('Message', tie('atom')));
  const code = fc.oneof(fc.constantFrom('0', '"0"', '-1000', '1', 'null', '""', '0.0', '-0', '1e3'), tie('value'));
  return {
    atom,
    object: list(written, '{', '}'),
    envelope: fc.oneof(
      some(named('Response', tie('payload'))),
      some(named('Response', tie('payload')), written),
      some(named('RequestId', string), named('Data', tie('payload'))),
      some(named('RequestId', string), named('data', tie('payload')), written),
      some(named('Error', error), named('RequestId', string), written),
      some(named('code', code), named('msg', string), named('data', tie('payload'))),
      some(named('code', code), named('msg', string), named('data', tie('payload')), written),
    ),
    payload: fc.oneof(
      { depthIdentifier: 'body', maxDepth: 6 },
      tie('atom'),
      tie('object'),
      tie('envelope'),
      tie('envelope'),
    ),
    value: fc.oneof(
      { depthIdentifier: 'body', maxDepth: 6 },
      tie('atom'),
      tie('object'),
      tie('envelope'),
      list(tie('value'), '[', ']'),
    ),
  };
});
/** Bodies of the fuzzer's, with the Action and the status that they came with: see fuzz/src/answer.rs. */
const CORPUS = readdirSync(join(repository, 'fuzz/corpus/answer'))
  .sort()
  .map((name) => {
    const [, head, body] = /^([^\n]*)\n?([^]*)$/.exec(
      readFileSync(join(repository, 'fuzz/corpus/answer', name), 'utf8'),
    );
    const [action, status] = head.split(' ');
    return { action: ACTIONS.has(action) ? action : 'AppOfTheDayAfterTomorrow', status: Number(status), body };
  });

/** Deeper than anybody nests. */
const deep = fc
  .tuple(fc.constantFrom('[', '{"a":', '{"Response":', '{"code":0,"data":'), fc.nat(2_000), value)
  .map(([open, depth, inner]) => open.repeat(depth) + inner + (open === '[' ? ']' : '}').repeat(depth));
const sound = fc.oneof(
  { weight: 20, arbitrary: envelope },
  { weight: 4, arbitrary: value },
  { weight: 4, arbitrary: fc.constantFrom(...CORPUS.map(({ body }) => body)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '<html><body>502</body></html>', 'null', '[]', '"text"', '0') },
);
const around = fc.constantFrom(
  '',
  '',
  '',
  '',
  '\ufeff',
  ' ',
  '\r\n',
  '\ufeff\n ',
  '\u00a0',
  '\u2028',
  '\u200b',
  '\0',
  '\ufeff\ufeff',
);
/** Sound ones, and those cut off, run together or changed in one place. */
const body = fc.oneof(
  { weight: 20, arbitrary: sound },
  { weight: 5, arbitrary: fc.tuple(around, sound, around).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.tuple(sound, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(sound, fc.nat(), fc.oneof(fc.constantFrom(...'{}[]":,0\\e '), atom, fc.string({ maxLength: 2 })))
      .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1)),
  },
  { weight: 1, arbitrary: fc.tuple(sound, sound).map((parts) => parts.join('')) },
);
const action = fc.constantFrom(...ACTIONS.keys());
const status = fc.oneof(
  { weight: 5, arbitrary: fc.constant(200) },
  fc.constantFrom(100, 199, 201, 204, 299, 300, 302, 400, 404, 429, 500, 502, 999),
);

test("the fuzzer's answers are read as the rules say, for every Action", () => {
  assert.ok(CORPUS.length > 0);
  for (const { status, body } of CORPUS) {
    for (const action of ACTIONS.keys()) check(action, status >= 100 && status <= 999 ? status : 200, body);
  }
});

test(`${RUNS} made-up answers are read as the rules say`, () => {
  fc.assert(fc.property(action, status, body, check), {
    numRuns: RUNS,
    seed: Number(process.env.FUZZ_SEED) || undefined,
  });
});

test('answers nested as deep as nobody nests them are read as the rules say', () => {
  fc.assert(fc.property(action, status, deep, check), { numRuns: Math.ceil(RUNS / 100) });
});
