import type { LoginRole } from '@odolog/migrate';
import { createHash, randomUUID } from 'node:crypto';
import type { Settings } from './as-role.js';
import type { Occupant } from './occupant.js';

interface AboutAnyone {
  readonly why: string;
  /** Any other that can call it fails the suite. */
  readonly roles: readonly LoginRole[];
}

/** How a function is called properly, and what comes of it. A function without a line here fails the suite. */
export interface Call {
  /** What is handed in by whoever may; a made-up secret for whoever does not know the real one. */
  readonly given: (of: Occupant) => readonly unknown[];
  /** What the session says of itself when it may; else that it is in the tenant. */
  readonly settings?: (of: Occupant) => Settings;
  /** Stands in the answer to whoever may. */
  readonly answers?: (of: Occupant) => string;
  /** Whoever knows the secret may, whatever tenant they are in: others are given an occupant whose secret is a guess. */
  readonly opensBySecret?: true;
  /** It answers, or writes, about anyone, for these roles alone. */
  readonly aboutAnyone?: AboutAnyone;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();
const asIdentityProvider: AboutAnyone = {
  why: 'the identity provider knows people, not tenants',
  roles: ['odolog_auth'],
};
const forOperators: AboutAnyone = {
  why: 'tells operators by ids what cannot be folded or has drifted, and nothing of what it holds',
  roles: ['odolog_jobs'],
};

const eventOf = ({ userId }: Occupant) => ({
  head: [randomUUID(), '2026-05-01', '2026-05-01T11:00:00Z', false, 'note', 1, null, false, '{}', null],
  tail: [userId, 'test'],
});
/** One of each, as arrays, but for the hashes. */
const listed = (values: readonly unknown[]) => values.map((value) => [value]);

/** By name. */
export const calls: Readonly<Record<string, Call>> = {
  'app.append_event': {
    given: (of) => {
      const { head, tail } = eventOf(of);
      return [of.tenantId, of.vehicleId, ...head, hashOf('event'), null, null, ...tail];
    },
    answers: () => 'appended',
  },
  'app.append_all': {
    given: (of) => {
      const { head, tail } = eventOf(of);
      const expectedAndCorrects = [[null], [null]];
      return [
        of.tenantId,
        of.vehicleId,
        ...listed(head),
        hashOf('event'),
        ...expectedAndCorrects,
        ...listed(tail),
      ];
    },
    answers: () => 'appended',
  },
  'app.append_group': {
    given: (of) => {
      const { head, tail } = eventOf(of);
      const place = [`{${of.tenantId}}`, [of.tenantId], [of.vehicleId]];
      return [...place, ...listed(head), hashOf('event'), [null], ...listed(tail)];
    },
    settings: ({ tenantId }) => ({ 'app.tenant_ids': `{${tenantId}}` }),
    answers: () => '"ordinal":1',
  },
  'app.open_stream': { given: ({ tenantId }) => [tenantId, randomUUID()] },
  'app.set_stream_open': { given: ({ vehicleId }) => [vehicleId, false] },
  'app.enter_tenant': { given: ({ tenantId }) => [tenantId], answers: ({ tenantId }) => tenantId },
  'app.enter_tenants': { given: ({ tenantId }) => [`{${tenantId}}`], answers: ({ tenantId }) => tenantId },
  'app.set_tenant': { given: ({ tenantId }) => [tenantId] },
  'app.current_tenant_id': { given: () => [], answers: ({ tenantId }) => tenantId },
  'app.live_generation': { given: () => ['fuel-segments'], answers: () => '"answer":1' },

  'app.accept_terms': { given: ({ userId }) => [userId, 'another version'] },
  'app.terms_accepted_by': { given: ({ userId }) => [userId], answers: ({ secret }) => secret },
  'app.create_tenant': { given: ({ userId }) => [randomUUID(), 'Fleet', userId], answers: () => 'true' },
  'app.accept_invitation': {
    given: ({ secret, userId }) => [hashOf(secret), userId],
    answers: () => 'true',
  },
  'app.memberships_of': {
    given: ({ userId }) => [userId],
    answers: ({ tenantId }) => tenantId,
    aboutAnyone: asIdentityProvider,
  },
  'app.memberships_at_hand': {
    given: ({ userId }) => [userId],
    settings: ({ userId }) => ({ 'app.person_id': userId }),
    answers: ({ tenantId }) => tenantId,
  },
  'app.enter_person': {
    given: ({ userId }) => [userId],
    settings: () => ({}),
    answers: ({ userId }) => userId,
  },
  'app.current_person_id': {
    given: () => [],
    settings: ({ userId }) => ({ 'app.person_id': userId }),
    answers: ({ userId }) => userId,
  },

  'app.tenant_of_share': {
    given: ({ secret }) => [hashOf(secret)],
    answers: ({ tenantId }) => tenantId,
    opensBySecret: true,
  },
  'app.use_api_key': {
    given: ({ secret }) => [hashOf(secret)],
    answers: ({ tenantId }) => tenantId,
    opensBySecret: true,
  },
  'app.tenant_of_export': {
    given: ({ secret }) => [secret],
    answers: ({ tenantId }) => tenantId,
    opensBySecret: true,
  },
  'app.proof_key': { given: ({ secret }) => [secret], answers: ({ secret }) => secret, opensBySecret: true },

  'app.ensure_partition': { given: () => ['2026-05-01'], answers: () => 'false' },
  'app.last_storable_year': { given: () => ['2026-05-01T11:00:00Z'], answers: () => '2036' },
  'app.latest_migration': { given: () => [] },
  'app.beat': { given: () => [randomUUID()] },
  'app.worker_heartbeats': { given: () => [] },
  'app.projector_counts': { given: () => [], answers: () => '"failing":2' },
  'app.projector_health': {
    given: () => [],
    answers: ({ eventId }) => eventId,
    aboutAnyone: { ...forOperators, roles: ['odolog_jobs', 'odolog_worker'] },
  },
  'private.refresh_timeline_feed': {
    given: () => [],
    answers: () => '"refreshed"',
    aboutAnyone: {
      why: 'notes how far it has read of every tenant, and answers with numbers of rows',
      roles: ['odolog_jobs'],
    },
  },
  'private.close_queue': { given: () => [] },
  'private.timeline_feed_drift': { given: () => [], aboutAnyone: forOperators },

  'app.follow_claims': {
    given: ({ userId, tenantId }) => [userId, 'elsewhere', '2026-05-01T11:00:00Z', [tenantId], ['viewer']],
    answers: () => 'true',
    aboutAnyone: asIdentityProvider,
  },
  'app.revoke_keys_of_person': {
    given: ({ userId }) => [userId],
    aboutAnyone: asIdentityProvider,
  },
  'app.record_audit_about_person': {
    given: ({ userId }) => [userId, 'person.signed-in', '{}'],
    aboutAnyone: asIdentityProvider,
  },
  'app.record_audit_of_person': {
    given: ({ userId }) => [userId, 'person.signed-in', '{}'],
    aboutAnyone: asIdentityProvider,
  },
};
