import { useTranslations } from 'next-intl';
import type { Partitions } from '@/api/schema.gen';
import { bytesIn, type SeenInstance } from './seen-instance';

interface PartitionsSectionProps extends SeenInstance {
  readonly partitions: Partitions;
}

/** A bar for each year: what it holds, dashed what is made ahead, hatched what is missing. */
export function PartitionsSection({ partitions, format, now }: PartitionsSectionProps) {
  const t = useTranslations('operations.partitions');
  const { items, missing, estimatedRows } = partitions;
  const most = Math.max(...items.map((item) => item.estimatedRows), 1);
  const thisYear = now.getUTCFullYear();
  const [first, last] = [items[0]?.year ?? thisYear, items.at(-1)?.year ?? thisYear];
  const bytes = bytesIn(
    format.locale,
    items.reduce((sum, item) => sum + item.bytes, 0),
  );
  const look = ({ covered, year, estimatedRows: rows }: Partitions['items'][number]) =>
    !covered ? 'gone' : year > thisYear && rows === 0 ? 'ahead' : undefined;
  const words =
    missing.length > 0
      ? t('missing', { years: missing.join(', ') })
      : t('complete', { from: String(first), to: String(last) });
  return (
    <section className="chart">
      <div className="sub">
        <h2>{t('title')}</h2>
        <p className="sm muted">{t('sum', { events: format.number(estimatedRows), bytes })}</p>
      </div>
      <div className="tscroll" tabIndex={0} role="region" aria-label={t('region')}>
        <div className="cover" role="img" aria-label={words}>
          {items.map((item) => (
            <div
              key={item.year}
              className={look(item)}
              title={`${item.year}: ${format.number(item.estimatedRows)}`}
            >
              <i style={{ height: `${Math.round((item.estimatedRows / most) * 64)}px` }} />
              <span>’{String(item.year).slice(2)}</span>
            </div>
          ))}
        </div>
      </div>
      <p className="sm muted ops__note">{words}</p>
    </section>
  );
}
