import { factsOf, validateRecording, type Recording } from '@odolog/events';
import { consumptionFigures } from '@odolog/units';
import { decideRecording, fuelSegments, oddWarnings, type Fill } from '@odolog/vehicle';
import { describe, expect, it } from 'vitest';
import { daysAfter } from './calendar.js';
import { sampleGarage } from './sample-garage.js';

const today = '2026-11-21';
const garage = sampleGarage(today);

it('is the same for the same day, and ends on that day', () => {
  expect(sampleGarage(today)).toEqual(garage);
  expect(
    sampleGarage('2028-02-29')
      .flatMap(({ recordings }) => recordings)
      .every(({ date }) => date <= '2028-02-29'),
  ).toBe(true);
});

describe.each(garage.map((sample) => [sample.vehicle.nickname, sample] as const))(
  '%s',
  (_name, { vehicle, recordings }) => {
    const events = recordings.map((body, index) =>
      decideRecording({ body, vehicle, id: `${index}`, now: `${today}T22:00:00Z` }),
    );

    it('has five years of a few hundred events that can all be recorded', () => {
      expect(() => recordings.forEach((recording) => validateRecording(recording))).not.toThrow();
      expect(recordings.length).toBeGreaterThan(120);
      expect(recordings.length).toBeLessThan(500);
      expect(recordings[0]?.date.slice(0, 4)).toBe('2021');
      expect((recordings.at(-1)?.date ?? '') > daysAfter(today, -45)).toBe(true);
    });

    it('has nothing that is more likely a slip', () => {
      const battery = { ...vehicle, batteryWh: vehicle.batteryWh ?? null };
      expect(events.flatMap((event) => oddWarnings(event, battery, `${today}T22:00:00Z`))).toEqual([]);
    });

    it('never reads less than before', () => {
      const readings = events
        .filter(({ odometer }) => odometer && !odometer.void)
        .map(({ odometerM }) => odometerM ?? 0);
      expect(readings).toEqual(readings.toSorted((a, b) => a - b));
    });

    it('burns what such a vehicle burns, and more in winter', () => {
      const { segments, averages } = fuelSegments(events.flatMap(fillOf));
      const average = averages.find(({ energy }) => energy === 'petrol');
      const usual = { motorcycle: 4.35, car: 5.1, estate: 4.6 }[vehicle.kind];
      const measured = average ? (consumptionFigures(average).lPer100Km ?? 0) : 0;
      expect(Math.abs(measured / usual - 1)).toBeLessThan(0.05);
      for (const segment of segments.filter(({ status }) => status === 'closed' && !vehicle.batteryWh)) {
        const { lPer100Km = 0 } = consumptionFigures(segment);
        expect(Math.abs(lPer100Km / usual - 1)).toBeLessThan(0.25);
      }
    });
  },
);

it('shows what a history can hold: every type, partial and missed fills, a refund and a void reading', () => {
  const all = garage.flatMap(({ recordings }) => [...recordings]);
  const has = (matches: (recording: Recording) => boolean) => all.some(matches);
  expect(new Set(all.map(({ type }) => type))).toEqual(
    new Set(['fuel', 'charge', 'maintenance', 'odometer', 'reminder', 'expense', 'note']),
  );
  expect(has((each) => each.type === 'fuel' && each.data.fill === 'partial')).toBe(true);
  expect(has((each) => each.type === 'fuel' && each.data.missedPrevious === true)).toBe(true);
  expect(has((each) => each.type === 'expense' && each.data.total.amount.startsWith('-'))).toBe(true);
  expect(has((each) => each.odometer?.void === true)).toBe(true);
});

function fillOf({ id, date, occurredAt, odometerM, ...event }: ReturnType<typeof decideRecording>): Fill[] {
  const { energy } = factsOf(event);
  return energy ? [{ eventId: id, date, occurredAt, sequence: Number(id), odometerM, ...energy }] : [];
}
