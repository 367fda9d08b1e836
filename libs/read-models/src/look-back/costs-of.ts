import type { CostFact } from '@odolog/events';
import type { Costs } from '../cost-rollups/costs.js';
import { isRunningCategory } from '../cost-rollups/running-costs.js';
import { costFigures, type CostSums } from '../cost-rollups/cost-figures.js';
import type { CostLine } from '../vehicle-summary/read-summary-costs.js';
import { distanceOf, validReadingsOf } from './odometer-of.js';
import type { Past } from './read-past.js';

/** Money on its day. */
interface Entry extends CostFact {
  /** YYYY-MM. */
  readonly month: string;
}

/**
 * What it had cost by month, category and currency, in all and by the kilometre.
 * @param from YYYY-MM-DD: only what was spent and driven from that day on
 */
export function costsOf(past: Pick<Past, 'standing'>, from = ''): Costs {
  const standing = past.standing.filter(({ event }) => event.date >= from);
  const cells = Map.groupBy(
    entriesOf({ standing }),
    ({ month, category, currency }) => `${month} ${category} ${currency}`,
  );
  const items = [...cells.values()].map((entries) => {
    const { month, category, currency } = entries[0]!;
    return { month, category, currency, totalMinor: sumOf(entries), count: entries.length };
  });
  const distanceM = distanceOf(validReadingsOf(past).filter(({ event }) => event.date >= from));
  const totals = byCurrency(entriesOf({ standing })).map(([currency, entries]) => {
    const { totalMinor, runningMinor, ...having } = sumsOf(entries);
    const figures = costFigures({ runningMinor, ...having }, distanceM);
    return { currency, totalMinor, runningMinor, count: entries.length, ...figures };
  });
  return {
    items: items.sort(
      (a, b) =>
        compare(b.month, a.month) || compare(a.category, b.category) || compare(a.currency, b.currency),
    ),
    totals: totals.sort((a, b) => compare(a.currency, b.currency)),
    distanceM,
  };
}

/** One line a currency, the largest first. @param day YYYY-MM-DD: what "this month" is counted from */
export function costLinesOf(past: Pick<Past, 'standing'>, day: string): CostLine[] {
  const thisMonth = day.slice(0, 7);
  const [year, month] = [Number(thisMonth.slice(0, 4)), Number(thisMonth.slice(5))];
  const elevenBefore = new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 7);
  return byCurrency(entriesOf(past))
    .map(([currency, entries]) => ({
      currency,
      ...sumsOf(entries),
      thisMonthMinor: sumOf(entries.filter((entry) => entry.month === thisMonth)),
      last12MonthsMinor: sumOf(
        entries.filter((entry) => entry.month >= elevenBefore && entry.month <= thisMonth),
      ),
    }))
    .sort((a, b) => b.totalMinor - a.totalMinor || compare(a.currency, b.currency));
}

function sumsOf(entries: readonly Entry[]): CostSums {
  const sumIn = (category: CostFact['category']) => {
    const own = entries.filter((entry) => entry.category === category);
    return own.length > 0 ? sumOf(own) : null;
  };
  return {
    totalMinor: sumOf(entries),
    runningMinor: sumOf(entries.filter(isRunning)),
    purchaseMinor: sumIn('purchase'),
    saleMinor: sumIn('sale'),
  };
}

function entriesOf({ standing }: Pick<Past, 'standing'>): Entry[] {
  return standing.flatMap(({ event, facts: { cost } }) =>
    cost ? { ...cost, month: event.date.slice(0, 7) } : [],
  );
}

const byCurrency = (entries: readonly Entry[]) => [...Map.groupBy(entries, ({ currency }) => currency)];
const isRunning = ({ category }: Entry) => isRunningCategory(category);

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
