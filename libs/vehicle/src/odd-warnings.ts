import { eventType, factsOf } from '@odolog/events';
import type { DecidedEvent } from './decide-recording.js';
import { isFinerThanCurrency, minorUnits, moneyFromMinor, type Money } from '@odolog/units';
import { localDateOf } from './local-time.js';
import type { Warning } from './warning.js';

/** What of a vehicle tells what is odd. */
export interface OddVehicle {
  /** In which its day is a day. */
  readonly timeZone: string;
  /** What its battery holds; null where that is not known, or there is none. */
  readonly batteryWh: number | null;
}

type Told = Pick<DecidedEvent, 'type' | 'schemaVersion' | 'date' | 'data' | 'odometerM'>;

/**
 * What of an event is possible, and yet more likely a slip.
 * @param now RFC 3339
 */
export function oddWarnings(event: Told, { timeZone, batteryWh }: OddVehicle, now: string): Warning[] {
  const { type, date, data } = event;
  const dayOf = (instant: string) => localDateOf(instant, timeZone);
  return [
    ...(date > dayOf(now) && hasHappened(event) ? [inTheFuture(date)] : []),
    ...amountsIn(data).filter(isFinerThanCurrency).map(tooFine),
    ...(eventType(type)?.oddities?.({ ...data }, { date, dayOf, batteryWh }) ?? []),
  ];
}

/** Papers, bills and plans may lie ahead; nobody has read a meter, filled up or worked on a vehicle tomorrow. */
function hasHappened(event: Told): boolean {
  const { runtime, energy, service } = factsOf(event);
  return event.odometerM !== null || [runtime, energy, service].some(Boolean);
}

function inTheFuture(date: string): Warning {
  return { code: 'date-in-the-future', detail: `${date} has not come yet: is its year right?` };
}

/** What was paid, wherever it stands in the data; prices of a unit may be as fine as they like. */
function amountsIn(value: unknown): Money[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('amount' in value && 'currency' in value) return [value as Money];
  return Object.entries(value).flatMap(([name, part]) => (name === 'unitPrice' ? [] : amountsIn(part)));
}

/** It stays as it was typed, and is counted to the unit that the currency knows. */
function tooFine(typed: Money): Warning {
  const counted = moneyFromMinor(minorUnits(typed), typed.currency);
  const detail = `${typed.amount} ${typed.currency} is finer than the currency: sums count ${counted.amount}`;
  return { code: 'amount-finer-than-currency', detail };
}
