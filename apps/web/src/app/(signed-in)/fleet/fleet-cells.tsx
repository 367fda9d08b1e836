import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import Link from '@/ui/link';
import { perDistance } from '@/format/per-distance';
import { useViewer } from '@/format/viewer-context';
import type { Figure } from '@/format/measures';
import { DueWords } from '@/ui/due-words';
import { EconomyChip } from '@/ui/economy-chip';
import { Silhouette } from '@/ui/silhouette';
import { useEnergyName } from '@/ui/use-energy-name';
import { AnomalyWords } from './anomaly-words';
import type { FleetColumn } from './fleet-order';
import { spentThisMonth, type FleetRow } from './fleet-rows';

/** What a row of the fleet's table says in each column. */
export function useFleetCells(row: FleetRow): Record<FleetColumn, () => ReactNode> {
  const t = useTranslations('fleet');
  const { format } = useViewer();
  return {
    vehicle: () => (
      <Link className="fleet__name" href={`/vehicles/${row.id}`}>
        <Silhouette kind={row.kind} />
        <span>
          <b>{row.nickname}</b>
          {row.plate && <small>{row.plate}</small>}
        </span>
      </Link>
    ),
    driver: () => row.drivers || <span className="sr">{t('none')}</span>,
    odometer: () => (row.odometerM === null ? t('unknown') : format.distanceM(row.odometerM).value),
    distance: () => format.distanceM(row.distanceThisMonthM).value,
    month: () =>
      spentThisMonth(row).map(({ currency, monthMinor }) => (
        <div key={currency}>{format.moneyMinor(monthMinor, currency)}</div>
      )),
    economy: () => <Economies of={row.economies} />,
    perKm: () => (row.perKm ? perDistance(row.perKm, format) : <Unknown />),
    due: () =>
      row.due ? (
        <>
          <DueWords due={row.due} format={format} />
          <small>{row.dueTitle}</small>
        </>
      ) : (
        <span className="faint">{t('nothingDue')}</span>
      ),
    attention: () =>
      row.anomalies.length === 0 ? (
        <span className="sr">{t('none')}</span>
      ) : (
        row.anomalies.map((anomaly) => <AnomalyWords key={anomaly.kind} anomaly={anomaly} />)
      ),
    last: () =>
      row.lastDate ? <span className="muted nowrap">{format.dayMonth(row.lastDate)}</span> : <Unknown />,
  };
}

/** One under the other; it is said which is which, for all to see where the unit does not tell. */
function Economies({ of }: { of: FleetRow['economies'] }) {
  const { format } = useViewer();
  const energyName = useEnergyName();
  const known = of.flatMap((economy) => {
    const figure = format.economy(economy);
    return figure ? [{ economy, figure }] : [];
  });
  if (known.length === 0) return <Unknown />;
  const isTold = ({ unit }: Figure) => known.filter(({ figure }) => figure.unit === unit).length === 1;
  return known.map(({ economy, figure }) => (
    <div key={economy.energy} className="fleet__economy">
      <EconomyChip figure={figure} economy={economy} />
      {known.length > 1 && (
        <small className={isTold(figure) ? 'sr' : undefined}>{energyName(economy.energy)}</small>
      )}
    </div>
  ));
}

function Unknown() {
  return <span className="faint">{useTranslations('fleet')('unknown')}</span>;
}
