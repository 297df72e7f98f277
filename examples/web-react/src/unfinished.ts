// The binding that is under way, so that it goes on after a reload. A checkpoint may hold the bind token, a device's code its
// signature: they are kept for this tab alone, and go with it.

import type { BindRequest } from './useBind';

const KEY = 'unfinished-bind';

function find(): { request: BindRequest; checkpoint: string } | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : JSON.parse(text);
}

export const unfinished = {
  request: () => find()?.request,
  checkpointOf(request: BindRequest) {
    const kept = find();
    return kept && JSON.stringify(kept.request) === JSON.stringify(request) ? kept.checkpoint : undefined;
  },
  keep: (request: BindRequest, checkpoint: string) => sessionStorage.setItem(KEY, JSON.stringify({ request, checkpoint })),
  forget: () => sessionStorage.removeItem(KEY),
};
