// The demonstration without a browser: binds in every way against a running sandbox, through the built package, and holds
// the sandbox's log against what docs say goes over the wire.
//
//   node tests/js/demo-check.mjs --sandbox URL --pkg DIR [--envelope documented|live]

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';

const text = { type: 'string' };
const { values } = parseArgs({ options: { sandbox: text, pkg: text, envelope: { ...text, default: 'documented' } } });
if (!values.sandbox || !values.pkg || !['documented', 'live'].includes(values.envelope)) {
  console.error('demo-check.mjs: --sandbox URL --pkg DIR [--envelope documented|live]');
  process.exit(1);
}
const { envelope } = values;
const base = values.sandbox.replace(/\/+$/, '');
const { Client, IotError } = await import(pathToFileURL(resolve(values.pkg, 'node.mjs')).href);

const problems = [];
const say = (words) => console.log(`  ${words}`);

/** One thing that must be so. */
function must(holds, words, more) {
  if (holds) return;
  problems.push(words);
  console.log(`  NOT SO: ${words}${more === undefined ? '' : `: ${JSON.stringify(more)}`}`);
}

async function control(path, body) {
  const options = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(`${base}/control/${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(`/control/${path}: ${answer.error}`);
  return answer;
}

const nameOf = ({ productId, deviceName }) => ({ productId, deviceName });
const idOf = ({ productId, deviceName }) => `${productId}/${deviceName}`;
const wire = ({ productId, deviceName }) => ({ ProductId: productId, DeviceName: deviceName });
const isHash = (value) => /^sha256:[0-9a-f]{12}$/.test(value);
/** Stands for a value of which the log holds only a short hash. */
const SECRET = Symbol('secret');

/** The next requests in the log: their Actions, and of each the own parameters. */
function expectRequests(what, requests, expected) {
  const actions = requests.map((entry) => entry.action);
  const wanted = expected.map(([action]) => action);
  must(isDeepStrictEqual(actions, wanted), `${what} sends ${wanted.join(', ')}`, actions);
  for (const [at, [action, params]] of expected.entries()) {
    const entry = requests[at];
    if (entry?.action !== action) continue;
    const { AccessToken, ...own } = entry.params;
    for (const [name, value] of Object.entries(params)) if (value === SECRET && isHash(own[name])) own[name] = SECRET;
    must(
      isDeepStrictEqual(own, params),
      `${action} carries ${Object.keys(params).join(', ')} as WIRE has them`,
      entry.params,
    );
    must(isHash(AccessToken), `${action} carries the access token, which the log hides`);
    must(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(entry.requestId),
      `${action} has a UUID as RequestId`,
      entry.requestId,
    );
    must(
      entry.query === undefined && entry.status === 200 && entry.code === undefined,
      `${action} goes to the plain URL and succeeds`,
      entry,
    );
    must(entry.envelope === envelope, `${action} is answered in ${envelope} style`);
  }
}

/** Repeated polls count as one. */
const withoutRepeats = (requests, action) =>
  requests.filter((entry, at) => entry.action !== action || requests[at - 1]?.action !== action);

let seen = 0;
async function newRequests() {
  const { requests } = await control('log');
  const more = requests.slice(seen);
  seen = requests.length;
  return more;
}

async function free(kind, count) {
  const linked = new Set(seed.products.filter((product) => product.linked).map((product) => product.productId));
  const all = (await control('devices')).filter(
    (one) => one.kind === kind && !one.familyId && linked.has(one.productId),
  );
  if (all.length < count) throw new Error(`the sandbox has no ${count} free devices of kind ${kind}`);
  return all.slice(0, count).map(nameOf);
}

const boundDevices = [];
async function mustBeBound(device, result, gateway) {
  boundDevices.push(idOf(device));
  must(
    result.DeviceId === idOf(device) && result.confirmed === true,
    `${idOf(device)} is handed out as bound and confirmed`,
    result,
  );
  const known = (await control('devices')).find((one) => idOf(one) === idOf(device));
  must(
    known.familyId === familyId && known.roomId === '0',
    `${idOf(device)} is in the default room of the family`,
    known,
  );
  must(known.binds === 1, `${idOf(device)} is bound exactly once`, known.binds);
  if (gateway)
    must(isDeepStrictEqual(known.gateway, gateway), `${idOf(device)} hangs on ${idOf(gateway)}`, known.gateway);
  say(`bound: ${result.DeviceId}, family ${known.familyId}, ${known.binds} bind`);
}

const onProgress = ({ step }) => say(step);

let seed;
let client;
let familyId;

async function byToken() {
  const [device] = await free('wifi', 1);
  const result = await client.bindWithToken({
    familyId,
    pollIntervalMs: 100,
    sendToDevice: async (token) => {
      say(`the device ${idOf(device)} gets the token, joins the Wi-Fi and reports it`);
      return control('device/report-token', { token, ...device, delayMs: 250 });
    },
    onProgress,
  });
  await mustBeBound(device, result);
  const requests = await newRequests();
  const polls = requests.filter((entry) => entry.action === 'AppGetDeviceBindTokenState');
  must(polls.length > 1, 'the token state is polled until it is usable', polls.length);
  must(
    new Set(requests.filter((entry) => entry.params.Token).map((entry) => entry.params.Token)).size === 1,
    'it is one token throughout',
  );
  expectRequests('The token flow', withoutRepeats(requests, 'AppGetDeviceBindTokenState'), [
    ['AppCreateDeviceBindToken', {}],
    ['AppGetDeviceBindTokenState', { Token: SECRET }],
    ['AppTokenBindDeviceFamily', { Token: SECRET, ...wire(device), FamilyId: familyId, RoomId: '0' }],
    ['AppGetDeviceInFamily', { ...wire(device), FamilyId: familyId }],
  ]);
}

async function bySignature(kind) {
  const [device] = await free(kind, 1);
  const timestamp = Math.floor(Date.now() / 1000);
  const signed = await control('device/sign', { ...device, ...(kind === 'bluetooth' && { timestamp }) });
  say(`the device ${idOf(device)} signs`);
  const result = await client.bindWithSignature({
    familyId,
    bindType: signed.BindType,
    signMethod: signed.SignMethod,
    device: signed,
    onProgress,
  });
  await mustBeBound(device, result);
  if (kind === 'bluetooth')
    must(
      signed.DeviceTimestamp === timestamp + 60,
      "the device signs the phone's time plus 60 s",
      signed.DeviceTimestamp,
    );
  const { DeviceTimestamp, ConnId, BindType, SignMethod } = signed;
  must(BindType === `${kind}_sign`, `the bind type is ${kind}_sign`, BindType);
  expectRequests('The signature flow', await newRequests(), [
    [
      'AppSigBindDeviceInFamily',
      { FamilyId: familyId, ...wire(device), DeviceTimestamp, ConnId, Signature: SECRET, BindType, SignMethod },
    ],
    ['AppGetDeviceInFamily', { ...wire(device), FamilyId: familyId }],
  ]);
}

async function throughGateway() {
  const subDevices = await free('sub', 2);
  const asked = new Map();
  const results = await client.bindSubDevices({
    gateway: seed.gateway,
    familyId,
    subDevices,
    sign: async (subDevice, toSign) => {
      say(`your server signs for ${idOf(subDevice)}`);
      asked.set(subDevice.deviceName, toSign);
      return (await control('sign', { ...nameOf(subDevice), ...toSign })).signature;
    },
  });
  const requests = await newRequests();
  must(
    requests.length === 2 * subDevices.length,
    'two requests per sub-device',
    requests.map((entry) => entry.action),
  );
  for (const [at, device] of subDevices.entries()) {
    const { ok, subDevice, device: bound, error } = results[at];
    must(ok && isDeepStrictEqual(nameOf(subDevice), device), `result ${at + 1} is that of ${idOf(device)}`, error);
    if (!ok) continue;
    await mustBeBound(device, bound, seed.gateway);
    const { nonce, timestamp } = asked.get(device.deviceName);
    expectRequests(
      idOf(device),
      requests.filter((entry) => entry.params.DeviceName === device.deviceName),
      [
        [
          'AppSigGatewayBindDevice',
          {
            ...wire(device),
            GatewayProductId: seed.gateway.productId,
            GatewayDeviceName: seed.gateway.deviceName,
            DeviceTimestamp: timestamp,
            Nonce: nonce,
            Signature: SECRET,
          },
        ],
        ['AppGetDeviceInFamily', { ...wire(device), FamilyId: familyId }],
      ],
    );
  }
}

async function nothingElse() {
  const others = (await control('devices')).filter((one) => one.binds > 0 && !boundDevices.includes(idOf(one)));
  must(others.length === 0, 'no other device was bound', others.map(idOf));
  must((await newRequests()).length === 0, 'nothing else was asked');
}

const STEPS = [
  ['By token', byToken],
  ['By signature, over Wi-Fi', () => bySignature('wifi')],
  ['By signature, over Bluetooth', () => bySignature('bluetooth')],
  ['Through a gateway, two sub-devices', throughGateway],
];

try {
  await control('reset', { envelope });
  seed = await control('seed');
  const [user] = seed.users;
  familyId = user.families[0].familyId;
  client = new Client({ accessToken: user.accessToken, endpoint: seed.endpoint });
  for (const [title, run] of STEPS) {
    console.log(`${title} (${envelope})`);
    await run();
  }
  await nothingElse();
} catch (error) {
  problems.push('it ran to its end');
  console.log(
    `  FAILED: ${error instanceof IotError ? `${error.code}: ${error.describe('en')} ${JSON.stringify(error)}` : (error.stack ?? error)}`,
  );
}
const count = boundDevices.length;
console.log(
  problems.length
    ? `Not all is as it should be: ${problems.length} of the checks failed.`
    : `${count} devices bound, each exactly once.`,
);
process.exitCode = problems.length ? 1 : 0;
