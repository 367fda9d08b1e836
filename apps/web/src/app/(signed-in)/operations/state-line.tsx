import { useTranslations } from 'next-intl';
import { StateWords, type StateName } from '@/ui/state-words';
import type { InstanceState } from './instance-state';

/** What is wrong, worst first; or that all is well. */
export function StateLine({ state }: { state: InstanceState }) {
  const t = useTranslations('operations.state');
  const { missingYears, failing, noWorker, behind, failedJobs } = state;
  const said: { state: StateName; words: string; wrong: boolean }[] = [
    { state: 'overdue', words: t('noWorker'), wrong: noWorker },
    { state: 'overdue', words: t('missingYears', { count: missingYears }), wrong: missingYears > 0 },
    { state: 'overdue', words: t('failing', { count: failing }), wrong: failing > 0 },
    { state: 'soon', words: t('behind', { count: behind }), wrong: behind > 0 },
    { state: 'soon', words: t('failedJobs', { count: failedJobs }), wrong: failedJobs > 0 },
  ];
  const wrong = said.filter((each) => each.wrong);
  return (
    <p className="ops__state">
      {wrong.map((each) => (
        <StateWords key={each.words} state={each.state}>
          {each.words}
        </StateWords>
      ))}
      <StateWords state="ok">{t(wrong.length > 0 ? 'restAnswers' : 'allAnswers')}</StateWords>
    </p>
  );
}
