import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDataDir } from './data-dir.js';

test('a data directory belongs to one instance, and a second is told which', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-dir-'));
  const first = await openDataDir(folder, 'http://localhost:3000');
  expect(first.leftBehind).toBe(false);
  await expect(openDataDir(folder, 'http://localhost:3001')).rejects.toMatchObject({
    name: 'CannotStart',
    message: `Odolog already runs on ${folder}: process ${process.pid}, http://localhost:3000.`,
  });
  await rm(folder, { recursive: true });
});

const nobody = 65_534;

/** Root may enter every folder: it looks with the eyes of another user. */
async function asOrdinaryUser<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

test('a folder that this user may not enter is told, with what to do', async () => {
  const closed = await mkdtemp(path.join(tmpdir(), 'odolog-closed-'));
  await chmod(closed, 0o000);
  const folder = path.join(closed, 'data');
  const opened = asOrdinaryUser(async () => openDataDir(folder, 'http://localhost:3000'));
  await expect(opened).rejects.toMatchObject({
    name: 'CannotStart',
    message: `The folder ${folder} cannot be made or written.`,
    whatToDo: expect.stringContaining('ODOLOG_DATA_DIR') as string,
  });
  await chmod(closed, 0o700);
  await rm(closed, { recursive: true });
});

test('so is a place that is no folder', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-file-'));
  const file = path.join(folder, 'a-file');
  await writeFile(file, '');
  await expect(openDataDir(path.join(file, 'data'), 'http://localhost:3000')).rejects.toMatchObject({
    name: 'CannotStart',
  });
  await rm(folder, { recursive: true });
});

test('a folder that this user may enter but not write is told too', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-unwritable-'));
  await mkdir(path.join(folder, 'logs'));
  await chmod(folder, 0o555);
  const opened = asOrdinaryUser(async () => openDataDir(folder, 'http://localhost:3000'));
  await expect(opened).rejects.toMatchObject({
    name: 'CannotStart',
    message: `The folder ${folder} cannot be made or written.`,
  });
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

test('a full disk is told as such', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-full-'));
  await symlink('/dev/full', path.join(folder, 'instance.json'));
  await expect(openDataDir(folder, 'http://localhost:3000')).rejects.toMatchObject({
    name: 'CannotStart',
    message: `The disk of ${folder} is full.`,
    whatToDo: 'Free some space, or choose another disk with ODOLOG_DATA_DIR.',
  });
  await rm(folder, { recursive: true });
});

test('what a start left half-written when it was killed is what it left behind', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-torn-'));
  await writeFile(path.join(folder, 'instance.json'), '{"pid":1');
  expect(await openDataDir(folder, 'http://localhost:3000')).toMatchObject({ leftBehind: true });
  await rm(folder, { recursive: true });
});
