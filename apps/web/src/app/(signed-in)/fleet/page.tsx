import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { answer, type Api } from '@/api/client';
import type { Me, Vehicle } from '@/api/schema.gen';
import { dateOf, dayNumber } from '@/charts/days';
import { dayIn } from '@/format/today';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { FleetTable } from './fleet-table';
import { fleetRows } from './fleet-rows';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fleet'))('title') };
}

/** Fills older than this say nothing about how a vehicle runs now. */
const recentDays = 90;

export default async function FleetPage() {
  const api = await serverApi();
  const me: Me = await viewer();
  if (!me.allowedSomewhere.includes('vehicle.read')) notFound();
  const today = dayIn(me.preferences.timeZone);
  const from = dateOf(dayNumber(today) - recentDays);
  const [vehicles, garages, fills] = await Promise.all([
    allVehicles(api),
    answer(api.GET('/api/v1/garages')),
    answer(
      api.GET('/api/v1/timeline', { params: { query: { type: ['fuel', 'charge'], from, limit: 200 } } }),
    ),
  ]);
  return (
    <FleetTable
      rows={fleetRows(vehicles, fills.items, today)}
      garages={garages.items}
      today={today}
      tenant={me.tenant.name}
    />
  );
}

/** Page by page: a fleet can be larger than one answer. */
async function allVehicles(api: Api): Promise<Vehicle[]> {
  const vehicles: Vehicle[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await answer(
      api.GET('/api/v1/vehicles', { params: { query: { limit: 200, ...(cursor && { cursor }) } } }),
    );
    vehicles.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return vehicles;
}
