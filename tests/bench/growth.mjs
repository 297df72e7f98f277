// How cost grows: with the number of sub-devices in a batch, and with the size of an answer.

import assert from 'node:assert/strict';
import { rowsOf, sink, takeTurns } from './support/measure.mjs';
import { require } from '../js/support/package.mjs';

const BATCHES = [1, 10, 100, 1000];
const ANSWERS_KB = [1, 10, 100, 1024];
const PAGE_BYTES = 65_536;

const ok = JSON.stringify({ Response: { RequestId: 'r' } });
const device = (at) => ({
  ProductId: 'SENSORSB4D',
  DeviceName: `sensor-${at}`,
  DeviceId: `SENSORSB4D/sensor-${at}`,
  AliasName: `客厅传感器 ${at}`,
  UserId: '100012345678',
  RoomId: '0',
  FamilyId: 'f-1234567890abcdef',
  IconUrl: 'https://main.qcloudimg.com/raw/6c1f3a5e8c6b4b6d9a9b/sensor.png',
  DeviceType: 2,
  CreateTime: 1_574_931_773 + at,
  UpdateTime: 1_574_931_945 + at,
});

/** A cloud that answers at once what the gateway flow asks. */
async function transport({ body }) {
  const { Action, ProductId, DeviceName, FamilyId } = JSON.parse(body);
  if (Action === 'AppSigGatewayBindDevice') return { status: 200, body: ok };
  assert.equal(Action, 'AppGetDeviceInFamily');
  const Data = { ...device(0), ProductId, DeviceName, DeviceId: `${ProductId}/${DeviceName}`, FamilyId };
  return { status: 200, body: JSON.stringify({ Response: { Data, RequestId: 'r' } }) };
}

function batches({ Client }) {
  const client = new Client({ accessToken: 'f3b0a5d86c1e4f729a0d5b7c8e9f1a2b3c4d5e6f', transport });
  const sign = async () => 'kBQ5zmGKV1SuGnjyLnVtCzhXJAw=';
  return BATCHES.map((size) => {
    const subDevices = Array.from({ length: size }, (_, at) => ({ productId: 'SENSORSB4D', deviceName: `sensor-${at}` }));
    const gateway = { productId: 'GATEWAY3C', deviceName: 'gateway-1' };
    return {
      name: `a batch of ${size}`,
      size,
      async run(count) {
        for (let at = 0; at < count; at++) {
          const results = await client.bindSubDevices({ gateway, familyId: 'f-1', subDevices, sign });
          assert.ok(results.length === size && results.every(({ ok, device }) => ok && device.confirmed));
        }
      },
    };
  });
}

/** An answer of about so many bytes: a list of devices. `id` is what each of them has besides. */
function answer(bytes, id) {
  const DeviceList = [];
  const perDevice = Buffer.byteLength(JSON.stringify(device(0))) + 1;
  while (DeviceList.length * perDevice < bytes - 100) DeviceList.push({ ...device(DeviceList.length), ...id });
  const RequestId = '7f9c24e8-3b12-4fef-91e0-5ad42b0c1d2e';
  return { status: 200, body: JSON.stringify({ Response: { Total: DeviceList.length, DeviceList, RequestId } }) };
}

export async function run(effort) {
  // The module's memory is nobody's business but ours here, so it is caught on the way in.
  let memory;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    memory = (made.instance ?? made).exports.memory;
    return made;
  };
  const client = require('iotexplorer-client');
  await client.init();
  WebAssembly.instantiate = instantiate;
  const pages = () => memory.buffer.byteLength / PAGE_BYTES;
  const atFirst = pages();

  const ofBatches = batches(client);
  const perBatch = await takeTurns(ofBatches, effort);
  const perDevice = perBatch.map((samples, at) => samples.map((spent) => spent / ofBatches[at].size));
  const tables = [
    {
      title: 'Binding sub-devices over a transport that answers at once: CPU time per sub-device',
      unit: 'us',
      relation: 'of a batch of 1',
      rows: rowsOf(ofBatches, perDevice, (many, one) => many / one).map((row) => ({ ...row, isOurs: true })),
    },
  ];
  const afterBatches = pages();

  const rows = [];
  const read = (given) => client.parseResponse('AppGetFamilySubDeviceList', given);
  for (const kilobytes of ANSWERS_KB) {
    // Such numbers have to keep their digits.
    for (const [what, id] of [['', {}], [', integers beyond 2^53 in it', { Serial: '#' }]]) {
      const given = answer(kilobytes * 1024, id);
      given.body = given.body.replaceAll('"#"', '9007199254740993');
      assert.equal(read(given).DeviceList.length, read(given).Total);
      // Per kilobyte, so that sizes can be told apart from growth.
      const forEach = (name, work) => ({
        name: `${name}, ${kilobytes} KB${what}`,
        run(count) {
          for (let at = 0; at < count; at++) if (work()) sink.value++;
        },
      });
      const contenders = [forEach('`parseResponse`', () => read(given)), forEach('`JSON.parse` alone', () => JSON.parse(given.body))];
      const samples = await takeTurns(contenders, effort);
      const size = Buffer.byteLength(given.body) / 1024;
      rows.push(...rowsOf(contenders, samples.map((times) => times.map((time) => time / size))));
    }
  }
  tables.push({ title: 'Reading an answer of `AppGetFamilySubDeviceList`: CPU time per KB of it', unit: 'us', rows });

  // A whole call with the largest answer, and one with a request of nearly a megabyte.
  const large = answer(1024 * 1024, {});
  const through = new client.Client({ accessToken: 'a-token', transport: async () => large });
  await through.appGetFamilySubDeviceList({ GatewayProductId: 'G', GatewayDeviceName: 'g', Offset: 0, Limit: 50 });
  const afterAnswers = pages();
  client.buildRequest('AppGetDeviceInFamily', { ProductId: 'P', FamilyId: 'f', DeviceName: 'x'.repeat(1_000_000) }, { accessToken: 'a' });
  const row = (name, count) => ({ name, isOurs: true, median: count * PAGE_BYTES, low: count * PAGE_BYTES, high: count * PAGE_BYTES });
  tables.push({
    title: 'WebAssembly memory (it never shrinks)',
    unit: 'bytes',
    rows: [
      row('after `init()`', atFirst),
      row('after all these batches', afterBatches),
      row('after answers of up to 1 MB', afterAnswers),
      row('after building a request of 1 MB', pages()),
    ],
  });
  return { tables };
}
