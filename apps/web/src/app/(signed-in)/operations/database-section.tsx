import { useTranslations } from 'next-intl';
import type { DatabaseHealth } from '@/api/schema.gen';
import { bytesIn, type SeenInstance } from './seen-instance';

interface DatabaseSectionProps extends SeenInstance {
  readonly database: DatabaseHealth;
}

export function DatabaseSection({ database, format }: DatabaseSectionProps) {
  const t = useTranslations('operations.database');
  const { version, bytes, connections, cacheHitPercent, deadlocks, relations } = database;
  const figures = [
    { name: t('size'), value: bytesIn(format.locale, bytes) },
    {
      name: t('connections'),
      value: t('ofMost', { used: format.number(connections.used), most: format.number(connections.most) }),
    },
    {
      name: t('cacheHits'),
      value: cacheHitPercent === null ? t('unknown') : `${format.number(cacheHitPercent, 1)} %`,
    },
    { name: t('deadlocks'), value: format.number(deadlocks) },
    { name: t('version'), value: version },
  ];
  return (
    <section className="chart">
      <h2>{t('title')}</h2>
      <dl className="figs sumline">
        {figures.map(({ name, value }) => (
          <div key={name} className="fig">
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="tscroll" tabIndex={0} role="region" aria-label={t('relations')}>
        <table className="tbl tbl--rows ops__table">
          <caption className="sr">{t('relations')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('relation')}</th>
              <th scope="col" className="r">
                {t('rows')}
              </th>
              <th scope="col" className="r">
                {t('dead')}
              </th>
              <th scope="col" className="r">
                {t('bytes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {relations.map((relation) => (
              <tr key={`${relation.schema}.${relation.relation}`}>
                <td className="strong">
                  {relation.schema}.{relation.relation}
                </td>
                <td className="r num">{format.number(relation.liveRows)}</td>
                <td className="r num">{format.number(relation.deadRows)}</td>
                <td className="r num">{bytesIn(format.locale, relation.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
