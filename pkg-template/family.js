// The family that is called `default`: the first one that the cloud lists for the user.

import { isAborted } from './driver.js';
import { bad } from './errors.js';
import { pages } from './pages.js';

/** What a family is called that is made because there is none. */
const NAME = '我的家';

/** Whether parameters speak of it. Whatever else is the matter with them, the module will say. */
export function isDefault(params) {
  try {
    return params && params.FamilyId === 'default';
  } catch (_) {
    return false;
  }
}

/**
 * Asks for the family. Where there is none it is made, if `mayCreate` allows it: from then on nobody may cancel, and the list says
 * what became of it, so that a lost answer makes no second one.
 *
 * @param {Promise<object>} making what has been asked for so
 */
async function lookUp(ask, mayCreate, signal, making) {
  const action = 'AppGetFamilyList';
  const { value } = await pages(() => [(page) => ask(action, page, signal), action, { Limit: 2 }]).next();
  const { FamilyId } = value || (await making) || {};
  if (FamilyId) return FamilyId;
  if (!mayCreate) throw bad('NoFamily', 'FamilyId');
  const made = ask('AppCreateFamily', { Name: NAME, Address: NAME });
  await made.catch(() => {});
  return lookUp(ask, false, undefined, made);
}

/**
 * Makes the function that runs a call or flow whose family is the default one. What has been found is kept with the client, for
 * the access token that it was found with.
 *
 * @param {(loaded: object, task: object) => Promise<unknown>} run runs a call or flow; a `isOther` of the task is told each token
 *   that a function supplies, and may put an end to it before the token is used
 * @param {(task: object, work: () => Promise<unknown>) => Promise<unknown>} unlessAborted waits, for a caller who may cancel
 */
export const withFamily = (run, unlessAborted) =>
  async function start(loaded, task, isAgain) {
    const { session, what, options, subject, params } = task;
    const { config } = session;
    const { signal, timeoutMs } = options;
    // Flows, which are all but 0, have time for more than one request.
    const inner = { timeoutMs: what ? Math.min(timeoutMs, config.timeoutMs) : timeoutMs };
    const family = session.defaultFamily || (session.defaultFamily = {});
    const forget = () => {
      if (session.defaultFamily === family) session.defaultFamily = undefined;
    };
    if (!family.id) {
      const isOther = (token) => {
        family.token = token;
      };
      const ask = (subject, params, signal) =>
        run(loaded, { session, what: 0, options: { ...inner, signal }, subject, params, isOther });
      family.id = lookUp(ask, config.createFamily, signal);
      family.id.catch(forget);
    }
    const isOther = (token) => {
      const is = !isAgain && token !== family.token;
      // A flow keeps the family with which it began.
      if (what) isAgain = true;
      return is;
    };
    try {
      const FamilyId = await unlessAborted(task, () => family.id);
      const result = await run(loaded, { ...task, params: { ...params, FamilyId }, isOther });
      if (!what && /(lete|xit)Family$/.test(subject)) forget();
      return result;
    } catch (error) {
      // Another user has signed in, or whoever asked for the family has cancelled.
      if (error.kind === 'aborted' && !isAborted(signal)) {
        forget();
        return start(loaded, task, true);
      }
      // It may be gone, or this user from it.
      if (/Family/.test(error.code)) forget();
      throw error;
    }
  };
