import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { SharedHistory } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';

interface SharedFiguresProps {
  readonly history: SharedHistory;
  readonly format: ViewerFormat;
}

/** How far it was driven, what it uses, and until when its inspection holds. */
export function SharedFigures({ history, format }: SharedFiguresProps) {
  const t = useTranslations('share');
  const energies = useTranslations('energies');
  const { odometer, economy, inspectionValidUntil } = history;
  const driven = odometer && format.distance(odometer);
  const named = (energy: string) =>
    energies.has(energy as 'petrol') ? energies(energy as 'petrol') : energy;
  return (
    <dl className="figs share__figs">
      {driven && (
        <SharedFigure label={t('odometerOn', { date: format.dayMonthYear(odometer.date) })}>
          {driven.value} <span className="unit">{driven.unit}</span>
        </SharedFigure>
      )}
      {economy.map((average) => {
        const figure = format.economy(average);
        const { energy, segments } = average;
        return (
          figure && (
            <SharedFigure key={energy} label={t('economy', { energy: named(energy), segments })}>
              {figure.value} <span className="unit">{figure.unit}</span>
            </SharedFigure>
          )
        );
      })}
      {inspectionValidUntil && (
        <SharedFigure label={t('inspectionUntil')}>{format.dayMonthYear(inspectionValidUntil)}</SharedFigure>
      )}
    </dl>
  );
}

function SharedFigure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fig fig--xl">
      <dt>{label}</dt>
      <dd className="num">{children}</dd>
    </div>
  );
}
