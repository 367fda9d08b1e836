'use client';

import { Download, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Import, Vehicle } from '@/api/schema.gen';
import type { Wizard } from './use-import';

interface ImportFootProps {
  readonly wizard: Wizard;
  readonly report: Import;
  readonly vehicles: readonly Pick<Vehicle, 'id' | 'nickname' | 'currency'>[];
}

/** What will happen, or has happened, in a sentence, and the button for it. */
export function ImportFoot({ wizard, report, vehicles }: ImportFootProps) {
  const t = useTranslations('import');
  const { done, checking } = wizard;
  const nickname = vehicles.find(({ id }) => id === report.vehicleId)?.nickname ?? '';
  const counts = {
    created: report.created,
    duplicates: report.duplicates,
    refused: report.refused.length,
    nickname,
  };
  return (
    <div className="foot">
      <p role="status">{t(done ? 'didWords' : 'willWords', counts)}</p>
      {report.refused.length > 0 && (
        <button type="button" className="btn" onClick={() => download(report)}>
          <Download className="i" />
          {t('refusedRows')}
        </button>
      )}
      {done ? (
        <>
          {report.created > 0 && (
            <button type="button" className="btn" onClick={wizard.undo}>
              <Undo2 className="i" />
              {t('undo')}
            </button>
          )}
          <Link className="btn btn--go" href={`/vehicles/${report.vehicleId}`}>
            {t('toTimeline')}
          </Link>
        </>
      ) : (
        <button
          type="button"
          className="btn btn--go"
          disabled={checking || report.created === 0}
          onClick={wizard.perform}
        >
          {report.created === 0 ? t('nothingNew') : t('importCount', { count: report.created })}
        </button>
      )}
    </div>
  );
}

/** The rows that stay out, as they stand in the file, to be put right and imported again. */
function download({ refused, file }: Import): void {
  const lines = refused.map(({ raw, row }) => raw ?? `row ${row}`);
  const url = URL.createObjectURL(new Blob([`${lines.join('\n')}\n`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `refused-${file.name}`;
  link.click();
  URL.revokeObjectURL(url);
}
