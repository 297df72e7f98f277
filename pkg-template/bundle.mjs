// Assembles the npm package: node pkg-template/bundle.mjs --wasm FILE --glue FILE --diagnose-wasm FILE --diagnose-glue FILE
//   --notices FILE --out DIR --version X.Y.Z [--root DIR]
//
// --wasm     the finished module, and --glue the `…_bg.js` that wasm-bindgen (--target bundler) wrote for it
// --calls-wasm, --rest-wasm  the same module in two parts, for the web
// --diagnose-wasm, --diagnose-glue  the same, with the feature `diagnose`
// --notices  whose code the modules are compiled from, and under which licence
// --out      the package's directory; emptied first
// --root     where READMEs and licences are; the repository by default
// --unminified  keeps the browsers' code readable too
//
// esbuild, terser and UglifyJS come from tests/node_modules. Everything that can be seen to be wrong here stops the build.

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { SHIFTS, fromText, toText } from './bytes.js';

const here = dirname(fileURLToPath(import.meta.url));
const text = { type: 'string' };
const { values: options } = parseArgs({
  options: {
    wasm: text,
    glue: text,
    'calls-wasm': text,
    'rest-wasm': text,
    'diagnose-wasm': text,
    'diagnose-glue': text,
    notices: text,
    out: text,
    version: text,
    root: text,
    unminified: { type: 'boolean' },
  },
});
for (const name of ['wasm', 'glue', 'calls-wasm', 'rest-wasm', 'diagnose-wasm', 'diagnose-glue', 'notices', 'out', 'version']) {
  if (!options[name]) fail(`--${name} is missing`);
}
const out = resolve(options.out);
const root = resolve(options.root ?? join(here, '..'));
const requireTool = createRequire(join(here, '../tests/package.json'));
const { build } = requireTool('esbuild');
const terser = requireTool('terser');
const uglify = requireTool('uglify-js');

/** What the web asks for when more than calls is needed. */
const REST = 'iotexplorer_client_rest.wasm';
/** What the part of the module that calls take is called in the script that holds it. */
const CALLS = '$calls';
/** Has V8 compile a script's functions while it comes in, in a thread of their own, rather than one by one when they are called. */
const COMPILE_EARLY = '//# allFunctionsCalledOnLoad\n';
/** The file with others' licences. */
const NOTICES = 'THIRD-PARTY-NOTICES.txt';
/** What every entry hands out. */
const NAMES =
  'Client IotError abortController buildRequest endpoints errorCodes init parseResponse request scan sign softap'.split(' ');
/** Folder in the package → host file. */
const MINI_PROGRAMS = { miniprogram_dist: 'wechat', alipay: 'alipay', douyin: 'douyin' };
/** What mini-programs lack and the code asks for with `typeof` first. */
const ABSENT = Object.fromEntries(
  'AbortController FinalizationRegistry WeakRef crypto fetch global globalThis self window'
    .split(' ')
    .map((name) => [name, 'undefined']),
);

/**
 * What is so on each kind of host: the language of `describe`; how many random bytes are fetched at a time (from Node's kernel in four
 * calls, however many); and whether secrets are at home there (a server) or not (a user's device).
 */
const FACTS = {
  web: { defaultLanguage: 'en', poolBytes: 1024, secretsAllowed: false },
  node: { defaultLanguage: 'en', poolBytes: 8192, secretsAllowed: true },
  diagnose: { defaultLanguage: 'en', poolBytes: 1, secretsAllowed: true },
  'mini-program': { defaultLanguage: 'zh', poolBytes: 1024, secretsAllowed: false },
};

/** Names of properties that nobody outside the package ever meets: where bytes count, they are a letter each. */
const INTERNAL = `atoms coming completing config crash depth digits defaultFamily fillRandom freed getMore glue held imports isOther isSigned loaded note notes partsOf pending place poolBytes
  redacted renewal renewed running session subject want wasm what __wbg_set_wasm`.split(/\s+/);

/** Names that the language has given to something of its own: `Object.values` must not become `Object.a`. */
const BUILT_IN = new Set(
  runInNewContext('Object.getOwnPropertyNames(globalThis).map((name) => globalThis[name])')
    .filter((value) => typeof value === 'function' || typeof value === 'object')
    .filter(Boolean)
    .flatMap((value) => [value, value.prototype].filter(Boolean).flatMap((owner) => Object.getOwnPropertyNames(owner))),
);

/** What wasm-bindgen writes for engines and sizes that do not concern this package: pattern, and what stays. */
const SLIMMER = [
  // What takes and gives numbers only is called by the facade itself.
  [/^export (?=function (ask|start|step|sign)\()/gm, ''],
  // No place, number of a code or address reaches 2^31.
  [/^ +(\w+) = \1 >>> 0;\n/gm, ''],
  [/ >>> 0\b/g, ''],
  // A memory that has grown has another buffer. Old engines let the former one live on, where what is written is lost: so it
  // is not asked whether that is detached, but whether it is the one.
  [/^ +if \((cached\w+Memory0) === null .*/gm, '    if ($1 === null || $1.buffer !== wasm.memory.buffer) {'],
  [/^ +getDataViewMemory0\(\)\.setInt32\(\(?(\w+)\)? \+ 4 \* (\d), (\w+), true\);/gm, '    getInt32ArrayMemory0()[$1 / 4 + $2] = $3;'],
  [/\bgetDataViewMemory0\b/g, 'getInt32ArrayMemory0'],
  [/\bDataView\b/g, 'Int32Array'],
  // What is left of these is handing on.
  [/^export function (\$i\d+)\((.*)\) {\n    (?:const ret = )?(\w+)\(\2\);\n(?:    return ret;\n)?}/gm, 'export { $3 as $1 };'],
  // What is short and ASCII is written letter by letter, which is many times as fast; the rest at the price of a copy.
  [/, wasm\.__wbindgen_realloc\b/g, ''],
  [
    /^    if \(realloc === undefined\) ({[^]*?\n    })[^]*?\n}/m,
    `    const count = WASM_VECTOR_LEN = arg.length;
    if (count < 256) {
        const start = malloc(count, 1), bytes = getUint8ArrayMemory0();
        let at = 0, code = 0;
        while (at < count && (code = arg.charCodeAt(at)) < 128) bytes[start + at++] = code;
        if (at === count) return start;
        wasm.__wbindgen_free(start, count, 1);
    }
    $1
}`,
  ],
  // The copy may be of a key.
  [/^ +getUint8ArrayMemory0\(\)\.subarray\(ptr, ptr \+ buf\.length\)\.set\(buf\);\n/m, '$&        buf.fill(0);\n'],
  [/^if \(!\('encodeInto' in [^]*?\n}/m, ''],
  // Another decoder after so many texts: Safari's fail after 2 GiB.
  [
    /^let cachedTextDecoder = (.*);\ncachedTextDecoder\.decode\(\);\n[^]*?^(function decodeText.*\n)[^]*?\n}/m,
    'let decoder, texts = 0;\n$2if (!(texts++ & 127)) decoder = $1;\nreturn decoder.decode(bytes);\n}',
  ],
];

/**
 * The same for what apps load. That module holds an object of JavaScript's only while it makes the web's request: so those are a
 * list that is cut back at the end. (Below 1028 are what stands for `undefined` and its like, of which only that is used.)
 */
const SLIMMER_FOR_APPS = [
  ...SLIMMER,
  [/(const (borrow\d) = add)Borrowed(Object\([^]*?)heap\[stack_pointer\+\+\] = undefined;/g, '$1Heap$3heap.length = $2;'],
  [/^function addHeapObject[^]*?\n}/m, 'function addHeapObject(obj) {\n    return heap.push(obj) - 1;\n}'],
  [/^function (addBorrowed|drop)Object[^]*?\n}\n/gm, ''],
  [/^ +dropObject\(idx\);\n/m, ''],
  [/^let heap = [^]*?^let heap_next = .*/m, 'const heap = Array(1028);'],
  [/^let stack_pointer = .*/m, ''],
];

const SLIMMER_WITH_WEB = [
  ...SLIMMER_FOR_APPS,
  [/^export function (\$i\d+)\(\) { return handleError\(function (\(.*\)) {([^]*?)\n}, arguments\); }/gm, 'export const $1 = handleError($2 => {$3\n});'],
  [
    /^function handleError[^]*?\n}/m,
    `function handleError(work) {
    return (...given) => {
        try {
            return work(...given);
        } catch (thrown) {
            wasm.__wbindgen_exn_store(addHeapObject(thrown));
        }
    };
}`,
  ],
];

/** The same where there is no fetch. Of the functions that may throw, all belong to the web's request. */
const SLIMMER_WITHOUT_WEB = [
  ...SLIMMER_FOR_APPS,
  [/^export (?=function webRequest\()/m, ''],
  [/^export function (\$i\d+)\(\) { return handleError\([^]*?\n}, arguments\); }/gm, 'export const $1 = WebOnly;'],
  [/^export function (\$i\d+)\(.*\) {\n.*\.headers = .*\n}/gm, 'export const $1 = WebOnly;'],
];

const wasm = readFileSync(options.wasm);
const calls = readFileSync(options['calls-wasm']);
const importModule = moduleImports()[0].module;
const factory = await makeGlueFactory('', SLIMMER_WITH_WEB);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await Promise.all([
  bundleHost('web', 'index.js'),
  bundleHost('web-inline', 'inline.js'),
  bundleHost('node', 'core.cjs'),
  bundleMiniPrograms(),
  bundleDiagnose('esm', 'diagnose.js'),
  bundleDiagnose('cjs', 'diagnose.cjs'),
  bundleCommandLine(),
]);
await bundleCompat();
writeEntries();
writeTypes();
writeManifest();

function fail(message) {
  console.error(`bundle.mjs: ${message}`);
  process.exit(1);
}

/** esbuild with what all its uses here share. */
async function bundle({ minify, ...given }) {
  const options = { target: 'es2020', ...given };
  const result = await build({
    bundle: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    platform: 'neutral',
    metafile: true,
    ...(minify && { mangleProps: new RegExp(`^(${INTERNAL.join('|')})$`), mangleCache: {} }),
    ...options,
  });
  // Whose code is in the package, its licence has to be in there too.
  const foreign = Object.keys(result.metafile.inputs).filter((path) => /node_modules/.test(path) && !/@stablelib\/utf8\//.test(path));
  if (foreign.length) fail(`not ours, and without a licence in the package: ${foreign.join(', ')}`);
  const { text } = result.outputFiles[0];
  if (!minify) return text;
  const taken = INTERNAL.filter((name) => BUILT_IN.has(name));
  if (taken.length) fail(`not internal, for the language has it: ${taken.join(', ')}`);
  const unused = INTERNAL.filter((name) => !(name in result.mangleCache));
  if (unused.length) fail(`no property is called ${unused.join(', ')} any more`);
  return minified(text, { module: options.format === 'esm', toplevel: true }, Number(/\d+/.exec(options.target)));
}

/** terser moves code to where it is used, which esbuild does not; UglifyJS has one variable serve several values after that. */
async function minified(text, shared, ecma) {
  const comments = /@stablelib/;
  // None of our functions is asked for its prototype, so each may be an arrow.
  const compress = { passes: 3, unsafe_arrows: true, unsafe_methods: true };
  // With names of its own, every variable may move further.
  const moved = await terser.minify(text, { ...shared, ecma, compress, mangle: false, format: { comments } });
  // Whoever is called once and returns is moved by terser; moving more of it makes what is left less alike.
  const { code, error } = uglify.minify(moved.code, { ...shared, compress: { passes: 6, inline: 1 }, output: { comments } });
  if (error) throw error;
  // A table's line break as it is: one character is said in fewer bits than two.
  return code.replace(/"(?:[^"\\`$]|\\n)*\\n(?:[^"\\`$]|\\n)*"/g, (table) => `\`${table.slice(1, -1).replace(/\\n/g, '\n')}\``);
}

/** The glue without those parts. */
function slimGlue(code, patterns) {
  for (const [pattern, rest] of patterns) {
    if (code.search(pattern) < 0) fail(`the glue has nothing like ${pattern}`);
    code = code.replace(pattern, rest);
  }
  return code;
}

/**
 * Wraps wasm-bindgen's glue into a function. The glue keeps its state in module variables, so one copy serves one
 * instance; after a crash there is a new instance, and calling the function again gives it a fresh copy.
 *
 * @param {string} parameters names of the web's that are handed in
 */
async function makeGlueFactory(parameters, patterns, glue = options.glue) {
  const contents = slimGlue(readFileSync(glue, 'utf8'), patterns);
  const code = await bundle({ stdin: { contents, resolveDir: dirname(resolve(glue)) }, format: 'esm' });
  // esbuild gathers the exports in one statement at the end.
  const parts = /^([\s\S]*)\nexport \{([^}]*)\};\s*$/.exec(code);
  if (!parts || /^\s*(import|export)\b/m.test(parts[1])) fail('the glue has a shape that is not understood');
  const names = parts[2].split(',').map((name) => name.trim().split(/\s+as\s+/));
  // What the module imports it knows by number.
  const imports = [];
  const properties = [];
  for (const [local, name = local] of names.filter(([name]) => name)) {
    if (/^\$i\d+$/.test(name)) imports[name.slice(2)] = local;
    else properties.push(`${name}: ${local}`);
  }
  properties.push(`imports: { ${importModule}: [${imports.join(', ')}] }`);
  const body = `${parts[1]}\nreturn { ${properties.join(', ')} };`;
  if (!parameters) checkModule(new Function(body)());
  return `function makeGlue(${parameters}) {\n${body}\n}`;
}

function moduleImports() {
  return WebAssembly.Module.imports(new WebAssembly.Module(wasm));
}

/** Holds module and glue against each other, and against what facade.js takes for granted. */
function checkModule(glue) {
  const imports = moduleImports();
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(wasm)).map(({ name }) => name);
  const from = new Set(imports.map(({ module }) => module));
  if (from.size !== 1) fail(`the module imports from ${from.size} places, not 1: ${[...from].join(', ')}`);
  const offered = glue.imports[importModule];
  const strange = imports.filter(({ kind, name }) => kind !== 'function' || typeof offered[name] !== 'function');
  if (strange.length) fail(`the glue does not offer ${strange.map(({ name }) => name).join(', ')}`);
  const missing = [
    ...'setup webRequest __wbg_set_wasm'.split(' ').filter((name) => typeof glue[name] !== 'function'),
    ...'memory setup ask start step sign'.split(' ').filter((name) => !exported.includes(name)),
  ];
  if (missing.length) fail(`module or glue lack ${missing.join(', ')}`);
}

/**
 * Makes `#glue` what it stands for, `#wasm` the module as Base64, and `#calls` what `withCalls` declares; `#facts` what is so on the host;
 * `#host` its half of the package; `#platform` what is one mini-program's own.
 */
function madePlugin(host, factory, module, platform) {
  const contents = {
    glue: `export ${factory}`,
    facts: Object.entries(FACTS[host])
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n'),
    wasm: module && `export default '${module.toString('base64')}';`,
    calls: `export default () => ${CALLS};`,
  };
  return {
    name: 'made',
    setup(build) {
      build.onResolve({ filter: /^#host$/ }, () => ({ path: join(here, 'hosts', `host-of-${host}.js`) }));
      build.onResolve({ filter: /^#platform$/ }, () => ({ path: join(here, 'hosts', `${platform}.js`) }));
      build.onResolve({ filter: /^#(calls|facts|glue|wasm)$/ }, ({ path }) => ({ path: path.slice(1), namespace: 'made' }));
      build.onLoad({ filter: /.*/, namespace: 'made' }, ({ path }) => ({ contents: contents[path], loader: 'js' }));
    },
  };
}

/** A tool for developers, with a module of its own inside, so that nobody else loads it. */
async function bundleDiagnose(format, name) {
  const module = readFileSync(options['diagnose-wasm']);
  const factory = await makeGlueFactory(' ', SLIMMER, options['diagnose-glue']);
  const entryPoints = [join(here, 'diagnose.js')];
  writeFileSync(join(out, name), await bundle({ entryPoints, format, plugins: [madePlugin('diagnose', factory, module)] }));
}

/** The command line, which is a user of the package like any other: it imports it by its name. */
async function bundleCommandLine() {
  const repository = template().repository.url.replace(/^git\+|\.git$/g, '');
  const code = await bundle({
    entryPoints: [join(here, 'cli/main.js')],
    format: 'esm',
    target: 'node18',
    external: ['node:*', 'iotexplorer-client', 'iotexplorer-client/*'],
    // Half the bytes of an object literal.
    loader: { '.json': 'text' },
    define: { VERSION: JSON.stringify(options.version), REPOSITORY: JSON.stringify(repository) },
  });
  writeFileSync(join(out, 'cli.js'), code, { mode: 0o755 });
}

/**
 * One file for each way to load the package on the web, so that nothing waits for another file in between; and one for Node, where
 * several entries share it.
 */
async function bundleHost(host, name) {
  const format = name.endsWith('.cjs') ? 'cjs' : 'esm';
  const entryPoints = [join(here, 'hosts', `${host}.js`)];
  // Servers do not count bytes, and Node prints the whole line from which an uncaught error came.
  const minify = format === 'esm' && !options.unminified;
  const external = ['node:*'];
  let code = await bundle({ entryPoints, format, minify, external, plugins: [madePlugin(host.replace('-inline', ''), factory, wasm)] });
  if (host === 'web') {
    if (!RegExp(`new URL\\(['"]\\./${REST}['"], ?import\\.meta\\.url\\)`).test(code)) {
      fail(`${name} has no address of ${REST} that bundlers would find`);
    }
    code = withCalls(code, name);
  }
  writeFileSync(join(out, name), minify ? COMPILE_EARLY + code : code);
}

/** The code with that part of the module which calls take: at its end, and shifted as it compresses best there. */
function withCalls(code, name) {
  if (code.split(CALLS).length !== 2) fail(`${name} has not one place for what calls take`);
  // One for developers is not for sending, and megabytes long.
  const isSearched = calls.length < 100_000;
  const texts = Array.from({ length: isSearched ? SHIFTS : 1 }, (_, shift) => toText(calls, shift));
  if (!texts.every((text) => calls.equals(fromText(text)))) fail('what bytes.js writes it does not read again');
  const scripts = texts.map((text) => `${code.trimEnd()}\nvar ${CALLS}="${text}";\n`);
  return isSearched ? smallest(scripts, brotliCompressSync) : scripts[0];
}

/** A last line that never runs: Node reads the names out of it, so that `import { … }` finds them. */
function hintOf(names) {
  return `if(0)${names.map((name) => `exports.${name}`).join('=')}=0;`;
}

/** CommonJS in a language that old engines and the platforms' own tools read, with none of the web's names in it. */
async function bundleMiniPrograms() {
  const factory = await makeGlueFactory('TextDecoder, TextEncoder, WebOnly', SLIMMER_WITHOUT_WEB);
  for (const [folder, platform] of Object.entries(MINI_PROGRAMS)) {
    const code = await bundle({
      entryPoints: [join(here, 'hosts/mini-program.js')],
      format: 'cjs',
      target: 'es2017',
      minify: !options.unminified,
      define: ABSENT,
      nodePaths: [join(here, '../tests/node_modules')],
      mainFields: ['module', 'main'],
      plugins: [madePlugin('mini-program', factory, undefined, platform)],
      logOverride: { 'commonjs-variable-in-esm': 'silent' },
      banner: { js: '/* With @stablelib/utf8, (c) 2016 Dmitry Chestnykh, MIT */' },
    });
    mkdirSync(join(out, folder));
    writeFileSync(join(out, folder, 'index.js'), `${code.trimEnd()}\n${hintOf(NAMES)}\n`);
    // The package as a whole has ES modules.
    const manifest = { type: 'commonjs', ...(folder === platform && { types: `../${platform}.d.cts` }) };
    writeFileSync(join(out, folder, 'package.json'), `${JSON.stringify(manifest)}\n`);
  }
  copyFileSync(join(here, '../tests/node_modules/@stablelib/utf8/LICENSE'), join(out, 'licence-stablelib-utf8.txt'));
  // "Build npm" copies this folder, so what is in it is what every user of the app downloads: the compressed module alone. The
  // plain one, for base libraries before 2.14, is the web's.
  writeFileSync(join(out, 'miniprogram_dist', 'iotexplorer_client.wasm.br'), brotli(wasm));
}

/**
 * The entry for code that was written for the official SDK: a file beside each main one, which it loads, so that nothing of it is there
 * twice. What "build npm" copies is uploaded whether it is used or not; so the one for mini-programs has a folder of its own, where the
 * main one is named once more for bundlers.
 */
async function bundleCompat() {
  const forms = [
    { name: 'compat.js', client: './index.js', format: 'esm', host: 'web', minify: true },
    { name: 'compat.cjs', client: './node.cjs', format: 'cjs', host: 'web' },
    { name: 'weapp/compat.js', client: './index.js', format: 'cjs', host: 'mini-program', minify: true, target: 'es2017', define: ABSENT },
  ];
  mkdirSync(join(out, 'weapp'));
  writeFileSync(join(out, 'weapp/package.json'), JSON.stringify({ type: 'commonjs', types: '../wechat.d.cts' }));
  writeFileSync(join(out, 'weapp/index.js'), "module.exports = require('../miniprogram_dist/index.js');\n");
  let exported;
  for (const { name, client, host, minify, ...form } of forms) {
    const entry = join(here, 'compat/index.js');
    const plugins = [
      {
        name: 'compat',
        setup(build) {
          build.onResolve({ filter: /^#client$/ }, () => ({ path: client, external: true }));
          build.onResolve({ filter: /^#compat-host$/ }, () => ({ path: join(here, 'compat', `host-of-${host}.js`) }));
        },
      },
    ];
    const code = await bundle({ entryPoints: [entry], plugins, ...form });
    // Its names are other people's, so none is shortened.
    const isModule = form.format === 'esm';
    const ready = minify && !options.unminified ? await minified(code, { module: isModule, toplevel: true }, form.target ? 2017 : 2020) : code;
    if (isModule) {
      const [, names] = /\nexport \{([^}]*)\};\s*$/.exec(code);
      exported = names.split(',').map((one) => one.trim().split(' as ').pop());
      // Node, by import: the very same as by require().
      const own = exported.filter((one) => one !== 'default').join(', ');
      const lines = ['// Node, by import.', "import compat from './compat.cjs';", '', `export const { ${own} } = compat;`, 'export default compat.default;'];
      writeFileSync(join(out, 'compat.mjs'), `${lines.join('\n')}\n`);
    }
    const hint = host === 'web' ? '' : `\n${hintOf([...exported, '__esModule'])}\n`;
    writeFileSync(join(out, name), hint ? ready.trimEnd() + hint : ready);
  }
}

/** As small as it gets: how distances are best written down differs from module to module. */
function brotli(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_NPOSTFIX } = constants;
  const attempts = [0, 1, 2, 3].map((postfix) =>
    brotliCompressSync(bytes, {
      params: {
        [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY,
        [BROTLI_PARAM_LGWIN]: 18,
        [BROTLI_PARAM_NPOSTFIX]: postfix,
      },
    }),
  );
  return smallest(attempts);
}

/** That of several which is the shortest, or whose `measure` is. */
function smallest(attempts, measure = (attempt) => attempt) {
  const lengths = attempts.map((attempt) => measure(attempt).length);
  return attempts[lengths.indexOf(Math.min(...lengths))];
}

/** What is left: short files that stay as they are. */
function writeEntries() {
  for (const name of readdirSync(join(here, 'entries'))) copyFileSync(join(here, 'entries', name), join(out, name));
  copyFileSync(options.wasm, join(out, 'iotexplorer_client.wasm'));
  copyFileSync(options['rest-wasm'], join(out, REST));
  copyFileSync(options.notices, join(out, NOTICES));
  writeFileSync(join(out, 'inline-wasm.cjs'), `module.exports = '${wasm.toString('base64')}';\n`);
}

/** One set of declarations, and what TypeScript needs to see it as a module of the right kind everywhere. */
function writeTypes() {
  const read = (name) => readFileSync(join(here, name), 'utf8');
  const types = `${read('types.d.ts')}\n${read('generated/actions.d.ts')}`;
  const declared = types.replace(/\/\*[^]*?\*\//g, '');
  const known = INTERNAL.filter((name) => new RegExp(`\\b${name}\\??[:(]`).test(declared));
  if (known.length) fail(`not internal, for the declarations have it: ${known.join(', ')}`);
  const again = (from) => `export * from '${from}';\n`;
  const files = {
    'index.d.ts': types,
    'inline.d.ts': again('./index.js'),
    'node.d.mts': again('./index.js'),
    'inline.d.mts': again('./index.js'),
    // CommonJS cannot speak of an ES module's types without importing it, so it has a copy.
    'node.d.cts': types,
    'inline.d.cts': again('./node.cjs'),
    'compat.d.ts': read('compat.d.ts'),
    'compat.d.mts': again('./compat.js') + "export { default } from './compat.js';\n",
    'compat.d.cts': read('compat.d.ts').replace("'./index.js'", "'./node.cjs'"),
    'wechat-compat.d.cts': again('./compat.cjs') + "export { default } from './compat.cjs';\n",
    'diagnose.d.ts': read('diagnose.d.ts'),
    'diagnose.d.cts': read('diagnose.d.ts').replace("'./index.js'", "'./node.cjs'"),
    // Tools that take the file along make its address of it, to hand to init().
    'iotexplorer_client.wasm.d.cts': 'declare const address: string;\nexport default address;\n',
    ...Object.fromEntries(Object.values(MINI_PROGRAMS).map((host) => [`${host}.d.cts`, again('./node.cjs')])),
  };
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(out, name), contents);
}

function template() {
  return JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
}

function writeManifest() {
  const manifest = template();
  manifest.version = options.version;
  for (const name of manifest.files.filter((name) => /^[A-Z]/.test(name) && name !== NOTICES)) {
    if (existsSync(join(root, name))) copyFileSync(join(root, name), join(out, name));
    else {
      // While the repository is being set up; the tests of the package insist on them.
      console.error(`bundle.mjs: left out ${name}, which is missing`);
      manifest.files.splice(manifest.files.indexOf(name), 1);
    }
  }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const found = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative(out, entry.parentPath), entry.name))
    .filter((name) => name !== 'package.json')
    .sort();
  const listed = [...manifest.files].sort();
  const odd = [...found.filter((name) => !listed.includes(name)), ...listed.filter((name) => !found.includes(name))];
  if (odd.length) fail(`"files" and the package disagree about ${odd.join(', ')}`);
}
