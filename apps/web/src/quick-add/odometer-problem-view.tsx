'use client';

import {
  ArrowLeftRight,
  ChevronRight,
  EyeOff,
  Pencil,
  Repeat2,
  Ruler,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { answer } from '@/api/client';
import type { TimelineItem } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { useProblemWords } from '@/ui/use-problem-words';
import type { FormValues } from './form-values';
import { beyondM, problemScale, type OutOfOrder, type WayOut, type WayOutReading } from './odometer-problem';
import { OdometerProblemScale } from './odometer-problem-scale';
import { typedNumber } from './typed-number';

interface OdometerProblemProps {
  readonly problem: OutOfOrder;
  readonly vehicleId: string;
  /** Takes another reading, or the same one as void, and saves. */
  readonly onReading: (change: Partial<FormValues['odometer']>) => void;
  readonly onCorrectNeighbour: (neighbour: TimelineItem) => void;
  /** Says first what the old odometer showed last, where that is known. */
  readonly onReplaced: (oldFinal: WayOutReading | undefined) => void;
}

/** What is wrong with a reading, both neighbours drawn, and the ways out as buttons, likeliest first. */
export function OdometerProblem({
  problem,
  vehicleId,
  onReading,
  onCorrectNeighbour,
  onReplaced,
}: OdometerProblemProps) {
  const t = useTranslations('odometerProblem');
  const { format } = useViewer();
  const problemWords = useProblemWords();
  const [failure, setFailure] = useState<string>();
  const date = useFormContext<FormValues>().getValues('date');
  const { past } = problemScale(problem);
  const say = (reading: { value: number; unit: 'km' | 'mi' }) =>
    Object.values(format.distance(reading)).join(' ');

  async function take(way: WayOut) {
    if (way.kind === 'void') return onReading({ void: true });
    if (way.kind === 'replacement') return onReplaced(way.oldFinal);
    if ('odometer' in way)
      return onReading({ value: typedNumber(way.odometer.value, format.locale), unit: way.odometer.unit });
    if (!('eventId' in way)) return;
    try {
      const params = { path: { vehicleId, eventId: way.eventId } };
      onCorrectNeighbour(
        await answer(browserApi.GET('/api/v1/vehicles/{vehicleId}/events/{eventId}', { params })),
      );
    } catch (error) {
      setFailure(problemWords(error));
    }
  }

  return (
    <section className="prob" role="alert">
      <h3>
        <TriangleAlert className="i" />
        {t('title')}
      </h3>
      <p>
        {t(past === 'next' ? 'tooHigh' : 'tooLow', {
          date: format.dayMonth(date),
          reading: say(problem.reading),
          beyond: Object.values(format.distanceM(beyondM(problem))).join(' '),
        })}
      </p>
      <OdometerProblemScale problem={problem} date={date} />
      <div className="outs">
        {problem.waysOut.map((way, index) => (
          <Way
            key={way.kind + ('eventId' in way ? way.eventId : '')}
            way={way}
            first={index === 0}
            problem={problem}
            onTake={() => void take(way)}
          />
        ))}
      </div>
      {failure && <p className="fault">{failure}</p>}
    </section>
  );
}

const icons: Partial<Record<WayOut['kind'], LucideIcon>> = {
  'digits-swapped': ArrowLeftRight,
  'unit-mix-up': Ruler,
  'correct-neighbour': Pencil,
  void: EyeOff,
  replacement: Repeat2,
};

function Way({
  way,
  first,
  problem,
  onTake,
}: {
  way: WayOut;
  first: boolean;
  problem: OutOfOrder;
  onTake: () => void;
}) {
  const t = useTranslations('odometerProblem');
  const { format } = useViewer();
  const Icon = icons[way.kind] ?? ChevronRight;
  const neighbour =
    'eventId' in way
      ? [problem.previous, problem.next].find((known) => known?.eventId === way.eventId)
      : null;
  const about = 'odometer' in way ? way.odometer : neighbour?.odometer;
  const values = {
    reading: about ? Object.values(format.distance(about)).join(' ') : '',
    date: neighbour ? format.dayMonth(neighbour.date) : '',
  };
  return (
    <button type="button" className={first ? 'out out--go' : 'out'} onClick={onTake}>
      <Icon className="i" />
      <span>
        <b>{t(`${way.kind}.do`, values)}</b>
        <span>{t(`${way.kind}.why`, values)}</span>
      </span>
      <ChevronRight className="i" />
    </button>
  );
}
