// `iotexplorer-client/diagnose`: finds out why a signature does not match. For servers, device simulators and support; it has the
// module that can do it inside, so that what apps load stays small.

import { makeGlue } from '#glue';
import module from '#wasm';
import { createPackage } from './facade.js';
import { finding } from './findings.js';
import { fromBase64 } from './load.js';

// What the module can be asked: a number of src/wasm.rs.
const DIAGNOSE = 11;

export const { init, diagnose, IotError } = createPackage(
  {
    defaultLanguage: 'en',
    secretsAllowed: true,
    moreFunctions: (use) => ({
      diagnose(input) {
        const found = use('diagnose', DIAGNOSE, input);
        return { ...found, findings: found.findings.map(finding) };
      },
    }),
    // Nothing here is left to chance.
    fillRandom() {},
    loadModule: (source, imports) => WebAssembly.instantiate(fromBase64(module), imports),
  },
  makeGlue,
);
