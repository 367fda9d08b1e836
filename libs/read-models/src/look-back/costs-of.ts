import type { CostFact } from '@odolog/events';
import type { Costs } from '../cost-rollups/costs.js';
import { isRunningCategory } from '../cost-rollups/running-costs.js';
import type { SummaryCost } from '../vehicle-summary/vehicle-summary.js';
import type { Past } from './read-past.js';

/** Money on its day. */
interface Entry extends CostFact {
  /** YYYY-MM. */
  readonly month: string;
}

/** What it had cost by month, category and currency. */
export function costsOf(past: Pick<Past, 'standing'>): Costs {
  const cells = Map.groupBy(
    entriesOf(past),
    ({ month, category, currency }) => `${month} ${category} ${currency}`,
  );
  const items = [...cells.values()].map((entries) => {
    const { month, category, currency } = entries[0]!;
    return { month, category, currency, totalMinor: sumOf(entries), count: entries.length };
  });
  const totals = byCurrency(entriesOf(past)).map(([currency, entries]) => ({
    currency,
    totalMinor: sumOf(entries),
    runningMinor: sumOf(entries.filter(isRunning)),
    count: entries.length,
  }));
  return {
    items: items.sort(
      (a, b) =>
        compare(b.month, a.month) || compare(a.category, b.category) || compare(a.currency, b.currency),
    ),
    totals: totals.sort((a, b) => compare(a.currency, b.currency)),
  };
}

/** One line a currency, the largest first. @param day YYYY-MM-DD: what "this month" is counted from */
export function costLinesOf(past: Pick<Past, 'standing'>, day: string): Omit<SummaryCost, 'perKmMinor'>[] {
  const thisMonth = day.slice(0, 7);
  const [year, month] = [Number(thisMonth.slice(0, 4)), Number(thisMonth.slice(5))];
  const elevenBefore = new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 7);
  return byCurrency(entriesOf(past))
    .map(([currency, entries]) => ({
      currency,
      totalMinor: sumOf(entries),
      runningMinor: sumOf(entries.filter(isRunning)),
      thisMonthMinor: sumOf(entries.filter((entry) => entry.month === thisMonth)),
      last12MonthsMinor: sumOf(
        entries.filter((entry) => entry.month >= elevenBefore && entry.month <= thisMonth),
      ),
    }))
    .sort((a, b) => b.totalMinor - a.totalMinor || compare(a.currency, b.currency));
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
