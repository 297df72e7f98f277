// Bytes allocated per call above the bare transport, with a young generation so large that nothing is collected meanwhile:
// node --expose-gc --min-semi-space-size=128 --max-semi-space-size=128 garbage.mjs ROUNDS

import assert from 'node:assert/strict';
import { PerformanceObserver, performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { calls } from './calls.mjs';

const CALLS = 500;
/** Enough for the compiler to have its last word: what it optimises away is no garbage. */
const WARM_CALLS = 20_000;

const collections = [];
new PerformanceObserver((list) => collections.push(...list.getEntries())).observe({ entryTypes: ['gc'] });

async function bytesOf(work) {
  globalThis.gc({ type: 'minor' });
  const before = getHeapStatistics().used_heap_size;
  const start = performance.now();
  await work(CALLS);
  const bytes = getHeapStatistics().used_heap_size - before;
  return { bytes: bytes / CALLS, start, end: performance.now() };
}

const rounds = Number(process.argv[2]);
const pairs = await calls();
for (const { call, bare } of pairs) {
  await call(WARM_CALLS);
  await bare(WARM_CALLS);
}
const measured = [];
for (let round = 0; round < rounds; round++) {
  const taken = [];
  for (const { call, bare } of pairs) {
    const [with_, without] = [await bytesOf(call), await bytesOf(bare)];
    taken.push({ bytes: with_.bytes - without.bytes, times: [with_, without] });
  }
  measured.push(taken);
}
// The observer hears of collections a turn later.
await new Promise((done) => setTimeout(done, 50));
assert.ok(collections.length >= 2 * rounds, 'the collections asked for are seen');
/** What the engine collects of its own accord while bytes are counted is missing among them: such a round says nothing. */
const isWhole = ({ times }) =>
  !collections.some(({ startTime }) => times.some(({ start, end }) => startTime > start && startTime < end));
const whole = measured.filter((taken) => taken.every(isWhole));
assert.ok(whole.length > rounds / 2, `only ${whole.length} rounds of ${rounds} are left`);
process.stdout.write(JSON.stringify(pairs.map((_, at) => whole.map((taken) => taken[at].bytes))));
