// A mini-program: the files of miniprogram_dist/ and its likes.
import { makeGlue } from '#glue';
import { IotError } from '../errors.js';
import { createPackage } from '../facade.js';
import { Decoder, Encoder } from './text.js';

/** In place of every constructor that only sending with fetch needs, which mini-programs do not do. */
function WebOnly() {
  throw new IotError({ code: 'Network.Failed', detail: 'this host has no fetch' });
}

// Where the module is, the host knows.
module.exports = createPackage(
  () => makeGlue(Decoder, Encoder, WebOnly),
  () => undefined,
);
