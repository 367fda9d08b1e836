'use client';

import { Search, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Garage } from '@/api/schema.gen';
import { fromColumns, type Columns } from '@/columns/columns';
import { useViewer } from '@/format/viewer-context';
import { ColumnsMenu } from './columns-menu';
import { ExportButton } from './export-button';
import { FleetFigures } from './fleet-figures';
import { FleetList } from './fleet-list';
import { countOf, type FleetColumn, fleetColumns, rowsOfView, shows } from './fleet-order';
import type { FleetRow } from './fleet-rows';
import { FleetColumns } from './fleet-columns';
import { NoFleet } from './no-fleet';
import { useFleetView } from './use-fleet-view';

interface FleetTableProps {
  readonly rows: Columns<FleetRow>;
  readonly garages: readonly Garage[];
  readonly today: string;
  readonly tenant: string;
  /** The columns that this browser leaves out where the address does not say. */
  readonly hidden: readonly FleetColumn[];
}

/** More than a window shows: a fleet is sorted, filtered and searched rather than read to its end. */
const rowsAtOnce = 50;

/** All vehicles in one table. How it is sorted, what it shows and in which columns is in the address, changed without asking the server. */
export function FleetTable({ rows: table, garages, today, tenant, hidden }: FleetTableProps) {
  const t = useTranslations('fleet');
  const { format } = useViewer();
  const rows = useMemo(() => fromColumns(table), [table]);
  const { view, show, choose } = useFleetView(hidden);
  const shown = rowsOfView(rows, view);
  const withDrivers = rows.some(({ drivers }) => drivers);
  const offered = fleetColumns.filter((column) => column !== 'driver' || withDrivers);
  const columns = offered.filter((column) => !view.without.includes(column));
  const [most, setMost] = useState(rowsAtOnce);
  const onPage = shown.slice(0, most);
  if (rows.length === 0) return <NoFleet />;

  return (
    <>
      <header className="top">
        <h1>{t('title')}</h1>
      </header>
      <div className="wrap wrap--fleet">
        <header className="head">
          <div className="desk-b">
            <h1>{t('title')}</h1>
            <p>{t('words', { tenant, count: rows.length, garages: garages.length })}</p>
          </div>
          <span className="sp" />
          <label className="search search--fleet">
            <Search className="i i-sm" />
            <span className="sr">{t('search')}</span>
            <input
              type="search"
              placeholder={t('searchHint')}
              value={view.words}
              onChange={(event) => show({ words: event.target.value })}
            />
          </label>
          <ColumnsMenu columns={offered} without={view.without} onShow={choose} />
          {rows.some(({ isExportable }) => isExportable) && (
            <ExportButton rows={shown} without={view.without} today={today} />
          )}
        </header>
        <FleetFigures rows={rows} format={format} today={today} />
        <div className="filters" role="group" aria-label={t('show')}>
          {shows.map((each) => (
            <button
              key={each}
              type="button"
              className="chip"
              aria-pressed={view.show === each && view.garageId === null}
              onClick={() => show({ show: each, garageId: null })}
            >
              {each === 'anomalies' && <TriangleAlert className="i i-sm" />}
              {t(`shows.${each}`)} <span className="n">{format.number(countOf(rows, each))}</span>
            </button>
          ))}
          {garages.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="chip"
              aria-pressed={view.garageId === id}
              onClick={() => show({ show: 'all', garageId: id })}
            >
              {name}{' '}
              <span className="n">{format.number(rows.filter((row) => row.garageId === id).length)}</span>
            </button>
          ))}
        </div>
        {shown.length === 0 ? (
          <p className="muted fleet__none">{t('noMatch')}</p>
        ) : (
          <>
            <FleetList rows={onPage} without={view.without} />
            <FleetColumns rows={onPage} columns={columns} view={view} onSort={show} />
            {onPage.length < shown.length && (
              <p className="fleet__more">
                <span className="sm muted">
                  {t('shownOf', { shown: onPage.length, count: shown.length })}
                </span>
                <button type="button" className="btn btn--tap" onClick={() => setMost(most + rowsAtOnce)}>
                  {t('more', { count: Math.min(rowsAtOnce, shown.length - onPage.length) })}
                </button>
              </p>
            )}
          </>
        )}
      </div>
    </>
  );
}
