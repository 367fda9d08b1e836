import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import { answer, type Api } from '@/api/client';
import { presentAndFormer } from '@/format/departure';
import { may } from '@/format/may';
import { dayIn } from '@/format/today';
import { viewerFormat } from '@/format/viewer-format';
import { JumpButton } from '@/frame/jump-button';
import { AddEntryButton } from '@/quick-add/add-entry-button';
import { CatchUp } from '@/refresh/catch-up';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { everyGarage } from '../every-garage';
import { seenVehicles } from '../seen-vehicles';
import { Bays } from './bays';
import { baysOf } from './bays-of';
import { ComingUp } from './coming-up';
import { CostThisMonth } from './cost-this-month';
import { FirstRun } from './first-run';
import { FormerVehicles } from './former-vehicles';
import { garageGroups } from './garage-groups';
import { monthCosts } from './month-costs';
import { NothingShared } from './nothing-shared';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('garage') };
}

export default async function GaragePage() {
  const t = await getTranslations('garage');
  const api = await serverApi();
  const [me, seen] = await Promise.all([viewer(), seenVehicles()]);
  if (seen.length === 0) {
    return (
      <>
        {me.allowed.includes('vehicle.manage') ? (
          <FirstRun preferences={me.preferences} hasRemoved={await hasRemoved(api)} />
        ) : (
          <NothingShared tenant={me.tenant.name} />
        )}
        <CatchUp />
      </>
    );
  }
  const { present: vehicles, former } = presentAndFormer(seen);
  const mayAdd = me.allowedSomewhere.includes('vehicle.manage');
  const mayLog = vehicles.some((vehicle) => may(vehicle, 'event.record'));
  const format = viewerFormat(me.preferences);
  const today = dayIn(me.preferences.timeZone);
  const shown = baysOf(vehicles);
  // A fleet's dozen are the most urgent of all garages; its table goes by garage.
  const isGrouped = shown.length === vehicles.length && shown.some(({ garageId }) => garageId !== null);
  const [costs, garages] = await Promise.all([
    monthCosts(api, vehicles, today.slice(0, 7)),
    isGrouped ? everyGarage(api) : [],
  ]);
  return (
    <>
      <header className="top">
        <h1>{t('title')}</h1>
        <JumpButton icon />
        {mayAdd && (
          <Link className="btn btn--quiet btn--icon" href="/vehicles/new" aria-label={t('addVehicle')}>
            <Plus className="i i-lg" />
          </Link>
        )}
      </header>
      <div className="wrap">
        <header className="head desk">
          <div>
            <h1>{t('title')}</h1>
            <p>{format.fullDate(today)}</p>
          </div>
          <span className="sp" />
          {mayAdd && (
            <Link className="btn" href="/vehicles/new">
              <Plus className="i" />
              {t('vehicle')}
            </Link>
          )}
          {mayLog && <AddEntryButton variant="head" />}
        </header>
        <Bays groups={garageGroups(shown, garages)} tenantId={me.tenant.id} today={today} format={format} />
        {shown.length < vehicles.length && (
          <p className="bays__rest">
            <Link className="btn btn--tap" href="/fleet">
              {t('allInFleet', { count: vehicles.length })}
            </Link>
          </p>
        )}
        <div className="two">
          <ComingUp vehicles={vehicles} today={today} format={format} />
          <CostThisMonth costs={costs} vehicles={vehicles} format={format} />
        </div>
        <FormerVehicles vehicles={former} format={format} mayRestore={mayAdd} />
      </div>
      <CatchUp />
    </>
  );
}

/** Whether there is something to bring back. */
async function hasRemoved(api: Api): Promise<boolean> {
  const query = { include: 'deleted', limit: 1 } as const;
  return (await answer(api.GET('/api/v1/vehicles', { params: { query } }))).items.length > 0;
}
