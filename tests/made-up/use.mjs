// Uses a method that nobody wrote by hand: run on a package built from a copy of the repository with one more Action file.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

const { Client, IotError, errorCodes, init, request } = await import(pathToFileURL(process.argv[2]).href);

await init();
const sent = [];
const client = new Client({
  accessToken: 'token-of-a-test',
  transport: async ({ body }) => {
    sent.push(JSON.parse(body));
    return { status: 200, body: '{"code":0,"msg":"","data":{"Shpae":"round","Corners":"3","RequestId":"r"}}' };
  },
});
const answer = await client.appMadeUpThing({ ThingId: 't', Limit: 7n, Colour: 'red' }, { requestId: 'q' });
assert.deepEqual(answer, { Shape: 'round', Corners: 3, RequestId: 'r' });
assert.deepEqual(sent, [
  { Action: 'AppMadeUpThing', RequestId: 'q', AccessToken: 'token-of-a-test', ThingId: 't', Limit: 7, Colour: 'red' },
]);
assert.throws(
  () => request.appMadeUpThing({ Colour: 'red' }, { accessToken: 'token-of-a-test' }),
  (error) => error instanceof IotError && error.code === 'Parameter.Missing' && error.parameter === 'ThingId',
);
assert.deepEqual(errorCodes('AppMadeUpThing'), ['InternalError', 'ResourceNotFound']);
