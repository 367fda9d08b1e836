import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Garage } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { countOf, type FleetView, shows } from './fleet-order';
import type { FleetRow } from './fleet-rows';

interface FleetFiltersProps {
  readonly rows: readonly FleetRow[];
  readonly garages: readonly Garage[];
  readonly view: FleetView;
  readonly onShow: (change: Pick<FleetView, 'show' | 'garageId'>) => void;
}

/** What needs attention or stands in one garage, each with how many that are. One at a time. */
export function FleetFilters({ rows, garages, view, onShow }: FleetFiltersProps) {
  const t = useTranslations('fleet');
  return (
    <div className="filters" role="group" aria-label={t('show')}>
      {shows.map((show) => (
        <Filter
          key={show}
          isOn={view.show === show && view.garageId === null}
          count={countOf(rows, show)}
          onChoose={() => onShow({ show, garageId: null })}
        >
          {show === 'anomalies' && <TriangleAlert className="i i-sm" />}
          {t(`shows.${show}`)}
        </Filter>
      ))}
      {garages.map(({ id, name }) => (
        <Filter
          key={id}
          isOn={view.garageId === id}
          count={rows.filter(({ garageId }) => garageId === id).length}
          onChoose={() => onShow({ show: 'all', garageId: id })}
        >
          {name}
        </Filter>
      ))}
    </div>
  );
}

interface FilterProps {
  readonly isOn: boolean;
  readonly count: number;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Filter({ isOn, count, onChoose, children }: FilterProps) {
  const { format } = useViewer();
  return (
    <button type="button" className="chip" aria-pressed={isOn} onClick={onChoose}>
      {children} <span className="n">{format.number(count)}</span>
    </button>
  );
}
