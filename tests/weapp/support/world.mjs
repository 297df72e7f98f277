// What flows.js works on in a seeded sandbox, and what must be true afterwards.

import assert from 'node:assert/strict';
import { freeDevices } from '../../js/support/sandbox.mjs';

/** A fresh sandbox, and a device for each flow. */
export async function makeWorld(sandbox, envelope) {
  const seed = await sandbox.reset(envelope);
  const { accessToken, families } = seed.users[0];
  const [token, wifi] = await freeDevices(sandbox, 'wifi');
  const [bluetooth] = await freeDevices(sandbox, 'bluetooth');
  return {
    endpoint: sandbox.endpoint,
    accessToken,
    familyId: families[0].familyId,
    devices: { token, wifi, bluetooth },
    gateway: seed.gateway,
    subDevices: (await freeDevices(sandbox, 'sub')).slice(0, 2),
  };
}

/** Every device is bound exactly once, in the right family, and each flow says so. */
export async function assertAllBound(sandbox, world, outcome, { isDisturbed = false } = {}) {
  // Objects of the runtime's own are not of this one's classes.
  const { results, steps } = JSON.parse(JSON.stringify(outcome));
  const { token, wifi, bluetooth, gateway } = results;
  assert.equal(world.subDevices.length, 2);
  assert.deepEqual(
    gateway.map(({ ok }) => ok),
    [true, true],
  );
  const said = [token, wifi, bluetooth, ...gateway.map(({ device }) => device)];
  const meant = [...Object.values(world.devices), ...world.subDevices];
  for (const [at, { productId, deviceName }] of meant.entries()) {
    const known = await sandbox.device({ productId, deviceName });
    assert.deepEqual([known.familyId, known.binds], [world.familyId, 1], deviceName);
    assert.deepEqual([said[at].ProductId, said[at].DeviceName], [productId, deviceName]);
    assert.deepEqual([said[at].FamilyId, said[at].confirmed], [world.familyId, true]);
  }
  const log = await sandbox.log();
  const binds = log.map(({ action }) => action).filter((action) => /Bind(Device|DeviceInFamily|DeviceFamily)$/.test(action));
  assert.equal(binds.length, meant.length, binds.join());
  if (isDisturbed) return;
  const tokenSteps = ['token-created', 'sent-to-device', 'waiting', 'token-usable', 'binding', 'bound', 'confirmed'];
  assert.deepEqual(steps.token, tokenSteps);
  for (const flow of ['wifi', 'bluetooth']) assert.deepEqual(steps[flow], ['binding', 'bound', 'confirmed']);
}
