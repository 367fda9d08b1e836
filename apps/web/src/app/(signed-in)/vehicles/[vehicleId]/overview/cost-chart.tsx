import { currencyExponent, distanceFromM } from '@odolog/units';
import { useTranslations } from 'next-intl';
import type { Costs, OdometerHistory } from '@/api/schema.gen';
import { ChartFigure, mostTableRows, type ChartTable } from '@/charts/chart-figure';
import { monthsBetween } from '@/charts/days';
import { costBands } from '@/format/cost-bands';
import { CostDrawing } from './cost-drawing';
import { costMonths, type CostMonth } from './cost-months';
import type { Seen } from './seen';
import { takenAway } from './taken-away';

interface CostChartProps extends Seen {
  readonly costs: Costs;
  readonly readings: OdometerHistory['readings'];
  readonly firstMonth: string;
}

/** What each month cost, by kind, in the vehicle's own currency. */
export function CostChart({ vehicle, format, today, costs, readings, firstMonth }: CostChartProps) {
  const t = useTranslations('overview.costs');
  const bands = useTranslations('bands');
  const thisMonth = today.slice(0, 7);
  const months = costMonths(costs.items, monthsBetween(firstMonth, thisMonth), vehicle.currency);
  const table = useCostTable(months, { vehicle, format });
  const spent = months.some(({ spentMinor, refundMinor }) => refundMinor !== 0 || hasAny(spentMinor));
  if (!spent)
    return (
      <section className="chart">
        <h2>{t('title')}</h2>
        <p className="muted chart__none">{t('none', { count: months.length })}</p>
      </section>
    );
  const used = costBands.filter((band) => months.some(({ spentMinor }) => spentMinor[band]));
  const totalMinor = months.reduce((sum, month) => sum + month.totalMinor, 0);
  const total = format.moneyMinor(totalMinor, vehicle.currency);
  const distance = distanceSince(readings, `${months[0]!.month}-01`);
  const perDistance =
    distance > 0 &&
    format.moneyMinor(totalMinor / distanceFromM(distance, format.distanceUnit), vehicle.currency);
  const dearest = months.toSorted((a, b) => b.totalMinor - a.totalMinor)[0]!;
  const hasRefund = months.some(({ refundMinor }) => refundMinor < 0);
  return (
    <ChartFigure
      takesAway={takenAway(vehicle, 'costs')}
      title={t('title')}
      words={
        perDistance
          ? t('wordsPer', { total, perDistance, unit: format.distanceUnit, count: months.length })
          : t('words', { total, count: months.length })
      }
      file={`${vehicle.nickname} ${t('title')} ${today}`}
      draw={(size) => (
        <CostDrawing
          {...{ size, months, bands: used, format, currency: vehicle.currency }}
          label={t('label', {
            from: format.monthYear(months[0]!.month),
            to: format.monthYear(thisMonth),
            most: format.moneyMinor(dearest.totalMinor, vehicle.currency),
            month: format.monthYear(dearest.month),
          })}
        />
      )}
      legend={
        <>
          {used.map((band) => (
            <li key={band}>
              <i className={`band band--${band}`} />
              {bands(band)}
            </li>
          ))}
          {hasRefund && (
            <li>
              <i className="band band--refund" />
              {t('refund')}
            </li>
          )}
        </>
      }
      table={table}
    />
  );
}

const hasAny = (spentMinor: CostMonth['spentMinor']) =>
  Object.values(spentMinor).some((minor) => minor !== 0);

/** True metres between the first and the last valid reading since a day, newest first: over a replaced odometer it goes on. */
function distanceSince(readings: CostChartProps['readings'], since: string): number {
  const inside = readings.flatMap(({ date, trueM }) => (trueM !== null && date >= since ? [trueM] : []));
  return inside.length > 1 ? inside[0]! - inside.at(-1)! : 0;
}

function useCostTable(
  months: readonly CostMonth[],
  { vehicle, format }: Pick<Seen, 'vehicle' | 'format'>,
): ChartTable {
  const t = useTranslations('overview.costs');
  const bands = useTranslations('bands');
  const money = (minor: number) => format.moneyMinor(minor, vehicle.currency);
  const newestFirst = months.toReversed();
  const sums = ({ spentMinor, refundMinor, totalMinor }: CostMonth) => [
    ...costBands.map((band) => spentMinor[band] ?? 0),
    refundMinor,
    totalMinor,
  ];
  return {
    caption: t('caption'),
    columns: [
      { name: t('month') },
      ...[...costBands.map((band) => bands(band)), t('refund'), t('total')].map((name) => ({
        name,
        figure: true,
      })),
    ],
    rows: newestFirst.slice(0, mostTableRows).map((month) => ({
      key: month.month,
      cells: [
        format.monthYear(month.month),
        ...sums(month).map((minor) => (minor === 0 ? t('nothing') : money(minor))),
      ],
    })),
    csv: newestFirst.map((month) => [
      month.month,
      ...sums(month).map((minor) => minor / 10 ** currencyExponent(vehicle.currency)),
    ]),
  };
}
