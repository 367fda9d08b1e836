import { Problem } from '@odolog/problems';
import { amountAgrees, amountOf, minorUnits, volumeMl } from '@odolog/units';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { defineEvent } from '../define-event.js';
import { energyKinds } from '../facts.js';
import { attachments, closed, Place, Price, Tags, text, UnitPrice, Volume } from '../measures.js';

const data = Type.Object(
  {
    volume: Volume,
    total: Type.Optional(Price),
    /** Per unit of `volume`. */
    unitPrice: Type.Optional(UnitPrice),
    energy: Type.Enum(energyKinds.filter((kind) => kind !== 'electricity')),
    fill: Type.Enum(['full', 'partial']),
    missedPrevious: Type.Optional(Type.Boolean({ default: false })),
    station: Type.Optional(Place),
    tank: Type.Optional(text(40)),
    ...attachments,
    tags: Type.Optional(Tags),
  },
  closed,
);
type Fuel = Static<typeof data>;

/** Fuel that went into a tank. */
export const fuel = defineEvent({
  type: 'fuel',
  version: 2,
  icon: 'fuel',
  family: 'fuel',
  title: 'Fuel-up',
  data,
  example: {
    volume: { value: 39.24, unit: 'L' },
    total: { amount: '70.20', currency: 'EUR' },
    unitPrice: { amount: '1.789', currency: 'EUR' },
    energy: 'petrol',
    fill: 'full',
    missedPrevious: false,
    station: { name: 'Shell Holzkirchen' },
  },
  summary: (fill, format) => {
    const { say } = format;
    const volume = format.volume(fill.volume);
    const at = fill.unitPrice && format.unitPrice(fill.unitPrice, fill.volume.unit);
    const total = fill.total && format.money(fill.total);
    const paid = at
      ? say('{volume} at {price}', { volume, price: at })
      : total && say('{volume} for {total}', { volume, total });
    return [paid ?? volume, fill.fill === 'partial' && say('partial'), fill.station?.name]
      .filter(Boolean)
      .join(', ');
  },
  facts: (fill) => {
    const total = totalOf(fill);
    return {
      ...(total && { cost: { amountMinor: minorUnits(total), currency: total.currency, category: 'fuel' } }),
      energy: {
        kind: fill.energy,
        volumeMl: volumeMl(fill.volume),
        fill: fill.fill,
        missedPrevious: fill.missedPrevious ?? false,
      },
    };
  },
  rules: [
    { reads: ['/data/unitPrice', '/data/total'], check: refuseTwoCurrencies },
    { reads: ['/data/volume', '/data/unitPrice', '/data/total'], check: refuseOtherTotal },
  ],
  // The second version knows files; what the first one said stays as it was.
  upcast: { 1: (data) => data },
});

function refuseTwoCurrencies({ unitPrice, total }: Fuel): void {
  if (!unitPrice || !total || unitPrice.currency === total.currency) return;
  const detail = `The unit price is in ${unitPrice.currency}, the total in ${total.currency}`;
  throw new Problem('currency-mismatch', {
    detail,
    errors: [{ pointer: '/data/unitPrice/currency', code: 'currency-mismatch', detail }],
  });
}

function refuseOtherTotal({ volume, unitPrice, total }: Fuel): void {
  if (!unitPrice || !total || amountAgrees(volume, unitPrice, total)) return;
  const expectedTotal = amountOf(volume, unitPrice);
  const detail = `${volume.value} ${volume.unit} at ${unitPrice.amount} ${unitPrice.currency} give ${expectedTotal.amount}, not ${total.amount}`;
  throw new Problem('amount-mismatch', {
    detail,
    errors: [{ pointer: '/data/total/amount', code: 'amount-mismatch', detail }],
    volume,
    unitPrice,
    total,
    expectedTotal,
  });
}

function totalOf({ total, unitPrice, volume }: Fuel) {
  return total ?? (unitPrice && amountOf(volume, unitPrice));
}
