import { useTranslations } from 'next-intl';
import type { SharedHistory } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import { Silhouette } from '@/ui/silhouette';
import { SharedFigures } from './shared-figures';

interface SharedVehicleProps {
  readonly history: SharedHistory;
  readonly title: string;
  readonly format: ViewerFormat;
}

/** Which vehicle it is, and the figures that a buyer asks for first. */
export function SharedVehicle({ history, title, format }: SharedVehicleProps) {
  const { vehicle } = history;
  return (
    <div className="share__vehicle">
      <h1>{title}</h1>
      <p className="muted">
        <KnownSince history={history} format={format} />
      </p>
      <div className="share__stage" aria-hidden="true">
        <Silhouette kind={vehicle.kind} cropped />
        <div className="floor" />
      </div>
      <SharedFigures history={history} format={format} />
    </div>
  );
}

/** From which day on, and of its number as much as the owner shows. */
function KnownSince({ history, format }: Pick<SharedVehicleProps, 'history' | 'format'>) {
  const t = useTranslations('share');
  const { vin, vinEnding } = history.vehicle;
  const since = history.firstDate && t('since', { date: format.dayMonthYear(history.firstDate) });
  const number = vin ? t('vin', { vin }) : vinEnding && t('vinEnding', { ending: vinEnding });
  return [since, number].filter(Boolean).join(' ');
}
