// The first thing that runs on a bare clone: needs no package and no more than Node 20. Installs what the lock file
// names, compiles, and goes on with the launcher on the Node that was installed with it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '..', '..');
const modules = path.join(root, 'node_modules');
const lockFile = path.join(root, 'package-lock.json');
const stampFile = path.join(modules, '.odolog-installed');
const oldestNode = [22, 22];

/** Says why it cannot go on and what to do, and ends. @returns {never} */
function fail(message, whatToDo) {
  console.error(`\n${message}\n${whatToDo}`);
  process.exit(1);
}

/** All that an abstract address can hold: Node 20 fills shorter ones up with zeros, and is then not the same to Node 24. */
const addressBytes = 108;

/** Two starts from one clone must not install or build at once. The system frees the lock when this process dies. */
async function lockWorkspace() {
  if (process.platform !== 'linux') return () => undefined;
  const folder = createHash('sha256').update(root).digest('hex');
  const name = `\0odolog-workspace-${folder}`.padEnd(addressBytes, '.');
  for (let told = false; ; told = true) {
    const server = createServer();
    const held = await new Promise((resolve) => {
      server.once('error', () => resolve(false)).listen(name, () => resolve(true));
    });
    if (held) return () => server.close();
    if (!told) console.log('Another start is building in this folder: waiting for it');
    await sleep(500);
  }
}

function hashOfLockFile() {
  return createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

/** True when node_modules is what the lock file asks for, by our stamp or by npm's own record of a later install. */
function isInstalled() {
  const npmsRecord = path.join(modules, '.package-lock.json');
  if (!existsSync(npmsRecord)) return false;
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === hashOfLockFile();
  return statSync(npmsRecord).mtimeMs >= statSync(lockFile).mtimeMs;
}

function install() {
  console.log('Installing packages: about a minute the first time');
  // From what npm has kept, a fifth faster than asking for each package whether it has news; that may be older than the lock file.
  if (!installWith('--prefer-offline', '--loglevel=silent') && !installWith('--loglevel=error')) {
    fail(
      'The packages could not be installed.',
      'See what npm says above: often the network, a full disk, or a folder that belongs to another user.',
    );
  }
  writeFileSync(stampFile, hashOfLockFile());
}

function installWith(...how) {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', ...how];
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
  if (error) fail('npm was not found.', 'Install Node.js 20 or later together with npm.');
  return status === 0;
}

function findNode() {
  const installed = path.join(modules, `node-linux-${process.arch}`, 'bin', 'node');
  if (process.platform === 'linux' && existsSync(installed)) return installed;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return process.execPath;
  return fail(
    `Odolog needs Node.js ${oldestNode.join('.')} or later; this is ${process.versions.node}, and npm has none for ${process.platform} on ${process.arch}.`,
    'Install a later Node.js (https://nodejs.org) and start again.',
  );
}

function compile(node) {
  const { status } = spawnSync(node, [path.join(modules, 'typescript', 'bin', 'tsc'), '-b'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) fail('The sources do not compile.', 'See the errors above.');
}

/** What V8 made of the packages' code is kept for the next process: a fifth of what it takes to load the API. */
const compiledCode = path.join(modules, '.cache', 'odolog-compiled');

const unlock = await lockWorkspace();
if (!isInstalled()) install();
const node = findNode();
compile(node);

const launcher = spawn(
  node,
  ['--enable-source-maps', path.join(root, 'apps/launcher/dist/main.js'), ...process.argv.slice(2)],
  {
    cwd: root,
    env: { NODE_COMPILE_CACHE: compiledCode, ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  },
);
launcher.once('message', unlock);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
launcher.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
