import { useTranslations } from 'next-intl';
import type { Tariff } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import { RemoveTariff } from './remove-tariff';
import { weekdayName } from './weekday-name';

interface TariffListProps {
  readonly tariffs: readonly Tariff[];
  readonly format: ViewerFormat;
  readonly mayChange: boolean;
}

/** The tariffs, the latest first, each with its hours. */
export function TariffList({ tariffs, format, mayChange }: TariffListProps) {
  const t = useTranslations('tariffs');
  const codes = useTranslations('codes');
  if (tariffs.length === 0) return null;
  const price = (amount: string, currency: string) =>
    t('perKWh', { price: format.unitPrice({ amount, currency }) });
  return (
    <ul className="tariffs">
      {tariffs.map(({ id, vehicleId, name, charger, place, currency, validFrom, unitPrice, periods }) => (
        <li key={id}>
          <div>
            <p className="strong">{name}</p>
            <p className="muted sm">
              {t('since', { place: place ?? codes(charger as 'home'), date: format.dayMonthYear(validFrom) })}
            </p>
          </div>
          <dl className="kv num">
            {periods.map((period) => (
              <div key={JSON.stringify(period)}>
                <dt>
                  {t('hours', {
                    days: daysOf(period.days, format.locale, t('everyDay')),
                    from: period.from,
                    to: period.to,
                  })}
                </dt>
                <dd>{price(period.unitPrice, currency)}</dd>
              </div>
            ))}
            <div>
              <dt>{periods.length > 0 ? t('otherwise') : t('always')}</dt>
              <dd>{price(unitPrice, currency)}</dd>
            </div>
          </dl>
          {mayChange && <RemoveTariff vehicleId={vehicleId} tariffId={id} name={name} />}
        </li>
      ))}
    </ul>
  );
}

function daysOf(days: readonly number[], locale: string, everyDay: string): string {
  if (days.length === 7) return everyDay;
  return new Intl.ListFormat(locale, { style: 'narrow' }).format(
    days.toSorted((a, b) => a - b).map((day) => weekdayName(day, locale)),
  );
}
