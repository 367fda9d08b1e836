import * as apiKeys from './api-keys/api-keys.contract.js';
import * as archive from './archive/archive.contract.js';
import * as audit from './audit/audit.contract.js';
import * as calendar from './calendar/calendar.contract.js';
import * as events from './events/events.contract.js';
import * as exports from './exports/exports.contract.js';
import * as feed from './feed/feed.contract.js';
import * as fleet from './fleet/fleet.contract.js';
import * as files from './files/files.contract.js';
import * as garages from './garages/garages.contract.js';
import type { RouteContract } from './http/contract.js';
import { openApiDocument } from './http/openapi.js';
import * as identity from './identity/identity.contract.js';
import * as secondFactor from './identity/second-factor.contract.js';
import * as imports from './imports/imports.contract.js';
import * as insights from './insights/insights.contract.js';
import * as instance from './instance/instance.contract.js';
import * as invitations from './invitations/invitations.contract.js';
import * as members from './members/members.contract.js';
import * as notifications from './notifications/notifications.contract.js';
import * as operations from './ops/operations.contract.js';
import * as ops from './ops/ops.contract.js';
import * as people from './people/people.contract.js';
import * as sessions from './people/sessions.contract.js';
import * as reminders from './reminders/reminders.contract.js';
import * as terms from './people/terms.contract.js';
import * as proof from './proof/proof.contract.js';
import * as sampleGarage from './sample-garage/sample-garage.contract.js';
import * as tenants from './tenants/tenants.contract.js';
import * as shares from './shares/shares.contract.js';
import * as tariffs from './tariffs/tariffs.contract.js';
import * as transfers from './transfers/transfers.contract.js';
import * as timeline from './timeline/timeline.contract.js';
import * as vehicles from './vehicles/vehicles.contract.js';
import * as vin from './vin/vin.contract.js';

/** Every route of the API. Needs neither a database nor a configuration. */
export const routes: readonly RouteContract[] = [
  vehicles,
  events,
  files,
  timeline,
  fleet,
  exports,
  archive,
  insights,
  reminders,
  notifications,
  calendar,
  proof,
  shares,
  tariffs,
  transfers,
  vin,
  imports,
  feed,
  garages,
  tenants,
  members,
  invitations,
  people,
  sessions,
  terms,
  apiKeys,
  audit,
  identity,
  secondFactor,
  sampleGarage,
  instance,
  ops,
  operations,
].flatMap((contracts) => Object.values(contracts).filter(isRoute));

/** What is committed as openapi.json and answered at /api/openapi.json. */
export function describeApi(serverUrl = '/'): Record<string, unknown> {
  return openApiDocument(routes, serverUrl);
}

function isRoute(value: unknown): value is RouteContract {
  return typeof value === 'object' && value !== null && 'operation' in value && 'answers' in value;
}
