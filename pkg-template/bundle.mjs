// Assembles the npm package: node pkg-template/bundle.mjs --wasm FILE --glue FILE --out DIR --version X.Y.Z [--root DIR]
//
// --wasm     the finished module, and --glue the `…_bg.js` that wasm-bindgen (--target bundler) wrote for it
// --out      the package's directory; emptied first
// --root     where READMEs and licences are; the repository by default
// --unminified  keeps the browsers' code readable too
//
// esbuild comes from tests/node_modules. Everything that can be seen to be wrong here stops the build.

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const text = { type: 'string' };
const { values: options } = parseArgs({
  options: { wasm: text, glue: text, out: text, version: text, root: text, unminified: { type: 'boolean' } },
});
for (const name of ['wasm', 'glue', 'out', 'version']) {
  if (!options[name]) fail(`--${name} is missing`);
}
const out = resolve(options.out);
const root = resolve(options.root ?? join(here, '..'));
const { build } = createRequire(join(here, '../tests/package.json'))('esbuild');

const wasm = readFileSync(options.wasm);
const { factory, importModule } = await makeGlueFactory();

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await Promise.all([bundleCore('esm', 'core.js'), bundleCore('cjs', 'core.cjs')]);
writeEntries();
writeTypes();
writeManifest();

function fail(message) {
  console.error(`bundle.mjs: ${message}`);
  process.exit(1);
}

/** esbuild with what all its uses here share. */
async function bundle(options) {
  const result = await build({
    bundle: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    platform: 'neutral',
    target: 'es2020',
    ...options,
  });
  return result.outputFiles[0].text;
}

/**
 * Wraps wasm-bindgen's glue into a function. The glue keeps its state in module variables, so one copy serves one
 * instance; after a crash there is a new instance, and calling the function again gives it a fresh copy.
 */
async function makeGlueFactory() {
  const code = await bundle({ entryPoints: [resolve(options.glue)], format: 'esm' });
  // esbuild gathers the exports in one statement at the end.
  const parts = /^([\s\S]*)\nexport \{([^}]*)\};\s*$/.exec(code);
  if (!parts || /^\s*(import|export)\b/m.test(parts[1])) fail('the glue has a shape that is not understood');
  const names = parts[2].split(',').map((name) => name.trim().split(/\s+as\s+/));
  const properties = names.filter(([name]) => name).map(([local, name = local]) => `${name}: ${local}`);
  const body = `${parts[1]}\nreturn { ${properties.join(', ')} };`;
  checkModule(new Function(body)());
  return { factory: `function makeGlue() {\n${body}\n}`, importModule: moduleImports()[0].module };
}

function moduleImports() {
  return WebAssembly.Module.imports(new WebAssembly.Module(wasm));
}

/** Holds module and glue against each other, and against what facade.js takes for granted. */
function checkModule(glue) {
  const imports = moduleImports();
  const from = new Set(imports.map(({ module }) => module));
  if (from.size !== 1) fail(`the module imports from ${from.size} places, not 1: ${[...from].join(', ')}`);
  const strange = imports.filter(({ kind, name }) => kind !== 'function' || typeof glue[name] !== 'function');
  if (strange.length) fail(`the glue does not offer ${strange.map(({ name }) => name).join(', ')}`);
  const needed = 'setup ask open close start step webRequest __wbg_set_wasm';
  const missing = needed.split(' ').filter((name) => typeof glue[name] !== 'function');
  if (missing.length) fail(`the glue lacks ${missing.join(', ')}`);
}

async function bundleCore(format, name) {
  const contents = `export const importModule = ${JSON.stringify(importModule)};\nexport ${factory}`;
  const glue = {
    name: 'glue',
    setup(build) {
      build.onResolve({ filter: /^#glue$/ }, () => ({ path: 'glue', namespace: 'glue' }));
      build.onLoad({ filter: /.*/, namespace: 'glue' }, () => ({ contents, loader: 'js' }));
    },
  };
  const entryPoints = [join(here, 'core.js')];
  // Servers do not count bytes, and Node prints the whole line from which an uncaught error came.
  const minify = format === 'esm' && !options.unminified;
  const code = await bundle({ entryPoints, format, minify, plugins: [glue] });
  writeFileSync(join(out, name), code);
}

/** The entries are short and stay readable; bundlers look for the literal address in index.js. */
function writeEntries() {
  for (const name of readdirSync(join(here, 'entries'))) copyFileSync(join(here, 'entries', name), join(out, name));
  copyFileSync(options.wasm, join(out, 'iotexplorer_client.wasm'));
  const base64 = wasm.toString('base64');
  writeFileSync(join(out, 'inline-wasm.js'), `export default '${base64}';\n`);
  writeFileSync(join(out, 'inline-wasm.cjs'), `module.exports = '${base64}';\n`);
}

/** One set of declarations, and what TypeScript needs to see it as a module of the right kind everywhere. */
function writeTypes() {
  const read = (name) => readFileSync(join(here, name), 'utf8');
  const types = `${read('types.d.ts')}\n${read('generated/actions.d.ts')}`;
  const again = (from) => `export * from '${from}';\n`;
  const files = {
    'index.d.ts': types,
    'inline.d.ts': again('./index.js'),
    'node.d.mts': again('./index.js'),
    'inline.d.mts': again('./index.js'),
    // CommonJS cannot speak of an ES module's types without importing it, so it has a copy.
    'node.d.cts': types,
    'inline.d.cts': again('./node.cjs'),
  };
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(out, name), contents);
}

function writeManifest() {
  const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  manifest.version = options.version;
  for (const name of manifest.files.filter((name) => /^[A-Z]/.test(name))) {
    if (existsSync(join(root, name))) copyFileSync(join(root, name), join(out, name));
    else {
      // While the repository is being set up; the tests of the package insist on them.
      console.error(`bundle.mjs: left out ${name}, which is missing`);
      manifest.files.splice(manifest.files.indexOf(name), 1);
    }
  }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const found = readdirSync(out).filter((name) => name !== 'package.json').sort();
  const listed = [...manifest.files].sort();
  const odd = [...found.filter((name) => !listed.includes(name)), ...listed.filter((name) => !found.includes(name))];
  if (odd.length) fail(`"files" and the package disagree about ${odd.join(', ')}`);
}
