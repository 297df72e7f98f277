// Requests without network: the sentences of "Requests and answers", in JavaScript's terms.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { inspect } from 'node:util';
import { ACTIONS, APP_KEYS, filled, isBeforeSignIn, methodName } from './support/actions.mjs';
import { assertHides, assertIotError, rejected, thrown } from './support/checks.mjs';
import { require, vectors } from './support/package.mjs';

const { init, Client, buildRequest, request, endpoints } = require('iotexplorer-client');
// What crashes the module fails one test and not all that follow.
beforeEach(() => init());
await init();

const ACTION = 'AppGetDeviceInFamily';
const PARAMS = { ProductId: 'P', FamilyId: 'f', DeviceName: 'D' };
const SIGNED = { FamilyId: 'f', ProductId: 'P', DeviceName: 'D', DeviceTimestamp: 1, Signature: 's' };
const OPTIONS = { accessToken: 'an-access-token', requestId: 'r' };
const COMMON = ['Action', 'RequestId', 'AccessToken'];
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const build = (params, options, action = ACTION) => buildRequest(action, params, { ...OPTIONS, ...options });
/** The body's own fields, in order, as they are written: `name` and JSON text. */
const own = ({ body }) => Object.entries(JSON.parse(body)).filter(([name]) => !COMMON.includes(name));
/** What an Action's builder sends of a value for an undocumented parameter, as JSON. */
const extra = (value) => /"Extra":([^]*)\}$/.exec(build({ ...PARAMS, Extra: value }).body)?.[1];

test('a request is a POST of one flat JSON object, common fields first', () => {
  assert.deepEqual(build(PARAMS), {
    method: 'POST',
    url: endpoints.china,
    headers: { 'content-type': 'application/json' },
    body:
      '{"Action":"AppGetDeviceInFamily","RequestId":"r","AccessToken":"an-access-token",' +
      '"ProductId":"P","FamilyId":"f","DeviceName":"D"}',
  });
  assert.equal(Object.getPrototypeOf(build(PARAMS)), Object.prototype);
});

test('there is a builder for each Action that does the same', () => {
  for (const fact of ACTIONS) {
    const options = { ...OPTIONS, ...APP_KEYS };
    const [one, other] = [request[methodName(fact.action)], buildRequest.bind(undefined, fact.action)].map((build) => {
      const { body, ...rest } = build(filled(fact), options);
      const { Timestamp, Nonce, Signature, ...fields } = JSON.parse(body);
      // These differ from one to the other.
      return { ...rest, fields, isSigned: isBeforeSignIn(fact) && `${Signature}`.length, Signature: isBeforeSignIn(fact) || Signature };
    });
    assert.deepEqual(one, other, fact.action);
    assert.equal(one.url.endsWith('/appapi'), isBeforeSignIn(fact), fact.action);
  }
});

test('the requests of the reference are rebuilt field by field', () => {
  for (const row of vectors('reference')) {
    const { Action, RequestId, AccessToken, ...params } = JSON.parse(row.request.mended);
    const { body } = buildRequest(Action, params, { accessToken: AccessToken, requestId: RequestId });
    assert.deepEqual(JSON.parse(body), { Action, RequestId, AccessToken, ...params }, row.id);
  }
});

test('parameters are checked as the vectors say', async (t) => {
  for (const { id, action, params, untyped, given, expected } of vectors('params')) {
    await t.test(id, () => {
      // A null in these means: left out.
      const work = () => build(given || params !== null ? params : undefined, { untyped }, action);
      if (expected.error) {
        const { code, parameter } = expected.error;
        // An empty name is refused before the table is asked, and is none to be named.
        const named = action === '' ? { code: 'Parameter.Empty' } : { code, action };
        thrown(work, { kind: 'parameter', parameter, ...named, remedy: 'fix-input', retryable: false });
        return;
      }
      const { body } = work();
      const written = expected.fields.filter(([, value]) => value?.digits);
      for (const [name, { digits }] of written) assert.match(body, new RegExp(`"${name}":${digits}[,}]`));
      const plain = ([name, value]) => [name, value?.digits ? Number(value.digits) : value];
      assert.deepEqual(own({ body }), expected.fields.map(plain));
    });
  }
});

test('requestId is a random UUID v4 unless given', () => {
  const ids = Array.from({ length: 100 }, () => JSON.parse(build(PARAMS, { requestId: undefined }).body).RequestId);
  for (const id of ids) assert.match(id, UUID_V4);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ['x', 'abc123_-$', '客厅', 'a'.repeat(1000)]) {
    assert.equal(JSON.parse(build(PARAMS, { requestId: id }).body).RequestId, id);
  }
});

test('undefined means absent, and params may be left out where none is required', () => {
  assert.deepEqual(own(build({ ...PARAMS, Extra: undefined })), Object.entries(PARAMS));
  assert.deepEqual(own(build(undefined, {}, 'AppCreateDeviceBindToken')), []);
  assert.deepEqual(own(build({ TokenLengthType: undefined }, {}, 'AppCreateDeviceBindToken')), []);
  thrown(() => build({ ...PARAMS, FamilyId: undefined }), { code: 'Parameter.Missing', parameter: 'FamilyId' });
  for (const params of [null, [], 'text', 5, true, () => 1, Symbol('s'), 5n]) {
    thrown(
      () => build(params),
      { kind: 'parameter', code: 'Parameter.WrongType', parameter: 'params' },
      inspect(params),
    );
  }
});

test('only own enumerable string keys are read', () => {
  const params = Object.create({ Inherited: 'x', RoomId: 'x' });
  Object.assign(params, PARAMS, { [Symbol('s')]: 'x' });
  Object.defineProperty(params, 'Hidden', { value: 'x', enumerable: false });
  assert.deepEqual(own(build(params)), Object.entries(PARAMS));
  // An inherited one does not count as given either.
  thrown(() => build(Object.create(PARAMS)), { code: 'Parameter.Missing', parameter: 'ProductId' });
  const bare = Object.assign(Object.create(null), PARAMS);
  assert.deepEqual(own(build(bare)), Object.entries(PARAMS));
  class Device {
    ProductId = 'P';
    FamilyId = 'f';
    DeviceName = 'D';
    get Extra() {
      return 'x';
    }
  }
  assert.deepEqual(own(build(new Device())), Object.entries(PARAMS));
});

test('each parameter is read once, by its getter', () => {
  let reads = 0;
  const params = {
    ...PARAMS,
    get DeviceName() {
      return `D${++reads}`;
    },
  };
  assert.equal(JSON.parse(build(params).body).DeviceName, 'D1');
  assert.equal(reads, 1);
});

test('a getter, a proxy or a toJSON that throws is a parameter error', async () => {
  const secret = 'what-was-thrown-s3cret';
  const throwers = {
    'getter': {
      ...PARAMS,
      get FamilyId() {
        throw new TypeError(secret);
      },
    },
    'getter of an extra': {
      ...PARAMS,
      get Extra() {
        throw secret;
      },
    },
    'getter that throws nothing': {
      ...PARAMS,
      get Extra() {
        throw undefined;
      },
    },
    'proxy': new Proxy(PARAMS, {
      ownKeys() {
        throw new Error(secret);
      },
    }),
    'proxy value': new Proxy(PARAMS, {
      get() {
        throw { errMsg: secret };
      },
    }),
    'toJSON': {
      ...PARAMS,
      Extra: {
        toJSON() {
          throw new Error(secret);
        },
      },
    },
    'nested getter': {
      ...PARAMS,
      Extra: {
        get inner() {
          throw new Error(secret);
        },
      },
    },
    'cycle': (() => {
      const Extra = {};
      Extra.self = Extra;
      return { ...PARAMS, Extra };
    })(),
  };
  for (const [name, params] of Object.entries(throwers)) {
    const error = thrown(() => build(params), { kind: 'parameter', action: ACTION }, name);
    assert.equal(typeof error.parameter, 'string', name);
    assertHides(error, [secret], name);
  }
  thrown(() => build(throwers.getter), { code: 'Parameter.Unreadable', parameter: 'FamilyId' });
  thrown(() => build(throwers['getter of an extra']), { code: 'Parameter.Unreadable', parameter: 'Extra' });
  thrown(() => build(throwers.cycle), { parameter: 'Extra' });
  // A call rejects rather than throws, and sends nothing.
  let sent = 0;
  const client = new Client({ ...OPTIONS, requestId: undefined, transport: async () => sent++ });
  for (const [name, params] of Object.entries(throwers)) {
    assertHides(
      await rejected(client.call(ACTION, params), { kind: 'parameter', action: ACTION }, name),
      [secret],
      name,
    );
  }
  assert.equal(sent, 0);
});

test('a revoked proxy is bad input like any other', async () => {
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const client = new Client({ ...OPTIONS, requestId: undefined, transport: async () => assert.fail('sent') });
  for (const params of [
    revoked(),
    { ...PARAMS, FamilyId: revoked() },
    { ...PARAMS, Extra: revoked() },
    { ...PARAMS, Extra: [revoked()] },
  ]) {
    thrown(() => build(params), { kind: 'parameter', action: ACTION });
    await rejected(client.call(ACTION, params), { kind: 'parameter', action: ACTION });
  }
  thrown(() => build(PARAMS, { commonParams: revoked() }), { kind: 'parameter', parameter: 'commonParams' });
  thrown(() => buildRequest(ACTION, PARAMS, revoked()), { kind: 'parameter' });
});

test('integers are safe numbers, bigints and decimal digits, and keep all their digits', () => {
  const good = [
    [0, '0'],
    [-0, '0'],
    [1574170043, '1574170043'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [0n, '0'],
    [9007199254740993n, '9007199254740993'],
    [2n ** 63n - 1n, '9223372036854775807'],
    ['9223372036854775807', '9223372036854775807'],
    ['007', '7'],
  ];
  for (const [value, digits] of good) {
    const { body } = build({ ...SIGNED, DeviceTimestamp: value }, {}, 'AppSigBindDeviceInFamily');
    assert.match(body, new RegExp(`"DeviceTimestamp":${digits}[,}]`), inspect(value));
  }
  const bad = [
    2 ** 53,
    -1,
    1.5,
    NaN,
    Infinity,
    -1n,
    2n ** 63n,
    2n ** 64n,
    '',
    '-1',
    '1.0',
    ' 1',
    '1e3',
    '0x10',
    '9223372036854775808',
  ];
  for (const value of [...bad, true, null, {}, [], [1], () => 1, Symbol('1'), new Date()]) {
    thrown(
      () => build({ ...SIGNED, DeviceTimestamp: value }, {}, 'AppSigBindDeviceInFamily'),
      { kind: 'parameter', parameter: 'DeviceTimestamp', code: /WrongType|OutOfRange/ },
      inspect(value),
    );
  }
});

test('texts are texts', () => {
  for (const value of [5, 5n, true, null, {}, [], ['P'], () => 'P', Symbol('P'), new String('P'), NaN]) {
    thrown(
      () => build({ ...PARAMS, ProductId: value }),
      { code: 'Parameter.WrongType', parameter: 'ProductId' },
      inspect(value),
    );
  }
});

test('undocumented parameters pass as JSON has them', () => {
  const cases = [
    ['text', '"text"'],
    ['', '""'],
    [null, 'null'],
    [false, 'false'],
    [1.5, '1.5'],
    [-0, '0'],
    [1e21, '1e+21'],
    [2 ** 53, '9007199254740992'],
    [12345678901234567890n, '12345678901234567890'],
    [-5n, '-5'],
    [[1, 'a', null, [true]], '[1,"a",null,[true]]'],
    [{ b: 1, a: { c: [] } }, '{"b":1,"a":{"c":[]}}'],
    [{ gone: undefined, kept: 1 }, '{"kept":1}'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [{ toJSON: () => ({ mine: 1 }) }, '{"mine":1}'],
    ['\u0000\u001f"\\/\u2028\u{1F600}', JSON.stringify('\u0000\u001f"\\/\u2028\u{1F600}')],
  ];
  for (const [value, json] of cases) {
    assert.equal(JSON.stringify(JSON.parse(extra(value))), JSON.stringify(JSON.parse(json)), inspect(value));
    if (typeof value !== 'string') assert.equal(extra(value), json, inspect(value));
  }
});

test('what JSON cannot say is refused', () => {
  for (const value of [() => 1, class {}, Symbol('s'), NaN, Infinity, -Infinity, { big: 1n }, [1n]]) {
    thrown(() => extra(value), { kind: 'parameter', parameter: 'Extra' }, inspect(value));
  }
});

test('lone surrogates are refused: in a name, a value, and within a value', () => {
  const [high, low] = ['\ud83d', '\ude00'];
  for (const half of [high, low, `a${high}b`, `${low}${high}`]) {
    thrown(() => build({ ...PARAMS, DeviceName: half }), { code: 'Parameter.BadText', parameter: 'DeviceName' });
    thrown(() => extra(half), { code: 'Parameter.BadText', parameter: 'Extra' });
    thrown(() => extra({ nested: [half] }), { code: 'Parameter.BadText', parameter: 'Extra' });
    thrown(() => extra({ [half]: 1 }), { code: 'Parameter.BadText', parameter: 'Extra' });
    const inName = thrown(() => build({ ...PARAMS, [`X${half}`]: 1 }), {
      kind: 'parameter',
      code: 'Parameter.BadText',
    });
    assert.equal(typeof inName.parameter, 'string');
    for (const name of ['accessToken', 'requestId', 'endpoint']) {
      thrown(() => build(PARAMS, { [name]: half }), { code: 'Parameter.BadText', parameter: name });
    }
    thrown(() => build(PARAMS, { commonParams: { x: half } }), { kind: 'parameter', parameter: /^commonParams/ });
    thrown(() => build(PARAMS, { commonParams: { [half]: 1 } }), { kind: 'parameter', parameter: /^commonParams/ });
  }
  // A whole pair, the replacement character, and text that only looks like an escape pass.
  for (const text of [high + low, '\ufffd', '\\ud83d', '\\\\ud83d']) {
    assert.equal(JSON.parse(extra(text)), text);
    assert.deepEqual(JSON.parse(extra({ [text]: [text] })), { [text]: [text] });
    assert.equal(JSON.parse(build({ ...PARAMS, DeviceName: text }).body).DeviceName, text);
  }
});

test('nothing named __proto__ is sent, and nothing like it does harm', () => {
  const own = JSON.parse('{"ProductId":"P","FamilyId":"f","DeviceName":"D","__proto__":{"polluted":1}}');
  thrown(() => build(own), { code: 'Parameter.Forbidden', parameter: '__proto__' });
  assert.equal({}.polluted, undefined);
  // A prototype set by the literal is none of the object's own keys.
  assert.equal(JSON.parse(build({ __proto__: { Extra: 1 }, ...PARAMS }).body).Extra, undefined);
  const shared = JSON.parse('{"__proto__":{"polluted":1}}');
  thrown(() => build(PARAMS, { commonParams: shared }), { kind: 'parameter', parameter: /^commonParams/ });
  assert.deepEqual(JSON.parse(extra({ constructor: 1, toString: 2 })), { constructor: 1, toString: 2 });
});

test('nobody overrides a common field', () => {
  const mine = { Action: 'AppDeleteFamily', RequestId: 'mine', AccessToken: 'mine' };
  for (const [params, commonParams] of [
    [{ ...PARAMS, ...mine }, {}],
    [PARAMS, mine],
  ]) {
    const { body } = build(params, { commonParams });
    const { Action, RequestId, AccessToken } = JSON.parse(body);
    assert.deepEqual(
      { Action, RequestId, AccessToken },
      { Action: ACTION, RequestId: 'r', AccessToken: 'an-access-token' },
    );
    assert.equal(body.match(/"(?:Action|RequestId|AccessToken)":/g).length, 3);
  }
});

test('a documented parameter may be one of commonParams, too', () => {
  const params = { FamilyId: 'f', ProductId: 'P', DeviceName: 'D', DeviceTimestamp: 5, Signature: 's' };
  const commonParams = { RoomId: '7', ConnId: 'c', FamilyId: 'not this' };
  const common = { accessToken: 'an-access-token', requestId: 'r', commonParams };
  const { body } = buildRequest('AppSigBindDeviceInFamily', { ...params, RoomId: undefined }, common);
  const { Action, RequestId, AccessToken, BindType, ...sent } = JSON.parse(body);
  assert.deepEqual(sent, { ...params, RoomId: '7', ConnId: 'c' });
});

test('commonParams are added to the body, and override nothing', () => {
  const commonParams = {
    RegionId: 1,
    lang: 'zh-CN',
    DeviceName: 'not this',
    Deep: { list: [1, null] },
    Big: 2n ** 60n,
  };
  const { body } = build({ ...PARAMS, lang: 'en' }, { commonParams });
  assert.match(body, /"Big":1152921504606846976\}$/);
  assert.deepEqual(JSON.parse(body.replace(/,"Big":\d+/, '')), {
    Action: ACTION,
    RequestId: 'r',
    AccessToken: 'an-access-token',
    ...PARAMS,
    lang: 'en',
    RegionId: 1,
    Deep: { list: [1, null] },
  });
  for (const bad of [
    null,
    [],
    'x',
    5,
    { f: () => 1 },
    { n: NaN },
    {
      get x() {
        throw new Error('no');
      },
    },
  ]) {
    thrown(() => build(PARAMS, { commonParams: bad }), { kind: 'parameter', parameter: /^commonParams/ }, inspect(bad));
    thrown(
      () => new Client({ ...OPTIONS, commonParams: bad }),
      { kind: 'parameter', parameter: /^commonParams/ },
      inspect(bad),
    );
  }
});

test('a body over 1 MiB is refused, in bytes of UTF-8', () => {
  const limit = 1024 * 1024;
  const size = ({ body }) => Buffer.byteLength(body);
  const room = limit - size(build({ ...PARAMS, Extra: '' }));
  assert.equal(size(build({ ...PARAMS, Extra: 'x'.repeat(room) })), limit);
  const expected = { kind: 'parameter', code: 'Parameter.TooLarge', parameter: 'Extra', action: ACTION };
  thrown(() => build({ ...PARAMS, Extra: 'x'.repeat(room + 1) }), expected);
  thrown(() => build({ ...PARAMS, Extra: '客'.repeat(Math.ceil(room / 3) + 1) }), expected);
  thrown(() => build({ ...PARAMS, Extra: '\u0001'.repeat(Math.ceil(room / 6) + 1) }), expected);
  thrown(() => build({ ...PARAMS, Extra: 'x'.repeat(20 * limit) }), expected);
  thrown(() => build({ ...PARAMS, DeviceName: 'x'.repeat(limit) }), { ...expected, parameter: 'DeviceName' });
  thrown(() => build(PARAMS, { commonParams: { x: 'x'.repeat(limit) } }), {
    kind: 'parameter',
    code: 'Parameter.TooLarge',
  });
});

test('an Action that does not exist is refused, unless untyped says that it does', () => {
  for (const action of [
    'AppMakeCoffee',
    'appGetDeviceInFamily',
    'toString',
    '__proto__',
    'constructor',
    ' AppGetDeviceInFamily',
  ]) {
    thrown(() => build({}, {}, action), {
      kind: 'parameter',
      code: 'Parameter.UnknownAction',
      parameter: 'action',
      action,
    });
    assert.equal(JSON.parse(build({ X: 1 }, { untyped: true }, action).body).Action, action);
  }
  for (const action of [5, null, {}, ['AppGetDeviceInFamily'], Symbol('x'), '', '\ud83d', undefined]) {
    const error = thrown(
      () => buildRequest(action, {}, OPTIONS),
      { kind: 'parameter', parameter: 'action' },
      inspect(action),
    );
    assert.match(error.code, /WrongType|Empty|BadText|Missing|UnknownAction/);
  }
  thrown(() => build({}, { untyped: true }), { code: 'Parameter.Missing', parameter: 'ProductId' });
});

const GOOD_ENDPOINTS = [
  endpoints.china,
  endpoints.overseas,
  'https://example.com/',
  'https://example.com/a/b?c=d&e=%20',
  'https://example.com/!$&\'()*+,;=:~_.-[]{}|^`"<>',
  'https://example.com:1/',
  'https://example.com:65535/x',
  'https://10.0.0.1/x',
  'https://[2001:db8::1]:8443/x',
  'https://a_b-c.example/x',
  'http://localhost/',
  'http://localhost:8787/api',
  'http://127.0.0.1/',
  'http://127.1.2.3:80/x',
  'http://127.255.255.255/',
  'http://[::1]/',
  'http://[::1]:80/x',
];
const BAD_ENDPOINTS = [
  '',
  'x',
  'example.com/x',
  '//example.com/x',
  'https://',
  'https:///x',
  'https://example.com',
  'https:/example.com/x',
  'ftp://example.com/x',
  'file:///etc/passwd',
  'javascript:alert(1)//x/',
  'wss://example.com/x',
  ' https://example.com/x',
  'https://example.com/x ',
  'https://example.com/a b',
  'https://example.com/a\tb',
  'https://example.com/a\nb',
  'https://example.com/x\n',
  'https://example.com/\u0000',
  'https://example.com/客厅',
  'https://exämple.com/x',
  'https://example.com\\x/',
  'https://example.com/a\\b',
  'https://user@example.com/x',
  'https://user:word@example.com/x',
  'https://example.com/a@b',
  'https://example.com/x#y',
  'https://example.com:/x',
  'https://example.com:0/x',
  'https://example.com:65536/x',
  'https://example.com:99999/x',
  'https://example.com:80a/x',
  'https://example.com:-1/x',
  'https://[::1/x',
  'https://[x]/x',
  'http://example.com/x',
  'http://localhost.example.com/x',
  'http://notlocalhost/x',
  'http://127.0.0.1.example.com/x',
  'http://127.1/x',
  'http://127.0.0/x',
  'http://127.0.0.0.1/x',
  'http://127.0.0.256/x',
  'http://0127.0.0.1/x',
  'http://127.0.0.01/x',
  'http://0x7f.0.0.1/x',
  'http://2130706433/x',
  'http://128.0.0.1/x',
  'http://0.0.0.0/x',
  'http://[::]/x',
  'http://[::ffff:127.0.0.1]/x',
  'http://[0:0:0:0:0:0:0:1]/x',
  'http://192.168.1.2/x',
  'http://LOCALHOST.evil/x',
];

test('the endpoint is a whole URL of plain grammar, and http only on this machine', () => {
  for (const endpoint of GOOD_ENDPOINTS) {
    assert.equal(build(PARAMS, { endpoint }).url, endpoint);
    new Client({ ...OPTIONS, endpoint });
  }
  const expected = { kind: 'parameter', parameter: 'endpoint', remedy: 'fix-input' };
  for (const endpoint of [...BAD_ENDPOINTS, 5, null, {}, new URL('https://example.com/x')]) {
    thrown(() => build(PARAMS, { endpoint }), { ...expected, action: ACTION }, inspect(endpoint));
    thrown(() => new Client({ ...OPTIONS, endpoint }), expected, inspect(endpoint));
  }
});

test('allowInsecure adds private addresses, and no others', () => {
  const allowed = [
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '192.168.255.255',
    '127.0.0.1',
  ];
  const refused = [
    '11.0.0.1',
    '9.255.255.255',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.0.1',
    '192.169.0.1',
    '8.8.8.8',
    'example.com',
    '10.1',
    '010.0.0.1',
    'router',
  ];
  for (const host of allowed) {
    const endpoint = `http://${host}:8080/x`;
    assert.equal(build(PARAMS, { endpoint, allowInsecure: true }).url, endpoint);
    new Client({ ...OPTIONS, endpoint, allowInsecure: true });
  }
  for (const host of allowed.slice(0, -1)) {
    thrown(() => build(PARAMS, { endpoint: `http://${host}/x`, allowInsecure: false }), { parameter: 'endpoint' });
  }
  for (const host of refused) {
    thrown(() => build(PARAMS, { endpoint: `http://${host}/x`, allowInsecure: true }), { parameter: 'endpoint' }, host);
  }
});

const NEVER = [5, null, {}, [], true, Symbol('x'), 5n];
const without = (...allowed) => NEVER.filter((value) => !allowed.includes(typeof value));

test('a bad option is a parameter error naming it, from builders and from new Client alike', () => {
  const bad = {
    accessToken: [
      [...NEVER, '', undefined],
      [...NEVER, '', undefined],
    ],
    requestId: [[...NEVER, ''], []],
    allowInsecure: [
      [...without('boolean'), 'yes', () => true],
      [...without('boolean'), 'yes', () => true],
    ],
    untyped: [[...without('boolean'), 'yes'], []],
    timeoutMs: [[], [...without('number'), '5', 0, -1, NaN, Infinity]],
    retries: [[], [...without('number'), '5', -1, 1.5, NaN, Infinity]],
    transport: [[], [...NEVER, 'fetch']],
    onEvent: [[], [...NEVER, 'log']],
  };
  for (const [name, [forBuilders, forClients]] of Object.entries(bad)) {
    for (const value of forBuilders) {
      const at = `${name}: ${inspect(value)}`;
      thrown(() => build(PARAMS, { [name]: value }), { kind: 'parameter', parameter: name, action: ACTION }, at);
      thrown(
        () => request.appGetDeviceInFamily(PARAMS, { ...OPTIONS, [name]: value }),
        { kind: 'parameter', parameter: name },
        at,
      );
    }
    for (const value of forClients) {
      thrown(
        () => new Client({ ...OPTIONS, [name]: value }),
        { kind: 'parameter', parameter: name },
        `${name}: ${inspect(value)}`,
      );
    }
  }
  for (const options of [null, 5, 'x', []]) {
    if (!Array.isArray(options))
      thrown(() => buildRequest(ACTION, PARAMS, options), { kind: 'parameter', parameter: 'options' });
    thrown(() => new Client(options), { kind: 'parameter' }, inspect(options));
  }
  thrown(() => buildRequest(ACTION, PARAMS), {
    kind: 'parameter',
    code: 'Parameter.Missing',
    parameter: 'accessToken',
  });
  thrown(() => new Client(), { kind: 'parameter', code: 'Parameter.Missing', parameter: 'accessToken' });
});

test('an option whose getter throws is a parameter error naming it, without the access token', () => {
  const accessToken = 'the-access-token-itself';
  for (const name of ['endpoint', 'commonParams', 'untyped']) {
    const options = {
      accessToken,
      get [name]() {
        throw new Error(`no ${accessToken}`);
      },
    };
    thrown(() => buildRequest(ACTION, PARAMS, options), { kind: 'parameter', parameter: name });
  }
  for (const name of ['endpoint', 'timeoutMs', 'retries', 'transport', 'commonParams', 'onEvent']) {
    const options = {
      accessToken,
      get [name]() {
        throw new Error(`no ${accessToken}`);
      },
    };
    assertHides(
      thrown(() => new Client(options), { kind: 'parameter', parameter: name }),
      [accessToken],
      name,
    );
  }
});

test('a bad option of a call rejects, and nothing is sent', async () => {
  let sent = 0;
  const transport = async () => (sent++, { status: 200, body: '{}' });
  const client = new Client({ accessToken: 'an-access-token', transport });
  const bad = {
    signal: [...NEVER, {}, { aborted: false }, { aborted: 'no', addEventListener() {}, removeEventListener() {} }],
    timeoutMs: [...without('number'), 0, -1, NaN, Infinity],
    requestId: [...NEVER, '', '\ud83d'],
    untyped: without('boolean'),
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) {
      const at = `${name}: ${inspect(value)}`;
      await rejected(
        client.call(ACTION, PARAMS, { [name]: value }),
        { kind: 'parameter', parameter: name, action: ACTION },
        at,
      );
      await rejected(
        client.appGetDeviceInFamily(PARAMS, { [name]: value }),
        { kind: 'parameter', parameter: name },
        at,
      );
    }
  }
  await rejected(client.call(ACTION, { ...PARAMS, FamilyId: 5 }), {
    kind: 'parameter',
    parameter: 'FamilyId',
    action: ACTION,
  });
  await rejected(client.call('AppMakeCoffee'), {
    kind: 'parameter',
    code: 'Parameter.UnknownAction',
    action: 'AppMakeCoffee',
  });
  await rejected(client.call(), { kind: 'parameter', parameter: 'action' });
  assert.equal(sent, 0);
});

test('bad options of flows reject naming them, and nothing is sent', async () => {
  let sent = 0;
  const client = new Client({
    accessToken: 'an-access-token',
    transport: async () => (sent++, { status: 200, body: '{}' }),
  });
  const device = { ProductId: 'P', DeviceName: 'D', DeviceTimestamp: 1, Signature: 'abcdef0123' };
  const good = {
    bindWithToken: { familyId: 'f', sendToDevice: async () => {} },
    bindWithSignature: { familyId: 'f', device },
    bindSubDevices: {
      familyId: 'f',
      gateway: { productId: 'G', deviceName: 'g' },
      subDevices: [],
      sign: async () => '',
    },
  };
  const texts = [...NEVER, '', '\ud83d'];
  const times = [...without('number'), '5', 0, -1, NaN, Infinity];
  const functions = [...NEVER, 'x'];
  const shared = { familyId: [...texts, undefined], timeoutMs: times, signal: [...NEVER, {}], onProgress: functions };
  const oneDevice = { ...shared, roomId: texts, pollIntervalMs: times, onCheckpoint: functions, resume: texts };
  const bad = {
    bindWithToken: { ...oneDevice, sendToDevice: [...functions, undefined], productId: texts, deviceName: texts },
    bindWithSignature: {
      ...oneDevice,
      device: [...NEVER, 'x', undefined],
      bindType: [...texts, 'x', 'WIFI_SIGN'],
      signMethod: [...texts, 'md5'],
    },
    bindSubDevices: {
      ...shared,
      gateway: [...NEVER, undefined],
      subDevices: [...NEVER.filter((value) => !Array.isArray(value)), 'x', undefined],
      sign: [...functions, undefined],
      concurrency: [...without('number'), 0, -1, 1.5, NaN, Infinity],
    },
  };
  for (const [flow, options] of Object.entries(bad)) {
    for (const [name, values] of Object.entries(options)) {
      for (const value of values) {
        const error = await rejected(
          client[flow]({ ...good[flow], [name]: value }),
          { kind: 'parameter' },
          `${flow} ${name}: ${inspect(value)}`,
        );
        assert.equal(error.parameter.split('.')[0], name, `${flow}: ${inspect(value)}`);
      }
    }
    await rejected(client[flow](), { kind: 'parameter' }, flow);
    await rejected(client[flow](null), { kind: 'parameter' }, flow);
    await rejected(
      client[flow]({
        ...good[flow],
        get familyId() {
          throw new Error('no');
        },
      }),
      { kind: 'parameter', parameter: 'familyId' },
    );
  }
  const within = {
    'device.ProductId': [texts, (value) => ['bindWithSignature', { device: { ...device, ProductId: value } }]],
    'device.DeviceTimestamp': [
      [null, {}, -1, 1.5, '', 'x', -1n, 2n ** 63n, undefined],
      (value) => ['bindWithSignature', { device: { ...device, DeviceTimestamp: value } }],
    ],
    'device.Signature': [
      [...texts, undefined],
      (value) => ['bindWithSignature', { device: { ...device, Signature: value } }],
    ],
    'device.ConnId': [[...NEVER, '\ud83d'], (value) => ['bindWithSignature', { device: { ...device, ConnId: value } }]],
    'gateway.deviceName': [
      [...texts, undefined],
      (value) => ['bindSubDevices', { gateway: { productId: 'G', deviceName: value } }],
    ],
    'subDevices.1.productId': [
      [...texts, undefined],
      (value) => [
        'bindSubDevices',
        {
          subDevices: [
            { productId: 'S', deviceName: 's' },
            { productId: value, deviceName: 's' },
          ],
        },
      ],
    ],
  };
  for (const [parameter, [values, make]] of Object.entries(within)) {
    for (const value of values) {
      const [flow, options] = make(value);
      const error = await rejected(
        client[flow]({ ...good[flow], ...options }),
        { kind: 'parameter', parameter },
        inspect(value),
      );
      assertHides(error, [device.Signature]);
    }
  }
  assert.equal(sent, 0);
});

test('a caller that changes its objects afterwards changes no request', async () => {
  const bodies = [];
  const transport = async ({ body }) => (
    bodies.push(JSON.parse(body)),
    { status: 200, body: '{"Response":{"RequestId":"r"}}' }
  );
  const params = { ...PARAMS, Extra: { list: [1] } };
  const commonParams = { lang: 'en', Deep: { x: 1 } };
  const client = new Client({ accessToken: 'an-access-token', transport, commonParams });
  const call = client.call(ACTION, params);
  params.DeviceName = 'other';
  params.Extra.list.push(2);
  commonParams.lang = 'zh';
  commonParams.Deep.x = 2;
  await call;
  const [{ DeviceName, Extra, lang, Deep }] = bodies;
  assert.deepEqual(
    { DeviceName, Extra, lang, Deep },
    { DeviceName: 'D', Extra: { list: [1] }, lang: 'en', Deep: { x: 1 } },
  );
});

test('an error of the package says its Action once', () => {
  const error = thrown(() => build({ ...PARAMS, FamilyId: 5 }), { action: ACTION });
  assertIotError(error, { message: /^AppGetDeviceInFamily: FamilyId .*text/ });
  assert.equal(error.message.split(ACTION).length, 2);
});
