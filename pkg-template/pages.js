// Lists that come in pages, element by element.
//
// The cloud counts from the front, and the list may change between two pages. So each page begins with the last element of the one
// before it. Where it does not, something in front has gone and the rest has moved up: then it goes back to where it was.

import { isAborted } from './driver.js';
import { IotError } from './errors.js';

/**
 * The elements of a list.
 *
 * @param {() => [
 *   (page: { Offset: unknown, Limit: unknown }) => Promise<object>,
 *   string,
 *   { Offset?: unknown, Limit?: unknown },
 *   object?,
 * ]} begin says at the first element how a page is asked for; the Action, which says what the elements are, and so by what they are
 *   told apart; where to begin and how many to ask for at a time, 50 being what the documents allow; and the caller's signal
 */
export async function* pages(begin) {
  const [ask, action, given, signal] = begin();
  const { Offset = 0, Limit = 50 } = given;
  const key = action.replace('Member', 'User').replace(/^.*?([A-Z][a-z]+)(List|s)$/, '$1Id');
  const idOf = (item) => (item && item[key]) || JSON.stringify(item);
  const seen = new Set();
  // As they were handed in, so that the module can judge them.
  let [at, size] = [Offset, Limit];
  // Whether it goes back, 1, or has done so and found nothing new yet; and how many elements have come since that were known.
  let isBack = 0;
  let known = 0;
  for (;;) {
    const answer = await ask({ Offset: at, Limit: size });
    const page = Object.values(answer).find(Array.isArray) || [];
    at = Number(at);
    size = Number(size);
    if (at > Offset && !seen.has(idOf(page[0])) && isBack < 2) {
      isBack = 1;
      known = 0;
      at = Math.max(Number(Offset), at - size + 1);
      continue;
    }
    isBack *= 2;
    known += page.length;
    for (const item of page) {
      const id = idOf(item);
      if (seen.has(id)) continue;
      seen.add(id);
      isBack = known = 0;
      if (isAborted(signal)) throw new IotError({ code: 'Aborted.BySignal', action });
      yield item;
    }
    const isShort = page.length < size && !(answer.Total > at + page.length);
    // A server that says the same again and again has come to its end, whatever it says.
    if (isShort || page.length < (at > Offset ? 2 : 1) || known > seen.size) return;
    at += page.length - 1;
    // Beside the element that is known there must be room for another one.
    size = Math.max(2, size);
  }
}
