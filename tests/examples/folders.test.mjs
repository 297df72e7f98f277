// The examples' folders: what somebody finds who copies one.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository, require } from '../js/support/package.mjs';
import { folderOf, run } from './support/examples.mjs';

const examples = join(repository, 'examples');
const names = readdirSync(examples, { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => name);
const read = (name, file) => readFileSync(join(examples, name, file), 'utf8');
const CLIENT = 'iotexplorer-client';

test('there are the four, and each is set up', () => {
  assert.deepEqual([...names].sort(), ['same-origin-proxy', 'sign-in-server', 'signing-server', 'web-react']);
  for (const name of names) assert.ok(existsSync(join(folderOf(name), 'node_modules')), name);
});

for (const name of names) {
  test(`${name}: what it depends on is this package's version, and locked`, () => {
    const { dependencies } = JSON.parse(read(name, 'package.json'));
    const { packages } = JSON.parse(read(name, 'package-lock.json'));
    assert.deepEqual(packages[''].dependencies, dependencies);
    for (const dependency of Object.keys(dependencies)) assert.ok(packages[`node_modules/${dependency}`], dependency);
    const { version } = require(`${CLIENT}/package.json`);
    if (name === 'same-origin-proxy') return assert.equal(dependencies[CLIENT], undefined);
    assert.equal(dependencies[CLIENT], `^${version}`);
    assert.equal(packages[`node_modules/${CLIENT}`].version, version);
    // What runs in these tests is what was packed.
    const file = join('node_modules', CLIENT, 'package.json');
    const installed = readFileSync(join(folderOf(name), file), 'utf8');
    assert.equal(installed, readFileSync(join(process.env.IOTEXPLORER_PROJECT, file), 'utf8'));
  });

  test(`${name}: the READMEs show the same code, lead somewhere, and name the settings there are`, () => {
    const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((file) => read(name, file));
    const code = (text) => [...text.matchAll(/^```(?:js|json)\n([^]*?)^```$/gm)].map(([, body]) => body);
    const links = (text) => [...text.matchAll(/\]\(([^)#]+)/g)].map(([, to]) => to.replace('.zh-CN', ''));
    assert.deepEqual(code(english), code(chinese));
    assert.deepEqual(links(english), links(chinese));
    for (const to of links(english).filter((one) => !/^https:/.test(one))) assert.ok(existsSync(join(examples, name, to)), to);
    if (!existsSync(join(examples, name, '.env.example'))) return;
    const settings = [...read(name, '.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, setting]) => setting);
    const server = read(name, 'server.js');
    assert.ok(settings.length >= 5);
    for (const setting of settings) assert.match(server, new RegExp(`\\b${setting}\\b`), setting);
  });
}

/** What the example settings leave open. */
const FILLED_IN = { 'sign-in-server': { APP_KEY: 'a-key', APP_SECRET: 'a-secret-of-tests' } };

for (const name of names.filter((one) => existsSync(join(examples, one, 'server.js')))) {
  test(`${name}: starts as its README says, from .env.example`, async () => {
    const { scripts } = JSON.parse(read(name, 'package.json'));
    const [program, ...args] = scripts.start.split(' ');
    assert.deepEqual([program, args[0]], ['node', '--env-file=.env']);
    args[0] = `--env-file=${join(folderOf(name), '.env.example')}`;
    // What the environment has goes before the file.
    const server = run(name, args, { PORT: '0', ...FILLED_IN[name] });
    await server.says(/Server listening at http:\/\/127\.0\.0\.1:/);
  });
}

test('the README of the repository leads to each, in both languages', () => {
  for (const [file, readme] of [['README.md', 'README.md'], ['README.zh-CN.md', 'README.zh-CN.md']]) {
    const text = readFileSync(join(repository, file), 'utf8');
    for (const name of names) assert.ok(text.includes(`(examples/${name}/${readme})`), `${file}: ${name}`);
  }
});
