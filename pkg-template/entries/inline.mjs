// Node, by import.
import client from './inline.cjs';

export const { init, Client, IotError, buildRequest, parseResponse, request, sign, errorCodes, endpoints, abortController } =
  client;
