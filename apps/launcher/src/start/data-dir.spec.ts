import { mkdtemp, rm } from 'node:fs/promises';
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
