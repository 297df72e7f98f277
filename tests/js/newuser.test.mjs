// What a newcomer does: an empty folder, the package from npm (here: the tarball), the sandbox, and each README's code, pasted.
// Only what a reader has to choose or fill in is put in its place: the port, the package's file, the names that an example uses.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { repository } from './support/package.mjs';
import { controlOf } from './support/sandbox.mjs';

const PORT = '8787';
const { IOTEXPLORER_SANDBOX_BIN: sandboxProgram, IOTEXPLORER_TARBALL: tarball } = process.env;
assert.ok(sandboxProgram && tarball, 'IOTEXPLORER_SANDBOX_BIN and IOTEXPLORER_TARBALL name files');

/** The fences of a README that are marked so, in their order: name → text. */
function fences(readme, mark) {
  const text = readFileSync(join(repository, readme), 'utf8');
  const found = [...text.matchAll(new RegExp(`^\`\`\`\\w+ ${mark}=(\\S+)\\n([^]*?)^\`\`\`$`, 'gm'))];
  return Object.fromEntries(found.map(([, name, code]) => [name, code]));
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return String(port);
}

/** Somebody's machine: nothing of this one's npm settings, and no way to the registry. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|IOTEXPLORER_)/i.test(name)),
);
Object.assign(environment, { npm_config_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' });
Object.assign(environment, { npm_config_update_notifier: 'false', npm_config_userconfig: join(tmpdir(), 'no-such-npmrc') });

/** Runs a command in a folder; what it prints. */
async function run(folder, program, ...words) {
  const options = { cwd: folder, env: environment, timeout: 60_000 };
  const { stdout, stderr } = await promisify(execFile)(program, words, options);
  return { stdout, stderr };
}

/** The README's own command for the sandbox, but for the port and for its end together with this file's. */
async function startAsSaid(command, port) {
  const said = /^cargo run -p iotexplorer-sandbox -- (.*)$/.exec(command.trim());
  assert.ok(said, command);
  const words = said[1].split(' ').map((word) => (word === PORT ? port : word));
  assert.ok(words.includes(port), command);
  const child = spawn(sandboxProgram, [...words, '--until-stdin-closes'], { stdio: ['pipe', 'pipe', 'ignore'] });
  await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => assert.fail(`the sandbox ended: ${code}`)),
  ]);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  };
  return { stop, control: controlOf(`http://127.0.0.1:${port}`) };
}

/** What the examples leave to their reader, for the sandbox. */
const FILLED_IN = `
const control = 'http://127.0.0.1:${PORT}/control'
const ask = async (path, body) => (await fetch(control + path, body && {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
})).json()
const { endpoint, users, gateway } = await ask('/seed')
const getAccessToken = async () => users[0].accessToken
const { familyId } = users[0].families[0]
const free = async (kind) => {
  const { productId, deviceName } = (await ask('/devices')).find((one) => one.kind === kind && !one.familyId)
  return { productId, deviceName }
}
`;

/** Example → what else it needs, the kind of device that it binds, and what it says at the end. */
const FLOWS = {
  token: {
    kind: 'wifi',
    needs: `const device0 = await free('wifi')
const provisionOverSoftAp = async (token) => ({ ...(await ask('/device/report-token', { token, ...device0 })), ...device0 })
const store = () => {}`,
    says: /^PLUGWIFI1A\/plug-\d true$/,
  },
  signature: {
    kind: 'wifi',
    needs: "const signedByDevice = await ask('/device/sign', await free('wifi'))",
    says: /^PLUGWIFI1A\/plug-\d true$/,
  },
  gateway: {
    kind: 'sub',
    needs: `const subDevices = [await free('sub')]
const askServerToSign = async (subDevice, nonce, timestamp) => (await ask('/sign', { ...subDevice, nonce, timestamp })).signature`,
    says: /^sensor-\d (bound|已绑定)$/,
  },
};

for (const readme of ['README.md', 'README.zh-CN.md']) {
  test(`${readme}, from top to bottom, in an empty folder`, async (t) => {
    const steps = fences(readme, 'run');
    assert.deepEqual(Object.keys(steps), ['sandbox', 'install', 'bind.mjs', 'output'], 'in the order in which one does them');
    const port = await freePort();
    const { stop, control } = await startAsSaid(steps.sandbox, port);
    t.after(stop);
    const folder = mkdtempSync(join(tmpdir(), 'new-user-'));
    t.after(() => rmSync(folder, { recursive: true }));
    assert.deepEqual(readdirSync(folder), []);
    const paste = (name, code) => writeFileSync(join(folder, name), code.replaceAll(PORT, port));

    for (const line of steps.install.trim().split('\n')) {
      const words = line.split(' ').map((word) => (word === 'iotexplorer-client' ? tarball : word));
      const { stderr } = await run(folder, ...words);
      assert.equal(stderr, '', `${line} has nothing to complain about`);
    }
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['iotexplorer-client'], 'the package alone');

    paste('bind.mjs', steps['bind.mjs']);
    const { stdout, stderr } = await run(folder, 'node', 'bind.mjs');
    assert.equal(stderr, '');
    assert.equal(stdout, steps.output);
    assert.equal((await control.device({ productId: 'PLUGWIFI1A', deviceName: 'plug-1' })).binds, 1);

    const examples = fences(readme, 'test');
    for (const [name, { kind, needs, says }] of Object.entries(FLOWS)) {
      const bound = async () => (await control.get('devices')).filter((one) => one.kind === kind && one.binds > 0).length;
      const before = await bound();
      const code = examples[name].replace('new Client({', 'new Client({ endpoint,');
      assert.notEqual(code, examples[name]);
      paste(`${name}.mjs`, `${FILLED_IN}${needs}\n\n${code}`);
      const printed = await run(folder, 'node', `${name}.mjs`);
      assert.equal(printed.stderr, '');
      assert.match(printed.stdout.trim().split('\n').at(-1), says, name);
      assert.equal(await bound(), before + 1, `${name}: one device more is bound`);
    }
  });
}

test('both READMEs have a newcomer do the same', () => {
  const plain = (steps) => Object.values(steps).map((code) => code.replace(/\/\/ .*$/gm, '').replace(/is bound|已绑定/g, '…'));
  assert.deepEqual(plain(fences('README.zh-CN.md', 'run')), plain(fences('README.md', 'run')));
});
