import { Problem, type Fault } from '@odolog/problems';
import { minorUnits, moneyFromMinor, type Money } from '@odolog/units';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { defineEvent, type Oddity } from '../define-event.js';
import { runtimeFact, type CostFact } from '../facts.js';
import {
  attachments,
  closed,
  Distance,
  Hours,
  HoursVoid,
  LocalDate,
  Money as MoneySchema,
  patterns,
  Tags,
  text,
} from '../measures.js';
import { costCategoryOf, serviceKinds, serviceTitle } from './service-kinds.js';

/** Where on the vehicle: one wheel, an axle, or all of them. */
const wheelPositions = [
  'all',
  'front',
  'rear',
  'front-left',
  'front-right',
  'rear-left',
  'rear-right',
  'spare',
];

const item = Type.Object(
  {
    kind: Type.String({
      pattern: patterns.slug,
      maxLength: 60,
      examples: Object.keys(serviceKinds),
    }),
    description: Type.Optional(text(500)),
    parts: Type.Optional(MoneySchema),
    labour: Type.Optional(MoneySchema),
    /** Of the item as a whole, when parts and labour are not told apart. */
    cost: Type.Optional(MoneySchema),
    brand: Type.Optional(text(100)),
    partNumber: Type.Optional(text(100)),
    quantity: Type.Optional(Type.Number({ minimum: 0.001, maximum: 10_000 })),
    /** As it is printed on the part: 205/55 R16 91V, 5W-30, 70 Ah. */
    size: Type.Optional(text(60)),
    position: Type.Optional(Type.Enum(wheelPositions)),
    /** The warranty ends with the day or with the distance from this event on, whichever comes first. */
    warrantyUntil: Type.Optional(LocalDate),
    warrantyDistance: Type.Optional(Distance),
  },
  closed,
);

const data = Type.Object(
  {
    items: Type.Array(item, { minItems: 1, maxItems: 100 }),
    total: Type.Optional(MoneySchema),
    workshop: Type.Optional(text(200)),
    hours: Type.Optional(Hours),
    hoursVoid: HoursVoid,
    reminderIds: Type.Optional(
      Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100, uniqueItems: true }),
    ),
    ...attachments,
    tags: Type.Optional(Tags),
  },
  closed,
);
type Maintenance = Static<typeof data>;

/** Work done on the vehicle. */
export const maintenance = defineEvent({
  type: 'maintenance',
  version: 3,
  icon: 'wrench',
  family: 'work',
  title: 'Service',
  data,
  example: {
    items: [
      { kind: 'engine-oil', description: '5W-30, 3 litres', parts: { amount: '32.00', currency: 'EUR' } },
      { kind: 'oil-filter', cost: { amount: '9.50', currency: 'EUR' } },
    ],
    total: { amount: '41.50', currency: 'EUR' },
    workshop: 'Autohaus Weber',
  },
  summary: ({ items, workshop }, { say }) => {
    const work = items.map(
      (done) => (done.kind === 'other' && done.description) || say(serviceTitle(done.kind)),
    );
    return `${[...new Set(work)].join(', ')}${workshop ? `, ${workshop}` : ''}`;
  },
  facts: (work) => {
    const kinds = [...new Set(work.items.map(({ kind }) => kind))];
    const cost = costOf(work, kinds);
    const { reminderIds } = work;
    return {
      ...(cost && { cost }),
      service: { kinds, ...(reminderIds && { reminderIds }) },
      ...runtimeFact(work),
    };
  },
  rules: [{ reads: ['/data/items', '/data/total'], check: refuseTwoCurrencies }],
  oddities: itemsDisagree,
  readsHours: true,
  // The second version knows parts, warranties, the hours meter and files, the third void hours; what was said stays as it was.
  upcast: { 1: (data) => data, 2: (data) => data },
});

function refuseTwoCurrencies(work: Maintenance): void {
  const [first, ...others] = amounts(work);
  const errors = others
    .filter(({ money }) => money.currency !== first?.money.currency)
    .map(({ pointer, money }): Fault => {
      const detail = `${money.currency} beside ${first?.money.currency}: one bill has one currency`;
      return { pointer: `${pointer}/currency`, code: 'currency-mismatch', detail };
    });
  if (errors.length > 0) throw new Problem('currency-mismatch', { errors });
}

function costOf(work: Maintenance, kinds: readonly string[]): CostFact | undefined {
  const counted = work.total ? [work.total] : work.items.flatMap((done) => done.cost ?? partsAndLabour(done));
  const [first] = counted;
  if (!first) return undefined;
  const amountMinor = counted.reduce((sum, money) => sum + minorUnits(money), 0);
  return { amountMinor, currency: first.currency, category: costCategoryOf(kinds) };
}

/** Where every item says what it cost and the bill comes to something else: tax, a discount, or a slip. */
function itemsDisagree({ items, total }: Maintenance): Oddity[] {
  const lines = items.map((done) => (done.cost ? [done.cost] : partsAndLabour(done)));
  if (!total || lines.some(({ length }) => length === 0)) return [];
  const sumMinor = lines.flat().reduce((sum, money) => sum + minorUnits(money), 0);
  if (sumMinor === minorUnits(total)) return [];
  const sum = moneyFromMinor(sumMinor, total.currency);
  const detail = `The items come to ${sum.amount} ${sum.currency}, the bill to ${total.amount}: is one of them wrong?`;
  return [{ code: 'items-disagree', detail }];
}

function partsAndLabour({ parts, labour }: Maintenance['items'][number]): Money[] {
  return [parts, labour].filter((money) => money !== undefined);
}

function amounts({ total, items }: Maintenance): { pointer: string; money: Money }[] {
  const all = [{ pointer: '/data/total', money: total }];
  items.forEach((done, index) => {
    for (const part of ['parts', 'labour', 'cost'] as const) {
      all.push({ pointer: `/data/items/${index}/${part}`, money: done[part] });
    }
  });
  return all.flatMap(({ pointer, money }) => (money ? [{ pointer, money }] : []));
}
