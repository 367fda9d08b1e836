import { useTranslations } from 'next-intl';
import type { ImportSummary, Vehicle } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import { Mark } from '@/ui/mark';
import { StateWords } from '@/ui/state-words';
import { UndoImport } from './undo-import';

interface ImportHistoryProps {
  readonly imports: readonly ImportSummary[];
  readonly vehicles: readonly Pick<Vehicle, 'id' | 'nickname' | 'currency'>[];
  readonly format: ViewerFormat;
}

/** Files that were imported before, each with its way back. */
export function ImportHistory({ imports, vehicles, format }: ImportHistoryProps) {
  const t = useTranslations('import');
  const names = new Map(vehicles.map(({ id, nickname }) => [id, nickname]));
  if (imports.length === 0) return null;
  return (
    <section className="import__history">
      <h2>{t('before')}</h2>
      <ul className="list">
        {imports.map(({ id, file, vehicleId, created, createdAt, status }) => (
          <li key={id}>
            <Mark type="document" />
            <div>
              <h3>{file.name}</h3>
              <p>
                {[
                  names.get(vehicleId),
                  t('entries', { count: created }),
                  createdAt && format.dayMonthYear(format.dayOf(createdAt)),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </div>
            {status === 'undone' || !id ? (
              <StateWords state="idle">{t('wasUndone')}</StateWords>
            ) : (
              <UndoImport importId={id} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
