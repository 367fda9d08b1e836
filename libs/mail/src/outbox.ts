import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes one message as one `.eml`, named by the time so that a listing is in order. Only the owner of the process can read
 * it: there are links in it that open accounts. It appears under its name when it is whole.
 */
export async function writeToOutbox(folder: string, message: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replace(/[-:]/g, '');
  const file = path.join(folder, `${time}-${randomUUID().slice(0, 8)}.eml`);
  await writeFile(`${file}.part`, message, { mode: 0o600, flag: 'wx' });
  await rename(`${file}.part`, file);
}
