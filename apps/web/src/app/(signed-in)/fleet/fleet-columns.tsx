import { useTranslations } from 'next-intl';
import { useViewer } from '@/format/viewer-context';
import { useFleetCells } from './fleet-cells';
import type { FleetColumn, FleetView } from './fleet-order';
import type { FleetRow } from './fleet-rows';

interface FleetColumnsProps {
  readonly rows: readonly FleetRow[];
  readonly columns: readonly FleetColumn[];
  readonly view: FleetView;
  readonly onSort: (change: Pick<FleetView, 'sort' | 'descending'>) => void;
}

/** The desktop's table; a head sorts, and sorts the other way when it is pressed again. */
export function FleetColumns({ rows, columns, view, onSort }: FleetColumnsProps) {
  const t = useTranslations('fleet');
  const { format } = useViewer();
  return (
    <div className="tscroll desk-b" tabIndex={0} role="region" aria-label={t('table')}>
      <table className="tbl tbl--rows tbl--fleet">
        <caption className="sr">{t('table')}</caption>
        <thead>
          <tr>
            {columns.map((key) => {
              const sorted = view.sort === key;
              return (
                <th
                  key={key}
                  scope="col"
                  className={figures.has(key) ? 'r' : undefined}
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
            <Row key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** They stand at the right. */
const figures: ReadonlySet<FleetColumn> = new Set(['odometer', 'distance', 'month', 'perKm', 'last']);

function Row({ row, columns }: { row: FleetRow; columns: readonly FleetColumn[] }) {
  const cells = useFleetCells(row);
  return (
    <tr>
      {columns.map((column) => (
        <td key={column} className={figures.has(column) ? 'r num' : undefined}>
          {cells[column]()}
        </td>
      ))}
    </tr>
  );
}
