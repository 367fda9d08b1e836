import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import { serverApi } from '@/session/server-session';
import { vehicleOf } from '../vehicle-page';
import { filtersIn, isFiltered, queryOf } from './filters';
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

export default async function TimelinePage({ params, searchParams }: TimelinePageProps) {
  const { vehicleId } = await params;
  const filters = filtersIn(await searchParams);
  const api = await serverApi();
  const [vehicle, months, feed, firstPage] = await Promise.all([
    vehicleOf(vehicleId),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/months', { params: { path: { vehicleId } } })),
    answer(api.GET('/api/v1/feed', { params: { query: { after: Number.MAX_SAFE_INTEGER, limit: 1 } } })),
    answer(
      api.GET('/api/v1/vehicles/{vehicleId}/timeline', {
        params: { path: { vehicleId }, query: { ...queryOf(filters), limit: pageSize.first } },
      }),
    ),
  ]);
  return (
    <Timeline
      vehicle={vehicle}
      filters={filters}
      months={months.items}
      totalsShown={!isFiltered(filters)}
      firstPage={firstPage}
      headPosition={feed.headPosition}
    />
  );
}
