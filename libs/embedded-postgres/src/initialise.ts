import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CannotStart } from './cannot-start.js';
import type { Cluster } from './cluster.js';
import { refuseFullDisk } from './disk-space.js';
import { explain } from './explain.js';

/** A fresh cluster with its first write-ahead segments takes about 60 MB. */
const neededMegabytes = 200;

/**
 * Makes the cluster once; returns the superuser's password, kept beside it readable by its owner only. The password
 * is written last, so that an initialisation that was killed is begun again.
 *
 * @throws CannotStart
 */
export async function initialise(cluster: Cluster): Promise<string> {
  const passwordFile = path.join(cluster.folder, 'postgres-password');
  const known = await readPassword(passwordFile);
  if (known) return known;

  refuseToForget(cluster, passwordFile);
  await refuseFullDisk(cluster.folder, { neededMegabytes, to: 'begin' });
  await clearUnfinished(cluster);
  const password = randomBytes(24).toString('base64url');
  const forInitdb = path.join(cluster.folder, `initdb-${process.pid}`);
  await writeFile(forInitdb, password, { mode: 0o600 });
  if (cluster.account) await chown(forInitdb, cluster.account.uid, cluster.account.gid);
  try {
    await cluster.run(path.join(cluster.binaries, 'initdb'), [
      `--pgdata=${cluster.dataDir}`,
      '--username=postgres',
      `--pwfile=${forInitdb}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C.UTF-8',
      '--no-instructions',
    ]);
  } catch (cause) {
    await clearUnfinished(cluster);
    throw explain('PostgreSQL could not initialise its data directory', cause, cluster);
  } finally {
    await rm(forInitdb, { force: true });
  }
  await writeFile(passwordFile, password, { mode: 0o600 });
  return password;
}

async function readPassword(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CannotStart(
      `The file ${file} cannot be read: another user started Odolog here before.`,
      'Start Odolog as that user, or choose another place with ODOLOG_DATA_DIR.',
      { cause },
    );
  }
}

/** A server that has run has a log. Without its password nobody gets in, but what it holds is not ours to delete. */
function refuseToForget(cluster: Cluster, passwordFile: string): void {
  if (!existsSync(cluster.logFile)) return;
  throw new CannotStart(
    `The database in ${cluster.folder} has been in use, but its password in ${passwordFile} is gone.`,
    'Put that file back from a backup, or move the folder away to begin anew.',
  );
}

/** An initdb that was killed leaves a folder that neither starts nor can be initialised; it holds no data yet. */
async function clearUnfinished(cluster: Cluster): Promise<void> {
  await rm(cluster.dataDir, { recursive: true, force: true });
  await mkdir(cluster.dataDir, { recursive: true, mode: 0o700 });
  if (cluster.account) await chown(cluster.dataDir, cluster.account.uid, cluster.account.gid);
}
