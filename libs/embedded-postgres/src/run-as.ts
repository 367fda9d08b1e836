import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { CannotStart } from './cannot-start.js';

const execFileAsync = promisify(execFile);

/** The account that PostgreSQL runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Runs a program of PostgreSQL; rejects with its output when it fails. */
export type Run = (program: string, args: readonly string[]) => Promise<{ stdout: string; stderr: string }>;

/** PostgreSQL refuses root: under root it runs as `postgres` where that account exists, else as `nobody`. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new CannotStart(
    'PostgreSQL refuses to run as root, and this system has neither a `postgres` nor a `nobody` account.',
    'Start Odolog as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 of your own.',
  );
}

/**
 * How to run PostgreSQL's programs. `folders` are those that its account must enter: where a folder above them is
 * closed to it (a clone inside a 0700 home), it gets the one capability to look up paths, and nothing else of root's.
 */
export function runnerFor(account: Account | undefined, folders: readonly string[]): Run {
  if (!account) return async (program, args) => execFileAsync(program, [...args]);
  if (canEnter(direct(account), folders)) {
    return async (program, args) => execFileAsync(program, [...args], { uid: account.uid, gid: account.gid });
  }
  for (const capability of ['dac_read_search', 'dac_override']) {
    const prefix = withCapability(account, capability);
    if (!canEnter(prefix, folders)) continue;
    return async (program, args) => execFileAsync(prefix[0]!, [...prefix.slice(1), program, ...args]);
  }
  const closed = folders.find((folder) => !canEnter(direct(account), [folder]));
  throw new CannotStart(
    `PostgreSQL runs as \`${account.name}\` under root, and that account may not enter ${closed}.`,
    `Open the folders on that path (\`chmod o+x\` on each of them), choose another place with ODOLOG_DATA_DIR, ` +
      'start Odolog as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 of your own.',
  );
}

type Prefix = readonly string[] & { readonly account?: Account };

const direct = (account: Account): Prefix => Object.assign([] as string[], { account });

const withCapability = (account: Account, capability: string): Prefix => [
  'setpriv',
  `--reuid=${account.uid}`,
  `--regid=${account.gid}`,
  '--clear-groups',
  `--inh-caps=+${capability}`,
  `--ambient-caps=+${capability}`,
];

/** Tries it with the account's own eyes: permissions, access lists and mounts all count. */
function canEnter(prefix: Prefix, folders: readonly string[]): boolean {
  const as = prefix.account ? { uid: prefix.account.uid, gid: prefix.account.gid } : {};
  return folders.every((folder) => {
    const [command, ...args] = [...prefix, 'ls', '-d', `${folder}/.`];
    return spawnSync(command!, args, { cwd: '/', stdio: 'ignore', ...as }).status === 0;
  });
}
