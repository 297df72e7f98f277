// The same call by ours and by the official SDK, over transports that answer at once, and over those transports alone.

import assert from 'node:assert/strict';
import { sink } from './measure.mjs';
import { mute, signedIn } from './sdk.mjs';
import { require } from '../../js/support/package.mjs';

const accessToken = 'f3b0a5d86c1e4f729a0d5b7c8e9f1a2b3c4d5e6f';
const params = { ProductId: 'PLUGWIFI1A', FamilyId: 'f-1234567890abcdef', DeviceName: 'plug-1000' };
const device = {
  DeviceId: 'PLUGWIFI1A/plug-1000',
  ...params,
  AliasName: '客厅灯',
  IconUrl: 'https://main.qcloudimg.com/raw/6c1f3a5e8c6b4b6d9a9b/plug.png',
  RoomId: '0',
  DeviceType: 0,
  CreateTime: 1_574_931_773,
  UpdateTime: 1_574_931_945,
};
const RequestId = '7f9c24e8-3b12-4fef-91e0-5ad42b0c1d2e';
/** As the live service wraps it: the only wrapper that the SDK reads. */
const body = JSON.stringify({ code: 0, msg: '', data: { ...device, RequestId } });
const parsed = JSON.parse(body);

const forEach = (work) => async (count) => {
  for (let at = 0; at < count; at++) if (await work()) sink.value++;
};

/**
 * Each with the bare transport that it stands on: calls and transports by name.
 *
 * The SDK leaves JSON to `wx.request`, both ways, and ours does it itself. So it is measured twice: with a transport that does
 * none of it, and with one whose JSON counts as part of the call.
 */
export async function calls() {
  const { Client, init } = require('iotexplorer-client');
  await init();
  const transport = async () => ({ status: 200, body });
  const client = new Client({ accessToken, transport });
  const about = { timeoutMs: 10_000, signal: new AbortController().signal };

  mute();
  const answered = { statusCode: 200, data: parsed };
  const withoutJson = ({ success }) => success(answered);
  const withJson = ({ data, success }) => {
    sink.value += JSON.stringify(data).length;
    success({ statusCode: 200, data: JSON.parse(body) });
  };
  const sdk = await signedIn(accessToken, withoutJson);
  const through = (request, options) => async () => {
    wx.request = request;
    return sdk.requestApi('AppGetDeviceInFamily', params, options);
  };
  const bare = (request) => () => new Promise((success) => request({ data: params, success }));

  const ours = () => client.appGetDeviceInFamily(params);
  const silent = { doNotReport: true };
  for (const work of [ours, through(withoutJson), through(withJson), through(withoutJson, silent)]) {
    assert.equal((await work()).DeviceId, device.DeviceId);
  }
  const pair = (name, call, alone) => ({ name, call: forEach(call), bare: forEach(alone) });
  const emptySdk = bare(withoutJson);
  return [
    pair('iotexplorer-client', ours, () => transport({ method: 'POST', url: '', headers: {}, body: '' }, about)),
    pair('official SDK, console muted; JSON left to the host, not counted', through(withoutJson), emptySdk),
    pair('official SDK, console muted; JSON counted, as ours is', through(withJson), emptySdk),
    pair('official SDK, `doNotReport`; JSON not counted', through(withoutJson, silent), emptySdk),
    pair('official SDK, `doNotReport`; JSON counted, as ours is', through(withJson, silent), emptySdk),
  ];
}
