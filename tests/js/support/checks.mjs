// What the tests hold errors and texts against.

import assert from 'node:assert/strict';
import { inspect, types } from 'node:util';

/** Longer than anything here takes, shorter than anybody waits. */
const NEVER_MS = 20_000;

/** Waits for a promise, and fails if it never settles. */
export async function settled(promise, ms = NEVER_MS) {
  let timer;
  const never = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new assert.AssertionError({ message: `not settled after ${ms} ms` })), ms);
  });
  try {
    return await Promise.race([promise, never]);
  } finally {
    clearTimeout(timer);
  }
}

const KINDS = ['api', 'parameter', 'network', 'timeout', 'aborted', 'protocol', 'init', 'flow'];
const REMEDIES = ['retry', 'wait', 'sign-in', 'new-token', 'console', 'fix-input', 'none'];

/** That it is an IotError with everything every one of them has, and with the properties in `expected`. */
export function assertIotError(error, expected = {}, at = '') {
  const shown = `${at} ${inspect(error)}`;
  // One of another context is no instance of this one's class.
  assert.ok(types.isNativeError(error), shown);
  assert.equal(Object.prototype.toString.call(error), '[object Error]', shown);
  assert.equal(error.constructor.name, 'IotError', shown);
  assert.equal(error.name, 'IotError', shown);
  assert.ok(KINDS.includes(error.kind), shown);
  assert.ok(REMEDIES.includes(error.remedy), shown);
  assert.equal(typeof error.retryable, 'boolean', shown);
  assert.ok(typeof error.code === 'string' && error.code !== '', shown);
  assert.equal(error.category, error.code.split('.')[0], shown);
  assert.ok(typeof error.message === 'string' && error.message !== '', shown);
  assert.match(error.describe('en'), /^[\x20-\x7e’…]*[A-Za-z][^]*\.$/u, shown);
  assert.match(error.describe('zh'), /\p{Script=Han}[^]*。$/u, shown);
  assert.equal(JSON.parse(JSON.stringify(error)).code, error.code, shown);
  if (error.action !== undefined) assert.ok(error.message.includes(error.action), shown);
  for (const [name, value] of Object.entries(expected)) {
    if (value instanceof RegExp) assert.match(String(error[name]), value, `${name} of${shown}`);
    else assert.deepEqual(error[name], value, `${name} of${shown}`);
  }
  return error;
}

/** The IotError that a promise rejects with. */
export async function rejected(promise, expected, at = '') {
  let value;
  try {
    value = await settled(promise);
  } catch (error) {
    return assertIotError(error, expected, at);
  }
  return assert.fail(`${at} resolved with ${inspect(value)}`);
}

/** The IotError that a function throws. */
export function thrown(work, expected, at = '') {
  let value;
  try {
    value = work();
  } catch (error) {
    return assertIotError(error, expected, at);
  }
  return assert.fail(`${at} returned ${inspect(value)}`);
}

/** Everything that can be seen of a value. */
export function seen(value) {
  const texts = [inspect(value, { depth: 20, showHidden: true, getters: true }), inspect(value, { depth: 20 })];
  texts.push(String(value), JSON.stringify(value) ?? '');
  if (value instanceof Error) texts.push(value.message, String(value.stack));
  if (value?.name === 'IotError') texts.push(value.describe('en'), value.describe('zh'));
  return texts.join('\n');
}

/** That none of the secrets can be seen. */
export function assertHides(value, secrets, at = '') {
  assert.ok(secrets.length > 0 && secrets.every((secret) => secret.length > 4), 'there is something to look for');
  const text = seen(value);
  for (const secret of secrets) assert.ok(!text.includes(secret), `${at} shows ${secret}: ${text}`);
}
