'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Garage } from '@/api/schema.gen';
import { fromColumns, type Columns } from '@/columns/columns';
import { useViewer } from '@/format/viewer-context';
import { ColumnsMenu } from './columns-menu';
import { ExportButton } from './export-button';
import { FleetFigures } from './fleet-figures';
import { FleetFilters } from './fleet-filters';
import { type FleetColumn, fleetColumns, rowsOfView } from './fleet-order';
import type { FleetRow } from './fleet-rows';
import { FleetSearch } from './fleet-search';
import { NoFleet } from './no-fleet';
import { ShownVehicles } from './shown-vehicles';
import { useFleetView } from './use-fleet-view';

interface FleetTableProps {
  readonly rows: Columns<FleetRow>;
  readonly garages: readonly Garage[];
  readonly today: string;
  readonly tenant: string;
  /** The columns that this browser leaves out where the address does not say. */
  readonly hidden: readonly FleetColumn[];
}

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
          <FleetSearch words={view.words} onSearch={(words) => show({ words })} />
          <ColumnsMenu columns={offered} without={view.without} onShow={choose} />
          {rows.some(({ isExportable }) => isExportable) && (
            <ExportButton rows={shown} without={view.without} today={today} />
          )}
        </header>
        <FleetFigures rows={rows} format={format} today={today} />
        <FleetFilters rows={rows} garages={garages} view={view} onShow={show} />
        <ShownVehicles rows={shown} columns={columns} view={view} onSort={show} />
      </div>
    </>
  );
}
