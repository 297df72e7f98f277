// `iotexplorer-client/diagnose`: finds out why a signature does not match. For servers, device simulators and support; it has the
// module that can do it inside, so that what apps load stays small.

import { makeGlue } from '#glue';
import module from '#wasm';
import { createPackage } from './facade.js';
import { fromBase64 } from './load.js';

export const { init, diagnose, IotError } = createPackage(makeGlue, () => fromBase64(module));
