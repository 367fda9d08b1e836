import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuelSegments } from './fuel-segments.js';
import type { Fill, OdometerStep } from './fuel-stops.js';

/** What a driver does next: drives, and then fills one of two energies, or has the odometer replaced. */
interface Leg {
  readonly days: number;
  readonly km: number;
  readonly energy: 'petrol' | 'electricity';
  readonly fill: 'full' | 'partial';
  readonly missed: boolean;
  readonly reading: 'valid' | 'none';
  /** Kilometres that a new odometer showed first. */
  readonly newOdometerKm: number | null;
}

const rarely = fc.nat({ max: 9 }).map((dice) => dice === 0);
const legs = fc.array(
  fc.record<Leg>({
    days: fc.integer({ min: 0, max: 3 }),
    km: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 })),
    energy: fc.constantFrom('petrol', 'electricity'),
    fill: fc.constantFrom('full', 'full', 'partial'),
    missed: rarely,
    reading: fc.constantFrom('valid', 'valid', 'valid', 'none'),
    newOdometerKm: fc.option(fc.integer({ min: 0, max: 3000 }), { freq: 7 }),
  }),
  { maxLength: 40 },
);

/** A fill with the distance that was truly driven by then, which no reading says. */
type DrivenFill = Fill & { readonly drivenKm: number };

function driven(history: readonly Leg[]): { fills: DrivenFill[]; steps: OdometerStep[] } {
  const fills: DrivenFill[] = [];
  const steps: OdometerStep[] = [];
  let [day, drivenKm, shownKm] = [0, 0, 50_000];
  for (const [sequence, leg] of history.entries()) {
    day += leg.days;
    drivenKm += leg.km;
    shownKm += leg.km;
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    const place = { date, occurredAt: `${date}T11:00:00.000Z`, sequence };
    if (leg.newOdometerKm !== null) {
      steps.push({ ...place, stepM: (shownKm - leg.newOdometerKm) * 1000 });
      shownKm = leg.newOdometerKm;
      continue;
    }
    fills.push({
      ...place,
      eventId: `${sequence}`,
      drivenKm,
      odometerM: leg.reading === 'none' ? null : shownKm * 1000,
      kind: leg.energy,
      fill: leg.fill,
      missedPrevious: leg.missed,
      ...(leg.energy === 'petrol' ? { volumeMl: 30_000 } : { energyWh: 20_000, levelPermille: 1000 }),
    });
  }
  return { fills, steps };
}

/** What was driven between the first and the last full fill of an energy whose odometer was read. */
function spanM(fills: readonly DrivenFill[], energy: string): number {
  const anchors = fills.filter(
    ({ kind, fill, odometerM }) => kind === energy && fill === 'full' && odometerM !== null,
  );
  return ((anchors.at(-1)?.drivenKm ?? 0) - (anchors[0]?.drivenKm ?? 0)) * 1000;
}

const distanceOf = (segments: readonly { readonly distanceM: number }[]) =>
  segments.reduce((sum, { distanceM }) => sum + distanceM, 0);

it.each(['petrol', 'electricity'])(
  'what is driven between the first full fill and the last is in the segments of %s, once, over every replaced odometer',
  (energy) => {
    fc.assert(
      fc.property(legs, (history) => {
        const { fills, steps } = driven(history);
        const segments = fuelSegments(fills, steps).segments.filter((segment) => segment.energy === energy);
        expect(distanceOf(segments)).toBe(spanM(fills, energy));
      }),
      { numRuns: 500 },
    );
  },
);

it('where no fill was missed, all of it is in closed segments', () => {
  fc.assert(
    fc.property(legs, (history) => {
      const { fills, steps } = driven(history.map((leg) => ({ ...leg, missed: false })));
      for (const energy of ['petrol', 'electricity']) {
        const closed = fuelSegments(fills, steps).segments.filter(
          (segment) => segment.energy === energy && segment.status === 'closed',
        );
        expect(distanceOf(closed)).toBe(spanM(fills, energy));
      }
    }),
    { numRuns: 500 },
  );
});

it('the energy of closed segments is what was filled after the first full fill, up to the last', () => {
  fc.assert(
    fc.property(legs, (history) => {
      const { fills, steps } = driven(
        history.map((leg) => ({ ...leg, missed: false, km: leg.km + 1, days: leg.days + 1 })),
      );
      const petrol = fills.filter(({ kind }) => kind === 'petrol');
      const isAnchor = ({ fill, odometerM }: Fill) => fill === 'full' && odometerM !== null;
      const between = petrol.slice(petrol.findIndex(isAnchor) + 1, petrol.findLastIndex(isAnchor) + 1);
      const closed = fuelSegments(petrol, steps).segments.filter(({ status }) => status === 'closed');
      expect(closed.reduce((sum, { volumeMl }) => sum + volumeMl, 0)).toBe(between.length * 30_000);
    }),
    { numRuns: 500 },
  );
});
