import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { refuseFullDisk } from './disk-space.js';

test('a disk with too little room is told with what is missing and what to do', async () => {
  const petabyte = 2 ** 30;
  await expect(refuseFullDisk(tmpdir(), { neededMegabytes: petabyte, to: 'go on' })).rejects.toMatchObject({
    name: 'CannotStart',
    message: expect.stringMatching(
      new RegExp(`^Only \\d+ MB are free on the disk of .*; the database needs ${petabyte} MB to go on[.]$`),
    ) as string,
    whatToDo: 'Free some space, or choose another disk with ODOLOG_DATA_DIR.',
  });
});

test('a disk with room is not spoken of', async () => {
  await expect(refuseFullDisk(tmpdir(), { neededMegabytes: 1, to: 'begin' })).resolves.toBeUndefined();
});
