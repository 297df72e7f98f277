// What the tools say that publishers ask before they publish.

import assert from 'node:assert/strict';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { publint } from 'publint';
import { importInProject, installed, require } from './support/package.mjs';

test('publint: nothing to say', async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false });
  assert.deepEqual(messages, []);
});

test('the types of every entry are right, however it is found', async () => {
  const tarball = readFileSync(process.env.IOTEXPLORER_TARBALL);
  const { entrypoints, problems } = await checkPackage(createPackageFromTarballData(tarball));
  assert.deepEqual(Object.keys(entrypoints), Object.keys(require('iotexplorer-client/package.json').exports));
  assert.deepEqual(problems, []);
});

test('the entries for mini-programs have the names of all others, by import as by require', async () => {
  const names = Object.keys(require('iotexplorer-client')).sort();
  for (const host of ['weapp', 'alipay', 'douyin']) {
    const specifier = `iotexplorer-client/${host}`;
    assert.deepEqual(Object.keys(require(specifier)).sort(), names, host);
    const imported = await importInProject(specifier);
    for (const name of names) assert.equal(imported[name], require(specifier)[name], `${host}: ${name}`);
  }
});
