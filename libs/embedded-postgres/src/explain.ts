import { CannotStart } from './cannot-start.js';
import type { Cluster } from './cluster.js';

/** Turns what a program of PostgreSQL printed when it failed into what a person can do about it. */
export function explain(what: string, cause: unknown, cluster: Cluster, log = ''): CannotStart {
  const output = `${(cause as { stderr?: string }).stderr ?? ''}\n${log}`.trim();
  if (/No space left on device/.test(output)) {
    return new CannotStart(
      `${what}: the disk is full.`,
      'Free some space, or choose another disk with ODOLOG_DATA_DIR.',
      { cause },
    );
  }
  if (/Address already in use|could not bind/.test(output)) {
    return new CannotStart(
      `${what}: its port is taken by another program.`,
      'Start again: another free port is chosen.',
      { cause },
    );
  }
  if (/Permission denied/.test(output)) {
    return new CannotStart(
      `${what}: ${cluster.dataDir} is closed to it.`,
      `Give that folder to ${cluster.account?.name ?? 'the user who starts Odolog'}, or choose another with ODOLOG_DATA_DIR.`,
      { cause },
    );
  }
  return new CannotStart(`${what}:\n${output}`, `Look into ${cluster.logFile}.`, { cause });
}
