// Virtual time: a copy of the package whose timers and clock are the test's, so that minutes pass in no time, a timer that is
// left behind is seen, and a promise that never settles is known as such at once.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import { require as requireInProject } from './package.mjs';

/** Lets everything happen that takes no time. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

export class VirtualTime {
  #timers = new Map();
  #last = 0;
  /** The wall clock. */
  now = Date.UTC(2026, 10, 21);

  setTimeout = (work, ms = 0) => {
    this.#timers.set(++this.#last, { at: this.now + ms, work });
    return this.#last;
  };

  clearTimeout = (id) => {
    this.#timers.delete(id);
  };

  /** What code in virtual time has in place of the host's. */
  get globals() {
    const Date = { now: () => this.now, parse: globalThis.Date.parse };
    return { setTimeout: this.setTimeout, clearTimeout: this.clearTimeout, Date };
  }

  /** How many timers are set. */
  get pending() {
    return this.#timers.size;
  }

  /** Lets time pass until the next timer, which rings; false if there is none. */
  next() {
    let first;
    for (const [id, { at }] of this.#timers) if (!first || at < first.at) first = { id, at };
    if (!first) return false;
    const { work } = this.#timers.get(first.id);
    this.#timers.delete(first.id);
    this.now = Math.max(this.now, first.at);
    work();
    return true;
  }

  /** A promise for later. */
  sleep(ms) {
    return new Promise((resolve) => this.setTimeout(resolve, ms));
  }

  /** Lets everything happen that takes no time. */
  turn() {
    return turn();
  }

  /** Lets time pass until `isOver`. */
  async until(isOver, what = 'it') {
    for (;;) {
      await turn();
      if (isOver()) return;
      assert.ok(this.next(), `${what} never happens: nothing is under way, and no timer is set`);
    }
  }

  /** How promises settle, one or many, as `allSettled` says it; time passes until they have. */
  async settle(...promises) {
    let outcomes;
    Promise.allSettled(promises).then((settled) => {
      outcomes = settled;
    });
    await this.until(() => outcomes, 'the end of a promise');
    return outcomes;
  }

  /** What a promise resolves with. */
  async result(promise) {
    const [{ status, value, reason }] = await this.settle(promise);
    if (status === 'rejected') throw reason;
    return value;
  }
}

/** A module's code as a function of what it takes for given; read once. */
const compiled = new Map();
function compile(path, names) {
  const key = [path, ...names].join();
  if (!compiled.has(key)) compiled.set(key, compileFunction(readFileSync(path, 'utf8'), names, { filename: path }));
  return compiled.get(key);
}

/** A copy of the package, with a state of its own, that has these globals and modules in place of the host's. */
export function loadWith(globals, modules = {}) {
  const loaded = new Map();
  function run(path) {
    if (loaded.has(path)) return loaded.get(path).exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const beside = createRequire(path);
    const own = (specifier) => {
      if (Object.hasOwn(modules, specifier)) return modules[specifier];
      return specifier.startsWith('.') ? run(beside.resolve(specifier)) : beside(specifier);
    };
    const { exports } = module;
    const given = { exports, require: own, module, __filename: path, __dirname: dirname(path), ...globals };
    compile(path, Object.keys(given)).apply(exports, Object.values(given));
    return module.exports;
  }
  return run(requireInProject.resolve('iotexplorer-client'));
}
