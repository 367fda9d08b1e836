import type { Recording } from '@odolog/events';
import { daysUpTo, type Day, instantAt } from './calendar.js';
import { drivenDays } from './driving.js';
import type { Happening } from './happening.js';
import type { Profile, SampleTariff, SampleVehicle } from './profile.js';
import { randomFrom } from './random.js';
import { type Say, spoken } from './spoken.js';
import { happeningsOf } from './upkeep.js';
import { cuore } from './vehicles/cuore.js';
import { octavia } from './vehicles/octavia.js';
import { vStrom } from './vehicles/v-strom.js';

/** A vehicle to look around with, and its history. */
export interface SampleGarageVehicle {
  readonly vehicle: SampleVehicle;
  /** What charging costs at home, to be known before anything is charged. */
  readonly tariffs: readonly SampleTariff[];
  /** Oldest first: in the order in which they can be recorded, each with its instant. */
  readonly recordings: readonly Recording[];
}

const profiles = [vStrom, cuore, octavia];
/** How many vehicles it has. */
export const sampleGarageSize = profiles.length;
const years = 5;

/**
 * Three vehicles with five years of history up to a day; the same day gives the same history.
 * @param today The last day, YYYY-MM-DD.
 * @param say What is written in words, in the language of whoever looks around; in English without it.
 */
export function sampleGarage(today: string, say: Say = (english) => english): SampleGarageVehicle[] {
  const days = daysUpTo(today, years);
  return profiles.map((profile) => {
    const random = randomFrom(profile.seed);
    const driven = drivenDays(days, profile, random);
    const happenings = [...driven.flatMap(({ fills }) => fills), ...happeningsOf(driven, profile, random)];
    const recordings = happenings
      .map((happening) => timed(happening, profile))
      .sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
    return {
      vehicle: spoken(profile.vehicle, say),
      tariffs: tariffsOf(profile, days),
      recordings: recordings.map((each) => spoken(each, say)),
    };
  });
}

/** Each from the first of the month in which its day lies. */
function tariffsOf({ battery }: Profile, days: readonly Day[]): SampleTariff[] {
  const firstOf = (onDay: number) => `${days[onDay]?.date.slice(0, 7)}-01`;
  return (battery?.tariffs ?? []).map(({ fromDay, ...tariff }) => ({
    ...tariff,
    validFrom: firstOf(fromDay),
  }));
}

function timed({ hour, recording }: Happening, { vehicle }: Profile): Recording & { occurredAt: string } {
  const occurredAt = instantAt({ date: recording.date, hour, timeZone: vehicle.timeZone });
  return { ...recording, occurredAt } as Recording & { occurredAt: string };
}
