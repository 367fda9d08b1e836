'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { currencySymbol, volumeUnitNames } from '@/format/viewer-format';
import { useViewer } from '@/format/viewer-context';
import { computedThird, thirdToCompute, type Third } from './computed-third';
import { FormField } from './form-field';
import type { FormValues } from './form-values';
import type { Habit } from './habit';
import type { LoggableVehicle } from './loggable-vehicle';
import { plainDecimal, typedNumber } from './typed-number';

const fieldOfThird = {
  volume: 'data.volume.value',
  price: 'data.unitPrice.amount',
  total: 'data.total.amount',
} as const;

/** Volume, price and total: two are typed, the third is worked out and can be typed over. */
export function ThirdFields({ vehicle, habit }: { vehicle: LoggableVehicle; habit: Habit | null }) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const { watch } = useFormContext<FormValues>();
  const { computed, touched, touch } = useComputedThird(vehicle);
  const unit = String(watch('data.volume.unit'));
  const unitName = volumeUnitNames[unit as 'L'] ?? unit;
  const symbol = currencySymbol(format.locale, String(watch('data.total.currency')));
  const third = { computed, touch };
  return (
    <>
      <ThirdField
        third="volume"
        label={t('volume')}
        hint={typeof habit?.usualVolume === 'number' && !touched.includes('volume') && t('usualVolume')}
        after={unitName}
        {...third}
      />
      <ThirdField
        third="price"
        label={t('price')}
        hint={habit?.lastPrice ? t('lastPrice', { price: format.unitPrice(habit.lastPrice) }) : null}
        before={symbol}
        after={`/${unitName}`}
        {...third}
      />
      <ThirdField third="total" label={t('total')} before={symbol} wide {...third} />
    </>
  );
}

interface ThirdFieldProps {
  readonly third: Third;
  readonly label: string;
  readonly hint?: string | false | null;
  readonly before?: string;
  readonly after?: string;
  readonly wide?: boolean;
  readonly computed: Third | null;
  readonly touch: (third: Third) => void;
}

function ThirdField({ third, label, hint, before, after, wide = false, computed, touch }: ThirdFieldProps) {
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
        </>
      )}
    </FormField>
  );
}

/** Keeps the third of the three up to date while the other two are typed. */
function useComputedThird({ volumeUnit }: LoggableVehicle) {
  const { format } = useViewer();
  const { watch, setValue, getValues } = useFormContext<FormValues>();
  const [touched, setTouched] = useState<readonly Third[]>([]);
  // Nothing is worked out over what a stored entry says, until one of the three is touched.
  const [held, setHeld] = useState(() => Boolean(getValues(fieldOfThird.total)));
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
      setTouched([...touched.filter((other) => other !== name), name]);
    },
  };
}
