import { useTranslations } from 'next-intl';
import type { ImportRow } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import type { Wizard } from './use-import';

/** What a person can say of a row whose reading does not fit, and how to take it back, as long as nothing is saved. */
export function RowWays({ row, wizard }: { row: ImportRow; wizard: Wizard }) {
  const t = useTranslations('import');
  const { format } = useViewer();
  if (wizard.done) return null;
  const button = (what: string, reading: number | 'void' | undefined, look = 'btn') => (
    <button
      key={what}
      type="button"
      className={look}
      aria-label={t('rowAnd', { row: row.row, what })}
      disabled={wizard.checking}
      onClick={() => wizard.say(row.row, reading)}
    >
      {what}
    </button>
  );
  if (wizard.readings[row.row] !== undefined) return button(t('asInFile'), undefined, 'btn btn--quiet');
  return row.waysOut?.map(({ odometer }) =>
    odometer
      ? button(
          t('useReading', { reading: Object.values(format.distance(odometer)).join(' ') }),
          odometer.value,
        )
      : button(t('doNotCount'), 'void', 'btn btn--quiet'),
  );
}
