import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { perDistance } from '@/format/per-distance';
import { useViewer } from '@/format/viewer-context';
import { DueWords } from '@/ui/due-words';
import { Silhouette } from '@/ui/silhouette';
import { AnomalyWords } from './anomaly-words';
import type { FleetColumn } from './fleet-order';
import type { FleetRow } from './fleet-rows';

interface FleetListProps {
  readonly rows: readonly FleetRow[];
  readonly without: readonly FleetColumn[];
}

/** The phone's fleet: a list, since a table of ten columns is none there. What is left out of the one is left out of the other. */
export function FleetList({ rows, without }: FleetListProps) {
  const t = useTranslations('fleet');
  const { format } = useViewer();
  const has = (column: FleetColumn) => !without.includes(column);
  return (
    <ul className="fleet__list phone">
      {rows.map((row) => {
        const cost = row.perKm && perDistance(row.perKm, format);
        const odometer = row.odometerM === null ? null : format.distanceM(row.odometerM);
        const quiet = [
          has('driver') && row.drivers,
          has('odometer') && (odometer ? `${odometer.value} ${odometer.unit}` : t('noReading')),
          has('perKm') && cost && `${cost}/${format.distanceUnit}`,
        ];
        return (
          <li key={row.id}>
            <Silhouette kind={row.kind} />
            <div>
              <h2 className="h3">
                <Link href={`/vehicles/${row.id}`}>{row.nickname}</Link>{' '}
                {row.plate && <span className="sm faint">{row.plate}</span>}
              </h2>
              <p className="num sm muted">{quiet.filter(Boolean).join(', ')}</p>
              {has('attention') &&
                row.anomalies.map((anomaly) => <AnomalyWords key={anomaly.kind} anomaly={anomaly} />)}
            </div>
            {has('due') && row.due && <DueWords due={row.due} format={format} />}
          </li>
        );
      })}
    </ul>
  );
}
