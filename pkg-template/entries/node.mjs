// Node, by import.
import client from './node.cjs';

export const { init, Client, IotError, buildRequest, parseResponse, request, sign, errorCodes, endpoints, abortController } =
  client;
