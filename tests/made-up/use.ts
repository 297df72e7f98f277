// The method's types, as the generator wrote them.
import { Client } from 'iotexplorer-client';

const client = new Client({ accessToken: 'token-of-a-test' });
const answer = await client.appMadeUpThing({ ThingId: 't', Limit: 7, Colour: 'blue' });
export const shape: string = answer.Shape;
export const corners: number = answer.Corners;
// @ts-expect-error a parameter that is missing
await client.appMadeUpThing({ Limit: 7 });
// @ts-expect-error a parameter that is spelt wrongly
await client.appMadeUpThing({ ThingId: 't', Color: 'blue' });
// @ts-expect-error a value outside the closed set
await client.appMadeUpThing({ ThingId: 't', Colour: 'green' });
// @ts-expect-error a field that the answer does not have
export const size = answer.Size;
