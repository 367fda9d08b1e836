import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import { notFound } from 'next/navigation';
import { may } from '@/format/may';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { everyGarage } from '../../every-garage';
import { namedCurrencies } from '../../named-currencies';
import { VehicleForm } from '../vehicle-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vehicleForm'))('newTitle') };
}

export default async function NewVehiclePage() {
  const t = await getTranslations('vehicleForm');
  const api = await serverApi();
  const [me, garages] = await Promise.all([viewer(), everyGarage(api)]);
  if (!me.allowedSomewhere.includes('vehicle.manage')) notFound();
  const { preferences } = me;
  return (
    <>
      <header className="top">
        <Link className="btn btn--quiet btn--icon top__back" href="/" aria-label={t('back')}>
          <ChevronLeft className="i i-lg" />
        </Link>
        <h1>{t('newTitle')}</h1>
      </header>
      <div className="wrap wrap--form">
        <header className="head desk">
          <div>
            <h1>{t('newTitle')}</h1>
            <p>{t('newWords')}</p>
          </div>
        </header>
        <VehicleForm
          preferences={preferences}
          garages={garages.filter((garage) => may(garage, 'vehicle.manage'))}
          mayStandAlone={me.allowed.includes('vehicle.manage')}
          currencies={namedCurrencies(preferences.locale)}
        />
      </div>
    </>
  );
}
