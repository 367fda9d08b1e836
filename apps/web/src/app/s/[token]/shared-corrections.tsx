import { useTranslations } from 'next-intl';
import type { SharedHistory } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import { Mark } from '@/ui/mark';

interface SharedCorrectionsProps {
  readonly corrections: SharedHistory['corrections'];
  readonly events: number;
  readonly format: ViewerFormat;
}

/** What was put right, with what stood there before. */
export function SharedCorrections({ corrections, events, format }: SharedCorrectionsProps) {
  const t = useTranslations('share');
  return (
    <>
      <div className="sub">
        <h2>{t('corrections')}</h2>
        <span className="sm muted">{t('correctionCount', { count: corrections.length, events })}</span>
      </div>
      {corrections.length === 0 && <p className="sm muted">{t('noCorrections')}</p>}
      <ul className="list">
        {corrections.map(({ kind, before, after, date, type, reason, daysLater }, at) => (
          <li key={at}>
            <Mark type={type} state={kind === 'void' ? 'void' : 'plain'} />
            <div>
              <h3>{t(`kind.${kind}`, { before: before ?? t('notShown'), after: after ?? t('notShown') })}</h3>
              <p>{[format.dayMonthYear(date), reason].filter(Boolean).join(', ')}</p>
            </div>
            <span className="sm muted r">{t('later', { days: daysLater })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
