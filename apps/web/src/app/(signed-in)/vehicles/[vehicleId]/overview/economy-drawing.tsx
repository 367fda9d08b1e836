import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ChartSize } from '@/charts/chart-figure';
import { dayNumber, monthTicks } from '@/charts/days';
import { digitsOf, linear, niceTicks } from '@/charts/scales';
import { TimeAxis } from '@/charts/time-axis';
import type { ViewerFormat } from '@/format/viewer-format';
import { labelSpot } from './average-label';
import { gapsOf, toneOf, type EconomySpan, type Gap } from './economy-spans';

export interface EconomyPanel {
  readonly energy: string;
  readonly spans: readonly EconomySpan[];
  readonly average: number | null;
  readonly digits: number;
  readonly unit: string;
}

interface EconomyDrawingProps {
  readonly size: ChartSize;
  readonly panels: readonly EconomyPanel[];
  readonly format: ViewerFormat;
  readonly since: string;
  readonly today: string;
  readonly label: string;
}

const panelHeight = 132;
const gap = 28;
const left = 40;
/** Dots that on average stand closer than this run into each other: then the last one alone is drawn. */
const dotWidth = 10;
/** Of the last figure, which stands beside its dot. */
const figureWidth = 44;

/** A panel for each energy over one axis of months. */
export function EconomyDrawing({ size, panels, format, since, today, label }: EconomyDrawingProps) {
  const hatch = useId();
  const right = size.width - 52;
  const x = linear([dayNumber(since), dayNumber(today)], [left, right]);
  const clamped = (day: number) => Math.max(x(day), left);
  const bottom = 12 + panels.length * (panelHeight + gap) - gap;
  const ticks = monthTicks(dayNumber(since), dayNumber(today), size.narrow ? 5 : 13);
  return (
    <svg viewBox={`0 0 ${size.width} ${bottom + 24}`} role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className="hatch" />
        </pattern>
      </defs>
      {panels.map((panel, index) => (
        <Panel
          key={panel.energy}
          panel={panel}
          format={format}
          hatch={hatch}
          frame={{ top: 12 + index * (panelHeight + gap), left, right, x: clamped }}
        />
      ))}
      <TimeAxis ticks={ticks} x={x} y={bottom} ends={[left, right]} format={format} />
    </svg>
  );
}

interface PanelFrame {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly x: (day: number) => number;
}

interface PanelProps {
  readonly panel: EconomyPanel;
  readonly format: ViewerFormat;
  readonly hatch: string;
  readonly frame: PanelFrame;
}

function Panel({ panel: { energy, spans, average, digits }, format, hatch, frame }: PanelProps) {
  const t = useTranslations('overview.economy');
  const known = spans.filter((span): span is EconomySpan & { value: number } => span.value !== null);
  const values = [...known.map(({ value }) => value), ...(average === null ? [] : [average])];
  const ticks = niceTicks(Math.min(...values), Math.max(...values), 3);
  const bottom = frame.top + panelHeight;
  const y = linear([ticks[0]!, ticks.at(-1)!], [bottom, frame.top]);
  const latest = known.at(-1)!;
  const lastX = frame.x(latest.toDay);
  const apart = (lastX - frame.x(known[0]!.toDay)) / (known.length - 1);
  const dotted = apart < dotWidth ? [latest] : known;
  const words = average === null ? '' : t('average', { figure: format.number(average, digits) });
  const drawn = [
    ...known.map((span) => ({ from: frame.x(span.fromDay), to: frame.x(span.toDay) + 4, y: y(span.value) })),
    { from: lastX, to: lastX + figureWidth, y: y(latest.value) },
  ];
  return (
    <g className={`tone-${toneOf(energy)}`}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="gr" d={`M${frame.left} ${y(tick)}H${frame.right}`} />
          <text x={frame.left - 8} y={y(tick) + 4} textAnchor="end">
            {format.number(tick, digitsOf(ticks))}
          </text>
        </g>
      ))}
      {average !== null && <path className="avg" d={`M${frame.left} ${y(average)}H${frame.right}`} />}
      <Steps spans={spans} y={y} x={frame.x} />
      {known.map((span) => (
        <Count key={span.key} span={span} y={y(span.value)} x={frame.x} dotted={dotted.includes(span)} />
      ))}
      {gapsOf(spans).map((missing) => (
        <Missing key={missing.fromDay} missing={missing} hatch={hatch} frame={frame} />
      ))}
      {average !== null && (
        <text className="on" {...labelSpot(words, { ...frame, y: y(average), bottom }, drawn)}>
          {words}
        </text>
      )}
      <text className="b on" x={lastX + 8} y={y(latest.value) + 4}>
        {format.number(latest.value, digits)}
      </text>
    </g>
  );
}

type Place = (value: number) => number;

/** Thin lines where one count begins as another ends, so that the eye goes on. */
function Steps({ spans, x, y }: { spans: readonly EconomySpan[]; x: Place; y: Place }) {
  return spans.map((span, index) => {
    const before = spans[index - 1];
    if (!before || before.value === null || span.value === null || before.toDay !== span.fromDay) return null;
    return (
      <path key={span.key} className="step" d={`M${x(span.fromDay)} ${y(before.value)}V${y(span.value)}`} />
    );
  });
}

interface CountProps {
  readonly span: EconomySpan;
  readonly y: number;
  readonly x: Place;
  readonly dotted: boolean;
}

function Count({ span, y, x, dotted }: CountProps) {
  return (
    <>
      <path className="span" d={`M${x(span.fromDay)} ${y}H${x(span.toDay)}`} />
      {dotted && <circle className="dot" cx={x(span.toDay)} cy={y} r="4" />}
      {span.partialDays.map(x).map((at, index) => (
        <g key={index}>
          <circle className="part" cx={at} cy={y} r="5" />
          <path className="half" d={`M${at - 5} ${y}a5 5 0 0 0 10 0Z`} />
        </g>
      ))}
    </>
  );
}

/** Hatched and labelled, never bridged. */
function Missing({ missing, hatch, frame }: { missing: Gap; hatch: string; frame: PanelFrame }) {
  const t = useTranslations('overview.economy');
  const [from, to] = [frame.x(missing.fromDay), frame.x(missing.toDay)];
  const width = Math.max(to - from, 2);
  return (
    <>
      <rect x={from} y={frame.top} width={width} height={panelHeight} fill={`url(#${hatch})`} />
      {width > 24 && (
        <text x={from + width / 2} y={frame.top + 14} textAnchor="middle">
          {width > 70 ? t('noFigure') : t('noFigureShort')}
        </text>
      )}
    </>
  );
}
