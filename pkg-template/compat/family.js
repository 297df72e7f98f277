// The default family: the first that the cloud lists, or one made for a user who has none. It is remembered with the session, so that
// another user never meets it.

import { shortid } from './utils.js';

async function lookUp(ask, nickName) {
  const first = async () => {
    const { FamilyList = [] } = await ask('AppGetFamilyList', { Offset: 0, Limit: 50 });
    return FamilyList[0];
  };
  let family = await first();
  if (!family) {
    const name = nickName || `${shortid()}的家`;
    try {
      family = await ask('AppCreateFamily', { Name: name, Address: name });
    } catch (error) {
      // The answer may have been lost, and a second family must not come of that.
      family = await first().catch(() => undefined);
      if (!family) throw error;
    }
  }
  return family.FamilyId;
}

/** The id, asked for once for all who want it meanwhile; a failure is not remembered. */
export function defaultFamilyOf(session, ask) {
  if (!session.family) {
    const looking = lookUp(ask, session.user.NickName);
    session.family = looking;
    looking.catch(() => forgetFamily(session, looking));
  }
  return session.family;
}

export function forgetFamily(session, looking = session.family) {
  if (session.family === looking) session.family = undefined;
}
