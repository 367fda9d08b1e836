import type { OdometerReading } from '@/api/schema.gen';

/** A recording that need not be valid yet: what a form stands for. The validator says what it lacks. */
export interface Draft {
  readonly type: string;
  readonly date: string;
  readonly occurredAt?: string;
  readonly odometer?: OdometerReading;
  readonly notes?: string;
  readonly data: Readonly<Record<string, unknown>>;
}
