'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { csvOf, type Cell } from './csv';
import { saveFile } from './save-file';

interface ChartExportProps {
  /** Without an ending. */
  readonly file: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The drawing as PNG, and what it is drawn from as CSV. */
export function ChartExport({ file, head, rows }: ChartExportProps) {
  const t = useTranslations('charts');
  const group = useRef<HTMLSpanElement>(null);

  async function savePicture() {
    const { pictureOf } = await import('./picture-of');
    saveFile(`${file}.png`, await pictureOf(group.current!.closest('figure')!));
  }

  return (
    <span ref={group} className="chart__save" role="group" aria-label={t('save')}>
      <button type="button" className="btn btn--quiet" onClick={() => void savePicture()}>
        <Download className="i i-sm" />
        PNG
      </button>
      <button
        type="button"
        className="btn btn--quiet"
        onClick={() =>
          saveFile(`${file}.csv`, new Blob([csvOf(head, rows)], { type: 'text/csv;charset=utf-8' }))
        }
      >
        <Download className="i i-sm" />
        CSV
      </button>
    </span>
  );
}
