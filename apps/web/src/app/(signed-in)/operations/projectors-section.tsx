import { useTranslations } from 'next-intl';
import type { Projectors } from '@/api/schema.gen';
import { StateWords } from '@/ui/state-words';
import { behindEvents } from './instance-state';
import { RunButton } from './run-button';
import type { SeenInstance } from './seen-instance';

interface ProjectorsSectionProps extends SeenInstance {
  readonly projectors: Projectors;
  readonly mayRun: boolean;
}

export function ProjectorsSection({ projectors, format, mayRun }: ProjectorsSectionProps) {
  const t = useTranslations('operations.projectors');
  return (
    <section className="chart">
      <div className="sub">
        <h2>{t('title')}</h2>
        <p className="sm muted">{t('workers', { count: projectors.workers.length })}</p>
      </div>
      <div className="tscroll" tabIndex={0} role="region" aria-label={t('title')}>
        <table className="tbl tbl--rows ops__table">
          <thead>
            <tr>
              <th scope="col">{t('projector')}</th>
              <th scope="col" className="r">
                {t('tenants')}
              </th>
              <th scope="col" className="r">
                {t('lagging')}
              </th>
              <th scope="col" className="r">
                {t('maxLag')}
              </th>
              <th scope="col">{t('state')}</th>
              <th scope="col">
                <span className="sr">{t('action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {projectors.items.map(({ projector, tenants, lagging, maxLag, failing }) => (
              <tr key={projector}>
                <td className="strong">{projector}</td>
                <td className="r num">{format.number(tenants)}</td>
                <td className="r num">{format.number(lagging)}</td>
                <td className="r num">{format.number(maxLag)}</td>
                <td>
                  {failing > 0 ? (
                    <StateWords state="overdue">{t('failing', { count: failing })}</StateWords>
                  ) : maxLag > behindEvents ? (
                    <StateWords state="soon">{t('behind')}</StateWords>
                  ) : (
                    <StateWords state="ok">{t('ok')}</StateWords>
                  )}
                </td>
                <td className="r">
                  {mayRun && (
                    <RunButton what={{ rebuild: projector }} label={t('rebuild')} named={projector} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
