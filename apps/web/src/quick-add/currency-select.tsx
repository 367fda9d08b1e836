'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { currencyPaths } from './currency-paths';
import type { FormValues } from './form-values';

const currencies = Intl.supportedValuesOf('currency');

/** In which currency the entry was paid, all of it: one bill has one. @param at where that stands in the form */
export function CurrencySelect({ at }: { at: string }) {
  const t = useTranslations('quickAdd');
  const { watch, getValues, setValue } = useFormContext<FormValues>();
  const choose = (currency: string) => {
    for (const path of currencyPaths(getValues('data'), 'data'))
      setValue(path as 'notes', currency, { shouldDirty: true });
  };
  return (
    <select
      className="inp__unit"
      aria-label={t('currency')}
      value={String(watch(at as 'notes'))}
      onChange={({ target }) => choose(target.value)}
    >
      {currencies.map((currency) => (
        <option key={currency}>{currency}</option>
      ))}
    </select>
  );
}
