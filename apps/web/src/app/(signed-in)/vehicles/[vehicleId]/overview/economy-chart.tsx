import { useTranslations } from 'next-intl';
import type { FuelEconomy, TimelineItem } from '@/api/schema.gen';
import { ChartFigure, mostTableRows, type ChartTable } from '@/charts/chart-figure';
import { dateOf } from '@/charts/days';
import { useReasonWords } from '@/format/use-reason-words';
import type { Figure } from '@/format/measures';
import { useEnergyName } from '@/ui/use-energy-name';
import { EconomyDrawing, type EconomyPanel } from './economy-drawing';
import { economySpans, fewerSpans, toneOf, type EconomySpan } from './economy-spans';
import type { Seen } from './seen';
import { takenAway } from './taken-away';

interface EconomyChartProps extends Seen {
  readonly segments: FuelEconomy['segments'];
  /** Over all time. */
  readonly averages: FuelEconomy['averages'];
  readonly fills: readonly TimelineItem[];
}

/** Economy as spans: a figure belongs to a distance, not to a day. */
export function EconomyChart({ vehicle, format, today, since, ...told }: EconomyChartProps) {
  const t = useTranslations('overview.economy');
  const energyName = useEnergyName();
  const spans = economySpans(told.segments, told.fills, { since, read: format.economyNumber });
  const panels = panelsOf(spans).flatMap(({ energy, spans: own }): EconomyPanel[] => {
    const average = told.averages.find((each) => each.energy === energy);
    const read = average && format.economyNumber(average);
    const value = read?.number ?? null;
    return own.some((span) => span.value !== null)
      ? [
          {
            energy,
            spans: fewerSpans(own, format.economyNumber),
            average: value,
            digits: read?.digits ?? 1,
            unit: read?.unit ?? '',
          },
        ]
      : [];
  });
  if (panels.length === 0) return <NoFigures title={t('title')} words={t('none')} />;
  const label = panels
    .map(({ energy, spans: own, digits, unit }) => {
      const values = own.flatMap(({ value }) => value ?? []);
      return t('label', {
        energy: energyName(energy),
        least: format.number(Math.min(...values), digits),
        most: format.number(Math.max(...values), digits),
        latest: format.number(values.at(-1)!, digits),
        unit,
      });
    })
    .join(' ');
  return (
    <ChartFigure
      takesAway={takenAway(vehicle, 'economy')}
      wide
      title={t('title')}
      words={t('words')}
      file={`${vehicle.nickname} ${t('title')} ${today}`}
      draw={(size) => <EconomyDrawing {...{ size, panels, format, since, today, label }} />}
      legend={panels.map(({ energy, unit }) => (
        <li key={energy}>
          <svg width="20" height="10" aria-hidden="true" className={`tone-${toneOf(energy)}`}>
            <path className="span" d="M0 5h14" />
            <circle className="dot" cx="15" cy="5" r="4" />
          </svg>
          {energyName(energy)}, {unit}
        </li>
      ))}
      table={useEconomyTable(spans, { format })}
    />
  );
}

function panelsOf(spans: readonly EconomySpan[]) {
  return [...Map.groupBy(spans, ({ energy }) => energy)].map(([energy, own]) => ({ energy, spans: own }));
}

function useEconomyTable(spans: readonly EconomySpan[], { format }: Pick<Seen, 'format'>): ChartTable {
  const t = useTranslations('overview.economy');
  const reasonWords = { charge: useReasonWords(true), fuel: useReasonWords(false) };
  const energyName = useEnergyName();
  const units = [...new Set(spans.flatMap(({ segment }) => format.economy(segment)?.unit ?? []))];
  const figure = ({ value, unit }: Figure) => (units.length > 1 ? `${value} ${unit}` : value);
  const newestFirst = spans.toReversed();
  const why = ({ reason, energy }: EconomySpan) =>
    reason ? reasonWords[toneOf(energy)](reason) : t('noFigure');
  const untilWords = ({ toDay, partialDays }: EconomySpan) =>
    partialDays.length > 0
      ? t('withPartial', { date: format.dayMonthYear(dateOf(toDay)) })
      : format.dayMonthYear(dateOf(toDay));
  return {
    caption: t('caption'),
    columns: [
      { name: t('energy') },
      { name: t('until') },
      { name: t('distance', { unit: format.distanceUnit }), figure: true },
      { name: t('amount'), figure: true },
      { name: units.join(', '), figure: true },
    ],
    rows: newestFirst.slice(0, mostTableRows).map((span) => ({
      key: span.key,
      cells: [
        energyName(span.energy),
        untilWords(span),
        format.distanceM(span.segment.distanceM).value,
        amountOf(span, format).join(' '),
        span.value === null ? why(span) : figure(format.economy(span.segment)!),
      ],
    })),
    csv: newestFirst.map((span) => [
      energyName(span.energy),
      dateOf(span.toDay),
      span.segment.distanceM / 1000,
      span.segment.energyWh > 0 ? span.segment.energyWh / 1000 : span.segment.volumeMl / 1000,
      span.value,
    ]),
  };
}

function amountOf({ segment }: EconomySpan, format: Seen['format']): string[] {
  if (segment.energyWh > 0)
    return Object.values(format.energy({ value: segment.energyWh / 1000, unit: 'kWh' }));
  return Object.values(format.volumeMl(segment.volumeMl));
}

function NoFigures({ title, words }: { title: string; words: string }) {
  return (
    <section className="chart">
      <h2>{title}</h2>
      <p className="muted chart__none">{words}</p>
    </section>
  );
}
