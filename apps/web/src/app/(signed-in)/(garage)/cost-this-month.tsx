import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import { costBands } from '@/format/cost-bands';
import type { ViewerFormat } from '@/format/viewer-format';
import { bandClass, SplitBar } from '@/ui/split-bar';
import { monthMinor, type VehicleCost } from './month-costs';

interface CostThisMonthProps {
  /** Of the dearest, a bar each. */
  readonly costs: readonly VehicleCost[];
  /** All that the sum is of. */
  readonly vehicles: readonly Vehicle[];
  readonly format: ViewerFormat;
}

/** What the month cost so far, a bar a vehicle, lengths comparable across them. */
export function CostThisMonth({ costs, vehicles, format }: CostThisMonthProps) {
  const t = useTranslations('garage');
  const bands = useTranslations('bands');
  const currency = costs[0]?.currency;
  const comparable = costs.filter((cost) => cost.currency === currency);
  const most = Math.max(...comparable.map(({ totalMinor }) => totalMinor));
  const totalMinor = vehicles
    .filter((vehicle) => vehicle.currency === currency)
    .reduce((total, vehicle) => total + monthMinor(vehicle), 0);
  if (!currency) {
    return (
      <section>
        <div className="sub">
          <h2>{t('costThisMonth')}</h2>
        </div>
        <p className="muted">{t('nothingSpent')}</p>
      </section>
    );
  }
  return (
    <section>
      <div className="sub">
        <h2>{t('costThisMonth')}</h2>
        <span className="strong num">{format.moneyMinor(totalMinor, currency)}</span>
      </div>
      <ul className="hbar">
        {comparable.map(({ vehicleId, nickname, totalMinor, shares }) => (
          <li key={vehicleId}>
            <span>{nickname}</span>
            <span className="num mid">{format.moneyMinor(totalMinor, currency)}</span>
            <SplitBar shares={shares} of={most} />
          </li>
        ))}
      </ul>
      <ul className="legend">
        {costBands.flatMap((band) => {
          const minor = comparable
            .flatMap(({ shares }) => shares)
            .reduce((total, share) => total + (share.band === band ? share.minor : 0), 0);
          if (minor === 0) return [];
          return [
            <li key={band}>
              <i className={bandClass(band)} />
              {bands(band)} <span className="num">{format.moneyMinor(minor, currency)}</span>
            </li>,
          ];
        })}
      </ul>
    </section>
  );
}
