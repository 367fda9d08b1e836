import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FleetColumns } from './fleet-columns';
import { FleetList } from './fleet-list';
import type { FleetColumn, FleetView } from './fleet-order';
import type { FleetRow } from './fleet-rows';

interface ShownVehiclesProps {
  /** In their order. */
  readonly rows: readonly FleetRow[];
  readonly columns: readonly FleetColumn[];
  readonly view: FleetView;
  readonly onSort: (order: Pick<FleetView, 'sort' | 'descending'>) => void;
}

/** More than a window shows: a fleet is sorted, filtered and searched rather than read to its end. */
const rowsAtOnce = 50;

/** The vehicles that a view shows, the first of them until more are asked for. */
export function ShownVehicles({ rows, columns, view, onSort }: ShownVehiclesProps) {
  const t = useTranslations('fleet');
  const [most, setMost] = useState(rowsAtOnce);
  const onPage = rows.slice(0, most);
  if (rows.length === 0) return <p className="muted fleet__none">{t('noMatch')}</p>;
  return (
    <>
      <FleetList rows={onPage} without={view.without} />
      <FleetColumns rows={onPage} columns={columns} view={view} onSort={onSort} />
      {onPage.length < rows.length && (
        <p className="fleet__more">
          <span className="sm muted">{t('shownOf', { shown: onPage.length, count: rows.length })}</span>
          <button type="button" className="btn btn--tap" onClick={() => setMost(most + rowsAtOnce)}>
            {t('more', { count: Math.min(rowsAtOnce, rows.length - onPage.length) })}
          </button>
        </p>
      )}
    </>
  );
}
