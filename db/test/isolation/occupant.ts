import type { TestTenant } from '@odolog/testing';

/** Someone whose rows stand in every table, and how to recognise them. */
export interface Occupant extends TestTenant {
  readonly vehicleId: string;
  readonly eventId: string;
  /** Stands in every text of their rows that nothing else was said about. */
  readonly secret: string;
  /** The same in every number. */
  readonly number: number;
}
