import { expect, test } from 'vitest';
import { inAFleet } from './in-a-fleet.js';
import type { Person, Reply } from './test-app.js';

const fleet = inAFleet();

interface Garage {
  readonly url: string;
  /** Manages it, by a role there. */
  readonly mia: Person;
}

async function aManagedGarage(): Promise<Garage> {
  const { id } = (await fleet.owner.call({ url: '/v1/garages', body: { name: 'North' } })).body;
  const mia = await fleet.aMember('driver', 'Mia');
  const url = `/v1/garages/${id}`;
  const role = { userId: mia.userId, role: 'manager' };
  expect((await fleet.owner.call({ url: `${url}/members`, body: role })).status).toBe(201);
  return { url, mia };
}

const deleted = ({ url }: Garage) => fleet.owner.call({ method: 'DELETE', url });
const renamed = ({ url, mia }: Garage) => mia.call({ method: 'PATCH', url, body: { name: 'South' } });
const deletedByMia = ({ url, mia }: Garage) => mia.call({ method: 'DELETE', url });
const invited = ({ url, mia }: Garage) =>
  mia.call({ url: `${url}/invitations`, body: { email: 'kim@example.org', role: 'driver' } });
const madeDriver = ({ url, mia }: Garage) =>
  fleet.owner.call({ url: `${url}/members`, body: { userId: mia.userId, role: 'driver' } });

/** Once each waits for a lock in its turn, all may go on. */
async function inTurn(garage: Garage, asking: readonly ((garage: Garage) => Promise<Reply>)[]) {
  const { pool } = fleet.on.database.admin();
  const holder = await pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM app.garages WHERE id = $1 FOR UPDATE', [garage.url.split('/').at(-1)]);
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const answers: Promise<Reply>[] = [];
  for (const ask of asking) {
    answers.push(ask(garage));
    await expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(answers.length);
  }
  await holder.query('COMMIT');
  holder.release();
  return (await Promise.all(answers)).map(({ status }) => status);
}

test.each([
  ['is deleted, and its manager invites somebody to it', [deleted, invited], [204, 403]],
  ['has its manager made a driver, who renames it', [madeDriver, renamed], [201, 403]],
  ['has its manager made a driver, who deletes it', [madeDriver, deletedByMia], [201, 403]],
] as const)('nobody waits for whom they keep waiting where a garage %s', async (_what, asking, statuses) => {
  expect(await inTurn(await aManagedGarage(), asking)).toEqual(statuses);
});
