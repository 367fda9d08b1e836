import { useTranslations } from 'next-intl';
import { costBands } from '@/format/cost-bands';
import { useTypeName } from '@/format/use-type-name';
import type { ViewerFormat } from '@/format/viewer-format';
import { EconomyChip } from '@/ui/economy-chip';
import { Gauge } from '@/ui/gauge';
import { Mark, markTypes, type MarkState } from '@/ui/mark';
import { Silhouette } from '@/ui/silhouette';
import { SplitBar } from '@/ui/split-bar';
import { StateWords, type StateName } from '@/ui/state-words';
import { Specimen, Specimens } from './specimen';

const markStates: readonly MarkState[] = ['full', 'partial', 'missed', 'void', 'stacked'];
const stateNames: readonly StateName[] = ['overdue', 'soon', 'later', 'ok', 'idle'];
const kinds = ['car', 'estate', 'suv', 'van', 'truck', 'motorcycle', 'other'] as const;
const tokens = [
  'accent',
  'overdue',
  'soon',
  'good',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-2',
  'sunken',
  'bg',
];

export function Marks() {
  const t = useTranslations('design');
  const typeName = useTypeName();
  return (
    <Specimens>
      {markTypes.map((type) => (
        <Specimen key={type} name={typeName(type)}>
          <Mark type={type} />
        </Specimen>
      ))}
      {markStates.map((state) => (
        <Specimen key={state} name={`${typeName('fuel')}, ${t(`mark.${state as 'full'}`)}`}>
          <Mark type="fuel" state={state} />
        </Specimen>
      ))}
    </Specimens>
  );
}

export function States() {
  const t = useTranslations('design');
  return (
    <Specimens>
      {stateNames.map((state) => (
        <Specimen key={state} name={state}>
          <StateWords state={state}>{t(`state.${state}`)}</StateWords>
        </Specimen>
      ))}
    </Specimens>
  );
}

const counts = [
  { percent: 27, value: 6.9 },
  { percent: 1, value: 5.5 },
  { percent: -9, value: 5.0 },
];

export function Gauges({ format }: { format: ViewerFormat }) {
  const t = useTranslations('design');
  return (
    <Specimens>
      {(['later', 'soon', 'overdue'] as const).map((state, index) => (
        <Specimen key={state} name={t(`state.${state}`)}>
          <div className="specimen__wide">
            <Gauge state={state} progress={[0.4, 0.93, 1.08][index]!} />
          </div>
        </Specimen>
      ))}
      {counts.map(({ percent, value }) => {
        const consumption = { lPer100Km: value, mpgUs: 235.215 / value, mpgUk: 282.481 / value };
        return (
          <Specimen key={percent} name={t('economy')}>
            <EconomyChip
              figure={format.economy(consumption)!}
              economy={{
                segmentStatus: 'closed',
                reason: null,
                comparedToAveragePercent: percent,
                range: { min: 4.9, max: 7, average: 5.5, value },
                distanceM: 500_000,
                volumeMl: value * 5_000,
                energyWh: 0,
              }}
            />
          </Specimen>
        );
      })}
      <Specimen name={t('split')}>
        <div className="specimen__wide">
          <SplitBar shares={costBands.map((band, index) => ({ band, minor: 5 - index }))} />
        </div>
      </Specimen>
    </Specimens>
  );
}

export function Silhouettes() {
  const t = useTranslations('vehicleForm.kind');
  return (
    <Specimens>
      {kinds.map((kind) => (
        <Specimen key={kind} name={t(kind)}>
          <div className="specimen__wide">
            <Silhouette kind={kind} cropped />
            <div className="floor" />
          </div>
        </Specimen>
      ))}
    </Specimens>
  );
}

export function Colours() {
  return (
    <Specimens>
      {tokens.map((token) => (
        <Specimen key={token} name={token}>
          <i className="specimen__colour" style={{ background: `var(--${token})` }} />
        </Specimen>
      ))}
    </Specimens>
  );
}
