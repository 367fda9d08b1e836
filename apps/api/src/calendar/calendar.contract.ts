import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { Instant, named, nullable, Uuid } from '../http/schema.js';

const CalendarLink = named('CalendarLink', Type.Object({ createdAt: nullable(Instant) }));
export type CalendarLink = Static<typeof CalendarLink>;
const NewCalendarLink = named(
  'NewCalendarLink',
  Type.Object({
    createdAt: Instant,
    url: Type.String({ description: 'Told this once: only its hash is kept' }),
  }),
);
export type NewCalendarLink = Static<typeof NewCalendarLink>;
const tag = 'Calendar';

export const getCalendarLink = route({
  method: 'GET',
  path: '/v1/me/calendar-link',
  operation: 'getCalendarLink',
  tag,
  access: 'person',
  summary: 'Whether a calendar can be subscribed to, and since when',
  answers: { 200: CalendarLink },
});
export const createCalendarLink = route({
  method: 'POST',
  path: '/v1/me/calendar-link',
  operation: 'createCalendarLink',
  tag,
  access: 'person',
  summary: 'A new secret address of the calendar; the one before leads nowhere from now on',
  answers: { 201: NewCalendarLink },
});
export const revokeCalendarLink = route({
  method: 'DELETE',
  path: '/v1/me/calendar-link',
  operation: 'revokeCalendarLink',
  tag,
  access: 'person',
  summary: 'The secret address leads nowhere from now on',
  answers: { 200: CalendarLink },
});
export const getCalendar = route({
  method: 'GET',
  path: '/v1/calendars/:tenantId/:secret',
  operation: 'getCalendar',
  tag,
  access: 'public',
  summary: 'The due days of the reminders, for a calendar to subscribe to (RFC 5545)',
  params: Type.Object({ tenantId: Uuid, secret: Type.String({ pattern: '^[A-Za-z0-9_-]{43}[.]ics$' }) }),
  answers: { 200: Type.String() },
  produces: 'text/calendar',
});
