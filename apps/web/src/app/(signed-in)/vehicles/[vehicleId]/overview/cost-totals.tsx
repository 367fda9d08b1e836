import { useTranslations } from 'next-intl';
import type { Costs } from '@/api/schema.gen';
import type { Seen } from './seen';

const kmPerMile = 1.609344;

/** What the vehicle cost in all, each currency by itself: what it takes to run it, and apart from that what it loses in value. */
export function CostTotals({ costs: { totals }, format }: Pick<Seen, 'format'> & { readonly costs: Costs }) {
  const t = useTranslations('overview.totals');
  if (totals.length === 0) return null;
  const unit = format.distanceUnit;
  const names = [
    t('running'),
    t('perDistance', { unit }),
    t('purchase'),
    t('sale'),
    t('depreciation'),
    t('lostPerDistance', { unit }),
  ];
  return (
    <section className="chart">
      <h2 id="totals">{t('title')}</h2>
      <p className="muted sm">{t('words')}</p>
      <div className="tscroll" tabIndex={0} role="region" aria-labelledby="totals">
        <table className="tbl tbl--rows">
          <thead>
            <tr>
              <th scope="col">{t('currency')}</th>
              {names.map((name) => (
                <th key={name} scope="col" className="r">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map((total) => (
              <tr key={total.currency}>
                <th scope="row">{total.currency}</th>
                {cellsOf(total, format).map(([name, words]) => (
                  <td key={name} className="r num">
                    {words ?? <span className="muted">{t('unknown')}</span>}
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

function cellsOf({ currency, ...total }: Costs['totals'][number], format: Seen['format']) {
  const money = (minor: number | undefined) =>
    minor === undefined ? null : format.moneyMinor(minor, currency);
  const perDistance = (minorPerKm: number | undefined) =>
    money(minorPerKm && minorPerKm * (format.distanceUnit === 'mi' ? kmPerMile : 1));
  return [
    ['running', money(total.runningMinor)],
    ['perDistance', perDistance(total.perKmMinor)],
    ['purchase', money(total.purchaseMinor)],
    ['sale', money(total.saleMinor)],
    ['depreciation', money(total.depreciationMinor)],
    ['lostPerDistance', perDistance(total.depreciationPerKmMinor)],
  ] as const;
}
