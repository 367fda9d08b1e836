'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { volumeUnitNames } from '@/format/measures';
import { currencySymbol } from '@/format/viewer-format';
import { useViewer } from '@/format/viewer-context';
import { computedThird, thirdsTyped, thirdToCompute, type Third } from './computed-third';
import { CurrencySelect } from './currency-select';
import { FormField } from './form-field';
import type { FormValues } from './form-values';
import type { Habit } from './habit';
import type { LoggableVehicle } from './loggable-vehicle';
import { plainDecimal, typedNumber } from './typed-number';

const volumeUnits = ['L', 'gal-us', 'gal-uk'] as const;

const fieldOfThird = {
  volume: 'data.volume.value',
  price: 'data.unitPrice.amount',
  total: 'data.total.amount',
} as const;

/** Volume, price and total: two are typed, the third is worked out and can be typed over. */
export function ThirdFields({ vehicle, habit }: { vehicle: LoggableVehicle; habit: Habit | null }) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const { watch, setValue } = useFormContext<FormValues>();
  const { computed, touched, touch } = useComputedThird(vehicle);
  const unit = String(watch('data.volume.unit'));
  const unitName = volumeUnitNames[unit as 'L'] ?? unit;
  const currency = String(watch('data.total.currency'));
  const symbol = currencySymbol(format.locale, currency);
  const volume = plainDecimal(String(watch(fieldOfThird.volume)), format.locale);
  const usual =
    typeof habit?.usualVolume === 'number' &&
    !touched.includes('volume') &&
    Number(volume) === habit.usualVolume;
  const isUsualBill = unit === vehicle.volumeUnit && currency === vehicle.currency;
  const comparable = (isUsualBill && habit?.lastPrice) || null;
  const third = { computed, touch };
  return (
    <>
      <ThirdField
        third="volume"
        label={t('volume')}
        hint={usual && t('usualVolume')}
        unit={<VolumeUnitSelect onChange={() => usual && setValue(fieldOfThird.volume, '' as never)} />}
        {...third}
      />
      <ThirdField
        third="price"
        label={t('price')}
        hint={comparable && t('lastPrice', { price: format.unitPrice(comparable) })}
        before={symbol}
        after={`/${unitName}`}
        {...third}
      />
      <ThirdField
        third="total"
        label={t('total')}
        before={symbol}
        unit={<CurrencySelect at="data.total.currency" />}
        wide
        {...third}
      />
    </>
  );
}

interface ThirdFieldProps {
  readonly third: Third;
  readonly label: string;
  readonly hint?: string | false | null;
  readonly before?: string;
  readonly after?: string;
  /** What it is measured in, to be chosen. */
  readonly unit?: ReactNode;
  readonly wide?: boolean;
  readonly computed: Third | null;
  readonly touch: (third: Third) => void;
}

function ThirdField({
  third,
  label,
  hint,
  before,
  after,
  unit,
  wide = false,
  computed,
  touch,
}: ThirdFieldProps) {
  const t = useTranslations('quickAdd');
  const { register } = useFormContext<FormValues>();
  const workedOut = computed === third;
  return (
    <FormField
      name={fieldOfThird[third]}
      label={label}
      hint={workedOut ? t('workedOut') : hint}
      wide={wide}
      box={workedOut ? 'inp--calc' : ''}
    >
      {(control) => (
        <>
          {before && <span>{workedOut ? `= ${before}` : before}</span>}
          <input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            {...register(fieldOfThird[third], { onChange: () => touch(third) })}
            onFocus={({ target }) => target.select()}
          />
          {after && <span>{after}</span>}
          {unit}
        </>
      )}
    </FormField>
  );
}

/** What a pump abroad measures in. What is usual at home is not what was filled there. */
function VolumeUnitSelect({ onChange }: { readonly onChange: () => void }) {
  const t = useTranslations('quickAdd');
  const { register } = useFormContext<FormValues>();
  return (
    <select
      className="inp__unit"
      aria-label={t('volumeUnit')}
      {...register('data.volume.unit', { onChange })}
    >
      {volumeUnits.map((unit) => (
        <option key={unit} value={unit}>
          {t(`volumeUnits.${unit}`)}
        </option>
      ))}
    </select>
  );
}

/** Keeps the third of the three up to date while the other two are typed. */
function useComputedThird({ volumeUnit }: LoggableVehicle) {
  const { format } = useViewer();
  const { watch, setValue, getValues } = useFormContext<FormValues>();
  const touched = thirdsTyped(watch('data'));
  // Nothing is worked out over what a stored entry says, until one of the three is touched.
  const [held, setHeld] = useState(() => touched.length === 0 && Boolean(getValues(fieldOfThird.total)));
  const filledIn = useRef<Third>(null);
  const third = thirdToCompute(touched);
  const typed = (name: Third) => plainDecimal(String(watch(fieldOfThird[name]) ?? ''), format.locale);
  const result = computedThird(third, {
    volume: typed('volume'),
    price: typed('price'),
    total: typed('total'),
    unit: (String(watch('data.volume.unit')) || volumeUnit) as 'L',
    currency: String(watch('data.total.currency')),
  });

  useEffect(() => {
    if (held) return;
    const put = (text: string) => setValue(fieldOfThird[third], text as never);
    if (result !== null) put(typedNumber(result, format.locale));
    else if (filledIn.current === third) put('');
    filledIn.current = result === null ? null : third;
  }, [held, third, result, setValue, format.locale]);

  return {
    computed: !held && result !== null ? third : null,
    touched,
    touch: (name: Third) => {
      setHeld(false);
      setValue('data.typed', [...touched.filter((other) => other !== name), name] as never);
    },
  };
}
