// One cell of the matrix: one flow, run once against the sandbox, with one fault in one of its steps.

import { AssertionError } from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { App } from './app.mjs';
import { SECRETS } from './flows.mjs';

/** How long it takes until a killed app is started again. */
const RESTART_MS = 10_000;

/** Rejections that nobody handled. */
const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

/** Numbers that look random and are the same each time (mulberry32, seeded with a text). */
function dice(text) {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

export class Cell {
  constructor({ sandbox, flow, step, fault = {}, style, name }) {
    const { control, seed } = sandbox;
    Object.assign(this, { control, seed, flow, step, fault, style, random: dice(name) });
    /** Every request of the package's, in order. */
    this.sent = [];
    this.checkpoints = [];
    /** Everything that the package told: events and progress. */
    this.heard = [];
    this.secrets = new Set(SECRETS);
    this.bindTokens = new Set();
    this.onlineMs = 0;
    this.skewMs = 0;
    this.renews = false;
    this.isHit = false;
    this.lives = [];
    /** What is wrong, apart from the outcome. */
    this.problems = [];
  }

  keep(secret) {
    this.secrets.add(secret);
  }

  /** The bind token is a secret that may stand in checkpoints. */
  learn(bindToken) {
    this.bindToken = bindToken;
    this.bindTokens.add(bindToken);
  }

  async run() {
    const { flow, fault, control } = this;
    await control.post('reset', { envelope: this.style });
    [this.user] = this.seed.users;
    this.familyId = this.user.families[0].familyId;
    for (const { accessToken } of this.seed.users) this.keep(accessToken);
    for (const { productSecret } of this.seed.products) this.keep(productSecret);
    for (const { psk } of this.seed.devices) this.keep(psk);
    fault.before?.(this);
    await this.#begin(Date.now() + this.skewMs);
    await flow.arrange(this);
    for (;;) {
      await this.#live();
      if (this.outcome) break;
      await this.#begin(this.app.clock.now + RESTART_MS);
    }
    await this.#end();
    if (this.broken) throw this.broken;
    return this;
  }

  /** Starts the app. */
  async #begin(startMs) {
    this.app = new App(this, startMs, (bytes) => {
      for (let at = 0; at < bytes.length; at++) bytes[at] = this.random();
    });
    this.lives.push(this.app);
    this.controller = new AbortController();
    this.signal = this.controller.signal;
    await this.app.package.init();
    const { accessToken } = this.user;
    this.client = new this.app.package.Client({
      accessToken: this.renews ? () => this.app.during(this.#accessToken()) : accessToken,
      endpoint: this.seed.endpoint,
      onEvent: (event) => this.heard.push(event),
    });
  }

  async #live() {
    const { app } = this;
    this.flow.start(this).then(
      (result) => app.isDead || (this.outcome = { result }),
      (error) => app.isDead || (this.outcome = { error }),
    );
    await app.live(() => this.outcome || app.isDead);
    app.endedMs = app.clock.elapsedMs;
  }

  /** The app's own server: it hands out the user's access token, a new one if the last has run out. */
  async #accessToken() {
    const { userId } = this.user;
    const { users } = await this.control.get('seed');
    const { accessToken } = users.find((one) => one.userId === userId);
    if (accessToken) return accessToken;
    const renewed = await this.control.post('token', { userId, op: 'renew' });
    this.keep(renewed.accessToken);
    return renewed.accessToken;
  }

  /** Has a device come online when it is to. */
  async whenOnline(comes) {
    const { app, onlineMs } = this;
    if (onlineMs === 0) await comes();
    else if (onlineMs < Infinity) app.clock.after(onlineMs, () => app.during(comes()));
  }

  /** Lets so much time pass. */
  takes(ms) {
    const { app } = this;
    return app.pause(new Promise((resolve) => app.clock.after(ms, resolve)));
  }

  /** What becomes of a request. */
  async treat(exchange) {
    const { flow, step, fault } = this;
    const { actions } = flow;
    // A list of sub-devices names none; they are bound one after the other.
    exchange.deviceName = exchange.params.DeviceName ?? this.sent.at(-1)?.deviceName;
    this.sent.push(exchange);
    // What is asked after a lost answer is asked only if one was lost.
    if (step === 'check' && exchange.action === actions.bind && !this.isLost) {
      this.isLost = true;
      return exchange.arranged('drop-after');
    }
    if (!this.isHit && exchange.action === actions[step]) {
      this.isHit = true;
      this.hitName = exchange.deviceName;
      await fault.begin?.(this);
      return fault.hit ? fault.hit(exchange) : exchange.pass();
    }
    return this.isHit && fault.after ? fault.after(exchange) : exchange.pass();
  }

  /** What becomes of a function of the caller's. */
  asked(step, work) {
    const { app, fault } = this;
    const isHere = !this.isHit && step === this.step;
    if (isHere) this.isHit = true;
    const answer = async () => {
      if (!isHere) return work();
      await fault.begin?.(this);
      return fault.asked ? fault.asked(this, work) : work();
    };
    return app.during(this.sound(answer()));
  }

  /** What goes wrong in the runner itself must not pass for a fault. */
  async sound(work) {
    try {
      return await work;
    } catch (error) {
      if (error instanceof AssertionError) this.broken ??= error;
      throw error;
    }
  }

  /** The user cancels. */
  abort() {
    this.abortedMs = this.app.clock.elapsedMs;
    this.controller.abort();
  }

  /** What is left behind, and what came of it all. */
  async #end() {
    const { app } = this;
    if (app.clock.pending > 0) this.problems.push(`${app.clock.pending} timers are left`);
    const open = this.sent.filter((exchange) => exchange.app === app && !exchange.isOver);
    if (open.length > 0) this.problems.push(`left in flight: ${open.map(({ action }) => action).join(', ')}`);
    const listeners = getEventListeners(this.signal, 'abort').length;
    if (listeners > 0) this.problems.push(`${listeners} listeners are left on the signal`);
    // What is still on its way arrives, and changes nothing any more.
    await app.rest();
    for (const reason of unhandled.splice(0)) this.problems.push(`a rejection was not handled: ${reason}`);
    this.log = (await this.control.get('log')).requests;
    this.states = await Promise.all(this.devices.map((device) => this.control.device(device)));
  }
}
