import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import { notFound } from 'next/navigation';
import { answer } from '@/api/client';
import { may } from '@/format/may';
import { viewerFormat } from '@/format/viewer-format';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { namedCurrencies } from '../named-currencies';
import { seenVehicles } from '../seen-vehicles';
import { ImportHistory } from './import-history';
import { ImportWizard } from './import-wizard';

interface ImportPageProps {
  readonly searchParams: Promise<{ vehicle?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('import') };
}

export default async function ImportPage({ searchParams }: ImportPageProps) {
  const t = await getTranslations('import');
  const api = await serverApi();
  const [me, seen] = await Promise.all([viewer(), seenVehicles()]);
  if (!me.allowedSomewhere.includes('import.run')) notFound();
  const imports = await answer(api.GET('/api/v1/imports', { params: { query: { limit: 10 } } }));
  const vehicles = seen
    .filter((one) => may(one, 'import.run'))
    .map(({ id, nickname, currency, timeZone }) => ({ id, nickname, currency, timeZone }));
  const wanted = [(await searchParams).vehicle].flat()[0];
  const vehicle = vehicles.find(({ id }) => id === wanted) ?? vehicles[0];
  return (
    <>
      <header className="top">
        <Link className="btn btn--quiet btn--icon top__back" href="/" aria-label={t('back')}>
          <ChevronLeft className="i i-lg" />
        </Link>
        <h1>{t('title')}</h1>
      </header>
      <div className="wrap">
        <ImportWizard
          vehicles={vehicles}
          initialVehicleId={vehicle?.id}
          preferences={me.preferences}
          currencies={namedCurrencies(me.preferences.locale)}
        />
        <ImportHistory
          imports={imports.items.filter(({ vehicleId }) => vehicles.some(({ id }) => id === vehicleId))}
          vehicles={vehicles}
          format={viewerFormat(me.preferences)}
        />
      </div>
    </>
  );
}
