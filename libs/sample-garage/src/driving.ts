import { amountOf, type Money } from '@odolog/units';
import { coldness, type Day } from './calendar.js';
import { drivenBattery } from './charging.js';
import { unitPriceOn } from './fuel-price.js';
import type { Happening } from './happening.js';
import type { Profile } from './profile.js';
import { type Random, randomFrom } from './random.js';

/** A day's driving: the reading in the evening, and what was filled and charged. */
export interface DrivenDay extends Day {
  readonly odometerKm: number;
  readonly fills: readonly Happening[];
}

const winterSurplus = 0.07;
const partialShare = 0.07;
const missedShare = 0.015;

/**
 * Drives day by day, on the battery first, and fills up whenever the tank asks for it: full, sometimes in part, and now and
 * then forgotten.
 */
export function drivenDays(days: readonly Day[], profile: Profile, random: Random): DrivenDay[] {
  const tank = { burntL: 0, limitL: 0, forgotten: false };
  let odometerKm = profile.startKm;
  tank.limitL = nextLimit(profile, random);
  const battery = profile.battery && drivenBattery(profile, profile.battery, randomFrom(profile.seed + 1));
  return days.map((day) => {
    const fills: Happening[] = [];
    let leftKm = Math.round(profile.drive(day, random));
    const petrolShare = 1 - (battery?.drive(day, leftKm) ?? 0);
    const burnPerKm =
      ((petrolShare * profile.lPer100Km) / 100) *
      (1 + winterSurplus * coldness(day)) *
      random.between(0.96, 1.04);
    while (tank.burntL + leftKm * burnPerKm > tank.limitL) {
      const stepKm = Math.min(leftKm, Math.max(0, Math.ceil((tank.limitL - tank.burntL) / burnPerKm)));
      odometerKm += stepKm;
      leftKm -= stepKm;
      tank.burntL += stepKm * burnPerKm;
      if (!tank.forgotten && random.chance(missedShare)) {
        Object.assign(tank, { burntL: 0, forgotten: true });
      } else {
        const fill = fillUp(day, { profile, random, burntL: tank.burntL });
        fills.push({
          hour: Math.min(9 + 3 * fills.length + random.between(0, 2), 19),
          recording: {
            type: 'fuel',
            date: day.date,
            odometer: { value: odometerKm, unit: 'km' },
            data: { ...fill, missedPrevious: tank.forgotten },
          },
        });
        Object.assign(tank, { burntL: Math.max(0, tank.burntL - fill.volume.value), forgotten: false });
      }
      tank.limitL = nextLimit(profile, random);
    }
    odometerKm += leftKm;
    tank.burntL += leftKm * burnPerKm;
    const isOver = day !== days.at(-1);
    const charges = (isOver && battery?.chargeAfter(day, odometerKm)) || [];
    return { ...day, odometerKm, fills: [...fills, ...charges] };
  });
}

function nextLimit({ tankL }: Profile, random: Random): number {
  return tankL * random.between(0.62, 0.9);
}

function fillUp(day: Day, { profile, random, burntL }: { profile: Profile; random: Random; burntL: number }) {
  const partial = random.chance(partialShare);
  const litres = partial ? Math.max(5, Math.floor(burntL / 2)) : burntL + random.between(-0.2, 0.2);
  const volume = { value: Number(litres.toFixed(2)), unit: 'L' } as const;
  const unitPrice: Money = { amount: unitPriceOn(day, random), currency: profile.vehicle.currency };
  return {
    volume,
    unitPrice,
    total: amountOf(volume, unitPrice),
    energy: 'petrol' as const,
    fill: partial ? ('partial' as const) : ('full' as const),
    station: { name: random.oneOf(profile.stations) },
  };
}
