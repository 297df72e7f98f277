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
/** How many calls and flows are made in between two looks at the memory. */
const ROUNDS = 10;
const PAGE_BYTES = 65_536;

setFlagsFromString('--expose-gc');
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
  const instantiate = async (...given) => {
    const result = await WebAssembly.instantiate(...given);
    const { exports } = result.instance ?? result;
    // The package asks this object for each export each time.
    const own = { ...exports };
    instances.push({ exports: own, memory: new WeakRef(exports.memory) });
    return result.instance ? { module: result.module, instance: { exports: own } } : { exports: own };
  };
  return {
    instances,
    global: Object.assign(Object.create(WebAssembly), { instantiate }),
    pages: () => instances.at(-1).memory.deref().buffer.byteLength / PAGE_BYTES,
    crash() {
      const { exports } = instances.at(-1);
      for (const [name, value] of Object.entries(exports)) {
        if (typeof value === 'function') {
          exports[name] = () => {
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
    must(`${what}: no page of WebAssembly memory more`, after.pages === before.pages, `${before.pages} → ${after.pages}`);
    must(
      `${what}: less than ${HEAP_GROWTH * 100} % more JavaScript heap`,
      growth < HEAP_GROWTH,
      `${before.heap} → ${after.heap} bytes, ${(growth * 100).toFixed(2)} %`,
    );
    say(`       growth ${after.pages - before.pages} pages, ${(growth * 100).toFixed(2)} % of the heap`);
    must(`${what}: no timer is left`, after.timers === 0, `${after.timers}`);
  }
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
  await traffic.calls(Math.max(20_000, calls / 20));
  await traffic.flows(Math.max(4_000, flows / 20));
  await look('warm');
  await look('warm');
  traffic.forget();
  const warm = await look('warm');

  await many('calls', calls, (count) => traffic.calls(count));
  const called = looks.at(-1);
  flat(`${calls} calls`, warm, called);
  await many('flows', flows, (count) => traffic.flows(count));
  flat(`${flows} flows`, warm, looks.at(-1));
  for (const line of traffic.summary()) say(`       ${line}`);
  must('every call and flow ended as it should', traffic.problems.length === 0, traffic.problems.slice(0, 5).join('; '));
  must('calls and flows of every kind, with errors of every kind', traffic.missing().length === 0, traffic.missing().join());
  must('no device was bound twice by one flow', traffic.boundTwice === 0, `${traffic.boundTwice}`);

  await traffic.clients(100, true);
  await traffic.clients(100, false);
  const before = await look('clients, warm');
  const isGone = (refs) => refs.filter((ref) => ref.deref()).length === 0;
  const freed = await traffic.clients(clients, true);
  await look(`${clients} clients made, used and freed`);
  const forgotten = await traffic.clients(clients, false);
  const after = await look(`${clients} clients made, used and forgotten`);
  flat(`${2 * clients} clients`, before, after);
  must('clients that were freed are collected', isGone(freed));
  must('clients that nobody freed are collected', isGone(forgotten));

  const rejected = await traffic.crash(50, watched.crash);
  must('after a crash everything that waited was rejected', rejected === 50, `${rejected} of 50`);
  await own.init();
  await traffic.calls(Math.max(5_000, calls / 20));
  await traffic.flows(Math.max(1_000, flows / 20));
  watched.instances[0].exports = undefined;
  const recovered = await look('after a crash, loaded again');
  flat('a crash and as many again', after, recovered);
  must('the crashed instance is collected', watched.instances[0].memory.deref() === undefined);
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
