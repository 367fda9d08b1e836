'use client';

import { useTranslations } from 'next-intl';
import { useViewer } from '@/format/viewer-context';
import { PlainField } from '@/ui/plain-field';
import { weekdayName } from './weekday-name';

const week = [1, 2, 3, 4, 5, 6, 7];

/** Another price at certain hours of certain days. */
export function PeriodFields({ number, onRemove }: { number: number; onRemove: () => void }) {
  const t = useTranslations('tariffs');
  const { format } = useViewer();
  return (
    <fieldset className="vform__ft period">
      <legend>{t('period')}</legend>
      <div className="pick pick--wrap">
        {week.map((day) => (
          <label key={day} className="chip chip--check">
            <input className="sr" type="checkbox" name={`${number}.days`} value={day} defaultChecked />
            {weekdayName(day, format.locale)}
          </label>
        ))}
      </div>
      <div className="period__row">
        <PlainField name={`${number}.from`} label={t('from')} type="time" defaultValue="22:00" />
        <PlainField name={`${number}.to`} label={t('to')} type="time" defaultValue="06:00" />
        <PlainField name={`${number}.unitPrice`} label={t('unitPrice')} inputMode="decimal" />
      </div>
      <button type="button" className="btn" onClick={onRemove}>
        {t('removePeriod')}
      </button>
    </fieldset>
  );
}
