import type { EventData } from '@odolog/events';
import { minorUnits, moneyFromMinor } from '@odolog/units';
import { coldness, instantAt, type Day } from './calendar.js';
import type { Happening } from './happening.js';
import type { Battery, Profile } from './profile.js';
import type { Random } from './random.js';

/** A battery from evening to evening. */
export interface DrivenBattery {
  /** Drives on it as far as it lasts. @returns the share of the kilometres that it drove, from 0 to 1 */
  drive(day: Day, km: number): number;
  /** What it is charged with when the day's driving is over. */
  chargeAfter(day: Day, odometerKm: number): Happening[];
}

interface Plug {
  readonly hour: number;
  readonly endPercent: number;
  readonly odometerKm?: number;
  readonly told: (addedKWh: number) => Pick<EventData<'charge'>, 'charger'> & Partial<EventData<'charge'>>;
}

const winterSurplus = 0.18;
/** Nobody plugs in a battery that is fuller. */
const lowShare = 0.4;
/** What comes out of a socket at home for what the battery takes, and what is paid for on the road. */
const factors = { drawn: 1.11, billed: 1.06 };

/** Charged at home in the evening once there is a wallbox, and on the road now and then. */
export function drivenBattery({ vehicle, away }: Profile, battery: Battery, random: Random): DrivenBattery {
  let leftKWh = 0;
  let monthOfReading = '';

  const charged = ({ date }: Day, { hour, endPercent, odometerKm, told }: Plug): Happening => {
    const startPercent = Math.round((100 * leftKWh) / battery.kWh);
    const addedKWh = (battery.kWh * (endPercent - startPercent)) / 100;
    const hours = (addedKWh * factors.drawn) / battery.chargerKW;
    leftKWh = (battery.kWh * endPercent) / 100;
    const { timeZone } = vehicle;
    const data = {
      added: kWh(addedKWh),
      startPercent,
      endPercent,
      startedAt: instantAt({ date, hour, timeZone }),
      endedAt: instantAt({ date, hour: hour + hours, timeZone }),
      ...told(addedKWh),
    };
    const odometer = odometerKm !== undefined && { odometer: { value: odometerKm, unit: 'km' } as const };
    return { hour, recording: { type: 'charge', date, ...odometer, data } };
  };

  /** The wallbox tells the energy; the odometer is read with the first charge of a month. */
  const atHome = (day: Day, odometerKm: number): Happening => {
    const month = day.date.slice(0, 7);
    const isFirst = month !== monthOfReading;
    monthOfReading = month;
    return charged(day, {
      hour: random.between(20, 21.8),
      endPercent: 100,
      ...(isFirst && { odometerKm }),
      told: (added) => ({ charger: 'home', drawn: kWh(added * factors.drawn) }),
    });
  };

  const onTheRoad = (day: Day): Happening => {
    const { name, unitPrice } = random.oneOf(away?.(day) ? battery.farStations : battery.nearStations);
    return charged(day, {
      hour: random.between(12, 16),
      endPercent: Math.round(random.between(84, 100)),
      told: (added) => {
        const billed = kWh(added * factors.billed);
        const total = moneyFromMinor(Math.round(billed.value * minorUnits(unitPrice)), unitPrice.currency);
        return { charger: 'third_party', billed, total, location: { name } };
      },
    });
  };

  return {
    drive: (day, km) => {
      const neededKWh = (km * battery.kWhPer100Km * (1 + winterSurplus * coldness(day))) / 100;
      const share = neededKWh > leftKWh ? leftKWh / neededKWh : 1;
      leftKWh = Math.max(0, leftKWh - neededKWh);
      return share;
    },
    chargeAfter: (day, odometerKm) => {
      if (leftKWh > battery.kWh * lowShare) return [];
      if (day.index >= battery.wallboxOnDay && !away?.(day)) return [atHome(day, odometerKm)];
      return random.chance(away?.(day) ? 0.3 : 0.04) ? [onTheRoad(day)] : [];
    },
  };
}

function kWh(value: number) {
  return { value: Number(value.toFixed(1)), unit: 'kWh' } as const;
}
