import { Problem } from '@odolog/problems';
import { energyWh, minorUnits, moneyFromMinor } from '@odolog/units';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { defineEvent } from '../define-event.js';
import type { Facts } from '../facts.js';
import { attachments, closed, Energy, Instant, Percent, Place, Price, Tags } from '../measures.js';
import { chargeOddities } from './charge-oddities.js';
import { PricedByTariff } from './priced.js';

const placeNames = {
  home: 'at home',
  supercharger: 'at a supercharger',
  destination: 'at the destination',
  third_party: 'at a public charger',
  other: '',
} as const;

/** Electric energy that went into the battery. What it took, what came out of the socket and what was paid for are three things. */
export const charge = defineEvent({
  type: 'charge',
  version: 2,
  icon: 'plug-zap',
  family: 'charge',
  title: 'Charge',
  data: Type.Object(
    {
      /** What the battery took. */
      added: Energy,
      /** What came out of the socket: more than the battery took, by the losses. */
      drawn: Type.Optional(Energy),
      /** What was paid for. */
      billed: Type.Optional(Energy),
      total: Type.Optional(Price),
      /** What a tariff made of it, in place of a total. */
      priced: Type.Optional(PricedByTariff),
      startPercent: Type.Optional(Percent),
      endPercent: Type.Optional(Percent),
      startedAt: Instant,
      endedAt: Type.Optional(Instant),
      charger: Type.Enum(['home', 'supercharger', 'destination', 'third_party', 'other']),
      location: Type.Optional(Place),
      missedPrevious: Type.Optional(Type.Boolean({ default: false })),
      ...attachments,
      tags: Type.Optional(Tags),
    },
    closed,
  ),
  example: {
    added: { value: 38.2, unit: 'kWh' },
    drawn: { value: 42.1, unit: 'kWh' },
    total: { amount: '11.79', currency: 'EUR' },
    startPercent: 22,
    endPercent: 80,
    startedAt: '2026-11-20T21:04:00+01:00',
    endedAt: '2026-11-21T01:10:00+01:00',
    charger: 'home',
  },
  summary: ({ added, startPercent, endPercent, charger, location }, format) => {
    const levels =
      endPercent === undefined
        ? ''
        : startPercent === undefined
          ? ` ${format.say('to {end} %', { end: endPercent })}`
          : `, ${format.say('{start} to {end} %', { start: startPercent, end: endPercent })}`;
    const place = location?.name ?? (placeNames[charger] && format.say(placeNames[charger]));
    return `${format.energy(added)}${levels}${place ? `, ${place}` : ''}`;
  },
  facts: ({ added, drawn, billed, total, priced, endPercent, missedPrevious = false }) => ({
    ...costOf(total ?? priced?.total),
    energy: {
      kind: 'electricity',
      energyWh: energyWh(added),
      fill: endPercent === undefined ? 'partial' : 'full',
      missedPrevious,
      ...(endPercent !== undefined && { levelPermille: Math.round(endPercent * 10) }),
      ...(drawn && { drawnWh: energyWh(drawn) }),
      ...(billed && { billedWh: energyWh(billed) }),
    },
  }),
  chargeSession: ({ added, drawn, billed, total, priced, startedAt, endedAt, charger, location }) => {
    if (total ?? priced) return null;
    const [basis, energy] = billed
      ? (['billed', billed] as const)
      : drawn
        ? (['drawn', drawn] as const)
        : (['added', added] as const);
    return {
      startedAt,
      ...(endedAt !== undefined && { endedAt }),
      energyWh: energyWh(energy),
      basis,
      charger,
      ...(location?.name !== undefined && { place: location.name }),
    };
  },
  instant: ({ startedAt }) => startedAt,
  oddities: chargeOddities,
  rules: [
    {
      reads: ['/data/startPercent', '/data/endPercent'],
      check: ({ startPercent, endPercent }) => {
        if (startPercent !== undefined && endPercent !== undefined && endPercent < startPercent)
          throw backwards('/data/endPercent', 'A charge does not end with less than it began');
      },
    },
    {
      reads: ['/data/startedAt', '/data/endedAt'],
      check: ({ startedAt, endedAt }) => {
        if (endedAt !== undefined && Date.parse(endedAt) < Date.parse(startedAt))
          throw backwards('/data/endedAt', 'A charge does not end before it starts');
      },
    },
    {
      reads: ['/data/total', '/data/priced'],
      check: ({ total, priced }) => {
        if (priced) checkPriced(priced, total);
      },
    },
  ],
  // The second version knows what a tariff made of it; what the first one said stays as it was.
  upcast: { 1: (data) => data },
});

function costOf(total: Static<typeof Price> | undefined): Facts {
  return total
    ? { cost: { amountMinor: minorUnits(total), currency: total.currency, category: 'charging' } }
    : {};
}

function checkPriced({ total, parts }: PricedByTariff, typed: Static<typeof Price> | undefined): void {
  if (typed) {
    const detail = 'A charge has a total, or what a tariff made of it, not both';
    throw new Problem('validation-failed', {
      errors: [{ pointer: '/data/priced', code: 'one-of-two', detail }],
    });
  }
  const sum = parts.reduce((minor, { amount }) => minor + minorUnits(amount), 0);
  const agrees = parts.every(({ amount, unitPrice }) =>
    [amount.currency, unitPrice.currency].every((currency) => currency === total.currency),
  );
  if (agrees && sum === minorUnits(total)) return;
  const expected = moneyFromMinor(sum, total.currency);
  const detail = `The parts come to ${expected.amount}, not to ${total.amount} ${total.currency}`;
  throw new Problem('amount-mismatch', {
    detail,
    errors: [{ pointer: '/data/priced/total', code: 'amount-mismatch', detail }],
  });
}

function backwards(pointer: string, detail: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer, code: 'backwards', detail }] });
}
