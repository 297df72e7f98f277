// A mini-program project that has the packed package installed, after WeChat's own "build npm".

import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after } from 'node:test';
import { installed } from '../../js/support/package.mjs';

const require = createRequire(import.meta.url);

/** Every file below a folder, as paths in it. */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/** Writes files, given as path → text or object. */
export function write(folder, files) {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), typeof contents === 'string' ? contents : JSON.stringify(contents));
  }
}

/** A folder that is gone when the file has ended. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'mini-program-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Makes a project and builds its npm packages; the code package is what remains.
 *
 * @param {string} [sub] where package.json lies: the root, or a sub-package's folder
 * @returns its folder
 */
export async function buildProject(sub = '') {
  const folder = temporary();
  write(folder, {
    'project.config.json': { appid: 'wx0123456789abcdef', compileType: 'miniprogram', setting: {} },
    'app.json': { pages: ['pages/index'], ...(sub && { subPackages: [{ root: sub, pages: ['page'] }] }) },
    'app.js': 'App({});',
    'pages/index.js': 'Page({});',
    'pages/index.wxml': '<view />',
    ...(sub && { [`${sub}/page.js`]: 'Page({});', [`${sub}/page.wxml`]: '<view />' }),
    [join(sub, 'package.json')]: { name: 'sample', version: '1.0.0', dependencies: { 'iotexplorer-client': '*' } },
  });
  await buildNpm(folder, [sub]);
  return folder;
}

/** What whoever supports base libraries before 2.14 does after "build npm": the plain module beside the compressed one. */
export function addPlain(folder) {
  copyFileSync(join(installed, 'iotexplorer_client.wasm'), join(folder, 'miniprogram_npm/iotexplorer-client/iotexplorer_client.wasm'));
}

/** What whoever has code for the official SDK does after "build npm": one more file. */
export function addCompat(folder) {
  copyFileSync(join(installed, 'weapp/compat.js'), join(folder, 'miniprogram_npm/iotexplorer-client/compat.js'));
}

/** "Build npm" in a project, with the package installed for each package.json; where these are: the root, sub-packages. */
export async function buildNpm(folder, places) {
  for (const place of places) {
    cpSync(installed, join(folder, place, 'node_modules/iotexplorer-client'), { recursive: true });
  }
  write(folder, { 'private.key': 'any text will do: nothing is uploaded' });
  const { Project, packNpm } = require('miniprogram-ci');
  const project = new Project({
    appid: 'wx0123456789abcdef',
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath: join(folder, 'private.key'),
    ignores: ['node_modules/**/*'],
  });
  const warnings = await packNpm(project, { reporter: () => {} });
  assert.deepEqual(warnings, [], 'it builds without a warning');
  for (const place of places) rmSync(join(folder, place, 'node_modules'), { recursive: true });
}
