import type { NewTariff } from '@/api/schema.gen';
import { plainDecimal } from '@/quick-add/typed-number';

/** What a form of a tariff says, in the words of the API. Periods are named by their number: `0.from`, `0.days`. */
export function newTariffFrom(form: FormData, locale: string): NewTariff {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const price = (name: string) => plainDecimal(text(name), locale) ?? text(name);
  const periods = [...form.keys()]
    .filter((name) => name.endsWith('.from'))
    .map((name) => name.replace('.from', ''))
    .map((number) => ({
      days: form.getAll(`${number}.days`).map(Number),
      from: text(`${number}.from`),
      to: text(`${number}.to`),
      unitPrice: price(`${number}.unitPrice`),
    }));
  return {
    name: text('name'),
    charger: text('charger') as NewTariff['charger'],
    ...(text('place') && { place: text('place') }),
    currency: text('currency').toUpperCase(),
    validFrom: text('validFrom'),
    unitPrice: price('unitPrice'),
    periods,
  };
}
