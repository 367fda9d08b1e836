import { useTranslations } from 'next-intl';
import type { Import, ImportRow } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import Link from '@/ui/link';
import { useToldWords } from '@/ui/use-told-words';
import { useTracker } from './use-tracker';

interface RowNotesProps {
  readonly row: ImportRow;
  readonly report: Import;
  /** Whether it is saved, and can be opened. */
  readonly done: boolean;
}

/** What is worth knowing of a row beside its outcome: why, what the file says instead, and where the economies differ. */
export function RowNotes({ row, report, done }: RowNotesProps) {
  const t = useTranslations('import');
  const { format } = useViewer();
  const toldWords = useToldWords();
  const differs = report.economy?.differing.some((each) => each.row === row.row);
  return (
    <>
      {row.detail && <small>{toldWords(row)}</small>}
      {row.inFile && (
        <small>{t('inFile', { reading: Object.values(format.distance(row.inFile)).join(' ') })}</small>
      )}
      {differs && (
        <small>
          <EconomyWords row={row} report={report} />{' '}
          {done && row.eventId && (
            <Link className="link" href={`/vehicles/${report.vehicleId}?event=${row.eventId}`}>
              {t('economy.open')}
            </Link>
          )}
        </small>
      )}
    </>
  );
}

/** Both figures, why they differ, and what can be done about it. */
function EconomyWords({ row, report }: Pick<RowNotesProps, 'row' | 'report'>) {
  const t = useTranslations('import.economy');
  const tracker = useTracker(report.format);
  const { format } = useViewer();
  const difference = report.economy?.differing.find((each) => each.row === row.row);
  if (!difference) return null;
  const { value, ours, unit, reason } = difference;
  const figure = (of: number) => `${format.number(of, 2)} ${t(`units.${unit}`)}`;
  const theirs = figure(value);
  const figures =
    ours === null ? t('unknown', { tracker, theirs }) : t('differs', { tracker, theirs, ours: figure(ours) });
  return `${figures} ${t(`reasons.${reason}`, { tracker })}`;
}
