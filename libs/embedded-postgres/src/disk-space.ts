import { statfs } from 'node:fs/promises';
import { CannotStart } from './cannot-start.js';

const megabyte = 1024 * 1024;

interface Need {
  readonly neededMegabytes: number;
  /** What for. */
  readonly to: 'begin' | 'go on';
}

/** PostgreSQL on a full disk dies in the middle of its work: better told before. @throws CannotStart */
export async function refuseFullDisk(folder: string, { neededMegabytes, to }: Need): Promise<void> {
  const disk = await statfs(folder);
  const freeMegabytes = Math.floor((disk.bavail * disk.bsize) / megabyte);
  if (freeMegabytes >= neededMegabytes) return;
  throw new CannotStart(
    `Only ${freeMegabytes} MB are free on the disk of ${folder}; the database needs ${neededMegabytes} MB to ${to}.`,
    'Free some space, or choose another disk with ODOLOG_DATA_DIR.',
  );
}
