import type { PricedByTariff } from '@odolog/events';
import { useTranslations } from 'next-intl';
import type { ViewerFormat } from '@/format/viewer-format';

/** What a tariff makes of a charge: the sum, what of it is priced, and each price with its energy. */
export function PricedParts({ priced, format }: { priced: PricedByTariff; format: ViewerFormat }) {
  const t = useTranslations('tariffCost');
  const { tariff, basis, total, parts } = priced;
  const byPrice = [...Map.groupBy(parts, ({ unitPrice }) => unitPrice.amount).values()];
  return (
    <section className="prev" aria-live="polite">
      <p className="sm muted">{t('title')}</p>
      <p className="prev__n">
        <b className="num">{format.money(total)}</b>
        <span className="end sm mid">{tariff}</span>
      </p>
      <p className="hint">{t(`basis.${basis}`)}</p>
      <dl className="kv num">
        {byPrice.map((same) => (
          <PricedPart key={same[0]!.unitPrice.amount} parts={same} format={format} />
        ))}
      </dl>
    </section>
  );
}

function PricedPart({ parts, format }: { parts: PricedByTariff['parts']; format: ViewerFormat }) {
  const t = useTranslations('tariffCost');
  const { unitPrice } = parts[0]!;
  const energyWh = parts.reduce((sum, part) => sum + part.energyWh, 0);
  const amount = parts.reduce((sum, part) => sum + Number(part.amount.amount), 0);
  const energy = Object.values(format.energy({ value: Math.round(energyWh / 10) / 100, unit: 'kWh' })).join(
    ' ',
  );
  return (
    <>
      <dt>{t('part', { energy, price: format.unitPrice(unitPrice) })}</dt>
      <dd>{format.money({ amount: String(amount), currency: unitPrice.currency })}</dd>
    </>
  );
}
