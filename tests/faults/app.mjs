// An app with the packed package in it, as long as it lives: from its start until it ends or is killed.
//
// The package is what Node's `require` would load, and it sends with its own fetch transport over real connections. Only
// its timers and its Date are the runner's, and its fetch passes by here. So it is known at any moment whether anything is
// really under way, and time may pass only if nothing is.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { loadWith } from '../js/support/virtual.mjs';
import { Clock } from './clock.mjs';
import { Exchange } from './exchange.mjs';

/** Far more timers than any flow needs. */
const RINGS_MAX = 2_000;
/** The longest that this machine may take for anything; no outcome depends on it. */
const STUCK_MS = 60_000;

const turn = () => new Promise((resolve) => setImmediate(resolve));

export class App {
  /** How many things are really under way. */
  #underWay = 0;
  #rings = 0;
  #wake = () => {};
  /** How long the app will be in the background, and who waits for its return. */
  #asleep;
  /** One request at a time reaches the sandbox, so that an arranged fault hits the one it was arranged for. */
  #line = Promise.resolve();

  /**
   * @param {object} cell what this app is part of: it hears of each exchange
   * @param {number} startMs when it starts, by its wall clock
   * @param {(bytes: Uint8Array) => void} random
   */
  constructor(cell, startMs, random) {
    this.cell = cell;
    this.clock = new Clock(startMs);
    this.isDead = false;
    this.sleptMs = 0;
    const globals = { ...this.clock.globals, fetch: (request) => this.#fetch(request) };
    // Without the kernel's own source, this one is asked.
    const modules = { 'node:fs': { ...fs, openSync: () => assert.fail('no device') }, 'node:crypto': { randomFillSync: random } };
    this.package = loadWith(globals, modules);
  }

  #fetch(request) {
    const exchange = new Exchange(this, request);
    // A dead app hears nothing.
    return new Promise((resolve, reject) => {
      this.during(exchange.run()).then(
        (response) => this.isDead || resolve(response),
        (error) => this.isDead || reject(error),
      );
    });
  }

  /** Counts something as under way until it has ended. */
  during(promise) {
    this.#underWay++;
    const ended = () => {
      this.#underWay--;
      this.#wake();
    };
    promise.then(ended, ended);
    return promise;
  }

  /** Waits on purpose: until that is over, time may pass. */
  async pause(promise) {
    this.#underWay--;
    this.#wake();
    try {
      return await promise;
    } finally {
      this.#underWay++;
    }
  }

  /** What never ends. */
  never() {
    return this.pause(new Promise(() => {}));
  }

  /** Does something when its turn has come. */
  inLine(work) {
    const mine = this.#line.then(work);
    this.#line = mine.catch(() => {});
    return mine;
  }

  /** Until nothing is under way, and everything that followed from it has been done. */
  async quiet() {
    do {
      if (this.#underWay > 0) await this.#change();
      await turn();
    } while (this.#underWay > 0);
  }

  #change() {
    return new Promise((resolve, reject) => {
      const stuck = setTimeout(() => reject(new Error(`nothing has happened for ${STUCK_MS} ms`)), STUCK_MS);
      this.#wake = () => {
        clearTimeout(stuck);
        resolve();
      };
    });
  }

  /** Lets time pass until `isOver`, in which it may not stand still for good. */
  async live(isOver) {
    for (;;) {
      await this.quiet();
      if (isOver()) return;
      if (this.#asleep) this.#sleep();
      else {
        assert.ok(!this.clock.isIdle, 'the flow never ends: nothing is under way, and no timer is set');
        this.#ring();
      }
    }
  }

  /** Lets time pass until there is no timer any more. */
  async rest() {
    while (!this.clock.isIdle) {
      this.#ring();
      await this.quiet();
    }
  }

  #ring() {
    assert.ok(++this.#rings <= RINGS_MAX, `it goes on and on: ${RINGS_MAX} timers have rung`);
    this.clock.next();
  }

  /**
   * In the background: once nothing is under way any more, timers stall for that long. Then they ring, and after them
   * whoever waits here goes on.
   */
  background(ms) {
    this.#asleep ||= { ms, wakes: [] };
    return this.pause(new Promise((resolve) => this.#asleep.wakes.push(resolve)));
  }

  #sleep() {
    const { ms, wakes } = this.#asleep;
    this.#asleep = undefined;
    this.sleptMs += ms;
    this.clock.sleep(ms);
    for (const wake of wakes) wake();
  }

  /** The system ends it, as systems do: without a word. */
  kill() {
    this.isDead = true;
  }
}
