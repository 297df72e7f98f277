// For tools that do not emit the .wasm file by themselves: the same with the module inside as Base64.
import module from '#wasm';
import { createForWeb } from '../core.js';
import { fromBase64 } from '../load.js';

export const { init, Client, IotError, buildRequest, parseResponse, request, sign, scan, softap, errorCodes, endpoints, abortController } =
  createForWeb(() => fromBase64(module));
