import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import {
  canonicalContent,
  contentHash,
  genesisHash,
  nextChainHash,
  type EventContent,
} from './canonical-content.js';

const event: EventContent = {
  id: '0b0e6a3c-3f0e-4a52-9a3f-6a3ea1f0c001',
  vehicleId: '0b0e6a3c-3f0e-4a52-9a3f-6a3ea1f0c002',
  type: 'fuel',
  schemaVersion: 1,
  date: '2026-03-01',
  occurredAt: '2026-03-01T12:00:00+01:00',
  timeKnown: true,
  odometer: { value: 84210.5, unit: 'km' },
  odometerM: 84_210_500,
  notes: 'Öl geprüft €',
  data: { volume: { value: 41.26, unit: 'L' }, fill: 'full' },
};

describe('the canonical content of an event', () => {
  it('is the RFC 8785 form of what it states: sorted names, no spaces, one instant in one way', () => {
    expect(canonicalContent(event)).toBe(
      '{"correctsId":null,"data":{"fill":"full","volume":{"unit":"L","value":41.26}},"date":"2026-03-01",' +
        '"id":"0b0e6a3c-3f0e-4a52-9a3f-6a3ea1f0c001","notes":"Öl geprüft €","occurredAt":"2026-03-01T11:00:00.000Z",' +
        '"odometer":{"unit":"km","value":84210.5},"odometerM":84210500,"reason":null,"schemaVersion":1,"timeKnown":true,' +
        '"type":"fuel","vehicleId":"0b0e6a3c-3f0e-4a52-9a3f-6a3ea1f0c002"}',
    );
  });

  it('does not depend on the order in which fields were typed', () => {
    const data = { fill: 'full', volume: { unit: 'L', value: 41.26 } };
    expect(canonicalContent({ ...event, data })).toBe(canonicalContent(event));
  });

  it('is what canonicalizing the whole content gives, whatever is left out or typed', () => {
    const typed: Partial<EventContent>[] = [
      {},
      { notes: null, odometer: null, odometerM: null, timeKnown: false },
      { notes: '"\\ \u2028 \u0001 😀', reason: 'A "reason"', correctsId: event.id },
      { data: { 10: 'ten', 9: 'nine', nested: [{ b: 1e21, a: -0 }, [], {}] }, schemaVersion: 12 },
    ];
    for (const change of typed) {
      const content = { ...event, ...change };
      const { reason = null, correctsId = null } = content;
      const occurredAt = new Date(content.occurredAt).toISOString();
      expect(canonicalContent(content)).toBe(canonicalize({ ...content, occurredAt, reason, correctsId }));
    }
  });

  it('has no form with half of a character', () => {
    expect(() => canonicalContent({ ...event, notes: '\ud800' })).toThrow('surrogate');
  });

  it('leaves out who recorded it and from where', () => {
    const elsewhere = { ...event, recordedBy: 'someone', source: 'offline', tenantId: 'another' };
    expect(contentHash(elsewhere)).toEqual(contentHash(event));
  });
});

/** Frozen: another value here means that no history recorded before can be verified any more. */
it('hashes and chains as it always has', () => {
  const content = contentHash(event);
  expect(content.toString('hex')).toBe('ec64f282e24d5f5cf7ffb03e4b6bbcbae8b8df21824401fd4f71d96c1e56bf84');
  expect(nextChainHash(genesisHash(event.vehicleId), content).toString('hex')).toBe(
    '471d4f7f3e01f66a5f8650691493d2d84c33a02d89d6d02c2cc70f3fec53d3ad',
  );
});
