// The declarations of the packed package, as installed in the project that IOTEXPLORER_PROJECT names: what must compile
// does, and what must not does not, under every way in which TypeScript finds them. The package's own declarations are
// checked too (no skipLibCheck), with and without the DOM's.

import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const project = process.env.IOTEXPLORER_PROJECT;
assert.ok(project, 'IOTEXPLORER_PROJECT must name a project with the packed package installed');
const installed = join(project, 'node_modules/iotexplorer-client');
const sources = join(dirname(fileURLToPath(import.meta.url)), '../types');
// Inside the project, so that the package is found as a user's files find it.
const folder = mkdtempSync(join(project, 'types-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const { ModuleKind, ModuleResolutionKind, ScriptTarget } = ts;
const nodenext = { module: ModuleKind.NodeNext, moduleResolution: ModuleResolutionKind.NodeNext };
const node16 = { module: ModuleKind.Node16, moduleResolution: ModuleResolutionKind.Node16 };
const bundler = { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler };
const WAYS = [
  { name: 'nodenext, ES module', type: 'module', options: nodenext, finds: 'node.d.mts' },
  { name: 'nodenext, CommonJS', type: 'commonjs', options: nodenext, finds: 'node.d.cts' },
  { name: 'node16, ES module', type: 'module', options: node16, finds: 'node.d.mts' },
  { name: 'node16, CommonJS', type: 'commonjs', options: node16, finds: 'node.d.cts' },
  { name: 'bundler', type: 'module', options: bundler, finds: 'index.d.ts' },
];
const LIBRARIES = [
  { name: 'ES2020 alone', lib: ['lib.es2020.d.ts'], dom: false },
  { name: 'ES2022 and the DOM', lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], dom: true },
];

let count = 0;

/** The messages of the compiler about `files`, and which declarations it found. */
function compile(files, { type, options }, lib) {
  const place = join(folder, String(count++));
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), JSON.stringify({ type }));
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(place, name), text);
    return join(place, name);
  });
  const program = ts.createProgram(paths, {
    ...options,
    target: ScriptTarget.ES2020,
    lib,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: false,
    isolatedModules: true,
    noEmit: true,
  });
  const messages = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.split('/').pop()}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  return { messages, found: program.getSourceFiles().map(({ fileName }) => fileName) };
}

const read = (name) => readFileSync(join(sources, name), 'utf8');

for (const way of WAYS) {
  for (const { name, lib, dom } of LIBRARIES) {
    test(`types: ${way.name}, ${name}`, () => {
      const files = { 'good.ts': read('good.ts'), 'bad.ts': read('bad.ts') };
      if (dom) files['dom.ts'] = read('dom.ts');
      const { messages, found } = compile(files, way, lib);
      assert.deepEqual(messages, []);
      const wanted = `node_modules/iotexplorer-client/${way.finds}`;
      assert.ok(found.some((path) => path.endsWith(wanted)), `${wanted} was not what was found`);
      assert.equal(found.some((path) => path.endsWith('lib.dom.d.ts')), dom);
    });
  }
}

test('types: a library without async iterators will do', () => {
  const use = `import { Client } from 'iotexplorer-client';
    export const first = (client: Client) => client.all('AppGetFamilyList').next().then(({ value }) => value?.FamilyId);
    export const text: (client: Client) => Promise<string | undefined> = first;`;
  for (const way of WAYS) assert.deepEqual(compile({ 'old.ts': use }, way, ['lib.es2017.d.ts']).messages, [], way.name);
});

test('types: every line of bad.ts is refused by itself', () => {
  const bad = read('bad.ts');
  const marks = bad.split('\n').flatMap((line, at) => (line.includes('// @ts-expect-error') ? [at + 1] : []));
  assert.ok(marks.length > 40);
  const { messages } = compile({ 'bad.ts': bad.replaceAll('@ts-expect-error', 'refused:') }, WAYS[0], LIBRARIES[0].lib);
  const lines = new Set(messages.map((message) => Number(/^bad\.ts:(\d+) /.exec(message)?.[1])));
  // Exactly the lines after the marks: nothing is refused for another reason.
  assert.deepEqual([...lines].sort((a, b) => a - b), marks.map((line) => line + 1));
});

test('types: what the package lists is there, licences and READMEs included', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of manifest.files) assert.ok(existsSync(join(installed, name)), name);
  for (const name of ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md']) {
    assert.ok(manifest.files.includes(name), `${name} was left out`);
  }
  assert.equal(manifest.dependencies, undefined);
});

test('types: every parameter, field and method says what it is', () => {
  const path = join(folder, 'index.d.ts');
  copyFileSync(join(installed, 'index.d.ts'), path);
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ScriptTarget.ES2020, true);
  const silent = [];
  let seen = 0;
  const visit = (node, owner) => {
    if (ts.isInterfaceDeclaration(node)) owner = node.name.text;
    const isMember = ts.isPropertySignature(node) || ts.isMethodSignature(node);
    if (isMember && /^App|^ActionMethods$|^RequestBuilders$|^DeviceList$/.test(owner ?? '')) {
      seen++;
      if (ts.getJSDocCommentsAndTags(node).length === 0) silent.push(`${owner}.${node.name.getText()}`);
    }
    ts.forEachChild(node, (child) => visit(child, owner));
  };
  visit(file);
  assert.deepEqual(silent, []);
  assert.ok(seen > 50, `only ${seen} members were found`);
});
