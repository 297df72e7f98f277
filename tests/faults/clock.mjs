// Time as the package under test has it: a clock that the runner moves. It belongs to one life of an app, so that a kill
// stops it for good.

import FakeTimers from '@sinonjs/fake-timers';

export class Clock {
  #clock;
  /** Timers of the runner's own, among those of the package. */
  #own = new Set();
  /** How far the wall clock has been put forward or back. */
  #shiftedMs = 0;
  #startMs;

  constructor(startMs) {
    this.#startMs = startMs;
    this.#clock = FakeTimers.createClock(startMs);
  }

  /** What the package gets in place of the host's. */
  get globals() {
    const { setTimeout, clearTimeout, Date } = this.#clock;
    return { setTimeout, clearTimeout, Date };
  }

  /** The wall clock. */
  get now() {
    return this.#clock.now;
  }

  /** How much time has passed, whatever the wall clock shows. */
  get elapsedMs() {
    return this.#clock.now - this.#startMs - this.#shiftedMs;
  }

  /** How many timers the package has set. */
  get pending() {
    return this.#clock.countTimers() - this.#own.size;
  }

  /** Whether there is a timer at all. */
  get isIdle() {
    return this.#clock.countTimers() === 0;
  }

  /** A timer of the runner's own; says how to stop it. */
  after(ms, work) {
    const id = this.#clock.setTimeout(() => {
      this.#own.delete(id);
      work();
    }, ms);
    this.#own.add(id);
    return () => {
      if (this.#own.delete(id)) this.#clock.clearTimeout(id);
    };
  }

  /** Lets time pass until the next timer, which rings. */
  next() {
    this.#clock.next();
  }

  /** Lets time pass while timers stall: what is due by then rings late, and once. */
  sleep(ms) {
    this.#clock.jump(ms);
  }

  /** Somebody sets the wall clock. Timers do not go by it. */
  set(byMs) {
    this.#shiftedMs += byMs;
    this.#clock.setSystemTime(this.#clock.now + byMs);
  }
}
