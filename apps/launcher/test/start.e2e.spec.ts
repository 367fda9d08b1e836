import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@odolog/embedded-postgres';
import getPort from 'get-port';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from '../src/config.js';

/** The product as `npm start` runs it: each process is killed as hard as can be, and nothing that was answered is lost. */
let folder: string;
let port: number;
let product: Product;

interface Product {
  readonly process: ChildProcess;
  readonly said: () => string;
}

const credentials = { email: 'ada@example.org', password: 'correct-horse-battery' };
const account = { ...credentials, name: 'Ada' };
const changedTerms = { ODOLOG_TERMS: 'Be kinder.', ODOLOG_TERMS_VERSION: '2027-01' };
const patience = { timeout: 30_000, interval: 100 };

interface Place {
  readonly port: number;
  readonly dataDir: string;
  /** A PostgreSQL of the person's own in place of the embedded one. */
  readonly databaseUrl?: string;
  /** Terms in place of those that come with the product. */
  readonly terms?: Readonly<Record<string, string>>;
}

const here = (): Place => ({ port, dataDir: path.join(folder, 'data') });

function start({ port: at, dataDir, databaseUrl, terms }: Place = here()): Product {
  const child = spawn(process.execPath, [path.join(root, 'apps/launcher/bootstrap.mjs'), 'start'], {
    cwd: root,
    env: {
      PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
      PORT: String(at),
      ODOLOG_DATA_DIR: dataDir,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...terms,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { process: child, said: () => said };
}

const untilReady = ({ said }: Product, at = port): Promise<void> =>
  vi.waitFor(() => expect(said()).toContain(`Odolog is ready: http://localhost:${at}`), {
    ...patience,
    timeout: 120_000,
  });

const url = (at: string, on = port): string => `http://localhost:${on}${at}`;

async function post(at: string, body: object, on = port): Promise<number> {
  const headers = { 'content-type': 'application/json', origin: url('', on) };
  const answer = await fetch(url(at, on), { method: 'POST', headers, body: JSON.stringify(body) }).catch(
    () => undefined,
  );
  return answer?.status ?? 0;
}

async function get(at: string): Promise<number> {
  const answer = await fetch(url(at)).catch(() => undefined);
  return answer?.status ?? 0;
}

async function launcherPid(): Promise<number> {
  const instance = await readFile(path.join(folder, 'data', 'instance.json'), 'utf8');
  return (JSON.parse(instance) as { pid: number }).pid;
}

/** The processes that the launcher has started; PostgreSQL is no child of anybody. */
async function children(): Promise<{ pid: number; command: string }[]> {
  const launcher = await launcherPid();
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      const parent = Number(status.slice(status.lastIndexOf(')')).split(' ')[2]);
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return parent === launcher && command !== '' ? [{ pid, command }] : [];
    }),
  );
  return found.flat();
}

async function processOf(name: 'api' | 'worker' | 'web'): Promise<number> {
  const marks = { api: 'apps/api/', worker: 'apps/worker/', web: 'next-server' };
  return (await children()).find(({ command }) => command.includes(marks[name]))?.pid ?? 0;
}

async function postmaster(): Promise<number> {
  const file = path.join(folder, 'data', 'postgres', 'cluster', 'postmaster.pid');
  return Number((await readFile(file, 'utf8').catch(() => '0')).split('\n')[0]);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'odolog-start-'));
  port = await getPort();
  product = start();
  await untilReady(product);
  expect(await post('/api/auth/sign-up/email', { ...account, acceptedTerms: '2026-11' })).toBe(200);
}, 180_000);

afterAll(async () => {
  if (product.process.exitCode === null) {
    product.process.kill('SIGTERM');
    await once(product.process, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

test('one port answers for the API and for the pages', async () => {
  expect(await get('/api/ready')).toBe(200);
  expect(await get('/sign-in')).toBe(200);
});

describe.each(['api', 'worker', 'web'] as const)('after a SIGKILL of the %s process', (name) => {
  test('another one takes its place and the product is ready again', async () => {
    const before = await processOf(name);
    expect(before).toBeGreaterThan(0);
    process.kill(before, 'SIGKILL');
    await expect.poll(product.said, patience).toContain(`${name} is back`);
    expect(await processOf(name)).not.toBe(before);
    await expect.poll(() => get('/api/ready'), patience).toBe(200);
    await expect.poll(() => get('/sign-in'), patience).toBe(200);
  }, 60_000);
});

test('after a SIGKILL of the database it is started again with all that was acknowledged', async () => {
  const before = await postmaster();
  process.kill(before, 'SIGKILL');
  await expect.poll(product.said, patience).toContain('The database is back');
  expect(await postmaster()).not.toBe(before);
  await expect.poll(() => post('/api/auth/sign-in/email', credentials), patience).toBe(200);
  await expect.poll(() => get('/api/ready'), patience).toBe(200);
}, 60_000);

test(
  'another instance runs beside it, on a PostgreSQL of its own',
  { tags: ['thorough'], timeout: 120_000 },
  async () => {
    const own = await startPostgres({ dataDir: path.join(folder, 'own-postgres'), durable: false });
    const beside: Place = {
      port: await getPort(),
      dataDir: path.join(folder, 'beside'),
      databaseUrl: own.adminUrl,
    };
    const second = start(beside);
    try {
      await untilReady(second, beside.port);
      expect(await readdir(beside.dataDir)).not.toContain('postgres');
      // neither knows the people of the other
      expect(await post('/api/auth/sign-in/email', credentials, beside.port)).toBe(401);
      expect(await post('/api/auth/sign-up/email', account, beside.port)).toBe(200);
      expect(await post('/api/auth/sign-in/email', credentials)).toBe(200);
    } finally {
      second.process.kill('SIGTERM');
      if (second.process.exitCode === null) await once(second.process, 'exit');
      await own.stop('immediate');
    }
    expect(await get('/api/ready')).toBe(200);
  },
);

test('a port that is in use is told with another to take, before anything is made', async () => {
  const dataDir = path.join(folder, 'elsewhere');
  const second = start({ port, dataDir });
  const [code] = (await once(second.process, 'exit')) as [number];
  expect(code).toBe(1);
  expect(second.said()).toContain(`Port ${port} is used by another program.`);
  expect(second.said()).toContain(`PORT=${port + 1} npm start`);
  expect(await readdir(dataDir)).toEqual(['logs']);
}, 60_000);

test('a second start on the same data says which instance has it', async () => {
  const second = start();
  const [code] = (await once(second.process, 'exit')) as [number];
  expect(code).toBe(1);
  expect(second.said()).toContain(`process ${await launcherPid()}, http://localhost:${port}`);
}, 60_000);

test('after a SIGKILL of the launcher its processes end, and the next start goes on with the database', async () => {
  const orphans = await children();
  const database = await postmaster();
  expect(orphans).toHaveLength(3);
  process.kill(await launcherPid(), 'SIGKILL');
  await once(product.process, 'exit');
  product = start({ ...here(), terms: changedTerms });
  await untilReady(product);
  expect(await postmaster()).toBe(database);
  expect(await post('/api/auth/sign-in/email', credentials)).toBe(200);
  const left = new Set((await readdir('/proc')).map(Number));
  expect(orphans.filter(({ pid }) => left.has(pid) && isRunning(pid))).toEqual([]);
}, 120_000);

test('terms that changed with that start stand before every page until they are accepted, and both are kept', async () => {
  const signedIn = await fetch(url('/api/auth/sign-in/email'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url('') },
    body: JSON.stringify(credentials),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const open = (at: string) => fetch(url(at), { headers: { cookie, accept: 'text/html' } });
  for (const at of ['/', '/timeline', '/settings/members']) {
    const asked = await open(at);
    expect(new URL(asked.url).pathname).toBe('/accept-terms');
    const page = await asked.text();
    for (const words of ['The terms have changed', 'You accepted version 2026-11', 'Be kinder.'])
      expect(page).toContain(words);
  }

  const { token } = (await (await open('/api/auth/token')).json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ version: '2027-01' });
  const accepted = await fetch(url('/api/v1/me/terms'), { method: 'POST', headers, body });
  expect(await accepted.json()).toMatchObject({
    current: '2027-01',
    accepted: [{ version: '2027-01' }, { version: '2026-11' }],
  });
  expect(new URL((await open('/settings/members')).url).pathname).toBe('/settings/members');
}, 60_000);

test('no log of any process holds a secret of a link, a full VIN or an address', async () => {
  const token = 'Zk3F9x0Zq7LmW2bVtR5nQ8rT1xZ6bK0mW5yC9dF2gJ7pL4sA';
  const vin = 'WVWZZZ1JZXW000001';
  const tenant = '018f3f5e-7c1a-7b2e-9d4c-0123456789ab';
  for (const at of [
    ...['transfers', 'invitations', 's'].flatMap((kind) => [`/${kind}/${token}`, `/api/v1/${kind}/${token}`]),
    `/api/v1/calendars/${tenant}/${token}`,
    `/verify-email?token=${token}`,
    `/reset-password?token=${token}`,
    `/vehicles/${vin}?q=${vin}`,
    `/api/v1/vin/${vin}`,
    `/nowhere/${encodeURIComponent(account.email)}`,
    `/api/nowhere/${encodeURIComponent(account.email)}?q=${vin}`,
  ])
    await get(at);
  expect(await post('/api/auth/sign-in/email', { ...credentials, password: `${token}` })).toBe(401);

  const logs = path.join(folder, 'data', 'logs');
  const names = (await readdir(logs)).toSorted();
  const kept = await Promise.all(names.map((name) => readFile(path.join(logs, name), 'utf8')));
  expect(names).toEqual(expect.arrayContaining(['api.log', 'web.log', 'worker.log']));
  expect(kept.join('\n')).toContain('/api/v1/transfers/:transferToken');
  const all = [...kept, product.said()].join('\n');
  const privately = [token, vin, account.email, encodeURIComponent(account.email), account.password];
  for (const value of privately)
    expect(all.split('\n').filter((line) => line.toLowerCase().includes(value.toLowerCase()))).toEqual([]);
}, 60_000);

test('SIGTERM ends everything within seconds', async () => {
  const all = [...(await children()).map(({ pid }) => pid), await launcherPid(), await postmaster()];
  const startedAt = Date.now();
  product.process.kill('SIGTERM');
  const [code] = (await once(product.process, 'exit')) as [number];
  expect(code).toBe(0);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(all.filter(isRunning)).toEqual([]);
}, 30_000);

/** A dead process that nobody has collected yet is not running. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isCollectable(pid);
}

function isCollectable(pid: number): boolean {
  const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return status.slice(status.lastIndexOf(')') + 2).startsWith('Z');
}
