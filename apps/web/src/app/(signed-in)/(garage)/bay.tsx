import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Vehicle } from '@/api/schema.gen';
import { dueToday } from '@/format/due';
import { describe } from '@/format/vehicle-words';
import type { Figure } from '@/format/measures';
import type { ViewerFormat } from '@/format/viewer-format';
import { DueWords } from '@/ui/due-words';
import { Gauge } from '@/ui/gauge';
import { VehiclePicture } from '@/ui/vehicle-picture';
import { sumsOf } from './month-costs';

interface BayProps {
  readonly vehicle: Vehicle;
  readonly today: string;
  readonly format: ViewerFormat;
}

interface BayOfTenantProps extends BayProps {
  readonly tenantId: string;
  /** Below the name of its garage, where there is one. */
  readonly heading: 'h2' | 'h3';
}

/** A vehicle as it stands in the garage: on the floor rule, with its odometer, economy, what is next and what it cost. */
export function Bay({ vehicle, today, format, tenantId, heading: Heading }: BayOfTenantProps) {
  const t = useTranslations('garage');
  const { summary } = vehicle;
  const odometer = summary?.odometer && format.distance(summary.odometer);
  const economy = summary?.economy.flatMap((average) => format.economy(average) ?? []) ?? [];
  return (
    <li className="bay">
      <div className="bay__top">
        <div className="min-w-0">
          <Heading className="bay__name">
            <Link href={`/vehicles/${vehicle.id}`}>{vehicle.nickname}</Link>
          </Heading>
          <p>{describe(vehicle)}</p>
        </div>
        {vehicle.licensePlate && <span className="plate">{vehicle.licensePlate}</span>}
      </div>
      <div className="stage">
        <VehiclePicture vehicle={vehicle} tenantId={tenantId} />
        <div className="floor" />
        <div className="bay__odo">
          {odometer ? (
            <span className="bay__km num">
              {odometer.value} <span className="unit">{odometer.unit}</span>
            </span>
          ) : (
            <span className="muted">{t('noReading')}</span>
          )}
          <span className="bay__eco num">
            {economy.map((figure) => shortly(figure, economy.length > 1)).join(' + ')}
          </span>
        </div>
      </div>
      <BayLines vehicle={vehicle} today={today} format={format} />
    </li>
  );
}

function BayLines({ vehicle, today, format }: BayProps) {
  const t = useTranslations('garage');
  const { summary } = vehicle;
  if (!summary?.lastEvent) return <p className="sm muted bay__none">{t('nothingLogged')}</p>;
  const { lastEvent, nextDue } = summary;
  const seen = { today, odometerM: summary.odometer?.odometerM ?? null };
  const due = nextDue && dueToday(nextDue, seen);
  return (
    <dl className="lines">
      {nextDue && due && (
        <div>
          <dt>{nextDue.title}</dt>
          <dd>
            <DueWords due={due} format={format} />
          </dd>
          <dd className="g">
            <Gauge progress={nextDue.used} state={due.state} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('last', { summary: lastEvent.summary })}</dt>
        <dd className="num">{format.dayMonth(lastEvent.date)}</dd>
      </div>
      <div>
        <dt>{t('monthSoFar', { month: format.monthName(today) })}</dt>
        <dd className="num">
          {sumsOf(vehicle)
            .map(({ minor, currency }) => format.moneyMinor(minor, currency))
            .join(' + ')}
        </dd>
      </div>
    </dl>
  );
}

/** Of two kinds of energy neither needs to say over which distance. */
const shortly = ({ value, unit }: Figure, isOneOfTwo: boolean) =>
  `${value} ${isOneOfTwo ? unit.replace('/100 km', '') : unit}`;
