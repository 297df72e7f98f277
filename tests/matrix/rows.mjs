// What is tried: tools as their users call them, each with the app in app/, which has to bind a device where it runs.

import assert from 'node:assert/strict';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { App, execute, installed, versionOf } from './support/app.mjs';
import {
  BROWSERS, bindsIn, bindsInChromium, bindsInDevelopment, bindsInNode, inChromium, oldNode, saysIn, theChromium, versionIn, withSandbox,
} from './support/hosts.mjs';

const INLINE = 'iotexplorer-client/inline';
const REST = 'iotexplorer_client_rest.wasm';

/**
 * @typedef Row
 * @property {string} tool
 * @property {() => string | Promise<string>} version
 * @property {string} what what is run, as a person would type it
 * @property {'light' | 'heavy'} weight with which tools; the light ones are the pick that every test run has
 * @property {() => Promise<void>} run
 * @property {string} [absent] why this system cannot run it
 */

/** @type {Row[]} */
export const ROWS = [];

let count = 0;
/** A folder's name for each app. */
const nameOf = (tool) => `${String(++count).padStart(2, '0')}-${tool.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

/** Runs commands in a fresh app, and hands it out. */
async function built(tool, commands, options) {
  const app = await App.make(nameOf(tool), options);
  for (const command of commands) await app.tool(command);
  return app;
}

/** A row for a tool of npm's: its version is what is installed. */
function row(weight, tool, owner, what, run, more) {
  ROWS.push({ tool, version: () => versionOf(weight, owner), what, weight, run, ...more });
}

// ---- Bundlers, for browsers ----

/** A bundler that is given the page and makes a folder that can be served. */
function pageBundler(weight, tool, owner, command, policy) {
  row(weight, tool, owner, command, async () => {
    const app = await built(tool, [command], { weight });
    await bindsInChromium(app.path('dist'), { policy });
  });
}

/** A bundler that is given the script, and makes one of the name; the page is copied beside it. */
function scriptBundler(weight, tool, owner, command, { script = 'page.js', tag = 'type="module"', entry, copies } = {}) {
  const note = copies ? `, then cp node_modules/iotexplorer-client/${REST} dist/` : entry ? `, with ${entry}` : '';
  row(weight, tool, owner, command + note, async () => {
    const app = await built(tool, [command], { weight, entry });
    app.edit('index.html', 'type="module" src="./page.js"', `${tag} src="./${script}"`);
    app.copy(app.path('index.html'), 'dist/index.html');
    if (copies) app.copy(join(installed, REST), join('dist', REST));
    await bindsInChromium(app.path('dist'));
  });
}

/** A bundler's own server, for development. */
function server(weight, tool, owner, command, settings = '') {
  row(weight, tool, owner, `${command} (development server)${settings && `, ${settings}`}`, async () => {
    const proxy = '{ target, changeOrigin: true, headers: { origin: target } }';
    const config = `
      const target = process.env.SANDBOX;
      export default { ${settings && `${settings}, `}server: { proxy: { '/api': ${proxy}, '/control': ${proxy} } } };`;
    await bindsInDevelopment(await App.make(nameOf(`${command}-server`), { weight, files: { 'vite.config.js': config } }), command);
  });
}

pageBundler('light', 'Vite', 'vite', 'vite build');
server('light', 'Vite', 'vite', 'vite');
// Its server moves packages elsewhere, without the files that they load.
pageBundler('heavy', 'Vite', 'vite-7', 'vite-7 build');
server('heavy', 'Vite', 'vite-7', 'vite-7', "optimizeDeps: { exclude: ['iotexplorer-client'] }");
const PACKS = { script: 'main.js', tag: 'defer' };
scriptBundler('light', 'webpack', 'webpack', 'webpack --entry ./page.js --mode production', PACKS);
scriptBundler('heavy', 'Rspack', '@rspack/core', 'rspack build --entry ./page.js --mode production', PACKS);
// Parcel writes an import map into the page, which the sandbox's own policy does not allow.
pageBundler('heavy', 'Parcel', 'parcel', 'parcel build index.html --no-cache', "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'");
for (const way of [{ entry: INLINE }, { copies: true }]) {
  scriptBundler('light', 'Rollup', 'rollup', 'rollup page.js -f es -d dist -p node-resolve={browser:true}', way);
  scriptBundler('light', 'esbuild', 'esbuild', 'esbuild page.js --bundle --format=esm --outdir=dist', way);
}

// Where the user names the file.
row('light', 'esbuild', 'esbuild', 'esbuild … --loader:.wasm=file, init(url)', async () => {
  const app = await App.make(nameOf('esbuild-url'));
  app.edit('page.js', 'bindOne(location', 'await init(url);\nbindOne(location');
  app.edit('page.js', 'import', "import { init } from 'iotexplorer-client';\nimport url from 'iotexplorer-client/iotexplorer_client.wasm';\nimport");
  await app.tool('esbuild page.js --bundle --format=esm --outdir=dist --loader:.wasm=file --target=es2022');
  app.copy(app.path('index.html'), 'dist/index.html');
  await bindsInChromium(app.path('dist'));
});

// ---- Browsers, without a bundler ----

/** The page as it lies there; the package comes from the server. */
const plainPage = (entry) => App.make(nameOf(`script-${entry}`), { entry: `/pkg/${entry}.js` });

const chromiumVersion = async () => (await theChromium()).version();
for (const entry of ['index', 'inline']) {
  ROWS.push({
    tool: 'Chromium',
    version: chromiumVersion,
    what: `<script type="module">, ${entry}.js`,
    weight: 'light',
    run: async () => {
      const app = await plainPage(entry);
      await bindsInChromium(app.folder, { pkg: installed });
    },
  });
}
for (const [name, { driver }] of Object.entries(BROWSERS)) {
  for (const entry of ['index', 'inline']) {
    ROWS.push({
      tool: name,
      version: () => versionIn(name),
      what: `<script type="module">, ${entry}.js`,
      weight: 'heavy',
      absent: driver ? undefined : name,
      run: async () => {
        const app = await plainPage(entry);
        await bindsIn(name, { www: app.folder, pkg: installed });
      },
    });
  }
  ROWS.push({
    tool: name,
    version: () => versionIn(name),
    what: 'vite build',
    weight: 'heavy',
    absent: driver ? undefined : name,
    run: async () => bindsIn(name, { www: (await built(`vite-${name}`, ['vite build'])).path('dist') }),
  });
}

// ---- Content security policies ----

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

for (const entry of ['index', 'inline']) {
  ROWS.push({
    tool: 'Content-Security-Policy',
    version: chromiumVersion,
    what: `script-src 'self' 'wasm-unsafe-eval', ${entry}.js`,
    weight: 'light',
    run: async () => {
      const app = await plainPage(entry);
      await bindsInChromium(app.folder, { pkg: installed, policy: STRICT });
    },
  });
}
const FORBIDS = {
  what: "without 'wasm-unsafe-eval': the error says so",
  page: async () => {
    const app = await plainPage('index');
    app.edit('index.html', '<title>', `<meta http-equiv="Content-Security-Policy" content="script-src 'self'"><title>`);
    return { www: app.folder, pkg: installed };
  },
  assert: (said) => assert.match(said, /^failed: IotError: .*'wasm-unsafe-eval' to its Content-Security-Policy/),
};
ROWS.push({
  tool: 'Content-Security-Policy',
  version: chromiumVersion,
  what: FORBIDS.what,
  weight: 'light',
  run: async () => withSandbox(await FORBIDS.page(), async (origin) => FORBIDS.assert((await inChromium(origin)).said)),
});
for (const [name, { driver }] of Object.entries(BROWSERS)) {
  ROWS.push({
    tool: name,
    version: () => versionIn(name),
    what: FORBIDS.what,
    weight: 'heavy',
    absent: driver ? undefined : name,
    run: async () => FORBIDS.assert(await saysIn(name, await FORBIDS.page())),
  });
}

// ---- Node ----

const nodeVersion = async (node) => (await execute(node, ['--version'])).trim().slice(1);

/** Which Nodes a row runs in: this one in the pick, the oldest besides. */
const NODES = [
  { weight: 'light', node: process.execPath },
  { weight: 'heavy', node: oldNode() },
];
for (const { weight, node } of NODES) {
  const inNode = (what, run) =>
    ROWS.push({
      tool: 'Node',
      version: () => nodeVersion(node),
      what,
      weight,
      run,
      absent: node ? undefined : 'Node 18',
    });
  inNode('import, ES module', async () => bindsInNode(node, (await built('node-esm', [], { form: 'esm' })).path('node.js')));
  inNode('require, CommonJS', async () => bindsInNode(node, (await built('node-cjs', [], { form: 'cjs' })).path('node.js')));
  inNode(`one file by esbuild --platform=node, ${INLINE}`, async () => {
    const app = await built('node-one-file', ['esbuild node.js --bundle --platform=node --outfile=server.cjs'], { entry: INLINE });
    await aloneInNode(node, app.path('server.cjs'));
  });
}

/** That a script binds where nothing else is. */
async function aloneInNode(node, script) {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
  try {
    const copy = join(folder, script.split('/').pop());
    cpSync(script, copy);
    await bindsInNode(node, copy);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// ---- Server-side rendering ----

row('light', 'Vite', 'vite', 'vite build --ssr node.js', async () => {
  const app = await built('vite-ssr', ['vite build --ssr node.js']);
  await bindsInNode(process.execPath, app.path('dist/node.js'));
});
row('light', 'Vite', 'vite', `vite build --ssr node.js, noExternal, ${INLINE}`, async () => {
  const files = { 'vite.config.js': 'export default { ssr: { noExternal: true } };' };
  const app = await built('vite-ssr-one-file', ['vite build --ssr node.js'], { entry: INLINE, files });
  app.copy(app.path('dist/node.js'), 'dist/node.mjs');
  await aloneInNode(process.execPath, app.path('dist/node.mjs'));
});
for (const entry of ['index', 'inline', 'diagnose']) {
  ROWS.push({
    tool: 'Node',
    version: () => nodeVersion(process.execPath),
    what: `${entry}.js in a context without a DOM`,
    weight: 'light',
    run: async () => {
      const script = fileURLToPath(new URL('support/without-dom.mjs', import.meta.url));
      await execute(process.execPath, ['--experimental-vm-modules', '--no-warnings', script, join(installed, `${entry}.js`)]);
    },
  });
}

// ---- TypeScript ----

const STRICTLY = {
  strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: false,
  target: 'es2022', lib: ['es2022', 'dom'],
};
const compiler = (options) => ({ 'tsconfig.json': { compilerOptions: { ...STRICTLY, ...options }, include: ['*.ts'] } });

for (const { what, type, command = 'tsc', owner = 'typescript', options } of [
  { what: 'moduleResolution node16, ES module', type: 'module', options: { module: 'node16', moduleResolution: 'node16' } },
  { what: 'moduleResolution node16, CommonJS', type: 'commonjs', options: { module: 'node16', moduleResolution: 'node16' } },
  {
    what: 'moduleResolution node10, CommonJS', type: 'commonjs', command: 'tsc-5', owner: 'typescript-5',
    options: { module: 'commonjs', moduleResolution: 'node10' },
  },
]) {
  row('light', 'TypeScript', owner, what, async () => {
    const files = compiler({ ...options, types: ['node'], outDir: 'dist' });
    const app = await built(`typescript ${what}`, [`${command} -p .`], { form: 'ts', type, files });
    await bindsInNode(process.execPath, app.path('dist/node.js'));
  });
}
row('light', 'TypeScript', 'typescript', 'moduleResolution bundler, then vite build', async () => {
  const files = compiler({ module: 'esnext', moduleResolution: 'bundler', types: ['node'], noEmit: true });
  const app = await built('typescript-bundler', ['tsc -p .', 'vite build'], { form: 'ts', files });
  await bindsInChromium(app.path('dist'));
});

// ---- What publishers ask ----

const ownVersion = (name) => JSON.parse(readFileSync(join(process.env.IOTEXPLORER_REPO, 'tests/node_modules', name, 'package.json'), 'utf8')).version;

ROWS.push({
  tool: 'publint',
  version: () => ownVersion('publint'),
  what: 'strictly: errors, warnings, suggestions',
  weight: 'heavy',
  run: async () => {
    assert.deepEqual((await publint({ pkgDir: installed, pack: false, strict: true })).messages, []);
  },
});
ROWS.push({
  tool: '@arethetypeswrong',
  version: () => ownVersion('@arethetypeswrong/core'),
  what: 'every entry, by every resolution',
  weight: 'heavy',
  run: async () => {
    const { problems, entrypoints } = await checkPackage(createPackageFromTarballData(readFileSync(process.env.IOTEXPLORER_TARBALL)));
    assert.ok(Object.keys(entrypoints).length > 3);
    assert.deepEqual(problems, []);
  },
});
