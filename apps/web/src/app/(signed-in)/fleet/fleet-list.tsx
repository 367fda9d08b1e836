import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { perDistance } from '@/format/per-distance';
import { useViewer } from '@/format/viewer-context';
import { DueWords } from '@/ui/due-words';
import { Silhouette } from '@/ui/silhouette';
import { AnomalyWords } from './anomaly-words';
import type { FleetRow } from './fleet-rows';

/** The phone's fleet: a list, since a table of eight columns is none there. */
export function FleetList({ rows }: { rows: readonly FleetRow[] }) {
  const t = useTranslations('fleet');
  const { format } = useViewer();
  return (
    <ul className="fleet__list phone">
      {rows.map((row) => {
        const cost = row.perKm && perDistance(row.perKm, format);
        const quiet = [
          row.drivers,
          row.odometerM === null ? t('noReading') : Object.values(format.distanceM(row.odometerM)).join(' '),
          cost && `${cost}/${format.distanceUnit}`,
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
              {row.anomalies.map((anomaly) => (
                <AnomalyWords key={anomaly.kind} anomaly={anomaly} />
              ))}
            </div>
            {row.due && <DueWords due={row.due} format={format} />}
          </li>
        );
      })}
    </ul>
  );
}
