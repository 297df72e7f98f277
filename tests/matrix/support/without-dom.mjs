// Imports a script in a context that has the language and nothing else, as a server does that renders pages with the entry
// meant for browsers: no document, no fetch, no URL, no WebAssembly. Node is started with --experimental-vm-modules.
//
//   node --experimental-vm-modules without-dom.mjs FILE

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

const path = process.argv[2];
const context = vm.createContext(Object.create(null));
vm.runInContext('delete globalThis.WebAssembly; delete globalThis.console;', context);
const script = new vm.SourceTextModule(readFileSync(path, 'utf8'), {
  context,
  identifier: path,
  initializeImportMeta: (meta) => { meta.url = pathToFileURL(path).href; },
});
await script.link((specifier) => { throw new Error(`it imports ${specifier}`); });
await script.evaluate();
const { Client } = script.namespace;
if (Client) new Client({ accessToken: 'a-token' });
console.log(Object.keys(script.namespace).length, 'names');
