import { currencyExponent, distanceFromM, distanceM } from '@odolog/units';
import { useTranslations } from 'next-intl';
import type { Cell } from '@/charts/csv';
import type { ViewerFormat } from '@/format/viewer-format';
import { useAnomalyText } from './anomaly-words';
import type { FleetColumn } from './fleet-order';
import type { FleetRow } from './fleet-rows';

interface Field {
  /** The columns of the table that it belongs to: it is there where one of them is. */
  readonly of: readonly FleetColumn[];
  readonly head: string;
  readonly cell: (row: FleetRow) => Cell;
}

/** The table as a file, without the columns that it is shown without: figures as numbers, in the viewer's units. */
export function useFleetCsv(format: ViewerFormat, without: readonly FleetColumn[]) {
  const fields = useFields(format).filter(({ of }) => of.some((column) => !without.includes(column)));
  return {
    head: fields.map(({ head }) => head),
    cells: (row: FleetRow) => fields.map(({ cell }) => cell(row)),
  };
}

function useFields(format: ViewerFormat): readonly Field[] {
  const t = useTranslations('fleet.csv');
  const anomalyText = useAnomalyText();
  const unit = format.distanceUnit;
  const away = (metres: number) => Math.round(distanceFromM(metres, unit));
  const kmInUnit = distanceM({ value: 1, unit }) / 1000;
  const whole = ({ currency }: FleetRow, minor: number) => minor / 10 ** currencyExponent(currency);
  const economy = (row: FleetRow) => row.economy && format.economyNumber(row.economy);
  return [
    { of: ['vehicle'], head: t('vehicle'), cell: ({ nickname }) => nickname },
    { of: ['vehicle'], head: t('plate'), cell: ({ plate }) => plate },
    { of: ['driver'], head: t('driver'), cell: ({ drivers }) => drivers || null },
    {
      of: ['odometer'],
      head: t('odometer', { unit }),
      cell: ({ odometerM }) => (odometerM === null ? null : away(odometerM)),
    },
    {
      of: ['distance'],
      head: t('distance', { unit }),
      cell: ({ distanceThisMonthM }) => away(distanceThisMonthM),
    },
    { of: ['economy'], head: t('economy'), cell: (row) => economy(row)?.number ?? null },
    { of: ['economy'], head: t('economyUnit'), cell: (row) => economy(row)?.unit ?? null },
    {
      of: ['economy'],
      head: t('comparedPercent'),
      cell: (row) => row.economy?.comparedToAveragePercent ?? null,
    },
    { of: ['month', 'perKm'], head: t('currency'), cell: ({ currency }) => currency },
    { of: ['month'], head: t('month'), cell: (row) => whole(row, row.monthMinor) },
    { of: ['month'], head: t('year'), cell: (row) => whole(row, row.yearMinor) },
    {
      of: ['perKm'],
      head: t('perKm', { unit }),
      cell: ({ perKm }) => perKm && rounded(Number(perKm.amount) * kmInUnit),
    },
    { of: ['due'], head: t('nextDue'), cell: ({ dueTitle }) => dueTitle },
    { of: ['due'], head: t('dueState'), cell: ({ due }) => due?.state ?? null },
    {
      of: ['attention'],
      head: t('anomalies'),
      cell: ({ anomalies }) => anomalies.map(anomalyText).join('; ') || null,
    },
    { of: ['last'], head: t('last'), cell: ({ lastDate }) => lastDate },
  ];
}

const rounded = (price: number) => Number(price.toFixed(4));
