// The workflow files, read by GitHub's own parser; and that they may no more than they must.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../../.github/workflows');
const names = readdirSync(folder);
const text = (name) => readFileSync(join(folder, name), 'utf8');
const workflows = Object.fromEntries(names.map((name) => [name, parse(text(name))]));
const jobs = Object.entries(workflows).flatMap(([name, { jobs }]) =>
  Object.entries(jobs).map(([id, job]) => ({ at: `${name}, ${id}`, id, ...job })),
);
const runs = (job) => job.steps.map(({ run }) => run ?? '').join('\n');

/** GitHub's parser. It imports JSON in a way that Node does not take, and so goes through esbuild. */
async function parser() {
  const { build } = createRequire(join(here, '../package.json'))('esbuild');
  const contents = "export { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';";
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});` },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await parser();

async function problems(name, content) {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const template = value && (await convertWorkflowTemplate(context, value, undefined, { errorPolicy: 1 }));
  return [...context.errors.getErrors(), ...(template?.errors ?? [])].map(({ message, Message }) => message ?? Message);
}

for (const name of names) {
  test(`${name} is a workflow`, async () => {
    assert.deepEqual(await problems(name, text(name)), []);
    // And what is none is found out.
    const wrong = [
      text(name).replace('runs-on:', 'run-on:'),
      text(name).replace('contents: read', 'contents: rea'),
      text(name).replace('timeout-minutes: ', 'timeout-minutes: ${{ githu.ref }} '),
    ];
    for (const content of wrong) {
      assert.notEqual(content, text(name));
      assert.notDeepEqual(await problems(name, content), [], content);
    }
  });

  test(`${name}: every action is pinned to a commit, with its version beside it`, () => {
    const used = [...text(name).matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, action]) => action);
    assert.ok(used.length > 0);
    for (const action of used) assert.match(action, /^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
}

test('a job may read, and only the one that publishes may say who it is', () => {
  for (const [name, { permissions }] of Object.entries(workflows)) {
    assert.ok(permissions && Object.values(permissions).every((right) => right === 'read'), name);
  }
  for (const { at, id, permissions = {} } of jobs) {
    const rights = Object.entries(permissions).map((right) => right.join(': '));
    assert.deepEqual(rights, id === 'publish' ? ['id-token: write'] : rights.filter((right) => right === 'contents: read'), at);
  }
  assert.ok(jobs.some(({ id }) => id === 'publish'));
});

test('what publishes runs nothing of the repository and keeps no password', () => {
  const publish = jobs.find(({ id }) => id === 'publish');
  assert.equal(publish.needs, 'build');
  assert.ok(!publish.steps.some(({ uses }) => uses?.startsWith('actions/checkout@')));
  assert.match(runs(publish), /^npm publish \.\/\*\.tgz --provenance --access public --ignore-scripts$/m);
  for (const name of names) assert.doesNotMatch(text(name), /secrets\.|_TOKEN|_PASSWORD/, name);
});

test('both run the commands that everybody runs, with the same compiler', () => {
  assert.match(runs(workflows['ci.yml'].jobs.test), /^cargo xtask test$/m);
  const build = runs(workflows['release.yml'].jobs.build);
  assert.match(build, /^cargo xtask test\n[^]*^cargo xtask release --dry-run --twice --tag "\$GITHUB_REF_NAME"$/m);
  assert.deepEqual(workflows['ci.yml'].env, workflows['release.yml'].env);
  // Nothing that anybody can name gets into a script: only through the environment.
  for (const job of jobs) assert.doesNotMatch(runs(job), /\$\{\{/, job.at);
});
