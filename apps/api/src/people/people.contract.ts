import Type, { type Static } from 'typebox';
import { AllowedActions, TenantRoleName } from '../access/access.schema.js';
import { route } from '../http/contract.js';
import { knownTimeZone } from '../http/time-zone.js';
import { knownLocale } from './locale.js';
import {
  changesOf,
  closed,
  Currency,
  DistanceUnit,
  named,
  nullable,
  page,
  pageOf,
  Uuid,
  VolumeUnit,
} from '../http/schema.js';

const preferences = {
  locale: Type.String({ minLength: 2, maxLength: 35, description: 'BCP 47' }),
  distanceUnit: DistanceUnit,
  volumeUnit: VolumeUnit,
  currency: Currency,
  timeZone: Type.String({ minLength: 1, maxLength: 64 }),
  theme: Type.Enum(['system', 'light', 'dark']),
};
export const Preferences = named('Preferences', Type.Object(preferences));
export type Preferences = Static<typeof Preferences>;
const PreferenceChanges = named('PreferenceChanges', changesOf(preferences));

export const Tenant = named(
  'Tenant',
  Type.Object({
    id: Uuid,
    name: Type.String(),
    kind: Type.Enum(['personal', 'fleet']),
    role: TenantRoleName,
  }),
);
const Me = named(
  'Me',
  Type.Object({
    id: Uuid,
    name: Type.String(),
    email: Type.String(),
    tenant: Tenant,
    tenants: Type.Array(Tenant),
    preferences: Preferences,
    allowed: AllowedActions,
    allowedSomewhere: Type.Array(AllowedActions.items, {
      description: 'What the caller may do with some vehicle or garage of the tenant',
    }),
    termsToAccept: nullable(
      Type.String({
        description: 'The version of the terms that the caller is asked to accept before anything else',
      }),
    ),
    grantableRoles: Type.Array(TenantRoleName, {
      description: 'The roles that the caller may give in the tenant',
    }),
    takeableRoles: Type.Array(TenantRoleName, {
      description: 'The roles of others that the caller may change and take away in the tenant',
    }),
  }),
);
export type Me = Static<typeof Me>;

const Account = named(
  'Account',
  Type.Object({
    emailVerified: Type.Boolean(),
    hasPassword: Type.Boolean(),
    twoFactorEnabled: Type.Boolean(),
    passkeys: Type.Array(
      Type.Object({
        id: Uuid,
        name: nullable(Type.String()),
        createdAt: nullable(Type.String({ description: 'RFC 3339' })),
      }),
    ),
    providers: Type.Array(
      Type.Object({
        linkId: Uuid,
        id: Type.String(),
        name: Type.String(),
        linkedAt: Type.String({ description: 'RFC 3339' }),
      }),
      { description: 'Identity providers elsewhere that sign the caller in' },
    ),
  }),
);
export type Account = Static<typeof Account>;

const tag = 'People';

export const getMe = route({
  method: 'GET',
  path: '/v1/me',
  operation: 'getMe',
  tag,
  access: 'person',
  summary: 'Who calls, in which tenant, with which preferences',
  answers: { 200: Me },
});
export const getAccount = route({
  method: 'GET',
  path: '/v1/me/account',
  operation: 'getAccount',
  tag,
  access: 'person',
  forPeople: true,
  summary: 'How the caller signs in; 404 for a person of an identity provider elsewhere',
  answers: { 200: Account },
});
export const unlinkProvider = route({
  method: 'DELETE',
  path: '/v1/me/account/providers/:linkId',
  operation: 'unlinkProvider',
  tag,
  access: 'person',
  summary: 'An identity provider elsewhere signs the caller in no more; what it gave them ends',
  params: Type.Object({ linkId: Uuid }),
  answers: { 204: Type.Null() },
  problems: ['last-way-in'],
});
export const getPreferences = route({
  method: 'GET',
  path: '/v1/me/preferences',
  operation: 'getPreferences',
  tag,
  access: 'person',
  summary: 'Language, units, currency, zone and theme',
  answers: { 200: Preferences },
});
export const changePreferences = route({
  method: 'PATCH',
  path: '/v1/me/preferences',
  operation: 'changePreferences',
  tag,
  access: 'person',
  summary: 'Change some preferences',
  body: PreferenceChanges,
  rules: [knownTimeZone, knownLocale],
  answers: { 200: Preferences },
  problems: ['unknown-time-zone'],
});
export const listTenants = route({
  method: 'GET',
  path: '/v1/tenants',
  operation: 'listTenants',
  tag,
  access: 'person',
  summary: 'The tenants that the caller belongs to',
  query: closed(page),
  answers: { 200: pageOf('TenantList', Tenant) },
});
