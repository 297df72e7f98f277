// What came of a cell, held against what the table says.

import { inspect, isDeepStrictEqual } from 'node:util';
import { assertIotError, seen } from '../js/support/checks.mjs';

/** How much later than its deadline a flow may end: timers are of whole milliseconds. */
const LATE_MS = 10;

/** In one word what the caller hears, as the table says it. */
function told({ result, error }) {
  if (error) return `${error.code ?? inspect(error)}${error.mayBeBound ? '?' : ''}`;
  return result.confirmed ? 'bound' : 'unconfirmed';
}

/** The step that a request of an undisturbed flow belongs to. */
const stepOf = ({ action, cell: { flow } }) =>
  flow.usual.find((step) => flow.actions[step] === action) ?? action;

/** The outcome of each device, in order. */
function outcomesOf({ outcome, devices }) {
  const { result, error } = outcome;
  if (error) return devices.map(() => ({ error }));
  if (!Array.isArray(result)) return [{ result }];
  return result.map((one) => (one.ok ? { result: one.device } : { error: one.error }));
}

/** What came of it, and what is wrong with that: nothing, if all is well. */
export function judge(cell, expected) {
  const problems = [...cell.problems];
  const check = (holds, problem) => holds || problems.push(problem);
  const outcomes = outcomesOf(cell);
  const [first, ...others] = outcomes.map(told);
  const extra = cell.sent.length - cell.flow.usual.length;

  check(first === `${expected.outcome}${expected.mayBeBound ? '?' : ''}`, `the outcome is ${first}`);
  check(extra <= expected.extra, `${extra} requests more than undisturbed`);
  if (cell.step) check(cell.isHit, `it never came to ${cell.step}`);
  else check(isDeepStrictEqual(cell.sent.map(stepOf), cell.flow.usual), `it sent ${cell.sent.map(stepOf).join(', ')}`);
  if (Array.isArray(cell.outcome.result)) {
    const order = cell.outcome.result.map(({ subDevice }) => subDevice);
    check(isDeepStrictEqual(order, cell.devices), 'the results are not in the order of the input');
  }
  for (const [at, { result, error }] of outcomes.entries()) {
    const { productId, deviceName } = cell.devices[at];
    const { binds, familyId } = cell.states[at];
    check(binds <= 1, `${deviceName} was bound ${binds} times`);
    if (result) {
      check(binds === 1 && familyId === cell.familyId, `the caller hears of a bind of ${deviceName} that is none`);
      const DeviceId = `${productId}/${deviceName}`;
      const known = { DeviceId, ProductId: productId, DeviceName: deviceName, FamilyId: familyId };
      for (const [name, value] of Object.entries(known)) check(result[name] === value, `${name} is ${result[name]}`);
    } else {
      check(binds === 0 || error.mayBeBound === true, `${deviceName} is bound, and the caller hears that it is not`);
      const unknown = { kind: 'flow', retryable: true };
      attempt(problems, () => assertIotError(error, error.code === 'Flow.OutcomeUnknown' ? unknown : {}));
    }
    if (at > 0 && expected.isShared) check(binds === 0 && !result, `${deviceName} is bound in spite of the fault`);
    else if (at > 0) check(others[at - 1] === 'bound', `of ${deviceName} the outcome is ${others[at - 1]}`);
  }
  for (const app of cell.lives) {
    const { endedMs, sleptMs } = app;
    check(endedMs <= cell.flow.timeoutMs + sleptMs + LATE_MS, `it ended after ${endedMs} ms`);
  }
  const { abortedMs, app } = cell;
  const lateMs = abortedMs === undefined ? 0 : app.endedMs - abortedMs;
  check(lateMs === 0, `it ended ${lateMs} ms after it was cancelled`);
  order(cell, check);
  silence(cell, check);
  return { told: first, extra, problems };
}

function attempt(problems, work) {
  try {
    work();
  } catch (error) {
    problems.push(error.message.split('\n')[0]);
  }
}

/** What was bound is never bound again, and what may be bound not before the cloud has been asked. */
function order({ sent, flow: { actions }, devices }, check) {
  for (const { deviceName } of devices) {
    let isOpen = false;
    let isBound = false;
    for (const exchange of sent) {
      if (exchange.deviceName !== deviceName) continue;
      const { action, isVerdict, answer } = exchange;
      if (action === actions.bind) {
        check(!isBound, `${deviceName} was to be bound again`);
        check(!isOpen, `a bind of ${deviceName} was sent again, and the cloud not asked`);
        isOpen = !isVerdict;
        isBound = isVerdict && answer.code === undefined;
      } else if (action === actions.check && isVerdict) isOpen = false;
    }
  }
  for (const [at, { answer, atMs, app }] of sent.entries()) {
    const next = sent[at + 1];
    if (!answer?.retryAfter || next?.app !== app) continue;
    const [waitedMs, askedMs] = [next.atMs - atMs, answer.retryAfter * 1000];
    check(waitedMs >= askedMs, `it waited ${waitedMs} ms where the server asked for ${askedMs} ms`);
  }
}

/** No secret can be seen in anything that the caller gets, but for the bind token in the checkpoints. */
function silence(cell, check) {
  const secrets = [...cell.secrets, ...cell.bindTokens];
  const places = {
    'the outcome': seen(cell.outcome.error ?? cell.outcome.result),
    'what is told on the way': JSON.stringify(cell.heard),
    "the sandbox's log": JSON.stringify(cell.log),
  };
  if (Array.isArray(cell.outcome.result)) {
    places['the errors'] = cell.outcome.result.map(({ error }) => error && seen(error)).join();
  }
  const find = (text, secret, place) => check(!text.includes(secret), `${place} shows the secret ${secret}`);
  for (const [place, text] of Object.entries(places)) for (const secret of secrets) find(text, secret, place);
  const stored = cell.checkpoints.join('\n');
  for (const secret of cell.secrets) find(stored, secret, 'a checkpoint');
}
