// What the documents in the repository's root point to is there.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const text = (name) => readFileSync(join(root, name), 'utf8');

/** GitHub's name for a heading. */
const anchor = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
const anchors = (name) => [...text(name).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading));

for (const name of readdirSync(root).filter((name) => name.endsWith('.md'))) {
  test(`${name}: every link within the repository leads somewhere`, () => {
    const links = [...text(name).matchAll(/\]\(((?!https?:)[^)\s]+)\)/g)].map(([, link]) => link);
    for (const link of links) {
      const [path, heading] = link.split('#');
      assert.ok(existsSync(join(root, path)), link);
      if (heading) assert.ok(anchors(path || name).includes(decodeURIComponent(heading)), link);
    }
  });
}

test('ARCHITECTURE.md names no file that is not there', () => {
  const named = [...text('ARCHITECTURE.md').matchAll(/(?<![\w/.-])((?:src|pkg-template|sandbox|examples|www|xtask|tests|fuzz)\/[\w./*-]*\w)/g)];
  assert.ok(named.length > 50);
  for (const [, path] of named.filter(([, path]) => !path.includes('*'))) assert.ok(existsSync(join(root, path)), path);
});
