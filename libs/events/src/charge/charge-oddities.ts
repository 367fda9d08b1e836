import { energyWh, type Energy } from '@odolog/units';
import type { EventDay, Oddity } from '../define-event.js';

interface OddCharge {
  readonly added: Energy;
  readonly drawn?: Energy | undefined;
  readonly startPercent?: number | undefined;
  readonly endPercent?: number | undefined;
  readonly startedAt: string;
  readonly endedAt?: string | undefined;
}

/** More than any road vehicle carries. */
const largestBatteryKWh = 1000;
/** A new battery holds a little more than its maker says, and percents are rounded. */
const spare = { share: 0.15, wh: 1000 };
/** More than any charger gives. */
const strongestChargerKW = 1000;
const longestHours = 72;
const msPerHour = 3_600_000;

/** What of a charge can be, and yet is more likely a slip. */
export function chargeOddities(charge: OddCharge, day: EventDay): Oddity[] {
  return [
    ...gain(charge),
    ...battery(charge),
    ...capacity(charge, day),
    ...pace(charge),
    ...otherDay(charge, day),
  ];
}

function gain({ added, drawn }: OddCharge): Oddity[] {
  if (!drawn || energyWh(drawn) >= energyWh(added)) return [];
  const detail = `${added.value} kWh went into the battery, but only ${drawn.value} kWh came out of the socket: are the two swapped?`;
  return [{ code: 'charge-gains-energy', detail }];
}

function battery({ added, startPercent, endPercent }: OddCharge): Oddity[] {
  if (startPercent === undefined || endPercent === undefined) return [];
  const gained = endPercent - startPercent;
  const kWh = gained > 0 ? Math.round((added.value * 100) / gained) : Infinity;
  if (kWh <= largestBatteryKWh) return [];
  const detail =
    gained > 0
      ? `${added.value} kWh for ${gained} % would be a battery of ${kWh} kWh: is a digit too many?`
      : `${added.value} kWh went into a battery that was no fuller afterwards`;
  return [{ code: 'charge-beyond-battery', detail }];
}

/** More than the vehicle's own battery has room for, as far as the charge says how much that was. */
function capacity({ added, startPercent, endPercent }: OddCharge, { batteryWh }: EventDay): Oddity[] {
  if (batteryWh === null) return [];
  const [from, to] = [startPercent ?? 0, endPercent ?? 100];
  const roomWh = (batteryWh * Math.max(0, to - from)) / 100;
  if (energyWh(added) <= roomWh * (1 + spare.share) + spare.wh) return [];
  const said = startPercent === undefined && endPercent === undefined ? '' : ` from ${from} to ${to} %`;
  const detail = `${added.value} kWh${said} are more than the battery of ${batteryWh / 1000} kWh has room for`;
  return [{ code: 'charge-above-capacity', detail }];
}

function pace({ added, startedAt, endedAt }: OddCharge): Oddity[] {
  if (endedAt === undefined) return [];
  const hours = (Date.parse(endedAt) - Date.parse(startedAt)) / msPerHour;
  if (hours > longestHours)
    return [
      {
        code: 'charge-very-long',
        detail: `The charge took ${Math.round(hours / 24)} days: is its end right?`,
      },
    ];
  const kW = hours > 0 ? Math.round(added.value / hours) : Infinity;
  if (kW <= strongestChargerKW) return [];
  const detail =
    hours > 0
      ? `${added.value} kWh in ${Math.max(1, Math.round(hours * 60))} minutes would be ${kW} kW: are its times right?`
      : `${added.value} kWh in no time at all: are its times right?`;
  return [{ code: 'charge-too-fast', detail }];
}

function otherDay({ startedAt, endedAt }: OddCharge, { date, dayOf }: EventDay): Oddity[] {
  const started = dayOf(startedAt);
  if (date === started || (endedAt !== undefined && date === dayOf(endedAt))) return [];
  const detail = `The charge started on ${started}, but is entered on ${date}`;
  return [{ code: 'charge-on-another-day', detail }];
}
