import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import type { Vehicle } from '@/api/schema.gen';
import { dateOf, dayNumber } from '@/charts/days';
import { dayIn } from '@/format/today';
import { viewerFormat } from '@/format/viewer-format';
import { CatchUp } from '@/refresh/catch-up';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { isPast, pointOfViewIn, todayOf, viewQuery } from '@/time-travel/point-of-view';
import { TimeTravel } from '@/time-travel/time-travel';
import { vehicleOf } from '../vehicle-page';
import { CostChart } from './cost-chart';
import { CostTotals } from './cost-totals';
import { EconomyChart } from './economy-chart';
import { OdometerChart } from './odometer-chart';
import { ServiceSchedule } from './service-schedule';

interface OverviewProps {
  readonly params: Promise<{ vehicleId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const shownDays = 365;

/** Of a long history only what the pictures are drawn from: the year, and the one before, which it is judged by. */
const longHistory = 1000;
const drawnFromDays = 2 * shownDays;

export async function generateMetadata({ params }: OverviewProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('overview'))('documentTitle', { nickname }) };
}

/** A year of a vehicle in four pictures: economy, cost, odometer, and what is due; of the present, or as it was. */
export default async function OverviewPage({ params, searchParams }: OverviewProps) {
  const { vehicleId } = await params;
  const api = await serverApi();
  const [vehicle, me] = await Promise.all([vehicleOf(vehicleId), viewer()]);
  const now = dayIn(vehicle.timeZone);
  const view = pointOfViewIn(await searchParams, vehicle.timeZone, now);
  const query = viewQuery(view);
  const at = { params: { path: { vehicleId }, query } };
  const today = todayOf(view, now);
  const since = dateOf(dayNumber(today) - shownDays);
  const history = { params: { path: { vehicleId }, query: { ...query, ...windowOf(vehicle, today) } } };
  const fillsOfYear = { ...query, type: ['fuel'], from: since, limit: 200 };
  const [economy, costs, odometer, reminders, fills, summary] = await Promise.all([
    answer(api.GET('/api/v1/vehicles/{vehicleId}/fuel-economy', history)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/costs', at)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/odometer', history)),
    answer(
      api.GET('/api/v1/vehicles/{vehicleId}/reminders', {
        params: { path: { vehicleId }, query: { ...query, limit: 200 } },
      }),
    ),
    answer(
      api.GET('/api/v1/vehicles/{vehicleId}/timeline', {
        params: { path: { vehicleId }, query: fillsOfYear },
      }),
    ),
    isPast(view) ? answer(api.GET('/api/v1/vehicles/{vehicleId}/summary', at)) : null,
  ]);
  const averages = (summary ?? vehicle.summary)?.economy ?? [];
  const seen = { vehicle, format: viewerFormat(me.preferences), today, since };
  return (
    <div className="wrap">
      <TimeTravel
        {...seen}
        here={`/vehicles/${vehicleId}/overview`}
        today={now}
        view={view}
        summary={summary}
      />
      <div className="pictures">
        <EconomyChart {...seen} segments={economy.segments} averages={averages} fills={fills.items} />
        <CostChart {...seen} costs={costs} readings={odometer.readings} />
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

function windowOf({ summary }: Vehicle, today: string): { from?: string } {
  if (!summary || summary.counts.events < longHistory) return {};
  return { from: dateOf(dayNumber(today) - drawnFromDays) };
}
