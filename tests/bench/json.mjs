// Building requests and reading answers: ours against the same rules written by hand in plain JavaScript, and against bare
// JSON.stringify and JSON.parse, which check nothing.

import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { buildSigBind, readDevice } from './support/by-hand.mjs';
import { compare, sink } from './support/measure.mjs';
import { require } from '../js/support/package.mjs';

const INPUTS = 64;
const range = (make) => Array.from({ length: INPUTS }, (_, at) => make(at));

const accessToken = 'f3b0a5d86c1e4f729a0d5b7c8e9f1a2b3c4d5e6f';
const inputs = range((at) => ({
  params: {
    FamilyId: 'f-1234567890abcdef',
    ProductId: 'PLUGWIFI1A',
    DeviceName: `plug-${1000 + at}`,
    RoomId: '0',
    DeviceTimestamp: 1_763_688_000 + at,
    ConnId: `c${10_000 + at}`,
    Signature: `5b1c0e5d7f3a9b8c6d4e2f1a0b9c8d7e6f5a${1000 + at}`,
    BindType: 'wifi_sign',
    SignMethod: 'hmacsha1',
  },
  options: { accessToken, requestId: `7f9c24e8-3b12-4fef-91e0-5ad42b0c${1000 + at}` },
}));

const device = (at) => ({
  DeviceId: `PLUGWIFI1A/plug-${at}`,
  ProductId: 'PLUGWIFI1A',
  DeviceName: `plug-${at}`,
  AliasName: '客厅灯',
  IconUrl: 'https://main.qcloudimg.com/raw/6c1f3a5e8c6b4b6d9a9b/plug.png',
  FamilyId: 'f-1234567890abcdef',
  RoomId: '0',
  DeviceType: 0,
  CreateTime: 1_574_931_773 + at,
  UpdateTime: 1_574_931_945 + at,
});
const RequestId = '7f9c24e8-3b12-4fef-91e0-5ad42b0c1d2e';
const answers = (wrap) => range((at) => ({ status: 200, body: JSON.stringify(wrap(device(at))) }));
const documented = answers((Data) => ({ Response: { Data, RequestId } }));
const live = answers((Data) => ({ code: 0, msg: '', data: { Data, RequestId } }));

const contender = (name, cases, work) => ({
  name,
  work,
  run(count) {
    for (let at = 0; at < count; at++) if (work(cases[at % INPUTS])) sink.value++;
  },
});

/** What a function gives or, in one word, that it throws. */
function outcome(work) {
  try {
    return work();
  } catch {
    return 'refused';
  }
}

/** Whoever is compared does the same work: refusals included. */
function assertSame(ours, byHand, cases) {
  let refused = 0;
  for (const one of cases) {
    const expected = outcome(() => ours(one));
    if (expected === 'refused') refused++;
    const given = outcome(() => byHand(one));
    if (given.body && expected.body) {
      const [a, b] = [JSON.parse(expected.body), JSON.parse(given.body)];
      assert.deepEqual({ ...given, body: b }, { ...expected, body: a });
    } else assert.deepEqual(given, expected, `${inspect(one).slice(0, 2000)}: ${inspect({ given, expected })}`);
  }
  assert.ok(refused > 5 && refused < cases.length, `${refused} of ${cases.length} are refused`);
}

function badInputs() {
  const [{ params, options }] = inputs;
  const more = [
    { FamilyId: undefined }, { FamilyId: '' }, { FamilyId: null }, { FamilyId: 1 }, { DeviceName: 'a\ud800' },
    { RoomId: undefined }, { DeviceTimestamp: '01574170043' }, { DeviceTimestamp: 9_223_372_036_854_775_807n },
    { DeviceTimestamp: '9223372036854775808' }, { DeviceTimestamp: -1 }, { DeviceTimestamp: 1.5 },
    { BindType: 'bluetooth_sigh' }, { BindType: 'other' }, { SignMethod: 'md5' }, { Extra: { a: [1] } }, { Extra: undefined },
    { AccessToken: 'mine' }, { ConnId: '' }, { ConnId: 1 }, { Extra: () => 1 }, { Extra: 10n }, { Extra: [10n] },
    { Extra: 'a\udc00' }, { BindType: '' }, { SignMethod: '' }, { RoomId: null }, { RoomId: '' }, { DeviceTimestamp: NaN },
    { DeviceTimestamp: '' }, { Extra: '\\ud800' }, { Signature: 'x'.repeat(1024 * 1024) },
  ];
  return [
    ...more.map((change) => ({ params: { ...params, ...change }, options })),
    ...[{ accessToken: '' }, { endpoint: 'http://example.com/' }, { endpoint: 'http://127.0.0.1:8080/x' }, { requestId: 1 }].map(
      (change) => ({ params, options: { ...options, ...change } }),
    ),
  ];
}

function badAnswers() {
  const good = device(1);
  const changed = (change) => ({ Response: { Data: { ...good, ...change }, RequestId } });
  const bodies = [
    changed({}), changed({ UpdateTime: undefined, UpdateTIme: 5 }), changed({ CreateTime: '17' }), changed({ CreateTime: 'x' }),
    changed({ CreateTime: 1.5 }), changed({ DeviceId: 1 }), changed({ AliasName: null, More: [1] }), { Response: 1 }, [1], 'text',
    { code: 5, msg: 'no', data: null }, { code: 'InternalError', msg: 'no' }, { code: '0', msg: '', data: good },
    { Response: { Error: { Code: 'A.B', Message: 'm' }, RequestId } }, { ...good, RequestId },
    { code: 1, msg: 'm', data: { Error: { Code: 'A.B', Message: 'm' }, RequestId } },
  ].map((value) => ({ status: 200, body: JSON.stringify(value) }));
  const big = JSON.stringify(changed({ More: 1 })).replace('"More":1', '"More":9007199254740993');
  return [...bodies, { status: 200, body: big }, { status: 200, body: `\ufeff ${bodies[0].body}\n` },
    { status: 200, body: '<html>' }, { status: 200, body: '' }, { status: 500, body: bodies[0].body }, { status: 1, body: 5 }];
}

export async function run(effort) {
  const { init, buildRequest, parseResponse } = require('iotexplorer-client');
  await init();
  const build = ({ params, options }) => buildRequest('AppSigBindDeviceInFamily', params, options);
  const buildByHand = ({ params, options }) => buildSigBind(params, options);
  const stringify = ({ params, options: { accessToken: AccessToken, requestId } }) =>
    JSON.stringify({ Action: 'AppSigBindDeviceInFamily', RequestId: requestId, AccessToken, ...params });
  const read = (answer) => parseResponse('AppGetDeviceInFamily', answer);
  const parse = ({ body }) => JSON.parse(body);
  assertSame(build, buildByHand, [...inputs, ...badInputs()]);
  assertSame(read, readDevice, [...documented, ...live, ...badAnswers()]);

  const reading = (cases) => [
    contender('`parseResponse`', cases, read),
    contender('`JSON.parse`, same checks by hand', cases, readDevice),
    contender('`JSON.parse` alone, unchecked', cases, parse),
  ];
  const bytes = (cases) => Buffer.byteLength(cases[0].body);
  return {
    tables: [
      {
        title: 'Building the request of `AppSigBindDeviceInFamily` (9 parameters)',
        unit: 'us',
        rows: await compare(
          [
            contender('`buildRequest`', inputs, build),
            contender('`JSON.stringify`, same checks by hand', inputs, buildByHand),
            contender('`JSON.stringify` alone, unchecked', inputs, stringify),
          ],
          effort,
        ),
      },
      {
        title: `Reading an answer of \`AppGetDeviceInFamily\`, as documented (${bytes(documented)} bytes)`,
        unit: 'us',
        rows: await compare(reading(documented), effort),
      },
      {
        title: `The same as the live service wraps it (${bytes(live)} bytes)`,
        unit: 'us',
        rows: await compare(reading(live), effort),
      },
    ],
  };
}
