import type { Recording } from '@odolog/events';

/** A recording without its instant, and the hour of the day at which it happened. */
export interface Happening {
  readonly hour: number;
  readonly recording: Omit<
    Recording<'fuel' | 'charge' | 'maintenance' | 'odometer' | 'reminder' | 'expense' | 'note'>,
    'occurredAt'
  >;
}
