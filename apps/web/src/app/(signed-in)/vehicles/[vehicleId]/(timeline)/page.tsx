import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import { dayIn } from '@/format/today';
import { viewerFormat } from '@/format/viewer-format';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { isPast, viewQuery } from '@/time-travel/point-of-view';
import { TimeTravel } from '@/time-travel/time-travel';
import { vehicleOf } from '../vehicle-page';
import { filtersIn, isFiltered, narrowingOf, queryOf } from './filters';
import { pageSize } from './page-size';
import { Timeline } from './timeline';

interface TimelinePageProps {
  readonly params: Promise<{ vehicleId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: TimelinePageProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('timeline'))('documentTitle', { nickname }) };
}

/** A vehicle's history, newest first; of the present, or as it was. */
export default async function TimelinePage({ params, searchParams }: TimelinePageProps) {
  const { vehicleId } = await params;
  const api = await serverApi();
  const [vehicle, me] = await Promise.all([vehicleOf(vehicleId), viewer()]);
  const filters = filtersIn(await searchParams, vehicle.timeZone);
  const { view } = filters;
  const at = { params: { path: { vehicleId }, query: viewQuery(view) } };
  const [months, feed, summary, firstPage] = await Promise.all([
    answer(api.GET('/api/v1/vehicles/{vehicleId}/months', at)),
    answer(api.GET('/api/v1/feed', { params: { query: { after: Number.MAX_SAFE_INTEGER, limit: 1 } } })),
    isPast(view) ? answer(api.GET('/api/v1/vehicles/{vehicleId}/summary', at)) : null,
    answer(
      api.GET('/api/v1/vehicles/{vehicleId}/timeline', {
        params: { path: { vehicleId }, query: { ...queryOf(filters), limit: pageSize.first } },
      }),
    ),
  ]);
  return (
    <Timeline
      vehicle={summary ? { ...vehicle, summary } : vehicle}
      filters={filters}
      months={months.items}
      totalsShown={!isFiltered(filters)}
      firstPage={firstPage}
      headPosition={feed.headPosition}
      timeTravel={
        <TimeTravel
          here={`/vehicles/${vehicleId}`}
          kept={narrowingOf(filters)}
          vehicle={vehicle}
          format={viewerFormat(me.preferences)}
          today={dayIn(vehicle.timeZone)}
          view={view}
          summary={summary}
        />
      }
    />
  );
}
