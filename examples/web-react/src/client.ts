import { Client } from 'iotexplorer-client';
import { getAccessToken } from './sandbox';

// The cloud does not let pages of other origins call it: calls go to the page's own, which passes them on
// (see examples/same-origin-proxy).
const endpoint = new URL('/api/exploreropen/tokenapi', location.href).href;

export const client = new Client({ accessToken: getAccessToken, endpoint });
/** The user's first family. */
export const familyId = 'default';
