import { useTranslations } from 'next-intl';
import { useViewer } from '@/format/viewer-context';
import { beyond, type OutOfOrder, type Reading } from './meter-problem';

/** Readings of either meter as the viewer reads them. */
export function useReadingWords() {
  const t = useTranslations('meterProblem');
  const { format } = useViewer();
  const figure = ({ value, unit }: Reading) =>
    unit === 'h' ? { value: format.typed(value), unit: t('h') } : format.distance({ value, unit });
  const said = (reading: Reading) => Object.values(figure(reading)).join(' ');
  return {
    said,
    number: (reading: Reading) => figure(reading).value,
    /** How far a reading is past its neighbour. */
    beyond: (problem: OutOfOrder) =>
      problem.meter === 'hours'
        ? said({ value: Math.round(beyond(problem) * 100) / 100, unit: 'h' })
        : Object.values(format.distanceM(beyond(problem))).join(' '),
  };
}
