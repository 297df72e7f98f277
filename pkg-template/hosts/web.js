// Browsers, and bundlers for them. The address stands here literally, because that is what bundlers look for.
import { createForWeb } from '../core.js';

export const { init, Client, IotError, buildRequest, parseResponse, request, sign, scan, softap, errorCodes, endpoints, abortController } =
  createForWeb(() => new URL('./iotexplorer_client.wasm', import.meta.url));
