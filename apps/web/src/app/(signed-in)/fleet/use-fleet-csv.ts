import { currencyExponent, distanceFromM } from '@odolog/units';
import { useTranslations } from 'next-intl';
import type { Cell } from '@/charts/csv';
import type { ViewerFormat } from '@/format/viewer-format';
import { useAnomalyText } from './anomaly-words';
import type { FleetRow } from './fleet-rows';

/** The table as a file: figures as numbers, in the viewer's units. */
export function useFleetCsv(format: ViewerFormat) {
  const t = useTranslations('fleet.csv');
  const anomalyText = useAnomalyText();
  const unit = format.distanceUnit;
  return {
    head: [
      t('vehicle'),
      t('plate'),
      t('driver'),
      t('odometer', { unit }),
      t('distance', { unit }),
      t('economy'),
      t('economyUnit'),
      t('comparedPercent'),
      t('currency'),
      t('month'),
      t('year'),
      t('nextDue'),
      t('dueState'),
      t('anomalies'),
      t('last'),
    ],
    cells: (row: FleetRow): Cell[] => {
      const economy = row.economy && format.economyNumber(row.economy);
      const whole = (minor: number) => minor / 10 ** currencyExponent(row.currency);
      return [
        row.nickname,
        row.plate,
        row.drivers || null,
        row.odometerM === null ? null : Math.round(distanceFromM(row.odometerM, unit)),
        Math.round(distanceFromM(row.distanceThisMonthM, unit)),
        economy?.number ?? null,
        economy?.unit ?? null,
        row.economy?.comparedToAveragePercent ?? null,
        row.currency,
        whole(row.monthMinor),
        whole(row.yearMinor),
        row.dueTitle,
        row.due?.state ?? null,
        row.anomalies.map(anomalyText).join('; ') || null,
        row.lastDate,
      ];
    },
  };
}
