import type { Database } from '@odolog/db';
import { projectionHealth, type DueWork, type Turn } from '@odolog/read-models';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus asks of the worker. */
export class WorkerMetrics {
  readonly registry = new Registry();
  private readonly folded = new Counter({
    name: 'odolog_projector_events_total',
    help: 'Events folded, by projector',
    labelNames: ['projector'],
    registers: [this.registry],
  });
  private readonly turns = new Histogram({
    name: 'odolog_projector_turn_seconds',
    help: 'One batch of one projector, reading, folding and committing',
    labelNames: ['projector', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  private readonly lag = new Gauge({
    name: 'odolog_projector_lag_events',
    help: 'Events behind in the tenant that is furthest behind, by projector',
    labelNames: ['projector'],
    registers: [this.registry],
  });
  private readonly stopped = new Gauge({
    name: 'odolog_projector_stopped',
    help: 'Attempts at an event that cannot be folded, by projector, tenant and event',
    labelNames: ['projector', 'tenant', 'event'],
    registers: [this.registry],
  });

  constructor(private readonly db: Database) {
    collectDefaultMetrics({ register: this.registry });
  }

  turn({ projector }: DueWork, turn: Turn, seconds: number): void {
    this.turns.observe({ projector, status: turn.status }, seconds);
    if (turn.status === 'advanced') this.folded.inc({ projector }, turn.events);
  }

  /** The exposition text; lag and stops are asked of the database, which knows them for all workers. */
  async text(): Promise<string> {
    const projectors = await projectionHealth(this.db);
    this.lag.reset();
    this.stopped.reset();
    for (const { projector, maxLag, failures } of projectors) {
      this.lag.set({ projector }, maxLag);
      for (const { tenantId, eventId, attempts } of failures)
        this.stopped.set({ projector, tenant: tenantId, event: eventId ?? 'unknown' }, attempts);
    }
    return this.registry.metrics();
  }
}
