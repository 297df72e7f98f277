// `iotexplorer-client/diagnose`: finds out why a signature does not match. For servers, device simulators and support; it has the
// module that can do it inside, so that what apps load stays small.

import { makeGlue } from '#glue';
import module from '#wasm';
import { createPackage } from './facade.js';
import { finding } from './findings.js';
import { fromBase64 } from './load.js';

export const { init, diagnose, IotError } = createPackage(
  {
    language: 'en',
    secretsAllowed: true,
    finding,
    // Nothing here is left to chance.
    random() {},
    load: (source, imports) => WebAssembly.instantiate(fromBase64(module), imports),
  },
  makeGlue,
);
