import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import { presentAndFormer } from '@/format/departure';
import { may } from '@/format/may';
import { viewerFormat } from '@/format/viewer-format';
import { CatchUp } from '@/refresh/catch-up';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { everyVehicle } from '../../every-vehicle';
import { FormerList, FormerVehicle } from '../former-list';
import { RestoreVehicle } from './restore-vehicle';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('parting'))('group') };
}

/** Vehicles that left the garage, to be read; and those that were removed, to be brought back. */
export default async function FormerVehiclesPage() {
  const t = await getTranslations('parting');
  const api = await serverApi();
  const [me, vehicles] = await Promise.all([viewer(), everyVehicle(api, { include: 'deleted' })]);
  const format = viewerFormat(me.preferences);
  const { former } = presentAndFormer(vehicles.filter(({ deletedAt }) => deletedAt === null));
  const removed = vehicles.filter((vehicle) => vehicle.deletedAt !== null && may(vehicle, 'vehicle.manage'));
  return (
    <>
      <header className="top">
        <Link className="btn btn--quiet btn--icon top__back" href="/" aria-label={t('toGarage')}>
          <ChevronLeft className="i i-lg" />
        </Link>
        <h1>{t('group')}</h1>
      </header>
      <div className="wrap">
        <header className="head desk">
          <div>
            <h1>{t('group')}</h1>
            <p>{t('groupWords')}</p>
          </div>
        </header>
        <section className="sec" aria-labelledby="left">
          <h2 id="left">{t('left')}</h2>
          {former.length > 0 ? (
            <FormerList vehicles={former} format={format} />
          ) : (
            <p className="muted">{t('noneLeft')}</p>
          )}
        </section>
        <section className="sec" aria-labelledby="removed">
          <h2 id="removed">{t('removed')}</h2>
          <p className="muted">{t(removed.length > 0 ? 'removedWords' : 'noneRemoved')}</p>
          <ul className="list">
            {removed.map((vehicle) => (
              <FormerVehicle key={vehicle.id} vehicle={vehicle}>
                <span className="former__way">
                  <span className="sm muted num desk">
                    {t('removedOn', { date: format.instant(vehicle.deletedAt!, me.preferences.timeZone) })}
                  </span>
                  <RestoreVehicle vehicleId={vehicle.id} nickname={vehicle.nickname} />
                </span>
              </FormerVehicle>
            ))}
          </ul>
        </section>
      </div>
      <CatchUp />
    </>
  );
}
