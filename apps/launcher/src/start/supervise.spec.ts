import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProcessLog } from './process-log.js';
import { supervise, type Supervised } from './supervise.js';

let folder: string;
let said: string[];
let supervised: Supervised | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'odolog-supervise-'));
  said = [];
});

afterEach(async () => {
  await supervised?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function run(source: string): Promise<Supervised> {
  const entry = path.join(folder, 'program.mjs');
  await writeFile(entry, source);
  const say = (line: string): void => void said.push(line);
  const log = openProcessLog(folder, 'program', say);
  const logFile = path.join(folder, 'program.log');
  return (supervised = supervise({ name: 'program', entry, env: {} }, { log, say, logFile }));
}

const pidOf = (line: string): number => Number(line.split('pid ')[1]);

test('a program that is killed is started again, and says so when it is back', async () => {
  const { ready } = await run(`
    console.error('pid ' + process.pid);
    process.send({ ready: true });
    process.once('disconnect', () => process.exit());`);
  await ready;
  await expect.poll(() => said).toHaveLength(1);
  process.kill(pidOf(said[0]!), 'SIGKILL');
  await expect.poll(() => said, { timeout: 5_000 }).toHaveLength(4);
  expect(said.slice(1)).toEqual([
    'program ended (SIGKILL): starting it again',
    expect.stringMatching(/^program: pid \d+$/),
    'program is back',
  ]);
});

test('a program that keeps dying before it is ready is given up, with the place to look', async () => {
  const { ready } = await run('process.exit(3)');
  await expect(ready).rejects.toMatchObject({
    name: 'CannotStart',
    message: 'program does not start (code 3).',
    whatToDo: `Look into ${folder}/program.log.`,
  });
}, 20_000);

test('a program that is stopped is not started again', async () => {
  const program = await run(`process.send({ ready: true }); setInterval(() => undefined, 1000)`);
  await program.ready;
  await program.stop();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(said).toEqual([]);
});
