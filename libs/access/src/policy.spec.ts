import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { actions, scopeOfAction, scopes, type Action } from './actions.js';
import { garageRoles, tenantRoles, type GarageRole, type TenantRole } from './grants.js';
import {
  allowedActions,
  decide,
  grantableRoles,
  takeableRoles,
  may,
  mayCorrect,
  maySomewhere,
  reachOf,
  wholeTenant,
  type Resource,
  type Standing,
} from './policy.js';

const north: Resource = { kind: 'garage', id: 'north' };
const van: Resource = { kind: 'vehicle', id: 'van', garageId: 'north' };
const bike: Resource = { kind: 'vehicle', id: 'bike', garageId: null };
const elsewhere: Resource[] = [
  wholeTenant,
  { kind: 'garage', id: 'south' },
  { kind: 'vehicle', id: 'truck', garageId: 'south' },
];
const as = (role: TenantRole, rest: Partial<Standing> = {}): Standing => ({
  role,
  garages: [],
  vehicles: [],
  operates: false,
  ...rest,
});
const operating = (role: TenantRole, rest: Partial<Standing> = {}) => as(role, { operates: true, ...rest });
const inNorth = (role: GarageRole, of: TenantRole = 'driver') => as(of, { garages: [{ id: 'north', role }] });

// Written out a second time on purpose: a change of the policy has to be meant in both places.
// o owner, m manager, d driver, v viewer, t maintainer (of the tenant) | m, d, v in the garage | a assigned
// of a tenant that operates the installation; `ops.*` are nobody's in any other
const matrix: Record<Action, `${string}|${string}|${string}`> = {
  'vehicle.read': 'om-v-|mdv|a',
  'vehicle.manage': 'om---|m--|-',
  'vehicle.transfer': 'om---|m--|-',
  'event.record': 'om---|md-|a',
  'event.correct': 'om---|md-|a',
  'event.correct-others': 'om---|m--|-',
  'reminder.manage': 'om---|md-|a',
  'import.run': 'om---|m--|-',
  'export.run': 'om---|m--|-',
  'share.manage': 'om---|m--|-',
  'garage.read': 'om-v-|mdv|-',
  'garage.manage': 'om---|m--|-',
  'tenant.read': 'omdv-|---|-',
  'tenant.manage': 'o----|---|-',
  'members.manage': 'om---|m--|-',
  'keys.manage': 'omdvt|---|-',
  'audit.read': 'o----|---|-',
  'ops.read': 'o---t|---|-',
  'ops.run': 'o---t|---|-',
};

describe.each(Object.entries(matrix) as [Action, string][])('%s', (action, row) => {
  const [tenant = '', garage = '', assigned = ''] = row.split('|');

  it.each(tenantRoles.map((role, at) => [role, tenant[at] !== '-'] as const))(
    'of the tenant, as %s: %s',
    (role, allowed) => {
      for (const resource of [wholeTenant, north, van, bike]) {
        expect(may(operating(role), action, resource)).toBe(allowed);
        expect(may(as(role), action, resource)).toBe(allowed && !action.startsWith('ops.'));
      }
    },
  );

  it.each(garageRoles.map((role, at) => [role, garage[at] !== '-'] as const))(
    'of a garage, as its %s: %s',
    (role, allowed) => {
      const byTenant = tenant[tenantRoles.indexOf('driver')] !== '-';
      for (const resource of [north, van])
        expect(may(inNorth(role), action, resource)).toBe(allowed || byTenant);
      for (const resource of [bike, ...elsewhere])
        expect(may(inNorth(role), action, resource)).toBe(byTenant);
    },
  );

  it('of a vehicle, as one of its drivers', () => {
    const driver = as('driver', { vehicles: ['bike', 'van'] });
    const byTenant = tenant[tenantRoles.indexOf('driver')] !== '-';
    for (const resource of [bike, van])
      expect(may(driver, action, resource)).toBe(assigned !== '-' || byTenant);
    for (const resource of [north, ...elsewhere]) expect(may(driver, action, resource)).toBe(byTenant);
  });

  it('takes its scope of a key, and nothing else', () => {
    for (const role of tenantRoles) {
      for (const scope of scopes) {
        const allowed = may(operating(role), action, van) && scopeOfAction[action] === scope;
        expect(may(operating(role, { scopes: [scope] }), action, van)).toBe(allowed);
      }
      expect(may(operating(role, { scopes: [] }), action, van)).toBe(false);
    }
  });
});

test('who drives changes their own entries, who manages those of all', () => {
  const changes = (standing: Standing) => [true, false].map((isOwn) => mayCorrect(standing, van, isOwn));
  expect(changes(as('driver', { vehicles: ['van'] }))).toEqual([true, false]);
  expect(changes(inNorth('driver'))).toEqual([true, false]);
  expect(changes(as('driver'))).toEqual([false, false]);
  expect(changes(as('viewer'))).toEqual([false, false]);
  for (const standing of [as('owner'), as('manager'), inNorth('manager')])
    expect(changes(standing)).toEqual([true, true]);
  expect(changes(as('owner', { scopes: ['read'] }))).toEqual([false, false]);
});

test('a viewer who drives in one garage logs there and reads everywhere', () => {
  const both = inNorth('driver', 'viewer');
  expect(may(both, 'event.record', van)).toBe(true);
  expect(may(both, 'event.record', bike)).toBe(false);
  expect(may(both, 'vehicle.read', bike)).toBe(true);
});

test('neither a garage nor an assignment shows a maintainer any user data', () => {
  const added = { garages: [{ id: 'north', role: 'manager' as const }], vehicles: ['van'] };
  const maintainer = operating('maintainer', added);
  for (const resource of [north, van])
    expect(allowedActions(maintainer, resource)).toEqual(['keys.manage', 'ops.read', 'ops.run']);
  expect(reachOf(maintainer, 'vehicle.read')).toEqual({ all: false, garageIds: [], vehicleIds: [] });
  expect(maySomewhere(maintainer, 'vehicle.read')).toBe(false);
});

test('a maintainer of a tenant that does not operate the installation maintains nothing', () => {
  expect(allowedActions(as('maintainer'), wholeTenant)).toEqual(['keys.manage']);
  expect(maySomewhere(as('maintainer'), 'ops.read')).toBe(false);
});

describe('what may not be seen is hidden, what may be seen and not done is forbidden:', () => {
  test.each<[string, Standing, Action, Resource, string]>([
    ["a stranger's garage", as('driver'), 'event.record', van, 'hidden'],
    ['an assigned vehicle', as('driver', { vehicles: ['van'] }), 'vehicle.manage', van, 'forbidden'],
    ['any vehicle for a viewer', as('viewer'), 'event.record', van, 'forbidden'],
    ['any vehicle for a maintainer', as('maintainer'), 'vehicle.read', van, 'hidden'],
    ['the tenant itself', as('maintainer'), 'tenant.read', wholeTenant, 'forbidden'],
    [
      "a key without the scope of its owner's rights",
      as('owner', { scopes: [] }),
      'vehicle.read',
      van,
      'forbidden',
    ],
    ['what the role allows', as('manager'), 'vehicle.manage', van, 'allowed'],
  ])('%s', (_what, standing, action, resource, decision) => {
    expect(decide(standing, action, resource)).toBe(decision);
  });
});

test('a driver without anything assigned may ask for lists, which are empty', () => {
  expect(maySomewhere(as('driver'), 'vehicle.read')).toBe(true);
  expect(maySomewhere(as('driver'), 'vehicle.manage')).toBe(false);
  expect(maySomewhere(inNorth('manager'), 'vehicle.manage')).toBe(true);
  expect(maySomewhere(as('driver', { scopes: ['write'] }), 'vehicle.read')).toBe(false);
});

describe('roles are given by', () => {
  test('an owner: all, and maintainers where there is something to maintain', () => {
    expect(grantableRoles(operating('owner'), wholeTenant)).toEqual(tenantRoles);
    expect(grantableRoles(as('owner'), wholeTenant)).toEqual(['owner', 'manager', 'driver', 'viewer']);
  });
  test('a manager: those below', () =>
    expect(grantableRoles(as('manager'), wholeTenant)).toEqual(['driver', 'viewer']));
  test("a garage's manager: drivers, and only there", () => {
    for (const role of ['driver', 'viewer'] as const) {
      expect(grantableRoles(inNorth('manager', role), north)).toEqual(['driver']);
      expect(grantableRoles(inNorth('manager', role), wholeTenant)).toEqual([]);
    }
  });
  test('nobody else', () => {
    for (const role of ['driver', 'viewer', 'maintainer'] as const)
      expect(grantableRoles(as(role), north)).toEqual([]);
  });
});

describe('roles are taken by', () => {
  test('an owner: all but those of other owners', () =>
    expect(takeableRoles(operating('owner'), wholeTenant)).toEqual([
      'manager',
      'driver',
      'viewer',
      'maintainer',
    ]));
  test('everyone else: those that they could give', () => {
    for (const role of tenantRoles.filter((each) => each !== 'owner'))
      expect(takeableRoles(as(role), wholeTenant)).toEqual(grantableRoles(as(role), wholeTenant));
  });
});

const standings = fc.record({
  role: fc.constantFrom(...tenantRoles),
  garages: fc.uniqueArray(
    fc.record({ id: fc.constantFrom('north', 'south', 'east'), role: fc.constantFrom(...garageRoles) }),
    { selector: ({ id }) => id },
  ),
  vehicles: fc.uniqueArray(fc.constantFrom('van', 'bike', 'truck')),
  operates: fc.boolean(),
  scopes: fc.option(fc.subarray([...scopes]), { nil: undefined }),
});
const anyAction = fc.constantFrom(...actions);
const vehicles = fc.record({
  kind: fc.constant('vehicle' as const),
  id: fc.constantFrom('van', 'bike', 'truck', 'tram'),
  garageId: fc.constantFrom('north', 'south', 'west', null),
});

describe('for whoever asks, whatever is asked:', () => {
  test('the reach of an action is exactly the vehicles to which it may be done', () => {
    fc.assert(
      fc.property(standings, anyAction, vehicles, (standing, action, vehicle) => {
        const reach = reachOf(standing, action);
        const isReached =
          reach.all ||
          reach.vehicleIds.includes(vehicle.id) ||
          (vehicle.garageId !== null && reach.garageIds.includes(vehicle.garageId));
        expect(isReached).toBe(may(standing, action, vehicle));
      }),
    );
  });

  test('a garage or an assignment more never takes anything away', () => {
    fc.assert(
      fc.property(standings, anyAction, vehicles, (standing, action, vehicle) => {
        const bare = { ...standing, garages: [], vehicles: [] };
        if (may(bare, action, vehicle)) expect(may(standing, action, vehicle)).toBe(true);
      }),
    );
  });

  test('owner, manager and viewer follow each other, and so do the roles of a garage', () => {
    const higher = [
      ...[
        ['viewer', 'manager'],
        ['manager', 'owner'],
        ['driver', 'manager'],
      ].map((pair) => pair.map((role) => as(role as TenantRole))),
      ...[
        ['viewer', 'driver'],
        ['driver', 'manager'],
      ].map((pair) => pair.map((role) => inNorth(role as GarageRole))),
    ] as [Standing, Standing][];
    for (const [lower, upper] of higher) {
      expect(allowedActions(upper, van)).toEqual(expect.arrayContaining(allowedActions(lower, van)));
    }
  });

  test('a key may never more than its owner, nor more with fewer scopes', () => {
    fc.assert(
      fc.property(
        standings,
        fc.subarray([...scopes]),
        anyAction,
        vehicles,
        (standing, fewer, action, vehicle) => {
          const narrowed = { ...standing, scopes: fewer.filter((s) => standing.scopes?.includes(s) ?? true) };
          if (may(narrowed, action, vehicle)) expect(may(standing, action, vehicle)).toBe(true);
        },
      ),
    );
  });

  /** Every member may these, whatever they see. */
  const askedOfTheTenant: readonly Action[] = ['tenant.read', 'keys.manage'];

  test('what may be done to a vehicle may be done somewhere, and is not hidden', () => {
    fc.assert(
      fc.property(standings, anyAction, vehicles, (standing, action, vehicle) => {
        if (!may(standing, action, vehicle)) return;
        expect(maySomewhere(standing, action)).toBe(true);
        if (standing.role !== 'maintainer' && !askedOfTheTenant.includes(action))
          expect(decide(standing, action, vehicle)).toBe('allowed');
      }),
    );
  });
});
