import { useTranslations } from 'next-intl';
import type { Costs, Money } from '@/api/schema.gen';
import { perDistance } from '@/format/per-distance';
import type { Seen } from './seen';

/** What the vehicle cost in all, each currency by itself: what it takes to run it, and apart from that what it loses in value. */
export function CostTotals({ costs: { totals }, format }: Pick<Seen, 'format'> & { readonly costs: Costs }) {
  const t = useTranslations('overview.totals');
  if (totals.length === 0) return null;
  const names = namesOf(t, format.distanceUnit);
  const rows = totals.map((total) => ({ currency: total.currency, cells: cellsOf(total, format) }));
  // A vehicle whose price nobody entered has no columns of it: there would be nothing in them.
  const columns = figures.filter((figure) => rows.some(({ cells }) => cells[figure] !== null));
  return (
    <section className="chart totals">
      <h2 id="totals">{t('title')}</h2>
      <p className="muted sm">{t('words')}</p>
      <div className="tscroll" tabIndex={0} role="region" aria-labelledby="totals">
        <table className="tbl tbl--rows tbl--few">
          <thead>
            <tr>
              <th scope="col">{t('currency')}</th>
              {columns.map((figure) => (
                <th key={figure} scope="col" className="r">
                  {names[figure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ currency, cells }) => (
              <tr key={currency}>
                <th scope="row">{currency}</th>
                {columns.map((figure) => (
                  <td key={figure} className="r num">
                    {cells[figure] ?? <span className="muted">{t('unknown')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Figure = 'running' | 'perDistance' | 'purchase' | 'sale' | 'depreciation' | 'lostPerDistance';
const figures: readonly Figure[] = [
  'running',
  'perDistance',
  'purchase',
  'sale',
  'depreciation',
  'lostPerDistance',
];

function namesOf(
  t: ReturnType<typeof useTranslations<'overview.totals'>>,
  unit: string,
): Record<Figure, string> {
  return {
    running: t('running'),
    perDistance: t('perDistance', { unit }),
    purchase: t('purchase'),
    sale: t('sale'),
    depreciation: t('depreciation'),
    lostPerDistance: t('lostPerDistance', { unit }),
  };
}

function cellsOf(total: Costs['totals'][number], format: Seen['format']): Record<Figure, string | null> {
  const money = (sum: Money | undefined) => (sum ? format.money(sum) : null);
  const byDistance = (perKm: Money | undefined) => (perKm ? perDistance(perKm, format) : null);
  return {
    running: money(total.running),
    perDistance: byDistance(total.perKm),
    purchase: money(total.purchase),
    sale: money(total.sale),
    depreciation: money(total.depreciation),
    lostPerDistance: byDistance(total.depreciationPerKm),
  };
}
