// Examples taken out of Markdown and run. A fence marked `js test=name` is one; what the example leaves to its reader (the
// user's access token, the device, the server) is handed to it by name.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { settled } from './checks.mjs';
import { repository, require, runInProject } from './package.mjs';

/** Name → code, of a page of Markdown below the repository. */
export function examples(page) {
  const text = readFileSync(join(repository, page), 'utf8');
  const found = [...text.matchAll(/^```js test=(\w+)\n([^]*?)^```$/gm)].map(([, name, code]) => [name, code]);
  assert.equal(new Set(found.map(([name]) => name)).size, found.length, `${page}: a name stands twice`);
  return Object.fromEntries(found);
}

/** The code without what differs between languages: comments, and words that are shown. */
export const plainCode = (code) =>
  code
    .replace(/\/\/.*$/gm, '')
    .replace(/\s+\n/g, '\n')
    .replace(/'(?:bound|attached|已绑定|已挂载|en|zh)'/g, "'…'")
    .replace(/\b(?:en|zh)\b/g, '…')
    .replace(/new Error\('[^']*'\)/g, 'new Error()');

/**
 * Runs an example with the names in `given`, and hands out what it printed. The examples call the real cloud; here a Client
 * that is given no endpoint goes to the sandbox, and that is the only difference.
 */
export async function runExample(sandbox, code, given) {
  const key = `example-${Math.random()}`;
  const printed = [];
  const { Client } = require('iotexplorer-client');
  class SandboxClient extends Client {
    constructor(options) {
      super({ endpoint: sandbox.endpoint, ...options });
    }
  }
  // The imports themselves are run too: a name that the package lacks fails there.
  const imports = code.match(/^import .* from 'iotexplorer-client(?:\/\w+)?'$/gm);
  assert.ok(imports?.length, 'an example says where it takes its names from');
  const taken = {};
  const imported = imports.flatMap((line) => {
    const [, names, from] = /\{(.*)\} from '(.*)'/.exec(line);
    return names.split(',').map((name) => {
      taken[name.trim()] = name.trim() === 'Client' ? SandboxClient : require(from)[name.trim()];
      return name.trim();
    });
  });
  globalThis[key] = {
    ...given,
    package: taken,
    console: {
      log: (...words) => printed.push(words.map((word) => (typeof word === 'string' ? word : inspect(word))).join(' ')),
    },
  };
  const body = code.replace(/^import .*$/gm, '');
  await runInProject(imports.join('\n'));
  try {
    await settled(
      runInProject(`
      const { ${imported.join(', ')} } = globalThis[${JSON.stringify(key)}].package;
      const { ${['console', ...Object.keys(given)].join(', ')} } = globalThis[${JSON.stringify(key)}];
      ${body}`),
    );
  } finally {
    delete globalThis[key];
  }
  return printed;
}
