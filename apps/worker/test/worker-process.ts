import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const entry = path.join(import.meta.dirname, '../dist/main.js');

/** A worker as the launcher starts it. */
export async function startWorker(urls: {
  readonly worker: string;
  readonly jobs: string;
  /** Without it messages would be files. */
  readonly smtpUrl?: string;
}): Promise<ChildProcess> {
  const child = fork(entry, {
    env: {
      ODOLOG_WORKER_DATABASE_URL: urls.worker,
      ODOLOG_JOBS_DATABASE_URL: urls.jobs,
      ODOLOG_LOG_LEVEL: 'silent',
      ...(urls.smtpUrl !== undefined && { ODOLOG_SMTP_URL: urls.smtpUrl }),
    },
    // the built worker: the condition under which tests read source would reach it too
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the worker ended with code ${String(code)}`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return child;
}

/** As a power cut would end it. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
