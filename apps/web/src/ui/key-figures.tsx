import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import { perDistance } from '@/format/per-distance';
import type { Figure } from '@/format/measures';
import type { ViewerFormat } from '@/format/viewer-format';
import { useEnergyName } from './use-energy-name';

/** Odometer, economy by energy, and what a kilometre cost. What is not known yet is left out. */
export function KeyFigures({ vehicle, format }: { vehicle: Vehicle; format: ViewerFormat }) {
  const t = useTranslations('vehicle');
  const energyName = useEnergyName();
  const { summary } = vehicle;
  if (!summary?.odometer) return <p className="sm muted figs">{t('noFiguresYet')}</p>;
  const cost = summary.cost.find(({ currency }) => currency === vehicle.currency);
  return (
    <dl className="figs">
      <Fig name={t('odometer')} figure={format.distance(summary.odometer)} />
      {summary.economy.map((average) => {
        const figure = format.economy(average);
        const { energy } = average;
        return figure && <Fig key={energy} name={energyName(energy)} figure={figure} />;
      })}
      {cost?.perKm && Number(cost.perKm.amount) !== 0 && (
        <Fig
          wideOnly
          name={t('costPerDistance')}
          figure={{ value: perDistance(cost.perKm, format), unit: `/${format.distanceUnit}` }}
        />
      )}
    </dl>
  );
}

function Fig({ name, figure, wideOnly = false }: { name: string; figure: Figure; wideOnly?: boolean }) {
  return (
    <div className={wideOnly ? 'fig desk-b' : 'fig'}>
      <dt>{name}</dt>
      <dd className="num">
        {figure.value} <small>{figure.unit}</small>
      </dd>
    </div>
  );
}
