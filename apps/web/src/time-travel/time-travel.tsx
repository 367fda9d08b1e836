import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Form from 'next/form';
import Link from '@/ui/link';
import type { Vehicle, VehicleSummary } from '@/api/schema.gen';
import { dateOf, dayNumber } from '@/charts/days';
import type { ViewerFormat } from '@/format/viewer-format';
import { DayField } from '@/ui/day-field';
import { KeyFigures } from '@/ui/key-figures';
import type { PointOfView } from './point-of-view';

interface TimeTravelProps {
  /** The address of the page, in the present. */
  readonly here: string;
  /** What else its address says. */
  readonly kept?: readonly (readonly [name: string, value: string])[];
  readonly vehicle: Vehicle;
  readonly format: ViewerFormat;
  readonly today: string;
  readonly view: PointOfView;
  /** The figures of then; null in the present. */
  readonly summary: VehicleSummary | null;
}

/** Looks at the vehicle as it was on a day, and as its record stood on one. The address holds both; nothing of it needs a script. */
export function TimeTravel({ here, kept = [], vehicle, format, today, view, summary }: TimeTravelProps) {
  const t = useTranslations('timeTravel');
  const yesterday = dateOf(dayNumber(today) - 1);
  const address = new URLSearchParams(kept.map(([name, value]) => [name, value])).toString();
  return (
    <section className={summary ? 'past past--on' : 'past'} aria-label={t('title')}>
      {summary && (
        <div className="past__now">
          <p role="status">
            <History className="i" />
            <PastWords view={view} format={format} />
          </p>
          <Link className="btn" href={address ? `${here}?${address}` : here}>
            {t('back')}
          </Link>
          <KeyFigures vehicle={{ ...vehicle, summary }} format={format} />
        </div>
      )}
      <details className="past__ask" key={JSON.stringify(view)}>
        <summary>
          {!summary && <History className="i i-sm" />}
          {summary ? t('other') : t('open')}
        </summary>
        <Form action={here} scroll={false} className="past__form">
          {kept.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <DayField
            name="asOf"
            label={t('asOf')}
            hint={t('asOfHint')}
            box="inp--s"
            max={yesterday}
            defaultValue={view.asOf}
          />
          <DayField
            name="knownOn"
            label={t('knownOn')}
            hint={t('knownOnHint')}
            box="inp--s"
            max={yesterday}
            defaultValue={view.knownOn}
          />
          <button className="btn btn--accent" type="submit">
            {t('show')}
          </button>
        </Form>
      </details>
    </section>
  );
}

function PastWords({ view: { asOf, knownOn }, format }: Pick<TimeTravelProps, 'view' | 'format'>) {
  const t = useTranslations('timeTravel');
  const day = (date: string) => format.dayMonthYear(date);
  if (asOf && knownOn) return t('both', { asOf: day(asOf), knownOn: day(knownOn) });
  return asOf ? t('wasOn', { asOf: day(asOf) }) : t('knownThen', { knownOn: day(knownOn!) });
}
