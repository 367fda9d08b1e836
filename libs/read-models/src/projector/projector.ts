import type { TenantTransaction } from '@odolog/db';
import type { StoredEvent } from '@odolog/event-store';
import type { Facts } from '@odolog/events';

/** One generation of a read model of one tenant: readers see the live one, a rebuild fills the next. */
export interface Target {
  readonly tenantId: string;
  readonly generation: number;
}

/** An event that stands, and what it tells. */
export interface RecordedFact {
  readonly event: StoredEvent;
  readonly facts: Facts;
}

/** What a run of events changes in the effective history. */
export interface Changes {
  /** Events that stand at the end of the run, in position order. */
  readonly recorded: readonly RecordedFact[];
  /** Ids of the events that the run corrected or retracted, whether or not they are older than it. */
  readonly supersededIds: readonly string[];
}

/** A read model: its tables, and how changes of the history change them. It knows facts, never a type of event. */
export interface Projector {
  /** Kebab-case, also the key of its checkpoints. */
  readonly name: string;
  /** From 1 on; one more whenever the same events give other rows: the worker then folds every tenant's anew. */
  readonly version: number;
  /** Tables in schema `app` with (tenant_id, generation, ...) as their key. */
  readonly tables: readonly string[];
  /** Set-based: a few statements a batch. Applied twice it leaves the same rows. */
  apply(trx: TenantTransaction, target: Target, changes: Changes): Promise<void>;
}
