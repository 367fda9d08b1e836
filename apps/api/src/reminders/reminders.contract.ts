import { eventType, OdometerReading } from '@odolog/events';
import { reminderStates } from '@odolog/vehicle';
import Type, { type Static, type TProperties } from 'typebox';
import { Recorded } from '../events/events.contract.js';
import { route } from '../http/contract.js';
import {
  afterPosition,
  closed,
  DistanceUnit,
  Integer,
  LocalDate,
  Money,
  named,
  nullable,
  page,
  pageOf,
  Uuid,
} from '../http/schema.js';
import { pointOfView } from '../insights/point-of-view.js';

const Distance = named('Distance', Type.Object({ value: Type.Number(), unit: DistanceUnit }));
const limits = Type.Object({ date: Type.Optional(LocalDate), odometerM: Type.Optional(Integer) });
const Every = Type.Object({
  months: Type.Optional(Integer),
  distance: Type.Optional(Distance),
  hours: Type.Optional(Type.Number()),
});

const reminder = {
  id: Uuid,
  eventId: Type.String({
    format: 'uuid',
    description: 'The event that stands: correct it to edit the reminder',
  }),
  vehicleId: Uuid,
  title: Type.String(),
  state: Type.Enum([...reminderStates]),
  dueDate: nullable(LocalDate),
  dueOdometer: nullable(Distance),
  dueHours: nullable(Type.Number()),
  every: nullable(Every),
  anchor: Type.Enum(['completion', 'schedule']),
  serviceKind: nullable(Type.String()),
  setOn: LocalDate,
  cycle: Type.Integer({ description: '1 until it is first done, one more with each completion' }),
  since: Type.Object({ date: LocalDate, odometerM: nullable(Integer) }),
  dueOn: nullable(Type.String({ format: 'date', description: 'The day of whichever comes first' })),
  about: Type.Boolean({ description: 'dueOn is reckoned from the usual distance per day' }),
  first: nullable(Type.Enum(['date', 'odometer', 'hours'])),
  used: nullable(Type.Number({ description: 'Share of the interval that is used; 1 is due' })),
  daysLeft: nullable(Type.Integer({ description: 'To the due date; negative when it is over' })),
  distanceLeftM: nullable(
    Type.Integer({ description: 'From the last valid reading; negative when it is over' }),
  ),
  hoursLeft: nullable(
    Type.Number({ description: 'From what the hours meter showed last; negative when it is over' }),
  ),
  snoozedUntil: nullable(limits),
};
export const Reminder = named('Reminder', Type.Object(reminder));
export type Reminder = Static<typeof Reminder>;

const RecordedReminder = named('RecordedReminder', Type.Object({ ...reminder, ...Recorded.properties }));
export type RecordedReminder = Static<typeof RecordedReminder>;

const ReminderList = pageOf('ReminderList', Reminder);

const ReminderTemplate = named(
  'ReminderTemplate',
  Type.Object({
    id: Type.String(),
    reminder: Type.Object(
      {
        title: Type.String(),
        serviceKind: Type.Optional(Type.String()),
        anchor: Type.Enum(['completion', 'schedule']),
        every: Every,
        dueDate: Type.Optional(LocalDate),
      },
      { description: 'The body of `POST /vehicles/{vehicleId}/reminders`, once it is as one likes it' },
    ),
  }),
);
export type ReminderTemplate = Static<typeof ReminderTemplate>;

const surroundings = {
  id: Type.Optional(Uuid),
  date: Type.Optional(
    Type.String({ format: 'date', description: 'Today in the vehicle’s zone when missing' }),
  ),
  odometer: Type.Optional(OdometerReading),
  notes: Type.Optional(Type.String({ minLength: 1, maxLength: 10_000 })),
};
/** The id is looked up before the rest is held to the schema of the event that it becomes. */
const identified = Type.Object({ id: Type.Optional(Uuid) });
const dataOf = (type: string): TProperties => eventType(type)?.data.properties ?? {};
const NewReminder = named('NewReminder', closed({ ...surroundings, ...dataOf('reminder') }));
const { items, hours: Hours = Type.Never() } = dataOf('maintenance');
const Completion = named(
  'ReminderCompletion',
  closed({
    ...surroundings,
    items: Type.Optional(Type.Unsafe<object[]>(items ?? {})),
    total: Type.Optional(closed(Money.properties)),
    workshop: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    hours: Type.Optional(Hours),
  }),
);
const Snooze = named(
  'ReminderSnooze',
  Type.Object(
    {
      id: Type.Optional(Uuid),
      until: Type.Optional(LocalDate),
      days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3660 })),
      untilOdometer: Type.Optional(closed(Distance.properties)),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
);

const tag = 'Reminders';
const ofVehicle = Type.Object({ vehicleId: Uuid });
const ofReminder = Type.Object({ reminderId: Uuid });
const stateFilter = {
  state: Type.Optional(Type.Array(Type.Enum([...reminderStates]), { maxItems: reminderStates.length })),
};
const recordingProblems = ['vehicle-handed-over', 'odometer-out-of-order', 'date-out-of-range'] as const;

export const listVehicleReminders = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/reminders',
  operation: 'listVehicleReminders',
  tag,
  access: 'vehicle.read',
  summary: 'The reminders of a vehicle as they stand today, or as they stood, the most urgent first',
  params: ofVehicle,
  query: closed({ ...stateFilter, ...page, ...afterPosition, ...pointOfView }),
  answers: { 200: ReminderList },
});
export const listReminderTemplates = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/reminder-templates',
  operation: 'listReminderTemplates',
  tag,
  access: 'vehicle.read',
  summary: 'Services that a vehicle of its kind and energies usually needs, as reminders to begin from',
  params: ofVehicle,
  query: closed(page),
  answers: { 200: pageOf('ReminderTemplateList', ReminderTemplate) },
});
export const listReminders = route({
  method: 'GET',
  path: '/v1/reminders',
  operation: 'listReminders',
  tag,
  access: 'vehicle.read',
  narrows: true,
  summary: 'The reminders of all vehicles as they stand today, the most urgent first',
  query: closed({ ...stateFilter, garageId: Type.Optional(Uuid), ...page, ...afterPosition }),
  answers: { 200: ReminderList },
});
export const setReminder = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/reminders',
  operation: 'setReminder',
  tag,
  access: 'reminder.manage',
  onceBy: 'command',
  heedsVersion: true,
  summary: 'Set a reminder',
  params: ofVehicle,
  body: NewReminder,
  bodyAtDoor: identified,
  sends: ['ETag', 'Location'],
  answers: { 201: RecordedReminder, 200: RecordedReminder },
  problems: recordingProblems,
});
export const completeReminder = route({
  method: 'POST',
  path: '/v1/reminders/:reminderId/complete',
  operation: 'completeReminder',
  tag,
  access: 'reminder.manage',
  onceBy: 'command',
  heedsVersion: true,
  summary: 'Say that it was done: logs the service of its kind, and arms it again when it recurs',
  params: ofReminder,
  body: Completion,
  bodyAtDoor: identified,
  sends: ['ETag', 'Location'],
  answers: { 201: RecordedReminder, 200: RecordedReminder },
  problems: [
    ...recordingProblems,
    'hours-out-of-order',
    'currency-mismatch',
    'reminder-closed',
    'void-completes-nothing',
  ],
});
export const snoozeReminder = route({
  method: 'POST',
  path: '/v1/reminders/:reminderId/snooze',
  operation: 'snoozeReminder',
  tag,
  access: 'reminder.manage',
  onceBy: 'command',
  heedsVersion: true,
  summary: 'Put it off until a day, an odometer reading, or whichever comes first',
  params: ofReminder,
  body: Snooze,
  sends: ['ETag', 'Location'],
  answers: { 201: RecordedReminder, 200: RecordedReminder },
  problems: ['reminder-closed', 'vehicle-handed-over'],
});
export const dismissReminder = route({
  method: 'POST',
  path: '/v1/reminders/:reminderId/dismiss',
  operation: 'dismissReminder',
  tag,
  access: 'reminder.manage',
  onceBy: 'command',
  heedsVersion: true,
  summary: 'Never mind: until the event that this records is retracted',
  params: ofReminder,
  body: named('ReminderDismissal', closed({ id: Type.Optional(Uuid), notes: surroundings.notes })),
  sends: ['ETag', 'Location'],
  answers: { 201: RecordedReminder, 200: RecordedReminder },
  problems: ['reminder-closed', 'vehicle-handed-over'],
});
