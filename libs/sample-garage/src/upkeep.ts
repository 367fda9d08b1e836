import { moneyFromMinor, type Money } from '@odolog/units';
import { daysAfter } from './calendar.js';
import type { DrivenDay } from './driving.js';
import type { Happening } from './happening.js';
import type { Bill, Profile, Upkeep } from './profile.js';
import type { Random } from './random.js';

const eveningHour = 18;

/** What a day brings beside driving: work, bills, small costs, notes, readings and reminders. */
export function happeningsOf(driven: readonly DrivenDay[], profile: Profile, random: Random): Happening[] {
  return driven.flatMap((day, index) => {
    const before = driven[index - 1]?.odometerKm ?? profile.startKm;
    return [
      ...profile.upkeep.filter((work) => comesRound(work, before, day)).map((work) => service(work, day)),
      ...profile.bills.flatMap((bill) => billOn(bill, day, driven)),
      ...profile.casual
        .filter(({ perYear }) => random.chance(perYear / 365))
        .map((cost) => {
          return expense(day, { ...cost, euros: random.between(...cost.euros) });
        }),
      ...profile.notes
        .filter(({ onDay }) => onDay === index)
        .map(({ text }) => evening(day, 'note', { text })),
      ...readings(day, profile),
      ...reminders(day, profile, driven),
    ];
  });
}

function comesRound({ everyKm, firstKm }: Upkeep, beforeKm: number, { odometerKm }: DrivenDay): boolean {
  const rounds = (km: number) => Math.floor((km - firstKm) / everyKm);
  return odometerKm >= firstKm && rounds(odometerKm) > Math.max(-1, rounds(beforeKm));
}

function service({ items, workshop }: Upkeep, day: DrivenDay): Happening {
  const total = items.reduce((sum, { euros = 0 }) => sum + euros, 0);
  return evening(day, 'maintenance', {
    items: items.map(({ euros: price, ...item }) => ({ ...item, ...(price && { cost: euros(price) }) })),
    ...(total > 0 && { total: euros(total) }),
    ...(workshop && { workshop }),
  });
}

function billOn(
  { on, everyYears = 1, rise = 0, ...bill }: Bill,
  day: DrivenDay,
  driven: readonly DrivenDay[],
): Happening[] {
  const years = Number(day.date.slice(0, 4)) - Number(driven[0]?.date.slice(0, 4));
  if (day.date.slice(5) !== on || years % everyYears !== 0) return [];
  return [expense(day, { ...bill, euros: bill.euros + rise * years })];
}

function expense(
  day: DrivenDay,
  { category, euros: price, description }: Pick<Bill, 'category' | 'euros' | 'description'>,
) {
  return evening(day, 'expense', { category, total: euros(price), ...(description && { description }) });
}

function readings(day: DrivenDay, { mistypedReadingOn }: Profile): Happening[] {
  const odometer = { value: day.odometerKm, unit: 'km' } as const;
  if (day.date.endsWith('12-31'))
    return [{ ...evening(day, 'odometer', { reason: 'End of the year' }, odometer) }];
  if (day.index !== mistypedReadingOn) return [];
  const mistyped = { ...odometer, value: odometer.value * 10, void: true };
  return [evening(day, 'odometer', { reason: 'A digit too many' }, mistyped)];
}

function reminders(
  day: DrivenDay,
  { reminders: upcoming }: Profile,
  driven: readonly DrivenDay[],
): Happening[] {
  const last = driven.at(-1) ?? day;
  return upcoming
    .filter(({ setDaysAgo }) => daysAfter(day.date, setDaysAgo) === last.date)
    .map(({ title, dueInDays, dueInKm, every, anchor, serviceKind }) =>
      evening(day, 'reminder', {
        title,
        ...(dueInDays !== undefined && { dueDate: daysAfter(last.date, dueInDays) }),
        ...(dueInKm !== undefined && { dueOdometer: { value: last.odometerKm + dueInKm, unit: 'km' } }),
        every: {
          ...(every.months && { months: every.months }),
          ...(every.km && { distance: { value: every.km, unit: 'km' } }),
        },
        anchor,
        ...(serviceKind && { serviceKind }),
      }),
    );
}

/** Work and readings carry the odometer; bills and notes do not. */
function evening(
  { date, odometerKm }: DrivenDay,
  type: Happening['recording']['type'],
  data: object,
  odometer = type === 'maintenance' ? { value: odometerKm, unit: 'km' as const } : undefined,
): Happening {
  const recording = { type, date, ...(odometer && { odometer }), data } as Happening['recording'];
  return { hour: eveningHour, recording };
}

function euros(amount: number): Money {
  return moneyFromMinor(Math.round(amount * 100), 'EUR');
}
