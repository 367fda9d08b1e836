'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useTypeName } from '@/format/use-type-name';
import { useViewer } from '@/format/viewer-context';
import type { FormValues } from './form-values';
import { typedMoney } from './typed-money';

/** The button says what it saves, and for how much. */
export function SaveBar({ problem, correcting }: { problem: string | undefined; correcting: boolean }) {
  const t = useTranslations('quickAdd');
  const typeName = useTypeName();
  const { format } = useViewer();
  const { watch, formState } = useFormContext<FormValues>();
  const amount = typedMoney(
    format,
    watch('data.total') as { amount?: string; currency?: string } | undefined,
  );
  const name = typeName(watch('type'), 'typesInSentences');
  return (
    <div className="sheet__ft">
      <p role="alert" className="fault">
        {problem}
      </p>
      <button className="btn btn--go btn--big" disabled={formState.isSubmitting}>
        {correcting ? t('saveCorrection') : amount ? t('saveFor', { name, amount }) : t('save', { name })}
      </button>
      <p className="hint">{t('undoHint')}</p>
    </div>
  );
}
