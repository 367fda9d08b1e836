'use client';

import { useTranslations } from 'next-intl';
import { Silhouette } from '@/ui/silhouette';
import { vehicleKinds } from './vehicle-fields';

/** What kind of vehicle it is, by its drawing. */
export function KindPicker({ value }: { value: string }) {
  const t = useTranslations('vehicleForm');
  return (
    <fieldset className="kinds field--w">
      <legend>{t('fields.kind')}</legend>
      <div className="kinds__row">
        {vehicleKinds.map((kind) => (
          <label key={kind} className="kinds__one">
            <input className="sr" type="radio" name="kind" value={kind} defaultChecked={kind === value} />
            <Silhouette kind={kind} />
            {t(`kind.${kind}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
