import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import { costBands } from '@/format/cost-bands';
import type { ViewerFormat } from '@/format/viewer-format';
import { bandClass, SplitBar } from '@/ui/split-bar';
import { spendingOf, sumsByCurrency, type VehicleCost } from './month-costs';

interface CostThisMonthProps {
  /** Of the dearest, a bar each. */
  readonly costs: readonly VehicleCost[];
  /** All that the sums are of. */
  readonly vehicles: readonly Vehicle[];
  readonly format: ViewerFormat;
}

/** What the month cost so far, a bar a vehicle, lengths comparable across those of one currency. */
export function CostThisMonth({ costs, vehicles, format }: CostThisMonthProps) {
  const t = useTranslations('garage');
  const count = new Set(spendingOf(vehicles).map(({ vehicle }) => vehicle.id)).size;
  const shown = new Set(costs.map(({ vehicleId }) => vehicleId)).size;
  const sums = sumsByCurrency(vehicles);
  return (
    <section>
      <div className="sub">
        <h2>{t('costThisMonth')}</h2>
        <span className="strong num">
          {sums.map(({ currency, minor }) => format.moneyMinor(minor, currency)).join(' + ')}
        </span>
      </div>
      {sums.length === 0 && <p className="muted">{t('nothingSpent')}</p>}
      {sums.map(({ currency }) => (
        <Bars key={currency} costs={costs.filter((cost) => cost.currency === currency)} format={format} />
      ))}
      {shown < count && <p className="sm muted">{t('dearest', { shown, count })}</p>}
    </section>
  );
}

function Bars({ costs, format }: Pick<CostThisMonthProps, 'costs' | 'format'>) {
  const bands = useTranslations('bands');
  const most = Math.max(...costs.map(({ totalMinor }) => totalMinor));
  const shares = costs.flatMap((cost) => cost.shares.map((share) => ({ ...share, currency: cost.currency })));
  const byBand = Map.groupBy(shares, ({ band }) => band);
  return (
    <div className="hbars">
      <ul className="hbar">
        {costs.map(({ vehicleId, nickname, totalMinor, currency, shares }) => (
          <li key={vehicleId}>
            <span>{nickname}</span>
            <span className="num mid">{format.moneyMinor(totalMinor, currency)}</span>
            <SplitBar shares={shares} of={most} />
          </li>
        ))}
      </ul>
      <ul className="legend">
        {costBands.flatMap((band) => {
          const [first, ...more] = byBand.get(band) ?? [];
          if (!first) return [];
          const minor = more.reduce((sum, share) => sum + share.minor, first.minor);
          return [
            <li key={band}>
              <i className={bandClass(band)} />
              {bands(band)} <span className="num">{format.moneyMinor(minor, first.currency)}</span>
            </li>,
          ];
        })}
      </ul>
    </div>
  );
}
