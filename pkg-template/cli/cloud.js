// What call and doctor share: the Action table, and how the cloud is reached.

import { endpoints } from 'iotexplorer-client';
import table from '../generated/cli.json';
import { UsageError } from './arguments.js';
import { t } from './text.js';

// The bundle has it as text.
const { actions: ACTIONS, structs: STRUCTS, codes } = JSON.parse(table);
export { ACTIONS, STRUCTS };
export const CODES = new Set(codes);

export const TOKEN_VARIABLE = 'IOTEXPLORER_ACCESS_TOKEN';

/** An Action's row; undefined for one that is not known. */
export const rowOf = (action) => (Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined);

/** The address that is meant; undefined for the usual one. */
export function endpointOf(values) {
  const given = values.endpoint ?? process.env.IOTEXPLORER_ENDPOINT;
  if (given === undefined || given === '') return undefined;
  return Object.hasOwn(endpoints, given) ? endpoints[given] : given;
}

/** A timeout above 0, or undefined for the usual one. */
export function timeoutOf(values) {
  const given = values['timeout-ms'];
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,9}$/.test(given)) throw new UsageError(t('--timeout-ms is a whole number above 0.', '--timeout-ms 应为大于 0 的整数。'));
  return Number(given);
}
