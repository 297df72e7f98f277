// For tools that do not emit the .wasm file by themselves: the same with the module inside as Base64.
import { createPackage } from '../facade.js';
import { makeGlue } from '#glue';
import module from '#wasm';
import { fromBase64 } from '../load.js';

export const { init, Client, IotError, buildRequest, parseResponse, request, sign, scan, softap, errorCodes, endpoints, abortController } =
  createPackage(makeGlue, () => fromBase64(module));
