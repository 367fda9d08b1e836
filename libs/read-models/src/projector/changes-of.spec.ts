import type { StoredEvent } from '@odolog/event-store';
import { eventType } from '@odolog/events';
import { describe, expect, it } from 'vitest';
import { changesOf } from './changes-of.js';

const event = (id: string, about: Partial<StoredEvent> = {}): StoredEvent => ({
  tenantId: 't',
  vehicleId: 'v',
  id,
  type: 'expense',
  schemaVersion: eventType(about.type ?? 'expense')?.version ?? 1,
  date: '2026-03-01',
  occurredAt: '2026-03-01T11:00:00.000Z',
  timeKnown: false,
  odometer: null,
  odometerM: null,
  notes: null,
  data: eventType(about.type ?? 'expense')?.example as StoredEvent['data'],
  recordedBy: 'p',
  source: 'test',
  reason: null,
  correctsId: null,
  version: 1,
  orderVersion: 1,
  position: 1,
  recordedAt: '2026-03-01T11:00:00.000Z',
  contentHash: '',
  chainHash: '',
  ...about,
});
const ids = (...events: StoredEvent[]) => {
  const { recorded, supersededIds } = changesOf(events);
  return { recorded: recorded.map((fact) => fact.event.id), supersededIds };
};

describe('the changes that a run of events makes', () => {
  it('are the events with their facts', () => {
    const { recorded } = changesOf([event('a')]);
    expect(recorded).toEqual([
      { event: event('a'), facts: { cost: { amountMinor: 31_240, currency: 'EUR', category: 'insurance' } } },
    ]);
  });

  it('leave out what the same run corrects or takes back, and name what stood before it', () => {
    expect(
      ids(
        event('a'),
        event('b', { correctsId: 'a' }),
        event('c', { correctsId: 'b' }),
        event('d', { type: 'retraction', correctsId: 'old' }),
      ),
    ).toEqual({ recorded: ['c'], supersededIds: ['a', 'b', 'old'] });
  });

  it('write anew what comes back, with the facts that it had', () => {
    const earlier = [event('a'), event('x', { type: 'retraction', correctsId: 'a' })];
    const run = [event('r', { type: 'restoration', correctsId: 'x', position: 2 })];
    expect(changesOf(run, earlier)).toEqual({
      recorded: changesOf([event('a')]).recorded,
      supersededIds: ['x'],
    });
  });

  it('are not guessed for an event that this code does not know', () => {
    expect(() => changesOf([event('a', { type: 'hovercraft' })])).toThrow('Unknown event type hovercraft');
    expect(() => changesOf([event('a', { schemaVersion: 3 })])).toThrow(
      'Unknown event type expense of version 3',
    );
  });
});
