import { setTimeout as wait } from 'node:timers/promises';
import { forTenant } from '@odolog/db';
import {
  projectionHealth,
  projectorPositions,
  projectors,
  waitForPosition,
  type Projector,
} from '@odolog/read-models';
import { anEvent, aReading, atAStore, rebuildAll, tablesOf } from '@odolog/testing';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { ProjectionLoop } from '../src/projections/projection-loop.js';

const on = atAStore();
const running: ProjectionLoop[] = [];
afterEach(() => Promise.all(running.splice(0).map((loop) => loop.stop())));

function start(options: Partial<ConstructorParameters<typeof ProjectionLoop>[0]> = {}): ProjectionLoop {
  const loop = new ProjectionLoop({
    db: on.worker(),
    projectors,
    lanes: 4,
    log: pino({ level: 'silent' }),
    ...options,
  });
  loop.start();
  running.push(loop);
  return loop;
}

async function aHousehold() {
  const tenant = await on.aTenant();
  const vehicle = await on.aVehicle(tenant);
  return { tenant, vehicle };
}

/** What a worker meets that is older than the api: not even the superuser can change an event but by switching triggers off. */
async function asWrittenByANewerVersion(eventId: string): Promise<void> {
  await on.database
    .admin()
    .kysely.transaction()
    .execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      await sql`UPDATE app.vehicle_events SET schema_version = 99 WHERE id = ${eventId}`.execute(trx);
    });
}

const reached = (tenantId: string, position: number) =>
  waitForPosition(on.api(), { tenantId, position }, { timeoutMs: 15_000 });

describe('the projection loop', () => {
  it('shares tenants between two workers, and each event is folded once by each projector', async () => {
    const folded: string[] = [];
    for (let worker = 0; worker < 2; worker += 1)
      start({
        onTurn: ({ projector, tenantId }, turn) => {
          if (turn.status === 'advanced')
            folded.push(...Array<string>(turn.events).fill(`${projector} ${tenantId}`));
        },
      });
    const households = await Promise.all(Array.from({ length: 5 }, aHousehold));
    await Promise.all(
      households.flatMap(({ tenant, vehicle }) =>
        Array.from({ length: 60 }, (_, day) =>
          on.store.append(anEvent('note', tenant, vehicle, { notes: `${day}` })),
        ),
      ),
    );
    for (const { tenant } of households)
      expect(await reached(tenant.tenantId, 60)).toEqual({ position: 60, stale: false });
    const lanes = Map.groupBy(folded, (lane) => lane);
    expect(lanes.size).toBe(households.length * projectors.length);
    expect([...lanes.values()].map((events) => events.length)).toEqual(Array(lanes.size).fill(60));
  });

  it('stops one projector of one tenant at an event that it cannot fold, and names it', async () => {
    const [broken, sound] = [await aHousehold(), await aHousehold()];
    await on.store.append(aReading(broken.tenant, broken.vehicle, { km: 100 }));
    const newer = anEvent('note', broken.tenant, broken.vehicle);
    await on.store.append(newer);
    await asWrittenByANewerVersion(newer.id);
    await on.store.append(aReading(broken.tenant, broken.vehicle, { km: 200 }));
    await on.store.append(aReading(sound.tenant, sound.vehicle, { km: 100 }));
    start();
    expect(await reached(sound.tenant.tenantId, 1)).toMatchObject({ stale: false });
    await reached(broken.tenant.tenantId, 1);

    const failure = { eventId: newer.id, position: 2, message: 'Unknown event type note of version 99' };
    await expect
      .poll(() => forTenant(on.api(), broken.tenant.tenantId, projectorPositions))
      .toEqual(
        projectors.map(() =>
          expect.objectContaining({ position: 1, failure: expect.objectContaining(failure) }),
        ),
      );
    const health = await projectionHealth(on.worker());
    expect(health.map(({ failures }) => failures)).toEqual(
      projectors.map(() => [expect.objectContaining({ tenantId: broken.tenant.tenantId, ...failure })]),
    );
  });

  it('tries again with growing pauses, and goes on when the event can be folded', async () => {
    const { tenant, vehicle } = await aHousehold();
    let broken = true;
    const fragile: Projector = {
      name: 'fragile',
      version: 1,
      tables: [],
      apply: async () => {
        if (broken) throw new Error('not yet');
      },
    };
    start({ projectors: [fragile] });
    await on.store.append(aReading(tenant, vehicle, { km: 100 }));
    const attempts = async () => {
      const [position] = await forTenant(on.api(), tenant.tenantId, projectorPositions);
      return position?.failure?.attempts ?? 0;
    };
    await expect.poll(attempts, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
    broken = false;
    await expect.poll(attempts, { timeout: 10_000 }).toBe(0);
    const [position] = await forTenant(on.api(), tenant.tenantId, projectorPositions);
    expect(position).toMatchObject({ projector: 'fragile', position: 1, failure: null });
  });

  it('folds anew by itself what an older version of a projector has folded, and leaves the rest to the newer', async () => {
    const { tenant, vehicle } = await aHousehold();
    const folded: string[] = [];
    const tally = (version: number): Projector => ({
      name: 'tally',
      version,
      tables: [],
      apply: async (_trx, { tenantId, generation }, { recorded }) => {
        if (tenantId !== tenant.tenantId) return;
        for (const { event } of recorded) folded.push(`${version}.${generation}: ${event.version}`);
      },
    });
    const standing = async () => {
      const { rows } = await sql<{ generation: number; version: number; live: boolean; position: number }>`
        SELECT generation, version, live, position FROM app.projector_checkpoints 
         WHERE projector = 'tally' AND tenant_id = ${tenant.tenantId}`.execute(on.worker().kysely);
      return rows;
    };
    await on.store.append(aReading(tenant, vehicle, { km: 100 }));
    const older = start({ projectors: [tally(1)] });
    await expect.poll(standing).toEqual([{ generation: 1, version: 1, live: true, position: 1 }]);
    start({ projectors: [tally(2)] });
    await expect.poll(standing).toEqual([{ generation: 2, version: 2, live: true, position: 1 }]);
    await on.store.append(aReading(tenant, vehicle, { km: 200 }));
    older.wake();
    await expect.poll(standing).toEqual([{ generation: 2, version: 2, live: true, position: 2 }]);
    expect(folded).toEqual(['1.1: 1', '2.2: 1', '2.2: 2']);
  });

  it('rebuilds beside the model that readers see while events go on coming in', async () => {
    const { tenant, vehicle } = await aHousehold();
    const append = (km: number) => on.store.append(aReading(tenant, vehicle, { km }));
    for (let km = 1; km <= 30; km += 1) await append(km);
    start();
    await reached(tenant.tenantId, 30);

    let rebuilding = true;
    const seen: number[] = [];
    const readers = (async () => {
      while (rebuilding) {
        const { odometer_readings: readings } = await tablesOf(on.api(), tenant.tenantId);
        seen.push(readings!.length);
      }
    })();
    const appends = (async () => {
      for (let km = 31; km <= 90; km += 1) {
        await append(km);
        await wait(2);
      }
    })();
    for (let times = 0; times < 3; times += 1) await rebuildAll(on.worker(), tenant.tenantId, 4);
    await appends;
    await reached(tenant.tenantId, 90);
    await rebuildAll(on.worker(), tenant.tenantId);
    rebuilding = false;
    await readers;

    expect(seen.length).toBeGreaterThan(5);
    expect(seen, 'never fewer than before').toEqual(seen.toSorted((a, b) => a - b));
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(30);
    const { odometer_readings: readings } = await tablesOf(on.api(), tenant.tenantId);
    expect(readings).toHaveLength(90);
  });
});
