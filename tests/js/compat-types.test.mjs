// The declarations of `iotexplorer-client/compat`: code for the official SDK compiles, and what is wrong does not, in every way in which
// TypeScript finds them. The package's own declarations are checked, too.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import ts from 'typescript';
import { installed, project, repository } from './support/package.mjs';

const folder = mkdtempSync(join(project, 'compat-types-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const read = (name) => readFileSync(join(repository, 'tests/types/compat', name), 'utf8');
const { ModuleKind, ModuleResolutionKind, ScriptTarget } = ts;

const node16 = { module: ModuleKind.Node16, moduleResolution: ModuleResolutionKind.Node16 };
const WAYS = {
  'node16, ES module': { type: 'module', options: node16, finds: 'compat.d.mts' },
  'node16, CommonJS': { type: 'commonjs', options: node16, finds: 'compat.d.cts' },
  bundler: { type: 'module', options: { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler }, finds: 'compat.d.ts' },
  'bundler, for a mini-program': {
    type: 'module',
    options: { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler },
    finds: 'wechat-compat.d.cts',
    from: 'iotexplorer-client/weapp/compat',
  },
};

function compile(name, files, { type, options, from = 'iotexplorer-client/compat' }) {
  const place = join(folder, name.replace(/\W+/g, '-'));
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), JSON.stringify({ type }));
  const paths = Object.entries(files).map(([file, text]) => {
    writeFileSync(join(place, file), text.replaceAll("'iotexplorer-client/compat'", `'${from}'`));
    return join(place, file);
  });
  const program = ts.createProgram(paths, {
    ...options,
    target: ScriptTarget.ES2020,
    lib: ['lib.es2020.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    isolatedModules: true,
    noEmit: true,
  });
  const messages = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.split('/').pop()}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  return { messages, found: program.getSourceFiles().map(({ fileName }) => fileName) };
}

for (const [name, way] of Object.entries(WAYS)) {
  test(`types of compat: ${name}`, () => {
    const { messages, found } = compile(name, { 'good.ts': read('good.ts'), 'bad.ts': read('bad.ts') }, way);
    assert.deepEqual(messages, []);
    assert.ok(found.some((path) => path.endsWith(`node_modules/iotexplorer-client/${way.finds}`)), found.join('\n'));
  });
}

test('types of compat: every line of bad.ts is refused by itself', () => {
  const bad = read('bad.ts');
  const marks = bad.split('\n').flatMap((line, at) => (line.includes('// @ts-expect-error') ? [at + 2] : []));
  assert.ok(marks.length > 10);
  const { messages } = compile('bad', { 'bad.ts': bad.replaceAll('@ts-expect-error', 'refused:') }, WAYS['node16, ES module']);
  const lines = new Set(messages.map((message) => Number(/^bad\.ts:(\d+) /.exec(message)?.[1])));
  assert.deepEqual([...lines].sort((a, b) => a - b), marks);
});

test('types of compat: whatever is declared is there, and whatever is there is declared and explained', async () => {
  const text = readFileSync(join(installed, 'compat.d.ts'), 'utf8');
  const file = ts.createSourceFile('compat.d.ts', text, ScriptTarget.ES2020, true);
  const silent = [];
  const values = [];
  for (const node of file.statements) {
    const isExported = ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (isExported && ts.getJSDocCommentsAndTags(node).length === 0) silent.push(node.getText().slice(0, 40));
    // The list of helpers repeats what stands before it.
    for (const member of node.name?.text === 'Utils' ? [] : (node.members ?? [])) {
      if (member.name && ts.getJSDocCommentsAndTags(member).length === 0) silent.push(`${node.name.text}.${member.name.getText()}`);
    }
    if (!isExported || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) continue;
    if (ts.isVariableStatement(node)) values.push(...node.declarationList.declarations.map(({ name }) => name.text));
    else values.push(node.name.text);
  }
  assert.deepEqual(silent, []);
  const { createRequire } = await import('node:module');
  const { default: byDefault, ...there } = createRequire(join(project, 'a.cjs'))('iotexplorer-client/compat');
  assert.deepEqual([...new Set(values)].sort(), Object.keys(there).sort());
  assert.equal(byDefault, there.AppDevSdk);
});
