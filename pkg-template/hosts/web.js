// Browsers, and bundlers for them. What calls take is in here, so that the first one waits for no other file. The address of the rest
// stands here literally, because that is what bundlers look for.

// First, so that the texts stand at the beginning, where they compress best.
import { createPackage } from '../facade.js';
import { makeGlue } from '#glue';
import calls from '#calls';
import { fromText } from '../bytes.js';

export const { init, Client, IotError, buildRequest, parseResponse, request, sign, scan, softap, errorCodes, endpoints, abortController } =
  createPackage(
    makeGlue,
    () => fromText(calls()),
    async () => fetch(new URL('./iotexplorer_client_rest.wasm', import.meta.url)),
  );
