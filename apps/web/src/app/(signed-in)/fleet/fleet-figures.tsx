import { useTranslations } from 'next-intl';
import type { ViewerFormat } from '@/format/viewer-format';
import { countOf } from './fleet-order';
import type { FleetRow } from './fleet-rows';

interface FleetFiguresProps {
  readonly rows: readonly FleetRow[];
  readonly format: ViewerFormat;
  readonly today: string;
}

/** The fleet in four figures; money by currency, since one is never added to another. */
export function FleetFigures({ rows, format, today }: FleetFiguresProps) {
  const t = useTranslations('fleet');
  const month = format.monthName(today);
  const driven = format.distanceM(rows.reduce((sum, row) => sum + row.distanceThisMonthM, 0));
  const vehicles = (count: number) => ({ value: format.number(count), unit: t('vehicles', { count }) });
  return (
    <dl className="figs sumline">
      <Fig name={t('distanceMonth', { month })} value={driven.value} unit={driven.unit} />
      <Fig name={t('costMonth', { month })} value={sums(rows, 'monthMinor', format) || t('nothing')} />
      <Fig name={t('costYear')} value={sums(rows, 'yearMinor', format) || t('nothing')} />
      <Fig name={t('overdueFigure')} {...vehicles(countOf(rows, 'overdue'))} />
      <Fig name={t('anomalies')} {...vehicles(countOf(rows, 'anomalies'))} />
    </dl>
  );
}

function sums(rows: readonly FleetRow[], of: 'monthMinor' | 'yearMinor', format: ViewerFormat): string {
  const byCurrency = Map.groupBy(
    rows.flatMap(({ spent }) => spent),
    ({ currency }) => currency,
  );
  return [...byCurrency]
    .map(([currency, own]) => ({ currency, minor: own.reduce((sum, spent) => sum + spent[of], 0) }))
    .filter(({ minor }) => minor !== 0)
    .map(({ currency, minor }) => format.moneyMinor(minor, currency))
    .join(' + ');
}

function Fig({ name, value, unit }: { name: string; value: string; unit?: string }) {
  return (
    <div className="fig">
      <dt>{name}</dt>
      <dd className="num">
        {value} {unit && <small>{unit}</small>}
      </dd>
    </div>
  );
}
