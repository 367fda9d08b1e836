import { minorUnits, moneyFromMinor } from '@odolog/units';
import type { Money, TimelinePage } from '@/api/schema.gen';
import { shownMonth, type Month } from './shown-month';

type Planned = Pick<TimelinePage['items'][number], 'date' | 'cost' | 'category'>;

/**
 * The months after this one, in which there is nothing but what is planned: no figure of the vehicle knows them before their
 * day. Of the newest entries, among which they stand first; one that goes on below them is left out.
 * @param today YYYY-MM-DD in the vehicle's zone
 */
export function plannedMonths(
  { items, nextCursor }: { readonly items: readonly Planned[]; readonly nextCursor: string | null },
  today: string,
): Month[] {
  const thisMonth = monthOf(today);
  const ahead = items.filter(({ date }) => monthOf(date) > thisMonth);
  const cut = nextCursor !== null && ahead.length === items.length ? items.at(-1) : undefined;
  return [...Map.groupBy(ahead, ({ date }) => monthOf(date))]
    .filter(([month]) => !cut || month !== monthOf(cut.date))
    .map(([month, entries]) =>
      shownMonth({
        month,
        events: entries.length,
        distanceM: 0,
        distanceComplete: false,
        costs: costsOf(entries),
        planned: true,
      }),
    );
}

function costsOf(entries: readonly Planned[]) {
  const priced = entries.flatMap(({ cost, category }) =>
    cost ? [{ cost, category: category ?? 'other' }] : [],
  );
  return [...Map.groupBy(priced, ({ cost }) => cost.currency)].map(([currency, of]) => ({
    currency,
    total: sum(of.map(({ cost }) => cost)),
    byCategory: Object.fromEntries(
      [...Map.groupBy(of, ({ category }) => category)].map(([category, each]) => [
        category,
        sum(each.map(({ cost }) => cost)),
      ]),
    ),
  }));
}

function sum(amounts: readonly Money[]): Money {
  const minor = amounts.reduce((total, amount) => total + minorUnits(amount), 0);
  return moneyFromMinor(minor, amounts[0]!.currency);
}

const monthOf = (date: string) => date.slice(0, 7);
