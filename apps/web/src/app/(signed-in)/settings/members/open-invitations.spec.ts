import { expect, test } from 'vitest';
import type { Invitation } from '@/api/schema.gen';
import { openInvitations } from './open-invitations';

const invitation = (role: Invitation['role'], status: Invitation['status'] = 'pending'): Invitation => ({
  id: `${role} ${status}`,
  email: 'gustav@example.org',
  role,
  garageId: null,
  garageRole: null,
  status,
  invitedBy: { id: 'olga', name: 'Olga' },
  createdAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2026-11-08T00:00:00.000Z',
});

const shown = (invitations: readonly Invitation[]) =>
  openInvitations(invitations, ['driver', 'viewer']).map((open) => [open.invitation.id, open.isOurs]);

test('an invitation to a role that is not theirs to give is shown to a manager, and not offered', () => {
  expect(shown([invitation('manager'), invitation('driver'), invitation('viewer', 'expired')])).toEqual([
    ['manager pending', false],
    ['driver pending', true],
    ['viewer expired', true],
  ]);
});

test('what was answered or taken back is not shown', () => {
  const over = (['accepted', 'declined', 'revoked'] as const).map((status) => invitation('driver', status));
  expect(shown(over)).toEqual([]);
});
