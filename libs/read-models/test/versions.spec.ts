import { createHash } from 'node:crypto';
import type { EventTypeName } from '@odolog/events';
import { anEvent, atAStore, tablesOf } from '@odolog/testing';
import { expect, it } from 'vitest';
import { projectors } from '../src/projectors.js';

const on = atAStore();

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const dayOf = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);

const voidHours: { readonly [type: string]: { readonly data: object } } = {
  'hours-meter': { data: { hours: 1300, hoursVoid: true } },
  maintenance: { data: { items: [{ kind: 'engine-oil' }], hours: 1310, hoursVoid: true } },
};
/** Not simply all there are: of a type that is new nobody has rows that would have to be folded anew. */
const kinds: readonly EventTypeName[] = [
  'acquired',
  'archived',
  'charge',
  'document',
  'expense',
  'fuel',
  'hours-meter',
  'hours-meter-replacement',
  'inspection',
  'maintenance',
  'note',
  'odometer',
  'odometer-replacement',
  'received',
  'reminder',
  'reminder-completed',
  'reminder-dismissed',
  'reminder-snoozed',
  'sold',
  'transferred',
];

/** The example of each, a day after the other: twice with readings that count, then once with void ones. */
async function appendOneOfEach(): Promise<string> {
  const tenant = await on.aTenant();
  const vehicle = idOf(0);
  await on.store.openStream(tenant.tenantId, vehicle);
  for (const [at, type] of [...kinds, ...kinds, ...kinds].entries()) {
    const odometer = { value: 10_000 + 500 * at, unit: 'km' as const };
    const about = { id: idOf(1 + at), date: dayOf(at), odometerM: odometer.value * 1000 };
    const counts = { ...about, odometer };
    const uncounted = {
      ...about,
      odometer,
      ...(voidHours[type] ?? { odometer: { ...odometer, void: true } }),
    };
    await on.store.append(anEvent(type, tenant, vehicle, at < 2 * kinds.length ? counts : uncounted));
  }
  return tenant.tenantId;
}

it('a projector whose rows of the same events change has a higher version', async () => {
  const tenantId = await appendOneOfEach();
  await on.fold();
  const tables = await tablesOf(on.api(), tenantId);
  const rowsOf = (names: readonly string[]) => JSON.stringify(names.map((name) => tables[name]));
  const fingerprints = Object.fromEntries(
    projectors.map(({ name, version, tables: own }) => [
      `${name}, version ${version}`,
      createHash('sha256').update(rowsOf(own)).digest('hex').slice(0, 12),
    ]),
  );
  expect(fingerprints, 'raise the version of what differs, then write its fingerprint here').toEqual({
    'cost-rollups, version 1': 'a08de9a21e66',
    'fuel-segments, version 2': 'a4ba54daebaa',
    'hours-readings, version 2': '873d4d8009d2',
    'odometer-readings, version 2': 'bf8f156a57e4',
    'reminders, version 3': '28b430e4d5df',
    'vehicle-summary, version 1': '35209afa36c9',
  });
});
