import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { viewerFormat } from '@/format/viewer-format';
import { viewer } from '@/session/viewer';
import { Buttons, Chips, Tags } from './control-specimens';
import { Fields } from './field-specimens';
import { Colours, Gauges, Marks, Silhouettes, States } from './drawing-specimens';
import { Floating } from './floating-specimens';
import { Scales } from './scale-specimens';
import { Rows } from './timeline-specimens';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('design'))('title') };
}

/** Every primitive in every state, to look at side by side: whoever changes one sees all of them here. */
export default async function DesignPage() {
  const t = await getTranslations('design');
  const me = await viewer();
  const sections: readonly [string, ReactNode][] = [
    [t('marks'), <Marks key="marks" />],
    [t('states'), <States key="states" />],
    [t('gauges'), <Gauges key="gauges" format={viewerFormat(me.preferences)} />],
    [t('scales'), <Scales key="scales" />],
    [t('rows'), <Rows key="rows" />],
    [t('buttons'), <Buttons key="buttons" />],
    [t('chips'), <Chips key="chips" />],
    [t('tags'), <Tags key="tags" />],
    [t('fields'), <Fields key="fields" />],
    [t('floating'), <Floating key="floating" />],
    [t('vehicles'), <Silhouettes key="vehicles" />],
    [t('colours'), <Colours key="colours" />],
  ];
  return (
    <>
      <header className="top">
        <h1>{t('title')}</h1>
      </header>
      <div className="wrap">
        <header className="head desk">
          <div>
            <h1>{t('title')}</h1>
            <p>{t('words')}</p>
          </div>
        </header>
        {sections.map(([title, specimens]) => (
          <section key={title} className="chart">
            <h2>{title}</h2>
            {specimens}
          </section>
        ))}
      </div>
    </>
  );
}
