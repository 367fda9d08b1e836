import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/format/may';
import { describe } from '@/format/vehicle-words';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import Link from '@/ui/link';
import { Silhouette } from '@/ui/silhouette';
import { everyVehicle } from '../../every-vehicle';
import { SettingsFrame } from '../settings-frame';
import { TakeEverything } from './take-everything';
import { TakeHistory } from './take-history';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('data'))('title') };
}

/** What was entered, to take along: all of it, for whoever may, the history of a vehicle, and where there is more. */
export default async function DataPage() {
  const t = await getTranslations('data');
  const [me, vehicles] = await Promise.all([viewer(), everyVehicle(await serverApi())]);
  const mayTakeAll = me.allowed.includes('export.run');
  const own = vehicles.filter((vehicle) => may(vehicle, 'export.run'));
  return (
    <SettingsFrame title={t('title')} words={me.tenant.name}>
      {mayTakeAll && (
        <section className="sec sec--first">
          <h2>{t('everything')}</h2>
          <p className="muted">{t('everythingWords')}</p>
          <TakeEverything tenant={me.tenant.name} />
        </section>
      )}
      <section className={mayTakeAll ? 'sec' : 'sec sec--first'}>
        <h2>{t('histories')}</h2>
        <p className="muted">{t(own.length > 0 ? 'historiesWords' : 'none')}</p>
        <ul className="list">
          {own.map((vehicle) => (
            <li key={vehicle.id}>
              <Silhouette kind={vehicle.kind} />
              <div className="min-w-0">
                <h3>{vehicle.nickname}</h3>
                <p>{describe(vehicle)}</p>
              </div>
              <TakeHistory vehicleId={vehicle.id} nickname={vehicle.nickname} />
            </li>
          ))}
        </ul>
      </section>
      <section className="sec">
        <h2>{t('elsewhere')}</h2>
        <p className="muted">
          {t.rich('elsewhereWords', {
            fleet: (words) => (
              <Link className="link" href="/fleet">
                {words}
              </Link>
            ),
            account: (words) => (
              <Link className="link" href="/settings/account">
                {words}
              </Link>
            ),
          })}
        </p>
      </section>
    </SettingsFrame>
  );
}
