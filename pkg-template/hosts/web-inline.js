// For tools that do not emit the .wasm file by themselves: the same with the module inside as Base64.
import module from '#wasm';
import { createForWeb } from '../core.js';

export const { init, Client, IotError, buildRequest, parseResponse, request, sign, scan, softap, errorCodes, endpoints, abortController } =
  createForWeb(() => Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0)));
