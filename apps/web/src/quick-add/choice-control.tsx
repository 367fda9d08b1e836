'use client';

import { useTranslations } from 'next-intl';
import type { UseFormRegisterReturn } from 'react-hook-form';
import type { ControlProps } from './form-field';

interface ChoiceControlProps {
  readonly control: ControlProps;
  readonly field: UseFormRegisterReturn;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly optional: boolean;
}

/** One of a few values. The system's own list: it is the best one there is on a phone. */
export function ChoiceControl({ control, field, options, optional }: ChoiceControlProps) {
  const t = useTranslations('quickAdd');
  return (
    <select {...control} {...field}>
      <option value="">{optional ? t('none') : t('choose')}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
