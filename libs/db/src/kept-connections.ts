import type pg from 'pg';

/**
 * How long a pool keeps a connection that nobody asks. Whoever has read a page asks for the next by five connections, and node-postgres
 * lets go of them after 10 seconds: the first answer by a new one, with its sign-in, catalogue and plans, took four times the
 * database's CPU. Three minutes are shorter than what firewalls and balancers between the processes forget a silent connection
 * after (four, where they are strict); one that a server or a pooler closes first is replaced with the next question.
 */
export const keptConnections = {
  idleTimeoutMillis: 180_000,
  keepAlive: true,
  // Else the system's own two hours.
  keepAliveInitialDelayMillis: 30_000,
} as const satisfies pg.PoolConfig;
