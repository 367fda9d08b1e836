import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import type { TestDatabase } from '@odolog/testing';

/** The API starts with none that can be guessed. */
const authSecret = randomBytes(24).toString('hex');
const entry = path.join(import.meta.dirname, '../dist/main.js');

/** The built API as a process of its own, as the launcher starts it. */
export interface ApiProcess {
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface Place {
  readonly port: number;
  readonly outboxDir: string;
}

/** Starts the API on a port, and waits until it listens. */
export async function startApi(database: TestDatabase, { port, outboxDir }: Place): Promise<ApiProcess> {
  const child = fork(entry, {
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      ODOLOG_URL: `http://127.0.0.1:${port}`,
      ODOLOG_API_DATABASE_URL: database.url('odolog_api'),
      ODOLOG_AUTH_DATABASE_URL: database.url('odolog_auth'),
      ODOLOG_AUTH_SECRET: authSecret,
      ODOLOG_OUTBOX_DIR: outboxDir,
      ODOLOG_LOG_LEVEL: 'silent',
    },
    // the built API: the condition under which tests read source would reach it too
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The API ended with code ${String(code)}`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return { kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
