import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { databaseBefore } from './database-before.js';

const tenant = randomUUID();
const [garage, key] = [randomUUID(), randomUUID()];

/** As it was before what keys stand for was marked, with a garage that a claim names, and a claim that names nothing. */
const before = databaseBefore(380, async (client) => {
  await client.query(`INSERT INTO app.tenants (id, name) VALUES ($1, 'Household')`, [tenant]);
  await client.query(
    `INSERT INTO app.garages (tenant_id, id, name, created_by) VALUES ($1, $2, 'North', $1)`,
    [tenant, garage],
  );
  for (const id of [garage, key])
    await client.query(
      `INSERT INTO app.idempotent_requests (tenant_id, id, operation, content_hash) VALUES ($1, $2, 'createGarage', 'x')`,
      [tenant, id],
    );
});

it('takes for keys of before what nothing was made under', async () => {
  await before.migrate();
  const marked = await before.query('SELECT id FROM app.idempotent_requests WHERE of_key');
  expect(marked).toEqual([{ id: key }]);
});
