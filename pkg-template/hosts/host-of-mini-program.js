// What all mini-programs share. `#platform` is the short file of one of them, with its own words; see load.js and request.js for what
// it has to hold.

import { platform } from '#platform';
import { load } from './load.js';
import { createRandom } from './random.js';
import { createTransport } from './request.js';

const random = createRandom(platform.getApi);

export { abortController as newController } from '../abort.js';
export const moreFunctions = undefined;
export const fillRandom = random.fill;
export const transport = createTransport(platform);
export const loadModule = (source, imports) =>
  Promise.all([load(platform, source, imports), random.seed()]).then(([loaded]) => loaded);
