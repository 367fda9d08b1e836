import { useTranslations } from 'next-intl';
import type { MaterializedViews } from '@/api/schema.gen';
import { RunButton } from './run-button';
import type { SeenInstance } from './seen-instance';

interface ViewsSectionProps extends SeenInstance {
  readonly views: MaterializedViews;
  readonly mayRun: boolean;
}

/** The job that refreshes each view. */
const refreshedBy: Readonly<Record<string, string>> = { 'private.timeline_feed': 'refresh-timeline-feed' };

export function ViewsSection({ views, format, timeZone, mayRun }: ViewsSectionProps) {
  const t = useTranslations('operations.views');
  if (views.items.length === 0) {
    return (
      <section className="chart">
        <h2>{t('title')}</h2>
        <p className="muted chart__none">{t('none')}</p>
      </section>
    );
  }
  return (
    <section className="chart">
      <h2>{t('title')}</h2>
      <div className="tscroll" tabIndex={0} role="region" aria-label={t('title')}>
        <table className="tbl tbl--rows ops__table">
          <thead>
            <tr>
              <th scope="col">{t('view')}</th>
              <th scope="col" className="r">
                {t('refreshed')}
              </th>
              <th scope="col" className="r">
                {t('age')}
              </th>
              <th scope="col" className="r">
                {t('took')}
              </th>
              <th scope="col" className="r">
                {t('rows')}
              </th>
              <th scope="col">
                <span className="sr">{t('action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {views.items.map(({ view, refreshedAt, ageSeconds, tookMs, rows }) => {
              const job = refreshedBy[view];
              return (
                <tr key={view}>
                  <td className="strong">{view}</td>
                  <td className="r num">{format.instant(refreshedAt, timeZone)}</td>
                  <td className="r num">{t('minutes', { count: Math.floor(ageSeconds / 60) })}</td>
                  <td className="r num">{t('ms', { count: format.number(tookMs) })}</td>
                  <td className="r num">{format.number(rows)}</td>
                  <td className="r">
                    {mayRun && job && <RunButton what={{ job }} label={t('refresh')} named={view} />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
