// How everything here is measured: contenders take turns within one process, many short samples each, the garbage of the last
// one collected before the next begins. What counts is the median; quartiles say how far to trust it.

import assert from 'node:assert/strict';

assert.equal(typeof globalThis.gc, 'function', 'Node must be started with --expose-gc');

/** How long and how often; `--quick` is for trying things out. */
export const efforts = {
  full: { warmMs: 400, sampleMs: 8, rounds: 101, processes: 31, pages: 31 },
  quick: { warmMs: 60, sampleMs: 5, rounds: 9, processes: 15, pages: 9 },
};

const sorted = (values) => Float64Array.from(values).sort();

/** A value that so great a part of `values` lies below. */
function quantile(values, part) {
  const all = sorted(values);
  const at = (all.length - 1) * part;
  const [below, above] = [all[Math.floor(at)], all[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

/** Median and quartiles. */
export function spread(values) {
  assert.ok(values.length > 0 && values.every(Number.isFinite), `figures: ${values}`);
  return { median: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

/**
 * Collects what the last one left behind: the young generation only. A full collection would also throw away optimised code whose
 * hidden classes nobody happens to use just then, and the next sample would be one of the compiler.
 */
const tidy = () => globalThis.gc({ type: 'minor' });

/** Time as it passes, for whom waits for others. */
export const wallClock = {
  start: () => process.hrtime.bigint(),
  microsecondsSince: (start) => Number(process.hrtime.bigint() - start) / 1000,
};

/** CPU time of the whole process, its helper threads (collector, compiler) included: other programs do not show in it. */
const cpuClock = {
  start: () => process.cpuUsage(),
  microsecondsSince(start) {
    const { user, system } = process.cpuUsage(start);
    return user + system;
  },
};

async function sample({ run, clock = cpuClock }, count) {
  const start = clock.start();
  await run(count);
  return clock.microsecondsSince(start);
}

/** How many runs take about so long; warms up by the way. */
async function calibrate(contender, { warmMs, sampleMs }) {
  let count = 1;
  let spent = 0;
  for (;;) {
    const took = await sample(contender, count);
    spent += took;
    const perRun = Math.max(took / count, 0.001);
    if (spent >= warmMs * 1000 && took >= sampleMs * 250) return Math.max(1, Math.round((sampleMs * 1000) / perRun));
    if (took < sampleMs * 1000) count *= 2;
  }
}

/**
 * Lets contenders take turns.
 *
 * @param {Array<{ name: string, run: (count: number) => unknown, clock?: object }>} contenders each does its work so many times; the
 *   first is ours; the clock is that of CPU time unless told otherwise
 * @returns {Promise<number[][]>} microseconds per run: one list per contender, in step with each other
 */
export async function takeTurns(contenders, effort) {
  const counts = [];
  for (const contender of contenders) counts.push(await calibrate(contender, effort));
  const samples = contenders.map(() => []);
  for (let round = 0; round < effort.rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      // Nobody always comes after the same one.
      const at = (turn + round) % contenders.length;
      tidy();
      samples[at][round] = (await sample(contenders[at], counts[at])) / counts[at];
    }
  }
  return samples;
}

/**
 * Rows of a table out of samples that were taken in step: each with its figure, and how another's relates to it. That is ours as
 * a share of theirs, unless `shareOf` says otherwise; a further contender of our `own`, and one that shows the `floor`, has none.
 */
export function rowsOf(contenders, samples, shareOf = (theirs, ours) => ours / theirs) {
  const [ours] = samples;
  return contenders.map(({ name, own, floor }, at) => ({
    name,
    isOurs: at === 0 || Boolean(own),
    ...spread(samples[at]),
    // Round by round, so that what slows the machine for a while slows both.
    ...(at > 0 && !own && !floor && { share: spread(samples[at].map((theirs, round) => shareOf(theirs, ours[round]))) }),
  }));
}

/** The same in one go. */
export async function compare(contenders, effort) {
  return rowsOf(contenders, await takeTurns(contenders, effort));
}

/** Keeps what was worked out, so that no engine finds the work superfluous. */
export const sink = { value: 0 };
