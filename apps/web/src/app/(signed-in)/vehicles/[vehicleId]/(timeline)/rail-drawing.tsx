import { railWidth, type RailTick } from './rail-ticks';

/** The rail as a picture, until it can be used: three elements instead of some hundreds in what the server sends. */
export function RailDrawing({ ticks }: { ticks: readonly RailTick[] }) {
  const last = ticks.at(-1);
  if (!last || ticks.length < 2) return <div className="rail" />;
  const height = last.y + 16;
  return (
    <div className="rail" aria-hidden="true">
      <span className="phone scrubber">
        <svg width="18" height={last.y + 8} viewBox={`0 0 18 ${last.y + 8}`}>
          <path className="tk" d={ticks.map(({ y, share }) => `M16 ${y}h${-(4 + share * 9)}`).join('')} />
        </svg>
      </span>
      <span className="desk-b">
        <svg width={railWidth} height={height} viewBox={`0 0 ${railWidth} ${height}`}>
          <path
            className="tk"
            d={ticks
              .map(({ y, share }) => `M${railWidth - 2} ${y}h${-(4 + Math.round(share * 26))}`)
              .join('')}
          />
          {ticks
            .filter(({ opensYear }) => opensYear)
            .map(({ month, y }) => (
              <text key={month} x={railWidth - 8} y={y - 8} textAnchor="end">
                {month.slice(0, 4)}
              </text>
            ))}
        </svg>
      </span>
    </div>
  );
}
