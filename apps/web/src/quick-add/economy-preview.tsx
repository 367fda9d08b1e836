'use client';

import { useTranslations } from 'next-intl';
import type { TimelineItem } from '@/api/schema.gen';
import type { Draft } from './draft';
import { useViewer } from '@/format/viewer-context';
import { comparison } from '@/ui/economy-strip';
import { economyForecast, type Forecast } from './economy-forecast';
import { EconomyScale } from './economy-scale';
import { lastCounts } from './last-counts';
import type { LoggableVehicle } from './loggable-vehicle';

interface EconomyPreviewProps {
  readonly vehicle: LoggableVehicle;
  readonly fills: readonly TimelineItem[];
  readonly draft: Draft;
}

/** Beside the form: the economy that a fill will give, as it is typed. */
export function EconomyPreview({ vehicle, fills, draft }: EconomyPreviewProps) {
  const t = useTranslations('forecast');
  const forecast = economyForecast(draft, fills);
  if (typeof forecast === 'string') {
    return (
      <section className="prev" aria-live="polite">
        <p className="sm muted">{t('title')}</p>
        <p className="prev__why">{t(forecast)}</p>
      </section>
    );
  }
  const average = vehicle.economy.find(({ energy }) => energy === draft.data.energy)?.lPer100Km;
  return (
    <ForecastFigure forecast={forecast} average={average} counts={lastCounts(fills, draft.data.energy)} />
  );
}

interface ForecastFigureProps {
  readonly forecast: Forecast;
  readonly average: number | undefined;
  readonly counts: readonly number[];
}

function ForecastFigure({ forecast, average, counts }: ForecastFigureProps) {
  const t = useTranslations('forecast');
  const words = useTranslations('economy');
  const { format } = useViewer();
  const figure = format.economy(forecast.figures);
  const { lPer100Km } = forecast.figures;
  if (!figure || lPer100Km === undefined) return null;
  const usual =
    average &&
    format.economy({ lPer100Km: average, mpgUs: 235.214583 / average, mpgUk: 282.480936 / average });
  const { tendency, percent } = comparison(average && (lPer100Km / average - 1) * 100);
  return (
    <section className="prev" aria-live="polite">
      <p className="sm muted">{t('title')}</p>
      <p className="prev__n">
        <b className="num">{figure.value}</b>
        <span className="muted">{figure.unit}</span>
        <span className={`end sm mid tend--${tendency}`}>
          {percent !== null && (tendency === 'same' ? words('asUsual') : words(tendency, { percent }))}
        </span>
      </p>
      {usual && <EconomyScale value={lPer100Km} average={average} usual={usual.value} counts={counts} />}
      <p className="hint desk-b">
        {t('since', {
          volume: Object.values(format.volumeMl(forecast.volumeMl)).join(' '),
          distance: Object.values(format.distanceM(forecast.distanceM)).join(' '),
          date: format.dayMonth(forecast.sinceDate),
        })}
      </p>
    </section>
  );
}
