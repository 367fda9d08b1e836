import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import { dateOf, dayNumber } from '@/charts/days';
import { dayIn } from '@/format/today';
import { viewerFormat } from '@/format/viewer-format';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { vehicleOf } from '../vehicle-page';
import { CostChart } from './cost-chart';
import { EconomyChart } from './economy-chart';
import { OdometerChart } from './odometer-chart';
import { ServiceSchedule } from './service-schedule';

interface OverviewProps {
  readonly params: Promise<{ vehicleId: string }>;
}

const shownDays = 365;

export async function generateMetadata({ params }: OverviewProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('overview'))('documentTitle', { nickname }) };
}

/** A year of a vehicle in four pictures: economy, cost, odometer, and what is due. */
export default async function OverviewPage({ params }: OverviewProps) {
  const { vehicleId } = await params;
  const path = { params: { path: { vehicleId } } };
  const api = await serverApi();
  const [vehicle, me] = await Promise.all([vehicleOf(vehicleId), viewer()]);
  const today = dayIn(vehicle.timeZone);
  const since = dateOf(dayNumber(today) - shownDays);
  const [economy, costs, odometer, reminders, fills] = await Promise.all([
    answer(api.GET('/api/v1/vehicles/{vehicleId}/fuel-economy', path)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/costs', path)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/odometer', path)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/reminders', path)),
    answer(
      api.GET('/api/v1/vehicles/{vehicleId}/timeline', {
        params: { path: { vehicleId }, query: { type: ['fuel'], from: since, limit: 200 } },
      }),
    ),
  ]);
  const seen = { vehicle, format: viewerFormat(me.preferences), today, since };
  return (
    <div className="wrap">
      <EconomyChart {...seen} economy={economy} fills={fills.items} />
      <div className="pair">
        <CostChart {...seen} costs={costs} readings={odometer.readings} />
        <OdometerChart {...seen} readings={odometer.readings} reminders={reminders.items} />
      </div>
      <ServiceSchedule {...seen} reminders={reminders.items} />
    </div>
  );
}
