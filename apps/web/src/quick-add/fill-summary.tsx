'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useViewer } from '@/format/viewer-context';
import { currencySymbol } from '@/format/viewer-format';
import type { FormValues } from './form-values';
import { useWhenWords } from './use-when-words';

/** A fill-up in a line, while the phone's room is for its odometer. */
export function FillSummary({ onUnfold }: { onUnfold: () => void }) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const whenWords = useWhenWords();
  const { date, clock, data } = useFormContext<FormValues>().getValues();
  const { volume, total, fill } = data as Record<string, Record<string, string> & string>;
  const said = [
    whenWords(date, clock, format),
    volume?.value && `${volume.value} ${volume.unit}`,
    total?.amount && `${currencySymbol(format.locale, total.currency!)}${total.amount}`,
    fill === 'partial' ? t('partial') : t('full'),
  ];
  return (
    <p className="fold">
      <span className="num">{said.filter(Boolean).join(', ')}</span>
      <button type="button" className="link sm" onClick={onUnfold}>
        {t('edit')}
      </button>
    </p>
  );
}
