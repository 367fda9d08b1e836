import { expect, test } from 'vitest';
import { sample, uploads } from './uploads.js';

const at = uploads();

/** No room for more than so many events of a vehicle: what PostgreSQL says of a disk that is full. */
async function withRoomFor(events: number, work: () => Promise<void>): Promise<void> {
  const { pool } = at.on.database.admin();
  await pool.query(
    `CREATE FUNCTION public.be_full() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`,
  );
  await pool.query(
    `CREATE TRIGGER full_disk BEFORE INSERT ON app.vehicle_events FOR EACH ROW
       WHEN (NEW.version > ${events}) EXECUTE FUNCTION public.be_full()`,
  );
  await work();
  await pool.query('DROP TRIGGER full_disk ON app.vehicle_events');
  await pool.query('DROP FUNCTION public.be_full()');
}

const imports = async () =>
  (await at.robin.call({ url: `/v1/imports?vehicleId=${at.vehicleId}` })).body.items.map(
    ({ status }: { status: string }) => status,
  );

test('an import during which the disk fills leaves nothing, says so, and goes on under its key once there is room', async () => {
  await withRoomFor(1, async () => {
    for (const key of [undefined, 'the same again']) {
      const refused = await at.upload(sample, {}, { ...(key && { key }) });
      expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(refused.headers['retry-after']).toBeDefined();
    }
    expect(await at.timeline()).toEqual([]);
    expect(await imports()).toEqual([]);
  });
  const { body } = await at.upload(sample, {}, { key: 'the same again' });
  expect(body).toMatchObject({ status: 'done', created: 3, duplicates: 0 });
  expect(await at.timeline()).toHaveLength(3);
  expect(await imports()).toEqual(['done']);
});

/** Nobody may read an event: what PostgreSQL says where it has no memory left. */
async function withoutMemory(work: () => Promise<void>): Promise<void> {
  const { pool } = at.on.database.admin();
  await pool.query(
    `CREATE FUNCTION public.be_short(of_event uuid) RETURNS boolean LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION 'out of memory' USING ERRCODE = 'out_of_memory'; END $$`,
  );
  await pool.query(
    `CREATE POLICY no_memory ON app.vehicle_events AS RESTRICTIVE FOR SELECT TO odolog_api USING (public.be_short(id))`,
  );
  await work();
  await pool.query('DROP POLICY no_memory ON app.vehicle_events');
  await pool.query('DROP FUNCTION public.be_short(uuid)');
}

test('an import whose rows are there is kept where the answer to it cannot be read, and goes on under its key', async () => {
  const key = 'what became of it';
  await withoutMemory(async () =>
    expect(await at.upload(sample, {}, { key })).toMatchObject({ status: 503 }),
  );
  expect(await at.timeline()).toHaveLength(3);
  expect(await imports()).toEqual(['interrupted']);
  expect((await at.upload(sample, {}, { key })).body).toMatchObject({ status: 'done', created: 3 });
  expect(await imports()).toEqual(['done']);
});
