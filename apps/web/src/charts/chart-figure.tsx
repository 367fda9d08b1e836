import type { Cell } from '@odolog/csv';
import { useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import { ChartExport, type TakenAway } from './chart-export';

/** The width of a drawing in its own units: one for phones, one for desktops, so that text keeps its size on both. */
export interface ChartSize {
  readonly width: number;
  readonly narrow: boolean;
}

/** As many as anybody reads; all are in the file that is taken away. */
export const mostTableRows = 100;

export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly figure?: boolean }[];
  /** As they are read. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  /** As they are computed with, in the same order, and all of them. */
  readonly csv: readonly (readonly Cell[])[];
}

interface ChartFigureProps {
  readonly title: string;
  readonly words: string;
  readonly file: string;
  readonly wide?: boolean;
  readonly draw: (size: ChartSize) => ReactNode;
  readonly legend: ReactNode;
  readonly table: ChartTable;
  /** Undefined for whoever may not take it away. */
  readonly takesAway: TakenAway | undefined;
}

/** A drawing with its legend, its table, and both to take away. */
export function ChartFigure({ title, words, file, wide = false, draw, legend, ...rest }: ChartFigureProps) {
  const { table, takesAway } = rest;
  const titleId = useId();
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{title}</h2>
        <p>{words}</p>
        {takesAway && (
          <ChartExport
            {...takesAway}
            file={file}
            head={table.columns.map(({ name }) => name)}
            rows={table.csv}
          />
        )}
      </figcaption>
      <div className="phone">{draw({ width: 358, narrow: true })}</div>
      <div className="desk-b">{draw({ width: wide ? 1120 : 540, narrow: false })}</div>
      {legend && <ul className="legend">{legend}</ul>}
      <Twin table={table} />
    </figure>
  );
}

function Twin({ table: { caption, columns, rows } }: { table: ChartTable }) {
  const t = useTranslations('charts');
  return (
    <details className="twin">
      <summary>{t('showTable')}</summary>
      <div className="tscroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="tbl tbl--rows">
          <caption className="sr">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ name, figure }) => (
                <th key={name} className={figure ? 'r' : undefined} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, index) => (
                  <td key={columns[index]!.name} className={columns[index]!.figure ? 'r num' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
