'use client';

import { csvOf, type Cell } from '@odolog/csv';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { answer } from '@/api/client';
import type { paths } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';
import { saveFile } from './save-file';

type Told =
  paths['/api/v1/vehicles/{vehicleId}/chart-exports']['post']['requestBody']['content']['application/json'];

export interface TakenAway extends Pick<Told, 'chart'> {
  readonly vehicleId: string;
}

interface ChartExportProps extends TakenAway {
  /** Without an ending. */
  readonly file: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The drawing as PNG, and what it is drawn from as CSV: told to the audit trail before. */
export function ChartExport({ vehicleId, chart, file, head, rows }: ChartExportProps) {
  const t = useTranslations('charts');
  const group = useRef<HTMLSpanElement>(null);
  const { busy, run } = useAction();
  const tell = (format: Told['format']) =>
    answer(
      browserApi.POST('/api/v1/vehicles/{vehicleId}/chart-exports', {
        params: { path: { vehicleId } },
        body: { chart, format },
      }),
    );

  async function savePicture() {
    await tell('png');
    const { pictureOf } = await import('./picture-of');
    saveFile(`${file}.png`, await pictureOf(group.current!.closest('figure')!));
  }

  async function saveTable() {
    await tell('csv');
    saveFile(`${file}.csv`, new Blob([csvOf(head, rows)], { type: 'text/csv;charset=utf-8' }));
  }

  return (
    <span ref={group} className="chart__save" role="group" aria-label={t('save')}>
      <button type="button" className="btn btn--quiet" disabled={busy} onClick={() => void run(savePicture)}>
        <Download className="i i-sm" />
        PNG
      </button>
      <button type="button" className="btn btn--quiet" disabled={busy} onClick={() => void run(saveTable)}>
        <Download className="i i-sm" />
        CSV
      </button>
    </span>
  );
}
