import { forTenant, type TenantTransaction } from '@odolog/db';
import { type EventToAppend } from '@odolog/event-store';
import type { EventTypeName } from '@odolog/events';
import { type About, anEvent, atAStore, type TestTenant } from '@odolog/testing';
import { beforeAll } from 'vitest';

/** The day on which it is looked at. */
export const today = '2026-03-20';

type Events = Record<
  'anchor' | 'partial' | 'closing' | 'cheap' | 'trailing' | 'typo' | 'toll' | 'purchase' | 'reminder',
  EventToAppend
>;

/** A vehicle that was bought, driven and fuelled from January to March, with its models folded. */
export function aSpring() {
  const on = atAStore();
  let tenant: TestTenant;
  let vehicle: string;
  let events: Events;
  beforeAll(async () => {
    tenant = await on.aTenant();
    vehicle = await on.aVehicle(tenant);
    events = eventsOf(tenant, vehicle);
    await on.store.appendAll(Object.values(events));
    await on.fold();
  });
  return {
    on,
    get tenant() {
      return tenant;
    },
    get vehicle() {
      return vehicle;
    },
    get events() {
      return events;
    },
    read: <Result>(query: (trx: TenantTransaction) => Promise<Result>) =>
      forTenant(on.api(), tenant.tenantId, query),
  };
}

function eventsOf(tenant: TestTenant, vehicle: string): Events {
  const of = (type: EventTypeName, about: About) => anEvent(type, tenant, vehicle, about);
  const fill = (litres: number, about: About, fillTo = 'full') =>
    of('fuel', {
      ...about,
      data: {
        volume: { value: litres, unit: 'L' },
        total: { amount: `${litres}.00`, currency: 'EUR' },
        energy: 'petrol',
        fill: fillTo,
      },
    });
  const spent = (category: string, amount: string, currency: string, date: string) =>
    of('expense', { date, data: { category, total: { amount, currency } } });
  return {
    purchase: spent('purchase', '9000.00', 'EUR', '2026-01-01'),
    anchor: fill(30, { date: '2026-01-10', km: 1000 }),
    partial: fill(20, { date: '2026-02-10', km: 1400 }, 'partial'),
    closing: fill(25, { date: '2026-02-20', km: 1600 }),
    cheap: fill(30, { date: '2026-03-01', km: 2100 }),
    trailing: fill(10, { date: '2026-03-10', km: 2200 }, 'partial'),
    typo: of('odometer', {
      date: '2026-03-11',
      data: {},
      odometer: { value: 22_000, unit: 'km', void: true },
      odometerM: 22_000_000,
    }),
    toll: spent('toll', '9.00', 'CHF', '2026-03-12'),
    reminder: of('reminder', { date: '2026-03-12' }),
  };
}
