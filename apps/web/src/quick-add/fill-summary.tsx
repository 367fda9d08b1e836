'use client';

import type { VolumeUnit } from '@odolog/units';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useViewer } from '@/format/viewer-context';
import type { ViewerFormat } from '@/format/viewer-format';
import type { FormValues } from './form-values';
import { typedMoney } from './typed-money';
import { plainDecimal } from './typed-number';
import { useWhenWords } from './use-when-words';

interface TypedFill {
  readonly volume?: { readonly value?: string; readonly unit?: string };
  readonly total?: { readonly amount?: string; readonly currency?: string };
  readonly fill?: string;
}

/** A fill-up in a line, while the phone's room is for its odometer. */
export function FillSummary({ onUnfold }: { onUnfold: () => void }) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const whenWords = useWhenWords();
  const { date, clock, data } = useFormContext<FormValues>().getValues();
  const { volume, total, fill } = data as TypedFill;
  const said = [
    whenWords(date, clock, format),
    volumeWords(format, volume),
    typedMoney(format, total),
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

function volumeWords(format: ViewerFormat, typed: TypedFill['volume']): string | null {
  const value = plainDecimal(typed?.value ?? '', format.locale);
  if (value === null || !typed?.unit) return null;
  const said = format.volume({ value: Number(value), unit: typed.unit as VolumeUnit });
  return `${said.value} ${said.unit}`;
}
