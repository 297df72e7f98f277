'use strict';
// Node's half of the package: files by path, randomness from its own module (Node 18 has no global `crypto`).
const { randomFillSync } = require('node:crypto');
const { readFile } = require('node:fs/promises');
const { fileURLToPath } = require('node:url');
const { create, instantiate } = require('./core.cjs');

/** Reads what is a file; `undefined` leaves an address to fetch. */
async function readPath(source) {
  const address = String(source);
  if (address.startsWith('file:')) return readFile(fileURLToPath(address));
  // A scheme has at least two letters; one letter is a drive.
  return typeof source === 'string' && !/^[a-z][a-z0-9+.-]+:/i.test(address) ? readFile(address) : undefined;
}

exports.createForNode = (getDefault) =>
  create({
    language: 'en',
    secretsAllowed: true,
    random: (bytes) => randomFillSync(bytes),
    load: async (source, imports) =>
      instantiate(source === undefined ? await getDefault() : source, imports, readPath),
  });
