import { contentHash } from '@odolog/event-store';
import { eventTypes } from '@odolog/events';
import { describe, expect, test } from 'vitest';
import { anyEvent } from '../../test/every-field.js';
import { handedOver } from './handed-over.js';

const nothing = { costs: false, notes: false, documents: false };
const everything = { costs: true, notes: true, documents: true };

const examples = () =>
  eventTypes.map(({ type, example }) => anyEvent(type, example as object, { notes: 'Mine' }));

test('everything that is chosen goes as it stands, of every type', () => {
  const events = examples();
  expect(handedOver(events, everything)).toEqual({
    events,
    whole: events.length,
    abridged: 0,
    withheld: 0,
  });
});

describe('of nothing chosen', () => {
  test('a fill-up goes without its price, its place and its notes', () => {
    const fill = anyEvent(
      'fuel',
      {
        volume: { value: 40, unit: 'L' },
        total: { amount: '70.21', currency: 'EUR' },
        energy: 'petrol',
        fill: 'full',
        station: { name: 'Shell', latitude: 52.5 },
        tags: ['work'],
      },
      { notes: 'Rattles' },
    );
    const { events, abridged } = handedOver([fill], nothing);
    expect(abridged).toBe(1);
    expect(events).toMatchObject([
      {
        id: fill.id,
        notes: null,
        data: { volume: { value: 40, unit: 'L' }, energy: 'petrol', fill: 'full' },
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/70\.21|Shell|work|Rattles/);
    expect(events[0]?.contentHash).toBe(contentHash(events[0]!).toString('hex'));
    expect(events[0]?.contentHash).not.toBe(fill.contentHash);
  });

  test('what holds nothing private keeps its hash', () => {
    const reading = anyEvent('odometer', {}, { odometer: { value: 9, unit: 'km' }, odometerM: 9000 });
    const service = anyEvent('reminder', { title: 'Oil', every: { months: 12 }, serviceKind: 'engine-oil' });
    const { events, whole } = handedOver([reading, service], nothing);
    expect(whole).toBe(2);
    expect(events).toEqual([reading, service]);
  });

  test('notes, documents and expenses stay', () => {
    const events = [
      anyEvent('note', { text: 'Rattles' }),
      anyEvent('document', { kind: 'insurance', title: 'Policy 4711', fileIds: [] }),
      anyEvent('expense', { category: 'fine', total: { amount: '59.90', currency: 'EUR' } }),
    ];
    expect(handedOver(events, nothing)).toEqual({ events: [], whole: 0, abridged: 0, withheld: 3 });
  });
});

test('an event stays with all that corrected and undid it, also where a part of it could go', () => {
  const work = anyEvent('maintenance', { items: [{ kind: 'engine-oil' }] });
  const corrected = anyEvent('note', { text: 'It was none' }, { correctsId: work.id, reason: 'Mixed up' });
  const undone = anyEvent('restoration', {}, { correctsId: corrected.id, reason: 'It was' });
  const reading = anyEvent('odometer', {}, { odometer: { value: 9, unit: 'km' }, odometerM: 9000 });
  expect(handedOver([work, corrected, undone, reading], nothing)).toMatchObject({
    events: [{ id: reading.id }],
    withheld: 3,
  });
});

test('a title is a plan’s, or else a document’s', () => {
  const papers = anyEvent('document', { kind: 'manual', title: 'Policy 4711', fileIds: [] });
  const plan = anyEvent('reminder', { title: 'Oil', dueDate: '2027-01-01' });
  expect(handedOver([papers, plan], { ...nothing, notes: true }).events).toEqual([plan]);
  expect(handedOver([papers], { ...nothing, documents: true }).events).toEqual([papers]);
});

test('a charge that a tariff priced keeps its price where costs were chosen, and goes without it where not', () => {
  const price = { amount: '2.40', currency: 'EUR' };
  const times = { from: '2026-03-01T20:00:00Z', to: '2026-03-01T23:00:00Z' };
  const part = { ...times, energyWh: 8000, unitPrice: { amount: '0.300', currency: 'EUR' }, amount: price };
  const tariff = { tariffId: '0196d2f4-0000-7000-8000-0000000000aa', tariff: 'Night', basis: 'added' };
  const charge = anyEvent('charge', {
    added: { value: 8, unit: 'kWh' },
    startedAt: times.from,
    charger: 'home',
    priced: { ...tariff, total: price, parts: [part] },
  });
  expect(handedOver([charge], { ...nothing, costs: true }).events).toEqual([charge]);
  const { events } = handedOver([charge], { ...nothing, notes: true, documents: true });
  expect(events).toMatchObject([{ id: charge.id, data: { added: { value: 8, unit: 'kWh' } } }]);
  expect(JSON.stringify(events)).not.toMatch(/Night|0\.300|2\.40/);
});
