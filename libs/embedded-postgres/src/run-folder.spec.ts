import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { removeAbandoned } from './run-folder.js';

it('removes what a run left that was killed, and nothing of one that goes on', async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'odolog-abandoned-'));
  const { pid: over } = spawnSync(process.execPath, ['--version']);
  const names = [`odolog-test-${over}-a`, `odolog-test-${process.pid}-b`, 'somebody-else'];
  for (const name of names) await mkdir(path.join(parent, name, 'cluster'), { recursive: true });
  // Whatever has the number of a server by now is left alone.
  const deeper = path.join(parent, names[0]!, 'data', 'postgres');
  await mkdir(deeper, { recursive: true });
  await writeFile(path.join(deeper, 'postmaster.pid'), `${process.pid}\n`);
  await removeAbandoned(parent);
  expect((await readdir(parent)).sort()).toEqual(names.slice(1).sort());
  await rm(parent, { recursive: true });
});
