'use client';

import { useTranslations } from 'next-intl';
import { energies } from './vehicle-fields';

/** What the vehicle runs on; a plug-in hybrid on two at once. */
export function EnergyChips({ values }: { values: readonly string[] }) {
  const t = useTranslations('vehicleForm');
  const names = useTranslations('energies');
  return (
    <fieldset className="kinds field--w">
      <legend>{t('fields.energies')}</legend>
      <div className="pick pick--wrap">
        {energies.map((energy) => (
          <label key={energy} className="chip chip--check">
            <input
              className="sr"
              type="checkbox"
              name="energies"
              value={energy}
              defaultChecked={values.includes(energy)}
            />
            {names(energy)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
