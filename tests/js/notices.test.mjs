// The package's notices of whose code is in its modules, held against what the repository depends on.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { installed, repository } from './support/package.mjs';

const notices = readFileSync(join(installed, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
const [head, ...texts] = notices.split(/^-{80}$/m).map((part) => part.trim());
const listed = [...head.matchAll(/^([\w-]+) (\d\S+): (.+?)(?: \(taken: (.+)\))?$/gm)].map(([, name, version, offered, taken]) => ({
  label: `${name} ${version}`,
  name,
  taken: taken ?? offered,
}));

test('every crate that the module depends on is named, in the version that is locked', () => {
  const manifest = readFileSync(join(repository, 'Cargo.toml'), 'utf8');
  const sections = [...manifest.matchAll(/^\[(?:target\.'cfg\(target_arch = "wasm32"\)'\.)?dependencies\]\n([^]*?)(?=^\[)/gm)];
  const direct = sections.flatMap(([, section]) => [...section.matchAll(/^([\w-]+) = /gm)].map(([, name]) => name));
  assert.equal(sections.length, 2);
  assert.ok(direct.length > 10, direct.join());
  const lock = readFileSync(join(repository, 'Cargo.lock'), 'utf8');
  for (const name of direct) {
    const [, version] = new RegExp(`^name = "${name}"\nversion = "(.+)"$`, 'm').exec(lock);
    assert.ok(listed.some(({ label }) => label === `${name} ${version}`), `${name} ${version}`);
  }
  assert.match(head, /^Rust's standard library \(.*\bstd\b.*\): MIT OR Apache-2\.0 \(taken: MIT\), of rustc \d/m);
});

test('each comes with the text of the licence that is taken', () => {
  const words = {
    MIT: /Permission is hereby granted, free of charge/i,
    'BSD-3-Clause': /Redistribution and use in source and binary forms/,
    'Unicode-3.0': /UNICODE LICENSE V3/,
  };
  for (const { label, taken } of listed) {
    const own = texts.filter((text) => text.split('\n', 1)[0].split(', ').includes(label));
    assert.equal(own.length, taken.split(' AND ').length, label);
    for (const licence of taken.split(' AND ')) {
      assert.ok(own.some((text) => words[licence]?.test(text.replace(/\s+/g, ' '))), `${label}: ${licence}`);
    }
  }
});

test('nothing of the machine that made the package is in it', () => {
  assert.doesNotMatch(notices, /\/(?:root|home|Users|usr)\/|\.cargo|registry\/src/);
});
