// What all mini-programs share. Each has a short file with its own words.

import { makeGlue } from '#glue';
import { abortController } from '../abort.js';
import { IotError } from '../errors.js';
import { createPackage } from '../facade.js';
import { load } from './load.js';
import { createRandom } from './random.js';
import { createTransport } from './request.js';
import { Decoder, Encoder } from './text.js';

/** In place of every constructor that only sending with fetch needs, which mini-programs do not do. */
function WebOnly() {
  throw new IotError({ code: 'Network.Failed', detail: 'this host has no fetch' });
}

/** The package for one kind of mini-program; see load.js and request.js for what `platform` has to hold. */
export function createForMiniProgram(platform) {
  const { seed, fill } = createRandom(platform.getApi);
  const host = {
    defaultLanguage: 'zh',
    secretsAllowed: false,
    abortController,
    fillRandom: fill,
    transport: createTransport(platform),
    loadModule: (source, imports) => Promise.all([load(platform, source, imports), seed()]).then(([loaded]) => loaded),
  };
  return createPackage(host, () => makeGlue(Decoder, Encoder, WebOnly));
}
