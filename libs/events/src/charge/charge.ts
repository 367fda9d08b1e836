import { Problem } from '@odolog/problems';
import { energyWh, minorUnits } from '@odolog/units';
import Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { attachments, closed, Energy, Instant, Percent, Place, Price, Tags } from '../measures.js';

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
  version: 1,
  icon: 'plug-zap',
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
          ? ` to ${endPercent} %`
          : `, ${startPercent} to ${endPercent} %`;
    const place = location?.name ?? placeNames[charger];
    return `${format.energy(added)}${levels}${place ? `, ${place}` : ''}`;
  },
  facts: ({ added, drawn, billed, total, endPercent, missedPrevious = false }) => ({
    ...(total && {
      cost: { amountMinor: minorUnits(total), currency: total.currency, category: 'charging' },
    }),
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
  check: ({ startPercent, endPercent, startedAt, endedAt }) => {
    if (startPercent !== undefined && endPercent !== undefined && endPercent < startPercent)
      throw backwards('/data/endPercent', 'A charge does not end with less than it began');
    if (endedAt !== undefined && Date.parse(endedAt) < Date.parse(startedAt))
      throw backwards('/data/endedAt', 'A charge does not end before it starts');
  },
  upcast: {},
});

function backwards(pointer: string, detail: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer, code: 'backwards', detail }] });
}
