'use client';

import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { eventTypes, turnsLife } from '@odolog/events';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useTypeName } from '@/format/use-type-name';
import { byUse } from '@/format/usual-order';
import { Mark } from '@/ui/mark';
import type { FormValues } from './form-values';

const offered = eventTypes
  .filter(({ internal }) => !internal)
  .map(({ type }) => type)
  .toSorted(byUse);

interface TypePickerProps {
  /** Whether turns in the life of the vehicle are offered, too. */
  readonly mayManage: boolean;
  readonly onPick: (type: string) => void;
}

/** What kind of entry it is, by its mark. */
export function TypePicker({ mayManage, onPick }: TypePickerProps) {
  const t = useTranslations('quickAdd');
  const typeName = useTypeName();
  const { watch } = useFormContext<FormValues>();
  return (
    <RadioGroup
      className="types"
      aria-label={t('kind')}
      value={watch('type')}
      onValueChange={(type) => onPick(String(type))}
    >
      {offered
        .filter((type) => mayManage || !turnsLife(type))
        .map((type) => (
          <Radio.Root key={type} value={type} nativeButton render={<button type="button" />}>
            <Mark type={type} state={type === 'fuel' ? 'full' : 'plain'} />
            {typeName(type)}
          </Radio.Root>
        ))}
    </RadioGroup>
  );
}
