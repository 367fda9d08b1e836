import { testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDatabase, type Database } from './database.js';

const secondMs = 1000;

describe('a pool', () => {
  let database: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    db = createDatabase({ connectionString: database.url('odolog_api'), max: 1 });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await db.close();
  });

  const backend = async () => {
    const { rows } = await db.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return rows[0]!.pid;
  };

  it('keeps its connection while a page is read', async () => {
    const before = await backend();
    vi.advanceTimersByTime(150 * secondMs);
    expect(await backend()).toBe(before);
  });

  it('lets go of it before what stands between forgets it', async () => {
    await backend();
    expect(db.pool.idleCount).toBe(1);
    vi.advanceTimersByTime(240 * secondMs);
    expect(db.pool.totalCount).toBe(0);
  });

  it('asks by another where the server has closed it', async () => {
    const before = await backend();
    const gone = new Promise((resolve) => db.pool.once('remove', resolve));
    await database.admin().pool.query('SELECT pg_terminate_backend($1)', [before]);
    await gone;
    expect(await backend()).not.toBe(before);
  });
});
