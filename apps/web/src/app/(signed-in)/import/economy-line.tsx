import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ImportEconomy } from '@/api/schema.gen';
import { useTracker } from './use-tracker';

interface EconomyLineProps {
  readonly economy: ImportEconomy;
  readonly format: string;
  /** Shows the rows that differ. */
  readonly onShow: () => void;
}

/** Whether what the other tracker worked out is what stands here after the import. */
export function EconomyLine({ economy, format, onShow }: EconomyLineProps) {
  const t = useTranslations('import.economy');
  const tracker = useTracker(format);
  const { counts, equal, differing } = economy;
  const reasons = new Set(differing.map(({ reason }) => reason));
  const [reason] = reasons;
  if (!reason) {
    return (
      <p className="import__economy">
        <CircleCheck className="i i--ok" />
        <span>
          <b>{t('allEqual', { tracker, counts })}</b>
        </span>
      </p>
    );
  }
  const count = differing.length;
  return (
    <p className="import__economy">
      <TriangleAlert className="i" />
      <span>
        <b>{t('equal', { tracker, counts, equal })}</b>{' '}
        <span className="muted">
          {reasons.size === 1 ? t(`all.${reason}`, { count, tracker }) : t('each')}
        </span>{' '}
        <button type="button" className="link" onClick={onShow}>
          {t('show', { count })}
        </button>
      </span>
    </p>
  );
}
