import { loginRoles, type LoginRole } from '@odolog/migrate';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asRole, outcome, said, type Settings } from './isolation/as-role.js';
import { calls } from './isolation/calls.js';
import { disguise } from './isolation/disguise.js';
import { hasRowOf, marksOf, tablesOf } from './isolation/fill-every-table.js';
import { tellsOf } from './isolation/foreign-rows.js';
import { functionsFor, type Callable } from './isolation/functions.js';
import type { Occupant } from './isolation/occupant.js';
import { twoTenants, type TwoTenants } from './isolation/two-tenants.js';

let on: TwoTenants;
beforeAll(async () => {
  on = await twoTenants();
});
afterAll(() => on.database.drop());

const called = async (client: PoolClient, { name, argumentTypes }: Callable, given: readonly unknown[]) => {
  const places = argumentTypes.map((type, at) => `$${at + 1}::${type}`).join(', ');
  return JSON.stringify((await client.query(`SELECT * FROM ${name}(${places}) AS answer`, [...given])).rows);
};

/** Whose session it is that asks about the victim. */
const sessions: Readonly<Record<string, () => Settings>> = {
  'no tenant': () => ({}),
  'another tenant': () => ({ 'app.tenant_id': on.intruder.tenantId }),
  'another tenant, and a list with the victim in it': () => ({
    'app.tenant_id': on.intruder.tenantId,
    'app.tenant_ids': `{${on.victim.tenantId}}`,
  }),
  'another person': () => ({ 'app.person_id': on.intruder.userId }),
};

/** What those who append and speak of people must be refused, rather than answered with nothing. */
const refusedElsewhere = [
  'app.accept_terms',
  'app.append_all',
  'app.append_event',
  'app.append_group',
  'app.create_tenant',
  'app.memberships_at_hand',
  'app.open_stream',
];

/** Every row of the victim as it stands now. */
async function rowsOf(occupant: Occupant): Promise<Record<string, string>> {
  const { pool } = on.database.admin();
  const rows: Record<string, string> = {};
  for (const { name } of await tablesOf(pool)) {
    const { rows: found } = await pool.query<{ all: string }>(
      `SELECT COALESCE(string_agg(t::text, ' ' ORDER BY t::text), '') AS all FROM ${name} t WHERE t::text ~ $1`,
      [marksOf(occupant).join('|')],
    );
    rows[name] = found[0]!.all;
  }
  return rows;
}

/** What the role can call that is not written down for it. */
async function unexpectedFor(role: LoginRole): Promise<string[]> {
  const names = (await functionsFor(on.database, role)).map(({ name }) => name);
  return names.filter((name) => {
    const call = calls[name];
    return !call || (call.aboutAnyone && !call.aboutAnyone.roles.includes(role));
  });
}

/** As the role would do it, and with lasting effect. */
async function committed(role: LoginRole, settings: Settings, work: (client: PoolClient) => Promise<string>) {
  return asRole({ database: on.database, role, settings }, async (client) => {
    await disguise(client, role);
    const text = await work(client);
    await client.query('COMMIT');
    return text;
  });
}

test('every line of the table is a function that somebody may call', async () => {
  const reachable = await Promise.all(loginRoles.map((role) => functionsFor(on.database, role)));
  const names = new Set(reachable.flat().map(({ name }) => name));
  expect(Object.keys(calls).filter((name) => !names.has(name))).toEqual([]);
});

test('every function that must be refused elsewhere is looked at', async () => {
  const reachable = (await functionsFor(on.database, 'odolog_api')).map(({ name }) => name);
  expect(refusedElsewhere.filter((name) => !reachable.includes(name))).toEqual([]);
});

describe.each(loginRoles)('%s', (role) => {
  test('may call no function but those that are written down here', async () => {
    expect(await unexpectedFor(role)).toEqual([]);
  });

  test('gets the answer of each in the right tenant', async () => {
    const failed: Record<string, string> = {};
    for (const callable of await functionsFor(on.database, role)) {
      const call = calls[callable.name]!;
      const settings = call.settings?.(on.victim) ?? { 'app.tenant_id': on.victim.tenantId };
      const attempt = asRole({ database: on.database, role, settings }, async (client) => {
        await disguise(client, role);
        return called(client, callable, call.given(on.victim));
      });
      const status = await outcome(attempt);
      const text = await said(attempt);
      // No policy shows the owner a row: it is there for migrations alone.
      const expected = role === 'odolog_owner' ? '' : (call.answers?.(on.victim) ?? '');
      if (status !== 'done' || !text.includes(expected)) failed[callable.name] = `${status}: ${text}`;
    }
    expect(failed).toEqual({});
  });

  test.each(Object.keys(sessions))(
    'with %s learns nothing of the victim and changes nothing',
    async (session) => {
      const before = await rowsOf(on.victim);
      const leaks: string[] = [];
      for (const callable of await functionsFor(on.database, role)) {
        const { aboutAnyone, opensBySecret, given } = calls[callable.name]!;
        if (aboutAnyone !== undefined) continue;
        const values = given(opensBySecret ? { ...on.victim, secret: 'guessed' } : on.victim);
        const settings = sessions[session]!();
        const attempt = committed(role, settings, (client) => called(client, callable, values));
        const status = await outcome(attempt);
        if (refusedElsewhere.includes(callable.name) && status !== '42501')
          leaks.push(`${callable.name}: ${status}`);
        const known = marksOf(on.victim).filter((mark) => JSON.stringify([values, settings]).includes(mark));
        if (tellsOf(on.victim, await said(attempt), known)) leaks.push(`${callable.name} tells`);
      }
      expect(leaks).toEqual([]);
      expect(await rowsOf(on.victim)).toEqual(before);
    },
  );
});

test.each(['odolog_api', 'odolog_worker'] as const)(
  'what speaks of anyone is found with %s, once somebody lets it',
  async (role) => {
    const { pool } = on.database.admin();
    const aboutPeople = 'app.follow_claims, app.memberships_of';
    await pool.query(`GRANT EXECUTE ON FUNCTION ${aboutPeople} TO ${role}`);
    try {
      expect(await unexpectedFor(role)).toEqual(aboutPeople.split(', '));
    } finally {
      await pool.query(`REVOKE EXECUTE ON FUNCTION ${aboutPeople} FROM ${role}`);
    }
  },
);

test('the rows that were compared are there', async () => {
  const rows = await rowsOf(on.victim);
  expect(rows['app.vehicle_events']).toContain(on.victim.eventId);
  expect(await hasRowOf(on.database.admin().pool, 'app.terms_acceptances', on.victim)).toBe(true);
});
