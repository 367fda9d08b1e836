import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { perDistance } from '@/format/per-distance';
import { useViewer } from '@/format/viewer-context';
import { DueWords } from '@/ui/due-words';
import { EconomyChip } from '@/ui/economy-chip';
import { Silhouette } from '@/ui/silhouette';
import { AnomalyWords } from './anomaly-words';
import type { FleetView, SortKey } from './fleet-order';
import type { FleetRow } from './fleet-rows';

interface FleetColumnsProps {
  readonly rows: readonly FleetRow[];
  readonly view: FleetView;
  readonly onSort: (change: Pick<FleetView, 'sort' | 'descending'>) => void;
}

const columns: readonly { readonly key: SortKey; readonly figure?: boolean }[] = [
  { key: 'vehicle' },
  { key: 'driver' },
  { key: 'odometer', figure: true },
  { key: 'distance', figure: true },
  { key: 'month', figure: true },
  { key: 'economy' },
  { key: 'perKm', figure: true },
  { key: 'due' },
  { key: 'attention' },
  { key: 'last', figure: true },
];

/** The desktop's table; a head sorts, and sorts the other way when it is pressed again. */
export function FleetColumns({ rows, view, onSort }: FleetColumnsProps) {
  const t = useTranslations('fleet');
  const { format } = useViewer();
  const withDrivers = rows.some(({ drivers }) => drivers);
  const shown = columns.filter(({ key }) => key !== 'driver' || withDrivers);
  return (
    <div className="tscroll desk-b" tabIndex={0} role="region" aria-label={t('table')}>
      <table className="tbl tbl--rows tbl--fleet">
        <caption className="sr">{t('table')}</caption>
        <thead>
          <tr>
            {shown.map(({ key, figure }) => {
              const sorted = view.sort === key;
              return (
                <th
                  key={key}
                  scope="col"
                  className={figure ? 'r' : undefined}
                  {...(sorted && { 'aria-sort': view.descending ? 'descending' : 'ascending' })}
                >
                  <button
                    type="button"
                    onClick={() =>
                      onSort({ sort: key, descending: sorted ? !view.descending : key === 'attention' })
                    }
                  >
                    {t(`columns.${key}`, { unit: format.distanceUnit })}
                    {sorted && (view.descending ? ' ↓' : ' ↑')}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} withDrivers={withDrivers} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, withDrivers }: { row: FleetRow; withDrivers: boolean }) {
  const t = useTranslations('fleet');
  const { format } = useViewer();
  const figure = row.economy && format.economy(row.economy);
  return (
    <tr>
      <td>
        <Link className="fleet__name" href={`/vehicles/${row.id}`}>
          <Silhouette kind={row.kind} />
          <span>
            <b>{row.nickname}</b>
            {row.plate && <small>{row.plate}</small>}
          </span>
        </Link>
      </td>
      {withDrivers && <td>{row.drivers || <span className="sr">{t('none')}</span>}</td>}
      <td className="r num">
        {row.odometerM === null ? t('unknown') : format.distanceM(row.odometerM).value}
      </td>
      <td className="r num">{format.distanceM(row.distanceThisMonthM).value}</td>
      <td className="r num">{format.moneyMinor(row.monthMinor, row.currency)}</td>
      <td>{figure && row.economy ? <EconomyChip figure={figure} economy={row.economy} /> : <Unknown />}</td>
      <td className="r num">{row.perKm ? perDistance(row.perKm, format) : <Unknown />}</td>
      <td>
        {row.due ? (
          <>
            <DueWords due={row.due} format={format} />
            <small>{row.dueTitle}</small>
          </>
        ) : (
          <span className="faint">{t('nothingDue')}</span>
        )}
      </td>
      <td>
        {row.anomalies.length === 0 ? (
          <span className="sr">{t('none')}</span>
        ) : (
          row.anomalies.map((anomaly) => <AnomalyWords key={anomaly.kind} anomaly={anomaly} />)
        )}
      </td>
      <td className="r muted nowrap">{row.lastDate ? format.dayMonth(row.lastDate) : <Unknown />}</td>
    </tr>
  );
}

function Unknown() {
  return <span className="faint">{useTranslations('fleet')('unknown')}</span>;
}
