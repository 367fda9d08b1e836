import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { changesOf, closed, Instant, LocalDate, named, nullable, page, Uuid } from '../http/schema.js';

const Notification = named(
  'Notification',
  Type.Object({
    id: Uuid,
    vehicleId: Uuid,
    vehicle: Type.String(),
    reminderId: Uuid,
    title: Type.String(),
    state: Type.Enum(['due-soon', 'due', 'overdue']),
    dueOn: nullable(LocalDate),
    createdAt: Instant,
    readAt: nullable(Instant),
  }),
);
const NotificationPage = named(
  'NotificationPage',
  Type.Object({
    items: Type.Array(Notification),
    nextCursor: nullable(Type.String()),
    unread: Type.Integer({ minimum: 0, description: 'Of all, not of this page' }),
  }),
);
export type NotificationPage = Static<typeof NotificationPage>;

const Read = named('NotificationsRead', Type.Object({ read: Type.Integer(), unread: Type.Integer() }));
export type Read = Static<typeof Read>;

const Time = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM on the wall' });
const preferences = {
  mail: Type.Boolean(),
  digest: Type.Enum(['none', 'daily', 'weekly']),
  digestAt: Time,
  quiet: nullable(closed({ from: Time, until: Time })),
};
const NotificationPreferences = named('NotificationPreferences', Type.Object(preferences));
export type NotificationPreferences = Static<typeof NotificationPreferences>;
const tag = 'Notifications';

export const listNotifications = route({
  method: 'GET',
  path: '/v1/notifications',
  operation: 'listNotifications',
  tag,
  access: 'person',
  summary: 'What the caller was told of in the tenant, newest first',
  query: closed({ ...page, unread: Type.Optional(Type.Boolean()) }),
  answers: { 200: NotificationPage },
});
export const readNotification = route({
  method: 'POST',
  path: '/v1/notifications/:notificationId/read',
  operation: 'readNotification',
  tag,
  access: 'person',
  summary: 'It was seen',
  params: Type.Object({ notificationId: Uuid }),
  answers: { 200: Read },
});
export const readNotifications = route({
  method: 'POST',
  path: '/v1/notifications/read',
  operation: 'readNotifications',
  tag,
  access: 'person',
  summary: 'All of them were seen',
  answers: { 200: Read },
});
export const getNotificationPreferences = route({
  method: 'GET',
  path: '/v1/me/notification-preferences',
  operation: 'getNotificationPreferences',
  tag,
  access: 'person',
  summary: 'How the caller wants to be told: mail, digest and quiet hours in their own zone',
  answers: { 200: NotificationPreferences },
});
export const changeNotificationPreferences = route({
  method: 'PATCH',
  path: '/v1/me/notification-preferences',
  operation: 'changeNotificationPreferences',
  tag,
  access: 'person',
  summary: 'Change how one is told',
  body: named('NotificationPreferenceChanges', changesOf(preferences)),
  answers: { 200: NotificationPreferences },
});
