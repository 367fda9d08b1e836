'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Import, ImportRow } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { StateWords, type StateName } from '@/ui/state-words';
import { useToldWords } from '@/ui/use-told-words';
import { RowWays } from './row-ways';
import type { Wizard } from './use-import';

type Outcome = ImportRow['outcome'];
const outcomes: readonly Outcome[] = ['new', 'warning', 'duplicate', 'refused'];
const stateOf: Record<Outcome, StateName> = {
  new: 'ok',
  warning: 'soon',
  duplicate: 'idle',
  refused: 'overdue',
};
const rowClass: Partial<Record<Outcome, string>> = { refused: 'bad-row', warning: 'warn-row' };
/** More rows than these at once would make a phone stutter. */
const step = 200;

/** Every row of the file and what becomes of it, filtered by outcome: a table on the desktop, a list on the phone. */
export function ImportRows({ report, wizard }: { report: Import; wizard: Wizard }) {
  const t = useTranslations('import');
  const [outcome, setOutcome] = useState<Outcome | 'all'>('all');
  const [most, setMost] = useState(step);
  const wanted = report.rows.filter((row) => outcome === 'all' || row.outcome === outcome);
  const count = (of: Outcome) => report.rows.filter((row) => row.outcome === of).length;
  return (
    <>
      <div className="filters" role="group" aria-label={t('showRows')}>
        <button
          type="button"
          className="chip"
          aria-pressed={outcome === 'all'}
          onClick={() => setOutcome('all')}
        >
          {t('all')} <span className="n">{report.rows.length}</span>
        </button>
        {outcomes
          .filter((of) => count(of) > 0)
          .map((of) => (
            <button
              key={of}
              type="button"
              className="chip"
              aria-pressed={outcome === of}
              onClick={() => setOutcome(of)}
            >
              {t(`filter.${of}`)} <span className="n">{count(of)}</span>
            </button>
          ))}
      </div>
      <RowList rows={wanted.slice(0, most)} wizard={wizard} />
      <RowTable rows={wanted.slice(0, most)} wizard={wizard} />
      {wanted.length > most && (
        <button type="button" className="btn btn--tap import__more" onClick={() => setMost(most + step)}>
          {t('showMore', { count: Math.min(step, wanted.length - most) })}
        </button>
      )}
    </>
  );
}

interface RowsProps {
  readonly rows: readonly ImportRow[];
  readonly wizard: Wizard;
}

function RowTable({ rows, wizard }: RowsProps) {
  const t = useTranslations('import');
  const { format } = useViewer();
  const toldWords = useToldWords();
  return (
    <table className="tbl tbl--rows desk-t">
      <thead>
        <tr>
          <th>{t('row')}</th>
          <th>{t('date')}</th>
          <th className="r">{t('odometer')}</th>
          <th>{t('entry')}</th>
          <th className="r">{t('total')}</th>
          <th>{t('outcome')}</th>
          <th>
            <span className="sr">{t('action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row} className={rowClass[row.outcome]}>
            <td className="faint num">{row.row}</td>
            <td className="num">{row.date}</td>
            <td className="r num">
              {row.odometer && Object.values(format.distance(row.odometer)).join(' ')}
              {row.odometer?.void && <small>{t('notCounted')}</small>}
            </td>
            <td>{row.summary}</td>
            <td className="r num">{row.cost && format.money(row.cost)}</td>
            <td>
              <StateWords state={stateOf[row.outcome]}>{t(`outcomes.${row.outcome}`)}</StateWords>
              {row.detail && <small>{toldWords(row)}</small>}
            </td>
            <td className="r import__ways">
              <RowWays row={row} wizard={wizard} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowList({ rows, wizard }: RowsProps) {
  const t = useTranslations('import');
  const { format } = useViewer();
  const toldWords = useToldWords();
  return (
    <ul className="list phone import__list">
      {rows.map((row) => (
        <li key={row.row}>
          <span className="sm faint num">{row.row}</span>
          <div>
            <h3>
              {row.summary} {row.cost && <span className="sm muted num">{format.money(row.cost)}</span>}
            </h3>
            <p className="num">
              {[row.date, row.odometer && Object.values(format.distance(row.odometer)).join(' ')]
                .filter(Boolean)
                .join(', ')}
            </p>
            {row.detail && <p className="import__detail">{toldWords(row)}</p>}
            <div className="import__ways">
              <RowWays row={row} wizard={wizard} />
            </div>
          </div>
          <StateWords state={stateOf[row.outcome]}>{t(`outcomes.${row.outcome}`)}</StateWords>
        </li>
      ))}
    </ul>
  );
}
