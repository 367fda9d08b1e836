import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { answer } from '@/api/client';
import { viewerFormat } from '@/format/viewer-format';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { DatabaseSection } from './database-section';
import { JobsSection } from './jobs-section';
import { instanceState } from './instance-state';
import { PartitionsSection } from './partitions-section';
import { ProjectorsSection } from './projectors-section';
import { RefreshButton } from './refresh-button';
import { StateLine } from './state-line';
import { ViewsSection } from './views-section';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') };
}

/** The instance from inside, for those who maintain it: what is behind, what is missing, and the jobs that help. */
export default async function OperationsPage() {
  const t = await getTranslations('operations');
  const api = await serverApi();
  const me = await viewer();
  if (!me.allowedSomewhere.includes('ops.read')) notFound();
  const [partitions, views, projectors, jobs, database] = await Promise.all([
    answer(api.GET('/api/v1/ops/partitions')),
    answer(api.GET('/api/v1/ops/materialized-views')),
    answer(api.GET('/api/v1/ops/projectors')),
    answer(api.GET('/api/v1/ops/jobs')),
    answer(api.GET('/api/v1/ops/database')),
  ]);
  const now = thisMoment();
  const seen = { format: viewerFormat(me.preferences), timeZone: me.preferences.timeZone, now };
  const mayRun = me.allowedSomewhere.includes('ops.run');
  return (
    <>
      <header className="top">
        <h1>{t('title')}</h1>
        <RefreshButton icon />
      </header>
      <div className="wrap">
        <header className="head desk">
          <div>
            <h1>{t('title')}</h1>
            <p>{t('asOf', { when: seen.format.instant(now.toISOString(), seen.timeZone) })}</p>
          </div>
          <span className="sp" />
          <RefreshButton />
        </header>
        <StateLine state={instanceState({ partitions, projectors, jobs }, now)} />
        <PartitionsSection {...seen} partitions={partitions} />
        <ProjectorsSection {...seen} projectors={projectors} mayRun={mayRun} />
        <ViewsSection {...seen} views={views} mayRun={mayRun} />
        <JobsSection {...seen} jobs={jobs} mayRun={mayRun} />
        <DatabaseSection {...seen} database={database} />
      </div>
    </>
  );
}

/** In which the instance was asked. */
function thisMoment(): Date {
  return new Date();
}
