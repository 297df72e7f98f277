// Every Action of the table, and requests that each of them takes.

import { vectors } from './package.mjs';

/** What no page documents. */
const UNDOCUMENTED = [
  {
    action: 'AppGetMultiDeviceBindTokenState',
    params: [{ name: 'Token', type: 'string', required: true }],
    output: [{ name: 'Data', type: 'array<object>' }],
  },
  { action: 'AppGetUser', params: [] },
];

/** Each with its parameters and where it is sent. */
export const ACTIONS = [...vectors('actions'), ...UNDOCUMENTED].sort((one, other) => (one.action < other.action ? -1 : 1));

/** The name of an Action's method and builder. */
export const methodName = (action) => action[0].toLowerCase() + action.slice(1);

const VALUES = {
  integer: () => 1,
  boolean: () => true,
  object: () => ({}),
  'array<object>': () => [{}],
  'array<string>': () => ['text'],
  string: (name) => (name === 'BindType' ? 'wifi_sign' : `the-${name}`),
};

/** A value of each parameter that must be there. */
export const filled = ({ params }) =>
  Object.fromEntries(params.filter(({ required }) => required).map(({ name, type }) => [name, VALUES[type](name)]));

/** What the package's own defaults add. */
export const DEFAULTS = {
  AppGetFamilyDeviceList: { RoomId: '' },
  AppSigBindDeviceInFamily: { BindType: 'wifi_sign' },
};

/** Whether an application calls it, before sign-in. */
export const isBeforeSignIn = ({ endpoint }) => endpoint === 'appapi';

/** An application's credentials. */
export const APP_KEYS = { appKey: 'an-app-key', appSecret: 'an-app-secret-of-tests' };
