'use client';

import {
  ArrowLeftRight,
  ChevronRight,
  Clock,
  Delete,
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
import { problemScale, type OutOfOrder, type Reading, type WayOut } from './meter-problem';
import { MeterProblemScale } from './meter-problem-scale';
import { UnsentFiles, useIsHeld } from './unsent-files';
import { useReadingWords } from './use-reading-words';

interface MeterProblemProps {
  readonly problem: OutOfOrder;
  readonly vehicleId: string;
  /** Takes another reading, and saves. */
  readonly onReading: (reading: Reading) => void;
  /** Takes the same reading as void, and saves. */
  readonly onVoid: () => void;
  readonly onCorrectNeighbour: (neighbour: TimelineItem) => void;
  readonly onSayWhen: () => void;
  /** Says first what the old meter showed last, where that is known. */
  readonly onReplaced: (oldFinal: Reading | undefined) => void;
}

/** What is wrong with a reading, both neighbours drawn, and the ways out as buttons, likeliest first. */
export function MeterProblem({
  problem,
  vehicleId,
  onReading,
  onVoid,
  onCorrectNeighbour,
  onSayWhen,
  onReplaced,
}: MeterProblemProps) {
  const t = useTranslations('meterProblem');
  const { format } = useViewer();
  const problemWords = useProblemWords();
  const [failure, setFailure] = useState<string>();
  const { getValues } = useFormContext<FormValues>();
  const date = getValues('date');
  const { past } = problemScale(problem);
  const words = useReadingWords();
  const isHeld = useIsHeld();

  async function take(way: WayOut) {
    if (way.kind === 'void') return onVoid();
    if (way.kind === 'replacement') return onReplaced(way.oldFinal);
    if ('reading' in way) return onReading(way.reading);
    if (way.kind === 'say-when') return onSayWhen();
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
        {t(`${problem.meter}.${past === 'next' ? 'tooHigh' : 'tooLow'}`, {
          date: format.dayMonth(date),
          reading: words.said(problem.reading),
          beyond: words.beyond(problem),
        })}
      </p>
      <MeterProblemScale problem={problem} date={date} />
      <div className="outs">
        {problem.waysOut.map((way, index) => (
          <Way
            key={way.kind + ('eventId' in way ? way.eventId : '')}
            way={way}
            first={index === 0}
            problem={problem}
            disabled={isHeld && saves(way)}
            onTake={() => void take(way)}
          />
        ))}
      </div>
      <UnsentFiles />
      {failure && <p className="fault">{failure}</p>}
    </section>
  );
}

const saves = (way: WayOut): boolean => way.kind === 'void' || 'reading' in way;

const icons: Partial<Record<WayOut['kind'], LucideIcon>> = {
  'digits-swapped': ArrowLeftRight,
  'digit-too-many': Delete,
  'unit-mix-up': Ruler,
  tenths: Ruler,
  'say-when': Clock,
  'correct-neighbour': Pencil,
  void: EyeOff,
  replacement: Repeat2,
};

function Way({
  way,
  first,
  problem,
  disabled,
  onTake,
}: {
  way: WayOut;
  first: boolean;
  problem: OutOfOrder;
  disabled: boolean;
  onTake: () => void;
}) {
  const t = useTranslations('meterProblem');
  const { format } = useViewer();
  const words = useReadingWords();
  const Icon = icons[way.kind] ?? ChevronRight;
  const neighbour =
    'eventId' in way
      ? [problem.previous, problem.next].find((known) => known?.eventId === way.eventId)
      : null;
  const about = neighbour?.reading ?? ('reading' in way ? way.reading : undefined);
  const values = {
    reading: about ? words.said(about) : '',
    date: neighbour ? format.dayMonth(neighbour.date) : '',
  };
  const said = way.kind === 'replacement' ? (`${problem.meter}.replacement` as const) : way.kind;
  return (
    <button type="button" className={first ? 'out out--go' : 'out'} disabled={disabled} onClick={onTake}>
      <Icon className="i" />
      <span>
        <b>{t(`${said}.do`, values)}</b>
        <span>{t(`${said}.why`, values)}</span>
      </span>
      <ChevronRight className="i" />
    </button>
  );
}
