'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Import, ImportRow } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { StateWords, type StateName } from '@/ui/state-words';
import { EconomyLine } from './economy-line';
import { RowNotes } from './row-notes';
import { RowWays } from './row-ways';
import type { Wizard } from './use-import';

type Outcome = ImportRow['outcome'];
type Shown = Outcome | 'all' | 'differs';
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
  const [chosen, setChosen] = useState<Shown>('all');
  const [most, setMost] = useState(step);
  const differing = new Set(report.economy?.differing.map(({ row }) => row));
  const rowsOf = (of: Shown) =>
    report.rows.filter(
      (row) => of === 'all' || (of === 'differs' ? differing.has(row.row) : row.outcome === of),
    );
  const count = (of: Outcome) => rowsOf(of).length;
  // The last row of a kind may have been put right: nobody can press its chip any more.
  const outcome = rowsOf(chosen).length > 0 ? chosen : 'all';
  const wanted = rowsOf(outcome);
  const rows = { rows: wanted.slice(0, most), report, wizard };
  return (
    <>
      {report.economy && (
        <EconomyLine economy={report.economy} format={report.format} onShow={() => setChosen('differs')} />
      )}
      <div className="filters" role="group" aria-label={t('showRows')}>
        <button
          type="button"
          className="chip"
          aria-pressed={outcome === 'all'}
          onClick={() => setChosen('all')}
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
              onClick={() => setChosen(of)}
            >
              {t(`filter.${of}`)} <span className="n">{count(of)}</span>
            </button>
          ))}
        {differing.size > 0 && (
          <button
            type="button"
            className="chip"
            aria-pressed={outcome === 'differs'}
            onClick={() => setChosen('differs')}
          >
            {t('economy.filter')} <span className="n">{differing.size}</span>
          </button>
        )}
      </div>
      <RowList {...rows} />
      <RowTable {...rows} />
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
  readonly report: Import;
  readonly wizard: Wizard;
}

function RowTable({ rows, report, wizard }: RowsProps) {
  const t = useTranslations('import');
  const { format } = useViewer();
  return (
    <table className="tbl tbl--rows tbl--import desk-t">
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
            <td className="num">{row.date && format.dayMonthYear(row.date)}</td>
            <td className="r num">
              {row.odometer && Object.values(format.distance(row.odometer)).join(' ')}
              {row.odometer?.void && <small>{t('notCounted')}</small>}
            </td>
            <td>{row.summary}</td>
            <td className="r num">{row.cost && format.money(row.cost)}</td>
            <td>
              <StateWords state={stateOf[row.outcome]}>{t(`outcomes.${row.outcome}`)}</StateWords>
              <RowNotes row={row} report={report} done={wizard.done} />
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

function RowList({ rows, report, wizard }: RowsProps) {
  const t = useTranslations('import');
  const { format } = useViewer();
  return (
    <ul className="list phone import__list">
      {rows.map((row) => (
        <li key={row.row} className={rowClass[row.outcome]}>
          <span className="sm faint num">{row.row}</span>
          <div>
            <h3>
              {row.summary} {row.cost && <span className="sm muted num">{format.money(row.cost)}</span>}
            </h3>
            <p className="num">
              {[
                row.date && format.dayMonthYear(row.date),
                row.odometer && Object.values(format.distance(row.odometer)).join(' '),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            <RowNotes row={row} report={report} done={wizard.done} />
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
