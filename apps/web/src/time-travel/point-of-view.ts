import { dateOf, dayNumber } from '@/charts/days';
import { dayIn, instantOf } from '@/format/today';

/** From when a vehicle is looked at, as the address holds it: days in the vehicle's zone. */
export interface PointOfView {
  /** A day of the vehicle: what happened later is left out. */
  readonly asOf?: string;
  /** A day of the record: what was entered, corrected or removed after it is as if it were not there. */
  readonly knownOn?: string;
  /** The last moment of that day. */
  readonly knownAt?: string;
}

/** Of a point of view, what the API is asked with. */
type Asked = { readonly [Key in 'asOf' | 'knownAt']?: PointOfView[Key] | undefined };

type Address = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address asks for; days that do not exist or are not over yet are the present. */
export function pointOfViewIn(address: Address, timeZone: string, today?: string): PointOfView {
  // Which day it is in a zone is found out for those that ask: to learn a zone takes a phone forty milliseconds.
  if (!asksForThePast(address)) return {};
  const day = today ?? dayIn(timeZone);
  const [asOf, knownOn] = [pastDay(address['asOf'], day), pastDay(address['knownOn'], day)];
  return { ...(asOf && { asOf }), ...(knownOn && { knownOn, knownAt: endOf(knownOn, timeZone) }) };
}

/** Whether the address speaks of another time, be it one that exists or not. */
export function asksForThePast({ asOf, knownOn }: Address): boolean {
  return (asOf ?? knownOn) !== undefined;
}

export function isPast({ asOf, knownOn }: PointOfView): boolean {
  return (asOf ?? knownOn) !== undefined;
}

/** The same in the words of the API. */
export function viewQuery({ asOf, knownAt }: Asked) {
  return { ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
}

/** The same in the words of an address. */
export function viewAddress({ asOf, knownOn }: PointOfView): Record<string, string> {
  return { ...(asOf && { asOf }), ...(knownOn && { knownOn }) };
}

/** The day that is today in that view. */
export function todayOf({ asOf, knownOn }: PointOfView, today: string): string {
  return asOf ?? knownOn ?? today;
}

function pastDay(asked: Address[string], today: string): string | undefined {
  if (typeof asked !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(asked) || asked >= today) return undefined;
  const day = dayNumber(asked);
  return !Number.isNaN(day) && dateOf(day) === asked ? asked : undefined;
}

function endOf(date: string, timeZone: string): string {
  const nextMidnight = instantOf(dateOf(dayNumber(date) + 1), '00:00', timeZone);
  return new Date(Date.parse(nextMidnight) - 1).toISOString();
}
