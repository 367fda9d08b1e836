import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { openProcessLog } from './process-log.js';

test('everything goes to the file, and only errors to the console', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-log-'));
  const shown: string[] = [];
  const log = openProcessLog(folder, 'api', (line) => shown.push(line));
  const lines = [
    '{"level":30,"msg":"listening"}',
    '{"level":50,"msg":"request failed","err":{"message":"out of cheese"}}',
    'not of a logger',
  ];
  log.follow(Readable.from([`${lines.join('\n')}\n`]), false);
  log.follow(Readable.from(['Error: torn\n']), true);

  const file = path.join(folder, 'api.log');
  await expect
    .poll(async () => (await readFile(file, 'utf8')).trimEnd().split('\n').toSorted())
    .toEqual([...lines, 'Error: torn'].toSorted());
  expect(shown.toSorted()).toEqual(['api: Error: torn', 'api: request failed: out of cheese']);
  await rm(folder, { recursive: true });
});

test('a log that cannot be written ends nothing: it is told once, and errors still go to the console', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-log-'));
  // a disk without room
  await symlink('/dev/full', path.join(folder, 'api.log'));
  const shown: string[] = [];
  const log = openProcessLog(folder, 'api', (line) => shown.push(line));
  log.follow(Readable.from(['Error: torn\n', 'Error: worn\n']), true);

  await expect
    .poll(() => shown.toSorted())
    .toEqual([
      `${path.join(folder, 'api.log')} cannot be written (ENOSPC): what api says is lost until it can`,
      'api: Error: torn',
      'api: Error: worn',
    ]);
  await rm(folder, { recursive: true });
});
