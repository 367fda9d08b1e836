import { useTranslations } from 'next-intl';
import type { SharedHistory } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import { Mark } from '@/ui/mark';

interface SharedEntriesProps {
  readonly entries: SharedHistory['entries'];
  readonly format: ViewerFormat;
}

/** What was done to the vehicle, as much of it as the owner shows. */
export function SharedEntries({ entries, format }: SharedEntriesProps) {
  const t = useTranslations('share');
  return (
    <div>
      <div className="sub">
        <h2>{t('entries')}</h2>
        <span className="sm muted">{t('entryCount', { count: entries.length })}</span>
      </div>
      <ul className="list">
        {entries.map(({ type, summary, date, odometer, notes, cost }, at) => (
          <li key={at}>
            <Mark type={type} />
            <div>
              <h3>{summary}</h3>
              <p className="num">
                {[format.dayMonthYear(date), odometer && distanceIn(format, odometer)]
                  .filter(Boolean)
                  .join(', ')}
              </p>
              {notes && <p>{notes}</p>}
            </div>
            {cost && <span className="sm num r">{format.money(cost)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function distanceIn(
  format: ViewerFormat,
  odometer: NonNullable<SharedHistory['entries'][number]['odometer']>,
): string {
  const { value, unit } = format.distance(odometer);
  return `${value} ${unit}`;
}
