// Douyin, Toutiao and the other hosts of `tt`.
import { Encoder } from './text.js';

export const platform = {
  name: 'tt',
  getApi: () => (typeof tt === 'undefined' ? undefined : tt),
  engineName: 'TTWebAssembly',
  getEngine: () => (typeof TTWebAssembly === 'undefined' ? undefined : TTWebAssembly),
  needs: 'base library 2.34 or later',
  folder: '/iotexplorer-client/',
  brotliSince: [2, 92],
  // A text is not among what `data` may be, and an object would be written anew, large numbers rounded.
  ask: ({ headers, body }) => ({ header: headers, data: new Encoder().encode(body).buffer, dataType: 'string' }),
  read: ({ statusCode, data, header }) => ({ status: statusCode, body: data, headers: header }),
};
