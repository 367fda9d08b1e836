import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { answer, type Api } from '@/api/client';
import type { Me, Vehicle } from '@/api/schema.gen';
import { dayIn } from '@/format/today';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { FleetTable } from './fleet-table';
import { fleetRows } from './fleet-rows';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fleet'))('title') };
}

export default async function FleetPage() {
  const api = await serverApi();
  const me: Me = await viewer();
  if (!me.allowedSomewhere.includes('vehicle.read')) notFound();
  const today = dayIn(me.preferences.timeZone);
  const [vehicles, garages, fleet] = await Promise.all([
    allVehicles(api),
    answer(api.GET('/api/v1/garages')),
    answer(api.GET('/api/v1/fleet')),
  ]);
  return (
    <FleetTable
      rows={fleetRows(vehicles, fleet.items, today)}
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
