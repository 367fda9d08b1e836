import { costBands, type BandShare } from '@/format/cost-bands';

/** Lengths by category; `of` is the whole that the bar's width stands for. The words beside it say the same. */
export function SplitBar({ shares, of }: { shares: readonly BandShare[]; of?: number }) {
  const whole = of ?? shares.reduce((sum, { minor }) => sum + minor, 0);
  return (
    <div className="split" aria-hidden="true">
      {shares.map(({ band, minor }) => (
        <i key={band} className={bandClass(band)} style={{ width: `${(minor / whole) * 100}%` }} />
      ))}
    </div>
  );
}

export const bandClass = (band: BandShare['band']) => `k${costBands.indexOf(band) + 1}`;
