import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { dateOf, dayNumber } from '@/charts/days';
import { dayIn } from '@/format/today';
import { viewerFormat } from '@/format/viewer-format';
import { CatchUp } from '@/refresh/catch-up';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { isPast, pointOfViewIn, todayOf, viewAddress, viewQuery } from '@/time-travel/point-of-view';
import { TimeTravel } from '@/time-travel/time-travel';
import { vehicleOf } from '../vehicle-page';
import { CostChart } from './cost-chart';
import { CostTotals } from './cost-totals';
import { EconomyChart } from './economy-chart';
import { OdometerChart } from './odometer-chart';
import { ServiceSchedule } from './service-schedule';
import { firstMonthOf, reachesFurther, sinceOf, spanIn } from './span';
import { SpanChoice } from './span-choice';

interface OverviewProps {
  readonly params: Promise<{ vehicleId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Of a long history only what the pictures are drawn from: what they show, and the year before, which it is judged by. */
const longHistory = 1000;
const judgedByDays = 365;

/** So many pages of two hundred fills are asked for the partial ones among them. */
const mostPagesOfFills = 5;

export async function generateMetadata({ params }: OverviewProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('overview'))('documentTitle', { nickname }) };
}

/** A vehicle in four pictures, over a year or further back: economy, cost, odometer, and what is due; of the present, or as it was. */
export default async function OverviewPage({ params, searchParams }: OverviewProps) {
  const { vehicleId } = await params;
  const api = await serverApi();
  const [vehicle, me] = await Promise.all([vehicleOf(vehicleId), viewer()]);
  const now = dayIn(vehicle.timeZone);
  const address = await searchParams;
  const view = pointOfViewIn(address, vehicle.timeZone, now);
  const span = spanIn(address['span']);
  const query = viewQuery(view);
  const at = { params: { path: { vehicleId }, query } };
  const today = todayOf(view, now);
  const firstDate = vehicle.summary?.firstDate ?? null;
  const since = sinceOf(span, today, firstDate);
  const history = { params: { path: { vehicleId }, query: { ...query, ...windowOf(vehicle, since) } } };
  const [economy, costs, odometer, reminders, fills, summary] = await Promise.all([
    answer(api.GET('/api/v1/vehicles/{vehicleId}/fuel-economy', history)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/costs', at)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/odometer', history)),
    answer(
      api.GET('/api/v1/vehicles/{vehicleId}/reminders', {
        params: { path: { vehicleId }, query: { ...query, limit: 200 } },
      }),
    ),
    fillsSince(api, vehicleId, { ...query, from: since }),
    isPast(view) ? answer(api.GET('/api/v1/vehicles/{vehicleId}/summary', at)) : null,
  ]);
  const averages = (summary ?? vehicle.summary)?.economy ?? [];
  const here = `/vehicles/${vehicleId}/overview`;
  const seen = { vehicle, format: viewerFormat(me.preferences), today, since };
  return (
    <div className="wrap">
      <TimeTravel
        {...seen}
        here={here}
        kept={span === 'year' ? [] : [['span', span]]}
        today={now}
        view={view}
        summary={summary}
      />
      {reachesFurther(today, firstDate) && <SpanChoice here={here} kept={viewAddress(view)} span={span} />}
      <div className="pictures">
        <EconomyChart {...seen} segments={economy.segments} averages={averages} fills={fills} />
        <CostChart
          {...seen}
          firstMonth={firstMonthOf(span, today, since)}
          costs={costs}
          readings={odometer.readings}
        />
        <OdometerChart
          {...seen}
          readings={odometer.readings}
          reminders={reminders.items}
          past={today !== now}
        />
        <CostTotals {...seen} costs={costs} />
      </div>
      <ServiceSchedule {...seen} reminders={reminders.items} />
      <CatchUp />
    </div>
  );
}

function windowOf({ summary }: Vehicle, since: string): { from?: string } {
  if (!summary || summary.counts.events < longHistory) return {};
  return { from: dateOf(dayNumber(since) - judgedByDays) };
}

async function fillsSince(
  api: Awaited<ReturnType<typeof serverApi>>,
  vehicleId: string,
  asked: ReturnType<typeof viewQuery> & { readonly from: string },
): Promise<readonly TimelineItem[]> {
  const fills: TimelineItem[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPagesOfFills; page += 1) {
    const query = { ...asked, type: ['fuel'], limit: 200, ...(cursor && { cursor }) };
    const read: { items: TimelineItem[]; nextCursor: string | null } = await answer(
      api.GET('/api/v1/vehicles/{vehicleId}/timeline', { params: { path: { vehicleId }, query } }),
    );
    fills.push(...read.items);
    cursor = read.nextCursor;
    if (cursor === null) break;
  }
  return fills;
}
