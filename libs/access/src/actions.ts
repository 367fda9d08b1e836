/** What an API key may be used for. A person who is signed in is not limited by scopes. */
export const scopes = ['read', 'write', 'import', 'ops'] as const;
export type Scope = (typeof scopes)[number];

/** Everything that can be asked of the policy, and the scope that a key needs for it; null is for people only. */
export const scopeOfAction = {
  'vehicle.read': 'read',
  'vehicle.manage': 'write',
  'vehicle.transfer': null,
  'event.record': 'write',
  'event.correct': 'write',
  'event.correct-others': 'write',
  'reminder.manage': 'write',
  'import.run': 'import',
  'export.run': 'read',
  'share.manage': 'write',
  'garage.read': 'read',
  'garage.manage': 'write',
  'tenant.read': 'read',
  'tenant.manage': null,
  'members.manage': null,
  'keys.manage': null,
  'audit.read': 'read',
  'ops.read': 'ops',
  'ops.run': 'ops',
} as const satisfies Record<string, Scope | null>;

export type Action = keyof typeof scopeOfAction;
export const actions = Object.keys(scopeOfAction) as readonly Action[];
