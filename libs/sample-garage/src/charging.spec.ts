import { eventType, factsOf } from '@odolog/events';
import { consumptionFigures } from '@odolog/units';
import { averageOf, decideRecording, fuelSegments, priceCharge } from '@odolog/vehicle';
import { expect, it } from 'vitest';
import { sampleGarage } from './sample-garage.js';

const today = '2026-11-21';
const charged = sampleGarage(today).find(({ vehicle }) => vehicle.batteryWh)!;
const { vehicle, recordings, tariffs } = charged;
const charges = recordings.filter((recording) => recording.type === 'charge');
const atHome = charges.filter(({ data }) => data.charger === 'home');

it('burns half as much from the day on which it can be charged at home', () => {
  const { segments } = fuelSegments(fills());
  const figures = (energy: string, from: string, to: string) => {
    const within = segments.filter(({ fromDate, toDate }) => fromDate >= from && toDate < to);
    return consumptionFigures(averageOf(within.filter((segment) => segment.energy === energy))[0]!);
  };
  const wallboxOn = atHome[0]!.date;
  expect(figures('petrol', '', wallboxOn).lPer100Km).toBeCloseTo(5.2, 0);
  expect(figures('petrol', wallboxOn, today).lPer100Km).toBeCloseTo(2.6, 0);
  expect(figures('electricity', wallboxOn, today).kWhPer100Km).toBeCloseTo(9.6, 0);
});

it('is charged at home by a tariff that is in force, and on the road for what was billed', () => {
  const site = { place: null, timeZone: vehicle.timeZone };
  const known = tariffs.map((tariff) => ({ ...site, ...tariff, id: tariff.validFrom }));
  const prices = atHome.map(({ data }) =>
    priceCharge(eventType('charge')!.chargeSession!({ ...data })!, known),
  );
  expect(prices).not.toContain(null);
  expect(prices.some((price) => price!.parts.length > 1)).toBe(true);
  const onTheRoad = charges.filter((charge) => !atHome.includes(charge));
  expect(new Set(onTheRoad.map(({ data }) => data.location?.name)).size).toBe(4);
  expect(onTheRoad.every(({ data }) => data.total && data.billed)).toBe(true);
});

it('is still to be charged on the evening of the last day', () => {
  expect(charges.at(-1)!.data.endedAt! < `${today}T12:00:00Z`).toBe(true);
});

function fills() {
  return recordings.flatMap((body, index) => {
    const decided = decideRecording({ body, vehicle, id: `${index}`, now: `${today}T22:00:00Z` });
    const { energy } = factsOf(decided);
    const { id: eventId, date, occurredAt, odometerM } = decided;
    return energy ? [{ eventId, date, occurredAt, sequence: index, odometerM, ...energy }] : [];
  });
}
