import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { inColumns } from '@/columns/columns';
import { dayIn } from '@/format/today';
import { viewerFormat } from '@/format/viewer-format';
import { CatchUp } from '@/refresh/catch-up';
import { viewer } from '@/session/viewer';
import { TimeTravel } from '@/time-travel/time-travel';
import { preloadFrame } from '../../../preload-frame';
import { vehicleOf } from '../vehicle-page';
import { isFiltered, narrowingOf } from './filters';
import { firstRows } from './first-rows';
import { plannedMonths } from './planned-months';
import { addressIn, readTimeline } from './read-timeline';
import { shownMonth } from './shown-month';
import { Timeline } from './timeline';

interface TimelinePageProps {
  readonly params: Promise<{ vehicleId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: TimelinePageProps): Promise<Metadata> {
  const { vehicleId } = await params;
  const address = addressIn(await searchParams);
  const vehicle = vehicleOf(vehicleId);
  void readTimeline(vehicleId, address).catch(() => undefined);
  preloadFrame();
  const { nickname } = await vehicle;
  return { title: (await getTranslations('timeline'))('documentTitle', { nickname }) };
}

/** A vehicle's history, newest first; of the present, or as it was. */
export default async function TimelinePage({ params, searchParams }: TimelinePageProps) {
  const { vehicleId } = await params;
  // First, since without it there is nothing else: the rest is on its way already.
  const vehicle = await vehicleOf(vehicleId);
  const me = await viewer();
  const read = await readTimeline(vehicleId, addressIn(await searchParams));
  const { filters, months, summary, firstPage } = read;
  const { view } = filters;
  const today = dayIn(vehicle.timeZone);
  return (
    <>
      <Timeline
        vehicle={summary ? { ...vehicle, summary } : vehicle}
        filters={filters}
        months={inColumns([
          ...(isFiltered(filters) ? [] : plannedMonths(firstPage, today)),
          ...months.items.map(shownMonth),
        ])}
        totalsShown={!isFiltered(filters)}
        firstRows={await firstRows()}
        firstItems={inColumns(firstPage.items)}
        nextCursor={firstPage.nextCursor}
        madeAt={firstPage.position}
        timeTravel={
          <TimeTravel
            here={`/vehicles/${vehicleId}`}
            kept={narrowingOf(filters)}
            vehicle={vehicle}
            format={viewerFormat(me.preferences)}
            today={today}
            view={view}
            summary={summary}
          />
        }
      />
      <CatchUp />
    </>
  );
}
