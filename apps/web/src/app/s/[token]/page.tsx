import { Check, CircleAlert, History } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import { viewerFormat } from '@/format/viewer-format';
import { LanguageChoice } from '@/i18n/language-choice';
import { viewerLanguage } from '@/i18n/viewer-language';
import { Logo } from '@/ui/logo';
import { Mark } from '@/ui/mark';
import { Silhouette } from '@/ui/silhouette';
import { OdometerCurve } from './odometer-curve';
import { Seal } from './seal';
import { sharedHistory } from './shared-history';
import { SharedCorrections } from './shared-corrections';

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
  const { vehicle, seal, odometer, economy, contents, entries, corrections } = history;
  const t = await getTranslations('share');
  const energies = await getTranslations('energies');
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
        <div className="share__vehicle">
          <h1>{titleOf(vehicle)}</h1>
          <p className="muted">
            {[
              history.firstDate && t('since', { date: format.dayMonthYear(history.firstDate) }),
              vehicle.vin
                ? t('vin', { vin: vehicle.vin })
                : vehicle.vinEnding && t('vinEnding', { ending: vehicle.vinEnding }),
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
          <div className="share__stage" aria-hidden="true">
            <Silhouette kind={vehicle.kind} cropped />
            <div className="floor" />
          </div>
          <dl className="figs share__figs">
            {odometer && (
              <div className="fig fig--xl">
                <dt>{t('odometerOn', { date: format.dayMonthYear(odometer.date) })}</dt>
                <dd className="num">
                  {format.distance(odometer).value} <span className="unit">{odometer.unit}</span>
                </dd>
              </div>
            )}
            {economy.map((average) => {
              const figure = format.economy(average);
              return (
                figure && (
                  <div className="fig fig--xl" key={average.energy}>
                    <dt>
                      {t('economy', {
                        energy: energies.has(average.energy as 'petrol')
                          ? energies(average.energy as 'petrol')
                          : average.energy,
                        segments: average.segments,
                      })}
                    </dt>
                    <dd className="num">
                      {figure.value} <span className="unit">{figure.unit}</span>
                    </dd>
                  </div>
                )
              );
            })}
            {history.inspectionValidUntil && (
              <div className="fig fig--xl">
                <dt>{t('inspectionUntil')}</dt>
                <dd className="num">{format.dayMonthYear(history.inspectionValidUntil)}</dd>
              </div>
            )}
          </dl>
        </div>
        <Seal months={history.months} unchanged={seal.unchanged} checkedAt={seal.checkedAt} />
      </div>
      <section className="pair2 share__section">
        <div>
          <h2>{t('sealTitle')}</h2>
          <ul className="checks">
            <li className={seal.unchanged ? undefined : 'q'}>
              {seal.unchanged ? <Check className="i" /> : <CircleAlert className="i" />}
              <span>{t(seal.unchanged ? 'sealHolds' : 'sealBroken', { events: seal.events })}</span>
            </li>
            {corrections.length > 0 && (
              <li className="q">
                <History className="i" />
                <span>{t('correctionsShown', { count: corrections.length })}</span>
              </li>
            )}
          </ul>
          <p className="sm muted share__aside">{t('sealLimits')}</p>
          <p className="sm share__aside">
            <Link className="link" href="/verify">
              {t('checkYourself')}
            </Link>{' '}
            <span className="hash">{seal.chainHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}</span>
          </p>
        </div>
        <OdometerCurve readings={history.readings} format={format} title={t('odometer')} />
      </section>
      <section className="pair2">
        <div>
          <div className="sub">
            <h2>{t('entries')}</h2>
            <span className="sm muted">{t('entryCount', { count: entries.length })}</span>
          </div>
          <ul className="list">
            {entries.map((entry, at) => (
              <li key={at}>
                <Mark type={entry.type} />
                <div>
                  <h3>{entry.summary}</h3>
                  <p className="num">
                    {[
                      format.dayMonthYear(entry.date),
                      entry.odometer && `${format.distance(entry.odometer).value} ${vehicle.distanceUnit}`,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </p>
                  {entry.notes && <p>{entry.notes}</p>}
                </div>
                {entry.cost && <span className="sm num r">{format.money(entry.cost)}</span>}
              </li>
            ))}
          </ul>
        </div>
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

function titleOf({ year, make, model, trim }: Awaited<ReturnType<typeof sharedHistory>>['vehicle']): string {
  return [year, make, model, trim].filter(Boolean).join(' ') || 'Odolog';
}
