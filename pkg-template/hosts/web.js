// Browsers, and bundlers for them. The addresses stand here literally, because that is what bundlers look for.
// First, so that the texts stand at the beginning, where they compress best.
import { createPackage } from '../facade.js';
import { makeGlue } from '#glue';

export const { init, Client, IotError, buildRequest, parseResponse, request, sign, scan, softap, errorCodes, endpoints, abortController } =
  createPackage(
    makeGlue,
    () => new URL('./iotexplorer_client_calls.wasm', import.meta.url),
    async () => fetch(new URL('./iotexplorer_client_rest.wasm', import.meta.url)),
  );
