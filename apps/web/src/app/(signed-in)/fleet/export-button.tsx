import { csvOf } from '@odolog/csv';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import { saveFile } from '@/charts/save-file';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';
import type { FleetColumn } from './fleet-order';
import type { FleetRow } from './fleet-rows';
import { useFleetCsv } from './use-fleet-csv';

interface ExportButtonProps {
  readonly rows: readonly FleetRow[];
  readonly without: readonly FleetColumn[];
  readonly today: string;
}

/** What is shown as a file, told to the audit trail before; not offered where the API would refuse it. */
export function ExportButton({ rows, without, today }: ExportButtonProps) {
  const t = useTranslations('fleet');
  const { format } = useViewer();
  const { busy, run } = useAction();
  const exported = rows.filter(({ isExportable }) => isExportable);
  const csv = useFleetCsv(exported, { format, without });

  async function save() {
    const vehicleIds = exported.map(({ id }) => id);
    await answer(browserApi.POST('/api/v1/fleet/exports', { body: { vehicleIds } }));
    const text = csvOf(csv.head, csv.rows);
    saveFile(`${t('title')} ${today}.csv`, new Blob([text], { type: 'text/csv' }));
  }

  return (
    <button
      type="button"
      className="btn"
      disabled={busy || exported.length === 0}
      onClick={() => void run(save)}
    >
      <Download className="i" />
      {t('export')}
    </button>
  );
}
