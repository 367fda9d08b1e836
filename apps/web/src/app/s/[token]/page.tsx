import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SharedHistory } from '@/api/schema.gen';
import { viewerFormat } from '@/format/viewer-format';
import { LanguageChoice } from '@/i18n/language-choice';
import { viewerLanguage } from '@/i18n/viewer-language';
import { Logo } from '@/ui/logo';
import { OdometerCurve } from './odometer-curve';
import { Seal } from './seal';
import { SharedCorrections } from './shared-corrections';
import { SharedEntries } from './shared-entries';
import { sharedHistory } from './shared-history';
import { SharedVehicle } from './shared-vehicle';
import { WhatTheSealSays } from './what-the-seal-says';

interface SharePageProps {
  readonly params: Promise<{ token: string }>;
}

export async function generateMetadata({ params }: SharePageProps): Promise<Metadata> {
  const { vehicle } = await sharedHistory((await params).token);
  return { title: titleOf(vehicle), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** A vehicle's history for a buyer: read only, by a link that the owner gave out. */
export default async function SharePage({ params }: SharePageProps) {
  const history = await sharedHistory((await params).token);
  const { vehicle, seal, contents, entries, corrections } = history;
  const t = await getTranslations('share');
  const format = viewerFormat({ locale: (await viewerLanguage()).viewerLocale, ...vehicle });
  const until = format.dayMonthYear(format.dayOf(history.expiresAt));
  const leftOut = (['costs', 'notes', 'documents', 'vin'] as const).filter((content) => !contents[content]);
  return (
    <main className="share" id="main">
      <div className="share__bar">
        <span className="logo text-ink">
          <Logo />
        </span>
        <span className="sp" />
        <span>{t('until', { until })}</span>
      </div>
      <div className="share__hero">
        <SharedVehicle history={history} title={titleOf(vehicle)} format={format} />
        <Seal months={history.months} unchanged={seal.unchanged} checkedAt={seal.checkedAt} />
      </div>
      <section className="pair2 share__section">
        <WhatTheSealSays seal={seal} corrections={corrections} />
        <OdometerCurve readings={history.readings} format={format} title={t('odometer')} />
      </section>
      <section className="pair2">
        <SharedEntries entries={entries} format={format} />
        <div>
          <SharedCorrections corrections={corrections} events={seal.events} format={format} />
          <p className="sm muted share__aside">
            {t('leftOut', { what: leftOut.map((content) => t(`left.${content}`)).join(', ') })}
          </p>
        </div>
      </section>
      <LanguageChoice />
    </main>
  );
}

function titleOf({ year, make, model, trim }: SharedHistory['vehicle']): string {
  return [year, make, model, trim].filter(Boolean).join(' ') || 'Odolog';
}
