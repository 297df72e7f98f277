// Node, by import.
import client from './inline.cjs';

export const { init, Client, IotError, buildRequest, parseResponse, request, sign, scan, softap, errorCodes, endpoints, abortController } =
  client;
