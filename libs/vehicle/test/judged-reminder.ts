import type { ReminderFact, ReminderStepFact } from '@odolog/events';
import { evaluateReminder } from '../src/reminders/evaluate-reminder.js';
import type {
  DoneService,
  ReminderContext,
  ReminderStep,
  StandingReminder,
} from '../src/reminders/reminder-history.js';
import { usageOf } from '../src/reminders/usage.js';

/** One that was set on that day, of which the fact says when it is due. */
export const setOn = (
  date: string,
  fact: Partial<ReminderFact>,
  odometerM: number | null = null,
): StandingReminder => ({
  id: 'r',
  eventId: 'r',
  date,
  sequence: 1,
  odometerM,
  runtimeMin: null,
  fact: { title: 'Oil', anchor: 'completion', ...fact },
});

/** A change of oil, unless said otherwise, recorded after the reminder was set. */
export const done = (date: string, about: Partial<DoneService> = {}): DoneService => ({
  date,
  sequence: 2,
  odometerM: null,
  runtimeMin: null,
  void: false,
  kinds: ['engine-oil'],
  reminderIds: [],
  ...about,
});

/** What somebody did to the reminder: completed it, unless said otherwise. */
export const step = (date: string, fact: Partial<ReminderStepFact>): ReminderStep => ({
  date,
  odometerM: null,
  runtimeMin: null,
  fact: { reminderId: 'r', step: 'completed', ...fact },
});

/** A hundred kilometres a day: 10,000 km on 11 April 2026. */
export const driven = usageOf([
  { date: '2026-01-01', value: 0 },
  { date: '2026-04-11', value: 10_000_000 },
]);

/** How it stands on a day, of a vehicle of which nothing else is known but what is said. */
export const judge = (reminder: StandingReminder, today: string, context: Partial<ReminderContext> = {}) =>
  evaluateReminder(reminder, { services: [], steps: [], odometer: null, runtime: null, ...context }, today);
export const stateOn = (...args: Parameters<typeof judge>) => judge(...args).state;
