import { contentHash, type StoredEvent } from '@odolog/event-store';
import { eventType, eventTypes } from '@odolog/events';
import { describe, expect, test } from 'vitest';
import { handedOver } from './handed-over.js';

const vehicleId = '0196d2f4-0000-7000-8000-000000000001';
const nothing = { costs: false, notes: false, documents: false };
const everything = { costs: true, notes: true, documents: true };

let version = 0;
function anEvent(type: string, data: object, more: Partial<StoredEvent> = {}): StoredEvent {
  version += 1;
  const event = {
    vehicleId,
    id: `0196d2f4-0000-7000-8000-${String(version).padStart(12, '0')}`,
    type,
    schemaVersion: eventType(type)?.version ?? 1,
    date: '2026-03-01',
    occurredAt: '2026-03-01T12:00:00.000Z',
    timeKnown: false,
    odometer: null,
    odometerM: null,
    notes: null,
    reason: null,
    correctsId: null,
    data: data as StoredEvent['data'],
    ...more,
  };
  const beside = { tenantId: '', recordedBy: '', source: 'api', recordedAt: '', chainHash: '', position: 1 };
  return {
    ...event,
    ...beside,
    version,
    orderVersion: version,
    contentHash: contentHash(event).toString('hex'),
  };
}

const examples = () =>
  eventTypes.map(({ type, example }) => anEvent(type, example as object, { notes: 'Mine' }));

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
    const fill = anEvent(
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
    const reading = anEvent('odometer', {}, { odometer: { value: 9, unit: 'km' }, odometerM: 9000 });
    const service = anEvent('reminder', { title: 'Oil', every: { months: 12 }, serviceKind: 'engine-oil' });
    const { events, whole } = handedOver([reading, service], nothing);
    expect(whole).toBe(2);
    expect(events).toEqual([reading, service]);
  });

  test('notes, documents and expenses stay', () => {
    const events = [
      anEvent('note', { text: 'Rattles' }),
      anEvent('document', { kind: 'insurance', title: 'Policy 4711', fileIds: [] }),
      anEvent('expense', { category: 'fine', total: { amount: '59.90', currency: 'EUR' } }),
    ];
    expect(handedOver(events, nothing)).toEqual({ events: [], whole: 0, abridged: 0, withheld: 3 });
  });
});

test('an event stays with all that corrected and undid it, also where a part of it could go', () => {
  const work = anEvent('maintenance', { items: [{ kind: 'engine-oil' }] });
  const corrected = anEvent('note', { text: 'It was none' }, { correctsId: work.id, reason: 'Mixed up' });
  const undone = anEvent('restoration', {}, { correctsId: corrected.id, reason: 'It was' });
  const reading = anEvent('odometer', {}, { odometer: { value: 9, unit: 'km' }, odometerM: 9000 });
  expect(handedOver([work, corrected, undone, reading], nothing)).toMatchObject({
    events: [{ id: reading.id }],
    withheld: 3,
  });
});

test('a title is a plan’s, or else a document’s', () => {
  const papers = anEvent('document', { kind: 'manual', title: 'Policy 4711', fileIds: [] });
  const plan = anEvent('reminder', { title: 'Oil', dueDate: '2027-01-01' });
  expect(handedOver([papers, plan], { ...nothing, notes: true }).events).toEqual([plan]);
  expect(handedOver([papers], { ...nothing, documents: true }).events).toEqual([papers]);
});
