// Long use: a million calls and a hundred thousand flows through one instance of the packed package, a good part of them with
// errors of every kind, then a thousand clients and a crash. Memory must stay where it was.
//
//   IOTEXPLORER_PROJECT=… node --expose-gc tests/soak/soak.mjs [--calls N] [--flows N] [--clients N]
//
// Time is virtual and the cloud is inside this process, so that nothing is waited for.

import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { VirtualTime, loadWith } from '../js/support/virtual.mjs';
import { Traffic } from './traffic.mjs';

/** The most that the JavaScript heap may have grown after the warm-up. */
const HEAP_GROWTH = 0.01;
/** How many looks are taken at the memory on the way. */
const ROUNDS = 10;
/**
 * After so many calls, or a tenth as many flows, everything is collected. Otherwise tables of the engine's and Node's grow with
 * what happens to lie around uncollected, now and then, and keep the size that they had when they were fullest.
 */
const PIECE = 5_000;
const PAGE_BYTES = 65_536;

// The engine goes on compiling, and throwing away what it has compiled, for as long as it likes; that is no use of memory of ours,
// and would be most of what is seen. So everything is compiled once, the first time it is used.
for (const flag of ['--expose-gc', '--no-opt', '--always-sparkplug', '--no-flush-bytecode']) setFlagsFromString(flag);
const collect = runInNewContext('gc');

const turn = () => new Promise((resolve) => setImmediate(resolve));
const median = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1];

/** How often the heap is looked at where a verdict depends on it. */
const SAMPLES = 7;

/** The JavaScript heap once everything is collected that can be. */
async function heapBytes(times) {
  const samples = [];
  for (let sample = 0; sample < times; sample++) {
    await turn();
    collect();
    samples.push(process.memoryUsage().heapUsed);
  }
  return median(samples);
}

/** WebAssembly as the package gets it: it knows the instances that are made, and can have one crash. */
function watchedWebAssembly() {
  const instances = [];
  let latest;
  const instantiate = async (...given) => {
    const result = await WebAssembly.instantiate(...given);
    const { exports } = result.instance ?? result;
    // The package asks this object for each export each time.
    const own = { ...exports };
    instances.push({ memory: new WeakRef(exports.memory) });
    latest = own;
    return result.instance ? { module: result.module, instance: { exports: own } } : { exports: own };
  };
  return {
    instances,
    global: Object.assign(Object.create(WebAssembly), { instantiate }),
    pages: () => instances.at(-1).memory.deref().buffer.byteLength / PAGE_BYTES,
    crash() {
      for (const [name, value] of Object.entries(latest)) {
        if (typeof value === 'function') {
          latest[name] = () => {
            throw new WebAssembly.RuntimeError('unreachable');
          };
        }
      }
    },
  };
}

/**
 * Runs it all.
 *
 * @param {object} wanted
 * @param {number} wanted.calls
 * @param {number} wanted.flows
 * @param {number} wanted.clients how many are made and freed, and how many made and forgotten
 * @param {(line: string) => void} wanted.say
 * @returns {Promise<{ claim: string, problem?: string }[]>} what was checked
 */
export async function soak({ calls, flows, clients, say }) {
  const checks = [];
  const must = (claim, holds, problem = '') => {
    checks.push({ claim, problem: holds ? undefined : problem || 'it is not so' });
    say(`${holds ? '[ ok ]' : '[FAIL]'} ${claim}${holds ? '' : `: ${problem}`}`);
  };
  const time = new VirtualTime();
  const watched = watchedWebAssembly();
  const unhandled = [];
  const note = (reason) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  const own = loadWith({ ...time.globals, WebAssembly: watched.global });
  await own.init();
  const traffic = new Traffic(own, time);

  const looks = [];
  async function look(what, samples = SAMPLES) {
    const memory = { heap: await heapBytes(samples), pages: watched.pages(), timers: time.pending };
    looks.push(memory);
    const { external, arrayBuffers } = process.memoryUsage();
    say(
      `       ${what.padEnd(44)} wasm ${memory.pages} pages, heap ${(memory.heap / 1024).toFixed(0)} KiB, ` +
        `outside ${((external + arrayBuffers) / 1024).toFixed(0)} KiB, timers ${memory.timers}`,
    );
    return memory;
  }
  /** Nothing grew between two looks. */
  function flat(what, before, after) {
    const growth = after.heap / before.heap - 1;
    must(`${what}: no page of WebAssembly memory more`, after.pages <= before.pages, `${before.pages} → ${after.pages}`);
    must(
      `${what}: less than ${HEAP_GROWTH * 100} % more JavaScript heap`,
      growth < HEAP_GROWTH,
      `${before.heap} → ${after.heap} bytes, ${(growth * 100).toFixed(2)} %`,
    );
    say(`       growth ${after.pages - before.pages} pages, ${(growth * 100).toFixed(2)} % of the heap`);
    must(`${what}: no timer is left`, after.timers === 0, `${after.timers}`);
  }
  async function inPieces(count, piece, work) {
    for (let left = count; left > 0; left -= piece) {
      await work(Math.min(piece, left));
      collect();
    }
  }
  const makeCalls = (count) => inPieces(count, PIECE, (some) => traffic.calls(some));
  const makeFlows = (count) => inPieces(count, PIECE / 10, (some) => traffic.flows(some));
  /** So many of something, with progress; how many a second. */
  async function many(what, count, work) {
    let spentMs = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const started = performance.now();
      await work(Math.round((count * round) / ROUNDS) - Math.round((count * (round - 1)) / ROUNDS));
      spentMs += performance.now() - started;
      await look(`${Math.round((count * round) / ROUNDS)} ${what}`, round === ROUNDS ? SAMPLES : 2);
    }
    const rate = Math.round((count / spentMs) * 1000);
    say(`       ${rate} ${what} a second`);
  }

  await look('loaded');
  const handlesBefore = process.getActiveResourcesInfo();
  // Everything there is, often enough for the engine to have made up its mind.
  await makeCalls(Math.max(PIECE, calls / 20));
  await makeFlows(Math.max(PIECE / 5, flows / 20));
  await look('warm');
  await look('warm');
  traffic.forget();
  const warm = await look('warm');

  await many('calls', calls, makeCalls);
  const called = looks.at(-1);
  flat(`${calls} calls`, warm, called);
  await many('flows', flows, makeFlows);
  flat(`${flows} flows`, warm, looks.at(-1));
  for (const line of traffic.summary()) say(`       ${line}`);
  must('every call and flow ended as it should', traffic.problems.length === 0, traffic.problems.slice(0, 5).join('; '));
  must('calls and flows of every kind, with errors of every kind', traffic.missing().length === 0, traffic.missing().join());
  must('no device was bound twice by one flow', traffic.boundTwice === 0, `${traffic.boundTwice}`);

  // As many as later: a table of the engine's keeps the size that it had when it was fullest.
  await traffic.clients(clients, true);
  await traffic.clients(clients, false);
  const before = await look('clients, warm');
  for (const isFreed of [true, false]) {
    const refs = await traffic.clients(clients, isFreed);
    await heapBytes(2);
    const left = refs.filter((ref) => ref.deref()).length;
    refs.length = 0;
    must(`${clients} clients that were ${isFreed ? 'freed' : 'forgotten'} are collected`, left === 0, `${left} are left`);
  }
  const after = await look(`${clients} clients made, used and freed, and as many forgotten`);
  flat(`${2 * clients} clients`, before, after);

  // Apart from the rest, because what they leave free would hide a good deal of growth.
  await traffic.large(5);
  const large = await look('large bodies');
  await traffic.large(100);
  flat('100 large bodies', large, await look('100 large bodies'));

  // Twice, since what is made anew with an instance is compiled anew the first time.
  let crashed;
  for (const again of [false, true]) {
    const rejected = await traffic.crash(50, watched.crash);
    must('after a crash everything that waited was rejected', rejected === 50, `${rejected} of 50`);
    await own.init();
    await makeCalls(Math.max(2_000, calls / 50));
    await makeFlows(Math.max(400, flows / 50));
    const recovered = await look('after a crash, loaded again');
    if (again) flat('a crash, and calls and flows again', crashed, recovered);
    crashed = recovered;
  }
  const kept = watched.instances.filter(({ memory }) => memory.deref()).length;
  must('the crashed instances are collected', kept === 1, `${kept} are left`);
  must('and they ended as they should', traffic.problems.length === 0, traffic.problems.slice(0, 5).join('; '));

  const handles = process.getActiveResourcesInfo();
  must('no handle is left', handles.every((name) => handlesBefore.includes(name)), handles.join());
  must('no rejection was unhandled', unhandled.length === 0, String(unhandled[0]));
  process.off('unhandledRejection', note);
  return checks;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const number = (value) => ({ type: 'string', default: value });
  const { values } = parseArgs({
    options: { calls: number('1000000'), flows: number('100000'), clients: number('1000') },
  });
  const [calls, flows, clients] = [values.calls, values.flows, values.clients].map(Number);
  const started = performance.now();
  const checks = await soak({ calls, flows, clients, say: console.log });
  const failed = checks.filter(({ problem }) => problem !== undefined).length;
  console.log(`       ${((performance.now() - started) / 1000).toFixed(0)} s`);
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
