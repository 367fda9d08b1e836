/** What has been opened and is closed in the opposite order, once, on a signal or when the start fails. */
export interface Shutdown {
  /** Aborted as soon as the end has begun. */
  readonly signal: AbortSignal;
  add(close: () => Promise<unknown>, force: () => unknown): void;
  /** Closes everything. */
  run(): Promise<void>;
}

/** npm passes a terminal's Ctrl-C on that we got already: signals this close together are one. */
const sameSignalMs = 500;

/** Ends the process on SIGINT, SIGTERM and SIGHUP: in order the first time, at once the second. */
export function createShutdown(say: (line: string) => void): Shutdown {
  const steps: { close: () => Promise<unknown>; force: () => unknown }[] = [];
  const begun = new AbortController();
  let running: Promise<void> | undefined;
  let lastSignalAt = 0;

  const closeAll = async (): Promise<void> => {
    begun.abort();
    for (const step of [...steps].reverse()) await step.close();
  };
  const run = (): Promise<void> => (running ??= closeAll());

  const onSignal = async (): Promise<void> => {
    const repeated = Date.now() - lastSignalAt < sameSignalMs;
    lastSignalAt = Date.now();
    if (repeated) return;
    if (running) {
      say('Ending at once');
      await Promise.allSettled([...steps].reverse().map((step) => step.force()));
      process.exit(1);
    }
    say('Stopping (once more to end at once)');
    await run();
    say('Stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void onSignal());
  process.once('disconnect', () => void onSignal());

  return { signal: begun.signal, add: (close, force) => steps.push({ close, force }), run };
}
