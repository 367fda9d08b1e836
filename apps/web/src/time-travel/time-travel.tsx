import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Form from 'next/form';
import Link from '@/ui/link';
import type { Vehicle, VehicleSummary } from '@/api/schema.gen';
import { dateOf, dayNumber } from '@/charts/days';
import { understoodDay } from '@/format/understood-day';
import type { ViewerFormat } from '@/format/viewer-format';
import { LabelLine } from '@/ui/label-line';
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
          {(['asOf', 'knownOn'] as const).map((name) => (
            <PastDay
              key={name}
              name={name}
              label={t(name)}
              hint={t(`${name}Hint`)}
              day={view[name]}
              today={today}
              format={format}
            />
          ))}
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

interface PastDayProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly day: string | undefined;
  readonly today: string;
  readonly format: ViewerFormat;
}

/** Said in the viewer's way once it is asked for. A field that said it at once would weigh on every timeline at first. */
function PastDay({ name, label, hint, day, today, format }: PastDayProps) {
  return (
    <div className="field">
      <LabelLine of={name} hint={(day && understoodDay(day, format.locale)) ?? hint}>
        {label}
      </LabelLine>
      <span className="inp inp--s">
        <input
          id={name}
          name={name}
          type="date"
          max={dateOf(dayNumber(today) - 1)}
          defaultValue={day}
          aria-describedby={`${name}-hint`}
        />
      </span>
    </div>
  );
}
