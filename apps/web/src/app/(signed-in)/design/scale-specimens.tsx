'use client';

import { useTranslations } from 'next-intl';
import { EconomyScale } from '@/quick-add/economy-scale';
import type { OutOfOrder } from '@/quick-add/meter-problem';
import { MeterProblemScale } from '@/quick-add/meter-problem-scale';
import { Seal } from '../../s/[token]/seal';
import type { SealMonth } from '../../s/[token]/seal-ticks';
import { Specimen, Specimens } from './specimen';

const counts = [3.9, 4.05, 4.2, 4.3, 4.35, 4.4, 4.42, 4.5, 4.6, 4.7, 4.85, 5.1];

const problem: OutOfOrder = {
  meter: 'odometer',
  reading: { value: 61_843, unit: 'km' },
  previous: { eventId: 'before', date: '2026-10-25', reading: { value: 61_204, unit: 'km' } },
  next: { eventId: 'after', date: '2026-11-08', reading: { value: 61_528, unit: 'km' } },
  waysOut: [],
};

const months = Array.from({ length: 60 }, (_, index): SealMonth => {
  const month = `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  return { month, events: index % 17 === 5 ? 0 : 2 + ((index * 5) % 7), corrected: index === 31 ? 1 : 0 };
});

/** What is drawn on a rule: this fill among the last ones, a reading that does not fit, a history bent into a ring. */
export function Scales() {
  const t = useTranslations('design');
  return (
    <Specimens>
      <Specimen name={t('economyScale')}>
        <EconomyScale value={4.45} average={4.41} usual="4.41" counts={counts} />
      </Specimen>
      <Specimen name={t('problemScale')}>
        <MeterProblemScale problem={problem} date="2026-11-01" />
      </Specimen>
      {[true, false].map((unchanged) => (
        <Specimen key={String(unchanged)} name={t(unchanged ? 'seal' : 'sealBroken')}>
          <Seal months={months} unchanged={unchanged} checkedAt="2026-11-21T03:51:00Z" />
        </Specimen>
      ))}
    </Specimens>
  );
}
