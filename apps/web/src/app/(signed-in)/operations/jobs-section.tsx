import { useTranslations } from 'next-intl';
import type { Jobs } from '@/api/schema.gen';
import { StateWords, type StateName } from '@/ui/state-words';
import { RunButton } from './run-button';
import type { SeenInstance } from './seen-instance';

interface JobsSectionProps extends SeenInstance {
  readonly jobs: Jobs;
  readonly mayRun: boolean;
}

type Last = NonNullable<Jobs['items'][number]['last']>;

const stateOf: Readonly<Record<Last['state'], StateName>> = {
  created: 'later',
  retry: 'soon',
  active: 'soon',
  completed: 'ok',
  cancelled: 'idle',
  failed: 'overdue',
};

export function JobsSection({ jobs, format, timeZone, mayRun }: JobsSectionProps) {
  const t = useTranslations('operations.jobs');
  return (
    <section className="chart">
      <h2>{t('title')}</h2>
      {jobs.items.length === 0 ? (
        <p className="muted chart__none">{t('none')}</p>
      ) : (
        <div className="tscroll" tabIndex={0} role="region" aria-label={t('title')}>
          <table className="tbl tbl--rows ops__table">
            <thead>
              <tr>
                <th scope="col">{t('job')}</th>
                <th scope="col">{t('schedule')}</th>
                <th scope="col">{t('last')}</th>
                <th scope="col">{t('outcome')}</th>
                <th scope="col" className="r">
                  {t('waiting')}
                </th>
                <th scope="col">
                  <span className="sr">{t('action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {jobs.items.map(({ name, schedule, runnable, waiting, active, last }) => (
                <tr key={name}>
                  <td className="strong">{name}</td>
                  <td className="muted">{schedule ? <code>{schedule}</code> : t('onRequest')}</td>
                  <td className="num">{last ? format.instant(last.createdAt, timeZone) : t('never')}</td>
                  <td>
                    {last ? (
                      <StateWords state={stateOf[last.state]}>{t(`states.${last.state}`)}</StateWords>
                    ) : (
                      <StateWords state="idle">{t('never')}</StateWords>
                    )}
                  </td>
                  <td className="r num">{format.number(waiting + active)}</td>
                  <td className="r">
                    {mayRun && runnable && <RunButton what={{ job: name }} label={t('run')} named={name} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
