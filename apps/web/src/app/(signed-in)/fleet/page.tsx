import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { answer } from '@/api/client';
import type { Me } from '@/api/schema.gen';
import { inColumns } from '@/columns/columns';
import { presentAndFormer } from '@/format/departure';
import { dayIn } from '@/format/today';
import { CatchUp } from '@/refresh/catch-up';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { everyVehicle } from '../every-vehicle';
import { FleetTable } from './fleet-table';
import { fleetRows } from './fleet-rows';
import { hiddenColumnsCookie, hiddenIn } from './kept-columns';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fleet'))('title') };
}

export default async function FleetPage() {
  const api = await serverApi();
  const me: Me = await viewer();
  if (!me.allowedSomewhere.includes('vehicle.read')) notFound();
  const today = dayIn(me.preferences.timeZone);
  const [vehicles, garages, fleet] = await Promise.all([
    everyVehicle(api),
    answer(api.GET('/api/v1/garages')),
    answer(api.GET('/api/v1/fleet')),
  ]);
  return (
    <>
      <FleetTable
        rows={inColumns(fleetRows(presentAndFormer(vehicles).present, fleet.items, today))}
        garages={garages.items}
        today={today}
        tenant={me.tenant.name}
        hidden={hiddenIn((await cookies()).get(hiddenColumnsCookie)?.value)}
      />
      <CatchUp />
    </>
  );
}
